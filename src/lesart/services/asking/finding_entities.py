"""Find entities of the library by a part of a name, or by any spelling that the name may have."""

from __future__ import annotations

from typing import NamedTuple, get_args

from lesart.analysis.names.kept_keys import spelling_keys
from lesart.model.entity import EntityKind
from lesart.store import Store


class Waiting(NamedTuple):
    """What is not among the entities yet."""

    articles: int
    """Nobody analysed them."""
    names: int
    """Nobody compared them with the others."""


def waiting(store: Store) -> Waiting:
    """How much is still to come."""
    return Waiting(store.analyses.unseen_count(), store.same_entities.pending_count())


def found_entities(
    store: Store, *, kind: str = "", named: str = "", limit: int = 1_000
) -> list[int]:
    """Entities with this in a name, about those of most articles first."""
    named = " ".join(named.split())
    found = store.same_entities.most_named(kind=kind, named=named, limit=limit)
    if not named:
        return found
    others = [one for one in spelt(store, named, kind) if one not in found]
    return [*others, *found][:limit]


def called(store: Store, name: str, kind: str = "") -> list[int]:
    """The entities of just this name, in one spelling or another; those written so come first."""
    exact = [
        one
        for one in store.same_entities.called(name)
        if not kind or store.same_entities.name_of(one)[1] == kind
    ]
    return list(dict.fromkeys([*exact, *spelt(store, name, kind)]))


def spelt(store: Store, name: str, kind: str = "") -> list[int]:
    """The entities that this is another spelling of: "Vereinte Nationen" where articles say "UN"."""
    kinds = [kind] if kind else get_args(EntityKind)
    return store.same_entities.with_spellings(
        [k for one in kinds for k in spelling_keys(name, one)]
    )
