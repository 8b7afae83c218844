"""What a figure measures where the sentence gives a worth: added to, given as, priced at, multiplied."""

from __future__ import annotations

import re

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.analysis.figures.token_stream import Found

DONE = re.compile(r"(?:\w{2,7})?ge\w+(?:t|en)|\w+iert|(?:be|ver|er|ent|zer|über)\w+(?:t|en)")
"""Participles of German verbs."""


def by_adding(asked: Asked) -> Meaning | None:
    """ "would add $1.5 billion to costs": what it is put to rises by it."""
    s, one = asked.sentence, asked.one
    is_sum = one.kind == "money" or (one.kind == "count" and one.has_scale and not one.noun)
    if not (is_sum or one.kind == "percent") or s.low(one.tail) not in s.grammar.onto:
        return None
    verb = s.verb_over(one)
    phrase = s.phrase_at(one.tail) or s.phrase_at(one.tail + 1)
    is_given = is_sum and phrase is not None and not s.is_agent(phrase)
    if s.low(verb) in s.grammar.devotes and is_given and phrase is not None:
        owner = subject_of(s, one, one.lead, is_owner=True)
        return None if s.is_time(phrase) else Meaning((phrase.start, phrase.end), owner, "level")
    if s.low(verb) not in s.grammar.adds or phrase is None or s.is_time(phrase):
        return None
    return Meaning((phrase.start, phrase.end), role="delta", direction="rise", how="by")


def by_given_as(asked: Asked) -> Meaning | None:
    """ "$47 million in damages", "3 Millionen an Bußgeldern": money, and what it is given as."""
    s, one = asked.sentence, asked.one
    if one.kind == "money" and s.low(one.tail) in s.grammar.given_of and id(one) not in s.bases:
        return _given_of(asked)
    if one.kind != "money" or s.low(one.tail) not in s.grammar.kept_in:
        return None
    phrase = next((p for p in s.phrases if p.start == one.tail + 1), None)
    if phrase is None or phrase.article or s.is_time(phrase) or s.is_agent(phrase):
        return None
    if s.grammar.shape == "determined" and not s.head(phrase).endswith("s"):
        return None  # "0,49 euros en origen"
    if s.head(phrase) in s.grammar.no_gifts | s.grammar.amount_nouns:
        return None
    start, end = s.bounds(s.part_of(one.lead))
    if any(s.low(k) in s.grammar.puts_in for k in range(start, end)):
        return None
    text = s.stream.tokens[phrase.start].text
    if s.grammar.shape != "capitals" and text[0].isupper():
        return None
    return Meaning(
        (phrase.start, phrase.end), role="level", of=subject_of(s, one, one.lead, is_owner=True)
    )


def _given_of(asked: Asked) -> Meaning | None:
    """ "6 milliards d'euros d'économies", "3 millones de euros de multa": a bare noun behind "de"."""
    s, one = asked.sentence, asked.one
    at = one.tail + 1
    phrase = s.phrase_at(at)
    if phrase is None or phrase.start != at or phrase.article or s.is_time(phrase):
        return None
    if (
        s.is_agent(phrase)
        or s.head(phrase) in s.grammar.more
        or s.head(phrase) in s.grammar.not_nouns
    ):
        return None
    if not s.stream.tokens[at].text[0].islower():
        return None
    start, end = phrase.start, phrase.end
    other = s.stream.at(end + 1)
    if s.low(end) in s.grammar.coordinators and other.kind == "w" and other.low.endswith("s"):
        if other.low not in s.grammar.verbs | s.stream.lexicon.stop_words:
            end += 2  # "dommages et intérêts"
    return Meaning((start, end), role="level", of=subject_of(s, one, one.lead, is_owner=True))


def by_price(asked: Asked) -> Meaning | None:
    """ "paid $3m for the house", "für 2,5 Milliarden kauft der Konzern den Rivalen"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind != "money":
        return None
    if (paid := _unit_paid(asked)) is not None:
        return paid
    start, end = s.bounds(s.part_of(one.lead))
    trade = next((k for k in range(start, end) if s.low(k) in s.grammar.trades), -1)
    if trade < 0 and s.grammar.shape == "capitals" and lead.prep in s.grammar.price_for:
        behind = s.stream.at(one.tail)  # "war für 11 Millionen errichtet worden"
        if behind.kind == "w" and DONE.fullmatch(behind.low) and behind.text.islower():
            trade = one.tail
    if trade < 0:
        return None
    if s.low(one.tail) in s.grammar.price_for:
        bought = s.phrase_at(one.tail) or s.phrase_at(one.tail + 1)
        is_each = bought is not None and s.grammar.shape == "determined" and not bought.article
        if bought is not None and not s.is_time(bought) and not is_each:
            return Meaning(
                (bought.start, bought.end),
                role="price",
                of=subject_of(s, one, one.lead, is_owner=True),
            )
    if lead.prep not in s.grammar.price_for:
        return _fronted_thing(s, one, start, trade)
    thing = _traded(s, one, start, end, trade)
    if thing is None:
        return None
    return Meaning((thing.start, thing.end), role="price")


def _fronted_thing(s: Sentence, one: Found, start: int, trade: int) -> Meaning | None:
    """ "Für das Haus zahlte die Familie 430.000 Euro"."""
    thing = s.phrase_at(start)
    if thing is None or thing.prep not in s.grammar.price_for or not start < trade < one.lead:
        return None
    if s.is_time(thing) or s.is_agent(thing) or not thing.article:
        return None
    return Meaning((thing.start, thing.end), thing.owner if not thing.is_joined else None, "price")


def by_purpose(asked: Asked) -> Meaning | None:
    """ "Für die Brücke stellt der Bund 3 Millionen bereit": what the money that is set aside is for."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind != "money" or lead.prep in s.grammar.moving or lead.sign or id(one) in s.bases:
        return None
    start, end = s.bounds(s.part_of(one.lead))
    if s.low(start) not in s.grammar.price_for:
        return None
    thing = _wanted_thing(s, start, one)
    if thing is None:
        return None
    grammar = s.grammar
    gives = (grammar.spends, grammar.trades, grammar.expects, grammar.levels)
    last = asked.before[-1] if asked.before else None
    is_next = last is not None and last.sentence is s and last.one.kind == "money"
    is_given = any(
        s.low(k) in verbs for k in range(start, end) if k not in s.covered for verbs in gives
    )
    if not is_given and not (is_next and not s.has_verb(s.part_of(one.lead))):
        return None
    thing.role = "level"
    return thing


