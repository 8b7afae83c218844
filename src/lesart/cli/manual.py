"""The manual page in man(7)'s language, made from what `--help` says: the two cannot differ."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from lesart import __version__
from lesart.translations import _


def manual(parser: argparse.ArgumentParser) -> str:
    """`lesart.1` as one string."""
    return "\n".join(_lines(parser)) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f'.TH LESART 1 "" "lesart {__version__}" "Lesart"'
    yield from (".SH " + _("NAME"), f"lesart \\- {_said(parser.description)}")
    yield from (".SH " + _("SYNOPSIS"), ".B lesart", "[PATH…]", ".br", ".B lesart")
    yield _("COMMAND [OPTIONS]")
    yield from (".SH " + _("DESCRIPTION"), *_as_it_stands(parser.epilog))
    yield from (".SH " + _("OPTIONS"), *_options(parser), ".SH " + _("COMMANDS"))
    for name, command in _commands(parser).items():
        yield from (f'.SS "lesart {name}"', _said(command.description))
        yield from _options(command)
        yield from _as_it_stands(command.epilog)
    yield from (".SH " + _("FILES"), ".TP", ".I ~/.config/lesart/config.toml")
    yield from (_("Settings; `lesart config` shows those in force."), ".TP")
    yield from (
        ".I ~/.local/share/lesart/library.sqlite",
        _("Everything that was kept, in one file."),
    )


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            continue
        said = _said((action.help or "") % {**vars(action), "prog": parser.prog})
        yield from (".TP", _signature(action), said or ".")


def _signature(action: argparse.Action) -> str:
    metavar = action.metavar if isinstance(action.metavar, str) else None
    if metavar is None:
        metavar = "|".join(map(str, action.choices)) if action.choices else action.dest.upper()
    value = "" if action.nargs == 0 else rf" \fI{_said(metavar)}\fR"
    names = ", ".join(rf"\fB{_said(name)}\fR" for name in action.option_strings)
    return f"{names}{value}" if names else value.strip()


def _as_it_stands(text: str | None) -> Iterator[str]:
    """Help that is laid out by its author keeps its lines."""
    if text:
        yield from (".PP", ".nf", *map(_said_line, text.strip("\n").splitlines()), ".fi")


def _said(text: str | None) -> str:
    return _said_line(" ".join((text or "").split()))


def _said_line(line: str) -> str:
    """Words that man takes for words: no line is a request, no sign an escape."""
    line = line.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{line}" if line[:1] in {".", "'"} else line
