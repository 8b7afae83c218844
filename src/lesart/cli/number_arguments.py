"""Numbers on the command line, no larger than a database can count to."""

from __future__ import annotations

import argparse

from lesart.translations import _


def number(words: str) -> int:
    """An article's number, or how many: what a database can count to."""
    try:
        value = int(words) if len(words) < 20 else 2**63
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{words}” is not a whole number").format(words=words)
        ) from None
    if not -(2**63) < value < 2**63:
        raise argparse.ArgumentTypeError(
            _("{words}… is too large a number").format(words=words[:20])
        )
    return value
