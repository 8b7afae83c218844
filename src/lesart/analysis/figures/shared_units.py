"""Lend a unit to its neighbours: "3, 4 und 5 Prozent", "47 Mio. nach 68 Mio. Euro"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from lesart.analysis.figures.borrowed_units import is_of_label
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.scores import is_sport
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER


def read_points(stream: TokenStream, found: list[Found]) -> None:
    """ "32,8 Prozent, 2,1 Punkte weniger": points behind a percentage are percentage points."""
    lexicon = stream.lexicon
    for before, figure in pairwise(found):
        if figure.kind != "count" or stream.low(figure.j) not in lexicon.points:
            continue
        is_small = figure.value is not None and figure.value < 50
        is_told = (
            stream.low(figure.lead - 1) in lexicon.by | lexicon.by_itself
            or stream.low(figure.j + 1) in lexicon.than_more
            or (stream.low(figure.j + 1), stream.low(figure.j + 2)) in lexicon.than_more_phrases
            or stream.low(figure.lead - 1) in lexicon.rise | lexicon.fall
        )
        is_near = figure.i - before.j < 14 and not any(
            stream.at(k).text in {"!", "?", BORDER} or _ends_sentence(stream, k)
            for k in range(before.j, figure.i)
        )
        if before.kind == "percent" and is_small and is_told and is_near:
            figure.j += 1
            figure.tail = figure.j
            figure.kind, figure.unit = "percent", "percentage_point"


_RATES = {
    "taux", "taxe", "impôt", "tva", "cotisation", "cotisations", "participation", "chômage", "popularité", "part", "inflation",
    "tasa", "ocupación", "paro", "participación", "apoyo", "iva", "aprobación", "cuota", "inflación", "desempleo", "pobreza",
}  # fmt: skip
"""What is told in percent, and changes by points, in French and Spanish."""
_MOST_POINTS = 30
_BEFORE_POINTS = 45


def read_moved_points(stream: TokenStream, found: list[Found]) -> None:
    """ "la taxe foncière augmentera de 3,5 points", "perdrait cinq points": points of a rate or share told before."""
    lexicon, known = stream.lexicon, grammar(stream.lexicon.code)
    if known.shape != "determined":
        return
    last = -_BEFORE_POINTS
    for figure in found:
        if figure.kind == "percent":
            last = figure.j
        if (
            figure.kind != "count"
            or stream.low(figure.j) not in lexicon.points
            or figure.value is None
        ):
            continue
        near = [stream.low(k) for k in range(max(0, figure.lead - 8), figure.lead)]
        is_moved = any(low in known.moves for low in near[-4:])
        is_rate = any(low in _RATES for low in near)
        is_after = figure.i - last < _BEFORE_POINTS and stream.low(figure.j + 1) not in lexicon.of
        is_after = is_after or (
            figure.i - last < _BEFORE_POINTS and stream.low(figure.j + 2) in {"plus", "moins"}
        )
        if (
            is_moved
            and (is_rate or is_after)
            and 0 < figure.value < _MOST_POINTS
            and not is_sport(stream, figure.i)
        ):
            figure.j += 1
            figure.tail = figure.j
            figure.kind, figure.unit, figure.has_noun = "percent", "percentage_point", False


def _ends_sentence(stream: TokenStream, at: int) -> bool:
    """A full stop, and behind it a word that does not point back: nobody's points go on over it."""
    if stream.at(at).text != "." or stream.touches(at + 1):
        return False
    small = stream.lexicon.stop_words | stream.lexicon.determiners
    return stream.at(at + 1).text[:1].isupper() and stream.low(at + 1) not in small


_PLUS, _MINUS = {"+", "±"}, {"-", "−", "–"}


