"""What is painted line by line keeps the rest of the screen as it is."""

from __future__ import annotations

import pytest
from textual._compositor import Compositor
from textual.strip import Strip
from textual.widget import Widget

from lesart.tui.widgets.reader import Reader
from tests.tui.conftest import until


async def test_another_article_beside_the_list_does_not_arrange_the_screen_anew(
    make_app, monkeypatch: pytest.MonkeyPatch
):
    arranged: list[object] = []
    reflow = Compositor.reflow

    def counted(self: Compositor, *given: object) -> object:
        arranged.append(self)
        return reflow(self, *given)

    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        reader = lambda: app.main.query_one(Reader).article.id  # noqa: E731
        await until(
            pilot,
            lambda: app.main.has_deferred_panes and reader() == app.main.listing.rows.cursor_id,
        )
        await pilot.pause(0.1)
        monkeypatch.setattr(Compositor, "reflow", counted)
        before = reader()
        await pilot.press("down")
        await until(pilot, lambda: reader() not in (before, 0))
        await pilot.pause(0.1)
        assert not arranged


async def test_the_scrollbar_tells_the_length_of_the_present_list(make_app):
    app = make_app()
    async with app.run_test(size=(140, 12)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        rows = app.main.listing.rows
        await pilot.pause()
        rows.show(type(rows.ids)("q", list(rows.ids) * 50))
        await pilot.pause()
        assert rows.show_vertical_scrollbar
        assert rows.vertical_scrollbar.window_virtual_size == len(rows) * rows.row_height
        rows.show(rows.ids[:2])
        await pilot.pause()
        assert not rows.show_vertical_scrollbar


async def test_a_scrolled_line_is_the_strip_that_was_painted_before(make_app):
    """What Textual worked out for a strip it keeps with it: only the lines that come into view cost."""
    app = make_app()
    async with app.run_test(size=(140, 8)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        await pilot.press("enter")
        reader = app.main.query_one(Reader)
        await until(
            pilot, lambda: reader.has_focus and reader.max_scroll_y > 1 and reader.size.height > 2
        )
        reader.scroll_to_line(0)
        await pilot.pause()
        before = _lines(reader)
        reader.scroll_to_line(1)
        await pilot.pause()
        after = _lines(reader)
        kept = [one is other for one, other in zip(before[1:], after[:-1], strict=True)]
        assert sum(kept) > len(kept) // 2
        plain = Widget.render_lines(reader, reader.size.region)
        assert [_cells(line) for line in after] == [_cells(line) for line in plain]


async def test_a_scrollbar_looks_as_textuals_own_and_is_painted_when_its_thumb_moves(make_app):
    app = make_app()
    async with app.run_test(size=(140, 20)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        rows = app.main.listing.rows
        rows.show(type(rows.ids)("q", list(rows.ids) * 300))
        await until(
            pilot, lambda: rows.show_vertical_scrollbar and rows.vertical_scrollbar.size.height
        )
        bar, painted = rows.vertical_scrollbar, set()
        for y in (*range(40), rows.max_scroll_y // 2, rows.max_scroll_y - 1, rows.max_scroll_y):
            rows.scroll_to_line(y)
            lines = bar.render_lines(bar.size.region)
            painted.add(id(lines[0]))
            bar._styles_cache.clear()
            plain = Widget.render_lines(bar, bar.size.region)
            assert [_cells(line) for line in lines] == [_cells(line) for line in plain], y
        assert len(painted) < 20
        app.theme = "textual-light"
        await pilot.pause()
        lines = bar.render_lines(bar.size.region)
        bar._styles_cache.clear()
        plain = Widget.render_lines(bar, bar.size.region)
        assert [_cells(line) for line in lines] == [_cells(line) for line in plain]


def _lines(reader: Reader) -> list[Strip]:
    return reader.render_lines(reader.size.region)


def _cells(line: Strip) -> list[tuple[str, object, object]]:
    """Each cell's letter and the colours that are seen, however the line is cut into pieces."""
    return [
        (letter, style and letter != " " and style.color, style and style.bgcolor)
        for text, style, _ in line
        for letter in text
    ]
