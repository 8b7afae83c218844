"""`tour`: six steps through the reader; the screen shows them."""

from __future__ import annotations

import argparse
from typing import Any

from lesart.cli.context import Context
from lesart.model.errors import UsageError
from lesart.translations import _


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "tour",
        help=_("six steps through the reader: read, facts, highlight, note, search, export"),
        description=_(
            "Open the reader with a tour of six steps. esc leaves it; `:tour` in the reader begins it too."
        ),
    )
    parser.set_defaults(handler=refuse)


def refuse(options: argparse.Namespace, context: Context) -> int:
    """In a terminal the screen takes the place of this."""
    raise UsageError(_("the tour needs a terminal."))
