"""One headline as a row of one line or two: flags, title, when, where from, what was found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lesart.locales.formats import Formats
from lesart.model.headline import Headline
from lesart.model.snippet import Snippet
from lesart.model.text import Span
from lesart.tui.rendering.cells import fitted, graphemes, painted, width_of
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.rendering.isolates import as_cell

_WIDE = 72
"""From here on there is room for the day beside the time, and for what was found."""
_ROOMY = 110
_FLAGS = 5
_DATE = 8
_CLOCK = 5
_COUNTS = 8
_LEAST_SOURCE = 5


RowKey = tuple[int, bool, bool, str]
"""A painted row: which it is, if the cursor is on it, if it is the top one, the sign before its title."""


class RowStyles(NamedTuple):
    """What the parts of a row look like; all but `base` are laid over it."""

    base: Style
    unread: Style
    meta: Style
    star: Style
    match: Style

    @classmethod
    def of(cls, base: Style, look: Callable[[str], Style], *, is_cursor: bool) -> RowStyles:
        """By the component classes of the list; on the cursor's background muted words are hard to read."""
        nothing = Style()
        return cls(
            base,
            unread=look("list--unread"),
            meta=nothing if is_cursor else look("list--meta"),
            star=nothing if is_cursor else look("list--star"),
            match=look("list--match"),
        )


class RowLook(NamedTuple):
    """How a row looks now, apart from what its article is."""

    styles: RowStyles
    now: int
    is_cursor: bool = False
    is_watched: bool = False
    is_changed: bool = False
    """A correction gave another number."""
    has_day: bool = True
    """The day is named: the row above does not share it."""
    hits: Sequence[Span] = ()
    """Where the title has words that were searched for."""
    snippet: Snippet | None = None
    """What was found in the text."""
    sign: str = ""
    """Stands before the title."""


class HeadlineRow:
    """The columns of a list of this width, and how a headline fills them."""

    def __init__(self, width: int, formats: Formats, glyphs: Glyphs) -> None:
        self.width = width
        self._formats = formats
        self._glyphs = glyphs
        self._is_wide = width >= _WIDE
        self._source = 16 if width >= _ROOMY else 10 if self._is_wide else 8
        taken = _FLAGS + _DATE + 1 + (self._source + 1 if self._source else 0)
        if self._is_wide:
            taken += _CLOCK + _COUNTS + 1
        self._title = max(0, width - taken - 1)

    def paint(self, row: Headline, look: RowLook) -> Sequence[Strip]:
        """The row's cells; its day is named where the row above does not share it."""
        styles = look.styles
        base, meta = styles.base, styles.base + styles.meta
        segments = [*_flags(row, look, self._glyphs)]
        segments.append(Segment(self._when(row, look.now, has_day=look.has_day), meta))
        if self._source:
            source = _one_line(row.source)
            look_of_it = as_cell(meta, source, "source")
            segments.append(Segment(fitted(source, self._source) + " ", look_of_it))
        title = base if row.is_read else base + styles.unread
        room = self._title - width_of(look.sign)
        segments.append(Segment(look.sign, meta))
        segments += _title(row, look, room, title, self._glyphs)
        if self._is_wide:
            segments.append(
                Segment(" " + fitted(counts_of(row, _COUNTS), _COUNTS, right=True), meta)
            )
        return [Strip(segments).adjust_cell_length(self.width, base)]

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


