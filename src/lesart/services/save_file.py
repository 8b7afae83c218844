"""Keep the article of an imported file; an edited file is a revision of the article it gave before.

A file is known by where it lies, or by the address that stands in it. Where it lies is not enough:
`notes.md` may hold something else entirely today. So a file under a known name gives a revision only if
it still holds some of the words; else it is a new article, and the former one stays with its notes.
A moved or copied file is known by its text. A copy of an older text brings nothing back: only a file
that was seen to change does. Articles of feeds are left alone: their feed says what they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from lesart.model.article import Article, Draft
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.store.tables.articles import Added
from lesart.text.prepared import hash_of
from lesart.text.urls import canonical_link

_KNOWN = (
    "SELECT a.id, a.title, coalesce(b.text, ''), a.link, a.is_deleted FROM article a"
    " LEFT JOIN body b ON b.article_id = a.id WHERE {} ORDER BY a.is_deleted, a.id DESC LIMIT 1"
)
_STILL_THE_SAME = 0.3
"""This share of the shorter text's words must be in both, or the file's name was used again."""


class _Known(NamedTuple):
    """An article that came from a file, as it is stored."""

    id: int
    title: str
    text: str
    link: str
    is_deleted: bool


def keep_file(
    store: Store,
    draft: Draft,
    place: str,
    *,
    now: int,
    inside: str = "",
    identity: str = "",
    is_fixed: bool = False,
) -> Added:
    """Store what a file holds. `place` is where it lies, links followed; empty: it came from elsewhere.

    `inside` tells apart what one file holds. `identity` is what it is known by in whatever file it
    comes (a mail's id); what `is_fixed` never changes, so its copies are no revisions.
    """
    text_hash = hash_of(draft.title, draft.text)
    key = identity or place
    key = f"{key}#{inside}" if key and inside else key
    with store.transaction():
        added = _keep(store, draft, key, text_hash, now, is_fixed)
        if key:
            store.connection.execute(
                "INSERT INTO origin (path, article_id, text_hash) VALUES (?, ?, ?) ON CONFLICT (path)"
                " DO UPDATE SET article_id = excluded.article_id, text_hash = excluded.text_hash",
                [key, added.id, text_hash],
            )
    return added


def keep_listed(store: Store, draft: Draft, *, now: int) -> Added:
    """Store what a reading list knows of an article: its address. One that is here keeps its words.

    Tags and star of the list come to what is here; what is only an address still is brought up to date.
    """
    with store.transaction():
        known = store.bundles.by_link(draft.link)
        here = store.articles.get(known) if known is not None else None
        if here is None:
            return store.articles.add(draft, now=now)
        tags = dict.fromkeys([*here.tags, *draft.tags])
        if len(tags) > len(here.tags):
            store.articles.set_tags(here.id, tags)
        if draft.is_starred and not here.is_starred:
            store.articles.set_starred([here.id], True)
        if here.is_full_text or here.feed_id is not None or _says_less(draft, here):
            return Added(here.id)
        return keep_text(store, here.id, replace(draft, title=draft.title or here.title), now=now)


def _says_less(draft: Draft, here: Article) -> bool:
    """Whether a list knows no more than what is here; the address may be spelled with more letters."""
    return len(draft.text.replace(draft.link, "")) <= len(here.text.replace(here.link, ""))


def _keep(
    store: Store, draft: Draft, key: str, text_hash: bytes, now: int, is_fixed: bool
) -> Added:
    row = store.connection.execute(
        "SELECT article_id, text_hash FROM origin WHERE path = ?", [key]
    ).fetchone()
    came_from_here = _known(store, "a.id = ?", row[0]) if row else None
    if came_from_here and row[1] == text_hash:
        return _there_again(store, came_from_here)  # the file is as it was, whatever came since
    if store.articles.has_words(text_hash):
        return store.articles.add(draft, now=now)
    if came_from_here and _is_edited(came_from_here, draft):
        if is_fixed:
            return _there_again(store, came_from_here)
        return _revise(store, came_from_here, draft, now)
    same_address = _by_address(store, draft.link)
    if same_address is None:
        return store.articles.add(draft, now=now, are_new_words=True)
    if any(old.text == draft.text for old in store.articles.revisions(same_address.id)):
        return _there_again(store, same_address)
    return _revise(store, same_address, draft, now)


def _is_edited(known: _Known, draft: Draft) -> bool:
    """Whether the draft is what became of the article, and not something else under its name."""
    from lesart.anchor import kept_share

    before, now = canonical_link(known.link), canonical_link(draft.link)
    if before and now:
        return before == now
    return kept_share(known.text, draft.text) >= _STILL_THE_SAME


def _by_address(store: Store, link: str) -> _Known | None:
    """The article that came from a file with this address, tracking aside."""
    from lesart.store.sql_functions import story_of

    if not link:
        return None
    address = canonical_link(link)
    parts = urlsplit(address)
    if not parts.path.strip("/") and not parts.query:
        return None  # a front page is another one every day
    return _known(store, "a.feed_id IS NULL AND a.story = ?", story_of(address))


def _known(store: Store, where: str, value: object) -> _Known | None:
    row = store.connection.execute(_KNOWN.format(where), [value]).fetchone()
    if row and store.articles.put_waiting():  # its text may have been among what waited
        row = store.connection.execute(_KNOWN.format(where), [value]).fetchone()
    return _Known(*row) if row else None


def _there_again(store: Store, known: _Known) -> Added:
    """It is there already; one that was deleted comes back, since its file was named again."""
    if not known.is_deleted:
        return Added(known.id)
    store.articles.restore([known.id])
    return Added(known.id, is_new=True)


def _revise(store: Store, known: _Known, draft: Draft, now: int) -> Added:
    if known.is_deleted:
        store.articles.restore([known.id])
    # A file without an address does not take away the one that was known.
    draft = replace(draft, link=draft.link or known.link)
    added = keep_text(store, known.id, draft, now=now)
    if not added.is_revised:  # another headline over the same words
        return Added(known.id, is_revised=True, old_text=known.text)
    return added
