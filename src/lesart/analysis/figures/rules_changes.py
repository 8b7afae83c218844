"""What a noun of change says that changes: "ein Plus von 5 Prozent", "a drop in sales of 5%"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Lead, Meaning
from lesart.analysis.figures.phrases import Phrase, says_what_changes
from lesart.analysis.figures.somebody import is_place, is_somebody
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.analysis.figures.taking_over import taken_over
from lesart.analysis.figures.token_stream import Found


def by_change_noun(asked: Asked) -> Meaning | None:
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
    is_put = lead.prep in s.grammar.onto - s.grammar.by and target is None
    moved, _ = s.move_near(one)
    if is_put and one.kind == "money" and head in s.grammar.own_sums and moved:
        return Meaning((noun.start, noun.end), role="to", how="to", direction=moved)
    if is_put and one.kind == "money" and head in s.grammar.own_sums:
        return Meaning((noun.start, noun.end), role="level")  # "bezifferte die Einbußen auf"
    how = "to" if lead.prep in s.grammar.onto and lead.prep not in s.grammar.by else "by"
    meaning = Meaning(role="to" if how == "to" else "delta", how=how)
    meaning.direction = s.grammar.change_nouns[head]
    target = target or noun.owner or _behind_change(s, one)
    if target is not None:
        meaning.noun = target
        return meaning
    is_own = (
        how == "by"
        and noun.prep not in s.grammar.states_in
        and (head in s.grammar.own_amounts or (one.kind == "money" and head in s.grammar.own_sums))
    )
    is_compound = noun.start < noun.head and s.grammar.shape != "capitals"  # "revenue decline"
    if is_own or is_compound:
        meaning.noun = (noun.start, noun.end)
        if is_own:
            meaning.role, meaning.direction, meaning.how = "level", "", ""
        return meaning
    name_antecedent(asked, noun.at, meaning)
    if meaning.noun is None and not meaning.text and says_what_changes(s.grammar, head):
        meaning.noun = (noun.start, noun.end)  # "rechnet mit einem Umsatzplus von 12 Prozent"
    return meaning


def _governor(s: Sentence, lead: Lead) -> Phrase | None:
    """The noun that a preposition ties to the figure."""
    if not lead.prep:
        return None
    noun = s.phrase_ending(lead.prep_at)
    if noun is None and s.grammar.shape == "determined" and lead.prep in s.grammar.from_:
        told = s.phrase_ending(lead.prep_at - 1) if s.low(lead.prep_at - 1) == "," else None
        if told is not None and s.is_change(told) and told.article and not told.prep:
            return told  # "La subida de la luz, del 6 %,"
    return noun


def _behind_change(s: Sentence, one: Found) -> tuple[int, int] | None:
    """ "in services" behind "a rise of 4%"."""
    at = one.tail
    if s.grammar.fused.get(s.low(at), s.low(at)) not in s.grammar.change_in:
        return None
    phrase = s.phrase_at(at) or s.phrase_at(at + 1)
    if phrase is None or s.is_time(phrase) or phrase.at > at + 1 or is_place(s, phrase):
        return None
    return phrase.start, phrase.end


def name_antecedent(asked: Asked, at: int, meaning: Meaning) -> None:
    """What changes where the noun of change does not say it: the figure's before it, or the subject."""
    s = asked.sentence
    start, _ = s.bounds(s.part_of(at))
    last = asked.before[-1] if asked.before else None
    is_beside = at <= start + 1 and last is not None and last.sentence is s
    is_beside = is_beside and (at == start or not _is_verb(s, start))
    if is_beside and last is not None and last.meaning.is_unnamed:
        meaning.of_text, meaning.is_unnamed = last.meaning.of_text, True
        return  # "setzte 3 Milliarden um, ein Plus von 5 Prozent"
    is_beside = is_beside and not (last is not None and _has_clause_between(s, last.one, at))
    if is_beside and last is not None and last.meaning.text:
        meaning.text, meaning.of_text = last.meaning.text, last.meaning.of_text
        return
    _, end = s.bounds(s.part_of(asked.one.i))
    fronted = s.phrase_at(s.word_behind(start))
    if s.grammar.shape == "capitals" and fronted is not None and fronted.stop <= at:
        if fronted.prep in s.grammar.among and not s.is_time(fronted) and not s.is_agent(fronted):
            meaning.noun = (fronted.start, fronted.end)
            return  # "Auch bei den Insolvenzen gab es einen Anstieg"
    has_pronoun = any(
        s.low(k) in s.grammar.pronouns and not _is_expletive(s, k)
        for k in range(start, at)
        if k not in s.covered
    ) or any(s.low(k) in s.grammar.expects for k in range(start, end) if k not in s.covered)
    taken = taken_over(asked.before, asked.one, anything=True) if has_pronoun else None
    if taken is not None:  # "Das war ein Minus von 1,7 Prozent."
        meaning.text, meaning.of_text = taken.text, taken.of_text
        return
    phrase = subject_of(s, asked.one, at)
    whole = phrase_of_subject(s, phrase)
    is_wanted = whole is not None and any(
        s.low(k) in s.grammar.wants for k in range(whole.stop, at)
    )
    if any(s.low(k) in s.grammar.wants for k in range(start, at)) and not is_wanted:
        meaning.is_unnamed = True
        return  # "Unions, which want a rise of 8%"
    led = s.phrase_ending(at) is None and s.low(at) in s.grammar.prepositions
    if _is_object_of_telling(s, at):
        meaning.is_unnamed = True
        return
    keeps = s.grammar.with_ | s.grammar.afterwards
    if led and s.grammar.shape == "bare" and s.low(at) not in keeps:
        meaning.is_unnamed = True
        return  # "two members voting for a cut of 25 basis points"
    verb = s.low(whole.stop) if whole is not None else ""
    has = verb in s.grammar.owns and verb not in s.grammar.levels
    if whole is not None and has and is_somebody(s, whole):
        meaning.of, meaning.is_unnamed = phrase, True  # "Spain saw an increase of 6%"
    elif whole is not None and is_wanted and s.is_agent(whole):
        meaning.of, meaning.is_unnamed = phrase, True  # "the union wants a rise of 12 per cent"
    elif phrase is not None:
        meaning.noun = phrase


