"""Read a number in words, however a language joins them: "zweihundertfünfzig", "quatre-vingt-dix"."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.compounds import compound_value
from lesart.analysis.figures.digits import HALF
from lesart.analysis.figures.lexicon import Lexicon
from lesart.analysis.figures.number import THOUSAND, Number, scale_at
from lesart.analysis.figures.token_stream import TokenStream


def words_at(stream: TokenStream, i: int) -> Number | None:
    lexicon = stream.lexicon
    if stream.tokens[i].low in lexicon.half_words:
        return _half_of_scale(stream, i, i + 1)
    if "-" in stream.tokens[i].low:
        half, _, scale_word = stream.tokens[i].low.partition("-")
        if half in lexicon.half_words and scale_word in lexicon.scales:
            scale = lexicon.scales[scale_word]
            return Number(i, i + 1, scale * HALF, True, has_scale=True, scale=scale)
    if stream.tokens[i].low in lexicon.one:
        return _from_one(stream, i)
    mixed = lexicon.mixed.get(stream.tokens[i].low)
    if mixed is not None:
        scale, j = scale_at(stream, i + 1)
        return Number(i, j, mixed * scale, True, has_scale=j > i + 1, scale=scale)
    return _sum_at(stream, i)


def _from_one(stream: TokenStream, i: int) -> Number | None:
    """ "a million", "eine halbe Million", "ein Dutzend", or a bare article."""
    lexicon = stream.lexicon
    if stream.low(i + 1) in lexicon.half_words:
        half = _half_of_scale(stream, i, i + 2)
        if half:
            return half
    if "-" in stream.low(i + 1):
        half_scale = words_at(stream, i + 1)
        if half_scale and half_scale.has_scale:
            return half_scale._replace(i=i)
    scale, j = scale_at(stream, i + 1)
    if j > i + 1:
        is_round = stream.low(j - 1) in lexicon.roundish
        value, end = _more_words(stream, scale, j)
        return Number(i, end, value, True, has_scale=True, scale=scale, is_round=is_round)
    if stream.tokens[i].low in lexicon.real_one and (
        stream.low(i + 1) in lexicon.point or stream.is_phrase(i + 1, lexicon.half_after)
    ):
        return _sum_at(stream, i)
    return Number(i, i + 1, Decimal(1), True, is_one=True)


def _half_of_scale(stream: TokenStream, i: int, at: int) -> Number | None:
    """ "half a million", "halbe Million", "demi-million"; None where no scale follows."""
    lexicon = stream.lexicon
    if stream.low(at) in lexicon.one:
        at += 1
    scale, j = scale_at(stream, at)
    if j == at:
        return None
    return Number(i, j, scale * HALF, True, has_scale=True, scale=scale)


def _more_words(stream: TokenStream, value: Decimal, j: int) -> tuple[Decimal, int]:
    """ "a hundred and fifty": what smaller words add to a scale."""
    lexicon = stream.lexicon
    half = stream.is_phrase(j, lexicon.half_after)
    if half and value >= 100:
        return value + value * HALF, j + half
    at = j + 1 if stream.low(j) in lexicon.joiners and lexicon.joins_hundreds else j
    if at < len(stream.tokens) and _word_value(stream, at) is not None:
        rest = _sum_at(stream, at)
        if rest and rest.value < value:
            return value + rest.value, rest.j
    return value, j


def _word_value(stream: TokenStream, i: int) -> Decimal | None:
    lexicon = stream.lexicon
    low = stream.low(i)
    small = lexicon.small.get(low)
    if small is not None:
        return Decimal(small)
    if lexicon.has_compounds and len(low) > 5:
        return compound_value(low)
    return None


_MOST_WORDS = 14


class _Sum:
    """Number words while they are added up: the group since the last scale, and all before it."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.scale_before: Decimal | None = None
        self.scale_last = Decimal(1)
        self.is_round = False

    def scaled(self, factor: Decimal, *, is_round: bool) -> bool:
        """Multiply by a scale word; False where it does not go on."""
        if self.scale_before is not None and factor >= self.scale_before:
            if self.group or factor <= THOUSAND:
                return False
            self.total *= factor  # "two thousand million"
        elif self.group or not self.total:
            self.total += (self.group or Decimal(1)) * factor
        else:
            self.total *= factor  # "trois cent mille millions", "mil millones"
        self.group = Decimal(0)
        self.scale_before = self.scale_last = factor
        self.is_round = is_round
        return True


def _sum_at(stream: TokenStream, i: int) -> Number | None:
    """Number words from token i on, added and multiplied as far as they go."""
    told = _Sum()
    j = i
    while j < len(stream.tokens) and j - i <= _MOST_WORDS and _goes_on_with(stream, j, i, told):
        j += 1
    if j == i:
        return None
    value, j = _with_tail(stream, told.total + told.group, j, told.scale_last)
    return Number(
        i, j, value, True, has_scale=told.scale_before is not None, scale=told.scale_last,
        is_round=told.is_round,
    )  # fmt: skip


