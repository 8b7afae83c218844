"""Turn numbers into counts, money, percentages, durations, distances and measures, and their ranges."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from lesart.analysis.figures.changes import is_moving
from lesart.analysis.figures.numbers import HALF, Number, number_at
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.reading import Found, Reading
from lesart.analysis.figures.units import (
    CASED,
    CODES,
    CURRENCY_LETTERS,
    CURRENCY_SIGNS,
    SIGNS,
    Unit,
)
from lesart.model import FigureKind

DASHES = {"-", "–", "—", "‑", "−"}
NO_UNIT = Unit("count", "")


class Company(NamedTuple):
    """The unit that stands with a number, and where it begins or ends."""

    unit: Unit
    at: int
    factor: Decimal = Decimal(1)


def find_quantities(reading: Reading) -> list[Found]:
    """Every number with its unit that no other finder has taken, in order."""
    found: list[Found] = []
    i = 0
    while i < len(reading.tokens):
        if reading.taken[i] or reading.tokens[i].kind not in "nwp":
            i += 1
            continue
        number = (
            number_at(reading, i) if reading.tokens[i].kind != "p" else _sign_number(reading, i)
        )
        if number is None or not reading.is_free(number.i, number.j):
            i += 1
            continue
        made = _quantity(reading, number)
        for figure in made:
            reading.take(figure.i, figure.j)
        found.extend(made)
        i = max(i + 1, made[-1].j if made else number.j if not number.is_one else i + 1)
    share_units(reading, found)
    _read_points(reading, found)
    _imply_percent(reading, found)
    return found


def _is_name(reading: Reading, number: Number) -> bool:
    """ "4chan", "5G", "3D": letters glued on behind that are no unit."""
    behind = reading.at(number.j)
    return (
        not number.in_words
        and not number.has_scale
        and behind.kind in ("w", "x")
        and reading.touches(number.j)
        and unit_behind(reading, number.j).unit is NO_UNIT
        and reading.tokens[number.i].kind == "n"
    )


def _unit_of(reading: Reading, number: Number) -> Company:
    """The unit behind a number; behind a scale "de" may stand between ("milliards d'euros")."""
    lexicon = reading.lexicon
    if number.has_scale and reading.low(number.j) in lexicon.scale_joins:
        behind = unit_behind(reading, number.j + 1)
        if behind.unit is not NO_UNIT:
            return behind
    return unit_behind(reading, number.j)


def _sign_number(reading: Reading, i: int) -> Number | None:
    from lesart.analysis.figures.numbers import FRACTION_SIGNS

    value = FRACTION_SIGNS.get(reading.low(i))
    return Number(i, i + 1, value) if value is not None else None


def _quantity(reading: Reading, number: Number) -> list[Found]:
    if number.is_one and not _is_real_one(reading, number):
        return []
    if _is_name(reading, number):
        reading.take(number.i, number.j + 1)
        return []
    ranged = _range(reading, number)
    if ranged:
        return [ranged]
    behind = _unit_of(reading, number)
    money = money_before(reading, number.i)
    if money:
        behind = _money_tail(reading, number.j, money)
        number = _scale_after_dash(reading, number, behind)
    figure = _single(reading, number, behind, money)
    qualify(reading, figure)
    if number.is_round and figure.qualifier == "exact":
        figure.qualifier = "approx"
    return [figure]


def _scale_after_dash(reading: Reading, number: Number, behind: Company) -> Number:
    """ "$5-billion" carries its scale behind a hyphen."""
    at = number.j
    if not number.has_scale and reading.low(at) in DASHES and reading.touches(at):
        scale = reading.lexicon.scales.get(reading.low(at + 1))
        if scale and reading.touches(at + 1):
            return number._replace(j=at + 2, value=number.value * scale, has_scale=True)
    return number


def _money_tail(reading: Reading, j: int, money: Company) -> Company:
    """A currency's name repeated behind "$5 (US)" adds nothing."""
    return Company(money.unit, j)


