"""What stands behind a figure and says what it measures: "of voters", "more than", "drop in"."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames import by_frame
from lesart.analysis.figures.meaning import Asked, Before, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.rules_changes import name_antecedent
from lesart.analysis.figures.somebody import is_place, is_somebody
from lesart.analysis.figures.subjects import antecedent, phrase_of_subject, subject_of, words_of
from lesart.analysis.figures.taking_over import taken_over
from lesart.analysis.figures.token_stream import Found

_AMOUNTS = {"percent", "money"}


def by_share(asked: Asked) -> Meaning | None:
    """ "40 Prozent der Wähler", "40% of voters": the whole, and whose share it is."""
    s, one = asked.sentence, asked.one
    if one.kind not in ("percent", "ratio") or one.unit in ("percentage_point", "basis_point"):
        return None
    at = one.tail
    base = s.grammar.fused.get(s.low(at), s.low(at))
    if base not in s.grammar.share_of:
        return None
    if asked.lead.prep in s.grammar.done_to and s.low(at) not in s.grammar.genitive:
        return None  # "zu 62 Prozent vom Land getragen"
    if (counted := _counted_whole(s, at + 1)) is not None:
        return counted
    is_article = s.low(at) in s.grammar.genitive or s.low(at) in s.grammar.fused
    phrase = s.phrase_at(at) if is_article else s.phrase_at(at + 1) or s.phrase_at(at)
    if phrase is None and is_article and s.grammar.shape == "capitals":
        return Meaning(role="share", is_unnamed=True)  # "61 % des italienischen, 28 % des …"
    if phrase is None or phrase.start > at + 3 or s.is_time(phrase):
        return None
    if s.head(phrase) in s.grammar.more:
        return None
    if s.head(phrase) in s.stream.lexicon.points and s.grammar.shape == "determined":
        return None  # "un cuarto de punto"
    if _is_multiple(s, one):
        return Meaning(role="share", is_unnamed=True)  # "el triple de la media"
    if (other := _of_other(asked, phrase)) is not None:
        return other
    meaning = Meaning((phrase.start, phrase.end), role="share")
    if s.head(phrase) in s.grammar.totals and phrase.owner is None and phrase.start == phrase.head:
        return Meaning(role="share", is_unnamed=True)  # "52% of the total"
    if phrase.owner and not phrase.is_joined:
        meaning.of = phrase.owner
    elif s.grammar.shape != "determined":
        meaning.of = subject_of(s, one, one.lead, is_owner=True)
    frame = by_frame(asked.sentence, one, asked.before, asked.lead)
    if frame is not None and frame.how in ("to", "from") and frame.noun:
        moved = phrase_of_subject(s, frame.noun)
        is_apart = moved is not None and moved.stop < asked.lead.prep_at  # not "equal to 35% of"
        if is_apart and moved is not None and not s.is_agent(moved):
            return frame  # "Debt rose to 117% of GDP": the debt did
    if frame is not None and (frame.how or frame.role == "level") and frame.noun:
        of = phrase_of_subject(s, frame.noun)
        if of is not None and not s.is_agent(of):
            meaning.goes_on = words_of(s, frame.noun)
    return meaning


def _is_multiple(s: Sentence, one: Found) -> bool:
    """ "el triple de la media": what it is so many times as much as, not what it is a part of."""
    is_many = one.kind == "ratio" and one.value is not None and one.value > 1
    return s.grammar.shape == "determined" and is_many and not one.j - one.i > 1


def _of_other(asked: Asked, phrase: Phrase) -> Meaning | None:
    """ "muy lejos del 1,2 % de Francia": the same as before, of somebody else."""
    s = asked.sentence
    last = asked.before[-1] if asked.before else None
    if s.grammar.shape != "determined" or phrase.article or not is_somebody(s, phrase):
        return None
    if last is None or last.sentence is not s or last.one.kind != asked.one.kind:
        return None
    if not last.meaning.text or not s.stream.tokens[phrase.head].text[0].isupper():
        return None
    return Meaning(text=last.meaning.text, of=(phrase.start, phrase.end), role=last.meaning.role)


def _counted_whole(s: Sentence, at: int) -> Meaning | None:
    """ "28% of a $1.9 billion appeal", "12 Prozent der 58 Länder": the whole has a figure of its own."""
    at += s.low(at) in s.grammar.articles
    owners = [k for k in range(at, at + 3) if s.low(k).endswith(("'s", "’s"))]
    if owners and owners[0] + 1 in s.covered:
        at = owners[0] + 1  # "70 percent of the island's 30,000 homes"
    whole = s.covered.get(at)
    if whole is None or not whole.noun or whole.noun_at < whole.j:
        named = whole is not None and whole.kind == "money" and s.phrase_at(whole.tail)
        if not named or named.prep or named.article or named.at != (whole.tail if whole else -1):
            return None
        return Meaning((named.start, named.end), role="share")
    return Meaning(text=whole.noun, role="share")


def by_anaphor(asked: Asked) -> Meaning | None:
    """ "40 Prozent davon", "60 percent of whom": of what was counted right before."""
    s, one = asked.sentence, asked.one
    if one.kind not in ("percent", "ratio") or s.low(one.tail) in s.grammar.more:
        return None
    if s.low(one.tail) in s.grammar.share_of and s.low(one.tail + 1) in s.grammar.more:
        return None  # "14 % de moins que les hommes"
    points = s.stream.is_phrase(one.tail, s.stream.lexicon.anaphors)
    points = points or (
        s.low(one.tail) in s.grammar.share_of and s.low(one.tail + 1) in s.grammar.relatives
        and s.low(one.tail + 1) not in s.grammar.articles
    )  # fmt: skip
    start, _ = s.bounds(s.part_of(one.lead))
    is_relative = (
        points and s.low(one.tail) in s.grammar.share_of and s.stream.at(start - 1).text == ","
    )
    is_relative = is_relative and s.low(start) not in s.grammar.coordinators
    is_relative = is_relative and s.low(one.tail + 1) not in s.grammar.objects
    if not points and (one.kind == "percent" or not one.noun) and _is_behind_of_which(s, one):
        taken = taken_over(asked.before, one, anything=True)
        return Meaning(text=taken.text, of_text=taken.of_text, role="share") if taken else None
    if is_relative and one.lead - start < 2 and (named := antecedent(s, start)) is not None:
        return Meaning(named, role="share")  # "Los olivareros, un 30 % de los cuales …"
    taken = taken_over(_not_led(asked.before), one, anything=True) if points else None
    return Meaning(text=taken.text, of_text=taken.of_text, role="share") if taken else None


def _not_led(before: Sequence[Before]) -> Sequence[Before]:
    """ "4,100 adults in 12 countries, two-thirds of them": what stands in an adjunct is not pointed at."""
    free = [
        b for b in before
        if b.sentence.low(b.one.lead - 1) not in b.sentence.grammar.adjuncts or b.one.noun_at < b.one.j
    ]  # fmt: skip
    return free or before


def _is_behind_of_which(s: Sentence, one: Found) -> bool:
    """ "340 aircraft, of which a fifth are leased": right before the figure."""
    at = s.word_before(one.lead)
    is_which = s.low(at) in s.grammar.relatives and s.low(at) not in s.grammar.articles
    return is_which and s.low(at - 1) in s.grammar.out_of


def by_noun_behind(asked: Asked) -> Meaning | None:
    """ "a 3.2% drop in farming", "a $250,000 fine", "55 Euro Bußgeld"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    if one.kind not in _AMOUNTS and one.kind not in ("measure", "duration", "distance"):
        return None
    if id(one) in s.bases:
        return None
    at = one.tail
    if one.kind in ("measure", "distance") and (sized := _of_size(s, at)) is not None:
        return sized
    if s.stream.at(at).text in {"-", "‑"}:
        at += 1
    phrase = next((p for p in s.phrases if p.at == at and not p.article and not p.prep), None)
    if phrase is None or phrase.start != at or s.is_time(phrase):
        return None
    last = phrase.end + (lead.prep in s.grammar.share_of)
    if any("\n" in s.stream.gap(k) for k in range(at + 1, last)):
        return None  # a headline's verb, and the first words of the text
    if _is_predicate(s, one, phrase) or _is_verb_of_share(s, one, phrase):
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
    if s.grammar.shape == "bare" and s.stream.tokens[phrase.start].text[0].isupper():
        return None
    if lead.prep in s.grammar.by | s.grammar.onto and s.move_near(one)[0]:
        start, end = _past_participle(s, phrase)
        if start == phrase.start and s.grammar.shape == "capitals":
            return None
        return Meaning((start, end), role="delta", how="by", direction=s.move_near(one)[0])
    is_owned = s.grammar.shape == "bare" and phrase.owner and not phrase.is_joined
    return Meaning((phrase.start, phrase.end), phrase.owner if is_owned else None, role="level")


