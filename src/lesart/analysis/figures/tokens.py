"""Cut a text into words, numbers and signs that know where they stand, and into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lesart.model.text import Span

# A number keeps its separators ("4.500", "1,204.5", "4 500", "4'500"); a word keeps its hyphens
# ("US-Soldaten") and what is glued on behind as digits ("A380"); a French elision ("d'") is a word. A letter glued on behind a number
# ("5ft", "1990s") is a word of its own.
_THIN = "\u00a0\u2004-\u200a\u202f"
SPACES = frozenset(" \u00a0\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")
"""What parts thousands, or a number from its noun, on one line."""
_TOKEN = re.compile(
    rf"(?P<n>\d{{1,3}}(?:[ {_THIN}]\d{{3}})+(?!\d)(?:[.,]\d+)?(?![.,]?\d)"
    r"|\d+(?:[.,]\d+|['’]\d{3}(?!\d))*|(?<![\w.,])\.\d+)"
    r"|(?P<w>(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uelqu)['’](?=[^\W\d_])|[^\W\d_]+(?:[-‑][^\W\d_]+)*(?:[’'][^\W\d_]+)*(?P<glued>[-‑]?\d\w*(?:[-‑.]\w+)*)?)"
    r"|(?P<p>[^\s\w]|_)",
)


class Token(NamedTuple):
    """A word ("w"), a number ("n"), a sign ("p") or a word with digits in it ("x")."""

    text: str
    low: str
    start: int
    end: int
    kind: str


END = Token("", "", -1, -1, "")
"""What stands before the first and behind the last token."""


BORDER = "\n"
"""The sign for the end of a line that nothing goes on behind: a row of a table, a short line."""

_SHORT_LINE = 45
"""Characters. Texts are wrapped by hand at more than that: a shorter line ends by intention."""


def _borders(text: str) -> Iterator[int]:
    start = 0
    while (end := text.find(BORDER, start)) >= 0:
        if end - start < _SHORT_LINE or text.find(" | ", start, end) >= 0:
            yield end
        start = end + 1


def tokens_of(text: str) -> list[Token]:
    """The tokens in order; a border has no width and touches neither neighbour."""
    found: list[Token] = []
    borders = _borders(text)
    border = next(borders, len(text))
    done = 0
    for match in _TOKEN.finditer(text):
        if match.start() < done:
            continue  # within a footnote mark
        while border < match.start():
            if found and found[-1].text != BORDER:
                found.append(Token(BORDER, BORDER, border + 1, border, "p"))
            border = next(borders, len(text))
        word = match.group()
        kind = match.lastgroup or "p"
        if match.group("glued"):
            kind = "x"
        elif kind == "glued":
            kind = "w"
        low = word.lower().replace("’", "'") if kind in "wx" else word
        found.append(Token(word, low, match.start(), match.end(), kind))
        if kind == "n" and (mark := _MARK.match(text, match.end())) and word != "10":
            done = mark.end()
    return found


_MARK = re.compile(
    r"(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾|\[\d{1,3}\]|[*†‡]{1,2})(?=\s+[^\W\d_])"
)
"""What refers to a footnote, glued to a number with a word behind it: no token, as if it were not there."""


def without_mark(gap: str) -> str:
    """What stands between two tokens, but for a footnote mark."""
    mark = _MARK.match(gap + "x") if gap[:1] not in ("", " ", "\n") else None
    return gap[mark.end() :] if mark else gap


_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"»“”’')\]]*+(?=\s|$)|\n\s*\n|\n(?=\s*[-•*])")
_SHORT = re.compile(
    r"(?:\b(?:[A-Za-z]|\d{1,2}|ca|bzw|Dr|Prof|Mr|Mrs|Ms|St|Nr|No|vs|Mio|Mrd|Tsd|Bio|Mill|Art|Abs"
    r"|ggf|inkl|max|min|etc|approx|est|av|env|Sr|Sra|Dra|núm|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept"
    r"|Oct|Okt|Nov|Dec|Dez|Inc|Co|Ltd|Gen|Col|Lt|Sgt|Gov|Sen|Rep|usw|sog|vgl|Std|Min|Sek|Chr|Rs|Mme|janv|févr))$"
)


def sentences_of(text: str) -> list[Span]:
    """The sentences in order, without the white space around them."""
    found = []
    start = 0
    for match in _STOP.finditer(text):
        if match.group().startswith(".") and not _ends_sentence(text, match):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [span for a, b in found if (span := _trimmed(text, a, b)).start < span.end]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """A full stop behind an abbreviation, an initial or an ordinal ends nothing by itself."""
    after = text[stop.end() : stop.end() + 4].lstrip()
    if after and after[0].islower():
        return False
    before = text[max(0, stop.start() - 8) : stop.start()]
    return not (stop.group() == "." and _SHORT.search(before)) or not after


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentence_at(sentences: list[Span], offset: int) -> Span:
    """The sentence that holds the offset."""
    index = bisect_right(sentences, (offset, 1 << 60)) - 1
    return sentences[max(0, index)] if sentences else Span(0, 0)
