"""Turn HTML into the plain text we keep, and into spans that say what was heading, quote or link.

The page is walked without recursion, one paragraph at a time. Each piece of text is cleaned as it
is taken, so the spans count characters of the very text that comes out; where pieces change by
being joined (an accent in an element of its own), the paragraph gives up its inline spans rather
than point at wrong words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lesart.clean import clean_text
from lesart.feeds.htmltree import parse_html
from lesart.model import Block, BlockKind, Span

MAX_ELEMENTS = 300_000
"""A page with more elements than this is cut there: no article has them."""

_SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "head", "title", "svg", "object", "embed",
        "iframe", "canvas", "audio", "video", "map", "button", "select", "input", "textarea",
        "datalist", "dialog",
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
_TIGHT = ("item", "table")
"""Blocks whose paragraphs follow each other without a blank line."""
_DEEPEST = 24
"""Spans nested deeper than this are not kept: hostile pages nest blockquotes by the thousand."""
_FOLD = re.compile("[ \t\n\r\f]+")
# "10<sup>6</sup>" must not become 106.
_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_IS_SHIFTABLE = re.compile(r"[\s0-9+\-−=()]*")
# What browsers show for &#150; and its like. Codes that open a terminal sequence are left out.
_C1_MEANT = {
    code: bytes([code]).decode("cp1252", "ignore")
    for code in range(0x80, 0xA0)
    if code not in (0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F)
}
_C1 = re.compile("[\x80-\x9f]")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def plain_text(html: Any, base_url: str = "") -> tuple[str, tuple[Block, ...]]:
    """The text of `html` (markup, bytes or an lxml element) and its blocks, in the text's order.

    Paragraphs are parted by a blank line, list items and table rows by a line end. Relative links
    are completed from `base_url` or the page's own `<base>`.
    """
    root = parse_html(html) if isinstance(html, str | bytes) else html
    if root is None:
        return "", ()
    writer = _Writer()
    base_url = _base(root, base_url)
    for element, is_start in _walk(root):
        if is_start:
            _begin(writer, element, base_url)
        else:
            _end(writer, element)
            if element is not root and element.tail:
                writer.write(element.tail)
    return writer.finished()


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


def _walk(root: Any) -> Iterator[tuple[Any, bool]]:
    """Each element's beginning and end in document order; what nobody sees is left out."""
    stack = [(root, iter(root))] if isinstance(root.tag, str) else []
    count = 0
    if stack:
        yield root, True
    while stack:
        element, children = stack[-1]
        child = next(children, None) if count < MAX_ELEMENTS else None
        if child is None:
            stack.pop()
            yield element, False
            continue
        count += 1
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or _is_hidden(child):
            yield child, False
            continue
        stack.append((child, iter(child)))
        yield child, True


def _is_hidden(element: Any) -> bool:
    if not element.attrib:
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _begin(writer: _Writer, element: Any, base_url: str) -> None:
    tag = element.tag
    if tag == "br":
        writer.line_end()
        return
    if tag in _PARAGRAPHS:
        _begin_paragraph(writer, element)
    elif tag == "a":
        target = absolute_link(element.get("href") or "", base_url)
        writer.open_inline(element, "link", target)
    elif tag in _EMPHASIS:
        writer.open_inline(element, "emphasis")
    if element.text:
        text = element.text
        if tag in ("sup", "sub") and len(element) == 0 and _IS_SHIFTABLE.fullmatch(text):
            text = text.translate(_RAISED if tag == "sup" else _LOWERED)
        writer.write(text)


def _begin_paragraph(writer: _Writer, element: Any) -> None:
    tag = element.tag
    if tag in ("td", "th") and writer.is_in_table:
        writer.next_cell()
        return
    writer.flush()
    if tag in _HEADINGS:
        writer.open_block(element, "heading", _HEADINGS[tag])
    elif tag == "blockquote":
        writer.open_block(element, "quote")
    elif tag == "li":
        writer.open_block(element, "item", max(1, writer.list_depth))
    elif tag == "pre":
        writer.open_block(element, "code")
        writer.is_verbatim += 1
    elif tag in ("ul", "ol", "menu", "dir"):
        writer.list_depth += 1
    elif tag == "table" and _is_data(element) and writer.open_block(element, "table"):
        writer.is_in_table += 1


def _end(writer: _Writer, element: Any) -> None:
    tag = element.tag
    if tag in ("td", "th") and writer.is_in_table:
        return
    if tag in _PARAGRAPHS:
        writer.flush()
        if tag == "pre":
            writer.is_verbatim = max(0, writer.is_verbatim - 1)
        elif tag in ("ul", "ol", "menu", "dir"):
            writer.list_depth = max(0, writer.list_depth - 1)
    writer.close(element)


def _is_data(table: Any) -> bool:
    """Whether a table holds figures or short facts; many a page is laid out by tables instead."""
    widest = 0
    for count, element in enumerate(table.iter()):
        if element is not table and element.tag in ("table", "p", "div", "ul", "ol", "h1", "h2"):
            return False
        if element.tag == "tr":
            widest = max(widest, len(element))
        elif element.tag == "td" and len(element.text or "") > 300:
            return False
        if count > 20_000:
            return False
    return widest > 1


