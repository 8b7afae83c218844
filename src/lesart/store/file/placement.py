"""Whether every note and verdict stands on the words that it says it stands on, and putting it there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from lesart.anchor import is_same_words, resolve
from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Anchor
from lesart.store.store import Store
from lesart.text.quotation import quoting
from lesart.translations import _, ngettext


class Misplaced(NamedTuple):
    """One that stands on other words than its own, or nowhere while it says it does."""

    table: str
    """`annotation` or `verdict`."""
    id: int
    article_id: int
    revision: int | None
    """The number of the text it was made on; None: nobody knows."""
    anchor: Anchor
    stands_on: str


_CLAIMS = {
    "annotation": (
        'SELECT id, article_id, revision, exact, prefix, suffix, "start", "end", now_start,'
        " now_end, status = 'ok' FROM annotation WHERE exact IS NOT NULL AND status <> 'orphan'"
        " ORDER BY article_id, id"
    ),
    "verdict": (
        'SELECT id, article_id, NULL, exact, prefix, suffix, "start", "end", now_start, now_end, 1'
        " FROM verdict WHERE now_start IS NOT NULL ORDER BY article_id, id"
    ),
}


def misplaced(connection: sqlite3.Connection) -> Iterator[Misplaced]:
    """Every note and verdict, deleted ones too, whose present place does not hold its words."""
    for table, sql in _CLAIMS.items():
        known, text = None, ""
        for row in connection.execute(sql).fetchall():
            id_, article_id, revision, *anchor, start, end, is_exact = row
            if article_id != known:
                known, text = article_id, _present_text(connection, article_id)
            there = text[start:end] if start is not None and 0 <= start < end <= len(text) else ""
            exact = anchor[0]
            if not there or (is_exact and there != exact and not is_same_words(there, exact)):
                yield Misplaced(table, id_, article_id, revision, Anchor(*anchor), there)


def place_again(store: Store) -> tuple[int, int]:
    """Find the words of those that are misplaced; gives how many stand again, and how many do not.

    Those whose words are gone become orphans, which keep all they say.
    """
    raw, found_again, lost = store.connection.raw, 0, 0
    with store.transaction(is_durable=True):
        for one in list(misplaced(raw)):
            text = _present_text(raw, one.article_id)
            found = resolve(one.anchor, text, _text_of(raw, one))
            stands = found.span is not None
            if one.table == "annotation":
                store.annotations.place(one.id, found.span, found.status, found.suggestion)
            else:
                stands = found.status == "ok"
                store.verdicts.place(one.id, found.span if stands else None)
            found_again, lost = found_again + stands, lost + (not stands)
    return found_again, lost


def with_blank_ends(connection: sqlite3.Connection) -> list[str]:
    """The uids of notes whose quotation is kept with white space at its ends; they are shown without."""
    rows = connection.execute(
        'SELECT uid, exact, prefix, suffix, "start", "end" FROM annotation WHERE exact IS NOT NULL'
    )
    return [uid for uid, *anchor in rows if quoting(Anchor(*anchor)) != Anchor(*anchor)]


def clean_quotations(store: Store) -> int:
    """Keep these quotations as they are shown; gives how many."""
    uids = with_blank_ends(store.connection.raw)
    with store.transaction(is_durable=True):
        for uid in uids:
            found = store.annotations.stored(uid)
            assert found is not None
            note, is_deleted = found
            store.annotations.put(note)
            if is_deleted:
                store.annotations.delete(note.id)
    return len(uids)


def described(those: list[Misplaced]) -> str:
    """Which they are, in words."""
    from lesart.text.shorten import shortened

    some = [
        _("{table} {id} on article {article_id}: “{exact}” stands at “{stands_on}”").format(
            table=one.table,
            id=one.id,
            article_id=one.article_id,
            exact=shortened(one.anchor.exact, 40),
            stands_on=shortened(one.stands_on, 40),
        )
        for one in those[:5]
    ]
    more = _("; and {value} more").format(value=numeral(len(those) - 5)) if len(those) > 5 else ""
    return ngettext(
        "{count} stands on other words than its own: {names}{more}",
        "{count} stand on other words than their own: {names}{more}",
        len(those),
    ).format(count=numeral(len(those)), names="; ".join(some), more=more)


def _present_text(connection: sqlite3.Connection, article_id: int) -> str:
    row = connection.execute(
        "SELECT lesart_unpacked(text) FROM packed_body WHERE article_id = ?"
        " AND lesart_is_whole(text)",
        [article_id],
    ).fetchone()
    return row[0] if row else ""


def _text_of(connection: sqlite3.Connection, one: Misplaced) -> str | None:
    """The text that it was made on; None where that is not known."""
    row = connection.execute(
        "SELECT revision FROM article WHERE id = ?", [one.article_id]
    ).fetchone()
    if row and row[0] == one.revision:
        return _present_text(connection, one.article_id)
    row = connection.execute(
        "SELECT text FROM revision WHERE article_id = ? AND number = ?",
        [one.article_id, one.revision],
    ).fetchone()
    return row[0] if row else None
