"""The last highlight, tag or colour once more, on what is under the cursor now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.model.text import Span
from lesart.translations import N_, _
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.last_action import LastColour, LastMark, LastTags
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.marking import Marking
from lesart.tui.controllers.note_editing import NoteEditing
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context

_NOTHING = N_("Nothing was highlighted, tagged or coloured yet.")


class Repeating(Controller):
    """What `.` does."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        marking: Marking,
        note_editing: NoteEditing,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading = listing, reading
        self._marking, self._note_editing = marking, note_editing

    def handlers(self) -> Handlers:
        return {"repeat": self.do_repeat, "repeat_in_list": self.do_repeat_in_list}

    def do_repeat(self) -> None:
        last = self._marking.last
        if last is None:
            self.tell(_(_NOTHING))
        elif self.context.mode == "SELECT":
            self._on_selection(last)
        elif isinstance(last, LastMark):
            self._mark_again(last)
        elif isinstance(last, LastTags):
            self._note_editing.add_tags(last.tags)
        elif (note := self._marking.note_here()) is None:
            self.tell(
                self.keyed(
                    _(
                        "There is no annotation under the cursor to colour (a, then ] finds the next)."
                    ),
                    "notes",
                    "reader.next_mark",
                )
            )
        else:
            self._marking.recolour(note, last.colour)

    def do_repeat_in_list(self) -> None:
        last = self._marking.last
        tags = last.tags if isinstance(last, (LastMark, LastTags)) else ()
        if tags:
            self._note_editing.add_tags(tags)
        else:
            self.tell(_("Nothing was tagged yet.") if last else _(_NOTHING))

    def _on_selection(self, last: LastMark | LastTags | LastColour) -> None:
        span = self._reading.selected()
        if span is None:
            return
        colour = last.colour if isinstance(last, (LastMark, LastColour)) else None
        tags = last.tags if isinstance(last, (LastMark, LastTags)) else ()
        self._marking.mark(span, colour, tags)

    def _mark_again(self, last: LastMark) -> None:
        """As many words from the cursor on as were marked then, or its whole sentence or paragraph."""
        article, reader = self._reading.article, self._reading.reader
        if article is None or not article.text:
            return
        span = last.extent.at(article.text, reader.cursor)
        reader.jump_to(Span(span.start, span.end))
        self._marking.mark(span, last.colour, last.tags)
