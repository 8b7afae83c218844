"""Turn the conditions of a query into SQL and FTS5 expressions; nothing typed is ever pasted in."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from lesart.model.moment import FIRST_SECOND
from lesart.query import (
    FIGURE_LABELS,
    All,
    Amount,
    AnyOf,
    Has,
    Is,
    Labelled,
    Names,
    Near,
    Node,
    Not,
    Published,
    Revised,
    Substring,
    Words,
)
from lesart.query.one_figure import on_one_figure
from lesart.query.tree import Label
from lesart.store.search.begun_words import begun
from lesart.store.search.figure_question import Spellings
from lesart.store.search.figure_sql import (
    LAST_LETTER,
    Condition,
    amount,
    labelled,
    of_one_figure,
    quoted,
)
from lesart.store.search.vocabulary import Vocabulary
from lesart.store.search.word_expressions import (
    is_short,
    match_expression,
    near_expression,
    needles,
    noted,
)
from lesart.store.tables.analysis_codec import CHANGED
from lesart.text.folding import (
    fold,
    fold_for_search,
    german_spellings,
)
from lesart.text.unpointed import may_be_pointed


class Known(NamedTuple):
    """What of the library a condition is turned into SQL by."""

    vocabulary: Vocabulary
    spellings: Spellings


def as_sql(
    node: Node,
    known: Known,
    *,
    new_since: int = 0,
    from_id: int = 0,
    are_few: bool | None = None,
) -> Condition:
    """A WHERE clause over `article a` that holds exactly for the articles `node` means.

    With `from_id` it holds of articles from that number on, and says nothing of those before: what
    few articles are asked about need not be looked up for all. Unless `are_few` says otherwise, these
    are so few that what was found in each may be read.
    """
    is_read = bool(from_id) if are_few is None else are_few
    return _Translator(known, new_since, from_id, is_read).translate(node)


def as_sql_on_notes(node: Node, known: Known, *, new_since: int = 0) -> Condition:
    """The same over `annotation n JOIN article a`: words, tags and colour are the note's own."""
    return _NoteTranslator(known, new_since).translate(node)


