"""What is marked in an article: overlapping spans as flat runs for painting, as sorted marks for jumping.

Painting asks "which kinds of mark cover this line?" many times a second, so the layers are flattened
once into boundaries with a bit mask each. Jumping asks "which mark is here, which comes next?", so
each kind is kept sorted by where it starts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.colours import COLOURS
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Block, Span

LAYER_NAMES = (
    "quote", "item", "code", "table", "link", "emphasis", "heading",
    *(f"note-{colour}" for colour in COLOURS),
    "entity", "figure", "match",
)  # fmt: skip
"""Every kind of mark, in the order in which their styles are put on top of each other."""

LAYER_BITS = {name: 1 << index for index, name in enumerate(LAYER_NAMES)}
NOTE_BITS = sum(LAYER_BITS[f"note-{colour}"] for colour in COLOURS)

MarkKind = Literal["figures", "entities", "annotations", "matches", "all"]
T = TypeVar("T")


class Layers:
    """Spans of many kinds, flattened to sorted boundaries with the kinds that hold from there on."""

    def __init__(self, length: int, spans: Iterable[tuple[Span, int]]) -> None:
        changes: dict[int, list[tuple[int, int]]] = {}
        for (start, end), bit in spans:
            start, end = max(0, start), min(length, end)
            if start < end:
                changes.setdefault(start, []).append((bit, 1))
                changes.setdefault(end, []).append((bit, -1))
        self._starts, self._masks = [0], [0]
        depth = dict.fromkeys(LAYER_BITS.values(), 0)
        mask = 0
        for at in sorted(changes):
            for bit, step in changes[at]:
                depth[bit] += step
                mask = mask | bit if depth[bit] else mask & ~bit
            if at == 0:
                self._masks[0] = mask
            elif mask != self._masks[-1]:
                self._starts.append(at)
                self._masks.append(mask)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretches between `start` and `end` that look the same: start, end, mask."""
        index = bisect_right(self._starts, start) - 1
        while start < end:
            index += 1
            stop = self._starts[index] if index < len(self._starts) else end
            stop = min(stop, end)
            yield start, stop, self._masks[index - 1]
            start = stop


class Mark(NamedTuple, Generic[T]):
    """One marked place and what it stands for."""

    span: Span
    of: T


class Marks(Generic[T]):
    """Marks of one kind in the order of the text."""

    def __init__(self, marks: Iterable[Mark[T]]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]
        self._longest = max((mark.span.end - mark.span.start for mark in self._marks), default=0)

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark[T]]:
        return iter(self._marks)

    def at(self, offset: int) -> Mark[T] | None:
        """The mark around `offset`; of several the one that starts last."""
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            mark = self._marks[index]
            if mark.span.end > offset:
                return mark
            if mark.span.start + self._longest <= offset:
                break
        return None

    def number_at(self, offset: int) -> int:
        """Which of them, counted from one, is around `offset`; 0: none."""
        mark = self.at(offset)
        return self._marks.index(mark) + 1 if mark is not None else 0

    def after(self, offset: int) -> Mark[T] | None:
        """The first mark that starts behind `offset`."""
        index = bisect_right(self._starts, offset)
        return self._marks[index] if index < len(self._marks) else None

    def before(self, offset: int) -> Mark[T] | None:
        """The last mark that starts ahead of `offset`."""
        index = bisect_left(self._starts, offset) - 1
        return self._marks[index] if index >= 0 else None

    def starting_in(self, start: int, end: int) -> Sequence[Mark[T]]:
        """The marks that start between `start` and `end`."""
        return self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class MarkedText:
    """All that is marked in one article, kept apart by where it comes from."""

    def __init__(self, length: int, blocks: Sequence[Block] = ()) -> None:
        self._length = length
        self._blocks = [(block.span, LAYER_BITS[block.kind]) for block in blocks]
        self.links: Marks[str] = Marks(
            Mark(block.span, block.target) for block in blocks if block.kind == "link"
        )
        self.is_analysed = False
        self.figures: Marks[Figure] = Marks(())
        self.entities: Marks[Entity] = Marks(())
        self.annotations: Marks[Annotation] = Marks(())
        self.matches: Marks[None] = Marks(())
        self.lit: tuple[Span, ...] = ()
        """What looks like a match, but nobody searched for it."""
        self._all: Marks[object] | None = None
        self._layers: Layers | None = None

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Show what was found in the text; None shows nothing found."""
        self.is_analysed = analysis is not None
        figures = analysis.figures if analysis else ()
        entities = analysis.entities if analysis else ()
        self.figures = Marks(Mark(figure.span, figure) for figure in figures)
        self.entities = Marks(
            Mark(mention.span, entity) for entity in entities for mention in entity.mentions
        )
        self._layers = self._all = None

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show what was noted; annotations without a place in this text are left out."""
        self.annotations = Marks(
            Mark(annotation.span, annotation)
            for annotation in annotations
            if annotation.span is not None
        )
        self._layers = self._all = None

    def set_matches(self, spans: Iterable[Span], also_lit: Iterable[Span] = ()) -> None:
        """Show where a search found its words; `also_lit` looks like it, but nobody searched it."""
        self.matches = Marks(Mark(span, None) for span in spans)
        self.lit = tuple(also_lit)
        self._layers = self._all = None

    def of_kind(self, kind: MarkKind) -> Marks[object]:
        """The marks that jumping stops at."""
        by_kind: dict[MarkKind, Marks[Any]] = {
            "figures": self.figures,
            "entities": self.entities,
            "annotations": self.annotations,
            "matches": self.matches,
        }
        if kind != "all":
            return by_kind[kind]
        if self._all is None:
            self._all = Marks(Mark(m.span, m.of) for marks in by_kind.values() for m in marks)
        return self._all

    @property
    def layers(self) -> Layers:
        """Everything, flattened for painting."""
        if self._layers is None:
            self._layers = Layers(self._length, self._spans())
        return self._layers

    def _spans(self) -> Iterator[tuple[Span, int]]:
        yield from self._blocks
        for note in self.annotations:
            yield note.span, LAYER_BITS.get(f"note-{note.of.colour}", LAYER_BITS["note-yellow"])
        found: tuple[tuple[str, Marks[Entity] | Marks[Figure] | Marks[None]], ...] = (
            ("entity", self.entities),
            ("figure", self.figures),
            ("match", self.matches),
        )
        for name, marks in found:
            for mark in marks:
                yield mark.span, LAYER_BITS[name]
        for span in self.lit:
            yield span, LAYER_BITS["match"]