def _goes_on_with(stream: TokenStream, j: int, i: int, told: _Sum) -> bool:
    """Take the word at j into the sum; False where it is no part of the number."""
    lexicon = stream.lexicon
    word = stream.tokens[j].low
    if word in lexicon.joiners and j > i and told.group + told.total > 0:
        following = _word_value(stream, j + 1)
        if following is None and stream.low(j + 1) in lexicon.real_one:
            following = Decimal(1)
        return following is not None and _may_join(stream, j, following, told.group, told.total)
    if word == ",":
        return _goes_on_behind_comma(stream, j, told.group, told.scale_before)
    value = _word_value(stream, j)
    if value is None and (
        _is_one_inside(stream, j, i, told.group)
        or (not told.group and _is_one_before_scale(stream, j, told.scale_before))
    ):
        value = Decimal(1)
    if value is not None:
        added = _added(told.group, value, lexicon)
        if added is None or (value == 0 and j > i):
            return False
        told.group = added
        return True
    if word in lexicon.hundred:
        return _hundreds(told, Decimal(lexicon.hundred[word]), j == i, lexicon)
    if word in lexicon.scales or (word in lexicon.collective and told.group):
        if not told.group and not told.total and word not in lexicon.bare_scale_words:
            return False
        factor = Decimal(lexicon.scales.get(word) or lexicon.collective[word])
        return told.scaled(factor, is_round=word in lexicon.roundish)
    return False


def _hundreds(told: _Sum, hundred: Decimal, is_first: bool, lexicon: Lexicon) -> bool:
    """ "two hundred" multiplies; "hundert" and "mil cien" stand by themselves."""
    if 0 < told.group < 100:
        told.group *= hundred
        return True
    if told.group or not (is_first or told.total) or (is_first and not lexicon.bare_scales):
        return False
    told.group = hundred
    return True


def _is_one_before_scale(stream: TokenStream, j: int, before: Decimal | None) -> bool:
    """ "two million one thousand": the one of a smaller scale."""
    lexicon = stream.lexicon
    if before is None or stream.low(j) not in lexicon.real_one:
        return False
    after = stream.low(j + 1)
    factor = lexicon.scales.get(after) or lexicon.hundred.get(after)
    return factor is not None and factor < before


def _goes_on_behind_comma(
    stream: TokenStream, j: int, group: Decimal, before: Decimal | None
) -> bool:
    """ "five thousand, six hundred": smaller words that end in a smaller scale."""
    if before is None or group or _word_value(stream, j + 1) is None:
        return False
    lexicon, after = stream.lexicon, stream.low(j + 2)
    factor = lexicon.scales.get(after) or lexicon.hundred.get(after)
    return factor is not None and factor < before


def _is_one_inside(stream: TokenStream, j: int, i: int, group: Decimal) -> bool:
    """The number one at the head of a number or at its end ("thirty one", "trente et un")."""
    lexicon = stream.lexicon
    word = stream.low(j)
    if j == i:
        return word in lexicon.one
    if word not in lexicon.real_one:
        return False
    is_behind_tens = group % 100 >= 20 and group % 10 == 0
    return stream.low(j - 1) in lexicon.joiners or (lexicon.joins_hundreds and is_behind_tens)


def _with_tail(stream: TokenStream, value: Decimal, j: int, scale: Decimal) -> tuple[Decimal, int]:
    """ "point five", "and a half" behind number words, then a scale."""
    lexicon = stream.lexicon
    for phrase, part in lexicon.part_after.items():
        if stream.is_phrase(j, (phrase,)):
            return value + part * scale, j + len(phrase)
    half = stream.is_phrase(j, lexicon.half_after)
    if half:
        value, j = value + HALF * scale, j + half
        more, end = scale_at(stream, j)
        return value * more, end
    if stream.low(j) in lexicon.point:
        digits = ""
        at = j + 1
        while (one := _point_digit(stream, at)) is not None and len(digits) < 6:
            digits += str(one)
            at += 1
        if digits:
            value = value + Decimal("0." + digits)
            more, end = scale_at(stream, at)
            return value * more, end
    return value, j


def _point_digit(stream: TokenStream, index: int) -> int | None:
    low = stream.low(index)
    small = stream.lexicon.small.get(low)
    if small is None and low in stream.lexicon.real_one:
        return 1
    return small if small is not None and small < 10 else None


def _may_join(
    stream: TokenStream, j: int, following: Decimal, group: Decimal, total: Decimal
) -> bool:
    """ "and" joins behind hundreds and thousands in English, "y" and "et" behind tens."""
    if stream.lexicon.joins_hundreds:
        is_behind = (group and group % 100 == 0) or (total and not group)
        return bool(is_behind) and following < 100
    return group % 100 >= 20 and group % 10 == 0 and following < 20


def _added(group: Decimal, value: Decimal, lexicon: Lexicon) -> Decimal | None:
    """What a number word makes of the group so far; None if it cannot go on."""
    if group == 0:
        return value
    rest = group % 100
    if rest == 0 and value < 100:
        return group + value
    if lexicon.counts_by_twenties and rest == 4 and value == 20:
        return group + 76
    if lexicon.counts_by_twenties and rest in (60, 80) and value < 20:
        return group + value
    if rest >= 20 and rest % 10 == 0 and 0 < value < 10:
        return group + value
    return None
