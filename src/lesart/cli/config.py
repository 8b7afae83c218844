"""`config`: which settings are in force, and a file to begin with; `completions` and `man`: help for shells."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.cli.query_completion import SHELLS
from lesart.config import SETTINGS, config_path, new_config
from lesart.model.errors import UsageError
from lesart.translations import N_, _

_COMPLETIONS = N_("""\
Put what is printed where the shell looks for it, and open a new shell:

  bash  lesart completions bash > ~/.local/share/bash-completion/completions/lesart
  zsh   lesart completions zsh > ~/.zfunc/_lesart    (with ~/.zfunc in fpath, before compinit)
  fish  lesart completions fish > ~/.config/fish/completions/lesart.fish

Queries are completed, too: fields, and the tags, feeds, names and nouns of the library. What holds < or >
stands in quotation marks of the shell: 'figure>5'. In fish values of several words come behind tag:".
""")


def register(subparsers: Any) -> None:
    config = subparsers.add_parser(
        "config",
        help=_("show the settings in force, or begin a config file"),
        description=_(
            "Show which settings are in force and what of the config file is not understood."
        ),
    )
    config.add_argument(
        "--init", action="store_true", help=_("write a config file with every setting explained")
    )
    config.set_defaults(handler=show_config)
    completions = subparsers.add_parser(
        "completions",
        help=_("print what a shell needs to complete commands and options"),
        description=_("Print a script by which a shell completes Lesart's commands and options."),
        epilog=_(_COMPLETIONS),
        formatter_class=Layout,
    )
    completions.add_argument("shell", nargs="?", choices=SHELLS, help=_("for which shell"))
    completions.add_argument(
        "--query",
        metavar="WORD",
        help=_("print what a begun word of a query may become: shells ask so"),
    )
    completions.set_defaults(handler=print_completions)
    man = subparsers.add_parser(
        "man",
        help=_("print the manual page"),
        description=_(
            "Print the manual page: `lesart man | man -l -` shows it, a file of it can be kept."
        ),
    )
    man.set_defaults(handler=print_manual)


def show_config(options: argparse.Namespace, context: Context) -> int:
    from pathlib import Path

    path = config_path(context.environment, Path.home())
    if options.init:
        _begin(path, context)
        return 0
    config = context.config
    found = "" if path.exists() else _(" (not there; `lesart config --init` writes one)")
    context.say(f"# {path}{found}")
    context.say(f"library = {_quoted(str(config.library))}")
    values = asdict(config)
    for name in (one.name for one in SETTINGS if isinstance(values[one.name], str)):
        value = values[name]
        context.say(f"{name} = {_quoted(value)}" if value else f"# {name}: " + _("not set"))
    for name, table in (("colours", config.colours), ("keys", config.keys)):
        inside = ", ".join(f"{key} = {_quoted(value)}" for key, value in table.items())
        context.say(f"{name} = {{ {inside} }}" if inside else f"# {name}: " + _("not set"))
    context.say("# " + _("preset of keys: {preset}").format(preset=config.preset))
    for name in ("macros", "open_with", "pipe_to"):
        lists = getattr(config, name)
        inside = ", ".join(
            f"{_quoted(key)} = [{', '.join(map(_quoted, words))}]" for key, words in lists.items()
        )
        context.say(f"{name} = {{ {inside} }}" if inside else f"# {name}: " + _("not set"))
    return 1 if config.problems else 0  # each was told before the command began


def _begin(path: Any, context: Context) -> None:
    from lesart.services.exporting.safe_files import write_whole

    if path.exists() or path.is_symlink():
        raise UsageError(_("{path} is there already and was left as it is.").format(path=path))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, [new_config()])
    context.tell(
        _("Written to {path}: every setting, explained and without effect so far.").format(
            path=path
        )
    )


def _quoted(value: str) -> str:
    """As a basic string of TOML."""
    from lesart.text.json_text import to_json

    return to_json(value)


def print_completions(options: argparse.Namespace, context: Context) -> int:
    from lesart.cli import query_completion

    if options.query is not None:
        query_completion.answer(options.query, context)
        return 0
    if options.shell is None:
        raise UsageError(_("name a shell: {shells}.").format(shells=", ".join(SHELLS)))
    import shtab

    from lesart.cli.main import parser_for

    parser = parser_for(None)
    by_shell = {
        "bash": "_lesart_query",
        "zsh": "_lesart_query",
        "fish": "(_lesart_query)",
        "preamble": query_completion.scripts(),
    }
    for action in _arguments(parser):
        if action.metavar in ("PATH", "FILE", "URL|FILE") or action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == "QUERY" or (action.dest == "query" and not action.option_strings):
            action.complete = by_shell  # type: ignore[attr-defined]
    context.say_piece(shtab.complete(parser, shell=options.shell))
    context.say_piece(query_completion.last_words(options.shell))
    return 0


_FILES = ("path", "file", "what", "output")
"""Arguments that are files, whatever the help calls them: shells complete them as such."""


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and argument of every command."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _arguments(command)


def print_manual(options: argparse.Namespace, context: Context) -> int:
    from lesart.cli.main import parser_for
    from lesart.cli.manual import manual

    context.say_piece(manual(parser_for(None)))
    return 0
