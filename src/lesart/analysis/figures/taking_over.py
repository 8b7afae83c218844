"""Take over what another figure of the text measures: chains, comparisons, lists, "it was 5% before"."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.meaning import Before, Lead, Meaning
from lesart.analysis.figures.phrases import Phrase
from lesart.analysis.figures.token_stream import Found
from lesart.model.figure import FigureRole

_AMOUNTS = {"percent", "money", "measure", "ratio"}


def taken_over(before: Sequence[Before], one: Found, *, anything: bool = False) -> Meaning | None:
    """The meaning of the figure before, of the same kind unless `anything` will do."""
    for earlier in reversed(before[-3:]):
        if earlier.meaning.text and (anything or earlier.one.kind == one.kind):
            if not _counts_times(earlier) and is_comparable(one, earlier.one):
                return earlier.meaning
    return None


_RELATIVE = {"percent", "ratio"}


def is_comparable(one: Found, other: Found) -> bool:
    """Euros go on over euros, a tenth over anything: "zwölf Monate, 280 Euro mehr" are two things."""
    return one.kind in _RELATIVE or other.kind in _RELATIVE or one.kind == other.kind


def _counts_times(earlier: Before) -> bool:
    """ "in den ersten drei Quartalen": when, not what."""
    grammar, words = earlier.sentence.grammar, earlier.one.noun.lower().split()
    return bool(words) and (
        words[0] in grammar.times or words[0].endswith(grammar.time_endings or ("\0",))
    )


def _is_like(left: Found, right: Found) -> bool:
    """A share may be told as a fraction once and in per cent then."""
    return left.kind == right.kind or {left.kind, right.kind} == {"ratio", "percent"}


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
        elif (aside := _adjunct_at(s, k, end)) > k:
            k = aside
        else:
            if s.low(k) not in s.grammar.adverbs:
                words.append(s.low(k))
            k += 1
    return words


def _adjunct_at(s: Sentence, at: int, end: int) -> int:
    """ "a cédé 4 % en valeur à 15 milliards", "rose 4% in London to": where such words end."""
    phrase = next((p for p in s.phrases if p.at == at and p.stop < end), None)
    if phrase is None or phrase.prep not in s.grammar.aside_in:
        return at
    return phrase.stop


def chained(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "rose 5% to $3bn", "von 3,4 auf 2,9", "5 or 6 percent": what the figure right before measures."""
    last = before[-1] if before else None
    if last is None or last.sentence is not s:
        return None
    if one.kind == "count" and one.noun_at >= one.j and last.one.kind != "count":
        return None  # "a 1.184 euros al mes en 14 pagas"
    start = s.behind(last.one)
    start += s.low(start) in s.stream.lexicon.points  # "gained 215 points, or 0.6 percent"
    between = _between(s, start, one.lead)
    bare = [s.grammar.fused.get(low, low) for low in between if low != ","]
    if not bare and lead.prep_at == one.lead and lead.prep:
        bare = [lead.prep]
    if len(bare) > 1 or (len(between) > 1 and not bare):
        return None
    word = bare[0] if bare else ""
    if word in s.grammar.onto and last.meaning.how == "to" and last.one.kind != one.kind:
        return None  # "est descendue à -12 °C à 1 800 m d'altitude"
    if between == [",", word] and word in s.grammar.equals and last.meaning.how == "by":
        same = last.meaning  # "off $1.05, or 1.6%"
        return Meaning(
            text=same.text, of_text=same.of_text, role=same.role, how="by", direction=same.direction
        )
    joins = s.grammar.coordinators | s.stream.lexicon.either | s.stream.lexicon.to
    is_move = word in s.grammar.onto | s.grammar.from_ | s.grammar.by | s.grammar.at
    if not is_move and not (word in joins and last.one.kind == one.kind):
        return None
    if not (last.meaning.text or last.meaning.how):
        return None
    is_by = word in s.grammar.by - s.grammar.onto - s.grammar.from_ - s.grammar.at
    if is_by and not (last.meaning.direction or s.move_near(one)[0]):
        return None  # "mit einem Einkommen von 60.000 Euro um 430 Euro entlastet"
    meaning = Meaning(text=last.meaning.text, of_text=last.meaning.of_text)
    if word in joins and not is_move:
        meaning.role, meaning.how = last.meaning.role, last.meaning.how
        meaning.direction = last.meaning.direction
        return meaning
    return _moved_on(s, one, last, word, meaning)


