"""Subscriptions come in and go out with their folders."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.feeds.formats.opml import Subscription, read_newsboat, read_subscriptions, write_opml
from lesart.model.errors import LesartError
from lesart.model.feed import Feed
from lesart.query import parse_query


def test_opml_is_read_with_folders_titles_and_tags() -> None:
    listed = read_subscriptions(
        b"""<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
        <outline text="News"><outline title="Deutsch" text="de">
          <outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed?x=1&amp;y=2"
                   htmlUrl="https://a.example/" category="/politics,world"/></outline>
          <outline text="C" xmlurl="c.example/rss"/></outline>
        <outline text="Loose" XMLURL="feed://l.example/rss"><outline text="deep"
                 xmlUrl="https://d.example/"/></outline>
        <outline text="twice" xmlUrl="c.example/rss"/><outline text="bad" xmlUrl="file:///etc/passwd"/>
        </body></opml>"""
    )
    assert listed.subscriptions == (
        Subscription("https://a.example/feed?x=1&y=2", "A & B", "https://a.example/", "News/de",
                     ("politics", "world")),
        Subscription("https://c.example/rss", "C", "", "News"),
        Subscription("http://l.example/rss", "Loose"),
        Subscription("https://d.example/", "deep"),
    )  # fmt: skip
    assert len(listed.problems) == 1
    assert "file" in listed.problems[0]


def test_what_goes_out_comes_in_again() -> None:
    feeds = [
        Feed(1, "https://a.example/?a=1&b=2", 'A "quoted" <b> & more', "https://a.example/", "News/de",
             ("x", "y")),
        Feed(2, "https://b.example/", "B", "", "News"),
        Feed(3, "https://c.example/", "C \x1b[31m", "", ""),
    ]  # fmt: skip
    listed = read_subscriptions(write_opml(feeds).encode())
    assert [(s.url, s.folder, s.tags) for s in listed.subscriptions] == [
        (feed.url, feed.folder, feed.tags) for feed in feeds
    ]
    assert listed.subscriptions[0].title == feeds[0].title


def test_passwords_do_not_go_out() -> None:
    text = write_opml([Feed(1, "https://eve:secret@a.example/feed", "A")])
    assert "secret" not in text
    assert "eve" not in text
    assert "https://a.example/feed" in text


def test_entities_of_a_list_are_neither_expanded_nor_fetched() -> None:
    listed = read_subscriptions(
        b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY f SYSTEM "file:///etc/passwd">
        <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <opml><body><outline text="&f;&b;" xmlUrl="https://a.example/"/></body></opml>"""
    )
    [subscription] = listed.subscriptions
    assert "root:" not in subscription.title
    assert len(subscription.title) < 40


def test_deep_folders_do_not_break_anything() -> None:
    nest = b"<outline text='f'>" * 3000 + b"<outline xmlUrl='https://a.example/'/>"
    listed = read_subscriptions(b"<opml><body>" + nest + b"</outline>" * 3000 + b"</body></opml>")
    assert len(listed.subscriptions) <= 1


@pytest.mark.parametrize("data", [b"<rss/>", b"<opml>", b"<html><body>", b"<"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises(LesartError):
        read_subscriptions(data)


def test_newsboats_urls_are_read_with_tags_and_names() -> None:
    listed = read_newsboat(
        '# my feeds\nhttps://a.example/feed  news "two words" "~My name" !\n\n'
        'https://b.example/ # a comment\nexec:~/bin/x.sh tag\n"query:Unread:unread = \\"yes\\""\n'
        'nonsense\nhttps://c.example/ "open\n'
    )
    assert listed.subscriptions == (
        Subscription("https://a.example/feed", "My name", tags=("news", "two words")),
        Subscription("https://b.example/"),
        Subscription("https://c.example/", tags=("”open",)),
    )
    assert len(listed.problems) == 2
    assert [(view.name, view.query) for view in listed.views] == [("Unread", "is:unread")]


def test_quotation_marks_within_a_value_lose_no_feed() -> None:
    listed = read_subscriptions(
        b'<opml><body><outline text="the "Post" today" type="rss" xmlUrl="https://a.example/f"/>\n'
        b'<outline text="B" xmlUrl="https://b.example/f"/></body></opml>'
    )
    assert [(s.url, s.title) for s in listed.subscriptions] == [
        ("https://a.example/f", 'the "Post" today'), ("https://b.example/f", "B"),
    ]  # fmt: skip
    assert listed.problems == ()


def test_a_feed_whose_address_is_called_url_is_read_and_a_page_is_told() -> None:
    listed = read_subscriptions(
        b'<opml><body><outline type="rss" text="A" url="https://a.example/f"/>'
        b'<outline type="link" text="B" url="https://b.example/"/></body></opml>'
    )
    assert [s.url for s in listed.subscriptions] == ["https://a.example/f"]
    assert listed.problems == (
        "1 line leads to a page and not to a feed; `lesart add` looks for the feeds of a page.",
    )


def test_what_is_too_broken_to_be_read_is_told() -> None:
    listed = read_subscriptions(
        b"<opml><body><outline text='A' xmlUrl='https://a.example/f'/>"
        b"<outline text='B's' xmlUrl='https://b.example/f' <></body></opml>"
    )
    assert [s.url for s in listed.subscriptions] == ["https://a.example/f"]
    assert listed.problems == ("1 feed of the file could not be read: the XML is broken there.",)


def test_a_list_without_a_body_is_read() -> None:
    listed = read_subscriptions(
        b'<opml><head/><outline text="A" xmlUrl="https://a.example/f"/></opml>'
    )
    assert len(listed.subscriptions) == 1


@pytest.mark.parametrize(
    ("expression", "query"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread != "yes"', "is:read"),
        ('unread = "yes" and tags # "news"', "is:unread in:news"),
        ('tags # "two words" or feedtitle =~ "Radio"', 'in:"two words" OR from:Radio'),
        ('age < 7 and (title =~ "bank|rate" or author =~ "Ann Lee")',
         'last:7d (title:bank OR title:rate OR author:"Ann Lee")'),
        ('age between 0:3', "last:3d"),
        ('age > 30', "-last:30d"),
        ('tags !# "noise" and content !~ "sport|cars"', "-in:noise (-(sport OR cars))"),
    ],
)  # fmt: skip
def test_a_query_feed_of_newsboat_is_a_query_that_means_the_same(
    expression: str, query: str
) -> None:
    line = '"query:Mine:' + expression.replace('"', '\\"') + '" tag'
    listed = read_newsboat(line)
    assert [(view.name, view.query) for view in listed.views] == [("Mine", query)]
    assert parse_query(query, date(2026, 1, 1)).problems == ()
    assert listed.problems == ()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('"query:Mine:link =~ \\"x\\""', "line 1: this query feed has no view here: “link =~” cannot be asked"),
        ('"query:Mine:title =~ \\"^A.*\\""', "is a pattern; only words can be asked for here"),
        ('"query:Mine:unread = "', "it ends too early"),
        ('"query:Mine:(unread = \\"yes\\""', "it ends too early"),
        ('"query:Mine"', "has no name or no expression"),
        ('"query:Mine:' + "(" * 300 + '"', "too many brackets"),
        ('"query:Mine:unread = \\"yes\\" nonsense"', "“nonsense” was not expected"),
    ],
)  # fmt: skip
def test_a_query_feed_that_cannot_be_asked_here_is_told_with_its_line(line: str, says: str) -> None:
    listed = read_newsboat(line)
    assert listed.views == ()
    assert says in listed.problems[0]
