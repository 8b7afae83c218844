"""Marks as stretches of words: highlight them, move their ends, make one of several."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.text import Span
from lesart.text.shorten import shortened
from lesart.translations import _, ngettext
from lesart.tui.controllers.controller import ArgumentHandlers, Handlers
from lesart.tui.controllers.last_action import Extent, LastColour, LastMark, LastTags
from lesart.tui.controllers.note_steps import NoteSteps
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.model.entity import Entity
    from lesart.model.figure import Figure
    from lesart.services.note_changes import Outcome
    from lesart.store import Store
    from lesart.tui.controllers.context import Context


class Marking(NoteSteps):
    """What a selection becomes, and what becomes of marks as selections."""

    def __init__(self, context: Context, reading: ReadingController) -> None:
        super().__init__(context, reading)
        self.colour = COLOURS[0]
        """The one used last."""
        self.last: LastMark | LastTags | LastColour | None = None
        """What can be done once more."""
        self._fresh: Annotation | None = None
        """The highlight just made, as it is until the writer has stored it."""
        self._is_fresh_stored = False

    # ------------------------------------------------------------------ what is meant

    def note_here(self) -> Annotation | None:
        """The note in the panel's or under the text's cursor."""
        reading = self._reading
        fact = reading.fact()
        if isinstance(fact, Annotation) and self.context.mode == "FACTS":
            return fact
        fresh = self.fresh()
        if fresh is not None:
            return fresh
        return fact if isinstance(fact, Annotation) else reading.reader.marks_here()[2]

    def note_or_fact(self) -> Figure | Entity | Annotation | None:
        """What a note is written on: the figure or name one jumped to, else first of all a mark."""
        if self.context.mode != "FACTS" and self._reading.reader.current is None:
            return self.note_here() or self._reading.fact()
        return self._reading.fact()

    def fresh(self) -> Annotation | None:
        """The highlight that was just made, as long as the cursor was not moved on from it."""
        fresh, reading = self._fresh, self._reading
        if fresh is None or fresh.span is None or reading.article_id != fresh.article_id:
            return None
        if reading.reader.cursor != fresh.span.start or reading.reader.current is not None:
            return None
        stored = next((note for note in reading.annotations if note.uid == fresh.uid), None)
        if stored is not None:
            self._is_fresh_stored = True
        return None if stored is None and self._is_fresh_stored else stored or fresh

    def forget_fresh(self) -> None:
        """It may be gone by now."""
        self._fresh = None

    # ------------------------------------------------------------------ highlights

    def handlers(self) -> Handlers:
        colours = {
            f"colour_{number}": partial(self._colour, colour)
            for number, colour in enumerate(COLOURS, 1)
        }
        return {
            **colours,
            "colour": self.do_colour,
            "highlight": self.do_highlight,
            "leave_selection": self.do_leave_selection,
            "move_ends": self.do_move_ends,
            "reattach": self.do_reattach,
            "merge": self.do_merge,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"colour": self.use_colour}

    def do_colour(self) -> None:
        """Ask which colour, and use it."""
        from lesart.tui.screens.dialogs import Choose

        def use(index: int | None) -> None:
            if index is not None:
                self.use_colour(COLOURS[index])

        self.app.push_screen(Choose(_("Colour"), [self._named(c) for c in COLOURS]), use)

    def use_colour(self, name: str) -> None:
        """Highlight what is selected in this colour, or give it to the mark under the cursor."""
        colour = self._colour_called(name)
        if colour is None:
            self.tell(
                _("There is no colour “{name}”; there are {named}.").format(
                    name=name, named=", ".join(map(self._named, COLOURS))
                )
            )
        elif self.context.mode == "SELECT":
            self._colour(colour)
        elif not self.context.is_reading or (note := self.note_here()) is None:
            self.tell(
                self.keyed(
                    _("Select words first (v), or put the cursor on a mark of yours."),
                    "reader.select",
                )
            )
        else:
            self.recolour(note, colour)

    def _colour_called(self, name: str) -> str | None:
        """By its name or by what it means to the reader."""
        meanings = {v.casefold(): k for k, v in self.app.config.colours.items()}
        wanted = name.casefold().strip()
        return wanted if wanted in COLOURS else meanings.get(wanted)

    def recolour(self, note: Annotation, colour: str) -> None:
        """Give a mark another colour."""
        self.colour, self.last = colour, LastColour(colour)
        self.set_fields(
            note,
            self.keyed(_("Now in {colour}; u takes it back."), "undo").format(
                colour=self._named(colour)
            ),
            colour=colour,
        )

    def do_highlight(self) -> None:
        """In the colour used last; a mark whose ends were moved keeps its own."""
        self._colour(None)

    def _colour(self, colour: str | None) -> None:
        reading = self._reading
        article, span, moved = reading.article, reading.selected(), reading.reader.moved
        if span is None or article is None:
            return
        if moved is not None:
            self.keep_ends(colour)
            return
        reading.reader.clear_selection()
        self.mark(span, colour)

    def mark(self, span: Span, colour: str | None, tags: tuple[str, ...] = ()) -> None:
        """Put these words of the open article in a colour (None: the one used last), with tags."""
        reading, article = self._reading, self._reading.article
        if article is None:
            return
        reading.reader.clear_selection()
        self.colour = wanted = colour or self.colour
        same = [note for note in reading.annotations if note.span == span]
        there = next((note for note in same if note.colour == wanted), same[-1] if same else None)
        if there is None:
            self.highlight(
                article, span, tags, _("Highlighted in {named}.").format(named=self._named(wanted))
            )
        elif not set(tags) <= set(there.tags):
            merged = tuple(dict.fromkeys((*there.tags, *tags)))
            says = self.keyed(_("{named} and {tags}; u takes it back."), "undo").format(
                named=self._named(wanted), tags=" ".join(f"#{tag}" for tag in merged)
            )
            self.set_fields(there, says, colour=wanted, tags=merged)
        elif colour is None or there.colour == colour:
            named = self._named(there.colour)
            self.tell(
                self.keyed(
                    _("These words are in {named} already; a note on them: c, away: d."),
                    "note",
                    "delete",
                ).format(named=named)
            )
        else:
            self.recolour(there, colour)

    def _named(self, colour: str) -> str:
        meaning = self.app.config.colours.get(colour)
        return f"{_(colour)} ({meaning})" if meaning else _(colour)

    def highlight(self, article: Article, span: Span, tags: tuple[str, ...], says: str) -> None:
        """Put a new mark on words of the article that is shown."""
        from lesart.anchor import make_anchor

        now = int(self.app.now())
        self.last = LastMark(self.colour, tags, Extent.of(article.text, span))
        self._is_fresh_stored = False
        self._fresh = fresh = Annotation(
            id=0, uid=str(uuid.uuid4()), article_id=article.id, tags=tags, span=span,
            anchor=make_anchor(article.text, span), colour=self.colour,
            revision=article.revision, created=now, changed=now,
        )  # fmt: skip

        def add(store: Store) -> Outcome:
            from lesart.services.note_changes import add_note

            return add_note(
                store, article, span, now=now, colour=fresh.colour, tags=tags, uid=fresh.uid
            )

        says = says + " " + (self._overlap(fresh) or self.keyed(_("u takes it back."), "undo"))
        self.change_notes(add, _("The highlight is gone."), says)

    def _overlap(self, note: Annotation) -> str:
        """A sentence where the mark shares words with others; else empty."""
        from lesart.services.merge_marks import overlapping

        others = len(overlapping(note, self._reading.annotations)) - 1
        if others < 1:
            return ""
        return self.keyed(
            ngettext(
                "It overlaps another mark: B merges them.",
                "It overlaps {count} other marks: B merges them.",
                others,
            ),
            "merge",
        ).format(count=numeral(others))

    # ------------------------------------------------------------------ the ends of a mark

    def do_move_ends(self) -> None:
        """Select a mark's words again; what is selected then becomes its words."""
        reading = self._reading
        note = self.note_here()
        if note is None:
            self.tell(
                self.keyed(
                    _("There is no mark under the cursor (a, then ] finds the next)."),
                    "notes",
                    "reader.next_mark",
                )
            )
        elif note.anchor is None:
            self.tell(_("This note is on no words of the text; there are no ends to move."))
        elif note.span is None:
            self.tell(
                self.keyed(
                    _("Its words are gone from the text: select others (v), then M puts it there."),
                    "reader.select",
                    "reattach",
                )
            )
        else:
            reading.reader.focus()
            reading.reader.move_ends(note, note.span)
            self.tell(_("Move its end (o: the other one); ⏎ keeps it, esc does not."))

    def left_ends(self) -> None:
        self.tell(_("The mark is as it was."))

    def do_leave_selection(self) -> None:
        reader = self._reading.reader
        if reader.moved is not None:
            self.left_ends()
        reader.clear_selection()

    def keep_ends(self, colour: str | None = None) -> Annotation | None:
        """Put the mark whose ends were moved on the words selected now; it, as it was before."""
        reading = self._reading
        article, span, note = reading.article, reading.selected(), reading.reader.moved
        if article is None or span is None or note is None:
            return None
        reading.reader.clear_selection()
        if colour == note.colour:
            colour = None
        if span == note.span and note.status == "ok":
            if colour is not None:
                says = self.keyed(_("Now in {named}; u takes it back."), "undo").format(
                    named=self._named(colour)
                )
                self.set_fields(note, says, colour=colour)
            else:
                self.tell(_("The mark ends where it did."))
            return note
        now = self.app.now()

        def move(store: Store) -> Outcome:
            from lesart.services.note_changes import move_note

            return move_note(store, note, article, span, now=now, colour=colour)

        from dataclasses import replace

        overlap = self._overlap(replace(note, span=span))
        says = _("The mark is on these words now. {overlap}").format(
            overlap=overlap or self.keyed(_("u takes it back."), "undo")
        )
        self.change_notes(move, _("The mark ends where it did."), says)
        return note

    def do_reattach(self) -> None:
        """Keep the ends that were moved; else put an orphan of this article on what is selected."""
        reading = self._reading
        if reading.reader.moved is not None:
            self.keep_ends()
            return
        article, span = reading.article, reading.selected()
        if article is None or span is None:
            return
        orphans = [note for note in reading.annotations if note.status == "orphan" and note.anchor]
        if not orphans:
            self.tell(_("No note of this article has lost its words."))
            return
        from lesart.tui.screens.dialogs import Choose

        def attach(index: int | None) -> None:
            if index is None:
                return
            note, now = orphans[index], self.app.now()

            def move(store: Store) -> Outcome:
                from lesart.services.note_changes import move_note

                return move_note(store, note, article, span, now=now)

            says = self.keyed(_("The note stands on these words now; u takes it back."), "undo")
            self.change_notes(move, _("The note has no words again."), says)
            reading.reader.clear_selection()

        lines = [
            f"{shortened(n.anchor.exact, 60) if n.anchor else ''}  {shortened(n.note, 60)}"
            for n in orphans
        ]
        self.app.push_screen(Choose(_("Which note belongs here?"), lines), attach)

    # ------------------------------------------------------------------ one mark of several

    def do_merge(self) -> None:
        """Make one mark of that under the cursor and those that overlap it."""
        from lesart.services.drafts import draft_of_change
        from lesart.services.merge_marks import ALONE, overlapping

        reading = self._reading
        note, article = self.note_here(), reading.article
        if note is None or article is None:
            self.tell(
                self.keyed(
                    _("There is no mark under the cursor (a, then ] finds the next)."),
                    "notes",
                    "reader.next_mark",
                )
            )
            return
        group = overlapping(note, reading.annotations)
        if len(group) < 2:
            self.tell(_(ALONE))
            return
        if any(draft_of_change(self.store, one) is not None for one in group):
            self.tell(_("A note on one of them is begun and not saved: c there, then merge."))
            return
        known, now = {one.uid for one in group}, self.app.now()

        def join(store: Store) -> Outcome:
            from lesart.services.merge_marks import merge

            return merge(store, note, article, known, now=now)

        says = self.keyed(
            ngettext(
                "{count} mark is one now, with all notes and tags; u parts them.",
                "{count} marks are one now, with all notes and tags; u parts them.",
                len(group),
            ),
            "undo",
        ).format(count=numeral(len(group)))
        self.change_notes(
            join,
            ngettext("{count} mark again.", "{count} marks again.", len(group)).format(
                count=numeral(len(group))
            ),
            says,
        )
