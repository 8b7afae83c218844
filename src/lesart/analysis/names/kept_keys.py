"""The keys by which a library finds the spellings of one entity."""

from __future__ import annotations

from lesart.analysis.names.keys import keys_of


def spelling_keys(name: str, kind: str) -> list[str]:
    """Candidate keys of a name of this kind.

    What only names tell is told apart by kinds: the town of Paris and a person Paris.
    """
    own = f"{kind}:"
    return [key if key.startswith(own) else f"{kind} {key}" for key in keys_of(name, kind)]
