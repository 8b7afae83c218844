"""Make a note's anchor, and find its words: carried across from the text it was made on, else looked for."""

from __future__ import annotations

from lesart.anchor.carrying import carry
from lesart.anchor.passage import Resolved
from lesart.anchor.quoting import find_quote
from lesart.anchor.words import as_compared, words_of
from lesart.model.annotation import Anchor
from lesart.model.text import Span

CONTEXT = 32


def make_anchor(text: str, span: Span) -> Anchor:
    """Quote `text` at `span`, with 32 characters of what stands before and after it."""
    start = max(0, min(span.start, len(text)))
    end = max(start, min(span.end, len(text)))
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def is_same_words(one: str, other: str) -> bool:
    """Whether two passages differ at most in what `resolve` passes over: spaces, quotes, dashes."""
    return words_of(one).words == words_of(other).words


def places_of(quote: str, text: str) -> list[Span]:
    """Where the words of `quote` stand in `text`, whatever its quotes, dashes, spaces and line breaks."""
    words, there = words_of(quote).words, words_of(text)
    return [
        Span(there.starts[first], there.ends[first + len(words) - 1]) for first in there.find(words)
    ]


def resolve(anchor: Anchor, new_text: str, old_text: str | None = None) -> Resolved:
    """Find the anchor's words in `new_text`; `old_text` is the text that the anchor was made on."""
    if not anchor.exact:
        return Resolved("orphan")
    made_on = _made_on(anchor, old_text)
    if made_on is not None and old_text is not None:
        if old_text == new_text:
            return Resolved("ok", made_on)
        return _as_it_is(carry(anchor, made_on, old_text, new_text), anchor, new_text)
    return _as_it_is(find_quote(anchor, new_text), anchor, new_text)


def _as_it_is(found: Resolved, anchor: Anchor, new_text: str) -> Resolved:
    """What was quoted half, of an ellipsis or an entity, is found whole: then the words are changed."""
    if found.status != "ok" or found.span is None:
        return found
    is_same = as_compared(new_text[slice(*found.span)]) == as_compared(anchor.exact)
    return found if is_same else found._replace(status="changed", changed=True)


def _made_on(anchor: Anchor, old_text: str | None) -> Span | None:
    """Where the quote stands in the old text; None if that text does not hold it."""
    if old_text is None:
        return None
    start, exact = anchor.start, anchor.exact
    if start >= 0 and old_text[start : start + len(exact)] == exact:
        return Span(start, start + len(exact))
    # The position is off (another ruler, another cleaning): the quote counts if it is the only one.
    at = old_text.find(exact)
    if at < 0 or old_text.find(exact, at + 1) >= 0:
        return None
    return Span(at, at + len(exact))
