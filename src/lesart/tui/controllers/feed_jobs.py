"""What comes from outside: imports, feeds and analyses, each done by a child process."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.moment import Moment
from lesart.tui.background.writer import Child
from lesart.tui.commands import key_names
from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.import_tally import ImportTally

if TYPE_CHECKING:
    from lesart.tui.screens.main import Main


MOST_RESTARTS = 2


@dataclass
class _Refreshed:
    """What came of the feeds that were visited so far."""

    done: set[str] = field(default_factory=set)
    new: int = 0
    failed: int = 0


class FeedJobController(Controller):
    """Children of the screen, and what they report."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self.progress = ""
        """What runs now, for the top bar."""
        self.failed = 0
        self._analyser: Child | None = None
        self._engine = ""
        self._tried: set[int] = set()
        self._restarts = 0
        """How often the analysis was started again without having done anything in between."""

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that takes its time; whatever goes wrong in it is told."""
        self.main.run_worker(self._told(work), exit_on_error=False, group="children")

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            self._report("")
            self.app.tell_error(error, "Something did not work")

    async def _outcomes(self, child: Child) -> Any:
        self.app.children_running.add(child)
        try:
            async for record in child.lines():
                yield record
        finally:
            if child.status is not None:  # else the app sees to its end before it leaves
                self.app.children_running.discard(child)

    async def ended(self, arguments: list[str]) -> Child:
        """Run our own command line to its end."""
        child = Child(self.app.config.library, arguments)
        async for _ in self._outcomes(child):
            pass
        return child

    # ------------------------------------------------------------------ analysis

    def is_stale(self, analysis: Analysis) -> bool:
        """Made by another engine than the one that runs now."""
        return bool(self._engine) and analysis.engine != self._engine

    def want_analysis(self, article_id: int | None = None) -> None:
        """Have the child analyse what waits, `article_id` first."""
        if self.store.is_read_only:
            return
        if self._analyser is not None and self._analyser.status is None:
            if article_id is not None:
                self._analyser.say(str(article_id))
            return
        child = Child(self.app.config.library, ["analyse", "--waiting", "--json", "--follow"])
        self._analyser = child
        self.run(self._analyse(child, article_id))

    def begin_anew(self) -> None:
        """The library was replaced: let those that work on the other one go."""
        for child in self.app.children_running:
            child.stop()
        self._analyser = None
        self._tried.clear()
        self.want_analysis()

    async def _analyse(self, child: Child, article_id: int | None) -> None:
        outcomes = self._outcomes(child)
        first = True
        has_done = False
        async for record in outcomes:
            if first and article_id is not None:
                child.say(str(article_id))
            first = False
            self._engine = record.get("engine", self._engine)
            if "id" in record:
                has_done = True
                self.main.reading.analysed(record["id"])
                self.main.listing.rows.update_rows([record["id"]])
            waiting = record.get("waiting", 0)
            self._report(f"analysing {waiting:,}" if waiting > 1 else "")
        self._report("")
        if self._analyser is child:
            self._analyser = None
        if child.was_ended:
            self._start_again(child, has_done=has_done, article_id=article_id)
        elif child.status not in (0, None) and (words := child.last_words("The analysis")):
            self.tell(words)

    def _start_again(self, child: Child, *, has_done: bool, article_id: int | None) -> None:
        """The analysis was killed or had a bug: tell, and start it anew unless it leads nowhere."""
        words = child.last_words("The analysis")
        self._restarts = 0 if has_done else self._restarts + 1
        if self._restarts > MOST_RESTARTS:
            self._restarts = 0
            self.tell(f"{words} It is not started again before the next article is opened.")
            return
        self.tell(f"{words} It starts again.")
        self.want_analysis(article_id)

    def _report(self, words: str) -> None:
        if words != self.progress:
            self.progress = words
            self.main.paint_bars()

    # ------------------------------------------------------------------ importing

    def import_paths(self, paths: list[str], *, folder: str = "", then_open: bool = True) -> None:
        """Import files and folders; open the first when it is there, unless many came of one path."""
        self.run(self._import(paths, folder, then_open))

    async def _import(self, paths: list[str], folder: str, then_open: bool) -> None:
        extra = ["--folder", folder] if folder else []
        child = Child(self.app.config.library, ["import", "--json", *extra, "--", *paths])
        tally = ImportTally()
        async for record in self._outcomes(child):
            tally.take(record)
            self._report(f"importing {tally.new:,}")
        self._report("")
        if child.was_ended or child.status not in (0, 1):
            words = child.last_words("The import")
            self.tell(words or "The import ended early.")
        else:
            self.tell(tally.words())
        if then_open and tally.first is not None:
            from lesart.tui.controllers.listing import ALL

            if tally.count <= len(paths):
                self.main.listing.show(ALL, tally.first)
                self.main.reading.open(tally.first)
            else:  # a folder, an archive, a book: which of them to read is for the reader to say
                self.main.listing.show(ALL, tally.last)
        else:
            self.main.listing.again()
        self.want_analysis()

    def store_samples(self) -> None:
        """First start: put the sample articles into the folder "Samples"."""
        self.run(self._store_samples())

    async def _store_samples(self) -> None:
        self._report("storing the sample articles")
        child = Child(self.app.config.library, ["samples", "--json"])
        async for _ in self._outcomes(child):
            pass
        self._report("")
        self.main.listing.start()
        if child.status == 0:
            self.tell("Sample articles: D removes them, + adds a feed or your own files.")
        elif words := child.last_words("Storing the samples"):
            self.tell(words)
        self.want_analysis()

    # ------------------------------------------------------------------ feeds

    def do_add(self) -> None:
        if not self.may_write():
            return
        from lesart.tui.screens.dialogs import Ask

        hint = "https://… of a feed or any page · a file or folder · an OPML file"
        self.app.push_screen(Ask("Add a feed, or import", "", (), hint), self._added)

    def _added(self, answer: str | None) -> None:
        if not answer:
            return
        if "://" in answer or (
            "." in answer and "/" not in answer.split(".")[0] and not _is_path(answer)
        ):
            self.run(self._add(answer))
        elif answer.lower().endswith((".opml", ".xml")) or answer.rstrip("/").endswith("urls"):
            self.run(self._opml(answer))
        else:
            self.import_paths([answer], then_open=True)

    async def _add(self, url: str) -> None:
        self._report("looking for a feed")
        child = Child(self.app.config.library, ["add", "--json", "-"], first_line=url)
        answer: dict[str, Any] = {}
        async for record in self._outcomes(child):
            answer = record
        self._report("")
        choices = answer.get("choices") or []
        if choices:
            from lesart.tui.screens.dialogs import Choose

            def chosen(index: int | None) -> None:
                if index is not None:
                    self.run(self._add(str(choices[index].get("url", ""))))

            lines = [f"{c.get('title', '')}  {c.get('url', '')}" for c in choices]
            self.app.push_screen(Choose("This page offers several feeds", lines), chosen)
            return
        if answer.get("ok"):
            self.tell(f"Added: {len(answer.get('entries', []))} articles.")
            self.main.listing.again()
            self.main.paint_sources()
            self.want_analysis()
        else:
            words = answer.get("error") or child.last_words("Adding the feed")
            self.tell(words or "There is no feed there.")

    async def _opml(self, path: str) -> None:
        child = Child(self.app.config.library, ["opml", "import", path])
        async for _ in self._outcomes(child):
            pass
        self.tell(child.last_words("The import") or "Imported. R loads the feeds.")
        self.main.paint_sources()

    def do_refresh_all(self) -> None:
        if not self.may_write():
            return
        self.run(self._refresh([]))

    def do_refresh_feed(self) -> None:
        if not self.may_write():
            return
        feed_id = self.main.chosen_feed()
        if feed_id is None:
            self.tell("This article has no feed; R reloads all feeds.")
            return
        self.run(self._refresh([str(feed_id)]))

    async def _refresh(self, feeds: list[str]) -> None:
        if self.progress.startswith("⟳"):
            self.tell("A reload is running already.")
            return
        if not self.store.feeds.all():
            self.tell("There are no feeds yet: + adds one.")
            return
        self._report("⟳")
        count = _Refreshed()
        child = await self._visit(feeds, count)
        if child.was_ended:
            # Once more for those that were not reached; their servers are not asked twice.
            words = child.last_words("The reload")
            left = [f for f in feeds or self._visited_feeds() if f not in count.done]
            self.tell(f"{words} It goes on with {len(left)} feeds." if left else words)
            if left:
                child = await self._visit(left, count)
        self.failed = count.failed
        self._report("")
        if child.was_ended or child.status not in (0, 1):
            self.tell(child.last_words("The reload") or "The reload ended early.")
        else:
            failures = f", {count.failed} failed (! tells why)" if count.failed else ""
            self.tell(f"{count.new} new{' — . shows them' if count.new else ''}{failures}.")
        self.main.paint_sources()
        self.main.paint_bars()
        if count.new:
            await asyncio.sleep(0)
            self.want_analysis()

    async def _visit(self, feeds: list[str], count: _Refreshed) -> Child:
        """Have a child visit `feeds` (all, if none are named), and count what came of it."""
        child = Child(self.app.config.library, ["refresh", "--jsonl", "--force", *feeds])
        before = len(count.done)
        async for record in self._outcomes(child):
            count.done.add(str(record.get("id", "")))
            count.new += int(record.get("new", 0) or 0)
            count.failed += bool(record.get("error"))
            total = int(record.get("total", 0) or 0) + before
            self.main.listing.arrived += int(record.get("new", 0) or 0)
            self._report(f"⟳ {len(count.done)}/{total}")
        return child

    def _visited_feeds(self) -> list[str]:
        return [str(f.id) for f in self.store.feeds.all() if not f.is_paused and not f.is_gone]

    def do_failures(self) -> None:
        from lesart.tui.screens.dialogs import Notice

        lines = [
            f"{feed.title}\n  {feed.error}\n"
            f"  last success: {self._time_of(feed.succeeded)}; {feed.error_count} failures in a row\n"
            for feed in self.store.feeds.all()
            if feed.error
        ]
        words = "\n".join(lines) or "No feed failed at its last visit."
        self.app.push_screen(Notice("Feeds whose last visit failed", words))

    def _time_of(self, seconds: int | None) -> str:
        return self.app.formats.moment(Moment(seconds)) if seconds is not None else "never"

    def do_full_text(self) -> None:
        if not self.may_write():
            return
        headline = self.main.listing.target()
        if headline is None or not headline.link:
            self.tell("This article has no address to fetch.")
            return
        self.run(self._full_text(headline.id))

    def do_full_text_always(self) -> None:
        """Mark the feed so that its articles' pages are fetched without being asked for, or no more."""
        feed_id = self.main.chosen_feed()
        feed = self.store.feeds.get(feed_id) if feed_id is not None else None
        if feed is None:
            self.tell("This article has no feed.")
            return
        is_always = not feed.wants_full_text

        def done(_: object) -> None:
            key = self._key_of("full_text_always")
            if not is_always:
                self.tell(f"{feed.title}: pages are fetched only when you ask for them.")
                return
            self.tell(
                f"{feed.title}: full text comes with each reload from now on ({key}: no more)."
            )
            article = self.main.reading.article
            if self.main.is_reading and article is not None and article.feed_id == feed.id:
                self.want_full_text(article)

        self.write(lambda store: store.feeds.change(feed.id, wants_full_text=is_always), done)

    def how_to_complete(self, article: Article) -> str:
        """A sentence about the keys that fetch the whole of a summary; empty where that is no summary."""
        if article.is_full_text or not article.link or not article.text_state:
            return ""
        feed = self.store.feeds.get(article.feed_id) if article.feed_id is not None else None
        if feed is None or feed.wants_full_text:
            return f"{self._key_of('full_text')} fetches its page."
        return (
            f"{self._key_of('full_text')} fetches its page, "
            f"{self._key_of('full_text_always')} always for this feed."
        )

    def _key_of(self, command: str) -> str:
        return next(key_names(c.keys) for c in self.app.commands if c.id == command)

    def want_full_text(self, article: Article) -> None:
        """Fetch the rest of a summary, once a session, if its feed is marked so by the person."""
        if article.feed_id is None or not article.link or article.is_full_text:
            return
        feed = self.store.feeds.get(article.feed_id)
        if self.store.is_read_only or feed is None or not feed.wants_full_text:
            return
        if article.id not in self._tried:
            self._tried.add(article.id)
            self.run(self._full_text(article.id))

    async def _full_text(self, article_id: int) -> None:
        self._report("fetching the full text")
        child = Child(self.app.config.library, ["fulltext", "--json", str(article_id)])
        answer: dict[str, Any] = {}
        async for record in self._outcomes(child):
            answer = record
        self._report("")
        if answer.get("ok"):
            if self.main.reading.article_id == article_id:
                self.main.reading.look_again()
            self.tell("Full text fetched.")
        else:
            words = answer.get("error") or child.last_words("Fetching the full text")
            self.tell(words or "The full text could not be fetched.")


def _is_path(answer: str) -> bool:
    return answer.startswith(("/", "~", "./", "../"))
