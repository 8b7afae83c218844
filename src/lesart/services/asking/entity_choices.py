"""Merge and split entities by hand, and take that back: what the reader chose wins over every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lesart.model.errors import UsageError
from lesart.store import Store
from lesart.store.tables.entity_choices import ChosenName, EntityChoice, choice
from lesart.store.tables.same_entities import Naming
from lesart.translations import _


class Chosen(NamedTuple):
    """What a choice has changed: what is chosen about each pair now, and what was before it."""

    before: tuple[EntityChoice, ...]
    after: tuple[EntityChoice, ...]
    known: int
    """The entity that it is about, by its number now."""

    @property
    def inverse(self) -> Chosen:
        """What takes it back."""
        return Chosen(self.after, self.before, self.known)


def merge(store: Store, one: str, other: str, *, now: int) -> Chosen:
    """Two entities, each told by the key of one of its names, are one. Raises UsageError."""
    with store.transaction(is_durable=True):
        here, there = _names(store, one), _names(store, other)
        if _known(store, one) == _known(store, other):
            raise UsageError(
                _("“{name}” and “{name_2}” are one already.").format(
                    name=here[0].name, name_2=there[0].name
                )
            )
        keys = {name.key for name in there}
        apart = [
            found
            for found in store.entity_choices.among(name.key for name in here)
            if not found.is_same and (found.one.key in keys or found.other.key in keys)
        ]
        new = choice(_of(here, one), _of(there, other), is_same=True, made=now)
        return change(store, Chosen(tuple(apart), (new,), 0))


def split(store: Store, keys: Sequence[str], *, now: int) -> Chosen:
    """The names with these keys are another entity than those they are with. Raises UsageError."""
    with store.transaction(is_durable=True):
        names = _names(store, keys[0])
        off = [name for name in names if name.key in keys]
        rest = [name for name in names if name.key not in keys]
        if not rest or not off:
            raise UsageError(
                _("“{name}” has no other name here, so there is nothing to take off.").format(
                    name=names[0].name
                )
            )
        own, others = {name.key for name in off}, {name.key for name in rest}
        before = [
            found
            for found in store.entity_choices.among(own)
            if {found.one.key, found.other.key} & others
        ]
        after = [choice(one, two, is_same=False, made=now) for one in off for two in rest]
        done = change(store, Chosen(tuple(before), tuple(after), 0))
        # What the rules tied together only by the names that went stays together.
        ties = [*_ties(store, off, now), *_ties(store, rest, now)]
        if not ties:
            return done
        tied = change(store, Chosen((), tuple(ties), 0))
        return Chosen(done.before, (*done.after, *ties), tied.known)


def change(store: Store, chosen: Chosen) -> Chosen:
    """Keep what is chosen now in place of what was, and let it hold at once."""
    with store.transaction(is_durable=True):
        pairs = {one.pair: one for one in chosen.after}
        known = {one.pair: one for one in store.entity_choices.among(_keys(chosen.after))}
        before = [*chosen.before, *(known[pair] for pair in pairs if pair in known)]
        store.entity_choices.remove(one.pair for one in before if one.pair not in pairs)
        if chosen.after:
            store.entity_choices.put(chosen.after)
        keys = _keys([*chosen.before, *chosen.after])
        numbers = store.same_entities.numbers_of(keys)
        store.same_entities.arrange(numbers.values())
        first = next((one.one.key for one in [*chosen.after, *chosen.before]), "")
        unique = {one.pair: one for one in before}
        return Chosen(
            tuple(unique.values()), chosen.after, store.same_entities.known_of(first) or 0
        )


def put_choices(store: Store, choices: Iterable[EntityChoice]) -> int:
    """Take in what was chosen elsewhere; of two about the same names the later one holds."""
    taken = []
    for new in choices:
        here = {one.pair: one for one in store.entity_choices.among(new.pair)}.get(new.pair)
        if here is None or here.made < new.made:
            taken.append(new)
    if taken:
        change(store, Chosen((), tuple(taken), 0))
    return len(taken)


def _ties(store: Store, names: Sequence[ChosenName], now: int) -> list[EntityChoice]:
    """What holds names together that are several entities by now."""
    firsts: dict[int | None, ChosenName] = {}
    for name in names:
        firsts.setdefault(_known(store, name.key), name)
    found = list(firsts.values())
    return [choice(found[0], other, is_same=True, made=now) for other in found[1:]]


def _keys(choices: Iterable[EntityChoice]) -> list[str]:
    return [key for one in choices for key in one.pair]


def _known(store: Store, key: str) -> int | None:
    return store.same_entities.known_of(key)


def _names(store: Store, key: str) -> list[ChosenName]:
    """All names of the entity that has this one, the one that most articles have first."""
    known = _known(store, key)
    if known is None:
        raise UsageError(_("This name is not in the library any more."))
    return [chosen_name(naming) for naming in store.same_entities.names(known)]


def _of(names: Sequence[ChosenName], key: str) -> ChosenName:
    return next(name for name in names if name.key == key)


def chosen_name(naming: Naming) -> ChosenName:
    """The name as choices keep it."""
    entity = naming.entity
    return ChosenName(entity.key, entity.name, entity.kind)
