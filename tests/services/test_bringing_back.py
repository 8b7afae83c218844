"""What an export brings back joins what is here: nothing here is lost, nothing comes to stand on other words."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Draft
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.query import parse_query
from lesart.services.asking.rules import rules_of
from lesart.services.exporting.export import pieces
from lesart.services.importing import restore_export
from lesart.services.importing.import_files import import_paths
from lesart.services.outcomes import BroughtBack, Failed
from lesart.services.save_article import keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

ONE = "Oslo counts 700 boats in May. Husum counts 30 boats in all. The ferry was late again."
TWO = f"First of all it rained. {ONE}"
THREE = TWO.replace(" The ferry was late again.", " Nobody waited.")
LINK = "https://example.org/boats"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "here.sqlite") as store:
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """The library that is exported: one article with a mark on its first text."""
    with Store.open(tmp_path / "there.sqlite") as store:
        draft = a_draft(ONE, title="Boats", link=LINK, guid="boats", tags=("harbour",))
        store.articles.add(draft, now=NOW)
        mark(store, "Husum counts 30 boats", uid="husum", note="Really?")
        yield store


def mark(store: Store, words: str, article_id: int = 1, **values: Any) -> Annotation:
    text = store.articles.text(article_id) or ""
    start = text.index(words)
    anchor = make_anchor(text, Span(start, start + len(words)))
    return store.annotations.add(article_id, anchor, **{"now": NOW, **values})


def revise(store: Store, text: str, now: int, **values: Any) -> None:
    draft = Draft(title="Boats", text=text, link=LINK, guid="boats", **values)
    assert keep_text(store, 1, draft, now=now).is_revised


def exported(store: Store, format_: str = "jsonl") -> str:
    return "".join(pieces(store, format_, parse_query("", date(2026, 11, 23)), is_whole=True))


def bring(out: str, store: Store, folder: Path, ending: str = "jsonl") -> list[Any]:
    path = folder / f"out.{ending}"
    path.write_text(out, "utf-8")
    return list(import_paths([path], store, now=NOW + 999))


def errors(outcomes: list[Any]) -> list[str]:
    return [str(outcome.error) for outcome in outcomes if isinstance(outcome, Failed)]


def stands_on(store: Store, uid: str) -> tuple[str, str, int]:
    """The note's status, the words it stands on, the number of the text it was made on."""
    note = store.annotations.by_uid(uid)
    text = store.articles.text(note.article_id)
    return note.status, text[slice(*note.span)] if note.span else "", note.revision


# ------------------------------------------------------------------ notes


def test_what_came_and_what_stayed_is_counted(there, here, tmp_path):
    for uid in ("same", "newer here", "newer there"):
        mark(there, "The ferry", uid=uid, note=uid)
    bring(exported(there), here, tmp_path)
    here.annotations.change(here.annotations.by_uid("newer here").id, now=NOW + 9, note="Mine.")
    there.annotations.change(
        there.annotations.by_uid("newer there").id, now=NOW + 9, note="Theirs.", colour="red",
        tags=["x"],
    )  # fmt: skip
    mark(there, "again", uid="new", note="New.")
    [outcome] = bring(exported(there), here, tmp_path)
    assert (outcome.is_new, outcome.notes, outcome.kept, outcome.replaced) == (False, 2, 1, 1)
    told = {uid: here.annotations.by_uid(uid).note for uid in ("same", "newer here", "new")}
    assert told == {"same": "same", "newer here": "Mine.", "new": "New."}
    theirs = here.annotations.by_uid("newer there")
    assert (theirs.note, theirs.colour, theirs.tags) == ("Theirs.", "red", ("x",))
    [again] = bring(exported(there), here, tmp_path)
    assert (again.notes, again.kept, again.replaced) == (0, 1, 0)


def test_a_newer_reply_still_answers_whom_it_answered(there, here, tmp_path):
    reply = there.annotations.add(
        1, None, now=NOW, parent=there.annotations.by_uid("husum").id, note="Yes.", uid="reply"
    )
    bring(exported(there), here, tmp_path)
    there.annotations.change(reply.id, now=NOW + 5, note="No.")
    bring(exported(there), here, tmp_path)
    answer = here.annotations.by_uid("reply")
    assert (answer.note, answer.parent) == ("No.", here.annotations.by_uid("husum").id)


