"""Turn the conditions of a query into SQL and FTS5 expressions; nothing typed is ever pasted in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from lesart.folding import MAX_VARIANTS, as_indexed, fold, spellings
from lesart.query import (
    All,
    Amount,
    AnyOf,
    Has,
    Is,
    Labelled,
    Names,
    Node,
    Not,
    Published,
    Query,
    Substring,
    Words,
)

if TYPE_CHECKING:
    from lesart.store.vocabulary import Vocabulary


class Condition(NamedTuple):
    """A WHERE clause over `article a`, with its values."""

    sql: str
    values: list[object]


# ------------------------------------------------------------------ words


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def match_expression(node: Words) -> str:
    """An FTS5 expression: the words in a row, each in any of its spellings."""
    rows: Iterator[tuple[str, ...]] = product(*(spellings(word) for word in node.words))
    phrases = []
    for row in rows:
        phrases.append(_quoted(" ".join(row)) + ("*" if node.is_prefix else ""))
        if len(phrases) >= MAX_VARIANTS:
            break
    expression = "(" + " OR ".join(phrases) + ")"
    return f"{{title}} : {expression}" if node.field == "title" else expression


def any_of(words: list[str]) -> str:
    """An FTS5 expression: any of these words of the index."""
    return " OR ".join(_quoted(word) for word in words)


def is_short(node: Words) -> bool:
    """One or two letters, still being typed: only titles are searched for these."""
    return len(node.words) == 1 and len(node.words[0]) < 3 and node.is_prefix


def text_match(query: Query) -> tuple[str, str, list[Words]] | None:
    """Index, expression and words, where the query is nothing but words; else None."""
    words = [part for part in query.root.parts if isinstance(part, Words)]
    if not words or len(words) < len(query.root.parts):
        return None
    if any(word.field not in ("", "title") for word in words):
        return None
    if len(words) == 1 and is_short(words[0]):
        return "title_fts", match_expression(Words(words[0].words, "", True)), words
    # A begun word of one or two letters would match a large part of all words: it has to wait.
    words = [word for word in words if not is_short(word)] or words
    return "body_fts", " AND ".join(match_expression(word) for word in words), words


def needles(letters: str) -> list[str]:
    """What to look for inside the index's words."""
    return [*spellings(fold(letters)), *spellings(as_indexed(letters)), as_indexed(letters)]


# ------------------------------------------------------------------ everything else


def as_sql(node: Node, vocabulary: Vocabulary, *, new_since: int = 0) -> Condition:
    """A WHERE clause over `article a` that holds exactly for the articles `node` means."""
    return _Translator(vocabulary, new_since).translate(node)


def as_sql_on_notes(node: Node, vocabulary: Vocabulary, *, new_since: int = 0) -> Condition:
    """The same over `annotation n JOIN article a`: words, tags and colour are the note's own."""
    return _NoteTranslator(vocabulary, new_since).translate(node)


class _Translator:
    def __init__(self, vocabulary: Vocabulary, new_since: int) -> None:
        self.vocabulary = vocabulary
        self.new_since = new_since

    def translate(self, node: Node) -> Condition:
        match node:
            case All(parts):
                return self._joined(parts, " AND ", "1")
            case AnyOf(parts):
                return self._joined(parts, " OR ", "0")
            case Not(part):
                inner = self.translate(part)
                return Condition(f"NOT ({inner.sql})", inner.values)
            case Words():
                return self._words(node)
            case Substring(letters):
                return self._substring(letters)
            case Is(flag):
                return self._is(flag)
            case Has(thing):
                return Condition(_HAS[thing], [])
            case Labelled(label, value):
                return self._labelled(label, value)
            case Names(name):
                return self._names(name)
            case Amount():
                return _amount(node)
            case Published(start, end):
                return _published(start, end)

    def _joined(self, parts: tuple[Node, ...], joint: str, nothing: str) -> Condition:
        conditions = [self.translate(part) for part in parts]
        if not conditions:
            return Condition(nothing, [])
        sql = joint.join(f"({condition.sql})" for condition in conditions)
        return Condition(sql, [value for condition in conditions for value in condition.values])

    def _words(self, node: Words) -> Condition:
        expression = match_expression(node)
        if node.field == "author":
            return Condition("instr(lower(a.author), ?) > 0", [" ".join(node.words).lower()])
        notes = (
            "a.id IN (SELECT n.article_id FROM note_fts JOIN annotation n"
            " ON n.id = note_fts.rowid WHERE note_fts MATCH ? AND n.is_deleted = 0)"
        )
        if node.field == "note":
            return Condition(notes, [expression])
        if is_short(node):
            titles = "a.id IN (SELECT rowid FROM title_fts WHERE title_fts MATCH ?)"
            return Condition(titles, [match_expression(Words(node.words, "", True))])
        bodies = "a.id IN (SELECT rowid FROM body_fts WHERE body_fts MATCH ?)"
        if node.field == "title":
            return Condition(bodies, [expression])
        return Condition(f"{bodies} OR {notes}", [expression, expression])

    def _substring(self, letters: str) -> Condition:
        # Asked for one by one: an expression of a thousand words would compare them at every step.
        return Condition(
            "a.id IN (SELECT p.doc FROM json_each(?) w CROSS JOIN body_places p"
            " ON p.term = w.value)",
            [json.dumps(self.vocabulary.holding(needles(letters)))],
        )

    def _is(self, flag: str) -> Condition:
        if flag == "new":
            return Condition("a.arrived > ?", [self.new_since])
        return Condition(_IS[flag], [])

    def _labelled(self, label: str, value: str) -> Condition:
        return Condition(_LABELLED[label], _label_values(label, value))

    def _names(self, name: str) -> Condition:
        # "Merkel" means every entity one of whose words it is; a key like LOC:IQ means just that.
        return Condition(
            "a.id IN (SELECT article_id FROM naming WHERE entity_id IN"
            " (SELECT id FROM entity WHERE key = ? UNION ALL"
            " SELECT rowid FROM entity_fts WHERE entity_fts MATCH ?))",
            [name, _quoted(fold(name))],
        )


