"""What stands before a figure and says what it measures: nouns of change, labels, "a fine of"."""

from __future__ import annotations

from lesart.analysis.figures.amount_words import joint_of, noun_before_comma
from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.rules_bounds import owner_in, told_by_ending
from lesart.analysis.figures.somebody import is_place, is_somebody
from lesart.analysis.figures.subjects import antecedent, phrase_of_subject, subject_of
from lesart.analysis.figures.token_stream import Found


def by_whole_before(asked: Asked) -> Meaning | None:
    """ "Von den Befragten gaben 45 Prozent an …": the whole stands in front."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind != "percent" or lead.prep or lead.sign:
        return None
    start, _ = s.bounds(s.part_of(one.lead))
    if s.word_before(one.lead) < start and start - 1 > s.a and s.stream.at(start - 1).text == ",":
        start, end = s.bounds(s.part_of(start - 2))  # "Among independents, 52 percent said"
        if (counted := _counted_in(s, start, one)) is not None:
            return counted
        fronted = s.phrase_at(start)
        if fronted is None or fronted.stop < end or s.low(start) not in s.grammar.out_of:
            return None
    opener = s.low(start)
    if opener not in s.grammar.out_of:
        return None
    if (counted := _counted_in(s, start, one)) is not None:
        return counted
    whole = s.phrase_at(start)
    if whole is None or s.is_time(whole) or whole.end > one.lead:
        return None
    return Meaning((whole.start, whole.end), role="share")


def _counted_in(s: Sentence, start: int, one: Found) -> Meaning | None:
    """ "Von den 300 Gästen haben 46 Prozent …": the whole has a figure of its own."""
    whole = s.covered.get(start + 1 + (s.low(start + 1) in s.grammar.articles))
    if whole is None or whole is one or not whole.noun or whole.j > one.lead:
        return None
    return Meaning(text=whole.noun, role="share") if s.low(start) in s.grammar.out_of else None


def by_amount_of(asked: Asked) -> Meaning | None:
    """ "ein Schaden in Höhe von 3 Millionen", "a fine of $3m", "une amende de 3 millions"."""
    s, one = asked.sentence, asked.one
    at = joint_of(asked)
    if at < 0:
        return None
    if one.kind == "duration" and s.low(at) not in s.grammar.share_of | s.grammar.from_:
        return None  # "verurteilte ihn zu vier Jahren"
    noun = s.phrase_ending(at)
    if noun is not None and noun.prep and s.grammar.shape == "capitals":
        is_range = one.low is not None and s.low(one.tail) in s.grammar.levels
        if is_range or _leads_on(s, one):
            return None  # "nach Zahlen von 7,50 auf 8,00", "je nach Strecke zwischen 15 und 70 beträgt"
    if noun is None and s.grammar.shape == "determined":
        noun = noun_before_comma(s, at)
        if noun is not None and noun.prep and s.low(at) not in s.grammar.share_of:
            noun = None  # "à 30 kilomètres au nord, à 3 kilomètres de la mer"
    is_bare = s.grammar.shape == "bare"
    if (
        noun is None
        and is_bare
        and s.low(at - 1) == ","
        and (counted := _counted_before(asked, at - 1))
    ):
        return counted
    if noun is None and is_bare and s.low(at - 1) == "," and s.word_before(one.lead) > at:
        return Meaning(role="level", is_unnamed=True)  # ", equivalent to 38%"
    if noun is None or s.is_time(noun) or s.is_change(noun):
        return None
    if (suffered := _suffered(s, one, noun)) is not None:
        return suffered
    if _has_no_amount(s, one, noun):
        return None
    is_itself = s.head(noun) in s.grammar.own_levels and noun.start < noun.head
    is_itself = is_itself and noun.article not in s.stream.lexicon.one
    if s.head(noun) in s.grammar.amount_nouns and not noun.owner and not is_itself:
        return _by_amount_noun(asked, noun)
    if s.is_agent(noun) and s.grammar.shape != "determined":
        return None
    meaning = Meaning((_start_of(s, noun), noun.end), owner_in(s, noun), role="level")
    if s.grammar.shape == "determined" and one.kind in ("measure", "distance") and noun.owner:
        if s.low(noun.owner[0] - 1) in s.grammar.articles and noun.is_joined:
            meaning.noun = noun.owner  # "le prix d'un sac de farine de 25 kilos"
    told_by_ending(s, noun, meaning)
    _mark_change_of_object(asked, noun, meaning)
    if s.head(noun) in s.grammar.limits or s.low(noun.start) in s.grammar.limits:
        meaning.role = "limit"
    _mark_carried_change(asked, noun, meaning)
    return meaning


def _suffered(s: Sentence, one: Found, noun: Phrase) -> Meaning | None:
    """ "während Ställe Einbußen von 8 Prozent hinnahmen": two nouns, and the second is the change."""
    direction = s.grammar.change_nouns.get(s.low(noun.end - 1), "")
    is_two = s.grammar.shape == "capitals" and noun.start == noun.end - 2 and not noun.prep
    if not (is_two and direction and one.kind == "percent"):
        return None
    if not s.stream.at(noun.start).text[:1].isupper():
        return None
    return Meaning((noun.start, noun.end - 1), role="delta", direction=direction, how="by")


def _start_of(s: Sentence, noun: Phrase) -> int:
    """ "aus einem Geschäft Uhren im Wert von", "in China Waren im Wert von": another phrase begins."""
    is_glued = s.grammar.shape == "capitals" and noun.prep and noun.end - noun.head > 1
    if s.grammar.shape == "capitals" and not noun.prep and not noun.article:
        is_apart = s.low(noun.at - 1) in s.grammar.auxiliaries and noun.end - noun.start == 2
        if is_apart and s.low(noun.end - 1).endswith("en"):
            return noun.end - 1  # "Versprochen hatte Petzold Renditen von 8 Prozent"
    is_glued = is_glued and all(
        s.stream.at(k).text[:1].isupper() for k in range(noun.head, noun.end)
    )
    return noun.end - 1 if is_glued and (noun.article or is_place(s, noun)) else noun.start


def _has_no_amount(s: Sentence, one: Found, noun: Phrase) -> bool:
    """Units, states, and who or what a length of time belongs to otherwise."""
    is_bare = not noun.article
    if s.grammar.shape == "determined" and s.head(noun) in s.stream.lexicon.points:
        return True  # "d'un quart de point, à 4,75 %"
    if noun.prep in s.grammar.states_in and is_bare:
        return True  # "en valeur", "en excédent"
    if one.kind != "duration":
        return False
    if is_bare and (noun.prep or (noun.end - noun.start == 1 and s.is_agent(noun))):
        return True  # "a falta de siete jornadas"
    return one.unit == "year" and s.grammar.shape == "determined"  # "une fillette de 3 ans"


def _mark_carried_change(asked: Asked, noun: Phrase, meaning: Meaning) -> None:
    """ "Le café a augmenté de 21 %, le beurre de 14 %": no verb of its own, so the one before holds."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    last = asked.before[-1] if asked.before else None
    if s.grammar.shape != "determined" or last is None or last.sentence is not s or noun.prep:
        return
    is_like = last.meaning.how == "by" and last.one.kind == one.kind and lead.prep in s.grammar.by
    opens = (
        noun.at == s.bounds(s.part_of(noun.at))[0] or s.low(noun.at - 1) in s.grammar.coordinators
    )
    if (
        is_like
        and opens
        and not any(s.low(k) in s.grammar.finite for k in range(noun.at, one.lead))
    ):
        meaning.role, meaning.how, meaning.direction = "delta", "by", last.meaning.direction


