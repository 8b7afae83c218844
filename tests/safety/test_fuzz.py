"""Whatever comes in, everything answers: with what it is for, or with a sentence; never with a bug.

LESART_FUZZ=20000 makes every test try so many inputs (the long run); without it they take seconds.
Inputs that once broke something stand in `test_once_broken.py` by name.
"""

from __future__ import annotations

import io
import json
import os
import re
import time
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.model.annotation import Anchor
from lesart.model.article import Draft
from lesart.model.errors import LesartError
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.query import parse_query
from lesart.store import Store
from tests.conftest import NOW
from tests.safety.hostile import ACTS, HOSTILE

TRIES = int(os.environ.get("LESART_FUZZ", "40"))
TODAY = date(2026, 11, 18)
LINKS = ("http://", "https://", "mailto:")
often = settings(
    max_examples=TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
ODD = st.sampled_from(HOSTILE).map(lambda words: words[:300])


def mix(*pieces: str, size: int = 30) -> st.SearchStrategy[str]:
    """Texts of a grammar's own pieces, with anything between them."""
    return st.lists(
        st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), ANY, ODD), max_size=size
    ).map("".join)


def as_bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


TEXTS = mix(
    " ", "\n\n", "4.500 ", "12 % ", "€", "1,5 Mrd. ", "Soldaten ", "Barack Obama ", "rund ", "zwischen ", " und ", "3–5 ",
    "2018", "„", "“", "(", ")", ".", "seit ", "um ", "Half of ", "$2bn ", "Mr. ", "de ", "U.S. ", "\u202f", "-",
)  # fmt: skip
QUERIES = mix(
    '"', "-", "~", "(", ")", " OR ", " ", "title:", "figure>", "figure:1..", "5%", "1m€", "after:2026-", "before:", "on:today",
    "last:7d", "is:unread", "has:", "entity:", 'in:"a"', "sort:rank", "tag:#x", "*", "'", ";", "NEAR(", "a*", "AND", "NOT",
    "ß", "\x00", "^a", "{x}", "col:", "1e999", "figure:-..-", "last:99999999999999999999d", "+", "\\",
)  # fmt: skip
MARKUP = mix(
    "<", ">", "/", "&", ";", "<p>", "</p>", "<a href=", "'javascript:x'", '"//x.org/"', "<ul><li>", "<table><tr><td>", "<pre>",
    "<blockquote>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "&#27;", "&#x202e;", "&#150;", "&nbsp;", "<svg>",
    "<base href=http://h/>", "<meta charset=utf-16>", "<title>", "<h1>", "<br>", "<sup>2</sup>", "<em>", "<style>", "hidden ",
    "<article>", "<time datetime=2018-99-99>", "<?xml version='1.0'?>", "words of a text that is long enough to count. ", "\x00",
)  # fmt: skip
FEEDS = mix(
    "<rss version='2.0'><channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "http://x.org/", "<pubDate>",
    "Mon, 31 Feb 2026 25:61:61 +9999", "</pubDate>", "<description>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
    "<id>", "<updated>", "2026-13-45T99:99:99Z", "<content type='html'>", "<enclosure url='file:///etc/passwd' length='-1'/>",
    "<!DOCTYPE x [<!ENTITY a 'b'>", "&a;", "]>", "<rdf:RDF xmlns:rdf='x'>", '{"version":"https://jsonfeed.org/version/1.1","items":[',
    '{"id":1,"content_html":"x"}', "]}", "</channel></rss>", "<guid>", "<ttl>", "-5", "<![CDATA[", "]]>", "<skipHours><hour>",
    "<outline xmlUrl='", "<opml><body>", "' text='", "'/>", "exec:", "filter:", '"query:', "~Title", "!hide", "\n", "feed://", "#",
)  # fmt: skip
FILES = mix(
    " date 2018-06 ", " date 9999-99 ", "---\n", "+++\n", "title: ", "tags: [a, b", "date = 2018-02-30", "# ", "\n\n", "*a*",
    "[x](javascript:y)", "```", "> ", "- ", "| a |", "<div>", "\ufeff", "\x00", "![](", "author: |\n  ", '"', "'", "author = [",
)  # fmt: skip


