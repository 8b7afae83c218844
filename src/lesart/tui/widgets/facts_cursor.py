"""Where the facts panel's cursor is: lines of facts, some folded out, and a reader to keep up with.

Nothing here knows of a screen: lines and offsets in, a line number out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lesart.model.annotation import Annotation
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.tui.widgets.facts_lines import Fact, FactLine
from lesart.tui.widgets.reader_layers import Mark, Marks


class FactsCursor:
    """A cursor that stands only on facts, and follows the reader without being followed by it."""

    def __init__(self) -> None:
        self.lines: Sequence[FactLine] = ()
        """What is shown: facts, headings, and the details of one fact below it."""
        self.at = 0
        """The line that the cursor is on."""
        self.offset = 0
        """Where the reader is."""
        self._folded: Sequence[FactLine] = ()
        """The lines without details."""
        self._places: Marks[int] = Marks(())
        self._echoes: list[int] = []
        """Where the reader was sent: from there it will report, and that is no news."""

    @property
    def line(self) -> FactLine | None:
        """The line under the cursor."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self.line.fact if self.line is not None else None

    @property
    def top(self) -> int:
        """The first line that should be seen with the cursor's: the heading above it."""
        first = self.at
        while first > 0 and self.lines[first - 1].fact is None:
            first -= 1
        return first

    def begin(self) -> None:
        """Another article: the reader is at its start."""
        self.offset = 0
        self._echoes.clear()

    def put(self, lines: Iterable[FactLine], keep: Fact | None) -> None:
        """Take other lines; the cursor stays on `keep` if it is still there, else where it was."""
        self.lines = self._folded = tuple(lines)
        self._places = Marks(
            Mark(span, number) for number, line in enumerate(self._folded) for span in line.spans
        )
        self.at = self._line_of(keep, self.at if keep is not None else 0)

    def unfold(self, details: Iterable[FactLine]) -> None:
        """Put the details of the fact under the cursor below it; none: fold them in."""
        fact = self.fact
        self.lines = self._folded
        if fact is None:
            return
        self.at = self._line_of(fact)
        below = self.at + 1
        while below < len(self._folded) and self._folded[below].look in ("more", "below"):
            below += 1
        self.lines = (*self._folded[:below], *details, *self._folded[below:])

    def go_to(self, fact: Fact | None) -> bool:
        """Put the cursor on a fact; says whether it was elsewhere. Details are folded in."""
        if fact is None or fact is self.fact:
            return False
        self.lines = self._folded
        self.at = self._line_of(fact)
        return True

    def fact_near(self, line: int, step: int) -> Fact | None:
        """The fact at `line`, or the nearest one in the direction of `step`, or else against it."""
        line = max(0, min(line, len(self.lines) - 1))
        for direction in (step, -step):
            at = line
            while 0 <= at < len(self.lines):
                if self.lines[at].fact is not None:
                    return self.lines[at].fact
                at += direction
        return None

    def followed(self, offset: int, view: Span | None = None) -> Fact | None:
        """The reader is at `offset`: the fact that the cursor should go to, None if it may stay.

        Where no fact is, it stays on one that is in view, or goes to the first that is.
        """
        self.offset = offset
        if offset in self._echoes:
            # The reader went where the person's last steps in the panel sent it. The cursor is
            # there already, or further on.
            del self._echoes[: self._echoes.index(offset) + 1]
            return None
        mark = self._places.at(offset)
        if mark is None and view is not None:
            if self._stands_in(view):
                return None
            in_view = self._places.starting_in(view.start, view.end)
            mark = in_view[0] if in_view else None
        self._echoes.clear()
        return self._folded[mark.of].fact if mark is not None else None

    def scrolled(self, view: Span) -> Fact | None:
        """Other words are in the reader's window, as `followed`; at the start the first facts are worth more.

        What is weighty stands first in the panel, and a narrow one has no room for more than that.
        """
        if view.start or 0 in self._echoes:
            return self.followed(view.start, view)
        self.offset = 0
        return None if self._stands_in(view) else self.fact_near(0, 1)

    def sends_reader(self) -> Span | None:
        """Where the reader is to go for the fact under the cursor; its report will be no news."""
        span = self.nearest()
        if span is not None:
            self._echoes.append(span.start)
        return span

    def nearest(self) -> Span | None:
        """Of the places of the fact the one the reader is at, else the next, else the first."""
        spans = self.line.spans if self.line is not None else ()
        later = [span for span in sorted(spans) if span.end > self.offset]
        return later[0] if later else (min(spans) if spans else None)

    def _stands_in(self, view: Span) -> bool:
        """Whether the fact under the cursor is in the reader's window."""
        spans = self.line.spans if self.line is not None else ()
        return any(view.start <= span.start < view.end for span in spans)

    def _line_of(self, fact: Fact | None, at: int = 0) -> int:
        """The fact's line; where it is gone (rejected), the next fact's behind line `at`."""
        others = [n for n, line in enumerate(self._folded) if line.fact is not None]
        for number in others:
            there = self._folded[number].fact
            if there is fact or (there is not None and _is_same(there, fact)):
                return number
        return next((number for number in others if number >= at), others[-1] if others else 0)


def _is_same(one: Fact, other: Fact | None) -> bool:
    """A fact that was edited or judged is a new value, but still the same fact."""
    if isinstance(one, Annotation):
        return isinstance(other, Annotation) and one.id == other.id
    if isinstance(one, Figure):
        return isinstance(other, Figure) and one.span == other.span
    return isinstance(other, Entity) and one.mentions[:1] == other.mentions[:1]
