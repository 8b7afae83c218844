"""Make one mark of several that overlap: all their words, notes, tags and replies are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.note_changes import (
    Fields,
    NoteChange,
    Outcome,
    Pin,
    apply_all,
    edit,
    removal,
)
from lesart.store import Store
from lesart.translations import N_, _

ALONE = N_("No other mark overlaps this one.")


def overlapping(note: Annotation, others: Iterable[Annotation]) -> list[Annotation]:
    """The marks that share words with `note`, or with one that does, in the order of the text.

    `note` is one of them. A note whose words are gone is on no words, and overlaps nothing.
    """
    if note.span is None:
        return [note]
    start, end = note.span
    found = [(note.span, note)]
    waiting = [(one.span, one) for one in others if one.span is not None and one.uid != note.uid]
    while near := [(span, one) for span, one in waiting if span.start < end and span.end > start]:
        found += near
        waiting = [pair for pair in waiting if pair not in near]
        start = min(start, *(span.start for span, _ in near))
        end = max(end, *(span.end for span, _ in near))
    return [
        one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].created, pair[1].id))
    ]


def merge(
    store: Store, note: Annotation, seen: Article, known: Collection[str], *, now: int
) -> Outcome:
    """Merge `note` with the marks that overlap it; of those only what the reader saw (`known` uids).

    The oldest of them stays, with its uid and its date, on all their words and in the colour of the
    newest. The others are deleted, what was written in them and in reply to them is its own now.
    """
    with store.transaction(is_durable=True):
        article = store.articles.get(note.article_id)
        here = {one.uid: one for one in store.annotations.of(note.article_id)}
        stored = here.get(note.uid)
        if stored is None or article is None:
            return Outcome(says=_("This mark was deleted meanwhile; nothing was merged."))
        if article.text != seen.text:
            return Outcome(stored, _("The article has other words by now; nothing was merged."))
        group = overlapping(stored, [one for one in here.values() if one.uid in known])
        if len(group) < 2:
            return Outcome(stored, _(ALONE))
        outcome = apply_all(store, _changes(store, article, group), now=now)
        kept = store.annotations.by_uid(_oldest(group).uid)
    return Outcome(kept, outcome.says, outcome.inverse)


def _oldest(group: list[Annotation]) -> Annotation:
    """The first that was made; one that answers another of them only if there is no other."""
    ids = {one.id for one in group}
    return min(group, key=lambda one: (one.parent in ids, one.created, one.id))


def _changes(store: Store, article: Article, group: list[Annotation]) -> tuple[NoteChange, ...]:
    from lesart.anchor import make_anchor

    kept = _oldest(group)
    gone = [one for one in group if one.uid != kept.uid]
    spans = [one.span for one in group if one.span is not None]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    notes = dict.fromkeys(one.note.strip() for one in group if one.note.strip())
    newest = max(group, key=lambda one: (one.created, one.id))
    wanted = Fields(
        note="\n\n".join(notes),
        colour=newest.colour,
        tags=tuple(dict.fromkeys(tag for one in group for tag in one.tags)),
        pin=Pin(make_anchor(article.text, whole), article.revision),
    )
    merged = {one.uid for one in group}
    replies = [
        NoteChange(reply.uid, Fields(parent=one.uid), Fields(parent=kept.uid))
        for one in gone
        for reply in store.annotations.replies_to([one.id])
        if reply.uid not in merged
    ]
    return (edit(kept, wanted), *replies, *(removal(one) for one in gone))