def _moved_on(s: Sentence, one: Found, last: Before, word: str, meaning: Meaning) -> Meaning:
    """The second number of a movement: where it came to, or from."""
    grammar = s.grammar
    direction = last.meaning.direction or s.move_near(one)[0]
    comes_from = last.meaning.how == "from"
    if word in grammar.onto and (comes_from or direction):
        meaning.role, meaning.how = "to", "to"
        meaning.direction = direction or by_size(last.one, one)
    elif word in grammar.from_ and last.meaning.how in ("by", "to"):
        meaning.role, meaning.how, meaning.direction = "from", "from", direction
    elif word in grammar.by and direction:
        meaning.role, meaning.how, meaning.direction = "delta", "by", direction
    else:
        meaning.role = "level"
    return meaning


def by_size(before: Found, one: Found) -> Direction:
    """ "est passé de 15 à 18 %": the numbers say which way."""
    if before.value is None or one.value is None or before.value == one.value:
        return ""
    return "rise" if one.value > before.value else "fall"


def is_compared(s: Sentence, one: Found, *, least: int = 2) -> bool:
    """What a change is told against stands right before the figure ("frente al 28 %")."""
    end = s.word_before(one.lead) + 1
    openers = s.grammar.against_by_last.get(s.low(end - 1), ())
    return any(
        least <= len(opener) <= end - s.a
        and all(s.low(end - len(opener) + k) == word for k, word in enumerate(opener))
        for opener in openers
    )


def compared_to(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ ", compared with $3.1 billion", "nach 0,8 Prozent im September": the same at another time."""
    taken = taken_over(before, one)
    if (
        taken is None
        and before
        and before[-1].meaning.is_unnamed
        and before[-1].one.kind == one.kind
    ):
        taken = before[-1].meaning  # "blieben 38 Millionen, nach 61 Millionen im Vorjahr"
    if taken is None or not before or one.kind not in _AMOUNTS:
        return None
    is_told = lead.prep in s.grammar.afterwards or is_compared(s, one, least=1)
    if not is_told:
        return None
    if _is_bare_number(s, before[-1]):
        taken = before[-1].meaning  # "die bei 32,9 lag, nach 33,3 Prozent"
    role: FigureRole = "share" if taken.role == "share" else "level"
    return Meaning(text=taken.text, of_text=taken.of_text, role=role, is_unnamed=taken.is_unnamed)


def _is_bare_number(s: Sentence, last: Before) -> bool:
    """A number with decimals and nothing that it counts is the one another is told against."""
    is_bare = last.one.kind == "count" and last.one.noun_at < last.one.j
    return is_bare and last.sentence is s and last.one.value is not None and last.one.value % 1 != 0


def resumed(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "waren es 49 Prozent", "13 percent were undecided": the share or level told before."""
    last = next((b for b in reversed(before[-2:]) if _is_like(b.one, one)), None)
    if last is None or not last.meaning.text:
        return None
    part = s.part_of(one.i)
    start, end = s.bounds(part)
    first = s.phrase_at(start)
    if s.grammar.shape == "capitals" and first is not None and first.article and not first.prep:
        if first.end <= one.lead and not s.is_time(first) and not s.is_agent(first):
            return None  # "die Wahrscheinlichkeit dafür taxieren sie auf 97 Prozent"
    is_pointing = any(
        s.low(k) in s.grammar.pronouns and s.low(k) not in s.grammar.relatives
        for k in range(start, one.lead)
        if k not in s.covered
    )
    is_share = last.meaning.role == "share"
    others = s.phrase_at(start)
    if is_share and one.kind == "percent" and others is not None and others.stop <= one.lead:
        if others.prep in s.grammar.among and not s.is_time(others) and not s.is_sayer(others):
            return Meaning((others.start, others.end), role="share")
    opens = lead.at < start or s.low(lead.at) in s.grammar.coordinators
    if is_share and (is_pointing or opens) and one.kind == "percent":
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role="share")
    has = s.grammar.spends | s.grammar.trades
    if is_pointing and one.kind == "money" and any(
        s.low(k) in has for k in range(start, end) if k not in s.covered
    ):  # fmt: skip
        return Meaning(role="level", is_unnamed=True)  # "verdiente sie 591 Millionen Euro"
    if is_pointing and s.grammar.shape == "capitals" and lead.at >= start:
        role = "level" if last.meaning.role == "to" else last.meaning.role
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role=role)
    if any(s.low(k) in s.grammar.expects for k in range(start, end)) and last.sentence is s:
        return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role="level")
    return None


