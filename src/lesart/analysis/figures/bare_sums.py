"""Sums of money whose currency the text has said elsewhere: "ein Fehlbetrag von 112 Millionen".

German counts its millions of something by the noun behind, so millions of nothing are money, unless the
clause speaks of a number of people or things. Smaller sums need a noun of money beside them.
"""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER

_REACH = 150
"""Tokens to the figure whose currency is taken: a few paragraphs."""
_ENDS = {".", "!", "?", ";", BORDER}
_MOST_WORDS = 18
_THOUSAND = 1000
_ADJECTIVE = ("e", "en", "er", "es", "em")


def take_bare_sums(stream: TokenStream, found: list[Found]) -> None:
    """Give millions of nothing, and bare numbers beside a noun of money, the currency of the text."""
    money = [figure for figure in found if figure.kind == "money"]
    if not money:
        return
    before: Found | None = None
    for k, figure in enumerate(found):
        if figure.kind == "money" or (figure.kind == "count" and figure.has_scale):
            behind = found[k + 1] if k + 1 < len(found) else figure
            told = behind if behind.has_scale and behind.i - figure.j <= _OF_ONE_PAIR else figure
            is_sum = told.kind == "money" or _is_sum(stream, told, before)
            if figure.kind == "count" and is_sum:
                _take(stream, figure, money)
            before = figure
        elif figure.kind == "count" and _is_beside_money(stream, figure):
            _take(stream, figure, money)


_OF_ONE_PAIR = 2


def _take(stream: TokenStream, figure: Found, money: list[Found]) -> None:
    """The currency last told, or else the next."""
    earlier = [one for one in money if one.i < figure.i]
    if not earlier and stream.low(figure.lead - 1) in stream.lexicon.determiners:
        return  # "Die halbe Million ist erreicht"
    nearest = earlier[-1] if earlier else money[0]
    if abs(figure.i - nearest.i) <= _REACH:
        figure.kind, figure.unit, figure.has_noun = "money", nearest.unit, False


def _is_sum(stream: TokenStream, figure: Found, before: Found | None) -> bool:
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    behind, after = stream.at(figure.tail), stream.at(figure.tail + 1)
    if figure.value is None and figure.low is None:
        return False  # "Millionen"
    if behind.low == "an" and after.low.endswith(lexicon.of_money):
        return True  # "3 Millionen an Bargeld"
    ends = stream.at(figure.j - 1).text == "." and behind.low in lexicon.determiners
    if behind.kind == "w" and behind.text[:1].isupper() and not ends:
        return behind.low.endswith(lexicon.of_money)
    if behind.kind in ("n", "x") or behind.text in {"-", "‑", "%"} or behind.low in lexicon.of:
        return False
    if behind.low in {"der", "von", "mal", "davon"}:
        return False  # "3 Millionen der Versicherten"
    if behind.low in known.more and after.text[:1].isupper():
        return False  # "40 Millionen mehr Gäste"
    if behind.kind == "w" and after.text[:1].isupper() and behind.low.endswith(_ADJECTIVE):
        small = lexicon.stop_words | known.prepositions
        if behind.low not in small and behind.low not in known.verbs | known.auxiliaries:
            return False  # "3 Millionen neue Wohnungen", and not "27,5 Millionen kostete der Bau"
    if before is not None and before.kind == "count" and figure.i - before.j <= _MOST_WORDS:
        return False  # "83 Millionen Einwohner, Frankreich 68 Millionen"
    return not _is_of_many(stream, figure)


def _is_of_many(stream: TokenStream, figure: Found) -> bool:
    """The clause speaks of a number or of many: "Die Zahl der Gäste stieg auf 3 Millionen"."""
    lexicon = stream.lexicon
    for step in (-1, 1):
        start = figure.i - 1 if step < 0 else figure.j
        for k in range(start, start + step * _MOST_WORDS, step):
            token = stream.at(k)
            if not token.kind or token.text in _ENDS:
                break
            if token.low in lexicon.deeds_of_many:
                return True
            if step < 0 and token.text[:1].isupper() and token.low.endswith(lexicon.of_many):
                return True
    return False


def _is_beside_money(stream: TokenStream, figure: Found) -> bool:
    """ "Schaden rund 42.000", "ein Minus von 120.000", "die Taxe von 120.000": bare, and in thousands."""
    lexicon = stream.lexicon
    behind = stream.at(figure.tail)
    if figure.value is None or figure.value < _THOUSAND or figure.value % 10:
        return False
    if behind.kind in ("n", "x") or behind.text[:1].isupper() or behind.text in {"%", "-", "/"}:
        return False
    if behind.kind == "w" and stream.at(figure.tail + 1).text[:1].isupper():
        return False
    at = figure.lead - 1
    at -= stream.low(at) in grammar(lexicon.code).verbs  # "der Schaden beträgt 42.000"
    if stream.low(at) in {"von", "auf", "bei", "um", "über"} or stream.at(at).text == ":":
        at -= 1
    noun = stream.at(at)
    return noun.text[:1].isupper() and noun.low.endswith(lexicon.of_money)
