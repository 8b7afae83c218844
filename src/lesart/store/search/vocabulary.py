"""Every word of the index, kept where `~letters` can look through them all in a few milliseconds.

The index of words finds a word by its beginning. To find letters anywhere inside a word, its words
stand once more in `vocabulary`, a row for each three first letters. Stored articles wait in `unlisted`
until some have come together, since taking in many at once costs little more than taking in one; what
waits is read by the next search, so that an article is found the moment it is stored.

A word stays listed when the last article with it goes: the index then simply finds nothing for it.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby

from lesart.store.connection import Connection
from lesart.store.rows import chunks, marks
from lesart.text.stretches import stretches_of

WAITING = 2048
"""So many articles may wait; a search reads their words anew when they have changed."""
_SELDOM = 128
"""Stored articles between two looks at how many wait: counting them takes its time."""
_READ_AT_ONCE = 200
"""Of articles that wait, so many are read for one begun word."""
MOST_KEPT = 24_000_000
"""Bytes of words held in memory between two searches; about what 200,000 articles hold."""


_AN_ARTICLE = 2500
"""Bytes of stretches that are looked through in the time in which an article is read and taken apart."""
_EUROPEAN = (*range(0x80, 0x180), *range(0x370, 0x460), *range(0x2010, 0x2040), 0x20AC)
"""Letters and signs that are not asked about word by word."""


@dataclass(slots=True)
class _Told:
    """The words of all articles that wait, as somebody told them who had the texts at hand."""

    version: int
    """Of the file: when somebody else has written, more may wait."""
    stretches: list[bytes]
    articles: int = 0

    @property
    def are_few(self) -> bool:
        """Whether to look through them takes less than to read the articles: many may be told for one."""
        return sum(map(len, self.stretches)) < _AN_ARTICLE * self.articles


class Vocabulary:
    """The words of one library."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._read: tuple[object, bytes] = (None, b"")
        self._answered: tuple[object, list[str]] = (None, [])
        self._waiting_words: tuple[object, dict[str, list[str]]] = (None, {})
        self._stored = 0
        self._telling = b""
        self._told: _Told | None = None

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
        listed += waiting.get(letters[:3], [])
        found = {word for word in listed if word.startswith(letters)}
        return sorted(found) if len(found) <= most else None

    def _of_waiting(self) -> dict[str, list[str]] | None:
        """The words of articles that wait, by their first three letters; None where these are many."""
        state = self._state()
        if self._waiting_words[0] != state:
            if self._waiting() > _READ_AT_ONCE:
                return None
            self._waiting_words = (state, words_of(self._texts()))
        return self._waiting_words[1]

    def _state(self) -> tuple[int, int]:
        """Another one after anybody has written."""
        return (self._version(), self._db.total_changes)

    def _version(self) -> int:
        """Another one after anybody else has written."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def _listed(self) -> bytes:
        """All words, one a line, those of waiting articles too; read anew when the file changed."""
        state = self._state()
        if self._read[0] == state:
            return self._read[1]
        rows = self._db.execute("SELECT CAST(words AS BLOB) FROM vocabulary")
        words = b"\n".join([row[0] for row in rows])
        if self._waiting():
            words += b"\n" + "\n".join(chain(*words_of(self._texts()).values())).encode()
        self._read = (state, words) if len(words) < MOST_KEPT else (None, b"")
        return words

    @contextlib.contextmanager
    def telling(self, stretches: bytes) -> Iterator[None]:
        """While it lasts only texts are stored that are made of these stretches (blanks between them).

        So they need not be read again when their words are listed. More may be told than is stored.
        """
        if self._told is None:
            version = self._version()
            if not self._waiting():
                self._told = _Told(version, [])
        if self._told is not None:
            self._told.stretches.append(stretches)
        self._telling = stretches
        try:
            yield
        except BaseException:  # what was taken in meanwhile is perhaps taken back
            self._told = None
            raise
        finally:
            self._telling = b""

    def has_stored(self) -> None:
        """An article came: now and then, look whether enough of them wait."""
        if not self._telling:
            self._told = None
        elif self._told is not None:
            self._told.articles += 1
        self._stored += 1
        if self._stored % _SELDOM == 0:
            self.take_in(at_least=WAITING)

    def take_in(self, *, at_least: int = 1) -> None:
        """List the words of the articles that wait, if so many do."""
        with self._db.transaction():
            if self._waiting() < at_least:
                return
            told, self._told = self._told, None
            version = self._version()
            left = [self._telling]
            if told is not None and told.version == version and told.are_few:
                self._add(_words_in(set(b" ".join(told.stretches).split())))
                left = []  # all that is being told is listed by now
            else:
                self._add(words_of(self._texts()))
            self._db.execute("DELETE FROM unlisted")
            if self._telling:
                self._told = _Told(version, left)

    def make_anew(self) -> None:
        """List the words of the whole index."""
        with self._db.transaction():
            self._db.execute("DELETE FROM vocabulary")
            self._db.execute("DELETE FROM unlisted")
            terms = (row[0] for row in self._db.execute("SELECT term FROM body_words"))
            self._db.executemany(  # a start at a time: in a large library all are too many to hold
                "INSERT INTO vocabulary (start, words) VALUES (?, ?)",
                (
                    (start_of(letters), "\n".join(words))
                    for letters, words in groupby(terms, lambda word: word[:3])
                ),
            )

    def _add(self, words: Mapping[str, Iterable[str]]) -> None:
        """Put in `words` by their first three letters."""
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
                fresh = set(groups[start]).difference(old.split("\n"))
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


def words_of(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The words of titles and texts, by their first three letters."""
    return _words_in(stretches_of(texts))


