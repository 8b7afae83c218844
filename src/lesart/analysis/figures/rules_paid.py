"""What somebody pays more or less for: "paieront 15 % de plus pour leur électricité"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Meaning
from lesart.analysis.figures.token_stream import Found


def behind_comparative(s: Sentence, one: Found) -> int:
    """The token behind a figure and its comparative."""
    at = one.tail
    while s.low(at) in s.grammar.share_of or s.low(at) in s.grammar.more:
        at += 1
    return at


def paid_behind(s: Sentence, at: int, meaning: Meaning) -> Meaning:
    """ "paieront 15 % de plus pour leur électricité"; who pays is not measured."""
    phrase = next(
        (p for p in s.phrases if p.prep in s.grammar.price_for and p.at <= at < p.start), None
    )
    if phrase is not None and not s.is_time(phrase):
        meaning.noun = (phrase.start, phrase.end)
    else:
        meaning.is_unnamed = True
    return meaning


def paid_for(s: Sentence, one: Found) -> tuple[int, int] | None:
    """ "zahlten für Nahrungsmittel 3,2 Prozent mehr": right before the figure."""
    phrase = s.phrase_ending(one.lead)
    if phrase is None or phrase.prep not in s.grammar.price_for or s.is_time(phrase):
        return None
    return phrase.start, phrase.end
