"""Make an article's draft of the bytes of one file, whatever format it is in."""

from __future__ import annotations

import json
import os
from pathlib import Path

from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.model.text import Block, Span
from lesart.services.importing.formats import Said, format_of, read_markdown, read_seed, title_from
from lesart.text.clean import clean_line, clean_text
from lesart.text.encoding import decode, is_binary

LARGEST = 32 * 1024 * 1024
"""Files with more bytes than this are refused: they are no articles."""
TOO_LARGE = f"the file is larger than {LARGEST // 1024 // 1024} MB."
_MARKDOWN_LARGEST = 2_000_000
_FEED_ROOTS = ("<rss", "<feed", "<rdf:rdf")
_DOCUMENTS = {
    b"%PDF": "a PDF", b"{\\rtf": "a document (RTF)", b"%!PS": "PostScript",
    b"\xd0\xcf\x11\xe0": "an Office document",
}  # fmt: skip


def read_file(data: bytes, name: str) -> Draft:
    """The article that the bytes of a file called `name` hold; raises ImportFailed.

    The text is cleaned once, here; nothing that is stored is taken from the file's name but the
    hint its ending gives.
    """
    shown = shown_name(name)
    if len(data) > LARGEST:
        raise ImportFailed(shown, TOO_LARGE)
    if not data.strip(b"\0 \t\r\n"):
        raise ImportFailed(shown, "the file is empty.")
    for mark, what in _DOCUMENTS.items():
        if data.startswith(mark):
            raise ImportFailed(shown, f"this is {what}; save its text or a web page of it first.")
    if is_binary(data):
        raise ImportFailed(shown, "this is not text but a binary file.")
    markup = decode(data)
    text = clean_text(markup)
    _refuse_feeds(text, shown)
    if is_json(text):
        raise ImportFailed(
            shown, "this is JSON, not an article; give exports by their file's name."
        )
    suffix = Path(name).suffix
    kind = format_of(suffix, text)
    if kind == "html":
        draft = _read_page(data, markup)
    elif kind == "markdown":
        draft = _read_markdown(text)
    else:
        said = read_seed(text) if kind == "seed" else Said(text)
        draft = _draft(said, _trimmed(said.text), ())
    if not draft.text.strip():
        raise ImportFailed(shown, "there is no text in it.")
    return draft


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


def _refuse_feeds(text: str, shown: str) -> None:
    root = text[:2000].lower()
    if not root.lstrip().startswith("<"):
        return
    if "<opml" in root:
        raise ImportFailed(shown, "this is a list of feeds; `lesart opml import` takes it.")
    if any(mark in root for mark in _FEED_ROOTS):
        raise ImportFailed(shown, "this is a feed; `lesart add` subscribes to its address.")


# ------------------------------------------------------------------ formats


def _read_page(data: bytes, markup: str) -> Draft:
    import zlib

    from lesart.feeds.pages.fulltext import extract
    from lesart.feeds.pages.plaintext import plain_text

    page = extract(markup, "")
    text, blocks = page.text, page.blocks
    if not text:  # someone saved this page for something that stands on it
        text, blocks = plain_text(markup, page.link)
    return Draft(
        title=page.title or title_from(text),
        text=text,
        blocks=blocks,
        author=page.author,
        link=page.link,
        language=page.language,
        published=page.date,
        source=page.site,
        raw_html=zlib.compress(data),
        text_state=page.state,
    )


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
    from markdown_it import MarkdownIt

    from lesart.feeds.pages.plaintext import plain_text

    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return plain_text(renderer.render(markdown))


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

    return Draft(
        title=title or said.title or title_from(text),
        text=text,
        blocks=blocks,
        source=said.source,
        author=said.author,
        link=absolute_link(said.link),
        language=said.language,
        published=said.published,
        tags=said.tags,
    )


def _trimmed(text: str) -> str:
    """Without the blank lines around the text and the spaces that end its lines."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def shown_name(path: str | Path) -> str:
    """A file's name as it may be printed: names may hold line ends and escape sequences."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"), 500)
