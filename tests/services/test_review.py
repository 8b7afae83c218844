"""The daily review: what is due, what is kept of the answers, and where they go with the library."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.exporting.export import pieces
from lesart.services.importing.restore_export import bring_back
from lesart.services.review import NEW_A_DAY, answered, card_of, intervals, waiting
from lesart.store import Store
from lesart.store.file.salvage import salvage
from tests.cli.conftest import lesart  # noqa: F401
from tests.conftest import NOW, a_draft

DAY = 86_400
TEXT = "Der Pegel stieg um 40 Zentimeter.\n\n" + "Ein langer Absatz steht hier. " * 60


def a_library(path: Path, count: int = 1) -> Store:
    store = Store.open(path)
    store.articles.add(a_draft(TEXT, title="Hochwasser"), now=NOW)
    for number in range(count):
        anchor = make_anchor(TEXT, Span(number, number + 9))
        store.annotations.add(
            1, anchor, now=NOW + number, note=f"note {number}", uid=f"uid-{number}"
        )
    return store


def answer(store: Store, note: int, grade: int, now: int) -> None:
    card = card_of(store, note)
    assert card is not None
    store.reviews.put([answered(card.note.uid, card.last, grade, now)])


def test_each_is_asked_when_it_is_due_and_answers_make_it_seldom(tmp_path):
    with a_library(tmp_path / "l.sqlite") as store:
        now, days = NOW, []
        for _ in range(5):
            assert waiting(store, now, is_any=True) in (([], [1]), ([1], []))
            before = now
            answer(store, 1, 3, now)
            last = store.reviews.last("uid-0")
            assert waiting(store, last.due - 1) == ([], [])
            now = last.due
            days.append((now - before) // DAY)
        assert days == sorted(set(days))  # known each time: asked ever more seldom
        short, *_, long = intervals(store.reviews.last("uid-0"), now)
        assert short < long
        answer(store, 1, 0, now)
        assert waiting(store, now + 9999 * DAY) == ([], [])  # never again
        store.reviews.take_back(store.reviews.last("uid-0"))
        assert waiting(store, now) == ([1], [])


def test_a_day_has_so_many_new_ones_and_gone_notes_are_not_asked(tmp_path):
    with a_library(tmp_path / "l.sqlite", NEW_A_DAY + 5) as store:
        assert waiting(store, NOW).new == list(range(1, NEW_A_DAY + 1))
        for note in (1, 2, 3):
            answer(store, note, 3, NOW)
        store.annotations.delete(4)
        store.annotations.add(1, None, now=NOW, note="a reply", parent=5)
        assert len(waiting(store, NOW).new) == NEW_A_DAY - 3
        assert waiting(store, NOW).new[0] == 5
        assert len(waiting(store, NOW, is_any=True).new) == NEW_A_DAY + 5 - 4
        store.articles.delete([1])
        assert waiting(store, NOW + 99 * DAY) == ([], [])


def test_a_long_paragraph_is_cut_around_the_words(tmp_path):
    with a_library(tmp_path / "l.sqlite") as store:
        at = TEXT.index("langer", 900)
        note = store.annotations.add(1, make_anchor(TEXT, Span(at, at + 6)), now=NOW)
        card = card_of(store, note.id)
        assert card.passage[slice(*card.lit)] == "langer"
        assert len(card.passage) < 900
        assert card.passage.startswith("…")
        assert card.passage.endswith("…")


@pytest.mark.parametrize("card", ["", "{}", "[]", '{"due": 1}', "null", '{"card_id": "x"}'])
def test_a_state_that_cannot_be_read_begins_anew(tmp_path, card):
    with a_library(tmp_path / "l.sqlite") as store:
        store.reviews.put([answered("uid-0", None, 3, NOW)._replace(card=card)])
        assert intervals(card_of(store, 1).last, NOW + DAY) == intervals(None, NOW + DAY)


def test_answers_go_with_the_library_and_change_no_note(tmp_path):
    with a_library(tmp_path / "l.sqlite") as store:
        notes = store.annotations.of(1)
        answer(store, 1, 3, NOW)
        answer(store, 1, 4, NOW + 3 * DAY)
        given = store.reviews.of(["uid-0"])
        assert store.annotations.of(1) == notes
        lines = "".join(pieces(store, "jsonl", parse_query("", date(2026, 11, 28)), is_whole=True))
        w3c = "".join(pieces(store, "w3c", parse_query("", date(2026, 11, 28)), is_whole=True))
    assert "answers" not in w3c  # what others are shown is the note, not how well it is known
    (tmp_path / "all.jsonl").write_text(lines, "utf-8")
    with Store.open(tmp_path / "other.sqlite") as other:
        for _ in range(2):  # twice: nothing is doubled
            list(bring_back(tmp_path / "all.jsonl", other, now=NOW))
        assert other.reviews.of(["uid-0"]) == given
        later = answered("uid-0", given[-1], 1, NOW + 30 * DAY)
        other.reviews.put([later])
        list(bring_back(tmp_path / "all.jsonl", other, now=NOW))
        assert other.reviews.last("uid-0") == later  # what was answered here since stays
    Store.open(tmp_path / "fresh.sqlite").close()
    list(salvage(tmp_path / "l.sqlite", tmp_path / "fresh.sqlite"))
    with Store.open(tmp_path / "fresh.sqlite") as fresh:
        assert fresh.reviews.of(["uid-0"]) == given


@pytest.mark.parametrize("bad", ['["uid-0", 1, 9, 1, ""]', '["uid-0", -1, 1, 1, ""]', '"x"'])
def test_an_answer_that_is_none_is_refused_with_its_line(tmp_path, bad):
    with a_library(tmp_path / "l.sqlite") as store:
        answer(store, 1, 3, NOW)
        given = store.reviews.of(["uid-0"])
        lines = "".join(pieces(store, "jsonl", parse_query("", date(2026, 11, 28)), is_whole=True))
    start = lines.index('"answers": [') + len('"answers": [')
    end = lines.index("]]", start) + 1
    (tmp_path / "bad.jsonl").write_text(lines[:start] + bad + lines[end:], "utf-8")
    with Store.open(tmp_path / "other.sqlite") as other:
        [outcome] = bring_back(tmp_path / "bad.jsonl", other, now=NOW)
        assert "answer of the review" in str(outcome.error)
    assert given


def test_the_command_lists_answers_and_takes_back(lesart, tmp_path):  # noqa: F811
    with a_library(tmp_path / "library.sqlite"):
        pass
    assert "note 0" in lesart("review").out
    assert "2 days" in lesart("review", 1, "--answer", "good").err
    assert lesart("review").out == ""
    lesart("review", 1, "--undo")
    assert "note 0" in lesart("review").out
    assert lesart("review", "--answer", "good").status == 2
    assert "There is no note 9" in lesart("review", 9, "--answer", "good").err
    assert lesart("review", 1, "--undo").status == 2


def test_anki_knows_its_cards_again_and_no_word_is_a_tag(tmp_path):
    with a_library(tmp_path / "l.sqlite") as store:
        store.annotations.add(
            1, make_anchor(TEXT, Span(4, 9)), now=NOW, note='<b>"fat"</b>\tand\nmore', uid='#"1',
            tags=["two words", "a/b"],
        )  # fmt: skip
        query = parse_query("", date(2026, 11, 28))
        lines = "".join(pieces(store, "anki", query, is_whole=True)).splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert {"#separator:tab", "#html:true", "#guid column:1", "#tags column:4"} <= set(head)
    cards = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [len(card) for card in cards] == [4, 4]
    assert {card[0] for card in cards} == {"uid-0", "lesart:#'1"}
    [(_, front, back, tags)] = [card for card in cards if card[0] != "uid-0"]
    assert front == "Der <b>Pegel</b> stieg um 40 Zentimeter."
    assert html.escape('<b>"fat"</b>') + " and<br>more" in back
    assert tags == "two_words a::b"
