"""Text from outside reaches the terminal without anything a terminal would obey."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lesart.text.clean import MARKS_A_BASE, clean_line, clean_text, without_controls

FAMILY = "👨‍👩‍👧‍👦"
RAINBOW = "🏳️‍🌈"
DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff"
    "\ue000-\uf8ff\ufeff\U000e0000-\U000e007f]"
)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffbegin", "begin"),
        ("u\u0308ber", "über"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[38;2;1;2;3mred", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("\x9d52;c;aGk=\x9ccopy", "copy"),
        ("\x1bP1$r0m\x1b\\dcs", "dcs"),
        ("\x1b_apc\x1b\\x", "x"),
        ("\x1b(0line\x1b(B", "line"),
        ("\x1bcreset", "reset"),
        ("\x1b]no end: the words stay", "no end: the words stay"),
        ("\x1b\x1b[2J[2Jx", "[2Jx"),
        ("nul\x00 bell\x07 del\x7f c1\x8d", "nul bell del c1"),
        ("tab\tstays", "tab\tstays"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("\u2067abc", "abc"),
        ("\u2066balanced\u2069", "balanced"),
        ("hi\U000e0068\U000e0069", "hi"),
        ("icon \ue001 font", "icon  font"),
        ("soft\u00adhyphen", "softhyphen"),
        ("ze\u200b\u200b\u200bro", "zero"),
        ("l\u200do\u200cne", "lone"),
        (FAMILY, FAMILY),
        (RAINBOW, RAINBOW),
        ("👍🏽 ❤️", "👍🏽 ❤️"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ก\u200bุ", "กุ"),
        ("क्\u200c़\u200cष", "क्\u200c़\u200cष"),
        ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
        ("ภาษา\u200babc", "ภาษาabc"),
        ("abc\u200bภาษา", "abcภาษา"),
        ("👩🏽\u200d🚒", "👩🏽\u200d🚒"),
        ("👩🏿\u200d🚒", "👩🏿\u200d🚒"),
        ("a\ufe0f\ufe0f\ufe0fb", "a\ufe0fb"),
        ("\ufe0fb", "b"),
        ("\ud83d\ude00 \ud83d", "😀 "),
        ("e" + "\u0301" * 50, "é" + "\u0301" * MARKS_A_BASE),
        ("1\u202f500\u00a0€ und 12\u2009%", "1\u202f500\u00a0€ und 12\u2009%"),
        ("e\u0344\u0344\u0344", "e\u0344\u0344\u0308"),
        ("မြွှေ့", "မြွှေ့"),
        ("日本語　テキスト", "日本語　テキスト"),
    ],
)
def test_what_a_reader_sees_stays_and_what_a_terminal_obeys_goes(dirty, clean):
    assert clean_text(dirty) == unicodedata.normalize("NFC", clean)


def test_a_terminal_sequence_goes_with_its_arguments_even_inside_a_word():
    assert clean_text("pass\x1b[8mword\x1b[28m") == "password"


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>plain &amp; free</p>", "<p>plain &amp; free</p>"),
        ("<p>nul\x00 bell\x07</p>", "<p>nul bell</p>"),
        ("<b>\x1b[31mred\x1b[0m</b>", "<b>red</b>"),
        ("page\fbreak\x0bend", "page breakend"),
        ("tab\tline\r\nend", "tab\tline\r\nend"),
        ("half\ud800 not\ufffe", "half not"),
        # For markup yet to be read: what is said in letters is dealt with later.
        ("a\u200bb &#x202e;c", "a\u200bb &#x202e;c"),
    ],
)
def test_markup_is_rid_of_what_no_markup_can_hold(dirty, clean):
    assert without_controls(dirty) == clean


def test_a_syllable_keeps_its_signs_and_no_endless_run_of_them():
    assert clean_text("က" + "ာ" * 12 + "က") == "က" + "ာ" * 8 + "က"
    assert clean_text("က" + "ာ" * 8) == "က" + "ာ" * 8
    assert clean_text("x" + "\u0323" * 4 + "y") == "x" + "\u0323" * 4 + "y"
    assert clean_text("x" + "\u0323" * 5 + "y") == "x" + "\u0323" * 4 + "y"
    assert clean_text("x" + "\u0323" * 5 + "\u09be") == "x" + "\u0323" * 4


def test_letters_that_a_decoder_tore_apart_are_put_together():
    assert clean_text("\ud83d\ude00!") == "😀!"
    assert clean_text("\ude00\ud83d!") == "!"


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        ("a  b\n\tc", 9, "a b c"), ("abcdef", 3, "abc"), ("abc", 3, "abc"), ("ab cd", 3, "ab"),
        ("می\u200cx", 3, "می"), ("👩\u200d👩", 2, "👩"), ("x" * 1001, 1000, "x" * 1000),
        ("", 5, ""), (" \n ", 5, ""),
    ],
)  # fmt: skip
def test_a_line_is_cut_where_it_is_too_long(text, limit, line):
    assert clean_line(text, limit) == line


def test_a_line_has_a_thousand_letters_where_nothing_else_is_said():
    assert clean_line("x" * 2000) == "x" * 1000


def test_clean_text_is_given_back_untouched():
    text = "Schöne Grüße aus Köln: 4.500 Soldaten, “so viel” wie nie. " * 20
    assert clean_text(text) == text


def test_six_pictures_may_be_one_and_what_joins_a_seventh_goes():
    six = "\u200d".join("👩" * 6)
    assert clean_text(six) == six
    assert clean_text(f"{six}\u200d👩") == f"{six}👩"


def test_pictures_are_joined_by_what_joins_pictures_alone():
    for other in ("\u200b", "\u200c", "\u200c\u200b"):
        assert clean_text(f"👩{other}👩") == "👩👩"
    assert clean_text("👩\u200c\u200d👩") == "👩\u200d👩"


def test_a_joiner_behind_no_letter_joins_nothing_whatever_the_text_ends_with():
    assert clean_text("\u0301\u200cمی") == "\u0301می"
    assert clean_text("\u200cمی") == "می"


def test_what_is_not_seen_before_a_line_uses_up_none_of_it():
    assert clean_line("\u200b" * 3000 + "x" * 9) == "x" * 9
    assert clean_line("\u200b" * 100 + "x" * 9, 5) == "x" * 5


def test_hundreds_of_joined_emoji_are_cut_into_drawable_ones():
    cleaned = clean_text("\u200d".join("👩" * 100))
    assert cleaned.replace("\u200d", "") == "👩" * 100
    assert max(len(part) for part in re.split("(?<=👩)(?=👩)", cleaned)) <= 11


SPICE = st.sampled_from(
    [
        "\x1b", "[", "]", "31m", "\x07", "\x1b\\", "\x9b", "\x9c", "\x9d", "\r", "\n", "\u202e",
        "\u2066", "\u2069", "\u200b", "\u200c", "\u200d", "\ufe0f", "\ufe0e", "\u0301", "\u0323",
        "\u0489", "\u20e3", "👩", "🏽", "🏳", "क", "्", "म", "ก", "ั", "e", "ß", "ᄀ", "ᅡ", "ᆨ",
        "\u180b", "ᠠ", "\U000e0020", "\U000e0100", "\ud800", "\udc00", "\u2329", "\u00a0", "\u0344",
        "ေ", "့", "\u09c7", "\u09be", "葛", " ",
    ]
)  # fmt: skip
NASTY = st.one_of(
    st.text(st.characters(exclude_categories=())), st.lists(SPICE, max_size=40).map("".join)
)


@settings(deadline=None)
@given(NASTY)
@example("\n\ufe0f\u200d👩")
@example("👩\ufe0f\u200d\ufe0f👩")
@example("ᄀ\u200bᅡ")
@example("\u0300\u094d\u200c")  # sorting the marks puts another before the joiner
@example("ก\u200b\u0301\u200c\u0e38")
def test_cleaning_twice_changes_nothing(text):
    once = clean_text(text)
    assert clean_text(once) == once


@settings(deadline=None)
@given(NASTY)
def test_nothing_dangerous_comes_through(text):
    cleaned = clean_text(text)
    assert not DANGEROUS.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    assert "\u200d\u200d" not in cleaned


@settings(deadline=None)
@given(NASTY, st.integers(1, 60))
def test_a_line_is_one_line_and_keeps_its_limit(text, limit):
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())
    assert clean_line(line, limit) == line


@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="ㅤᅠﾠᅟ")))
def test_letters_numbers_and_punctuation_are_never_lost(text):
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]" * 500_000,
        "\x9d" * 1_000_000,
        "\x1b[" + "1;" * 500_000,
        "e" + "\u0301\u0323\u0316\u0489" * 300_000,
        "\u0315\u0301\u200b\u0323" * 250_000,
        "👩\u200d" * 500_000,
        "\ufe0f" * 1_000_000,
        "\u200b" * 1_000_000,
        "\u202e" * 1_000_000,
    ],
    ids=lambda text: ascii(text[:4]),
)
def test_a_million_hostile_characters_take_no_time(hostile):
    began = time.process_time()
    clean_text(hostile)
    assert time.process_time() - began < 8


def test_a_huge_title_is_cut_before_it_is_read():
    began = time.process_time()
    assert len(clean_line("word " * 6_000_000, 300)) <= 300
    assert time.process_time() - began < 1
