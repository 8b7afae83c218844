"""Feeds of every format, as they are and as they should not be."""

from __future__ import annotations

import html
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from lesart.feeds.formats import xml_feed
from lesart.feeds.formats.parse import parse_feed
from lesart.feeds.formats.parsed import NotAFeed, ParsedFeed
from lesart.feeds.formats.xml_repair import tidy
from lesart.locales.read_dates import iso
from lesart.model.enclosure import Enclosure
from lesart.model.errors import FeedError
from lesart.model.feed import Entry

URL = "http://feeds.example.org/news/feed.xml"


def parse(document: str | bytes, url: str = URL, **more: object) -> ParsedFeed:
    body = document.encode() if isinstance(document, str) else document
    return parse_feed(body, url=url, **more)  # type: ignore[arg-type]


def rss(item: str, head: str = "", attributes: str = "") -> ParsedFeed:
    return parse(
        f"<rss version='2.0' {attributes}><channel><title>T</title>"
        f"<link>http://site.example.org/blog/</link>{head}<item>{item}</item></channel></rss>"
    )


def atom(entry: str, attributes: str = "", head: str = "") -> ParsedFeed:
    return parse(
        f"<feed xmlns='http://www.w3.org/2005/Atom' {attributes}><title>T</title>{head}"
        f"<entry>{entry}</entry></feed>"
    )


def only(feed: ParsedFeed) -> Entry:
    [entry] = feed.entries
    return entry


# ------------------------------------------------------------------ formats


def test_rss_two_is_read() -> None:
    feed = rss(
        "<title>Hello</title><link>http://x.example/1</link><guid>http://x.example/g</guid>"
        "<pubDate>Mon, 02 Jan 2006 15:04:05 -0500</pubDate><author>eve@x.example (Eve)</author>"
        "<description>Short</description>",
        head="<language>de-AT</language><ttl>90</ttl>",
    )
    entry = only(feed)
    assert (feed.kind, feed.title, feed.site) == ("rss", "T", "http://site.example.org/blog/")
    assert (feed.language, feed.wait) == ("de", 5400)
    assert (entry.title, entry.link, entry.guid) == (
        "Hello", "http://x.example/1", "http://x.example/g",
    )  # fmt: skip
    assert entry.author == "Eve"
    assert iso(entry.published) == "2006-01-02T20:04:05Z"
    assert entry.summary_html == "Short"


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0", "2.01", ""])
def test_every_version_of_rss_is_read(version: str) -> None:
    feed = parse(
        f"<rss version='{version}'><channel><title>T</title><item><title>A</title>"
        "<link>http://x.example/1</link></item></channel></rss>"
    )
    assert (feed.kind, only(feed).title) == ("rss", "A")


def test_rss_one_is_read_where_items_stand_outside_the_channel() -> None:
    feed = parse(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        " xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>"
        "<channel rdf:about='http://x.example/'><title>T</title><link>http://x.example/</link>"
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
        "</channel><item rdf:about='http://x.example/1'><title>A</title>"
        "<link>http://x.example/1</link><dc:date>2004-05-06T07:08:09+02:00</dc:date>"
        "<dc:creator>Ann</dc:creator></item></rdf:RDF>"
    )
    entry = only(feed)
    assert (entry.title, entry.guid, entry.author) == ("A", "http://x.example/1", "Ann")
    assert iso(entry.published) == "2004-05-06T05:08:09Z"
    assert feed.wait == 43_200


