"""Find fractions, "one in five" and multiples: two thirds, jeder Fünfte, three times as many."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lesart.analysis.figures.digits import HALF
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.measures import NO_UNIT, unit_behind
from lesart.analysis.figures.multiples import multiple_at
from lesart.analysis.figures.number import Number
from lesart.analysis.figures.number_in_word import number_in_word, part_of_point
from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.qualifiers import qualify
from lesart.analysis.figures.token_stream import Found, TokenStream


def find_shares(stream: TokenStream) -> Iterator[Found]:
    for i, token in enumerate(stream.tokens):
        if not stream.hot[i] or stream.taken[i] or token.kind == "p":
            continue
        found = next((hit for form in FORMS if (hit := form(stream, i))), None)
        if found and stream.is_free(found.i, found.j):
            qualify(stream, found)
            stream.take(found.i, found.j)
            yield found


def _ratio(i: int, j: int, value: Decimal) -> Found:
    return Found(i, j, "ratio", value)


def _small_number(stream: TokenStream, i: int) -> Number | None:
    token = stream.at(i)
    if token.kind == "n" and token.text.isdecimal() and len(token.text) <= 4:
        return Number(i, i + 1, Decimal(token.text))
    if token.kind != "w":
        return None
    number = number_at(stream, i)
    return number if number and number.in_words and not number.has_scale else None


def _fraction(stream: TokenStream, i: int) -> Found | None:
    """ "zwei Drittel", "three-quarters", "ein Viertel", "1/3"."""
    lexicon = stream.lexicon
    low = stream.low(i)
    if "-" in low:
        left, _, right = low.partition("-")
        above = lexicon.small.get(left, 1 if left in lexicon.one else 0)
        below = lexicon.denominators.get(right, 0)
        is_share = 0 < above < below and low not in lexicon.ordinals
        return _ratio(i, i + 1, Decimal(above) / below) if is_share else None
    if low.endswith(("drittel", "viertel", "fünftel")) and lexicon.has_compounds:
        for ending in ("drittel", "viertel", "fünftel"):
            above = lexicon.small.get(low.removesuffix(ending), 0)
            if low.endswith(ending) and above:
                return _ratio(i, i + 1, Decimal(above) / lexicon.denominators[ending])
    if low in lexicon.needs_part and stream.low(i + 1) in lexicon.parts:
        is_known = stream.low(i - 1) in lexicon.determiners - lexicon.one
        if is_known and stream.low(i + 2) in lexicon.of:
            return _ratio(
                i, i + 2, Decimal(1) / lexicon.denominators[low]
            )  # "la tercera parte del"
    number = _small_number(stream, i)
    if number is None:
        return None
    at = number.j
    if (
        number.is_one
        and stream.low(at) in lexicon.halves
        and (stream.low(i - 1) in lexicon.joiners)
    ):
        return None
    if stream.at(at).text in {"-", "‑"} and stream.touches(at):
        at += 1
    if number.value and stream.low(at) == "quarters" and lexicon.quarter_lead:
        is_led = stream.low(i - 1) in lexicon.quarter_lead and stream.low(at + 1) not in lexicon.of
        if number.value == 2 or number.value >= 4 or is_led:
            return Found(i, at + 1, "duration", number.value, unit="quarter")
    if number.value and stream.low(at) in lexicon.denominators:
        below = lexicon.denominators[stream.low(at)]
        if number.value >= below * 2 or (number.is_one and not _is_share(stream, at)):
            return None
        if stream.at(at).text.islower() and lexicon.is_noun_capitalised:
            return None
        if stream.low(at + 1) in lexicon.not_after_share:
            return None
        end = at + 1
        if stream.low(at) in lexicon.needs_part:
            if stream.low(end) not in lexicon.parts:
                return None
            end += 1
        return _scaled(stream, _ratio(i, end, number.value / below))
    return _slashed(stream, i)


def _scaled(stream: TokenStream, found: Found) -> Found:
    """ "three quarters of a million" is a number again, "a fifth of a second" a time."""
    lexicon = stream.lexicon
    at = found.j + (stream.low(found.j) in lexicon.of)
    at += stream.low(at) in lexicon.one
    if at == found.j and lexicon.is_noun_capitalised and found.value is not None:
        direct = lexicon.units.get(stream.low(at))  # "drei Viertel Liter"
        if direct and stream.at(at).text[0].isupper():
            return Found(found.i, at + 1, direct.kind, found.value, unit=direct.name)
    if at == found.j or found.value is None:
        return found
    percent = stream.phrase_at(at, lexicon.percent_by_first)
    if percent:  # "a quarter of a percentage point"
        name = lexicon.percent[percent]
        return Found(found.i, at + len(percent), "percent", found.value, unit=name)
    if stream.low(at - 1) in lexicon.one and found.j == found.i + 1 and found.value == HALF:
        whole = unit_behind(stream, at)  # "half a cubic metre", "half a cent"
        if whole.unit is not NO_UNIT and whole.unit.kind != "duration":
            name, value = whole.unit.name, found.value * whole.factor
            return Found(found.i, whole.at, whole.unit.kind, value, unit=name)
    scale, part = lexicon.scales.get(stream.low(at)), lexicon.units.get(stream.low(at))
    if scale and stream.low(at - 1) in lexicon.one:
        return Found(found.i, at + 1, "count", found.value * scale, has_scale=True)
    if part:
        return Found(found.i, at + 1, part.kind, found.value, unit=part.name)
    return found


_IN_A_ROW = {"straight", "consecutive", "successive", "time"}


_ABLE = {"pourrait", "peut", "pourra", "devrait", "podría", "puede", "podrá", "debería"}


def _is_share(stream: TokenStream, at: int) -> bool:
    """ "a third" is a share unless an ordinal's noun follows ("a third man")."""
    after = stream.at(at + 1)
    lexicon = stream.lexicon
    if after.low in _IN_A_ROW:
        return False  # "for a fourth straight month"
    if lexicon.is_noun_capitalised or (
        stream.low(at) in lexicon.needs_part and after.low in lexicon.parts
    ):
        return True
    if after.low in lexicon.of or after.kind != "w":
        return True
    known = grammar(lexicon.code)
    if known.shape == "determined" and stream.low(at) not in {
        *lexicon.ordinals,
        *lexicon.needs_part,
    }:
        return True  # "un tercio sigue fuera"
    if known.shape == "determined" and after.low in known.auxiliaries | _ABLE:
        return True  # "un cinquième pourrait disparaître"
    return (after.low in lexicon.stop_words and after.low not in {"time"}) or (
        after.low in {"more", "less", "fewer", "higher", "lower"}
    )


