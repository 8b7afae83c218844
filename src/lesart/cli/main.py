"""The command line: find the command, run it, turn what went wrong into a sentence and a status."""

from __future__ import annotations

import argparse
import importlib
import os
import sqlite3
from collections.abc import Sequence
from typing import NoReturn

from lesart.cli.argparse_words import Layout, say_in_our_language
from lesart.cli.context import Context
from lesart.feeds.http.user_agent import introduce
from lesart.feeds.pages import site_rules
from lesart.locales.in_sentences import use_locale
from lesart.model.errors import LesartError, UsageError
from lesart.services.bug_reports import unforeseen
from lesart.text.system_words import reason
from lesart.translations import N_, _, use

COMMANDS = {
    "list": "lesart.cli.articles",
    "show": "lesart.cli.articles",
    "search": "lesart.cli.articles",
    "import": "lesart.cli.import_files",
    "samples": "lesart.cli.import_files",
    "remove": "lesart.cli.remove",
    "annotations": "lesart.cli.annotations",
    "annotate": "lesart.cli.annotate",
    "export": "lesart.cli.export",
    "review": "lesart.cli.review",
    "stories": "lesart.cli.stories",
    "entities": "lesart.cli.entities",
    "claims": "lesart.cli.claims",
    "digest": "lesart.cli.digest",
    "open": "lesart.cli.open_link",
    "analyse": "lesart.cli.analyse",
    "add": "lesart.cli.add_refresh",
    "refresh": "lesart.cli.add_refresh",
    "feeds": "lesart.cli.feeds",
    "opml": "lesart.cli.opml",
    "fulltext": "lesart.cli.fulltext",
    "pipe": "lesart.cli.pipe",
    "backup": "lesart.cli.library",
    "restore": "lesart.cli.library",
    "doctor": "lesart.cli.library",
    "figures": "lesart.cli.figures",
    "watch": "lesart.cli.watch",
    "rules": "lesart.cli.rules",
    "config": "lesart.cli.config",
    "completions": "lesart.cli.config",
    "pictures": "lesart.cli.pictures",
    "man": "lesart.cli.config",
    "tour": "lesart.cli.tour",
}
"""Command -> the module whose `register(subparsers)` adds it; only what is called is imported."""

EPILOG = N_("""\
Without a command, `lesart` opens the reader; `lesart PATH…` imports what is named and opens on it.

exit status:
  0  done                     1  some of it failed (a line each on stderr)
  2  the call is not right    3  the library cannot be used
  4  a bug in Lesart (the message says where its report lies)
  130  stopped by ctrl+c
""")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(
            _("{message}. See `{prog} --help`.").format(message=message, prog=self.prog)
        )


def parser_for(command: str | None) -> argparse.ArgumentParser:
    """The parser with one command, or with all of them when help for the whole is wanted."""
    parser = _Parser(
        prog="lesart",
        description=_(
            "A news reader for the terminal that marks key figures and names, "
            "keeps your notes, and finds everything again."
        ),
        epilog=_(EPILOG),
        formatter_class=Layout,
    )
    add_common_options(parser)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    modules = {COMMANDS[command]} if command else dict.fromkeys(COMMANDS.values())
    for name in modules:
        importlib.import_module(name).register(subparsers)
    return parser


def add_common_options(parser: argparse.ArgumentParser) -> None:
    from lesart import __version__

    parser.add_argument("--db", metavar="PATH", help=_("the library file (or set LESART_DB)"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"lesart {__version__}",
        help=_("show program's version number and exit"),
    )


_FREE_TEXTS = frozenset({"--note", "--quote"})


def _with_free_texts(arguments: Sequence[str]) -> list[str]:
    """`--note -1+1` as `--note=-1+1`: what somebody writes may begin as an option does."""
    joined: list[str] = []
    for word in arguments:
        if joined and joined[-1] in _FREE_TEXTS and word[:1] == "-" and word[:2] != "--":
            joined[-1] = f"{joined[-1]}={word}"
        else:
            joined.append(word)
    return joined


def _options(arguments: Sequence[str], command: str | None) -> argparse.Namespace:
    first = next((word for word in arguments if not word.startswith("-")), None)
    if command is None and first is not None and not os.path.lexists(first):
        if not {"-h", "--help"} & set(arguments):
            raise UsageError(_no_command(first))
    options, unknown = parser_for(command).parse_known_args(_with_free_texts(arguments))
    if unknown:
        raise UsageError(
            _("{message}. See `{prog} --help`.").format(
                message=_("unrecognized arguments: %s") % " ".join(unknown),
                prog=f"lesart {command}" if command else "lesart",
            )
        )
    return options


def _no_command(word: str) -> str:
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, 1)
    return (
        _(
            "there is no command “{word}”, and no file of that name; did you mean `lesart {near}`?"
        ).format(word=word, near=near[0])
        if near
        else _(
            "there is no command “{word}”, and no file of that name; `lesart --help` lists the commands."
        ).format(word=word)
    )


def run(arguments: Sequence[str], command: str | None, context: Context) -> int:
    """Run one command line; gives the exit status and never raises for what a person did."""
    use(context.config.language)
    use_locale(context.config.locale)
    say_in_our_language()
    try:
        introduce(context.config.contact)
        site_rules.follow(context.config.sites)
        options = _options(arguments, command)
        if not options.command:
            parser_for(None).print_help(context.out)
            return 0
        status: int = options.handler(options, context)
        context.out.flush()
        return status
    except LesartError as error:
        context.tell(f"lesart: {error}")
        for line in error.lines if isinstance(error, UsageError) else ():
            context.tell_as_is(line)
        return error.exit_status
    except sqlite3.Error as error:
        problem = unforeseen(
            error, context.library, _("`{command}` did not work").format(command=command)
        )
        context.tell(f"lesart: {problem}")
        return problem.exit_status
    except UnicodeEncodeError:
        # What the system hands over as halves of surrogate pairs is fine as the name of a file.
        context.tell(
            _("lesart: one of the words given is no text; only names of files may be such.")
        )
        return UsageError.exit_status
    except BrokenPipeError:
        return 0  # `lesart list | head` closes early, and that is fine
    except OSError as error:
        where = os.fsdecode(error.filename) if error.filename else _("standard output")
        context.tell(f"lesart: {where}: {reason(error)}.")
        return LesartError.exit_status
    except KeyboardInterrupt:
        context.tell(_("lesart: stopped; what was done so far is stored."))
        return 130
    except Exception as error:
        problem = unforeseen(
            error, context.library, _("`{command}` did not work").format(command=command)
        )
        context.tell(f"lesart: {problem}")
        return problem.exit_status
    finally:
        context.close()