# Scripts without spaces keep a zero-width one where words end (Thai, Lao, Burmese, Khmer).
_WORD_END = re.compile("(?<=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f])\u200b")


def is_clean(*texts: str) -> None:
    for text in texts:
        assert not ACTS.search(_WORD_END.sub("", text.replace("\t", " "))), ascii(text)


def is_said(error: Exception) -> None:
    """An error has words, and they are clean."""
    assert str(error).strip()
    is_clean(str(error).replace("\t", " "))


def are_spans(text: str, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        assert not block.target or block.target.startswith(LINKS)


# ------------------------------------------------------------------ what people type


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("fuzz") / "library.sqlite"
    with Store.open(path) as store:
        for at in range(3):
            added = store.articles.add(
                Draft(f"Title {at}", f"Die Bank hat 4.500 Soldaten {at}.", tags=("x",)), now=NOW
            )
            store.annotations.add(added.id, None, now=NOW, note="a note")
        yield store


@often
@given(st.one_of(QUERIES, ANY, TEXTS), st.booleans())
def test_any_query_is_searched(library, text, is_typing):
    from lesart.query.matches import matches_in

    query = parse_query(text, TODAY, prefix_last=is_typing)
    for problem in query.problems:
        assert problem.message
    ids = list(library.search.ids(query))
    assert len(ids) == library.search.count(query)
    for snippet in library.search.snippets(query, ids).values():
        for hit in snippet.hits:
            assert 0 <= hit.start <= hit.end <= len(snippet.text)
    library.search.annotations(query)
    for words in (text, "Die Bank hat 4.500 Soldaten."):
        for span in matches_in(words, query):
            assert 0 <= span.start < span.end <= len(words)


@often
@given(
    st.one_of(
        ANY,
        mix(
            "http://",
            "https://",
            "feed:",
            "@",
            ":",
            "/",
            "//",
            "[::1]",
            "x.org",
            ":80",
            "%",
            "..",
            "?q=",
            "#",
            "\\",
            "xn--",
            "localhost:8080/",
        ),
    )
)
def test_any_address_is_understood_or_refused(text):
    from lesart.feeds.http.addresses import absolute, shown, typed
    from lesart.text.urls import browser_target, canonical_link, without_secrets

    canonical_link(text)
    assert not re.search(r"://[^/\s?#]*@", without_secrets(text))
    shown(text)
    target = browser_target(text)
    if target is not None:
        assert target.url.startswith(("http://", "https://"))
        assert target.url.isascii()
        assert not set(target.url) & set(" \t\r\n\"'`$<>|\\^{}()")
        assert browser_target(target.url) is not None
    is_clean(absolute(text), absolute(text, "https://x.org/"))
    try:
        assert typed(text).startswith(("http://", "https://"))
    except LesartError as error:
        is_said(error)


@often
@given(
    st.one_of(
        mix(
            "library",
            "=",
            '"',
            "[keys]",
            "[colours]",
            "\n",
            "glyphs",
            "locale",
            "theme",
            "'",
            "true",
            "{",
            "]",
            "1",
            "star",
            "keys = 1\n",
            "yellow",
        ),
        ANY,
    )
)
def test_any_config_file_gives_settings(text):
    from lesart.config import GLYPHS, read_config

    config = read_config(text, {}, Path("/home/x"))
    assert config.glyphs in GLYPHS
    assert str(config.library)
    assert all(isinstance(value, str) for value in config.keys.values())


# ------------------------------------------------------------------ files and pages


@often
@given(
    st.one_of(FILES, MARKUP, ANY).map(as_bytes) | st.binary(max_size=200),
    st.sampled_from(["a.txt", "b.md", "c.html", "d", "e.\udcff"]),
)
def test_any_file_is_a_draft_or_a_sentence(data, name):
    from lesart.services.importing.file_reader import read_file

    try:
        draft = read_file(data, name)
    except LesartError as error:
        is_clean(str(error))
        return
    assert draft.text.strip()
    is_clean(
        draft.title, draft.text, draft.author, draft.source, draft.link, draft.language, *draft.tags
    )
    are_spans(draft.text, draft.blocks)


@often
@given(st.one_of(MARKUP, ANY), st.sampled_from(["", "https://x.org/a/", "http://["]))
def test_any_markup_is_plain_text(markup, base):
    from lesart.feeds.pages.plaintext import plain_text

    for html in (markup, as_bytes(markup)):
        text, blocks = plain_text(html, base)
        is_clean(text)
        are_spans(text, blocks)


@often
@given(
    st.one_of(MARKUP.map(as_bytes), st.binary(max_size=300)),
    st.sampled_from(["", "https://x.org/a", "\x00"]),
)
def test_any_page_is_an_article_or_says_why_not(html, url):
    from lesart.feeds.pages.discover import discover
    from lesart.feeds.pages.fulltext import extract

    try:
        page = extract(html, url)
    except LesartError as error:
        is_said(error)
    else:
        is_clean(page.title, page.text, page.author, page.site, page.link)
        are_spans(page.text, page.blocks)
    for feed in discover(html, url=url):
        assert feed.url.startswith(("http://", "https://"))
        is_clean(feed.title)


@often
@given(
    st.one_of(FEEDS.map(as_bytes), st.binary(max_size=300)), st.dictionaries(ANY, ANY, max_size=2)
)
def test_any_feed_is_read_or_refused(body, headers):
    from lesart.feeds.parse_worker import read_feed

    try:
        read = read_feed(
            body, url="https://x.org/feed", headers=headers, now=NOW, with_stories=True
        )
    except LesartError as error:
        is_said(error)
        return
    is_clean(read.feed.title)
    assert not read.feed.site or read.feed.site.startswith(LINKS)
    for story in read.stories:
        is_clean(story.title, story.author, story.text)
        assert not story.link or story.link.startswith(LINKS), story.link
        are_spans(story.text, story.blocks)
        for enclosure in story.enclosures:
            assert enclosure.url.startswith(("http://", "https://"))


@often
@given(st.one_of(FEEDS.map(as_bytes), st.binary(max_size=300)))
def test_any_list_of_feeds_is_read_or_refused(data):
    from lesart.feeds.formats.opml import read_subscriptions, write_opml
    from lesart.model.feed import Feed

    try:
        listed = read_subscriptions(data)
    except LesartError as error:
        is_said(error)
        return
    for subscription in listed.subscriptions:
        assert subscription.url.startswith(("http://", "https://"))
        assert not subscription.site or subscription.site.startswith(("http://", "https://"))
        is_clean(subscription.title, subscription.folder, *subscription.tags)
    feeds = [
        Feed(id=at, url=s.url, title=s.title, folder=s.folder, tags=s.tags)
        for at, s in enumerate(listed.subscriptions)
    ]
    if feeds:
        assert len(read_subscriptions(write_opml(feeds).encode()).subscriptions) <= len(feeds)


# ------------------------------------------------------------------ the engine and the anchors


@often
@given(st.one_of(TEXTS, ANY), st.sampled_from(["de", "en", "fr", "es", "", "xx", "\x00"]))
def test_any_text_is_analysed(text, language):
    import lesart.analysis.engine as engine

    began = time.process_time()
    found = engine.analyse(
        text, language=language or None, title=text[:30], date=Moment(NOW), names="rules"
    )
    for figure in found.figures:
        assert text[figure.span.start : figure.span.end] == figure.surface
        assert figure.surface
    for entity in found.entities:
        assert entity.mentions
        assert all(text[m.span.start : m.span.end] == m.surface for m in entity.mentions)
    assert time.process_time() - began < 5


@often
@given(st.one_of(TEXTS, ANY), st.one_of(TEXTS, ANY), st.data())
def test_any_note_stands_on_its_words_or_says_that_it_does_not(old, changed, data):
    from lesart.anchor import make_anchor, resolve

    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    at = data.draw(st.integers(0, len(old)))
    anchor = make_anchor(old, Span(start, end))
    for new in (changed, old[:at] + changed + old[at:], old[at:] + changed):
        for known in (old, None):
            found = resolve(anchor, new, known)
            if found.span is None:
                assert found.status == "orphan"
                continue
            words = new[found.span.start : found.span.end]
            assert 0 <= found.span.start < found.span.end <= len(new)
            assert found.status != "ok" or _same(words, anchor.exact)


def _same(one: str, other: str) -> bool:
    """The same for a reader: spaces, quotes, dashes and what nobody sees may differ."""
    return _words_and_signs(one) == _words_and_signs(other)


def _words_and_signs(text: str) -> tuple[list[str], str]:
    text = normalize("NFKC", "".join(c for c in unescape(text) if c.isspace() or _is_seen(c)))
    signs = (c for c in text if not re.match(r"[\w\s\"'`´]", c))
    return re.findall(r"\w+", text), "".join(
        c for c in signs if category(c) not in ("Pd", "Pi", "Pf") and c not in "„‚"
    )


def _is_seen(letter: str) -> bool:
    is_selector = "\ufe00" <= letter <= "\ufe0f" or letter == "\u034f"
    return not is_selector and category(letter) not in ("Cc", "Cf")


@often
@given(ANY, ANY, ANY, st.integers(-(2**70), 2**70), st.one_of(TEXTS, ANY))
def test_any_selector_from_elsewhere_is_resolved(exact, prefix, suffix, start, text):
    from lesart.anchor import resolve

    found = resolve(Anchor(exact, prefix, suffix, start, start + len(exact)), text)
    assert found.span is None or 0 <= found.span.start < found.span.end <= len(text)


@often
@given(st.one_of(TEXTS, ANY), st.one_of(TEXTS, ANY))
def test_any_two_texts_are_compared_without_loss(old, new):
    from lesart.text.word_diff import word_diff

    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.op != "new") == old
    assert "".join(run.text for run in runs if run.op != "gone") == new


