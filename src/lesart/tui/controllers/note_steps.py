"""Changes of notes as steps that undo takes back: what takes one back is known once it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.store import Store
from lesart.translations import _
from lesart.tui.controllers.controller import SO_ALREADY, Controller
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.model.annotation import Annotation
    from lesart.services.note_changes import NoteChange, Outcome
    from lesart.tui.controllers.context import Context
    from lesart.tui.undo import Step


class NoteSteps(Controller):
    """A controller that changes notes."""

    def __init__(self, context: Context, reading: ReadingController) -> None:
        super().__init__(context)
        self._reading = reading

    def set_fields(self, seen: Annotation, says: str, **values: object) -> None:
        """Change what a note says, its tags or its colour."""
        from lesart.services.note_changes import Fields, edit

        wanted = Fields(**values)  # type: ignore[arg-type]
        self.apply_change(edit(seen, wanted), _("The note is as it was."), says)

    def apply_change(self, change: NoteChange, undone: str, says: str) -> None:
        """Have one change stored, as a step."""
        now = self.app.now()

        def put(store: Store) -> Outcome:
            from lesart.services.note_changes import apply

            return apply(store, change, now=now)

        self.change_notes(put, undone, says)

    def change_notes(
        self,
        job: Callable[[Store], Outcome],
        undone: str,
        says: str,
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Have the writer do `job`; the step is there at once, for a quick `u`.

        `says` is told now, `undone` when it is taken back; `failed` runs if it could not be stored.
        """
        inverse: list[tuple[NoteChange, ...]] = [()]

        def first(store: Store) -> Outcome:
            outcome = job(store)
            inverse[0] = outcome.inverse
            return outcome

        def turn() -> None:
            now = self.app.now()

            def back(store: Store) -> Outcome:
                from lesart.services.note_changes import apply_all

                outcome = apply_all(store, inverse[0], now=now)
                inverse[0] = outcome.inverse
                return outcome

            self.write(back, self._written, lambda: self.history.turn_back(step), is_by_words=True)

        def written(outcome: Outcome) -> None:
            if not outcome.inverse:
                self.history.forget(step)
                self.tell(_(SO_ALREADY))
            self._written(outcome)

        def lost() -> None:
            self.history.forget(step)
            self.tell(_("Not stored; what you wrote is kept as a draft."))
            failed()

        self.tell(says)
        self.write(first, written, lost, is_by_words=True)
        step: Step = self.history.did(undone, turn, turn)

    def _written(self, outcome: Outcome) -> None:
        """Show what is stored now, and say what is not as the reader would expect it."""
        if outcome.note is not None:
            self._reading.noted(outcome.note.article_id)
        elif self._reading.article_id is not None:
            self._reading.noted(self._reading.article_id)
        if outcome.says:
            self.tell(outcome.says)
