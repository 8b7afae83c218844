"""Read the pairs: two short reports with their figures in braces, and how those stand to each other."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

PAIRS = Path(__file__).with_name("pairs")
HALVES = ("dev", "hard", "heldout", "kept")
CLOSED = ("heldout", "kept")
"""Of these nobody looks at the mistakes."""
VERDICTS = ("agrees", "differs", "contradicts", "similar", "none")
_MARK = re.compile(r"\{([^{}]+)\}")
_TEXT = re.compile(r"(\w\w) (\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?) (?:(.+?) :: )?(.+)")
_EXPECTED = re.compile(r"(?:(\d)-(\d) )?([a-z/]+)")


class Report(NamedTuple):
    """One text with its marked figures."""

    language: str
    date: str
    title: str
    text: str
    marks: tuple[tuple[int, int], ...]


class LabelledPair(NamedTuple):
    """Two reports and what a person says of their marked figures."""

    name: str
    kind: str
    one: Report
    other: Report
    expected: dict[tuple[int, int], tuple[str, ...]]
    """Places of the marks, from 0, to the verdicts that are right, the best first."""


@cache
def labelled(half: str) -> tuple[LabelledPair, ...]:
    """The pairs of one half."""
    path = PAIRS / f"{half}.txt"
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    found = []
    for number, block in enumerate(blocks, 1):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        for at in range(0, len(lines), 3):
            found.append(_pair(f"{half}:{number}", lines[at : at + 3]))
    return tuple(found)


def _pair(name: str, lines: list[str]) -> LabelledPair:
    head, one, other = lines
    told, _, kind = head.removeprefix("= ").partition(" | ")
    expected = {}
    for part in told.split(","):
        match = _EXPECTED.fullmatch(part.strip())
        assert match, f"{name}: {part}"
        verdicts = tuple(match[3].split("/"))
        assert set(verdicts) <= set(VERDICTS), f"{name}: {part}"
        expected[int(match[1] or 1) - 1, int(match[2] or 1) - 1] = verdicts
    return LabelledPair(name, kind, _report(name, one), _report(name, other), expected)


def _report(name: str, line: str) -> Report:
    match = _TEXT.fullmatch(line.strip())
    assert match, f"{name}: {line}"
    language, date, title, marked = match.groups()
    plain, marks, done = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[done : mark.start()]
        marks.append((len(plain), len(plain) + len(mark[1])))
        plain += mark[1]
        done = mark.end()
    return Report(language, date, title or "", plain + marked[done:], tuple(marks))
