"""When an article's words change, what a reader wrote on them goes along, or says that they are gone."""

from __future__ import annotations

import pytest

from lesart.anchor import make_anchor
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

ONE = "Oslo counts 700 boats in May. Husum counts 30 boats in all. The ferry was late again."
TWO = "First of all it rained. " + ONE
THREE = "So it was. " + TWO.replace(" The ferry was late again.", "")


@pytest.fixture
def kept(store: Store) -> Store:
    feed, _ = store.feeds.add("https://example.org/feed")
    assert keep(store, a_draft(ONE, feed_id=feed.id, guid="g"), now=NOW).is_new
    for words in ("Husum counts 30 boats", "The ferry was late"):
        start = ONE.index(words)
        store.annotations.add(
            1, make_anchor(ONE, Span(start, start + len(words))), now=NOW, uid=words
        )
    store.annotations.add(1, None, now=NOW, uid="whole")
    start = ONE.index("700")
    store.verdicts.put(
        Verdict(1, "figure", make_anchor(ONE, Span(start, start + 3)), "confirmed"), now=NOW
    )
    start = ONE.index("ferry")
    store.verdicts.put(
        Verdict(1, "entity", make_anchor(ONE, Span(start, start + 5)), "rejected"), now=NOW
    )
    return store


def revise(store: Store, text: str) -> None:
    added = keep(store, a_draft(text, feed_id=1, guid="g"), now=NOW + 9)
    assert (added.id, added.is_revised) == (1, True)


def stand(store: Store) -> dict[str, tuple[str, str]]:
    """Where each note is said to stand: its status and the words that are there now."""
    text = store.articles.text(1)
    return {
        note.uid: (note.status, text[slice(*note.span)] if note.span else "")
        for note in store.annotations.of(1)
    }


def ruled(store: Store) -> list[str | None]:
    text = store.articles.text(1)
    return [
        text[slice(*verdict.span)] if verdict.span else None for verdict in store.verdicts.of(1)
    ]


def test_notes_and_verdicts_go_along_with_their_words(kept):
    revise(kept, TWO)
    assert stand(kept) == {
        "whole": ("ok", ""),
        "Husum counts 30 boats": ("ok", "Husum counts 30 boats"),
        "The ferry was late": ("ok", "The ferry was late"),
    }
    assert ruled(kept) == ["700", "ferry"]


def test_what_lost_its_words_says_so_and_finds_them_when_they_come_back(kept):
    revise(kept, TWO)
    revise(kept, THREE)
    assert stand(kept)["The ferry was late"] == ("orphan", "")
    assert stand(kept)["Husum counts 30 boats"] == ("ok", "Husum counts 30 boats")
    assert ruled(kept) == ["700", None]
    revise(kept, TWO)
    assert stand(kept)["The ferry was late"] == ("ok", "The ferry was late")


def test_a_note_made_on_a_later_text_goes_along_from_that_one(kept):
    revise(kept, TWO)
    start = TWO.index("First")
    kept.annotations.add(1, make_anchor(TWO, Span(start, start + 8)), now=NOW, uid="First of")
    revise(kept, THREE)
    assert stand(kept)["First of"] == ("ok", "First of")


def test_a_note_tells_its_sentence_from_a_double_through_many_revisions(kept):
    """It is resolved from the text that it was made on, so that no error adds up."""
    same = "The gate stays shut on Mondays."
    day = f"One bell rings every day at six. {same} Two bells ring every day at seven."
    text = f"{day} {day} {day}"
    revise(kept, text)
    second = text.index(same, len(day))
    kept.annotations.add(
        1, make_anchor(text, Span(second, second + len(same))), now=NOW, uid="same"
    )
    for front in ("Now. ", "Now. Then. ", "Now. Then. Once more. "):
        revise(kept, front + text)
        note = kept.annotations.by_uid("same")
        assert (note.status, note.span.start) == ("ok", second + len(front))
        assert note.anchor.start == second


def test_the_full_text_in_place_of_a_summary_takes_the_notes_along(kept):
    added = keep_text(kept, 1, a_draft(TWO), now=NOW + 9)
    assert (added.id, added.is_revised, added.old_text) == (1, True, ONE)
    assert stand(kept)["The ferry was late"] == ("ok", "The ferry was late")


def test_the_same_words_again_move_nothing(kept):
    kept.annotations.place(1, Span(0, 4), "changed")
    for added in (
        keep(kept, a_draft(ONE, feed_id=1, guid="g"), now=NOW + 9),
        keep_text(kept, 1, a_draft(ONE), now=NOW + 9),
    ):
        assert (added.id, added.is_new, added.is_revised) == (1, False, False)
    assert stand(kept)["Husum counts 30 boats"] == ("changed", "Oslo")


def test_a_deleted_note_goes_along_too_since_it_can_come_back(kept):
    kept.annotations.delete(kept.annotations.by_uid("The ferry was late").id)
    revise(kept, TWO)
    kept.annotations.restore(2)
    assert stand(kept)["The ferry was late"] == ("ok", "The ferry was late")


def test_a_verdict_follows_its_own_of_two_equal_numbers_through_revisions(kept):
    same = "The gate stays shut on Mondays."
    day = f"One bell rings every day at six. {same} Two bells ring every day at seven."
    text = f"{day} {day}"
    revise(kept, text)
    second = text.rindex("shut")
    anchor = make_anchor(text, Span(second, second + 4))
    kept.verdicts.put(Verdict(1, "figure", anchor, "confirmed"), now=NOW)
    for front in ("Now. ", "Now. Then. ", "Now. Then. Once more. "):
        revise(kept, front + text)
        assert kept.verdicts.of(1)[-1].span == Span(second + len(front), second + len(front) + 4)


