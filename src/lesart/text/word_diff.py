"""What changed between two texts, word by word, for people to read."""

from __future__ import annotations

import difflib
import re
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST_TOKENS = 40_000
"""Above this, and where texts repeat themselves, paragraphs are compared instead of words."""

Op = Literal["same", "gone", "new"]


class Run(NamedTuple):
    """A stretch of words that is the same, gone from the old text, or new in the new one."""

    op: Op
    text: str


def word_diff(old: str, new: str) -> list[Run]:
    """Runs that tell `old` (same + gone) and `new` (same + new) apart, in reading order."""
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(one) + len(other) > MOST_TOKENS:
        one, other = old.splitlines(keepends=True), new.splitlines(keepends=True)
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    runs: list[Run] = []
    _add(runs, "same", one[:head])
    middle, other_middle = one[head : len(one) - tail], other[head : len(other) - tail]
    matcher = difflib.SequenceMatcher(None, middle, other_middle, autojunk=len(middle) > 5000)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            _add(runs, "same", middle[a:b])
        else:
            _add(runs, "gone", middle[a:b])
            _add(runs, "new", other_middle[c:d])
    _add(runs, "same", one[len(one) - tail :])
    return runs


def _add(runs: list[Run], op: Op, tokens: list[str]) -> None:
    text = "".join(tokens)
    if not text:
        return
    if runs and runs[-1].op == op:
        text = runs.pop().text + text
    runs.append(Run(op, text))