def test_atom_is_read_with_its_base_language_and_feed_author() -> None:
    entry = only(
        atom(
            "<title type='html'>A &amp;lt; B &lt;b&gt;bold&lt;/b&gt;</title><id>tag:x,1</id>"
            "<link href='post/1'/><link rel='enclosure' href='a.mp3' type='audio/mpeg' length='5'/>"
            "<updated>2024-06-01T12:00:00+02:00</updated>"
            "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Hi</p></div></content>",
            attributes="xml:base='http://b.example/base/' xml:lang='de-DE'",
            head="<author><name>The Board</name></author>",
        )
    )
    assert entry.title == "A < B bold"
    assert entry.link == "http://b.example/base/post/1"
    assert (entry.author, entry.language, entry.guid) == ("The Board", "de", "tag:x,1")
    assert entry.enclosures == (Enclosure("http://b.example/base/a.mp3", "audio/mpeg", 5),)
    assert entry.content_html == "<p>Hi</p>"
    assert entry.base == "http://b.example/base/"
    assert iso(entry.published) == iso(entry.updated) == "2024-06-01T10:00:00Z"


def test_plain_text_in_atom_is_text_and_not_markup() -> None:
    entry = only(
        atom("<title>Use &lt;b> with care</title><content type='text'>1 &lt; 2 &amp; 3</content>")
    )
    assert entry.title == "Use <b> with care"
    assert entry.content_html == "1 &lt; 2 &amp; 3"


def test_atom_zero_three_is_read() -> None:
    feed = parse(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry><title>A</title>"
        "<link rel='alternate' type='text/html' href='http://x.example/1'/><id>i</id>"
        "<issued>2003-12-31T10:14:55Z</issued><modified>2004-01-01T00:00:00Z</modified>"
        "<content type='text/html' mode='escaped'>&lt;p&gt;Hi&lt;/p&gt;</content></entry></feed>"
    )
    entry = only(feed)
    assert (feed.kind, entry.link, entry.content_html) == (
        "atom",
        "http://x.example/1",
        "<p>Hi</p>",
    )
    assert iso(entry.published) == "2003-12-31T10:14:55Z"


def test_json_feed_is_read() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J & Co",
        "home_page_url": "https://j.example/",
        "language": "en-US",
        "authors": [{"name": "Jo"}],
        "items": [
            {"id": 7, "url": "/a", "title": "A", "content_html": "<p>x</p>",
             "date_published": "2024-01-02T03:04:05+01:00", "summary": "a < b",
             "attachments": [{"url": "https://j.example/a.mp3", "mime_type": "audio/mpeg",
                              "size_in_bytes": 12}]},
            {"id": "b", "content_text": "First.\n\nSecond & third", "author": {"name": "Al"}},
            "nonsense", None, {"id": True},
        ],
    }  # fmt: skip
    feed = parse(json.dumps(document))
    first, second = feed.entries
    assert (feed.kind, feed.title, feed.language) == ("json", "J & Co", "en")
    assert (first.guid, first.link, first.author) == ("7", "https://j.example/a", "Jo")
    assert iso(first.published) == "2024-01-02T02:04:05Z"
    assert first.summary_html == "a &lt; b"
    assert first.enclosures == (Enclosure("https://j.example/a.mp3", "audio/mpeg", 12),)
    assert second.content_html == "<p>First.</p><p>Second &amp; third</p>"
    assert (second.title, second.author) == ("First. Second & third", "Al")


# ------------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("<![CDATA[AT&amp;T]]>", "AT&T"),
        ("<![CDATA[Tom & <b>Jerry</b>]]>", "Tom & Jerry"),
        ("It&amp;#8217;s", "It’s"),
        ("&amp;lt;b&amp;gt;Twice&amp;lt;/b&amp;gt;", "Twice"),
        ("1 &lt; 2 and 3 &gt; 2", "1 < 2 and 3 > 2"),
        ("How the &lt;blink&gt; tag died", "How the <blink> tag died"),
        ("a\n   b\tc", "a b c"),
        ("<![CDATA[x<script>alert(1)</script>y]]>", "x y"),
        ("Caf&eacute; &nbsp;&mdash; &hellip;", "Café — …"),
    ],
)  # fmt: skip
def test_a_title_is_what_a_person_would_read(raw: str, title: str) -> None:
    assert only(rss(f"<title>{raw}</title>")).title == title


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("<description>&lt;p&gt;Some words.&lt;/p&gt;</description>", "Some words."),
        ("<link>http://x.example/2024/a-long%20walk</link>", "a-long walk"),
        ("<enclosure url='http://x.example/talk.mp3' type='audio/mpeg'/>", "talk.mp3"),
        ("<guid isPermaLink='false'>42</guid>", "(untitled)"),
    ],
)
def test_an_entry_without_title_gets_a_stand_in(item: str, title: str) -> None:
    assert only(rss(item)).title == title


