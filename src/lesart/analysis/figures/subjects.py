"""Find what a clause speaks of: its subject or object nearest to a figure, past what cannot be measured."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.token_stream import Found


def subject_of(
    s: Sentence, one: Found, at: int, *, is_owner: bool = False, but: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """The words of the nearest phrase that the figure at `at` can be the amount of.

    `is_owner` asks for whoever has it instead: then a company will do, and only this part is searched.
    A phrase with an article of `but` is passed over.
    """
    part = s.part_of(at)
    if not is_owner and (related := _of_open_relative(s, part, at)) is not None:
        return related.start, related.end
    if not is_owner and (beside := _beside_participle(s, part, at)) is not None:
        return beside.start, beside.end
    if not is_owner and (priced := _told_by_participle(s, at)) is not None:
        return priced.start, priced.end
    phrase = _in_part(s, part, at, but)
    if phrase is not None:
        return None if is_owner and not is_somebody(s, phrase) else _with_other_half(s, phrase)
    if unit := _one_unit(s, part, at):
        return unit
    if is_owner:
        return None
    if _has_pronoun(s, part, at):
        return None
    phrase = _behind_verb(s, one, part)
    if phrase is not None:
        return phrase.start, phrase.end
    if s.opens_with(part, s.grammar.relatives) and not s.is_hard(part):
        return antecedent(s, s.breaks[part] + 1)
    earlier = _in_parts_before(s, part)
    if earlier is not None:
        return earlier
    return _in_part_behind(s, part)


def _of_open_relative(s: Sentence, part: int, at: int) -> Phrase | None:
    """ "by mortgage rates that touched 6.86%": no comma parts the clause from its noun."""
    if s.grammar.shape == "capitals":
        return None
    start, _ = s.bounds(part)
    for k in range(at - 1, start, -1):
        if k in s.covered or s.low(k) not in s.grammar.relatives:
            continue
        noun = s.phrase_ending(k)
        if noun is None or s.is_time(noun) or s.is_sayer(noun):
            return None
        has_own = any(
            p.at > k and p.end <= at and not p.prep and not s.is_time(p) for p in s.phrases
        )
        return None if has_own or s.low(k + 1) not in s.grammar.verbs else noun
    return None


def _beside_participle(s: Sentence, part: int, at: int) -> Phrase | None:
    """ "devant la gauche, créditée de 28 %": the participle behind the comma is said of what stands before."""
    start, _ = s.bounds(part)
    low = s.low(start)
    if s.grammar.shape == "bare" and part > 0 and not s.is_hard(part):
        if not _says_worth(s, low):
            return None  # "what happens to her house, valued at £485,000"
        beside = s.phrase_ending(start - 1)
        return None if beside is None or s.is_time(beside) else beside
    if s.grammar.shape != "determined" or part == 0 or s.is_hard(part):
        return None
    if not low.endswith(s.grammar.agreeing) or low in s.grammar.prepositions | s.grammar.articles:
        return None
    if any(start < p.at and p.end <= at and not p.prep for p in s.phrases):
        return None
    beside = s.phrase_ending(start - 1)
    if beside is None or s.is_time(beside) or beside.end - 1 in s.covered:
        return None
    if beside.prep and not agrees(s, beside, start):
        begin, _ = s.bounds(part - 1)
        others = [
            p for p in s.phrases if begin <= p.at < beside.at and not p.prep and agrees(s, p, start)
        ]
        beside = others[-1] if others else beside
    return beside if low in s.grammar.verbs or low[:-1] in s.grammar.verbs else None


def agrees(s: Sentence, phrase: Phrase, participle: int) -> bool:
    """Gender and number of the article fit the participle's; names and what is unknown fit nothing."""
    if is_somebody(s, phrase):
        return False
    article = phrase.article
    low = s.low(participle)
    is_many = low.endswith("s")
    is_female = low.rstrip("s").endswith(("e", "a"))
    if (article in s.grammar.plural_articles) != is_many:
        return False
    return is_many or article not in (s.grammar.male if is_female else s.grammar.female)


