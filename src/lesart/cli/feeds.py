"""`feeds`: the list of feeds, and what is done with one."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.locales.in_sentences import moment, numeral
from lesart.model.errors import LesartError, UsageError
from lesart.model.feed import Feed
from lesart.services.feed_changes import (
    address,
    moved_folder,
    muted,
    paused,
    rhythm,
)
from lesart.text.clean import clean_line
from lesart.text.folder_names import folder_name, tag_name
from lesart.translations import N_, _, ngettext

FEEDS_HELP = N_("""\
Without an action: the list of feeds. FEED is an address, a number from the list, or a part of
the title that fits one feed only.

  lesart feeds                        the list        --health  how each one fares
                                      --tree  by folders, with what is unread in each
  lesart feeds rename FEED NAME       an empty NAME brings the feed's own title back
  lesart feeds folder FEED NAME       nested folders: news/local; empty: none
  lesart feeds tag FEED [TAG…]        set its tags; none: without tags
  lesart feeds pause FEED | resume FEED
  lesart feeds fulltext FEED on|off   fetch each new article's own page at refresh
  lesart feeds every FEED 30m|6h|2d|auto
                                      how often it is visited: by `lesart refresh --due`, and by
                                      the open reader
  lesart feeds mute FEED 7d|2026-12-31|off
                                      until then its new articles come in as read
  lesart feeds address FEED URL       it lives there now
  lesart feeds rename-folder OLD NEW  with all that is in it; an empty NEW dissolves it
  lesart feeds remove FEED            asks first; --yes does not; --with-articles deletes what
                                      is neither starred nor annotated
  lesart feeds errors                 what failed at the last visit
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "feeds",
        help=_("list the feeds, rename, sort and remove them, see how they fare"),
        description=_(FEEDS_HELP),
        formatter_class=Layout,
    )
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        metavar="ACTION",
        choices=tuple(ACTIONS),
        help=_("what to do: one of those above; without it the feeds are listed"),
    )
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help=_("the feed, and what is to become of it")
    )
    parser.add_argument("--health", action="store_true", help=_("how each feed fares"))
    parser.add_argument("--tree", action="store_true", help=_("by folders"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a feed"))
    parser.add_argument("--yes", action="store_true", help=_("remove without asking"))
    parser.add_argument("--with-articles", action="store_true", help=_("remove its articles too"))
    parser.set_defaults(handler=manage_feeds)


def manage_feeds(options: argparse.Namespace, context: Context) -> int:
    return ACTIONS[options.action](options, context)


def find_feed(context: Context, words: str) -> Feed:
    """The one feed that someone means; raises UsageError where it is none or several."""
    from lesart.feeds.http.addresses import shown, typed

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
        raise UsageError(
            _("no feed is called “{words}”; `lesart feeds` lists them.").format(words=words)
        )
    names = ", ".join(f"{feed.id} {feed.title}" for feed in fitting[:5])
    raise UsageError(
        _("“{words}” fits several feeds ({names}); name one by its number.").format(
            words=words, names=names
        )
    )


def _list(options: argparse.Namespace, context: Context) -> int:
    if options.health:
        return _health(options, context)
    if options.tree and not options.json:
        return _tree(context)
    for count in context.store.feeds.counts():
        feed = count.feed
        if options.json:
            context.say_json(
                _described(feed) | {"articles": count.articles, "unread": count.unread}
            )
            continue
        marks = [feed.folder, *(f"#{tag}" for tag in feed.tags), *_marks(feed, context.now())]
        state = f"  [{', '.join(mark for mark in marks if mark)}]" if any(marks) else ""
        numbers = f"{numeral(count.unread)}/{numeral(count.articles)}"
        context.say(f"{feed.id:>4}  {numbers:>9}  {feed.title}{state}  {shown_address(feed)}")
    return 0


def _marks(feed: Feed, now: int) -> list[str]:
    marks = [_("paused")] if feed.is_paused else []
    marks += [_("muted")] if feed.is_muted(now) else []
    marks += [_("gone")] if feed.is_gone else []
    return marks + ([_("failing")] if feed.error and not feed.is_gone else [])


def _tree(context: Context) -> int:
    from lesart.services.feed_tree import lines, tree_of

    store = context.store
    for depth, place in lines(tree_of(store.feeds.counts(), store.articles.folders())):
        sign = f"{place.name}/" if place.feed is None else place.name
        marks = _marks(place.feed, context.now()) if place.feed is not None else []
        state = f"  [{', '.join(marks)}]" if marks else ""
        numbers = f"{numeral(place.unread)}/{numeral(place.articles)}"
        context.say_as_is(f"{numbers:>9}  {'  ' * depth}{sign}{state}")
    return 0


def _described(feed: Feed) -> dict[str, Any]:
    return {
        "id": feed.id, "url": shown_address(feed), "title": feed.title, "site": feed.site,
        "folder": feed.folder, "tags": list(feed.tags), "paused": feed.is_paused,
        "gone": feed.is_gone, "fulltext": feed.wants_full_text, "every": feed.every,
        "muted_until": _utc(feed.muted_until), "error": feed.error or None,
    }  # fmt: skip


def _health(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.feed_health import health_of

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
    context.say(_("It is called {value} now.").format(value=renamed.title if renamed else name))
    return 0


def _folder(options: argparse.Namespace, context: Context) -> int:
    feed, name = _feed_and_words(options, context, "NAME")
    name = folder_name(name)
    context.store.feeds.change(feed.id, folder=name)
    context.say(
        _("{title} is in {name}.").format(title=feed.title, name=name)
        if name
        else _("{title} is in no folder.").format(title=feed.title)
    )
    return 0


def _tag(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    tags = [tag_name(tag.lstrip("#")) for tag in options.words[1:]]
    context.store.feeds.change(feed.id, tags=[tag for tag in tags if tag])
    said = " ".join(f"#{tag}" for tag in tags if tag) or _("no tags")
    context.say(f"{feed.title}: {said}.")
    return 0


def _pause(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    is_paused = options.action == "pause"
    context.store.feeds.change(feed.id, **paused(is_paused))
    context.say(
        (_("{title} is paused.") if is_paused else _("{title} is visited again.")).format(
            title=feed.title
        )
    )
    return 0


def _full_text(options: argparse.Namespace, context: Context) -> int:
    feed, word = _feed_and_words(options, context, "on|off")
    if word not in ("on", "off"):
        raise UsageError(_("say on or off: lesart feeds fulltext FEED on"))
    context.store.feeds.change(feed.id, wants_full_text=word == "on")
    context.say(_("{title}: full text at refresh is {word}.").format(title=feed.title, word=word))
    return 0


def _every(options: argparse.Namespace, context: Context) -> int:
    feed, words = _feed_and_words(options, context, "30m|6h|2d|auto")
    values = rhythm(feed, words)
    context.store.feeds.change(feed.id, **values)
    context.say(
        _("{title} is visited every {words}: by `lesart refresh --due`, and by the open reader.")
        .format(title=feed.title, words=words)
        if values["every"]
        else _("{title} is visited in its own rhythm.").format(title=feed.title)
    )  # fmt: skip
    return 0


def _mute(options: argparse.Namespace, context: Context) -> int:
    feed, words = _feed_and_words(options, context, "7d|2026-12-31|off")
    values = muted(words, context.now())
    context.store.feeds.change(feed.id, **values)
    until = values["muted_until"]
    context.say(
        _("{title} is muted until {until}: its new articles come in as read.").format(
            title=feed.title, until=moment(until)
        )
        if until is not None
        else _("{title} is not muted.").format(title=feed.title)
    )
    return 0


def _address(options: argparse.Namespace, context: Context) -> int:
    feed, words = _feed_and_words(options, context, "URL")
    context.store.feeds.change(feed.id, **address(context.store, feed, words))
    now = context.store.feeds.get(feed.id) or feed
    context.say(
        _("{title} lives at {address}; `lesart refresh {id}` visits it.").format(
            title=feed.title, address=shown_address(now), id=feed.id
        )
    )
    return 0


def _rename_folder(options: argparse.Namespace, context: Context) -> int:
    if len(options.words) != 2:
        raise UsageError(_("this needs two words: lesart feeds rename-folder OLD NEW"))
    old, new = map(folder_name, options.words)
    changes = moved_folder(context.store.feeds.all(), old, new) if old else {}
    if not changes:
        raise UsageError(
            _("no feed is in a folder “{name}”; `lesart feeds --tree` shows them.").format(name=old)
        )
    context.store.feeds.exchange(changes)
    context.say(
        ngettext(
            "{count} feed moved from {old} to {new}.",
            "{count} feeds moved from {old} to {new}.",
            len(changes),
        ).format(count=numeral(len(changes)), old=old, new=new or _("no folder"))
    )
    return 0


def _remove(options: argparse.Namespace, context: Context) -> int:
    feed = _feed_only(options, context)
    if not options.yes:
        if not sys.stdin.isatty():
            raise UsageError(_("removing a feed needs a yes; add --yes."))
        context.err.write(_("Remove {title}? [y/N] ").format(title=clean_line(feed.title)))
        context.err.flush()
        if context.stdin.readline().strip().lower() not in (b"y", b"yes", b"j", b"ja"):
            context.tell(_("Nothing was removed."))
            return 1
    removed = context.store.feeds.remove(feed.id, with_articles=options.with_articles)
    deleted, kept = (removed.deleted, removed.kept) if removed else (0, 0)
    context.say(
        ngettext(
            "{title} was removed; {count} article deleted, {kept} kept.",
            "{title} was removed; {count} articles deleted, {kept} kept.",
            deleted,
        ).format(title=feed.title, count=numeral(deleted), kept=numeral(kept))
    )
    return 0


def _errors(options: argparse.Namespace, context: Context) -> int:
    from lesart.locales.read_dates import iso
    from lesart.model.moment import Moment

    failing = [feed for feed in context.store.feeds.all() if feed.error]
    for feed in failing:
        since = iso(Moment(feed.succeeded)) if feed.succeeded else "never"
        if options.json:
            context.say_json(_described(feed) | {"failures": feed.error_count, "succeeded": since})
        else:
            context.say(
                _("{id}  {title}: {error} (last success: {since})").format(
                    id=f"{feed.id:>4}", title=feed.title, error=feed.error, since=since
                )
            )
    if not failing and not options.json:
        context.tell(_("No feed failed at its last visit."))
    return 0


ACTIONS = {
    "list": _list, "rename": _rename, "folder": _folder, "tag": _tag, "pause": _pause,
    "resume": _pause, "fulltext": _full_text, "every": _every, "mute": _mute, "address": _address,
    "rename-folder": _rename_folder, "remove": _remove, "errors": _errors,
}  # fmt: skip


def _feed_only(options: argparse.Namespace, context: Context) -> Feed:
    if not options.words:
        raise UsageError(
            _("name the feed: lesart feeds {action} FEED").format(action=options.action)
        )
    return find_feed(context, options.words[0])


def _feed_and_words(options: argparse.Namespace, context: Context, what: str) -> tuple[Feed, str]:
    if len(options.words) < 2:
        raise UsageError(
            _("this needs two words: lesart feeds {action} FEED {what}").format(
                action=options.action, what=what
            )
        )
    return find_feed(context, options.words[0]), clean_line(" ".join(options.words[1:]), 300)


def _utc(seconds: int | None) -> str | None:
    from lesart.locales.read_dates import iso
    from lesart.model.moment import Moment

    return None if seconds is None else iso(Moment(seconds))


def shown_address(feed: Feed) -> str:
    """The feed's address without its secrets."""
    from lesart.feeds.http.addresses import shown

    return shown(feed.url)