def _words_in(found: set[bytes]) -> dict[str, list[str]]:
    """The words in these stretches, just as the library's index splits and spells them, each once."""
    plain = [word for word in found if word.isascii()]
    words = set(b" ".join(plain).decode().split())  # all at once: there are many
    if len(plain) < len(found):
        words |= _spelt(b" ".join(found.difference(plain)).decode().split())
    return _by_start(words)


def _by_start(words: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[:3]].append(word)
    return groups


def _spelt(stretches: Iterable[str]) -> set[str]:
    """The words in them as the index splits and spells them."""
    spellings, are_known = _european()
    known: list[str] = []
    others: list[str] = []
    for stretch in stretches:
        (known if are_known(stretch) else others).append(stretch)
    spelt = set(" ".join(known).translate(spellings).split())
    if others:
        spelt.update(word for _, word in _asked(enumerate(others)))
    return spelt


@lru_cache(maxsize=1)
def _european() -> tuple[dict[int, str], Callable[[str], object]]:
    """How the index spells letters and signs of European languages (a blank: it parts words there),
    and what tells whether a stretch has no others.

    The index itself is asked, once in a process: what it makes of a letter within, before and behind
    others. One that it does not always treat alike is left out.
    """
    found: dict[int, list[str]] = defaultdict(list)
    for letter, word in _asked(
        (code, f"0{chr(code)}1 {chr(code)}2 3{chr(code)}") for code in _EUROPEAN
    ):
        found[letter].append(word)
    spellings = {}
    for letter, words in found.items():
        spelt = words[0][1:-1]
        if words == ["0", "1", "2", "3"]:
            spellings[letter] = " "
        elif spelt and words == [f"0{spelt}1", f"{spelt}2", f"3{spelt}"]:
            spellings[letter] = spelt
    letters = re.escape("".join(map(chr, spellings)))
    return spellings, re.compile(f"[\\x00-\\x7f{letters}]*").fullmatch


def _asked(texts: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words of each text, in its order, as the index splits and spells them."""
    index = sqlite3.connect(":memory:", isolation_level=None)
    try:
        index.execute(
            "CREATE VIRTUAL TABLE some USING fts5(words, content='', columnsize=0,"
            ' tokenize="unicode61 remove_diacritics 2")'
        )
        index.execute("CREATE VIRTUAL TABLE words USING fts5vocab('some', 'instance')")
        index.execute("BEGIN")
        index.executemany("INSERT INTO some (rowid, words) VALUES (?, ?)", texts)
        index.execute("COMMIT")
        return index.execute("SELECT doc, term FROM words ORDER BY doc, offset").fetchall()
    finally:
        index.close()


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
