"""Add feeds, reload them, and say which failed; child processes do the visiting."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.text.urls import without_secrets
from lesart.translations import _, ngettext
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.import_jobs import ImportJobs
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.several_files import SeveralFiles
from lesart.tui.controllers.source_removals import SourceRemovals
from lesart.tui.controllers.sources import SourcesController
from lesart.tui.controllers.streaming import Streaming

if TYPE_CHECKING:
    from lesart.tui.background.child import Child
    from lesart.tui.controllers.context import Context


_LOOK_SECONDS = 60.0
"""How often is looked whether a feed is due that the reader gave a rhythm."""


@dataclass
class _Refreshed:
    """What came of the feeds that were visited so far."""

    done: set[str] = field(default_factory=set)
    new: int = 0
    failed: int = 0


class FeedJobController(Controller):
    """Feeds, as far as the screen has to do with them."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        sources: SourcesController,
        children: Children,
        analysis: AnalysisJobs,
        imports: ImportJobs,
        several: SeveralFiles,
        streaming: Streaming,
        removals: SourceRemovals,
    ) -> None:
        super().__init__(context)
        self._listing, self._sources, self._children = listing, sources, children
        self._analysis, self._imports, self._streaming = analysis, imports, streaming
        self._removals, self._several = removals, several
        self.failed = 0

    def handlers(self) -> Handlers:
        return {
            "add": self.do_add,
            "refresh_all": self.do_refresh_all,
            "refresh_feed": self.do_refresh_feed,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"add": self.add}

    def begin(self) -> None:
        """After the first frame: feeds that the reader gave a rhythm are visited in it."""
        self._visit_due()
        self.app.set_interval(_LOOK_SECONDS, self._visit_due)

    # ------------------------------------------------------------------ adding

    def add(self, what: str) -> None:
        """Add what an address or path names."""
        if self.may_write():
            self._added(what)

    def do_add(self) -> None:
        self._ask(self._children.unfinished)

    def dropped(self, text: str) -> None:
        """Something was pasted, or dropped on the window: what can be added is offered."""
        from lesart.tui.background.dropped_paths import dropped, one_line

        if found := dropped(text):
            self._ask(one_line(found))

    def _ask(self, value: str) -> None:
        if not self.may_write():
            return
        from lesart.tui.screens.dialogs import Ask

        hint = _(
            "https://… of a feed or any page · a file or folder · an OPML file · several, each in quotes"
        )
        line = Ask(_("Add a feed, or import"), value, (), hint, is_path=True, is_replaced=True)
        self.app.push_screen(line, self._added)

    def _added(self, answer: str | None) -> None:
        if not answer:
            return
        from lesart.tui.background.dropped_paths import dropped, is_there, kind_of

        several = [] if is_there(answer) else dropped(answer)
        if len(several) > 1:
            self._add_several(several)
            return
        kind = kind_of(answer)
        if kind == "feed":
            self._children.run(self._add(answer))
        elif kind == "subscriptions":
            self._children.run(self._opml(os.path.expanduser(answer)))
        else:
            self._imports.import_paths([os.path.expanduser(answer)])

    async def _add(self, url: str) -> None:
        source = self._sources.under_cursor() if self.context.mode == "SOURCES" else None
        folder = source.folder if source is not None and source.folder else ""
        into = ["--folder", folder] if folder else []
        run = self._children.begun_again(
            _("Adding the feed"), "add", "--json", *into, "-", first_line=url
        )
        before = self._known()
        answer = await self._children.answer(run, _("looking for a feed"))
        last_words = self._children.last_words(run, url)
        choices = answer.get("choices") or []
        if choices:
            from lesart.tui.screens.dialogs import Choose

            def chosen(index: int | None) -> None:
                if index is not None:
                    self._children.run(self._add(str(choices[index].get("url", ""))))

            lines = [f"{c.get('title', '')}  {c.get('url', '')}" for c in choices]
            self.app.push_screen(Choose(_("This page offers several feeds"), lines), chosen)
            return
        if answer.get("ok"):
            count = len(answer.get("entries", []))
            says = ngettext("Added: {count} article.", "Added: {count} articles.", count)
            self.tell(f"{says.format(count=numeral(count))} {answer.get('note') or ''}".rstrip())
            self._listing.again()
            self._sources.paint()
            self._added_since(before)
            self._analysis.want()
        else:
            why = answer.get("error") or last_words or _("There is no feed there.")
            self._children.unfinished = url
            self.tell(f"{why[:1].upper()}{why[1:]} ({without_secrets(url)})")

    def _add_several(self, words: list[str]) -> None:
        before = self._known()

        def finished() -> None:
            self._listing.again()
            self._sources.paint()
            self._added_since(before)
            self._analysis.want()

        self._several.add(words, finished)

    async def _opml(self, path: str) -> None:
        before = self._known()
        run = self._children.begun_again(_("The import"), "opml", "import", path)
        await self._children.answer(run)
        self.tell(
            self._children.last_words(run, path)
            or self.keyed(_("Imported. R loads the feeds."), "refresh_all")
        )
        self._sources.paint()
        self._added_since(before)

    def _known(self) -> set[int]:
        return {feed.id for feed in self.store.feeds.all()}

    def _added_since(self, known: set[int]) -> None:
        """What came in is a step that `u` takes back."""
        self._removals.added([feed for feed in self.store.feeds.all() if feed.id not in known])

    # ------------------------------------------------------------------ reloading

    def do_refresh_all(self) -> None:
        if self.may_write():
            self._children.run(self._refresh([]))

    def do_refresh_feed(self) -> None:
        if not self.may_write():
            return
        source = self._sources.meant()
        feeds = self._sources.feeds_of(source) if source is not None else []
        if source is not None and source.is_folder:
            feeds = [feed for feed in feeds if not feed.is_paused and not feed.is_gone]
        if not feeds:
            self.tell(
                self.keyed(_("This article has no feed; R reloads all feeds."), "refresh_all")
                if source is None
                else self.keyed(_("No feed is visited here; R reloads all feeds."), "refresh_all")
            )
            return
        self.visit([feed.id for feed in feeds])

    def visit(self, feeds: Sequence[int], done: Callable[[str], None] | None = None) -> None:
        """Visit these; `done` is given what was told of it."""

        async def work() -> None:
            told = await self._refresh([str(feed_id) for feed_id in feeds])
            if done is not None:
                done(told)

        self._children.run(work())

    @property
    def _is_reloading(self) -> bool:
        return self._children.progress.startswith("⟳")

    def _visit_due(self) -> None:
        """Nobody asked this moment: nothing is told where nothing is new."""
        if self.store.is_read_only or self._is_reloading or not self.context.holds():
            return
        due = [str(f.id) for f in self.store.feeds.due(int(self.app.now())) if f.every]
        if due:
            self._children.run(self._refresh(due, is_asked=False))

    async def _refresh(self, feeds: list[str], *, is_asked: bool = True) -> str:
        """Visit feeds, all if none are named; gives what is told of it."""
        problem = _("A reload is running already.") if self._is_reloading else ""
        if not problem and not self.store.feeds.all():
            problem = _("There are no feeds yet: + adds one.")
        if problem:
            self.tell(problem)
            return problem
        self._children.report("⟳")
        count = _Refreshed()
        child = await self._visit(feeds, count)
        if child.was_ended:
            # Once more for those that were not reached; their servers are not asked twice.
            words = child.last_words(_("The reload"))
            left = [f for f in feeds or self._visited_feeds() if f not in count.done]
            self.tell(
                ngettext(
                    "{words} It goes on with {count} feed.",
                    "{words} It goes on with {count} feeds.",
                    len(left),
                ).format(words=words, count=numeral(len(left)))
                if left
                else words
            )
            if left:
                child = await self._visit(left, count)
        self._children.report("")
        if child.was_ended or child.status not in (0, 1):
            told = child.last_words(_("The reload")) or _("The reload ended early.")
        else:
            told = self._told_of(count) if is_asked or count.new else ""
        if told:
            self.tell(told)
        self._sources.paint()
        self.count_failures()
        if count.new:
            await asyncio.sleep(0)
            self._analysis.want()
        return told

    def _told_of(self, count: _Refreshed) -> str:
        failures = (
            ngettext(
                ", {count} failed (! tells why)", ", {count} failed (! tells why)", count.failed
            ).format(count=numeral(count.failed))
            if count.failed
            else ""
        )
        new = ngettext("{count} new", "{count} new", count.new).format(count=numeral(count.new))
        shows = self.keyed(_(" — . shows them"), "arrived") if count.new else ""
        return f"{new}{shows}{failures}."

    async def _visit(self, feeds: list[str], count: _Refreshed) -> Child:
        """Have a child visit `feeds` (all, if none are named), and count what came of it."""
        child = self._children.child("refresh", "--jsonl", "--force", *feeds)
        before = len(count.done)
        async for record in self._children.outcomes(child):
            count.done.add(str(record.get("id", "")))
            count.new += int(record.get("new", 0) or 0)
            count.failed += bool(record.get("error"))
            total = int(record.get("total", 0) or 0) + before
            self._streaming.take(record.get("new_ids") or [])
            self._children.report(f"⟳ {numeral(len(count.done))}/{numeral(total)}")
        return child

    def _visited_feeds(self) -> list[str]:
        return [str(f.id) for f in self.store.feeds.all() if not f.is_paused and not f.is_gone]

    def count_failures(self) -> None:
        """How many feeds failed at their last visit, for the line at the top."""
        feeds = self.store.feeds.all()
        self.failed = sum(bool(feed.error) and not feed.is_paused for feed in feeds)
        self.context.paint_bars()
