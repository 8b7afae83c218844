"""Nothing dies silently: a bug in the background is a sentence with the place of its report, and work goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from lesart.config import Config
from lesart.model.errors import LesartError
from lesart.query import parse_query
from lesart.services.bug_reports import SUFFIX
from lesart.store import Store
from lesart.store.file.locks import WriteLock
from lesart.tui.app import LesartApp
from lesart.tui.background.searcher import Searcher
from lesart.tui.background.writer import Writer
from lesart.tui.commands import COMMANDS
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

KUWAIT = parse_query("Kuwait", date(2026, 11, 18))


class Desk:
    """Stands for the screen's thread: does at once what a thread hands it, and keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.done: list[Any] = []
        self._heard = threading.Semaphore(0)

    def call(self, function: Callable[[], None]) -> None:
        function()
        self._heard.release()

    def failed(self, error: LesartError) -> None:
        self.told.append(str(error))

    def wait(self) -> None:
        assert self._heard.acquire(timeout=20), "nothing was told"


def toasts(app: LesartApp) -> str:
    """What is told in a corner of the screen."""
    return " ".join(told.message for told in app._notifications)


def a_bug(_: Store) -> None:
    raise KeyError("nobody foresaw this")


def report_in(folder: Path) -> Path:
    [report] = folder.glob(f"*{SUFFIX}")
    return report


def test_after_a_bug_in_one_write_the_next_ones_are_stored(library):
    desk = Desk()
    writer = Writer(library, desk.call, desk.failed)
    taken_back: list[str] = []
    writer.write(a_bug, take_back=lambda: taken_back.append("this one"))
    desk.wait()
    writer.write(lambda store: store.articles.set_starred([1], True), desk.done.append)
    desk.wait()
    assert writer.close() == []
    with Store.open(library) as store:
        assert store.articles.get(1).is_starred
    assert taken_back == ["this one"]
    [sentence] = desk.told
    report = report_in(library.parent)
    assert str(report) in sentence
    assert "KeyError" in sentence
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "in a_bug" in report.read_text("utf-8")


def test_half_of_a_write_that_broke_is_not_stored_with_the_next_one(library):
    desk = Desk()

    def half(store: Store) -> None:
        store.connection.execute("BEGIN")
        store.connection.execute("UPDATE article SET is_starred = 1 WHERE id = 2")
        raise KeyError("in the middle")

    writer = Writer(library, desk.call, desk.failed)
    writer.write(half)
    desk.wait()
    writer.write(lambda store: store.articles.set_read([1], True), desk.done.append)
    desk.wait()
    writer.close()
    with Store.open(library) as store:
        assert store.articles.get(1).is_read
        assert not store.articles.get(2).is_starred


def test_what_could_not_be_stored_at_the_very_end_is_known_to_whoever_ends_the_writer(library):
    def the_screen_is_gone(_: Callable[[], None]) -> None:
        raise RuntimeError("the loop is closed")

    writer = Writer(library, the_screen_is_gone, lambda error: None)
    writer.write(a_bug)
    [problem] = writer.close()
    assert "its report lies in" in str(problem)


def test_after_a_bug_in_one_search_the_next_one_finds(library, monkeypatch):
    desk = Desk()
    searcher = Searcher(library, desk.call, desk.failed)
    searcher.look(a_bug, desk.done.append)
    desk.wait()
    from lesart.store.search.search import Search

    ids = Search.ids
    with monkeypatch.context() as broken:
        broken.setattr(Search, "ids", lambda self, query: {}["nobody foresaw this"])
        searcher.search(KUWAIT, 0, desk.done.append)
        desk.wait()
    assert Search.ids is ids
    searcher.search(KUWAIT, 0, lambda ids: desk.done.append(list(ids)))
    desk.wait()
    searcher.close()
    assert desk.done == [[1]]
    assert len(desk.told) == 2
    assert all("its report lies in" in sentence for sentence in desk.told)


