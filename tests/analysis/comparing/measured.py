"""How well comparing tells figures that agree, differ and contradict each other.

    python -m tests.analysis.comparing.measured [--half dev] [--mistakes 20]

A verdict counts where it stands between marked figures; a contradiction between any other two is a mistake.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from lesart.analysis.comparing import Pair, ReadArticle, pairs_of, read_article
from lesart.analysis.engine import analyse
from lesart.cli.pipe_analyse import moment_of
from tests.analysis.comparing.loading import (
    CLOSED,
    HALVES,
    VERDICTS,
    LabelledPair,
    Report,
    labelled,
)


@dataclass
class Score:
    """How often each verdict was given, was right, and should have been given."""

    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def precision(self, verdict: str) -> float:
        return self.right[verdict] / self.given[verdict] if self.given[verdict] else 1.0

    def recall(self, verdict: str) -> float:
        return self.right[verdict] / self.wanted[verdict] if self.wanted[verdict] else 1.0


@cache
def _read(report: Report) -> ReadArticle:
    date = moment_of(report.date)
    found = analyse(report.text, language=report.language, title=report.title, date=date)
    return read_article(report.text, found, title=report.title, date=date)


def score(pairs: Iterable[LabelledPair]) -> Score:
    """Compare each two reports and count."""
    result = Score()
    for labels in pairs:
        _count(result, labels, pairs_of(_read(labels.one), _read(labels.other)))
    return result


def _count(result: Score, labels: LabelledPair, pairs: list[Pair]) -> None:
    told = dict(_marked(labels, pairs))
    for a in range(len(labels.one.marks)):
        for b in range(len(labels.other.marks)):
            right = labels.expected.get((a, b), ("none",))
            have, why = told.get((a, b), ("none", ""))
            is_right = have in right
            result.wanted[have if is_right else right[0]] += 1
            result.given[have] += 1
            result.right[have] += is_right
            if not is_right:
                result.mistakes.append(
                    f"{labels.name} {labels.kind}: {'/'.join(right)} wanted, {have} given ({why})\n"
                    f"    {labels.one.text}\n    {labels.other.text}"
                )
    for pair in pairs:
        if pair.comparison.verdict == "contradicts" and _ends(labels, pair) is None:
            result.given["contradicts"] += 1
            result.mistakes.append(
                f"{labels.name} beside the marks: {pair.one.figure.surface} / {pair.other.figure.surface}"
                f" {pair.comparison}\n    {labels.one.text}\n    {labels.other.text}"
            )


def _marked(
    labels: LabelledPair, pairs: list[Pair]
) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    for pair in pairs:
        if (ends := _ends(labels, pair)) is not None:
            yield ends, (pair.comparison.verdict, pair.comparison.why)


def _ends(labels: LabelledPair, pair: Pair) -> tuple[int, int] | None:
    """Which marks the pair's figures stand on."""
    a = _mark_at(labels.one, pair.one.figure.span)
    b = _mark_at(labels.other, pair.other.figure.span)
    return None if a is None or b is None else (a, b)


def _mark_at(report: Report, span: tuple[int, int]) -> int | None:
    return next(
        (n for n, (start, end) in enumerate(report.marks) if span[0] < end and start < span[1]),
        None,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the verdicts on pairs of figures.")
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--mistakes", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    halves = asked.half or (["dev"] if asked.mistakes else HALVES)
    if asked.mistakes and set(halves) & set(CLOSED):
        parser.error("nobody looks at the mistakes of a closed set")
    for half in halves:
        result = score(labelled(half))
        print(f"\n{half:12} {'given':>6} {'wanted':>6} {'P':>6} {'R':>6}")
        for verdict in VERDICTS:
            print(
                f"{verdict:12} {result.given[verdict]:6} {result.wanted[verdict]:6}"
                f" {100 * result.precision(verdict):6.1f} {100 * result.recall(verdict):6.1f}"
            )
        for mistake in result.mistakes[: asked.mistakes]:
            print(mistake)


if __name__ == "__main__":
    main()
