"""Find whose an amount is: the genitive of its noun, or who has or makes it; nobody where unsure."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.phrases import Phrase, is_agent
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.subjects import antecedent, phrase_of_subject


def owner_of(s: Sentence, noun: tuple[int, int]) -> tuple[int, int] | None:
    """Whose the noun is: its genitive, where it is, or who has or changes it, each where that is sure."""
    phrase = phrase_of_subject(s, noun)
    if phrase is None or s.is_agent(phrase):
        return None
    if phrase.owner is not None and not phrase.is_joined:
        return phrase.owner if is_sure_genitive(s, phrase) else None
    behind = s.phrase_at(phrase.stop)
    if _is_result(s, phrase) and behind is not None and behind.prep in s.grammar.places:
        if s.grammar.shape == "bare" and is_somebody(s, behind):
            return behind.start, behind.end  # "Shares in Lundgren"
    is_agent_only = is_somebody(s, phrase)
    haver = haver_of(s, phrase.at, is_agent_only=is_agent_only, of_noun=True, is_near=True)
    if haver is not None and (phrase.article in s.grammar.own or _is_result(s, phrase)):
        return haver
    if haver is not None and _is_moved_by(s, haver, phrase):
        return haver  # but "Operators face fines of $3m": whose they are, nobody says
    return _where(s, phrase) if s.grammar.shape == "bare" else None


def _is_moved_by(s: Sentence, haver: tuple[int, int], phrase: Phrase) -> bool:
    """ "Die Notenbank hob den Leitzins an": whoever moves it, and nothing stands between but the verb."""
    between = {s.low(k) for k in range(haver[1], phrase.at)}
    return (
        is_agent(s.grammar, s.low(haver[1] - 1))
        and bool(between & (s.grammar.moves.keys() | s.grammar.split_forms))
        and _is_near(s, haver[1], phrase.at)
    )


def is_sure_genitive(s: Sentence, phrase: Phrase) -> bool:
    """ "Umsatz des Konzerns", "Egypt's revenue", "le bénéfice de Noverix"; not "le rendement de l'OAT"."""
    if phrase.owner is None:
        return False
    start, end = phrase.owner
    head = s.stream.tokens[start if s.grammar.shape == "determined" else end - 1]
    is_known = s.stream.tokens[start].text[:1].isupper() or is_agent(s.grammar, head.low)
    if s.grammar.shape == "bare" and start < phrase.head:
        return is_known  # "Egypt's revenue"
    return is_known and _is_result(s, phrase)


def _is_result(s: Sentence, phrase: Phrase) -> bool:
    """What companies and states have or make: sales, profit, debt."""
    head, lexicon = s.head(phrase), s.stream.lexicon
    return head in lexicon.sums or (bool(lexicon.of_money) and head.endswith(lexicon.of_money))


def haver_of(
    s: Sentence,
    at: int,
    *,
    is_agent_only: bool = False,
    of_noun: bool = False,
    is_near: bool = False,
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
        if is_near and not _is_near(s, other.stop, at):
            continue
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


_NEAR = 2


def _is_near(s: Sentence, stop: int, at: int) -> bool:
    """The verb and its helpers alone part the two: "vergrößert hat", no "nahm an 12 Standorten"."""
    words = [s.low(k) for k in range(stop, at) if s.stream.at(k).kind == "w"]
    others = [low for low in words if low not in s.grammar.auxiliaries | s.grammar.adverbs]
    return len(others) <= _NEAR and not any(low in s.grammar.prepositions for low in words)


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
    if part == 0 or s.is_hard(part):
        return None
    start, end = s.bounds(part - 1)
    place = s.phrase_at(start)
    if place is None or place.prep not in s.grammar.places or place.stop != end:
        return None
    is_name = s.stream.tokens[place.head].text[0].isupper() and not s.is_time(place)
    return (place.start, place.end) if is_name else None
