"""What engines found in the articles: figures and entities, ready to paint and to search."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from lesart.folding import fold
from lesart.model import Analysis, Entity, Figure, Mention, Span
from lesart.store.rows import marks
from lesart.verdicts import judged

if TYPE_CHECKING:
    from lesart.store.store import Store


class Elsewhere(NamedTuple):
    """A figure that another article gives for the same thing."""

    article_id: int
    title: str
    figure: Figure


class Analyses:
    """The analyses of one library; at most one an article, of its present text."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.connection

    def put(self, article_id: int, revision: int, analysis: Analysis) -> bool:
        """Replace what is stored; False if the article is gone or has other words by now.

        The reader's verdicts are applied first, so that lists, panels and searches agree with them.
        """
        with self._store.transaction():
            row = self._db.execute(
                "SELECT revision FROM article WHERE id = ?", [article_id]
            ).fetchone()
            if row is None or row[0] != revision:
                return False
            verdicts = self._store.verdicts.of(article_id)
            if verdicts:
                text = self._store.articles.text(article_id) or ""
                analysis = judged(analysis, verdicts, text)
            self._clear(article_id)
            self._db.execute(
                "INSERT INTO analysis (article_id, engine, revision, language, note)"
                " VALUES (?, ?, ?, ?, ?)",
                [article_id, analysis.engine, revision, analysis.language, analysis.note],
            )
            self._db.executemany(
                f"INSERT OR IGNORE INTO figure VALUES ({marks(21)})",
                [_figure_row(article_id, figure, analysis.language) for figure in analysis.figures],
            )
            for entity in analysis.entities:
                self._put_entity(article_id, entity)
            self._db.execute(
                "UPDATE article SET engine = ?, figure_count = ?, entity_count = ?,"
                " language = coalesce(nullif(?, ''), language) WHERE id = ?",
                [
                    analysis.engine, len(analysis.figures), len(analysis.entities),
                    analysis.language, article_id,
                ],
            )  # fmt: skip
        return True

    def _put_entity(self, article_id: int, entity: Entity) -> None:
        key = entity.key or f"{entity.kind}:{fold(entity.name)}"
        self._db.execute(
            "INSERT OR IGNORE INTO entity (key, name, folded, kind) VALUES (?, ?, ?, ?)",
            [key, entity.name, fold(entity.name), entity.kind],
        )
        offsets = [n for mention in entity.mentions for n in mention.span]
        self._db.execute(
            "INSERT OR IGNORE INTO naming (entity_id, article_id, name, salience, is_sure, verdict,"
            " mentions) SELECT id, ?, ?, ?, ?, ?, ? FROM entity WHERE key = ?",
            [
                article_id,
                entity.name,
                entity.salience,
                entity.is_sure,
                entity.verdict,
                json.dumps(offsets),
                key,
            ],
        )

    def _clear(self, article_id: int) -> None:
        for table in ("analysis", "figure", "naming"):
            self._db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])

    def get(self, article_id: int) -> Analysis | None:
        """What is stored for the article's present text; None if nobody analysed it yet."""
        row = self._db.execute(
            "SELECT n.engine, n.language, n.note, b.text FROM analysis n"
            " JOIN article a ON a.id = n.article_id AND a.revision = n.revision"
            " JOIN body b ON b.article_id = n.article_id WHERE n.article_id = ?",
            [article_id],
        ).fetchone()
        if row is None:
            return None
        engine, language, note, text = row
        return Analysis(
            engine,
            language,
            self._figures(article_id, text),
            self._entities(article_id, text),
            note,
        )

    def _figures(self, article_id: int, text: str) -> tuple[Figure, ...]:
        rows = self._db.execute(
            f'SELECT {_FIGURE_COLUMNS} FROM figure WHERE article_id = ? ORDER BY "start", "end"',
            [article_id],
        )
        return tuple(_figure(row, text) for row in rows)

    def _entities(self, article_id: int, text: str) -> tuple[Entity, ...]:
        rows = self._db.execute(
            "SELECT n.name, e.kind, e.key, n.salience, n.is_sure, n.verdict, n.mentions FROM naming n"
            " JOIN entity e ON e.id = n.entity_id WHERE n.article_id = ?"
            " ORDER BY n.salience DESC, n.name",
            [article_id],
        )
        entities = []
        for name, kind, key, salience, is_sure, verdict, mentions in rows:
            offsets = json.loads(mentions)
            spans = [Span(a, b) for a, b in zip(offsets[::2], offsets[1::2], strict=True)]
            entities.append(
                Entity(
                    name,
                    kind,
                    tuple(Mention(span, text[span.start : span.end]) for span in spans),
                    key,
                    salience,
                    bool(is_sure),
                    verdict,
                )
            )
        return tuple(entities)

    def pending(self, engine: str, limit: int = 50) -> list[int]:
        """Articles not analysed by `engine` yet, newest first."""
        rows = self._db.execute(
            "SELECT id FROM article INDEXED BY article_engine WHERE is_deleted = 0 AND"
            " (engine < ? OR engine > ?) ORDER BY id DESC LIMIT ?",
            [engine, engine, limit],
        )
        return [row[0] for row in rows]

    def pending_count(self, engine: str) -> int:
        """How many articles `engine` has not analysed yet."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM article INDEXED BY article_engine WHERE is_deleted = 0 AND"
                " (engine < ? OR engine > ?)",
                [engine, engine],
            ).fetchone()[0]
        )

    def elsewhere(self, article_id: int, figure: Figure, limit: int = 20) -> list[Elsewhere]:
        """What other articles say of the same thing: same noun, kind and unit.

        Articles that share an entity with this one come first, then the newest.
        """
        key = noun_key(figure.noun)
        if not key:
            return []
        rows = self._db.execute(
            f"SELECT f.article_id, b.title, b.text, {_prefixed('f')},"
            " EXISTS (SELECT 1 FROM naming x JOIN naming y ON y.entity_id = x.entity_id"
            "   WHERE x.article_id = ? AND y.article_id = f.article_id) AS shares"
            " FROM figure f JOIN article a ON a.id = f.article_id AND a.is_deleted = 0"
            " JOIN body b ON b.article_id = f.article_id"
            " WHERE f.noun_key = ? AND f.noun_key <> '' AND f.unit = ? AND f.kind = ? AND f.article_id <> ?"
            " ORDER BY shares DESC, a.published DESC, f.article_id, f.start LIMIT ?",
            [article_id, key, figure.unit, figure.kind, article_id, limit],
        )
        return [Elsewhere(row[0], row[1], _figure(row[3:-1], row[2])) for row in rows if row[-1]]

    def articles_naming(self, key: str) -> int:
        """How many articles name the entity with this key."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM naming n JOIN entity e ON e.id = n.entity_id WHERE e.key = ?",
                [key],
            ).fetchone()[0]
        )

    def entity_names(self, start: str, limit: int = 20) -> Sequence[str]:
        """Names of known entities that begin with `start`, for completion."""
        first = fold(start)
        rows = self._db.execute(
            "SELECT DISTINCT name FROM entity WHERE folded >= ? AND folded < ? ORDER BY folded"
            " LIMIT ?",
            [first, first + "\U0010ffff", limit],
        )
        return [row[0] for row in rows]


