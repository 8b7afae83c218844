"""`add` and `refresh`: what is fetched, and what came of it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from lesart.cli.context import Context
from lesart.cli.feeds import find_feed, shown_address
from lesart.cli.rules import act_on_new
from lesart.locales.in_sentences import numeral
from lesart.model.errors import FeedError
from lesart.model.feed import Feed
from lesart.text.folder_names import folder_name, tag_name
from lesart.text.urls import without_secrets
from lesart.translations import _, ngettext


def register(subparsers: Any) -> None:
    _register_add(subparsers)
    _register_refresh(subparsers)


def _register_add(subparsers: Any) -> None:
    add = subparsers.add_parser(
        "add",
        help=_("subscribe to a feed, or to the feed of any page"),
        description=_(
            "Subscribe to the feed at URL, or to the one that the page there names, and "
            "store what it has. A known feed is refreshed. Several feeds are listed to choose from."
        ),
    )
    add.add_argument(
        "url",
        metavar="URL",
        help=_(
            "a feed or any page; - reads it from standard input, where no list of processes "
            "shows the password in it"
        ),
    )
    add.add_argument("--folder", default="", help=_("the folder to put it in"))
    add.add_argument(
        "--tag", action="append", default=[], help=_("a tag for it; may be given more than once")
    )
    add.add_argument(
        "--json",
        action="store_true",
        help=_(
            "one object: ok, error, url (to use from now on), entries (all that is stored), "
            "choices (where a page offers several feeds)"
        ),
    )
    add.set_defaults(handler=add_feed)


def _register_refresh(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "refresh",
        help=_("visit the feeds and store what is new"),
        description=_(
            "Visit all feeds (or those named) and store what is new. Feeds that are "
            "paused or gone, or whose server asked for patience, are left alone."
        ),
    )
    parser.add_argument("feeds", metavar="FEED", nargs="*", help=_("address, number or title"))
    parser.add_argument(
        "--due", action="store_true", help=_("only those whose next visit has come")
    )
    parser.add_argument(
        "--jsonl", action="store_true", help=_("one JSON object a feed, as it is done")
    )
    parser.add_argument("--force", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(handler=refresh_feeds)


def add_feed(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.subscribe import subscribe

    if options.url == "-":
        options.url = context.stdin.readline(10_000).decode("utf-8", "replace").strip()
    try:
        done = subscribe(
            context.store,
            options.url,
            now=context.now,
            folder=folder_name(options.folder),
            tags=map(tag_name, options.tag),
        )
    except FeedError as error:
        if not options.json:
            raise
        context.say_json(_added(error=error.reason, url=error.url))
        return 1
    if done.feed is None:
        return _several(done.choices, options, context)
    problem = done.outcome.error if done.outcome else ""
    if options.json:
        entries = _stored_entries(context, done.feed)
        note = done.outcome.note if done.outcome else ""
        added = _added(url=shown_address(done.feed), entries=entries, error=problem)
        context.say_json({**added, "note": note} if note else added)
    elif problem:
        raise FeedError(shown_address(done.feed), problem)
    else:
        new = len(done.outcome.new) if done.outcome else 0
        says = (
            _("Subscribed to {title}: {new} new.")
            if done.is_new
            else _("Refreshed {title}: {new} new.")
        )
        context.say(says.format(title=done.feed.title, new=new))
        if done.outcome and done.outcome.note:
            context.tell(done.outcome.note)
    return 1 if problem else 0


def _several(choices: Any, options: argparse.Namespace, context: Context) -> int:
    reason = _("this page offers several feeds; add one of them.")
    url = without_secrets(options.url)
    if options.json:
        listed = [choice._asdict() for choice in choices]
        context.say_json({**_added(error=reason, url=url), "choices": listed})
    else:
        context.tell(f"lesart: {url}: {reason}")
        for choice in choices:
            context.say(f"{choice.url}  {choice.title}")
    return 1


def _added(*, url: str, error: str = "", entries: Any = ()) -> dict[str, Any]:
    return {"ok": not error, "error": error or None, "url": url, "entries": list(entries)}


def _stored_entries(context: Context, feed: Feed) -> list[dict[str, Any]]:
    from lesart.locales.read_dates import iso

    articles, entries = context.store.articles, []
    for article_id in context.store.feeds.article_ids(feed.id):
        if article := articles.get(article_id):
            entries.append(
                {
                    "id": article.guid or article.link or str(article.id),
                    "title": article.title,
                    "link": article.link,
                    "published": iso(article.published),
                }
            )
    return entries


def refresh_feeds(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.refresh import refresh

    store = context.store
    if options.feeds:
        feeds = [find_feed(context, words) for words in options.feeds]
    elif options.due:
        feeds = store.feeds.due(context.now())
    else:
        feeds = [feed for feed in store.feeds.all() if not feed.is_paused and not feed.is_gone]
    if not feeds and not options.jsonl:
        context.tell(_("Nothing is due.") if options.due else _("There are no feeds to visit yet."))
    is_watched = not options.jsonl and sys.stderr.isatty()
    done = new = failed = 0
    for outcome in refresh(store, feeds, now=context.now):
        done += 1
        new += len(outcome.new)
        failed += outcome.state == "failed"
        if options.jsonl:
            context.say_json(_outcome(outcome, done, len(feeds)))
            context.out.flush()
        elif outcome.state in ("failed", "skipped"):
            context.tell(f"{outcome.feed.title}: {outcome.error or outcome.note}")
        elif outcome.note:
            context.tell(f"{outcome.feed.title}: {outcome.note}")
        if is_watched:
            context.err.write(f"\r{numeral(done)}/{numeral(len(feeds))} \r")
            context.err.flush()
    act_on_new(context)
    if feeds and not options.jsonl:
        context.say(
            ngettext("{count} feed", "{count} feeds", done).format(count=numeral(done))
            + ", "
            + ngettext("{count} new article", "{count} new articles", new).format(
                count=numeral(new)
            )
            + (_(", {failed} failed.").format(failed=numeral(failed)) if failed else ".")
        )
    return 1 if failed else 0


def _outcome(outcome: Any, done: int, total: int) -> dict[str, Any]:
    return {
        "id": outcome.feed.id,
        "url": shown_address(outcome.feed),
        "title": outcome.feed.title,
        "state": outcome.state,
        "new": len(outcome.new),
        "new_ids": list(outcome.new),
        "revised": len(outcome.revised),
        "error": outcome.error or None,
        "note": outcome.note or None,
        "done": done,
        "total": total,
    }