def read_points_in_brackets(stream: TokenStream, found: list[Found]) -> None:
    """ "42,3 % (+1,2)", "34% (up 1.6)": the change of a share in brackets behind it is in points."""
    lexicon = stream.lexicon
    minus = _MINUS | lexicon.minus
    for before, figure in pairwise(found):
        is_share = before.kind == "percent" and before.unit == "percent"
        is_bare = figure.kind == "count" or figure.unit == "percent"
        if not is_share or not is_bare or figure.value is None or figure.has_scale:
            continue
        opens = figure.i - 1
        sign = stream.at(opens)
        is_signed = sign.text in _PLUS | _MINUS
        if is_signed or sign.low in lexicon.by_itself:
            opens -= 1
        elif figure.value > 0 or (figure.value < 0 and stream.low(figure.i) not in minus):
            continue
        if stream.at(opens).text != "(" or stream.at(figure.j).text not in {")", ";", ","}:
            continue
        if opens - before.j > 1:
            continue
        if is_signed:
            figure.i = figure.lead = opens + 1
            figure.value = -figure.value if sign.text in _MINUS else figure.value
            figure.qualifier = "exact"  # "±0" is neither more nor less
        figure.kind, figure.unit, figure.has_noun = "percent", "percentage_point", False


_MOST_NAMES = 5