def _single(reading: Reading, number: Number, behind: Company, money: Company | None) -> Found:
    i, j, value = number.i, number.j, number.value
    unit = NO_UNIT
    if money:
        i, unit = money.at, money.unit
    elif behind.unit is not NO_UNIT:
        unit, j, value = behind.unit, behind.at, value * behind.factor
        below = reading.is_phrase(j, reading.lexicon.below_zero)
        if below and unit.name.startswith("degree"):
            value, j = -value, j + below
        half = reading.is_phrase(j, reading.lexicon.half_after)
        if half and unit.kind in ("duration", "distance", "measure"):
            value, j = value + HALF, j + half
        value, unit, j = _inches(reading, value, unit, j)
    i, value = _minus(reading, i, value, unit)
    figure = Found(i, j, unit.kind, value, unit=unit.name, has_scale=number.has_scale)
    return figure


def _inches(reading: Reading, value: Decimal, unit: Unit, j: int) -> tuple[Decimal, Unit, int]:
    """5ft 11in is one length: 71 inches."""
    if unit.name != "foot":
        return value, unit, j
    rest = reading.at(j)
    if rest.kind == "n" and rest.text.isdecimal() and int(rest.text[:3]) < 12:
        behind = unit_behind(reading, j + 1)
        if behind.unit.name == "inch":
            return value * 12 + Decimal(int(rest.text)), behind.unit, behind.at
    return value, unit, j


def _minus(reading: Reading, i: int, value: Decimal, unit: Unit) -> tuple[int, Decimal]:
    lexicon = reading.lexicon
    before = reading.at(i - 1)
    if before.low in lexicon.minus and len(reading.phrase_before(i, lexicon.before_by_last)) < 2:
        return i - 1, -value
    if before.text in {"-", "−", "–"} and reading.touches(i) and not reading.touches(i - 1):
        return i - 1, -value
    return i, value


def _is_real_one(reading: Reading, number: Number) -> bool:
    """ "ein Prozent", "one person": an article that counts."""
    lexicon = reading.lexicon
    word = reading.low(number.i)
    behind = unit_behind(reading, number.j)
    after = reading.at(number.j)
    before = reading.low(number.i - 1)
    if behind.unit.kind in ("percent", "money", "distance", "measure"):
        return word not in {"a", "an"} or not _is_rate(reading, number.i)
    if behind.unit.kind == "duration":
        if reading.is_phrase(behind.at, lexicon.half_after):
            return True
        if word in lexicon.real_one:
            return lexicon.one_counts and before not in lexicon.one_stop_before
        return before in lexicon.length_lead and not _is_rate(reading, number.i)
    if not lexicon.one_counts or word not in lexicon.real_one:
        return False
    return (
        after.kind == "w"
        and reading.gap(number.j) == " "
        and after.low not in lexicon.one_stop
        and after.low not in lexicon.stop_words
        and before not in lexicon.one_stop_before
        and after.low not in lexicon.ordinals
    )


def _is_rate(reading: Reading, i: int) -> bool:
    """ "$5 a barrel": the article says per what, not how many."""
    before = reading.at(i - 1)
    return (
        before.kind == "n"
        or before.low in reading.lexicon.currencies
        or (before.low in reading.lexicon.scales)
        or before.low in reading.lexicon.units
        or before.low in {"times", "twice", "once", "cents"}
    )


# ------------------------------------------------------------------ units and money


def unit_behind(reading: Reading, j: int) -> Company:
    """The unit that begins at token j; a hyphen may stand between, or nothing ("25jährige")."""
    lexicon = reading.lexicon
    token = reading.at(j)
    if not token.kind or reading.taken[j]:
        return Company(NO_UNIT, j)
    if token.text in {"-", "‑"} and reading.touches(j) and reading.touches(j + 1):
        return _hyphenated_unit(reading, j)
    if reading.touches(j) and len(token.low) > 6 and lexicon.is_noun_capitalised:
        glued = _hyphenated_unit(reading, j - 1)
        if glued.unit is not NO_UNIT:
            return glued
    percent = reading.phrase_at(j, lexicon.percent_by_first)
    if percent:
        return Company(Unit("percent", lexicon.percent[percent]), j + len(percent))
    phrase = reading.phrase_at(j, lexicon.units_by_first)
    if phrase:
        return Company(lexicon.unit_phrases[phrase], j + len(phrase))
    currency = _currency_behind(reading, j)
    if currency:
        return currency
    if token.low in lexicon.units and not _is_unit_a_noun(reading, j):
        return Company(lexicon.units[token.low], j + 1)
    return _sign_behind(reading, j)


