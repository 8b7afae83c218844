"""Where a feed gives only a summary, the article's own page gives the rest, or a sentence."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lesart.anchor import make_anchor
from lesart.feeds.http.fetch import Request
from lesart.model.text import Span
from lesart.services import former_text
from lesart.services import full_text as completing
from tests.conftest import NOW, a_draft

SUMMARY = "The storm left many homes dark."
PARAGRAPH = (
    "The storm left many homes dark. Crews worked through the night to mend the lines, and the "
    "mayor said that the last street would have light again by the evening of the next day. "
)
PAGES = {
    "/full": "<h1>Storm</h1><article>" + f"<p>{PARAGRAPH}</p>" * 6 + "</article>",
    "/empty": "<p>Please enable JavaScript to read this.</p>",
}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path)
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            f"<html><head><title>Storm</title></head><body>{page}</body></html>".encode()
        )

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch) -> Iterator[str]:
    """A real server. An address from a feed may not be a local one, so the test says it was typed."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    monkeypatch.setattr(
        completing,
        "Request",
        lambda url, accept, is_typed: Request(url, accept=accept, is_typed=True),
    )
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()


def summary(store, link: str) -> int:
    feed, _ = store.feeds.add("https://example.org/feed")
    draft = a_draft(SUMMARY, title="Storm", link=link, feed_id=feed.id, guid="g",
                    is_full_text=False, text_state="The feed gives only this summary.")  # fmt: skip
    return store.articles.add(draft, now=NOW).id


def test_the_whole_text_takes_the_summarys_place_and_is_no_correction(store, server):
    article_id = summary(store, f"{server}/full")
    store.annotations.add(article_id, make_anchor(SUMMARY, Span(4, 9)), now=NOW)
    done = completing.complete(store, article_id, now=NOW + 5)
    article = store.articles.get(article_id)
    assert done.is_done
    assert len(article.text) > 500
    assert (article.is_full_text, article.text_state, article.revised) == (True, "", None)
    [note] = store.annotations.of(article_id)
    assert article.text[note.span.start : note.span.end] == "storm"


@pytest.mark.parametrize("path", ["/empty", "/missing"])
def test_where_there_is_no_more_the_summary_stays_and_a_sentence_says_why(store, server, path):
    article_id = summary(store, server + path)
    done = completing.complete(store, article_id, now=NOW)
    article = store.articles.get(article_id)
    assert not done.is_done
    assert article.text == SUMMARY
    assert article.text_state.startswith("Full text not found")


def test_a_summary_never_replaces_the_full_text_that_was_fetched(store, server):
    article_id = summary(store, f"{server}/full")
    completing.complete(store, article_id, now=NOW)
    long = store.articles.get(article_id).text
    summary(store, f"{server}/full")
    assert store.articles.get(article_id).text == long


def test_an_address_from_a_feed_may_not_lead_into_the_local_network(store):
    article_id = summary(store, "http://127.0.0.1:9/secret")
    done = completing.complete(store, article_id, now=NOW)
    assert not done.is_done
    assert "private" in done.says or "local" in done.says


def test_pages_of_many_hosts_are_fetched_at_the_same_time_and_one_failure_stops_no_other(
    store, server
):
    ids = []
    for at, path in enumerate(["/full", "/missing", "/empty", "/full"]):
        feed, _ = store.feeds.add("https://example.org/feed")
        draft = a_draft(f"{SUMMARY} {at}", title="Storm", link=f"{server}{path}", feed_id=feed.id,
                        guid=f"g{at}", is_full_text=False, text_state="Only a summary.")  # fmt: skip
        ids.append(store.articles.add(draft, now=NOW).id)
    done = {d.article_id: d.is_done for d in completing.complete_all(store, [*ids, 999], now=NOW)}
    assert done == {ids[0]: True, ids[1]: False, ids[2]: False, ids[3]: True, 999: False}


def test_what_is_asked_for_no_more_is_not_waited_for(store, server):
    ids = [summary(store, f"{server}/full")]
    rest = completing.complete_all(store, ids * 3, now=NOW)
    next(rest)
    rest.close()
    assert threading.active_count() < 20


def test_the_text_before_a_page_comes_back_and_goes_again_and_notes_stay_on_their_words(
    store, server
):
    link = f"{server}/full"
    article_id = summary(store, link)
    store.annotations.add(article_id, make_anchor(SUMMARY, Span(4, 9)), now=NOW)
    completing.complete(store, article_id, now=NOW + 5)
    page = store.articles.get(article_id)
    only_here = page.text.index("mayor")
    store.annotations.add(
        article_id,
        make_anchor(page.text, Span(only_here, only_here + 5)),
        now=NOW + 6,
        revision=page.revision,
    )

    def marked() -> list[str]:
        text = store.articles.get(article_id).text
        return [
            text[note.span.start : note.span.end] if note.span else note.status
            for note in store.annotations.of(article_id)
        ]

    def shown() -> tuple[object, ...]:
        article = store.articles.get(article_id)
        return article.text, article.is_full_text, article.text_state, article.revised

    before = (SUMMARY, False, "The feed gives only this summary.", None)
    after = (page.text, True, "", None)
    places = [note.span for note in store.annotations.of(article_id)]
    for _again in range(2):
        turned = former_text.turn(store, article_id, is_back=True, now=NOW + 7)
        assert turned.orphans == 1
        assert (shown(), marked()) == (before, ["storm", "orphan"])
        assert former_text.turn(store, article_id, is_back=True, now=NOW + 7) is None
        former_text.turn(store, article_id, is_back=False, now=NOW + 8)
        assert (shown(), marked()) == (after, ["storm", "mayor"])
        assert [note.span for note in store.annotations.of(article_id)] == places
    former_text.turn(store, article_id, is_back=True, now=NOW + 9)
    # The feed shows its summary again: nothing is new, and the page does not come by itself.
    kept = store.articles.get(article_id)
    again = a_draft(SUMMARY, title="Storm", link=link, feed_id=kept.feed_id, guid="g",
                    is_full_text=False, text_state=kept.text_state)  # fmt: skip
    added = store.articles.add(again, now=NOW + 10)
    assert (added.is_new, added.is_revised, shown()) == (False, False, before)


def test_what_stands_in_the_place_of_the_kept_way_back_is_passed_over(store, server):
    article_id = summary(store, f"{server}/full")
    for value in ("", "[", "[[],[]]", "[[[1]],[[2]]]", '[[["a",1,1,1,1,1]],3]', "{}", "null"):
        store.settings.set(f"former_text:{article_id}", value)
        assert former_text.turn(store, article_id, is_back=True, now=NOW) is None
    store.settings.set(f"former_text:{article_id}", '[[[77,true,"","",null,null]],[]]')
    assert former_text.turn(store, article_id, is_back=True, now=NOW) is None
    assert store.articles.get(article_id).text == SUMMARY
