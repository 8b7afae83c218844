"""Texts: plain ones, Markdown, web pages, and the format of the sample texts."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from lesart.model.article import Draft
from lesart.model.text import Block, Span
from lesart.services.importing.formats import (
    Said,
    format_of,
    plain_markdown,
    read_markdown,
    read_seed,
    title_from,
)
from lesart.services.importing.items import Item, Options, Reading, Source
from lesart.services.importing.pages import page_draft
from lesart.text.clean import clean_line, clean_text
from lesart.text.encoding import decode, is_binary
from lesart.translations import _

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKDOWN_LARGEST = 2_000_000
_FEED_ROOTS = ("<rss", "<feed", "<rdf:rdf")
_XML_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,4000}?-->\s*)*(?:<!doctype[^>]{0,2000}>\s*)?<(?P<root>[A-Za-z_][\w:.-]{0,80})",
    re.I | re.S,
)
_ENCODED_LINE = re.compile(r"[A-Za-z0-9+/=_-]{40,}")
_WORDS_OF_PAGES = {
    "html", "head", "body", "div", "p", "article", "main", "section", "span", "table", "h1", "h2", "ul", "ol",
    "a", "b", "i", "em", "strong", "br", "img", "meta", "title", "font", "center", "header", "nav", "script",
    "style", "link", "blockquote", "pre", "form", "hr", "dl", "base",
}  # fmt: skip


def read(source: Source, options: Options) -> Reading:
    """The one article of a text; raises ImportFailed."""
    data = source.read()
    if not data.strip(b"\0 \t\r\n"):
        raise source.failed(_("the file is empty."))
    if is_binary(data):
        raise source.failed(_("this is not text but a binary file."))
    markup = decode(data)
    text = clean_text(markup)
    _refuse_feeds(text, source)
    if is_json(text):
        raise source.failed(_("this is JSON that Lesart does not know."))
    kind = format_of(source.suffix, text)
    if kind == "text":
        _refuse_wrappings(text, source)
    if kind == "html":
        draft = page_draft(data, source.link)
    elif kind == "markdown":
        draft = _read_markdown(text)
    else:
        said = read_seed(text) if kind == "seed" else Said(text)
        draft = _draft(said, _trimmed(said.text), ())
    if not draft.text.strip():
        raise source.failed(_("there is no text in it."))
    yield Item(draft)


def is_json(text: str) -> bool:
    """Whether a file is an object or a list of JSON, or lines of them, whatever its name."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    for candidate in (first, text.lstrip("\ufeff")):
        try:
            return isinstance(json.loads(candidate), dict | list)
        except (ValueError, RecursionError):
            continue
    return False


def _refuse_feeds(text: str, source: Source) -> None:
    root = text[:2000].lower()
    if not root.lstrip().startswith("<"):
        return
    if "<opml" in root:
        raise source.failed(_("this is a list of feeds; `lesart opml import` takes it."))
    if any(mark in root for mark in _FEED_ROOTS):
        raise source.failed(_("this is a feed; `lesart add` subscribes to its address."))


def _refuse_wrappings(text: str, source: Source) -> None:
    """Refuse what is no text that anybody reads: other XML, encoded data, calendars."""
    match = _XML_ROOT.match(text[:8000])
    if (
        match
        and match["root"].lower() not in _WORDS_OF_PAGES
        and ("<?xml" in text[:200] or " xmlns" in text[:2000])
    ):
        root = clean_line(match["root"], 60)
        raise source.failed(
            _(
                "Lesart does not read this kind of XML (<{root}>); save it as HTML, text or EPUB from "
                "its program."
            ).format(root=root)
        )
    lines = [line.strip() for line in text[:200_000].split("\n") if line.strip()]
    encoded = sum(
        len(line) for line in lines if _ENCODED_LINE.fullmatch(line) and not line.isalpha()
    )
    if len(lines) > 3 and encoded > 0.8 * sum(map(len, lines)):
        raise source.failed(_("this is encoded data, not text; decode it first."))
    if text[:100].lstrip().startswith(("BEGIN:VCALENDAR", "BEGIN:VCARD")):
        raise source.failed(_("Lesart does not read calendars and address books."))


# ------------------------------------------------------------------ Markdown


def _read_markdown(text: str) -> Draft:
    said = read_markdown(text)
    body = said.text
    blocks: tuple[Block, ...] = ()
    if len(body) <= _MARKDOWN_LARGEST:
        body, blocks = _rendered(body)
    if blocks and blocks[0].kind == "heading" and blocks[0].span.start == 0:
        heading = clean_line(body[: blocks[0].span.end])
        if said.title in ("", heading):
            body, blocks = _without_start(body, blocks, blocks[0].span.end)
            return _draft(said, body, blocks, heading)
    return _draft(said, body, blocks)


def _rendered(markdown: str) -> tuple[str, tuple[Block, ...]]:
    from lesart.feeds.pages.plaintext import plain_text

    return plain_text(_renderer().render(plain_markdown(markdown)))


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt  # what other files are read by does without

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _without_start(text: str, blocks: tuple[Block, ...], end: int) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks without the heading they begin with: it is the title now."""
    rest = text[end:].lstrip("\n")
    gone = len(text) - len(rest)
    return rest, tuple(
        block._replace(span=Span(block.span.start - gone, block.span.end - gone))
        for block in blocks
        if block.span.start >= gone
    )


def _draft(said: Said, text: str, blocks: tuple[Block, ...], title: str = "") -> Draft:
    from lesart.feeds.pages.plaintext import absolute_link

    link = absolute_link(said.link)
    return Draft(
        title=title or said.title or title_from(text),
        text=text,
        blocks=blocks,
        source=said.source,
        author=said.author,
        link=link,
        language=said.language,
        published=said.published,
        tags=said.tags,
    )


def _trimmed(text: str) -> str:
    """Without the blank lines around the text and the spaces that end its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