def _slashed(stream: TokenStream, i: int) -> Found | None:
    texts = [stream.at(i + k).text for k in range(3)]
    if texts[1] != "/" or not (texts[0].isdecimal() and texts[2].isdecimal()):
        return None
    if not (stream.touches(i + 1) and stream.touches(i + 2)) or stream.touches(i):
        return None
    if stream.at(i - 1).kind == "n" and stream.gap(i) == " ":
        return None
    above, below = int(texts[0][:4]), int(texts[2][:4])
    if not 0 < above < below <= 10 or stream.at(i + 3).text == "/":
        return None
    return _ratio(i, i + 3, Decimal(above) / below)


def _half(stream: TokenStream, i: int) -> Found | None:
    """ "die Hälfte", "nearly half of", "half the voters", "la moitié"."""
    lexicon = stream.lexicon
    value = lexicon.halves.get(stream.low(i))
    if value is None:
        return None
    number = number_at(stream, i) if stream.low(i) in lexicon.half_words else None
    if number and number.has_scale:
        return None
    if "and" in (stream.low(i - 1), stream.low(i - 2)) and stream.is_phrase(
        i - 1 - (stream.low(i - 1) in lexicon.one), lexicon.half_after
    ):
        return None
    if stream.is_phrase(i - 1, lexicon.not_halves) or stream.is_phrase(i, lexicon.not_halves):
        return None
    before, after = stream.low(i - 1), stream.low(i + 1)
    if (
        before in lexicon.ordinals
        or before in lexicon.not_before_half
        or (stream.at(i - 1).kind == "n")
    ):
        return None
    if lexicon.has_half_article and before == "a" and after not in lexicon.of:
        return None
    if lexicon.has_half_article and after in {
        "an",
        "hour",
        "time",
        "way",
        "past",
        "brother",
        "sister",
        "-",
    }:
        if not (after == "an" and stream.low(i + 2) == "hour"):
            return None
        return Found(i, i + 3, "duration", Decimal("0.5"), unit="hour")
    scaled = _scaled(stream, _ratio(i, i + 1, value))
    if lexicon.has_half_article and before in lexicon.one and scaled.kind == "ratio":
        scaled.i = scaled.lead = i
    return scaled