def share_in_polls(stream: TokenStream, found: list[Found]) -> None:
    """ "CDU 30 Prozent, SPD 16, Grüne 13": a list of names and shares has one unit."""
    runs: list[list[Found]] = []
    for figure in found:
        if runs and _is_in_brackets_behind(stream, runs[-1][-1], figure):
            continue  # "(+1,2)" stands between
        if runs and _is_next_of_list(stream, runs[-1][-1], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    for run in runs:
        has_changes = all(stream.at(figure.j).text == "(" for figure in run)
        if len(run) < (2 if has_changes else 3) or not any(
            figure.unit == "percent" for figure in run
        ):
            continue
        for figure in run:
            if figure.kind == "count":
                figure.kind, figure.unit = "percent", "percent"


def _is_in_brackets_behind(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "16 (-1)": the second stands alone in brackets right behind the first, with a sign at most."""
    if stream.at(one.j).text != "(" or stream.at(two.j).text != ")":
        return False
    return two.lead - one.j <= 2


def _is_next_of_list(stream: TokenStream, one: Found, two: Found) -> bool:
    """Only a name and a comma or "and" part the two, and nothing is counted by either."""
    if not (_may_be_share(one) and _may_be_share(two)):
        return False
    at = one.j
    if stream.at(at).text == "(":  # the points of the one before
        at = next((k + 1 for k in range(at, at + 6) if stream.at(k).text == ")"), at)
    between = stream.tokens[at : two.lead]
    if not 2 <= len(between) <= _MOST_NAMES + 1:
        return False
    either = stream.lexicon.either | {",", ";"}
    if between[0].low not in either:
        return False
    named = between[1:-1] if between[-1].text == ":" else between[1:]
    names = [token for token in named if token.low not in stream.lexicon.determiners]
    if stream.lexicon.is_noun_capitalised and not any(t.text[:1].isupper() for t in names):
        return False
    is_named = any(token.text[:1].isupper() for token in names) and all(
        token.kind in "wx" and (token.text[:1].isupper() or token.low in stream.lexicon.poll_words)
        for token in names
    )
    return (
        is_named and _is_followed_by_nothing(stream, one) and _is_followed_by_nothing(stream, two)
    )


def _is_followed_by_nothing(stream: TokenStream, figure: Found) -> bool:
    behind = stream.at(figure.j)
    return behind.kind != "w" or behind.low in stream.lexicon.stop_words | stream.lexicon.either


def _may_be_share(figure: Found) -> bool:
    if figure.kind == "percent":
        return figure.unit == "percent"
    value = figure.value
    return (
        figure.kind == "count" and value is not None and 0 <= value <= 100 and not figure.has_scale
    )


def imply_percent(stream: TokenStream, found: list[Found]) -> None:
    """ "49.3 percent, her rival 49.2": a bare decimal behind a percentage in the same sentence."""
    lexicon = stream.lexicon
    for before, figure in pairwise(found):
        if figure.kind != "count" or before.kind != "percent" or before.unit != "percent":
            continue
        value, behind = figure.value, stream.at(figure.j)
        if value is None or figure.has_scale or value > 100 or value == int(value):
            continue
        is_bare = behind.kind != "w" or behind.low in lexicon.stop_words or stream.taken[figure.j]
        words = stream.tokens[before.j : figure.i]
        is_near = len(words) < 12 and not any(
            token.text in {".", "!", "?", BORDER, "|"} for token in words
        )
        if is_bare and is_near and words[-1:] and words[-1].low not in lexicon.onto:
            figure.kind, figure.unit = "percent", "percent"


def share_units(stream: TokenStream, found: list[Found]) -> None:
    """ "3, 4 und 5 Prozent": members of an enumeration share the unit or scale of the last."""
    either = stream.lexicon.either
    in_hundredths: Found | None = None
    for k in range(len(found) - 2, -1, -1):
        one, two = found[k], found[k + 1]
        if one.unit or one.kind != "count":
            continue
        if _is_scaled_pair(stream, one, two):
            one.kind, one.unit = two.kind, two.unit
            continue
        is_list = _is_list(stream, one.j, two.lead, either)
        if not is_list and not _is_from_to(stream, one, two):
            continue
        if not _may_lend(stream, one, two, k, found):
            continue
        if two.unit:
            one.kind, one.unit = two.kind, two.unit
        is_small = two is in_hundredths or _is_in_hundredths(stream, two)
        if is_small and one.value is not None:
            one.value *= _HUNDREDTH
            in_hundredths = one
        if two.has_scale and not one.has_scale and one.value and two.value and one.value < 1000:
            _share_scale(stream, one, two)


_HUNDREDTH = Decimal("0.01")


def _is_in_hundredths(stream: TokenStream, money: Found) -> bool:
    """ "20 Cent", "17p", and not "3 Euro 20 Cent"."""
    if money.kind != "money" or sum(stream.at(k).kind == "n" for k in range(money.i, money.j)) != 1:
        return False
    last, lexicon = stream.at(money.j - 1), stream.lexicon
    return last.low in lexicon.hundredths or last.text in lexicon.glued_money


def share_money(stream: TokenStream, found: list[Found]) -> None:
    """ "15 Millionen Euro, weitere 20 Millionen", "$3bn, 40 million less": the second is money, too."""
    lexicon = stream.lexicon
    for before, figure in pairwise(found):
        if before.kind != "money" or figure.kind != "count" or not figure.has_scale:
            continue
        if is_of_label(stream, figure):
            continue
        behind = stream.at(figure.j)
        more, verbs = grammar(lexicon.code).more, grammar(lexicon.code).verbs
        is_compared = behind.low in more and behind.kind == "w"
        is_free = (
            behind.kind != "w"
            or stream.taken[figure.j]
            or behind.low in lexicon.stop_words | verbs
            or is_compared
        )
        lead = stream.low(figure.lead - 1)
        is_told = lead in grammar(lexicon.code).afterwards and figure.i - before.j < 8
        is_led = is_told or lead in lexicon.more_before
        if not (is_compared or (is_led and is_free)) or figure.i - before.j > 16:
            continue
        if is_compared and stream.at(figure.j + 1).text[:1].isupper():
            continue  # "40 Millionen mehr Fahrgäste"
        if any(stream.at(k).text in {".", "!", "?", BORDER} for k in range(before.j, figure.i)):
            continue
        figure.kind, figure.unit, figure.has_noun = "money", before.unit, False
    if grammar(lexicon.code).shape == "determined":
        _share_money_left_out(stream, found)


def _share_money_left_out(stream: TokenStream, found: list[Found]) -> None:
    """ "17 milliards d'euros, après 23 milliards": what millions are of follows them, or was said of money."""
    large = [one for one in found if one.has_scale or one.kind == "money"]
    for k, one in enumerate(large):
        if one.kind != "count" or not _is_left_out(stream, one):
            continue
        before = large[k - 1] if k else None
        behind = large[k + 1] if k + 1 < len(large) else None
        if before is not None and _ends_between(stream, before.j, one.i) > 1:
            before = None
        if before is None and behind is not None and not _ends_between(stream, one.j, behind.i):
            before = behind if behind.i - one.j <= _NEAR_MONEY else None
        if before is not None and before.kind == "money":
            one.kind, one.unit, one.has_noun = "money", before.unit, False


_NEAR_MONEY = 8


def _is_left_out(stream: TokenStream, one: Found) -> bool:
    """A scale word in the singular or plural with nothing behind that it is of."""
    lexicon, behind = stream.lexicon, stream.at(one.j)
    if is_of_label(stream, one):
        return False
    if not one.has_scale or stream.low(one.j - 1) not in lexicon.scales or one.value is None:
        return False
    if one.value < _MILLION or behind.low in lexicon.of or behind.kind == "n":
        return False
    return behind.kind != "w" or behind.low in lexicon.stop_words | grammar(lexicon.code).verbs


_MILLION = 10**6


def _ends_between(stream: TokenStream, start: int, end: int) -> int:
    """How many sentences end between two tokens."""
    return sum(stream.at(k).text in {".", "!", "?", BORDER} for k in range(start, end))


def read_points_before(stream: TokenStream, found: list[Found]) -> None:
    """ "um 2 Punkte auf 31 Prozent", "de 0,2 point à 7,3 %": points of what ends as a percentage."""
    lexicon = stream.lexicon
    for figure, behind in pairwise(found):
        if figure.kind != "count" or stream.low(figure.j) not in lexicon.points:
            continue
        at = figure.j + 1 + (stream.low(figure.j + 1) == ",")
        is_told = stream.low(at) in lexicon.onto and behind.kind == "percent"
        if is_told and behind.lead - at <= 2 and figure.value is not None and figure.value < 50:
            figure.j += 1
            figure.tail = figure.j
            figure.kind, figure.unit = "percent", "percentage_point"


def _may_lend(stream: TokenStream, one: Found, two: Found, k: int, found: list[Found]) -> bool:
    """ "12 Millionen, und 80 Prozent davon", "2.6 million, or 3.2 per cent": the first has its own scale."""
    if two.kind == "percent" and (one.has_scale or (one.value is not None and one.value > 1000)):
        return False
    if two.kind == "percent" and one.value and two.value and one.value > 100 >= two.value:
        return False  # "up 300 or 0.8%"
    if one.has_scale and not two.has_scale and two.kind == "money":
        return False
    between = [stream.low(at) for at in range(one.j, two.lead)]
    if between[:1] != [","]:
        return True
    # A comma alone must go on to an "and", and ", and" must come from a list.
    if len(between) == 1:
        ahead = found[k + 2] if k + 2 < len(found) else None
        return ahead is not None and _is_list(stream, two.j, ahead.lead, stream.lexicon.either)
    behind = found[k - 1] if k else None
    return behind is not None and stream.low(behind.j) == "," and one.lead == behind.j + 1


def _is_scaled_pair(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "47 Mio. nach 68 Mio. Euro": both are euros."""
    return (
        two.kind == "money"
        and one.has_scale
        and two.has_scale
        and two.lead - one.j <= 2
        and all(stream.low(k) in stream.lexicon.stop_words for k in range(one.j, two.lead))
    )


def _is_from_to(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "from 5 to 7 per cent" as a change: both are percentages."""
    lexicon = stream.lexicon
    return (
        two.lead == one.j + 1
        and stream.low(one.j) in lexicon.onto
        and stream.low(one.lead - 1) in lexicon.from_ | lexicon.by
    )


def _share_scale(stream: TokenStream, one: Found, two: Found) -> None:
    """ "zwei oder drei Millionen": both are millions."""
    last = stream.low(two.j - 1)
    for at in range(two.i, two.j):
        scale = stream.lexicon.scales.get(stream.low(at))
        if scale and scale > 1000 and last and one.value is not None:
            one.value *= scale
            one.has_scale = True
            return


def _is_list(stream: TokenStream, j: int, i: int, either: frozenset[str]) -> bool:
    """Only a comma, "or"/"and", or both part the two."""
    between = [stream.low(k) for k in range(j, i)]
    return (
        bool(between)
        and len(between) <= 2
        and all(word in either or word in {",", "/"} for word in between)
    )
