"""An article with all that belongs to it as a JSON object: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Block
from lesart.model.verdict import Verdict
from lesart.services.exporting.selection import told
from lesart.store.tables.article_bundle import Keepsake
from lesart.store.tables.entity_choices import EntityChoice
from lesart.text.urls import without_secrets

Record = dict[str, Any]


def article_record(kept: Keepsake) -> Record:
    """The article, its older texts, notes, verdicts and findings as plain JSON values."""
    article = told(kept.article)
    uids = {note.id: note.uid for note in kept.annotations}
    return {
        "type": "article",
        "feed": without_secrets(kept.feed_url),
        "guid": article.guid,
        "link": article.link,
        "title": article.title,
        "text": article.text,
        "blocks": [_block(block) for block in article.blocks],
        "enclosures": [
            [without_secrets(url), kind, length] for url, kind, length in article.enclosures
        ],
        "source": article.source,
        "folder": article.folder,
        "author": article.author,
        "language": article.language,
        "published": list(article.published) if article.published else None,
        "arrived": article.arrived,
        "revision": article.revision,
        "revised": article.revised,
        "is_read": article.is_read,
        "is_starred": article.is_starred,
        "position": article.position,
        "tags": list(article.tags),
        "text_state": article.text_state,
        "is_full_text": article.is_full_text,
        "old_texts": [
            {
                "number": old.number,
                "title": old.title,
                "text": old.text,
                "blocks": [_block(block) for block in old.blocks],
                "replaced": old.replaced,
            }
            for old in kept.old_texts
        ],
        "annotations": [note_record(note, uids) for note in kept.annotations],
        **({"answers": [list(answer) for answer in kept.answers]} if kept.answers else {}),
        "verdicts": [_verdict(verdict) for verdict in kept.verdicts],
        "analysis": _analysis(kept.analysis) if kept.analysis else None,
    }


def note_record(note: Annotation, uids: Mapping[int, str]) -> Record:
    """An annotation; `uids` tells by which name the one it replies to is known."""
    return {
        "uid": note.uid,
        "anchor": list(note.anchor) if note.anchor else None,
        "revision": note.revision,
        "status": note.status,
        "span": list(note.span) if note.span else None,
        "suggestion": list(note.suggestion) if note.suggestion else None,
        "colour": note.colour,
        "note": note.note,
        "tags": list(note.tags),
        "reply_to": uids.get(note.parent) if note.parent else None,
        "created": note.created,
        "changed": note.changed,
    }


def choice_record(choice: EntityChoice) -> Record:
    """What the reader said of two names of entities."""
    return {
        "type": "entity_choice",
        "names": [list(choice.one), list(choice.other)],
        "is_same": choice.is_same,
        "made": choice.made,
    }


def _block(block: Block) -> list[Any]:
    return [
        block.kind,
        block.span.start,
        block.span.end,
        block.level,
        without_secrets(block.target),
    ]


def _verdict(verdict: Verdict) -> Record:
    return {
        "thing": verdict.thing,
        "anchor": list(verdict.anchor),
        "ruling": verdict.ruling,
        "correction": dict(verdict.correction),
        "span": list(verdict.span) if verdict.span else None,
        "made": verdict.made,
    }


def _analysis(analysis: Analysis) -> Record:
    return {
        "engine": analysis.engine,
        "language": analysis.language,
        "note": analysis.note,
        "figures": [_fields(figure) for figure in analysis.figures],
        "entities": [_fields(entity) for entity in analysis.entities],
        **(
            {"in_passing": [_fields(entity) for entity in analysis.in_passing]}
            if analysis.in_passing
            else {}
        ),
    }


def _fields(value: Figure | Entity) -> Record:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
