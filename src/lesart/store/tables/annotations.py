"""The reader's marks and notes: never destroyed, always found again by the words they stand on."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lesart.model.annotation import Anchor, AnchorStatus, Annotation
from lesart.model.colours import COLOURS
from lesart.model.text import Span
from lesart.store.connection import Connection
from lesart.store.rows import tags_from_json, tags_to_json
from lesart.text.quotation import quoting, with_quotation

_COLUMNS = (
    'n.id, n.uid, n.article_id, n.revision, n.exact, n.prefix, n.suffix, n."start", n."end",'
    " n.now_start, n.now_end, n.suggest_start, n.suggest_end, n.status, n.colour, n.note, n.tags,"
    " n.parent_id, n.created, n.changed"
)


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation with the title of its article, for lists across articles."""

    annotation: Annotation
    article_title: str


class Annotations:
    """The annotations of one library. Whatever is changed here has reached the disk on return."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def add(
        self,
        article_id: int,
        anchor: Anchor | None,
        *,
        now: int,
        colour: str = "yellow",
        note: str = "",
        tags: Iterable[str] = (),
        parent: int | None = None,
        uid: str = "",
        revision: int | None = None,
    ) -> Annotation:
        """Store a mark or note on the article's present text (or the `revision` named)."""
        with self._db.transaction(is_durable=True):
            if revision is None:
                [revision] = self._db.execute(
                    "SELECT coalesce(max(revision), 1) FROM article WHERE id = ?", [article_id]
                ).fetchone()
            anchor = quoting(anchor) if anchor else None
            span = Span(anchor.start, anchor.end) if anchor else None
            annotation = Annotation(
                id=0, uid=uid or str(uuid.uuid4()), article_id=article_id, anchor=anchor,
                colour=colour, note=note, tags=tuple(dict.fromkeys(tags)), revision=revision,
                span=span, parent=parent, created=now, changed=now,
            )  # fmt: skip
            return self.put(annotation)

    def put(self, annotation: Annotation) -> Annotation:
        """Store `annotation` as it is, times and all; one with a known uid replaces that one.

        Only its quotation is made clean: no note is on white space, whoever made it.
        """
        annotation = with_quotation(annotation)
        anchor, span, suggestion = annotation.anchor, annotation.span, annotation.suggestion
        values = [
            annotation.uid, annotation.article_id, annotation.revision,
            anchor.exact if anchor else None, anchor.prefix if anchor else "",
            anchor.suffix if anchor else "", anchor.start if anchor else None,
            anchor.end if anchor else None, *(span or (None, None)), *(suggestion or (None, None)),
            annotation.status, annotation.colour, annotation.note, tags_to_json(annotation.tags),
            annotation.parent, annotation.created, annotation.changed,
        ]  # fmt: skip
        names = (
            "uid", "article_id", "revision", "exact", "prefix", "suffix", '"start"', '"end"',
            "now_start", "now_end", "suggest_start", "suggest_end", "status", "colour", "note",
            "tags", "parent_id", "created", "changed",
        )  # fmt: skip
        updates = ", ".join(f"{n} = excluded.{n}" for n in names)
        with self._db.transaction(is_durable=True):
            row = self._db.execute(
                f"INSERT INTO annotation ({', '.join(names)}) VALUES"
                f" ({', '.join('?' * len(names))}) ON CONFLICT (uid) DO UPDATE SET {updates},"
                " is_deleted = 0 RETURNING id",
                values,
            ).fetchone()
            self._set_tags(row[0], annotation.tags)
        return replace(annotation, id=row[0])

    def change(
        self,
        annotation_id: int,
        *,
        now: int,
        note: str | None = None,
        colour: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> Annotation | None:
        """Set what is given, leave the rest; None if there is no such annotation."""
        with self._db.transaction(is_durable=True):
            if self.get(annotation_id) is None:
                return None
            columns: dict[str, object] = {}
            if note is not None:
                columns["note"] = note
            if colour is not None:
                columns["colour"] = colour
            if tags is not None:
                tags = tuple(dict.fromkeys(tags))
                columns["tags"] = tags_to_json(tags)
                self._set_tags(annotation_id, tags)
            self._update(annotation_id, columns, now)
            return self.get(annotation_id)

    def _update(self, annotation_id: int, columns: dict[str, object], now: int) -> None:
        """Set these columns and no other; a clock that was put back does not make it older."""
        sets = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute(
            f"UPDATE annotation SET {sets + ', ' if sets else ''}changed = max(changed, ?)"
            " WHERE id = ?",
            [*columns.values(), now, annotation_id],
        )

    def root(self, annotation: Annotation) -> Annotation:
        """The note that a thread of replies began with; the annotation itself if it answers none."""
        seen = {annotation.id}
        while annotation.parent is not None:
            above = self.get(annotation.parent)
            if above is None or above.article_id != annotation.article_id or above.id in seen:
                break
            seen.add(above.id)
            annotation = above
        return annotation

    def place(
        self,
        annotation_id: int,
        span: Span | None,
        status: AnchorStatus,
        suggestion: Span | None = None,
    ) -> None:
        """Say where its words stand in the present text; the anchor itself is never rewritten."""
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "UPDATE annotation SET now_start = ?, now_end = ?, status = ?, suggest_start = ?,"
                " suggest_end = ? WHERE id = ?",
                [*(span or (None, None)), status, *(suggestion or (None, None)), annotation_id],
            )

    def attach(self, annotation_id: int, anchor: Anchor | None, *, revision: int, now: int) -> None:
        """Put it on other words, by the reader's own hand; `place` says where these stand now."""
        anchor = quoting(anchor) if anchor else None
        columns: dict[str, object] = {
            "exact": anchor.exact if anchor else None, "prefix": anchor.prefix if anchor else "",
            "suffix": anchor.suffix if anchor else "", '"start"': anchor.start if anchor else None,
            '"end"': anchor.end if anchor else None, "revision": revision,
        }  # fmt: skip
        with self._db.transaction(is_durable=True):
            self._update(annotation_id, columns, now)
            self.place(annotation_id, Span(anchor.start, anchor.end) if anchor else None, "ok")

    def answer(self, annotation_id: int, parent: int | None) -> None:
        """Make it a reply to another annotation; None: to none."""
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "UPDATE annotation SET parent_id = ? WHERE id = ?", [parent, annotation_id]
            )

    def uid_of(self, annotation_id: int) -> str:
        """Its uid, also of a deleted one; empty: there never was one."""
        row = self._db.execute(
            "SELECT uid FROM annotation WHERE id = ?", [annotation_id]
        ).fetchone()
        return str(row[0]) if row else ""

    def replies_to(self, annotation_ids: Iterable[int]) -> list[Annotation]:
        """What answers any of these."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM annotation n WHERE n.is_deleted = 0"
            " AND n.parent_id IN (SELECT value FROM json_each(?)) ORDER BY n.id",
            [json.dumps(list(annotation_ids))],
        )
        return [_annotation(row) for row in rows]

    def delete(self, annotation_id: int) -> None:
        """Take it out of sight; `restore` brings it back, replies and all."""
        self._set_deleted(annotation_id, True)

    def restore(self, annotation_id: int) -> None:
        self._set_deleted(annotation_id, False)

    def _set_deleted(self, annotation_id: int, is_deleted: bool) -> None:
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "UPDATE annotation SET is_deleted = ? WHERE id = ?", [is_deleted, annotation_id]
            )

    def get(self, annotation_id: int) -> Annotation | None:
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM annotation n WHERE n.id = ? AND n.is_deleted = 0",
            [annotation_id],
        ).fetchone()
        return _annotation(row) if row else None

    def stored(self, uid: str) -> tuple[Annotation, bool] | None:
        """The annotation, also a deleted one, and whether it is; None: there never was one."""
        row = self._db.execute(
            f"SELECT {_COLUMNS}, n.is_deleted FROM annotation n WHERE n.uid = ?", [uid]
        ).fetchone()
        return (_annotation(row[:-1]), bool(row[-1])) if row else None

    def by_uid(self, uid: str) -> Annotation | None:
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM annotation n WHERE n.uid = ? AND n.is_deleted = 0",
            [uid],
        ).fetchone()
        return _annotation(row) if row else None

    def of(self, article_id: int, *, deleted_too: bool = False) -> list[Annotation]:
        """The article's annotations in the order of its text; notes on the whole come first."""
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM annotation n WHERE n.article_id = ?"
            f"{'' if deleted_too else ' AND n.is_deleted = 0'}"
            ' ORDER BY coalesce(n.now_start, n."start", -1), n.id',
            [article_id],
        )
        return [_annotation(row) for row in rows]

    def all(self, *, article_ids: Sequence[int] | None = None, limit: int = 100_000) -> list[Noted]:
        """Across articles, the last changed first."""
        where = "n.is_deleted = 0 AND a.is_deleted = 0"
        values: list[Any] = []
        if article_ids is not None:
            where += " AND n.article_id IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(list(article_ids)))
        return self._noted(
            f"WHERE {where} ORDER BY n.changed DESC, n.id DESC LIMIT ?", [*values, limit]
        )

    def matching(
        self, where: str, values: Sequence[object], *, oldest_first: bool = False
    ) -> list[Noted]:
        """Those a condition over `annotation n` and `article a` holds for."""
        order = "n.changed, n.id" if oldest_first else "n.changed DESC, n.id DESC"
        return self._noted(
            f"WHERE n.is_deleted = 0 AND a.is_deleted = 0 AND ({where}) ORDER BY {order}",
            list(values),
        )

    def orphans(self) -> list[Noted]:
        """Annotations whose words are gone from the present text."""
        return self._noted("WHERE n.is_deleted = 0 AND n.status = 'orphan' ORDER BY n.id", [])

    def _noted(self, rest: str, values: list[Any]) -> list[Noted]:
        rows = self._db.execute(
            f"SELECT a.title, {_COLUMNS} FROM annotation n"
            f" JOIN article a ON a.id = n.article_id {rest}",
            values,
        )
        return [Noted(_annotation(row[1:]), row[0]) for row in rows]

    def tags(self) -> list[tuple[str, int]]:
        """Every tag in use, on annotations and articles, the most used first."""
        rows = self._db.execute(
            "SELECT tag, count(*) AS n FROM (SELECT t.tag FROM annotation_tag t"
            " JOIN annotation a ON a.id = t.annotation_id AND a.is_deleted = 0"
            " UNION ALL SELECT tag FROM article_tag) GROUP BY tag ORDER BY n DESC, tag"
        )
        return [(row[0], row[1]) for row in rows]

    def count(self) -> int:
        return int(
            self._db.execute("SELECT count(*) FROM annotation WHERE is_deleted = 0").fetchone()[0]
        )

    def _set_tags(self, annotation_id: int, tags: Iterable[str]) -> None:
        self._db.execute("DELETE FROM annotation_tag WHERE annotation_id = ?", [annotation_id])
        self._db.executemany(
            "INSERT OR IGNORE INTO annotation_tag (tag, annotation_id) VALUES (?, ?)",
            [(tag, annotation_id) for tag in tags],
        )


def _annotation(row: Sequence[Any]) -> Annotation:
    (
        id_, uid, article_id, revision, exact, prefix, suffix, start, end, now_start, now_end,
        suggest_start, suggest_end, status, colour, note, tags, parent, created, changed,
    ) = row  # fmt: skip
    annotation = Annotation(
        id=id_, uid=uid, article_id=article_id,
        anchor=None if exact is None else Anchor(exact, prefix, suffix, start, end),
        # A library from elsewhere may hold a colour that no screen has.
        colour=colour if colour in COLOURS else COLOURS[0],
        note=note, tags=tags_from_json(tags), revision=revision, status=status,
        span=None if now_start is None else Span(now_start, now_end),
        suggestion=None if suggest_start is None else Span(suggest_start, suggest_end),
        parent=parent, created=created, changed=changed,
    )  # fmt: skip
    # Quotations that begin or end blank were stored once, and may be in a library from elsewhere.
    return with_quotation(annotation)
