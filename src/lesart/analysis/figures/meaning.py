"""What a figure measures, as the rules hand it on to each other, and the words right before a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.token_stream import Found
from lesart.analysis.figures.tokens import BORDER
from lesart.model.figure import FigureRole


@dataclass(slots=True)
class Meaning:
    """The words a figure's sentence gives for what it measures; what is not said is empty."""

    noun: tuple[int, int] | None = None
    of: tuple[int, int] | None = None
    role: FigureRole = ""
    direction: Direction = ""
    how: str = ""
    """ "by", "to" or "from" where something changes."""
    text: str = ""
    """The noun as text: taken over from another figure, or read from `noun`."""
    of_text: str = ""
    goes_on: str = ""
    """What later figures go on with where it is not this one's noun: the deficit of "4.7% of GDP"."""
    is_label: bool = False
    """The noun is the label of a list's item ("Tote: 12"), which names counts too."""
    is_unnamed: bool = False
    """A rule has decided that the text gives no noun."""


class Before(NamedTuple):
    """A figure that has its meaning already."""

    sentence: Sentence
    number: int
    """Which sentence of the text it stands in."""
    one: Found
    meaning: Meaning


class Lead(NamedTuple):
    """What stands right before a figure and its qualifiers."""

    at: int
    """The token that governs the figure; a figure's own or -1 where there is none."""
    prep: str
    """That token where it is a preposition, without its article."""
    prep_at: int
    sign: Direction = ""
    """ "up", "plus" before the figure."""


def lead_of(sentence: Sentence, one: Found) -> Lead:
    """The governing word before a figure, past adverbs, articles and signs."""
    grammar = sentence.grammar
    at = sentence.word_before(one.lead)
    if one.lead < one.i and sentence.low(one.lead) in grammar.onto:
        # "hasta los 2 millones": a qualifier that says where it came to
        return Lead(one.lead, sentence.low(one.lead), one.lead)
    before = sentence.low(one.lead - 1)
    if one.lead < one.i and (before, sentence.low(one.lead)) in grammar.split_moves:
        # "edged up to 4.2%": no "up to", but up, and to
        way = grammar.split_moves[before, sentence.low(one.lead)]
        return Lead(one.i - 1, sentence.low(one.i - 1), one.i - 1, way)
    opener = sentence.low(one.lead)
    if (
        one.low is not None
        and one.lead < one.i
        and opener in grammar.from_ & grammar.amount_of_words
    ):
        return Lead(one.lead, opener, one.lead)  # "ein Plus von 12 bis 14 Prozent"
    sign = grammar.signs.get(sentence.low(at), "") if at not in sentence.covered else ""
    if sign and (_is_no_sign(sentence, one, at) or _is_particle(sentence, at)):
        sign = ""
    if sign:
        noun = sentence.phrase_of(at)
        if noun is not None and noun.head == at:
            sign = ""
        else:
            at = sentence.word_before(at)
    low = sentence.low(at)
    base = grammar.fused.get(low, low)
    is_preposition = (
        base in grammar.prepositions or base in grammar.by
    ) and at not in sentence.covered
    return Lead(at, base if is_preposition else "", at if is_preposition else -1, sign)


def _is_particle(sentence: Sentence, at: int) -> bool:
    """ "siphoned off £1.3 million", "ran up $3m in debts": the word makes another verb of the one before."""
    grammar = sentence.grammar
    before = sentence.stream.at(at - 1)
    if grammar.shape != "bare" or before.kind != "w" or at - 1 in sentence.covered:
        return False
    if (before.low, sentence.low(at)) in grammar.split_moves or before.low in grammar.moves:
        return False
    acts = before.low in grammar.verbs - grammar.auxiliaries - grammar.levels
    is_verb = (
        acts
        or before.low in grammar.phrasal
        or (before.low.endswith("ed") and before.low not in grammar.levels)
    )
    return is_verb and before.low not in grammar.nouns_too and before.text.islower()


def _is_no_sign(sentence: Sentence, one: Found, at: int) -> bool:
    """The bullet of a list, the hyphen of "2016-06", "down two tunnels"."""
    stream = sentence.stream
    if one.kind == "count" and one.noun:
        return True
    if stream.at(at).text in {"-", "–", "−"} and not stream.touches(at + 1):
        opener = stream.at(at - 1)  # " – four in five – said so"
        return at == sentence.a or opener.text not in {"(", ":", "|", BORDER}
    if stream.at(at).kind != "p":
        return False
    return at == sentence.a or (stream.touches(at) and stream.at(at - 1).kind == "n")


class Asked(NamedTuple):
    """A figure with all that the rules look at."""

    sentence: Sentence
    one: Found
    before: Sequence[Before]
    lead: Lead
