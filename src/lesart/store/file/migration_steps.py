"""What migrations are made of: scripts run within their transaction, and what they compute."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database


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
