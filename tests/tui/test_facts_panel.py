"""What a person sees of the facts beside a text, and what the panel tells when they move in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Any

from textual.pilot import Pilot

from lesart.locales.formats import Formats
from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor, Annotation
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.tui.widgets.facts_panel import FactsPanel

from .looking import Showing, cell_of, lines, screen, style_of, widths

TEXT = (
    "More than 30,000 people of about 4,500 towns marched, the police said. "
    "Mira Holt of Aland spoke. Holt paid €1.2 billion in March 2003."
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def a_figure(words: str, kind: Any = "count", **values: Any) -> Figure:
    return Figure(span(words), words, kind, **values)


FIGURES = (
    a_figure("30,000", value=Decimal(30000), qualifier="more_than", noun="people",
             sentence=Span(0, 70), attribution="the police", salience=0.2),
    a_figure("4,500", value=Decimal(4500), qualifier="approx", noun="towns", salience=0.1),
    a_figure("€1.2 billion", "money", value=Decimal("1200000000"), unit="EUR", salience=0.9),
    a_figure("March 2003", "date", when="2003-03"),
)  # fmt: skip
HOLT = Entity("Mira Holt", "PER", (Mention(span("Mira Holt"), "Mira Holt"),
                                   Mention(span("Holt paid")._replace(end=span("Holt paid").start + 4), "Holt")))  # fmt: skip
ALAND = Entity("Aland", "LOC", (Mention(span("Aland"), "Aland"),), is_sure=False)
ANALYSIS = Analysis("test 1", "en", FIGURES, (HOLT, ALAND), note="Names found by rules only.")


def a_note(number: int, words: str = "", **values: Any) -> Annotation:
    place = span(words) if words in TEXT and words else None
    anchor = Anchor(words, "", "", 0, len(words)) if words else None
    return Annotation(number, f"uid{number}", 1, anchor, span=place, **values)


NOTES = (
    a_note(1, "marched", note="check this", tags=("protest",), colour="green"),
    a_note(2, "words that are gone", status="orphan"),
    a_note(3, note="about all of it"),
)


@asynccontextmanager
async def panel(
    analysis: Analysis | None = ANALYSIS,
    notes: tuple[Annotation, ...] = NOTES,
    size: tuple[int, int] = (40, 14),
    language: str = "en",
) -> AsyncIterator[tuple[Pilot[None], FactsPanel]]:
    facts = FactsPanel(formats=Formats(language))
    app = Showing(facts)
    async with app.run_test(size=size) as pilot:
        facts.show(TEXT, analysis, notes)
        await pilot.pause()
        yield pilot, facts


def news(pilot: Pilot[None], kind: type) -> list[Any]:
    assert isinstance(pilot.app, Showing)
    return [n for n in pilot.app.news if isinstance(n, kind)]


async def test_figures_stand_in_the_order_of_the_text_with_qualifier_unit_and_noun():
    async with panel() as (pilot, _):
        assert [line.strip("▸ ") for line in lines(pilot.app)[:7]] == [
            "#Figures 4  @Entities 2  ✎Notes 3",
            "> 30,000 people",
            "≈ 4,500  towns",
            "€1.2 bn",
            "When",
            "March 2003",
            "Names found by rules only.",
        ]


async def test_numbers_are_written_in_the_readers_language():
    async with panel(language="de") as (pilot, _):
        assert "> 30.000" in screen(pilot.app)
        assert "1,2 Mrd. €" in screen(pilot.app)
        assert "März 2003" in screen(pilot.app)


async def test_figures_can_be_sorted_by_weight():
    async with panel() as (pilot, facts):
        await pilot.press("S")
        assert "€1.2 bn" in lines(pilot.app)[1]
        assert facts.fact == FIGURES[0]  # the cursor stays on its fact


LINE = "Revenue of Aland Power rose 5% to $3m since May; 1, 2, 3, 4, 5 and 6 March 2003, 2001."


def on_line(words: str, kind: Any = "count", **values: Any) -> Figure:
    start = LINE.index(words)
    return Figure(Span(start, start + len(words)), words, kind, **values)


FACTS = (
    on_line("5%", "percent", value=Decimal(5), unit="percent", noun="Revenue from services", of="Aland Power",
            role="delta", change="rise_by", since="May", pair="", salience=0.4),
    on_line("$3m", "money", value=Decimal(3000000), unit="USD", noun="Revenue", change="rise_to", role="to",
            per="share", salience=0.8),
    *(on_line(n, value=Decimal(n), noun=f"thing {n}", salience=int(n) / 100) for n in "1246"),
    on_line("6 March 2003", "date", when="2003-03-06"),
    on_line("2001", "date", when="2001"),
)  # fmt: skip


async def test_key_figures_come_first_then_the_others_then_the_dates_in_the_order_of_time():
    async with panel(Analysis("t", "en", FACTS), size=(60, 20)) as (pilot, _):
        shown = [" ".join(line.strip("▸ ").split()) for line in lines(pilot.app)[1:12]]
        assert shown == [
            "Key figures",
            "↗ $3 mn Revenue / share",
            "↑ 5 % Revenue from services · Aland Power · (May)",
            "6 thing 6", "4 thing 4", "2 thing 2",
            "More figures", "1 thing 1",
            "When", "2001", "6 March 2003",
        ]  # fmt: skip


async def test_what_a_figure_measures_goes_on_below_itself_and_is_never_cut():
    async with panel(Analysis("t", "en", FACTS), size=(26, 20)) as (pilot, _):
        shown = lines(pilot.app)
        at = next(n for n, line in enumerate(shown) if "↑ 5 %" in line)
        column = shown[at].index("Revenue")
        below = takewhile(lambda line: not line[:column].strip(), shown[at + 1 :])
        words = [line[column:].strip() for line in (shown[at], *below)]
        assert " ".join(words) == "Revenue from services · Aland Power · (May)"
        assert len(words) > 2


LONG_NOUNS = ("Arbeitslosenversicherungspflichtgrenze", "Bruttoinlandsprodukt", "Umsatz der Siemens AG",
              "foreign investments")  # fmt: skip


async def test_long_words_are_parted_where_they_are_joined_and_nothing_of_them_is_left_out():
    figures = tuple(
        on_line("1246"[n], value=Decimal("123456789"), unit="EUR", noun=noun, salience=n / 10)
        for n, noun in enumerate(LONG_NOUNS)
    )
    for width in (24, 30, 60):
        async with panel(Analysis("t", "de", figures), size=(width, 20)) as (pilot, _):
            words = " ".join(line[2:].strip() for line in lines(pilot.app)[1:])
            assert "…" not in words
            for noun in LONG_NOUNS:
                assert noun in words.replace("- ", "")
            if width == 24:
                assert "Arbeitslosen- versicherungs- pflichtgrenze" in words
                assert "Bruttoinlandsprodukt" in words


async def test_whom_only_a_compound_names_stands_behind_the_names_with_the_compound():
    text = "Der US-Minister und die Mira-Fans, auch Mira Holt."
    half = Entity("US", "LOC", (Mention(Span(4, 6), "US"),), "LOC:US")
    known = Entity("Mira Holt", "PER", (Mention(Span(24, 28), "Mira"),), "PER:mira holt")
    holt = replace(known, mentions=(Mention(Span(40, 49), "Mira Holt"),))
    found = Analysis("t", "de", (), (holt,), in_passing=(half, known))
    async with panel(found, size=(26, 12)) as (pilot, facts):
        facts.show(text, found)
        facts.tab = "entities"
        await pilot.press("G", "i")
        shown = [" ".join(line.strip("▸ ").split()) for line in lines(pilot.app)[1:6]]
        assert shown == [
            "People 1", "Mira Holt ×1", "Named in passing 1", "US US-Minister",
            "only in US-Minister",
        ]  # fmt: skip


async def test_details_tell_what_the_figure_is_to_what_it_measures():
    async with panel(Analysis("t", "en", FACTS), size=(60, 24)) as (pilot, _):
        await pilot.press("S", "S", "g", "i")
        words = screen(pilot.app)
        assert "as: a change" in words
        assert "of: Aland Power" in words
        assert "since: May" in words


async def test_entities_are_grouped_by_kind_and_counted_and_doubt_is_shown():
    async with panel() as (pilot, facts):
        facts.tab = "entities"
        await pilot.pause()
        shown = [" ".join(line.strip("▸ ").split()) for line in lines(pilot.app)[1:5]]
        assert shown == ["People 1", "Mira Holt ×2", "Places 1", "Aland ? ×1"]


async def test_what_the_reader_decided_is_shown_and_ends_the_doubt():
    sure = replace(ALAND, verdict="confirmed")
    figure = replace(FIGURES[1], verdict="corrected")
    async with panel(Analysis("t", "en", (figure,), (sure,))) as (pilot, facts):
        assert "≈ 4,500 †" in screen(pilot.app)
        await pilot.press("i")
        assert "corrected by you" in screen(pilot.app)
        facts.tab = "entities"
        await pilot.pause()
        assert "Aland ✓" in screen(pilot.app)


async def test_notes_show_colour_tags_and_what_was_lost():
    async with panel() as (pilot, facts):
        facts.tab = "annotations"
        await pilot.pause()
        shown = [" ".join(line.strip("▸ ").split()) for line in lines(pilot.app)[1:6]]
        assert shown == [
            "On the article 1",
            "■ about all of it",
            "■ check this #protest",
            "Lost passages 1",
            "■ words that are gone",
        ]


async def test_details_tell_the_words_the_qualifier_who_says_so_and_the_sentence():
    async with panel() as (pilot, _):
        await pilot.press("i")
        words = " ".join(screen(pilot.app).split())
        assert "in the text: “30,000”" in words
        assert "more than" in words
        assert "according to the police" in words
        assert "More than 30,000 people of about 4,500 towns marched, the police said." in words
        await pilot.press("j")
        assert "in the text: “4,500”" in screen(pilot.app)
        assert "“30,000”" not in screen(pilot.app)
        await pilot.press("i")
        assert "in the text" not in screen(pilot.app)


async def test_moving_tells_the_fact_and_where_it_stands():
    async with panel() as (pilot, _):
        await pilot.press("j", "enter")
        told = news(pilot, FactsPanel.Highlighted)[-1]
        assert (told.fact, told.span) == (FIGURES[1], span("4,500"))
        assert news(pilot, FactsPanel.Chosen)[-1].fact == FIGURES[1]


async def test_an_entity_points_to_its_mention_nearest_to_the_reader():
    async with panel() as (pilot, facts):
        facts.tab = "entities"
        facts.follow(TEXT.index("spoke"))
        await pilot.press("enter")
        assert news(pilot, FactsPanel.Chosen)[-1].span == HOLT.mentions[1].span


async def test_the_panel_follows_the_reader_and_does_not_answer():
    async with panel() as (pilot, facts):
        facts.follow(span("€1.2").start)
        await pilot.pause()
        assert facts.fact == FIGURES[2]
        assert "▸ €1.2 bn" in screen(pilot.app)
        facts.follow(0, Span(span("4,500").start, len(TEXT)))
        assert facts.fact == FIGURES[2]  # still in view
        facts.follow(0, Span(0, span("Mira").start))
        assert facts.fact == FIGURES[0]
        facts.follow(0, Span(span("4,500").start, len(TEXT)))
        assert facts.fact == FIGURES[1]
        await pilot.pause()
        assert news(pilot, FactsPanel.Highlighted) == []


async def test_a_reader_that_lags_behind_does_not_pull_the_cursor_back():
    async with panel() as (pilot, facts):
        await pilot.press("j", "j")
        facts.follow(FIGURES[1].span.start)
        assert facts.fact == FIGURES[2]
        facts.follow(FIGURES[2].span.start)
        assert facts.fact == FIGURES[2]
        facts.follow(FIGURES[1].span.start)
        assert facts.fact == FIGURES[1]


async def test_opening_a_tab_goes_to_where_the_reader_is():
    async with panel() as (pilot, facts):
        facts.follow(span("Aland").start)
        facts.tab = "entities"
        await pilot.pause()
        assert facts.fact == ALAND


async def test_tabs_open_by_arrow_and_by_click():
    async with panel() as (pilot, facts):
        await pilot.press("right")
        assert facts.tab == "entities"
        await pilot.click(offset=cell_of(pilot.app, "#Figures"))
        assert facts.tab == "figures"
        assert [n.tab for n in news(pilot, FactsPanel.TabOpened)] == ["entities", "figures"]
        assert style_of(pilot.app, "#Figures").reverse


async def test_headings_are_never_chosen():
    async with panel() as (pilot, facts):
        facts.tab = "entities"
        await pilot.press("k", "k", "enter", "j", "j", "j", "enter", "G", "g", "pagedown")
        assert {type(n.fact) for n in news(pilot, FactsPanel.Chosen)} == {Entity}


async def test_a_click_goes_to_a_fact_and_a_second_one_picks_it():
    async with panel() as (pilot, facts):
        where = cell_of(pilot.app, "4,500")
        await pilot.click(offset=where)
        assert facts.fact == FIGURES[1]
        assert news(pilot, FactsPanel.Chosen) == []
        await pilot.click(offset=where, times=2)
        assert news(pilot, FactsPanel.Chosen)[-1].fact == FIGURES[1]


async def test_an_edited_note_keeps_the_cursor():
    async with panel() as (pilot, facts):
        facts.tab = "annotations"
        await pilot.press("j", "j")
        facts.set_annotations([*NOTES[:1], a_note(2, "words that are gone", note="new words")])
        await pilot.pause()
        assert isinstance(facts.fact, Annotation)
        assert facts.fact.note == "new words"


async def test_a_judged_figure_keeps_the_cursor():
    async with panel() as (pilot, facts):
        await pilot.press("j", "j")
        judged = tuple(replace(figure, verdict="confirmed") for figure in FIGURES)
        facts.set_analysis(Analysis("t", "en", judged))
        await pilot.pause()
        assert facts.fact == judged[2]


async def test_nothing_found_and_not_yet_analysed_are_told_apart():
    async with panel(analysis=None, notes=()) as (pilot, facts):
        assert "Not analysed yet." in screen(pilot.app)
        facts.set_analysis(Analysis("test 1", "en"))
        await pilot.pause()
        assert "No figures found." in screen(pilot.app)
        facts.tab = "annotations"
        await pilot.press("j", "k", "enter", "i", "S", "G", "g")
        assert "No notes yet." in screen(pilot.app)
        assert facts.fact is None


async def test_a_narrow_panel_keeps_its_columns_and_its_values():
    for size in ((26, 8), (20, 5), (120, 9)):
        async with panel(size=size) as (pilot, facts):
            assert "> 30,000" in screen(pilot.app)
            for tab in ("figures", "entities", "annotations"):
                facts.tab = tab  # type: ignore[assignment]
                await pilot.press("i", "j", "i")
                assert widths(pilot.app) == {size[0]}


async def test_ten_thousand_figures_scroll_and_are_followed():
    many = tuple(
        Figure(Span(n * 3, n * 3 + 2), "17", "count", Decimal(n), noun="things")
        for n in range(10_000)
    )
    async with panel(Analysis("t", "en", many)) as (pilot, facts):
        await pilot.press("G")
        assert "9,999" in lines(pilot.app)[-1]
        facts.follow(5000 * 3)
        await pilot.pause()
        assert "▸ 5,000" in screen(pilot.app)


async def test_wide_and_hidden_characters_do_not_break_the_columns():
    odd = Figure(Span(0, 4), "数\x1b\u202e字", "count", noun="東京 \x07 e\u0301")
    entity = Entity("東京\x1b都", "LOC", (Mention(Span(0, 3), "東京都"),))
    async with panel(Analysis("t", "ja", (odd,), (entity,)), size=(26, 8)) as (pilot, facts):
        for tab in ("figures", "entities"):
            facts.tab = tab  # type: ignore[assignment]
            await pilot.press("i")
            assert widths(pilot.app) == {26}
            assert not set(screen(pilot.app)) & set("\x1b\x07\u202e")