class _Open:
    """A span that has begun and not ended."""

    __slots__ = ("element", "end", "kind", "level", "start", "target")

    def __init__(self, element: Any, kind: BlockKind, level: int, target: str, start: int) -> None:
        self.element = element
        self.kind = kind
        self.level = level
        self.target = target
        self.start = start
        self.end = -1


class _Writer:
    """Collects text and spans; knows the paragraph it is in and the blocks around it."""

    def __init__(self) -> None:
        self.list_depth = 0
        self.is_verbatim = 0
        self.is_in_table = 0
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._around: list[_Open] = []
        self._inline: list[_Open] = []
        self._closed: list[_Open] = []
        self._pieces: list[str] = []
        self._written = 0
        self._last = "\n"
        self._tight = ""

    # -------------------------------------------------------------- text

    def write(self, raw: str) -> None:
        """Add text to the paragraph, white space folded as a browser folds it."""
        text = clean_text(raw.translate(_C1_MEANT) if _C1.search(raw) else raw)
        if self.is_verbatim:
            text = text.expandtabs(4)
        else:
            text = _FOLD.sub(" ", text)
            if self._last in " \n":
                text = text.lstrip(" ")
        self._add(text)

    def line_end(self) -> None:
        """A `<br>`; two of them are a paragraph's end."""
        if self.is_verbatim:
            self._add("\n")
        elif self.is_in_table:
            self.write(" ")
        elif self._last != "\n":
            self._add("\n")
        elif self._pieces:
            self.flush()

    def next_cell(self) -> None:
        """What stands between two cells of a row."""
        if self._pieces:
            self._add(" | " if self._last != " " else "| ")

    def _add(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._written += len(text)
            self._last = text[-1]

    def flush(self) -> None:
        """End the paragraph, if there is anything in it."""
        if not self._pieces:
            return
        joined = "".join(self._pieces)
        self._pieces.clear()
        self._written, self._last = 0, "\n"
        closed, self._closed = self._closed, []
        text = clean_text(joined)
        is_changed = text != joined
        stripped = text.strip("\n") if self.is_verbatim else text.strip()
        if not stripped.strip():
            for still_open in self._inline:
                still_open.start = 0
            return
        lead = (
            text.index(stripped[0]) if not self.is_verbatim else len(text) - len(text.lstrip("\n"))
        )
        start = self._append(stripped)
        if not is_changed:
            for mark in [*closed, *self._inline]:
                end = mark.end if mark.end >= 0 else len(text)
                self._emit(mark, mark.start - lead + start, end - lead + start, start)
        for still_open in self._inline:
            still_open.start = 0

    def _append(self, paragraph: str) -> int:
        """Put a finished paragraph behind the others; where it starts."""
        tight = next((mark.kind for mark in self._around if mark.kind in _TIGHT), "")
        if self._length:
            gap = "\n" if tight and tight == self._tight else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        self._tight = tight
        start = self._length
        self._parts.append(paragraph)
        self._length += len(paragraph)
        for mark in self._around:
            if mark.start < 0:
                mark.start = start
            mark.end = self._length
        return start

    # -------------------------------------------------------------- spans

    def open_block(self, element: Any, kind: BlockKind, level: int = 0) -> bool:
        """Begin a block; False where it nests too deep to matter."""
        if len(self._around) >= _DEEPEST:
            return False
        self._around.append(_Open(element, kind, level, "", -1))
        return True

    def open_inline(self, element: Any, kind: BlockKind, target: str = "") -> None:
        if len(self._inline) < _DEEPEST and (target or kind != "link"):
            self._inline.append(_Open(element, kind, 0, target, self._written))

    def close(self, element: Any) -> None:
        """End the spans that `element` opened."""
        if self._around and self._around[-1].element is element:
            mark = self._around.pop()
            if mark.kind == "table":
                self.is_in_table -= 1
            if mark.start >= 0:
                span = Span(mark.start, mark.end)
                self._blocks.append(Block(mark.kind, span, mark.level, mark.target))
        elif self._inline and self._inline[-1].element is element:
            mark = self._inline.pop()
            mark.end = self._written
            if mark.end > mark.start:
                self._closed.append(mark)

    def _emit(self, mark: _Open, start: int, end: int, paragraph: int) -> None:
        """Keep an inline span without the white space at its edges."""
        words = self._parts[-1]
        start, end = max(start, paragraph), min(end, self._length)
        while start < end and words[start - paragraph].isspace():
            start += 1
        while end > start and words[end - 1 - paragraph].isspace():
            end -= 1
        if end > start:
            self._blocks.append(Block(mark.kind, Span(start, end), mark.level, mark.target))

    def finished(self) -> tuple[str, tuple[Block, ...]]:
        self.flush()
        order = sorted(self._blocks, key=lambda block: (block.span.start, -block.span.end))
        return "".join(self._parts), tuple(order)
