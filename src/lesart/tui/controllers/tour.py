"""A tour of six steps: each says what to press, and the next comes once it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from lesart.translations import N_, _
from lesart.tui.commands import key_names
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.rendering.cells import painted
from lesart.tui.widgets.bars import FIRST_KEYS

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context

KEY = "tour"
"""Under which the settings know that it was begun."""
_LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class _Before:
    """How things stood when a step began: it is done when they stand otherwise."""

    marks: int
    notes: int
    view: object


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, by which keys, and how one can tell that it was done."""

    title: str
    says: str
    is_done: Callable[[TourController, _Before], bool]


STEPS = (
    Step(N_("Read"), N_("{open} opens the article under the cursor; {down} and {up} move."),
         lambda tour, before: tour.context.is_reading),
    Step(N_("Facts"), N_("{next_mark} goes to the next key figure or name; they are listed beside the text. {details} tells all about one."),
         lambda tour, before: tour.is_at_a_fact),
    Step(N_("Highlight"), N_("{sentence} selects the sentence at the cursor, {highlight} highlights it; 1 to 5 take a colour."),
         lambda tour, before: tour.count_marks() > before.marks),
    Step(N_("Note"), N_("{note} writes a note on the passage under the cursor, #word in it is a tag; ctrl+s saves it."),
         lambda tour, before: tour.count_notes() > before.notes),
    Step(N_("Search"), N_("{search_all} searches all articles and notes: type a word, ⏎ goes to what was found."),
         lambda tour, before: tour.has_searched(before)),
    Step(N_("Export"), N_("{export} writes your notes for other programs: Markdown, org-mode, Zotero and more."),
         lambda tour, before: tour.was_done == "export"),
)  # fmt: skip


class TourController(Controller):
    """Shows one step after the other above the bars, until the last is done or it is left."""

    was_done: str = ""
    """The command that was done last."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        place: Container,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading, self._place = listing, reading, place
        self._number = 0
        self._before = _Before(0, 0, None)
        self._timer: Timer | None = None

    def handlers(self) -> Handlers:
        return {"tour": self.do_tour}

    @property
    def is_on(self) -> bool:
        return self._timer is not None

    def begin_once(self) -> None:
        """At the first start of a library; whoever left it is not shown it again unasked."""
        if not self.store.is_read_only and not self.store.settings.get(KEY):
            self.do_tour()

    def do_tour(self) -> None:
        """Begin the tour; while it is on, pass over the step that is shown."""
        if self.is_on:
            self._show(self._number + 1)
            return
        if not self.may_write():
            return
        if not len(self._listing.rows) and not self.context.is_reading:
            self.tell(_("The tour needs an article to read: + imports one, L shows what is read."))
            return
        self.write(lambda store: store.settings.set(KEY, "begun"), is_by_words=True, is_silent=True)
        self._timer = self._place.set_interval(_LOOK_SECONDS, self.look)
        self._show(0)

    def leave(self) -> None:
        """Away with it; what was done stays."""
        self._end(_("The tour is left; :tour begins it again, ? shows all keys."))

    def look(self) -> None:
        """Go on where the step that is shown was done."""
        if self.is_on and STEPS[self._number].is_done(self, self._before):
            self._show(self._number + 1)

    def did(self, name: str) -> None:
        """A command was done."""
        self.was_done = name
        self.look()

    # ------------------------------------------------------------------ what was done

    @property
    def is_at_a_fact(self) -> bool:
        return self.context.is_reading and (
            self._reading.reader.current is not None or self.context.mode == "FACTS"
        )

    def count_marks(self) -> int:
        return len(self._reading.annotations)

    def count_notes(self) -> int:
        return sum(bool(note.note) for note in self._reading.annotations)

    def has_searched(self, before: _Before) -> bool:
        """Whether another list is there and the keys are in it."""
        return self.context.mode == "LIST" and self._listing.view != before.view

    # ------------------------------------------------------------------ showing

    def _show(self, number: int) -> None:
        if number >= len(STEPS):
            self._end(_("That was the tour: ? shows all keys, :tour begins it again."))
            return
        self._number, self.was_done = number, ""
        self._before = _Before(self.count_marks(), self.count_notes(), self._listing.view)
        step = STEPS[number]
        head = f"{number + 1}/{len(STEPS)} {_(step.title)}"
        words = Content.assemble(
            (f" {head} ", "bold reverse"), " ", painted(_(step.says).format(**self._keys())),
            ("  " + _("esc ends the tour, :tour passes over this step."), "$text-muted"),
        )  # fmt: skip
        bars = self._place.query(Static)
        if bars:
            bars.first().update(words)
        else:
            self._place.mount(Static(words, markup=False))
        self._place.display = True

    def _end(self, words: str) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._place.display = False
        self.tell(words)

    def _keys(self) -> dict[str, str]:
        """The keys that are named, as they are on this reader's keyboard."""
        own = FIRST_KEYS | dict(self.app.keys)
        motions = {
            "down": "list.down", "up": "list.up", "next_mark": "reader.next_mark",
            "sentence": "reader.select_sentence",
        }  # fmt: skip
        named = {name: key_names(own[id].split(",")[0]) for name, id in motions.items()}
        commands = ("open", "details", "highlight", "note", "search_all", "export")
        return named | {command: self.key_of(command) for command in commands}
