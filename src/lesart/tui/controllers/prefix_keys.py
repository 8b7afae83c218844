"""Keys that are typed one after another: what was begun waits for the next key, and says what can follow.

A key may begin sequences and do something alone, too. A motion (g, z) is done at once, and taken back
where a sequence goes on from it; a command (') waits until nothing followed for a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lesart.translations import _
from lesart.tui.commands import Command, Mode, key_names
from lesart.tui.controllers.controller import Controller
from lesart.tui.key_sequences import LETTER, SequenceTable, sequences, singles
from lesart.tui.widgets.which_key import WhichKey

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from lesart.tui.controllers.context import Context

WAIT_SECONDS = 0.5
Letters = Mapping[str, Callable[[], Sequence[tuple[str, str]]]]
"""Of a command that takes a letter: the letters that mean something now, and what."""


class Pane(Protocol):
    """A pane in which a motion can be taken back."""

    @property
    def place(self) -> object: ...

    def go_back_to(self, place: object) -> None: ...


@dataclass(frozen=True, slots=True)
class Hands:
    """What a sequence may do, and ask of the pane that has the keys."""

    do: Callable[[str, str], None]
    """A command, with the letter that it takes."""
    move: Callable[[str], None]
    """A motion of the pane that has the keys, by its name."""
    motions: Callable[[], Sequence[Command]]
    """The motions of that pane, with their keys."""
    pane: Callable[[], Pane | None]


class PrefixKeys(Controller):
    """What is typed of a sequence."""

    def __init__(self, context: Context, box: WhichKey, letters: Letters, hands: Hands) -> None:
        super().__init__(context)
        self._box, self._letters, self._hands = box, letters, hands
        self._typed: tuple[str, ...] = ()
        self._mode: Mode = "LIST"
        self._table: SequenceTable[Command] = SequenceTable(())
        self._tables: dict[Mode, SequenceTable[Command]] = {}
        self._alone: Command | None = None
        """What the first key does if nothing follows."""
        self._before: object | None = None
        """Where the pane was before a motion that the first key did at once."""
        self._timer: Timer | None = None

    def take(self, event: events.Key) -> bool:
        """Whether the key belongs to a sequence; else it means what it means alone."""
        if not self._typed or self._mode != self.context.mode:
            self.forget()
            return self._begin(event.key)
        if event.key == "escape" and self._before is None:
            self.forget()
            return True
        typed = (*self._typed, event.key)
        if found := self._table.at(typed, event.character):
            self._run(*found)
            return True
        if self._table.begins(typed):
            self._wait(typed)
            return True
        was_done, keys, alone = self._before is not None, " ".join(self._typed), self._alone
        self.forget()
        if was_done and self._goes_on(event):
            return self._begin(event.key)
        if alone is not None:
            self._hands.do(alone.id, "")
            self.app.deliver_again(event)  # it may have opened a dialog
            return True
        self.tell(_("{keys} leads nowhere.").format(keys=key_names(f"{keys} {event.key}")))
        return True

    def _goes_on(self, event: events.Key) -> bool:
        """Whether a key after a motion means what it means alone.

        A letter does where it moves or begins something, too: zd is a slip, and must not delete.
        """
        if not (event.character or "").isalpha():
            return True
        is_motion = any(event.key in singles(motion.keys) for motion in self._hands.motions())
        return is_motion or self._table.begins((event.key,))

    def forget(self) -> None:
        """What was begun is not gone on with."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._typed, self._alone, self._before = None, (), None, None
        self._box.leave()

    # ------------------------------------------------------------------ beginning

    def _begin(self, key: str) -> bool:
        mode = self.context.mode
        if mode == "SEARCH":
            return False
        table = self._table_of(mode)
        if not table.begins((key,)):
            return False
        self._mode, self._table = mode, table
        is_motion = any(key in singles(motion.keys) for motion in self._hands.motions())
        if is_motion:
            pane = self._hands.pane()
            self._before = pane.place if pane is not None else ()
        else:
            self._alone = next(
                (c for c in self.app.commands if mode in c.modes and key in singles(c.keys)), None
            )
        self._wait((key,))
        return not is_motion

    def _table_of(self, mode: Mode) -> SequenceTable[Command]:
        if mode not in self._tables:
            here = (c for c in self.app.commands if mode in c.modes)
            everything = (*self._hands.motions(), *here)
            self._tables[mode] = SequenceTable(
                (way, command) for command in everything for way in sequences(command.keys)
            )
        return self._tables[mode]

    def _wait(self, typed: tuple[str, ...]) -> None:
        self._typed = typed
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.app.set_timer(WAIT_SECONDS, self._waited)

    def _waited(self) -> None:
        """Nothing has followed for a moment."""
        if self._alone is not None:
            self._run(self._alone, "")
        elif self.app.config.key_hints == "on" and self._mode == self.context.mode:
            self._box.offer(key_names(" ".join(self._typed)), self._rows(), self.app.size.width)

    def _rows(self) -> list[tuple[str, str]]:
        rows: list[tuple[str, str]] = []
        if len(self._typed) == 1 and self._before is not None:
            key = self._typed[0]
            # None where another pane, or none at all, has the keys meanwhile.
            alone = next((m for m in self._hands.motions() if key in singles(m.keys)), None)
            if alone is not None:
                rows.append((key_names(key), alone.label))
        for keys, command in self._table.after(self._typed):
            rows.append((key_names(" ".join(keys)), _first_upper(command.label)))
            if keys == (LETTER,) and command.id in self._letters:
                rows += self._letters[command.id]()
        return rows

    # ------------------------------------------------------------------ doing

    def _run(self, command: Command, letter: str) -> None:
        before, pane = self._before, self._hands.pane()
        self.forget()
        if before and pane is not None:
            pane.go_back_to(before)
        if "." in command.id:
            self._hands.move(command.id)
        else:
            self._hands.do(command.id, letter)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
