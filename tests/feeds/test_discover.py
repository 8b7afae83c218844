"""From a page to its feeds."""

from __future__ import annotations

import pytest

from lesart.feeds.http.addresses import shown, typed
from lesart.feeds.pages.discover import FoundFeed, discover, likely_places
from lesart.model.errors import FeedError

URL = "https://www.example.org/news/index.html"


def test_declared_feeds_come_first_and_in_order() -> None:
    page = b"""<html><head><base href="/base/">
      <link rel="alternate" type="application/rss+xml" title=" All
        news " href="rss.xml">
      <link rel="ALTERNATE home" type="application/atom+xml; charset=utf-8" href="//cdn.example.org/a">
      <link rel="alternate" type="application/feed+json" href="https://x.example/f.json">
      <link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" href="x.rss">
      </head><body><a href="/feed/">Feed</a><a href="https://other.example/rss">Other</a></body>"""
    assert discover(page, url=URL) == [
        FoundFeed("https://www.example.org/base/rss.xml", "All news", "rss"),
        FoundFeed("https://cdn.example.org/a", "", "atom"),
        FoundFeed("https://x.example/f.json", "", "json"),
        FoundFeed("https://www.example.org/feed/", "Feed", "rss"),
        FoundFeed("https://other.example/rss", "Other", "rss"),
    ]


def test_interfaces_of_programs_are_no_feeds() -> None:
    page = b"""<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
      <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">
      <link rel="alternate" type="text/xml" href="/oembed?format=xml">"""
    assert discover(page, url=URL) == []


def test_a_feed_named_twice_is_one() -> None:
    page = b"""<link rel=alternate type=application/rss+xml href=/rss title=A>
      <a href="/rss#top">again</a><a href="/rss">and again</a>"""
    assert [feed.title for feed in discover(page, url=URL)] == ["A"]


@pytest.mark.parametrize(
    "page", [b"", b"no markup", b"\0\0\0", b"<", b"<html>" * 100_000, b"\xff" * 99]
)
def test_pages_without_feeds_give_none(page: bytes) -> None:
    assert discover(page, url=URL) == []


def test_harmful_addresses_are_no_feeds() -> None:
    page = b"""<link rel=alternate type=application/rss+xml href="file:///etc/passwd">
      <link rel=alternate type=application/rss+xml href="javascript:alert(1)">"""
    assert discover(page, url=URL) == []


def test_likely_places_are_beside_the_page_and_at_the_root() -> None:
    places = likely_places("https://example.org/blog/")
    assert places[0] == "https://example.org/blog/feed"
    assert "https://example.org/feed" in places
    assert (
        likely_places("https://github.com/a/b/issues")[0] == "https://github.com/a/b/releases.atom"
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.org", "https://example.org/"),
        (" HTTP://Example.org/Feed#top ", "http://Example.org/Feed"),
        ("feed://example.org/rss", "http://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("localhost:8080/rss", "http://localhost:8080/rss"),
        ("192.168.1.7/rss", "http://192.168.1.7/rss"),
        ("[::1]:81/rss", "http://[::1]:81/rss"),
        ("8.8.8.8/rss", "https://8.8.8.8/rss"),
        ("http://eve:pw@example.org/", "http://eve:pw@example.org/"),
    ],
)
def test_what_people_type_is_understood(text: str, address: str) -> None:
    assert typed(text).lower() == address.lower()


@pytest.mark.parametrize("text", ["", "file:///etc/passwd", "ftp://x.example/", "javascript:alert(1)",
                                  "http://", "http://[", "https://" + "a" * 5000])  # fmt: skip
def test_what_cannot_be_a_feed_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(FeedError) as caught:
        typed(text)
    assert caught.value.reason.endswith(".")


def test_what_is_shown_holds_no_password() -> None:
    assert shown("https://eve:pw@x.example:8/a?b") == "https://x.example:8/a?b"
