"""Read a figure by the verb and preposition of its clause: rises by, costs, stands at, from … to."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames_inverted import allotted, as_subject, behind_leader
from lesart.analysis.figures.grammar import Direction
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.subjects import change_told, is_somebody, phrase_of_subject, subject_of
from lesart.analysis.figures.taking_over import adjacent, chained, compared_to, resumed, taken_over
from lesart.analysis.figures.token_stream import Found

_AMOUNTS = {"percent", "money", "measure", "ratio"}


def by_frame(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """What the clause says of the figure; None where it gives no frame."""
    if one.kind == "duration":
        if lead.prep in s.grammar.by and s.grammar.shape != "determined" and s.move_near(one)[0]:
            return _moved(s, one, before, lead)  # "die Fahrzeit verlängert sich um 35 Minuten"
        return _stated(s, one, before, lead)
    for frame in (
        as_subject,
        allotted,
        behind_leader,
        chained,
        _signed,
        _with_object_behind,
        _moved,
        compared_to,
        _stated,
        _ranked,
        adjacent,
        resumed,
    ):
        meaning = frame(s, one, before, lead)
        if meaning is not None:
            return meaning
    return None


def _with_object_behind(
    s: Sentence, one: Found, before: Sequence[Before], lead: Lead
) -> Meaning | None:
    """ "réduit de 52 % le risque", "subirá un 4 % el salario": what changes stands behind the figure."""
    if s.grammar.shape != "determined" or one.kind not in _AMOUNTS or id(one) in s.bases:
        return None
    phrase = s.phrase_at(one.tail)
    if phrase is None or phrase.at != one.tail or phrase.prep or not phrase.article:
        return None
    if phrase.article in s.stream.lexicon.one or s.is_time(phrase) or s.is_sayer(phrase):
        return None
    direction, at = s.move_near(one)
    governor = s.word_before(lead.prep_at) if lead.prep in s.grammar.onto else -1
    if not direction and s.low(governor) in s.states:
        at = governor  # "porte à 6 % la taxe"
    is_led = lead.prep in s.grammar.by | s.grammar.onto or (not lead.prep and lead.at == at)
    if not (direction or at == governor) or not 0 <= at < one.lead or not is_led:
        return None
    how = "to" if lead.prep in s.grammar.onto - s.grammar.by else "by"
    owner = phrase.owner if phrase.owner and not phrase.is_joined else None
    return Meaning(
        (phrase.start, phrase.end), owner, "to" if how == "to" else "delta", direction, how
    )


def _named(s: Sentence, one: Found, before: Sequence[Before], meaning: Meaning) -> Meaning:
    """With the subject as its noun, or the noun of the figure before where a pronoun stands for it."""
    if (change := _told_change(s, one, before, meaning)) is not None:
        return change
    words = subject_of(s, one, one.lead)
    phrase = phrase_of_subject(s, words)
    if words is None or phrase is None:
        taken = taken_over(before, one, anything=meaning.how == "by")
        if taken is not None and not (_has_own_subject(s, one) or _is_elsewhere(s, one, meaning)):
            meaning.text, meaning.of_text = taken.text, taken.of_text
            if not meaning.how and meaning.role == "level" and taken.role == "share":
                meaning.role = "share"
        return meaning
    meaning.noun = words
    if meaning.role == "level" and any(s.low(k) in s.grammar.limits for k in range(*words)):
        meaning.role = "limit"
    meaning.of = phrase.owner if phrase.owner and not phrase.is_joined else None
    return meaning


def _told_change(
    s: Sentence, one: Found, before: Sequence[Before], meaning: Meaning
) -> Meaning | None:
    """ "das Minus lag bei 8 Prozent": a change told before, of what changed there."""
    if one.kind != "percent" or meaning.role != "level":
        return None
    words = change_told(s, one, one.lead)
    if words is None:
        return None
    taken = taken_over(before, one, anything=True)
    meaning = Meaning(role="delta", how="by", direction=s.grammar.change_nouns[s.low(words[1] - 1)])
    if taken is None:
        meaning.is_unnamed = True
    else:
        meaning.text, meaning.of_text = taken.text, taken.of_text
    return meaning


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


def _signed(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ ", up 8%", "plus drei Prozent"."""
    if not lead.sign:
        return None
    is_goal = lead.prep in s.grammar.onto
    meaning = Meaning(role="to" if is_goal else "delta", direction=lead.sign)
    meaning.how = "to" if is_goal else "by"
    beside = s.phrase_ending(lead.at + 1)
    if beside is not None and beside.prep and not s.is_time(beside) and not lead.prep:
        meaning.noun = (beside.start, beside.end)  # "with Brent futures up $1.48"
        return meaning
    if _goes_on(s, one, before, lead.at, meaning):
        return meaning
    return _named(s, one, before, meaning)


