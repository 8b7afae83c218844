"""Make facts of figures: run the rules over each sentence and write down what they say as text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lesart.analysis.figures.ages import is_age
from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.lexicon import PhraseIndex
from lesart.analysis.figures.meaning import Before, Meaning
from lesart.analysis.figures.measuring import meaning_of
from lesart.analysis.figures.negation import is_denied, is_negation
from lesart.analysis.figures.no_changes import without_change
from lesart.analysis.figures.owners import haver_of, is_sure_genitive, owner_of
from lesart.analysis.figures.phrases import says_what_changes
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.subjects import phrase_of_subject
from lesart.analysis.figures.table_places import Place
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER
from lesart.model.figure import FigureRole
from lesart.model.text import Span

_PLAIN = ("percent", "money", "measure", "distance", "duration", "ratio", "count")
"""Kinds that may measure something; dates, times, ordinals and scores only stand there."""
_LONGEST = 120
"""Tokens that are read as one sentence; the rules' time grows with them."""
_LEAST_INDEX = 300
"""Points of fewer are won in a game; an index stands at more."""
_PARTS = {",", ";", "|", ":", BORDER, "–"}


@dataclass(slots=True)
class Fact:
    """What is told of one figure beside its value."""

    of: str = ""
    role: FigureRole = ""
    per: str = ""
    against: str = ""
    since: str = ""
    pair: str = ""
    change: str = ""


def facts_of(
    stream: TokenStream, found: list[Found], sentences: list[Span], cells: Mapping[int, Place]
) -> list[Fact]:
    """A fact for each figure, in order; gives figures their noun where they have none."""
    facts = [Fact() for _ in found]
    before: list[Before] = []
    for number, sentence, places in _sentences(stream, found, sentences):
        told: list[tuple[Before, Fact]] = []
        for place in places:
            one = found[place]
            if place in cells:
                _tell(sentence, one, cells[place], facts[place])
                continue
            if one.kind not in _PLAIN:
                facts[place].role = "rank" if one.kind == "ordinal" else ""
                continue
            if is_age(stream, one):
                one.noun, one.is_age, facts[place].role = "", True, "age"
                continue
            if one.kind == "duration" and sentence.is_part_of_name(one):
                continue  # "der 24-Stunden-Streik kostete"
            meaning = meaning_of(sentence, one, [b for b in before[-6:] if number - b.number <= 1])
            if before and meaning.noun is None and meaning.text and meaning.role != "share":
                last = before[-1].meaning
                if last.goes_on and meaning.text == last.text:
                    meaning.text = meaning.goes_on = last.goes_on
            _write(sentence, one, meaning, facts[place])
            before.append(Before(sentence, number, one, meaning))
            told.append((before[-1], facts[place]))
        _pair(stream, told)
    return facts


def _tell(sentence: Sentence, one: Found, place: Place, fact: Fact) -> None:
    """What a table says of the figure in its cell."""
    if one.kind == "ordinal":
        fact.role = "rank"
    if one.kind not in _PLAIN:
        return
    if one.noun_at < one.j:
        one.noun = ""  # taken from a neighbour that counts something else
    one.noun = one.noun or place.noun
    fact.of = place.of if place.of != one.noun else ""
    fact.role = _role(sentence.grammar, one, Meaning(role="level" if one.noun else ""))
    if place.is_change and one.noun and one.value is not None:
        fact.role = "delta"
        fact.change = "fall_by" if one.value < 0 else "rise_by" if one.value > 0 else ""
    base = sentence.bases.get(id(one))
    if base is not None:
        fact.per = _text(sentence.stream, (base[1], base[2]))


def _sentences(
    stream: TokenStream, found: list[Found], sentences: list[Span]
) -> Iterator[tuple[int, Sentence, list[int]]]:
    """Each sentence that has figures, with their places in `found`."""
    starts = [token.start for token in stream.tokens]
    firsts = [one.i for one in found]
    for number, span in enumerate(sentences):
        a, b = bisect_left(starts, span.start), bisect_left(starts, span.end)
        i, j = bisect_left(firsts, a), bisect_left(firsts, b)
        while i < j:
            end = _cut(stream, a, b)
            k = bisect_left(firsts, end, i, j)
            if i < k:
                end = max(end, max(found[k - 1].j, found[k - 1].tail))
                yield number, Sentence(stream, a, min(b, end), found[i:k]), list(range(i, k))
            a, i = end, k


