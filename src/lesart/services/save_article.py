"""Keep a draft as an article, and carry the reader's notes across when its words have changed."""

from __future__ import annotations

from dataclasses import replace

from lesart.model.article import Draft
from lesart.store import Store
from lesart.store.tables.articles import Added


def keep(store: Store, draft: Draft, *, now: int) -> Added:
    """Store `draft`; if it is a new revision, find every note's words again in the new text.

    All in one transaction: an article never stands there with its notes on other words.
    """
    with store.transaction():
        added = store.articles.add(draft, now=now)
        if added.old_text is not None:
            carry_notes(store, added.id, draft.text, added.old_text)
    return added


def keep_text(store: Store, article_id: int, draft: Draft, *, now: int) -> Added:
    """Give a stored article the words of `draft`, its notes carried across."""
    with store.transaction():
        before = store.articles.get(article_id)
        added = store.articles.revise(article_id, draft, now=now)
        if added.old_text is not None:
            carry_notes(store, added.id, draft.text, added.old_text)
            if before and before.feed_id is None and not before.is_full_text:
                _anchor_highlights(store, added.id, draft.text)
    return added


def _anchor_highlights(store: Store, article_id: int, text: str) -> None:
    """Put highlights that came with a mere address on the words of its page, which has come now.

    Until then they stood on a list of themselves, whose neighbourhoods say nothing: of words that the
    page has twice nobody knows which are meant.
    """
    from lesart.anchor import make_anchor, places_of
    from lesart.text.quotation import only_place

    article = store.articles.get(article_id)
    for note in store.annotations.of(article_id, deleted_too=True):
        if note.anchor is None or article is None:
            continue
        if len(places_of(note.anchor.exact, text)) > 1:
            store.annotations.place(note.id, None, "orphan", note.span or note.suggestion)
            continue
        span = note.span if note.status == "ok" else only_place(note.anchor.exact, text)
        if span is not None:
            store.annotations.put(
                replace(
                    note, anchor=make_anchor(text, span), span=span, status="ok", suggestion=None,
                    revision=article.revision,
                )
            )  # fmt: skip


def carry_notes(store: Store, article_id: int, new_text: str, old_text: str) -> None:
    """Place the article's annotations on its present text; what is gone becomes an orphan.

    Deleted ones, too: they can come back. Each is resolved from the text that it was made on, so that
    errors never add up over many revisions; a verdict from `old_text`, the one it stood in until now.
    """
    from lesart import anchor

    annotations = store.annotations.of(article_id, deleted_too=True)
    older = store.articles.revisions(article_id) if annotations else []
    texts = {revision.number: revision.text for revision in older}
    for annotation in annotations:
        if annotation.anchor is None:
            continue
        made_on = texts.get(annotation.revision)
        found = anchor.resolve(annotation.anchor, new_text, made_on)
        store.annotations.place(annotation.id, found.span, found.status, found.suggestion)
    for verdict in store.verdicts.of(article_id):
        if verdict.span is not None:
            # Its anchor may count an older text than the one that it stood in until now.
            here = anchor.make_anchor(old_text, verdict.span)
            found = anchor.resolve(here, new_text, old_text)
        else:
            found = anchor.resolve(verdict.anchor, new_text)
        store.verdicts.place(verdict.id, found.span if found.status == "ok" else None)