def test_a_note_on_a_text_that_is_here_too_stays_made_on_it(there, here, tmp_path):
    """Here the text was corrected once more; the text that the note was made on is an older one."""
    here.articles.add(a_draft("Before.", title="Boats", link=LINK, guid="boats"), now=NOW)
    for number, text in enumerate((ONE, TWO), 1):
        revise(here, text, NOW + number)
    bring(exported(there), here, tmp_path)
    assert stands_on(here, "husum") == ("ok", "Husum counts 30 boats", 2)
    note = here.annotations.by_uid("husum")
    assert note.anchor == there.annotations.by_uid("husum").anchor
    assert note.span.start == TWO.index("Husum")


def test_a_note_on_an_older_text_of_the_export_is_resolved_from_that_text(there, here, tmp_path):
    """Where both sentences are the same only the text it was made on tells which one is meant."""
    same = "The gate stays shut on Mondays."
    old = f"One bell rings every day at six. {same} Two bells ring every day at seven."
    both = f"{old} {old}"
    revise(there, both, NOW + 1)
    second = both.rindex(same)
    there.annotations.add(
        1, make_anchor(both, Span(second, second + len(same))), now=NOW, uid="second"
    )
    revise(there, f"Now. {both}", NOW + 2)
    here.articles.add(a_draft(f"Later on. {both}", title="Boats", link=LINK, guid="boats"), now=NOW)
    bring(exported(there), here, tmp_path)
    note = here.annotations.by_uid("second")
    assert (note.status, note.span.start) == ("ok", second + len("Later on. "))
    assert note.anchor == make_anchor(here.articles.text(1), note.span)
    assert note.revision == here.articles.get(1).revision == 1


def test_a_note_whose_words_are_gone_here_says_where_they_may_be(there, here, tmp_path):
    same = "The gate stays shut on Mondays."
    old = f"Boats come early. {same} Bread is sold at noon. {same} Lamps go out at ten."
    second = old.rindex(same)
    revise(there, old, NOW + 1)
    there.annotations.add(
        1, make_anchor(old, Span(second, second + len(same))), now=NOW, uid="second"
    )
    here.articles.add(a_draft(old, title="Boats", link=LINK, guid="boats"), now=NOW)
    revise(here, old[:second] + old[second + len(same) + 1 :], NOW + 2)
    bring(exported(there), here, tmp_path)
    note = here.annotations.by_uid("second")
    assert (note.status, note.span, note.revision) == ("orphan", None, 1)
    assert note.suggestion == Span(18, 18 + len(same))


def test_of_a_text_that_is_not_here_a_note_is_put_on_the_words_that_are(there, here, tmp_path):
    mark(there, "The ferry was late again", uid="gone")
    here.articles.add(a_draft(THREE, title="Boats", link=LINK, guid="boats"), now=NOW)
    there.annotations.add(1, None, now=NOW, uid="whole", note="On the whole.", revision=1)
    bring(exported(there), here, tmp_path)
    assert stands_on(here, "husum") == ("ok", "Husum counts 30 boats", 1)
    note = here.annotations.by_uid("husum")
    assert note.anchor == make_anchor(THREE, note.span)
    assert stands_on(here, "gone") == ("orphan", "", 1)
    assert here.annotations.by_uid("gone").anchor.exact == "The ferry was late again"
    assert here.annotations.by_uid("whole").anchor is None


def test_a_note_that_stands_on_another_copy_here_stays_on_it_with_what_it_says_now(
    there, here, tmp_path
):
    """The same words came here under another address, and the note was put there by hand."""
    bring(exported(there), here, tmp_path)
    here.articles.add(a_draft("Another text: boats.", title="Other"), now=NOW)
    note = here.annotations.by_uid("husum")
    anchor = make_anchor("Another text: boats.", Span(14, 19))
    here.annotations.put(replace(note, article_id=2, anchor=anchor, span=Span(14, 19)))
    there.annotations.change(1, now=NOW + 5, note="Newer.", colour="green", tags=["t"])
    [outcome] = bring(exported(there), here, tmp_path)
    note = here.annotations.by_uid("husum")
    assert (note.article_id, note.anchor, note.span) == (2, anchor, Span(14, 19))
    assert (note.note, note.colour, note.tags, note.changed) == ("Newer.", "green", ("t",), NOW + 5)
    assert (outcome.notes, outcome.replaced) == (1, 1)


