"""Run the finders over a text, most certain first, and make figures of what they found."""

from __future__ import annotations

import re
from bisect import bisect_left

from lesart.analysis.figures.attribution import Speaker, speaker_of, speakers_in
from lesart.analysis.figures.borrowed_units import (
    is_unit_of_price,
    read_parts_of_points,
    share_percent_of_next,
    share_unit_past_brackets,
    take_money_of_text,
    take_units_of_replaced,
)
from lesart.analysis.figures.clock_durations import find_clock_durations
from lesart.analysis.figures.currency_places import tell_shared_currencies
from lesart.analysis.figures.date_resolution import resolve
from lesart.analysis.figures.dates import find_dates
from lesart.analysis.figures.elided_units import take_elided_units
from lesart.analysis.figures.facts import Fact, facts_of
from lesart.analysis.figures.false_positives import take_traps
from lesart.analysis.figures.left_out_units import take_left_out_units
from lesart.analysis.figures.lexicon import lexicon
from lesart.analysis.figures.multiplying import find_multiplying_verbs
from lesart.analysis.figures.nouns import name_what_is_counted
from lesart.analysis.figures.ordinals import find_ordinals
from lesart.analysis.figures.quantities import find_quantities
from lesart.analysis.figures.salience import salience_of, title_words
from lesart.analysis.figures.scores import find_scores
from lesart.analysis.figures.shares import find_shares
from lesart.analysis.figures.softened_ones import find_softened_ones
from lesart.analysis.figures.table_places import read_tables
from lesart.analysis.figures.times import find_times
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import sentence_at, sentences_of, tokens_of
from lesart.analysis.figures.vague import find_vague
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span

_FINDERS = (
    find_clock_durations,
    find_dates,
    find_times,
    find_scores,
    find_softened_ones,
    find_shares,
    find_ordinals,
    find_vague,
    find_multiplying_verbs,
)
"""In order of certainty: what one takes, the next does not see. Plain quantities come last."""


def figures_in(
    text: str,
    language: str,
    *,
    title: str = "",
    date: Moment | None = None,
    with_nouns: bool = True,
) -> tuple[Figure, ...]:
    """Every figure of the text, in order."""
    stream = TokenStream(text, tokens_of(text), lexicon(language))
    take_traps(stream)
    found = [figure for finder in _FINDERS for figure in finder(stream)]
    found += find_quantities(stream)
    found.sort(key=lambda figure: figure.i)
    tell_shared_currencies(stream, found)
    sentences = sentences_of(text)
    share_unit_past_brackets(stream, found)
    take_units_of_replaced(stream, found)
    share_percent_of_next(stream, found)
    take_money_of_text(stream, found)
    take_elided_units(stream, found)
    read_parts_of_points(stream, found)
    take_left_out_units(stream, found)
    places = read_tables(stream, found)
    if with_nouns:
        name_what_is_counted(stream, found, sentences)
    facts = facts_of(stream, found, sentences, places) if with_nouns else [Fact() for _ in found]
    told = [not is_unit_of_price(stream, found, k) for k in range(len(found))]
    found = [figure for figure, is_told in zip(found, told, strict=True) if is_told]
    facts = [fact for fact, is_told in zip(facts, told, strict=True) if is_told]
    return _made(stream, found, facts, sentences, title, date)


def _made(
    stream: TokenStream, found: list[Found], facts: list[Fact], sentences: list[Span], title: str,
    date: Moment | None,
) -> tuple[Figure, ...]:  # fmt: skip
    in_title = title_words(title)
    speakers: dict[Span, list[Speaker]] = {}
    starts = [token.start for token in stream.tokens]
    figures = []
    for one, fact, when in zip(found, facts, resolve(stream, found, date), strict=True):
        start = stream.tokens[one.i].start + one.cut[0]
        end = stream.tokens[one.j - 1].end - one.cut[1]
        surface = stream.text[start:end]
        sentence = sentence_at(sentences, start)
        if sentence not in speakers:
            i, j = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            speakers[sentence] = speakers_in(stream, i, j)
        figures.append(
            Figure(
                span=Span(start, end), surface=surface, kind=one.kind, value=one.value,
                low=one.low, high=one.high, when=one.when,
                resolved=when, until=one.until, qualifier=one.qualifier, unit=one.unit,
                noun=re.sub(r"\s+", " ", one.noun), of=fact.of, role=fact.role, per=fact.per,
                against=fact.against, since=fact.since, pair=fact.pair,
                change=fact.change,
                attribution=speaker_of(speakers[sentence], one.i), sentence=sentence,
                salience=salience_of(one, start, len(stream.text), in_title, surface),
            )
        )  # fmt: skip
    return tuple(figures)