# ------------------------------------------------------------------ dates, numbers, cells


@often
@given(
    st.one_of(
        ANY,
        mix(
            "2018",
            "-",
            "06",
            "T",
            ":",
            "Z",
            "+",
            "Mon, ",
            "Feb",
            "31",
            "0000",
            "GMT",
            "EST",
            "1e9",
            "99999999999",
        ),
    )
)
def test_any_date_is_a_moment_or_none(text):
    from lesart.cli.pipe_analyse import moment_of as piped
    from lesart.feeds import schedule
    from lesart.locales.read_dates import iso, read_date

    for read in (read_date, piped):
        moment = read(text)
        assert moment is None or iso(moment) is not None
    headers = {"retry-after": text, "cache-control": f"max-age={text}", "expires": text}
    assert (schedule.retry_after(headers, NOW) or 0) >= 0
    assert (schedule.max_age(headers) or 0) >= 0


DECIMALS = st.decimals(allow_nan=False, allow_infinity=False) | st.integers(-(10**40), 10**40).map(
    Decimal
)


@often
@given(DECIMALS, DECIMALS, ANY, st.one_of(ANY, st.sampled_from(["percent", "EUR", "year"])), st.one_of(ANY, mix("X", "-", "20", "T", "12", ":")),
       st.sampled_from(["count", "money", "percent", "date", "time", "measure", "?"]), st.sampled_from(["exact", "range", "approx", "?"]),
       st.integers(-(2**63), 2**63 - 1), st.sampled_from(["de", "en", "fr", "xx", ""]))  # fmt: skip
