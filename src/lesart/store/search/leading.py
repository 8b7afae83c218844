"""The few articles that one condition of a query finds: all that answers is among them.

Who corrected a text lately, has a rare word and a tag, gives one certain number: that is looked up, and the
other conditions are asked of these few. So what is rare costs as little in a large library as in a small one.
"""

from __future__ import annotations

from dataclasses import replace

from lesart.query import AnyOf, Node, Query, Revised, Words
from lesart.store.connection import Connection
from lesart.store.search.begun_words import begun
from lesart.store.search.figure_sql import Condition
from lesart.store.search.query_sql import Known, as_sql
from lesart.store.search.word_expressions import is_short, match_expression, noted

MOST = 4_000
"""Articles that are few: about as many as are looked at for a first page in any case."""
_READ = 50
"""Articles whose rows are looked up in the time in which the findings of one are read."""
_IN = "a.id IN ("


def few(db: Connection, query: Query, known: Known, *, from_id: int = 0) -> list[int] | None:
    """Articles, from a number on, among which are all that answer; None where no condition finds few."""
    least: set[int] | None = None
    for part in query.root.parts:
        selects = _selects(part, known, from_id)
        found = None if selects is None else _found(db, selects)
        if found is not None and (least is None or len(found) < len(least)):
            least = found
    return None if least is None else sorted(least)


def are_read(ids: list[int], last: int) -> bool:
    """Whether these are so few that reading what was found in each takes less than looking up all."""
    return bool(ids) and len(ids) * _READ < last - ids[0]


def _found(db: Connection, selects: list[Condition]) -> set[int] | None:
    found: set[int] = set()
    for sql, values in selects:
        rows = db.execute(f"SELECT * FROM ({sql}) LIMIT ?", [*values, MOST + 1]).fetchall()
        if len(rows) > MOST:
            return None  # some twice, maybe: but more were not read
        found.update(row[0] for row in rows)
    return found


def _selects(node: Node, known: Known, from_id: int) -> list[Condition] | None:
    """Statements that together give every article with this; None where it is asked article by article."""
    match node:
        case AnyOf(parts):
            found = [_selects(part, known, from_id) for part in parts]
            if any(one is None for one in found):
                return None
            return [select for one in found for select in one or ()]
        case Revised():
            where, values = as_sql(node, known)
            return [Condition(_REVISED.format(where=where), [*values, from_id])]
        case Words(field="" | "title") if not is_short(node):
            return _of_words(node, known, from_id)
    where, values = as_sql(node, known, from_id=from_id)
    return [Condition(where[len(_IN) : -1], values)] if _is_one_select(where) else None


def _of_words(node: Words, known: Known, from_id: int) -> list[Condition] | None:
    expression = match_expression(node)
    if node.is_prefix:
        going_on = begun(node, known.vocabulary)
        if going_on is None or going_on.expression is None:
            return None
        expression = going_on.expression
    sql = "SELECT rowid FROM body_fts WHERE body_fts MATCH ? AND rowid >= ?"
    bodies = Condition(sql, [expression, from_id])
    notes = noted(replace(node, field=""), "n.article_id")
    return [bodies] if node.field else [bodies, notes]


def _is_one_select(where: str) -> bool:
    """Whether the clause is "in these" and nothing else."""
    if not where.startswith(_IN):
        return False
    depth = 0
    for at, sign in enumerate(where):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and sign == ")":
            return at == len(where) - 1
    return False


_REVISED = (
    "SELECT a.id FROM article a INDEXED BY article_revised WHERE a.is_deleted = 0 AND {where}"
    " AND a.id >= ?"
)
