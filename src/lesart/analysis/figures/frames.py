"""Read a figure by the verb and preposition of its clause: rises by, costs, stands at, from … to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames_inverted import allotted, as_subject, behind_leader
from lesart.analysis.figures.frames_named import named
from lesart.analysis.figures.frames_stated import by_verb, ranked, stated
from lesart.analysis.figures.frames_unknown import somehow_changed
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.analysis.figures.taking_over import (
    adjacent,
    by_size,
    chained,
    compared_to,
    is_aside,
    is_compared,
    resumed,
)
from lesart.analysis.figures.token_stream import Found
from lesart.model.figure import FigureRole

_AMOUNTS = {"percent", "money", "measure", "ratio"}


def by_frame(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """What the clause says of the figure; None where it gives no frame."""
    if one.kind == "duration":
        verb = s.low(s.word_before(lead.prep_at)) if lead.prep in s.grammar.from_ else ""
        if verb in s.stream.lexicon.revises and _is_pair(s, one):
            return _with_object_behind(s, one, before, lead)  # "porté de 62 à 64 ans l'âge"
        if s.low(s.word_before(lead.prep_at)) in s.grammar.becomes and lead.prep in s.grammar.from_:
            return _moved(s, one, before, lead)  # "est passée de 21 à 26 minutes"
        last = before[-1] if before else None
        if last is not None and last.meaning.how == "from" and last.one.kind == "duration":
            return chained(s, one, before, lead)
        is_by = lead.prep in s.grammar.by and s.grammar.shape != "determined"
        is_goal = lead.prep in s.grammar.onto and lead.prep_at == one.lead - 1 and not is_by
        if s.grammar.shape != "capitals":
            is_goal = is_goal and bool(s.move_at(s.word_before(lead.prep_at), one.lead))
        if (is_by or is_goal) and s.move_near(one)[0]:
            return _moved(s, one, before, lead)  # "die Fahrzeit verlängert sich um 35 Minuten"
        return stated(s, one, before, lead)
    for frame in FRAMES:
        meaning = frame(s, one, before, lead)
        if meaning is not None:
            return meaning
    return None


def _with_object_behind(
    s: Sentence, one: Found, before: Sequence[Before], lead: Lead
) -> Meaning | None:
    """ "réduit de 52 % le risque", "subirá un 4 % el salario": what changes stands behind the figure."""
    if s.grammar.shape != "determined" or id(one) in s.bases:
        return None
    points = s.stream.lexicon.points
    at = one.tail + (s.low(one.tail) in points)
    if s.low(at) in s.grammar.share_of and s.low(at + 1) in points:
        at += 2  # "elevó un cuarto de punto su tipo"
    if one.kind not in _AMOUNTS and not (at > one.tail or one.has_scale):
        return None
    spent = s.covered.get(at + 1)
    if s.low(at) in s.grammar.prepositions and spent is not None and spent.kind == "duration":
        at = spent.tail  # "chiffre à 3 milliards sur cinq ans le programme"
    goal = _goal_of(s, one) if _is_pair(s, one) else None
    if goal is not None:
        at = goal.tail  # "ha rebajado del 15 al 10 % el arancel"
    phrase = s.phrase_at(at)
    if phrase is None or phrase.at != at or phrase.prep or not phrase.article:
        return None
    if phrase.article in s.stream.lexicon.one or s.is_time(phrase) or s.is_sayer(phrase):
        return None
    direction, at = s.move_near(one)
    governor = s.word_before(lead.prep_at) if lead.prep in s.grammar.onto | s.grammar.at else -1
    if not direction and s.low(governor) in s.states:
        at = governor  # "porte à 6 % la taxe"
    is_led = goal is not None and lead.prep in s.grammar.from_
    verb = s.word_before(lead.prep_at)
    if is_led and goal is not None and s.low(verb) in s.stream.lexicon.revises:
        direction, at = by_size(one, goal), verb  # "porter de 12 à 15 euros le prix"
    is_led = (
        is_led
        or lead.prep in s.grammar.by | s.grammar.onto
        or at == governor
        or (not lead.prep and lead.at == at)
    )
    if s.low(at) in s.grammar.outdoes and s.grammar.shape == "determined":
        return None  # "a dépassé de 1,6 degré les normales"
    if not (direction or at == governor) or not 0 <= at < one.lead or not is_led:
        return None
    how = "to" if lead.prep in s.grammar.onto - s.grammar.by else "by"
    how = "from" if goal is not None else how
    role: FigureRole = "to" if how == "to" else "from" if how == "from" else "delta"
    owner = phrase.owner if phrase.owner and not phrase.is_joined else None
    if not direction and at == governor and s.low(at) not in s.stream.lexicon.revises:
        return Meaning((phrase.start, phrase.end), owner, role="level")  # "chiffre à 3 millions"
    return Meaning((phrase.start, phrase.end), owner, role, direction, how)


def _signed(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ ", up 8%", "plus drei Prozent"."""
    if not lead.sign or (one.kind == "distance" and not lead.prep):
        return None  # "It went down six miles from the port"
    is_goal = lead.prep in s.grammar.onto
    meaning = Meaning(role="to" if is_goal else "delta", direction=lead.sign)
    meaning.how = "to" if is_goal else "by"
    beside = s.phrase_ending(lead.at + 1)
    told = s.phrase_ending(lead.at) if s.stream.at(lead.at).text == "(" else None
    if told is not None and s.is_change(told):
        meaning.noun = subject_of(s, one, told.at)  # "accuse un repli (-9%)"
        return meaning
    if beside is not None and beside.prep and not s.is_time(beside) and not lead.prep:
        meaning.noun = (beside.start, beside.end)  # "with Brent futures up $1.48"
        return meaning
    if _goes_on(s, one, before, lead.at, meaning):
        return meaning
    if _is_behind_strange_word(s, lead.at):
        meaning.is_unnamed = True  # "gefragt waren Hotels garnis (plus 7 Prozent)"
        return meaning
    last = next((b for b in reversed(before) if b.one.kind not in ("duration", "date")), None)
    if last is not None and last.sentence is s and last.meaning.is_unnamed and (
        last.one.kind == "money" and lead.at < s.bounds(s.part_of(one.lead))[0]
    ):  # fmt: skip
        meaning.is_unnamed = True  # "spent $3 million on shelters, up 16%"
        return meaning
    return named(s, one, before, meaning)