def test_any_figure_and_moment_can_be_written(
    low, high, noun, unit, when, kind, qualifier, seconds, locale
):
    from lesart.analysis.verdicts import fields_of, with_fields
    from lesart.locales.formats import Formats

    formats = Formats(locale)
    figure = Figure(Span(0, 1), "1", kind, low, low, high, when, when, qualifier, unit, noun)  # type: ignore[arg-type]
    for words in (
        formats.figure(figure),
        formats.qualifier(figure),
        formats.change(figure),
        formats.when(when),
    ):
        assert isinstance(words, str)
    for precision in ("year", "month", "day", "minute", "?"):
        moment = Moment(seconds, precision)  # type: ignore[arg-type]
        for write in (formats.moment, formats.day, formats.clock):
            assert isinstance(write(moment), str)
        assert isinstance(formats.short_moment(moment, NOW) + formats.short_day(moment, NOW), str)
    with_fields(figure, {**fields_of(figure), "value": when, "kind": noun, "unit": when})


@often
@given(
    st.one_of(
        ANY,
        mix(
            "\x1b",
            "\u200d",
            "\ufe0f",
            "👩",
            "🏽",
            "🇩",
            "ක",
            "\u0301",
            "日",
            "e",
            "\u202e",
            "\x9b",
            "\u200b",
            "\U000e0020",
            "\t",
        ),
    )
)
def test_any_text_takes_the_cells_it_is_said_to_take(text):
    from rich.cells import cell_len
    from wcwidth import wcwidth

    from lesart.tui.rendering.cells import graphemes, guarded, painted, width_of

    def everywhere(shown: str) -> int:
        return sum(max(0, wcwidth(character)) for character in shown)

    shown = painted(text)
    is_clean(shown, guarded(text))
    assert sum(g.width for g in graphemes(text)) == width_of(text) == cell_len(shown)
    assert cell_len(guarded(text)) == cell_len(text)
    if not any(_is_disputed(character) for character in text):
        assert everywhere(shown) == cell_len(shown)
        assert everywhere(guarded(text)) == cell_len(text)


