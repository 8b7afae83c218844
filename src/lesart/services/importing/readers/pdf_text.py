"""Make paragraphs of a PDF's lines: put words together again, leave running heads out, notice columns.

A PDF knows neither paragraphs nor reading order. Lines come in the order in which the page was
written, which nearly always is that of reading; where lines stand tells where a paragraph ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_LEAST_PAGES = 3
_BULLET = re.compile(r"\s*(?:[•·▪◦‣■●–—*-]|\(?\d{1,3}[.)]|[a-z][.)])\s+\S")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_END_OF_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Line(NamedTuple):
    """A line of a page and where it begins; y grows upwards."""

    words: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Found:
    """The text of a PDF."""

    text: str
    title: str
    """The words set largest on the first page; empty where none stand out."""
    columns: list[int]
    """The pages that are set in columns."""


def paragraphs(pages: Sequence[Sequence[Line]]) -> Found:
    """The text of all pages, paragraphs parted by blank lines."""
    pages = [[_tidy(line) for line in page if line.words.strip()] for page in pages]
    columns = [number for number, page in enumerate(pages, 1) if _has_columns(page)]
    heads = _running_heads(pages)
    numbers = _page_numbers(pages)
    title = _largest(pages[0]) if pages else ""
    known = Counter(
        word
        for page in pages
        for line in page
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.words.lower())
    )
    found: list[str] = []
    is_open = False
    for page in pages:
        lines = [
            line
            for line in page
            if (_shape(line.words), _band(line, page)) not in heads and line not in numbers
        ]
        for number, group in enumerate(_groups(lines)):
            words = _one_text(group, known)
            # A paragraph that the end of a page cuts goes on at the top of the next.
            if number == 0 and is_open and found and _goes_on(found[-1], words, group):
                found[-1] = _joined(found[-1], words, known)
            else:
                found.append(words)
        if lines:
            is_open = not _END_OF_SENTENCE.search(found[-1]) and len(lines[-1].words) > 30
    return Found("\n\n".join(found), title, columns)


def _tidy(line: Line) -> Line:
    words = (
        line.words.translate(_LIGATURES).replace("\u00ad", "-")
        if line.words.endswith("\u00ad")
        else (line.words.translate(_LIGATURES))
    )
    return line._replace(words=re.sub(r"[ \t\u00a0]{2,}", " ", words).strip())


# ------------------------------------------------------------------ what is no text


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[tuple[str, str]]:
    """Lines at the top or bottom that most pages share, numbers aside: running heads, page numbers."""
    if len(pages) < _LEAST_PAGES:
        return set()
    seen: Counter[tuple[str, str]] = Counter()
    for page in pages:
        seen.update({(_shape(line.words), _band(line, page)) for line in page})
    # Left and right pages may differ.
    least = max(_LEAST_PAGES, 0.4 * len(pages))
    return {key for key, count in seen.items() if key[1] and count >= least and len(key[0]) < 120}


def _page_numbers(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Numbers alone at the top or bottom of their pages that count with the pages."""
    found: dict[int, list[Line]] = {}
    for index, page in enumerate(pages):
        for line in page:
            if re.fullmatch(r"\d{1,4}", line.words) and _band(line, page):
                found.setdefault(int(line.words) - index, []).append(line)
    return {line for lines in found.values() if len(lines) > 1 for line in lines}


def _shape(words: str) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", words.casefold())


def _band(line: Line, page: Sequence[Line]) -> str:
    """Whether a line stands at the very top or bottom of its page."""
    heights = [one.y for one in page]
    top, bottom = max(heights), min(heights)
    reach = max(1.5 * line.size, 12)
    if top - line.y < reach:
        return "top"
    return "bottom" if line.y - bottom < reach else ""


