"""An EPUB book: one article a chapter, as its table of contents cuts it; a short one is one article.

A book of twenty chapters as one text would be slow to open and hard to find one's way in, and its
figures would belong to no chapter. Files of the book that its contents do not name go on with the
chapter before them. Chapters come last first, so that the list, newest on top, shows them in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lesart.locales.read_dates import read_date
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Block
from lesart.services.importing.archive import Archive, members_of
from lesart.services.importing.items import DAMAGED, LARGEST, Item, Options, Reading, Source
from lesart.services.importing.joined_texts import joined
from lesart.services.importing.xml_tree import attribute, child, children, local, parse_xml, words
from lesart.text.clean import clean_line
from lesart.translations import _

_MOST_FILES = 5000
_SHORT_BOOK = 12_000
"""A book with fewer characters than this is one article."""
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_EMPTIED = re.compile(
    # What XML may close at once opens a hole in HTML, down to the end of the page.
    r"<(title|script|style|a|p|div|span|i|b|em|strong|td|th|li|iframe|textarea|h[1-6]|section|sup|sub)\b([^<>]{0,2000})/>",
    re.I,
)
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_BARE_NUMBER = re.compile(
    r"(?:chapter|kapitel|chapitre|capítulo|capitolo|part|teil|partie|parte|hoofdstuk)?\W*(?:\d{1,3}|[ivxlc]{1,7})\W*",
    re.I,
)
_NOTE_KINDS = {"footnote", "footnotes", "rearnote", "rearnotes", "endnote", "endnotes", "note"}


@dataclass(frozen=True, slots=True)
class _Book:
    """What the package says."""

    title: str
    author: str
    language: str
    date: Moment | None
    link: str
    spine: tuple[str, ...]
    """The files in the order of reading."""
    contents: dict[str, str]
    """The title of each file that the table of contents names."""


def recognises(source: Source) -> bool:
    if not members_of(source):
        return False
    return "META-INF/container.xml" in members_of(source) or (
        source.suffix == ".epub" and any(name.endswith(".opf") for name in members_of(source))
    )


def read(source: Source, options: Options) -> Reading:
    """Every chapter, the last first."""
    with Archive(source) as archive:
        try:
            _refuse_locked(archive)
            book = _book(archive)
        except DAMAGED as error:
            raise source.failed(
                _("the book is damaged: its table of files cannot be read.")
            ) from error
        chapters = list(_chapters(archive, book))
    if not any(text.strip() for _, _, text, _ in chapters):
        raise source.failed(_("there is no text in this book; its pages may be pictures."))
    title = book.title or clean_line(source.stem, 300)
    if len(chapters) == 1 or sum(len(text) for _, _, text, _ in chapters) < _SHORT_BOOK:
        text, blocks = _as_one(chapters)
        yield Item(replace(_draft(book, title, text, blocks), source=book.author or ""))
        return
    for number, (name, heading, text, blocks) in reversed(list(enumerate(chapters, 1))):
        if not text.strip():
            continue
        heading = heading or _("Part {number}").format(number=number)
        shown = f"{title}: {heading}" if _BARE_NUMBER.fullmatch(heading) else heading
        yield Item(
            # The address is that of all: by it chapters would be taken for revisions of each other.
            replace(_draft(book, shown, text, blocks), source=title, link=""),
            place=heading,
            inside=name,
        )


def _draft(book: _Book, title: str, text: str, blocks: tuple[Block, ...]) -> Draft:
    return Draft(
        title=clean_line(title, 500), text=text, blocks=blocks, author=book.author,
        language=book.language, published=book.date, link=book.link,
    )  # fmt: skip


# ------------------------------------------------------------------ the package


def _refuse_locked(archive: Archive) -> None:
    if "META-INF/encryption.xml" not in archive.members:
        return
    root = parse_xml(archive.read("META-INF/encryption.xml", LARGEST), is_forgiving=True)
    methods = [
        e for e in (root.iter() if root is not None else ()) if local(e) == "EncryptionMethod"
    ]
    if any(attribute(method, "Algorithm") not in _FONTS for method in methods):
        raise archive.source.failed(
            _("the book is locked by its seller (DRM); only their programs can read it.")
        )


def _book(archive: Archive) -> _Book:
    place = _package(archive)
    root = parse_xml(archive.read(place, LARGEST), is_forgiving=True) if place else None
    if root is None:  # a damaged book: its pages in the order of their names
        pages = [
            n for n in sorted(archive.members) if n.lower().endswith((".xhtml", ".html", ".htm"))
        ]
        return _Book("", "", "", None, "", tuple(pages[:_MOST_FILES]), {})
    metadata = child(root, "metadata")
    inner = child(metadata, "dc-metadata") if metadata is not None else None
    metadata = inner if inner is not None else metadata
    manifest = {attribute(item, "id"): item for item in _items(child(root, "manifest"))}
    spine_element = child(root, "spine")
    refs = children(spine_element, "itemref") if spine_element is not None else []
    spine = []
    for ref in refs[:_MOST_FILES]:
        item = manifest.get(attribute(ref, "idref"))
        if item is None or attribute(item, "media-type") not in (*_PAGES, ""):
            continue
        if "nav" in attribute(item, "properties").split():
            continue
        name = archive.resolve(place, attribute(item, "href"))
        if name and name not in spine:
            spine.append(name)
    return _Book(
        title=_told(metadata, "title"),
        author=_authors(metadata),
        language=_told(metadata, "language")[:3].split("-")[0].lower(),
        date=_date(metadata),
        link=_link(metadata),
        spine=tuple(spine),
        contents=_contents(archive, place, manifest, spine_element),
    )


def _items(manifest: Any | None) -> list[Any]:
    return children(manifest, "item") if manifest is not None else []


def _package(archive: Archive) -> str:
    if "META-INF/container.xml" in archive.members:
        root = parse_xml(archive.read("META-INF/container.xml", LARGEST), is_forgiving=True)
        for element in root.iter() if root is not None else ():
            if local(element) == "rootfile" and (
                found := archive.resolve("", attribute(element, "full-path"))
            ):
                return found
    return next((name for name in sorted(archive.members) if name.endswith(".opf")), "")


def _told(metadata: Any, name: str) -> str:
    values = children(metadata, name) if metadata is not None else []
    return next((clean_line(words(value), 500) for value in values if words(value)), "")


def _authors(metadata: Any) -> str:
    """Who wrote it; translators and illustrators have roles of their own."""
    creators = children(metadata, "creator") if metadata is not None else []
    names = [
        clean_line(words(one), 200) for one in creators if attribute(one, "role") in ("", "aut")
    ]
    return clean_line(", ".join(dict.fromkeys(name for name in names if name)), 500)


def _date(metadata: Any) -> Moment | None:
    dates = children(metadata, "date") if metadata is not None else []
    dates.sort(
        key=lambda one: attribute(one, "event") not in ("publication", "original-publication")
    )
    for one in dates:
        # Zero dates of programs: a book from the year 101 is older than books.
        found = read_date(words(one))
        if found and found.seconds > -16_000_000_000 and attribute(one, "event") != "modification":
            return found
    return None


def _link(metadata: Any) -> str:
    """The page that a single article was made from."""
    for value in children(metadata, "source") if metadata is not None else []:
        if words(value).startswith(("http://", "https://")):
            from lesart.feeds.pages.plaintext import absolute_link

            return absolute_link(words(value))
    return ""


def _contents(
    archive: Archive, place: str, manifest: dict[str, Any], spine: Any | None
) -> dict[str, str]:
    """The titles that the table of contents gives to files: of EPUB 3, else of EPUB 2."""
    found: dict[str, str] = {}
    for item in manifest.values():
        if "nav" in attribute(item, "properties").split():
            name = archive.resolve(place, attribute(item, "href"))
            root = parse_xml(archive.read(name, LARGEST), is_forgiving=True) if name else None
            for nav in root.iter() if root is not None else ():
                if local(nav) == "nav" and attribute(nav, "type") in ("toc", ""):
                    for link in (e for e in nav.iter() if local(e) == "a"):
                        target = archive.resolve(name, attribute(link, "href"))
                        found.setdefault(target, clean_line(words(link), 300))
                    break
    if found:
        return found
    ncx = manifest.get(attribute(spine, "toc")) if spine is not None else None
    if ncx is None:
        ncx = next((i for i in manifest.values() if "dtbncx" in attribute(i, "media-type")), None)
    name = archive.resolve(place, attribute(ncx, "href")) if ncx is not None else ""
    root = parse_xml(archive.read(name, LARGEST), is_forgiving=True) if name else None
    for point in root.iter() if root is not None else ():
        content = child(point, "content") if local(point) == "navPoint" else None
        if content is not None:
            target = archive.resolve(name, attribute(content, "src"))
            found.setdefault(target, clean_line(words(child(point, "navLabel")), 300))
    return found


# ------------------------------------------------------------------ chapters

_Chapter = tuple[str, str, str, tuple[Block, ...]]
"""The name of its first file, its title, its text and its blocks."""


def _chapters(archive: Archive, book: _Book) -> Iterator[_Chapter]:
    held: _Chapter | None = None
    for name in book.spine:
        heading, text, blocks = _page(archive.read(name, LARGEST))
        begins = name in book.contents if book.contents else bool(heading)
        # A bare title page stands before what it is the title of.
        if held is not None and (
            not begins or (_is_mere_title(held) and name not in book.contents)
        ):
            text, blocks = joined(held[2], held[3], text, blocks)
            held = (held[0], held[1], text, blocks)
            continue
        if held is not None:
            yield held
        title = book.contents.get(name) or heading
        held = (name, title, *_without_title(text, blocks, title))
    if held is not None:
        yield held


def _is_mere_title(chapter: _Chapter) -> bool:
    return len(chapter[2]) < 200


def _page(data: bytes) -> tuple[str, str, tuple[Block, ...]]:
    """The heading, text and blocks of one file; notes that stand among the words come behind them."""
    from lesart.feeds.pages.html_tree import page_text, parse_html
    from lesart.feeds.pages.plaintext import plain_text

    root = parse_html(_EMPTIED.sub(r"<\1\2></\1>", page_text(data)))
    if root is None:
        return "", "", ()
    body = root.find("body")
    body = body if body is not None else root
    for aside in list(body.iter("aside", "div", "section", "p")):
        kinds = f"{aside.get('epub:type') or ''} {(aside.get('role') or '').removeprefix('doc-')}"
        if set(kinds.split()) & _NOTE_KINDS and aside is not body:
            aside.attrib.pop("hidden", None)  # hidden, since readers show it when it is tapped
            tail, aside.tail = aside.tail, None
            parent, previous = aside.getparent(), aside.getprevious()
            if parent is None or _is_in_notes(aside):
                aside.tail = tail
                continue
            if previous is not None:
                previous.tail = (previous.tail or "") + (tail or "")
            else:
                parent.text = (parent.text or "") + (tail or "")
            body.append(aside)
    heading = next((h for h in body.iter("h1", "h2", "h3") if h.text_content().strip()), None)
    text, blocks = plain_text(body)
    return (clean_line(heading.text_content(), 300) if heading is not None else ""), text, blocks


def _is_in_notes(aside: Any) -> bool:
    for around in aside.iterancestors():
        if set((around.get("epub:type") or "").split()) & _NOTE_KINDS:
            return True
    return False


def _without_title(
    text: str, blocks: tuple[Block, ...], title: str
) -> tuple[str, tuple[Block, ...]]:
    """Without the heading that says the title again."""
    first = blocks[0] if blocks else None
    if first is None or first.kind != "heading" or first.span.start != 0:
        return text, blocks
    if clean_line(text[: first.span.end]).casefold() != title.casefold():
        return text, blocks
    rest = text[first.span.end :].lstrip("\n")
    gone = len(text) - len(rest)
    return rest, tuple(
        block._replace(
            span=block.span._replace(start=block.span.start - gone, end=block.span.end - gone)
        )
        for block in blocks
        if block.span.start >= gone
    )


def _as_one(chapters: list[_Chapter]) -> tuple[str, tuple[Block, ...]]:
    text = ""
    blocks: tuple[Block, ...] = ()
    for _id, title, more, more_blocks in chapters:
        if title and len(chapters) > 1:
            from lesart.model.text import Span

            heading = (Block("heading", Span(0, len(title)), 2),)
            more, more_blocks = joined(title, heading, more, more_blocks)
        text, blocks = joined(text, blocks, more, more_blocks)
    return text, blocks
