"""W3C Web Annotations: a JSON-LD collection that any annotator can read, and that comes back whole.

After the Web Annotation Data Model (W3C Recommendation, 23 February 2017). What the model has no
word for (revision, status, a reply's own words) and the articles themselves stand under `lesart:`
as plain JSON, which other programs pass over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from lesart.model.annotation import Anchor, Annotation
from lesart.services.exporting.records import Record, article_record, note_record
from lesart.services.exporting.selection import Annotated, iso
from lesart.services.links import note_link
from lesart.store import Store
from lesart.text.json_text import to_json

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "lesart": "urn:lesart:terms:",
        "lesart:articles": {"@id": "lesart:articles", "@type": "@json"},
        "lesart:note": {"@id": "lesart:note", "@type": "@json"},
    },
]
_IRI = re.compile(r"(?:https?://|urn:[a-z0-9-]+:)[^\s<>\"{}|\\^`]+")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def pieces(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    """The collection, a line an annotation, and after them the articles they are on."""
    head = to_json({"@context": CONTEXT, "type": "AnnotationCollection", "label": "Lesart"})
    yield head[:-1] + ', "first": {"type": "AnnotationPage", "startIndex": 0, "items": ['
    articles: list[tuple[int, Record]] = []
    names = hashlib.sha256()
    total = 0
    for annotated in chosen:
        about = annotated.article
        # Where it came from is told in words: a note is no reason to subscribe to a feed.
        words = {"feed": "", "source": about.source, "folder": about.folder}
        articles.append((about.id, words))
        for note in sorted(annotated.notes, key=lambda note: note.id):
            yield (",\n" if total else "\n") + to_json(annotation(note, annotated))
            names.update(note.uid.encode())
            total += 1
    # The model asks for a name of collection and page: one made of what is in them.
    name = f"urn:lesart:collection:{names.hexdigest()[:32]}"
    yield f'\n], "id": "{name}:1", "partOf": "{name}"}}, "id": "{name}", "total": {total},'
    yield ' "lesart:articles": ['
    for number, (article_id, words) in enumerate(articles):
        kept = store.bundles.of(article_id)
        if kept is not None:
            record = {**article_record(kept), **words, "annotations": []}
            record.pop(
                "answers", None
            )  # what is shown to others is the note, not how well one knows it
            yield (",\n" if number else "\n") + to_json(record)
    yield "\n]}\n"


def annotation(note: Annotation, annotated: Annotated) -> Record:
    """One annotation as the model has it."""
    parent = annotated.uids.get(note.parent) if note.parent else None
    return {
        "id": iri(note.uid),
        "via": note_link(note.uid),
        "type": "Annotation",
        "motivation": "replying" if parent else "commenting" if note.note else "highlighting",
        "created": iso(note.created),
        "modified": iso(note.changed),
        "body": [
            *([_body(note.note, "replying" if parent else "commenting")] if note.note else []),
            *(_body(tag, "tagging") for tag in note.tags),
        ],
        "target": iri(parent) if parent else _target(note, annotated),
        "lesart:note": {
            "article": annotated.key,
            **note_record(note, annotated.uids),
        },
    }


def iri(uid: str) -> str:
    """The name of a note as an IRI; one that came from elsewhere keeps its own."""
    if _IRI.fullmatch(uid):
        return uid
    return f"urn:uuid:{uid}" if _UUID.fullmatch(uid) else f"urn:lesart:note:{quote(uid, safe='')}"


def source_of(annotated: Annotated) -> str:
    """The address of the article; a name of ours where it has none."""
    return annotated.article.link or f"urn:lesart:article:{annotated.key}"


def _body(value: str, purpose: str) -> Record:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(note: Annotation, annotated: Annotated) -> Record | str:
    if note.anchor is None:
        return source_of(annotated)
    return {
        "source": source_of(annotated),
        "styleClass": note.colour,
        "selector": selectors(note.anchor),
    }


def selectors(anchor: Anchor) -> list[dict[str, Any]]:
    """The anchor as the two selectors it is made of; positions count code points of the text."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]
