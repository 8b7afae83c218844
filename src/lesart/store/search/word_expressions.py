"""Words as FTS5 expressions: each in any of its spellings, in titles, texts and notes."""

from __future__ import annotations

from itertools import product

from lesart.query import Near, Query, Words
from lesart.query.said import said
from lesart.store.search.figure_sql import Condition, quoted
from lesart.text.folding import (
    MAX_PHRASES,
    as_indexed,
    fold_for_search,
    german_spellings,
    rows_of_spellings,
)
from lesart.text.unpointed import may_be_pointed


def match_expression(node: Words) -> str:
    """An FTS5 expression: the words in a row, each in any of its spellings."""
    expression = "(" + " OR ".join(_phrases(node)) + ")"
    return f"{{title}} : {expression}" if node.field == "title" else expression


def near_expression(node: Near) -> str:
    """An FTS5 expression: each in one of its spellings, close to each other."""
    expressions = []
    for row in product(*(_phrases(part) for part in node.parts)):
        expressions.append(f"NEAR({' '.join(row)}, {node.distance})")
        if len(expressions) >= MAX_PHRASES:
            break
    return " OR ".join(expressions)


def _phrases(node: Words) -> list[str]:
    star = "*" if node.is_prefix else ""
    return [quoted(" ".join(row)) + star for row in rows_of_spellings(node.words)]


def noted(node: Words | Near, columns: str) -> Condition:
    """A statement for `columns` of the notes `n` that hold the words.

    Their index is kept by whoever writes notes, other programs too, and so knows letters only as they
    are written: words that are pointed in one note and not in the next are looked for in each.
    """
    if is_pointed(node):
        return Condition(
            f"SELECT {columns} FROM annotation n WHERE n.is_deleted = 0 AND"
            " lesart_holds(?, n.exact, n.note, n.tags)",
            [said(node)],
        )
    expression = near_expression(node) if isinstance(node, Near) else match_expression(node)
    return Condition(
        f"SELECT {columns} FROM note_fts CROSS JOIN annotation n ON n.id = note_fts.rowid"
        " WHERE note_fts MATCH ? AND n.is_deleted = 0",
        [expression],
    )


def is_pointed(node: Words | Near) -> bool:
    """Whether a word of these is written in more than one way, as Hebrew and Arabic are."""
    parts = node.parts if isinstance(node, Near) else (node,)
    return any(may_be_pointed(word) for part in parts for word in part.words)


def any_of(words: list[str]) -> str:
    """An FTS5 expression: any of these words of the index."""
    return " OR ".join(quoted(word) for word in words)


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
        if may_be_pointed(words[0].words[0]):
            return None
        return "title_fts", match_expression(Words(words[0].words, "", True)), words
    # A begun word of one or two letters would match a large part of all words: it has to wait.
    words = [word for word in words if not is_short(word)] or words
    return "body_fts", " AND ".join(match_expression(word) for word in words), words


def needles(letters: str) -> list[str]:
    """What to look for inside the index's words."""
    forms = (letters, fold_for_search(letters), as_indexed(letters))
    ways = [way for form in forms for way in german_spellings(form)]
    return list(dict.fromkeys(as_indexed(way) for way in ways))
