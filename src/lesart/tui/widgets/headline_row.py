"""One headline as one line: flags, when, where from, title, how much was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.headline import Headline
from lesart.model.text import Span
from lesart.tui.rendering.cells import fitted, graphemes, painted
from lesart.tui.rendering.glyphs import Glyphs

_WIDE = 72
"""From here on there is room for the day beside the time, and for what was found."""
_ROOMY = 110
_FLAGS = 5
_DATE = 8
_CLOCK = 5
_COUNTS = 8


class RowStyles(NamedTuple):
    """What the parts of a row look like; all but `base` are laid over it."""

    base: Style
    unread: Style
    meta: Style
    star: Style
    match: Style


class HeadlineRow:
    """The columns of a list of this width, and how a headline fills them."""

    def __init__(self, width: int, formats: Formats, glyphs: Glyphs) -> None:
        self.width = width
        self._formats = formats
        self._glyphs = glyphs
        self._is_wide = width >= _WIDE
        self._source = 16 if width >= _ROOMY else 10 if self._is_wide else 8
        if width < 36:
            self._source = 0
        taken = _FLAGS + _DATE + 1 + (self._source + 1 if self._source else 0)
        if self._is_wide:
            taken += _CLOCK + _COUNTS + 1
        self._title = max(0, width - taken - 1)

    def paint(
        self,
        row: Headline,
        styles: RowStyles,
        *,
        now: int,
        is_cursor: bool = False,
        has_day: bool = True,
        hits: Sequence[Span] = (),
        is_watched: bool = False,
    ) -> Strip:
        """The row's cells; `has_day`: name the day, which the row above does not share."""
        base, meta = styles.base, styles.base + styles.meta
        segments = [*self._flags(row, styles, is_cursor, is_watched)]
        segments.append(Segment(self._when(row, now, has_day=has_day), meta))
        if self._source:
            segments.append(Segment(fitted(_one_line(row.source), self._source) + " ", meta))
        title = base if row.is_read else base + styles.unread
        segments += self._words(_one_line(row.title), hits, title, styles.match)
        if self._is_wide:
            segments.append(Segment(" " + fitted(_counts(row), _COUNTS, right=True), meta))
        return Strip(segments).adjust_cell_length(self.width, base)

    def _flags(
        self, row: Headline, styles: RowStyles, is_cursor: bool, is_watched: bool
    ) -> list[Segment]:
        signs = self._glyphs
        base = styles.base
        return [
            Segment(signs.bar if is_cursor else " ", base),
            Segment(" " if row.is_read else signs.unread, base + styles.unread),
            Segment(signs.star if row.is_starred else " ", base + styles.star),
            Segment(signs.note if row.note_count else " ", base + styles.star),
            Segment(signs.watched, base + styles.match) if is_watched else Segment(" ", base),
        ]

    def _when(self, row: Headline, now: int, *, has_day: bool) -> str:
        formats, moment = self._formats, row.published
        if not self._is_wide:
            return fitted(formats.short_moment(moment, now), _DATE) + " "
        room = _DATE + _CLOCK
        clock = formats.clock(moment)
        if not has_day:
            return fitted(clock, room, right=True) + " "
        day = formats.short_day(moment, now)
        # A day of another year needs the room of the time; its time shows in the article.
        if len(day) >= _DATE:
            clock = ""
        return fitted(day, room - len(clock)) + clock + " "

    def _words(self, title: str, hits: Sequence[Span], style: Style, match: Style) -> list[Segment]:
        if not hits:
            return [Segment(fitted(title, self._title), style)]
        segments: list[Segment] = []
        room = self._title
        for start, end, width in graphemes(title):
            if width > room:
                break
            is_hit = any(hit.start <= start < hit.end for hit in hits)
            segments.append(Segment(painted(title[start:end]), style + match if is_hit else style))
            room -= width
        return [*Segment.simplify(segments), Segment(" " * room, style)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counts(row: Headline) -> str:
    figures = f"#{row.figure_count}" if row.figure_count else ""
    entities = f"@{row.entity_count}" if row.entity_count else ""
    return f"{figures} {entities}".strip()
