"""Find what joins a noun and its amount: "in Höhe von", "of", "de l'ordre de", a comma before "de"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked
from lesart.analysis.figures.phrases import Phrase


def joint_of(asked: Asked) -> int:
    """Where what joins noun and amount begins, be it part of the qualifier; -1 for nothing."""
    s, one = asked.sentence, asked.one
    at = _amount_word(s, s.word_before(one.lead) + 1)
    if at < 0 and one.lead < one.i and s.grammar.shape == "determined":
        at = one.lead if s.low(one.lead) in s.grammar.from_ else -1  # "de l'ordre de 3 millions"
    if at < 0 and one.qualifier == "range":
        at = _amount_word(s, one.i)  # "in Höhe von 0,7 bis 0,9 Millionen": the range took "von"
    if at < 0 and asked.lead.prep_at == one.lead < one.i and one.low is not None:
        at = one.lead
    return at


def noun_before_comma(s: Sentence, at: int) -> Phrase | None:
    """ "le loyer moyen, de 780 euros", "la jornada, ahora de 40 horas"."""
    comma = s.word_before(at)
    if s.low(comma) != ",":
        return None
    noun = s.phrase_ending(comma)
    if noun is not None and noun.prep and s.low(noun.at - 1) == ",":
        return s.phrase_ending(noun.at - 1)  # "le tarif, hors taxe, de 38 euros"
    if noun is not None and noun.prep and noun.prep not in s.grammar.share_of:
        return s.phrase_ending(noun.at) or noun  # "la taxe sur les alcools, de 12 %"
    return noun


def _amount_word(s: Sentence, end: int) -> int:
    """Where the words that join noun and amount begin; -1 for none."""
    for phrase in s.grammar.amount_of:
        begin = end - len(phrase)
        if begin >= s.a and all(s.low(begin + k) == word for k, word in enumerate(phrase)):
            longer = any(
                len(other) > len(phrase)
                and all(s.low(end - len(other) + k) == word for k, word in enumerate(other))
                for other in s.grammar.amount_of
            )
            if not longer:
                return begin
    return -1