# ------------------------------------------------------------------ texts


def test_what_came_after_the_text_that_is_here_comes_in_as_revisions(there, here, tmp_path):
    bring(exported(there), here, tmp_path)
    revise(there, TWO, NOW + 10, author="A. B.")
    revise(there, THREE, NOW + 20, author="A. B.", text_state="Cut.")
    bring(exported(there), here, tmp_path)
    assert here.articles.text(1) == THREE
    assert here.articles.revisions(1) == there.articles.revisions(1)
    mine, theirs = here.articles.get(1), there.articles.get(1)
    for name in ("revision", "revised", "author", "text_state", "link", "guid", "title"):
        assert getattr(mine, name) == getattr(theirs, name), name
    assert stands_on(here, "husum") == ("ok", "Husum counts 30 boats", 1)
    assert exported(here) == exported(there)


def test_a_text_that_is_newer_here_stays(there, here, tmp_path):
    bring(exported(there), here, tmp_path)
    revise(here, TWO, NOW + 10)
    bring(exported(there), here, tmp_path)
    assert here.articles.text(1) == TWO
    assert [one.text for one in here.articles.revisions(1)] == [ONE]


def test_a_text_that_was_put_back_to_what_it_had_been_is_no_step_behind(there, here, tmp_path):
    revise(there, TWO, NOW + 10)
    revise(there, ONE, NOW + 20)
    here.articles.add(a_draft(ONE, title="Boats", link=LINK, guid="boats"), now=NOW)
    bring(exported(there), here, tmp_path)
    assert (here.articles.text(1), here.articles.revisions(1)) == (ONE, [])


def test_what_was_read_starred_or_tagged_in_either_library_is(there, here, tmp_path):
    bring(exported(there), here, tmp_path)
    assert (here.articles.get(1).is_read, here.articles.get(1).is_starred) == (False, False)
    here.articles.set_tags(1, ["mine", "harbour"])
    here.articles.set_starred([1], True)
    there.articles.set_tags(1, ["harbour", "theirs"])
    there.articles.set_read([1], True)
    bring(exported(there), here, tmp_path)
    article = here.articles.get(1)
    assert (article.is_read, article.is_starred) == (True, True)
    assert article.tags == ("harbour", "mine", "theirs")
    there.articles.set_read([1], False)
    there.articles.set_starred([1], True)
    here.articles.set_starred([1], False)
    bring(exported(there), here, tmp_path)
    article = here.articles.get(1)
    assert (article.is_read, article.is_starred) == (True, True)


# ------------------------------------------------------------------ verdicts and findings


def judge(store: Store, words: str, ruling: str, made: int) -> None:
    text = store.articles.text(1)
    start = text.index(words)
    anchor = make_anchor(text, Span(start, start + len(words)))
    store.verdicts.put(Verdict(1, "figure", anchor, ruling), now=made)


def rulings(store: Store) -> list[tuple[str, str, bool]]:
    return [(v.anchor.exact, v.ruling, v.span is not None) for v in store.verdicts.of(1)]


def test_the_later_of_two_verdicts_stays(there, here, tmp_path):
    for words in ("700", "30"):
        judge(there, words, "confirmed", NOW)
    bring(exported(there), here, tmp_path)
    judge(here, "700", "rejected", NOW + 5)
    judge(there, "30", "rejected", NOW + 5)
    for _ in range(2):
        bring(exported(there), here, tmp_path)
        assert rulings(here) == [("700", "rejected", True), ("30", "rejected", True)]
    assert {verdict.made for verdict in here.verdicts.of(1)} == {NOW + 5}
    judge(there, "700", "confirmed", NOW + 5)
    bring(exported(there), here, tmp_path)
    assert rulings(here)[0] == ("700", "rejected", True), "of the same second the one here stays"


def test_a_verdict_comes_to_the_very_text_it_was_given_on_and_to_no_other(there, here, tmp_path):
    judge(there, "700", "confirmed", NOW)
    here.articles.add(a_draft(TWO, title="Boats", link=LINK, guid="boats"), now=NOW)
    bring(exported(there), here, tmp_path)
    assert rulings(here) == []