def _half_unit(stream: TokenStream, i: int) -> Found | None:
    """ "eine halbe Stunde", "half an hour", "media hora", "une demi-heure"."""
    lexicon = stream.lexicon
    low = stream.low(i)
    if "-" in low:
        head, _, rest = low.partition("-")
        unit = lexicon.units.get(rest)
        if head in lexicon.half_words and unit:
            start = i - 1 if stream.low(i - 1) in lexicon.one else i
            return Found(start, i + 1, unit.kind, Decimal("0.5"), unit=unit.name)
    if (
        low not in lexicon.half_words
        or stream.low(i - 1) in lexicon.joiners
        or (stream.low(i - 2) in lexicon.joiners and stream.low(i - 1) in lexicon.one)
    ):
        return None
    at = i + 1 + (stream.low(i + 1) in lexicon.one)
    start = i - 1 if stream.low(i - 1) in lexicon.one else i
    percent = stream.phrase_at(at, lexicon.percent_by_first)
    if percent:
        return Found(
            start, at + len(percent), "percent", Decimal("0.5"), unit=lexicon.percent[percent]
        )
    unit = lexicon.units.get(stream.low(at))
    if not unit:
        return None
    return Found(start, at + 1, unit.kind, Decimal("0.5"), unit=unit.name)


def _each(stream: TokenStream, i: int) -> Found | None:
    """ "jeder Fünfte", "every third"."""
    lexicon = stream.lexicon
    if stream.low(i) not in lexicon.each:
        return None
    at = i + 1
    number = lexicon.ordinals.get(stream.low(at), 0)
    j = at + 1
    token = stream.at(at)
    if token.kind == "n" and token.text.isdecimal() and len(token.text) <= 4:
        if stream.low(at + 1) in lexicon.ordinal_signs or (
            lexicon.dot_is_ordinal and stream.low(at + 1) == "."
        ):
            number, j = int(token.text), at + 2
    if number < 2:
        return None
    after = stream.low(j)
    if after in lexicon.units and lexicon.units[after].kind == "duration":
        return None
    return _ratio(i, j, Decimal(1) / number)


def _one_in(stream: TokenStream, i: int) -> Found | None:
    """ "one in five", "drei von vier", "un Français sur cinq", "uno de cada diez"."""
    lexicon = stream.lexicon
    number = _small_number(stream, i)
    if number is None or number.value < 1 or number.value > 99:
        return None
    if number.is_one and stream.low(i) in lexicon.articles:
        return None
    one_in = sorted(lexicon.one_in, key=len, reverse=True)
    for at in (number.j, number.j + 1, number.j + 2):
        if at > number.j and stream.at(at - 1).kind != "w":
            return None
        joined = stream.is_phrase(at, one_in)
        if joined:
            has_noun = at > number.j
            below = _small_number(stream, at + joined)
            found = None
            # German "einer von 1.200 Gästen" is no rate, but one of them.
            if below is None and number.value == 1 and not lexicon.one_of_is_member:
                found = _one_in_many(stream, i, at + joined, has_noun=has_noun)
            elif below and not below.is_one and number.value < below.value <= 1000:
                if _is_plain_in(stream, number, below, at - number.j):
                    found = _ratio(i, below.j, number.value / below.value)
            if found and has_noun:
                end = stream.tokens[at - 1].end
                found.noun = stream.text[stream.tokens[number.j].start : end]
            return found
        if not lexicon.noun_in_one_in and not (
            number.value == 1 and stream.low(i) in lexicon.real_one and lexicon.one_counts
        ):
            return None
    return None


def _one_in_many(stream: TokenStream, i: int, at: int, *, has_noun: bool) -> Found | None:
    """ "1 in 3.5 million", "une personne sur 10 000"; "un parc sur 4 000 hectares" is none."""
    below = number_at(stream, at)
    if below is None or stream.low(at) in stream.lexicon.one or below.value < 1000:
        return None
    after, lexicon = stream.at(below.j), stream.lexicon
    if after.low in lexicon.units or after.low in lexicon.currencies:
        return None
    if has_noun and after.kind == "w" and after.low not in lexicon.stop_words:
        return None
    return _ratio(i, below.j, Decimal(1) / below.value)


def _is_plain_in(stream: TokenStream, number: Number, below: Number, gap: int) -> bool:
    """ "five in 10 minutes" and "two in 2008" are none; "one in five people" is."""
    lexicon = stream.lexicon
    after = stream.low(below.j)
    if after in lexicon.units and after not in {"night"}:
        return False
    if after in lexicon.months or stream.low(below.j) in {"%", "€", "percent"}:
        return False
    return below.in_words == number.in_words or number.in_words or below.value in (
        10, 100, 1000,
    )  # fmt: skip


FORMS = (part_of_point, number_in_word, _half_unit, _fraction, _half, _each, _one_in, multiple_at)
