"""`lesart pipe anchor`: where a note's words are in a changed text, as one JSON object for another."""

from __future__ import annotations

from typing import Any

from lesart.model.annotation import Anchor
from lesart.model.errors import LesartError


def pipe_anchor(line: dict[str, Any]) -> dict[str, Any]:
    """`{"id","new_text","selector":{…},"old_text"}` -> `{"id","status","start","end","changed","suggest"}`.

    "start" and "end" are null for an orphan, "suggest" is null or `[start, end]`.
    """
    from lesart.anchor import resolve

    selector = line.get("selector")
    new_text, old_text = line.get("new_text"), line.get("old_text")
    if not isinstance(selector, dict) or not isinstance(selector.get("exact"), str):
        raise LesartError('"selector" must be an object with the string "exact".')
    if not isinstance(new_text, str) or not isinstance(old_text, str | None):
        raise LesartError('"new_text" must be a string, "old_text" a string or null.')
    exact = selector["exact"]
    start = _number(selector.get("start"))
    anchor = Anchor(
        exact,
        _text(selector.get("prefix")),
        _text(selector.get("suffix")),
        start,
        start + len(exact),
    )
    found = resolve(anchor, new_text, old_text)
    return {
        "id": line.get("id"),
        "status": found.status,
        "start": found.span.start if found.span else None,
        "end": found.span.end if found.span else None,
        "changed": found.changed,
        "suggest": list(found.suggestion) if found.suggestion else None,
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """An offset; -1 where the selector has none that can be."""
    is_offset = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    return value if is_offset and isinstance(value, int) else -1
