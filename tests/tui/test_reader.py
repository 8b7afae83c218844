"""What a person sees of an article and does with it by keys and mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from lesart.locales.formats import Formats
from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor, Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.tui.widgets.reader import Reader

from .looking import Showing, cell_of, lines, screen, style_of, widths

TEXT = (
    "The bank of Aland kept its rate at 2.0 % on Monday. Nobody had expected that. "
    "Mira Holt told reporters that 12,400 jobs depend on it.\n\n"
    "Three of the 26 members voted against it. It was the first split since 2019.\n\n"
    "Markets had priced a cut. The rest of the story is on https://example.org/rates today."
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_figure(words: str, text: str = TEXT) -> Figure:
    return Figure(span(words, text), words, "count")


def an_entity(name: str) -> Entity:
    return Entity(name, "ORG", (Mention(span(name), name),))


def a_note(words: str, **values: Any) -> Annotation:
    place = span(words)
    anchor = Anchor(words, "", "", *place)
    return Annotation(values.pop("id", 1), "uid", 1, anchor, span=place, **values)


FIGURES = tuple(a_figure(words) for words in ("2.0 %", "12,400", "26", "2019"))
ENTITIES = (an_entity("bank of Aland"), an_entity("Mira Holt"))
ANALYSIS = Analysis("test 1", "en", FIGURES, ENTITIES)
ARTICLE = Article(
    1, "Rate stays", TEXT, source="Island Post", language="en", published=Moment(1_795_000_000),
    blocks=(Block("link", span("https://example.org/rates"), target="https://example.org/rates"),),
)  # fmt: skip


@asynccontextmanager
async def reading(
    article: Article = ARTICLE,
    analysis: Analysis | None = ANALYSIS,
    notes: tuple[Annotation, ...] = (),
    size: tuple[int, int] = (60, 20),
    position: int = 0,
) -> AsyncIterator[tuple[Pilot[None], Reader]]:
    from datetime import UTC

    reader = Reader(formats=Formats("en", UTC))
    app = Showing(reader)
    async with app.run_test(size=size) as pilot:
        reader.show(article, analysis, notes, position=position)
        await pilot.pause()
        yield pilot, reader


def news(pilot: Pilot[None], kind: type) -> Any:
    assert isinstance(pilot.app, Showing)
    return pilot.app.last(kind)


# ---------------------------------------------------------------------- looking


async def test_title_source_and_date_stand_above_the_text():
    async with reading() as (pilot, _):
        top = [line.strip() for line in lines(pilot.app)[:4]]
        assert top[0] == "Rate stays"
        assert top[1] == "Island Post · Wed 18 Nov 2026 11:06 · 1 min · en"
        assert top[3].startswith("The bank of Aland kept")


async def test_an_article_dated_to_the_month_shows_no_day():
    article = Article(1, "T", "Words.", published=Moment(1_527_811_200, "month"))
    async with reading(article, None) as (pilot, _):
        assert "June 2018" in screen(pilot.app)
        assert "1 June" not in screen(pilot.app)


async def test_what_is_missing_of_a_text_is_said_above_it():
    article = Article(1, "T", "Words.", text_state="Full text not found (paywall).")
    async with reading(article, None) as (pilot, _):
        assert "Full text not found (paywall)." in screen(pilot.app)


async def test_marks_differ_by_attribute_and_not_by_colour_alone():
    async with reading(notes=(a_note("Nobody had expected"),)) as (pilot, _):
        assert style_of(pilot.app, "12,400").bold
        assert style_of(pilot.app, "Mira Holt").underline
        plain, noted = style_of(pilot.app, "told"), style_of(pilot.app, "Nobody")
        assert not plain.bold
        assert not plain.underline
        assert noted.bgcolor != plain.bgcolor
        noted_line = next(line for line in lines(pilot.app) if "Nobody" in line)
        assert noted_line.lstrip().startswith("┆")


async def test_a_passage_with_a_written_note_has_a_pencil_in_the_gutter():
    async with reading(notes=(a_note("Three of", note="first dissent"),)) as (pilot, _):
        line = next(line for line in lines(pilot.app) if "Three of" in line)
        assert line.lstrip().startswith("✎")


async def test_marks_that_arrive_later_are_painted_where_the_reader_is():
    async with reading(analysis=None) as (pilot, reader):
        assert not style_of(pilot.app, "12,400").bold
        reader.set_analysis(ANALYSIS)
        await pilot.pause()
        assert style_of(pilot.app, "12,400").bold


async def test_words_a_search_found_are_marked_and_become_the_next_stops():
    async with reading() as (pilot, reader):
        reader.set_matches([span("split"), span("cut")])
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert reader.current == span("cut")
        assert style_of(pilot.app, "split").reverse


async def test_text_is_centred_and_no_wider_than_the_measure():
    async with reading(size=(140, 20)) as (pilot, reader):
        texts = [line for line in lines(pilot.app) if line.strip()]
        assert max(len(line.strip()) for line in texts) <= reader.measure
        assert min(len(line) - len(line.lstrip()) for line in texts) > 20


async def test_control_and_direction_characters_never_reach_the_terminal():
    text = "Evil \x1b[31m words \u202e backwards and a tab\t here"
    async with reading(Article(1, "Ti\x1btle", text), None) as (pilot, _):
        shown = screen(pilot.app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert widths(pilot.app) == {60}


@pytest.mark.parametrize(
    "text",
    ["漢字かな混じり文。" * 40, "e\u0301\u0302🇩🇪👩🏽‍🚀 " * 60, "שלום עולם " * 60, "x" * 2000, ""],
    ids=["ideographs", "combining and emoji", "right to left", "endless word", "no text"],
)
async def test_every_script_keeps_the_columns_and_every_key_does_no_harm(text: str):
    async with reading(Article(1, "T " + text[:30], text), None, size=(43, 12)) as (pilot, reader):
        for key in (
            "j",
            "V",
            "w",
            "e",
            "l",
            "b",
            "dollar_sign",
            "0",
            "j",
            "k",
            "escape",
            "G",
            "semicolon",
            "escape",
            "v",
            "right_parenthesis",
            "right_curly_bracket",
            "o",
        ):
            await pilot.press(key)
            assert widths(pilot.app) == {43}
            assert 0 <= reader.cursor <= len(text)


# -------------------------------------------------------------------- scrolling


LONG = Article(1, "Long", "\n\n".join(f"Paragraph {n} has a few words in it." for n in range(200)))


async def test_j_and_k_scroll_by_lines_and_take_a_count():
    async with reading(LONG) as (pilot, reader):
        await pilot.press("j", "j", "5", "j", "k")
        assert reader.scroll_offset.y == 6


async def test_space_goes_on_by_a_window_and_says_when_there_is_no_more():
    async with reading(LONG) as (pilot, reader):
        await pilot.press("space")
        assert reader.scroll_offset.y == 19
        await pilot.press("b")
        assert reader.scroll_offset.y == 0
        await pilot.press("G", "space")
        assert news(pilot, Reader.EndReached).direction == 1
        assert news(pilot, Reader.Scrolled).progress == 100


async def test_an_article_opens_where_it_was_left():
    at = LONG.text.index("Paragraph 90 ")
    async with reading(LONG, position=at) as (pilot, reader):
        assert "Paragraph 90 " in lines(pilot.app)[0]
        assert reader.position == at


async def test_the_line_at_the_top_stays_there_when_the_window_changes():
    async with reading(LONG, position=LONG.text.index("Paragraph 90 ")) as (pilot, reader):
        for size in ((31, 9), (120, 40), (20, 5), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Paragraph 90" in lines(pilot.app)[0]
        assert reader.position == LONG.text.index("Paragraph 90 ")


# ------------------------------------------------------------------------ marks


async def test_brackets_jump_from_figure_to_figure_and_tell_which():
    async with reading() as (pilot, reader):
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert reader.current == span("12,400")
        assert style_of(pilot.app, "12,400").reverse
        assert news(pilot, Reader.CursorMoved).figure == FIGURES[1]
        await pilot.press("left_square_bracket")
        assert reader.current == span("2.0 %")
        await pilot.press("3", "right_square_bracket")
        assert reader.current == span("2019")
        await pilot.press("right_square_bracket")
        assert news(pilot, Reader.MarksExhausted).direction == 1
        assert reader.current == span("2019")


async def test_entities_and_notes_are_stops_of_their_own():
    async with reading(notes=(a_note("first split"),)) as (pilot, reader):
        reader.kind = "entities"
        await pilot.press("right_square_bracket")
        assert news(pilot, Reader.CursorMoved).entity == ENTITIES[0]
        reader.kind = "annotations"
        await pilot.press("right_square_bracket")
        assert reader.current == span("first split")
        reader.kind = "all"
        await pilot.press("left_square_bracket")
        assert reader.current == span("26")


async def test_a_jump_far_away_shows_the_mark_with_lines_before_it():
    target = span("Paragraph 150 ", LONG.text)
    async with reading(LONG) as (pilot, reader):
        reader.jump_to(target)
        await pilot.pause()
        seen = [n for n, line in enumerate(lines(pilot.app)) if "Paragraph 150 " in line]
        assert seen
        assert 2 < seen[0] < 18


async def test_scrolling_away_lets_go_of_the_mark_and_tells_what_is_in_view():
    analysis = Analysis("t", "en", (a_figure("Paragraph 0", LONG.text),))
    async with reading(LONG, analysis) as (pilot, reader):
        await pilot.press("right_square_bracket")
        assert reader.current is not None
        await pilot.press("space", "space")
        assert reader.current is None
        moved = news(pilot, Reader.CursorMoved)
        assert moved.figure is None
        assert moved.view.start == reader.position


# -------------------------------------------------------------------- selecting


async def test_v_and_word_motions_select_and_the_mode_is_told():
    async with reading() as (pilot, reader):
        await pilot.press("v", "3", "e")
        assert reader.selected_text == "The bank of"
        assert news(pilot, Reader.ModeChanged).mode == "SELECT"
        assert news(pilot, Reader.SelectionChanged).span == span("The bank of")
        assert style_of(pilot.app, "bank").reverse
        assert not style_of(pilot.app, "kept").reverse
        await pilot.press("escape")
        assert reader.selection is None
        assert news(pilot, Reader.ModeChanged).mode == "READ"


async def test_a_digit_after_words_are_selected_is_left_for_a_colour():
    async with reading() as (pilot, reader):
        await pilot.press("v", "e", "2", "e")
        assert reader.selected_text == "The bank"
        assert reader.check_action("count", (2,)) is False


async def test_capital_v_takes_the_sentence_then_the_paragraph():
    async with reading() as (pilot, reader):
        await pilot.press("V")
        assert reader.selected_text == "The bank of Aland kept its rate at 2.0 % on Monday."
        await pilot.press("V")
        assert reader.selected_text == TEXT.split("\n\n")[0]
        await pilot.press("V")
        assert reader.selected_text == TEXT.split("\n\n")[0]


async def test_a_count_before_capital_v_takes_so_many_sentences():
    async with reading() as (pilot, reader):
        await pilot.press("2", "V")
        assert reader.selected_text.endswith("Nobody had expected that.")


async def test_selecting_starts_at_the_mark_one_jumped_to():
    async with reading() as (pilot, reader):
        await pilot.press("right_square_bracket", "right_square_bracket", "v")
        assert reader.selected_text == "12,400"


async def test_o_moves_the_other_end():
    async with reading() as (pilot, reader):
        await pilot.press("right_parenthesis")  # means nothing in READ
        await pilot.press("right_square_bracket", "v", "o", "b", "b")
        assert reader.selected_text == "rate at 2.0 %"


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("v w", "The"),
        ("v w w", "The bank"),
        ("v e", "The"),
        ("v 3 w", "The bank of"),
        ("v )", "The bank of Aland kept its rate at 2.0 % on Monday."),
        ("v ) )", "The bank of Aland kept its rate at 2.0 % on Monday. Nobody had expected that."),
        ("v }", TEXT.split("\n\n")[0]),
        ("v } }", "\n\n".join(TEXT.split("\n\n")[:2])),
        ("v } (", TEXT.split(" Mira")[0]),
        ("v ) b", "The bank of Aland kept its rate at 2.0 % on Monday"),
        ("v } }  {", TEXT.split("\n\n")[0]),
        ("v } w", TEXT.split("\n\n")[0] + "\n\nThree"),
        ("v } l", TEXT.split("\n\n")[0]),  # a line end and no word
        ("v G", TEXT),
        # The cursor ahead of where selecting began: on "members".
        ("m v b", "26 members"),
        ("m v b b", "the 26 members"),
        ("m v b b w", "26 members"),
        ("m v b b w w", "members"),
        ("m v b b w w w", "members voted"),
        ("m v (", "Three of the 26 members"),
        ("m v {", "Three of the 26 members"),
        ("m v { {", TEXT.split(" voted")[0]),
        ("m v w b b", "the 26 members"),
        ("m v g", TEXT.split(" voted")[0]),
        ("m v b o w", "26 members voted"),
        ("m v w o b", "26 members"),
        ("m v w w o b b w", "26 members voted"),
        # Begun inside a word: on "bers".
        ("b v e", "bers"),
        ("b v b", "members"),
        ("b v e e b b", "members"),
        ("b v e e b b b", "26 members"),
        ("b v h", "mb"),
        ("b v h w", "members"),
        ("b v 2 b", "26 members"),
        ("b v 0", "Three of the 26 members"),
    ],
)
async def test_a_selection_ends_where_its_words_end(keys: str, selected: str):
    async with reading() as (pilot, reader):
        pressed = keys.split()
        if pressed[0] in ("m", "b"):
            reader.jump_to(span("members" if pressed.pop(0) == "m" else "bers voted"))
            reader.current = None
        await pilot.press(*(KEYS.get(key, key) for key in pressed))
        assert reader.selected_text == selected


KEYS = {
    ")": "right_parenthesis", "(": "left_parenthesis", "}": "right_curly_bracket",
    "{": "left_curly_bracket", "$": "dollar_sign", "]": "right_square_bracket",
    "[": "left_square_bracket",
}  # fmt: skip


async def test_a_line_down_takes_the_whole_word_under_the_cursor():
    async with reading() as (pilot, reader):
        await pilot.press("v", "j")
        assert reader.selected_text == "The bank of Aland kept its rate at 2.0 % on Monday. Nobody"
        await pilot.press("j", "j")  # the blank line between two paragraphs has no words
        assert reader.selected_text == TEXT.split("\n\n")[0]
        await pilot.press("j")
        assert reader.selected_text.endswith("\n\nThree")
        await pilot.press("k", "k", "k")
        assert reader.selected_text == "The bank of Aland kept its rate at 2.0 % on Monday. Nobody"
        await pilot.press("k", "dollar_sign", "dollar_sign")
        assert reader.selected_text == "The bank of Aland kept its rate at 2.0 % on Monday."


async def test_brackets_take_whole_figures_into_a_selection_and_out_again():
    async with reading() as (pilot, reader):
        await pilot.press("v", "right_square_bracket")
        assert reader.selected_text.endswith("rate at 2.0 %")
        await pilot.press("right_square_bracket")
        assert reader.selected_text.endswith("that 12,400")
        await pilot.press("left_square_bracket")
        assert reader.selected_text.endswith("rate at 2.0 %")


async def test_where_only_white_space_is_selected_no_words_are():
    text = "One.\n\n   Two\u00a0"
    async with reading(Article(1, "T", text), None) as (pilot, reader):
        reader.jump_to(Span(4, 5))
        reader.current = None
        await pilot.press("v")
        assert (reader.mode, reader.selection, reader.selected_text) == ("SELECT", None, "")
        await pilot.press("l", "l")
        assert (reader.mode, reader.selection) == ("SELECT", None)
        await pilot.press("w")
        assert reader.selected_text == "Two"
        await pilot.press("l")
        assert reader.selected_text == "Two"


async def test_the_column_is_kept_over_shorter_lines():
    text = "A long first line here.\n\nShort.\n\nAnother long line here."
    async with reading(Article(1, "T", text), None) as (pilot, reader):
        await pilot.press("v", "dollar_sign", "j", "j", "j", "j")
        assert reader.selected_text.startswith("A long")
        assert reader.selected_text == text


async def test_a_wide_character_is_selected_whole():
    family = "👩🏽‍🚀"
    text = f"ab {family} cd e\u0301f"
    async with reading(Article(1, "T", text), None) as (pilot, reader):
        await pilot.press("v", "l", "l", "l")
        assert reader.selected_text.startswith("ab 👩")
        await pilot.press("dollar_sign")
        assert reader.selected_text == text
        await pilot.press("h")
        assert reader.selected_text.endswith("e\u0301")


async def test_what_is_selected_is_what_textual_copies():
    async with reading() as (pilot, reader):
        await pilot.press("V")
        assert pilot.app.screen.get_selected_text() == reader.selected_text
        await pilot.press("escape")
        assert not pilot.app.screen.get_selected_text()


async def test_dropping_the_screens_selection_ends_select():
    async with reading() as (pilot, reader):
        await pilot.press("V")
        pilot.app.screen.clear_selection()
        await pilot.pause()
        assert reader.mode == "READ"


# ------------------------------------------------------------------------ hints


async def test_a_label_takes_the_cursor_to_its_sentence():
    async with reading() as (pilot, reader):
        await pilot.press("semicolon")
        assert news(pilot, Reader.ModeChanged).mode == "HINT"
        x, y = cell_of(pilot.app, "ira Holt")
        label = lines(pilot.app)[y][x - 1]
        await pilot.press(label, "V")
        assert reader.selected_text == "Mira Holt told reporters that 12,400 jobs depend on it."


async def test_a_label_typed_while_selecting_extends_to_its_sentence():
    async with reading() as (pilot, reader):
        await pilot.press("v", "semicolon")
        x, y = cell_of(pilot.app, "obody had")
        await pilot.press(lines(pilot.app)[y][x - 1])
        assert reader.selected_text.startswith("The bank")
        assert reader.selected_text.endswith("Monday. Nobody had expected that.")


async def test_escape_leaves_the_labels_and_other_letters_do_nothing():
    async with reading() as (pilot, reader):
        before = screen(pilot.app)
        await pilot.press("semicolon", "exclamation_mark", "escape")
        assert reader.mode == "READ"
        assert screen(pilot.app) == before


async def test_a_links_label_says_what_to_do_with_it():
    async with reading() as (pilot, reader):
        reader.action_hint_links("copy")
        await pilot.press("a")
        chosen = news(pilot, Reader.LinkChosen)
        assert (chosen.url, chosen.how) == ("https://example.org/rates", "copy")


async def test_without_links_in_view_nothing_waits_for_a_label():
    async with reading(LONG, None) as (_, reader):
        reader.action_hint_links()
        assert reader.mode == "READ"


# ------------------------------------------------------------------------ mouse


@pytest.mark.parametrize(
    ("pressed", "released"), [("ank of", "ody"), ("ody", "ank of"), ("bank", "Nobody")]
)
async def test_dragging_selects_from_word_to_word_in_either_direction(pressed, released):
    async with reading() as (pilot, reader):
        start, end = cell_of(pilot.app, pressed), cell_of(pilot.app, released)
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        assert reader.mode == "SELECT"
        assert reader.selected_text.startswith("bank of Aland")
        assert reader.selected_text.endswith("Monday. Nobody")
        assert pilot.app.screen.get_selected_text() == reader.selected_text


async def test_after_dragging_letters_are_given_and_taken_by_keys():
    async with reading() as (pilot, reader):
        start, end = cell_of(pilot.app, "bank of"), cell_of(pilot.app, "Nobody")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        await pilot.press("h", "h")
        assert reader.selected_text.endswith("Monday. Nobo")
        await pilot.press("o", "l")
        assert reader.selected_text.startswith("ank of Aland")


async def test_dragging_over_ideographs_selects_what_the_pointer_was_on():
    text = "東京都は新しい計画を発表した"
    async with reading(Article(1, "T", text), None) as (pilot, reader):
        start, end = cell_of(pilot.app, "新しい"), cell_of(pilot.app, "画を")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        assert reader.selected_text == "新しい計画"


async def test_two_clicks_select_the_word_three_the_sentence_four_the_paragraph():
    async with reading() as (pilot, reader):
        where = cell_of(pilot.app, "12,400")
        await pilot.click(offset=where, times=2)
        assert reader.selected_text == "12,400"
        await pilot.click(offset=where, times=3)
        assert reader.selected_text.startswith("Mira Holt")
        await pilot.click(offset=where, times=4)
        assert reader.selected_text == TEXT.split("\n\n")[0]


async def test_a_click_puts_the_cursor_there_and_ends_a_selection():
    async with reading(notes=(a_note("first split"),)) as (pilot, reader):
        await pilot.press("V")
        await pilot.click(offset=cell_of(pilot.app, "split since"))
        assert reader.mode == "READ"
        assert reader.cursor == span("split").start
        assert news(pilot, Reader.Clicked).annotation.span == span("first split")


# --------------------------------------------------------------------- bad luck


async def test_a_mark_outside_the_text_is_no_trouble():
    odd = Analysis(
        "t", "en", (Figure(Span(5, 99999), "x", "count"), Figure(Span(-3, -1), "y", "count"))
    )
    async with reading(analysis=odd) as (pilot, _):
        await pilot.press("right_square_bracket", "right_square_bracket", "v", "e")
        assert widths(pilot.app) == {60}


async def test_the_smallest_window_still_reads_and_selects():
    async with reading(size=(20, 5), notes=(a_note("Nobody"),)) as (pilot, _):
        await pilot.press("j", "right_square_bracket", "v", "e", "V", "escape", "G")
        assert widths(pilot.app) == {20}
        assert "today." in screen(pilot.app)


async def test_another_article_starts_without_the_last_ones_selection():
    async with reading() as (pilot, reader):
        await pilot.press("V")
        reader.show(LONG)
        await pilot.pause()
        assert reader.mode == "READ"
        assert not pilot.app.screen.get_selected_text()
        assert "Long" in lines(pilot.app)[0]


async def test_a_jump_asked_for_before_the_reader_was_ever_seen_is_kept():
    reader = Reader()
    reader.display = False
    app = Showing(reader)
    async with app.run_test(size=(60, 12)) as pilot:
        reader.show(LONG)
        reader.jump_to(span("Paragraph 150 ", LONG.text))
        reader.display = True
        await pilot.pause()
        assert "Paragraph 150 " in screen(app)


async def test_three_hundred_queued_keys_end_where_they_should():
    async with reading(LONG) as (pilot, reader):
        for _ in range(300):
            pilot.app.post_message(events.Key("j", "j"))
        await pilot.pause()
        await pilot.pause()
        assert reader.scroll_offset.y == 300


async def test_a_book_of_five_megabytes_opens_far_inside_and_jumps_among_ten_thousand_marks():
    paragraph = "Die Zahl der Häuser stieg im März um 12 auf 4.500 – überall. " * 8
    text = "\n\n".join([paragraph] * (5_000_000 // len(paragraph)))
    first = text.index("4.500")
    step = len(paragraph) + 2
    figures = tuple(
        Figure(Span(first + n * step, first + n * step + 5), "4.500", "count")
        for n in range(10_000)
    )
    article = Article(1, "Long", text)
    async with reading(article, Analysis("t", "de", figures), position=4_000_000) as (
        pilot,
        reader,
    ):
        assert reader.view.start <= 4_000_000 <= reader.view.end
        await pilot.press("right_square_bracket")
        assert reader.current is not None
        assert text[slice(*reader.current)] == "4.500"
        await pilot.press("V", "j", "escape", "G")
        assert reader.progress == 100
