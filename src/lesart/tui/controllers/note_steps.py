"""Changes of notes as steps that undo takes back: what takes one back is known once it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.store import Store
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.services.note_changes import NoteChange, Outcome
    from lesart.tui.undo import Step


SO_ALREADY = "It was so already; there is nothing to take back."


class NoteRoom(Controller):
    """A controller that changes notes."""

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
                self.tell(SO_ALREADY)
            self._written(outcome)

        def lost() -> None:
            self.history.forget(step)
            self.tell("Not stored; what you wrote is kept as a draft.")
            failed()

        self.tell(says)
        self.write(first, written, lost, is_by_words=True)
        step: Step = self.history.did(undone, turn, turn)

    def _written(self, outcome: Outcome) -> None:
        """Show what is stored now, and say what is not as the reader would expect it."""
        if outcome.note is not None:
            self.main.reading.noted(outcome.note.article_id)
        elif self.main.reading.article_id is not None:
            self.main.reading.noted(self.main.reading.article_id)
        if outcome.says:
            self.tell(outcome.says)
