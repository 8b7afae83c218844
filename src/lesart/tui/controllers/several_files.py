"""Add several things at once: articles, lists of feeds and addresses, with one summary of all."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.import_jobs import ImportJobs
from lesart.tui.controllers.import_tally import came_in

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context

_NAMED = 20
"""So many that could not be read are told; the sentence can be read in full on its key."""


@dataclass(slots=True)
class _Came:
    """What has come of all of it so far."""

    articles: str = ""
    feeds: int = 0
    problems: list[str] = field(default_factory=list)

    def words(self, reload_key: str) -> str:
        feeds = ngettext(
            "{count} feed added; {key} loads it.",
            "{count} feeds added; {key} loads them.",
            self.feeds,
        ).format(count=numeral(self.feeds), key=reload_key)
        rest = len(self.problems) - _NAMED
        more = _(" (and {rest} more)").format(rest=numeral(rest)) if rest > 0 else ""
        said = (self.articles, feeds if self.feeds else "", " ".join(self.problems[:_NAMED]) + more)
        return " ".join(filter(None, said)) or _("Already in the library.")


class SeveralFiles(Controller):
    """What was dropped on the window together, or typed behind one another."""

    def __init__(self, context: Context, children: Children, imports: ImportJobs) -> None:
        super().__init__(context)
        self._children, self._imports = children, imports

    def add(self, words: list[str], finished: Callable[[], None]) -> None:
        """Add each by what it is; one that fails stops no other."""
        self._children.run(self._add(words, finished))

    async def _add(self, words: list[str], finished: Callable[[], None]) -> None:
        from lesart.tui.background.dropped_paths import kind_of

        kinds: dict[str, list[str]] = {"feed": [], "subscriptions": [], "files": []}
        for word in words:
            kinds[kind_of(word)].append(os.path.expanduser(word))
        came = _Came()
        before = len(self.store.feeds.all())
        try:
            for path in kinds["subscriptions"]:
                await self._take_list(path, came)
            for address in kinds["feed"]:
                await self._take_address(address, came)
            came.feeds = max(0, len(self.store.feeds.all()) - before)
            if kinds["files"]:
                await self._take_files(kinds["files"], came)
        finally:
            finished()
        came.problems = [_by_name(problem, words) for problem in came.problems]
        self.tell(came.words(self.key_of("refresh_all")))

    async def _take_list(self, path: str, came: _Came) -> None:
        run = self._children.begun_again(_("The import"), "opml", "import", path)
        await self._children.answer(run, _("importing {new}").format(new=os.path.basename(path)))
        words = self._children.last_words(run, path)
        if run.child.status != 0 and words:
            came.problems.append(words)

    async def _take_address(self, address: str, came: _Came) -> None:
        run = self._children.begun_again(
            _("Adding the feed"), "add", "--json", "-", first_line=address
        )
        answer = await self._children.answer(run, _("looking for a feed"))
        if not answer.get("ok"):
            words = answer.get("error") or self._children.last_words(run, address)
            words = words or _("There is no feed there.")
            came.problems.append(f"{address}: {words}")

    async def _take_files(self, paths: list[str], came: _Came) -> None:
        tally, problem = await self._imports.brought_in(paths)
        if tally.new or tally.revised or not (tally.failures or problem):
            came.articles = came_in(tally.new, tally.revised)
        came.problems += [problem] if problem else tally.failures


def _by_name(problem: str, words: list[str]) -> str:
    """A sentence that begins with a file's name, without the folders before it."""
    for word in words:
        folder, name = os.path.split(os.path.expanduser(word))
        if name and problem.startswith(f"{folder}/{name}"):
            return problem.removeprefix(f"{folder}/")
    return problem
