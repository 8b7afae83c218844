"""`analyse`: figures and names of a file or an article; with --waiting, of all that wait."""

from __future__ import annotations

import argparse
import os
import selectors
import time
from datetime import UTC
from pathlib import Path
from typing import Any, BinaryIO

from lesart.cli.context import Context
from lesart.cli.rules import act_on_new
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.translations import _


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "analyse",
        help=_("print the key figures and names of a file or an article"),
        description=_(
            "Print the key figures and names of a file or a stored article. "
            "With --waiting, analyse the stored articles that nobody analysed yet."
        ),
    )
    parser.add_argument("what", nargs="?", help=_("a file, or an article's number"))
    parser.add_argument(
        "--json", action="store_true", help=_("one JSON object (a line, with --waiting)")
    )
    parser.add_argument(
        "--waiting", action="store_true", help=_("analyse what waits in the library")
    )
    parser.add_argument(
        "--follow",
        action="store_true",
        help=_("with --waiting: read article numbers from standard input and do these first"),
    )
    parser.set_defaults(handler=analyse)


def analyse(options: argparse.Namespace, context: Context) -> int:
    if options.waiting:
        return _analyse_waiting(options.json, options.follow, context)
    if not options.what:
        raise UsageError(_("Name a file or an article's number, or say --waiting."))
    from lesart.cli.articles import print_analysis
    from lesart.cli.output import analysis_json
    from lesart.locales.formats import Formats
    from lesart.services.analyse import analysis_of

    if options.what.isdecimal() and len(options.what) < 19 and not Path(options.what).exists():
        found = analysis_of(context.store, int(options.what), names=context.config.entities)
        if found is None:
            raise UsageError(
                _("There is no article {what}; `lesart list` gives numbers.").format(
                    what=options.what
                )
            )
        text = context.store.articles.text(int(options.what)) or ""
    else:
        import lesart.analysis.engine as engine
        from lesart.services.importing.file_reader import read_path

        draft = read_path(Path(options.what))
        text = draft.text
        found = engine.analyse(
            text,
            language=draft.language or None,
            title=draft.title,
            date=draft.published,
            names=context.config.entities,
        )
    if options.json:
        context.say_json(analysis_json(found))
    else:
        print_analysis(found, text, Formats(context.config.locale, UTC), context)
    return 0


def _analyse_waiting(as_json: bool, follow: bool, context: Context) -> int:
    import lesart.analysis.engine as engine
    from lesart.services.analyse import analyse_waiting

    done = acted = 0
    wanted = _Wanted(context.stdin) if follow else None
    version = engine.version(context.config.entities)
    if as_json:
        context.say_json({"engine": version})
        context.out.flush()
    while True:
        for outcome in analyse_waiting(
            context.store, wanted.next if wanted else _nobody, names=context.config.entities
        ):
            done += 1
            if as_json:
                context.say_json(
                    {
                        "id": outcome.article_id,
                        "figures": outcome.figures,
                        "entities": outcome.entities,
                        "waiting": outcome.waiting,
                        "engine": version,
                    }
                )
                context.out.flush()
        if done > acted:
            act_on_new(context)
            acted = done
        _group(context, wanted)
        if as_json and wanted is not None:
            context.say_json({"waiting": 0, "engine": version})
            context.out.flush()
        if wanted is None or not wanted.wait(IDLE_SECONDS):
            break
    context.tell(_("{done} analysed.").format(done=numeral(done)))
    return 0


def _group(context: Context, wanted: _Wanted | None) -> None:
    """Find the stories of what came in, until somebody wants an article analysed."""
    from lesart.services.asking.grouping import group_waiting

    if not context.store.is_read_only:
        for _ in group_waiting(context.store):
            if wanted is not None and wanted.is_asked:
                return


IDLE_SECONDS = 120
"""How long a follower waits for the next article before it gives its memory back."""


def _nobody() -> int | None:
    return None


class _Wanted:
    """Article numbers that come in on standard input, a line each, read between the work.

    An empty line names none: look again at what waits.

    Read without a thread and past Python's buffer: a thread that waits for a line holds the buffer's
    lock, and Python aborts when it ends and finds it held.
    """

    def __init__(self, stdin: BinaryIO) -> None:
        self._stdin = stdin
        self._kept: int | None = None
        self._is_woken = False
        self._rest = b""
        self._is_open = True

    def next(self) -> int | None:
        """The article asked for last; None if nobody asks."""
        while self._is_open and self._can_read(0):
            self._read()
        kept, self._kept = self._kept, None
        return kept

    @property
    def is_asked(self) -> bool:
        """Whether somebody asks for an article, or has gone."""
        return self._is_open and self._can_read(0)

    def wait(self, seconds: float) -> bool:
        """Wait for the next wish; False when none comes in time or nobody can ask any more."""
        end = time.monotonic() + seconds
        while not self._is_woken and self._is_open and (left := end - time.monotonic()) > 0:
            if self._can_read(left):
                self._read()
        is_woken, self._is_woken = self._is_woken, False
        return is_woken

    def _can_read(self, seconds: float) -> bool:
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self._stdin.fileno(), selectors.EVENT_READ)
                return bool(selector.select(seconds))
        except (OSError, ValueError):
            return True  # a plain file, or none: it has what it has

    def _read(self) -> None:
        try:
            data = os.read(self._stdin.fileno(), 65_536)
        except (OSError, ValueError):  # not of the system's: all there is comes at once
            data = self._stdin.read()
        self._is_open = bool(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if not data and self._rest:
            lines.append(self._rest)
        self._is_woken = self._is_woken or bool(lines)
        for line in lines:
            if line.strip().isdigit():
                self._kept = int(line)
