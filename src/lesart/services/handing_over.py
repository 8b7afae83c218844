"""An article, or a note, as another program reads it on its standard input: as text or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.text.json_text import to_json
from lesart.text.urls import without_secrets


def article_as_text(article: Article) -> str:
    """Title, origin and address, then the text."""
    origin = " · ".join(filter(None, (article.source, article.author, _day(article))))
    head = [line for line in (article.title, origin, without_secrets(article.link)) if line]
    return "\n".join([*head, "", article.text, ""])


def note_as_text(note: Annotation, article: Article) -> str:
    """The words it is on, what it says, its tags, and where it stands."""
    parts = [
        f"“{note.anchor.exact}”" if note.anchor else "",
        note.note,
        " ".join(f"#{tag}" for tag in note.tags),
        "\n".join(filter(None, (article.title, without_secrets(article.link)))),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def article_as_json(article: Article, notes: Sequence[Annotation]) -> str:
    """One object: what is known of the article, its text, and the reader's notes on it."""
    return to_json(
        {**_about(article), "text": article.text, "notes": [_note(note) for note in notes]}
    ) + "\n"  # fmt: skip


def note_as_json(note: Annotation, article: Article) -> str:
    """One object: the note, and the article that it stands in, without its text."""
    return to_json({**_note(note), "article": _about(article)}) + "\n"


def _about(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "link": without_secrets(article.link),
        "source": article.source,
        "author": article.author,
        "published": _day(article),
        "language": article.language,
        "tags": list(article.tags),
    }


def _note(note: Annotation) -> dict[str, Any]:
    span = note.span
    return {
        "id": note.uid,
        "quote": note.anchor.exact if note.anchor else "",
        "start": span.start if span else None,
        "end": span.end if span else None,
        "note": note.note,
        "colour": note.colour,
        "tags": list(note.tags),
    }


def _day(article: Article) -> str:
    from datetime import UTC, datetime

    moment = article.published
    if moment is None:
        return ""
    return datetime.fromtimestamp(moment.seconds, UTC).strftime("%Y-%m-%d")
