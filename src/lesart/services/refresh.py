"""Visit feeds and store what is new: a stream of outcomes, one a feed.

Three parties work at once. One thread runs the visits on an event loop; two child processes read
what came; the caller's thread stores. A feed that hangs, floods or breaks holds up none of them,
and whatever happens to one feed, the others go on and nothing stored is lost.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from lesart.feeds import schedule
from lesart.feeds.feed_visits import Fetched, Limits, Visit, body_hash, visits
from lesart.feeds.http.addresses import shown
from lesart.feeds.parse_worker import ReadFeed
from lesart.locales.in_sentences import moment, numeral
from lesart.model.article import Draft
from lesart.model.errors import FeedError, LesartError
from lesart.model.feed import Feed
from lesart.services.save_article import keep
from lesart.services.turn import Turn
from lesart.store import Store
from lesart.translations import N_, _, ngettext

if TYPE_CHECKING:
    from lesart.feeds.formats.stories import Story

BATCH = 50
"""Articles a transaction: other writers wait meanwhile."""
PAGES = 200
"""So many full texts are fetched a refresh, of feeds marked so; the others when they are opened."""
PATIENCE = N_("It asks to be left alone until")
ONLY_SUMMARY = N_("The feed gives only this summary.")

State = Literal["refreshed", "unchanged", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one feed."""

    feed: Feed
    """As it is stored after the visit."""
    state: State
    new: tuple[int, ...] = ()
    """The ids of its new articles."""
    revised: tuple[int, ...] = ()
    """The ids of articles whose words have changed."""
    error: str = ""
    note: str = ""
    """A sentence about something that went well but not as expected ("moved to …")."""


def refresh(
    store: Store,
    feeds: Sequence[Feed],
    *,
    now: Callable[[], int] = lambda: int(time.time()),
    limits: Limits | None = None,
    chance: Callable[[], float] = random.random,
) -> Iterator[Outcome]:
    """Visit each feed and yield what became of it, in the order in which they are done.

    Feeds that are gone, or whose server asked for patience, are skipped with a word. Stopping
    early (close the generator) ends the children; what was yielded is stored.
    """
    due = []
    for feed in feeds:
        if reason := reason_to_skip(feed, now()):
            yield Outcome(feed, "skipped", note=reason)
        else:
            due.append(feed)
    keeper = _Keeper(store, now, chance)
    short: list[int] = []
    for visit in visits(due, now=now, limits=limits):
        outcome = keeper.outcome(visit)
        if outcome.feed.wants_full_text:
            short.extend(outcome.new)
        yield outcome
    _complete(store, short[:PAGES], now)
    if due:
        store.index_maintenance.tend()


def _complete(store: Store, ids: Sequence[int], now: Callable[[], int]) -> None:
    """Fetch the pages of new articles whose feed is marked so, one after another."""
    if ids:
        from lesart.services.full_text import complete_all

        for _ in complete_all(store, ids, now=now()):
            pass  # what could not be had is said in the article itself


def keep_visit(
    store: Store, feed: Feed, fetched: Fetched, read: ReadFeed, *, now: Callable[[], int]
) -> Outcome:
    """Store what a visit outside of `refresh` brought."""
    visit = Visit(feed, fetched, read, body_hash(fetched.body))
    return _Keeper(store, now, random.random).outcome(visit)


def _asks_for_patience(error: str) -> bool:
    """Whether the server said when to come again, in whichever language that was put down."""
    return any(words in error for words in (PATIENCE, _(PATIENCE)))


def reason_to_skip(feed: Feed, now: int) -> str:
    """Why this feed is not to be visited even when asked; empty where it may be."""
    if feed.is_gone:
        return _("It is gone for good; remove it, or add its new address.")
    if _asks_for_patience(feed.error) and feed.next_visit is not None and feed.next_visit > now:
        return feed.error
    return ""


