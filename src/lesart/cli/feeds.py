"""`add`, `refresh`, `feeds` and `opml`: subscriptions, and how they fare."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from lesart.clean import clean_line
from lesart.cli.context import Context
from lesart.errors import FeedError, LesartError, UsageError
from lesart.links import without_secrets
from lesart.model import Feed

FEEDS_HELP = """\
Without an action: the list of feeds. FEED is an address, a number from the list, or a part of
the title that fits one feed only.

  lesart feeds                        the list        --health  how each one fares
  lesart feeds rename FEED NAME       an empty NAME brings the feed's own title back
  lesart feeds folder FEED NAME       nested folders: news/local; empty: none
  lesart feeds tag FEED [TAG…]        set its tags; none: without tags
  lesart feeds pause FEED | resume FEED
  lesart feeds fulltext FEED on|off   fetch each new article's own page at refresh
  lesart feeds remove FEED            asks first; --yes does not; --with-articles deletes what
                                      is neither starred nor annotated
  lesart feeds errors                 what failed at the last visit
"""


def register(subparsers: Any) -> None:
    _register_add(subparsers)
    _register_refresh(subparsers)
    _register_feeds(subparsers)
    _register_opml(subparsers)


def _register_add(subparsers: Any) -> None:
    add = subparsers.add_parser(
        "add",
        help="subscribe to a feed, or to the feed of any page",
        description="Subscribe to the feed at URL, or to the one that the page there names, and "
        "store what it has. A known feed is refreshed. Several feeds are listed to choose from.",
    )
    add.add_argument(
        "url",
        metavar="URL",
        help="a feed or any page; - reads it from standard input, where no list of processes "
        "shows the password in it",
    )
    add.add_argument("--folder", default="", help="the folder to put it in")
    add.add_argument("--tag", action="append", default=[], help="may be given more than once")
    add.add_argument(
        "--json",
        action="store_true",
        help="one object: ok, error, url (to use from now on), entries (all that is stored), "
        "choices (where a page offers several feeds)",
    )
    add.set_defaults(handler=add_feed)


def _register_refresh(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "refresh",
        help="visit the feeds and store what is new",
        description="Visit all feeds (or those named) and store what is new. Feeds that are "
        "paused or gone, or whose server asked for patience, are left alone.",
    )
    parser.add_argument("feeds", metavar="FEED", nargs="*", help="address, number or title")
    parser.add_argument("--due", action="store_true", help="only those whose next visit has come")
    parser.add_argument(
        "--jsonl", action="store_true", help="one JSON object a feed, as it is done"
    )
    parser.add_argument("--force", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(handler=refresh_feeds)


def _register_feeds(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "feeds",
        help="list the feeds, rename, sort and remove them, see how they fare",
        description=FEEDS_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("action", nargs="?", default="list", metavar="ACTION", choices=ACTIONS)
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--health", action="store_true", help="how each feed fares")
    parser.add_argument("--json", action="store_true", help="one JSON object a feed")
    parser.add_argument("--yes", action="store_true", help="remove without asking")
    parser.add_argument("--with-articles", action="store_true", help="remove its articles too")
    parser.set_defaults(handler=manage_feeds)


def _register_opml(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "opml",
        help="take subscriptions in and out",
        description="Import an OPML file (or newsboat's urls file), or write all feeds as OPML. "
        "- is standard input or output.",
    )
    parser.add_argument("action", choices=("import", "export"))
    parser.add_argument("file", nargs="?", default="-", metavar="FILE")
    parser.set_defaults(handler=opml)


# ------------------------------------------------------------------ add


def add_feed(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.subscribing import subscribe

    if options.url == "-":
        options.url = context.stdin.readline(10_000).decode("utf-8", "replace").strip()
    try:
        done = subscribe(
            context.store, options.url, now=context.now, folder=options.folder, tags=options.tag
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
        context.say_json(_added(url=_shown(done.feed), entries=entries, error=problem))
    elif problem:
        raise FeedError(_shown(done.feed), problem)
    else:
        new = len(done.outcome.new) if done.outcome else 0
        verb = "Subscribed to" if done.is_new else "Refreshed"
        context.say(f"{verb} {done.feed.title}: {new} new.")
        if done.outcome and done.outcome.note:
            context.tell(done.outcome.note)
    return 1 if problem else 0


def _several(choices: Any, options: argparse.Namespace, context: Context) -> int:
    reason = "this page offers several feeds; add one of them."
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
    from lesart.feeds.dates import iso

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


# ------------------------------------------------------------------ refresh


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
        context.tell("Nothing is due." if options.due else "There are no feeds to visit yet.")
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
            context.err.write(f"\r{done}/{len(feeds)} \r")
            context.err.flush()
    if feeds and not options.jsonl:
        context.say(
            f"{done} feeds, {new} new articles" + (f", {failed} failed." if failed else ".")
        )
    return 1 if failed else 0


def _outcome(outcome: Any, done: int, total: int) -> dict[str, Any]:
    return {
        "id": outcome.feed.id,
        "url": _shown(outcome.feed),
        "title": outcome.feed.title,
        "state": outcome.state,
        "new": len(outcome.new),
        "revised": len(outcome.revised),
        "error": outcome.error or None,
        "note": outcome.note or None,
        "done": done,
        "total": total,
    }


# ------------------------------------------------------------------ feeds


def manage_feeds(options: argparse.Namespace, context: Context) -> int:
    return ACTIONS[options.action](options, context)


def find_feed(context: Context, words: str) -> Feed:
    """The one feed that someone means; raises UsageError where it is none or several."""
    from lesart.feeds.addresses import shown, typed

    feeds = context.store.feeds
    if words.isdecimal() and len(words) < 18 and (feed := feeds.get(int(words))):
        return feed
    if feed := feeds.by_url(words):
        return feed
    everyone = feeds.all()
    if "://" in words or "." in words:
        try:
            address = typed(words)
        except LesartError:
            address = words
        if same := [feed for feed in everyone if address in (feed.url, shown(feed.url))]:
            return same[0]
    fitting = [feed for feed in everyone if words.casefold() in feed.title.casefold()]
    exact = [feed for feed in fitting if words.casefold() == feed.title.casefold()]
    fitting = exact or fitting
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise UsageError(f"no feed is called “{words}”; `lesart feeds` lists them.")
    names = ", ".join(f"{feed.id} {feed.title}" for feed in fitting[:5])
    raise UsageError(f"“{words}” fits several feeds ({names}); name one by its number.")


def _list(options: argparse.Namespace, context: Context) -> int:
    if options.health:
        return _health(options, context)
    for count in context.store.feeds.counts():
        feed = count.feed
        if options.json:
            context.say_json(
                _described(feed) | {"articles": count.articles, "unread": count.unread}
            )
            continue
        marks = [feed.folder, *(f"#{tag}" for tag in feed.tags)]
        marks += ["paused"] if feed.is_paused else []
        marks += ["gone"] if feed.is_gone else []
        marks += ["failing"] if feed.error and not feed.is_gone else []
        state = f"  [{', '.join(mark for mark in marks if mark)}]" if any(marks) else ""
        numbers = f"{count.unread}/{count.articles}"
        context.say(f"{feed.id:>4}  {numbers:>9}  {feed.title}{state}  {_shown(feed)}")
    return 0


def _described(feed: Feed) -> dict[str, Any]:
    return {
        "id": feed.id, "url": _shown(feed), "title": feed.title, "site": feed.site,
        "folder": feed.folder, "tags": list(feed.tags), "paused": feed.is_paused,
        "gone": feed.is_gone, "fulltext": feed.wants_full_text, "error": feed.error or None,
    }  # fmt: skip


def _health(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.health import health_of

    for health in health_of(context.store, context.now()):
        if options.json:
            context.say_json(_described(health.feed) | health.figures())
            continue
        context.say(f"{health.feed.id:>4}  {health.feed.title}")
        for line in health.lines():
            context.say_as_is(f"      {line}")
    return 0


def _rename(options: argparse.Namespace, context: Context) -> int:
    feed, name = _feed_and_words(options, context, "NAME")
    context.store.feeds.change(feed.id, own_title=name)
    renamed = context.store.feeds.get(feed.id)
    context.say(f"It is called {renamed.title if renamed else name} now.")
    return 0


def _folder(options: argparse.Namespace, context: Context) -> int:
    feed, name = _feed_and_words(options, context, "NAME")
    parts = [clean_line(part, 100) for part in name.split("/")]
    name = "/".join(part for part in parts if part)
    context.store.feeds.change(feed.id, folder=name)
    context.say(f"{feed.title} is in {name}." if name else f"{feed.title} is in no folder.")
    return 0


def _tag(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    tags = [clean_line(tag.lstrip("#"), 100) for tag in options.words[1:]]
    context.store.feeds.change(feed.id, tags=[tag for tag in tags if tag])
    context.say(f"{feed.title}: {' '.join('#' + tag for tag in tags if tag) or 'no tags'}.")
    return 0


def _pause(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    is_paused = options.action == "pause"
    # Whoever resumes a feed that was gone wants it tried again.
    values = {} if is_paused else {"is_gone": False, "error_count": 0, "next_visit": None}
    context.store.feeds.change(feed.id, is_paused=is_paused, **values)
    context.say(f"{feed.title} is {'paused' if is_paused else 'visited again'}.")
    return 0


def _full_text(options: argparse.Namespace, context: Context) -> int:
    feed, word = _feed_and_words(options, context, "on|off")
    if word not in ("on", "off"):
        raise UsageError("say on or off: lesart feeds fulltext FEED on")
    context.store.feeds.change(feed.id, wants_full_text=word == "on")
    context.say(f"{feed.title}: full text at refresh is {word}.")
    return 0


def _remove(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    if not options.yes:
        if not sys.stdin.isatty():
            raise UsageError("removing a feed needs a yes; add --yes.")
        context.err.write(f"Remove {clean_line(feed.title)}? [y/N] ")
        context.err.flush()
        if context.stdin.readline().strip().lower() not in (b"y", b"yes", b"j", b"ja"):
            context.tell("Nothing was removed.")
            return 1
    deleted, kept = context.store.feeds.remove(feed.id, with_articles=options.with_articles)
    context.say(f"{feed.title} was removed; {deleted} articles deleted, {kept} kept.")
    return 0


def _errors(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.dates import iso
    from lesart.model import Moment

    failing = [feed for feed in context.store.feeds.all() if feed.error]
    for feed in failing:
        since = iso(Moment(feed.succeeded)) if feed.succeeded else "never"
        if options.json:
            context.say_json(_described(feed) | {"failures": feed.error_count, "succeeded": since})
        else:
            context.say(f"{feed.id:>4}  {feed.title}: {feed.error} (last success: {since})")
    if not failing and not options.json:
        context.tell("No feed failed at its last visit.")
    return 0


ACTIONS = {
    "list": _list, "rename": _rename, "folder": _folder, "tag": _tag, "pause": _pause,
    "resume": _pause, "fulltext": _full_text, "remove": _remove, "errors": _errors,
}  # fmt: skip


def _feed_only(options: argparse.Namespace, context: Context) -> Feed:
    if not options.words:
        raise UsageError(f"name the feed: lesart feeds {options.action} FEED")
    return find_feed(context, options.words[0])


def _feed_and_words(options: argparse.Namespace, context: Context, what: str) -> tuple[Feed, str]:
    if len(options.words) < 2:
        raise UsageError(f"this needs two words: lesart feeds {options.action} FEED {what}")
    return find_feed(context, options.words[0]), clean_line(" ".join(options.words[1:]), 300)


def _shown(feed: Feed) -> str:
    from lesart.feeds.addresses import shown

    return shown(feed.url)


# ------------------------------------------------------------------ opml


def opml(options: argparse.Namespace, context: Context) -> int:
    return (_opml_in if options.action == "import" else _opml_out)(options, context)


def _opml_in(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.opml import read_subscriptions
    from lesart.services.subscribing import subscribe_all

    name = "standard input" if options.file == "-" else options.file
    try:
        data = context.stdin.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise LesartError(f"{name}: {error.strerror or error}.") from error
    try:
        listed = read_subscriptions(data)
    except LesartError as error:
        raise LesartError(f"{name}: {error}") from error
    for problem in listed.problems:
        context.tell(f"{name}: {problem}")
    new, known = subscribe_all(context.store, listed.subscriptions, now=context.now())
    already = f", {len(known)} known already" if known else ""
    context.tell(f"{len(new)} feeds added{already}. `lesart refresh` loads them.")
    return 1 if listed.problems else 0


def _opml_out(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.addresses import shown
    from lesart.feeds.opml import write_opml

    feeds = context.store.feeds.all()
    text = write_opml(feeds)
    if options.file == "-":
        context.out.write(text)
    else:
        try:
            with Path(options.file).open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError as error:
            raise UsageError(f"{options.file} exists already; name another file.") from error
        except OSError as error:
            raise LesartError(f"{options.file}: {error.strerror or error}.") from error
        context.tell(f"{len(feeds)} feeds were written to {options.file}.")
    if secret := sum(shown(feed.url) != feed.url for feed in feeds):
        context.tell(f"The passwords in {secret} addresses were left out.")
    return 0
