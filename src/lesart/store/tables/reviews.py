"""What the reader answered in the daily review: kept beside the notes, and never a change of a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lesart.store.connection import Connection

NEVER = 0
"""The grade of what is not to be asked again."""


MOST_GRADE = 4


class Answer(NamedTuple):
    """One answer on one note; the newest says when the note is due again."""

    uid: str
    """Of the note: the same in every export and library."""
    answered: int
    """UTC milliseconds."""
    grade: int
    """1 again, 2 hard, 3 good, 4 easy, 0 never again."""
    due: int
    """UTC seconds."""
    card: str
    """The scheduler's state after it, as JSON."""


class Waiting(NamedTuple):
    """The notes that may be asked now, the most overdue first, then new ones in the order they were made."""

    due: list[int]
    new: list[int]


_ASKED = (
    " FROM annotation n JOIN article a ON a.id = n.article_id AND a.is_deleted = 0"
    " LEFT JOIN (SELECT annotation_uid, max(answered), grade, due FROM review_answer"
    "  GROUP BY annotation_uid) r ON r.annotation_uid = n.uid"
    " WHERE n.is_deleted = 0 AND n.parent_id IS NULL"
    " AND (n.note <> '' OR n.exact IS NOT NULL AND n.status <> 'orphan')"
)


class Reviews:
    """The answers of one library. Whatever is changed here has reached the disk on return."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def waiting(self, now: int, *, most_new: int) -> Waiting:
        """Ids of notes: those due by `now`, and so many of those that were never asked."""
        due = self._db.execute(
            f"SELECT n.id{_ASKED} AND r.grade > ? AND r.due <= ? ORDER BY r.due, n.id", [NEVER, now]
        ).fetchall()
        new = self._db.execute(
            f"SELECT n.id{_ASKED} AND r.grade IS NULL ORDER BY n.created, n.id LIMIT ?",
            [max(0, most_new)],
        ).fetchall()
        return Waiting([row[0] for row in due], [row[0] for row in new])

    def first_asked_since(self, moment: int) -> int:
        """How many notes were asked for the first time since then (UTC seconds)."""
        row = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM review_answer GROUP BY annotation_uid"
            " HAVING min(answered) >= ?)",
            [moment * 1000],
        ).fetchone()
        return int(row[0])

    def last(self, uid: str) -> Answer | None:
        """The newest answer on a note; None if it was never asked."""
        row = self._db.execute(
            "SELECT annotation_uid, answered, grade, due, card FROM review_answer"
            " WHERE annotation_uid = ? ORDER BY answered DESC LIMIT 1",
            [uid],
        ).fetchone()
        return Answer(*row) if row else None

    def of(self, uids: Iterable[str]) -> list[Answer]:
        """All answers on these notes, the oldest first."""
        return [
            Answer(*row)
            for uid in uids
            for row in self._db.execute(
                "SELECT annotation_uid, answered, grade, due, card FROM review_answer"
                " WHERE annotation_uid = ? ORDER BY answered",
                [uid],
            )
        ]

    def put(self, answers: Iterable[Answer]) -> None:
        """Keep answers; one that is here already stays as it is."""
        with self._db.transaction(is_durable=True):
            self._db.executemany(
                "INSERT OR IGNORE INTO review_answer VALUES (?, ?, ?, ?, ?)", answers
            )

    def take_back(self, answer: Answer) -> None:
        """As if it had not been given."""
        with self._db.transaction(is_durable=True):
            self._db.execute(
                "DELETE FROM review_answer WHERE annotation_uid = ? AND answered = ?",
                [answer.uid, answer.answered],
            )
