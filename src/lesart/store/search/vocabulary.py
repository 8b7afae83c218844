"""Every word of the index, kept where `~letters` can look through them all in a few milliseconds.

The index of words finds a word by its beginning. To find letters anywhere inside a word, its words
stand once more in `vocabulary`, a row for each three first letters. Stored articles wait in `unlisted`
until some have come together, since taking in many at once costs little more than taking in one; what
waits is read by the next search, so that an article is found the moment it is stored.

A word stays listed when the last article with it goes: the index then simply finds nothing for it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping

from lesart.store.connection import Connection
from lesart.store.rows import chunks, marks
from lesart.text.unpointed import unpointed

WAITING = 2048
"""So many articles may wait; a search reads their words anew when they have changed."""
_SELDOM = 128
"""Stored articles between two looks at how many wait: counting them takes its time."""
_READ_AT_ONCE = 200
"""Of articles that wait, so many are read for one begun word."""
MOST_KEPT = 24_000_000
"""Bytes of words held in memory between two searches; about what 200,000 articles hold."""


_PARTED = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ")
    for byte in range(256)
)
"""Small letters of ASCII, and blanks for its signs: what is left between two blanks is a word of the
index if it is ASCII, whatever the tokeniser; only the rest it has to be asked about."""


class Vocabulary:
    """The words of one library."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._read: tuple[object, bytes] = (None, b"")
        self._answered: tuple[object, list[str]] = (None, [])
        self._waiting_words: tuple[object, dict[str, str]] = (None, {})
        self._stored = 0

    def holding(self, needles: Iterable[str]) -> list[str]:
        """The words that hold one of `needles`, in the index's spelling (lower case, no accents)."""
        return self._found(needles, sys.maxsize) or []

    def few_holding(self, needles: Iterable[str], most: int) -> list[str] | None:
        """The same; None as soon as there are more than `most`."""
        return self._found(needles, most)

    def _found(self, needles: Iterable[str], most: int) -> list[str] | None:
        wanted = tuple(needle.encode() for needle in dict.fromkeys(needles))
        asked = (self._state(), wanted)
        if self._answered[0] != asked:  # each way that a search tries asks for the same letters
            words = self._listed()
            found: set[bytes] = set()
            for needle in wanted:
                for line in _lines_with(needle, words):
                    found.add(line)
                    if len(found) > most:
                        return None
            self._answered = (asked, sorted(line.decode() for line in found))
        return self._answered[1] if len(self._answered[1]) <= most else None

    @property
    def articles(self) -> int:
        """How many there are, about: removed ones too."""
        return int(self._db.execute("SELECT max(id) FROM article").fetchone()[0] or 0)

    def beginning(self, letters: str, most: int) -> list[str] | None:
        """The words that begin with these letters, three at least; None where there are more than `most`,
        or where too many articles wait to be read for it."""
        row = self._db.execute(
            "SELECT words FROM vocabulary WHERE start = ?", [start_of(letters[:3])]
        ).fetchone()
        listed = row[0].split("\n") if row else []
        waiting = self._of_waiting()
        if waiting is None:
            return None
        listed += waiting.get(letters[:3], "").split("\n")
        found = {word for word in listed if word.startswith(letters)}
        return sorted(found) if len(found) <= most else None

    def _of_waiting(self) -> dict[str, str] | None:
        """The words of articles that wait, by their first three letters; None where these are many."""
        state = self._state()
        if self._waiting_words[0] != state:
            if self._waiting() > _READ_AT_ONCE:
                return None
            self._waiting_words = (state, words_of(self._texts()))
        return self._waiting_words[1]

    def _state(self) -> tuple[int, int]:
        """Another one after anybody has written."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        return (version, self._db.total_changes)

    def _listed(self) -> bytes:
        """All words, one a line, those of waiting articles too; read anew when the file changed."""
        state = self._state()
        if self._read[0] == state:
            return self._read[1]
        rows = self._db.execute("SELECT CAST(words AS BLOB) FROM vocabulary")
        words = b"\n".join([row[0] for row in rows])
        if self._waiting():
            words += b"\n" + "\n".join(words_of(self._texts()).values()).encode()
        self._read = (state, words) if len(words) < MOST_KEPT else (None, b"")
        return words

    def has_stored(self) -> None:
        """An article came: now and then, look whether enough of them wait."""
        self._stored += 1
        if self._stored % _SELDOM == 0:
            self.take_in(at_least=WAITING)

    def take_in(self, *, at_least: int = 1) -> None:
        """List the words of the articles that wait, if so many do."""
        with self._db.transaction():
            if self._waiting() < at_least:
                return
            self._add(words_of(self._texts()))
            self._db.execute("DELETE FROM unlisted")

    def make_anew(self) -> None:
        """List the words of the whole index."""
        with self._db.transaction():
            self._db.execute("DELETE FROM vocabulary")
            self._db.execute("DELETE FROM unlisted")
            self._add(_groups(self._db, "body_words"))

    def _add(self, words: Mapping[str, str]) -> None:
        """Put in `words`, one a line, by their first three letters."""
        groups = {start_of(letters): some for letters, some in words.items()}
        changed: list[tuple[int, str]] = []
        for starts in chunks(list(groups)):
            known = dict(
                self._db.execute(
                    f"SELECT start, words FROM vocabulary WHERE start IN ({marks(len(starts))})",
                    starts,
                )
            )
            for start in starts:
                old = known.get(start, "")
                fresh = set(groups[start].split("\n")).difference(old.split("\n"))
                if fresh:
                    joint = "\n" if old else ""
                    changed.append((start, old + joint + "\n".join(sorted(fresh))))
        self._db.executemany(
            "INSERT INTO vocabulary (start, words) VALUES (?, ?)"
            " ON CONFLICT (start) DO UPDATE SET words = excluded.words",
            changed,
        )

    def _waiting(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM unlisted").fetchone()[0])

    def _texts(self) -> Iterator[tuple[str, str]]:
        return self._db.execute(
            "SELECT b.title, b.text FROM unlisted u JOIN body b ON b.article_id = u.article_id"
        )


def words_of(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The words of titles and texts, just as the library's index splits and spells them.

    They come one a line, by their first three letters.
    """
    found: set[bytes] = set()
    for title, text in texts:
        found.update(
            unpointed(f"{title} {text}").encode("utf-8", "ignore").translate(_PARTED).split()
        )
    groups = _split(word.decode() for word in found if not word.isascii())
    for plain in found:
        if plain.isascii():
            word = plain.decode()
            letters = word[:3]
            groups[letters] = f"{groups[letters]}\n{word}" if letters in groups else word
    return groups


