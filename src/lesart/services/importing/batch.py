"""Store what was read some together: that costs a third of one after another, and others wait a moment only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from lesart.model.article import Draft
from lesart.services.outcomes import AlreadyThere, Outcome
from lesart.services.turn import Turn
from lesart.store import Store
from lesart.text.stretches import stretches_of

_MOST, _LARGEST, _LONGEST_WAIT = 50, 1_000_000, 0.2
"""Articles, characters and seconds that are waited for before what was read is stored."""


class Batch:
    """Articles that were read and wait to be stored."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._intake = store.index_maintenance.intake()
        self._waiting: list[Callable[[], Outcome]] = []
        self._stretches: dict[bytes, None] = {}
        """What the words of all that waits are made of; a job's files share theirs."""
        self._unknown: list[tuple[str, str]] = []
        """Titles and texts that came without."""
        self._size = 0
        self._since = 0.0

    def add(self, keep: Callable[[], Outcome], draft: Draft, stretches: bytes = b"") -> bool:
        """Take one, with what stores it; whether they should be stored now.

        `stretches`: what its words are made of (`text.stretches`), where somebody knows.
        """
        if not self._waiting:
            self._since = monotonic()
        self._waiting.append(keep)
        self._size += len(draft.text)
        if stretches:
            self._stretches[stretches] = None
        else:
            self._unknown.append((draft.title, draft.text))
        is_late = monotonic() - self._since > _LONGEST_WAIT
        return is_late or len(self._waiting) >= _MOST or self._size > _LARGEST

    def stored(self) -> Iterator[Outcome]:
        """Store them, and say so of each once it is; a transaction lasts a moment, as others wait."""
        with self._telling():
            yield from self._stored()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Have the words listed of what is known, so that nobody has to read the texts again for it."""
        known, self._stretches = self._stretches, {}
        unknown, self._unknown = self._unknown, []
        if not known:
            yield
            return
        others = stretches_of(unknown)  # a long file among many
        with self._store.vocabulary.telling(b" ".join([*known, *others])):
            yield

    def _stored(self) -> Iterator[Outcome]:
        left, self._waiting, self._size = self._waiting, [], 0
        while left:
            done: list[Outcome] = []
            turn = Turn()
            with self._store.articles.together():
                for keep in left:
                    done.append(keep())
                    if turn.is_over:
                        break
            left = left[len(done) :]
            self._intake.has_stored(sum(not isinstance(o, AlreadyThere) for o in done))
            yield from done
