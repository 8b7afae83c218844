"""Pin a note to words, and find those words again after the text changed.

Stand-in by the lead until the real room is built: strict, so that a note is never moved silently.
"""

from __future__ import annotations

import difflib
import re
from typing import NamedTuple

from lesart.model import Anchor, AnchorStatus, Span

CONTEXT = 32
_WORD = re.compile(r"\w+|[^\w\s]")


class Resolved(NamedTuple):
    """Where the words of an anchor stand in another text."""

    status: AnchorStatus
    span: Span | None = None
    changed: bool = False
    suggestion: Span | None = None


def make_anchor(text: str, span: Span) -> Anchor:
    """The W3C selectors of a stretch of `text`: quote, 32 characters around it, position."""
    start, end = span
    return Anchor(
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        start,
        end,
    )


def resolve(anchor: Anchor, new_text: str, old_text: str | None = None) -> Resolved:
    """Find the anchor's words in `new_text`; without certainty it is an orphan."""
    if new_text == old_text:
        return Resolved("ok", Span(anchor.start, anchor.end))
    if old_text is not None:
        old = [(m.start(), m.end()) for m in _WORD.finditer(old_text)]
        new = [(m.start(), m.end()) for m in _WORD.finditer(new_text)]
        matcher = difflib.SequenceMatcher(
            None, [old_text[a:b] for a, b in old], [new_text[a:b] for a, b in new], autojunk=False
        )
        for a, b, size in matcher.get_matching_blocks():
            if size and old[a][0] <= anchor.start and anchor.end <= old[a + size - 1][1]:
                shift = next(
                    new[b + k][0] - old[a + k][0]
                    for k in range(size - 1, -1, -1)
                    if old[a + k][0] <= anchor.start
                )
                span = Span(anchor.start + shift, anchor.end + shift)
                if new_text[span.start : span.end] == anchor.exact:
                    return Resolved("ok", span)
    context = anchor.prefix + anchor.exact + anchor.suffix
    if new_text.count(context) == 1 and len(anchor.exact) > 3:
        start = new_text.index(context) + len(anchor.prefix)
        return Resolved("ok", Span(start, start + len(anchor.exact)))
    at = new_text.find(anchor.exact)
    near = Span(at, at + len(anchor.exact)) if at >= 0 and anchor.exact else None
    return Resolved("orphan", suggestion=near)
