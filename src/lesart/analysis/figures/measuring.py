"""Say what a figure measures: the first rule that fits the words around it decides.

The rules look, in this order, at what governs the figure as a noun ("a rise of 4%"), at labels, at what
stands behind it ("4% of voters"), at the verb of its clause, and at the figure before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames import by_frame, taken_over
from lesart.analysis.figures.meaning import Before, Lead, Meaning, lead_of
from lesart.analysis.figures.noun_phrases import Phrase
from lesart.analysis.figures.reading import Found
from lesart.analysis.figures.subjects import antecedent, subject_of

_AMOUNTS = {"percent", "money"}


def meaning_of(sentence: Sentence, one: Found, before: Sequence[Before]) -> Meaning:
    """What the sentence says that the figure measures; an empty meaning where no rule is sure."""
    asked = Asked(sentence, one, before, lead_of(sentence, one))
    for rule in _RULES:
        meaning = rule(asked)
        if meaning is not None:
            return meaning
    return Meaning()


class Asked(NamedTuple):
    """A figure with all that the rules look at."""

    sentence: Sentence
    one: Found
    before: Sequence[Before]
    lead: Lead


# ------------------------------------------------------------------ nouns of change and labels


def _by_change_noun(asked: Asked) -> Meaning | None:
    """ "ein Plus von 5 Prozent", "a drop in sales of 5%", "une hausse de 5 % des prix"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    noun = _governor(s, lead)
    if noun is None:
        return None
    target: tuple[int, int] | None = None
    if not s.is_change(noun):
        outer = s.phrase_ending(noun.at)
        if outer is None or not s.is_change(outer) or noun.prep not in s.grammar.change_in:
            return None
        noun, target = outer, (noun.start, noun.end)
    head = s.head(noun)
    how = "to" if lead.prep in s.grammar.onto and lead.prep not in s.grammar.by else "by"
    meaning = Meaning(role="to" if how == "to" else "delta", how=how)
    meaning.direction = s.grammar.change_nouns[head]
    target = target or noun.owner or _behind_change(s, one)
    if target is not None:
        meaning.noun = target
        return meaning
    is_own = head in s.grammar.own_amounts or (one.kind == "money" and head in s.grammar.own_sums)
    if is_own or noun.start < noun.head:
        meaning.noun = (noun.start, noun.end)
        if is_own:
            meaning.role, meaning.direction, meaning.how = "level", "", ""
        return meaning
    _name_antecedent(asked, noun.at, meaning)
    return meaning


def _governor(s: Sentence, lead: Lead) -> Phrase | None:
    """The noun that a preposition ties to the figure."""
    if not lead.prep:
        return None
    return s.phrase_ending(lead.prep_at)


def _behind_change(s: Sentence, one: Found) -> tuple[int, int] | None:
    """ "in services" behind "a rise of 4%"."""
    at = one.tail
    if s.grammar.fused.get(s.low(at), s.low(at)) not in s.grammar.change_in:
        return None
    phrase = s.phrase_at(at) or s.phrase_at(at + 1)
    if phrase is None or s.is_time(phrase) or phrase.at > at + 1:
        return None
    return phrase.start, phrase.end


def _name_antecedent(asked: Asked, at: int, meaning: Meaning) -> None:
    """What changes where the noun of change does not say it: the figure's before it, or the subject."""
    s = asked.sentence
    start, _ = s.bounds(s.part_of(at))
    last = asked.before[-1] if asked.before else None
    if at <= start + 1 and last is not None and last.sentence is s and last.meaning.text:
        meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
        return
    phrase = subject_of(s, asked.one, at)
    if phrase is not None:
        meaning.noun = phrase
    elif last is not None and last.sentence is s:
        meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text


