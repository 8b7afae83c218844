"""Another file in the library's place while the screen is open: no mark lands on another article."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lesart.model.article import Draft
from lesart.store import Store
from lesart.store.file.checkpoint import log_size
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A library in which other articles have the numbers, and the one about Iraq another."""
    path = tmp_path / "elsewhere" / "other.sqlite"
    with Store.open(path) as store:
        for number in range(3):
            text = f"Quite another text, number {number}. It has words, too."
            store.articles.add(Draft(f"Other {number}", text), now=NOW)
        store.articles.add(Draft("Letzte Truppen verlassen Irak", IRAQ), now=NOW)
    return path


def by_mv(new: Path, library: Path) -> None:
    shutil.copy(new, library.with_name("on-its-way"))
    os.replace(library.with_name("on-its-way"), library)


def by_cp(new: Path, library: Path) -> None:
    shutil.copyfile(new, library)


def notes_in(library: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(library)) as db:
        return db.execute(
            "SELECT a.title, n.exact FROM annotation n JOIN article a ON a.id = n.article_id"
        ).fetchall()


@pytest.mark.parametrize("replace", [by_mv, by_cp])
async def test_a_mark_goes_to_the_article_that_is_read_not_to_its_number(
    library, other, make_app, replace
):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await until(pilot, lambda: log_size(library) == 0)  # idle: folded in
        replace(other, library)
        await pilot.press("V", "1")
        await until(pilot, lambda: "loaded anew" in screen_text(app))
        assert app.main.reading.article_id == 4
        assert "Other 0" in screen_text(app)
        await pilot.press("V", "1")
        await until(pilot, lambda: bool(app.main.reading.annotations))
    found = notes_in(library)
    assert {title for title, _ in found} == {"Letzte Truppen verlassen Irak"}
    assert all(exact in IRAQ for _, exact in found)
    with closing(sqlite3.connect(library)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("replace", [by_mv, by_cp])
async def test_what_is_starred_is_never_another_article(library, other, make_app, replace):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and log_size(library) == 0)
        replace(other, library)
        await pilot.press("s")
        await until(pilot, lambda: "loaded anew" in screen_text(app))
    with closing(sqlite3.connect(library)) as db:
        assert db.execute("SELECT count(*) FROM article WHERE is_starred").fetchone() == (0,)


@pytest.mark.parametrize("replace", [by_mv, by_cp])
async def test_a_note_being_written_outlives_the_replacement(library, other, make_app, replace):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("C")
        await until(pilot, lambda: app.main.annotating.editor.is_open)
        await pilot.press(*"half")
        replace(other, library)  # with a log beside it that is not folded in
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "loaded anew" in screen_text(app))
        await until(pilot, lambda: bool(app.main.reading.annotations))
    with closing(sqlite3.connect(library)) as db:
        rows = db.execute(
            "SELECT a.title, n.note FROM annotation n JOIN article a ON a.id = n.article_id"
        ).fetchall()
    assert rows == [("Letzte Truppen verlassen Irak", "half")]


async def test_an_article_that_is_not_in_the_other_library_is_closed(library, other, make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.main.is_reading)
        by_mv(other, library)
        await until(pilot, lambda: "The article is not in it" in screen_text(app))
        assert not app.main.is_reading
    assert notes_in(library) == []


async def test_the_log_is_folded_in_when_idle_so_that_a_copy_is_whole(library, make_app, tmp_path):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("V", "1")
        await until(pilot, lambda: bool(app.main.reading.annotations))
        await until(pilot, lambda: log_size(library) == 0)
        shutil.copyfile(library, tmp_path / "copy.sqlite")
    assert len(notes_in(tmp_path / "copy.sqlite")) == 1


