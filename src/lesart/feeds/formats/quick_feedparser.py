"""feedparser without its dearest habits, a quarter of its time; what it finds is the same.

It translates every text by a table that raises inside for each letter that is not in it, joins the same
few base addresses anew at every tag, copies flat tables of words as if they were deep, raises for every
name that is looked up and not there, and takes text in a hundred pieces. Dates we read ourselves, in more
languages. What most elements are (no markup inside, no base, nothing to clean) goes a short way here; all
else goes feedparser's own. Where a version of it is made differently, it is left as it is.
"""

from __future__ import annotations

import contextlib
import functools
import io
import re
import types
import xml.sax.saxutils
from typing import TYPE_CHECKING, Any, NamedTuple

Values = dict[str, Any]

_MADE_UP = {"category", "enclosures", "license", "updated", "updated_parsed"}
"""Names that feedparser answers out of others."""
_MOST_NAMES = 1000
_ROOTS = ("feed", "rss", "rdf:RDF")
"""Where feedparser takes the language for the feed's."""
_TEXT_INPUT = {"title", "link", "description", "name"}
_IMAGE = {"title", "link", "description", "url", "href", "width", "height"}
"""What may stand in a feed's text field and in its picture; any other element ends them."""
_TAGS = {"category", "tags", "itunes_keywords"}
"""Elements whose words feedparser puts down elsewhere."""
_XHTML = "application/xhtml+xml"
_CUT_OFF = re.compile("&([A-Za-z0-9_]+);")
"""An address' second value, taken for a character's name."""
_MAY_BE_HTML = re.compile(r"</|&")
_WINDOWS = re.compile("[\x80-\x9f]")


@functools.cache
def quick_feedparser() -> Any:
    """The module, made quick."""
    import feedparser
    from feedparser import api, mixin, util
    from feedparser.namespaces import _base

    table = getattr(mixin, "_cp1252", None)
    if isinstance(table, dict):
        plain = {code: code for code in (*range(128), *range(160, 0x2600))}
        mixin._cp1252 = plain | table  # a copy: its HTML parser uses the original otherwise
    if callable(join := getattr(mixin, "_urljoin", None)):
        mixin._urljoin = functools.lru_cache(maxsize=1024)(join)
    if hasattr(mixin, "copy"):
        mixin.copy = types.SimpleNamespace(deepcopy=lambda table: type(table)(table))
    if callable(getattr(_base, "_parse_date", None)):
        _base._parse_date = lambda _written: None
    if isinstance(getattr(api, "PREFERRED_XML_PARSERS", None), list):
        api.PREFERRED_XML_PARSERS = ["lesart.feeds.formats.buffered_expat"]
    if isinstance(other_names := getattr(util.FeedParserDict, "keymap", None), dict):
        _look_up_at_once(util.FeedParserDict, {*other_names, *_MADE_UP})
    if isinstance(table, dict):
        _try_short_ways(feedparser, api, table)
    return feedparser


def _look_up_at_once(table: Any, meaning_others: set[str]) -> None:
    """Let feedparser's tables find a name that means no others as any table does."""
    get, get_item, contains = table.get, table.__getitem__, table.__contains__

    def quick_get(values: Values, name: str, otherwise: Any = None) -> Any:
        if name in meaning_others:
            return get(values, name, otherwise)
        return dict.get(values, name, otherwise)

    def quick_item(values: Values, name: str) -> Any:
        return get_item(values, name) if name in meaning_others else dict.__getitem__(values, name)

    def quick_contains(values: Values, name: str) -> bool:
        if name in meaning_others:
            return bool(contains(values, name))
        return dict.__contains__(values, name)

    table.get, table.__getitem__, table.__contains__ = quick_get, quick_item, quick_contains


_SAMPLE = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content='
    '"http://purl.org/rss/1.0/modules/content/" xmlns:o="urn:o"><channel><title>F</title><link>http://f/'
    "</link><language>de</language><item><title>Ü &amp;lt;b&gt; \x93a\x94</title><link>http://f/?a=1&amp;b=2"
    "</link><guid>1</guid><o:own>x</o:own><own/><dc:creator>A</dc:creator><category>c</category>"
    "<description>&lt;p&gt;Wörter – und&lt;/p&gt;</description><content:encoded><![CDATA[<p>é</p>]]>"
    "</content:encoded><pubDate>Mon, 16 Nov 2026 10:00:00 GMT</pubDate></item><item><title>T</title>"
    '<body xmlns="http://www.w3.org/1999/xhtml"><p>b <i>c</i></p></body></item></channel></rss>'
).encode()


def _try_short_ways(feedparser: Any, api: Any, windows: dict[int, str]) -> None:
    """Put the short ways in where they find in a sample what feedparser itself finds."""

    def found() -> Any:
        read = feedparser.parse(
            io.BytesIO(_SAMPLE), resolve_relative_uris=False, sanitize_html=False
        )
        return read["entries"], read["feed"], read["bozo"]

    its_own = api.StrictFeedParser
    expected = found()
    api.StrictFeedParser = types.new_class("Quick", (_ShortWays, its_own))
    api.StrictFeedParser.windows = windows
    try:
        is_same = found() == expected
    except Exception:  # another version, made in another way
        is_same = False
    if not is_same:
        api.StrictFeedParser = its_own


class _Names(NamedTuple):
    element: str
    has_prefix: bool
    begin: str
    end: str
    """What feedparser calls where it begins and ends."""


