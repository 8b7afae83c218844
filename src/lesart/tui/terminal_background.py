"""Light or dark: what the terminal's own background is, as the environment or the terminal tells.

A terminal answers OSC 11 (`ESC ] 11 ; ? ST`, xterm's control sequences) with the colour behind its text;
many set COLORFGBG as well. The answer comes among the keys, perhaps late and in pieces: it must never be
taken for keys that somebody pressed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ASK = "\x1b]11;?\x1b\\"
_BEGIN = "\x1b]11;"
_LONGEST = 40
"""Characters of an answer."""
_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]{0,40})(?:\x07|\x1b\\)")
_COLOUR = re.compile(
    r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.I
)
_MUTE = ("", "dumb", "linux", "unknown")
"""Terminals that would show the question, or nothing else."""
_DARK_ONES = frozenset({0, 1, 2, 3, 4, 5, 6, 8})
"""Of the sixteen colours, those that light text stands on."""


def may_be_asked(environment: Mapping[str, str]) -> bool:
    """Whether the terminal knows what such a question is."""
    return environment.get("TERM", "") not in _MUTE


def told_by(environment: Mapping[str, str]) -> bool | None:
    """Whether the background is dark by COLORFGBG (`text;background`); None where it says nothing."""
    last = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not (last.isascii() and last.isdigit()) or int(last) > 15:
        return None
    return int(last) in _DARK_ONES


def is_dark(answer: str) -> bool | None:
    """Whether a colour as OSC 11 writes it (`rgb:ffff/ffff/ffff`) is dark; None where it is none."""
    found = _COLOUR.fullmatch(answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5)


class Answers:
    """Takes the terminal's answers out of what is typed."""

    def __init__(self) -> None:
        self._held = ""
        self.awaited = 0
        """So many questions are open: only then may the beginning of an answer be waited for."""

    def without(self, typed: str) -> tuple[str, list[str]]:
        """What is left for the keys, and the answers that were in it."""
        if not self.awaited:
            return typed, []
        data, self._held = self._held + typed, ""
        answers = _ANSWER.findall(data)
        self.awaited = max(0, self.awaited - len(answers))
        data = _ANSWER.sub("", data)
        if self.awaited and (begun := _begun(data)):
            data, self._held = data[:-begun], data[-begun:]
        return data, answers


def _begun(data: str) -> int:
    """So many characters at the end may be the beginning of an answer; a lone esc is the key."""
    at = data.rfind(_BEGIN)
    if at >= 0:
        return len(data) - at if len(data) - at <= _LONGEST else 0
    return next((n for n in range(len(_BEGIN) - 1, 2, -1) if data.endswith(_BEGIN[:n])), 0)