def test_a_verdict_whose_words_are_gone_comes_back_without_a_place(there, here, tmp_path):
    judge(there, "late", "rejected", NOW)
    judge(there, "700", "confirmed", NOW)
    revise(there, THREE, NOW + 1)
    assert rulings(there) == [("700", "confirmed", True), ("late", "rejected", False)]
    bring(exported(there), here, tmp_path)
    assert rulings(here) == rulings(there)


def test_findings_come_back_with_a_new_article_and_replace_none_that_are_here(
    there, here, tmp_path
):
    there.analyses.put(1, 1, Analysis("there", "en", note="By rules."))
    bring(exported(there), here, tmp_path)
    assert here.analyses.get(1) == Analysis("there", "en", note="By rules.")
    here.analyses.put(1, 1, Analysis("here", "en"))
    bring(exported(there), here, tmp_path)
    assert here.analyses.get(1).engine == "here"


# ------------------------------------------------------------------ what is asked of the library


def test_queries_and_words_that_are_here_stay_and_others_come(there, here, tmp_path):
    there.settings.save_query("Boats", "theirs", now=NOW)
    there.settings.save_query("Other", "oslo", now=NOW)
    there.settings.watch("Husum", now=NOW)
    there.settings.save_query("Bo\u202eats", "theirs too", now=NOW)
    here.settings.save_query("Boats", "mine", now=NOW)
    assert errors(bring(exported(there), here, tmp_path)) == []
    assert dict(here.settings.saved_queries()) == {"Boats": "mine", "Other": "oslo"}
    assert list(here.settings.watch_words()) == list(there.settings.watch_words())


def line(**record: Any) -> str:
    return json.dumps(record) + "\n"


HEAD = line(type="lesart", version=1)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (line(type="lesart", version=999), "a newer Lesart wrote this; what is not known"),
        (line(type="saved_query", name=3, query="x"), "says nothing that Lesart knows"),
        (line(type="watch_word", query=" \u202e "), "says nothing that Lesart knows"),
        (line(type="whatever"), "says nothing that Lesart knows"),
        ("[1]\n", "no JSON object"),
        ("no JSON\n", "no JSON object"),
        (line(type="rule"), "cannot be read"),
        (line(type="entity_choice"), "cannot be read"),
        (line(type="feed", url="ftp://example.org"), "must begin with http"),
    ],
)
def test_a_line_that_says_nothing_is_told_with_its_number_and_the_rest_goes_on(
    here, tmp_path, record, says
):
    after = line(type="watch_word", query="Oslo")
    [failed] = bring(f"{HEAD}\n  \n{record}{after}", here, tmp_path)
    assert isinstance(failed, Failed)
    assert says in str(failed.error)
    assert failed.name.endswith("out.jsonl:4")
    assert list(here.settings.watch_words()) == ["Oslo"]


def test_a_query_without_a_name_is_passed_over(here, tmp_path):
    assert bring(HEAD + line(type="saved_query", name="\u202e", query="x"), here, tmp_path) == []
    assert list(here.settings.saved_queries()) == []


def test_a_line_too_long_is_told_and_the_next_one_is_read(here, tmp_path, monkeypatch):
    monkeypatch.setattr(restore_export, "LARGEST_LINE", 100)
    long = line(type="watch_word", query="x" * 330)
    just = line(type="watch_word", query="y" * (100 - len(line(type="watch_word", query=""))))
    assert len(just) == 100
    after = line(type="watch_word", query="Oslo")
    [failed] = bring(f"{HEAD}{long}{just}{after}", here, tmp_path)
    assert "too long" in str(failed.error)
    assert failed.name.endswith(":2")
    assert sorted(word[:4] for word in here.settings.watch_words()) == ["Oslo", "yyyy"]


def test_a_line_too_long_that_never_ends_is_told(here, tmp_path, monkeypatch):
    monkeypatch.setattr(restore_export, "LARGEST_LINE", 100)
    [failed] = bring(HEAD + "x" * 250, here, tmp_path)
    assert "too long" in str(failed.error)


