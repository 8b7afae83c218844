"""Write articles with all that belongs to them into a plain SQLite file, for other programs.

What the library packs stands here in tables, a column a field: texts, every figure with its words and
sentence, every place where a name stands. Nothing in it calls a function of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.store.file.opening import explained
from lesart.store.tables.article_bundle import Keepsake

Row = Mapping[str, Any]
_TOGETHER = 200
"""Articles a transaction."""
_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation", "EVENT": "event"}
_TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, title TEXT, text TEXT, source TEXT, folder TEXT, author TEXT, link TEXT,
    language TEXT, published TEXT, arrived TEXT, corrected TEXT, words INTEGER, is_read INTEGER,
    is_starred INTEGER, tags TEXT
);
CREATE TABLE earlier_texts (
    article_id INTEGER REFERENCES articles(id), number INTEGER, title TEXT, text TEXT, replaced TEXT,
    PRIMARY KEY (article_id, number)
);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY, article_id INTEGER REFERENCES articles(id), quote TEXT, note TEXT,
    tags TEXT, colour TEXT, state TEXT, answers INTEGER, "start" INTEGER, "end" INTEGER,
    created TEXT, changed TEXT, uid TEXT
);
CREATE TABLE figures (
    id INTEGER PRIMARY KEY, article_id INTEGER REFERENCES articles(id), words TEXT, kind TEXT,
    value REAL, low REAL, high REAL, unit TEXT, qualifier TEXT, counted TEXT, "of" TEXT, role TEXT,
    per TEXT, against TEXT, since TEXT, change TEXT, "when" TEXT, "until" TEXT, attribution TEXT,
    sentence TEXT, salience REAL, verdict TEXT, "start" INTEGER, "end" INTEGER
);
CREATE TABLE entities (
    id INTEGER PRIMARY KEY, article_id INTEGER REFERENCES articles(id), name TEXT, kind TEXT,
    key TEXT, mentions INTEGER, salience REAL, is_sure INTEGER, verdict TEXT, in_passing INTEGER
);
CREATE TABLE mentions (
    entity_id INTEGER REFERENCES entities(id), words TEXT, "start" INTEGER, "end" INTEGER
);
"""
_AFTERWARDS = """
CREATE INDEX notes_article ON notes(article_id);
CREATE INDEX figures_article ON figures(article_id);
CREATE INDEX figures_unit ON figures(unit, value);
CREATE INDEX figures_counted ON figures(counted, value);
CREATE INDEX entities_article ON entities(article_id);
CREATE INDEX entities_key ON entities(key);
CREATE INDEX mentions_entity ON mentions(entity_id);
CREATE VIRTUAL TABLE articles_fts USING fts5(
    title, text, content="articles", content_rowid="id",
    tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
"""
"""Made at the end, which is quicker; viewers find the index of words by its `content`."""


def write(path: Path, articles: Iterable[tuple[Keepsake, Row]], *, called: Path) -> Iterator[int]:
    """Fill the new file at `path`; yields how many articles are in, after each transaction.

    With each article comes what is told of it in words: dates, state of notes. Raises LibraryError,
    which names the file as it will be `called`.
    """
    try:
        yield from _write(path, articles)
    except sqlite3.Error as error:
        raise explained(error, called) from error


def _write(path: Path, articles: Iterable[tuple[Keepsake, Row]]) -> Iterator[int]:
    with closing(sqlite3.connect(path, isolation_level=None)) as target:
        # Nobody sees the file before it is whole, so nothing has to be kept for a crash.
        target.execute("PRAGMA journal_mode = off")
        target.execute("PRAGMA synchronous = off")
        target.executescript(_TABLES)
        target.execute("BEGIN")
        count = 0
        for count, (kept, row) in enumerate(articles, 1):
            _put(target, kept, row)
            if count % _TOGETHER == 0:
                target.execute("COMMIT")
                yield count
                target.execute("BEGIN")
        target.execute("COMMIT")
        target.executescript(_AFTERWARDS)
        target.execute("PRAGMA optimize")
        yield count


def _put(target: sqlite3.Connection, kept: Keepsake, row: Row) -> None:
    article = kept.article
    _insert(target, "articles", {"id": article.id, "text": article.text, **row["article"]})
    for old, replaced in zip(kept.old_texts, row["replaced"], strict=True):
        _insert(
            target,
            "earlier_texts",
            {
                "article_id": article.id, "number": old.number, "title": old.title,
                "text": old.text, "replaced": replaced,
            },
        )  # fmt: skip
    for note in row["notes"]:
        _insert(target, "notes", {"article_id": article.id, **note})
    if kept.analysis is not None:
        _put_findings(target, article, kept.analysis)


def _put_findings(target: sqlite3.Connection, article: Article, analysis: Analysis) -> None:
    for figure in analysis.figures:
        low = figure.value if figure.low is None and figure.high is None else figure.low
        high = figure.value if figure.low is None and figure.high is None else figure.high
        _insert(
            target,
            "figures",
            {
                "article_id": article.id, "words": figure.surface, "kind": figure.kind,
                "value": _number(figure.value), "low": _number(low), "high": _number(high),
                "unit": figure.unit, "qualifier": figure.qualifier, "counted": figure.noun,
                "of": figure.of, "role": figure.role, "per": figure.per, "against": figure.against,
                "since": figure.since, "change": figure.change,
                "when": figure.resolved or figure.when, "until": figure.until,
                "attribution": figure.attribution,
                "sentence": article.text[figure.sentence.start : figure.sentence.end],
                "salience": figure.salience, "verdict": figure.verdict,
                "start": figure.span.start, "end": figure.span.end,
            },
        )  # fmt: skip
    for entity in (*analysis.entities, *analysis.in_passing):
        entity_id = _insert(
            target,
            "entities",
            {
                "article_id": article.id, "name": entity.name,
                "kind": _KINDS.get(entity.kind, entity.kind), "key": entity.key,
                "mentions": len(entity.mentions), "salience": entity.salience,
                "is_sure": entity.is_sure, "verdict": entity.verdict,
                "in_passing": entity in analysis.in_passing,
            },
        )  # fmt: skip
        target.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?)",
            [(entity_id, mention.surface, *mention.span) for mention in entity.mentions],
        )


def _insert(target: sqlite3.Connection, table: str, row: Row) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    return int(target.execute(sql, list(row.values())).lastrowid or 0)


def _number(value: Decimal | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