def _of_size(s: Sentence, at: int) -> Meaning | None:
    """ "ein 14 Kilometer langer Stau"."""
    low = s.low(at)
    stems = {low.removesuffix(end) for end in ("en", "em", "er", "es", "e") if low.endswith(end)}
    if not stems & s.grammar.sizes:
        return None
    phrase = next((p for p in s.phrases if p.start <= at + 1 < p.end), None)
    return None if phrase is None else Meaning((at + 1, phrase.end), role="level")


_PREDICATE = ("ive", "able", "ible", "ful", "ous", "ed", "ent", "ant", "ete", "ure")


def _is_predicate(s: Sentence, one: Found, phrase: Phrase) -> bool:
    """ "was 78% effective", "is 40% complete": an adjective that the verb of being ties to the subject."""
    if s.grammar.shape != "bare" or phrase.end - phrase.start > 1 or one.kind != "percent":
        return False
    is_tied = s.low(s.word_before(one.lead)) in s.grammar.auxiliaries
    return is_tied and s.head(phrase).endswith(_PREDICATE)


def _is_verb_of_share(s: Sentence, one: Found, phrase: Phrase) -> bool:
    """ "while 14% intend to cut them": the figure opens the clause, and what follows is no noun."""
    if s.grammar.shape != "bare" or one.kind != "percent" or phrase.end - phrase.start > 1:
        return False
    start, _ = s.bounds(s.part_of(one.lead))
    before = s.word_before(one.lead)
    opens = before < start or s.low(before) in s.grammar.coordinators | s.grammar.subordinators
    return opens and s.low(one.lead - 1) not in s.grammar.articles and (
        s.low(phrase.end)
        in s.grammar.onto | s.grammar.articles | s.grammar.subordinators | s.grammar.objects
    )  # fmt: skip


