"""What may be quoted of a text: words, without the white space that a selection took along."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import islice

from lesart.model.annotation import Anchor, Annotation
from lesart.model.text import Span

_CONTEXT = 32
_UNSEEN = frozenset("\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
"""Soft hyphens, directions and the like: they take no room, and are no words of anybody."""
_JOINERS = "\u200c\u200d"


def is_blank(character: str) -> bool:
    """Whether a reader sees nothing there: white space of any width, or a sign without room."""
    return character.isspace() or character in _UNSEEN


def quoted(text: str, span: Span) -> Span:
    """`span` without what is blank at its ends; empty where there is nothing else in it."""
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    while end > start and is_blank(text[end - 1]):
        end -= 1
    first = start
    while start < end and (is_blank(text[start]) or (start > first and _clings(text[start]))):
        start += 1
    return Span(start, end)


def _clings(character: str) -> bool:
    """Whether it is painted on the character before it: an accent on a space goes with the space."""
    return character in _JOINERS or unicodedata.category(character).startswith("M")


def quoting(anchor: Anchor) -> Anchor | None:
    """The anchor with a clean quotation: what stood blank at its ends is context. None: no words."""
    exact = anchor.exact
    first, last = quoted(exact, Span(0, len(exact)))
    if first == last and exact:
        return None
    if (first, last) == (0, len(exact)):
        return anchor
    return Anchor(
        exact[first:last],
        (anchor.prefix + exact[:first])[-_CONTEXT:],
        (exact[last:] + anchor.suffix)[:_CONTEXT],
        anchor.start + first if anchor.start >= 0 else anchor.start,
        anchor.start + last if anchor.start >= 0 else anchor.end,
    )


def with_quotation(annotation: Annotation) -> Annotation:
    """The annotation with a clean quotation, on the same words.

    One that quotes white space alone is a note on the whole article.
    """
    anchor, span = annotation.anchor, annotation.span
    clean = quoting(anchor) if anchor else None
    if anchor is None or clean == anchor:
        return annotation
    if clean is None:
        return replace(annotation, anchor=None, span=None, suggestion=None, status="ok")
    if span is not None and span.end - span.start == len(anchor.exact):
        first, last = quoted(anchor.exact, Span(0, len(anchor.exact)))
        span = Span(span.start + first, span.start + last)
    return replace(annotation, anchor=clean, span=span)


_LONGEST_SEARCHED = 20_000


def only_place(quote: str, text: str) -> Span | None:
    """Where a quote stands, white space aside; None unless that is one place alone."""
    words = quote.split()
    if not words or len(quote) > _LONGEST_SEARCHED:
        return None
    places = list(islice(re.finditer(r"\s+".join(map(re.escape, words)), text), 2))
    return Span(*places[0].span()) if len(places) == 1 else None