class _NoteTranslator(_Translator):
    def _words(self, node: Words) -> Condition:
        if node.field in ("title", "author"):
            return super()._words(node)
        return Condition(
            "n.id IN (SELECT rowid FROM note_fts WHERE note_fts MATCH ?)", [match_expression(node)]
        )

    def _is(self, flag: str) -> Condition:
        return Condition("n.status = 'orphan'", []) if flag == "orphan" else super()._is(flag)

    def _labelled(self, label: str, value: str) -> Condition:
        if label == "tag":
            own = "n.id IN (SELECT annotation_id FROM annotation_tag WHERE tag = ?)"
            return Condition(own, [value])
        if label == "colour":
            return Condition("n.colour = ?", [value])
        return super()._labelled(label, value)


_IS = {
    "unread": "a.is_read = 0",
    "read": "a.is_read = 1",
    "starred": "a.is_starred = 1",
    "annotated": "a.note_count > 0",
    "orphan": "a.id IN (SELECT article_id FROM annotation WHERE status = 'orphan'"
    " AND is_deleted = 0)",
}
_HAS = {
    "note": "a.note_count > 0",
    "figure": "a.figure_count > 0",
    "entity": "a.entity_count > 0",
    "fulltext": "a.is_full_text = 1",
    "tag": "a.id IN (SELECT article_id FROM article_tag)",
}
_LABELLED = {
    "tag": "a.id IN (SELECT article_id FROM article_tag WHERE tag = ? UNION ALL"
    " SELECT n.article_id FROM annotation n JOIN annotation_tag t ON t.annotation_id = n.id"
    " WHERE t.tag = ? AND n.is_deleted = 0)",
    "lang": "a.language = ?",
    "in": "(a.folder <> '' AND a.folder = ?)"
    " OR a.feed_id IN (SELECT id FROM feed WHERE folder = ?)",
    "from": "a.feed_id IN (SELECT id FROM feed WHERE title LIKE ? ESCAPE '\\'"
    " OR own_title LIKE ? ESCAPE '\\') OR a.source LIKE ? ESCAPE '\\'",
    "colour": "a.id IN (SELECT article_id FROM annotation WHERE colour = ? AND is_deleted = 0)",
    "unit": "a.id IN (SELECT m.article_id FROM unit u JOIN amount m ON m.unit_id = u.id"
    " WHERE u.name = ? UNION ALL SELECT m.article_id FROM unit u JOIN amount_range m"
    " ON m.unit_id = u.id WHERE u.name = ?)",
}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _label_values(label: str, value: str) -> list[object]:
    if label == "from":
        return [f"%{_escaped(value)}%"] * 3
    return [value] * (2 if label in ("tag", "in", "unit") else 1)


def _amount(node: Amount) -> Condition:
    """Figures in the range; of "3 to 5 per cent" it is enough that the two ranges touch."""
    over = ">" if node.is_low_open else ">="
    under = "<" if node.is_high_open else "<="
    low = None if node.low is None else _float(node.low)
    high = None if node.high is None else _float(node.high)
    bounds: list[object] = [bound for bound in (low, high) if bound is not None]
    from_low, to_high = low is not None, high is not None
    number = _both(from_low and f"m.number {over} ?", to_high and f"m.number {under} ?")
    touches = _both(from_low and f"m.high {over} ?", to_high and f"m.low {under} ?")
    # An empty range says only that there is a unit; see findings.Rows.
    touches += " AND m.low <= m.high"
    # Unit by unit, of which there are few, since the numbers are in order within each.
    unit, units = (" WHERE u.name = ?", [node.unit]) if node.unit else ("", [])
    return Condition(
        "a.id IN (SELECT m.article_id FROM unit u CROSS JOIN amount m"
        f" ON m.unit_id = u.id{number}{unit}"
        " UNION SELECT m.article_id FROM unit u CROSS JOIN amount_range m"
        f" ON m.unit_id = u.id{touches}{unit})",
        [*bounds, *units, *bounds, *units],
    )


def _both(*conditions: str | bool) -> str:
    return "".join(f" AND {condition}" for condition in conditions if condition)


def _float(value: Decimal) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _published(start: int | None, end: int | None) -> Condition:
    sql, values = "1", []
    if start is not None:
        sql += " AND a.published >= ?"
        values.append(start)
    if end is not None:
        sql += " AND a.published < ?"
        values.append(end)
    return Condition(sql, list(values))
