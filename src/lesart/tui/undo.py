"""What was done, so that it can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MOST = 200


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One thing a person did, with how to take it back and how to do it again."""

    says: str
    """What it was, for the status line: "3 marked read"."""
    undo: Callable[[], None]
    redo: Callable[[], None]


class History:
    """The steps of this session, the last on top."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def did(self, says: str, undo: Callable[[], None], redo: Callable[[], None]) -> Step:
        """Remember a step; what was undone before it can no longer be done again."""
        step = Step(says, undo, redo)
        self._done.append(step)
        del self._done[:-MOST]
        self._undone.clear()
        return step

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done since the program was opened, nor taken back."""
        return not self._done and not self._undone

    def forget(self, step: Step) -> None:
        """It came to nothing: there is nothing to take back, nor to do again."""
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)

    def turn_back(self, step: Step) -> None:
        """Taking it back, or doing it again, failed: it is where it was."""
        for here, there in ((self._done, self._undone), (self._undone, self._done)):
            if step in here:
                here.remove(step)
                there.append(step)
                return

    def clear(self) -> None:
        """Nothing that was done can be taken back any more."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last step back and tell which; None if there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        step.undo()
        self._undone.append(step)
        return step.says

    def redo(self) -> str | None:
        """Do the step undone last again and tell which; None if there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        step.redo()
        self._done.append(step)
        return step.says
