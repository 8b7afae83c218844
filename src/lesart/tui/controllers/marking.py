"""Marks as stretches of words: highlight them, move their ends, make one of several."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.text import Span
from lesart.text.shorten import shortened
from lesart.tui.controllers.note_steps import NoteRoom

if TYPE_CHECKING:
    from lesart.services.note_changes import Outcome
    from lesart.store import Store
    from lesart.tui.screens.main import Main

NO_WORDS = "There are no words in the selection, only white space."


class Marking(NoteRoom):
    """What a selection becomes, and what becomes of marks as selections."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self._fresh: Annotation | None = None
        """The highlight just made, as it is until the writer has stored it."""
        self._is_fresh_stored = False

    # ------------------------------------------------------------------ what is meant

    def words(self) -> Span | None:
        """The selected words; where only white space is selected that is told."""
        reader = self.main.reading.reader
        if reader.selection is None and reader.mode == "SELECT":
            self.tell(NO_WORDS)
        return reader.selection

    def fresh(self) -> Annotation | None:
        """The highlight that was just made, as long as the cursor was not moved on from it."""
        fresh, reading = self._fresh, self.main.reading
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

    def do_colour_1(self) -> None:
        self._colour(COLOURS[0])

    def do_colour_2(self) -> None:
        self._colour(COLOURS[1])

    def do_colour_3(self) -> None:
        self._colour(COLOURS[2])

    def do_colour_4(self) -> None:
        self._colour(COLOURS[3])

    def do_colour_5(self) -> None:
        self._colour(COLOURS[4])

    def do_highlight(self) -> None:
        """In the colour used last; a mark whose ends were moved keeps its own."""
        self._colour(None)

    def _colour(self, colour: str | None) -> None:
        reading = self.main.reading
        article, span, moved = reading.article, self.words(), reading.reader.moved
        if span is None or article is None:
            return
        if moved is not None:
            self.keep_ends(colour)
            return
        annotating = self.main.annotating
        annotating.colour = wanted = colour or annotating.colour
        reading.reader.clear_selection()
        same = [note for note in reading.annotations if note.span == span]
        there = next((note for note in same if note.colour == wanted), same[-1] if same else None)
        if there is None:
            self.highlight(article, span, (), f"Highlighted in {self._named(wanted)}.")
        elif colour is None or there.colour == colour:
            named = self._named(there.colour)
            self.tell(f"These words are in {named} already; a note on them: c, away: d.")
        else:
            says = f"Now in {self._named(colour)}; u takes it back."
            self.main.note_editing.recolour(there, colour, says)

    def _named(self, colour: str) -> str:
        meaning = self.app.config.colours.get(colour)
        return f"{colour} ({meaning})" if meaning else colour

    def highlight(self, article: Article, span: Span, tags: tuple[str, ...], says: str) -> None:
        """Put a new mark on words of the article that is shown."""
        from lesart.anchor import make_anchor

        now = int(self.app.now())
        self._is_fresh_stored = False
        self._fresh = fresh = Annotation(
            id=0, uid=str(uuid.uuid4()), article_id=article.id, tags=tags, span=span,
            anchor=make_anchor(article.text, span), colour=self.main.annotating.colour,
            revision=article.revision, created=now, changed=now,
        )  # fmt: skip

        def add(store: Store) -> Outcome:
            from lesart.services.note_changes import add_note

            return add_note(
                store, article, span, now=now, colour=fresh.colour, tags=tags, uid=fresh.uid
            )

        says = f"{says} {self._overlap(fresh) or 'u takes it back.'}"
        self.change_notes(add, "The highlight is gone.", says)

    def _overlap(self, note: Annotation) -> str:
        """A sentence where the mark shares words with others; else empty."""
        from lesart.services.merge_marks import overlapping

        others = len(overlapping(note, self.main.reading.annotations)) - 1
        if others < 1:
            return ""
        what = "another mark" if others == 1 else f"{others} other marks"
        return f"It overlaps {what}: B merges them."

    # ------------------------------------------------------------------ the ends of a mark

    def do_move_ends(self) -> None:
        """Select a mark's words again; what is selected then becomes its words."""
        reading = self.main.reading
        note = reading.note_here()
        if note is None:
            self.tell("There is no mark under the cursor (a, then ] finds the next).")
        elif note.anchor is None:
            self.tell("This note is on no words of the text; there are no ends to move.")
        elif note.span is None:
            self.tell("Its words are gone from the text: select others (v), then M puts it there.")
        else:
            reading.reader.focus()
            reading.reader.move_ends(note, note.span)
            self.tell("Move its end (o: the other one); ⏎ keeps it, esc does not.")

    def left_ends(self) -> None:
        self.tell("The mark is as it was.")

    def keep_ends(self, colour: str | None = None) -> Annotation | None:
        """Put the mark whose ends were moved on the words selected now; it, as it was before."""
        reading = self.main.reading
        article, span, note = reading.article, self.words(), reading.reader.moved
        if article is None or span is None or note is None:
            return None
        reading.reader.clear_selection()
        if colour == note.colour:
            colour = None
        if span == note.span and note.status == "ok":
            if colour is not None:
                says = f"Now in {self._named(colour)}; u takes it back."
                self.main.note_editing.recolour(note, colour, says)
            else:
                self.tell("The mark ends where it did.")
            return note
        now = self.app.now()

        def move(store: Store) -> Outcome:
            from lesart.services.note_changes import move_note

            return move_note(store, note, article, span, now=now, colour=colour)

        from dataclasses import replace

        overlap = self._overlap(replace(note, span=span))
        says = f"The mark is on these words now. {overlap or 'u takes it back.'}"
        self.change_notes(move, "The mark ends where it did.", says)
        return note

    def do_reattach(self) -> None:
        """Keep the ends that were moved; else put an orphan of this article on what is selected."""
        reading = self.main.reading
        if reading.reader.moved is not None:
            self.keep_ends()
            return
        article, span = reading.article, self.words()
        if article is None or span is None:
            return
        orphans = [note for note in reading.annotations if note.status == "orphan" and note.anchor]
        if not orphans:
            self.tell("No note of this article has lost its words.")
            return
        from lesart.tui.screens.dialogs import Choose

        def attach(index: int | None) -> None:
            if index is None:
                return
            note, now = orphans[index], self.app.now()

            def move(store: Store) -> Outcome:
                from lesart.services.note_changes import move_note

                return move_note(store, note, article, span, now=now)

            says = "The note stands on these words now; u takes it back."
            self.change_notes(move, "The note has no words again.", says)
            reading.reader.clear_selection()

        lines = [
            f"{shortened(n.anchor.exact, 60) if n.anchor else ''}  {shortened(n.note, 60)}"
            for n in orphans
        ]
        self.app.push_screen(Choose("Which note belongs here?", lines), attach)

    # ------------------------------------------------------------------ one mark of several

    def do_merge(self) -> None:
        """Make one mark of that under the cursor and those that overlap it."""
        from lesart.services.drafts import draft_of_change
        from lesart.services.merge_marks import ALONE, overlapping

        reading = self.main.reading
        note, article = reading.note_here(), reading.article
        if note is None or article is None:
            self.tell("There is no mark under the cursor (a, then ] finds the next).")
            return
        group = overlapping(note, reading.annotations)
        if len(group) < 2:
            self.tell(ALONE)
            return
        if any(draft_of_change(self.store, one) is not None for one in group):
            self.tell("A note on one of them is begun and not saved: c there, then merge.")
            return
        known, now = {one.uid for one in group}, self.app.now()

        def join(store: Store) -> Outcome:
            from lesart.services.merge_marks import merge

            return merge(store, note, article, known, now=now)

        says = f"{len(group)} marks are one now, with all notes and tags; u parts them."
        self.change_notes(join, f"{len(group)} marks again.", says)
