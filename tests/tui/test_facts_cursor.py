"""The cursor of the facts panel, without a screen: lines and offsets in, a line out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.tui.widgets.facts_cursor import FactsCursor
from lesart.tui.widgets.facts_lines import FactLine


def figure(start: int) -> Figure:
    return Figure(Span(start, start + 2), str(start), "count", Decimal(start))


TEN, FIFTY, NINETY = figure(10), figure(50), figure(90)


def line(fact: Figure) -> FactLine:
    return FactLine("fact", fact.surface, fact=fact, spans=(fact.span,))


HEADING, DETAIL = FactLine("heading", "Dates"), FactLine("detail", "its sentence")
LINES = [line(TEN), FactLine("more", "goes on"), line(FIFTY), HEADING, line(NINETY)]


def cursor(*lines: FactLine) -> FactsCursor:
    made = FactsCursor()
    made.put(lines or LINES, None)
    return made


def test_it_stands_only_on_facts():
    it = cursor()
    assert it.fact is TEN
    assert it.fact_near(1, 1) is FIFTY  # over the line that goes on
    assert it.fact_near(3, 1) is NINETY  # over the heading
    assert it.fact_near(3, -1) is FIFTY
    assert it.fact_near(99, 1) is NINETY  # beyond the end: the last
    assert cursor(HEADING).fact_near(0, 1) is None


def test_a_heading_is_seen_with_the_fact_below_it():
    it = cursor()
    it.go_to(NINETY)
    assert (it.at, it.top) == (4, 3)


def test_details_come_below_all_lines_of_a_fact_and_go_again():
    it = cursor()
    it.unfold([DETAIL])
    assert [one.look for one in it.lines[:4]] == ["fact", "more", "detail", "fact"]
    assert it.fact is TEN
    it.go_to(FIFTY)
    assert list(it.lines) == LINES
    assert it.fact is FIFTY


def test_it_goes_where_the_reader_is():
    it = cursor()
    assert it.followed(51) is FIFTY
    assert it.followed(70) is None  # nothing stands there, and nobody says what is in view


def test_it_stays_on_what_is_in_view_or_goes_to_the_first_that_is():
    it = cursor()
    assert it.followed(0, Span(0, 60)) is None  # TEN is in view
    assert it.followed(40, Span(40, 100)) is FIFTY


def test_at_the_start_of_the_text_it_is_on_the_first_fact_and_not_on_what_happens_to_come_first():
    it = cursor(line(FIFTY), line(TEN))
    assert it.scrolled(Span(0, 30)) is FIFTY
    it.go_to(TEN)
    assert it.scrolled(Span(0, 30)) is None  # somebody looks at what is in view
    assert it.scrolled(Span(5, 40)) is None
    assert it.scrolled(Span(40, 90)) is FIFTY


def test_where_it_sent_the_reader_is_no_news():
    """Else two quick steps in the panel would be taken back by the reader's report of the first."""
    it = cursor()
    it.go_to(FIFTY)
    assert it.sends_reader() == Span(50, 52)
    it.go_to(NINETY)
    assert it.sends_reader() == Span(90, 92)
    assert it.followed(50) is None
    assert it.followed(90) is None
    assert it.fact is NINETY
    assert it.followed(10) is TEN  # the person moved in the text


def test_of_many_places_the_next_one_is_meant():
    place = FactLine("fact", "Bagdad", fact=TEN, spans=(Span(80, 86), Span(10, 16), Span(40, 46)))
    it = cursor(place)
    assert it.nearest() == Span(10, 16)
    it.followed(44)
    assert it.nearest() == Span(40, 46)
    it.followed(95)
    assert it.nearest() == Span(10, 16)


def test_a_corrected_fact_keeps_the_cursor_and_a_rejected_one_hands_it_on():
    it = cursor()
    it.go_to(FIFTY)
    corrected = replace(FIFTY, verdict="corrected")
    it.put([line(TEN), line(corrected), line(NINETY)], FIFTY)
    assert it.fact is corrected
    it.put([line(TEN), line(NINETY)], corrected)
    assert it.fact is NINETY
    it.put([line(TEN)], NINETY)
    assert it.fact is TEN
    it.put([HEADING], TEN)
    assert it.fact is None
