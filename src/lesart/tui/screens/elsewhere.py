"""One figure and what other articles say of the same thing: verdict, reason, sentence beside sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from lesart.locales.in_sentences import numeral
from lesart.model.figure import Figure
from lesart.services.asking.same_figure import Elsewhere, same_figure_elsewhere
from lesart.store import Store
from lesart.translations import N_, _, ngettext
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.screens.entity_lines import Look
from lesart.tui.screens.figure_lines import VERDICTS, beside, elsewhere_parts, value_of
from lesart.tui.widgets.line_list import BLANK, Line, LineList, remark

_MOST = 30


class Here(NamedTuple):
    """The figure that others are compared with."""

    article_id: int
    title: str
    figure: Figure
    sentence: str


class ElsewhereScreen(AskingScreen):
    """The others as lines, contradictions first; both sentences below them."""

    BINDINGS: ClassVar[list[BindingType]] = []
    says_keys = N_("⏎ open it there · j k next · esc back · ? keys")

    def __init__(
        self, look_up: LookUp, hands: Hands, look: Look, here: Here, go: Callable[[Elsewhere], None]
    ) -> None:
        super().__init__(look_up, hands)
        self._look, self._here, self._go = look, here, go
        self._lit: Elsewhere | None = None

    def compose_above(self) -> ComposeResult:
        yield Static("", id="pair", markup=False)

    def fill(self) -> None:
        here = self._here

        def find(store: Store) -> list[Elsewhere]:
            article = store.articles.get(here.article_id)
            if article is None:
                return []
            return same_figure_elsewhere(store, article, here.figure, limit=_MOST)

        self.rows.show([BLANK, remark(_("Looking …"))])
        self._paint_title(None)
        self.ask(find, self._found)

    def _found(self, others: list[Elsewhere]) -> None:
        self._paint_title(len(others))
        if others:
            self.rows.show([Line(elsewhere_parts(other, self._look), other) for other in others], 0)
            return
        self.rows.show([
            BLANK,
            remark(_("No other article says how many of the same thing.")),
            remark(_("Compared is what has the same subject and unit, and shares a name, a place or the time.")),
        ])  # fmt: skip

    def _paint_title(self, count: int | None) -> None:
        figure = self._here.figure
        subject = self._look.formats.subject(figure)
        found = "" if count is None else ngettext(
            "{count} other article", "{count} other articles", count
        ).format(count=numeral(count))  # fmt: skip
        self.say(
            Content.assemble(
                (_("The same figure elsewhere") + "  ", "bold $text-primary"),
                (
                    painted(f"{value_of(figure, self._look)} {subject}".strip()),
                    "bold $text-warning",
                ),
                (painted(f"  {' '.join(self._here.title.split())}  "), ""),
                (found, "$text-muted"),
            )
        )

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        self._lit = event.value if isinstance(event.value, Elsewhere) else None
        self._paint_pair()

    def on_resize(self) -> None:
        self._paint_pair()

    def _paint_pair(self) -> None:
        pair, other = self.query_one("#pair", Static), self._lit
        pair.display = other is not None
        if other is None:
            return
        verdict, why, _how = other.comparison
        pair.styles.padding = (1, 1)
        pair.styles.height = "auto"
        pair.update(
            Content("\n").join([
                Content.assemble((_(verdict), VERDICTS[verdict][1]), "  ", (painted(why), "$text-muted")),
                Content(""),
                beside(self._here.sentence, other.sentence, max(20, self.size.width - 2)),
            ])
        )  # fmt: skip

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        if isinstance(event.value, Elsewhere):
            self._go(event.value)
