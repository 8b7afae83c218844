"""What is in a state by an amount, in French and Spanish: "en hausse de", "supérieure de", "longue de", "vendue"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames_named import named
from lesart.analysis.figures.meaning import Asked, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of, words_of
from lesart.analysis.figures.token_stream import Found


def by_state(asked: Asked) -> Meaning | None:
    """What stands beside words of state, or the subject that they are said of."""
    if asked.sentence.grammar.shape != "determined":
        return None
    for rule in (
        _put_at,
        _told_alone,
        _reached,
        _endowed,
        _in_a_state,
        _compared_in_size,
        _sized,
        _beside_participle,
        _of_it,
        _become,
    ):
        meaning = rule(asked)
        if meaning is not None:
            return meaning
    return None


def _in_a_state(asked: Asked) -> Meaning | None:
    """ "des recettes en hausse de 4 %", "de l'acier, en recul de 3 %": what stands right before it."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    state = s.phrase_ending(lead.prep_at) if lead.prep in s.grammar.from_ else None
    if state is None or state.prep not in s.grammar.states_in or state.article:
        return None
    direction = s.grammar.change_nouns.get(s.head(state), "")
    is_share = one.kind == "percent" or s.low(one.j - 1) in s.stream.lexicon.points
    if not direction and not is_share:
        return None
    meaning = Meaning(role="delta", direction=direction, how="by" if direction else "")
    last = asked.before[-1] if asked.before else None
    if last is not None and last.sentence is s and s.behind(last.one) in (state.at, state.at - 1):
        return None  # "à 3 milliards, en baisse de 4 %": what the figure before measures
    beside = _beside(s, state.at)
    if beside is None or s.is_time(beside) or s.is_sayer(beside):
        return None
    text = words_of(s, (beside.start, beside.end))
    if last is not None and last.sentence is s and text in (last.meaning.text, last.one.noun):
        return None  # "7 % de la population, en hausse de 2 points": the share, not the whole
    return _of_phrase(asked, meaning, beside)


def _beside(s: Sentence, at: int) -> Phrase | None:
    """The phrase right before a token, or before the comma in front of it."""
    return s.phrase_ending(at) or (s.phrase_ending(at - 1) if s.low(at - 1) == "," else None)


def _of_phrase(asked: Asked, meaning: Meaning, beside: Phrase) -> Meaning:
    """This phrase, what it tells a change of, or what the figure before it measures."""
    s = asked.sentence
    last = asked.before[-1] if asked.before else None
    if beside.prep and is_somebody(s, beside):
        meaning.noun = subject_of(s, asked.one, beside.at)  # "les ventes de Renault en Asie"
        return meaning
    if s.is_change(beside) and beside.owner is not None:
        meaning.noun = beside.owner  # "la flambée du prix de l'acier, en hausse de"
        return meaning
    is_vague = s.head(beside) in s.grammar.amount_nouns and beside.owner is None
    if is_vague and last is not None and last.sentence is s and s.low(beside.at - 1) == ",":
        meaning.text, meaning.of_text = last.meaning.text or last.one.noun, last.meaning.of_text
        return meaning
    meaning.noun = (beside.start, beside.end)
    meaning.of = beside.owner if beside.owner and not beside.is_joined else None
    return meaning


def _compared_in_size(asked: Asked) -> Meaning | None:
    """ "une récolte inférieure de 7 %", "eran superiores en un 4 %": less or more than something else."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    at = s.word_before(lead.prep_at) if lead.prep in s.grammar.by | s.grammar.from_ else -1
    low = s.low(at)
    direction = s.grammar.more.get(low, "")
    if not direction or low in s.grammar.adverbs | s.grammar.not_nouns or at in s.covered:
        return None
    meaning = Meaning(role="delta", direction=direction, how="by")
    beside = s.phrase_ending(at)
    if beside is not None and not s.is_time(beside):
        return _of_phrase(asked, meaning, beside)
    return named(s, one, asked.before, meaning)


def _sized(asked: Asked) -> Meaning | None:
    """ "un pont long de 300 mètres", "la ligne, longue de 8 kilomètres"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    at = lead.prep_at - 1
    if lead.prep not in s.grammar.from_ or one.kind not in ("measure", "distance"):
        return None
    if s.low(at) not in s.grammar.dimensions:
        return None
    within = s.phrase_of(at)
    if within is not None and within.start < at:
        return Meaning((within.start, at), role="level")
    beside = _beside(s, at)
    if beside is not None and not s.is_time(beside):
        return Meaning((beside.start, beside.end), role="level")
    return named(s, one, asked.before, Meaning(role="level"))


def _beside_participle(asked: Asked) -> Meaning | None:
    """ "une place vendue 41 euros", "un budget amputé de 3 millions": of the noun right before it."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    grammar = s.grammar
    at = s.word_before(lead.prep_at) if lead.prep else lead.at
    low = s.low(at)
    is_said = low.endswith(grammar.agreeing) or low in grammar.predicates
    if one.kind not in ("money", "percent") or not is_said or len(low) < 4:
        return None
    if at in s.covered or not low.islower() or (lead.prep and lead.prep not in grammar.moving):
        return None
    beside = s.phrase_ending(at)
    if beside is None or s.is_time(beside) or s.is_change(beside) or s.is_sayer(beside):
        return None
    if low in grammar.spends | grammar.owns and low not in grammar.levels | grammar.moves.keys():
        return None
    is_by = lead.prep in grammar.by and low in grammar.moves
    meaning = Meaning((beside.start, beside.end), role="delta" if is_by else "level")
    if is_by:
        meaning.direction, meaning.how = grammar.moves[low], "by"
    elif low in grammar.costs | grammar.trades:
        meaning.role = "price"
    elif low not in grammar.levels | grammar.predicates or (beside.prep and is_somebody(s, beside)):
        return None
    meaning.of = beside.owner if beside.owner and not beside.is_joined else None
    return meaning


def _put_at(asked: Asked) -> Meaning | None:
    """ "sitúa al candidato en el 11 %": the object between the verb and its amount."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if lead.prep not in s.grammar.at - s.grammar.onto or one.kind == "duration":
        return None
    beside = s.phrase_ending(lead.prep_at)
    if beside is None or beside.prep not in s.grammar.onto or s.is_time(beside):
        return None
    verb = s.low(s.word_before(beside.at))
    if verb not in s.grammar.levels & s.grammar.finite:
        return None
    return Meaning((beside.start, beside.end), role="level")


