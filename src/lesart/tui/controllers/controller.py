"""What every controller of the main screen shares: the library, the person's ear, a way to store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from lesart.store import Store
from lesart.store.file.read_only import SAYS as READ_ONLY
from lesart.translations import N_, _
from lesart.tui.commands import key_names
from lesart.tui.undo import History
from lesart.tui.widgets.bars import FIRST_KEYS

if TYPE_CHECKING:
    from lesart.tui.background.jobs import Done, Job
    from lesart.tui.controllers.context import Context
    from lesart.tui.program import Program

Handlers = Mapping[str, Callable[[], object]]
"""Command -> what it does."""
ArgumentHandlers = Mapping[str, Callable[[str], object]]
"""Command -> what it does with what is said behind its name."""
SO_ALREADY = N_("It was so already; there is nothing to take back.")


class Controller:
    """A part of the main screen's behaviour."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def handlers(self) -> Handlers:
        """The commands that this controller does."""
        return {}

    def argument_handlers(self) -> ArgumentHandlers:
        """Those of them to which something can be said on the command line."""
        return {}

    @property
    def app(self) -> Program:
        return self.context.program

    @property
    def store(self) -> Store:
        """The screen's own connection: for reading. What is written goes through `write`."""
        return self.app.store

    @property
    def history(self) -> History:
        return self.context.history

    def write(
        self,
        job: Job,
        done: Done | None = None,
        take_back: Callable[[], None] | None = None,
        *,
        is_by_words: bool = False,
        is_silent: bool = False,
    ) -> None:
        """Have it stored. `is_by_words`: the job trusts no number of an article or note.

        `is_silent`: the person did not ask for it, and need not know that a library is read-only.
        """
        if self.store.is_read_only:

            def refuse() -> None:
                if take_back is not None:
                    take_back()
                if not is_silent:
                    self.may_write()

            self.app.call_later(refuse)
            return
        self.app.writer.write(job, done, take_back, is_by_words=is_by_words, epoch=self.store.epoch)

    def may_write(self) -> bool:
        """Whether something can be stored here; says so if not."""
        if self.store.is_read_only:
            self.tell(_(READ_ONLY))
        return not self.store.is_read_only

    def key_of(self, command: str) -> str:
        """The first key that does this command here, as it is written on keyboards."""
        found = next(c for c in self.app.commands if c.id == command)
        return key_names(found.keys.split(",")[0]) or f":{found.id}"

    def keyed(self, sentence: str, *commands: str) -> str:
        """A sentence that names keys as the registry has them, with the keys that there are now."""
        from lesart.tui.dialog_keys import in_sentence

        return in_sentence(sentence, commands, self.app.keys, FIRST_KEYS)

    def tell(self, words: str) -> None:
        """A sentence in the status line."""
        self.context.tell(words)


def handlers_of(
    controllers: Iterable[Controller], commands: Iterable[str]
) -> dict[str, Callable[[], object]]:
    """Every command with what does it; one that nobody does, or two do, is a mistake of ours."""
    return _joined((controller.handlers() for controller in controllers), commands)


def argument_handlers_of(
    controllers: Iterable[Controller], commands: Iterable[str]
) -> dict[str, Callable[[str], object]]:
    """As `handlers_of`: every command to which something can be said."""
    return _joined((controller.argument_handlers() for controller in controllers), commands)


_Does = TypeVar("_Does")


def _joined(parts: Iterable[Mapping[str, _Does]], wanted: Iterable[str]) -> dict[str, _Does]:
    found: dict[str, _Does] = {}
    twice: list[str] = []
    for part in parts:
        twice += found.keys() & part.keys()
        found |= part
    wrong = [*twice, *(found.keys() ^ set(wanted))]
    if wrong:
        raise LookupError(f"commands without exactly one method: {', '.join(sorted(wrong))}")
    return found
