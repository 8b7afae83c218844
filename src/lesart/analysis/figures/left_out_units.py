"""Units that a number leaves out because the text has just told them: "elle en vaudra 44", "y Brasnet, 95"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.borrowed_units import is_of_label
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER

_STOPS = {".", "!", "?", BORDER}
_MILLION = 10**6
_THOUSAND = 1000
_TIMES = ("date", "time", "score", "ordinal")
_LENT = ("money", "percent")
"""Kinds that go on without their unit; what is counted or weighed is told again more often."""


def take_left_out_units(stream: TokenStream, found: list[Found]) -> None:
    """Give the money and shares that are told by their number alone the unit they go on with."""
    if grammar(stream.lexicon.code).shape != "determined":
        return
    _take_currency_of_text(stream, found)
    before: Found | None = None
    for figure in found:
        if figure.kind in _TIMES or (figure.kind == "measure" and figure.value == 1):
            continue
        if figure.kind == "count" and before is not None and before.kind in _LENT:
            if _goes_on(stream, before, figure):
                _lend(stream, before, figure)
        before = figure


def _take_currency_of_text(stream: TokenStream, found: list[Found]) -> None:
    """ "s'élevait à 17 millions", "7,5 millions d'amende": millions of nothing or of a sum are money."""
    currencies = {figure.unit for figure in found if figure.kind == "money"}
    if not currencies:
        return
    last: Found | None = None
    for k, figure in enumerate(found):
        if figure.kind == "count" and _is_large(figure):
            is_sum = _is_of_sum(stream, figure)
            is_bare = _is_bare(stream, figure) and not _is_of_label(stream, figure, last)
            is_money = is_bare and (last is None or last.kind == "money")
            unit = last.unit if last is not None else _next_currency(found, k)
            if (is_sum or is_money) and (unit in currencies or len(currencies) == 1):
                _become(figure, "money", unit if unit in currencies else next(iter(currencies)))
        if figure.kind == "money" or (figure.kind == "count" and _is_large(figure)):
            last = figure


def _is_of_label(stream: TokenStream, figure: Found, last: Found | None) -> bool:
    """ "Electores: 60,5 millones", "mascotas (15,9 millones)", "il en achète 45 millions": of what is told before."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    at = figure.lead - 1
    if stream.at(at).text in {":", "("}:
        is_near = last is not None and figure.i - last.j <= _NEAR
        return is_of_label(stream, figure) or (
            not is_near and stream.low(at - 1) not in lexicon.sums
        )
    if stream.low(at) in known.stays and stream.at(figure.j).kind != "w":
        return True
    led = range(max(0, at - 2), at)
    return (
        any(stream.low(k) in known.partitive for k in led)
        and stream.low(at) not in known.costs | known.tolls
    )


_NEAR = 12


def _next_currency(found: list[Found], k: int) -> str:
    return next((figure.unit for figure in found[k:] if figure.kind == "money"), "")


def _is_large(figure: Found) -> bool:
    top = figure.value if figure.value is not None else figure.high
    return figure.has_scale and top is not None and abs(top) >= _MILLION


def _is_of_sum(stream: TokenStream, figure: Found) -> bool:
    """ "9 millions d'arriérés": of what is always money."""
    lexicon = stream.lexicon
    is_led = stream.low(figure.j) in lexicon.of
    return is_led and stream.low(figure.j + 1) in lexicon.sums