@functools.lru_cache(_MOST_NAMES)
def _names(prefix: str, suffix: str) -> _Names:
    """The same objects each time, by which Python finds a method without looking through thirty classes."""
    name = f"{prefix}_{suffix}" if prefix else suffix
    return _Names(name, bool(prefix), f"_start_{name}", f"_end_{name}")


class _ShortWays:
    """Stands before feedparser's parser of well-formed feeds."""

    baseuri: Any
    lang: Any
    intextinput: int
    inimage: int
    depth: int
    windows: dict[int, str]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def _named(self, tag: str) -> _Names:
        before, colon, behind = tag.partition(":")
        prefix, suffix = (before, behind) if colon else ("", tag)
        return _names(self.namespacemap.get(prefix, prefix), suffix)

    def unknown_starttag(self, tag: str, attrs: Any) -> None:
        if attrs or self.incontent or self.baseuri or tag in _ROOTS:
            its_own: Any = super()
            its_own.unknown_starttag(tag, attrs)
            return
        self.depth += 1
        self.basestack.append(self.baseuri)
        self.langstack.append(self.lang)
        names = self._named(tag)
        if not names.has_prefix:
            if self.intextinput and tag not in _TEXT_INPUT:
                self.intextinput = 0
            if self.inimage and tag not in _IMAGE:
                self.inimage = 0
        attributes: Values = {}
        try:
            if (begin := getattr(self, names.begin, None)) is not None:
                begin(attributes)
                return
        except AttributeError:
            if attributes:
                self._get_context()[names.element] = attributes
                return
        self.push(names.element, 1)

    def unknown_endtag(self, tag: str) -> None:
        if self.svgOK:
            its_own: Any = super()
            its_own.unknown_endtag(tag)
            return
        names = self._named(tag)
        finish = getattr(self, names.end, None)
        try:
            if finish is not None:
                finish()
        except AttributeError:
            finish = None
        if finish is None:
            self.pop(names.element)
        if self.incontent and self._is_within_content(tag):
            return
        if self.basestack:
            self.basestack.pop()
            self.baseuri = (self.basestack and self.basestack[-1]) or self.baseuri
        if self.langstack:
            self.langstack.pop()
            self.lang = self.langstack[-1] if self.langstack else self.lang
        self.depth -= 1

    def _is_within_content(self, tag: str) -> bool:
        """Whether this ends markup that nobody opened; else it is put among the words."""
        kind = self.contentparams.get("type", "xml")
        if not kind.endswith("xml"):
            if tag in ("div", "xhtml:div"):
                return True
            kind = self.contentparams["type"] = _XHTML
        if kind == _XHTML:
            self.handle_data(f"</{tag.rpartition(':')[2]}>", escape=0)
        return False

    def handle_data(self, text: str, escape: int = 1) -> None:
        if self.elementstack:
            if escape and dict.get(self.contentparams, "type") == _XHTML:
                text = xml.sax.saxutils.escape(text)
            self.elementstack[-1][2].append(text)

    characters = handle_data

    def pop(self, element: str, strip_whitespace: int = 1) -> str | None:
        if not self.elementstack or self.elementstack[-1][0] != element:
            return None
        how = self.contentparams
        is_plain = (
            self.elementstack[-1][1]
            and self.inentry
            and not self.insource
            and strip_whitespace
            and not dict.get(how, "base64")
            and dict.get(how, "type") != _XHTML
        )
        if not is_plain or self.resolve_relative_uris or self.sanitize_html:
            its_own: Any = super()
            found: str | None = its_own.pop(element, strip_whitespace)
            return found
        words = self._cleaned(element, "".join(self.elementstack.pop()[2]).strip())
        is_second_title = element == "title" and -1 < self.title_depth <= self.depth
        if element not in _TAGS and not is_second_title:
            self._keep(element, words)
        return words

    def _cleaned(self, element: str, words: str) -> str:
        if words and element in self.can_be_relative_uri:
            if element != "id" or self.guidislink:
                words = self.resolve_uri(words)
        how = self.contentparams
        if (
            dict.get(how, "type") == "text/plain"
            and _MAY_BE_HTML.search(words)
            and not self.version.startswith("atom")
            and self.looks_like_html(words)
        ):
            how["type"] = "text/html"
        dict.pop(how, "mode", None)
        dict.pop(how, "base64", None)
        if words.isascii():
            return words
        with contextlib.suppress(UnicodeError):  # UTF-8 that was taken for Latin-1
            words = words.encode("latin-1").decode()
        return words.translate(self.windows) if _WINDOWS.search(words) else words

    def _keep(self, element: str, words: str) -> None:
        """Put down what an element of an entry says."""
        entry = self.entries[-1]
        if element == "link":
            if not self.inimage:
                if "&" in words:
                    words = _CUT_OFF.sub(r"&\1", words.replace("&amp;", "&"))
                entry["link"] = words
                if words:
                    entry["links"][-1]["href"] = words
            return
        if element != "content":
            element = "summary" if element == "description" else element
            depths = self.property_depth_map.setdefault(entry, {})
            if depths.get(element, self.depth) >= self.depth:
                depths[element] = self.depth
                entry[element] = words
            if not self.incontent:
                return
        how = type(self.contentparams)(self.contentparams)
        how["value"] = words
        if element == "content":
            entry.setdefault("content", []).append(how)
        else:
            entry[f"{element}_detail"] = how
