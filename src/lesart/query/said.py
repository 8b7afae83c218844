"""Words of a query as one line of text, to hand them through SQL to a function of ours."""

from __future__ import annotations

import json

from lesart.query.tree import All, Near, Query, Words


def said(node: Words | Near) -> str:
    """The words, whether the last of them goes on, and how far they may be apart."""
    parts = node.parts if isinstance(node, Near) else (node,)
    distance = node.distance if isinstance(node, Near) else 0
    return json.dumps([[[part.words, part.is_prefix] for part in parts], distance])


def query_said(line: str) -> Query:
    """The query that `said` wrote down."""
    parts, distance = json.loads(line)
    read = tuple(Words(tuple(words), is_prefix=is_prefix) for words, is_prefix in parts)
    return Query(All((read[0] if len(read) == 1 else Near(read, distance),)))