def _leads_on(s: Sentence, one: Found) -> bool:
    """ "von 7,50 auf 8,00 Euro": where it went comes right behind, and the clause says what rose."""
    goal = next((f for f in s.found if f.i >= one.j), None)
    if goal is None or goal.i - one.j > 3 or s.low(s.word_before(goal.lead)) not in s.grammar.onto:
        return False
    return bool(s.move_near(one)[0])


def _counted_before(asked: Asked, comma: int) -> Meaning | None:
    """ "80,000 tonnes of grain, worth $22 million,": what the figure before the comma is of."""
    last = asked.before[-1] if asked.before else None
    if last is None or last.sentence is not asked.sentence or asked.one.kind != "money":
        return None
    words = len(last.one.noun.split())
    end = last.one.noun_at + words if last.one.noun_at >= 0 else last.one.tail
    text = last.one.noun or last.meaning.text
    return Meaning(text=text, role="level") if text and end == comma else None


def _by_amount_noun(asked: Asked, noun: Phrase) -> Meaning | None:
    """ "l'aide, d'un montant de 500 euros", "grew at a pace of 2.1%": the noun is somewhere else."""
    s, one = asked.sentence, asked.one
    meaning = Meaning(noun.owner, role="limit" if s.head(noun) in s.grammar.limits else "level")
    if noun.prep in s.grammar.price_for and (counted := _counted_before(asked, noun.at)):
        return counted  # "40 aviones por un importe de 300 millones"
    if meaning.noun is None:
        start, _ = s.bounds(s.part_of(noun.at))
        near = antecedent(s, noun.at) if noun.at <= start + 1 else None
        beside = phrase_of_subject(s, near)
        near = None if beside is not None and s.is_time(beside) else near
        meaning.noun = near or subject_of(s, one, noun.at)
        whole = phrase_of_subject(s, meaning.noun)
        if one.kind == "money" and whole is not None and is_somebody(s, whole):
            return Meaning(of=meaning.noun, role="level", is_unnamed=True)
    if meaning.noun is None:
        return None
    direction, at = s.move_near(one)
    last = asked.before[-1] if asked.before else None
    is_led = (
        noun.prep in s.grammar.onto - s.grammar.by and s.bounds(s.part_of(noun.at))[0] == noun.at
    )
    if is_led and not direction and last is not None and last.sentence is s and last.meaning.how:
        direction = last.meaning.direction  # "fell by 0.3%, to an average of £257,800"
    if direction and s.head(noun) in s.grammar.paces:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    elif (
        direction and noun.prep in s.grammar.onto - s.grammar.by
    ):  # "raised rates to a range of 3% to 4%"
        meaning.role, meaning.how, meaning.direction = "to", "to", direction
    elif s.head(noun) in s.grammar.limits and noun.prep in s.stream.lexicon.levels | s.grammar.at:
        pass  # "kletterte über die Marke von 76 Dollar": past it, not by it
    elif direction and at < noun.at and (noun.prep in s.grammar.at or _is_adjunct(s, noun, one)):
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    return meaning