def _is_unit_a_noun(reading: Reading, j: int) -> bool:
    """Capital letters decide in German: "Morgen" and "morgen", "Pfund"."""
    token = reading.at(j)
    return reading.lexicon.is_noun_capitalised and token.text.islower() and len(token.text) > 3


def _hyphenated_unit(reading: Reading, j: int) -> Company:
    """ "20-jährige", "34-year-old", "500-Kilometer-Marsch": the unit within a compound."""
    lexicon = reading.lexicon
    word = reading.low(j + 1)
    stem = word.split("-")[0]
    for length in (len(stem), len(stem) - 1, len(stem) - 2):
        name = lexicon.unit_adjectives.get(stem[:length]) if length > 2 else None
        if name:
            kind: FigureKind = "percent" if name == "percent" else _kind_of(name)
            return Company(Unit(kind, name), j + 2)
    known = lexicon.units.get(stem) or SIGNS.get(stem)
    if (known and "-" in word) or (known and stem == word):
        return Company(known, j + 2)
    currency = lexicon.currencies.get(stem)
    if currency:
        return Company(Unit("money", currency), j + 2)
    if (stem,) in lexicon.percent:
        return Company(Unit("percent", lexicon.percent[(stem,)]), j + 2)
    return Company(NO_UNIT, j)


def _kind_of(name: str) -> FigureKind:
    from lesart.analysis.figures.units import unit

    return unit(name).kind


def _currency_behind(reading: Reading, j: int) -> Company | None:
    lexicon = reading.lexicon
    token = reading.at(j)
    sign = CURRENCY_SIGNS.get(token.text)
    if sign:
        return Company(Unit("money", sign), j + 1)
    phrase = reading.phrase_at(j, lexicon.currencies_by_first)
    if phrase:
        name = " ".join(phrase)
        factor = Decimal("0.01") if name in lexicon.hundredths else Decimal(1)
        return Company(Unit("money", lexicon.currencies[name]), j + len(phrase), factor)
    if token.text in CODES:
        return Company(Unit("money", token.text), j + 1)
    if token.text == "US" and reading.at(j + 1).text == "$":
        return Company(Unit("money", "USD"), j + 2)
    return None


def _sign_behind(reading: Reading, j: int) -> Company:
    token = reading.at(j)
    known = SIGNS.get(token.low)
    is_square = reading.at(j + 1).text in {"²", "³"}
    if known is None or reading.at(j - 1).kind not in "n":
        return Company(NO_UNIT, j)
    if token.low in CASED and not _is_cased_right(token.text, reading.touches(j)):
        return Company(NO_UNIT, j)
    if is_square:
        both = SIGNS.get(token.low + reading.at(j + 1).text)
        return Company(both, j + 2) if both else Company(NO_UNIT, j)
    return Company(known, j + 1)


def _is_cased_right(text: str, touches: bool) -> bool:
    if text in {"W", "V", "MW"}:
        return True
    if text in {"in", "s", "h", "l", "min"} and not touches:
        return text in {"h", "l", "min"}
    return text.islower() and text not in {"w", "v", "mw"}


