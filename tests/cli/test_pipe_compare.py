"""`lesart pipe compare`: the figures of two articles beside each other, one answer a line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Lesart

HERE = {
    "text": "Bei dem Brand in Lyon starben 19 Menschen, rund 40 wurden verletzt.",
    "title": "Brand in Lyon",
    "date": "2024-03-05",
    "language": "de",
}
THERE = {
    "text": "L'incendie à Lyon a fait 12 morts et 43 blessés. Le 🔥 a détruit 3 immeubles.",
    "title": "",
    "date": "2024-03-05T10:00",
    "language": "fr",
}


def ask(lesart: Lesart, *lines: Any) -> list[dict[str, Any]]:
    stdin = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    ran = lesart("pipe", "compare", stdin=stdin)
    assert ran.status == 0
    return [json.loads(line) for line in ran.lines]


def test_pairs_are_told_by_where_their_figures_stand(lesart: Lesart) -> None:
    [answer] = ask(lesart, {"id": 7, "a": HERE, "b": THERE})
    assert answer["id"] == 7
    told = [
        (
            HERE["text"][pair["a"]["start"] : pair["a"]["end"]],
            THERE["text"][pair["b"]["start"] : pair["b"]["end"]],
            pair["verdict"],
        )
        for pair in answer["pairs"]
    ]
    assert told == [("19", "12", "contradicts"), ("40", "43", "agrees")]
    assert all(set(pair) == {"a", "b", "verdict", "why"} for pair in answer["pairs"])
    assert "cannot both hold" in answer["pairs"][0]["why"]


def test_only_the_texts_must_be_there(lesart: Lesart) -> None:
    [answer] = ask(lesart, {"a": {"text": HERE["text"]}, "b": {"text": "Nichts."}})
    assert answer == {"id": None, "pairs": []}


@pytest.mark.parametrize(
    "line",
    [
        {"id": 1, "a": HERE},
        {"id": 1, "a": HERE, "b": "text"},
        {"id": 1, "a": HERE, "b": {"text": None}},
        {"id": 1, "a": [], "b": THERE},
        [1],
    ],
)
def test_a_line_that_cannot_be_compared_spoils_no_other(lesart: Lesart, line: Any) -> None:
    bad, good = ask(lesart, line, {"id": 2, "a": HERE, "b": THERE})
    assert bad["error"]
    assert good["pairs"]


def test_odd_dates_titles_and_languages_are_borne(lesart: Lesart) -> None:
    odd = {"text": HERE["text"], "title": 3, "date": "0000-99", "language": ["de"]}
    [answer] = ask(lesart, {"id": 1, "a": odd, "b": THERE})
    assert "error" not in answer


def test_the_help_tells_of_it(lesart: Lesart, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        lesart("pipe", "--help")
    assert "compare   {" in capsys.readouterr().out
