"""Stretches of an article's text: the one ruler, and what a stretch is."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A half-open stretch of an article's text, counted in code points."""

    start: int
    end: int


BlockKind = Literal["heading", "quote", "item", "code", "table", "link", "emphasis"]


class Block(NamedTuple):
    """A stretch of text with a role: a heading, a quotation, a list item, a link's words."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Heading level 1-6 or nesting depth of a list item; 0 where it means nothing."""
    target: str = ""
    """The absolute address of a link; empty for every other kind."""