def test_a_feed_that_is_not_here_comes_with_what_was_set_for_it(here, tmp_path):
    here.feeds.add("https://known.example/feed", title="Known")
    theirs = {
        "title": "T\u202ee", "own_title": "Mine", "site": "https://new.example/", "folder": "Coast",
        "tags": ["a\u202eb", 3], "is_paused": True, "wants_full_text": True,
    }  # fmt: skip
    out = HEAD
    for url in ("https://known.example/feed", "http://new.example/feed"):
        out += line(type="feed", url=url, **theirs)
    plain = {"title": 3, "own_title": [], "tags": "a", "is_paused": 1, "wants_full_text": "yes"}
    out += line(type="feed", url="https://plain.example/\u202efeed", **plain)
    assert bring(out, here, tmp_path) == []
    new = here.feeds.by_url("http://new.example/feed")
    assert (*here.feeds.titles(new.id), new.site, new.folder) == (
        "Te", "Mine", "https://new.example/", "Coast",
    )  # fmt: skip
    assert (new.tags, new.is_paused, new.wants_full_text) == (("ab", "3"), True, True)
    known = here.feeds.by_url("https://known.example/feed")
    assert (*here.feeds.titles(known.id), known.folder, known.is_paused) == ("Known", "", "", False)
    with closing(sqlite3.connect(here.path)) as file:
        assert file.execute("SELECT added FROM feed WHERE id = ?", [new.id]).fetchone() == (
            NOW + 999,
        )
    plain = here.feeds.by_url("https://plain.example/feed")
    assert (*here.feeds.titles(plain.id), plain.site, plain.tags) == ("", "", "", ())
    assert (plain.is_paused, plain.wants_full_text) == (False, False)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (1, 1), (3600, 3600), (2**40 - 1, 2**40 - 1),
        (0, None), (-60, None), (2**40, None), (2**70, None), (True, None), (1.5, None), ("3600", None), (None, None),
    ],
)  # fmt: skip
def test_how_often_a_feed_is_visited_and_how_long_it_is_muted_come_back(
    here, tmp_path, written, kept
):
    url = "https://new.example/feed"
    for name in ("every", "muted_until"):
        out = HEAD + line(type="feed", url=f"{url}/{name}", **{name: written})
        assert bring(out, here, tmp_path) == []
        feed = here.feeds.by_url(f"{url}/{name}")
        assert getattr(feed, name) == kept
        assert {feed.every, feed.muted_until} == {kept, None}


def test_names_of_a_choice_that_never_end_are_cut(here, tmp_path):
    names = [["PER:a" + "x" * 900, "A" * 900, "PER"], ["PER:b", "B", "PER"]]
    choice = {"type": "entity_choice", "names": names, "is_same": True, "made": NOW}
    assert bring(HEAD + line(**choice), here, tmp_path) == []
    [kept] = here.entity_choices.all()
    assert (len(kept.one.key), len(kept.one.name)) == (300, 300)


RULE = {
    "type": "rule",
    "name": "R\u202e1",
    "query": "Os\u202elo",
    "action": "tag",
    "tag": "t\u202eag",
}


def test_a_rule_comes_into_an_empty_library_only_and_one_that_runs_a_command_into_none(
    here, tmp_path
):
    command = {**RULE, "name": "Run", "action": "run", "command": ["true"]}
    told = errors(bring(HEAD + line(**RULE) + line(**command), here, tmp_path))
    assert ["“Run” starts a command and was not taken in" in error for error in told] == [True]
    [rule] = rules_of(here)
    assert (rule.name, rule.query, rule.action, rule.tag) == ("R1", "Oslo", "tag", "tag")
    here.articles.add(a_draft(ONE), now=NOW)
    told = errors(bring(HEAD + line(**RULE) + line(**{**RULE, "name": "R2"}), here, tmp_path))
    assert ["“R2” would act on your articles" in error for error in told] == [True]
    assert rules_of(here) == [rule]