def _has_columns(page: Sequence[Line]) -> bool:
    """Whether long lines begin at two places side by side, over more than a few lines."""
    text = [line for line in page if len(line.words) > 12]
    if len(text) < 8:
        return False
    starts = Counter(round(line.x / 8) for line in text)
    common = sorted(start for start, count in starts.items() if count >= max(3, 0.15 * len(text)))
    for left, right in pairwise(common):
        if (right - left) * 8 < 100:
            continue
        one = [line.y for line in text if round(line.x / 8) == left]
        other = [line.y for line in text if round(line.x / 8) == right]
        shared = sum(1 for y in other if any(abs(y - there) < 40 for there in one))
        if shared >= 0.5 * min(len(one), len(other)):
            return True
    return False


def _largest(page: Sequence[Line]) -> str:
    """What is set largest on a page, if it is larger than the rest and short."""
    sizes = [line.size for line in page if line.size]
    if not sizes:
        return ""
    usual, largest = median(sizes), max(sizes)
    words = " ".join(line.words for line in page if line.size > 0.95 * largest)
    return words if largest > 1.25 * usual and 3 < len(words) <= 250 else ""


# ------------------------------------------------------------------ paragraphs


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 60]
    step = median(steps) if steps else 14.0
    longest = max((len(line.words) for line in lines), default=0)
    lefts = Counter(round(line.x) for line in lines)
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group[-1], step, longest, lefts):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: Line, before: Line, step: float, longest: int, lefts: Counter[int]) -> bool:
    """Whether a line begins a new paragraph."""
    if _HYPHENATED.search(before.words) and line.words[:1].islower():
        return False
    if abs(line.size - before.size) > 0.15 * max(line.size, before.size, 1):
        # A raised number of a note is small, and is no paragraph.
        return len(line.words) > 3 and len(before.words) > 3
    gap = before.y - line.y
    if gap > 1.35 * step:
        return True
    if gap < -2 * step:  # the top of the next column: its first line may go on
        return bool(_END_OF_SENTENCE.search(before.words)) and len(before.words) < 0.8 * longest
    if _BULLET.match(line.words) and not (before.words.endswith(",") or gap == 0):
        return True
    is_indented = 4 < line.x - before.x < 60 and lefts[round(before.x)] > lefts[round(line.x)]
    if is_indented and _END_OF_SENTENCE.search(before.words):
        return True
    # The last line of a paragraph is shorter than the others, and ends a sentence.
    return len(before.words) < 0.6 * longest and bool(_END_OF_SENTENCE.search(before.words)) and (
        not line.words[:1].islower()
    )  # fmt: skip


def _goes_on(before: str, words: str, group: Sequence[Line]) -> bool:
    return words[:1].islower() or (
        bool(_HYPHENATED.search(before))
        or before[-1:] in ",–—"
        or (before[-1:].isalpha() and len(group) > 1)
    )


def _one_text(group: Sequence[Line], known: Counter[str]) -> str:
    text = ""
    for line in group:
        text = _joined(text, line.words, known) if text else line.words
    return text


def _joined(text: str, line: str, known: Counter[str]) -> str:
    """Two lines as one; a word that was parted at the line's end is put together."""
    if not _HYPHENATED.search(text) or not line[:1].isalpha():
        return text + ("" if text[-1:] in "-–/" and line[:1].isdigit() else " ") + line
    start = re.search(
        r"[^\W\d_]+(?:-[^\W\d_]+)*-$", text.replace("\u2010", "-").replace("\u00ad", "-")
    )
    following = re.match(r"[^\W\d_]+", line)
    if start is None or following is None:
        return f"{text} {line}"
    with_hyphen = (start[0] + following[0]).lower()
    without = start[0][:-1].lower() + following[0].lower()
    # Elsewhere in the text the word may stand in the middle of a line.
    if known[with_hyphen] > known[without]:
        return text + line
    # "Ein- und Ausfuhr": the hyphen stands for a word that is left out.
    if following[0].lower() in ("und", "oder", "bis", "and", "or", "to", "et", "ou", "y", "o", "e"):
        return f"{text} {line}"
    # A capital does not come from within a word: a name behind a hyphen.
    if line[0].isupper() and not text[-2:-1].isupper():
        return text + line
    if line[0].isupper():
        return text + line
    return text[:-1] + line
