"""Keys as vim has them: a count before a motion, half pages, the row in the middle."""

from __future__ import annotations

import pytest

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until


@pytest.fixture
def long(library):
    """Sixty articles, the first with many lines."""
    with Store.open(library) as store:
        store.articles.delete([1, 2, 3])
        for number in range(60):
            text = "\n\n".join(f"Line {n} of it." for n in range(80 if number == 0 else 1))
            draft = Draft(f"Title {number}", text, published=Moment(NOW - 60 * number))
            store.articles.add(draft, now=NOW)
    return library


async def press(pilot, keys: str) -> None:
    names = {"^d": "ctrl+d", "^u": "ctrl+u", "^f": "ctrl+f", "^b": "ctrl+b"}
    await pilot.press(*(names.get(key, key) for key in keys.split()))
    await pilot.pause()


COUNTS = (
    ("5 j", 5),
    ("1 0 j", 10),
    ("5 j 2 k", 3),
    ("5 j j", 6),  # a count is for one motion
    ("1 0 G", 9),
    ("1 0 g g", 9),
    ("1 0 g g g", 0),
    ("G", 59),
    ("9 9 9 9 9 j", 59),
    ("G g g", 0),
    ("0 j", 1),
    ("G ^b ^f", 59),
)


@pytest.mark.parametrize("size", [(100, 30), (140, 40)])
async def test_counts_in_the_list(make_app, long, size):
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 60)
        rows = app.main.listing.rows
        for keys, row in COUNTS:
            rows.go_to_row(1)
            assert rows.cursor_index == 0
            await press(pilot, keys)
            assert (keys, rows.cursor_index) == (keys, row)


async def test_half_pages_and_pages_in_the_list(make_app, long):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 60)
        rows = app.main.listing.rows
        in_window = rows.window_height // rows.row_height
        await press(pilot, "^d")
        assert rows.cursor_index == in_window // 2
        await press(pilot, "^u ^f")
        assert rows.cursor_index == in_window - 1
        await press(pilot, "3 0 G z z")
        line = rows.cursor_index * rows.row_height - rows.scroll_offset.y
        assert abs(line - rows.window_height // 2) <= 1


async def test_counts_in_an_article(make_app, long):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 60)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        reader = app.main.reading.reader
        await press(pilot, "7 j")
        assert reader.scroll_offset.y == 7
        await press(pilot, "3 k")
        assert reader.scroll_offset.y == 4
        await press(pilot, "g ^d")
        assert reader.scroll_offset.y == reader.window_height // 2
        await press(pilot, "^u ^f")
        assert reader.scroll_offset.y == reader.window_height - 1
        await press(pilot, "2 1 G")  # every second line is blank
        await until(pilot, lambda: "Line 10 of it." in screen_text(app).splitlines()[1])
        await press(pilot, "4 1 g g")
        await until(pilot, lambda: "Line 20 of it." in screen_text(app).splitlines()[1])
        await press(pilot, "g")
        assert reader.scroll_offset.y == 0


async def test_a_mark_comes_to_the_middle(make_app, long):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 60)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("slash", *'"line', "space", *'40"', "enter")
        await until(pilot, lambda: "Line 40 of it." in screen_text(app))
        await press(pilot, "z z")
        at = next(n for n, line in enumerate(screen_text(app).splitlines()) if "Line 40 of" in line)
        assert 12 <= at <= 16
