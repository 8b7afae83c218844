"""A feed that keeps the parser busy is given up, and the next one is read as if nothing had been."""

from __future__ import annotations

import time

import pytest

from lesart.feeds.formats.parsed import NotAFeed
from lesart.feeds.parse_worker import ParseWorker
from lesart.model.errors import FeedError
from lesart.text.prepared import prepared

GOOD = b"<rss><channel><title>T</title><item><title>x</title><description>&lt;p&gt;Words.&lt;/p&gt;</description></item></channel></rss>"
# As much as one feed may hold; reading it takes seconds.
SLOW = (
    b"<rss><channel><title>T</title>"
    + b"<item><title>x</title><author>a@b.c (A)</author><description>words</description></item>"
    * 5000
    + b"</channel></rss>"
)


def test_a_deadline_really_ends_the_work() -> None:
    with ParseWorker() as worker:
        worker.read(GOOD, url="http://x.example/")  # the child has started
        worker.deadline = 0.2
        began = time.monotonic()
        with pytest.raises(FeedError, match="given up"):
            worker.read(SLOW, url="http://x.example/")
        assert time.monotonic() - began < 10
        worker.deadline = 20
        assert worker.read(GOOD, url="http://x.example/").feed.title == "T"


def test_a_child_that_dies_is_replaced() -> None:
    with ParseWorker() as worker:
        worker.read(GOOD, url="http://x.example/")
        assert worker.process.child is not None
        worker.process.child.kill()
        worker.process.child.wait()
        assert worker.read(GOOD, url="http://x.example/").feed.title == "T"


def test_stories_come_in_place_of_entries_on_request() -> None:
    with ParseWorker() as worker:
        read = worker.read(GOOD, url="http://x.example/", with_stories=True)
    assert [(story.title, story.text) for story in read.stories] == [("x", "Words.")]
    assert not read.feed.entries


def test_what_the_words_are_made_of_comes_along_on_request() -> None:
    with ParseWorker() as worker:
        read = worker.read(GOOD, url="http://x.example/", with_stories=True, is_much_new=True)
        assert sorted(read.stretches.split()) == [b"words", b"x"]
        assert not worker.read(GOOD, url="http://x.example/", with_stories=True).stretches


def test_what_storing_asks_for_is_worked_out_where_most_of_a_feed_is_new() -> None:
    with ParseWorker() as worker:
        read = worker.read(GOOD, url="http://x.example/", with_stories=True, is_much_new=True)
        [story] = read.stories
        assert story.prepared == prepared("x", "Words.")
        [story] = worker.read(GOOD, url="http://x.example/", with_stories=True).stories
        assert story.prepared is None


def test_an_answer_larger_than_any_pipe_comes_whole() -> None:
    words = b"word " * 900_000
    with ParseWorker() as worker:
        for _ in range(2):  # nothing of the first is left in the way
            read = worker.read(
                GOOD.replace(b"Words.", words), url="http://x.example/", with_stories=True
            )
            assert read.stories[0].text == words.decode().strip()


def test_errors_arrive_as_what_they_are() -> None:
    with ParseWorker() as worker, pytest.raises(NotAFeed, match="web page"):
        worker.read(b"<html>", url="http://x.example/")