def _is_bare(stream: TokenStream, figure: Found) -> bool:
    """Nothing is counted by it: it ends its phrase, or "more", a preposition or a verb follows."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    behind = stream.at(figure.j)
    if behind.low in known.more:
        return True
    if behind.low in lexicon.of:
        return stream.low(figure.j + 1) in known.more
    if behind.kind != "w":
        return behind.kind != "n"
    is_small = behind.low in lexicon.stop_words or behind.low in known.adverbs
    return (
        is_small
        or behind.low in known.prepositions
        or (behind.low in known.finite and behind.text.islower())
    )


def _become(figure: Found, kind: str, unit: str) -> None:
    figure.kind, figure.unit, figure.has_noun = kind, unit, False  # type: ignore[assignment]


def _goes_on(stream: TokenStream, before: Found, figure: Found) -> bool:
    """The number stands where an amount of the same kind would stand, and counts nothing."""
    if figure.value is None or _is_large(figure) or not _is_bare(stream, figure):
        return False
    if before.kind == "percent" and not (before.unit == "percent" and 0 <= figure.value <= _MOST):
        return False
    if before.value is None and before.high is None:
        return False
    ends = sum(stream.at(k).text in _STOPS for k in range(before.j, figure.i))
    if ends > 1 or figure.i - before.j > _FAR:
        return False
    if ends == 0 and (
        _is_member(stream, before, figure) or _is_in_brackets(stream, before, figure)
    ):
        return True
    if _is_led_by_article(stream, before, figure, ends):
        return True
    is_exact = before.kind == "money" and not before.has_scale and _has_cents(stream, figure)
    return is_exact or _is_said_by_verb(stream, before, figure, ends)


_MOST = 100
_FAR = 22


def _has_cents(stream: TokenStream, figure: Found) -> bool:
    """ "1,55" where prices are told: two digits behind the point."""
    text = stream.at(figure.j - 1).text
    return figure.j - figure.i == 1 and text[-3:-2] == stream.lexicon.decimal


def _is_in_brackets(stream: TokenStream, before: Found, figure: Found) -> bool:
    """ "la vivienda (41 %), el paro (22)": a list whose amounts stand in brackets."""
    if stream.at(figure.lead - 1).text != "(" or stream.at(figure.tail).text != ")":
        return False
    if stream.at(before.lead - 1).text == "(":
        return True
    return before.kind == "money" and figure.value is not None and figure.value > _YEARS


_YEARS = 2100


def _is_led_by_article(stream: TokenStream, before: Found, figure: Found, ends: int) -> bool:
    """ "superó los 12.000", "sous les 50"; "con el 8,5", "un 3,9" where shares are told with an article."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    at = figure.i - 1
    article, verb = stream.low(at), stream.low(at - 1)
    if figure.value is None or not (article in lexicon.determiners or article in lexicon.of):
        return False
    if before.kind == "percent":
        is_parted = stream.at(at - 1).text in {";", ","} and ends == 0
        is_told = article in known.share_articles and (
            is_parted or figure.value != int(figure.value)
        )
        return is_told and stream.at(figure.j).text in _CLOSING
    is_bound = figure.qualifier != "exact" or (verb in known.limits or verb in known.levels)
    told = before.value if before.value is not None else before.high
    if not is_bound or article not in known.plural_articles or told is None:
        return False
    shown = told / _scale_of(stream, before)
    return ends <= 1 and abs(shown) / _ALIKE <= figure.value <= abs(shown) * _ALIKE


_ALIKE = 30