def _past_participle(s: Sentence, phrase: Phrase) -> tuple[int, int]:
    """ "gestiegene Renten": the noun is what has risen."""
    low = s.low(phrase.start)
    for ending in ("en", "em", "er", "es", "e"):
        if s.grammar.moves.get(low.removesuffix(ending)):
            return phrase.start + 1, phrase.end
    return phrase.start, phrase.end


def by_participle(asked: Asked) -> Meaning | None:
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
            meaning = Meaning((phrase.start + 1, phrase.end), direction=direction)
            is_goal = lead.prep in s.grammar.onto
            meaning.how, meaning.role = ("to", "to") if is_goal else ("by", "delta")
            return meaning
    return None


def _by_change_behind(asked: Asked, phrase: Phrase) -> Meaning:
    """ "a 3.2% drop in farming", "a 9 percent increase"."""
    s, one = asked.sentence, asked.one
    head = s.head(phrase)
    meaning = Meaning(role="delta", how="by", direction=s.grammar.change_nouns[head])
    if one.kind == "money" and head in s.grammar.own_sums:
        whole = phrase.end if phrase.owner is None or not phrase.is_joined else phrase.owner[1]
        return Meaning(
            (phrase.start, whole), role="level"
        )  # "a $3.4 billion expansion of the port"
    if phrase.owner is not None:
        meaning.noun = phrase.owner
        return meaning
    if (
        one.kind == "money"
        and s.grammar.shape == "capitals"
        and asked.lead.prep not in s.grammar.onto
    ):
        return Meaning((phrase.start, phrase.end), role="level")  # "Trotz 38 Millionen Euro Minus"
    stop = phrase.stop
    if s.low(stop) in s.grammar.change_in:
        target = s.phrase_at(stop) or s.phrase_at(stop + 1)
        if target is not None and target.at <= stop + 1 and is_place(s, target):
            meaning.of = (target.start, target.end)  # "led by a 3.1% slump in Germany"
            name_antecedent(asked, s.bounds(s.part_of(one.lead))[0], meaning)
            return meaning
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
    name_antecedent(asked, s.bounds(s.part_of(one.lead))[0], meaning)
    return meaning
