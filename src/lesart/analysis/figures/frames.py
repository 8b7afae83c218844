"""Read a figure by the verb and preposition of its clause: rises by, costs, stands at, from … to."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.grammar import Direction
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.reading import Found
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.model import FigureRole

_AMOUNTS = {"percent", "money", "measure", "ratio"}


def by_frame(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """What the clause says of the figure; None where it gives no frame."""
    if one.kind == "duration":
        return _stated(s, one, before, lead)
    for frame in (
        _chained,
        _signed,
        _moved,
        _compared_to,
        _stated,
        _ranked,
        _adjacent,
        _resumed,
    ):
        meaning = frame(s, one, before, lead)
        if meaning is not None:
            return meaning
    return None


def _named(s: Sentence, one: Found, before: Sequence[Before], meaning: Meaning) -> Meaning:
    """With the subject as its noun, or the noun of the figure before where a pronoun stands for it."""
    words = subject_of(s, one, one.lead)
    phrase = phrase_of_subject(s, words)
    if words is None or phrase is None:
        taken = taken_over(before, one, anything=meaning.how == "by")
        if taken is not None:
            meaning.text, meaning.of_text = taken.text, taken.of_text
        return meaning
    meaning.noun = words
    if meaning.role == "level" and any(s.low(k) in s.grammar.limits for k in range(*words)):
        meaning.role = "limit"
    meaning.of = phrase.owner if phrase.owner and not phrase.is_joined else None
    return meaning


def taken_over(before: Sequence[Before], one: Found, *, anything: bool = False) -> Meaning | None:
    """The meaning of the figure before, of the same kind unless `anything` will do."""
    for earlier in reversed(before[-3:]):
        if earlier.meaning.text and (anything or earlier.one.kind == one.kind):
            return earlier.meaning
    return None


# ------------------------------------------------------------------ the frames


def _chained(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "rose 5% to $3bn", "von 3,4 auf 2,9", "5 or 6 percent": what the figure right before measures."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s:
        return None
    between = _between(s, s.behind(last.one), one.lead)
    bare = [s.grammar.fused.get(low, low) for low in between if low != ","]
    if not bare and lead.prep_at == one.lead and lead.prep:
        bare = [lead.prep]
    if len(bare) > 1 or (len(between) > 1 and not bare):
        return None
    word = bare[0] if bare else ""
    joins = s.grammar.coordinators | s.reading.lexicon.either | s.reading.lexicon.to
    is_move = word in s.grammar.onto | s.grammar.from_ | s.grammar.by | s.grammar.at
    if not is_move and not (word in joins and last.one.kind == one.kind):
        return None
    if not (last.meaning.text or last.meaning.how):
        return None
    meaning = Meaning(text=last.meaning.text, of_text=last.meaning.of_text)
    if word in joins and not is_move:
        meaning.role, meaning.how = last.meaning.role, last.meaning.how
        meaning.direction = last.meaning.direction
        return meaning
    return _moved_on(s, one, last, word, meaning)


def _between(s: Sentence, start: int, end: int) -> list[str]:
    """The words between two figures, without dates, times and what leads to them."""
    words: list[str] = []
    k = start
    while k < end:
        phrase = next((p for p in s.phrases if p.at == k and s.is_time(p)), None)
        if k in s.covered and s.covered[k].kind in ("date", "duration", "time"):
            k = max(k + 1, s.covered[k].tail)
            if words and words[-1] in s.grammar.prepositions:
                words.pop()
        elif phrase is not None and phrase.end <= end:
            k = phrase.stop
        else:
            if s.low(k) not in s.grammar.adverbs:
                words.append(s.low(k))
            k += 1
    return words


def _moved_on(s: Sentence, one: Found, last: Before, word: str, meaning: Meaning) -> Meaning:
    """The second number of a movement: where it came to, or from."""
    grammar = s.grammar
    direction = last.meaning.direction or s.move_near(one)[0]
    comes_from = last.meaning.how == "from"
    if word in grammar.onto and (comes_from or direction):
        meaning.role, meaning.how = "to", "to"
        meaning.direction = direction or _by_size(last.one, one)
    elif word in grammar.from_ and last.meaning.how in ("by", "to"):
        meaning.role, meaning.how, meaning.direction = "from", "from", direction
    elif word in grammar.by and direction:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    else:
        meaning.role = "level"
    return meaning


def _by_size(before: Found, one: Found) -> Direction:
    """ "est passé de 15 à 18 %": the numbers say which way."""
    if before.value is None or one.value is None or before.value == one.value:
        return ""
    return "rise" if one.value > before.value else "fall"


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
    sign = grammar.signs.get(s.low(s.word_before(lead.prep_at)), "") if lead.prep else ""
    direction, at = s.move_near(one)
    direction = sign or direction
    if lead.prep:
        how = _how(s, lead.prep, one, at)
        if not how:
            return None
        if not direction:
            direction = _carried_direction(s, one, before)
        if not direction and how != "from":
            return None
        if how == "from" and not (direction or _is_pair(s, one)):
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
    return any(s.low(k) in s.reading.lexicon.levels for k in range(one.lead, one.i))


def _is_somebody(s: Sentence, one: Found, at: int) -> bool:
    """ "El banco ganó 1.200 millones": a company gains money, a share gains in price."""
    phrase = phrase_of_subject(s, subject_of(s, one, at))
    return phrase is None or s.is_agent(phrase) or s.low(at) in s.grammar.raises


def _is_object(s: Sentence, one: Found, at: int) -> bool:
    """ "raised premiums an average of 14 percent", "wants to raise rates 8.5%": the verb, its object."""
    if not 0 <= at < one.lead or one.kind not in _AMOUNTS or one.lead - at > 6:
        return False
    phrase = s.phrase_ending(s.word_before(one.lead) + 1)
    return phrase is not None and phrase.at > at and not phrase.prep and one.kind == "percent"


def _how(s: Sentence, prep: str, one: Found, move: int) -> str:
    """What a preposition makes of a change; empty where it makes nothing."""
    grammar = s.grammar
    at = s.word_before(one.lead)
    if s.low(at) in grammar.from_ and _is_pair(s, one):
        return "from"
    if prep in grammar.by:
        return "by"
    if prep in grammar.onto:
        return "to"
    return "from" if prep in grammar.from_ else ""


def _is_pair(s: Sentence, one: Found) -> bool:
    """The next figure says where it went: "von 3 auf 5"."""
    follower = next((f for f in s.found if f.i >= one.j and f.kind not in ("date", "time")), None)
    if follower is None or follower.i - one.j > 12 or follower.kind != one.kind:
        return False
    if any(s.low(k) == "," for k in range(one.j, follower.lead)):
        return False
    before = s.low(s.word_before(follower.lead))
    return before in s.grammar.onto or s.grammar.fused.get(before, before) in s.grammar.onto


def _carried_direction(s: Sentence, one: Found, before: Sequence[Before]) -> Direction:
    """A clause without a verb goes on with the one before: "…, der Gewinn um 3 Prozent"."""
    part = s.part_of(one.i)
    if s.has_verb(part) or s.is_hard(part):
        return ""
    for earlier in reversed(before[-2:]):
        if earlier.sentence is s and earlier.meaning.direction and earlier.meaning.how:
            return earlier.meaning.direction
    return ""


def _stated(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "beträgt 5 Prozent", "liegt bei", "kostet", "stood at", "est estimé à"."""
    grammar = s.grammar
    start, end = s.bounds(s.part_of(one.i))
    if one.kind == "count" and one.noun and one.noun.lower() not in s.reading.lexicon.points:
        return None
    verb = s.verb_over(one) if not lead.prep else -1
    if verb >= 0 and (stated := _by_verb(s, one, before, verb)):
        return stated
    if lead.prep and lead.prep in grammar.at | grammar.onto:
        if _has_level(s, one, start, end):
            return _named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.from_ and grammar.shape == "determined":
        if s.low(lead.at - 1) in grammar.levels:  # "sera de 1,20 euro", "crédité de 33 %"
            return _named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.at and start == lead.at and not s.is_hard(s.part_of(one.i) + 1):
        if _has_level(s, one, end + 1, s.bounds(s.part_of(one.i) + 1)[1]):
            return _named(s, one, before, Meaning(role="level"))  # "At $75, the fee is …"
    behind = s.low(s.behind(one))
    if behind in grammar.dimensions:
        return _named(s, one, before, Meaning(role="level"))
    if not lead.prep and behind in grammar.levels | grammar.costs:
        is_free = lead.at < start or s.low(lead.at) in grammar.auxiliaries
        if is_free or s.phrase_ending(lead.at + 1) is not None:
            is_price = behind in grammar.costs
            return _named(s, one, before, Meaning(role="price" if is_price else "level"))
    if lead.prep in grammar.at and s.reading.at(lead.at - 1).text == ",":
        return _named(s, one, before, Meaning(role="level"))
    return None


