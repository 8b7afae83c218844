"""The entities of the library, those in most articles first: filter, choose a kind, open a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, overload

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from lesart.locales.in_sentences import numeral
from lesart.services.asking.entity_page import EntityRow, entity_rows
from lesart.services.asking.finding_entities import Waiting, found_entities, waiting
from lesart.store import Store
from lesart.store.tables.same_entities import Naming
from lesart.translations import N_, _, ngettext
from lesart.tui.screens.asking_screen import Hands, LookUp
from lesart.tui.screens.entity_lines import KINDS, Look, entity_columns, entity_parts, waiting_parts
from lesart.tui.screens.filtered_screen import FilteredScreen
from lesart.tui.widgets.line_list import BLANK, Line, LineList, remark
from lesart.tui.widgets.mark_names import marks_named

MOST = 2_000
"""More would only be scrolled past: the filter is the way through so many."""
_PAGE = 50


@dataclass
class ListPlace:
    """How the list was left, so that the next look goes on there."""

    filter: str = ""
    kind: str = ""
    known: int | None = None
    """The entity under the cursor."""


class EntityLines(Sequence[Line]):
    """A line an entity; what stands in it is looked up a page at a time, as it comes into view."""

    def __init__(self, known: Sequence[int], look: Look, wanted: Callable[[list[int]], None]):
        self.known, self._look, self._wanted = known, look, wanted
        self.rows: dict[int, EntityRow] = {}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self.known)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | Sequence[Line]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        known = self.known[index]
        return Line(lambda width: self._parts(index, width), known)

    def _parts(self, index: int, width: int):  # type: ignore[no-untyped-def]
        row = self.rows.get(self.known[index])
        if row is not None:
            return entity_parts(row, width, self._look)
        page = index // _PAGE
        if page not in self._asked:
            self._asked.add(page)
            self._wanted(list(self.known[page * _PAGE : (page + 1) * _PAGE]))
        return waiting_parts(width)


def _waiting(count: int) -> str:
    says = ngettext(
        "{count} article waits to be analysed.", "{count} articles wait to be analysed.", count
    )
    return says.format(count=numeral(count))


class EntityHands(Hands, Protocol):
    """What can be done with entities."""

    def bind(self, known: int) -> None:
        """The first of two that are one, or the second."""

    def unbind(self) -> bool:
        """Forget the first of two; False if there was none."""

    def split(self, naming: Naming) -> None:
        """This name is another entity."""


class EntitiesScreen(FilteredScreen):
    """A filter line over the list of entities."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "bind", "merge", show=False, id="merge"),
        Binding("tab", "kind(1)", "kind", show=False, priority=True),
        Binding("shift+tab", "kind(-1)", "kind", show=False, priority=True),
    ]
    says_keys = N_("⏎ its page · / filter · tab kind · B merge two · u undo · esc back · ? keys")

    def __init__(
        self,
        look_up: LookUp,
        hands: EntityHands,
        look: Look,
        place: ListPlace,
        open_page: Callable[[int], None],
    ) -> None:
        super().__init__(look_up, hands, place)
        self._entity_hands = hands
        self._look, self._place, self._open_page = look, place, open_page
        self._waiting = Waiting(0, 0)

    def compose_above(self) -> ComposeResult:
        yield self.filter_line(_("type a part of a name"))
        yield Static("", id="columns", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        width = event.size.width - 1  # the last cell is the scroll bar's
        words = "".join(part.text for part in entity_columns(width))
        self.query_one("#columns", Static).update(Content.styled(words, "$text-muted"))

    # ------------------------------------------------------------------ the lines

    def fill(self) -> None:
        place = self._place
        kind, named = place.kind, place.filter

        def find(store: Store) -> tuple[list[int], dict[int, EntityRow], Waiting]:
            known = found_entities(store, kind=kind, named=named, limit=MOST)
            at = known.index(place.known) if place.known in known else 0
            first = known[max(0, at - _PAGE) // _PAGE * _PAGE : at + _PAGE]
            return known, entity_rows(store, first, now=self._look.now), waiting(store)

        self.ask(find, self._found)

    def _found(self, found: tuple[list[int], dict[int, EntityRow], Waiting]) -> None:
        known, rows, self._waiting = found
        # What only removed articles name has no line.
        lines = EntityLines(known, self._look, self._fetch)
        lines.rows = rows
        self._paint_title(len(known))
        if not known:
            self.rows.show([BLANK, *(remark(words) for words in self._empty())])
            self.say_below("")
            return
        at = known.index(self._place.known) if self._place.known in known else 0
        self.rows.show(lines, at)

    def _fetch(self, known: list[int]) -> None:
        def arrived(rows: dict[int, EntityRow]) -> None:
            lines = self.rows.lines
            if isinstance(lines, EntityLines):
                lines.rows.update(rows)
                self.rows.paint_again()

        self.ask_beside(lambda store: entity_rows(store, known, now=self._look.now), arrived)

    def _empty(self) -> Sequence[str]:
        if self._place.filter or self._place.kind:
            what = _(KINDS[self._place.kind]) if self._place.kind else marks_named("entities", 2)
            return [
                _("No {what} with “{filter}”.").format(what=what, filter=self._place.filter)
                if self._place.filter
                else _("No {what}.").format(what=what),
                self.with_keys(_("tab shows another kind; / changes the filter."), "search"),
            ]
        if self._waiting.articles:
            return [
                _("No names yet.") + " " + _waiting(self._waiting.articles),
                _("Open one, or run `lesart analyse --waiting`; names come in as they are found."),
            ]
        return [_("No names yet."), self.with_keys(_("Add a feed or import a file (+ in the list); names are found then."), "add")]  # fmt: skip

    def _paint_title(self, count: int) -> None:
        more = _("most named ") if count >= MOST else ""
        parts: list[Content | str | tuple[str, str]] = [
            (_("Entities") + " ", "bold $text-primary"), (f"{more}{numeral(count)} ", "bold"),
        ]  # fmt: skip
        for kind, name in KINDS.items():
            parts += [
                " ",
                (f" {_(name)} ", "reverse" if kind == self._place.kind else "$text-muted"),
            ]
        left = self._waiting.articles
        parts.append((f"  {_waiting(left)}" if left else "", "$text-muted"))
        self.say(Content.assemble(*parts))

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        lines = self.rows.lines
        if event.value is None or not isinstance(lines, EntityLines):
            return
        self._place.known = event.value
        row = lines.rows.get(event.value)
        spellings = row.line.spellings if row else ()
        said = (
            _("also {names}").format(names=" · ".join(spellings[1:])) if len(spellings) > 1 else ""
        )
        self.describe(event, said)

    # ------------------------------------------------------------------ keys

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        self._open_page(event.value)

    def narrow(self) -> None:
        self.fill()

    def action_kind(self, step: int) -> None:
        kinds = list(KINDS)
        self._place.kind = kinds[(kinds.index(self._place.kind) + step) % len(kinds)]
        self.fill()

    def action_bind(self) -> None:
        if self._place.known is not None and not self.query_one(Input).has_focus:
            self._entity_hands.bind(self._place.known)

    def action_leave(self) -> None:
        if not self._entity_hands.unbind():
            super().action_leave()
