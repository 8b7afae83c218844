"""The figures that an article's revisions changed, the latest revision first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lesart.analysis.comparing.changes import FigureChange, figure_changes
from lesart.analysis.engine import analyse_figures
from lesart.model.article import Article
from lesart.store.tables.articles import Revision


class RevisedFigures(NamedTuple):
    """What one revision changed."""

    number: int
    """The revision that gave it otherwise."""
    replaced: int
    """When it came, UTC seconds."""
    changes: tuple[FigureChange, ...]


def revised_figures(article: Article, revisions: Sequence[Revision]) -> list[RevisedFigures]:
    """The revisions that changed a figure; `revisions` are the article's earlier texts."""
    if not revisions:
        return []
    texts = [(r.number, r.text, r.replaced) for r in revisions]
    texts.append((article.revision, article.text, 0))
    found = []
    for (_, old, replaced), (number, new, _) in reversed(list(pairwise(texts))):
        changes = changed_figures(old, new, article)
        if changes:
            found.append(RevisedFigures(number, replaced, tuple(changes)))
    return found


def changed_figures(old: str, new: str, article: Article) -> list[FigureChange]:
    """The figures that the newer one of two texts of an article gives otherwise."""
    language = article.language or None
    before = analyse_figures(old, language=language, title=article.title, date=article.published)
    after = analyse_figures(new, language=language, title=article.title, date=article.published)
    return figure_changes(old, before.figures, new, after.figures)
