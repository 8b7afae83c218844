"""Put titles and texts into the index of words as a search compares them: Hebrew and Arabic without points."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from lesart.locales.in_sentences import numeral
from lesart.store.file.migration_steps import redefine, run, tell_progress
from lesart.translations import _

TEXT_INDEXES = ("body_fts", "title_fts")
_LONG = 20_000
"""Articles from which on it is told how far this is."""
_LETTERS = (("\u0590", "\u0900"), ("\ufb1d", "\ufeff"))
"""Words that begin between these are of Hebrew or Arabic letters, or of their neighbours'."""

_TRIGGERS = """
DROP TRIGGER body_added;
DROP TRIGGER body_removed;
DROP TRIGGER body_changed;
CREATE TRIGGER body_added AFTER INSERT ON packed_body BEGIN
    INSERT INTO body_fts(rowid, title, text)
        VALUES (new.article_id, lesart_indexed(new.title), lesart_indexed(new.text));
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, lesart_indexed(new.title));
    INSERT OR IGNORE INTO unlisted VALUES (new.article_id);
END;
CREATE TRIGGER body_removed AFTER DELETE ON packed_body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, lesart_indexed(old.title), lesart_indexed(old.text));
    INSERT INTO title_fts(title_fts, rowid, title)
        VALUES ('delete', old.article_id, lesart_indexed(old.title));
END;
CREATE TRIGGER body_changed AFTER UPDATE OF title, text ON packed_body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, lesart_indexed(old.title), lesart_indexed(old.text));
    INSERT INTO title_fts(title_fts, rowid, title)
        VALUES ('delete', old.article_id, lesart_indexed(old.title));
    INSERT INTO body_fts(rowid, title, text)
        VALUES (new.article_id, lesart_indexed(new.title), lesart_indexed(new.text));
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, lesart_indexed(new.title));
    INSERT OR IGNORE INTO unlisted VALUES (new.article_id);
END
"""


_FORGET = (
    "INSERT INTO body_fts(body_fts, rowid, title, text)"
    " SELECT 'delete', article_id, title, lesart_unpacked(text)",
    "INSERT INTO title_fts(title_fts, rowid, title) SELECT 'delete', article_id, title",
)
_LEARN = (
    "INSERT INTO body_fts(rowid, title, text)"
    " SELECT article_id, lesart_indexed(title), lesart_indexed(text)",
    "INSERT INTO title_fts(rowid, title) SELECT article_id, lesart_indexed(title)",
)


def fold_index_again(db: Database) -> None:
    """A step of a migration: what holds Hebrew or Arabic is indexed anew, and all that comes later so.

    To be followed by `PRAGMA writable_schema = reset`.
    """
    found = _with_such_letters(db)
    for done, article_id in enumerate(found, 1):
        # What was damaged on the disk cannot be forgotten by its words; `doctor --repair` can.
        for statement in (*_FORGET, *_LEARN):
            db.execute(
                f"{statement} FROM packed_body WHERE article_id = ? AND lesart_is_whole(text)",
                [article_id],
            )
        db.execute("INSERT OR IGNORE INTO unlisted VALUES (?)", [article_id])
        if len(found) >= _LONG and done % (len(found) // 10) == 0:
            percent = numeral(done * 100 // len(found))
            tell_progress.get()(_("Words are indexed anew: {percent} %").format(percent=percent))
    run(db, _TRIGGERS)
    redefine(db, "title_fts", "content='packed_body', content_rowid='article_id'", "content=''")


def _with_such_letters(db: Database) -> list[int]:
    """The articles of whose words the index knows one that begins with a letter of these."""
    db.execute(
        "CREATE VIRTUAL TABLE temp.word_places USING fts5vocab('main', 'body_fts', 'instance')"
    )
    found: set[int] = set()
    for first, last in _LETTERS:
        rows = db.execute(
            "SELECT DISTINCT doc FROM temp.word_places WHERE term >= ? AND term < ?", [first, last]
        )
        found.update(row[0] for row in rows)
    db.execute("DROP TABLE temp.word_places")
    return sorted(found)


def index_texts(connection: sqlite3.Connection) -> None:
    """Make the indexes of titles and of texts anew, within the caller's transaction."""
    for index, statement in zip(TEXT_INDEXES, _LEARN, strict=True):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")
        connection.execute(f"{statement} FROM packed_body")