def _told_alone(asked: Asked) -> Meaning | None:
    """ "bajó por tercer mes, un 3,6 %": the amount of the change stands alone behind a comma."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    start, _ = s.bounds(s.part_of(one.i))
    is_alone = not lead.prep and lead.at == start - 1 and s.low(lead.at) == ","
    if one.kind != "percent" or not is_alone or s.low(one.i - 1) not in s.stream.lexicon.one:
        return None
    if (
        s.stream.at(s.behind(one)).kind == "w"
        and s.low(s.behind(one)) not in s.grammar.prepositions
    ):
        return None
    begin, end = s.bounds(s.part_of(lead.at - 1))
    for k in range(end - 1, begin - 1, -1):
        if k in s.covered and s.covered[k].kind not in ("date", "ordinal", "duration"):
            return None
        if k not in s.covered and (direction := s.move_at(k, end)):
            meaning = Meaning(role="delta", how="by", direction=direction)
            meaning.noun = subject_of(s, one, k)
            return meaning
    return None


def _reached(asked: Asked) -> Meaning | None:
    """ "ont bondi de 12 % pour atteindre 5 milliards", "hasta situarse en 3 millones": where it came to."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    last = next((b for b in reversed(asked.before) if b.one.kind != "duration"), None)
    if last is None or last.sentence is not s or last.meaning.how != "by":
        return None
    if not last.meaning.text or not last.meaning.direction or one.kind == "duration":
        return None
    verb = s.verb_over(one, lead.prep_at)
    if verb < 0 or s.low(verb) not in s.grammar.levels - s.grammar.finite:
        return None
    led = s.word_before(verb)
    led -= s.low(led) in s.grammar.reflexives
    if s.low(led) not in s.grammar.reaching or led < last.one.j:
        return None
    if any(s.low(k) in s.grammar.finite for k in range(last.one.tail, led)):
        return None
    meaning = Meaning(role="to", how="to", direction=last.meaning.direction)
    meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
    return meaning


def _endowed(asked: Asked) -> Meaning | None:
    """ "un fondo dotado con 3 millones", "le projet, financé par l'État à hauteur de"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind != "money" and not (one.kind == "count" and one.has_scale):
        return None
    if lead.prep not in s.grammar.with_ | s.grammar.from_:
        return None
    at = s.word_before(lead.prep_at)
    by_whom = s.phrase_ending(at + 1)
    if by_whom is not None and by_whom.prep in s.grammar.price_for | s.grammar.per_head:
        at = by_whom.at - 1
    if s.low(at) not in s.grammar.endowed or at in s.covered:
        return None
    beside = _beside(s, at)
    if beside is None or s.is_time(beside) or (beside.prep and is_somebody(s, beside)):
        return None
    return Meaning((beside.start, beside.end), role="level")


def _of_it(asked: Asked) -> Meaning | None:
    """ "sa rivale en obtient 46 %": a share of the whole that was named before."""
    s, one = asked.sentence, asked.one
    if one.kind not in ("percent", "ratio") or asked.lead.prep:
        return None
    verb = s.verb_over(one)
    if verb < 0 or s.low(verb - 1) not in s.grammar.partitive:
        return None
    whole = next((b.meaning for b in reversed(asked.before) if b.meaning.role == "share"), None)
    return Meaning(text=whole.text if whole else "", role="share", is_unnamed=whole is None)


def _become(asked: Asked) -> Meaning | None:
    """ "pasará a cinco euros", "passera à 20 %": where it comes to, up or down from the figure before."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if (
        lead.prep not in s.grammar.onto
        or s.low(s.word_before(lead.prep_at)) not in s.grammar.becomes
    ):
        return None
    if one.kind not in ("percent", "money", "count") or one.noun:
        return None
    meaning = named(s, one, asked.before, Meaning(role="to", how="to"))
    words = phrase_of_subject(s, meaning.noun)
    if words is not None and s.is_agent(words):
        return None
    for earlier in reversed(asked.before[-3:]):
        is_same = (
            earlier.meaning.text == meaning.text
            if meaning.text
            else _names(s, earlier.meaning.text, words)
        )
        if is_same and _is_like(earlier.one, one) and earlier.one.value != one.value:
            is_rise = (one.value or 0) > (earlier.one.value or 0)
            meaning.direction = "rise" if is_rise else "fall"
            break
    return meaning


def _names(s: Sentence, text: str, words: Phrase | None) -> bool:
    """The text names the noun of this phrase."""
    return words is not None and bool(text) and text.split(" ")[0].lower() == s.head(words)


def _is_like(left: Found, right: Found) -> bool:
    """Both amounts are told in the same unit."""
    return left.kind == right.kind and left.unit == right.unit and left.value is not None
