"""Paint one line of the facts panel: a value and what it counts, a name and how often, a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from lesart.tui.rendering.cells import fitted, width_of
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.widgets.facts_lines import BELOW, FactLine, Tab, column_of

_INDENTS = {"heading": " ", "warning": " ", "detail": "    "}
_MARK = 2


class FactStyles(NamedTuple):
    """The panel's base style, and what each component class adds to it."""

    base: Style
    added_by: Callable[[str], Style]
    is_numbered: bool = False
    """The colour of a note has its number beside it."""

    def of(self, name: str) -> Style:
        """The style of a part of the panel."""
        return self.base + self.added_by(f"facts--{name}")


def value_column(lines: Sequence[FactLine]) -> int:
    """How wide the figures' values are; the few very long ones stand out of the column."""
    return column_of(
        line.left for number, line in enumerate(lines)
        if line.fact and (line.right or [x.look for x in lines[number + 1 : number + 2]] == ["more"])
    )  # fmt: skip


def paint_line(
    line: FactLine,
    tab: Tab,
    width: int,
    value_width: int,
    styles: FactStyles,
    glyphs: Glyphs,
    cursor: Style | None,
) -> list[Segment]:
    """A line of `width` cells; `cursor` is laid over the line that has the cursor."""
    if line.look == "more":
        indent = " " * (_MARK + value_width + 1)
        return [Segment(fitted(indent + line.right, width), styles.of("noun"))]
    if line.look == "below":
        look = styles.of("noun" if tab == "figures" else "name")
        return [Segment(fitted(" " * (_MARK + BELOW) + line.right, width), look)]
    if line.fact is None:
        words = f"{_INDENTS[line.look]}{line.left}"
        if line.right:
            words += f"  {line.right}"
        return [Segment(fitted(words, width), styles.of(line.look))]
    over = cursor or Style()
    mark = f"{glyphs.arrow} " if cursor is not None else "  "
    start = [Segment(mark, styles.base + over)]
    noun = styles.of("noun") + over
    room = max(0, width - 2)
    if tab == "figures":
        left, right = _figure_columns(line, value_width, room)
        return [*start, Segment(left, styles.of("value") + over), Segment(right, noun)]
    if line.colour:
        swatch = styles.base + over + styles.added_by(f"facts--{line.colour}")
        start.append(Segment(glyphs.swatch_of(line.colour, is_numbered=styles.is_numbered), swatch))
        room = max(0, room - 2)
    # What was written comes before how it is labelled.
    least = room // 3 if tab == "annotations" else room - width_of(line.left) - 1
    end = min(width_of(line.right), max(least, room // 3))
    name = fitted(line.left, room - end - 1) + " "
    return [*start, Segment(name, styles.of("name") + over), Segment(fitted(line.right, end), noun)]


def _figure_columns(line: FactLine, value_width: int, room: int) -> tuple[str, str]:
    value = max(value_width, min(width_of(line.left), room))
    return fitted(line.left, value) + " ", fitted(line.right, room - value - 1)
