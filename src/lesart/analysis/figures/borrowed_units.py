"""Units that a number has from another part of its sentence: "187 km/h statt 120", "drei Zehntel Punkt"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from lesart.analysis.figures.bare_sums import take_bare_sums
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.measures import unit_behind
from lesart.analysis.figures.number import scale_at
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER

_NEAR = 14
_TENTH = 10
_STOPS = {".", "!", "?", BORDER}


def take_units_of_replaced(stream: TokenStream, found: list[Found]) -> None:
    """ "187 km/h statt der erlaubten 120", "502 heures, contre 361": both have the one's unit."""
    for one, two in pairwise(found):
        bare, other = (two, one) if one.unit else (one, two)
        if bare.kind != "count" or not other.unit or bare.has_scale != other.has_scale:
            continue
        if not _is_led_by_instead(stream, two) or not _stands_alone(stream, bare):
            if not (bare is one and _is_led_by_instead(stream, one) and _stands_alone(stream, one)):
                continue
        if two.i - one.j <= _NEAR and not _is_parted(stream, one, two):
            bare.kind, bare.unit, bare.has_noun = other.kind, other.unit, False


_MOST_PERCENT = 100
_MOST_BETWEEN = 9


def share_percent_of_next(stream: TokenStream, found: list[Found]) -> None:
    """ "im Osten sind es 38, im Westen 44 Prozent", "um 3,6, Hensoldt um 5,2 Prozent": both are shares."""
    for k in range(len(found) - 2, -1, -1):
        one, two = found[k], found[k + 1]
        is_small = one.value is not None and 0 <= one.value <= _MOST_PERCENT
        if one.kind != "count" or one.has_scale or not is_small:
            continue
        if two.kind != "percent" or two.unit != "percent" or _is_parted(stream, one, two):
            continue
        joint = stream.at(one.j)
        is_joined = joint.text in {",", ";"} or joint.low in stream.lexicon.either
        words = [stream.at(at) for at in range(one.j + 1, two.lead)]
        if not is_joined or not 1 <= len(words) <= _MOST_BETWEEN:
            continue
        more = grammar(stream.lexicon.code).more
        is_named = any(token.text[:1].isupper() for token in words) or len(words) > 1
        if any(token.text in {",", "(", ")", ":"} for token in words) or not is_named:
            continue
        if stream.low(two.tail) in more:
            continue
        one.kind, one.unit, one.has_noun = "percent", "percent", False


def take_money_of_text(stream: TokenStream, found: list[Found]) -> None:
    """ "620 Millionen Euro Umsatz … nur noch 560 Millionen": millions of nothing go on with the money before."""
    if grammar(stream.lexicon.code).shape == "capitals":
        take_bare_sums(stream, found)
        return
    money: Found | None = None
    for figure in found:
        if figure.kind == "money":
            money = figure if figure.has_scale else money
        elif figure.kind == "count" and figure.has_scale:
            is_bare = _stands_alone(stream, figure) or _is_before_verb(stream, figure)
            is_bare = is_bare and not is_of_label(stream, figure)
            if is_bare and money is not None and figure.i - money.j <= _GOES_ON:
                figure.kind, figure.unit, figure.has_noun = "money", money.unit, False
                money = figure
            elif not is_bare:
                money = None  # somebody or something is counted in millions


def is_of_label(stream: TokenStream, figure: Found) -> bool:
    """ "Electores: 60,5 millones": a line's label says of what, and it is no sum of money."""
    at, lexicon = figure.lead - 1, stream.lexicon
    is_label = stream.at(at).text == ":" and stream.at(at - 2).kind != "w"
    return is_label and bool(lexicon.sums) and stream.low(at - 1) not in lexicon.sums


_GOES_ON = 60
"""Tokens that the last sum of money may stand before: about three sentences."""


def _is_before_verb(stream: TokenStream, figure: Found) -> bool:
    """ "rund 5,2 Millionen fehlen", "9 millions saisis"."""
    low = stream.low(figure.tail)
    known = grammar(stream.lexicon.code)
    return low in known.verbs or low in known.auxiliaries


def share_unit_past_brackets(stream: TokenStream, found: list[Found]) -> None:
    """ "82,5 (2021: 76,4) Prozent", "12 (11) Milliarden Euro": the unit behind is of both numbers."""
    for k, one in enumerate([*found]):
        if one.kind != "count" or stream.at(one.j).text != "(":
            continue
        behind = range(one.j, one.j + _IN_BRACKETS)
        close = next((at for at in behind if stream.at(at).text == ")"), -1)
        inner = [f for f in found[k + 1 :] if f.i < close and f.kind == "count"]
        if close < 0 or len(inner) != 1 or inner[0].j != close:
            continue
        scale, at = scale_at(stream, close + 1)
        unit = unit_behind(stream, at)
        bare = next((f for f in found[k + 1 :] if f.i == close + 1), None)  # "Milliarden Euro"
        if bare is not None and (bare.value is not None or bare.low is not None):
            continue
        kind, name = (bare.kind, bare.unit) if bare else (unit.unit.kind, unit.unit.name)
        if not name:
            continue
        for figure in (one, inner[0]):
            figure.kind, figure.unit, figure.has_noun = kind, name, False
            figure.has_scale = scale > 1
            if figure.value is not None:
                figure.value *= scale * unit.factor
        if bare is not None:
            found.remove(bare)


