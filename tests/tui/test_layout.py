"""Lines on the screen: no character is lost, none is counted twice, none is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from lesart.model.text import Block, Span
from lesart.tui.rendering.cells import fitted, graphemes, is_plain, painted, width_of
from lesart.tui.rendering.layout import TextLayout

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("abc äß –\n\t„“"),
        st.sampled_from("漢字仮名。「」、"),
        st.sampled_from("\u0301\u200d\ufe0f👩🏽🇩🇪\u202e\u200b\u00ad\x07\ud800"),
        st.characters(),
    ),
    max_size=300,
)


def shown(text: str, width: int, *blocks: Block) -> list[str]:
    layout = TextLayout(text, blocks, width)
    lines = [layout[index] for index in range(len(layout))]
    return [(prefix + text[start:end]).rstrip() for start, end, prefix in lines]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT, st.integers(1, 40))
def test_every_character_but_the_blank_ones_is_on_exactly_one_line(text: str, width: int):
    layout = TextLayout(text, (), width)
    seen = [0] * len(text)
    before = 0
    for index in range(len(layout)):
        start, end, _ = layout[index]
        assert before <= start <= end
        before = end
        for at in range(start, end):
            seen[at] += 1
    assert all(
        count == 1 or (character == "\n" and count == 0)
        for character, count in zip(text, seen, strict=True)
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_the_window_but_for_blanks_at_its_end(text: str, width: int):
    layout = TextLayout(text, (), width)
    for index in range(len(layout)):
        start, end, _ = layout[index]
        words = text[start:end]
        while words.endswith(" "):
            words = words[:-1]
        assert width_of(words) <= width or len(graphemes(words)) == 1


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT, st.integers(4, 40), st.data())
def test_a_click_on_a_character_finds_that_character(text: str, width: int, data: st.DataObject):
    layout = TextLayout(text, (), width)
    index = data.draw(st.integers(0, len(layout) - 1))
    start, end, _ = layout[index]
    for grapheme in graphemes(text[start:end], start):
        if grapheme.width:
            x = width_of(text[start : grapheme.start])
            assert layout.offset_at(index, x) == grapheme.start
            assert layout.line_of(grapheme.start) == index


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT)
def test_what_is_painted_takes_the_cells_that_were_counted_and_obeys_nobody(text: str):
    assert sum(grapheme.width for grapheme in graphemes(text)) == width_of(text)
    out = painted(text)
    assert not set(out) & set("\n\t\x07\x1b\x9b\u202e\u2066\ud800")
    out.encode()  # a lone surrogate would stop the terminal driver


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ANY_TEXT, st.integers(0, 30), st.booleans())
def test_a_column_has_its_width_whatever_is_in_it(text: str, width: int, right: bool):
    line = fitted(text, width, right=right)
    assert width_of(line) == width


def test_every_character_taken_for_plain_really_is_one_cell_wide():
    plain = [chr(code) for code in range(0x110000) if is_plain(chr(code))]
    assert all(get_character_cell_size(character) == 1 for character in plain)
    assert set("aßÄ–„“”… €%½") <= set(plain)


def test_paragraphs_are_parted_by_a_blank_line_once_even_if_the_text_has_none():
    assert shown("One two.\nThree.", 40) == ["One two.", "", "Three."]
    assert shown("One two.\n\nThree.", 40) == ["One two.", "", "Three."]
    assert shown("One two.\n\n\n\nThree.", 40) == ["One two.", "", "Three."]


def test_line_ends_inside_paragraphs_stay_where_a_text_has_blank_lines():
    assert shown("Roses,\nred.\n\nViolets,\nblue.", 40) == [
        "Roses,",
        "red.",
        "",
        "Violets,",
        "blue.",
    ]


def test_a_heading_has_room_around_it():
    text = "Before.\n\nHead\nAfter."
    assert shown(text, 40, Block("heading", Span(9, 13), 2)) == [
        "Before.",
        "",
        "Head",
        "",
        "After.",
    ]


def test_a_quotation_is_indented_with_a_bar_on_every_line():
    text = "He said:\n\nwords that go on"
    assert shown(text, 13, Block("quote", Span(10, 26))) == [
        "He said:", "", "▎ words that", "▎ go on",
    ]  # fmt: skip


def test_list_items_hang_under_their_bullet_and_are_not_parted():
    text = "one and more\ntwo"
    items = (Block("item", Span(0, 12)), Block("item", Span(13, 16)))
    assert shown(text, 10, *items) == ["• one and", "  more", "• two"]


def test_an_item_that_brings_its_own_bullet_keeps_it():
    text = "10. one and more"
    assert shown(text, 12, Block("item", Span(0, 16))) == ["10. one and", "    more"]


def test_a_year_that_begins_an_item_gets_no_bullet():
    text = "1986. A great year."
    assert shown(text, 40, Block("item", Span(0, 19))) == ["1986. A great year."]


def test_inner_items_are_indented_further():
    text = "one\ntwo"
    items = (Block("item", Span(0, 3), 1), Block("item", Span(4, 7), 2))
    assert shown(text, 20, *items) == ["• one", "  • two"]


def test_code_keeps_its_blanks_and_breaks_only_where_the_line_ends():
    text = "if a:\n    b = c + d"
    assert shown(text, 10, Block("code", Span(0, len(text)))) == ["if a:", "    b = c", "+ d"]


def test_japanese_breaks_between_characters_but_no_line_starts_with_a_full_stop():
    assert shown("東京都は新しい計画を。発表", 20) == ["東京都は新しい計画", "を。発表"]


def test_a_word_longer_than_the_line_breaks_after_a_hyphen_or_anywhere():
    assert shown("A-Dampfschifffahrt", 10) == ["A-Dampfsch", "ifffahrt"]
    assert shown("Donaudampf-schifffahrt", 12) == ["Donaudampf-", "schifffahrt"]
    assert shown("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_on_a_tiny_screen_words_win_over_ornament():
    assert shown("some words", 8, Block("quote", Span(0, 10))) == ["some", "words"]


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n"])
def test_a_text_without_words_is_one_blank_line(text: str):
    assert shown(text, 10) == [""]


def test_blocks_that_reach_outside_the_text_do_no_harm():
    blocks = [Block("quote", Span(0, 999)), Block("item", Span(-5, 2)), Block("code", Span(7, 3))]
    assert "".join(shown("a b c", 20, *blocks)).endswith("a b c")


def test_ten_thousand_nested_quotations_are_laid_out_at_once():
    text = "word\n" * 500
    blocks = [Block("quote", Span(0, len(text))) for _ in range(10_000)]
    assert len(shown(text, 40, *blocks)) >= 500
