"""What every command is handed: the library, the clock, and safe ways to print."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from lesart.clean import clean_line, clean_text
from lesart.config import Config
from lesart.links import without_secrets
from lesart.store import Store

# JSON escapes C0 by itself; these pass through it and still act on a terminal.
_UNSAFE_IN_JSON = re.compile(
    r"[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\ufff0-\uffff\U000e0000-\U000e0fff]"
)


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
            self._store = Store.open(self.library)
        return self._store

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def say(self, line: str = "") -> None:
        """One line of the result."""
        self.out.write(clean_line(line, 100_000) + "\n" if line.strip() else "\n")

    def say_as_is(self, line: str) -> None:
        """One line of the result whose spaces matter (columns)."""
        self.out.write(clean_text(line).replace("\n", " ").rstrip() + "\n")

    def say_text(self, text: str) -> None:
        """A result of several lines."""
        self.out.write(clean_text(text) + "\n")

    def say_json(self, value: Any) -> None:
        """One JSON value on one line, with everything escaped that could act on a terminal."""
        self.out.write(to_json(value) + "\n")

    def tell(self, message: str) -> None:
        """A message for the person, not part of the result; passwords in addresses are left out."""
        self.err.write(clean_line(without_secrets(message), 10_000) + "\n")
        self.err.flush()


def to_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = text.encode("utf-8", "backslashreplace").decode()
    return _UNSAFE_IN_JSON.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _utf16(found[0]))


def _utf16(character: str) -> list[int]:
    raw = character.encode("utf-16-be")
    return [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