class _Translator:
    def __init__(
        self, known: Known, new_since: int, from_id: int = 0, are_few: bool = False
    ) -> None:
        self.vocabulary, self._spellings = known
        self.new_since = new_since
        self.from_id, self._are_few = from_id, are_few

    def translate(self, node: Node) -> Condition:
        match node:
            case All(parts):
                return self._all(parts)
            case AnyOf(parts):
                return self._joined(parts, " OR ", "0")
            case Not(part):
                inner = self.translate(part)
                # Not `NOT`: of an article without a feed, "in this feed" is NULL, not false.
                return Condition(f"({inner.sql}) IS NOT TRUE", inner.values)
            case Words():
                return self._words(node)
            case Near():
                return self._near(node)
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
                return amount(node, self.from_id)
            case Published(start, end):
                return _published(start, end)
            case Revised(start, end):
                return _revised(start, end)

    def _joined(self, parts: tuple[Node, ...], joint: str, nothing: str) -> Condition:
        conditions = [self.translate(part) for part in parts]
        if not conditions:
            return Condition(nothing, [])
        sql = joint.join(f"({condition.sql})" for condition in conditions)
        return Condition(sql, [value for condition in conditions for value in condition.values])

    def _all(self, parts: tuple[Node, ...]) -> Condition:
        """All of the conditions; those on figures are about one figure, which is looked at last."""
        together = on_one_figure(parts)
        if len(together) < 2:
            return self._joined(parts, " AND ", "1")
        found, to_ask = of_one_figure(
            together, self._spellings, self.from_id, are_few=self._are_few
        )
        others = tuple(part for part in parts if part not in together or part in to_ask)
        sql, values = self._joined(others, " AND ", "1")
        return Condition(f"{sql} AND {found.sql}", [*values, *found.values])

    def _near(self, node: Near) -> Condition:
        return Condition(
            "a.id IN (SELECT rowid FROM body_fts WHERE body_fts MATCH ?)", [near_expression(node)]
        )

    def _words(self, node: Words) -> Condition:
        expression = match_expression(node)
        if node.field == "author":
            return Condition(
                "a.author <> '' AND instr(lesart_folded(a.author), ?) > 0",
                [fold_for_search(" ".join(node.words))],
            )
        if node.field == "note":
            return _in(noted(node, "n.article_id"))
        if is_short(node):
            begun = self._indexed("title_fts", match_expression(Words(node.words, "", True)))
            if node.field or not may_be_pointed(node.words[0]):
                return begun
            # A word of Hebrew or Arabic often has no more letters: it may be a whole one.
            whole = self._words(Words(node.words))
            return Condition(f"{begun.sql} OR {whole.sql}", [*begun.values, *whole.values])
        bodies = self._bodies(node, expression)
        if node.field == "title":
            return bodies
        notes = _in(noted(node, "n.article_id"))
        return Condition(f"{bodies.sql} OR {notes.sql}", [*bodies.values, *notes.values])

    def _bodies(self, node: Words, expression: str) -> Condition:
        """Titles and texts; where few are asked, a begun word is not looked up for all of them."""
        going_on = begun(node, self.vocabulary) if self._are_few else None
        if going_on is None:
            return self._indexed("body_fts", expression)
        if going_on.expression is None:
            return Condition(_BEGINS, [" ".join(going_on.letters)])
        return self._indexed("body_fts", going_on.expression)

    def _indexed(self, table: str, expression: str) -> Condition:
        return Condition(
            f"a.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ?)",
            [expression, self.from_id],
        )

    def _substring(self, letters: str) -> Condition:
        # Asked for one by one: an expression of a thousand words would compare them at every step.
        words = self.vocabulary.holding(needles(letters))
        return Condition(
            "a.id IN (SELECT f.rowid FROM json_each(?) w CROSS JOIN body_fts f"
            " ON f.body_fts MATCH w.value AND f.rowid >= ?)",
            [json.dumps([quoted(word) for word in words]), self.from_id],
        )

    def _is(self, flag: str) -> Condition:
        if flag == "new":
            return Condition("a.arrived > ?", [self.new_since])
        return Condition(_IS[flag], [])

    def _labelled(self, label: Label, value: str) -> Condition:
        if label in FIGURE_LABELS:
            return labelled(Labelled(label, value), self._spellings, self.from_id)
        if label == "tag" and value.endswith("*"):
            begun = value.removesuffix("*")
            return Condition(_TAGS_BEGUN, [begun, begun + LAST_LETTER] * 2)
        if label == "from" and (number := _FEED_NUMBER.fullmatch(value)):
            return Condition("a.feed_id = ?", [int(number[1])])
        return Condition(_LABELLED[label], _label_values(label, value))

    def _names(self, name: str) -> Condition:
        # "Merkel" means every entity one of whose words it is; a key like LOC:IQ means just that.
        return Condition(
            "a.id IN (SELECT article_id FROM naming WHERE entity_id IN"
            " (SELECT id FROM entity WHERE key = ? UNION ALL"
            " SELECT rowid FROM entity_fts WHERE entity_fts MATCH ?) AND article_id >= ?)",
            [name, quoted(fold(name)), self.from_id],
        )


class _NoteTranslator(_Translator):
    def _substring(self, letters: str) -> Condition:
        ways = list(dict.fromkeys(fold_for_search(way) for way in german_spellings(letters)))
        own = " OR ".join(
            "instr(lesart_folded(n.note), ?) > 0 OR instr(lesart_folded(coalesce(n.exact, '')), ?) > 0"
            for _ in ways
        )
        return Condition(f"({own})", [way for way in ways for _ in range(2)])

    def _near(self, node: Near) -> Condition:
        return _in(noted(node, "n.id"), "n.id")

    def _words(self, node: Words) -> Condition:
        if node.field in ("title", "author"):
            return super()._words(node)
        return _in(noted(node, "n.id"), "n.id")

    def _is(self, flag: str) -> Condition:
        if flag == "orphan":
            return Condition("n.status = 'orphan'", [])
        if flag == "reworded":
            return Condition("n.status <> 'ok'", [])
        return super()._is(flag)

    def _labelled(self, label: Label, value: str) -> Condition:
        if label == "tag" and value.endswith("*"):
            begun = value.removesuffix("*")
            own = "n.id IN (SELECT annotation_id FROM annotation_tag WHERE tag >= ? AND tag < ?)"
            return Condition(own, [begun, begun + LAST_LETTER])
        if label == "tag":
            own = "n.id IN (SELECT annotation_id FROM annotation_tag WHERE tag = ?)"
            return Condition(own, [value])
        if label == "colour":
            return Condition("n.colour = ?", [value])
        return super()._labelled(label, value)