def test_a_verdict_whose_figure_was_corrected_stands_on_nothing(kept):
    """What was confirmed of 700 is not said of 800."""
    start = ONE.index("30 boats in all")
    span = Span(start, start + 15)
    kept.verdicts.put(Verdict(1, "figure", make_anchor(ONE, span), "confirmed"), now=NOW)
    revise(kept, ONE.replace("700", "800").replace("30 boats", "40 boats"))
    assert ruled(kept) == [None, None, "ferry"]


# ------------------------------------------------------------------ highlights that came before their page

PAGE = (
    "The mill is shut. Bread – costs two coins today. The mill is shut. The ferry was late again."
)
MARKS = (
    "The mill is shut",
    "The ferry was late",
    "Bread - costs two coins",
    "today",
    "shut",
    "again",
    "Nobody said",
)


@pytest.fixture
def saved(store: Store) -> Store:
    """An address with highlights, as another reader's list gives it: their words one below the other."""
    text = "\n\n".join(MARKS)
    draft = a_draft(text, link="https://example.org/a", is_full_text=False)
    assert keep(store, draft, now=NOW).is_new
    store.annotations.add(1, None, now=NOW, uid="whole", note="Read this.")
    start = 0
    for words in MARKS:
        anchor = make_anchor(text, Span(start, start + len(words)))
        store.annotations.add(1, anchor, now=NOW, uid=words, note=f"On {words}")
        start += len(words) + 2
    return store


def test_highlights_stand_on_the_words_of_their_page_when_it_comes(saved):
    saved.annotations.delete(saved.annotations.by_uid("The ferry was late").id)
    keep_text(saved, 1, a_draft(PAGE), now=NOW + 9)
    saved.annotations.restore(3)
    assert stand(saved) == {
        "whole": ("ok", ""),
        "The ferry was late": ("ok", "The ferry was late"),
        "Bread - costs two coins": ("ok", "Bread – costs two coins"),
        "today": ("ok", "today"),
        "again": ("ok", "again"),
        "The mill is shut": ("orphan", ""),
        "shut": ("orphan", ""),
        "Nobody said": ("orphan", ""),
    }
    for words, there in (
        ("The ferry was late", "The ferry was late"),
        ("Bread - costs two coins", "Bread – costs two coins"),
        ("today", "today"),
        ("again", "again"),
    ):
        start = PAGE.index(there)
        note = saved.annotations.by_uid(words)
        assert note.anchor == make_anchor(PAGE, Span(start, start + len(there)))
        assert (note.revision, note.suggestion, note.note) == (2, None, f"On {words}")
    assert saved.annotations.by_uid("Nobody said").revision == 1


def test_of_words_that_the_page_has_twice_a_highlight_says_it_does_not_know_which(saved):
    keep_text(saved, 1, a_draft(PAGE), now=NOW + 9)
    for words in ("The mill is shut", "shut"):
        assert PAGE[slice(*saved.annotations.by_uid(words).suggestion)] == words
    # A later page that has them once tells it.
    keep_text(saved, 1, a_draft(PAGE[18:]), now=NOW + 19)
    assert stand(saved)["The mill is shut"] == ("ok", "The mill is shut")


def test_once_on_its_page_a_highlight_goes_along_with_the_page(saved):
    keep_text(saved, 1, a_draft(PAGE), now=NOW + 9)
    twice = f"The ferry was late in May. {PAGE}"
    keep_text(saved, 1, a_draft(twice), now=NOW + 19)
    note = saved.annotations.by_uid("The ferry was late")
    assert (note.status, note.span.start) == ("ok", twice.rindex("The ferry"))


@pytest.mark.parametrize("kind", ["of a feed", "whole"])
def test_a_note_on_a_text_that_somebody_wrote_keeps_what_it_was_made_on(store, kind):
    """Only a list of highlights is no text: in any other one the words beside a note tell its place."""
    if kind == "of a feed":
        feed, _ = store.feeds.add("https://example.org/feed")
        keep(store, a_draft(ONE, feed_id=feed.id, guid="g", is_full_text=False), now=NOW)
    else:
        keep(store, a_draft(ONE), now=NOW)
    start = ONE.index("The ferry")
    anchor = make_anchor(ONE, Span(start, start + 18))
    store.annotations.add(1, anchor, now=NOW, uid="ferry")
    keep_text(store, 1, a_draft(TWO), now=NOW + 9)
    note = store.annotations.by_uid("ferry")
    assert (note.status, note.anchor, note.revision) == ("ok", anchor, 1)


@pytest.mark.parametrize("way", [keep, lambda s, d, now: keep_text(s, 1, d, now=now)])
def test_a_correction_that_fails_half_way_leaves_text_and_notes_as_they_were(
    kept, way, monkeypatch
):
    monkeypatch.setattr(kept.verdicts, "place", lambda *_: 1 / 0)
    before = stand(kept)
    with pytest.raises(ZeroDivisionError):
        way(kept, a_draft(TWO, feed_id=1, guid="g"), now=NOW + 9)
    assert kept.articles.text(1) == ONE
    assert stand(kept) == before


def test_a_page_that_comes_for_an_article_that_was_deleted_meanwhile_waits_there_with_it(saved):
    saved.articles.delete([1])
    assert keep_text(saved, 1, a_draft(PAGE), now=NOW + 9).is_revised
    saved.articles.restore([1])
    assert saved.articles.text(1) == PAGE
    assert stand(saved)["The ferry was late"] == ("ok", "The ferry was late")
