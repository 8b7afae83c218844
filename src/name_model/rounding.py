"""What 8 bits cost: the exported encoder against the unrounded one, on sentences neither has seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lesart.analysis.entities.network import Network
from lesart.model.errors import LesartError
from name_model.corpora import Sentence
from name_model.scoring import Span, counts, f1

MOST_LOST = 1.0
"""So many points of F1 may rounding cost; a reader would notice more."""


class RoundedTooMuch(LesartError):
    """The 8-bit encoder reads names clearly worse than the one it was made from."""

    def __init__(self, unrounded: float, rounded: float) -> None:
        super().__init__(
            f"In 8 bits F1 falls from {unrounded:.1f} to {rounded:.1f}: more than {MOST_LOST:g} "
            "point. Do not ship these weights; keep the worst layers unrounded or teach on."
        )
        self.unrounded = unrounded
        self.rounded = rounded


def found_by_engine(folder: Path, sentences: Sequence[Sentence]) -> list[list[Span]]:
    """What the engine in a folder finds, as the program would run it."""
    engine = Network(folder, threads=1)
    return [[(f.start, f.end, f.kind) for f in engine.find(s.text, s.language)] for s in sentences]


def total_f1(sentences: Sequence[Sentence], found: Sequence[Sequence[Span]]) -> float:
    """One F1 over all names of all sentences."""
    total: Counter[str] = Counter()
    for sentence, spans in zip(sentences, found, strict=True):
        total.update(counts(sentence, spans))
    return f1(total)


def check_rounding(
    sentences: Sequence[Sentence], unrounded: Path, rounded: Path
) -> tuple[float, float]:
    """Both F1, unrounded first; raises RoundedTooMuch."""
    before, after = (
        total_f1(sentences, found_by_engine(folder, sentences)) for folder in (unrounded, rounded)
    )
    if before - after > MOST_LOST:
        raise RoundedTooMuch(before, after)
    return before, after
