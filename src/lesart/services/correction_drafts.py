"""Corrections that could not be stored: what was typed is offered again on the same figure or name."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.drafts import OpenDraft, drafts_on, key_of_new
from lesart.store import Store
from lesart.text.clean import clean_line
from lesart.translations import quoted

Fields = dict[str, str]


def correction_draft(article: Article, thing: str, span: Span) -> OpenDraft:
    """What is kept of a correction of the figure or name there."""
    return OpenDraft(key_of_new(article, span, thing))


def keep_correction(store: Store, draft: OpenDraft, typed: Mapping[str, str], *, now: int) -> None:
    """Keep the fields that were typed; `draft.forget` lets them go."""
    draft.keep(store, json.dumps(dict(typed), ensure_ascii=False), now=now)


def correction_on(
    store: Store, article: Article, thing: str, span: Span
) -> tuple[OpenDraft, Fields] | None:
    """What was typed about the figure or name there and could not be stored; None: nothing."""
    for draft in drafts_on(store, article, thing):
        if draft.now == span and (fields := _fields_in(draft.text)):
            return OpenDraft(draft.key, draft.text), fields
    return None


def lost_corrections(store: Store, article: Article, thing: str) -> list[tuple[OpenDraft, str]]:
    """What was typed about words that are gone from the text, as a line each."""
    found = []
    for draft in drafts_on(store, article, thing):
        fields = _fields_in(draft.text)
        if fields and draft.now is None and draft.span is not None and draft.article is not None:
            words = draft.article.text[slice(*draft.span)]
            told = ", ".join(f"{name} {value}" for name, value in fields.items())
            found.append((OpenDraft(draft.key, draft.text), f"{quoted(words)}: {told}"))
    return found


def _fields_in(text: str) -> Fields:
    """What a draft holds; a library from elsewhere may hold anything."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(fields, dict):
        return {}
    return {
        clean_line(name): clean_line(value)
        for name, value in fields.items()
        if isinstance(value, str)
    }
