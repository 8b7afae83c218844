"""Strict F1: a name counts when its ends and its kind are exactly right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

from lesart.analysis.entities.label_path import best_labels
from lesart.analysis.entities.labels import runs
from lesart.analysis.entities.tokens import words_of
from name_model.corpora import UNKNOWN, Sentence

Span = tuple[int, int, str]


def found_spans(sentence: Sentence, scores: Tensor) -> list[Span]:
    """The names that label scores of a sentence's words make."""
    words = words_of(sentence.text)
    labels = best_labels(scores.numpy())
    return [(words[a].start, words[b - 1].end, kind) for a, b, kind in runs(labels)]


def counts(sentence: Sentence, found: Iterable[Span]) -> Counter[str]:
    """`hit`, `wrong` and `missed`; events count only where the corpus knows them.

    What touches an undecided stretch (a name inside a compound, which GermEval keeps apart) is
    counted as `wrong`, and beside that as `undecided`, so that both ways of counting can be told.
    """
    kinds = {"PER", "LOC", "ORG", "EVENT"} if sentence.has_events else {"PER", "LOC", "ORG"}
    gold = {span for span in sentence.spans if span[2] in kinds}
    open_stretches = [span for span in sentence.spans if span[2] == UNKNOWN]
    mine = {span for span in found if span[2] in kinds}
    total: Counter[str] = Counter()
    for span in mine | gold:
        verdict = "hit" if span in mine and span in gold else "wrong" if span in mine else "missed"
        total[verdict] += 1
        total[f"{verdict} {span[2]}"] += 1
        if verdict == "wrong" and any(a < span[1] and span[0] < b for a, b, _ in open_stretches):
            total["undecided"] += 1
    return total


def f1(total: Counter[str], kind: str = "", *, without_undecided: bool = False) -> float:
    """Between 0 and 100."""
    suffix = f" {kind}" if kind else ""
    hit, wrong, missed = (total[name + suffix] for name in ("hit", "wrong", "missed"))
    wrong -= total["undecided"] if without_undecided else 0
    return 200 * hit / max(1, 2 * hit + wrong + missed)


def table(sentences: Sequence[Sentence], found: Sequence[Sequence[Span]]) -> dict[str, float]:
    """F1 for every corpus and language, and for events."""
    totals: dict[str, Counter[str]] = {}
    for sentence, spans in zip(sentences, found, strict=True):
        total = counts(sentence, spans)
        for name in (sentence.source, f"{sentence.source} {sentence.language}"):
            totals.setdefault(name, Counter()).update(total)
    rows = {name: round(f1(total), 1) for name, total in sorted(totals.items())}
    if "germeval" in totals:
        rows["germeval without compounds"] = round(
            f1(totals["germeval"], without_undecided=True), 1
        )
    for kind in ("PER", "LOC", "ORG", "EVENT"):
        if "own" in totals:
            rows[f"own {kind}"] = round(f1(totals["own"], kind), 1)
    return rows
