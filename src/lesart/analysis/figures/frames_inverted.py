"""Read clauses whose figure is the subject, or that name behind a preposition what is measured."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.token_stream import Found


def as_subject(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "…, 8 Prozent blieben unentschlossen": the figure is the subject, no noun before it is measured."""
    start, _ = s.bounds(s.part_of(one.i))
    opens = (
        s.word_before(one.lead) < start
        or s.low(s.word_before(one.lead)) in s.grammar.coordinators | s.grammar.subordinators
    )
    if one.kind == "ratio" and not one.noun and opens and s.low(one.tail) in s.grammar.verbs:
        if s.low(one.i) not in s.grammar.multiples:
            return Meaning(role="share", is_unnamed=True)  # "; one in nine dropped out"
    if one.kind == "money" and opens and _does_something(s, one):
        return Meaning(role="level", is_unnamed=True)  # "Only £74,000 has been recovered"
    if one.kind != "percent" or one.unit != "percent" or not opens:
        return None
    low, after = s.low(one.tail), s.low(one.tail + 1)
    leads = after in s.grammar.onto or after in s.grammar.subordinators
    is_verb = low in s.grammar.verbs or (
        s.grammar.shape == "bare" and leads and s.stream.at(one.tail).kind == "w"
    )  # "14% intend to"
    small = s.grammar.more.keys() | s.grammar.not_nouns | s.grammar.prepositions
    if not is_verb or low in s.grammar.moves or low in small:
        return None
    last = next(
        (b for b in reversed(before[-2:]) if b.meaning.role == "share" or b.one.kind == "ratio"),
        None,
    )
    text = (last.meaning.text or last.one.noun) if last is not None else ""
    if last is None or not text:
        is_share = low not in s.grammar.verbs or _does_something(s, one)
        return Meaning(role="share", is_unnamed=True) if is_share else None
    return Meaning(text=text, of_text=last.meaning.of_text, role="share")


def _does_something(s: Sentence, one: Found) -> bool:
    """The verb right behind the figure is its own, not that of a level whose subject comes behind it."""
    low = s.low(s.behind(one))
    start, end = s.bounds(s.part_of(one.i))
    if low not in s.grammar.verbs or low in s.grammar.moves or low in s.grammar.costs:
        return False
    if any(s.low(k) in s.grammar.expects for k in range(start, end) if k not in s.covered):
        return False
    behind = s.phrase_at(s.behind(one) + 1)
    is_subject = behind is not None and bool(behind.article) and not behind.prep
    return not (low in s.grammar.levels and is_subject)


def allotted(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "Auf Ines Bohl entfielen 42,6 Prozent": who gets it stands behind a preposition."""
    start, end = s.bounds(s.part_of(one.i))
    verb = next((k for k in range(start, end) if s.low(k) in s.grammar.allots), -1)
    if verb < 0 or one.kind not in ("percent", "money", "count"):
        return None
    who = next(
        (p for p in s.phrases if p.prep in s.grammar.onto and verb in (p.stop, p.at - 1)), None
    )
    return None if who is None or s.is_time(who) else Meaning((who.start, who.end), role="level")


def behind_leader(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "vor der AfD mit 22 Prozent", "devant le maire sortant avec 29 %": the next of a ranking."""
    if lead.prep not in s.grammar.with_ or one.kind not in ("percent", "count"):
        return None
    phrase = s.phrase_ending(lead.prep_at)
    if phrase is None or phrase.prep not in s.grammar.ahead or s.is_time(phrase):
        return None
    return Meaning((phrase.start, phrase.end), role="level")
