"""JSON on one line that may be printed: everything escaped that could act on a terminal."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON escapes C0 by itself; these pass through it and still act on a terminal.
_UNSAFE_IN_JSON = re.compile(
    r"[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\ufff0-\uffff\U000e0000-\U000e0fff]"
)


def to_json(value: Any, indent: int | None = None) -> str:
    """`value` as JSON; reading it gives the very same characters back."""
    text = json.dumps(value, ensure_ascii=False, default=str, indent=indent)
    text = text.encode("utf-8", "backslashreplace").decode()
    return _UNSAFE_IN_JSON.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _utf16(found[0]))


def _utf16(character: str) -> list[int]:
    raw = character.encode("utf-16-be")
    return [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