def _is_member(stream: TokenStream, before: Found, figure: Found) -> bool:
    """A part (", dont 4 au canton"), a gap (", l'hôtel 18"; ", la Suisse pour 4") or a comparison."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    between = list(_between(stream, before, figure))
    lows = [stream.low(k) for k in between]
    if _is_before_more(stream, figure):
        return before.kind == "money" and len(between) <= _GAP and ";" not in lows
    if _is_part(stream, figure) and 0 < len(between) <= _PART:
        return True
    if not between or (
        stream.at(figure.tail).text not in _CLOSING and not _is_placed(stream, figure)
    ):
        return False
    is_parted = any(low in {",", ";", ":"} or low in lexicon.either for low in lows)
    is_broken = any(stream.at(k).text in {"(", ")"} for k in between) or ":" in lows[:-1]
    if not is_parted or len(between) > _GAP or is_broken:
        return False
    if any(low in known.verbs or stream.taken[k] for k, low in zip(between, lows, strict=True)):
        return False
    lead, first = stream.low(figure.lead - 1), stream.low(before.lead - 1)
    if lead in known.prepositions:
        return lead == first
    if lead == "," and stream.at(figure.lead - 2).kind == "w" and len(between) > 1:
        return True  # "y Brasnet, 95"
    if lead in lexicon.stop_words:
        return lead in lexicon.either and before.kind == "money" and _is_placed(stream, figure)
    is_named = first not in known.prepositions and _is_noun(stream, between)
    return is_named or (lead in {",", ";", ":"} and before.kind == "money")


def _is_noun(stream: TokenStream, between: list[int]) -> bool:
    """The last word before the number is a name, or a noun behind its article ("l'hôtel 18")."""
    lexicon, token = stream.lexicon, stream.at(between[-1])
    if token.kind != "w" or token.low.endswith(lexicon.finite_endings):
        return False
    is_led = any(stream.low(k) in lexicon.determiners for k in between[:-1])
    return token.text[:1].isupper() or is_led


_CLOSING = {",", ".", ";", ")", "»", BORDER, "", "!", "?", ":"}
_GAP = 9
_PART = 6


def _is_placed(stream: TokenStream, figure: Found) -> bool:
    """A preposition of place or purpose behind: "410 en la guardería", "16 pour les étudiants"."""
    known = grammar(stream.lexicon.code)
    low = stream.low(figure.tail)
    return (
        low in known.places | known.reaching | known.onto or known.fused.get(low, "") in known.onto
    )


def _is_part(stream: TokenStream, figure: Found) -> bool:
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    at = figure.lead - 1
    verbs = (known.spends, known.trades, known.tolls, known.auxiliaries)
    at -= any(stream.low(at) in some for some in verbs)
    return stream.low(at) in lexicon.including or (
        stream.low(at) in known.relatives
        and stream.low(at - 2) in lexicon.of
        and at < figure.lead - 1
    )


def _is_before_more(stream: TokenStream, figure: Found) -> bool:
    """ "4'000 de plus qu'avant", "31 por debajo de lo presupuestado"."""
    known = grammar(stream.lexicon.code)
    at = figure.j + (stream.low(figure.j) in stream.lexicon.of)
    return stream.low(at) in known.more and stream.at(at + 1).kind != "n"


def _between(stream: TokenStream, before: Found, figure: Found) -> Iterator[int]:
    return iter(range(before.tail, figure.lead))


def _is_said_by_verb(stream: TokenStream, before: Found, figure: Found, ends: int) -> bool:
    """ "elle en vaut 15", "cuesta 2.600", "ofrecen hoy 0,21": a verb of prices leads the number."""
    known = grammar(stream.lexicon.code)
    at = figure.lead - 1
    steps = 0
    while (
        steps < _STEPS
        and stream.at(at).kind == "w"
        and (
            stream.low(at) in known.adverbs
            or stream.low(at) in stream.lexicon.determiners
            or stream.low(at) in _FILLERS
        )
    ):
        at, steps = at - 1, steps + 1
    verb = stream.low(at)
    if known.partitive:
        start = max(before.j, at - _STEPS)
        is_partitive = any(stream.low(k) in known.partitive for k in range(start, at))
        is_verb = verb in known.verbs or verb in known.tolls
        return (
            is_partitive and is_verb and verb not in known.auxiliaries and verb not in known.stays
        )
    is_price = any(verb in some for some in (known.costs, known.trades, known.tolls, known.spends))
    is_sum = figure.value is not None and figure.value >= _THOUSAND
    return (
        before.kind == "money"
        and is_price
        and (ends == 0 or verb in known.costs or is_sum or before.has_scale)
    )


_STEPS = 3
_FILLERS = {"que", "qu'", "plus", "aujourd'hui", "désormais", "hoy", "solo", "ya", "unos", "los"}


def _lend(stream: TokenStream, before: Found, figure: Found) -> None:
    """Take the unit, and the scale where the number would be out of all proportion without it."""
    scale = _scale_of(stream, before)
    told = before.value if before.value is not None else before.high
    if figure.value is None or told is None:
        return
    if scale > 1 and not figure.has_scale:
        ratio = figure.value / (told / scale) if told else Decimal(0)
        if _LEAST <= abs(ratio) <= _TOP:
            figure.value *= scale
            figure.has_scale = True
        elif figure.value < _THOUSAND:
            return
    _become(figure, before.kind, before.unit)


_LEAST, _TOP = Decimal("0.003"), Decimal(60)


def _scale_of(stream: TokenStream, figure: Found) -> Decimal:
    """What the words of a sum multiply it by; what it went on with counts, too."""
    scale = Decimal(1)
    for k in range(figure.i, figure.j):
        factor = stream.lexicon.scales.get(stream.low(k))
        scale *= factor if factor and factor >= _MILLION else 1
    if scale == 1 and figure.has_scale and figure.value is not None:
        shown = abs(figure.value)
        scale = (
            Decimal(10**9) if shown >= 10**9 else Decimal(_MILLION) if shown >= _MILLION else scale
        )
    return scale
