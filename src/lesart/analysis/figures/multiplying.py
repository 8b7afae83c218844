"""Find verbs that multiply: "verdoppelt" is a ratio of 2, "halved" one of a half."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.token_stream import Found, TokenStream

_MORE_THAN = {("plus", "que"), ("más", "que")}


def find_multiplying_verbs(stream: TokenStream) -> Iterator[Found]:
    """Each verb that says how many times as much something has become."""
    verbs = grammar(stream.lexicon.code).multiples
    for i, token in enumerate(stream.tokens):
        value = verbs.get(token.low)
        if value is None or stream.taken[i]:
            continue
        found = Found(i, i + 1, "ratio", Decimal(value))
        qualify(stream, found)
        if (stream.low(i - 2), stream.low(i - 1)) in _MORE_THAN:
            found.qualifier = "more_than"  # "a plus que doublé"
        found.has_noun = False  # what it multiplies stands elsewhere in the clause
        stream.take(i, i + 1)
        yield found
