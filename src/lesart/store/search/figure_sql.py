"""Conditions on figures as SQL: their numbers, units and nouns, and all that one figure has to answer."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, NamedTuple

from lesart.query import Amount, AnyOf, Labelled, Node, Not
from lesart.store.noun_index import (
    EVERY_ROLE,
    FIRST_NOUN,
    NO_ROLE,
    OF,
    PER,
    ROLE,
    ROLES,
    SHELF,
    SPEAKER,
    role_bit,
)
from lesart.store.search.figure_question import Spellings, as_value, asked_of, conditions

if TYPE_CHECKING:
    from lesart.analysis.comparing.noun_words import Asked


class Condition(NamedTuple):
    """A WHERE clause over `article a`, with its values."""

    sql: str
    values: list[object]


def quoted(text: str) -> str:
    """Words as FTS5 takes them."""
    return '"' + text.replace('"', '""') + '"'


def labelled(node: Labelled, spellings: Spellings, from_id: int) -> Condition:
    """Figures that carry this."""
    if node.label == "unit":
        return Condition(_UNIT, [from_id, node.value, from_id] * 2)
    if node.label == "role":
        return Condition(_ROLE, [ROLE + node.value, from_id])
    return _among_nouns(node, spellings, from_id)


def of_one_figure(
    together: Sequence[Node], spellings: Spellings, from_id: int, *, are_few: bool
) -> tuple[Condition, Sequence[Node]]:
    """One of the article's figures answers all of these; and those that still are to be asked one by one,
    so that few articles are looked at.

    Numbers, units and nouns stand together in `amount`, and roles beside them and beside all that has
    words; what is asked over that is read out of the findings themselves.
    """
    others = [node for node in together if roles_meant(node) is None]
    if not others:
        return _with_roles(_all_roles(together), from_id), ()
    roles = _all_roles(together)
    by_amount = [node for node in others if _is_in_amount(node)]
    named = [node for node in others if isinstance(node, Labelled) and node.label in _AMONG_NOUNS]
    found: list[Condition] = []
    if len(by_amount) > 1 or any(node not in named for node in by_amount):
        if not (named and (are_few or not all(node in by_amount for node in named))):
            named = [node for node in named if node not in by_amount]
            found.append(_with_amount(by_amount, spellings, from_id, roles))
        # Else few articles are asked, whose findings are read sooner than all numbers are walked along.
    is_all = len(others) == (len(by_amount) if found else 1)
    found += [_among_nouns(node, spellings, from_id, roles) for node in named]
    if len(found) == 1 and is_all:
        return found[0], ()
    if not found and not roles & NO_ROLE:
        found.append(_with_roles(roles, from_id))
    found.append(Condition(_ONE_FIGURE, [as_value(conditions(together, spellings))]))
    told = [*by_amount, *named]
    rest = [node for node in others if not isinstance(node, Not) and node not in told]
    sql = " AND ".join(one.sql for one in found)
    return Condition(sql, [value for one in found for value in one.values]), rest


def roles_meant(node: Node) -> int | None:
    """The roles that a figure may have to answer this, a bit each; None where it is about something else."""
    match node:
        case Labelled("role", value):
            return role_bit(value)
        case Not(part):
            roles = roles_meant(part)
            return None if roles is None else EVERY_ROLE & ~roles
        case AnyOf(parts):
            found = [roles_meant(part) for part in parts]
            known = [roles for roles in found if roles is not None]
            return reduce(or_, known, 0) if len(known) == len(found) else None
    return None


def _all_roles(together: Sequence[Node]) -> int:
    meant = (roles_meant(node) for node in together)
    return reduce(and_, (roles for roles in meant if roles is not None), EVERY_ROLE)


def _with_roles(roles: int, from_id: int) -> Condition:
    names = [ROLE + role for role in ROLES if role and role_bit(role) & roles]
    return Condition(_ROLES, [from_id, json.dumps(names)])


def _is_in_amount(node: Node) -> bool:
    return isinstance(node, Amount) or (
        isinstance(node, Labelled) and node.label in ("unit", "counts")
    )


def _among_nouns(
    node: Labelled, spellings: Spellings, from_id: int, roles: int = EVERY_ROLE
) -> Condition:
    """Figures that say so: by the words of what they count, of a name, of the base of a rate."""
    nouns = _nouns(node, spellings)
    if nouns is None:
        return Condition("0", [])
    which, values = _with_these(roles, "c")
    return Condition(_SAID.format(nouns=nouns.sql, which=which), [*nouns.values, from_id, *values])


def _nouns(node: Labelled, spellings: Spellings) -> Condition | None:
    """The numbers of what is meant among the nouns; None where there is no word to look for."""
    expressions = [_noun_expression(words) for words in asked_of(node, spellings)]
    expression = " OR ".join(f"({one})" for one in expressions if one)
    if not expression:
        return None
    first = _AMONG_NOUNS[node.label]
    last = first + LAST_LETTER if node.label != "counts" else LAST_LETTER
    return Condition(_NOUNS, [first, last, expression])


def _noun_expression(asked: Asked) -> str:
    """An FTS5 expression over `noun_fts`: every word, in one of its forms or for what it stands for.

    Empty where there is nothing to look for.
    """
    from lesart.analysis.comparing.noun_words import may_go_on  # most searches do without

    parts = []
    for word in asked:
        forms = [form for form in word.beginnings if is_one_word(form)]
        some = [quoted(form) + ("*" if may_go_on(form) else "") for form in forms]
        some += [quoted(concept) for concept in word.concepts]
        if not some:
            return ""
        parts.append(f"({' OR '.join(some)})")
    return " AND ".join(parts)


def is_one_word(form: str) -> bool:
    """Whether the index takes it for one word, too: it keeps no places, so of two it could not say whether
    they stand side by side. Its tables are of an older Unicode."""
    older = unicodedata.ucd_3_2_0
    return form.isascii() or all(older.category(letter)[0] in "LN" for letter in form)


def amount(node: Amount, from_id: int) -> Condition:
    """Figures in the range; of "3 to 5 per cent" it is enough that the two ranges touch."""
    return _with_amount([node], lambda name: [name], from_id)


def _with_these(roles: int, table: str) -> tuple[str, list[object]]:
    """That one of the figures has one of the roles; nothing where each will do."""
    return ("", []) if roles == EVERY_ROLE else (f" AND {table}.roles & ?", [roles])


def _with_amount(
    nodes: Sequence[Node], spellings: Spellings, from_id: int, roles: int = EVERY_ROLE
) -> Condition:
    """Figures with all of these numbers, units and nouns, and one of the roles."""
    number = touches = ""
    bounds: list[object] = []
    which, others = _with_these(roles, "m")
    for node in nodes:
        match node:
            case Amount(unit=unit):
                one, other, ends = _bounds(node)
                number, touches = number + one, touches + other
                bounds += ends
                units = [unit] if unit else []
            case Labelled("unit", unit):
                units = [unit]
            case Labelled():
                units = []
                nouns = _nouns(node, spellings)
                if nouns is None:
                    return Condition("0", [])
                which += f" AND m.noun_id IN ({nouns.sql})"
                others += nouns.values
        for unit in units:
            which += " AND u.name = ?"
            others.append(unit)
    # Shelf by shelf, and unit by unit, of which there are few, since the numbers are in order within each.
    return Condition(
        f"a.id IN (SELECT m.article_id FROM {_SHELVES} CROSS JOIN amount m"
        f" ON {_ON_SHELF}{number} AND m.high IS NULL AND +m.article_id >= ? WHERE 1{which}"
        f" UNION ALL SELECT m.article_id FROM {_SHELVES} CROSS JOIN amount_range m"
        f" ON {_ON_SHELF}{touches} AND +m.article_id >= ? WHERE 1{which})",
        [from_id, *bounds, from_id, *others] * 2,
    )


def _bounds(node: Amount) -> tuple[str, str, list[object]]:
    """The range as it is asked of a number, as of a range, and its ends."""
    over = ">" if node.is_low_open else ">="
    under = "<" if node.is_high_open else "<="
    low = None if node.low is None else _float(node.low)
    high = None if node.high is None else _float(node.high)
    from_low, to_high = low is not None, high is not None
    number = _both(from_low and f"m.number {over} ?", to_high and f"m.number {under} ?")
    touches = _both(from_low and f"m.high {over} ?", to_high and f"m.low {under} ?")
    # An empty range says only that there is a unit; see analysis_codec.Rows.
    ends: list[object] = [bound for bound in (low, high) if bound is not None]
    return number, f"{touches} AND m.low <= m.high", ends


def _both(*conditions: str | bool) -> str:
    return "".join(f" AND {condition}" for condition in conditions if condition)


def _float(value: Decimal) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


# Lists of JSON, since SQLite takes a table that it makes for itself, or has counted nothing of, to have a
# million rows, and would read all numbers to be quicker with these.
_SHELVES = (
    "json_each((WITH RECURSIVE shelf (number) AS ("
    f"SELECT max(id) >> {SHELF} FROM article UNION ALL"
    f" SELECT number - 1 FROM shelf WHERE number > ? >> {SHELF})"
    " SELECT json_group_array(number) FROM shelf)) shelf"
    " CROSS JOIN json_each((SELECT json_group_array(id) FROM unit)) k CROSS JOIN unit u ON u.id = k.value"
)
"""The shelves of the articles from one on, the newest first: so the first found are new ones."""
_ON_SHELF = "m.shelf = shelf.value AND m.unit_id = u.id"
_UNIT = (
    f"a.id IN (SELECT m.article_id FROM {_SHELVES} CROSS JOIN amount m ON {_ON_SHELF}"
    " WHERE u.name = ? AND +m.article_id >= ? UNION ALL"
    f" SELECT m.article_id FROM {_SHELVES} CROSS JOIN amount_range m ON {_ON_SHELF}"
    " WHERE u.name = ? AND +m.article_id >= ?)"
)


_NOUNS = (
    "SELECT n.id FROM noun_fts f CROSS JOIN noun n ON n.id = f.rowid AND n.name >= ? AND n.name < ?"
    " WHERE f.noun_fts MATCH ?"
)
_SAID = (
    "a.id IN (SELECT c.article_id FROM ({nouns}) n CROSS JOIN counted c ON c.noun_id = n.id"
    " AND c.article_id >= ?{which})"
)
_AMONG_NOUNS = {"counts": FIRST_NOUN, "of": OF, "per": PER, "speaker": SPEAKER}
"""Where among the nouns a field's values begin."""
_ROLE = (
    "a.id IN (SELECT article_id FROM counted WHERE noun_id = (SELECT id FROM noun WHERE name = ?)"
    " AND article_id >= ?)"
)
_ROLES = (
    "a.id IN (SELECT c.article_id FROM noun n CROSS JOIN counted c ON c.noun_id = n.id"
    " AND c.article_id >= ? WHERE n.name IN (SELECT value FROM json_each(?)))"
)
_ONE_FIGURE = (
    "EXISTS (SELECT 1 FROM analysis one WHERE one.article_id = a.id"
    " AND lesart_has_figure(one.found, ?))"
)
LAST_LETTER = "\U0010ffff"
