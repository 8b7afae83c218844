"""Read a figure that a clause states: "beträgt 5 Prozent", "stood at", "kostet", "siegte mit"."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames_named import named
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.somebody import is_somebody
from lesart.analysis.figures.subjects import phrase_of_subject, subject_of
from lesart.analysis.figures.token_stream import Found


def _is_only_there(s: Sentence, one: Found, lead: Lead) -> bool:
    """A length of time or way that something is done over, not one that something has."""
    grammar = s.grammar
    if one.kind in ("distance", "duration") and lead.prep in grammar.at | grammar.onto:
        part = s.part_of(one.i)
        before = range(lead.prep_at - 1, s.bounds(part)[0] - 1, -1)
        verbs = (s.low(k) for k in before if k not in s.covered)
        is_late = s.low(one.tail) in grammar.levels and s.opens_with(part, grammar.relatives)
        if grammar.shape == "determined" and s.verb_over(one, lead.prep_at) < 0:
            return True  # "orbite à 36 000 km d'altitude"
        if not is_late and next((low for low in verbs if low in grammar.verbs), "") not in s.states:
            return True  # "passera à 2 millions de kilomètres", "lag in 3 Metern Tiefe"
    if one.kind != "duration":
        return False
    if grammar.shape == "determined" and lead.prep in grammar.at | grammar.onto:
        if s.low(s.word_before(lead.prep_at)) not in grammar.levels:
            return True  # "la cifra más baja en tres décadas"
        if s.low(one.tail) in grammar.from_:
            return True  # "a terminé à 12 secondes de la gagnante"
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


def _worth_of_counted(s: Sentence, lead: Lead, before: Sequence[Before]) -> Meaning | None:
    """ "12 toneladas de cocaína valoradas en 380 millones": what the figure before counts."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s or not lead.prep or last.one.noun_at < 0:
        return None
    at, low = lead.prep_at - 1, s.low(lead.prep_at - 1)
    if last.one.noun_at + len(last.one.noun.split()) != at or not low.endswith(s.grammar.agreeing):
        return None
    return Meaning(text=last.one.noun, role="level") if low in s.grammar.levels else None


