"""Turn HTML into the plain text we keep, and into spans that say what was heading, quote or link.

The page is walked without recursion, one paragraph at a time; what stands in the text instead of
an element (a formula, a note's mark, a smiley) is decided in `inline`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from lesart.feeds.pages.hidden import is_hidden
from lesart.feeds.pages.html_tree import parse_html
from lesart.feeds.pages.inline import Quotes, after, before, instead
from lesart.feeds.pages.raised_letters import shifted
from lesart.feeds.pages.tables import is_data, span_of
from lesart.feeds.pages.text_writer import Writer
from lesart.model.text import Block
from lesart.text.clean import clean_text

MAX_ELEMENTS = 300_000
"""A page with more elements than this is cut there: no article has them."""

_SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "head", "title", "svg", "object", "embed",
        "iframe", "canvas", "audio", "video", "map", "button", "select", "input", "textarea",
        "datalist", "dialog", "annotation", "annotation-xml",
    )
)  # fmt: skip
_PARAGRAPHS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    )
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS = frozenset(("b", "strong", "i", "em"))
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_IN_TABLES = frozenset(("table", "caption", "tr", "td", "th"))
_UNNUMBERED = re.compile(
    r"list-style(?:-type)?\s*:\s*none|unstyled|list-none|no-bullet|linenum", re.I
)


def plain_text(html: Any, base_url: str = "") -> tuple[str, tuple[Block, ...]]:
    """The text of `html` (markup, bytes or an lxml element) and its blocks, in the text's order.

    Paragraphs are parted by a blank line, list items and table rows by a line end. Relative links
    are completed from `base_url` or the page's own `<base>`.
    """
    root = parse_html(html) if isinstance(html, str | bytes) else html
    if root is None or not isinstance(root.tag, str):
        return "", ()
    return _Reading(root, _base(root, base_url)).text()


@lru_cache(256)
def absolute_link(href: str, base_url: str = "") -> str:
    """`href` as an address that may be opened (http, https, mailto); empty for all others."""
    href = re.sub(r"[\t\r\n]+", "", href.strip())
    if not href or href.startswith("#") or len(href) > 4000:
        return ""
    try:
        link = urljoin(base_url, href) if base_url else href
        parts = urlsplit(link)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    if not is_web and not (parts.scheme == "mailto" and parts.path):
        return ""
    return clean_text(link).strip().replace(" ", "%20").replace("\n", "")


def _base(root: Any, base_url: str) -> str:
    base = next(root.iter("base"), None)
    return (absolute_link(base.get("href") or "", base_url) if base is not None else "") or base_url


class _Reading:
    """One walk through a page, its words going to a writer."""

    def __init__(self, root: Any, base_url: str) -> None:
        self.root = root
        self.base_url = base_url
        self.writer = Writer()
        self.quotes = Quotes(root)
        self.raised: list[bool] = []
        """For each open `sup` or `sub`, whether it is raised."""
        self.numbers: list[_Numbers] = []

    def text(self) -> tuple[str, tuple[Block, ...]]:
        root, writer = self.root, self.writer
        self._begin(root)
        stack = [(root, iter(root))]
        count = 0
        while stack:
            element, children = stack[-1]
            child = next(children, None) if count < MAX_ELEMENTS else None
            if child is None:
                stack.pop()
                self._end(element)
                if element is not root and element.tail:
                    self._write(element.tail)
                continue
            count += 1
            if not isinstance(child.tag, str):
                words: str | None = ""
            else:
                words = instead(child, writer.before, writer.is_verbatim > 0)
                if words is None and (child.tag in _SKIPPED or is_hidden(child)):
                    words = ""
            if words is None:
                stack.append((child, iter(child)))
                self._begin(child)
                continue
            writer.write(words)
            if child.tail:
                self._write(child.tail)
        return writer.finished()

    def _begin(self, element: Any) -> None:
        tag, writer = element.tag, self.writer
        if tag == "br":
            writer.line_end()
            return
        if tag in _PARAGRAPHS:
            self._begin_paragraph(element)
        elif tag == "a":
            target = absolute_link(element.get("href") or "", self.base_url)
            writer.open_inline(element, "link", target)
        elif tag in _EMPHASIS:
            writer.open_inline(element, "emphasis")
        elif tag in ("sup", "sub"):
            self.raised.append(tag == "sup")
        if words := before(element, self.quotes):
            writer.write(words)
        if element.text:
            self._write(element.text)

    def _write(self, text: str) -> None:
        if self.raised:
            text = shifted(text, is_up=self.raised[-1], before=self.writer.before)
        self.writer.write(text)

    def _begin_paragraph(self, element: Any) -> None:
        tag, writer = element.tag, self.writer
        if writer.is_in_table and self._begin_in_table(element):
            return
        if writer.is_verbatim and tag != "pre":
            writer.line()
            return
        writer.flush()
        if tag in _HEADINGS:
            writer.open_block(element, "heading", _HEADINGS[tag])
        elif tag == "blockquote":
            writer.open_block(element, "quote")
        elif tag == "li":
            writer.open_block(element, "item", max(1, writer.list_depth))
            if self.numbers:
                writer.number(self.numbers[-1].next(element))
        elif tag == "pre":
            writer.open_block(element, "code")
            writer.is_verbatim += 1
        elif tag in _LISTS:
            writer.list_depth += 1
            self.numbers.append(_Numbers(element))
        elif tag == "table" and is_data(element) and writer.open_block(element, "table"):
            writer.begin_table()

    def _begin_in_table(self, element: Any) -> bool:
        """Whether this block is only words in a cell, or the cell itself."""
        if element.tag in ("td", "th"):
            self.writer.begin_cell(span_of(element, "colspan"), span_of(element, "rowspan"))
        elif element.tag == "tr":
            self.writer.begin_row()
        elif element.tag not in _IN_TABLES:
            self.writer.part()
        else:
            return False
        return True

    def _end(self, element: Any) -> None:
        tag, writer = element.tag, self.writer
        if words := after(element, self.quotes):
            writer.write(words)
        if tag in ("sup", "sub"):
            self.raised.pop()
        if writer.is_in_table and tag in _PARAGRAPHS and tag not in ("table", "caption", "tr"):
            if tag in ("td", "th"):
                writer.end_cell()
            else:
                writer.part()
            return
        if writer.is_verbatim and tag in _PARAGRAPHS and tag != "pre":
            writer.line()
            return
        if tag in _PARAGRAPHS:
            writer.flush()
            if tag == "pre":
                writer.is_verbatim = max(0, writer.is_verbatim - 1)
            elif tag in _LISTS and self.numbers:
                writer.list_depth = max(0, writer.list_depth - 1)
                self.numbers.pop()
            elif tag == "li":
                writer.number("")
        writer.close(element)


class _Numbers:
    """What a list counts its items with: `start`, `type` and `reversed` as browsers read them."""

    def __init__(self, element: Any) -> None:
        look = f"{element.get('style') or ''} {element.get('class') or ''}"
        self.is_counting = element.tag == "ol" and not _UNNUMBERED.search(look[:2000])
        self.kind = element.get("type") or "1"
        self.step = -1 if element.get("reversed") is not None else 1
        items = sum(1 for child in element if child.tag == "li") if self.is_counting else 0
        self.at = _whole(element.get("start"), items if self.step < 0 else 1)

    def next(self, item: Any) -> str:
        """The marker of an item, `4.`; empty in lists that do not count."""
        if not self.is_counting:
            return ""
        number = _whole(item.get("value"), self.at)
        self.at = number + self.step
        if self.kind in ("a", "A") and 0 < number <= 26:
            return f"{chr(ord(self.kind) + number - 1)}."
        if self.kind in ("i", "I") and 0 < number < 40:
            roman = _roman(number)
            return f"{roman if self.kind == 'I' else roman.lower()}."
        return f"{number}."


def _roman(number: int) -> str:
    letters = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        letters += sign * (number // value)
        number %= value
    return letters


def _whole(text: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*([+-]?\d{1,9})\s*", text or "")
    return int(found[1]) if found else otherwise