def _is_behind_strange_word(s: Sentence, bracket: int) -> bool:
    """Before the bracket stands a noun with a word that is no verb and no part of the noun phrase."""
    grammar, token = s.grammar, s.stream.at(bracket - 1)
    if s.stream.at(bracket).text != "(" or token.kind != "w" or grammar.shape != "capitals":
        return False
    if token.low in grammar.verbs | grammar.particles | grammar.adverbs | grammar.moves.keys():
        return False
    return s.phrase_ending(bracket) is None and s.phrase_ending(bracket - 1) is not None


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
        return by_verb(s, one, before, s.verb_over(one))  # "se embolsará 3 millones y ascenderá"
    if one.kind == "money" and id(one) in s.bases and s.low(s.verb_over(one)) in grammar.mourns:
        return Meaning(role="level", is_unnamed=True)  # "perd 4 millions d'euros par an"
    if is_compared(s, one):
        return None
    if not lead.prep and _outdoes(s, one):
        return named(s, one, before, Meaning(role="limit"))
    if one.kind == "ratio" and one.noun and not lead.prep:
        return None  # "has increased since April and four in ten children …"
    sign = grammar.signs.get(s.low(s.word_before(lead.prep_at)), "") if lead.prep else ""
    direction, at = s.move_near(one)
    direction = sign or direction
    if _loses_lives(s, one, lead, at):
        return None
    if lead.prep:
        return _moved_with(s, one, before, lead, sign, (direction, at))
    if (had := _had(s, one, at, direction)) is not None:
        return had
    if direction and at == lead.at and _is_bound(s, one):  # "fell below 28 degrees"
        return named(s, one, before, Meaning(role="to", how="to", direction=direction))
    if direction and at == lead.at and at not in s.covered:
        meaning = Meaning(role="delta", how="by", direction=direction)
        return named(s, one, before, meaning)
    if direction and at >= one.tail and one.kind == "money" and s.low(at) in grammar.spends:
        return Meaning(role="level", is_unnamed=True)
    if direction and at >= one.tail and at - one.tail <= 2 and one.kind in _AMOUNTS:
        # "dass die Aktie 3 Prozent verlor"
        meaning = Meaning(role="delta", how="by", direction=direction)
        return named(s, one, before, meaning)
    if (
        direction
        and 0 <= at < one.lead
        and one.kind in _AMOUNTS
        and not one.noun
        and s.verb_over(one) == at
    ):
        return named(s, one, before, Meaning(role="delta", how="by", direction=direction))
    if direction and _is_object(s, one, at):
        return named(s, one, before, Meaning(role="delta", how="by", direction=direction))
    return None


def _had(s: Sentence, one: Found, at: int, direction: Direction) -> Meaning | None:
    """ "El banco ganó 1.200 millones", "health care gained 41,000": somebody has or loses what nobody names."""
    if one.kind == "money" and s.low(at) in s.grammar.spends and (
        direction and s.verb_over(one) == at and _is_somebody(s, one, at)
    ):  # fmt: skip
        return Meaning(of=subject_of(s, one, at, is_owner=True), role="level", is_unnamed=True)
    if one.kind == "count" and not one.noun and s.low(at) in s.grammar.mourns:
        return Meaning(role="delta", direction=direction, how="by", is_unnamed=True)
    return None


_LEAST_MARK = 1000


