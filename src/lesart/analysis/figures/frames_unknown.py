"""Read a change by a verb that stands in no table: its form and the preposition say that something changes."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.analysis.figures.token_stream import Found


def somehow_changed(
    s: Sentence, one: Found, before: Sequence[Before], lead: Lead
) -> Meaning | None:
    """ "s'est alourdie de 140 millions", "hat sich um 4 Prozent vertieft": which way, nobody says."""
    if one.kind not in ("percent", "money", "measure") or one.noun or id(one) in s.bases:
        return None
    if not _is_by(s, one, lead):
        return None
    if not lead.prep and s.low(one.tail) in s.grammar.onto - s.grammar.by:
        return None  # "led 7% to stop"
    words = subject_of(s, one, one.lead)
    phrase = phrase_of_subject(s, words)
    if words is None or phrase is None or s.is_agent(phrase) or s.is_change(phrase):
        return None
    if direction := _risen(s, phrase.start) if phrase.end - phrase.start > 1 else "":
        return Meaning((phrase.start + 1, phrase.end), role="delta", how="by", direction=direction)
    return Meaning(words, role="delta")


def _risen(s: Sentence, at: int) -> Direction:
    """ "Gestiegene Preise um 30 Prozent": the adjective is a participle that says which way."""
    low = s.low(at)
    for ending in ("en", "em", "er", "es", "e"):
        if low.endswith(ending) and (way := s.grammar.moves.get(low.removesuffix(ending))):
            return way
    return ""


def _is_by(s: Sentence, one: Found, lead: Lead) -> bool:
    """The preposition of amounts, led by an unknown verb; German verbs may stand behind."""
    grammar = s.grammar
    if grammar.shape == "capitals":
        is_bare = s.phrase_ending(lead.prep_at) is None if lead.prep else False
        return lead.prep in grammar.by and (is_bare or one.kind == "percent")
    at = s.word_before(lead.prep_at) if lead.prep else lead.at
    if lead.prep not in grammar.by and not (not lead.prep and one.kind == "percent"):
        return False
    token = s.stream.at(at)
    if at < s.a or at in s.covered or token.kind != "w" or not token.text.islower():
        return False
    low = token.low
    if not low.endswith(grammar.change_forms) or s.phrase_of(at) is not None:
        return False
    no_change = (grammar.costs, grammar.spends, grammar.trades, grammar.votes, grammar.owns)
    if any(low in verbs for verbs in (*no_change, grammar.prepositions, grammar.states)):
        return False
    return low not in s.stream.lexicon.stop_words
