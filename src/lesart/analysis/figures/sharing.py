"""Lend a unit to its neighbours: "3, 4 und 5 Prozent", "47 Mio. nach 68 Mio. Euro"."""

from __future__ import annotations

from itertools import pairwise

from lesart.analysis.figures.reading import Found, Reading
from lesart.analysis.figures.tokens import BORDER


def read_points(reading: Reading, found: list[Found]) -> None:
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


def imply_percent(reading: Reading, found: list[Found]) -> None:
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
        is_near = len(words) < 12 and not any(
            token.text in {".", "!", "?", BORDER} for token in words
        )
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
        is_list = _is_list(reading, one.j, two.lead, either)
        if not is_list and not _is_from_to(reading, one, two):
            continue
        if not _may_lend(reading, one, two, k, found):
            continue
        if two.unit:
            one.kind, one.unit = two.kind, two.unit
        if two.has_scale and not one.has_scale and one.value and two.value and one.value < 1000:
            _share_scale(reading, one, two)


def _may_lend(reading: Reading, one: Found, two: Found, k: int, found: list[Found]) -> bool:
    """ "12 Millionen, und 80 Prozent davon", "2.6 million, or 3.2 per cent": the first has its own scale."""
    if two.kind == "percent" and (one.has_scale or (one.value is not None and one.value > 1000)):
        return False
    if one.has_scale and not two.has_scale and two.kind == "money":
        return False
    between = [reading.low(at) for at in range(one.j, two.lead)]
    if between[:1] != [","]:
        return True
    # A comma alone must go on to an "and", and ", and" must come from a list.
    if len(between) == 1:
        ahead = found[k + 2] if k + 2 < len(found) else None
        return ahead is not None and _is_list(
            reading, two.j, ahead.lead, reading.lexicon.either
        )
    behind = found[k - 1] if k else None
    return behind is not None and reading.low(behind.j) == "," and one.lead == behind.j + 1


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
