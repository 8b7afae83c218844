"""Find the nearest word of rising or falling before a figure: it decides between a range and a change."""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import TokenStream
from lesart.analysis.figures.tokens import BORDER

ENDS = {".", "!", "?", ";", ":", BORDER}
_FAR = 16
_NEAR = 7


def change_before(stream: TokenStream, at: int, reach: int = _FAR) -> tuple[str, int]:
    """ "rise" or "fall", and the word of change nearest before token `at` that says so; else empty."""
    lexicon = stream.lexicon
    for k in range(at - 1, max(-1, at - reach), -1):
        token = stream.tokens[k]
        if token.text in ENDS:
            break
        if token.low in lexicon.rise:
            return "rise", k
        if token.low in lexicon.fall:
            return "fall", k
    return "", -1


def is_changing(stream: TokenStream, at: int) -> bool:
    """Something rises or falls right before token `at`."""
    return bool(change_before(stream, at, _NEAR)[0])


def is_moving(stream: TokenStream, at: int) -> bool:
    """Something goes from one number to another, so that the two are no range."""
    moves = stream.lexicon.moves
    if stream.low(at - 1) in stream.lexicon.revises:
        return True
    if not moves:
        verbs = grammar(stream.lexicon.code).moves
        led = stream.lexicon.by | stream.lexicon.from_
        is_led = stream.low(at - 1) in led or stream.low(at) in led
        near = range(max(0, at - _NEAR), at) if is_led else ()
        return is_changing(stream, at) or any(stream.low(k) in verbs for k in near)
    moves = moves | stream.lexicon.revises
    return any(stream.low(k) in moves for k in range(max(0, at - _NEAR), at))
