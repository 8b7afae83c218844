"""What argparse says by itself, in the reader's language, and how it lays help out."""

from __future__ import annotations

import argparse

from lesart.translations import N_, _, ngettext

WORDS = (
    N_("usage: "), N_("positional arguments"), N_("options"), N_("show this help message and exit"),
    N_("show program's version number and exit"), N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"), N_("expected one argument"), N_("expected at least one argument"),
    N_("not allowed with argument %s"), N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"), N_("argument %(argument_name)s: %(message)s"),
    N_("expected at most one argument"), N_("one of the arguments %s is required"),
    N_("ignored explicit argument %r"), N_("unexpected option string: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
)  # fmt: skip
"""Its sentences, for the translations to find them; one that is not here is said in English."""


def say_in_our_language() -> None:
    """It looks its words up in a catalogue of the whole process, which nobody here uses."""
    setattr(argparse, "_", _)  # noqa: B010  # no stub knows the name
    setattr(argparse, "ngettext", _counted)  # noqa: B010


def _counted(one: str, many: str, count: int) -> str:
    if one == "expected %s argument":
        return ngettext("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many


class Layout(argparse.HelpFormatter):
    """What its author laid out keeps its lines; a paragraph is as wide as the terminal."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text.strip("\n"):
            return "".join(indent + line for line in text.splitlines(keepends=True))
        return super()._fill_text(text, width, indent)
