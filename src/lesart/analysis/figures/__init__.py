"""Find the key figures of a text: numbers with unit, qualifier and what they count."""

from __future__ import annotations

from lesart.model.figure import Figure
from lesart.model.moment import Moment


def find_figures(
    text: str, language: str, *, title: str = "", date: Moment | None = None
) -> tuple[Figure, ...]:
    """Every figure in order; spans never overlap and `text[start:end]` is the surface."""
    from lesart.analysis.figures.find import figures_in

    return figures_in(text, language, title=title, date=date)
