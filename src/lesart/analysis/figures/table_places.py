"""Say what the figures in tables measure: the head of their column, the label of their row, or both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from lesart.analysis.figures.grammar import Grammar, grammar
from lesart.analysis.figures.grids import Grid, grids_in
from lesart.analysis.figures.lexicon import lexicon
from lesart.analysis.figures.quantities import find_quantities
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import tokens_of
from lesart.model.figure import FigureKind
from lesart.model.text import Span

_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?")
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
_LABEL = re.compile(
    r"^[ \t•*–-]{0,8}([^\W\d][^:()\n|]{0,50}?) ?\(([^()\n]{1,30})\) ?:[ \t]*", re.MULTILINE
)
"""The label of a list's item with its unit: "Umsatz (in Mio. Euro): 512"."""
_LONGEST_LABEL = 60
_MOST_WORDS = 8
_MOST_BESIDE = 3
"""Words beside the number of a cell; with more it is a text that happens to stand in a table."""


class Place(NamedTuple):
    """What a table says of one figure in it."""

    noun: str = ""
    of: str = ""
    is_change: bool = False


class HeadUnit(NamedTuple):
    """The unit that the head of a column gives to its bare numbers."""

    kind: FigureKind
    unit: str
    factor: Decimal
    has_scale: bool


class Head(NamedTuple):
    """What the head of a column says."""

    name: str = ""
    """What is measured; empty where it is only a unit, a time or a word like "value"."""
    unit: HeadUnit | None = None
    is_time: bool = False
    is_change: bool = False
    is_rank: bool = False


def read_tables(stream: TokenStream, found: list[Found]) -> dict[int, Place]:
    """The place of each figure that fills a cell, by its number in `found`; units of heads are read in."""
    places: dict[int, Place] = {}
    if not found:
        return places
    starts = [stream.tokens[one.i].start for one in found]
    for grid in grids_in(stream.text):
        places.update(_Table(stream, found, starts, grid).places())
    for match in _LABEL.finditer(stream.text):
        number = bisect_left(starts, match.end())
        unit = _unit_of(stream.lexicon.code, re.sub(r"^(?:in|en)\s+", "", match[2]))
        if unit is not None and number < len(found) and starts[number] == match.end():
            _lend(found[number], unit)
            places.setdefault(number, Place(match[1]))
    return places


def _lend(one: Found, unit: HeadUnit) -> None:
    """A bare number has the unit and the scale of its head or label."""
    if one.kind != "count" or one.has_scale or one.noun:
        return
    one.kind, one.unit, one.has_scale = unit.kind, unit.unit, unit.has_scale
    one.value = one.value * unit.factor if one.value is not None else None
    one.low = one.low * unit.factor if one.low is not None else None
    one.high = one.high * unit.factor if one.high is not None else None


