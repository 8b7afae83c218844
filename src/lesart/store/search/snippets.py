"""The words around what a search found: in the text, else in a note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lesart.model.snippet import Snippet
from lesart.model.text import Span
from lesart.query import All, Names, Near, Query, Substring, Words
from lesart.query.matches import matches_in
from lesart.store.connection import Connection
from lesart.store.search.figure_question import FigureQuestion
from lesart.store.search.word_expressions import is_pointed, match_expression
from lesart.store.tables.analyses import Analyses
from lesart.store.tables.articles import Articles

_OPEN, _CLOSE = "\x02", "\x03"  # cannot stand in stored text: control characters are cleaned out
_AROUND = 60
"""Characters shown on either side of what was found."""
_WIDE = 100
"""Characters that hits shown together may be apart."""
_LOOKED_AT, _MOST_NEAR = 200, 10
"""Hits of a text that are compared, and that are shown together."""


class Snippets:
    """What one query found, an article at a time."""

    def __init__(
        self,
        db: Connection,
        articles: Articles,
        analyses: Analyses,
        query: Query,
        asked: FigureQuestion,
    ) -> None:
        self._db, self._articles, self._analyses, self._query = db, articles, analyses, query
        leaves = list(query.leaves())
        words = [node for node in leaves if isinstance(node, Words)]
        self._in_text = [node for node in words if not node.field] + [
            node for node in leaves if isinstance(node, Near)
        ]
        in_notes = [node for node in words if node.field in ("", "note")]
        self._in_notes = _any(node for node in in_notes if not is_pointed(node))
        self._pointed = [node for node in in_notes if is_pointed(node)]
        self._asked = asked
        self._names = [node for node in leaves if isinstance(node, Names)]
        self._has_letters = any(isinstance(node, Substring) for node in leaves)

    def of(self, article_id: int) -> Snippet | None:
        """The first place in the article or its notes; None where nothing is to be shown."""
        return (
            self._by_words(article_id)
            or self._by_letters(article_id)
            or self._by_findings(article_id)
        )

    def _by_words(self, article_id: int) -> Snippet | None:
        if self._in_text:
            text = self._articles.text(article_id) or ""
            spans = matches_in(text, Query(All(tuple(self._in_text))))
            if spans:
                return _around(text, *_fullest(text, spans))
        row = None
        if self._in_notes:
            row = self._db.execute(
                "SELECT '✎ ' || snippet(note_fts, -1, ?, ?, '…', 16) FROM note_fts"
                " CROSS JOIN annotation n ON n.id = note_fts.rowid"
                " WHERE note_fts MATCH ? AND n.article_id = ? AND n.is_deleted = 0",
                [_OPEN, _CLOSE, self._in_notes, article_id],
            ).fetchone()
        if row is None and self._pointed:
            return self._by_pointed_words(article_id)
        return _marked(" ".join(str(row[0]).split())) if row else None

    def _by_pointed_words(self, article_id: int) -> Snippet | None:
        """In a note, whose index cannot tell where words stand that are written in more than one way."""
        query = Query(All(tuple(replace(node, field="") for node in self._pointed)))
        for exact, note in self._db.execute(
            "SELECT exact, note FROM annotation WHERE article_id = ? AND is_deleted = 0 ORDER BY id",
            [article_id],
        ):
            for text in (note, exact or ""):
                if spans := matches_in(text, query):
                    return _around(
                        f"✎ {text}", *(Span(a + 2, b + 2) for a, b in _fullest(text, spans))
                    )
        return None

    def _by_letters(self, article_id: int) -> Snippet | None:
        if not self._has_letters:
            return None
        text = self._articles.text(article_id) or ""
        spans = matches_in(text, self._query)
        return _around(text, spans[0]) if spans else None

    def _by_findings(self, article_id: int) -> Snippet | None:
        if not self._asked.asks and not self._names:
            return None
        found = self._analyses.get(article_id)
        text = self._articles.text(article_id) or ""
        if found is None:
            return None
        for figure in self._asked.answering(found.figures)[:1]:
            return _around(text, figure.span)
        from lesart.text.folding import fold

        wanted = [fold(node.name) for node in self._names]
        for entity in (*found.entities, *found.in_passing):
            if any(name in fold(entity.name) for name in wanted):
                return _around(text, entity.mentions[0].span)
        return None


def _any(nodes: Iterable[Words]) -> str:
    return " OR ".join(match_expression(node) for node in nodes)


def _fullest(text: str, spans: list[Span]) -> list[Span]:
    """Those of the hits that stand near each other at the first place where most words are found."""
    best: list[Span] = []
    most = 0
    for number, first in enumerate(spans[:_LOOKED_AT]):
        near = [first]
        for span in spans[number + 1 : number + _MOST_NEAR]:
            if span.end > first.start + _WIDE:
                break
            if span.start >= near[-1].end:
                near.append(span)
        count = len({text[span.start : span.end].casefold() for span in near})
        if count > most:
            best, most = near, count
    return best


def _around(text: str, *spans: Span) -> Snippet:
    """The words about `spans`, whole ones where there are spaces."""
    first, last = spans[0].start, spans[-1].end
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    before, after = text[start:first], text[last:end]
    if start and (space := before.find(" ")) >= 0:
        before = before[space + 1 :]
    if end < len(text) and (space := after.rfind(" ")) >= 0:
        after = after[:space]
    opening, closing = "…" if start else "", "…" if end < len(text) else ""
    hits, at = "", first
    for span in spans:
        hits += f"{text[at : span.start]}{_OPEN}{text[span.start : span.end]}{_CLOSE}"
        at = span.end
    return _marked(" ".join(f"{opening}{before}{hits}{after}{closing}".split()))


def _marked(marked: str) -> Snippet:
    text, hits, start = "", [], 0
    for character in marked:
        if character == _OPEN:
            start = len(text)
        elif character == _CLOSE:
            hits.append(Span(start, len(text)))
        else:
            text += character
    return Snippet(text, tuple(hits))
