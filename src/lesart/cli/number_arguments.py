"""Numbers on the command line, no larger than a database can count to."""

from __future__ import annotations

import argparse


def number(words: str) -> int:
    """An article's number, or how many: what a database can count to."""
    value = int(words) if len(words) < 20 else 2**63
    if not -(2**63) < value < 2**63:
        raise argparse.ArgumentTypeError(f"{words[:20]}… is too large a number")
    return value
