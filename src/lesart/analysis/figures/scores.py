"""Find results and odds: "2:1", "won 3-1", "5/1"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.token_stream import Found, TokenStream

_NEAR = 12


def is_sport(stream: TokenStream, i: int) -> bool:
    """A word of winning and losing stands near token i."""
    sport = stream.lexicon.sport
    return any(
        stream.low(k) in sport for k in range(max(0, i - _NEAR), min(len(stream.tokens), i + _NEAR))
    )


def find_scores(stream: TokenStream) -> Iterator[Found]:
    """Two short numbers with a colon, or a dash where sport is spoken of."""
    for i, token in enumerate(stream.tokens):
        if token.kind != "n" or not stream.is_free(i, i + 3) or not token.text.isdecimal():
            continue
        sign, other = stream.at(i + 1).text, stream.at(i + 2)
        if sign in stream.lexicon.score_to and _is_told_score(stream, i):
            stream.take(i, i + 3)
            yield Found(
                i, i + 3, "score", low=Decimal(token.text), high=Decimal(other.text),
                when=f"{token.text}:{other.text}", has_noun=False,
            )  # fmt: skip
            continue
        if sign not in {":", "-", "–", "/"} or not other.text.isdecimal() or len(token.text) > 3:
            continue
        if not (stream.touches(i + 1) and stream.touches(i + 2)) or len(other.text) > 3:
            continue
        if stream.touches(i) and stream.low(i - 1) not in {"(", "„", "“", '"'}:
            continue
        if _is_odds(stream, i, sign):
            stream.take(i, i + 3)
        elif _is_score(stream, i, sign):
            stream.take(i, i + 3)
            yield Found(
                i, i + 3, "score", low=Decimal(token.text), high=Decimal(other.text),
                when=f"{token.text}:{other.text}", has_noun=False,
            )  # fmt: skip


def _is_told_score(stream: TokenStream, i: int) -> bool:
    """ "verlor 2 zu 1", "perdió por 6 a 2": nothing is counted, and sport is spoken of."""
    other, behind = stream.at(i + 2).text, stream.at(i + 3)
    if not other.isdecimal() or int(stream.at(i).text[:4]) > 30 or int(other[:4]) > 30:
        return False
    is_bare = behind.kind != "w" or behind.low in stream.lexicon.stop_words
    return is_bare and behind.text not in {"%", "€", "$"} and is_sport(stream, i)


def _is_score(stream: TokenStream, i: int, sign: str) -> bool:
    after = stream.at(i + 3)
    if sign == ":":
        return True
    if sign == "/":
        return False
    if (
        after.low in stream.lexicon.units
        or after.text in {"%", "€", "-"}
        or stream.low(i - 1) in {"$", "£", "€"}
    ):
        return False
    first, second = int(stream.at(i).text), int(stream.at(i + 2).text)
    return first >= second or is_sport(stream, i)


def _is_odds(stream: TokenStream, i: int, sign: str) -> bool:
    """What a bookmaker offers is no figure of the story."""
    odds = stream.lexicon.odds
    if sign == "/" and stream.at(i + 2).text == "1" and int(stream.at(i).text) > 1:
        return True
    near = [stream.low(k) for k in range(i - 14, i + 5)]
    if not any(word in odds for word in near):
        return False
    return sign == "/" or stream.low(i - 1) in {"bei", "of", "at", "de", "à", "a", "von", "auf"}
