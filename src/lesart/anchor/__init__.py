"""Pin a note to words, and find those words again after the text changed.

With the text that a note was made on, old and new are compared word by word and the note's words are
carried across: that tells the annotated copy of a sentence from its double. Without it (or where the
words were moved) the quote is looked for, and its surroundings must agree. What is not sure is an
orphan with a suggestion; a note never stands on other words without saying so.
"""

from __future__ import annotations

from lesart.anchor.carrying import carry_offset, kept_share
from lesart.anchor.passage import Resolved
from lesart.anchor.resolving import CONTEXT, is_same_words, make_anchor, places_of, resolve

__all__ = [
    "CONTEXT",
    "Resolved",
    "carry_offset",
    "is_same_words",
    "kept_share",
    "make_anchor",
    "places_of",
    "resolve",
]