class _Keeper:
    """Stores what visits brought."""

    def __init__(self, store: Store, now: Callable[[], int], chance: Callable[[], float]) -> None:
        self.store = store
        self.now = now
        self.chance = chance
        self.intake = store.index_maintenance.intake()

    def outcome(self, visit: Visit) -> Outcome:
        if visit.error is not None:
            return self._failed(visit, visit.error)
        if visit.read is None:
            return self._unchanged(visit)
        return self._refreshed(visit, visit.read)

    def _failed(self, visit: Visit, error: FeedError) -> Outcome:
        feed, now = visit.feed, self.now()
        failures = feed.error_count + 1
        status = getattr(error, "status", 0)
        asked = None
        if status in (429, 503):
            asked = schedule.retry_after(getattr(error, "headers", {}), now)
        pause = schedule.jittered(schedule.backoff(failures, asked), self.chance())
        sentence = error.reason
        if error.__cause__ is not None and not isinstance(error.__cause__, (LesartError, OSError)):
            sentence = self._with_report(sentence, error.__cause__)
        if asked:
            sentence = f"{sentence} {_(PATIENCE)} {moment(now + pause)}."
        changed = self._change(
            feed,
            visited=now,
            next_visit=now + pause,
            error=sentence,
            error_count=failures,
            is_gone=status == 410,
            visit_count=feed.visit_count + 1,
        )
        return Outcome(changed, "failed", error=sentence)

    def _with_report(self, sentence: str, bug: BaseException) -> str:
        from lesart.services.bug_reports import Bug, unforeseen

        told = unforeseen(bug, self.store.path, sentence.rstrip("."))
        return str(told) if isinstance(told, Bug) else sentence

    def _unchanged(self, visit: Visit) -> Outcome:
        feed, now = visit.feed, self.now()
        assert visit.fetched is not None
        # The feed's own wishes stood in the body that did not come; they live on in the interval.
        before, then = feed.visited, feed.next_visit
        is_well = not feed.error and feed.every is None
        if is_well and before is not None and then is not None:
            pause = min(then - before, schedule.LONGEST_ASKED)
        else:
            published = self.store.feeds.rhythm(feed.id)
            pause = schedule.interval(published, now=now, wish=feed.every)
            pause = schedule.jittered(pause, self.chance())
        pause = max(pause, schedule.SHORTEST, schedule.max_age(visit.fetched.headers) or 0)
        longest = schedule.LONGEST_ASKED if feed.every is None else schedule.LONGEST_WISHED
        changed = self._change(
            feed,
            visited=now,
            succeeded=now,
            next_visit=now + min(pause, longest),
            error="",
            error_count=0,
            visit_count=feed.visit_count + 1,
            unchanged_count=feed.unchanged_count + 1,
        )
        return Outcome(changed, "unchanged")

    def _refreshed(self, visit: Visit, read: ReadFeed) -> Outcome:
        if not read.stretches:
            return self._with_its_stories(visit, read)
        with self.store.vocabulary.telling(read.stretches):
            return self._with_its_stories(visit, read)

    def _with_its_stories(self, visit: Visit, read: ReadFeed) -> Outcome:
        feed, now, fetched = visit.feed, self.now(), visit.fetched
        assert fetched is not None
        revised: list[int] = []
        parsed = read.feed
        left = [_draft(feed, parsed.title, story) for story in read.stories]
        moved, note = self._moved(feed, fetched.moved_to)
        new, came_back = self._back_again(feed, parsed.title, left)
        while True:
            with self.store.articles.together():
                known = len(new)
                left = self._keep_some(left, new, revised, now)
                if feed.is_muted(now):
                    self.store.articles.set_read(new[known:], True)
                if not left:  # the feed's own row goes with its last articles
                    pause = schedule.interval(
                        self.store.feeds.rhythm(feed.id),
                        now=now,
                        wait=parsed.wait,
                        max_age=schedule.max_age(fetched.headers),
                        wish=feed.every,
                    )
                    changed = self._change(
                        feed,
                        url=moved,
                        title=parsed.title,
                        site=parsed.site,
                        etag=fetched.etag,
                        last_modified=fetched.last_modified,
                        body_hash=visit.body_hash,
                        visited=now,
                        succeeded=now,
                        next_visit=now + schedule.jittered(pause, self.chance()),
                        error="",
                        error_count=0,
                        visit_count=feed.visit_count + 1,
                    )
                    break
        self.intake.has_stored(len(new) + len(revised))
        note = " ".join(sentence for sentence in (note, came_back, parsed.note) if sentence)
        return Outcome(changed, "refreshed", tuple(new), tuple(revised), note=note)

    def _back_again(self, feed: Feed, title: str, drafts: list[Draft]) -> tuple[list[int], str]:
        """At its first visit: what it had here before it was removed, and a sentence about that."""
        if feed.succeeded is not None:
            return [], ""
        back = self.store.feeds.take_back(feed, title, drafts)
        if not back.articles:
            return [], ""
        says = ngettext(
            "{count} article that is here already belongs to it again.",
            "{count} articles that are here already belong to it again.",
            back.articles,
        ).format(count=numeral(back.articles))
        return list(back.restored), says

    def _keep_some(
        self, drafts: list[Draft], new: list[int], revised: list[int], now: int
    ) -> list[Draft]:
        """Store as many as take a moment, since other writers wait; gives those that are left."""
        turn = Turn()
        for count, draft in enumerate(drafts[:BATCH], 1):
            added = keep(self.store, draft, now=now)
            if added.is_new:
                new.append(added.id)
            elif added.is_revised:
                revised.append(added.id)
            if turn.is_over:
                return drafts[count:]
        return drafts[BATCH:]

    def _moved(self, feed: Feed, moved_to: str) -> tuple[str, str]:
        """Where the feed lives from now on, and a sentence if that has changed."""
        if not moved_to or moved_to == feed.url:
            return feed.url, ""
        other = self.store.feeds.by_url(moved_to)
        if other is not None and other.id != feed.id:
            return feed.url, _("It moved to {address}, which is subscribed already.").format(
                address=shown(moved_to)
            )
        return moved_to, _("It moved to {address}.").format(address=shown(moved_to))

    def _change(self, feed: Feed, **values: Any) -> Feed:
        self.store.feeds.change(feed.id, **values)
        return self.store.feeds.get(feed.id) or feed


def _draft(feed: Feed, source: str, story: Story) -> Draft:
    return Draft(
        title=story.title,
        text=story.text,
        blocks=story.blocks,
        source=source,
        author=story.author,
        link=story.link,
        guid=story.guid,
        language=story.language,
        published=story.published,
        feed_id=feed.id,
        text_state=ONLY_SUMMARY if story.is_summary else "",
        # Full text is what was fetched from the entry's own page; it must win over this.
        is_full_text=False,
        enclosures=story.enclosures,
        prepared=story.prepared,
    )
