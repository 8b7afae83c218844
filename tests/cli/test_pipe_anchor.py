"""`lesart pipe anchor`: where a note's words stand in a changed text, one answer a line."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.cli.conftest import Lesart

OLD = (
    "Der Rat tagte am Montag in Lund. Etwa 4.500 Soldaten bleiben im Land. "
    "Die Brücke wird im Mai gesperrt. Niemand wurde verletzt."
)


def selector(text: str, quote: str, nth: int = 0, context: int = 32) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    return {
        "exact": quote,
        "prefix": text[max(0, start - context) : start],
        "suffix": text[end : end + context],
        "start": start,
        "end": end,
    }


def ask(lesart: Lesart, *questions: Any) -> list[dict[str, Any]]:
    stdin = b"".join(json.dumps(question).encode() + b"\n" for question in questions)
    ran = lesart("pipe", "anchor", stdin=stdin)
    assert ran.status == 0
    return [json.loads(line) for line in ran.lines]


def found(lesart: Lesart, old: str, new: str, quote: str, nth: int = 0, *, with_old: bool = True):
    question = {"id": 1, "new_text": new, "selector": selector(old, quote, nth)}
    [answer] = ask(lesart, {**question, "old_text": old if with_old else None})
    assert list(answer) == ["id", "status", "start", "end", "changed", "suggest"]
    place = None if answer["start"] is None else new[answer["start"] : answer["end"]]
    return answer["status"], place


@pytest.mark.parametrize("with_old", [True, False])
@pytest.mark.parametrize(
    ("old", "quote"),
    [
        (OLD, "Etwa 4.500 Soldaten bleiben im Land."),
        (OLD, "4.500"),
        (
            "首相は月曜日に会見した。兵士は約四千五百人である。橋は五月に閉鎖される。",
            "兵士は約四千五百人である。",
        ),
        (
            "המועצה התכנסה ביום שני. כ-4,500 חיילים נשארים בארץ. הגשר ייסגר במאי.",
            "כ-4,500 חיילים נשארים בארץ.",
        ),
        (
            "اجتمع المجلس يوم الاثنين. يبقى نحو 4500 جندي في البلاد. يغلق الجسر في مايو.",
            "يبقى نحو 4500 جندي في البلاد.",
        ),
        (
            "Ein 👩‍🚒 rief e\u0301tage 3. Dann kam 👨‍👩‍👧 heraus. Es war zwei Uhr.",
            "Dann kam 👨‍👩‍👧 heraus.",
        ),
    ],
    ids=["de", "number", "zh", "he", "ar", "emoji"],
)
def test_words_are_found_after_what_came_before_them(lesart, old, quote, with_old):
    assert found(lesart, old, f"😀 Vorweg dies. {old}", quote, with_old=with_old) == ("ok", quote)


def test_of_two_equal_passages_the_one_that_was_marked_is_meant(lesart):
    old = f"{OLD} {OLD}"
    new = "Neu. " + old
    quote = "Niemand wurde verletzt."
    assert found(lesart, old, new, quote, 1) == ("ok", quote)
    [answer] = ask(
        lesart, {"id": 1, "new_text": new, "selector": selector(old, quote, 1), "old_text": old}
    )
    assert answer["start"] == new.rindex(quote)


def test_a_deleted_passage_is_an_orphan_also_where_one_like_it_stands(lesart):
    old = OLD + " Etwa 4.500 Soldaten bleiben im Norden."
    new = old.replace("Etwa 4.500 Soldaten bleiben im Land. ", "")
    for with_old in (True, False):
        status, place = found(
            lesart, old, new, "Etwa 4.500 Soldaten bleiben im Land.", with_old=with_old
        )
        assert (status, place) == ("orphan", None)


def test_a_mended_typo_is_told_as_changed(lesart):
    old = OLD.replace("gesperrt", "gespert")
    status, place = found(lesart, old, OLD, "Die Brücke wird im Mai gespert.")
    assert (status, place) == ("changed", "Die Brücke wird im Mai gesperrt.")


def test_a_paragraph_that_moved_takes_its_note_along(lesart):
    first, second, third = (
        f"{word} " * 3 + OLD.replace("Lund", word) for word in ("Oslo", "Rom", "Wien")
    )
    old, new = "\n\n".join([first, second, third]), "\n\n".join([third, first, second])
    quote = "Der Rat tagte am Montag in Wien."
    assert found(lesart, old, new, quote) == ("ok", quote)


def test_selectors_that_do_not_fit_are_orphans_and_nonsense_is_answered_with_an_error(lesart):
    good = {"exact": "Rat", "prefix": "", "suffix": "", "start": 4, "end": 7}
    answers = ask(
        lesart,
        {
            "id": "a",
            "new_text": OLD,
            "selector": {**good, "start": 10**9, "end": -3},
            "old_text": OLD,
        },
        {"id": "b", "new_text": OLD, "selector": {"exact": "nirgends"}, "old_text": OLD},
        {"id": "c", "new_text": "", "selector": good, "old_text": ""},
        {"id": "d", "selector": good},
        {"id": "e", "new_text": OLD, "selector": {"exact": 3}},
        {"id": "f", "new_text": 7, "selector": good, "old_text": None},
        [1],
        {"id": "g", "new_text": OLD, "selector": good},
    )
    assert [answer.get("id") for answer in answers] == ["a", "b", "c", "d", "e", "f", None, "g"]
    assert [answer.get("status", "error") for answer in answers] == [
        "ok", "orphan", "orphan", "error", "error", "error", "error", "orphan",
    ]  # fmt: skip
    # A short word without its surroundings could be any: it is shown, not claimed.
    assert answers[-1]["suggest"] == [4, 7]
    assert all(answer["error"].endswith(".") for answer in answers if "error" in answer)


@pytest.mark.parametrize("with_old", [True, False])
@pytest.mark.parametrize(
    "text",
    ["ja " * 20_000, "a" * 60_000, "1 2 3 4 5 " * 6_000, OLD * 300],
    ids=["ja", "a", "digits", "story"],
)
def test_endless_repetition_ends_soon(lesart, text, with_old):
    question = {
        "id": 1,
        "new_text": text[: len(text) // 2] + " neu " + text[len(text) // 2 :],
        "selector": selector(text, text[3000:3050]),
        "old_text": text if with_old else None,
    }
    began = time.process_time()
    [answer] = ask(lesart, question)
    assert answer["status"] in ("ok", "changed", "orphan")
    assert time.process_time() - began < 20
