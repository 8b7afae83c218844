"""expat for feedparser, with text in one piece: a call for each `&lt;` and line end is a third of its time."""

from __future__ import annotations

from typing import Any
from xml.sax.expatreader import ExpatParser


class _BufferedExpat(ExpatParser):
    def reset(self) -> None:
        super().reset()
        parser: Any = getattr(self, "_parser")  # noqa: B009 - typeshed does not know it
        parser.buffer_text = True


def create_parser() -> ExpatParser:
    """Called by `xml.sax.make_parser`, which looks for it under this name."""
    return _BufferedExpat()