class TwoLineRow:
    """A headline in a narrow list: its title has a line of its own, the rest stands below it."""

    def __init__(self, width: int, formats: Formats, glyphs: Glyphs) -> None:
        self.width = width
        self._formats = formats
        self._glyphs = glyphs

    def paint(self, row: Headline, look: RowLook) -> Sequence[Strip]:
        """The row's cells; below the title what a search found, else where and when it is from."""
        styles, room = look.styles, max(0, self.width - _FLAGS - 1)
        base, meta = styles.base, styles.base + styles.meta
        title = base if row.is_read else base + styles.unread
        first = [
            *_flags(row, look, self._glyphs),
            Segment(look.sign, meta),
            *_title(row, look, room - width_of(look.sign), title, self._glyphs),
        ]
        second = [Segment((self._glyphs.bar if look.is_cursor else " ").ljust(_FLAGS), base)]
        if look.snippet is not None and look.snippet.hits:
            text, hits = around_hit(look.snippet, room)
            second += _words(text, hits, room, meta, styles.match)
        else:
            second.append(Segment(fitted(self._origin(row, look.now, room), room), meta))
        return [Strip(line).adjust_cell_length(self.width, base) for line in (first, second)]

    def _origin(self, row: Headline, now: int, room: int) -> str:
        """Source, date and figures; it is the source that is cut where there is no room for all."""
        formats, moment = self._formats, row.published
        day = f"{formats.short_day(moment, now)} {formats.clock(moment)}" if moment else "undated"
        rest = " · ".join(filter(None, (day.strip(), counts_of(row))))
        source = _one_line(row.source)
        left = room - width_of(rest) - 3
        if not source or left < _LEAST_SOURCE:
            return rest
        return f"{fitted(source, min(left, width_of(source)))} · {rest}"


def around_hit(snippet: Snippet, room: int) -> tuple[str, Sequence[Span]]:
    """A line of the snippet, one blank where there are more, that has its first hit in sight."""
    words = snippet.text.replace("\n", " ").replace("\t", " ")
    first = snippet.hits[0]
    start = 0
    if first.end > room - 2:
        start = max(0, first.start - room // 3)
        # From the beginning of a word on.
        start = words.find(" ", start, first.start) + 1 or start
    mark = "…" if start else ""
    by = len(mark) - start
    hits = [Span(h.start + by, h.end + by) for h in snippet.hits if h.start >= start]
    return mark + words[start:], hits


def _flags(row: Headline, look: RowLook, signs: Glyphs) -> Iterable[Segment]:
    styles, base = look.styles, look.styles.base
    yield Segment(signs.bar if look.is_cursor else " ", base)
    yield Segment(" " if row.is_read else signs.unread, base + styles.unread)
    yield Segment(signs.star if row.is_starred else " ", base + styles.star)
    yield Segment(signs.note if row.note_count else " ", base + styles.star)
    yield Segment(signs.watched, base + styles.match) if look.is_watched else Segment(" ", base)


def _title(row: Headline, look: RowLook, room: int, style: Style, signs: Glyphs) -> list[Segment]:
    """The title; before it the sign that a number in the article was corrected."""
    sign = f"{signs.changed} " if look.is_changed and room > 2 else ""
    words = _words(_one_line(row.title), look.hits, room - len(sign), style, look.styles.match)
    return [Segment(sign, look.styles.base + look.styles.star), *words] if sign else words


def _words(text: str, hits: Sequence[Span], room: int, style: Style, match: Style) -> list[Segment]:
    """So much of the text as there is room for, its hits lit."""
    style, match = as_cell(style, text, "words"), as_cell(match, text, "words")
    if not hits:
        return [Segment(fitted(text, room), style)]
    segments: list[Segment] = []
    parts = graphemes(text)
    is_cut = sum(width for _, _, width in parts) > room
    room -= is_cut
    for start, end, width in parts:
        if width > room:
            break
        is_hit = any(hit.start <= start < hit.end for hit in hits)
        segments.append(Segment(painted(text[start:end]), style + match if is_hit else style))
        room -= width
    rest = ("…" if is_cut else "") + " " * room
    return [*Segment.simplify(segments), Segment(rest, style)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def counts_of(row: Headline, room: int = 99) -> str:
    """Figures and entities; the figures alone where a number would be cut, which says another one."""
    figures = f"#{row.figure_count}" if row.figure_count else ""
    entities = f"@{row.entity_count}" if row.entity_count else ""
    both = f"{figures} {entities}".strip()
    return both if len(both) <= room else figures