def _by_label(asked: Asked) -> Meaning | None:
    """ "Israel (4,11 Prozent)", "Inflation: 2,3 Prozent"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    text = s.reading.at(lead.at).text
    if text not in {"(", ":"} or lead.at < s.a:
        return None
    phrase = s.phrase_ending(lead.at)
    if phrase is None:
        if lead.at - 1 in s.covered and s.covered[lead.at - 1].kind in ("date", "duration"):
            taken = taken_over(asked.before, one)
            return Meaning(text=taken.text, of_text=taken.of_text, role="level") if taken else None
        return None
    is_delta = bool(lead.sign) or _is_negative(one)
    meaning = Meaning(role="delta" if is_delta else "level")
    if is_delta:
        meaning.how = "by"
        meaning.direction = lead.sign or "fall"
    if text == ":" and s.has_verb(s.part_of(lead.at)):
        return None
    if s.is_time(phrase):
        taken = taken_over(asked.before, one)
        if taken:
            meaning.text, meaning.of_text = taken.text, taken.of_text
        return meaning if taken else None
    meaning.noun = (phrase.start, phrase.end)
    if not is_delta and one.kind == "percent":
        _label_change(asked, meaning)
    return meaning


def _label_change(asked: Asked, meaning: Meaning) -> None:
    """In a list of changes the next ones change too: "plus 7,7 Prozent), gefolgt von X (6,1 Prozent)"."""
    last = asked.before[-1] if asked.before else None
    if last and last.sentence is asked.sentence and last.meaning.how == "by":
        if asked.sentence.reading.at(asked.lead.at).text == "(":
            meaning.role, meaning.how, meaning.direction = "delta", "by", last.meaning.direction


def _is_negative(one: Found) -> bool:
    return one.kind == "percent" and one.value is not None and one.value < 0


# ------------------------------------------------------------------ behind the figure


def _by_share(asked: Asked) -> Meaning | None:
    """ "40 Prozent der Wähler", "40% of voters": the whole, and whose share it is."""
    s, one = asked.sentence, asked.one
    if one.kind not in ("percent", "ratio") or one.unit in ("percentage_point", "basis_point"):
        return None
    at = one.tail
    base = s.grammar.fused.get(s.low(at), s.low(at))
    if base not in s.grammar.share_of:
        return None
    is_article = s.low(at) in s.grammar.genitive or s.low(at) in s.grammar.fused
    phrase = s.phrase_at(at) if is_article else s.phrase_at(at + 1) or s.phrase_at(at)
    if phrase is None or phrase.start > at + 3 or s.is_time(phrase):
        return None
    if s.head(phrase) in s.grammar.more:
        return None
    meaning = Meaning((phrase.start, phrase.end), role="share")
    if phrase.owner and not phrase.is_joined:
        meaning.of = phrase.owner
    else:
        meaning.of = subject_of(s, one, one.lead, is_owner=True)
    frame = by_frame(asked.sentence, one, asked.before, asked.lead)
    if frame is not None and frame.how in ("to", "from"):
        meaning.role = frame.role
        meaning.how, meaning.direction = frame.how, frame.direction
    return meaning


def _by_comparison(asked: Asked) -> Meaning | None:
    """ "5 Prozent mehr Lohn", "4% higher than a year ago", "4 centimes de plus"."""
    s, one = asked.sentence, asked.one
    grammar = s.grammar
    at = one.tail
    base = s.bases.get(id(one))
    if base:
        at = base[2]
    if (s.low(at) in grammar.share_of and s.low(at + 1) in grammar.more) or (
        s.low(at) in grammar.adverbs
        and s.low(at + 1) in grammar.more
        and s.low(at) not in grammar.more
    ):
        at += 1
    direction = grammar.more.get(s.low(at), "")
    if not direction or s.low(at) in grammar.onto:
        return None
    if one.kind not in ("percent", "money", "count", "measure", "distance", "ratio", "duration"):
        return None
    if one.kind == "count" and (one.noun or (one.value is not None and one.value < 2)):
        return None
    meaning = Meaning(role="delta", direction=direction, how="by")
    counted = _compared(s, at)
    if counted is not None:
        meaning.noun = counted
        return meaning
    return _compared_before(asked, meaning)


def _compared(s: Sentence, at: int) -> tuple[int, int] | None:
    """The noun right behind a comparative."""
    grammar = s.grammar
    within = s.phrase_of(at)
    if within is not None and within.start <= at < within.head:
        return None if s.is_time(within) else (at + 1, within.end)
    after = at + 1
    if s.low(after) in grammar.share_of and s.reading.lexicon.code != "":
        after += 1
    if s.low(after) in grammar.prepositions and after == at + 1:
        return None
    phrase = next((p for p in s.phrases if p.start == after and not p.article), None)
    if phrase is None or s.is_time(phrase) or s.is_sayer(phrase):
        return None
    if after > at + 1 and phrase.prep not in {"", *grammar.share_of}:
        return None
    return phrase.start, phrase.end


def _compared_before(asked: Asked, meaning: Meaning) -> Meaning:
    s, one = asked.sentence, asked.one
    start, _ = s.bounds(s.part_of(one.lead))
    last = asked.before[-1] if asked.before else None
    is_opening = s.word_before(one.lead) < start or s.word_before(one.lead) == start - 1
    if is_opening and last is not None and last.sentence is s and last.meaning.text:
        meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
        return meaning
    verb = s.verb_over(one)
    if one.kind == "money" and s.low(verb) in s.grammar.spends | s.grammar.trades:
        meaning.is_unnamed = True
        meaning.of = subject_of(s, one, verb, is_owner=True) if verb >= 0 else None
        return meaning
    meaning.noun = subject_of(s, one, one.lead)
    if meaning.noun is None:
        taken = taken_over(asked.before, one, anything=True)
        if taken is not None:
            meaning.text, meaning.of_text = taken.text, taken.of_text
    return meaning


def _by_noun_behind(asked: Asked) -> Meaning | None:
    """ "a 3.2% drop in farming", "a $250,000 fine", "55 Euro Bußgeld"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind not in _AMOUNTS and one.kind not in ("measure", "duration", "distance"):
        return None
    if id(one) in s.bases:
        return None
    at = one.tail
    if s.reading.at(at).text in {"-", "‑"}:
        at += 1
    phrase = next((p for p in s.phrases if p.at == at and not p.article and not p.prep), None)
    if phrase is None or phrase.start != at or s.is_time(phrase):
        return None
    change = s.grammar.change_nouns.get(s.head(phrase), "")
    if change and one.kind in _AMOUNTS:
        return _by_change_behind(asked, phrase)
    if s.head(phrase) in s.grammar.more or one.kind in ("duration", "distance"):
        return None
    if one.kind == "measure":
        return None
    if s.is_agent(phrase) and s.grammar.shape == "bare":
        return Meaning(role="level", is_unnamed=True)
    if s.is_agent(phrase) or s.is_sayer(phrase):
        return None
    if s.grammar.shape == "determined":
        return None
    if s.grammar.shape == "bare" and s.reading.tokens[phrase.start].text[0].isupper():
        return None
    if lead.prep in s.grammar.by | s.grammar.onto and s.move_near(one)[0]:
        start, end = _past_participle(s, phrase)
        if start == phrase.start and s.grammar.shape == "capitals":
            return None
        return Meaning((start, end), role="delta", how="by", direction=s.move_near(one)[0])
    is_owned = s.grammar.shape == "bare" and phrase.owner and not phrase.is_joined
    return Meaning((phrase.start, phrase.end), phrase.owner if is_owned else None, role="level")