def money_before(reading: Reading, i: int) -> Company | None:
    """ "$", "US$", "EUR" right before token i."""
    before = reading.at(i - 1)
    sign = CURRENCY_SIGNS.get(before.text)
    if sign:
        letters = reading.at(i - 2)
        if before.text == "$" and reading.touches(i - 1):
            if letters.kind == "w" and letters.low in CURRENCY_LETTERS:
                return Company(Unit("money", CURRENCY_LETTERS[letters.low]), i - 2)
        # "5 € 30 Cent" and "20$ 30": the sign belongs to what stands before it
        if letters.kind == "n" and reading.touches(i - 1) and not reading.touches(i):
            return None
        return Company(Unit("money", sign), i - 1)
    if before.text in CODES and reading.at(i - 2).kind != "n":
        return Company(Unit("money", before.text), i - 1)
    return None


# ------------------------------------------------------------------ ranges


def _range(reading: Reading, first: Number) -> Found | None:
    """ "zwischen 3 und 5 Prozent", "20.000 bis 30.000", "$5-10m", "20.–30.000"."""
    lexicon = reading.lexicon
    start_money = money_before(reading, first.i)
    left = start_money.at if start_money else first.i
    middle = unit_behind(reading, first.j)
    joint = middle.at if middle.unit is not NO_UNIT else first.j
    opened = _opening(reading, left)
    end = _joint(reading, joint, lexicon.range_open.get(opened, frozenset()))
    if end < 0:
        return None
    money = CURRENCY_SIGNS.get(reading.at(end).text)
    at = end + 1 if money else end
    if reading.at(at).kind not in "nw" or not reading.is_free(at, at + 1):
        return None
    second = number_at(reading, at)
    if second is None or second.is_one:
        return None
    return _joined(reading, first, second, opened, left, start_money, middle)


def _opening(reading: Reading, left: int) -> tuple[str, ...]:
    for size in (2, 1):
        words = tuple(reading.low(left - k) for k in range(size, 0, -1))
        if words in reading.lexicon.range_open:
            return words
    return ()


def _joint(reading: Reading, j: int, joins: frozenset[str]) -> int:
    """Past what joins the ends of a range; -1 where nothing does."""
    token = reading.at(j)
    if token.low in joins or token.low in reading.lexicon.to:
        at = j + 1
        while (reading.low(at),) in reading.lexicon.before or reading.low(at) in {"zu", "up"}:
            at += 1
        return at
    if token.text == "." and reading.at(j + 1).text in DASHES and reading.touches(j):
        return j + 2 if reading.touches(j + 1) else -1
    if token.text in DASHES and token.text != "—":
        if reading.touches(j) == reading.touches(j + 1):
            return j + 1
    return -1


def _joined(
    reading: Reading, first: Number, second: Number, opened: tuple[str, ...], left: int,
    start_money: Company | None, middle: Company,
) -> Found | None:  # fmt: skip
    low, high = first.value * middle.factor, second.value
    behind = _unit_of(reading, second)
    money = start_money or money_before(reading, second.i)
    if low < high and not first.has_scale and second.has_scale and middle.unit is NO_UNIT:
        if low * second.scale < high:
            low *= second.scale
    elif _is_short_thousand(reading, first, second):
        low *= 1000
    high *= behind.factor
    if middle.unit is NO_UNIT:
        low *= behind.factor
    unit = money.unit if money else behind.unit
    if middle.unit is not NO_UNIT and unit.name != middle.unit.name:
        return None
    figure_lead = left - len(opened)
    if not low < high or (not opened and _is_no_range(reading, first, second, unit)):
        return None
    if reading.low(second.i - 1) in reading.lexicon.onto and is_moving(reading, figure_lead):
        if opened or middle.unit is not NO_UNIT:
            return None
    j = second.j if money else behind.at
    figure = Found(left, j, unit.kind, None, low, high, qualifier="range", unit=unit.name)
    figure.has_scale = second.has_scale
    figure.lead = figure_lead
    return figure


def _is_short_thousand(reading: Reading, first: Number, second: Number) -> bool:
    """ "20.–30.000": the full stop stands for the same thousands."""
    return reading.at(first.j).text == "." and second.value >= 1000 > first.value