_FIGURE_NAMES = (
    "start", "end", "kind", "value", "low", "high", "moment", "resolved", "qualifier", "unit",
    "noun", "change", "attribution", "sentence_start", "sentence_end", "salience", "verdict",
)  # fmt: skip
_FIGURE_COLUMNS = ", ".join(f'"{name}"' for name in _FIGURE_NAMES)


def _prefixed(alias: str) -> str:
    return ", ".join(f'{alias}."{name}"' for name in _FIGURE_NAMES)


def _figure_row(article_id: int, figure: Figure, language: str) -> tuple[object, ...]:
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    return (
        article_id, figure.span.start, figure.span.end, figure.kind, _exact(figure.value),
        _exact(figure.low), _exact(figure.high),
        _number(low if low is not None else high), _number(high if high is not None else low),
        figure.when, figure.resolved, figure.qualifier, figure.unit, figure.noun,
        noun_key(figure.noun), figure.change, figure.attribution, figure.sentence.start,
        figure.sentence.end, round(figure.salience, 4), figure.verdict,
    )  # fmt: skip


def _figure(row: Sequence[Any], text: str) -> Figure:
    (
        start, end, kind, value, low, high, moment, resolved, qualifier, unit, noun, change,
        attribution, sentence_start, sentence_end, salience, verdict,
    ) = row  # fmt: skip
    return Figure(
        span=Span(start, end), surface=text[start:end], kind=kind,
        value=_decimal(value), low=_decimal(low), high=_decimal(high), when=moment,
        resolved=resolved, qualifier=qualifier, unit=unit, noun=noun, change=change,
        attribution=attribution, sentence=Span(sentence_start, sentence_end), salience=salience,
        verdict=verdict,
    )  # fmt: skip


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _number(value: Decimal | None) -> float | None:
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def noun_key(noun: str) -> str:
    """The counted noun as a key: folded, so that "Soldaten" here is "Soldaten" there."""
    return fold(noun)[:80]