def stated(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "beträgt 5 Prozent", "liegt bei", "kostet", "stood at", "est estimé à"."""
    grammar = s.grammar
    if _is_only_there(s, one, lead):
        return None
    if any(s.low(k) in grammar.levels for k in range(one.lead, one.i)):
        return named(s, one, before, Meaning(role="level"))  # "se estima en 3 millones"
    if one.kind == "count" and one.noun and one.noun.lower() not in s.stream.lexicon.points:
        return None
    if (beside := _worth_of_counted(s, lead, before)) is not None:
        return beside
    if _is_behind_inserted(s, one, lead):
        return named(
            s, one, before, Meaning(role="level")
        )  # "liegt, je nach Anteil, bei 3 Prozent"
    verb = s.verb_over(one) if not lead.prep else -1
    if verb >= 0 and (stated := by_verb(s, one, before, verb)):
        return stated
    if lead.prep and (led := _led(s, one, before, lead)) is not None:
        return led
    if (each := _of_each(s, one, before)) is not None:
        return each
    return _told_behind(s, one, before, lead)


def _led(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "stood at", "pendelt um", "ist zu 98 Prozent verplant": by the preposition before the figure."""
    grammar = s.grammar
    start, end = s.bounds(s.part_of(one.i))
    if lead.prep in grammar.at and s.low(s.word_before(lead.prep_at)) in grammar.holds_at:
        return named(s, one, before, Meaning(role="level"))  # "The rate held at 4%"
    if grammar.shape == "determined" and lead.prep in grammar.at | grammar.onto | grammar.price_for:
        paid = s.verb_over(one, lead.prep_at)
        is_paid = s.low(paid) in grammar.trades | grammar.costs and one.kind == "money"
        if is_paid and s.low(paid - 1) in grammar.reflexives:
            return named(s, one, before, Meaning(role="price"))  # "la tonelada se paga a 200 euros"
    if lead.prep and lead.prep in grammar.at | grammar.onto:
        if _has_level(s, one, start, end):
            return named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.by and grammar.shape == "capitals" and lead.prep not in grammar.onto:
        if s.low(s.word_before(lead.prep_at)) in grammar.hovers and not s.move_near(one)[0]:
            return named(s, one, before, Meaning(role="level"))  # "pendeln um 3,6 Prozent"
    if lead.prep in grammar.done_to and one.kind == "percent" and _is_done(s, one):
        return named(s, one, before, Meaning(role="share"))  # "ist zu 98 Prozent verplant"
    if lead.prep in grammar.from_ and grammar.shape == "determined":
        said = lead.at - 1 - (s.low(lead.at - 1).endswith(grammar.adjective_endings))
        if (
            s.low(lead.at - 1) in grammar.levels or s.low(said) in grammar.auxiliaries
        ):  # "sera de 1,20 euro", "crédité de 33 %"
            return named(s, one, before, Meaning(role="level"))
    if lead.prep in grammar.at and start == lead.at and not s.is_hard(s.part_of(one.i) + 1):
        if _has_level(s, one, end + 1, s.bounds(s.part_of(one.i) + 1)[1]):
            return named(s, one, before, Meaning(role="level"))  # "At $75, the fee is …"
    return None


def _is_behind_inserted(s: Sentence, one: Found, lead: Lead) -> bool:
    """Words between two commas part the verb of a level from its amount."""
    part = s.part_of(one.i)
    start, _ = s.bounds(part)
    if s.grammar.shape != "capitals" or start not in (one.lead, lead.prep_at):
        return False
    if part < 2 or s.is_hard(part) or s.is_hard(part - 1) or s.has_verb(part - 1):
        return False
    return s.low(s.breaks[part - 1] - 1) in s.grammar.levels


def _told_behind(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "300 metres long", "5 Prozent beträgt": by the word behind the figure."""
    grammar = s.grammar
    behind = s.low(s.behind(one))
    if behind in grammar.too:
        behind = s.low(s.behind(one) + 1)
    if behind in grammar.dimensions:
        if one.kind == "duration" and s.low(s.verb_over(one)) not in s.states:
            return (
                None  # "stritten Bund und Länder acht Monate lang": so long somebody did something
            )
        thing, governor = s.phrase_ending(one.lead), s.low(s.word_before(one.lead))
        if grammar.shape == "bare" and governor in grammar.verbs - grammar.levels:
            return None  # "was felt 400 km away"
        if grammar.shape == "bare" and thing is not None and one.kind == "distance":
            is_named = not s.is_time(thing)  # "at a station 300 metres away"
            return Meaning((thing.start, thing.end), role="level") if is_named else None
        return named(s, one, before, Meaning(role="level"))
    if not lead.prep and behind in grammar.levels | grammar.costs:
        if (fronted := _fronted(s, one, before, lead)) is not None:
            return fronted
    if lead.prep in grammar.at and s.stream.at(lead.at - 1).text == ",":
        return named(s, one, before, Meaning(role="level"))
    return None


def _fronted(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "82 Dollar kostet das Fass": the figure opens its clause, or its subject stands right before."""
    grammar, verb = s.grammar, s.behind(one)
    verb += s.low(verb) in grammar.too
    start, _ = s.bounds(s.part_of(one.i))
    is_free = lead.at < start or s.low(lead.at) in grammar.auxiliaries | grammar.relatives
    when = s.covered.get(lead.at)
    is_free = is_free or (when is not None and when.kind in ("date", "duration"))
    if not is_free and s.phrase_ending(lead.at + 1) is None:
        return None
    if s.low(verb) not in grammar.costs:
        return named(s, one, before, Meaning(role="level"))
    if one.kind != "money":
        return Meaning(is_unnamed=True)  # "100 Gramm kosten 2 Euro": what costs it
    if grammar.shape == "capitals":
        return _priced(s, one, before, s.behind(one))
    return named(s, one, before, Meaning(role="price"))


def _is_done(s: Sentence, one: Found) -> bool:
    """A participle or adjective right behind the figure says what is done to that share."""
    behind = s.stream.at(s.behind(one))
    if behind.kind != "w" or not behind.text.islower() or behind.low in s.grammar.prepositions:
        return False
    return s.phrase_at(s.behind(one)) is None and behind.low not in s.grammar.articles


def by_verb(s: Sentence, one: Found, before: Sequence[Before], at: int) -> Meaning | None:
    grammar = s.grammar
    low = s.low(at)
    if low in grammar.costs and grammar.shape == "capitals":
        return _priced(s, one, before, at)
    if low in grammar.costs:
        whom = s.phrase_ending(one.lead)
        if whom is not None and whom.at > at and not whom.prep:  # "cost the chain £75 million"
            if low in grammar.trades and grammar.shape == "determined":
                owner = subject_of(s, one, at, is_owner=True)  # "vend son lait 0,46 euro"
                return Meaning((whom.start, whom.end), owner, "price")
            noun = subject_of(s, one, at)
            return Meaning(noun, role="price") if noun else None
        if s.low(at + 1) in grammar.pronouns:
            return Meaning(subject_of(s, one, at), role="price")
        return named(s, one, before, Meaning(role="price"))
    if low in grammar.limits and low in grammar.levels:
        return named(s, one, before, Meaning(role="limit"))
    if low in grammar.levels:
        return named(s, one, before, Meaning(role="level"))
    if low in grammar.votes and one.kind == "percent":
        return named(s, one, before, Meaning(role="level"))
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
    start, _ = s.bounds(s.part_of(end))
    bare = [p for p in s.phrases if start <= p.at and p.end <= one.lead and not p.prep]
    bare = [p for p in bare if not s.is_time(p) and p.article not in s.grammar.oblique]
    thing = next((p for p in bare if p.end <= end and p.article not in s.grammar.accusative), None)
    if thing is None and at < one.lead:  # "Den Staat kostet die Entlastung 3 Milliarden"
        behind = [p for p in bare if p.at > at and p.article not in s.grammar.accusative]
        thing = behind[0] if behind else None
    if thing is not None and thing.end > end:
        return Meaning((thing.start, thing.end), role="price")
    if thing is not None or bare:
        words = subject_of(s, one, end, but=s.grammar.accusative)
        return Meaning(words, role="price", is_unnamed=words is None)
    return named(s, one, before, Meaning(role="price"))


def _has_level(s: Sentence, one: Found, start: int, end: int) -> bool:
    return any(
        s.low(k) in s.grammar.levels or s.low(k) in s.grammar.costs
        for k in range(start, end)
        if k not in s.covered
    )


def ranked(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
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
        return named(s, one, before, Meaning(role="delta", how="by", direction="fall"))
    return named(s, one, before, Meaning(role="level"))


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
