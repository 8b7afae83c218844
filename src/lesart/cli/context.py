"""What every command is handed: the library, the clock, and safe ways to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from lesart.config import Config
from lesart.store import Store
from lesart.text.clean import clean_line, clean_text
from lesart.text.json_text import to_json
from lesart.text.urls import without_secrets

if TYPE_CHECKING:
    from lesart.query import Query


@dataclass
class Context:
    """Results go to `out`, messages to `err`; both are cleaned of what acts on a terminal."""

    config: Config
    out: TextIO
    err: TextIO
    stdin: BinaryIO
    now: Callable[[], int]
    """UTC seconds."""
    environment: Mapping[str, str] = field(default_factory=dict)
    _store: Store | None = None

    @property
    def library(self) -> Path:
        return self.config.library

    @property
    def store(self) -> Store:
        """The library, opened at first use and closed by `close`."""
        if self._store is None:
            self._store = Store.open(self.library, tell=self.tell)
        return self._store

    def parsed(self, words: str) -> Query:
        """A query as it is meant today, with the names that the reader gave the colours."""
        from lesart.query import parse_query

        today = datetime.fromtimestamp(self.now(), UTC).date()
        return parse_query(words, today, colours=self.config.colours)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def say(self, line: str = "") -> None:
        """One line of the result."""
        self.out.write(self._shown(clean_line(line, 100_000)) + "\n" if line.strip() else "\n")

    def say_as_is(self, line: str) -> None:
        """One line of the result whose spaces matter (columns)."""
        self.out.write(self._shown(clean_text(line).replace("\n", " ").rstrip()) + "\n")

    def say_text(self, text: str) -> None:
        """A result of several lines."""
        self.out.write(self._shown(clean_text(text)) + "\n")

    def _shown(self, text: str) -> str:
        """As a terminal needs it: Hebrew and Arabic kept by themselves. A file or pipe gets plain text."""
        if text.isascii() or not self.out.isatty():
            return text
        from lesart.text.isolates import in_isolates

        return in_isolates(text)

    def say_piece(self, piece: str) -> None:
        """A piece of a file that goes to standard output; its format has escaped what it must."""
        self.out.write(piece)

    def say_json(self, value: Any) -> None:
        """One JSON value on one line, with everything escaped that could act on a terminal."""
        self.out.write(to_json(value) + "\n")

    def tell_as_is(self, line: str) -> None:
        """A line for the person whose spaces mean something."""
        self.err.write(clean_text(without_secrets(line)).replace("\n", " ").rstrip() + "\n")
        self.err.flush()

    def tell(self, message: str) -> None:
        """A message for the person, not part of the result; passwords in addresses are left out."""
        self.err.write(clean_line(without_secrets(message), 10_000) + "\n")
        self.err.flush()
