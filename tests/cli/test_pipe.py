"""Stages of the work as filters over JSON lines."""

from __future__ import annotations

import base64
import json
from typing import Any

from tests.cli.conftest import Lesart, Ran
from tests.conftest import NOW

RSS = (
    b"<rss version='2.0'><channel><title>T</title><link>http://x.example/</link><item>"
    b"<title>A</title><link>/a</link><pubDate>Mon, 02 Jan 2006 15:04:05 EST</pubDate>"
    b"<description>&lt;p&gt;Hi&lt;/p&gt;</description></item></channel></rss>"
)


def line(body: bytes | None = None, **values: Any) -> bytes:
    if body is not None:
        values["body_b64"] = base64.b64encode(body).decode()
    return json.dumps(values).encode() + b"\n"


def answers(ran: Ran) -> list[dict[str, Any]]:
    assert ran.status == 0
    return [json.loads(text) for text in ran.lines]


def test_parse_answers_each_line_in_order(lesart: Lesart) -> None:
    stdin = (
        line(RSS, id="a", url="http://x.example/feed", headers={"Content-Type": "text/xml"})
        + line(b"<html>", id="b", url="http://x.example/")
        + b"garbage\n\n[1]\n"
        + line(id="c")
        + line(RSS, id=7, url="http://x.example/feed")
    )
    got = answers(lesart("pipe", "parse", stdin=stdin))
    assert [answer["id"] for answer in got] == ["a", "b", None, None, "c", 7]
    assert got[0] == {
        "id": "a",
        "kind": "rss",
        "title": "T",
        "link": "http://x.example/",
        "entries": [
            {
                "id": "http://x.example/a",
                "title": "A",
                "link": "http://x.example/a",
                "published": "2006-01-02T20:04:05Z",
                "updated": None,
                "content": "<p>Hi</p>",
            }
        ],
        "error": None,
    }
    assert all(isinstance(answer["error"], str) for answer in got[1:5])


def test_parse_does_not_believe_the_future(lesart: Lesart) -> None:
    future = RSS.replace(b"2006", b"2036")
    [now, then] = answers(
        lesart("pipe", "parse", stdin=line(future, id=1, url="x") + line(future, id=2, now=NOW * 2))
    )
    assert now["entries"][0]["published"] is None
    assert then["entries"][0]["published"] == "2036-01-02T20:04:05Z"


def test_discover_lists_the_feeds_of_a_page(lesart: Lesart) -> None:
    page = b"<link rel=alternate type=application/atom+xml href=/a title='The feed'>"
    [got] = answers(
        lesart("pipe", "parse", stdin=line(page, id=1, op="discover", url="http://x.example/b/"))
    )
    assert got == {
        "id": 1,
        "feeds": [{"url": "http://x.example/a", "title": "The feed", "type": "atom"}],
        "error": None,
    }


def test_every_stage_can_be_loaded_and_survives_an_empty_object(lesart: Lesart) -> None:
    from lesart.cli.pipe import PIPES

    for stage in PIPES:
        [got] = answers(lesart("pipe", stage, stdin=b"{}\n"))
        assert isinstance(got["error"], str)
