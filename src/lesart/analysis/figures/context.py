"""Whether the sentence stands by a change, or denies it."""

from __future__ import annotations

from itertools import takewhile

from lesart.analysis.figures.changes import ENDS, change_before
from lesart.analysis.figures.negating import is_denied, is_negation
from lesart.analysis.figures.reading import Found, Reading


def stands_by(reading: Reading, figure: Found, change: str) -> str:
    """`change` as far as the sentence stands by it: none where it is denied, "to" where a level is passed."""
    if not change or _is_denied(reading, figure):
        return ""
    is_level = any(reading.low(at) in reading.lexicon.levels for at in range(figure.lead, figure.i))
    before = reading.low(figure.lead - 1)
    if figure.kind == "duration" and change.endswith("_by") and before not in reading.lexicon.by:
        return ""  # "grew two days later"
    if change == "from" and before in reading.lexicon.by and _is_difference(reading, figure):
        return f"{change_before(reading, figure.lead)[0]}_by".removeprefix("_by")
    if is_level and change.endswith("_by") and before not in reading.lexicon.by:
        return change.removesuffix("by") + "to"  # "fell below 28"
    return change


def _is_difference(reading: Reading, figure: Found) -> bool:
    """ "augmenté de 5 % (à 30 euros)" where "de" may say both; "passé de 5 % à 7 %" goes from there."""
    _, verb = change_before(reading, figure.lead)
    if reading.low(verb) in reading.lexicon.moves:
        return False
    if reading.low(figure.tail) not in reading.lexicon.onto:
        return True
    unit = reading.at(figure.j - 1)
    behind = takewhile(lambda token: token.text not in ENDS, reading.tokens[figure.tail :])
    return unit.kind != "n" and all(token.low != unit.low for token in behind)


def _is_denied(reading: Reading, figure: Found) -> bool:
    """ "did not fall by 5", "not by 5 but by 6", "sind nicht um 5 Prozent gestiegen"."""
    if is_denied(reading, figure.lead - 1, 1):
        return True
    direction, verb = change_before(reading, figure.lead)
    if direction:
        # "fiel nicht unter 28": the negation may be a part of the qualifier.
        return is_denied(reading, verb) or is_negation(reading, reading.at(verb + 1))
    late = reading.lexicon.late_rise | reading.lexicon.late_fall
    for at in range(figure.tail, min(len(reading.tokens), figure.tail + 12)):
        token = reading.tokens[at]
        if token.text in ENDS:
            return False
        if token.low in late:
            return is_denied(reading, at)
    return False