def _split(stretches: Iterable[str]) -> dict[str, str]:
    """The words in them as the index splits and spells them."""
    index = sqlite3.connect(":memory:", isolation_level=None)
    try:
        index.execute(
            "CREATE VIRTUAL TABLE some USING fts5(words, content='', detail=none,"
            ' columnsize=0, tokenize="unicode61 remove_diacritics 2")'
        )
        index.execute("CREATE VIRTUAL TABLE words USING fts5vocab('some', 'row')")
        index.execute("INSERT INTO some (rowid, words) VALUES (1, ?)", [" ".join(stretches)])
        return _groups(index, "words")
    finally:
        index.close()


def _groups(connection: Connection | sqlite3.Connection, words: str) -> dict[str, str]:
    """The words of an index, one a line, by their first three letters: put together where they are,
    since taking them one by one costs more than all the rest."""
    rows = connection.execute(
        "SELECT substr(term, 1, 3) AS letters, group_concat(term, char(10))"
        f" FROM {words} GROUP BY letters"
    )
    return dict(rows)


def start_of(letters: str) -> int:
    """The row of the words that begin with these three letters (or are only that long)."""
    number = 0
    for letter in letters.ljust(3, "\0"):
        number = number << 21 | ord(letter)
    return number


def _lines_with(needle: bytes, words: bytes) -> Iterator[bytes]:
    at = words.find(needle)
    while at >= 0:
        start = words.rfind(b"\n", 0, at) + 1
        end = words.find(b"\n", at)
        end = len(words) if end < 0 else end
        yield words[start:end]
        at = words.find(needle, end)