async def test_a_highlight_that_a_bug_kept_from_being_stored_is_told_and_goes_away(
    make_app, library, monkeypatch
):
    from lesart.store.tables.annotations import Annotations

    app = make_app()
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        with monkeypatch.context() as broken:
            broken.setattr(Annotations, "add", lambda *_, **__: {}["nobody foresaw this"])
            await pilot.press("v", "w", "1")
            await until(pilot, lambda: "its report lies in" in toasts(app))
        await until(pilot, lambda: not app.main.reading.annotations)
        assert "Highlighted in yellow" not in screen_text(app)
        await pilot.press("v", "w", "1")
        await until(pilot, lambda: len(app.main.reading.annotations) == 1)
    with Store.open(library) as store:
        assert len(store.annotations.of(1)) == 1


async def test_a_bug_in_work_beside_the_screen_is_told_and_what_it_showed_goes_away(
    make_app, monkeypatch
):
    from lesart.tui.background.child import Child

    async def broken(self: Child) -> Any:
        raise KeyError("nobody foresaw this")
        yield {}

    app = make_app()
    async with app.run_test(size=(140, 30), notifications=True) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        monkeypatch.setattr(Child, "lines", broken)
        app.main.the.imports.import_paths(["nothing.txt"])
        await until(pilot, lambda: "its report lies in" in toasts(app))
        assert app.main.the.children.progress == ""


# ------------------------------------------------------------------ children


def a_real_app(library: Path, *paths: Path) -> LesartApp:
    config = Config(library=library, locale="en", entities="rules")
    return LesartApp(config, [str(p) for p in paths], now=lambda: float(NOW))


def kill(app: LesartApp) -> None:
    [child] = app.children_running
    os.kill(child.pid, signal.SIGKILL)


async def test_an_analysis_that_was_killed_starts_again_and_says_so(tmp_path):
    library = tmp_path / "library.sqlite"
    file = tmp_path / "a.txt"
    file.write_text("Etwa 4.500 Soldaten kamen ums Leben. Der Rest ging nach Kuwait.", "utf-8")
    app = a_real_app(library, file)
    async with app.run_test(size=(140, 30), notifications=True) as pilot:
        await until(pilot, lambda: "≈ 4,500" in screen_text(app), seconds=60)
        kill(app)
        await until(pilot, lambda: "SIGKILL" in screen_text(app), seconds=20)
        await until(pilot, lambda: len(app.children_running) == 1, seconds=20)


async def test_an_analysis_that_is_killed_whenever_it_starts_is_given_up(tmp_path):
    library = tmp_path / "library.sqlite"
    with Store.open(library):
        pass
    app = a_real_app(library)
    async with app.run_test(size=(140, 30), notifications=True) as pilot:
        killed: set[int] = set()
        for _ in range(400):
            for child in list(app.children_running):
                if child.pid and child.pid not in killed and child.status is None:
                    killed.add(child.pid)
                    os.kill(child.pid, signal.SIGKILL)
            await pilot.pause()
            await asyncio.sleep(0.02)
            if "is not started again" in screen_text(app):
                break
        assert "is not started again" in screen_text(app)
        assert 2 <= len(killed) <= 5


# ------------------------------------------------------------------ commands


