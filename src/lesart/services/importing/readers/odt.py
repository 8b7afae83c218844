"""An OpenDocument text: paragraphs, headings, lists, tables, links and notes."""

from __future__ import annotations

from typing import Any

from lesart.services.importing.archive import Archive, members_of
from lesart.services.importing.items import DAMAGED, LARGEST_ARCHIVE, Item, Options, Reading, Source
from lesart.services.importing.readers.office import PageBuilder, facts_of, office_draft
from lesart.services.importing.xml_tree import attribute, child, children, local, parse_xml
from lesart.translations import _

_FACTS = {
    "title": "title", "initial-creator": "author", "creation-date": "date", "language": "language",
}  # fmt: skip
_PASSED_OVER = {
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "forms",
    "user-field-decls", "bookmark", "bookmark-start", "bookmark-end", "desc", "title", "ruby-text",
}  # fmt: skip
_DEEPEST = 60
_MOST_SPACES = 200


def recognises(source: Source) -> bool:
    return "content.xml" in members_of(source) and kind_of(source) in (
        "",
        "text",
        "text-template",
        "text-master",
    )


def kind_of(source: Source) -> str:
    """Which OpenDocument it is: `text`, `spreadsheet`; empty where it does not say."""
    start = b"application/vnd.oasis.opendocument."
    at = source.head[:300].find(start)
    if at < 0:
        return "" if source.suffix in (".odt", ".ott", ".fodt") else "unknown"
    rest = source.head[at + len(start) : at + len(start) + 30]
    return rest.split(b"PK")[0].decode("ascii", "ignore")


