"""What a search found in each row's text, asked for as rows are painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lesart.model.snippet import Snippet

_KEPT = 2000


class RowHits:
    """Snippets by article; those that a painted row lacks are asked for together."""

    def __init__(self) -> None:
        self.ask: Callable[[list[int]], None] | None = None
        """Told which are wanted; answers some time by `put`. None: nothing was searched for."""
        self._found: dict[int, Snippet | None] = {}
        self._wanted: set[int] = set()

    def begin(self, ask: Callable[[list[int]], None] | None) -> None:
        """Another search, or none."""
        self.ask = ask
        self._found.clear()
        self._wanted.clear()

    def of(self, article_id: int) -> Snippet | None:
        """What is known by now; whatever is not is wanted from now on."""
        if self.ask is not None and article_id not in self._found:
            self._wanted.add(article_id)
        return self._found.get(article_id)

    @property
    def is_wanting(self) -> bool:
        return bool(self._wanted)

    def ask_for_wanted(self) -> None:
        """Ask for all that painting missed, once."""
        wanted, self._wanted = sorted(self._wanted), set()
        if self.ask is not None and wanted:
            if len(self._found) > _KEPT:
                self._found.clear()
            self._found.update(dict.fromkeys(wanted))
            self.ask(wanted)

    def put(self, ids: Iterable[int], found: Mapping[int, Snippet]) -> None:
        """The answer for these articles."""
        for article_id in ids:
            self._found[article_id] = found.get(article_id)
