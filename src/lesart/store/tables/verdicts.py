"""What the reader decided about figures and entities, article by article."""

from __future__ import annotations

import json

from lesart.model.annotation import Anchor
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.store.connection import Connection


class Verdicts:
    """The verdicts of one library. Whatever is changed here has reached the disk on return."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(self, verdict: Verdict, *, now: int) -> None:
        """Keep a verdict; a newer one on the same words replaces it, an empty ruling takes it back."""
        anchor = verdict.anchor
        place = verdict.span or Span(anchor.start, anchor.end)
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "DELETE FROM verdict WHERE article_id = ? AND thing = ? AND (now_start = ? AND"
                ' now_end = ? OR now_start IS NULL AND exact = ? AND "start" = ? AND "end" = ?)',
                [verdict.article_id, verdict.thing, *place, anchor.exact, anchor.start, anchor.end],
            )
            # Other words that stood at these offsets in an older text: theirs are out of date.
            self._db.execute(
                'UPDATE verdict SET "start" = -id, "end" = -id'
                ' WHERE article_id = ? AND thing = ? AND "start" = ? AND "end" = ?',
                [verdict.article_id, verdict.thing, anchor.start, anchor.end],
            )
            if not verdict.ruling:
                return
            self._db.execute(
                'INSERT INTO verdict (article_id, thing, exact, prefix, suffix, "start", "end",'
                " verdict, correction, made, now_start, now_end)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    verdict.article_id, verdict.thing, anchor.exact, anchor.prefix, anchor.suffix,
                    anchor.start, anchor.end, verdict.ruling, json.dumps(dict(verdict.correction)),
                    now, *place,
                ],
            )  # fmt: skip

    def of(self, article_id: int) -> list[Verdict]:
        """The article's verdicts in the order of its text."""
        rows = self._db.execute(
            'SELECT id, thing, exact, prefix, suffix, "start", "end", verdict, correction, made,'
            ' now_start, now_end FROM verdict WHERE article_id = ? ORDER BY "start"',
            [article_id],
        )
        return [
            Verdict(
                article_id=article_id, thing=row[1], anchor=Anchor(*row[2:7]), ruling=row[7],
                correction=json.loads(row[8]), made=row[9], id=row[0],
                span=None if row[10] is None else Span(row[10], row[11]),
            )
            for row in rows
        ]  # fmt: skip

    def at(self, article_id: int, thing: str, span: Span) -> Verdict | None:
        """The verdict on what stands there in the present text; None if there is none."""
        found = (v for v in self.of(article_id) if v.thing == thing and v.span == span)
        return next(found, None)

    def place(self, verdict_id: int, span: Span | None) -> None:
        """Say where its words stand in the present text."""
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "UPDATE verdict SET now_start = ?, now_end = ? WHERE id = ?",
                [*(span or (None, None)), verdict_id],
            )