class _Table:
    """A grid with the figures of its cells."""

    def __init__(
        self, stream: TokenStream, found: list[Found], starts: list[int], grid: Grid
    ) -> None:
        self.stream, self.found, self.starts, self.grid = stream, found, starts, grid
        self.grammar: Grammar = grammar(stream.lexicon.code)
        self.inside = [[self._figures_of(cell) for cell in row] for row in grid.rows]
        """The numbers of the figures that fill each cell."""
        self.first = 1 if self._has_head() else 0
        width = max(len(row) for row in grid.rows)
        self.label_column = self._label_column(width)
        heads = grid.rows[0] if self.first else []
        self.heads = [self._head(cell) for cell in heads] + [Head()] * (width - len(heads))

    def places(self) -> Iterator[tuple[int, Place]]:
        self._lend_units()
        ways = [self._is_row_measured(column) for column in range(len(self.heads))]
        for number, row in enumerate(self.grid.rows):
            for column in range(len(row)):
                for one in self.inside[number][column]:
                    if number < self.first or self.found[one].kind in ("date", "time"):
                        continue
                    yield one, self._place(number, column, ways[column])

    # ---------------------------------------------------------------- what stands where

    def _figures_of(self, cell: Span) -> list[int]:
        """The figures in a cell, where it holds hardly anything else."""
        i, j = bisect_left(self.starts, cell.start), bisect_left(self.starts, cell.end)
        if i == j:
            return []
        beside = 0
        tokens = self.stream.tokens
        begins = bisect_left(tokens, cell.start, key=lambda token: token.start)
        covered = {k for one in self.found[i:j] for k in range(one.lead, max(one.tail, one.j))}
        for k in range(begins, len(tokens)):
            if tokens[k].start >= cell.end:
                break
            is_beside = k not in covered and tokens[k].kind in "wx"
            if is_beside and k < self.found[i].lead:
                return []  # "Ort 12": a name
            beside += is_beside
        return list(range(i, j)) if beside <= _MOST_BESIDE else []

    def _has_head(self) -> bool:
        if self.grid.has_head:
            return True
        first = self.grid.rows[0]
        i, j = bisect_left(self.starts, first[0].start), bisect_left(self.starts, first[-1].end)
        times = sum(len(self.inside[0][c]) for c in range(len(first)) if self._is_time(first[c]))
        if j - i > times or max(cell.end - cell.start for cell in first) > _LONGEST_LABEL:
            return False
        return any(figures for row in self.inside[1:] for figures in row)

    def _label_column(self, width: int) -> int:
        """The first column of words; -1 where there is none."""
        rows = range(self.first, len(self.grid.rows))
        for column in range(width):
            cells = [n for n in rows if column < len(self.grid.rows[n])]
            filled = sum(bool(self.inside[n][column]) for n in cells)
            named = sum(
                self.grid.rows[n][column].end > self.grid.rows[n][column].start for n in cells
            )
            if named > len(cells) // 2 and filled <= len(cells) // 3:
                return column
        return -1

    def _text(self, span: Span) -> str:
        return " ".join(self.stream.text[span.start : span.end].split())

    def _is_time(self, span: Span) -> bool:
        """A year, a month, a quarter: "2023", "Q3 2024", "Januar"."""
        words = re.findall(r"\w+", self._text(span).lower())
        lexicon = self.stream.lexicon
        known = lexicon.months.keys() | lexicon.weekdays.keys() | self.grammar.times
        return bool(words) and all(
            word in known or word.isdecimal() or _YEAR.fullmatch(word) or re.fullmatch(r"[qh]\d", word)
            for word in words
        ) and any(not word.isdecimal() or _YEAR.fullmatch(word) for word in words)  # fmt: skip

    # ---------------------------------------------------------------- heads and labels

    def _head(self, cell: Span) -> Head:
        text = self._text(cell)
        low = text.lower()
        words = re.findall(r"[\w-]+", low)
        if not text or len(text) > _LONGEST_LABEL:
            return Head()
        if self._is_time(cell):
            return Head(is_time=True)
        if (
            set(words) & self.grammar.head_changes
            or low[:3] in {"+/-", "±", "+/−"}
            or low[:1] == "δ"
        ):
            return Head(is_change=True)
        if (words and words[0] in self.grammar.head_ranks) or low == "#":
            return Head(is_rank=True)
        name, unit = _parted(self.stream.lexicon.code, text)
        if name.lower().strip(":") in self.grammar.head_generic | self.grammar.amount_nouns:
            name = ""
        return Head(name.rstrip(": "), unit)

    def _label(self, number: int) -> str:
        """What the row is about."""
        row = self.grid.rows[number]
        if not 0 <= self.label_column < len(row):
            return ""
        text = self._text(row[self.label_column]).rstrip(": ")
        if len(text) > _LONGEST_LABEL or len(text.split()) > _MOST_WORDS:
            return ""
        if self._is_time(row[self.label_column]):
            return ""
        return "" if text.lower() in self.grammar.totals else text

    def _lend_units(self) -> None:
        """ "Umsatz (Mio. Euro)" over "412": millions of euros."""
        for row in range(self.first, len(self.grid.rows)):
            for column, figures in enumerate(self.inside[row]):
                unit = self.heads[column].unit
                if unit is None:
                    continue
                for number in figures:
                    _lend(self.found[number], unit)

    # ---------------------------------------------------------------- row or column

    def _units(self, cells: Iterator[list[int]]) -> set[tuple[str, str]]:
        return {
            (self.found[n].kind, self.found[n].unit)
            for figures in cells for n in figures if self.found[n].kind not in ("date", "time")
        }  # fmt: skip

    def _is_row_measured(self, column: int) -> bool | None:
        """Whether the label of a row says what is measured, or the head of this column; None for unsure."""
        head = self.heads[column]
        if not head.name:
            return True
        rows = self.inside[self.first :]
        cells = [row[column] for row in rows if column < len(row)]
        if len(self._units(iter(cells))) > 1:
            return True if max(map(len, cells)) == 1 else None
        others = [c for c, other in enumerate(self.heads) if other.name and c != self.label_column]
        is_bare = self.first and not self.heads[max(0, self.label_column)].name
        if self.label_column >= 0 and is_bare and len(others) > 1:
            widths = [self._units(iter(row)) for row in rows]
            if all(len(units) <= 1 for units in widths):
                return None if len(set(map(frozenset, widths))) == 1 else True
        return False

    def _place(self, number: int, column: int, is_row: bool | None) -> Place:
        head = self.heads[column]
        label = self._label(number)
        if is_row is None or head.is_rank or column == self.label_column:
            return Place()
        if head.is_time and any(h.name for h in self.heads[self.label_column + 1 : column]):
            return Place()  # "Umsatz | 2023": of the column before, or of the row
        if head.is_change:
            measure = next((h for h in reversed(self.heads[:column]) if not h.is_change), Head())
            is_named = bool(measure.name) and self.heads.index(measure) != self.label_column
            return Place(measure.name, label, True) if is_named else Place(label, is_change=True)
        if is_row:
            return Place(label, head.name if label else "")
        return Place(head.name, label)


@lru_cache(maxsize=512)
def _parted(code: str, text: str) -> tuple[str, HeadUnit | None]:
    """A head without its unit, and the unit: "Umsatz (Mio. Euro)", "Umsatz in Mio. Euro", "%"."""
    if (unit := _unit_of(code, text)) is not None:
        return "", unit
    aside = _ASIDE.search(text)
    if aside:
        words = re.sub(r"^(?:in|en)\s+", "", aside[1])
        return text[: aside.start()], _unit_of(code, words)
    for joint in (" in ", " en ", ", "):
        name, found, words = text.rpartition(joint)
        if found and (unit := _unit_of(code, words)) is not None:
            return name, unit
    return text, None


def _unit_of(code: str, words: str) -> HeadUnit | None:
    """The unit or scale that these words are, and nothing else."""
    words = words.strip(" .")
    sign = re.match(r"(?:US|A|C)?[$€£¥]", words)
    tries = [f"2 {words}"] + ([f"{sign[0]}2{words[sign.end() :]}"] if sign else [])
    for text in tries:
        stream = TokenStream(text, tokens_of(text), lexicon(code))
        made = find_quantities(stream)
        if len(made) == 1 and made[0].i == 0 and made[0].j == len(stream.tokens):
            one = made[0]
            if one.value and (one.unit or one.has_scale):
                return HeadUnit(one.kind, one.unit, one.value / 2, one.has_scale)
    return None
