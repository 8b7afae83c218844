"""Annotations as Hypothesis's API answers a search: `{"total", "rows"}`, for what reads that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lesart.model.annotation import Annotation
from lesart.services.exporting.records import Record
from lesart.services.exporting.selection import Annotated, iso
from lesart.services.exporting.w3c import selectors, source_of
from lesart.services.links import note_link
from lesart.text.json_text import to_json


def pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """The answer, a row a line."""
    total = 0
    yield '{"rows": ['
    for annotated in chosen:
        for note in annotated.notes:
            yield (",\n" if total else "\n") + to_json(row(note, annotated))
            total += 1
    yield f'\n], "total": {total}}}\n'


def row(note: Annotation, annotated: Annotated) -> Record:
    """One annotation. Its colour is told as a tag, since the API knows none."""
    source = source_of(annotated)
    parent = annotated.uids.get(note.parent) if note.parent else None
    target: Record = {"source": source}
    if note.anchor:
        target["selector"] = selectors(note.anchor)
    return {
        "id": note.uid,
        "created": iso(note.created),
        "updated": iso(note.changed),
        "user": "acct:reader@lesart.invalid",
        "uri": source,
        "text": note.note,
        "tags": [*note.tags, f"colour:{note.colour}"],
        "group": "__world__",
        "permissions": {"read": ["acct:reader@lesart.invalid"]},
        "target": [target],
        "links": {"incontext": note_link(note.uid)},
        "references": [parent] if parent else [],
        "document": {"title": [annotated.article.title]},
    }