# ------------------------------------------------------------------ links and identity


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ("<link>/a?b=1&amp;c=2</link>", "http://site.example.org/a?b=1&c=2"),
        ("<link>a?b=1&c=2</link>", "http://site.example.org/blog/a?b=1&c=2"),
        ("<link> \n http://x.example/a b \n</link>", "http://x.example/a%20b"),
        ("<guid>http://x.example/g</guid>", "http://x.example/g"),
        ("<guid isPermaLink='false'>http://x.example/g</guid>", ""),
        ("<guid>42</guid>", ""),
        ("<link>javascript:alert(1)</link>", ""),
        ("<link>http://p.example/1</link><feedburner:origLink>http://o.example/1"
         "</feedburner:origLink>", "http://o.example/1"),
    ],
)  # fmt: skip
def test_links_are_absolute_and_lead_to_the_page_itself(item: str, link: str) -> None:
    assert only(rss(f"<title>x</title>{item}")).link == (link or "")


def test_a_guid_is_kept_as_it_is() -> None:
    assert only(rss("<guid isPermaLink='false'>Mixed CASE /7</guid>")).guid == "Mixed CASE /7"


def test_the_first_page_of_several_links_is_chosen() -> None:
    entry = only(
        atom(
            "<link rel='self' href='http://x.example/self'/>"
            "<link rel='alternate' type='application/json' href='http://x.example/json'/>"
            "<link rel='alternate' type='text/html' href='http://x.example/page'/>"
            "<link rel='alternate' type='text/html' hreflang='fr' href='http://x.example/fr'/>"
        )
    )
    assert entry.link == "http://x.example/page"


def test_content_wins_over_description_and_media_are_kept() -> None:
    entry = only(
        rss(
            "<title>x</title><description>short</description>"
            "<content:encoded><![CDATA[<p>long</p>]]></content:encoded>"
            "<media:content url='http://x.example/v.mp4' type='video/mp4' fileSize='9'/>"
        )
    )
    assert (entry.content_html, entry.summary_html) == ("<p>long</p>", "short")
    assert entry.enclosures == (Enclosure("http://x.example/v.mp4", "video/mp4", 9),)


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 02 Jan 2006 15:04:05 EST", "2006-01-02T20:04:05Z"),
        ("2 Jan 06 15:04 +0100", "2006-01-02T14:04:00Z"),
        ("Do, 02 Mai 2019 10:00:00 +0200", "2019-05-02T08:00:00Z"),
        ("Thu, 5 Dezember 2019 10:00:00 MEZ", "2019-12-05T09:00:00Z"),
        ("2006-01-02T15:04:05.123Z", "2006-01-02T15:04:05Z"),
        ("2006-01-02 15:04", "2006-01-02T15:04:00Z"),
        ("20060102T150405Z", "2006-01-02T15:04:05Z"),
        ("2018-06", "2018-06"),
        ("2018", "2018"),
        ("2018-06-03", "2018-06-03"),
        ("January 2, 2006", "2006-01-02"),
        ("Mon, 02 Jan 2006 24:00:00 GMT", "2006-01-03T00:00:00Z"),
        ("Mon, 02 Jan 2006 3:04:05 PM GMT", "2006-01-02T15:04:05Z"),
    ],
)
def test_dates_are_utc_and_as_precise_as_they_were_written(raw: str, expected: str) -> None:
    assert iso(only(rss(f"<title>x</title><pubDate>{raw}</pubDate>")).published) == expected