_IN_BRACKETS = 7


def _is_led_by_instead(stream: TokenStream, bare: Found) -> bool:
    """Behind "instead of", an article and one word more at most: "statt der erlaubten 120"."""
    lexicon = stream.lexicon
    if stream.phrase_before(bare.lead, lexicon.instead_by_last):
        return True
    at = bare.lead - 1
    at -= stream.at(at).kind == "w" and stream.low(at) not in lexicon.determiners
    at -= stream.low(at) in lexicon.determiners
    return at < bare.lead - 1 and bool(stream.phrase_before(at + 1, lexicon.instead_by_last))


def _stands_alone(stream: TokenStream, bare: Found) -> bool:
    """Nothing is counted by it: an end, a small word or an adverb follows."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    behind = stream.at(bare.tail)
    if stream.is_phrase(bare.tail, lexicon.instead):
        return True
    if behind.low in lexicon.of | lexicon.scale_joins or behind.low in known.more:
        return False  # "3 millones de visitantes", "40 Millionen mehr Gäste"
    return behind.kind != "w" or behind.low in lexicon.stop_words | known.adverbs


def _is_parted(stream: TokenStream, one: Found, two: Found) -> bool:
    return any(stream.at(k).text in _STOPS for k in range(one.j, two.i))


_SIZES = ("measure", "distance")


def is_unit_of_price(stream: TokenStream, found: list[Found], k: int) -> bool:
    """ "Un mètre carré s'échange contre 6 240 euros", "producir un kilo sale por 5 euros": an article, no one."""
    one = found[k]
    known = grammar(stream.lexicon.code)
    if known.shape != "determined" or one.kind not in _SIZES or one.value != 1:
        return False
    if stream.low(one.i) not in stream.lexicon.one or k + 1 == len(found):
        return False
    price = found[k + 1]
    if price.kind != "money" or price.i - one.j > _GOES_ON_PRICE or _is_parted(stream, one, price):
        return False
    verbs = known.costs | known.trades | known.levels | known.tolls | known.reflexives
    return any(stream.low(at) in verbs for at in range(one.j, price.i))


_GOES_ON_PRICE = 9


def read_parts_of_points(stream: TokenStream, found: list[Found]) -> None:
    """ "subió tres décimas, hasta el 3 %", "a quarter point", "deux dixièmes de point": percentage points."""
    lexicon = stream.lexicon
    gone = 0
    singular = lexicon.points - _plurals(lexicon.points)
    endings = tuple(lexicon.points)
    for k, figure in enumerate([*found]):
        if figure.kind != "ratio":
            continue
        last = stream.low(figure.j - 1)
        at = figure.j + (stream.low(figure.j) in lexicon.of)
        at += stream.low(at) in lexicon.one and stream.low(at + 1) in lexicon.points
        whole = stream.phrase_at(at, lexicon.percent_by_first)
        is_tenth = lexicon.denominators.get(last) == _TENTH and _is_change(stream, figure)
        if at > figure.j and (whole or stream.low(at) in singular):
            _make_points(figure, at + max(1, len(whole)))
        elif last.endswith(endings):
            if _is_change(stream, figure) or _is_beside_percent(stream, found, k - gone):
                _make_points(figure, figure.j)
            else:
                del found[k - gone]  # half a point in a game
                gone += 1
        elif is_tenth and (
            last in lexicon.tenths_of_points or _is_beside_percent(stream, found, k - gone)
        ):
            _make_points(figure, figure.j)


def _plurals(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.endswith(("s", "e", "en")))


def _make_points(figure: Found, end: int) -> None:
    figure.kind, figure.unit, figure.has_noun = "percent", "percentage_point", False
    figure.noun, figure.noun_at = "", -1
    figure.value = None if figure.value is None else figure.value.normalize() + Decimal(0)
    figure.tail = max(figure.tail, end)
    figure.j = end


def _is_change(stream: TokenStream, figure: Found) -> bool:
    """A verb of change or its preposition leads, or "more" follows."""
    lexicon = stream.lexicon
    moves = grammar(lexicon.code).moves
    led = range(max(0, figure.lead - 3), figure.lead)
    more = grammar(lexicon.code).more
    return (
        any(stream.low(k) in moves or stream.low(k) in lexicon.by for k in led)
        or stream.low(figure.tail) in more
        or stream.low(figure.tail + 1) in more
    )


def _is_beside_percent(stream: TokenStream, found: list[Found], k: int) -> bool:
    """A percentage stands right before or behind in the same sentence."""
    for one, two in pairwise(found[max(0, k - 1) : k + 2]):
        is_near = two.i - one.j <= _NEAR and not _is_parted(stream, one, two)
        if is_near and "percent" in (one.unit, two.unit):
            return True
    return False
