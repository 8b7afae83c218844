"""What is more or less than something else: "5 Prozent mehr Lohn", "4% higher than a year ago"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Before, Meaning
from lesart.analysis.figures.subjects import subject_of
from lesart.analysis.figures.taking_over import is_comparable, taken_over
from lesart.analysis.figures.token_stream import Found


def by_comparison(asked: Asked) -> Meaning | None:
    """ "5 Prozent mehr Lohn", "4% higher than a year ago", "4 centimes de plus"."""
    s, one = asked.sentence, asked.one
    grammar = s.grammar
    at = one.tail
    base = s.bases.get(id(one))
    if base:
        at = base[2]
    before_more = grammar.share_of | (
        grammar.price_for
        if one.unit == "percentage_point" or grammar.shape == "determined"
        else set()
    )
    if (s.low(at) in before_more and s.low(at + 1) in grammar.more) or (
        s.low(at) in grammar.adverbs
        and s.low(at + 1) in grammar.more
        and s.low(at) not in grammar.more
    ):
        at += 1
    if s.low(at) in grammar.more and s.low(at + 2) in grammar.multiples:
        return None  # "auf 25 Prozent mehr als verdoppelt"
    direction = grammar.more.get(s.low(at), "")
    if not direction or s.low(at) in grammar.onto:
        return None
    is_preposition = s.low(at) in grammar.prepositions
    if is_preposition and s.low(at) not in grammar.signs and _leads_to_time(s, at + 1):
        return None  # "by $23 billion over a decade"
    prep = asked.lead.prep
    is_amount = one.kind in ("percent", "money", "measure")
    if is_preposition and grammar.shape == "capitals" and not _is_bounded(s, at + 1):
        return None  # "klagen 63 Prozent über Personalmangel"
    if is_preposition and not (is_amount and (not prep or prep in grammar.by)):
        return None  # "nach 350 Kilometern über die Grenze"
    if prep in grammar.with_ and one.kind != "percent":
        return None  # "mit 41 Euro höher als im Schnitt"
    if one.kind not in ("percent", "money", "count", "measure", "distance", "ratio", "duration"):
        return None
    is_named = bool(one.noun) and one.noun_at >= 0
    is_named = is_named and one.noun.lower() not in s.stream.lexicon.points
    if one.kind == "count" and (is_named or (one.value is not None and one.value < 2)):
        return None
    meaning = Meaning(role="delta", direction=direction, how="by")
    if (
        one.kind == "count"
        and one.noun
        and not any(_leads_to_time(s, k) for k in range(at + 1, min(s.b, at + 5)))
    ):
        meaning.direction = ""  # "cuatro menos que el líder": more than others is no rise
    if s.low(at + 1) in grammar.share_of and s.low(at + 2) in grammar.objects:
        meaning.is_unnamed = True  # "we saw 70 per cent more of it"
        return meaning
    if one.kind == "money" and prep in grammar.price_for and grammar.shape == "bare":
        return Meaning(role="level", is_unnamed=True)  # "has applied for $2 million more"
    counted = _compared(s, at)
    if counted is not None:
        meaning.noun = counted
        return meaning
    return _compared_before(asked, meaning)


def _is_bounded(s: Sentence, at: int) -> bool:
    """ "über dem Mittel", "unter Vorjahr": a dative or a time behind it, and nobody's subject."""
    low = s.low(at)
    if low in s.grammar.oblique or low in s.grammar.genitive or at in s.covered:
        return True
    return low in s.grammar.accusative or _leads_to_time(s, at)


def _leads_to_time(s: Sentence, at: int) -> bool:
    behind = s.covered.get(at)
    if behind is not None:
        return behind.kind in ("duration", "date")
    phrase = s.phrase_at(at) or s.phrase_at(at - 1)
    return phrase is not None and s.head(phrase) in s.grammar.times


def _compared(s: Sentence, at: int) -> tuple[int, int] | None:
    """The noun right behind a comparative."""
    grammar = s.grammar
    within = s.phrase_of(at)
    if within is not None and within.start <= at < within.head:
        return None if s.is_time(within) else (at + 1, within.end)
    after = at + 1
    if s.low(after) in grammar.share_of:
        after += 1
    if s.low(at) in grammar.prepositions or (
        s.low(after) in grammar.prepositions and after == at + 1
    ):
        return None
    phrase = next((p for p in s.phrases if p.start == after and not p.article), None)
    if phrase is None or s.is_time(phrase) or s.is_sayer(phrase):
        return None
    if after > at + 1 and phrase.prep not in {"", *grammar.share_of}:
        return None
    return phrase.start, phrase.end


