"""Find whose an amount is: the genitive of its noun, who has or makes it, or where it is."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.subjects import antecedent, phrase_of_subject


def owner_of(s: Sentence, noun: tuple[int, int]) -> tuple[int, int] | None:
    """Whose the noun is: its genitive, the company that the clause is about, or where it is."""
    phrase = phrase_of_subject(s, noun)
    if phrase is None or s.is_agent(phrase):
        return None
    if phrase.owner is not None and not phrase.is_joined:
        return phrase.owner
    behind = s.phrase_at(phrase.stop)
    if behind is not None and behind.prep in s.grammar.places and is_somebody(s, behind):
        return behind.start, behind.end
    haver = haver_of(s, phrase.at, is_agent_only=is_somebody(s, phrase), of_noun=True)
    return haver or _where(s, phrase)


def haver_of(
    s: Sentence, at: int, *, is_agent_only: bool = False, of_noun: bool = False
) -> tuple[int, int] | None:
    """Whose clause it is that has, makes or changes what stands at `at`: "Siemens steigerte den Umsatz"."""
    start, _ = s.bounds(s.part_of(at))
    grammar = s.grammar
    has = grammar.holds
    if grammar.shape == "bare":
        if (related := _haver_before_which(s, start, at)) is not None:
            return related
        if of_noun and s.low(at) not in grammar.own and not is_agent_only:
            has = grammar.still_holds  # "The council will raise bus fares"
    for other in s.phrases:
        if other.at < start or other.stop > at or other.prep:
            continue
        between = {s.low(k) for k in range(other.stop, at)}
        if between & s.stream.lexicon.says or (is_agent_only and grammar.shape != "capitals"):
            continue
        is_inverted = grammar.shape == "capitals" and s.is_agent(other) and other.stop <= at
        verb = s.low(other.at - 1)
        is_inverted = is_inverted and (verb in has or verb in grammar.auxiliaries)
        if not is_somebody(s, other) or s.is_sayer(other) or other.article in grammar.oblique:
            continue
        if other.at - 1 in s.covered:
            continue  # "nach 17 Spieltagen hat …"
        if between & has or is_inverted:
            return other.start, other.end
    return None


def _haver_before_which(s: Sentence, start: int, at: int) -> tuple[int, int] | None:
    """ "The fund, which manages $90bn in assets": the clause has a relative as its subject."""
    if s.low(start) not in s.grammar.relatives or start - 2 < s.a:
        return None
    if s.low(s.word_behind(start + 1)) not in s.grammar.holds:
        return None
    if any(p.at > start + 1 and p.stop < at and not p.prep for p in s.phrases):
        return None
    return antecedent(s, start)


def _where(s: Sentence, phrase: Phrase) -> tuple[int, int] | None:
    """ "In Ohio, the rate was 6 percent": the place that the sentence opens with."""
    part = s.part_of(phrase.at)
    if s.grammar.shape == "capitals" or part == 0 or s.is_hard(part):
        return None
    start, end = s.bounds(part - 1)
    place = s.phrase_at(start)
    if place is None or place.prep not in s.grammar.places or place.stop != end:
        return None
    is_name = s.stream.tokens[place.head].text[0].isupper() and not s.is_time(place)
    return (place.start, place.end) if is_name else None
