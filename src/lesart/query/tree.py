"""A parsed search: a tree of conditions, as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

Sort = Literal["new", "old", "rank"]
TextField = Literal["", "title", "author", "note"]
Flag = Literal["unread", "read", "starred", "annotated", "new", "orphan", "reworded", "changed"]
Possession = Literal["note", "figure", "entity", "fulltext", "tag", "changed-figure"]

FLAGS: tuple[Flag, ...] = (
    "unread", "read", "starred", "annotated", "new", "orphan", "reworded", "changed",
)  # fmt: skip
POSSESSIONS: tuple[Possession, ...] = (
    "note", "figure", "entity", "fulltext", "tag", "changed-figure",
)  # fmt: skip
SORTS: tuple[Sort, ...] = ("new", "old", "rank")
Label = Literal[
    "tag", "lang", "in", "from", "colour", "unit", "counts", "of", "role", "per", "speaker", "story"
]  # fmt: skip
FIGURE_LABELS: tuple[Label, ...] = ("unit", "counts", "of", "role", "per", "speaker")
"""What a single figure carries."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other: one word, or a phrase."""

    words: tuple[str, ...]
    field: TextField = ""
    is_prefix: bool = False
    """The last word may go on: what is typed while searching."""
    written: str = ""
    """How it was typed where its signs tell it from other words: C++, C#, AT&T, .NET."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases that stand close to each other, in any order."""

    parts: tuple[Words, ...]
    distance: int
    """At most so many other words between the first and the last of them (FTS5's NEAR)."""


@dataclass(frozen=True, slots=True)
class Substring:
    """Letters anywhere inside a word: `~bank` finds Zentralbank."""

    letters: str


@dataclass(frozen=True, slots=True)
class Is:
    flag: Flag


@dataclass(frozen=True, slots=True)
class Has:
    thing: Possession


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value that an article carries: its tag, language, folder, feed, a note's colour, or what a figure
    in it measures, whose it is, what it is to its noun, per what, who says so."""

    label: Label
    value: str


@dataclass(frozen=True, slots=True)
class Names:
    """The article names this entity."""

    name: str


@dataclass(frozen=True, slots=True)
class Amount:
    """The article gives a figure in this range (both ends may be open)."""

    low: Decimal | None
    high: Decimal | None
    is_low_open: bool = False
    is_high_open: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """Published in [start, end), UTC seconds; None leaves that side open."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Revised:
    """Its text was changed last in [start, end), UTC seconds; None leaves that side open."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Not:
    part: Node


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Node, ...]


Node = (
    Words | Near | Substring | Is | Has | Labelled | Names | Amount | Published | Revised | Not | All
    | AnyOf
)  # fmt: skip


class Problem(NamedTuple):
    """A sentence about a part that was not understood, and where it starts (code points)."""

    message: str
    position: int
    is_hint: bool = False
    """It was understood, but perhaps not as it was meant."""


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search; `root` without parts finds everything."""

    root: All = All(())
    sort: Sort = "new"
    problems: tuple[Problem, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.root.parts

    def leaves(self) -> Iterator[Node]:
        """Every condition of the query that is not under a `Not`, whatever its nesting."""
        yield from _leaves(self.root, with_denied=False)

    def everything(self) -> Iterator[Node]:
        """Every condition of the query, those under a `Not` too."""
        yield from _leaves(self.root, with_denied=True)


def _leaves(node: Node, *, with_denied: bool) -> Iterator[Node]:
    match node:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _leaves(part, with_denied=with_denied)
        case Not(part):
            if with_denied:
                yield from _leaves(part, with_denied=with_denied)
        case Near(parts):
            yield node
            yield from parts
        case _:
            yield node
