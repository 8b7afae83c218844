"""`lesart pipe names`: equal keys for one entity, one answer a line."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import Lesart


def ask(lesart: Lesart, *questions: Any) -> list[dict[str, Any]]:
    ran = lesart("pipe", "names", stdin=b"".join(json.dumps(q).encode() + b"\n" for q in questions))
    assert ran.status == 0
    return [json.loads(line) for line in ran.lines]


def test_one_entity_in_several_spellings_has_one_key(lesart):
    [answer] = ask(lesart, {"id": "a", "names": ["München", "Munich", "Paris", "Paris Hilton"]})
    assert answer["id"] == "a"
    munich, english, paris, person = answer["keys"]
    assert munich == english
    assert len({munich, paris, person}) == 3


def test_keys_are_equal_from_line_to_line(lesart):
    one, other = ask(
        lesart, {"id": 1, "names": ["Wladimir Putin"]}, {"id": 2, "names": ["Vladimir Poutine"]}
    )
    assert one["keys"] == other["keys"]


def test_a_line_that_cannot_be_answered_says_why_and_the_next_goes_on(lesart):
    bad, good = ask(lesart, {"id": 1, "names": "Paris"}, {"id": 2, "names": [None, "", "Rom"]})
    assert bad == {"id": 1, "error": '"names" must be a list of strings.'}
    assert good["keys"][:2] == ["", ""]
    assert good["keys"][2]