def _at_mark(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "pierde los 16.000 puntos", "perd les 8 000 points": a mark that is left or won, no loss of so many."""
    is_index = one.kind == "count" and s.low(one.tail) in s.stream.lexicon.points
    is_known = s.low(one.i - 1) in s.grammar.articles - s.stream.lexicon.one
    is_round = one.value is not None and one.value >= _LEAST_MARK and one.value % 100 == 0
    if not (s.grammar.shape == "determined" and is_index and is_known and is_round):
        return None
    return named(s, one, before, Meaning(role="limit"))


def _moved_with(
    s: Sentence, one: Found, before: Sequence[Before], lead: Lead, sign: Direction,
    move: tuple[Direction, int],
) -> Meaning | None:  # fmt: skip
    """A change whose preposition says whether the figure is its amount, its end or where it began."""
    direction, at = move
    how = _how(s, lead.prep, one, direction)
    if not how or (how == "to" and _has_arrived(s, one, before)):
        return None
    if not direction:
        direction = _carried_direction(s, one, before) or _direction_before(s, one, lead)
    is_from_only = how == "from" and not _is_pair(s, one)
    if not direction and (how != "from" or is_from_only):
        return None
    if is_from_only and s.grammar.shape == "determined" and s.word_before(lead.prep_at) != at:
        return None  # "se duplicará, por un valor de 3 millones"
    role = {"by": "delta", "to": "to", "from": "from"}[how]
    meaning = Meaning(role=role, how=how, direction=direction)  # type: ignore[arg-type]
    if sign and _goes_on(s, one, before, s.word_before(s.word_before(lead.prep_at)), meaning):
        return meaning
    return named(s, one, before, meaning)


def _has_arrived(s: Sentence, one: Found, before: Sequence[Before]) -> bool:
    """ "est descendue à -12 °C à 1 800 m d'altitude": where it came to was told, in another unit."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s or last.meaning.how != "to":
        return False
    return last.one.kind != one.kind and s.part_of(last.one.i) == s.part_of(one.i)


def _outdoes(s: Sentence, one: Found) -> bool:
    """ "wobei der Preis 300 Euro überstieg": past it, not by it."""
    verb = s.low(s.move_near(one)[1])
    return s.grammar.shape == "capitals" and verb in s.grammar.outdoes


def _loses_lives(s: Sentence, one: Found, lead: Lead, at: int) -> bool:
    """ "lost 4,487 soldiers": how many died, and no change."""
    if one.kind != "count" or one.noun_at < one.j or lead.prep:
        return False
    lost = s.low(one.noun_at + len(one.noun.split()) - 1)
    return lost.endswith(s.grammar.lives) and s.low(at) in s.grammar.mourns


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
    if s.has_verb(part) or s.is_hard(part) or _has_strange_word(s, one, part):
        return ""
    tells = s.stream.lexicon.says | s.stream.lexicon.speaks
    if any(s.low(k) in tells for k in range(s.bounds(part)[0], one.lead)):
        return ""  # "…, der Minister sprach von höchstens 25"
    told = [earlier for earlier in before if not is_aside(s, earlier)]  # "auf 28,5 Prozent (+4,4)"
    for earlier in reversed(told[-2:]):
        if earlier.sentence is s and earlier.meaning.direction and earlier.meaning.how:
            return earlier.meaning.direction
    return ""


def _has_strange_word(s: Sentence, one: Found, part: int) -> bool:
    """ "tandis que les droits fondaient de 40 %": a word that no phrase has taken may be the clause's verb."""
    if s.grammar.shape != "determined":
        return False
    start, _ = s.bounds(part)
    before = s.stream.at(s.word_before(one.lead) - 1)
    at = s.word_before(s.word_before(one.lead))
    if before.kind != "w" or at < start or at in s.covered or s.phrase_of(at) is not None:
        return False
    return s.low(at).endswith(s.grammar.change_forms)


def _direction_before(s: Sentence, one: Found, lead: Lead) -> Direction:
    """ "prices fell for a fifth month, by 0.3%": only the amount stands behind the comma."""
    part = s.part_of(one.i)
    start, _ = s.bounds(part)
    if lead.prep not in s.grammar.by or part == 0 or s.is_hard(part):
        return ""
    if s.grammar.shape == "determined" and lead.prep_at > start:
        return ""
    small = s.grammar.coordinators | s.grammar.adverbs
    if any(s.low(k) not in small for k in range(start, lead.prep_at)):
        return ""
    begin, end = s.bounds(part - 1)
    free = [k for k in range(begin, end) if k not in s.covered]
    return next((d for k in reversed(free) if (d := s.move_at(k, end))), "")


FRAMES: tuple[Callable[[Sentence, Found, Sequence[Before], Lead], Meaning | None], ...] = (
    as_subject,
    allotted,
    behind_leader,
    chained,
    _signed,
    _with_object_behind,
    _at_mark,
    _moved,
    compared_to,
    stated,
    ranked,
    somehow_changed,
    adjacent,
    resumed,
)
