"""What engines found in the articles: figures and entities, ready to paint and to search."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace

from lesart.model.analysis import Analysis, RevisedFigure
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.store.connection import Connection
from lesart.store.noun_index import SHELF, list_noun
from lesart.store.rows import marks
from lesart.store.sql_functions import is_whole, unpacked
from lesart.store.tables.analysis_codec import (
    CHANGED,
    SUBJECT,
    Rows,
    figures_from_json,
    from_json,
    in_passing_from_json,
    revised_from_json,
    rows_from_json,
    rows_of,
    to_json,
)
from lesart.store.tables.articles import Articles
from lesart.store.tables.verdicts import Verdicts
from lesart.text.folding import fold
from lesart.text.prepared import packed

_MOST_REVISIONS = 5
"""Earlier texts that are looked at for changed figures, the latest ones."""


class Analyses:
    """The analyses of one library; at most one an article, of its present text."""

    def __init__(self, db: Connection, articles: Articles, verdicts: Verdicts) -> None:
        self._db, self._articles, self._verdicts = db, articles, verdicts

    def put(self, article_id: int, revision: int, analysis: Analysis) -> bool:
        """Replace what is stored; False if the article is gone or has other words by now.

        The reader's verdicts are applied first, so that lists, panels and searches agree with them.
        """
        with self._db.transaction():
            row = self._db.execute(
                "SELECT revision FROM article WHERE id = ?", [article_id]
            ).fetchone()
            if row is None or row[0] != revision:
                return False
            verdicts = self._verdicts.of(article_id)
            if verdicts:
                from lesart.analysis.verdicts import judged  # reading does without

                text = self._articles.text(article_id) or ""
                analysis = judged(analysis, verdicts, text)
            self._clear(article_id)
            revised = self._revised_figures(article_id, revision, analysis.language)
            analysis = replace(analysis, revised=revised)
            self._db.execute(
                "INSERT INTO analysis (article_id, engine, revision, language, note, found)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    article_id, analysis.engine, revision, analysis.language, analysis.note,
                    packed(to_json(analysis)),
                ],
            )  # fmt: skip
            self._index(
                article_id,
                rows_of(
                    analysis.figures,
                    (*analysis.entities, *analysis.in_passing),
                    analysis.language,
                ),
            )
            if revised:
                self._mark_changed_figures(article_id)
            self._db.execute(
                "UPDATE article SET engine = ?, figure_count = ?, entity_count = ?,"
                " language = coalesce(nullif(?, ''), language) WHERE id = ?",
                [
                    analysis.engine, len(analysis.figures), len(analysis.entities),
                    analysis.language, article_id,
                ],
            )  # fmt: skip
        return True

    def _index(self, article_id: int, rows: Rows) -> None:
        """Let the article be found by its numbers, nouns and names."""
        units, nouns = self._ids(rows)
        shelf = article_id >> SHELF
        self._db.executemany(
            "INSERT OR IGNORE INTO amount (shelf, unit_id, number, article_id, noun_id, roles)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (shelf, units[unit], number, article_id, nouns[noun], roles)
                for (unit, number, noun), roles in rows.amounts.items()
            ],
        )
        # To be shown among the others, save where one of them has the same number.
        self._db.executemany(
            "INSERT OR IGNORE INTO amount (shelf, unit_id, number, article_id, noun_id, high)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (shelf, units[unit], low, article_id, nouns[noun], high)
                for unit, high, low, noun in rows.ranges
                if low < high
            ],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO amount_range"
            " (shelf, unit_id, high, low, article_id, noun_id, roles) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (shelf, units[unit], high, low, article_id, nouns[noun], roles)
                for (unit, high, low, noun), roles in rows.ranges.items()
            ],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO counted (noun_id, article_id, roles) VALUES (?, ?, ?)",
            [(nouns[noun], article_id, roles) for noun, roles in rows.nouns.items()],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO entity (key, name, folded, kind) VALUES (?, ?, ?, ?)",
            [(key, e.name, fold(e.name), e.kind) for key, e in rows.entities.items()],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO naming (entity_id, article_id)"
            " SELECT id, ? FROM entity WHERE key = ?",
            [(article_id, key) for key in rows.entities],
        )

    def _revised_figures(
        self, article_id: int, revision: int, language: str
    ) -> tuple[RevisedFigure, ...]:
        """The figures that the article's last revisions gave otherwise, the latest revision first."""
        rows = self._db.execute(
            "SELECT number, text, replaced FROM revision WHERE article_id = ?"
            " ORDER BY number DESC LIMIT ?",
            [article_id, _MOST_REVISIONS],
        ).fetchall()
        if not rows:
            return ()
        from lesart.analysis.comparing.changes import changes_through

        texts = [text for _, text, _ in reversed(rows)]
        changed = changes_through([*texts, self._articles.text(article_id) or ""], language)
        numbers = [revision, *(number for number, _, _ in rows[:-1])]
        return tuple(
            RevisedFigure(number, replaced, change.was, change.now)
            for (_, _, replaced), number, some in zip(rows, numbers, reversed(changed), strict=True)
            for change in some
        )

    def _mark_changed_figures(self, article_id: int) -> None:
        """Let the article be found by it that one of its revisions gives another number."""
        self._db.execute(
            "INSERT OR IGNORE INTO counted (noun_id, article_id) VALUES (?, ?)",
            [self._nouns({CHANGED})[CHANGED], article_id],
        )

    def _clear(self, article_id: int) -> None:
        """Forget what is stored, and what it is found by."""
        row = self._db.execute(
            "DELETE FROM analysis WHERE article_id = ? RETURNING lesart_unpacked(found), language",
            [article_id],
        ).fetchone()
        if row is None:
            return
        rows = rows_from_json(row[0], row[1])
        units, nouns = self._ids(rows)
        shelf = article_id >> SHELF
        self._db.executemany(
            "DELETE FROM amount WHERE shelf = ? AND unit_id = ? AND number = ? AND article_id = ?",
            [
                *((shelf, units[unit], number, article_id) for unit, number, _ in rows.amounts),
                *((shelf, units[unit], low, article_id) for unit, _, low, _ in rows.ranges),
            ],
        )
        self._db.executemany(
            "DELETE FROM amount_range WHERE shelf = ? AND unit_id = ? AND high = ? AND low = ?"
            " AND article_id = ?",
            [(shelf, units[unit], high, low, article_id) for unit, high, low, _ in rows.ranges],
        )
        self._db.executemany(
            "DELETE FROM counted WHERE noun_id = ? AND article_id = ?",
            [(nouns[noun], article_id) for noun in rows.nouns],
        )
        self._db.execute(
            "DELETE FROM counted WHERE article_id = ?"
            " AND noun_id = (SELECT id FROM noun WHERE name = ?)",
            [article_id, CHANGED],
        )
        self._db.executemany(
            "DELETE FROM naming WHERE article_id = ?"
            " AND entity_id = (SELECT id FROM entity WHERE key = ?)",
            [(article_id, key) for key in rows.entities],
        )

    def _ids(self, rows: Rows) -> tuple[dict[str, int], dict[str, int]]:
        """The numbers of the units and of the nouns, given now to those that have none yet."""
        units = {row[0] for row in rows.amounts} | {row[0] for row in rows.ranges}
        return self._numbered("unit", units), {"": 0, **self._nouns(rows.nouns.keys())}

    def _nouns(self, names: Set[str]) -> dict[str, int]:
        """The numbers of nouns; a new one is kept under its words."""
        found = dict(
            self._db.execute(
                f"SELECT name, id FROM noun WHERE name IN ({marks(len(names))})", list(names)
            )
        )
        for name in sorted(names - found.keys()):
            cursor = self._db.execute("INSERT INTO noun (name) VALUES (?)", [name])
            found[name] = int(cursor.lastrowid or 0)
            list_noun(self._db.execute, found[name], name)
        return found

    def _numbered(self, table: str, names: set[str]) -> dict[str, int]:
        self._db.executemany(
            f"INSERT OR IGNORE INTO {table} (name) VALUES (?)", [(name,) for name in names]
        )
        return dict(
            self._db.execute(
                f"SELECT name, id FROM {table} WHERE name IN ({marks(len(names))})", list(names)
            )
        )

    def index_again(self) -> list[int]:
        """Make anew what articles are found by; gives those whose findings could not be read.

        These wait for an engine again.
        """
        lost: list[int] = []
        with self._db.transaction():
            for table in ("amount", "amount_range", "counted", "naming"):
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute("INSERT INTO noun_fts(noun_fts) VALUES ('delete-all')")
            for noun_id, name in self._db.execute("SELECT id, name FROM noun").fetchall():
                list_noun(self._db.execute, noun_id, name)
            stored = self._db.execute("SELECT article_id, language FROM analysis")
            for article_id, language in stored:
                found = self._found(article_id)
                if found is None:
                    lost.append(article_id)
                else:
                    self._index(article_id, rows_from_json(found, language))
                    if revised_from_json(found):
                        self._mark_changed_figures(article_id)
            for article_id in lost:
                self._db.execute("DELETE FROM analysis WHERE article_id = ?", [article_id])
                self._db.execute("UPDATE article SET engine = '' WHERE id = ?", [article_id])
        return lost

    def _found(self, article_id: int) -> str | None:
        """The stored findings; None where they are damaged."""
        [stored] = self._db.execute(
            "SELECT found FROM analysis WHERE article_id = ?", [article_id]
        ).fetchone()
        return unpacked(stored) if is_whole(stored) else None

    def get(self, article_id: int) -> Analysis | None:
        """What is stored for the article's present text; None if nobody analysed it yet."""
        row = self._db.execute(
            "SELECT n.engine, n.language, n.note, lesart_unpacked(n.found), b.text FROM analysis n"
            " JOIN article a ON a.id = n.article_id AND a.revision = n.revision"
            " JOIN body b ON b.article_id = n.article_id WHERE n.article_id = ?",
            [article_id],
        ).fetchone()
        if row is None:
            return None
        engine, language, note, found, text = row
        figures, entities = from_json(found, text)
        return Analysis(
            engine,
            language,
            figures,
            entities,
            note,
            revised_from_json(found),
            in_passing_from_json(found, text),
        )

    def figures_of(self, ids: Sequence[int]) -> Iterator[tuple[int, str, tuple[Figure, ...]]]:
        """Article, language and figures without their surfaces, for each that has an analysis, in this order."""
        rows = self._db.execute(
            "SELECT n.article_id, n.language, lesart_unpacked(n.found) FROM json_each(?) k"
            " CROSS JOIN analysis n ON n.article_id = k.value"
            " CROSS JOIN article a ON a.id = n.article_id AND a.revision = n.revision"
            " ORDER BY k.key",
            [json.dumps(list(ids))],
        )
        for article_id, language, found in rows:
            yield article_id, language, figures_from_json(found)

    def with_changed_figures(self, ids: Sequence[int]) -> list[int]:
        """Which of these articles had a number corrected."""
        rows = self._db.execute(
            "SELECT c.article_id FROM noun n CROSS JOIN json_each(?) k CROSS JOIN counted c"
            " ON c.noun_id = n.id AND c.article_id = k.value WHERE n.name = ?",
            [json.dumps(list(ids)), CHANGED],
        )
        return [row[0] for row in rows]

    def want_again(self, article_id: int) -> None:
        """Let the article wait for an engine, as if none had seen it."""
        with self._db.transaction():
            self._db.execute("UPDATE article SET engine = '' WHERE id = ?", [article_id])

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

    def unseen_count(self) -> int:
        """How many articles no engine has analysed yet."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM article INDEXED BY article_engine WHERE is_deleted = 0 AND"
                " engine = ''"
            ).fetchone()[0]
        )

    def unseen_among(self, ids: Collection[int]) -> int:
        """How many of these articles no engine has analysed yet."""
        rows = self._db.execute(
            "SELECT id FROM article INDEXED BY article_engine WHERE is_deleted = 0 AND engine = ''"
        )
        asked = set(ids)
        return sum(article_id in asked for (article_id,) in rows)

    def of_one_subject(
        self, article_id: int, subjects: Iterable[str], entities: Iterable[Entity], *, limit: int
    ) -> list[int]:
        """Articles with figures of one of the subjects that name one of the entities, too.

        Those that share most subjects go first, then those of about the same date.
        """
        from lesart.store.tables.one_subject import of_one_subject  # reading does without

        keys = [SUBJECT + subject for subject in subjects]
        return of_one_subject(self._db, article_id, keys, entities, limit)

    def also_naming(self, key: str, article_id: int, *, limit: int) -> list[str]:
        """Titles of the newest other articles that name the entity with this key."""
        return [
            row[0]
            for row in self._db.execute(
                "SELECT a.title FROM entity e JOIN naming n ON n.entity_id = e.id"
                " JOIN article a ON a.id = n.article_id"
                " WHERE e.key = ? AND n.article_id <> ? AND a.is_deleted = 0"
                " ORDER BY n.article_id DESC LIMIT ?",
                [key, article_id, limit],
            )
        ]

    def articles_naming(self, key: str) -> int:
        """How many articles name the entity with this key."""
        return int(
            self._db.execute(
                "SELECT count(*) FROM naming n JOIN entity e ON e.id = n.entity_id WHERE e.key = ?",
                [key],
            ).fetchone()[0]
        )
