"""Measure and guard outside text at the edge of painting: characters in, terminal cells out.

Text in the library was cleaned when it came in, but a database is outside too. Nothing here changes
how many characters there are: offsets into `Article.text` stay what they are, whatever is painted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, set_cell_size, split_graphemes

# One cell each, painted as they are: the scripts and the punctuation nearly all our text is made of.
# A line of these alone needs no counting: its characters are its cells.
_PLAIN = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1"
    "\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2190-\u2199"
    "\u2500-\u259f\u25a0\u25b8\u25be\u25cf\u2605\u2713\u270e"  # frames, and the signs of `glyphs`
)
_NOT_PLAIN = re.compile(f"[^{_PLAIN}]")

_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
"""Soft hyphens, marks and joiners that are meant to take no room: painted as nothing."""

_PLACEHOLDER = "\ufffd"
_SPACE_LIKE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"

# What terminals disagree about: one draws a family of four in two cells, the next in eight. Each
# is painted as something that is as wide everywhere: a sequence by its first picture, a flag by
# its letters. Only the painting is simpler; the text, and what is copied of it, stays whole.
_JOINER = "\u200d"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_FLAGS = range(0x1F1E6, 0x1F200)
_SKINS = "\U0001f3fb-\U0001f3ff"
_PICTURES = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0900-\u0902"
    "\u0941-\u0948\u094d\u0951-\u0957\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb4-\u0ecd\u0f71-\u0fbc"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_MOST_MARKS = 8
"""More zero-width characters than this on one base are a tower, not a language."""
_UNSTEADY = re.compile(
    f"[{_JOINER}{_SELECTORS}{_SKINS}\U0001f1e6-\U0001f1ff]|[{_MARKS}]{{{_MOST_MARKS + 1},}}"
)
_LOOSE_JOINER = re.compile(f"(?<![{_PICTURES}\ufe0f\u20e3]){_JOINER}|{_JOINER}(?![{_PICTURES}])")


def _guards() -> dict[int, str]:
    """What must never reach a terminal, each with the one cell painted in its place."""
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    table |= dict.fromkeys(range(0x80, 0xA0), _PLACEHOLDER)
    # Overrides and isolates would turn the rest of the screen's line around.
    table |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\u00b7")
    table |= dict.fromkeys(range(0xD800, 0xE000), _PLACEHOLDER)
    table |= dict.fromkeys(range(0xFFF9, 0xFFFC), _PLACEHOLDER)
    table |= dict.fromkeys(range(0xE0000, 0xE0080), _PLACEHOLDER)
    table |= {code: chr(ord("A") + code - _FLAGS[0]) for code in _FLAGS}
    table |= dict.fromkeys(map(ord, _SPACE_LIKE), " ")
    return table


# While counting, an invisible character becomes a combining one: it clings to its neighbour and
# the number of characters stays. While painting, it is left out.
_COUNTED = _guards() | dict.fromkeys(map(ord, _INVISIBLE), "\u0300")
_PAINTED: dict[int, str | None] = {**_guards(), **dict.fromkeys(map(ord, _INVISIBLE), None)}
_LEFT_OUT = re.compile(f"[{_JOINER}{_SELECTORS}{_SKINS}]")

# The same for text that somebody else has measured, with Rich's widths for each of them.
_RISKY = re.compile(
    f"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069\ufff9-\ufffb{_INVISIBLE}"
    f"\U000e0000-\U000e0fff]|{_UNSTEADY.pattern}"
)
_STAND_INS = _guards() | dict.fromkeys(map(ord, _INVISIBLE), "-")


class Grapheme(NamedTuple):
    """What a person takes for one character: its stretch of the text, its width in cells."""

    start: int
    end: int
    width: int


def is_plain(text: str) -> bool:
    """Whether every character takes one cell and is painted as it is."""
    return _NOT_PLAIN.search(text) is None


def graphemes(text: str, offset: int = 0) -> list[Grapheme]:
    """The graphemes of `text`, counted from `offset`; together they cover all of it."""
    if is_plain(text):
        return [Grapheme(at, at + 1, 1) for at in range(offset, offset + len(text))]
    spans, _ = split_graphemes(_counted(text))
    return [Grapheme(offset + start, offset + end, width) for start, end, width in spans]


def painted(text: str) -> str:
    """`text` as it may be written to a terminal: as wide on every one as `graphemes` says."""
    if is_plain(text):
        return text
    if not _UNSTEADY.search(text):
        return text.translate(_PAINTED)
    spans, _ = split_graphemes(_counted(text))
    return "".join(
        _steady(text[start:end].translate(_PAINTED), width) for start, end, width in spans
    )


def painted_lines(text: str) -> str:
    """`painted`, line ends kept: for words that go to a widget that breaks lines itself."""
    return text if is_plain(text) else "\n".join(map(painted, text.split("\n")))


def width_of(text: str) -> int:
    """How many cells `painted(text)` takes."""
    return len(text) if is_plain(text) else cell_len(painted(text))


def guarded(text: str) -> str:
    """`text` without what a terminal obeys or measures otherwise; as wide as Rich takes it to be.

    For the last look at what any widget paints: where it was measured cannot be changed there.
    """
    if is_plain(text) or not _RISKY.search(text):
        return text
    spans, _ = split_graphemes(text)
    shown = "".join(
        _steady(text[start:end].translate(_STAND_INS), width) for start, end, width in spans
    )
    # Rich splits and counts a little differently where joiners stand at odd places.
    return set_cell_size(shown, cell_len(text))


def _counted(text: str) -> str:
    """As many characters as `text`, each as wide as what is painted for it."""
    text = text.translate(_COUNTED)
    return _LOOSE_JOINER.sub("\u0300", text) if _JOINER in text else text


def _steady(grapheme: str, width: int) -> str:
    """Of a grapheme that is to take `width` cells, as much as does so on every terminal."""
    kept, controller = "", width
    for character in _LEFT_OUT.sub("", grapheme)[: _MOST_MARKS + 1]:
        controller -= get_character_cell_size(character)
        if controller < 0:
            return kept + " " * (controller + get_character_cell_size(character))
        kept += character
    return kept + " " * controller


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """One line of exactly `width` cells: cut with an ellipsis, or padded."""
    if width <= 0:
        return ""
    shown = painted(text)
    controller = width - cell_len(shown)
    if controller < 0:
        shown = set_cell_size(shown, width - 1).rstrip() + "…"
        controller = width - cell_len(shown)
    return " " * controller + shown if right else shown + " " * controller


def next_grapheme(text: str, offset: int) -> int:
    """Where the grapheme after the one at `offset` starts, or the end of the text."""
    window = graphemes(text[offset : offset + 32], offset)
    return window[0].end if window else len(text)


def previous_grapheme(text: str, offset: int) -> int:
    """Where the grapheme before `offset` starts, or 0."""
    begin = max(0, offset - 32)
    window = graphemes(text[begin:offset], begin)
    return window[-1].start if window else 0


def grapheme_start(text: str, offset: int) -> int:
    """Where the grapheme that holds the character at `offset` starts."""
    begin = max(0, offset - 32)
    for start, end, _ in reversed(graphemes(text[begin : offset + 32], begin)):
        if start <= offset < end:
            return start
    return offset