def _is_expletive(s: Sentence, at: int) -> bool:
    """ "gab es einen Anstieg": the pronoun stands for nothing."""
    beside = {s.low(at - 1), s.low(at + 1)}
    return bool(beside & s.grammar.there_is) and s.low(at) == "es"


def _is_verb(s: Sentence, at: int) -> bool:
    """A form of a verb, known or by its ending."""
    token, grammar = s.stream.at(at), s.grammar
    if token.kind != "w" or not token.text.islower() or at in s.covered:
        return False
    if token.low in grammar.verbs:
        return True
    small = (grammar.prepositions, grammar.adverbs, grammar.articles, s.stream.lexicon.stop_words)
    if any(token.low in words for words in small):
        return False
    endings = ("te", "ten") if grammar.shape == "capitals" else ("ed",)
    return grammar.shape != "determined" and token.low.endswith(endings)


def _is_object_of_telling(s: Sentence, at: int) -> bool:
    """ "Das Team ermittelte einen Verlust von …": who tells of a change has not changed."""
    verb, grammar = s.word_before(at), s.grammar
    has = grammar.owns | grammar.levels | grammar.holds | grammar.auxiliaries
    return s.low(at) not in grammar.prepositions and _is_verb(s, verb) and s.low(verb) not in has


def _has_clause_between(s: Sentence, last: Found, at: int) -> bool:
    """ "…, pero las estafas siguen al alza, con un aumento del 4 %": a subject and a verb of their own."""
    if s.grammar.shape != "determined":
        return False
    part = s.part_of(at)
    if part < 1 or s.part_of(last.i) >= part - 1:
        return False
    start, end = s.bounds(part - 1)
    bare = next((p for p in s.phrases if start <= p.at and p.stop < end and not p.prep), None)
    if bare is None or s.is_time(bare) or s.is_sayer(bare):
        return False
    behind = s.low(bare.stop)
    return s.has_verb(part - 1) or behind.endswith(s.grammar.change_forms)