def test_a_choice_about_two_names_comes_back_and_is_never_of_the_future(here, tmp_path):
    one, other = ["PER:a", "A\u202e One", "PER"], ["PER:b", "B", "PER"]
    right = {"type": "entity_choice", "names": [one, other], "is_same": True, "made": NOW + 10**6}
    assert bring(HEAD + line(**right), here, tmp_path) == []
    [kept] = here.entity_choices.all()
    assert (kept.one, kept.other) == (("PER:a", "A One", "PER"), ("PER:b", "B", "PER"))
    assert (kept.is_same, kept.made) == (True, NOW + 999)
    earlier = {**right, "names": [one, ["PER:c", "C", "PER"]], "is_same": False, "made": NOW - 5}
    assert bring(HEAD + line(**earlier), here, tmp_path) == []
    assert (here.entity_choices.all()[0].is_same, here.entity_choices.all()[0].made) == (
        False,
        NOW - 5,
    )
    for wrong in (
        {"names": [one]}, {"names": [one, one]}, {"names": [one, ["", "B", "PER"]]},
        {"names": [one, ["PER:b", "\u202e", "PER"]]}, {"names": [one, ["PER:b", "B", "CAT"]]},
        {"made": "now"}, {"is_same": 1}, {"names": [["", "A", "PER"], other]},
    ):  # fmt: skip
        told = errors(bring(HEAD + line(**{**right, **wrong}), here, tmp_path))
        assert ["cannot be read" in error for error in told] == [True], wrong
    assert len(here.entity_choices.all()) == 2


# ------------------------------------------------------------------ documents