def _told_by_participle(s: Sentence, at: int) -> Phrase | None:
    """ "with works priced above $10 million": what the participle stands behind, led or not."""
    if s.grammar.shape != "bare":
        return None
    k = s.word_before(at)
    if s.low(k) in s.grammar.prepositions:
        k = s.word_before(k)
    low, grammar = s.low(k), s.grammar
    is_participle = _says_worth(s, low) or (low in grammar.levels and low.endswith("ing"))
    if not is_participle or k in s.covered:
        return None
    phrase = s.phrase_ending(k)
    return phrase if phrase is not None and phrase.prep and not s.is_time(phrase) else None


def _says_worth(s: Sentence, low: str) -> bool:
    """A participle of a price: "valued", "priced", "costing"."""
    return low in s.grammar.appraises | s.grammar.costs and low.endswith(("ed", "ing", "worth"))


def _one_unit(s: Sentence, part: int, at: int) -> tuple[int, int] | None:
    """ "Ein Barrel kostete 82 Dollar": the unit alone is what is measured."""
    start, _ = s.bounds(part)
    for one in s.found:
        if start <= one.i and one.j <= at and one.value == 1 and one.kind == "measure":
            return (one.j - 1, one.j) if one.j - one.i > 1 else None
    return None


def _in_part_behind(s: Sentence, part: int) -> tuple[int, int] | None:
    """ "At $75, the monthly fee is …": what the fronted figure belongs to comes right behind."""
    if part + 2 >= len(s.breaks) or not s.is_hard(part) or s.is_hard(part + 1):
        return None
    if s.grammar.shape == "capitals" and s.has_verb(part):
        return None  # "Damit zeigten sich 34 Prozent zufrieden, der schlechteste Wert"
    start, _ = s.bounds(part + 1)
    phrase = s.phrase_at(start)
    return (phrase.start, phrase.end) if phrase is not None and _may_be(s, phrase) else None


def phrase_of_subject(s: Sentence, words: tuple[int, int] | None) -> Phrase | None:
    """The whole phrase of these words."""
    if words is None:
        return None
    return next((p for p in s.phrases if p.start <= words[1] - 1 < p.end), None)


def words_of(s: Sentence, words: tuple[int, int]) -> str:
    """The text of these tokens."""
    tokens = s.stream.tokens
    return " ".join(s.stream.text[tokens[words[0]].start : tokens[words[1] - 1].end].split())


def antecedent(s: Sentence, at: int) -> tuple[int, int] | None:
    """The phrase right before a relative clause or apposition that begins at `at`."""
    before = [p for p in s.phrases if p.stop <= at and p.stop >= at - 2]
    if before and s.grammar.shape == "determined" and s.is_change(before[-1]) and before[-1].owner:
        return before[-1].owner  # "el encarecimiento de la luz, que cuesta"
    if not before or (s.is_time(before[-1]) and s.grammar.shape != "determined"):
        return None  # "zählte das Amt im vergangenen Jahr – das waren 8 Prozent mehr"
    return before[-1].start, before[-1].end


def _may_be(s: Sentence, phrase: Phrase) -> bool:
    return not (
        (phrase.prep and not _is_absolute(s, phrase))
        or (phrase.article in s.grammar.oblique and not _opens_relative(s, phrase))
        or _is_weak_genitive(s, phrase)
        or s.is_time(phrase)
        or (s.is_change(phrase) and not _is_measured_change(s, phrase))
        or s.is_sayer(phrase)
        or s.is_behind_figure(phrase)
        or (s.head(phrase) in s.stream.lexicon.points and phrase.article in s.stream.lexicon.one)
        or _is_of_gerund(s, phrase)
        or (phrase.end - phrase.start == 1 and s.is_judgement(phrase.head))
        or _is_in_relative_clause(s, phrase)
    )


def _is_weak_genitive(s: Sentence, phrase: Phrase) -> bool:
    """ "der sonstigen Erträge": the adjective's ending says that it is no subject."""
    if s.grammar.shape != "capitals" or phrase.article not in s.grammar.genitive:
        return False
    return phrase.start < phrase.head and s.low(phrase.start).endswith("en") and (
        s.stream.tokens[phrase.start].text.islower()
    )  # fmt: skip


def _opens_relative(s: Sentence, phrase: Phrase) -> bool:
    """ ", deren Fläche um 4 Prozent wuchs": a genitive that begins the clause, before its subject."""
    start, _ = s.bounds(s.part_of(phrase.at))
    is_whose = phrase.article in s.grammar.relatives and phrase.article in s.grammar.possessive
    return is_whose and phrase.at == start


