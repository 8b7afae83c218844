"""`python -m tests.analysis.names.measured [--wrong]`: are two spellings one entity? Precision and recall."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from lesart.analysis.names import NameIndex

HALVES = ("dev", "heldout")


class Pair(NamedTuple):
    """Two names and whether they are one entity's."""

    one: str
    other: str
    is_same: bool


class Score(NamedTuple):
    """What was joined and what should have been."""

    precision: float
    recall: float
    pairs: int
    wrong: list[Pair]


def pairs(half: str) -> list[Pair]:
    """The labelled pairs of one half, in the order of the file."""
    lines = Path(__file__).with_name(f"pairs-{half}.txt").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            sign = " = " if " = " in line else " ≠ "
            one, other = line.split(sign)
            found.append(Pair(one, other, sign == " = "))
    return found


def is_joined(pair: Pair) -> bool:
    """Each pair on its own, so that none is helped by the others."""
    index = NameIndex()
    index.add(pair.one)
    index.add(pair.other)
    return index.key(pair.one) == index.key(pair.other)


def score(half: str) -> Score:
    labelled = pairs(half)
    joined = [pair for pair in labelled if is_joined(pair)]
    right = sum(pair.is_same for pair in joined)
    same = sum(pair.is_same for pair in labelled)
    wrong = [pair for pair in labelled if is_joined(pair) != pair.is_same]
    return Score(right / max(1, len(joined)), right / max(1, same), len(labelled), wrong)


def main() -> None:
    for half in HALVES:
        result = score(half)
        print(
            f"{half:8} {result.pairs} pairs  precision {result.precision:.3f}  recall {result.recall:.3f}"
        )
        if "--wrong" in sys.argv:
            for pair in result.wrong:
                print("   ", pair.one, "=" if pair.is_same else "≠", pair.other)


if __name__ == "__main__":
    main()