def read(source: Source, options: Options) -> Reading:
    """The document's one article."""
    with Archive(source) as archive:
        if "META-INF/manifest.xml" in archive.members and b"encryption-data" in archive.read(
            "META-INF/manifest.xml", LARGEST_ARCHIVE // 8
        ):
            raise source.failed(_("the document is locked with a password; save it without one."))
        root = parse_xml(archive.read("content.xml", LARGEST_ARCHIVE // 8))
        meta = None
        if "meta.xml" in archive.members:
            meta = parse_xml(archive.read("meta.xml", LARGEST_ARCHIVE // 8))
    if root is None:
        raise source.failed(_("the document is damaged: its text cannot be read."))
    try:
        page = _Document(root).page()
    except DAMAGED as error:
        raise source.failed(_("the document is damaged.")) from error
    if not page[0].strip():
        raise source.failed(_("there is no text in this document."))
    yield Item(office_draft(page, facts_of(meta, _FACTS), source.stem))


class _Document:
    """One walk through the document, building a page."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.builder = PageBuilder()
        self.numbered = _numbered_lists(root)
        self.raised = _raised_styles(root)
        self.noted: list[tuple[str, Any]] = []

    def page(self) -> Any:
        body = child(self.root, "body", "text")
        if body is not None:
            self._blocks(body, self.builder.body, 0)
        for number, note in self.noted[:5000]:
            at = self.builder.element("p")
            self.builder.write(at, f"{number}. ")
            for paragraph in note.iter():
                if local(paragraph) in ("p", "h"):
                    self._words(paragraph, at, 0)
                    self.builder.write(at, " ")
            self.builder.notes.append(at)
        return self.builder.page()

    def _blocks(self, parent: Any, into: Any, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for element in parent:
            name = local(element)
            if name in _PASSED_OVER or not name:
                continue
            if name == "h":
                level = attribute(element, "outline-level")
                tag = f"h{min(6, int(level))}" if level.isdecimal() and int(level) else "h1"
                self._words(element, self.builder.element(tag, into), depth)
            elif name == "p":
                tag = "blockquote" if "quot" in attribute(element, "style-name").lower() else "p"
                self._words(element, self.builder.element(tag, into), depth)
            elif name == "list":
                self._list(element, into, attribute(element, "style-name"), 0, depth)
            elif name == "table":
                self._table(element, into, depth)
            else:  # sections, indexes, frames
                self._blocks(element, into, depth + 1)

    def _list(self, element: Any, into: Any, style: str, level: int, depth: int) -> None:
        made = self.builder.element("ol" if (style, level) in self.numbered else "ul", into)
        if made.tag == "ol":
            made.set("type", self.numbered[style, level])
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            li = self.builder.element("li", made)
            start = attribute(item, "start-value")
            if start.isdecimal():
                li.set("value", start)
            for inner in item:
                name = local(inner)
                if name in ("p", "h"):
                    if len(li) or li.text:
                        self.builder.element("br", li)
                    self._words(inner, li, depth + 1)
                elif name == "list" and depth < _DEEPEST:
                    own = attribute(inner, "style-name") or style
                    self._list(inner, li, own, level + 1, depth + 1)

    def _table(self, table: Any, into: Any, depth: int) -> None:
        made = self.builder.element("table", into)
        rows = (
            e
            for e in table.iter()
            if local(e) == "table-row"
            and next((a for a in e.iterancestors() if local(a) == "table"), None) is table
        )
        for row in rows:
            tr = self.builder.element("tr", made)
            for cell in row:
                if local(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                td = self.builder.element("td", tr)
                self._blocks(cell, td, depth + 1)

    def _words(self, parent: Any, at: Any, depth: int) -> None:
        if depth > _DEEPEST:
            return
        builder = self.builder
        builder.write(at, _folded(parent.text))
        for element in parent:
            name = local(element)
            if name in _PASSED_OVER or not name:
                pass
            elif name == "s":
                count = attribute(element, "c")
                builder.write(at, " " * min(_MOST_SPACES, int(count) if count.isdecimal() else 1))
            elif name == "tab":
                builder.write(at, "\t")
            elif name == "line-break":
                builder.element("br", at)
            elif name == "a":
                target = attribute(element, "href")
                is_web = target.lower().startswith(("http://", "https://", "mailto:"))
                self._words(
                    element, builder.element("a", at, href=target) if is_web else at, depth + 1
                )
            elif name == "note":
                self._note(element, at)
            elif name == "span":
                tag = self.raised.get(attribute(element, "style-name"), "")
                self._words(element, builder.element(tag, at) if tag else at, depth + 1)
            elif name in ("frame", "text-box", "custom-shape", "g"):
                for paragraph in (e for e in element.iter() if local(e) == "p"):
                    builder.element("br", at)
                    self._words(paragraph, at, depth + 1)
            else:  # fields, ruby, changes that stay
                self._words(element, at, depth + 1)
            builder.write(at, _folded(element.tail))

    def _note(self, element: Any, at: Any) -> None:
        body = child(element, "note-body")
        if body is None:
            return
        number = str(len(self.noted) + 1)
        self.noted.append((number, body))
        self.builder.note_mark(at, number)


def _folded(text: str | None) -> str:
    """White space as the format means it: line ends of the file are spaces."""
    return (text or "").replace("\n", " ").replace("\t", " ")


def _numbered_lists(root: Any) -> dict[tuple[str, int], str]:
    """Which lists count, at which depth, and in which letters."""
    found: dict[tuple[str, int], str] = {}
    for style in (e for e in root.iter() if local(e) == "list-style"):
        for level in children(style, "list-level-style-number"):
            depth = attribute(level, "level")
            if depth.isdecimal() and attribute(level, "num-format"):
                kind = attribute(level, "num-format")
                key = (attribute(style, "name"), int(depth) - 1)
                found[key] = kind if kind in ("1", "a", "A", "i", "I") else "1"
    return found


def _raised_styles(root: Any) -> dict[str, str]:
    """The styles whose words are raised or lowered, or stressed."""
    found: dict[str, str] = {}
    for style in (e for e in root.iter() if local(e) == "style"):
        properties = child(style, "text-properties")
        if properties is None:
            continue
        position = attribute(properties, "text-position")
        if position.startswith(("super", "sub")):
            found[attribute(style, "name")] = "sup" if position.startswith("super") else "sub"
        elif position[:1].isdigit() or position.startswith("-"):
            share = position.split()[0].rstrip("%")
            if share not in ("0", "100"):
                found[attribute(style, "name")] = "sub" if share.startswith("-") else "sup"
        elif attribute(properties, "font-weight") == "bold":
            found[attribute(style, "name")] = "b"
        elif attribute(properties, "font-style") == "italic":
            found[attribute(style, "name")] = "i"
    return found