def _past_participle(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """ "gestiegene Renten": the noun is what has risen."""
    low = s.low(phrase.start)
    for ending in ("en", "em", "er", "es", "e"):
        if s.grammar.moves.get(low.removesuffix(ending)):
            return phrase.start + 1, phrase.end
    return phrase.start, phrase.end


def _by_participle(asked: Asked) -> Meaning | None:
    """ "die um 5 Prozent gestiegenen Renten"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if lead.prep not in s.grammar.by | s.grammar.onto or s.grammar.shape != "capitals":
        return None
    phrase = next((p for p in s.phrases if p.at == one.tail and not p.article), None)
    if phrase is None or phrase.start >= phrase.head:
        return None
    low = s.low(phrase.start)
    for ending in ("en", "em", "er", "es", "e"):
        direction = (
            s.grammar.moves.get(low.removesuffix(ending), "") if low.endswith(ending) else ""
        )
        if direction:
            how = "to" if lead.prep in s.grammar.onto else "by"
            role = "to" if how == "to" else "delta"
            return Meaning((phrase.start + 1, phrase.end), role=role, how=how, direction=direction)
    return None


def _by_change_behind(asked: Asked, phrase: Phrase) -> Meaning:
    """ "a 3.2% drop in farming", "a 9 percent increase"."""
    s, one = asked.sentence, asked.one
    head = s.head(phrase)
    meaning = Meaning(role="delta", how="by", direction=s.grammar.change_nouns[head])
    if phrase.owner is not None:
        meaning.noun = phrase.owner
        return meaning
    stop = phrase.stop
    if s.low(stop) in s.grammar.change_in:
        target = s.phrase_at(stop) or s.phrase_at(stop + 1)
        if target is not None and target.at <= stop + 1 and not s.is_time(target):
            meaning.noun = (target.start, target.end)
            if target.owner and not target.is_joined:
                meaning.of = target.owner
            return meaning
    if phrase.start < phrase.head and s.grammar.shape == "bare":
        meaning.noun = (phrase.start, phrase.end)
        return meaning
    if head in s.grammar.own_amounts:
        meaning.noun = (phrase.start, phrase.end)
        return meaning
    _name_antecedent(asked, s.bounds(s.part_of(one.lead))[0], meaning)
    return meaning


def _by_given_as(asked: Asked) -> Meaning | None:
    """ "$47 million in damages", "3 Millionen an Bußgeldern": money, and what it is given as."""
    s, one = asked.sentence, asked.one
    if one.kind != "money" or s.low(one.tail) not in s.grammar.kept_in:
        return None
    phrase = next((p for p in s.phrases if p.start == one.tail + 1), None)
    if phrase is None or phrase.article or s.is_time(phrase) or s.is_agent(phrase):
        return None
    if s.head(phrase) in {"cash", "total"}:
        return None
    text = s.reading.tokens[phrase.start].text
    if s.grammar.shape != "capitals" and text[0].isupper():
        return None
    return Meaning(
        (phrase.start, phrase.end), role="level", of=subject_of(s, one, one.lead, is_owner=True)
    )


def _by_price(asked: Asked) -> Meaning | None:
    """ "paid $3m for the house", "für 2,5 Milliarden kauft der Konzern den Rivalen"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind != "money":
        return None
    start, end = s.bounds(s.part_of(one.lead))
    trade = next((k for k in range(start, end) if s.low(k) in s.grammar.trades), -1)
    if trade < 0:
        return None
    if s.low(one.tail) in s.grammar.price_for:
        bought = s.phrase_at(one.tail) or s.phrase_at(one.tail + 1)
        if bought is not None and not s.is_time(bought):
            return Meaning(
                (bought.start, bought.end),
                role="price",
                of=subject_of(s, one, one.lead, is_owner=True),
            )
    if lead.prep not in s.grammar.price_for:
        return None
    thing = _traded(s, one, start, end, trade)
    if thing is None:
        return None
    return Meaning((thing.start, thing.end), role="price")


def _traded(s: Sentence, one: Found, start: int, end: int, trade: int) -> Phrase | None:
    """What is bought or sold: the object, else the subject where nobody else trades."""
    bare = [
        p for p in s.phrases
        if start <= p.at and p.end <= end and not p.prep and not s.is_time(p) and not s.is_sayer(p)
        and p.article not in s.grammar.oblique
    ]  # fmt: skip
    things = [p for p in bare if not s.is_agent(p)]
    if s.grammar.shape == "bare":
        behind = [p for p in bare if p.at > trade and p.end <= one.lead]
        return behind[0] if behind else (bare[0] if bare else None)
    if len(bare) >= 2:
        return bare[-1] if bare[-1] in things or len(things) == 0 else things[-1]
    if bare:
        return bare[0]
    return None


def _by_amount_of(asked: Asked) -> Meaning | None:
    """ "ein Schaden in Höhe von 3 Millionen", "a fine of $3m", "une amende de 3 millions"."""
    s, one = asked.sentence, asked.one
    at = _amount_word(s, s.word_before(one.lead) + 1)
    if at < 0:
        return None
    noun = s.phrase_ending(at)
    if noun is None or s.is_time(noun) or s.is_change(noun):
        return None
    if (
        one.kind == "duration"
        and noun.article == ""
        and noun.end - noun.start == 1
        and s.is_agent(noun)
    ):
        return None
    if s.head(noun) in s.grammar.amount_nouns and noun.end - noun.start == 1:
        return _by_amount_noun(asked, noun)
    if s.is_agent(noun) and s.grammar.shape != "determined":
        return None
    meaning = Meaning((noun.start, noun.end), _owner_of(s, noun), role="level")
    _mark_change_of_object(asked, noun, meaning)
    if s.head(noun) in s.grammar.limits or s.low(noun.start) in s.grammar.limits:
        meaning.role = "limit"
    return meaning


def _by_amount_noun(asked: Asked, noun: Phrase) -> Meaning | None:
    """ "l'aide, d'un montant de 500 euros", "grew at a pace of 2.1%": the noun is somewhere else."""
    s, one = asked.sentence, asked.one
    meaning = Meaning(noun.owner, role="limit" if s.head(noun) in s.grammar.limits else "level")
    if meaning.noun is None:
        start, _ = s.bounds(s.part_of(noun.at))
        near = antecedent(s, noun.at) if noun.at <= start + 1 else None
        meaning.noun = near or subject_of(s, one, noun.at)
    if meaning.noun is None:
        return None
    direction, at = s.move_near(one)
    if direction and at < noun.at and noun.prep and noun.prep in s.grammar.at:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    return meaning


def _by_open_range(asked: Asked) -> Meaning | None:
    """ "Bußgelder zwischen 50 und 500 Euro"."""
    s, one = asked.sentence, asked.one
    if one.low is None or one.lead == one.i or s.reading.phrase_before(one.i, {}) != ():
        return None
    if (s.low(one.lead),) not in s.reading.lexicon.range_open:
        return None
    noun = s.phrase_ending(one.lead)
    if noun is None or s.is_time(noun) or s.is_change(noun) or s.is_agent(noun):
        return None
    return Meaning((noun.start, noun.end), _owner_of(s, noun), role="level")


def _owner_of(s: Sentence, noun: Phrase) -> tuple[int, int] | None:
    return noun.owner if noun.owner and not noun.is_joined else None


def _amount_word(s: Sentence, end: int) -> int:
    """Where the words that join noun and amount begin; -1 for none."""
    for phrase in s.grammar.amount_of:
        begin = end - len(phrase)
        if begin >= s.a and all(s.low(begin + k) == word for k, word in enumerate(phrase)):
            longer = any(
                len(other) > len(phrase)
                and all(s.low(end - len(other) + k) == word for k, word in enumerate(other))
                for other in s.grammar.amount_of
            )
            if not longer:
                return begin
    return -1


def _mark_change_of_object(asked: Asked, noun: Phrase, meaning: Meaning) -> None:
    """ "senkt den Preis von 34 auf 29 Cent", "a réduit ses coûts de 200 millions"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    start, end = s.bounds(s.part_of(one.lead))
    direction = next(
        (
            d
            for k in range(noun.at - 1, start - 1, -1)
            if k not in s.covered and (d := s.move_at(k, end))
        ),
        "",
    )
    follower = next((f for f in s.found if f.i >= one.j and f.i - one.j < 5), None)
    is_pair = follower is not None and s.low(s.word_before(follower.lead)) in s.grammar.onto
    if lead.prep in s.grammar.from_ and is_pair:
        direction = direction or s.move_near(one)[0] or "rise"
        meaning.role, meaning.how, meaning.direction = "from", "from", direction  # type: ignore[assignment]
    elif direction and lead.prep in s.grammar.by:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction  # type: ignore[assignment]


def _by_clause(asked: Asked) -> Meaning | None:
    return by_frame(asked.sentence, asked.one, asked.before, asked.lead)


_RULES: tuple[Callable[[Asked], Meaning | None], ...] = (
    _by_change_noun,
    _by_label,
    _by_share,
    _by_comparison,
    _by_participle,
    _by_noun_behind,
    _by_given_as,
    _by_price,
    _by_amount_of,
    _by_open_range,
    _by_clause,
)
