"""What argparse says by itself, in the reader's language."""

from __future__ import annotations

import argparse

from lesart.translations import N_, _

WORDS = (
    N_("usage: "), N_("positional arguments"), N_("options"), N_("show this help message and exit"),
    N_("show program's version number and exit"), N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"), N_("expected one argument"), N_("expected at least one argument"),
    N_("not allowed with argument %s"), N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"), N_("argument %(argument_name)s: %(message)s"),
)  # fmt: skip
"""Its sentences, for the translations to find them; one that is not here is said in English."""


def say_in_our_language() -> None:
    """It looks its words up in a catalogue of the whole process, which nobody here uses."""
    setattr(argparse, "_", _)  # noqa: B010  # no stub knows the name
