"""The word that a stretch of text is part of: "US-Präsident" around "US"."""

from __future__ import annotations

import re

from lesart.model.entity import Entity

_WORD = re.compile(r"[\w.]*\w(?:[-‑][\w.]*\w)*")
_LONGEST = 80


def word_around(text: str, start: int, end: int) -> str:
    """The whole compound that these characters stand in; the characters themselves where they are it."""
    for match in _WORD.finditer(text, _begin(text, start), min(len(text), end + _LONGEST)):
        if match.start() <= start and end <= match.end():
            return match[0]
    return text[start:end]


def words_naming(entity: Entity, text: str) -> dict[str, None]:
    """The words that name an entity, each once; the whole compounds where only halves of them do."""
    wholes = {m.span: word_around(text, *m.span) for m in entity.mentions}
    is_named = any(wholes[m.span] == m.surface for m in entity.mentions)
    return dict.fromkeys(m.surface if is_named else wholes[m.span] for m in entity.mentions)


def _begin(text: str, start: int) -> int:
    """Where to look from: behind the last space before `start`."""
    first = max(0, start - _LONGEST)
    return max(first, 1 + max(text.rfind(space, first, start) for space in " \n\t\u00a0"))