def _is_disputed(character: str) -> bool:
    """Unassigned code points and the like: tables of different years differ, and nobody writes them."""
    import unicodedata

    return unicodedata.category(character) in ("Cn", "Co", "Cs")


@often
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | ANY,
        lambda inner: st.lists(inner) | st.dictionaries(ANY, inner),
        max_leaves=12,
    )
)
def test_any_json_column_is_read_as_something(value):
    from lesart.store.rows import blocks_from_json, enclosures_from_json, tags_from_json

    for text in (
        json.dumps(value),
        json.dumps([value]),
        json.dumps([["link", 0, 1, value, value]]),
        str(value),
    ):
        blocks_from_json(text)
        enclosures_from_json(text)
        assert all(isinstance(tag, str) for tag in tags_from_json(text))


# ------------------------------------------------------------------ the pipes

LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | ANY
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY, inner, max_size=3),
    max_leaves=6,
)
KEYS = [
    "id",
    "text",
    "language",
    "date",
    "title",
    "url",
    "headers",
    "body_b64",
    "html_b64",
    "op",
    "now",
    "new_text",
    "old_text",
    "selector",
]
LINES = st.dictionaries(
    st.sampled_from(KEYS),
    VALUES | st.sampled_from(["PHA+YTwvcD4=", "discover", {"exact": "a", "start": -1}]),
    max_size=6,
).map(lambda line: json.dumps(line).encode())


@settings(parent=often, max_examples=max(10, TRIES // 4))
@given(
    st.lists(LINES | st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b" ")), max_size=5),
    st.sampled_from(["analyse", "parse", "extract", "anchor"]),
)
def test_any_line_of_a_pipe_has_one_answer(lines, stage):
    from lesart.cli.context import Context
    from lesart.cli.main import run
    from lesart.config import Config

    out, err = io.StringIO(), io.StringIO()
    stdin = io.BytesIO(b"\n".join(lines) + b"\n")
    context = Context(
        Config(library=Path("/nonexistent/x.sqlite"), locale="en", entities="rules"),
        out,
        err,
        stdin,
        lambda: NOW,
    )
    assert run(["pipe", stage], "pipe", context) == 0
    answers = out.getvalue().split("\n")[:-1]
    assert len(answers) == sum(1 for line in lines if line.strip())
    for answer in answers:
        assert isinstance(json.loads(answer), dict)
        is_clean(answer)
    assert "unexpected" not in out.getvalue()
