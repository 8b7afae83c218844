"""Pick a front door: a subcommand goes to the command line, none to the screen. All wiring is here."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lesart.config import Config, at_home, config_path, read_config


def main(arguments: Sequence[str] | None = None) -> int:
    """Run lesart; gives the exit status."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:  # before there was anything to stop
        return 130


def _run(words: list[str]) -> int:
    if words[:1] == ["--version"]:
        from lesart import __version__

        print(f"lesart {__version__}")
        return 0
    environment, home = os.environ, Path.home()
    config = load_config(environment, home)
    library, rest = _library_option(words)
    if library:
        config = replace(config, library=at_home(library))

    if not rest:
        return _screen(rest, config)

    from lesart.cli.main import COMMANDS

    first = next((word for word in rest if not word.startswith("-")), None)
    if first in COMMANDS or any(word.startswith("-") and word != "-" for word in rest):
        return _command_line(words, rest, first, config)
    return _screen(rest, config)


def load_config(environment: Mapping[str, str], home: Path) -> Config:
    path = config_path(environment, home)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        config = read_config("", environment, home)
        return replace(config, problems=(f"{path} cannot be read ({error}); defaults are used.",))
    return read_config(text, environment, home)


def _library_option(words: list[str]) -> tuple[str, list[str]]:
    """`--db PATH` may stand before the command; the rest decides which door it is."""
    rest, library = [], ""
    i = 0
    while i < len(words):
        if words[i] == "--db" and i + 1 < len(words):
            library = words[i + 1]
            i += 2
        elif words[i].startswith("--db="):
            library = words[i][5:]
            i += 1
        else:
            rest.append(words[i])
            i += 1
    return library, rest


def _command_line(words: list[str], rest: list[str], command: str | None, config: Config) -> int:
    from lesart.cli.context import Context
    from lesart.cli.main import COMMANDS, run

    _open_closed_streams()
    _write_utf_8("backslashreplace")
    context = Context(
        config=config,
        out=sys.stdout,
        err=sys.stderr,
        stdin=sys.stdin.buffer,
        now=lambda: int(time.time()),
        environment=os.environ,
    )
    for problem in config.problems:
        context.tell(f"lesart: {problem}")
    return run(rest, command if command in COMMANDS else None, context)


def _write_utf_8(errors: str) -> None:
    """Whatever PYTHONIOENCODING says: what we write is UTF-8, and signs must not become escapes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _open_closed_streams() -> None:
    """A job may run with its streams closed (`>&-`): then nobody reads what it says."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  # kept as long as the program runs
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _screen(paths: list[str], config: Config) -> int:
    _open_closed_streams()
    _write_utf_8("replace")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print(
            "lesart: the reader needs a terminal. These commands work without one: "
            "list, show, search, import, annotations, refresh (see lesart --help).",
            file=sys.stderr,
        )
        return 2
    # Until the first frame nearly all that is made stays: looking for garbage is a tenth of the time.
    gc.disable()
    from lesart.tui.app import run_app

    return run_app(config, paths)


if __name__ == "__main__":
    sys.exit(main())