def test_what_is_no_file_or_too_large_is_refused_in_a_sentence(here, tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("pipe.json", "nothing.json"):
        with pytest.raises(restore_export.ImportFailed, match="no regular file"):
            list(restore_export.bring_back(tmp_path / name, here, now=NOW))
    (tmp_path / "big.json").write_text(json.dumps({"rows": []}))
    size = (tmp_path / "big.json").stat().st_size
    monkeypatch.setattr(restore_export, "LARGEST_DOCUMENT", size)
    assert list(restore_export.bring_back(tmp_path / "big.json", here, now=NOW)) == []
    monkeypatch.setattr(restore_export, "LARGEST_DOCUMENT", size - 1)
    with pytest.raises(restore_export.ImportFailed, match="too large"):
        list(restore_export.bring_back(tmp_path / "big.json", here, now=NOW))


def test_a_file_that_the_disk_does_not_give_is_told(here, tmp_path, monkeypatch):
    path = tmp_path / "out.json"
    path.write_text("{}")

    def refused(*_args: Any, **_values: Any) -> Any:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(restore_export.ImportFailed, match=r"Input/output error\.$"):
        list(restore_export.bring_back(path, here, now=NOW))


def test_annotations_in_a_broken_file_are_refused_once(here, tmp_path):
    document = '{\n"type": "Annotation",\n"id": broken\n'
    assert ["does not know" in error for error in errors(bring(document, here, tmp_path))] == [True]


def foreign(uid: str, words: str, link: str = LINK, **values: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": words}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": uid, "type": "Annotation",
        "created": "2020-01-02T03:04:05Z", "modified": "2020-01-02T03:04:05Z",
        "body": [{"type": "TextualBody", "value": f"On {words}", "purpose": "commenting"}],
        "target": {"source": link, "selector": [selector]}, **values,
    }  # fmt: skip


ANNOTATION = foreign("urn:a:1", "700 boats")


@pytest.mark.parametrize(
    "document",
    [
        json.dumps(ANNOTATION),
        json.dumps({**ANNOTATION, "type": ["Annotation", "x:Mine"]}),
        json.dumps([ANNOTATION]),
        json.dumps({"type": "AnnotationPage", "items": [ANNOTATION]}),
        json.dumps({"type": "AnnotationCollection", "first": {"items": [ANNOTATION, 3]}}),
        json.dumps(ANNOTATION) + "\n\n" + json.dumps(foreign("urn:a:2", "late")) + "\n",
    ],
)
def test_annotations_of_others_come_in_whatever_they_are_wrapped_in(there, tmp_path, document):
    [outcome] = bring(document, there, tmp_path, "json")
    assert isinstance(outcome, BroughtBack)
    assert (outcome.article_id, outcome.is_new) == (1, False)
    assert outcome.notes == (2 if "urn:a:2" in document else 1)
    assert stands_on(there, "urn:a:1")[:2] == ("ok", "700 boats")


def test_of_annotations_one_a_line_what_is_none_is_told_with_its_line(there, tmp_path):
    document = f"{json.dumps(ANNOTATION)}\n[3]\n   \nno\n"
    outcomes = bring(document, there, tmp_path, "json")
    names = [one.name.rpartition(":")[2] for one in outcomes if isinstance(one, Failed)]
    assert names == ["2", "4"]
    assert set(errors(outcomes)) == {error for error in errors(outcomes) if "no W3C" in error}
    assert there.annotations.by_uid("urn:a:1") is not None


def test_annotations_on_pages_that_are_not_here_are_counted_by_page(there, tmp_path):
    document = [
        ANNOTATION, foreign("urn:a:2", "x", "https://elsewhere.example/1"),
        foreign("urn:a:3", "y", "https://elsewhere.example/1"), foreign("", "700"),
        {**foreign("urn:a:4", "z"), "target": {}},
        {**foreign("urn:a:5", "z"), "target": "urn:a:1", "motivation": "replying"},
    ]  # fmt: skip
    outcomes = bring(json.dumps(document), there, tmp_path, "json")
    told = " ".join(errors(outcomes))
    assert "2 of its notes are on https://elsewhere.example/1, which is not here" in told
    assert "1 of its notes is on a page without address" in told
    assert "the annotation has no id" in told
    [numbered] = [o for o in outcomes if isinstance(o, Failed) and "no id" in str(o.error)]
    assert numbered.name.endswith("annotation 4")
    [came] = [one for one in outcomes if isinstance(one, BroughtBack)]
    assert came.notes == 2
    reply = there.annotations.by_uid("urn:a:5")
    assert reply.parent == there.annotations.by_uid("urn:a:1").id


@pytest.mark.parametrize("document", [{"first": 3}, {"first": {"items": {}}}, {}, {"items": 1}])
def test_a_collection_without_a_list_is_refused(here, tmp_path, document):
    told = bring(json.dumps({"type": "AnnotationCollection", **document}), here, tmp_path, "json")
    assert ["holds no list" in error for error in errors(told)] == [True]


def test_a_collection_of_ours_tells_what_of_it_cannot_come_in(there, here, tmp_path):
    document = json.loads(exported(there, "w3c"))
    document["lesart:articles"] += [3, {"title": 3}]
    lost = dict(document["first"]["items"][0]["lesart:note"], article="f" * 99)
    document["first"]["items"] += [{"lesart:note": lost}] * 2
    outcomes = bring(json.dumps(document), here, tmp_path, "jsonld")
    assert [type(one) for one in outcomes] == [BroughtBack, Failed, Failed, Failed]
    assert outcomes[0].notes == 1
    assert [one.name.rpartition(", ")[2] for one in outcomes[1:3]] == ["article 2", "article 3"]
    assert "2 notes are on an article (ffff" in str(outcomes[3].error)
    assert "f" * 41 not in str(outcomes[3].error)
    assert stands_on(here, "husum") == ("ok", "Husum counts 30 boats", 1)


def test_a_note_of_ours_that_names_no_article_is_one_of_another_program(there, tmp_path):
    items = [{**ANNOTATION, "lesart:note": {}}, {**foreign("urn:a:2", "late"), "lesart:note": 3}]
    document = {"type": "AnnotationCollection", "first": {"items": items}}
    [outcome] = bring(json.dumps(document), there, tmp_path, "jsonld")
    assert (outcome.article_id, outcome.notes) == (1, 2)


def test_a_collection_finds_its_article_under_any_feed(there, here, tmp_path):
    feed, _ = here.feeds.add("https://example.org/feed")
    here.articles.add(a_draft(TWO, title="Mine", link=LINK, feed_id=feed.id, guid="f"), now=NOW)
    [outcome] = bring(exported(there, "w3c"), here, tmp_path, "jsonld")
    assert (outcome.article_id, outcome.is_new) == (1, False)
    assert stands_on(here, "husum")[:2] == ("ok", "Husum counts 30 boats")


def test_an_article_of_a_feed_that_is_here_comes_back_into_it(here, tmp_path):
    with Store.open(tmp_path / "other.sqlite") as other:
        feed, _ = other.feeds.add("https://example.org/feed", title="Paper")
        other.articles.add(a_draft(ONE, feed_id=feed.id, guid="g"), now=NOW)
        out = exported(other)
    here.feeds.add("https://first.example/feed")
    bring(out, here, tmp_path)
    assert here.articles.get(1).feed_id == here.feeds.by_url("https://example.org/feed").id
    without = "".join(one for one in out.splitlines(True) if '"type": "feed"' not in one)
    with Store.open(tmp_path / "third.sqlite") as third:
        bring(without, third, tmp_path)
        assert third.articles.get(1).feed_id is None