def adjacent(s: Sentence, one: Found, before: Sequence[Before], lead: Lead) -> Meaning | None:
    """ "…, die Grünen 12 Prozent": a clause without a verb says of the next what was said of the first."""
    end = s.word_before(lead.prep_at) + 1 if lead.prep else lead.at + 1
    phrase = s.phrase_ending(lead.prep_at if lead.prep else end) or s.phrase_ending(end)
    part = s.part_of(one.i)
    if phrase is None and not lead.prep and lead.at == s.bounds(part)[0] - 1:
        phrase = _left_alone(s, lead.at)
    if s.has_verb(part) and not _follows_figure(s, phrase):
        return None
    if one.kind != "percent" and one.kind != "money":
        return None
    last = next((b for b in reversed(before) if not is_aside(s, b)), None)
    if last is None or last.sentence is not s or last.one.kind != one.kind:
        return None
    among = s.grammar.among
    if phrase is not None and lead.prep and last.meaning.role == "share" and phrase.prep in among:
        if not s.is_time(phrase):  # "bei 6 Prozent der Patienten, unter Nichtrauchern nur bei 4"
            return Meaning((phrase.start, phrase.end), role="share")
    if phrase is not None and phrase.prep and lead.prep and last.meaning.text:
        # "… bei 5,6 Prozent, im Osten bei 7,4 Prozent"
        return Meaning(
            of=(phrase.start, phrase.end), text=last.meaning.text, role=last.meaning.role,
            how=last.meaning.how, direction=last.meaning.direction,
        )  # fmt: skip
    if phrase is not None and not phrase.prep and lead.at not in s.covered:
        if s.is_agent(phrase) and last.meaning.noun and not _is_of_agent(s, last):
            # "ein Wachstum von 1,1 Prozent, das Institut nur 0,7 Prozent"
            return Meaning(
                of=(phrase.start, phrase.end), text=last.meaning.text, role=last.meaning.role,
                how=last.meaning.how, direction=last.meaning.direction,
            )  # fmt: skip
        if s.is_time(phrase) or (s.is_agent(phrase) and one.kind == "money") or s.is_sayer(phrase):
            return None
        meaning = Meaning((phrase.start, phrase.end), role=last.meaning.role)
        if last.meaning.how in ("by", "to"):
            meaning.how, meaning.direction = last.meaning.how, last.meaning.direction
        if last.meaning.role == "share":
            meaning = Meaning(of=(phrase.start, phrase.end), role="share", text=last.meaning.text)
        return meaning
    return None


def _left_alone(s: Sentence, comma: int) -> Phrase | None:
    """ "… y la electricidad, un 11 %": the part before has a noun phrase and no verb."""
    if s.stream.at(comma).text != ",":
        return None
    phrase = s.phrase_ending(comma)
    return phrase if phrase is not None and s.low(phrase.at - 1) in s.grammar.coordinators else None


def _is_of_agent(s: Sentence, last: Before) -> bool:
    """What was measured before is somebody too: "die Union 27 Prozent, die SPD 15"."""
    words = last.meaning.noun
    phrase = next((p for p in s.phrases if words and p.start <= words[1] - 1 < p.end), None)
    return phrase is None or s.is_agent(phrase) or s.stream.tokens[phrase.head].text.isupper()


def _follows_figure(s: Sentence, phrase: Phrase | None) -> bool:
    """ "… 24% and the Greens on 7%": the phrase begins a clause behind another figure."""
    if phrase is None:
        return False
    at = phrase.at - 1
    return s.low(at) in s.grammar.coordinators and at - 1 in s.covered


def is_aside(s: Sentence, told: Before) -> bool:
    """In parentheses or behind a comma: "24% (down 20)", ", 60 cents less than last autumn"."""
    one = told.one
    is_points = one.unit == "percentage_point"
    if told.sentence is s and not is_points and s.low(s.behind(one)) in s.grammar.more:
        start, _ = s.bounds(s.part_of(one.i))
        if one.lead == start and not s.is_hard(s.part_of(one.i)):
            return True
    return s.stream.at(s.word_before(one.lead)).text == "(" or (
        s.stream.at(s.word_before(one.lead) - 1).text == "("
    )
