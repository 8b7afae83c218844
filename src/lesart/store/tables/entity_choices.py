"""The reader's word on names: these two are one entity, these two are not. It outlives every analysis."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lesart.store.connection import Connection
from lesart.text.folding import fold


class ChosenName(NamedTuple):
    """A name as entities have it."""

    key: str
    name: str
    kind: str


class EntityChoice(NamedTuple):
    """Two names, the one with the lesser key first, and whether they are one entity."""

    one: ChosenName
    other: ChosenName
    is_same: bool
    made: int
    """UTC seconds."""

    @property
    def pair(self) -> tuple[str, str]:
        """What it is about: of each pair there is one choice."""
        return self.one.key, self.other.key


def choice(one: ChosenName, other: ChosenName, *, is_same: bool, made: int) -> EntityChoice:
    """The choice about two names, in whichever order they are given."""
    first, second = sorted((one, other))
    return EntityChoice(first, second, is_same, made)


_COLUMNS = "one, one_name, one_kind, other, other_name, other_kind, is_same, made"


class EntityChoices:
    """The choices of one library; each has reached the disk when it is kept."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def all(self) -> list[EntityChoice]:
        """Every choice, the oldest first."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM entity_choice ORDER BY made, one, other")
        return [_choice(row) for row in rows]

    def among(self, keys: Iterable[str]) -> list[EntityChoice]:
        """Those that one of these names has a part in."""
        wanted = json.dumps(list(keys))
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM entity_choice WHERE one IN (SELECT value FROM json_each(?1))"
            " OR other IN (SELECT value FROM json_each(?1)) ORDER BY made, one, other",
            [wanted],
        )
        return [_choice(row) for row in rows]

    def are_there(self) -> bool:
        """Whether the reader has chosen anything."""
        [found] = self._db.execute("SELECT EXISTS (SELECT 1 FROM entity_choice)").fetchone()
        return bool(found)

    def put(self, choices: Sequence[EntityChoice]) -> None:
        """Keep these, each in place of what was chosen about the two before.

        The two names are entities of the library from now on, whether an article has them or not:
        what they hold together stays together when other articles are analysed by another engine.
        """
        with self._db.transaction(is_durable=True):
            self._db.executemany(
                f"INSERT OR REPLACE INTO entity_choice ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(*one.one, *one.other, one.is_same, one.made) for one in choices],
            )
            self.make_entities()

    def make_entities(self) -> None:
        """Let every chosen name be an entity; in a library made anew they are not yet."""
        missing = self._db.execute(
            "SELECT DISTINCT key, name, kind FROM (SELECT one AS key, one_name AS name,"
            " one_kind AS kind FROM entity_choice UNION ALL SELECT other, other_name, other_kind"
            " FROM entity_choice) WHERE key NOT IN (SELECT key FROM entity)"
        ).fetchall()
        if missing:
            with self._db.transaction():
                self._db.executemany(
                    "INSERT OR IGNORE INTO entity (key, name, folded, kind) VALUES (?, ?, ?, ?)",
                    [(key, name, fold(name), kind) for key, name, kind in missing],
                )

    def remove(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Nothing is chosen about these two any more."""
        with self._db.transaction(is_durable=True):
            self._db.executemany(
                "DELETE FROM entity_choice WHERE one = ? AND other = ?", list(pairs)
            )


def _choice(row: Sequence[object]) -> EntityChoice:
    one, one_name, one_kind, other, other_name, other_kind, is_same, made = row
    return EntityChoice(
        ChosenName(str(one), str(one_name), str(one_kind)),
        ChosenName(str(other), str(other_name), str(other_kind)),
        bool(is_same),
        int(made),  # type: ignore[call-overload]
    )
