"""Find results and odds: "2:1", "won 3-1", "5/1"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.reading import Found, Reading

_NEAR = 12


def is_sport(reading: Reading, i: int) -> bool:
    """A word of winning and losing stands near token i."""
    sport = reading.lexicon.sport
    return any(
        reading.low(k) in sport
        for k in range(max(0, i - _NEAR), min(len(reading.tokens), i + _NEAR))
    )


def find_scores(reading: Reading) -> Iterator[Found]:
    """Two short numbers with a colon, or a dash where sport is spoken of."""
    for i, token in enumerate(reading.tokens):
        if token.kind != "n" or not reading.is_free(i, i + 3) or not token.text.isdecimal():
            continue
        sign, other = reading.at(i + 1).text, reading.at(i + 2)
        if sign in reading.lexicon.score_to and _is_told_score(reading, i):
            reading.take(i, i + 3)
            yield Found(
                i, i + 3, "score", low=Decimal(token.text), high=Decimal(other.text),
                when=f"{token.text}:{other.text}", has_noun=False,
            )  # fmt: skip
            continue
        if sign not in {":", "-", "–", "/"} or not other.text.isdecimal() or len(token.text) > 3:
            continue
        if not (reading.touches(i + 1) and reading.touches(i + 2)) or len(other.text) > 3:
            continue
        if reading.touches(i) and reading.low(i - 1) not in {"(", "„", "“", '"'}:
            continue
        if _is_odds(reading, i, sign):
            reading.take(i, i + 3)
        elif _is_score(reading, i, sign):
            reading.take(i, i + 3)
            yield Found(
                i, i + 3, "score", low=Decimal(token.text), high=Decimal(other.text),
                when=f"{token.text}:{other.text}", has_noun=False,
            )  # fmt: skip


def _is_told_score(reading: Reading, i: int) -> bool:
    """ "verlor 2 zu 1", "perdió por 6 a 2": nothing is counted, and sport is spoken of."""
    other, behind = reading.at(i + 2).text, reading.at(i + 3)
    if not other.isdecimal() or int(reading.at(i).text[:4]) > 30 or int(other[:4]) > 30:
        return False
    is_bare = behind.kind != "w" or behind.low in reading.lexicon.stop_words
    return is_bare and behind.text not in {"%", "€", "$"} and is_sport(reading, i)


def _is_score(reading: Reading, i: int, sign: str) -> bool:
    after = reading.at(i + 3)
    if sign == ":":
        return True
    if sign == "/":
        return False
    if (
        after.low in reading.lexicon.units
        or after.text in {"%", "€", "-"}
        or reading.low(i - 1) in {"$", "£", "€"}
    ):
        return False
    first, second = int(reading.at(i).text), int(reading.at(i + 2).text)
    return first >= second or is_sport(reading, i)


def _is_odds(reading: Reading, i: int, sign: str) -> bool:
    """What a bookmaker offers is no figure of the story."""
    odds = reading.lexicon.odds
    if sign == "/" and reading.at(i + 2).text == "1" and int(reading.at(i).text) > 1:
        return True
    near = [reading.low(k) for k in range(i - 14, i + 5)]
    if not any(word in odds for word in near):
        return False
    return sign == "/" or reading.low(i - 1) in {"bei", "of", "at", "de", "à", "a", "von", "auf"}