def _compared_before(asked: Asked, meaning: Meaning) -> Meaning:
    s, one = asked.sentence, asked.one
    start, end = s.bounds(s.part_of(one.lead))
    last = asked.before[-1] if asked.before else None
    if s.grammar.shape == "determined":
        if _counts_times(s, one):
            meaning.is_unnamed, meaning.direction, meaning.how = True, "", ""
            return meaning  # "tres veces más que hace un año"
        last = next((b for b in reversed(asked.before) if b.one.kind != "duration"), None)
    governor = s.word_before(one.lead)
    is_opening = governor < start or s.low(governor) in s.grammar.coordinators
    is_opening = is_opening or _only_points_back(s, start, governor)
    if is_opening and last is not None and not is_comparable(one, last.one):
        return meaning
    if is_opening and last is not None and last.sentence is s and last.meaning.is_unnamed:
        meaning.of_text, meaning.is_unnamed = last.meaning.of_text, True
        return meaning
    if is_opening and last is not None and last.sentence is s and last.meaning.text:
        meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
        return meaning
    if is_opening and _follows_unnamed(s, last, start):
        meaning.is_unnamed = True  # "El paro preocupa al 21 %, cuatro puntos menos"
        return meaning
    beside = s.phrase_ending(one.lead)
    if s.grammar.shape == "determined" and beside is not None and _is_adjective_behind(s, one):
        meaning.noun = (beside.start, beside.end)  # "unos precios un 5 % más altos"
        return meaning
    if beside is not None and beside.prep in s.grammar.with_ and not s.is_time(beside):
        meaning.noun = (beside.start, beside.end)  # "with temperatures 10 degrees above normal"
        return meaning
    verb = s.verb_over(one)
    bought = _paid_for(s, one)
    pays = s.low(verb) in s.grammar.trades or s.low(at_of(s, one)) in s.grammar.trades
    if bought is not None and pays:
        meaning.noun = bought
        return meaning
    if one.kind == "percent" and s.low(verb) in s.grammar.trades:
        return _paid_behind(s, at_of(s, one), meaning)
    if one.kind == "money" and s.low(verb) in s.grammar.spends | s.grammar.trades:
        meaning.is_unnamed = True
        meaning.of = subject_of(s, one, verb, is_owner=True) if verb >= 0 else None
        return meaning
    if s.grammar.shape == "capitals" and _is_paid(s, one, start, end):
        meaning.is_unnamed = True  # "Ein Verdiener müsste 11,60 Euro mehr im Monat zahlen"
        return meaning
    meaning.noun = subject_of(s, one, one.lead)
    if meaning.noun is None and last is not None and is_comparable(one, last.one):
        taken = taken_over(asked.before, one, anything=True)
        if taken is not None:
            meaning.text, meaning.of_text = taken.text, taken.of_text
    return meaning


def _is_adjective_behind(s: Sentence, one: Found) -> bool:
    """ "un 5 % más altos": what is more so is an adjective of the noun before."""
    at = s.behind(one)
    token = s.stream.at(at + 1)
    if s.low(at) not in s.grammar.more or token.kind != "w" or s.stream.gap(at + 1) != " ":
        return False
    small = s.grammar.subordinators | s.grammar.prepositions | s.grammar.articles | s.grammar.verbs
    return token.low not in small | s.grammar.coordinators and token.low.endswith(
        ("s", "o", "a", "e", "r")
    )


def _counts_times(s: Sentence, one: Found) -> bool:
    """ "tres veces más": how often, with no noun between."""
    is_times = s.low(one.j - 1) in s.stream.lexicon.times and s.low(one.tail) in s.grammar.adverbs
    return one.kind == "ratio" and is_times


def _follows_unnamed(s: Sentence, last: Before | None, start: int) -> bool:
    """The figure right before the comma measures nothing that is told."""
    if last is None or last.sentence is not s or s.behind(last.one) != start - 1:
        return False
    return not (last.one.noun or last.meaning.text)


def _only_points_back(s: Sentence, start: int, governor: int) -> bool:
    """ ", das waren 54 Prozent weniger", "that was 3% more": a pronoun and a verb, and no noun of its own."""
    grammar = s.grammar
    points = grammar.pronouns | grammar.relatives
    return (
        s.low(start) in points
        and governor > start
        and s.low(governor) in grammar.auxiliaries
        and all(s.low(k) in grammar.adverbs for k in range(start + 1, governor))
    )


def _is_paid(s: Sentence, one: Found, start: int, end: int) -> bool:
    """Somebody in the clause pays or earns the amount, wherever the verb stands."""
    verbs = s.grammar.trades | s.grammar.spends
    return one.kind == "money" and any(
        s.low(k) in verbs for k in range(start, end) if k not in s.covered
    )


def at_of(s: Sentence, one: Found) -> int:
    """The token behind a figure and its comparative."""
    at = one.tail
    while s.low(at) in s.grammar.share_of or s.low(at) in s.grammar.more:
        at += 1
    return at


def _paid_behind(s: Sentence, at: int, meaning: Meaning) -> Meaning:
    """ "paieront 15 % de plus pour leur électricité"; who pays is not measured."""
    phrase = next(
        (p for p in s.phrases if p.prep in s.grammar.price_for and p.at <= at < p.start), None
    )
    if phrase is not None and not s.is_time(phrase):
        meaning.noun = (phrase.start, phrase.end)
    else:
        meaning.is_unnamed = True
    return meaning


def _paid_for(s: Sentence, one: Found) -> tuple[int, int] | None:
    """ "zahlten für Nahrungsmittel 3,2 Prozent mehr": right before the figure."""
    phrase = s.phrase_ending(one.lead)
    if phrase is None or phrase.prep not in s.grammar.price_for or s.is_time(phrase):
        return None
    return phrase.start, phrase.end