def _cut(stream: TokenStream, a: int, b: int) -> int:
    """Where to part what is too long for a sentence: a table, a list, a text without full stops."""
    if b - a <= _LONGEST:
        return b
    last = range(a + _LONGEST, a + _LONGEST // 2, -1)
    return next((k for k in last if stream.tokens[k].text in _PARTS), a + _LONGEST)


def _write(sentence: Sentence, one: Found, meaning: Meaning, fact: Fact) -> None:
    """The meaning as text, in the figure and its fact."""
    _trim(sentence, one)
    if one.kind == "count" and _counts_times(sentence, one):
        if one.noun.lower() in sentence.grammar.occasions:
            meaning = Meaning(role="level", is_unnamed=True)  # "à trois reprises"
        one.noun = ""  # "was fined three times", "855.000 del ejercicio previo"
    if meaning.noun is not None and _is_doubtful(sentence, one, meaning):
        meaning.noun = None
        meaning.is_unnamed = True
    if meaning.noun is not None:
        meaning.text = _text(sentence.stream, meaning.noun)
        measured = phrase_of_subject(sentence, meaning.noun)
        if meaning.of is None and meaning.role != "share":
            meaning.of = owner_of(sentence, meaning.noun)
        elif measured is not None and meaning.of == measured.owner is not None:
            if meaning.role == "share" or not is_sure_genitive(sentence, measured):
                meaning.of = None
    if one.kind == "count" and 0 <= one.noun_at - one.tail < 2 and meaning.of is None:
        meaning.of = haver_of(sentence, one.lead, is_near=True)
    if meaning.of is not None:
        meaning.of_text = _text(sentence.stream, meaning.of)
    is_points = one.noun.lower() in sentence.stream.lexicon.points and (
        bool(meaning.how) or one.value is None or one.value >= _LEAST_INDEX
    )
    before = sentence.low(sentence.word_before(one.lead))
    is_index = meaning.how == "by" or (bool(meaning.text) and _stands_at(sentence, one, before))
    if one.noun and not (is_points and is_index):
        meaning.text = one.noun
    elif one.noun:
        one.noun = meaning.text  # "closed at 5,123 points": what stands at them is measured
    elif one.kind != "count" or meaning.is_label or (
        one.has_noun and (meaning.how or _is_reading(sentence, meaning, one))
    ):  # fmt: skip
        one.noun = meaning.text  # a count without a noun behind it has one only where it changes
    if one.kind == "count" and not (one.noun or one.has_scale or meaning.how):
        meaning.of_text = ""  # "is now 83"
    fact.of = meaning.of_text if meaning.of_text != one.noun else ""
    fact.role = _role(sentence.grammar, one, meaning)
    is_fallen = one.noun and one.kind in ("measure", "distance") and meaning.how == "by"
    is_fallen = is_fallen and sentence.grammar.shape == "determined" and meaning.noun is None
    if is_fallen and not sentence.grammar.by & {sentence.low(one.lead - 1), sentence.low(one.lead)}:
        meaning.how, fact.role = "", "level"  # "il est tombé 20 millimètres de pluie"
    change = _change(meaning)
    if change and (told := without_change(sentence, one, meaning)):
        change, fact.role = "", told
    if not _is_denied(sentence, one) and not _is_time_later(sentence.stream, one, change):
        fact.change = change
    base = sentence.bases.get(id(one))
    if base is not None:
        fact.per = _text(sentence.stream, (base[1], base[2]))
    if one.kind != "distance" or change:  # "found 200 metres from the road" compares nothing
        fact.against = _behind(sentence, one, sentence.grammar.against_by_first)
    fact.since = _behind(sentence, one, sentence.grammar.since_by_first)


def _stands_at(sentence: Sentence, one: Found, before: str) -> bool:
    """ "closed at 5,123 points"; who has reached or got points is not measured by them."""
    grammar = sentence.grammar
    base = grammar.fused.get(before, before)
    return grammar.shape != "capitals" or base in grammar.moving or one.lead < one.i


def _trim(sentence: Sentence, one: Found) -> None:
    """ "60 Quadratmeter große Wohnung", "12 toneladas de hachís valoradas en": only the noun."""
    words, grammar = one.noun.split(" "), sentence.grammar
    if one.noun.endswith(("'s", "’s")):
        one.noun, one.noun_at = "", -1  # "half of the island's 300 homes"
    if len(words) < 2:
        return
    if one.kind in ("measure", "distance") and grammar.sizes:
        low = words[0].lower()
        stems = {
            low.removesuffix(end) for end in ("en", "em", "er", "es", "e") if low.endswith(end)
        }
        if stems & grammar.sizes:
            one.noun, one.noun_at = " ".join(words[1:]), one.noun_at + 1
    elif words[-1].lower().endswith(grammar.agreeing) and words[-1].lower() in grammar.levels:
        one.noun = " ".join(words[:-1])


def _counts_times(sentence: Sentence, one: Found) -> bool:
    noun = one.noun.lower()
    is_behind = one.noun_at > one.tail and noun.split(" ")[0] in sentence.grammar.times
    return is_behind or noun in sentence.stream.lexicon.times | sentence.grammar.occasions


def _is_doubtful(sentence: Sentence, one: Found, meaning: Meaning) -> bool:
    """Better no noun than this one: somebody's money is not somebody, a change of a change is none."""
    assert meaning.noun is not None
    phrase = phrase_of_subject(sentence, meaning.noun)
    if phrase is None or phrase.end != meaning.noun[1] or meaning.noun[0] > phrase.head:
        return False
    grammar = sentence.grammar
    is_sum = one.kind == "money" or (one.kind == "count" and one.has_scale)
    if sentence.is_agent(phrase) and is_sum:
        words = {sentence.low(k) for k in range(*sentence.bounds(sentence.part_of(one.lead)))}
        is_bought = meaning.role == "price" or sentence.low(phrase.head) in grammar.no_owners
        is_bought = is_bought or bool(words & grammar.appraises)
        if not is_bought and not meaning.of:
            held = {sentence.low(k) for k in range(phrase.stop, one.lead)} & grammar.holds
            meaning.of = meaning.noun if held and is_somebody(sentence, phrase) else None
        return not is_bought
    is_change = sentence.is_change(phrase) and phrase.start == phrase.head
    is_own = sentence.head(phrase) in grammar.own_amounts | grammar.own_sums
    is_own = is_own or says_what_changes(grammar, sentence.head(phrase))
    return is_change and not is_own and meaning.how == "by"


def _is_reading(sentence: Sentence, meaning: Meaning, one: Found) -> bool:
    """ "eine Stärke von 6,4", "attendance averaged 38,600": not counted, but read off a scale."""
    if meaning.role not in ("level", "limit", "price"):
        return False
    phrase = phrase_of_subject(sentence, meaning.noun)
    if phrase is not None and not phrase.prep and not sentence.is_agent(phrase):
        before, grammar = sentence.low(sentence.word_before(one.lead)), sentence.grammar
        if before in grammar.at - grammar.with_ and one.value is not None and one.value > 99:
            return True
        if before in grammar.readings:
            return True
    return one.has_scale or (one.value is not None and one.value != int(one.value))


def _is_denied(sentence: Sentence, one: Found) -> bool:
    """ "did not fall by 5 degrees", "stieg nicht um 5 Prozent"."""
    stream = sentence.stream
    if is_denied(stream, one.lead - 1, 1):
        return True
    _, verb = sentence.move_near(one)
    if verb < 0:
        return False
    # "fiel nicht unter 28": the negation may be a part of the qualifier
    return is_denied(stream, verb) or is_negation(stream, stream.at(verb + 1))


def _is_time_later(stream: TokenStream, one: Found, change: str) -> bool:
    """ "grew two days later": what a change takes or waits is not what it changes by."""
    is_by = change.endswith("_by")
    return one.kind == "duration" and is_by and stream.low(one.lead - 1) not in stream.lexicon.by


def _role(grammar: Grammar, one: Found, meaning: Meaning) -> FigureRole:
    role = meaning.role
    if not role and one.kind == "ratio" and one.noun:
        role = "share"
    if not role and one.kind in ("count", "measure") and one.noun:
        role = "level"
    if role == "level" and one.qualifier in ("at_most", "at_least"):
        return "limit"
    return role


def _change(meaning: Meaning) -> str:
    if meaning.how == "from":
        return "from"
    return f"{meaning.direction}_{meaning.how}" if meaning.direction and meaning.how else ""


def _text(stream: TokenStream, words: tuple[int, int]) -> str:
    start, end = stream.tokens[words[0]].start, stream.tokens[words[1] - 1].end
    return re.sub(r"\s+", " ", stream.text[start:end]).removesuffix("'s").removesuffix("’s")


_ON_A = ("on", "a")


def _behind(sentence: Sentence, one: Found, openers: PhraseIndex) -> str:
    """The words behind the first opener that follows the figure in its part of the sentence."""
    _, end = sentence.bounds(sentence.part_of(one.i))
    for at in range(one.tail, min(end, one.tail + 14)):
        if at in sentence.covered and sentence.covered[at] is not one:
            if sentence.covered[at].kind not in ("date", "duration"):
                return ""
        if opener := sentence.stream.phrase_at(at, openers):
            if sentence.low(at - 1) in sentence.grammar.coordinators:
                return ""  # "hat drei Kinder und ist seit 20 Jahren verheiratet"
            if opener == _ON_A and sentence.low(at + 2) not in sentence.grammar.times:
                return ""  # "98.7 on a scale"
            return _object_of(sentence, at + len(opener), end)
    return ""


def _object_of(sentence: Sentence, at: int, end: int) -> str:
    if at >= end:
        return ""
    if at in sentence.covered:
        one = sentence.covered[at]
        return _text(sentence.stream, (one.i, one.j))
    stop = next((p.end for p in sentence.phrases if p.at <= at < p.end), at)
    return _text(sentence.stream, (at, stop)) if stop > at else ""


def _pair(stream: TokenStream, told: list[tuple[Before, Fact]]) -> None:
    """Tie the two ends of a movement to each other."""
    for (left, left_fact), (right, right_fact) in pairwise(told):
        if {left.meaning.how, right.meaning.how} == {"from", "to"}:
            if left.meaning.text == right.meaning.text:
                left_fact.pair = _text(stream, (right.one.i, right.one.j))
                right_fact.pair = _text(stream, (left.one.i, left.one.j))
