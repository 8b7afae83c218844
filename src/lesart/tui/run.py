"""Open the library and show the screen until the person leaves."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable

from textual.driver import Driver

from lesart.config import Config
from lesart.model.errors import LesartError
from lesart.store import Store
from lesart.store.file.read_only import SAYS as READ_ONLY
from lesart.translations import _
from lesart.tui.app import LesartApp
from lesart.tui.kept_screen import CAN_BE_KEPT, Shown


def run_app(
    config: Config, paths: list[str], shown: Shown | None = None, *, wants_tour: bool = False
) -> int:
    """Show the screen until the person leaves; gives the exit status.

    `shown`: the kept screen that stands in the terminal already. `wants_tour`: begin with the tour.
    """
    try:
        # Where the kept screen stands already, words would break it; it is of a library of today.
        store = Store.open(config.library, tell=_print_line if shown is None else lambda _: None)
        notice = _(READ_ONLY) if store.is_read_only else store.holding.announce()
        wants_samples = (
            not paths
            and not store.is_read_only
            and not store.articles.newest(1)
            and not store.settings.get("samples")
            and not store.feeds.all()
        )
    except LesartError as error:
        if shown is not None:
            shown.take_away()
        _print_error(str(error))
        return error.exit_status
    app = LesartApp(
        config,
        paths,
        store=store,
        notice=notice,
        wants_samples=wants_samples,
        wants_tour=wants_tour,
        driver_class=_driver(shown, lambda: app),
    )
    app.run()
    for words in app.last_words:
        _print_error(words)
    status = app.return_code or (1 if app.last_words else 0)
    if status == 0 and not store.is_read_only:
        from lesart.tui.keep_screen import keep_screen

        keep_screen(config, app.size, os.environ)
    return status


def _driver(shown: Shown | None, app: Callable[[], LesartApp]) -> type[Driver] | None:
    """Our own driver, where there are terminals of the kind that it knows."""
    if not CAN_BE_KEPT:
        return None
    from lesart.tui.driver import driver_over

    def tell(is_dark: bool) -> None:
        with contextlib.suppress(RuntimeError):  # it came when the screen was gone
            app().from_thread(lambda: app().follow_terminal(is_dark))

    return driver_over(shown, lambda: app().follows_terminal, tell)


def _print_line(words: str) -> None:
    """Before there is a screen."""
    from lesart.text.clean import clean_line

    print(clean_line(words), file=sys.stderr, flush=True)


def _print_error(words: str) -> None:
    from lesart.text.clean import clean_line
    from lesart.text.urls import without_secrets

    print(f"lesart: {clean_line(without_secrets(words))}", file=sys.stderr)
