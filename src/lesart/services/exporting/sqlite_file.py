"""A plain SQLite file of articles, their texts, notes, figures and names, for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lesart.model.annotation import Annotation
from lesart.services.exporting.safe_files import whole_file
from lesart.services.exporting.selection import day, iso, told
from lesart.store import Store
from lesart.store.plain_copy import write as write_plain
from lesart.store.tables.article_bundle import Keepsake

_STATES = {"ok": "words stand", "changed": "words were changed", "orphan": "words are gone"}


def write(
    store: Store, path: Path, ids: Sequence[int], *, may_replace: bool = False
) -> Iterator[int]:
    """Write the articles `ids`; yields how many are in it as they come. All of the file, or none."""
    with whole_file(path, may_replace=may_replace) as part:
        yield from write_plain(part, _articles(store, ids), called=path)


def _articles(store: Store, ids: Sequence[int]) -> Iterator[tuple[Keepsake, dict[str, Any]]]:
    for article_id in ids:
        with store.explaining():
            kept, shown = store.bundles.of(article_id), store.articles.get(article_id)
        if kept is None or shown is None:
            continue
        article = told(shown)  # under its feed's name, and without passwords in addresses
        published = article.published
        row = {
            "title": article.title, "source": article.source, "folder": article.folder,
            "author": article.author, "link": article.link, "language": article.language,
            "published": None if published is None
            else iso(published.seconds) if published.precision == "minute" else day(published),
            "arrived": iso(article.arrived),
            "corrected": None if article.revised is None else iso(article.revised),
            "words": len(article.text.split()), "is_read": article.is_read,
            "is_starred": article.is_starred, "tags": ", ".join(article.tags),
        }  # fmt: skip
        yield (
            replace(kept, article=article),
            {
                "article": row,
                "replaced": [iso(old.replaced) for old in kept.old_texts],
                "notes": [_note(note) for note in kept.annotations],
            },
        )


def _note(note: Annotation) -> dict[str, Any]:
    start, end = note.span or (None, None)
    return {
        "id": note.id, "quote": note.anchor.exact if note.anchor else None, "note": note.note,
        "tags": ", ".join(note.tags), "colour": note.colour,
        "state": _STATES.get(note.status, note.status), "answers": note.parent,
        "start": start, "end": end, "created": iso(note.created), "changed": iso(note.changed),
        "uid": note.uid,
    }  # fmt: skip
