"""An entry is known again, and two entries are never taken for one."""

from __future__ import annotations

import pytest

from lesart.feeds.formats.identity import identity, without_twins
from lesart.feeds.formats.parse import parse_feed
from lesart.model.article import Draft
from lesart.store import Store


def entries(*items: str):
    body = "".join(f"<item>{item}</item>" for item in items)
    document = f"<rss version='2.0'><channel><title>T</title><link>https://x.example/</link>{body}"
    return parse_feed(f"{document}</channel></rss>".encode(), url="https://x.example/f").entries


def titles_kept(*items: str) -> list[str]:
    return [kept.title for _, kept in without_twins(entries(*items))]


STORIES = ("Ferry sinks", "Bridge opens", "Market day moved")


@pytest.mark.parametrize(
    "rest",
    [
        "<link>https://x.example/status</link>",
        "<link>N/A</link><guid isPermaLink='false'>N/A</guid>",
        "<link>https://x.example/</link><guid isPermaLink='false'>item</guid>",
        "<guid isPermaLink='false'>null</guid>",
        "<guid></guid>",
    ],
)
def test_what_stands_at_every_entry_identifies_none(rest: str) -> None:
    items = [
        f"<title>{title}</title>{rest}<description>{title}.</description>" for title in STORIES
    ]
    assert titles_kept(*items) == list(STORIES)
    again = [identity(kept) for _, kept in without_twins(entries(*reversed(items)))]
    assert set(again) == {identity(kept) for _, kept in without_twins(entries(*items))}


def test_a_story_with_another_title_is_still_one() -> None:
    guid = "<guid isPermaLink='false'>7</guid><link>https://x.example/7</link>"
    items = (
        f"<title>Ferry sinks off the island</title>{guid}<pubDate>Mon, 04 Mar 2024 09:00:00 GMT</pubDate>",
        f"<title>Ferry sinks, all saved</title>{guid}<pubDate>Mon, 04 Mar 2024 11:00:00 GMT</pubDate>",
    )
    assert titles_kept(*items) == ["Ferry sinks, all saved"]


def a_feed(store: Store) -> int:
    return store.feeds.add("https://x.example/f", now=1)[0].id


def test_a_guid_that_learns_https_is_the_same(store: Store) -> None:
    feed = a_feed(store)
    first = store.articles.add(
        Draft(title="A", text="Words.", feed_id=feed, guid="http://x.example/1"), now=1
    )
    again = store.articles.add(
        Draft(title="A", text="Other.", feed_id=feed, guid="https://x.example/1"), now=2
    )
    assert (again.id, again.is_revised) == (first.id, True)


def test_stories_at_one_link_stay_apart_at_later_visits(store: Store) -> None:
    feed = a_feed(store)

    def visit(*titles: str) -> list[int]:
        items = [f"<title>{t}</title><link>https://x.example/status</link><description>{t}.</description>"
                 for t in titles]  # fmt: skip
        return [
            store.articles.add(
                Draft(
                    title=kept.title,
                    text=f"{kept.title}.",
                    feed_id=feed,
                    guid=kept.guid,
                    link=kept.link,
                ),
                now=1,
            ).id
            for _, kept in without_twins(entries(*items))
        ]

    one = visit(STORIES[0])
    three = visit(*STORIES)
    assert three[0] == one[0]
    assert len(set(three)) == 3
    assert visit(STORIES[1]) == [three[1]]
    assert visit(*STORIES) == three