@pytest.mark.parametrize("raw", ["Mon, 01 Jan 0001 00:00:00 GMT", "1970-01-01T00:00:00Z", "soon",
                                 "Fri, 01 Jan 2100 00:00:00 GMT", "2024-02-31"])  # fmt: skip
def test_absurd_and_future_dates_are_marked_and_not_believed(raw: str) -> None:
    now = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    feed = parse(
        f"<rss><channel><title>T</title><item><title>x</title><pubDate>{raw}</pubDate></item>"
        "</channel></rss>",
        now=now,
    )
    entry = only(feed)
    assert entry.published is None
    assert entry.is_date_doubtful


def test_an_entry_without_date_is_not_doubtful() -> None:
    assert not only(rss("<title>x</title>")).is_date_doubtful


# ------------------------------------------------------------------ broken ones


@pytest.mark.parametrize(
    "document",
    [
        "\n\n  <?xml version='1.0'?>\n{}",
        "\ufeff{}",
        "<br/><b>Notice</b>: x\n<?xml version='1.0'?>{}",
        "{}<script>x</script>",
        "<!-- <rss> --><?xml-stylesheet href='x'?>{}",
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'x.dtd'>{}",
        "<!DOCTYPE html>{}",
    ],
)
def test_junk_around_a_feed_does_no_harm(document: str) -> None:
    inside = "<rss><channel><title>T</title><item><title>Ä</title></item></channel></rss>"
    assert only(parse(document.format(inside))).title == "Ä"


