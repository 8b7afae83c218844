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
