"""The short ways through feedparser find what feedparser itself finds."""

from __future__ import annotations

import io
from typing import Any

import pytest

from lesart.feeds.formats.quick_feedparser import quick_feedparser

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:own="urn:own" xmlns:m="http://www.w3.org/1998/Math/MathML"'
)
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def rss(item: str, *, root: str = "", channel: str = "") -> str:
    return (
        f'<rss version="2.0" {NAMESPACES} {root}><channel><title>Paper</title>'
        f"<link>http://paper.example/</link>{channel}<item>{item}</item>"
        "<item><title>Next</title></item></channel></rss>"
    )


def atom(entry: str, root: str = "") -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {root}><title type="html">P&amp;amp;Q</title>'
        f"<entry>{entry}</entry><entry><title>Next</title></entry></feed>"
    )


FEEDS = {
    "plain": rss("<title>Räte</title><link>/a?b=1&amp;c=2</link><guid>1</guid><author>A</author>"),
    "markup": rss("<title>&lt;b&gt;a&lt;/b&gt; &amp;amp; b</title><description>&lt;p&gt;ü</description>"),
    "content": rss("<description>s</description><content:encoded><![CDATA[<p>é</p>]]></content:encoded>"),
    "two descriptions": rss("<description>one</description><description>two</description>"),
    "windows quotes": rss("<title>\x93so\x94 – ok</title><description>\x85</description>"),
    "twice encoded": rss("<title>Ã¤ und Ã¶</title><description>Ã¤ und –</description>"),
    "own elements": rss('<own:a>x</own:a><own:b c="d"/><own:b>y</own:b><plain>z</plain><Plain A="b"/>'),
    "nested titles": rss("<media:group><title>inner</title></media:group><title>outer</title>"),
    "titles further in": rss("<title>outer</title><media:group><title>inner</title></media:group>"),
    "author further in": rss("<author>A</author><own:g><author>B</author></own:g>"),
    "escaped twice": rss("<link>http://p.example/?a=1&amp;amp;b=2</link>"),
    "no link": rss('<guid isPermaLink="false">http:////g</guid>'),
    "base that is written shorter": rss("<link>d</link><title>t</title>", root='xml:base="http://b.example/x?"'),
    "picture": rss("<title>t</title>", channel="<image><url>u</url><title>i</title><x/></image>"),
    "text field": rss("<title>t</title>", channel="<textInput><name>n</name><x/></textInput>"),
    "picture inside": rss("<image><link>l</link><title>i</title></image><link>http://l.example</link>"),
    "empty link": rss("<link></link><guid isPermaLink='false'>g</guid><guid>http://g.example</guid>"),
    "source": rss('<source url="http://s.example">S</source><title>t</title><dc:date>2026-11-16</dc:date>'),
    "categories": rss("<category>a</category><category domain='d'>b</category><dc:subject>c</dc:subject>"),
    "body": rss(f"<body {XHTML}><p>a <i>b</i> &lt; c</p></body>"),
    "unescaped": rss("<description>a <div>b</div> <b>c</b><br/></description><title>t</title>"),
    "base and language": rss(
        '<link xml:base="c/">d</link><title xml:lang="fr">t</title><description>x</description>',
        root='xml:base="http://b.example/" xml:lang="de_AT"',
        channel="<language>en</language>",
    ),
    "unknown namespace": rss("<title>t</title><link>l</link>", root='xmlns="urn:else"'),
    "rss by namespace": rss("<title>t</title>", root='xmlns="http://backend.userland.com/rss2"'),
    "prefix for rss": f'<r:rss xmlns:r="http://purl.org/rss/1.0/" version="2.0">{rss("<r:x/>")}</r:rss>',
    "upper case": rss("<TITLE>t</TITLE><PubDate>d</PubDate><DC:creator xmlns:DC='urn:dc'>x</DC:creator>"),
    "drawing": atom(f'<summary type="xhtml"><div {XHTML}><svg xmlns="http://www.w3.org/2000/svg"><title>t</title>'
                    "</svg>a</div></summary><title>t</title>"),
    "formula": atom(f'<content type="xhtml"><div {XHTML}><m:math xmlns:m="http://www.w3.org/1998/Math/MathML">'
                    "<m:mi>x</m:mi></m:math></div></content>"),
    "open drawing": rss("<svg><title>t</title></svg><title>u</title>"),
    "base64": atom('<content type="image/png" mode="base64">aGFsbG8=</content><title mode="escaped">t</title>'),
    "kinds of text": atom('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a</div></title>'
                          '<summary type="text">b &lt;i&gt;</summary><content type="html">&lt;p&gt;c</content>'),
    "people": atom("<author><name>A</name><email>a@b.example</email></author><contributor><name>C</name>"
                   "</contributor><source><title>S</title><id>sid</id></source><rights>r</rights>"),
    "old atom": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">eA==</title>'
                "<modified>2026-11-16</modified><issued>2026-11-15</issued></entry></feed>",
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
           ' xml:lang="it"><channel rdf:about="c"><title>R</title></channel>'
           '<item rdf:about="http://r.example/1"><title>t</title></item></rdf:RDF>',
    "broken off": rss("<title>t</title><description>never ends"),
    "no feed at all": f"<note {NAMESPACES}><title>t</title></note>",
}  # fmt: skip


def found(parser: Any, text: str) -> Any:
    feedparser = quick_feedparser()
    from feedparser import api

    kept, api.StrictFeedParser = api.StrictFeedParser, parser
    try:
        read = feedparser.parse(
            io.BytesIO(text.encode()), resolve_relative_uris=False, sanitize_html=False
        )
    except Exception as error:  # what it does not survive, we must not survive differently
        return type(error)
    finally:
        api.StrictFeedParser = kept
    return read["entries"], read["feed"], read["version"], bool(read["bozo"]), read["namespaces"]


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS)
def test_short_ways_find_what_feedparser_finds(text: str) -> None:
    quick_feedparser()
    from feedparser import api

    short = api.StrictFeedParser
    its_own = short.__bases__[1]
    assert short.__name__ == "Quick"
    assert its_own.__module__.startswith("feedparser")
    assert found(short, text) == found(its_own, text)


def test_feedparser_stays_as_it_is_where_a_version_is_made_differently(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from feedparser import api

    from lesart.feeds.formats import quick_feedparser as made

    feedparser = quick_feedparser()
    its_own = api.StrictFeedParser.__bases__[1]

    class AnotherVersion(its_own):  # type: ignore[misc, valid-type]
        def push(self, element: str, expecting_text: int) -> None:
            super().push(element, expecting_text)
            self.elementstack[-1][2].append("from another version")

        def pop(self, element: str, strip_whitespace: int = 1) -> Any:
            words = super().pop(element, strip_whitespace)
            return words.removeprefix("from another version") if words else words

    monkeypatch.setattr(api, "StrictFeedParser", AnotherVersion)
    made._try_short_ways(feedparser, api, {})
    assert api.StrictFeedParser is AnotherVersion
