"""`python -m tests.analysis.stories.measured [--wrong]`: are two articles one story? Precision and recall.

Every two articles of one half are a pair: those of one story must be together, the others apart.
"Hard" pairs are those of one neighbourhood, which were written to be taken for each other.
"""

from __future__ import annotations

import random
import sys
from itertools import combinations
from typing import NamedTuple

from lesart.analysis.stories.grouping import Placement, StoryIndex, fingerprint
from tests.analysis.stories.articles import SETS, Labelled, articles


class Score(NamedTuple):
    precision: float
    recall: float
    pairs: int
    hard: int
    same: int
    wrong: list[str]


def placed(labelled: list[Labelled], seed: int | None = None) -> dict[str, Placement]:
    """Stories of the articles in the order of their days, or in any order."""
    ordered = sorted(labelled, key=lambda article: article.day)
    if seed is not None:
        random.Random(seed).shuffle(ordered)
    index = StoryIndex()
    numbers = {article.id: number for number, article in enumerate(labelled)}
    for article in ordered:
        index.add(
            numbers[article.id],
            fingerprint(article.title, article.text, article.language, article.day),
        )
    return {labelled[number].id: placement for number, placement in index.placements()}


def score(half: str, seed: int | None = None) -> Score:
    labelled = articles(half)
    found = placed(labelled, seed)
    right = joined = same = hard = pairs = 0
    wrong = []
    for one, other in combinations(labelled, 2):
        is_same = one.story == other.story
        is_joined = found[one.id].story == found[other.id].story
        pairs += 1
        hard += one.neighbourhood == other.neighbourhood
        same += is_same
        joined += is_joined
        right += is_same and is_joined
        if is_same != is_joined:
            wrong.append(f"{'missed' if is_same else 'joined'} {one.id} {other.id}")
    return Score(right / max(1, joined), right / max(1, same), pairs, hard, same, wrong)


def copies(half: str, seed: int | None = None) -> Score:
    """Of the articles said to be copies, how many are; of the copies, how many are known."""
    labelled = articles(half)
    found = placed(labelled, seed)
    group = {article.id: article.copy_of or article.id for article in labelled}
    said = {id: labelled[p.copy_of].id for id, p in found.items() if p.copy_of is not None}
    right = sum(group[id] == group[original] for id, original in said.items())
    same = sum(bool(article.copy_of) for article in labelled)
    wrong = [f"{id} of {original}" for id, original in said.items() if group[id] != group[original]]
    return Score(right / max(1, len(said)), right / max(1, same), len(labelled), 0, same, wrong)


def main() -> None:
    for half in SETS:
        for what, result in (("stories", score(half)), ("copies", copies(half))):
            print(
                f"{half:8} {what:8} precision {result.precision:.3f}  recall {result.recall:.3f}"
                f"  ({result.same} of {result.pairs}{f', {result.hard} hard' if result.hard else ''})"
            )
            if "--wrong" in sys.argv:
                print("".join(f"    {line}\n" for line in result.wrong), end="")
        shuffled = [score(half, seed) for seed in range(5)]
        print(
            f"{half:8} in any order: precision {min(s.precision for s in shuffled):.3f} or more,"
            f" recall {min(s.recall for s in shuffled):.3f} or more"
        )


if __name__ == "__main__":
    main()
