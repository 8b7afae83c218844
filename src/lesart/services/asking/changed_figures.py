"""Which numbers a corrected text changed: "4.500 → 6.000 Soldaten"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from lesart.model.figure import Figure
from lesart.store.tables.analysis_codec import noun_key


class ChangedFigure(NamedTuple):
    """The same thing, counted before and after."""

    before: Figure
    after: Figure


def changed_figures(before: Iterable[Figure], after: Iterable[Figure]) -> list[ChangedFigure]:
    """Figures of one thing that have another value in the later text, in its order.

    Only what each text counts once is told: of two numbers of soldiers nobody knows which became which.
    """
    was, now = _by_subject(before), _by_subject(after)
    found = [
        ChangedFigure(was[subject], figure)
        for subject, figure in now.items()
        if subject in was and _amount(was[subject]) != _amount(figure)
    ]
    return sorted(found, key=lambda change: change.after.span.start)


def _by_subject(figures: Iterable[Figure]) -> dict[tuple[str, ...], Figure]:
    by_subject: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.kind in ("date", "time", "ordinal") or not figure.noun:
            continue
        role = "delta" if figure.role == "delta" else ""
        subject = (figure.kind, figure.unit, noun_key(figure.noun), noun_key(figure.of), role)
        by_subject[subject].append(figure)
    return {s: found[0] for s, found in by_subject.items() if len({_amount(f) for f in found}) == 1}


def _amount(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.low, figure.high
