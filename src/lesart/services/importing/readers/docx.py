"""A Word document: paragraphs, headings, lists, tables, links and notes; what was struck out is left out."""

from __future__ import annotations

from typing import Any

from lesart.services.importing.archive import Archive, members_of
from lesart.services.importing.items import DAMAGED, LARGEST_ARCHIVE, Item, Options, Reading, Source
from lesart.services.importing.readers.office import PageBuilder, facts_of, office_draft
from lesart.services.importing.xml_tree import attribute, child, children, local, parse_xml
from lesart.translations import _

_FACTS = {"title": "title", "creator": "author", "created": "date", "language": "language"}
_PASSED_OVER = {
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "rPr",
    "pPr",
    "sectPr",
    "Fallback",
    "tblPr",
    "tblGrid",
}
_ROMAN = {"upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a"}
_SYMBOLS = {"softHyphen": "", "noBreakHyphen": "\u2011", "tab": "\t", "ptab": "\t", "cr": "\n"}
_DEEPEST = 60


def recognises(source: Source) -> bool:
    return "word/document.xml" in members_of(source) or (
        "[Content_Types].xml" in members_of(source)
        and any(n.startswith("word/document") and n.endswith(".xml") for n in members_of(source))
    )


def read(source: Source, options: Options) -> Reading:
    """The document's one article."""
    with Archive(source) as archive:
        try:
            reading = _Document(archive)
            page = reading.page()
            facts = facts_of(_part(archive, "docProps/core.xml"), _FACTS)
        except DAMAGED as error:
            raise source.failed(_("the document is damaged.")) from error
    if not page[0].strip():
        raise source.failed(_("there is no text in this document."))
    yield Item(office_draft(page, facts, source.stem))