def test_mismatched_tags_go_to_the_lenient_parser() -> None:
    feed = parse("<rss><channel><title>T</title><item><title>x</b></title></item></channel></rss>")
    assert only(feed).title == "x"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"", "empty"),
        ("<html><body>x</body></html>", "web page"),
        ("<opml/>", "list of feeds"),
        ("{\"a\": 1}", "no feed"),
        ("plain words", "no feed"),
        ("<x>y</x>", "no feed"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told_from_a_broken_one(document: str | bytes, words: str) -> None:
    with pytest.raises(NotAFeed, match=words):
        parse(document)


def test_an_error_never_shows_the_password_of_an_address() -> None:
    with pytest.raises(FeedError) as caught:
        parse("x", url="https://eve:secret@x.example/feed")
    assert "secret" not in str(caught.value)


def test_a_body_that_is_a_path_or_address_is_never_opened(tmp_path: object) -> None:
    for body in (b"/etc/passwd", b"http://127.0.0.1:1/", b"file:///etc/passwd"):
        with pytest.raises(NotAFeed):
            parse(body)


def test_cutting_off_items_leaves_a_whole_document() -> None:
    items = "<item><title>t</title></item>" * 10
    tidied = tidy(f"<rss><channel><title>T</title>{items}</channel></rss>", max_items=3)
    assert tidied.dropped == 7
    assert tidied.text.endswith("</item></channel></rss>")


def test_what_stands_in_cdata_is_left_alone() -> None:
    entry = only(rss("<description><![CDATA[a &amp; b & <item> &nbsp;]]></description>"))
    assert entry.summary_html == "a &amp; b & <item> &nbsp;"


def test_an_item_with_nothing_to_read_is_an_entry_without_a_title() -> None:
    entry = only(rss("<author>somebody@example.org</author>"))
    assert (entry.title, entry.link, entry.guid) == ("", "", "")


def test_the_id_of_an_atom_entry_is_its_address_where_there_is_no_other() -> None:
    assert only(atom("<id>https://x.example.org/1</id><title>T</title>")).link.endswith("org/1")
    assert only(atom("<id>tag:x,2026:1</id><title>T</title>")).link == ""
    both = atom("<id>https://x.example.org/1</id><link href='https://y.example.org/'/>")
    assert only(both).link == "https://y.example.org/"


@pytest.mark.parametrize(("name", "letter"), [("437", "Ç"), ("csIBM855", "ђ"), ("koi8-r", "─")])
def test_a_declared_character_set_is_believed_by_any_of_its_names(name: str, letter: str) -> None:
    document = (
        f"<?xml version='1.0' encoding='{name}'?><rss version='2.0'><channel><title>\x80</title>"
    )
    assert parse((document + "</channel></rss>").encode("latin-1")).title == letter


@pytest.mark.parametrize("name", ["zlib", "unicode_escape", "utf-7", "idna", "csv", "rot13"])
def test_codecs_that_are_no_character_sets_are_not_believed(name: str) -> None:
    document = (
        f"<?xml version='1.0' encoding='{name}'?><rss version='2.0'><channel><title>+ADw- a</title>"
    )
    assert parse((document + "</channel></rss>").encode()).title == "+ADw- a"


# ------------------------------------------------------------------ whose words they are

MEDIA = "xmlns:m='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:dc='http://purl.org/dc/elements/1.1/'"


@pytest.mark.parametrize(
    "aside",
    [
        "<m:content url='http://x.example/a.jpg'><m:title>A boat</m:title><m:description>A boat in fog"
        "</m:description></m:content>",
        "<m:group><m:content url='http://x.example/a.jpg'/><m:description>A boat in fog</m:description></m:group>",
        "<m:description>A boat in fog</m:description>",
        "<itunes:title>Number 7</itunes:title><itunes:summary>A boat in fog</itunes:summary>",
        "<itunes:subtitle>A boat in fog</itunes:subtitle>",
        "<dc:description>A boat in fog</dc:description>",
        "<image><title>A boat</title><link>http://x.example/boat</link><description>A boat in fog"
        "</description></image>",
    ],
)
@pytest.mark.parametrize("is_first", [False, True])
def test_the_words_of_a_picture_are_not_the_storys(aside: str, is_first: bool) -> None:
    own = (
        "<title>Ferry</title><link>http://x.example/ferry</link><description>It runs.</description>"
    )
    entry = only(rss(aside + own if is_first else own + aside, attributes=MEDIA))
    said = (entry.title, entry.link, entry.content_html or entry.summary_html)
    assert said == ("Ferry", "http://x.example/ferry", "It runs.")


def test_the_words_of_a_recording_stand_where_the_story_has_none() -> None:
    entry = only(rss("<itunes:title>Number 7</itunes:title><itunes:summary>Of boats.\n\nAnd nets.</itunes:summary>",
                     attributes=MEDIA))  # fmt: skip
    assert (entry.title, entry.summary_html) == ("Number 7", "<p>Of boats.</p><p>And nets.</p>")
    film = only(
        rss("<m:player url='https://v.example/7'/><m:title>A film</m:title>", attributes=MEDIA)
    )
    assert (film.title, film.link) == ("A film", "https://v.example/7")


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_the_words_of_a_picture_are_read_whatever_they_are_said_to_be(kind: str) -> None:
    aside = f"<m:description type='{kind}'>Of boats.</m:description>"
    assert only(rss(f"<title>A</title>{aside}", attributes=MEDIA)).summary_html == "Of boats."


@pytest.mark.parametrize("link", ["<link/>", "<link></link>", "<link> </link>", "<link>#</link>",
                                  "<link><![CDATA[]]></link>", "<link>N/A</link>"])  # fmt: skip
@pytest.mark.parametrize("is_first", [False, True])
def test_a_link_that_says_nothing_gives_way_to_the_guid(link: str, is_first: bool) -> None:
    guid = "<guid>http://x.example/ferry</guid>"
    entry = only(rss("<title>Ferry</title>" + (link + guid if is_first else guid + link)))
    assert entry.link == "http://x.example/ferry"


def test_an_address_of_the_site_itself_may_lack_its_scheme() -> None:
    assert only(rss("<link>site.example.org/ferry</link>")).link == "http://site.example.org/ferry"
    assert only(rss("<link>ferry.html</link>")).link == "http://site.example.org/blog/ferry.html"


def test_raised_figures_in_a_title_do_not_become_another_number() -> None:
    assert only(
        rss("<title>10&lt;sup&gt;6&lt;/sup&gt; tonnes of CO&lt;sub&gt;2&lt;/sub&gt;</title>")
    ).title == ("10⁶ tonnes of CO₂")
    assert only(atom("<title type='html'>m&lt;sup&gt;2&lt;/sup&gt;</title>")).title == "m²"


def test_a_json_feed_with_bare_line_ends_and_a_hanging_comma_is_read() -> None:
    raw = '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"A &#8211; b","content_text":"One\nTwo, ]",},]}'
    entry = only(parse(raw))
    assert (entry.title, entry.content_html) == ("A – b", "One<br>Two, ]")


def test_a_feed_in_wide_letters_without_their_mark_is_read() -> None:
    document = "<rss version='2.0'><channel><title>Größe</title><item><title>x</title></item></channel></rss>"
    for codec in ("utf-16-be", "utf-16-le"):
        assert parse(document.encode(codec)).title == "Größe"


def test_a_date_without_its_year_is_doubtful_and_not_believed() -> None:
    entry = only(rss("<title>x</title><pubDate>21 Apr 15:26</pubDate>"))
    assert (entry.published, entry.is_date_doubtful) == (None, True)


_PLAINLY = """
import io, json, sys, warnings
import feedparser
from feedparser.namespaces import _base
warnings.simplefilter("ignore")
_base._parse_date = lambda _written: None
for text in json.load(sys.stdin):
    found = feedparser.parse(
        io.BytesIO(text.encode()), response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False, sanitize_html=False,
    )
    print(json.dumps([found["version"], repr(found["feed"]), repr(found["entries"])]))
"""


def test_feedparser_without_its_dearest_habits_reads_the_same():
    """Text in one piece, names looked up directly: whatever stands in a feed, nothing else comes out."""
    story = "<p>Six &amp; <b>seven</b></p>\n <!-- x --> Zürich – “Ohio”"
    escaped = html.escape(story, quote=False)
    rss = (
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel><title>A &amp; B\n</title><link>http://a.example/?x=1&amp;y=2</link><language>de</language>"
        "<item><title>One &lt;i&gt;two&lt;/i&gt;</title><guid isPermaLink='false'>7</guid><category>Trade</category>"
        f"<dc:date>2026-11-16</dc:date><description>{escaped}</description><enclosure url='/a.mp3' length='3'/>"
        "<media:content url='http://a.example/b.jpg'/></item>"
        f"<item><link>/two</link><description><![CDATA[{story}]]></description><issued>x</issued></item>"
        "</channel></rss>"
    )
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><title type='html'>&lt;b&gt;T</title>"
        "<entry><id>urn:1</id><published>2026-11-16T10:00:00Z</published><rights>r</rights>"
        f"<content type='xhtml'>\n <div xmlns='http://www.w3.org/1999/xhtml'>\n {story}</div>\n </content>"
        "<link rel='license' href='/l'/><link rel='enclosure' href='/e'/></entry><entry><summary type='html'>"
        f"{escaped}</summary><content type='html'>{escaped} <b>raw</b></content></entry></feed>"
    )
    texts = [rss, atom, rss.replace("</item>", "", 1), atom.replace("&lt;", "&nosuch;", 1)]
    said = subprocess.run(
        [sys.executable, "-c", _PLAINLY],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    plainly = [json.loads(line) for line in said.stdout.splitlines()]
    for text, plain in zip(texts, plainly, strict=True):
        found = xml_feed._by_feedparser(text, "http://a.example/feed")
        assert [found["version"], repr(found["feed"]), repr(found["entries"])] == plain