def _goes_on(s: Sentence, one: Found, before: Sequence[Before], at: int, meaning: Meaning) -> bool:
    """ ", up 8%", ", down from 12%": at the start of its part it is said of the figure before."""
    start, _ = s.bounds(s.part_of(one.lead))
    last = before[-1] if before else None
    if at >= start or last is None or last.sentence is not s or not last.meaning.text:
        return False
    meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
    return True


def _moved(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "stieg um 5 Prozent auf 3 Mrd.", "fell 4%", "down to 3%": a verb of change and its preposition."""
    grammar = s.grammar
    times = s.stream.lexicon.times
    is_count_of_times = one.kind == "count" and s.low(one.tail) in times
    if is_count_of_times or (one.kind == "ratio" and s.low(one.j - 1) in times and not lead.prep):
        return None  # "disparó quince veces"
    if one.kind == "money" and s.low(s.verb_over(one)) in grammar.spends - set(grammar.moves):
        return _by_verb(s, one, before, s.verb_over(one))  # "se embolsará 3 millones y ascenderá"
    if one.kind == "ratio" and one.noun and not lead.prep:
        return None  # "has increased since April and four in ten children …"
    sign = grammar.signs.get(s.low(s.word_before(lead.prep_at)), "") if lead.prep else ""
    direction, at = s.move_near(one)
    direction = sign or direction
    is_counted = one.kind == "count" and one.noun_at >= one.j and not lead.prep
    lost = s.low(one.noun_at + len(one.noun.split()) - 1) if is_counted else ""
    if lost and lost.endswith(grammar.lives) and s.low(at) in grammar.spends:
        return None  # "lost 4,487 soldiers": how many died, and no change
    if lead.prep:
        how = _how(s, lead.prep, one, direction)
        if not how:
            return None
        if not direction:
            direction = _carried_direction(s, one, before) or _direction_before(s, one, lead)
        if not direction and not (how == "from" and _is_pair(s, one)):
            return None
        role = {"by": "delta", "to": "to", "from": "from"}[how]
        meaning = Meaning(role=role, how=how, direction=direction)  # type: ignore[arg-type]
        if sign and _goes_on(s, one, before, s.word_before(s.word_before(lead.prep_at)), meaning):
            return meaning
        return _named(s, one, before, meaning)
    if one.kind == "money" and s.low(at) in s.grammar.spends and (
        direction and s.verb_over(one) == at and _is_somebody(s, one, at)
    ):  # fmt: skip
        return Meaning(of=subject_of(s, one, at, is_owner=True), role="level", is_unnamed=True)
    if direction and at == lead.at and _is_bound(s, one):  # "fell below 28 degrees"
        return _named(s, one, before, Meaning(role="to", how="to", direction=direction))
    if direction and at == lead.at and at not in s.covered:
        meaning = Meaning(role="delta", how="by", direction=direction)
        return _named(s, one, before, meaning)
    if direction and at >= one.tail and one.kind == "money" and s.low(at) in grammar.spends:
        return Meaning(role="level", is_unnamed=True)
    if direction and at >= one.tail and at - one.tail <= 2 and one.kind in _AMOUNTS:
        # "dass die Aktie 3 Prozent verlor"
        meaning = Meaning(role="delta", how="by", direction=direction)
        return _named(s, one, before, meaning)
    if (
        direction
        and 0 <= at < one.lead
        and one.kind in _AMOUNTS
        and not one.noun
        and s.verb_over(one) == at
    ):
        return _named(s, one, before, Meaning(role="delta", how="by", direction=direction))
    if direction and _is_object(s, one, at):
        return _named(s, one, before, Meaning(role="delta", how="by", direction=direction))
    return None


def _is_bound(s: Sentence, one: Found) -> bool:
    """A word of place qualifies the figure: "below", "über"."""
    return any(s.low(k) in s.stream.lexicon.levels for k in range(one.lead, one.i))


def _is_somebody(s: Sentence, one: Found, at: int) -> bool:
    """ "El banco ganó 1.200 millones": a company gains money, a share gains in price."""
    phrase = phrase_of_subject(s, subject_of(s, one, at))
    if one.has_scale and s.low(at) in s.grammar.spends - set(s.grammar.trades):
        return True  # millions are gained by somebody
    return phrase is None or s.is_agent(phrase) or s.low(at) in s.grammar.raises


def _is_object(s: Sentence, one: Found, at: int) -> bool:
    """ "raised premiums an average of 14 percent", "wants to raise rates 8.5%": the verb, its object."""
    if not 0 <= at < one.lead or one.kind not in _AMOUNTS or one.lead - at > 6:
        return False
    phrase = s.phrase_ending(s.word_before(one.lead) + 1)
    return phrase is not None and phrase.at > at and not phrase.prep and one.kind == "percent"


def _how(s: Sentence, prep: str, one: Found, direction: Direction) -> str:
    """What a preposition makes of a change; empty where it makes nothing."""
    grammar = s.grammar
    at = s.word_before(one.lead)
    if s.low(at) in grammar.from_ and (goal := _goal_of(s, one)):
        return "by" if prep in grammar.by and _is_step(one, goal, direction) else "from"
    if prep in grammar.by:
        return "by"
    if prep in grammar.onto:
        return "to"
    return "from" if prep in grammar.from_ else ""


def _is_step(one: Found, goal: Found, direction: Direction) -> bool:
    """French says "de" of both: "a reculé de 5 centimes à 1,70 euro" did not begin at 5."""
    if not direction or one.value is None or goal.value is None:
        return False
    is_rise = goal.value > one.value
    return is_rise != (direction == "rise") or abs(one.value) * 2 <= abs(goal.value)


def _is_pair(s: Sentence, one: Found) -> bool:
    """The next figure says where it went: "von 3 auf 5"."""
    return _goal_of(s, one) is not None


def _goal_of(s: Sentence, one: Found) -> Found | None:
    follower = next((f for f in s.found if f.i >= one.j and f.kind not in ("date", "time")), one)
    if follower is one or follower.i - one.j > 12 or follower.kind != one.kind:
        return None
    if one.unit == "percentage_point" and follower.unit == "percent":
        return None  # "a reculé de 6 points pour s'établir à 41 %"
    if any(s.low(k) == "," for k in range(one.j, follower.lead)):
        return None
    before = s.low(s.word_before(follower.lead))
    is_goal = before in s.grammar.onto or s.grammar.fused.get(before, before) in s.grammar.onto
    return follower if is_goal else None


def _carried_direction(s: Sentence, one: Found, before: Sequence[Before]) -> Direction:
    """A clause without a verb goes on with the one before: "…, der Gewinn um 3 Prozent"."""
    part = s.part_of(one.i)
    if s.has_verb(part) or s.is_hard(part):
        return ""
    for earlier in reversed(before[-2:]):
        if earlier.sentence is s and earlier.meaning.direction and earlier.meaning.how:
            return earlier.meaning.direction
    return ""


def _direction_before(s: Sentence, one: Found, lead: Lead) -> Direction:
    """ "prices fell for a fifth month, by 0.3%": only the amount stands behind the comma."""
    part = s.part_of(one.i)
    start, _ = s.bounds(part)
    if (
        lead.prep not in s.grammar.by
        or part == 0
        or s.is_hard(part)
        or s.word_before(lead.prep_at) >= start
    ):
        return ""
    begin, end = s.bounds(part - 1)
    free = [k for k in range(begin, end) if k not in s.covered]
    return next((d for k in reversed(free) if (d := s.move_at(k, end))), "")


def _is_only_there(s: Sentence, one: Found, lead: Lead) -> bool:
    """A length of time or way that something is done over, not one that something has."""
    grammar = s.grammar
    if one.kind in ("distance", "duration") and lead.prep in grammar.at | grammar.onto:
        part = s.part_of(one.i)
        before = range(lead.prep_at - 1, s.bounds(part)[0] - 1, -1)
        verbs = (s.low(k) for k in before if k not in s.covered)
        is_late = s.low(one.tail) in grammar.levels and s.opens_with(part, grammar.relatives)
        if not is_late and next((low for low in verbs if low in grammar.verbs), "") not in s.states:
            return True  # "passera à 2 millions de kilomètres", "lag in 3 Metern Tiefe"
    if one.kind != "duration":
        return False
    if one.lead < one.i and s.low(one.lead) in grammar.prepositions:
        return True  # "ab 18 Jahren ist der Eintritt frei"
    if s.low(s.verb_over(one)) in grammar.stays:
        return True  # "Gäste blieben drei Tage"
    after = s.stream.at(one.tail + 1)
    is_done = after.kind == "w" and after.low.endswith(grammar.participles)
    return s.low(one.tail) in grammar.dimensions and is_done  # "war drei Tage lang gesperrt"


def _of_each(s: Sentence, one: Found, before: Sequence[Before]) -> Meaning | None:
    """ "two tunnels, each four miles long": the figure before counts what is measured."""
    start, _ = s.bounds(s.part_of(one.i))
    if (
        s.low(s.behind(one)) not in s.grammar.dimensions
        or s.low(start) not in s.stream.lexicon.each
    ):
        return None
    if not before or before[-1].sentence is not s or one.lead != start + 1:
        return None
    return Meaning(text=before[-1].meaning.text or before[-1].one.noun, role="level")


def _stated(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "beträgt 5 Prozent", "liegt bei", "kostet", "stood at", "est estimé à"."""
    grammar = s.grammar
    start, end = s.bounds(s.part_of(one.i))
    if _is_only_there(s, one, lead):
        return None
    if any(s.low(k) in grammar.levels for k in range(one.lead, one.i)):
        return _named(s, one, before, Meaning(role="level"))  # "se estima en 3 millones"
    if one.kind == "count" and one.noun and one.noun.lower() not in s.stream.lexicon.points:
        return None
    verb = s.verb_over(one) if not lead.prep else -1
    if verb >= 0 and (stated := _by_verb(s, one, before, verb)):
        return stated
    if lead.prep and lead.prep in grammar.at | grammar.onto:
        if _has_level(s, one, start, end):
            return _named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.by and grammar.shape == "capitals" and lead.prep not in grammar.onto:
        if s.low(s.word_before(lead.prep_at)) in grammar.hovers and not s.move_near(one)[0]:
            return _named(s, one, before, Meaning(role="level"))  # "pendeln um 3,6 Prozent"
    if lead.prep in grammar.done_to and one.kind == "percent" and _is_done(s, one):
        return _named(s, one, before, Meaning(role="share"))  # "ist zu 98 Prozent verplant"
    if lead.prep in grammar.from_ and grammar.shape == "determined":
        if s.low(lead.at - 1) in grammar.levels:  # "sera de 1,20 euro", "crédité de 33 %"
            return _named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.at and start == lead.at and not s.is_hard(s.part_of(one.i) + 1):
        if _has_level(s, one, end + 1, s.bounds(s.part_of(one.i) + 1)[1]):
            return _named(s, one, before, Meaning(role="level"))  # "At $75, the fee is …"
    if (each := _of_each(s, one, before)) is not None:
        return each
    behind = s.low(s.behind(one))
    if behind in grammar.too:
        behind = s.low(s.behind(one) + 1)
    if behind in grammar.dimensions:
        if one.kind == "duration" and s.low(s.verb_over(one)) not in s.states:
            return (
                None  # "stritten Bund und Länder acht Monate lang": so long somebody did something
            )
        return _named(s, one, before, Meaning(role="level"))
    if not lead.prep and behind in grammar.levels | grammar.costs:
        is_free = lead.at < start or s.low(lead.at) in grammar.auxiliaries | grammar.relatives
        when = s.covered.get(lead.at)
        is_free = is_free or (when is not None and when.kind in ("date", "duration"))
        if is_free or s.phrase_ending(lead.at + 1) is not None:
            is_price = behind in grammar.costs
            if is_price and grammar.shape == "capitals":
                return _priced(s, one, before, s.behind(one))
            return _named(s, one, before, Meaning(role="price" if is_price else "level"))
    if lead.prep in grammar.at and s.stream.at(lead.at - 1).text == ",":
        return _named(s, one, before, Meaning(role="level"))
    return None


def _is_done(s: Sentence, one: Found) -> bool:
    """A participle or adjective right behind the figure says what is done to that share."""
    behind = s.stream.at(s.behind(one))
    if behind.kind != "w" or not behind.text.islower() or behind.low in s.grammar.prepositions:
        return False
    return s.phrase_at(s.behind(one)) is None and behind.low not in s.grammar.articles


def _by_verb(s: Sentence, one: Found, before: Sequence[Before], at: int) -> Meaning | None:
    grammar = s.grammar
    low = s.low(at)
    if low in grammar.costs and grammar.shape == "capitals":
        return _priced(s, one, before, at)
    if low in grammar.costs:
        whom = s.phrase_ending(one.lead)
        if whom is not None and whom.at > at and not whom.prep:  # "cost the chain £75 million"
            noun = subject_of(s, one, at)
            return Meaning(noun, (whom.start, whom.end), "price") if noun else None
        if s.low(at + 1) in grammar.pronouns:
            return Meaning(subject_of(s, one, at), role="price")
        return _named(s, one, before, Meaning(role="price"))
    if low in grammar.limits and low in grammar.levels:
        return _named(s, one, before, Meaning(role="limit"))
    if low in grammar.levels:
        return _named(s, one, before, Meaning(role="level"))
    if low in grammar.votes and one.kind == "percent":
        return _named(s, one, before, Meaning(role="level"))
    if low in grammar.yields:
        noun = subject_of(s, one, at)
        thing = phrase_of_subject(s, noun)
        if thing is not None and not is_somebody(s, thing):
            return Meaning(noun, role="level")
    if low in grammar.spends or low in grammar.trades:
        owner = subject_of(s, one, at, is_owner=True)
        return Meaning(of=owner, role="level", is_unnamed=True)
    return None


def _priced(s: Sentence, one: Found, before: Sequence[Before], at: int) -> Meaning:
    """ "Die Renten kosten die Kasse 9 Milliarden": what costs it, not whom it costs that."""
    end = min(at, one.lead)
    if any(p.end <= end and not p.prep and p.at >= s.bounds(s.part_of(end))[0] for p in s.phrases):
        words = subject_of(s, one, end, but=s.grammar.accusative)
        return Meaning(words, role="price", is_unnamed=words is None)
    return _named(s, one, before, Meaning(role="price"))


def _has_level(s: Sentence, one: Found, start: int, end: int) -> bool:
    return any(
        s.low(k) in s.grammar.levels or s.low(k) in s.grammar.costs
        for k in range(start, end)
        if k not in s.covered
    )


def _ranked(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "Mit 64 Prozent lag die Beteiligung …", "X gewann mit 57 Prozent"."""
    if lead.prep not in s.grammar.with_ or one.kind not in ("percent", "money", "measure"):
        return None
    start, end = s.bounds(s.part_of(one.i))
    verbs = [k for k in range(start, end) if k not in s.covered]
    wanted = s.grammar.levels | s.grammar.votes
    if one.kind == "money":
        wanted = s.grammar.levels - s.grammar.passives  # "wurde mit 2 Millionen gefördert"
    if not any(s.low(k) in wanted for k in verbs):
        return _fares_with(s, one, lead)
    if one.kind == "percent" and one.value is not None and one.value < 0:
        return _named(s, one, before, Meaning(role="delta", how="by", direction="fall"))
    return _named(s, one, before, Meaning(role="level"))


def _fares_with(s: Sentence, one: Found, lead: Lead) -> Meaning | None:
    """ "die Grünen scheiterten mit 3,7 Prozent": any verb, right between its subject and the share."""
    if s.grammar.shape != "capitals" or one.kind != "percent":
        return None
    verb = lead.prep_at - 1
    token = s.stream.at(verb)
    if token.kind != "w" or not token.text.islower() or verb in s.covered:
        return None
    if not token.low.endswith(("t", "te", "ten", "en")) or token.low in s.grammar.prepositions:
        return None
    subject = s.phrase_ending(verb)
    if subject is None or subject.prep or subject.article in s.grammar.oblique:
        return None
    if s.is_time(subject) or s.is_change(subject) or s.is_sayer(subject):
        return None
    return Meaning((subject.start, subject.end), role="level")
