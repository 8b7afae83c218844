"""What migrations are made of: scripts run within their transaction, and what they compute."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from lesart.store.sql_functions import story_of
from lesart.text.urls import canonical_link


def run(db: Database, script: str) -> None:
    """Statement by statement, since `executescript` would commit the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    if statement.strip():
        db.execute(statement)


def first_letters(word: str) -> int:
    """The number that a word's first three letters have in `vocabulary`."""
    number = 0
    for letter in word[:3].ljust(3, "\0"):
        number = number << 21 | ord(letter)
    return number


def tell_addresses_apart(db: Database) -> None:
    """Number addresses anew: `?ref=4711` names a page, which older programs took for tracking."""
    links = db.execute("SELECT id, link FROM article WHERE link LIKE '%?%'").fetchall()
    numbers = [(story_of(canonical_link(link)), article_id) for article_id, link in links]
    db.conn.executemany("UPDATE article SET story = ? WHERE id = ?", numbers)