def _part(archive: Archive, name: str) -> Any | None:
    if name not in archive.members:
        return None
    return parse_xml(archive.read(name, LARGEST_ARCHIVE // 8))


class _Document:
    """One walk through the document, building a page."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        name = "word/document.xml"
        if name not in archive.members:
            name = next(n for n in sorted(archive.members) if n.startswith("word/document"))
        root = _part(archive, name)
        if root is None:
            raise archive.source.failed(_("the document is damaged: its text cannot be read."))
        self.body = child(root, "body")
        self.links = _links(_part(archive, f"word/_rels/{name.rpartition('/')[2]}.rels"))
        self.headings = _headings(_part(archive, "word/styles.xml"))
        self.lists = _list_kinds(_part(archive, "word/numbering.xml"))
        self.notes = {
            kind: _notes(_part(archive, f"word/{kind}s.xml"), kind)
            for kind in ("footnote", "endnote")
        }
        self.builder = PageBuilder()
        self.noted: list[tuple[str, Any]] = []

    def page(self) -> Any:
        if self.body is not None:
            self._blocks(self.body, self.builder.body, 0)
        for number, note in self.noted[:5000]:
            at = self.builder.element("p")
            self.builder.write(at, f"{number}. ")
            for paragraph in note.iter():
                if local(paragraph) == "p":
                    self._runs(paragraph, at, 0)
                    self.builder.write(at, " ")
            self.builder.notes.append(at)
        return self.builder.page()

    def _blocks(self, parent: Any, into: Any, depth: int) -> None:
        if depth > _DEEPEST:
            return
        for element in parent:
            name = local(element)
            if name in _PASSED_OVER:
                continue
            if name == "p":
                self._paragraph(element, into)
            elif name == "tbl":
                self.builder.end_lists()
                self._table(element, into, depth)
            elif name in (
                "sdt",
                "sdtContent",
                "ins",
                "moveTo",
                "customXml",
                "smartTag",
                "AlternateContent",
                "Choice",
            ):
                self._blocks(element, into, depth + 1)

    def _paragraph(self, element: Any, into: Any) -> None:
        properties = child(element, "pPr")
        style = _value(child(properties, "pStyle"))
        own_level = _value(child(properties, "outlineLvl"))
        level = int(own_level) + 1 if own_level.isdecimal() else self.headings.get(style, 0)
        builder = self.builder
        if 0 < level < 10:
            builder.end_lists()
            at = builder.element(f"h{min(6, level)}", into)
        elif into is builder.body and (listed := self._list_of(properties)):
            at = builder.item(*listed[:1], **listed[1])
        else:
            if into is builder.body and any(local(e) in ("t", "drawing") for e in element.iter()):
                builder.end_lists()
            at = builder.element("blockquote" if "quote" in style.lower() else "p", into)
        self._runs(element, at, 0)

    def _list_of(self, properties: Any | None) -> tuple[int, dict[str, Any]] | None:
        numbered = child(properties, "numPr") if properties is not None else None
        key = _value(child(numbered, "numId")) if numbered is not None else ""
        if key in ("", "0"):
            return None
        written = _value(child(numbered, "ilvl"))
        level = min(8, int(written)) if written.isdecimal() else 0
        kind, start = self.lists.get((key, level), ("decimal", 1))
        return level, {
            "is_numbered": kind not in ("bullet", "none"),
            "style": _ROMAN.get(kind, "1"),
            "start": start,
            "key": key,
        }

    def _runs(self, parent: Any, at: Any, depth: int) -> None:
        """The words of a paragraph, whatever wraps them."""
        if depth > _DEEPEST:
            return
        builder = self.builder
        for element in parent:
            name = local(element)
            if name in _PASSED_OVER or not name:
                continue
            if name == "t":
                builder.write(at, element.text or "")
            elif name == "br":
                if attribute(element, "type") in ("", "textWrapping"):
                    builder.element("br", at)
            elif name in _SYMBOLS:
                builder.write(at, _SYMBOLS[name])
            elif name == "sym":
                builder.write(at, _symbol(attribute(element, "char")))
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(element, name.removesuffix("Reference"), at)
            elif name == "hyperlink":
                target = self.links.get(attribute(element, "id"), "")
                self._runs(
                    element, builder.element("a", at, href=target) if target else at, depth + 1
                )
            elif name == "r":
                self._runs(element, self._dressed(element, at), depth + 1)
            elif name == "txbxContent":
                builder.element("br", at)
                for paragraph in children(element, "p"):
                    self._runs(paragraph, at, depth + 1)
                    builder.element("br", at)
            elif name == "drawing":
                self._drawing(element, at, depth)
            else:
                self._runs(element, at, depth + 1)

    def _drawing(self, element: Any, at: Any, depth: int) -> None:
        boxes = [e for e in element.iter() if local(e) == "txbxContent"]
        for box in boxes[:20]:
            for paragraph in children(box, "p"):
                self.builder.element("br", at)
                self._runs(paragraph, at, depth + 1)

    def _dressed(self, run: Any, at: Any) -> Any:
        """The run's words raised, lowered or stressed as they are."""
        properties = child(run, "rPr")
        if properties is None:
            return at
        raised = _value(child(properties, "vertAlign"))
        if raised in ("superscript", "subscript") and any(local(e) == "t" for e in run):
            return self.builder.element("sup" if raised == "superscript" else "sub", at)
        if child(properties, "vanish") is not None and _value(child(properties, "vanish")) not in (
            "0",
            "false",
        ):
            return self.builder.element("p")  # hidden text: written where nobody sees it
        for mark, tag in (("b", "b"), ("i", "i")):
            found = child(properties, mark)
            if found is not None and _value(found) not in ("0", "false", "off"):
                return self.builder.element(tag, at)
        return at

    def _note(self, element: Any, kind: str, at: Any) -> None:
        note = self.notes[kind].get(attribute(element, "id"))
        if note is None:
            return
        number = str(len(self.noted) + 1)
        self.noted.append((number, note))
        self.builder.note_mark(at, number)

    def _table(self, table: Any, into: Any, depth: int) -> None:
        made = self.builder.element("table", into)
        for row in (e for e in table.iter() if local(e) == "tr" and _owner(e) is table):
            tr = self.builder.element("tr", made)
            for cell in (e for e in row.iter() if local(e) == "tc" and _row_of(e) is row):
                properties = child(cell, "tcPr")
                span = _value(child(properties, "gridSpan"))
                td = self.builder.element("td", tr)
                if span.isdecimal() and 1 < int(span) < 50:
                    td.set("colspan", span)
                merged = child(properties, "vMerge")
                if merged is not None and _value(merged) in ("", "continue"):
                    continue
                self._blocks(cell, td, depth + 1)


def _owner(element: Any) -> Any:
    return next((a for a in element.iterancestors() if local(a) == "tbl"), None)


def _row_of(element: Any) -> Any:
    return next((a for a in element.iterancestors() if local(a) == "tr"), None)


def _value(element: Any | None) -> str:
    return attribute(element, "val") if element is not None else ""


def _symbol(code: str) -> str:
    """A letter of a picture font: arrows and bullets have no meaning that text could keep."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 < number < 0xD800 else "•" if 0xF000 <= number <= 0xF0FF else ""


def _links(root: Any | None) -> dict[str, str]:
    relations = children(root, "Relationship") if root is not None else []
    return {
        attribute(one, "Id"): attribute(one, "Target")
        for one in relations
        if attribute(one, "TargetMode") == "External"
        and attribute(one, "Target").lower().startswith(("http://", "https://", "mailto:"))
    }


def _headings(root: Any | None) -> dict[str, int]:
    """The level of each style that is a heading, by its name or by the style that it is based on."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in children(root, "style") if root is not None else []:
        key = attribute(style, "styleId")
        name = _value(child(style, "name")).lower()
        outline = _value(child(style, "pPr", "outlineLvl"))
        if name == "title":
            levels[key] = 1
        elif name.startswith("heading ") and name[8:9].isdecimal():
            levels[key] = int(name[8:9])
        elif outline.isdecimal() and int(outline) < 9:
            levels[key] = int(outline) + 1
        elif parent := _value(child(style, "basedOn")):
            based[key] = parent
    for key, parent in based.items():
        for _step in range(10):
            if parent in levels:
                levels[key] = levels[parent]
                break
            parent = based.get(parent, "")
    return levels


def _list_kinds(root: Any | None) -> dict[tuple[str, int], tuple[str, int]]:
    """How each list counts at each depth, and from where."""
    if root is None:
        return {}
    shapes = {
        attribute(one, "abstractNumId"): {
            attribute(level, "ilvl"): (
                _value(child(level, "numFmt")) or "decimal",
                _value(child(level, "start")) or "1",
            )
            for level in children(one, "lvl")
        }
        for one in children(root, "abstractNum")
    }
    found: dict[tuple[str, int], tuple[str, int]] = {}
    for one in children(root, "num"):
        starts = {
            attribute(o, "ilvl"): _value(child(o, "startOverride"))
            for o in children(one, "lvlOverride")
        }
        for level, (kind, start) in shapes.get(_value(child(one, "abstractNumId")), {}).items():
            start = starts.get(level) or start
            if level.isdecimal() and start.isdecimal():
                found[attribute(one, "numId"), int(level)] = (kind, int(start))
    return found


def _notes(root: Any | None, kind: str) -> dict[str, Any]:
    notes = children(root, kind) if root is not None else []
    return {
        attribute(note, "id"): note
        for note in notes
        if attribute(note, "type")
        not in ("separator", "continuationSeparator", "continuationNotice")
    }