def _is_adjunct(s: Sentence, noun: Phrase, one: Found) -> bool:
    """ "raised premiums an average of 14 percent": it stands without preposition behind the object."""
    if noun.prep or one.kind != "percent":
        return False
    is_behind_verb = s.grammar.shape == "determined" and bool(s.move_at(noun.at - 1, one.lead))
    return is_behind_verb or s.phrase_ending(noun.at) is not None


def _mark_change_of_object(asked: Asked, noun: Phrase, meaning: Meaning) -> None:
    """ "senkt den Preis von 34 auf 29 Cent", "a réduit ses coûts de 200 millions"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    start, end = s.bounds(s.part_of(one.lead))
    if one.kind == "count" and one.noun and s.grammar.shape == "determined":
        return  # "reste sur une série de quatre défaites"
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
    is_pair = is_pair and all(s.low(k) != "," for k in range(one.j, follower.i if follower else 0))
    if follower is not None and one.unit == "percentage_point" != follower.unit:
        is_pair = False  # "baissé ses taux de 0,25 point à 2 %"
    if lead.prep in s.grammar.from_ and is_pair:
        direction = direction or s.move_near(one)[0] or "rise"
        meaning.role, meaning.how, meaning.direction = "from", "from", direction  # type: ignore[assignment]
    elif direction and lead.prep in s.grammar.by:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction  # type: ignore[assignment]
