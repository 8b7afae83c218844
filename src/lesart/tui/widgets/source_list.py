"""The pane of sources: lines like any other list's, some of them folders that fold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from lesart.tui.rendering.cells import fitted, width_of
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts

_INDENT = 2


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the pane."""

    value: Any
    """What it stands for; a row that only keeps others apart has none."""
    name: str = ""
    number: str = ""
    sign: str = ""
    """Before the number: that something is wrong, or rests."""
    depth: int = 0
    folder: str | None = None
    """The path of a folder; of everything else None."""
    is_in_tree: bool = False
    """It leaves room for the sign of a folder."""


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"sources.{name}")


class SourceList(LineList, inherit_bindings=False):
    """Views, folders and feeds. What is folded is the pane's own affair; news of it is `Folded`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("j,down", "move(1)", "down", "Down"),
        _key("k,up", "move(-1)", "up", "Up"),
        _key("space,ctrl+f,pagedown", "page(1)", "page_down", "Page down"),
        _key("b,ctrl+b,pageup", "page(-1)", "page_up", "Page up"),
        _key("ctrl+d", "half_page(1)", "half_page_down", "Half a page down"),
        _key("ctrl+u", "half_page(-1)", "half_page_up", "Half a page up"),
        _key("g,home", "edge(-1)", "first", "First"),
        _key("G,end", "edge(1)", "last", "Last"),
        _key("enter", "open", "open", "Show its articles"),
        _key("l,right", "unfold", "unfold", "Unfold the folder, go into it; of all else show the articles"),
        _key("h,left", "fold", "fold", "Fold the folder; in one: to the folder; else back to the list"),
        _key("z a", "turn", "toggle", "Fold or unfold the folder"),
        _key("z M", "fold_all(True)", "fold_all", "Fold all folders"),
        _key("z R", "fold_all(False)", "unfold_all", "Unfold all folders"),
    ]  # fmt: skip

    @dataclass
    class Folded(Message):
        """Other folders are folded now."""

        folded: str
        """All of them, as `fold_as` reads it."""

    class Left(Message):
        """The person went left where nothing is to be folded."""

    def __init__(self, *, id: str | None = None, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._rows: Sequence[SourceRow] = ()
        self._shown: list[SourceRow] = []
        self._folded: set[str] = set()
        self._bare: set[str] = set()
        """Folders that hold articles, but no feed."""

    # ------------------------------------------------------------------ data goes down

    def fold_as(self, kept: str) -> None:
        """Fold what was folded another time; whatever else stands there folds nothing."""
        try:
            folded = json.loads(kept or "[]")
        except (ValueError, RecursionError):
            folded = []
        known = folded if isinstance(folded, list) else []
        self._folded = {path for path in known if isinstance(path, str)}

    def put(self, rows: Sequence[SourceRow], lit: Any = None) -> None:
        """Show these; the cursor goes to what `lit` stands for, or stays as near as it can."""
        self._rows = rows
        below = [*(row.depth for row in rows[1:]), 0]
        self._bare = {
            row.folder
            for row, depth in zip(rows, below, strict=True)
            if row.folder is not None and depth <= row.depth
        }
        self._put_shown(lit)

    def light(self, value: Any) -> None:
        """Put the cursor on this source, its folders unfolded; a list with keys always has one."""
        at = self._shown_at(value)
        if at is None and (way := self._folders_above(value)):
            self._folded -= way
            self._put_shown(value)
        elif at is not None:
            self.show(self.lines, at)

    @property
    def rows(self) -> Sequence[SourceRow]:
        """Every row, those in folded folders too."""
        return self._rows

    @property
    def cursor_cell(self) -> Offset:
        """Where the line under the cursor begins in the window."""
        return Offset(0, max(0, self.cursor) - self.scroll_offset.y)

    def _put_shown(self, lit: Any) -> None:
        self._shown = list(_unfolded(self._rows, self._folded))
        lines = [
            BLANK if row.value is None else Line(partial(self._parts, row), row.value)
            for row in self._shown
        ]
        self.lines = lines
        self.show(lines, self._shown_at(lit))

    def _shown_at(self, value: Any) -> int | None:
        if value is None:
            return None
        return next((n for n, row in enumerate(self._shown) if row.value == value), None)

    def _folders_above(self, value: Any) -> set[str]:
        """The folders that hide a source."""
        way: list[SourceRow] = []
        for row in self._rows:
            while way and row.depth <= way[-1].depth:
                way.pop()
            if row.value == value:
                return {one.folder for one in way if one.folder is not None}
            if row.folder is not None:
                way.append(row)
        return set()

    # ------------------------------------------------------------------ folding

    @property
    def _lit(self) -> SourceRow | None:
        return self._shown[self.cursor] if 0 <= self.cursor < len(self._shown) else None

    def action_turn(self) -> None:
        row = self._lit
        if row is not None and row.folder is not None:
            self._fold(row, row.folder not in self._folded)

    def action_fold(self) -> None:
        row = self._lit
        if row is not None and row.folder is not None and row.folder not in self._folded:
            self._fold(row, True)
        elif row is not None and row.depth:
            above = self._shown[: self.cursor]
            outer = [n for n, one in enumerate(above) if one.depth < row.depth]
            self.go_near(outer[-1])
        else:
            self.post_message(self.Left())

    def action_unfold(self) -> None:
        row = self._lit
        if row is None or row.folder is None:
            self.action_open()
        elif row.folder in self._folded:
            self._fold(row, False)
        else:
            self.action_move(1)

    def action_fold_all(self, is_folded: bool) -> None:
        lit = self._lit
        every = {row.folder for row in self._rows if row.folder is not None}
        self._folded = every if is_folded else set()
        outermost = lit.value if lit is not None else None
        if is_folded and lit is not None and lit.depth:
            above = [row for row in self._shown[: self.cursor] if not row.depth]
            outermost = above[-1].value
        self._changed(outermost)

    def _fold(self, row: SourceRow, is_folded: bool) -> None:
        assert row.folder is not None
        (self._folded.add if is_folded else self._folded.discard)(row.folder)
        self._changed(row.value)

    def _changed(self, lit: Any) -> None:
        self._put_shown(lit)
        self.post_message(self.Folded(json.dumps(sorted(self._folded))))

    def go_near(self, at: int) -> None:
        """Put the cursor on a line, as a person does."""
        self._go(at, 1)

    def on_click(self, event: events.Click) -> None:
        """On a folder's sign a click folds; anywhere else it shows what the line stands for."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if not 0 <= index < len(self._shown) or self._shown[index].value is None:
            return
        self.go_near(index)
        row = self._shown[index]
        if row.folder is not None and event.x < (row.depth + 1) * _INDENT:
            self.action_turn()
        else:
            self.action_open()

    # ------------------------------------------------------------------ painting

    def _parts(self, row: SourceRow, width: int) -> Parts:
        before = " " * (row.depth * _INDENT)
        if row.folder is not None and row.folder not in self._bare:
            is_folded = row.folder in self._folded
            before += f"{self._glyphs.arrow if is_folded else self._glyphs.opened} "
        elif row.is_in_tree:  # a folder with no feed in it has nothing to fold, either
            before += " " * _INDENT
        number = f" {row.number}" if row.number else ""
        sign = f" {row.sign}" if row.sign else ""
        room = max(1, width - width_of(before) - width_of(sign) - width_of(number) - 1)
        return [
            Part(before, "muted"),
            Part(fitted(row.name, room), "strong" if row.folder is not None else ""),
            Part(sign, "alert"),
            Part(number, "muted"),
        ]


def _unfolded(rows: Sequence[SourceRow], folded: set[str]) -> Iterator[SourceRow]:
    """The rows that are not in a folded folder."""
    hidden_below: int | None = None
    for row in rows:
        if hidden_below is not None and row.depth > hidden_below:
            continue
        hidden_below = row.depth if row.folder in folded else None
        yield row
