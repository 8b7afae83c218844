"""Whether two articles give the same figure, and whether they agree on it."""

from __future__ import annotations

from lesart.analysis.comparing.article import FigureContext, ReadArticle, read_article
from lesart.analysis.comparing.judging import Comparison, Verdict, compared
from lesart.analysis.comparing.pairing import Pair, pairs_of

__all__ = [
    "Comparison",
    "FigureContext",
    "Pair",
    "ReadArticle",
    "Verdict",
    "compared",
    "pairs_of",
    "read_article",
]