def _is_no_range(reading: Reading, first: Number, second: Number, unit: Unit) -> bool:
    """ "2-1" between numbers of one digit is a result when sport is spoken of."""
    from lesart.analysis.figures.scores import is_sport

    if reading.at(first.j).text not in DASHES or unit is not NO_UNIT:
        return False
    return is_sport(reading, first.i)


def _read_points(reading: Reading, found: list[Found]) -> None:
    """ "32,8 Prozent, 2,1 Punkte weniger": points behind a percentage are percentage points."""
    lexicon = reading.lexicon
    for before, figure in pairwise(found):
        if figure.kind != "count" or reading.low(figure.j) not in lexicon.points:
            continue
        is_small = figure.value is not None and figure.value < 50
        is_told = reading.low(figure.lead - 1) in lexicon.by | lexicon.by_itself or (
            reading.low(figure.j + 1) in lexicon.than_more
        )
        if before.kind == "percent" and is_small and is_told and figure.i - before.j < 14:
            figure.j += 1
            figure.tail = figure.j
            figure.kind, figure.unit = "percent", "percentage_point"


def _imply_percent(reading: Reading, found: list[Found]) -> None:
    """ "49.3 percent, her rival 49.2": a bare decimal behind a percentage in the same sentence."""
    lexicon = reading.lexicon
    for before, figure in pairwise(found):
        if figure.kind != "count" or before.kind != "percent" or before.unit != "percent":
            continue
        value, behind = figure.value, reading.at(figure.j)
        if value is None or figure.has_scale or value > 100 or value == int(value):
            continue
        is_bare = behind.kind != "w" or behind.low in lexicon.stop_words or reading.taken[figure.j]
        words = reading.tokens[before.j : figure.i]
        is_near = len(words) < 12 and not any(token.text in {".", "!", "?"} for token in words)
        if is_bare and is_near and words[-1:] and words[-1].low not in lexicon.onto:
            figure.kind, figure.unit = "percent", "percent"


def share_units(reading: Reading, found: list[Found]) -> None:
    """ "3, 4 und 5 Prozent": members of an enumeration share the unit or scale of the last."""
    either = reading.lexicon.either
    for k in range(len(found) - 2, -1, -1):
        one, two = found[k], found[k + 1]
        if one.unit or one.kind != "count":
            continue
        if _is_scaled_pair(reading, one, two):
            one.kind, one.unit = two.kind, two.unit
            continue
        if not _is_list(reading, one.j, two.lead, either) and not _is_from_to(reading, one, two):
            continue
        if two.unit:
            one.kind, one.unit = two.kind, two.unit
        if two.has_scale and not one.has_scale and one.value and two.value and one.value < 1000:
            _share_scale(reading, one, two)


def _is_scaled_pair(reading: Reading, one: Found, two: Found) -> bool:
    """ "47 Mio. nach 68 Mio. Euro": both are euros."""
    return (
        two.kind == "money"
        and one.has_scale
        and two.has_scale
        and two.lead - one.j <= 2
        and all(reading.low(k) in reading.lexicon.stop_words for k in range(one.j, two.lead))
    )


def _is_from_to(reading: Reading, one: Found, two: Found) -> bool:
    """ "from 5 to 7 per cent" as a change: both are percentages."""
    lexicon = reading.lexicon
    return (
        two.lead == one.j + 1
        and reading.low(one.j) in lexicon.onto
        and reading.low(one.lead - 1) in lexicon.from_
    )


def _share_scale(reading: Reading, one: Found, two: Found) -> None:
    """ "zwei oder drei Millionen": both are millions."""
    last = reading.low(two.j - 1)
    for at in range(two.i, two.j):
        scale = reading.lexicon.scales.get(reading.low(at))
        if scale and scale > 1000 and last and one.value is not None:
            one.value *= scale
            one.has_scale = True
            return


def _is_list(reading: Reading, j: int, i: int, either: frozenset[str]) -> bool:
    """Only a comma, "or"/"and", or both part the two."""
    between = [reading.low(k) for k in range(j, i)]
    return (
        bool(between)
        and len(between) <= 2
        and all(word in either or word in {",", "/"} for word in between)
    )
