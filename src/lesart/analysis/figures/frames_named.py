"""Give a figure of a clause the noun that its subject is, or that a pronoun or change stands for."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Before, Meaning
from lesart.analysis.figures.subjects import (
    is_time_as_subject,
    phrase_of_subject,
    subject_of,
)
from lesart.analysis.figures.taking_over import taken_over
from lesart.analysis.figures.token_stream import Found


def named(s: Sentence, one: Found, before: Sequence[Before], meaning: Meaning) -> Meaning:
    """With the subject as its noun, or the noun of the figure before where a pronoun stands for it."""
    if (change := _told_change(s, one, before, meaning)) is not None:
        return change
    at = one.lead
    if meaning.how == "by" and s.grammar.outdoes:
        _, verb = s.move_near(one)
        if 0 <= verb < at and s.low(verb) in s.grammar.outdoes:
            at = verb
            meaning.direction = meaning.direction if s.grammar.shape == "capitals" else ""
    if _moves_what_is_pointed_at(s, one) or _outdoes_something(s, one, meaning):
        meaning.is_unnamed = True
        return meaning
    words = subject_of(s, one, at)
    phrase = phrase_of_subject(s, words)
    if words is not None and phrase is None:
        meaning.noun = words  # "Ein Barrel kostete 82 Dollar"
        return meaning
    if words is None or phrase is None:
        taken = taken_over(before, one, anything=meaning.how == "by")
        if s.grammar.shape == "determined" and _follows_unnamed(s, one, before):
            return meaning  # "y el de Texas, un 2 %, a 67 dólares"
        is_other = _has_own_subject(s, one) or _is_elsewhere(s, one, meaning)
        if taken is not None and not (is_other or _speaks_of_others(s, one)):
            meaning.text, meaning.of_text = taken.text, taken.of_text
            if not meaning.how and meaning.role == "level" and taken.role == "share":
                meaning.role = "share"
        return meaning
    if at < one.lead and one.kind != "count" and s.is_agent(phrase):
        meaning.is_unnamed = True  # "The council built less, missing its goal by a tenth"
        return meaning
    meaning.noun = words
    if meaning.role == "level" and any(s.low(k) in s.grammar.limits for k in range(*words)):
        meaning.role = "limit"
    meaning.of = phrase.owner if phrase.owner and not phrase.is_joined else None
    return meaning


def _moves_what_is_pointed_at(s: Sentence, one: Found) -> bool:
    """ "would lift them to 30 points": neither the subject nor what was told before is sure."""
    at = s.word_before(one.lead)
    if s.grammar.shape == "capitals":
        start, _ = s.bounds(s.part_of(one.lead))
        return any(s.low(k) in s.grammar.objects for k in range(start, one.lead))
    if s.low(at) in s.grammar.prepositions:
        at = s.word_before(at)
    return s.low(at) in s.grammar.objects and s.low(at - 1) in s.grammar.verbs


def _outdoes_something(s: Sentence, one: Found, meaning: Meaning) -> bool:
    """ ", was das Mittel um 4 Prozent übertrifft": what is surpassed is not what is measured."""
    if s.grammar.shape != "capitals" or meaning.role != "delta":
        return False
    part = s.part_of(one.lead)
    start, end = s.bounds(part)
    verbs = range(one.tail, end)
    if s.stream.at(start - 1).text == ")" and part > 1:
        start, verbs = s.bounds(part - 2)[0], range(s.bounds(part - 2)[0], end)
    is_outdone = any(s.low(k) in s.grammar.outdoes for k in verbs)
    bare = [p for p in s.phrases if start <= p.at and p.end <= one.lead and not p.prep]
    return is_outdone and len([p for p in bare if not s.is_time(p)]) < 2


def _follows_unnamed(s: Sentence, one: Found, before: Sequence[Before]) -> bool:
    """The figure right before measures nothing that is told, so this one does not either."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s or last.one.noun or last.meaning.text:
        return False
    return one.lead - s.behind(last.one) <= 2 and last.one.kind in ("percent", "money")


def _speaks_of_others(s: Sentence, one: Found) -> bool:
    """ "while those in Africa remained $90 million in the red", "Analysts expect 3%": not of what came before."""
    start, _ = s.bounds(s.part_of(one.i))
    grammar = s.grammar
    behind = grammar.verbs | grammar.prepositions | grammar.relatives | grammar.fused.keys()
    for k in range(start, one.lead):
        if k not in s.covered and s.low(k) in grammar.others:
            if s.low(k + 1) in behind or (s.low(k + 1) == "aged" and k + 2 in s.covered):
                return True
    return any(
        start <= p.at and p.end <= one.lead and not p.prep
        and (s.is_sayer(p) or is_time_as_subject(s, p))
        for p in s.phrases
    )  # fmt: skip


def _told_change(
    s: Sentence, one: Found, before: Sequence[Before], meaning: Meaning
) -> Meaning | None:
    """ "das Minus lag bei 8 Prozent": a change told before, of what changed there."""
    if one.kind != "percent" or meaning.role != "level":
        return None
    change = _change_told(s, one.lead)
    if change < 0:
        return None
    taken = next((b.meaning for b in reversed(before[-3:]) if b.meaning.how in ("by", "to")), None)
    if taken is not None and not taken.text:
        taken = None
    meaning = Meaning(role="delta", how="by", direction=s.grammar.change_nouns[s.low(change)])
    if taken is None:
        meaning.is_unnamed = True
    else:
        meaning.text, meaning.of_text = taken.text, taken.of_text
    return meaning


def _change_told(s: Sentence, at: int) -> int:
    """ "das Minus", "el retroceso mensual": the clause's subject where it is a bare change told before; else -1."""
    start, end = s.bounds(s.part_of(at))
    for phrase in s.phrases:
        if start <= phrase.at and phrase.end <= end and not phrase.prep and s.is_change(phrase):
            is_bare = phrase.start == phrase.head and phrase.owner is None
            is_own = s.head(phrase) in s.grammar.own_amounts
            is_known = phrase.article and phrase.article not in s.stream.lexicon.one
            behind = s.low(phrase.stop)
            is_whole = s.grammar.fused.get(behind, behind) not in s.grammar.change_in
            if is_bare and is_known and is_whole and not is_own:
                return phrase.head
    return -1


def _is_elsewhere(s: Sentence, one: Found, meaning: Meaning) -> bool:
    """ "Über der Stelle liegen 2.300 Meter Fels": a sentence of its own that points at nothing before."""
    part = s.part_of(one.i)
    start, end = s.bounds(part)
    if not s.is_hard(part) or (meaning.how and one.kind not in ("distance", "measure")):
        return False
    points = s.grammar.pronouns | s.grammar.asides
    return s.has_verb(part) and not any(s.low(k) in points for k in range(start, end))


def _has_own_subject(s: Sentence, one: Found) -> bool:
    """Words that stand for no phrase open the clause behind a hard break: somebody else is spoken of."""
    part = s.part_of(one.i)
    start, _ = s.bounds(part)
    if part == 0 or not s.is_hard(part) or start in s.covered:
        return False
    low = s.low(start)
    small = s.grammar.articles | s.grammar.pronouns | s.grammar.adverbs | s.grammar.prepositions
    small |= s.grammar.coordinators | s.grammar.subordinators | s.grammar.signs.keys()
    return s.stream.at(start).kind == "w" and low not in small and s.has_verb(part)


# ------------------------------------------------------------------ the frames