async def test_every_command_that_is_documented_does_something(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        assert set(app.main.handlers) == {command.id for command in COMMANDS}


def test_a_command_that_nobody_answers_or_two_do_fails_at_the_start():
    from lesart.tui.controllers.controller import handlers_of

    class Some:
        def __init__(self, *names: str) -> None:
            self.names = names

        def handlers(self) -> dict[str, Callable[[], Any]]:
            return {name: lambda: None for name in self.names}

    with pytest.raises(LookupError, match="zoom"):
        handlers_of([Some("open")], ["open", "zoom"])  # type: ignore[list-item]
    with pytest.raises(LookupError, match="zoom"):
        handlers_of([Some("open", "zoom")], ["open"])  # type: ignore[list-item]
    with pytest.raises(LookupError, match="open"):
        handlers_of([Some("open"), Some("open")], ["open"])  # type: ignore[list-item]


async def test_reading_can_be_given_another_key(library):
    app = LesartApp(
        Config(library=library, locale="en", keys={"open": "f6"}), now=lambda: float(NOW)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("f6")
        await until(pilot, lambda: app.main.is_reading)


# ------------------------------------------------------------------ work that was killed


async def killed(pilot, app: LesartApp, what: str, before: frozenset[int] = frozenset()) -> int:
    """Kill the child that does `what`, as soon as there is one."""

    def found() -> list[Any]:
        return [
            child
            for child in app.children_running
            if what in child._command and child.pid and child.pid not in before
        ]

    await until(pilot, lambda: bool(found()), seconds=20)
    [child] = found()
    os.kill(child.pid, signal.SIGKILL)
    return child.pid


def some_files(folder: Path, count: int = 3) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Story {number}\n\nWords of number {number}.\n")
    return folder


@contextmanager
def nobody_stores(library: Path) -> Iterator[None]:
    """No article is stored meanwhile, so that an import is killed before it is done."""
    with closing(WriteLock(library)) as lock:
        assert lock.take()
        yield


async def test_an_import_that_was_killed_is_told_and_begun_once_more(tmp_path):
    files = some_files(tmp_path / "files")
    library = tmp_path / "library.sqlite"
    Store.open(library).close()
    with ExitStack() as meanwhile:
        meanwhile.enter_context(nobody_stores(library))
        app = a_real_app(library, files)
        async with app.run_test(size=(140, 30)) as pilot:
            await killed(pilot, app, "import")
            meanwhile.close()
            await until(
                pilot,
                lambda: (
                    "The import was ended from outside (SIGKILL). It begins again."
                    in screen_text(app)
                ),
            )
            await until(pilot, lambda: app.store.articles.count() == 3, seconds=30)
            await until(pilot, lambda: " imported" in screen_text(app), seconds=30)


async def test_an_import_that_is_killed_again_can_be_begun_again_by_hand(tmp_path):
    files = some_files(tmp_path / "files")
    library = tmp_path / "library.sqlite"
    app = a_real_app(library)
    async with app.run_test(size=(140, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        with nobody_stores(library):
            app.main.the.imports.import_paths([str(files)])
            first = await killed(pilot, app, "import")
            await killed(pilot, app, "import", frozenset([first]))
        await until(pilot, lambda: "+ begins it again" in screen_text(app))
        assert "SIGKILL" in screen_text(app)
        assert app.main.the.children.progress == ""
        await pilot.press("plus")
        await until(pilot, lambda: str(files) in [line.value for line in app.screen.query(Input)])
        await pilot.press("enter")
        await until(pilot, lambda: "3 imported." in screen_text(app), seconds=30)
        await pilot.press("escape", "plus")
        await until(pilot, lambda: "Add a feed, or import" in screen_text(app))
        assert str(files) not in screen_text(app)


async def test_an_export_that_was_killed_is_told_and_can_be_begun_again(
    make_app, library, tmp_path
):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("C")
        await until(pilot, lambda: app.main.annotating.editor.is_open)
        await pilot.press(*"mine", "ctrl+s")
        await until(pilot, lambda: bool(app.main.reading.annotations))
        target = tmp_path / "notes.csv"
        for is_killed in (True, False):
            app.main.handlers["export"]()
            await until(pilot, lambda: "Take notes out" in screen_text(app))
            if is_killed:
                app.screen.query_one("#field-format", Input).value = "csv"
                app.screen.query_one("#field-to", Input).value = str(target)
            assert app.screen.query_one("#field-to", Input).value == str(target)
            await pilot.press("ctrl+s")
            if is_killed:
                await killed(pilot, app, "export")
                await until(pilot, lambda: "SIGKILL" in screen_text(app))
                assert "begins it again" in screen_text(app)
                assert not target.exists()
        await until(pilot, target.exists, seconds=30)
    assert "mine" in target.read_text("utf-8")


async def test_adding_a_feed_that_was_killed_is_told_and_begun_once_more(tmp_path):
    app = a_real_app(tmp_path / "library.sqlite")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the call and never answers
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/feed"
        async with app.run_test(size=(140, 30)) as pilot:
            await until(pilot, lambda: app.main.has_deferred_panes)
            await pilot.press("plus")
            await until(pilot, lambda: "Add a feed, or import" in screen_text(app))
            app.screen.query_one("#answer", Input).value = url
            await pilot.press("enter")
            first = await killed(pilot, app, "add")
            await until(pilot, lambda: "Adding the feed was ended from outside" in screen_text(app))
            await killed(pilot, app, "add", frozenset([first]))
            await until(pilot, lambda: "+ begins it again" in screen_text(app))
            await pilot.press("plus")
            await until(pilot, lambda: url in screen_text(app))
