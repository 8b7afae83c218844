"""The page of one entity: names, company, notes, figures and articles; every line leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from lesart.services.asking.entity_page import WEEKS, Companion, EntityPage, SaidOf, entity_page
from lesart.store import Store
from lesart.store.tables.annotations import Noted
from lesart.store.tables.same_entities import Naming
from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted
from lesart.tui.rendering.sparkline import sparkline
from lesart.tui.screens.asking_screen import AskingScreen, LookUp
from lesart.tui.screens.entities import EntityHands
from lesart.tui.screens.entity_lines import Look, Place, headline_of, page_lines, weeks_in_words
from lesart.tui.widgets.line_list import BLANK, LineList, remark


@dataclass
class PagePlace:
    """A page, and how it was left."""

    known: int
    key: str = ""
    """Of its main name: what it is known by after names were merged or split."""
    line: int | None = None
    """The line under the cursor."""
    is_all: bool = False


class EntityPageScreen(AskingScreen):
    """One entity."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "part(1)", "next part", show=False, id="next_mark"),
        Binding("left_square_bracket", "part(-1)", "part before", show=False, id="previous_mark"),
        Binding("plus", "all", "all", show=False),
        Binding("B", "bind", "merge", show=False, id="merge"),
        Binding("minus", "split", "split", show=False),
        Binding("asterisk", "search", "its articles", show=False, id="search_mark"),
    ]
    says_keys = N_(
        "⏎ go there · ] [ parts · + all · * list · B merge · - split off · u undo · esc back · ? keys"
    )

    def __init__(
        self,
        look_up: LookUp,
        hands: EntityHands,
        look: Look,
        place: PagePlace,
        *,
        open_page: Callable[[int], None],
        go: Callable[[Place], None],
        search: Callable[[str], None],
    ) -> None:
        super().__init__(look_up, hands)
        self._entity_hands = hands
        self._look, self._place = look, place
        self._open_page, self._go, self._search = open_page, go, search
        self.page: EntityPage | None = None

    def fill(self) -> None:
        place, now = self._place, self._look.now

        def find(store: Store) -> EntityPage | None:
            known = store.same_entities.known_of(place.key) if place.key else None
            return entity_page(store, known or place.known, now=now)

        self.ask(find, self._found)

    def _found(self, page: EntityPage | None) -> None:
        self.page = page
        if page is None:
            self.say(_("No article names it any more."))
            self.rows.show([BLANK, remark(_("esc leads back."))])
            return
        self._place.known, self._place.key = page.line.known, page.names[0].entity.key
        title = [(painted(headline_of(page.line, self._look)), "bold $text-primary")]
        bars = sparkline(page.weeks, self._look.glyphs)
        weeks = f"  {bars} {weeks_in_words(WEEKS)}" if bars.strip() else ""
        self.say(Content.assemble(*title, (weeks, "$text-muted")))
        self.rows.show(page_lines(page, self._look, is_all=self._place.is_all), self._place.line)

    # ------------------------------------------------------------------ keys

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        if event.value is not None:
            self._place.line = self.rows.cursor
        sentence = event.value.sentence if isinstance(event.value, SaidOf) else ""
        self.describe(event, sentence)

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        value: Any = event.value
        match value:
            case Place():
                self._go(value)
            case SaidOf():
                self._go(Place(value.headline.id, value.figure.span))
            case Noted():
                self._go(Place(value.annotation.article_id, value.annotation.span))
            case Companion():
                self._open_page(value.known)
            case Naming():
                self._search(value.entity.name)

    def action_part(self, step: int) -> None:
        """To the first line of the next part, or of this or the one before."""
        starts = [
            at + 1
            for at, line in enumerate(self.rows.lines)
            if line is BLANK and at + 1 < len(self.rows.lines)
        ]
        here = self.rows.cursor
        if step > 0:
            self.rows.go_to(next((at for at in starts if at > here), here))
        else:
            self.rows.go_to(max((at for at in [0, *starts] if at < here - 1), default=0))

    def action_all(self) -> None:
        self._place.is_all = not self._place.is_all
        if self.page is not None:
            self._found(self.page)

    def action_bind(self) -> None:
        self._entity_hands.bind(self._place.known)

    def action_split(self) -> None:
        value = self.rows.value
        if isinstance(value, Naming):
            self._entity_hands.split(value)
        else:
            self.tell(_("Put the cursor on one of its names: - takes that one off."))

    def action_search(self) -> None:
        if self.page is not None:
            self._search(self.page.line.name)
