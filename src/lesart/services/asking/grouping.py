"""Stories and entities of a library, as articles come in and for those that were there before."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lesart.analysis.comparing.noun_words import NOUN_WORDS
from lesart.analysis.names import NAME_KEYS
from lesart.analysis.names.kept_keys import spelling_keys
from lesart.analysis.stories import STORIES, Fingerprint, day_of, fingerprint
from lesart.analysis.stories.candidates import FEW
from lesart.analysis.stories.copies import ANCHORS
from lesart.analysis.stories.grouping import MOST_CANDIDATES, Placed, place, ranked
from lesart.store import Store
from lesart.store.tables.stories import Member

_REMEMBERED = 2_000
"""Fingerprints; they are made from the texts when they are asked for again."""
_BATCH = 50
_NAME_RULES = "name_keys"
"""The setting that tells by which rules entities were brought together."""
_NOUN_RULES = "noun_words"
"""The setting that tells by which rules nouns are listed, and how far."""


def group_waiting(store: Store) -> Iterator[int]:
    """Give every article that has none its story, and bring entities together; yields what is left.

    Stopping early loses nothing: what is done is stored, the rest still waits.
    """
    left = store.stories.pending_count(STORIES)
    shelf = _LibraryShelf(store)
    last = 0
    while ids := store.stories.pending(STORIES, beyond=last, limit=_BATCH):
        with store.transaction():
            for article_id in ids:
                _group(store, shelf, article_id)
        last = ids[-1]
        left = max(0, left - len(ids))
        yield left
    while group_some_entities(store):
        yield 0
    while list_some_nouns(store):
        yield 0


def list_some_nouns(store: Store, limit: int = 2_000) -> bool:
    """List nouns again under their words, where the rules have changed since; False when all are."""
    kept = store.settings.get(_NOUN_RULES) or "1"  # as migrations list them
    if kept == str(NOUN_WORDS):
        return False
    with store.transaction():
        rules, *at = kept.split(":")
        if rules != str(NOUN_WORDS) or len(at) != 2:
            at = ["0", str(store.nouns.forget_words())]
        done, last = int(at[0]), int(at[1])
        done = store.nouns.list_words(done, last, limit)
        now = f"{NOUN_WORDS}:{done}:{last}" if done < last else str(NOUN_WORDS)
        store.settings.set(_NOUN_RULES, now)
    return True


def group_some_entities(store: Store, limit: int = 500) -> int:
    """Compare some new entities with those that are known; gives how many that were."""
    if store.settings.get(_NAME_RULES) != str(NAME_KEYS):
        with store.transaction():
            store.same_entities.forget_all()
            store.settings.set(_NAME_RULES, str(NAME_KEYS))
    if store.entity_choices.are_there():
        store.entity_choices.make_entities()
    new = store.same_entities.pending(limit)
    if new:
        with store.transaction():
            for entity in new:
                spellings = spelling_keys(entity.name, entity.kind)
                store.same_entities.put(entity.id, [entity.key, *spellings])
            store.same_entities.arrange_chosen()
    return len(new)


def _group(store: Store, shelf: _LibraryShelf, article_id: int) -> None:
    words = store.stories.words(article_id)
    if words is None:
        return
    store.stories.forget(article_id)
    shelf.forget(article_id)
    place(
        shelf,
        article_id,
        fingerprint(words.title, words.text, words.language, day_of(words.published)),
    )


@dataclass(slots=True)
class _LibraryShelf:
    """Articles and their stories in the library."""

    store: Store
    _prints: OrderedDict[int, Fingerprint] = field(default_factory=OrderedDict)

    def forget(self, id: int) -> None:
        self._prints.pop(id, None)

    def with_keys(self, keys: Sequence[int]) -> Sequence[int]:
        found = ranked([self.store.stories.with_key(key) for key in keys[:FEW]])
        return [id for id in found if self._is_there(id)]

    def with_anchors(self, anchors: Sequence[int]) -> Sequence[int]:
        found = Counter(id for a in anchors[:ANCHORS] for id in self.store.stories.with_key(a))
        return [id for id, _ in found.most_common(MOST_CANDIDATES) if self._is_there(id)]

    def _is_there(self, id: int) -> bool:
        return self.store.stories.member(id) is not None and self._print(id) is not None

    def _print(self, id: int) -> Fingerprint | None:
        known = self._prints.get(id)
        if known is None:
            words = self.store.stories.words(id)
            if words is None:
                return None
            known = fingerprint(words.title, words.text, words.language, day_of(words.published))
            self._remember(id, known)
        self._prints.move_to_end(id)  # who is asked for often stays
        return known

    def _remember(self, id: int, print: Fingerprint) -> None:
        self._prints[id] = print
        while len(self._prints) > _REMEMBERED:
            self._prints.popitem(last=False)

    def placed(self, id: int) -> Placed:
        member, known = self.store.stories.member(id), self._print(id)
        if member is None or known is None:
            raise KeyError(id)  # asked for only after it was found
        return Placed(id, known, member.story, member.copy_of)

    def members(self, story: int) -> Sequence[int]:
        return [m.article_id for m in self.store.stories.members(story)]

    def put(self, id: int, print: Fingerprint, story: int | None, copy_of: int | None) -> int:
        words = self.store.stories.words(id)
        story = id if story is None else story
        keys = (*print.keys[:FEW], *print.wording.anchors[:ANCHORS])
        self.store.stories.put(
            Member(id, story, copy_of), words.revision if words else 0, STORIES, keys
        )
        self._remember(id, print)
        return story

    def merge(self, one: int, other: int) -> None:
        self.store.stories.merge(one, other)
