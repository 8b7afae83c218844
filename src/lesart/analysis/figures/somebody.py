"""Tell who can have amounts, a company or a country, from what is measured."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.phrases import Phrase


def is_place(s: Sentence, phrase: Phrase) -> bool:
    """ "in Germany": a bare name behind a preposition of places, where only names have capitals; "in Bremen"."""
    if s.grammar.shape == "capitals":
        return phrase.prep in s.grammar.bare_places and not phrase.article
    if phrase.prep not in s.grammar.places or phrase.article:
        return False
    return s.stream.tokens[phrase.start].text[0].isupper() and not s.is_time(phrase)


def is_somebody(s: Sentence, phrase: Phrase) -> bool:
    """A company, a country, a person: by its word, or by its capital where nouns have none."""
    if s.is_agent(phrase):
        return not s.is_time(phrase)
    if s.is_time(phrase) or not s.stream.tokens[phrase.start].text[0].isupper():
        return False
    if s.grammar.shape != "capitals":  # "Side effects" only begin the sentence
        is_inside = any(s.stream.tokens[k].kind == "w" for k in range(s.a, phrase.start))
        is_name = s.stream.tokens[phrase.head].text[0].isupper() or is_inside
        return is_name and (is_inside or phrase.end - phrase.start > 1)
    verb = s.low(phrase.stop)  # "Siemens steigerte", not "Kunden zahlten"
    return not phrase.article and verb in s.grammar.holds and not verb.endswith("en")