def _is_of_gerund(s: Sentence, phrase: Phrase) -> bool:
    """ "The cost of fighting the fire": the object of a verb that is a noun."""
    verb = s.low(phrase.at - 1)
    is_led = s.low(phrase.at - 2) in s.grammar.prepositions and verb not in s.grammar.moves
    return s.grammar.shape == "bare" and verb.endswith("ing") and is_led and bool(phrase.article)


def _is_absolute(s: Sentence, phrase: Phrase) -> bool:
    """ "with the average home now costing £291,000": the participle's subject behind "with"."""
    if s.grammar.shape != "bare" or phrase.prep not in s.grammar.with_:
        return False
    at = phrase.stop
    while s.low(at) in s.grammar.adverbs:
        at += 1
    return s.low(at).endswith("ing") and s.low(at) in s.grammar.verbs


def _is_in_relative_clause(s: Sentence, phrase: Phrase) -> bool:
    """ "countries that use the euro": the object of a clause that no comma parts from its noun."""
    is_object = s.low(phrase.at - 1) not in s.grammar.auxiliaries | s.grammar.articles
    return (
        s.grammar.shape == "bare"
        and phrase.at - 2 > s.a
        and s.low(phrase.at - 2) in s.grammar.relatives
        and s.stream.at(phrase.at - 3).kind == "w"
        and s.stream.at(phrase.at - 1).kind == "w"
        and is_object
    )


def _is_measured_change(s: Sentence, phrase: Phrase) -> bool:
    """ "Rent rises", "la hausse des prix", "the loss": a change that is told an amount of itself."""
    is_own = s.head(phrase) in s.grammar.own_sums | s.grammar.own_amounts
    is_known = bool(phrase.article) and phrase.article not in s.stream.lexicon.one
    return is_known or is_own or phrase.start < phrase.head or phrase.owner is not None


def _in_part(s: Sentence, part: int, at: int, but: frozenset[str] = frozenset()) -> Phrase | None:
    """The nearest one before `at` in the same part."""
    start, _ = s.bounds(part)
    for phrase in reversed(s.phrases):
        if phrase.at < start:
            break
        if phrase.article and phrase.article in but:
            continue
        if phrase.end <= at and _may_be(s, phrase):
            return _fronted_object(s, phrase, start) or phrase
        if phrase.end <= at and (whole := _of_one_unit(s, phrase)):
            return whole
        if phrase.stop < at and is_time_as_subject(s, phrase):
            return None
    return None


def is_time_as_subject(s: Sentence, phrase: Phrase) -> bool:
    """ "the working week is shortened by one hour": no adjunct, so nothing before it is the subject."""
    grammar = s.grammar
    if phrase.prep or not s.is_time(phrase) or s.low(phrase.at - 1) in grammar.prepositions:
        return False
    is_whole = phrase.article in grammar.subject_articles
    return is_whole and s.low(phrase.stop) in grammar.auxiliaries and phrase.stop not in s.covered


def _fronted_object(s: Sentence, actor: Phrase, start: int) -> Phrase | None:
    """ "Den Schaden beziffert die Genossenschaft auf …": the object that opens the clause."""
    first = s.phrase_at(start)
    if first is None or first.prep or s.is_time(first) or actor.at <= first.at:
        return None
    if first.article in s.grammar.accusative:
        return first
    is_open = s.grammar.shape == "capitals" and s.low(first.stop) in s.grammar.appraising
    return first if is_open and s.is_agent(actor) and not s.is_agent(first) else None


def _of_one_unit(s: Sentence, phrase: Phrase) -> Phrase | None:
    """ "Ein Liter Diesel", "A gallon of gasoline": the unit is part of what is measured."""
    at = phrase.at - 1
    one = s.covered.get(at)
    if (
        one is None
        or one.value != 1
        or one.kind not in ("measure", "distance")
        or s.is_time(phrase)
    ):
        return None
    if phrase.prep and phrase.prep not in s.grammar.share_of:
        return None
    if s.low(one.lead - 1) in s.grammar.prepositions:
        return None  # "der Preis für eine Tonne Weizen"
    return phrase._replace(start=one.j - 1, prep="", at=one.lead)