def _wanted_thing(s: Sentence, start: int, one: Found) -> Meaning | None:
    """What stands behind the "for" that opens the clause: a phrase, or what a figure counts."""
    counted = s.covered.get(start + 1)
    if counted is not None and counted is not one and counted.noun and counted.kind == "count":
        return Meaning(text=counted.noun)
    thing = s.phrase_at(start)
    if thing is None or s.is_time(thing) or s.is_agent(thing) or s.is_sayer(thing):
        return None
    if thing.end > one.lead or s.head(thing) in s.grammar.relatives:
        return None
    return Meaning((thing.start, thing.end))


def _unit_paid(asked: Asked) -> Meaning | None:
    """ "bekamen für ein Kilo Milch 41 Cent": what the figure right before is one of."""
    s, one = asked.sentence, asked.one
    last = next((f for f in reversed(s.found) if f.j <= one.i), None)
    if last is None or last.value != 1 or not last.noun or last.kind not in ("measure", "count"):
        return None
    if s.low(last.lead - 1) not in s.grammar.price_for:
        return None
    end = s.word_before(one.lead) + 1
    if last.noun_at < 0 or end != last.noun_at + len(last.noun.split()):
        return None
    return Meaning(text=last.noun, role="price")


def _traded(s: Sentence, one: Found, start: int, end: int, trade: int) -> Phrase | None:
    """What is bought or sold: the object, else the subject where nobody else trades."""
    bare = [
        p for p in s.phrases
        if start <= p.at and p.end <= end and not p.prep and not s.is_time(p) and not s.is_sayer(p)
        and p.article not in s.grammar.oblique
    ]  # fmt: skip
    whom = s.phrase_at(trade + 1) if s.grammar.shape == "determined" else None
    if whom is not None and whom.prep in s.grammar.onto and whom.end <= one.lead:
        return whom  # "fichó al delantero por 25 millones"
    things = [p for p in bare if not s.is_agent(p)]
    if s.grammar.shape == "bare":
        behind = [p for p in bare if p.at > trade and p.end <= one.lead]
        if behind or not bare:
            return behind[0] if behind else None
        if s.low(trade) not in s.grammar.costs or any(
            trade < f.i and f.j <= one.lead for f in s.found
        ):
            return None  # "bought 15 litres of petrol for £21": who buys is not what is bought
        return phrase_of_subject(s, subject_of(s, one, trade))  # "a litre of fuel sells for"
    if len(bare) >= 2:
        return bare[-1] if bare[-1] in things or len(things) == 0 else things[-1]
    if bare and s.grammar.shape == "determined" and s.is_agent(bare[0]):
        is_done_to = s.low(s.word_before(trade)) in s.grammar.passives | s.grammar.reflexives
        return bare[0] if is_done_to or bare[0].at > trade else None  # "le groupe a cédé … pour"
    if bare:
        return bare[0]
    return None


def by_multiplying(asked: Asked) -> Meaning | None:
    """ "Die Kosten haben sich verdoppelt", "the builder halved its dividend"."""
    s, one = asked.sentence, asked.one
    value = s.grammar.multiples.get(s.low(one.i))
    lexicon = s.stream.lexicon
    if value is None and (
        s.stream.phrase_before(one.i, lexicon.multiplied_by_last)
        or s.stream.phrase_before(one.i, lexicon.divided_by_last)
    ):
        value = one.value  # "se ha multiplicado por dos", "divisées par deux"
    if one.kind != "ratio" or value is None:
        return None
    meaning = Meaning(role="delta", how="by", direction="rise" if value > 1 else "fall")
    behind = s.phrase_at(one.tail)
    if (
        s.grammar.shape == "bare"
        and behind is not None
        and behind.at == one.tail
        and behind.article
    ):
        meaning.noun = (behind.start, behind.end)
        meaning.of = subject_of(s, one, one.lead, is_owner=True)
        return meaning
    meaning.noun = subject_of(s, one, one.lead)
    return meaning
