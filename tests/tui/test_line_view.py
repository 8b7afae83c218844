"""What is painted line by line keeps the rest of the screen as it is."""

from __future__ import annotations

import pytest
from textual._compositor import Compositor

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
