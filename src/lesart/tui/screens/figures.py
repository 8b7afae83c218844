"""The figures of a list's articles: sort them, see them by subject and over time, open one where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from lesart.locales.in_sentences import numeral
from lesart.query import Query
from lesart.services.asking.figures_view import (
    BATCH,
    SORTS,
    FigureRow,
    Sort,
    grouped,
    in_order,
    rows_of_articles,
)
from lesart.text.folding import fold
from lesart.translations import N_, _, ngettext
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.asking_screen import Hands, LookUp
from lesart.tui.screens.entity_lines import Look
from lesart.tui.screens.figure_lines import chart_of, details, folded, grouped_lines, list_lines
from lesart.tui.screens.filtered_screen import FilteredScreen
from lesart.tui.widgets.line_list import BLANK, LineList, remark

MOST = 3_000
"""Figures; more would only be scrolled past: the query is the way through so many."""
MOST_ARTICLES = 5_000
"""Of the list are looked through, in its order."""
_CHART_HEIGHT, _ROOM_FOR_CHART = 9, 30
_SORT_NAMES = {"date": N_("newest first"), "size": N_("largest first"), "subject": N_("by subject")}


@dataclass
class FiguresPlace:
    """How the view was left, so that the next look goes on there."""

    query: Query
    name: str
    """What the list is called."""
    filter: str = ""
    sort: Sort = "date"
    is_grouped: bool = False
    has_chart: bool | None = None
    """Whether the chart is wanted; None: with the figures of one subject together, as long as nobody says."""
    known: tuple[int, int] | None = None
    """Article and place of the figure under the cursor."""
    ids: Sequence[int] | None = None
    """The articles, as they were found: one that was read meanwhile stays in the view of the unread."""

    @property
    def wants_chart(self) -> bool:
        """Whether the chart of the lit figure's subject is to be seen."""
        return self.is_grouped if self.has_chart is None else self.has_chart


