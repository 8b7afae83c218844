"""What a figure bounds: "Bußgelder zwischen 50 und 500 Euro", "temperatures above 40", "topped $48,000"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.subjects import subject_of


def by_open_range(asked: Asked) -> Meaning | None:
    """ "Bußgelder zwischen 50 und 500 Euro"."""
    s, one = asked.sentence, asked.one
    if one.low is None or one.lead == one.i or s.stream.phrase_before(one.i, {}) != ():
        return None
    if (s.low(one.lead),) not in s.stream.lexicon.range_open:
        return None
    noun = s.phrase_ending(one.lead - (s.low(one.lead - 1) in s.grammar.between))
    if noun is None or s.is_time(noun) or s.is_change(noun) or s.is_agent(noun):
        return None
    if s.grammar.shape == "capitals" and noun.prep and s.low(one.tail) in s.grammar.levels:
        return None  # "die je nach Strecke zwischen 15 und 70 Euro beträgt"
    if s.low(noun.at - 1) in s.grammar.costs:
        return None  # "cost global trade between $6 billion and $10 billion"
    meaning = Meaning((noun.start, noun.end), owner_in(s, noun), role="level")
    return told_by_ending(s, noun, meaning)


def by_bound(asked: Asked) -> Meaning | None:
    """ "temperatures above 40 degrees", "Einkommen unter 20.000 Euro": the bound stands behind its noun."""
    s, one = asked.sentence, asked.one
    if one.lead == one.i or one.kind not in ("percent", "money", "measure"):
        return None
    if s.low(one.lead) not in s.grammar.bounds:
        return None
    noun = s.phrase_ending(one.lead)
    if noun is None or s.is_time(noun) or s.is_change(noun) or s.is_agent(noun) or s.is_sayer(noun):
        return None
    if not noun.prep:
        return None  # the clause's own frame says whose it is
    return Meaning((noun.start, noun.end), owner_in(s, noun), role="limit")


def told_by_ending(s: Sentence, noun: Phrase, meaning: Meaning) -> Meaning:
    """ "ein Umsatzplus von": the end of the compound says which way it goes."""
    for ending, direction in s.grammar.change_endings.items():
        if s.head(noun).endswith(ending):
            meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    return meaning


def by_limit(asked: Asked) -> Meaning | None:
    """ "topped $48,000", "supera los 2 millones": the qualifier is the verb."""
    s, one = asked.sentence, asked.one
    verb = next((k for k in range(one.lead, one.i) if s.low(k) in s.grammar.limits), -1)
    if verb < 0 or s.low(verb) not in s.grammar.verbs or one.kind == "count":
        return None
    if s.low(verb) in s.grammar.adverbs:
        return None  # "fällt mindestens fünf Monate aus"
    noun = subject_of(s, one, one.lead)
    return Meaning(noun, role="limit") if noun else None


def owner_in(s: Sentence, noun: Phrase) -> tuple[int, int] | None:
    return noun.owner if noun.owner and not noun.is_joined else None
