"""Articles as CSL-JSON (Citation Style Language 1.0.2), which Zotero and others import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lesart.model.threads import in_threads
from lesart.services.exporting.records import Record
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.text.json_text import to_json


def pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """A list of items, one a line."""
    yield "["
    for number, annotated in enumerate(chosen):
        yield (",\n" if number else "\n") + to_json(item(annotated))
    yield "\n]\n"


def item(annotated: Annotated) -> Record:
    """One article; its marks and notes go into `note`, in the order of the text."""
    article = annotated.article
    found: Record = {
        "id": f"lesart-{annotated.key}",
        "type": "webpage" if not article.source else "article-newspaper",
        "title": article.title,
        "accessed": {"date-parts": [_parts(iso(article.arrived)[:10])]},
    }
    if article.author:
        found["author"] = [{"literal": article.author}]
    if article.source:
        found["container-title"] = article.source
    if article.published:
        found["issued"] = {"date-parts": [_parts(day(article.published))]}
    if article.link:
        found["URL"] = article.link
    if article.language:
        found["language"] = article.language
    if article.tags:
        found["keyword"] = ", ".join(article.tags)
    notes = [
        _line(depth, quote_of(note), note.note, note_link(note.uid))
        for depth, note in in_threads(annotated.notes)
    ]
    if notes:
        found["note"] = "\n".join(notes)
    return found


def _parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def _line(depth: int, quote: str, note: str, link: str) -> str:
    said = " – ".join(part for part in (f"“{quote}”" if quote and not depth else "", note) if part)
    return "  " * depth + " ".join([*said.split(), link])
