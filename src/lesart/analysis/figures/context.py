"""Whether the sentence stands by a change, or denies it."""

from __future__ import annotations

from itertools import takewhile

from lesart.analysis.figures.changes import ENDS, change_before
from lesart.analysis.figures.negation import is_denied, is_negation
from lesart.analysis.figures.token_stream import Found, TokenStream


def stands_by(stream: TokenStream, figure: Found, change: str) -> str:
    """`change` as far as the sentence stands by it: none where it is denied, "to" where a level is passed."""
    if not change or _is_denied(stream, figure):
        return ""
    is_level = any(stream.low(at) in stream.lexicon.levels for at in range(figure.lead, figure.i))
    before = stream.low(figure.lead - 1)
    if figure.kind == "duration" and change.endswith("_by") and before not in stream.lexicon.by:
        return ""  # "grew two days later"
    if change == "from" and before in stream.lexicon.by and _is_difference(stream, figure):
        return f"{change_before(stream, figure.lead)[0]}_by".removeprefix("_by")
    if is_level and change.endswith("_by") and before not in stream.lexicon.by:
        return change.removesuffix("by") + "to"  # "fell below 28"
    return change


def _is_difference(stream: TokenStream, figure: Found) -> bool:
    """ "augmenté de 5 % (à 30 euros)" where "de" may say both; "passé de 5 % à 7 %" goes from there."""
    _, verb = change_before(stream, figure.lead)
    if stream.low(verb) in stream.lexicon.moves:
        return False
    if stream.low(figure.tail) not in stream.lexicon.onto:
        return True
    unit = stream.at(figure.j - 1)
    behind = takewhile(lambda token: token.text not in ENDS, stream.tokens[figure.tail :])
    return unit.kind != "n" and all(token.low != unit.low for token in behind)


def _is_denied(stream: TokenStream, figure: Found) -> bool:
    """ "did not fall by 5", "not by 5 but by 6", "sind nicht um 5 Prozent gestiegen"."""
    if is_denied(stream, figure.lead - 1, 1):
        return True
    direction, verb = change_before(stream, figure.lead)
    if direction:
        # "fiel nicht unter 28": the negation may be a part of the qualifier.
        return is_denied(stream, verb) or is_negation(stream, stream.at(verb + 1))
    late = stream.lexicon.late_rise | stream.lexicon.late_fall
    for at in range(figure.tail, min(len(stream.tokens), figure.tail + 12)):
        token = stream.tokens[at]
        if token.text in ENDS:
            return False
        if token.low in late:
            return is_denied(stream, at)
    return False
