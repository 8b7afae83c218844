"""Pick a front door: a subcommand goes to the command line, none to the screen. All wiring is here."""

from __future__ import annotations

import gc
import os
import sys

# Nothing more up here: the kept screen is written before anything is imported.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from lesart.config import Config
    from lesart.tui.kept_screen import Shown


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
    shown = _kept_screen(words)
    try:
        return _through_a_door(words, shown)
    finally:
        if shown is not None:
            shown.take_away()


def _kept_screen(words: list[str]) -> Shown | None:
    """Show the screen that is wanted as it was kept, before all that the program needs is there."""
    library, rest = _library_option(words)
    if rest:
        return None
    from lesart.model import places
    from lesart.tui.kept_screen import show

    home = os.path.expanduser("~")
    settings = places.config_path(os.environ, home)
    if library:
        library = places.at_home(library)
    elif "LESART_DB" not in os.environ and _may_name_a_library(settings):
        from pathlib import Path

        library = str(load_config(os.environ, Path(home)).library)
    else:
        library = places.library_path(os.environ, home)
    shown = show(library, settings, os.environ)
    if shown is not None:
        _take_away_on_signals(shown)
    return shown


def _may_name_a_library(settings: str) -> bool:
    try:
        with open(settings, "rb") as file:
            return b"library" in file.read()
    except OSError:
        return False


def _take_away_on_signals(shown: Shown) -> None:
    """Until the app answers signals, one that ends the program must not leave the terminal changed."""
    import signal

    def end(number: int, _: object) -> None:
        shown.take_away()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, end)


def _through_a_door(words: list[str], shown: Shown | None) -> int:
    from dataclasses import replace
    from pathlib import Path

    from lesart.config import at_home

    config = load_config(os.environ, Path.home())
    library, rest = _library_option(words)
    if library:
        config = replace(config, library=at_home(library))

    if not rest:
        return _screen(rest, config, shown)

    from lesart.cli.main import COMMANDS

    first = next((word for word in rest if not word.startswith("-")), None)
    if first == "open" and len(rest) == 2 and sys.stdin.isatty() and sys.stdout.isatty():
        return _screen(
            rest[1:], config
        )  # a link is opened where it can be read; else it is printed
    if rest == ["tour"] and sys.stdin.isatty() and sys.stdout.isatty():
        return _screen([], config, wants_tour=True)
    if first in COMMANDS or any(word.startswith("-") and word != "-" for word in rest):
        return _command_line(words, rest, first, config)
    if len(rest) == 1 and rest[0].isidentifier() and not os.path.lexists(rest[0]):
        return _command_line(words, rest, None, config)  # a mistyped command rather than a file
    return _screen(rest, config)


def load_config(environment: Mapping[str, str], home: Path) -> Config:
    from dataclasses import replace

    from lesart.config import config_path, read_config
    from lesart.translations import _, use

    path = config_path(environment, home)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError) as error:
        config = read_config("", environment, home)
        use(config.language)
        says = _("{path} cannot be read ({error}); defaults are used.")
        return replace(config, problems=(says.format(path=path, error=error),))
    config = read_config(text, environment, home)
    use(config.language)
    # What is wrong in the file is said in the language that the file asks for.
    return read_config(text, environment, home) if config.problems else config


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
    import time

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


def _screen(
    paths: list[str], config: Config, shown: Shown | None = None, *, wants_tour: bool = False
) -> int:
    _open_closed_streams()
    _write_utf_8("replace")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from lesart.translations import _

        says = _(
            "the reader needs a terminal. These commands work without one: "
            "list, show, search, import, annotations, refresh (see `lesart --help`)."
        )
        print(f"lesart: {says}", file=sys.stderr)
        return 2
    # Until the first frame nearly all that is made stays: looking for garbage is a tenth of the time.
    gc.disable()
    from lesart.tui.run import run_app

    return run_app(config, paths, shown, wants_tour=wants_tour)


if __name__ == "__main__":
    sys.exit(main())
