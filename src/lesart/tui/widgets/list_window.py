"""A window over many rows with one cursor: where the cursor's row stands in it, and ways to come back."""

from __future__ import annotations

from array import array

from textual.geometry import Offset

from lesart.tui.widgets.line_view import LineView


class ListWindow(LineView):
    """Rows of the same height, one of them under the cursor."""

    row_height = 1
    """Lines of a row: a title that has to share a narrow line with all else is no title."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._cursor = 0

    @property
    def cursor_index(self) -> int:
        """How many rows are above the cursor."""
        return self._cursor

    @property
    def place(self) -> object:
        """Where cursor and window are, to come back to."""
        return (self._cursor, self.scroll_offset.y)

    def go_back_to(self, place: object) -> None:
        """Take a motion back."""
        assert isinstance(place, tuple)
        self._go(place[0])
        self.scroll_to_line(place[1])

    @property
    def cursor_cell(self) -> Offset:
        """Where the cursor's row begins in the window."""
        return Offset(0, self._cursor * self.row_height - self.scroll_offset.y)

    @property
    def cursor_id(self) -> int | None:
        """The article under the cursor."""
        raise NotImplementedError

    def _go(self, index: int) -> None:
        """Put the cursor on a row."""
        raise NotImplementedError

    def _reveal(self) -> None:
        """Scroll as little as shows the cursor's row."""
        top, height, tall = self.scroll_offset.y, self.window_height, self.row_height
        first = self._cursor * tall
        if first < top:
            top = first
        elif first + tall > top + height:
            top = first + tall - height
        self.scroll_to_line(top)

    def show_longer(self, ids: array[int], *, above: int) -> None:
        """Show the list with more rows in it, `above` of them over the window.

        What is in sight stays where it is; only at the very top do new rows come into sight.
        """
        top = self.scroll_offset.y
        self.show(ids, cursor_id=self.cursor_id)
        if top:
            self.scroll_to_line(top + above * self.row_height)

    def show(self, ids: array[int], *, cursor_id: int | None = None) -> None:
        """Show these articles, the cursor on `cursor_id`."""
        raise NotImplementedError

    def action_centre(self) -> None:
        """Put the cursor's row in the middle of the window."""
        above = (self.window_height - self.row_height) // 2
        self.scroll_to_line(max(0, self._cursor * self.row_height - above))

    def action_edge_of_window(self, side: int) -> None:
        """Put the cursor's row at the top (-1) or the bottom (1) of the window."""
        above = 0 if side < 0 else self.window_height - self.row_height
        self.scroll_to_line(max(0, self._cursor * self.row_height - above))
