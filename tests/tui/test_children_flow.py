"""The work that child processes do for the screen: samples, imports, analyses. Nothing is canned."""

from __future__ import annotations

from lesart.config import Config
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until


def an_app(path, *paths, wants_samples=False):
    return LesartApp(
        Config(library=path, locale="en", entities="rules"),
        [str(p) for p in paths],
        now=lambda: float(NOW),
        wants_samples=wants_samples,
    )


async def test_the_first_start_has_samples_to_look_at_and_one_key_removes_them(tmp_path):
    library = tmp_path / "library.sqlite"
    app = an_app(library, wants_samples=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) >= 12, seconds=60)
        await until(pilot, lambda: "D removes them" in screen_text(app), seconds=20)
        await pilot.press("D")
        await until(pilot, lambda: len(app.main.listing.rows) == 0)
        assert "Nothing here yet." in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: len(app.main.listing.rows) >= 12)


async def test_a_file_named_at_the_start_is_imported_opened_and_analysed(tmp_path):
    file = tmp_path / "abzug.txt"
    file.write_text(
        " date 2018-06 Etwa 4.500 Soldaten kamen ums Leben. Der Rest ging nach Kuwait.", "utf-8"
    )
    library = tmp_path / "library.sqlite"
    app = an_app(library, file)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.is_reading, seconds=60)
        await until(pilot, lambda: "≈ 4,500" in screen_text(app), seconds=60)
        assert "June 2018" in screen_text(app)
        assert "Soldaten" in screen_text(app)

        # What comes in while the analysis waits for work is not left lying until it is opened.
        later = tmp_path / "later"
        later.mkdir()
        for number in (37, 41):  # of several none is opened
            (later / f"{number}.txt").write_text(f"The mayor counted {number} trees.", "utf-8")
        await until(pilot, lambda: app.store.analyses.unseen_count() == 0)
        app.main.the.imports.import_paths([str(later)])
        await until(pilot, lambda: app.store.articles.count() == 3, seconds=60)
        await until(pilot, lambda: app.store.analyses.unseen_count() == 0, seconds=60)


async def test_a_folder_opens_nothing_and_leaves_nothing_unread(tmp_path):
    (tmp_path / "old").mkdir()
    for number in range(4):
        (tmp_path / "old" / f"{number}.txt").write_text(f"Old words, number {number}.")
    app = an_app(tmp_path / "library.sqlite", tmp_path / "old")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "4 imported." in screen_text(app), seconds=60)
        assert not app.main.is_reading
        await until(pilot, lambda: "Old words, number 3" in screen_text(app), seconds=60)
        assert app.store.articles.unread() == 0


async def test_a_file_that_cannot_be_imported_is_a_sentence_on_the_screen(tmp_path):
    file = tmp_path / "empty.txt"
    file.write_text("")
    library = tmp_path / "library.sqlite"
    app = an_app(library, file)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "empty.txt" in screen_text(app), seconds=60)


async def test_thousands_of_reports_are_no_thousand_paintings_and_the_last_one_is_seen(make_app):
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.main.listing.is_whole)
        children, painted, paint = app.main.the.children, [], app.main.paint_bars
        app.main.paint_bars = lambda: (painted.append(children.progress), paint())
        for number in range(1, 1001):
            children.report(f"importing {number}")
        assert painted == ["importing 1"]
        await until(pilot, lambda: "importing 1000" in screen_text(app))
        children.report("")
        await until(pilot, lambda: "importing" not in screen_text(app))