_BEGINS = (
    "EXISTS (SELECT 1 FROM body t WHERE t.article_id = a.id AND lesart_begins(?, t.title, t.text))"
)
_IS = {
    "unread": "a.is_read = 0",
    "read": "a.is_read = 1",
    "starred": "a.is_starred = 1",
    "annotated": "a.note_count > 0",
    "changed": "a.id IN (SELECT article_id FROM revision)",
    "orphan": "a.id IN (SELECT article_id FROM annotation WHERE status = 'orphan'"
    " AND is_deleted = 0)",
    "reworded": "a.id IN (SELECT article_id FROM annotation WHERE status <> 'ok'"
    " AND is_deleted = 0)",
}
_HAS = {
    "note": "a.note_count > 0",
    "figure": "a.figure_count > 0",
    "entity": "a.entity_count > 0",
    "fulltext": "a.is_full_text = 1",
    "tag": "a.id IN (SELECT article_id FROM article_tag)",
    "changed-figure": "a.id IN (SELECT article_id FROM counted WHERE noun_id ="
    f" (SELECT id FROM noun WHERE name = '{CHANGED}'))",
}
_LABELLED = {
    "tag": "a.id IN (SELECT article_id FROM article_tag WHERE tag = ? UNION ALL"
    " SELECT n.article_id FROM annotation n JOIN annotation_tag t ON t.annotation_id = n.id"
    " WHERE t.tag = ? AND n.is_deleted = 0)",
    "lang": "a.language = ?",
    "story": "a.id IN (SELECT CAST(? AS INTEGER) UNION ALL SELECT article_id FROM story_member"
    " WHERE story = (SELECT story FROM story_member WHERE article_id = ?))",
    "in": "(a.folder <> '' AND a.folder = ?)"
    " OR (a.folder <> '' AND a.folder >= ? AND a.folder < ?)"
    " OR a.feed_id IN (SELECT id FROM feed WHERE folder = ? OR (folder >= ? AND folder < ?)"
    " OR EXISTS (SELECT 1 FROM"
    " json_each(CASE WHEN json_valid(feed.tags) THEN feed.tags ELSE '[]' END) WHERE value = ?))",
    "from": "a.feed_id IN (SELECT id FROM feed WHERE instr(lesart_folded(title), ?)"
    " OR instr(lesart_folded(own_title), ?))"
    " OR (a.source <> '' AND instr(lesart_folded(a.source), ?))",
    "colour": "a.id IN (SELECT article_id FROM annotation WHERE colour = ? AND is_deleted = 0)",
}
_TAGS_BEGUN = (
    "a.id IN (SELECT article_id FROM article_tag WHERE tag >= ? AND tag < ? UNION ALL"
    " SELECT n.article_id FROM annotation n JOIN annotation_tag t ON t.annotation_id = n.id"
    " WHERE t.tag >= ? AND t.tag < ? AND n.is_deleted = 0)"
)


def _in(chosen: Condition, number: str = "a.id") -> Condition:
    return Condition(f"{number} IN ({chosen.sql})", chosen.values)


_FEED_NUMBER = re.compile(r"#(\d{1,17})")
"""One feed and no other whose name holds the same words: `from:#12`."""


def _label_values(label: str, value: str) -> list[object]:
    if label == "from":
        return [fold_for_search(value)] * 3
    if label == "in":
        # A folder is meant with the folders in it; "0" is the sign behind "/".
        folder = [value, f"{value}/", f"{value}0"]
        return [*folder, *folder, value]
    return [value] * {"tag": 2, "story": 2}.get(label, 1)


def _revised(start: int | None, end: int | None) -> Condition:
    """Its text was changed last in this time."""
    sql, values = "a.revised IS NOT NULL", []
    for operator, moment in ((">=", start), ("<", end)):
        if moment is not None:
            sql += f" AND a.revised {operator} ?"
            values.append(moment)
    return Condition(sql, list(values))


def _published(start: int | None, end: int | None) -> Condition:
    sql, values = "1", []
    if start is not None:
        sql += " AND a.published >= ?"
        values.append(start)
    if end is not None:
        # What has no date stands before the first year, and was before nothing.
        sql += " AND a.published < ? AND a.published >= ?"
        values += [end, FIRST_SECOND]
    return Condition(sql, list(values))
