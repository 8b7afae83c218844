"""How each feed fares: its last success and error, its rhythm, its next visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lesart.locales.in_sentences import decimal, moment, numeral, percent
from lesart.locales.read_dates import iso
from lesart.model.feed import Feed
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.translations import _, ngettext, pgettext

WEEK = 7 * 86400


@dataclass(frozen=True, slots=True)
class Health:
    """One feed's state at a moment."""

    feed: Feed
    now: int
    newest: int | None
    """When its newest article was published (UTC seconds); None: it has none."""
    per_week: float | None
    """Articles a week over its newest ones; None: too few to tell."""

    @property
    def unchanged_share(self) -> float | None:
        """The share of visits that were answered "nothing new"; None before the first visit."""
        visits = self.feed.visit_count
        return self.feed.unchanged_count / visits if visits else None

    @property
    def silent_days(self) -> int | None:
        return (self.now - self.newest) // 86400 if self.newest is not None else None

    def figures(self) -> dict[str, Any]:
        """For programs: times in ISO 8601, shares between 0 and 1."""
        feed, share = self.feed, self.unchanged_share
        return {
            "visited": _utc(feed.visited),
            "succeeded": _utc(feed.succeeded),
            "next_visit": _utc(feed.next_visit),
            "failures": feed.error_count,
            "visits": feed.visit_count,
            "unchanged": round(share, 3) if share is not None else None,
            "per_week": round(self.per_week, 1) if self.per_week is not None else None,
            "silent_since": _utc(self.newest),
        }

    def lines(self) -> list[str]:
        """For people."""
        feed, share = self.feed, self.unchanged_share
        lines = [_("last success  {value}").format(value=_said(feed.succeeded) or _("never"))]
        if feed.error:
            again = (
                _(" ({error_count} times in a row)").format(error_count=numeral(feed.error_count))
                if feed.error_count > 1
                else ""
            )
            lines.append(_("last error    {error}{again}").format(error=feed.error, again=again))
        if share is not None:
            visits = ngettext(
                "{count} visit, {share} of them brought nothing new",
                "{count} visits, {share} of them brought nothing new",
                feed.visit_count,
            ).format(count=numeral(feed.visit_count), share=percent(share))
            lines.append(_("visits        {visits}").format(visits=visits))
        if self.per_week is not None:
            lines.append(
                _("rhythm        {per_week} articles a week").format(
                    per_week=decimal(self.per_week)
                )
            )
        if self.silent_days is not None:
            lines.append(
                ngettext(
                    "silent since  {when} ({count} day)",
                    "silent since  {when} ({count} days)",
                    self.silent_days,
                ).format(when=_said(self.newest), count=numeral(self.silent_days))
            )
        lines.append(_("next visit    {next}").format(next=self._next()))
        return lines

    def _next(self) -> str:
        feed = self.feed
        if feed.is_gone:
            return _("never: it is gone for good")
        if feed.is_paused:
            return _("never: it is paused")
        if feed.next_visit is None or feed.next_visit <= self.now:
            return pgettext("visit", "due")
        return _said(feed.next_visit)


def health_of(store: Store, now: int) -> Iterator[Health]:
    """Every feed's health, those that fail first."""
    feeds = sorted(store.feeds.all(), key=lambda feed: (not feed.error, feed.folder))
    for feed in feeds:
        times = [seconds for seconds in store.feeds.rhythm(feed.id) if seconds <= now]
        per_week = None
        if len(times) >= 2:
            span = max(now - times[-1], 86400)
            per_week = len(times) * WEEK / span
        yield Health(feed, now, times[0] if times else None, per_week)


def _said(seconds: int | None) -> str:
    return "" if seconds is None else moment(seconds)


def _utc(seconds: int | None) -> str | None:
    return None if seconds is None else iso(Moment(seconds))
