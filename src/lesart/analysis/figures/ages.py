"""Read numbers that are ages without saying so: "aged seven and nine", "Mitte 50", "as young as six"."""

from __future__ import annotations

from lesart.analysis.figures.reading import Found, Reading

_OLDEST = 125


def read_ages(reading: Reading, found: list[Found]) -> None:
    """Make durations of the counts that a word of age stands before, and of those listed behind."""
    lexicon = reading.lexicon
    before: Found | None = None
    for figure in found:
        if figure.kind == "count" and not figure.unit and _may_be_age(figure):
            if _is_led(reading, figure) or (before and _goes_on(reading, before, figure)):
                figure.kind, figure.unit, figure.has_noun = "duration", "year", False
                before = figure
                continue
            if _is_about(reading, figure):
                figure.kind, figure.unit, figure.has_noun = "duration", "year", False
                figure.qualifier = "approx"
                figure.lead = figure.i - 1
        before = None
    if lexicon.of_age:
        found[:] = [figure for figure in found if not _belongs_to_person(reading, figure)]


def _may_be_age(figure: Found) -> bool:
    top = figure.value if figure.value is not None else figure.high
    return top is not None and 0 <= top < _OLDEST and not figure.has_scale


def _is_led(reading: Reading, figure: Found) -> bool:
    lexicon = reading.lexicon
    at = figure.lead
    if reading.low(at - 1) in lexicon.between_ages:
        at -= 1
    return bool(reading.phrase_before(at, lexicon.age_lead_by_last))


def _goes_on(reading: Reading, before: Found, figure: Found) -> bool:
    between = [reading.low(k) for k in range(before.j, figure.lead)]
    either = reading.lexicon.either | {","}
    return 0 < len(between) <= 2 and all(word in either for word in between)


def _is_about(reading: Reading, figure: Found) -> bool:
    """ "Mitte 50", "Anfang dreißig": tens of years of life."""
    value = figure.value
    if value is None or value % 10 or not 20 <= value <= 90:
        return False
    behind = reading.at(figure.j)
    is_bare = behind.kind != "w" or behind.low in reading.lexicon.stop_words
    return reading.low(figure.i - 1) in reading.lexicon.age_parts and is_bare


def _belongs_to_person(reading: Reading, figure: Found) -> bool:
    """ "ein Mann von 72": like an age in brackets, it tells who somebody is."""
    lexicon = reading.lexicon
    return (
        figure.kind == "count"
        and _may_be_age(figure)
        and figure.value is not None
        and reading.low(figure.lead - 1) in lexicon.of
        and reading.low(figure.lead - 2) in lexicon.of_age
        and (
            reading.at(figure.j).kind != "w"
            or (reading.at(figure.j).text.islower() and reading.low(figure.j) not in lexicon.units)
        )
    )