def _behind_verb(s: Sentence, one: Found, part: int) -> Phrase | None:
    """ "Um 5 Prozent stieg der Umsatz": behind the figure and a verb."""
    _, end = s.bounds(part)
    verb = next(
        (
            k for k in range(one.tail, min(end, one.tail + 8))
            if k not in s.covered and s.low(k) in s.grammar.verbs
        ),
        -1,
    )  # fmt: skip
    if verb < 0:
        return None
    able = [p for p in s.phrases if p.at > verb and p.end <= end and _may_be(s, p)]
    if len(able) > 1 and (s.is_agent(able[0]) or able[1].article in s.grammar.accusative):
        if any(s.low(k) in s.grammar.moves for k in range(verb, end) if k not in s.covered):
            return able[
                1
            ]  # "Um 5 Punkte senkte die Bank den Zins", "hat die Bank ihren Zins gesenkt"
    return able[0] if able else None


def _has_pronoun(s: Sentence, part: int, at: int) -> bool:
    """The part's subject only points back ("it fell by 3%")."""
    start, _ = s.bounds(part)
    return any(
        s.low(k) in s.grammar.pronouns and (k > start or s.low(k) not in s.grammar.relatives)
        for k in range(start, at)
        if k not in s.covered
    )


def _is_sure(s: Sentence, earlier: int, part: int) -> bool:
    """The clause goes on with a verb of its own, and only one phrase before can be its subject."""
    start, end = s.bounds(earlier)
    able = [p for p in s.phrases if start <= p.at and p.end <= end and _may_be(s, p)]
    if len(able) > 1 and s.has_verb(earlier):
        return False
    begin, stop = s.bounds(part)
    if s.grammar.shape == "bare" and s.low(begin) in s.grammar.with_ and s.has_verb(part):
        return (
            False  # ", with the 30-year fixed averaging 6.2 percent": it has a subject of its own
        )
    opener = next((k for k in range(begin, stop) if s.low(k) not in s.grammar.coordinators), begin)
    if s.low(opener + 1) in s.grammar.auxiliaries and s.low(opener).endswith(s.grammar.participles):
        return False  # ", verbraucht werden 5 Liter": the figure is the subject
    return not s.has_verb(part) or any(
        (s.low(k) in s.grammar.verbs or s.low(k) in s.grammar.prepositions) and k not in s.covered
        for k in (opener, opener + 1)
    )


def _in_parts_before(s: Sentence, part: int) -> tuple[int, int] | None:
    """The subject that goes on over commas, past relative and subordinate clauses."""
    for earlier in range(part - 1, -1, -1):
        if s.is_hard(earlier + 1):
            return None
        if s.opens_with(earlier, s.grammar.relatives) and not s.is_hard(earlier):
            continue
        if _is_apposition(s, earlier, part) or _is_concession(s, earlier):
            continue
        _, end = s.bounds(earlier)
        phrase = _in_part(s, earlier, end)
        if phrase is not None:
            return _with_other_half(s, phrase) if _is_sure(s, earlier, part) else None
    return None


def _is_apposition(s: Sentence, earlier: int, part: int) -> bool:
    """ "Exports to China, the country's largest market, slid": what stands between the commas."""
    if earlier == 0 or earlier != part - 1 or s.is_hard(earlier) or s.has_verb(earlier):
        return False
    start, _ = s.bounds(part)
    before, _ = s.bounds(earlier - 1)
    return s.low(start) in s.grammar.verbs and not s.has_verb(earlier - 1) and before < start


def _is_concession(s: Sentence, part: int) -> bool:
    """ "Imports, small as they are, have risen": an adjective between commas, and nobody's subject."""
    start, _ = s.bounds(part)
    return s.low(start + 1) in s.grammar.concedes and s.low(start + 2) in s.grammar.pronouns


def _with_other_half(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """ "Umsatz und Gewinn": both of a joined subject."""
    led = s.covered.get(phrase.at - 1)
    is_led = (
        led is not None and s.low(led.lead - 1) in s.grammar.by and s.grammar.shape == "capitals"
    )
    if is_led and phrase.start < phrase.head:
        return phrase.start + 1, phrase.end  # "die um 2 Prozent gestiegenen Renten"
    joint = phrase.at - 1
    if s.low(joint) not in s.grammar.coordinators:
        return phrase.start, phrase.end
    first = next((p for p in s.phrases if p.stop == joint), None)
    if first is None or not _may_be(s, first) or first.owner is not None:
        return phrase.start, phrase.end
    return first.start, phrase.end
