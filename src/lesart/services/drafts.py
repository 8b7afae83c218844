"""Notes that were begun and not saved: each is found again at its words, also in a corrected text.

A draft's key says what it is about and, by a digest, which text its writer had before them: the
article's, or what the note said. So no draft is taken for one on other words, nor for a change of what
somebody else wrote meanwhile.

Two editors may be open on the same words. Each compares before it keeps, as a change of a note does:
where another one has written under its key it goes on under a key of its own.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.text import Span
from lesart.store import Store

_OWN = "~"
"""Between what a draft is about and what tells its writer from another one on the same words."""
_ON_WORDS = re.compile(rf"\w+:(\d+):(?:(\d+)-(\d+)|article)(?:@(\w+))?(?:{_OWN}\w+)?")


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note that was begun."""

    key: str
    text: str
    article: Article | None = None
    """The article as its writer saw it, for a new note."""
    span: Span | None = None
    """The words it is on, in that article's text; None: it is on the whole."""
    now: Span | None = None
    """Where these words stand in the present text; None: nowhere, or it is on the whole."""
    is_outdated: bool = False
    """For a change of a note: the note says something else by now."""


@dataclass(slots=True)
class OpenDraft:
    """The draft that one open editor keeps; what another one keeps there is left to that one."""

    key: str
    known: str = ""
    """What the library holds under the key, as far as this editor knows."""

    def keep(self, store: Store, text: str, *, now: int) -> None:
        """Have the library hold what is written by now; nothing written is no draft."""
        if not text:
            self.forget(store)
            return
        with store.transaction(is_durable=True):
            held = store.settings.draft(self.key)
            if held and held not in (self.known, text):
                self.key = f"{_without_own(self.key)}{_OWN}{uuid.uuid4().hex}"
            store.settings.save_draft(self.key, text, now=now)
        self.known = text

    def forget(self, store: Store) -> None:
        """The note was stored, or thrown away."""
        with store.transaction(is_durable=True):
            if store.settings.draft(self.key) == self.known:
                store.settings.save_draft(self.key, "", now=0)


def key_of_new(article: Article, span: Span | None, about: str = "new") -> str:
    """Under which a new note on these words is kept; or what else is begun `about` them."""
    where = f"{span.start}-{span.end}" if span else "article"
    return f"{about}:{article.id}:{where}@{_digest(article.text)}"


def key_of_change(note: Annotation) -> str:
    """Under which a change of this note is kept."""
    return f"note:{note.uid}@{_digest(note.note)}"


def key_of_reply(note: Annotation) -> str:
    """Under which a reply to this note is kept."""
    return f"reply:{note.uid}"


def draft_of_change(store: Store, note: Annotation) -> NoteDraft | None:
    """What was begun as a change of this note; None if nothing was."""
    wanted, about = key_of_change(note), f"note:{note.uid}"
    found = [
        NoteDraft(key, text, is_outdated=_without_own(key) != wanted)
        for key, text in store.settings.drafts(about)
        if _without_own(key).rpartition("@")[0] == about
    ]
    return next((one for one in found if not one.is_outdated), found[0] if found else None)


def draft_of_reply(store: Store, note: Annotation) -> NoteDraft | None:
    """What was begun as a reply to this note; None if nothing was."""
    wanted = key_of_reply(note)
    return next(
        (
            NoteDraft(key, text)
            for key, text in store.settings.drafts(wanted)
            if _without_own(key) == wanted
        ),
        None,
    )


def draft_on(store: Store, article: Article, span: Span | None) -> NoteDraft | None:
    """What was begun on these words of the present text, or on the whole; None if nothing was."""
    return next(
        (
            draft
            for draft in drafts_on(store, article)
            if (draft.now == span if span else draft.span is None)
        ),
        None,
    )


def drafts_on(store: Store, article: Article, about: str = "new") -> list[NoteDraft]:
    """Every new note that was begun on the article or its words, the last touched first."""
    return list(_drafts_on(store, article, about))


def _drafts_on(store: Store, article: Article, about: str) -> Iterator[NoteDraft]:
    from lesart.anchor import make_anchor, resolve

    drafts = store.settings.drafts(f"{about}:")
    kept = [(key, text, _ON_WORDS.fullmatch(key)) for key, text in drafts]
    if not any(parts for _, _, parts in kept):
        return
    texts = {_digest(article.text): article}
    for old in store.articles.revisions(article.id):
        texts.setdefault(_digest(old.text), replace(article, text=old.text, revision=old.number))
    for key, text, parts in kept:
        if parts is None:
            continue
        number, start, end, digest = parts.groups()
        if digest is None:  # one that does not say which text it was
            if int(number) == article.id:
                yield NoteDraft(key, text, article)
            continue
        seen = texts.get(digest)
        if seen is None:
            continue
        if start is None:
            yield NoteDraft(key, text, seen)
            continue
        span = Span(int(start), int(end))
        found = resolve(make_anchor(seen.text, span), article.text, seen.text)
        yield NoteDraft(key, text, seen, span, found.span if found.status == "ok" else None)


def _without_own(key: str) -> str:
    return re.sub(rf"{_OWN}[0-9a-f]{{32}}$", "", key)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