async def test_when_the_screen_closes_nothing_is_left_in_the_log(library, make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        await pilot.press("slash", *"Truppen", "enter", "enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("V", "1")
        await until(pilot, lambda: bool(app.main.reading.annotations))
    assert log_size(library) == 0
    assert len(notes_in(library)) == 1


async def test_a_library_that_was_moved_away_is_told_and_comes_back(library, make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await until(pilot, lambda: log_size(library) == 0)
        os.rename(library, library.with_name("away"))
        await pilot.press("V", "1")
        await until(pilot, lambda: "gone from its place" in screen_text(app))
        assert not library.exists()
        os.rename(library.with_name("away"), library)
        await until(pilot, lambda: "loaded anew" in screen_text(app))
        assert app.main.is_reading
    assert notes_in(library) == []


@pytest.mark.parametrize("replace", [by_mv, by_cp])
async def test_a_file_that_is_no_library_in_its_place_ends_nothing_and_is_left_alone(
    library, make_app, tmp_path, replace
):
    app = make_app()
    (tmp_path / "none").write_bytes(b"no library at all " * 1000)
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and log_size(library) == 0)
        replace(tmp_path / "none", library)
        await until(pilot, lambda: "is no database" in screen_text(app))
        await pilot.press("j", "k")
    assert library.read_bytes() == b"no library at all " * 1000


# ------------------------------------------------------------------ the moment before it is noticed


@pytest.fixture
def shuffled(tmp_path: Path) -> Path:
    """A library whose pages hold quite other things than those of the one that is open."""
    path = tmp_path / "elsewhere" / "shuffled.sqlite"
    with Store.open(path) as store:
        for number in range(300):
            store.settings.save_draft(f"draft {number}", "words " * 200, now=NOW)
        for number in range(40):
            added = store.articles.add(Draft(f"Other {number}", f"Text {number}. " * 300), now=NOW)
            store.annotations.add(added.id, None, now=NOW, note="note " * 50)
        store.articles.add(Draft("Letzte Truppen verlassen Irak", IRAQ), now=NOW)
    return path


def many(library: Path) -> None:
    with Store.open(library) as store, store.transaction():
        for number in range(700):
            store.articles.add(Draft(f"Old {number}", f"Words of {number}. " * 20), now=NOW - 90000)


def unnoticed(monkeypatch, new: Path, library: Path) -> list[bool]:
    """Put the other file there right after the next look at the library: what is read then is torn.

    Gives a list; what is put into it arms it.
    """
    from lesart.tui.controllers.library_watch import LibraryWatch

    armed: list[bool] = []
    holds = LibraryWatch.holds

    def looked(self: LibraryWatch) -> bool:
        answer = holds(self)
        if armed:
            armed.clear()
            by_cp(new, library)
        return answer

    monkeypatch.setattr(LibraryWatch, "holds", looked)
    return armed


def all_told(app) -> str:
    return " ".join(told.message for told in app._notifications)


def handed_over(app, new: Path, library: Path, replace) -> None:
    """Put the other file there when the next change was looked at and is handed to who writes."""
    write = app.writer.write

    def after_it(*values, **named) -> None:
        app.writer.write = write
        replace(new, library)
        write(*values, **named)

    app.writer.write = after_it


@pytest.mark.parametrize(
    ("key", "replace", "has_written"),
    [("A", by_cp, False), ("A", by_mv, True), ("s", by_mv, False), ("d", by_cp, True)],
)
async def test_what_is_done_before_the_replacement_is_noticed_is_refused_and_nothing_else_is_done(
    library, other, make_app, key, has_written, replace
):
    """All is marked read, starred, deleted in the library that was seen, or in none."""
    app = make_app()
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)
        if has_written:  # else who writes has never opened the library that was there
            done: list[object] = []
            app.writer.write(lambda store: store.articles.set_read([2], True), done.append)
            await until(pilot, lambda: bool(done))
        await until(pilot, lambda: log_size(library) == 0)
        handed_over(app, other, library, replace)
        await pilot.press(key)
        await until(pilot, lambda: "this was not stored. Do it again" in all_told(app))
        await until(pilot, lambda: "Other 0" in screen_text(app), seconds=30)
    with closing(sqlite3.connect(library)) as db:
        done = db.execute("SELECT sum(is_read), sum(is_starred), sum(is_deleted) FROM article")
        assert done.fetchone() == (0, 0, 0)


@pytest.mark.parametrize(
    "keys",
    [
        ["enter"], ["G"], ["slash", *"Truppen"], ["t"], ["S"], ["D"], ["a"], ["apostrophe"],
        ["i"], ["E"], ["n"], ["exclamation_mark"], ["tab", "enter"],
    ],
    ids=lambda keys: "-".join(keys),
)  # fmt: skip
async def test_what_is_read_before_the_replacement_is_noticed_ends_nothing(
    library, shuffled, make_app, monkeypatch, keys
):
    many(library)
    armed = unnoticed(monkeypatch, shuffled, library)
    app = make_app()
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)
        await until(pilot, lambda: log_size(library) == 0)
        app.store.connection.execute("PRAGMA cache_size = 0")  # nothing is held from before
        armed.append(True)
        await pilot.press(*keys)
        await until(
            pilot,
            lambda: "loaded anew" in screen_text(app) or len(app.screen_stack) > 1,
            seconds=30,
        )
        # Where one stands there depends on what was read last; what is shown is the new one's.
        await until(
            pilot,
            lambda: (
                "Other " in screen_text(app)
                or ("Letzte Truppen" in screen_text(app) and "Old " not in screen_text(app))
            ),
            seconds=30,
        )
        assert not [told for told in app._notifications if "damaged" in told.message]
    assert app.return_code in (None, 0)