def _by_verb(s: Sentence, one: Found, before: Sequence[Before], at: int) -> Meaning | None:
    grammar = s.grammar
    low = s.low(at)
    if low in grammar.costs:
        return _named(s, one, before, Meaning(role="price"))
    if low in grammar.limits and low in grammar.levels:
        return _named(s, one, before, Meaning(role="limit"))
    if low in grammar.levels:
        return _named(s, one, before, Meaning(role="level"))
    if low in grammar.votes and one.kind == "percent":
        return _named(s, one, before, Meaning(role="level"))
    if low in grammar.spends or low in grammar.trades:
        owner = subject_of(s, one, at, is_owner=True)
        return Meaning(of=owner, role="level", is_unnamed=True)
    return None


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
    wanted = s.grammar.levels | s.grammar.votes if one.kind == "percent" else s.grammar.levels
    if not any(s.low(k) in wanted for k in verbs):
        return None
    return _named(s, one, before, Meaning(role="level"))


def _adjacent(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "…, die Grünen 12 Prozent": a clause without a verb says of the next what was said of the first."""
    phrase = s.phrase_ending(lead.prep_at if lead.prep else lead.at + 1)
    part = s.part_of(one.i)
    if s.has_verb(part) and not _follows_figure(s, phrase):
        return None
    if one.kind != "percent" and one.kind != "money":
        return None
    last = next((b for b in reversed(before) if not _is_aside(s, b.one)), None)
    if last is None or last.sentence is not s or last.one.kind != one.kind:
        return None
    if phrase is not None and phrase.prep and lead.prep and last.meaning.text:
        # "… bei 5,6 Prozent, im Osten bei 7,4 Prozent"
        return Meaning(
            of=(phrase.start, phrase.end), text=last.meaning.text, role=last.meaning.role,
            how=last.meaning.how, direction=last.meaning.direction,
        )  # fmt: skip
    if phrase is not None and not phrase.prep and lead.at not in s.covered:
        if s.is_time(phrase) or (s.is_agent(phrase) and one.kind == "money") or s.is_sayer(phrase):
            return None
        meaning = Meaning((phrase.start, phrase.end), role=last.meaning.role)
        if last.meaning.how in ("by", "to"):
            meaning.how, meaning.direction = last.meaning.how, last.meaning.direction
        if last.meaning.role == "share":
            meaning = Meaning(of=(phrase.start, phrase.end), role="share", text=last.meaning.text)
        return meaning
    return None


def _is_like(left: Found, right: Found) -> bool:
    """A share may be told as a fraction once and in per cent then."""
    return left.kind == right.kind or {left.kind, right.kind} == {"ratio", "percent"}


def _is_aside(s: Sentence, one: Found) -> bool:
    """In parentheses: "24% (down 20)"."""
    return s.reading.at(s.word_before(one.lead)).text == "(" or (
        s.reading.at(s.word_before(one.lead) - 1).text == "("
    )


def _follows_figure(s: Sentence, phrase: Phrase | None) -> bool:
    """ "… 24% and the Greens on 7%": the phrase begins a clause behind another figure."""
    if phrase is None:
        return False
    at = phrase.at - 1
    return s.low(at) in s.grammar.coordinators and at - 1 in s.covered


def _compared_to(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ ", compared with $3.1 billion", "nach 0,8 Prozent im September": the same at another time."""
    taken = taken_over(before, one)
    if taken is None or not before or one.kind not in _AMOUNTS:
        return None
    end = s.word_before(one.lead) + 1
    is_told = lead.prep in s.grammar.afterwards or any(
        len(opener) <= end - s.a
        and all(s.low(end - len(opener) + k) == word for k, word in enumerate(opener))
        for opener in s.grammar.against
    )
    if not is_told:
        return None
    role: FigureRole = "share" if taken.role == "share" else "level"
    return Meaning(text=taken.text, of_text=taken.of_text, role=role)


def _resumed(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "waren es 49 Prozent", "13 percent were undecided": the share or level told before."""
    last = next((b for b in reversed(before[-2:]) if _is_like(b.one, one)), None)
    if last is None or not last.meaning.text:
        return None
    part = s.part_of(one.i)
    start, end = s.bounds(part)
    is_pointing = any(
        s.low(k) in s.grammar.pronouns and s.low(k) not in s.grammar.relatives
        for k in range(start, one.lead)
        if k not in s.covered
    )
    is_share = last.meaning.role == "share"
    opens = lead.at < start or s.low(lead.at) in s.grammar.coordinators
    if is_share and (is_pointing or opens) and one.kind == "percent":
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role="share")
    if is_pointing and s.grammar.shape == "capitals" and lead.at >= start:
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role=last.meaning.role)
    if any(s.low(k) in s.grammar.expects for k in range(start, end)) and last.sentence is s:
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role="level")
    return None