class FiguresScreen(FilteredScreen):
    """A filter line over the figures, a chart below them; they come in a few articles at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "sort", "sort", show=False, id="sort_facts"),
        Binding("t", "group", "by subject", show=False),
        Binding("c", "chart", "chart", show=False),
        Binding("i", "elsewhere", "elsewhere", show=False, id="details"),
    ]
    says_keys = N_(
        "⏎ where it stands · i elsewhere · / filter · S sort · t by subject · c chart · esc back · ? keys"
    )

    def __init__(
        self,
        look_up: LookUp,
        hands: Hands,
        look: Look,
        place: FiguresPlace,
        *,
        go: Callable[[FigureRow], None],
        compare: Callable[[FigureRow], None],
    ) -> None:
        super().__init__(look_up, hands, place)
        self._look, self._place, self._go, self._compare = look, place, go, compare
        self._rows: list[FigureRow] = []
        self._folded: list[str] = []
        """What filters look through, of as many rows as were ever looked through."""
        self._articles = 0
        self._is_done = False
        self._is_cut = False
        self._shown: Sequence[FigureRow] = ()

    def compose_above(self) -> ComposeResult:
        yield self.filter_line(_("type words of a sentence, a subject, a source"))
        yield Static("", id="chart", markup=False)

    # ------------------------------------------------------------------ the figures come in

    def fill(self) -> None:
        self._rows, self._articles, self._is_done, self._is_cut = [], 0, False, False
        self._folded = []
        query = self._place.query
        self._paint()
        if self._place.ids is not None:
            self._listed(self._place.ids)
        else:
            self.ask(lambda store: store.search.ids(query, limit=MOST_ARTICLES), self._listed)

    def _listed(self, ids: Sequence[int]) -> None:
        self._place.ids, self._is_cut = ids, len(ids) >= MOST_ARTICLES
        self._next(ids, 0)

    def _next(self, ids: Sequence[int], at: int) -> None:
        some, query = ids[at : at + BATCH], self._place.query
        if not some or len(self._rows) >= MOST:
            self._is_cut |= bool(some)
            self._is_done = True
            self._paint()
            return

        def arrived(rows: list[FigureRow]) -> None:
            self._rows += rows
            self._articles += len(some)
            if rows and (at < 4 * BATCH or not (at // BATCH) % 8):
                self._paint()
            self._next(ids, at + len(some))

        self.ask(lambda store: list(rows_of_articles(store, query, some)), arrived)

    # ------------------------------------------------------------------ the lines

    def _paint(self) -> None:
        place = self._place
        found = self._answering(fold(place.filter).split())
        if place.is_grouped:
            groups = grouped(found, place.sort)
            self._shown = [row for group in groups for row in group.rows]
            lines = grouped_lines(groups, self._look)
        else:
            self._shown = in_order(found, place.sort)
            lines = list_lines(self._shown, self._look)
        self._paint_title(len(found))
        if not lines:
            self.rows.show([BLANK, *(remark(words) for words in self._empty())])
            self._draw(None)
            return
        at = next(
            (n for n, line in enumerate(lines) if line.value and _known(line.value) == place.known),
            None,
        )
        self.rows.show(lines, at if at is not None else 0)

    def _answering(self, words: Sequence[str]) -> list[FigureRow]:
        """The rows that have all these words in whatever of their columns; each row is folded once."""
        if not words:
            return list(self._rows)
        self._folded += map(folded, self._rows[len(self._folded) :])
        both = zip(self._rows, self._folded, strict=True)
        return [row for row, known in both if all(word in known for word in words)]

    def _empty(self) -> list[str]:
        if not self._is_done:
            return [_("Looking …")]
        if self._place.filter:
            return [_("No figure here with “{filter}”.").format(filter=self._place.filter)]
        return [
            _("No figures in these articles."),
            _(
                "Figures are found when articles are analysed: open one, or run `lesart analyse --waiting`."
            ),
            _(
                "A list of other articles has others: / searches, subject:Soldaten figure>1000 narrows."
            ),
        ]

    def _paint_title(self, count: int) -> None:
        figures = ngettext("{count} figure", "{count} figures", count).format(count=numeral(count))
        articles = ngettext("of {count} article", "of {count} articles", self._articles).format(
            count=numeral(self._articles)
        )
        state = (
            _(" so far …")
            if not self._is_done
            else _(" · there are more: narrow the list")
            if self._is_cut
            else ""
        )
        order = _(_SORT_NAMES[self._place.sort])
        self.say(
            Content.assemble(
                (_("Figures") + " ", "bold $text-primary"),
                (painted(self._place.name), "bold"),
                (f"  {figures} {articles}{state} · {order}", "$text-muted"),
            )
        )

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        if not isinstance(event.value, FigureRow):
            self.say_below("")
            return
        self._place.known = _known(event.value)
        self.describe(event, details(event.value, self._look))
        self._draw(event.value)

    def _draw(self, lit: FigureRow | None) -> None:
        """The chart of the lit figure's subject, where there is room for it."""
        chart = self.query_one("#chart", Static)
        has_room = self.size.height >= _ROOM_FOR_CHART or (
            self._place.is_grouped and self.size.height >= 24
        )
        chart.display = bool(lit and self._place.wants_chart and has_room)
        if lit is not None and chart.display:
            chart.styles.height = _CHART_HEIGHT
            chart.update(
                chart_of(self._shown, lit, max(20, self.size.width - 2), _CHART_HEIGHT, self._look)
            )

    # ------------------------------------------------------------------ keys

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        if isinstance(event.value, FigureRow):
            self._go(event.value)

    def narrow(self) -> None:
        self._paint()

    def action_sort(self) -> None:
        names = cycle(SORTS)
        while next(names) != self._place.sort:
            pass
        self._place.sort = next(names)
        self._paint()

    def action_group(self) -> None:
        self._place.is_grouped = not self._place.is_grouped
        self._paint()

    def action_chart(self) -> None:
        self._place.has_chart = not self._place.wants_chart
        value = self.rows.value
        self._draw(value if isinstance(value, FigureRow) else None)
        if self._place.wants_chart and not self.query_one("#chart").display:
            self.tell(_("There is no room for a chart here; t shows one line a subject over time."))

    def action_elsewhere(self) -> None:
        if isinstance(self.rows.value, FigureRow):
            self._compare(self.rows.value)


def _known(row: FigureRow) -> tuple[int, int]:
    return row.article.id, row.figure.span.start
