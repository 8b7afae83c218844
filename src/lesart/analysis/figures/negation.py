"""Whether a "not" before a word denies it: "did not fall below 28", and not "not only more than 28"."""

from __future__ import annotations

from lesart.analysis.figures.token_stream import TokenStream
from lesart.analysis.figures.tokens import Token

_REACH = 3


def is_denied(stream: TokenStream, at: int, reach: int = _REACH) -> bool:
    """One of the few words before token `at` is a negation, and reaches as far as that."""
    for k in range(at - 1, at - 1 - reach, -1):
        token = stream.at(k)
        if token.kind in ("p", ""):
            return False  # another clause
        if is_negation(stream, token):
            return stream.low(k + 1) not in stream.lexicon.takes_negation
    return False


def is_negation(stream: TokenStream, token: Token) -> bool:
    lexicon = stream.lexicon
    return token.low in lexicon.negations or token.low.endswith(lexicon.negative_endings)
