"""A note stays on its words when the article changes, or says that they are gone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.anchor import Resolved, carry_offset, is_same_words, make_anchor, places_of, resolve
from lesart.anchor.passage import passage_of, span_of
from lesart.anchor.words import words_of
from lesart.model.annotation import Anchor
from lesart.model.text import Span
from tests.anchor import outcomes as anchor_outcomes
from tests.anchor.corpus import cases
from tests.anchor.score import tally

ANY_TEXT = st.text(st.characters(), max_size=200)


def test_with_the_old_text_notes_find_their_words_in_every_language_and_edit() -> None:
    counts, bad, _ = tally(cases(seed=11, rounds=6))
    total = sum(counts.values())
    assert total > 500
    assert counts["missed"] <= total // 100, [
        (c.tongue, c.edit, c.old[slice(*c.span)]) for _, c in bad
    ]
    assert counts["wrong"] == 0, [(c.tongue, c.edit, c.old[slice(*c.span)]) for _, c in bad]


def test_of_two_equal_sentences_the_note_stays_on_its_own() -> None:
    same = "The gate stays shut on Mondays."
    old = f"Boats come early. {same} Bread is sold at noon. {same} Lamps go out at ten."
    second = old.rindex(same)
    note = make_anchor(old, Span(second, second + len(same)))
    without_second = old[:second] + old[second + len(same) + 1 :]
    found = resolve(note, without_second, old)
    assert (found.status, found.span) == ("orphan", None)
    assert found.suggestion == Span(18, 18 + len(same))


def test_a_number_that_was_corrected_inside_the_passage_is_told() -> None:
    old = "In Husum the mill sold 310 sacks in May. The ferry was late."
    found = resolve(make_anchor(old, Span(0, 40)), old.replace("310", "320"), old)
    assert (found.status, found.changed, found.span) == ("changed", True, Span(0, 40))


def test_without_the_old_text_another_number_is_another_sentence() -> None:
    old = "In Husum the mill sold 310 sacks in May. The ferry was late."
    found = resolve(make_anchor(old, Span(0, 40)), old.replace("310", "320"))
    assert (found.status, found.suggestion) == ("orphan", Span(0, 40))


@pytest.mark.parametrize(
    "anchor",
    [
        Anchor("", "", "", 0, 0),
        Anchor("   ", "", "", 3, 6),
        Anchor("word", "", "", 10**12, 10**12 + 4),
        Anchor("\ud800", "\udfff", "", -5, -4),
    ],
)
def test_an_anchor_that_makes_no_sense_is_an_orphan_and_no_crash(anchor: Anchor) -> None:
    assert resolve(anchor, "Something else entirely.", "Yet another text.").status == "orphan"


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT, st.integers(-5, 220), st.integers(-5, 220), st.booleans())
def test_whatever_the_texts_are_a_span_lies_inside_the_new_one(
    old: str, new: str, one: int, other: int, with_old: bool
) -> None:
    anchor = make_anchor(old, Span(min(one, other), max(one, other)))
    found = resolve(anchor, new, old if with_old else None)
    for span in (found.span, found.suggestion):
        assert span is None or 0 <= span.start <= span.end <= len(new)
    assert (found.span is None) == (found.status == "orphan")


@settings(max_examples=100, deadline=None)
@given(st.text("ab …„“&é\u0301中文שלום\n", min_size=1, max_size=120), st.data())
def test_in_a_text_that_did_not_change_a_note_stays_where_it_is(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert resolve(make_anchor(text, Span(start, end)), text, text).span == Span(start, end)


def test_the_place_where_one_reads_is_found_in_a_corrected_text():
    old = "One two three. Four five six. Seven eight nine."
    for new in ("New words here. " + old, old, old.replace("Four", "And four")):
        for word in ("two", "five", "eight"):
            assert carry_offset(old.index(word) + 1, old, new) == new.index(word) + 1
    # Words that are gone: the place of what followed them; at the end, what is left.
    assert carry_offset(old.index("Four"), old, "One two three. Seven eight nine.") == 15
    assert carry_offset(len(old) - 1, old, "One two three.") == len("One two three.")
    assert carry_offset(30, old, "") == 0
    assert carry_offset(0, "", "One") == 0


# ------------------------------------------------------------------ what tells doubles apart

SAME = "The gate stays shut on Mondays."


def found_in(old: str, new: str, quote: str = SAME) -> tuple[str, Span | None]:
    """By the quote and its surroundings alone, as after an import: status, and where it now is."""
    at = old.index(quote)
    found = resolve(make_anchor(old, Span(at, at + len(quote))), new)
    return found.status, found.span


def test_what_stood_behind_the_words_tells_them_from_their_double() -> None:
    new = f"It rains. {SAME} Nothing fits. It rains. {SAME} Bread is sold at noon for two coins."
    second = new.rindex(SAME)
    old = f"It rains. {SAME} Bread is sold at noon for two coins."
    assert found_in(old, new) == ("ok", Span(second, second + len(SAME)))


def test_what_stood_before_the_words_tells_them_from_their_double() -> None:
    new = f"Rain falls. {SAME} So. Boats come early in the morning. {SAME} Nothing fits at all."
    second = new.rindex(SAME)
    old = f"Boats come early in the morning. {SAME} Nothing fits"
    assert found_in(old, new) == ("ok", Span(second, second + len(SAME)))


def test_doubles_that_nothing_tells_apart_are_left_to_the_reader() -> None:
    new = f"Rain falls. {SAME} Sun shines. {SAME} Wind blows."
    assert found_in(f"Boats come early. {SAME} Bread is sold at noon.", new)[0] == "orphan"


def test_of_very_doubles_the_place_decides_only_if_it_still_fits() -> None:
    one = f"One bell rings every day at six. {SAME} Two bells ring every day at seven."
    both = f"{one} {one}"
    second = both.rindex(SAME)
    note = make_anchor(both, Span(second, second + len(SAME)))
    assert resolve(note, both).span == Span(second, second + len(SAME))
    assert resolve(note, f"A. {both}").status == "orphan"


def test_an_anchor_remembers_thirty_two_letters_on_both_sides() -> None:
    text = "".join(chr(0x61 + number % 26) for number in range(200))
    anchor = make_anchor(text, Span(90, 100))
    assert anchor == Anchor(text[90:100], text[58:90], text[100:132], 90, 100)
    assert make_anchor(text, Span(10, 20)).prefix == text[:10]
    assert make_anchor(text, Span(190, 195)).suffix == text[195:]
    assert make_anchor(text, Span(-5, 4)) == Anchor(text[:4], "", text[4:36], 0, 4)
    assert make_anchor(text, Span(195, 900)).exact == text[195:]
    assert make_anchor(text, Span(20, 10)).exact == ""


def test_a_position_by_another_ruler_counts_where_the_quote_is_the_only_one() -> None:
    old = "Boats come early. Bread is sold at noon."
    new = "Today boats come. Bread is sold at noon."
    off = Anchor("Bread is sold", "", "", 3, 16)
    assert resolve(off, new, old).span == Span(18, 31)
    twice = f"{old} Bread is sold."
    assert resolve(off, f"{new} Bread is sold.", twice).status == "orphan"
    # Also where the quote is the very first of the text, and where it overlaps itself.
    first = Anchor("Boats come early", "", "", 3, 19)
    reworded = "Today boats sail. Now: Boats come early. Bread is sold at noon."
    assert resolve(first, f"{reworded} Boats come early.", f"{old} So.").span == Span(23, 39)
    itself = Anchor("aa", "", "", 0, 2)
    assert resolve(itself, "So: an aaa here.", "Now: an aaa here.").status == "orphan"
    assert resolve(itself, "So: an aab here.", "Now: an aab here.").span == Span(7, 9)


@pytest.mark.parametrize(
    ("old", "quote", "new", "now"),
    [
        # spelling of quotes, dashes, spaces, accents and entities is not another word
        ('He said "so it is" here.', '"so it is"', "He said „so it is“ here.", "„so it is“"),
        ("On 3 -- 5 May it rains.", "3 -- 5 May it", "On 3 – 5 May it rains.", "3 – 5 May it"),
        ("Wait... then go on now.", "Wait... then go", "Wait… then go on now.", "Wait… then go"),
        ("Das Café liegt am Meer.", "Café liegt am", "Das Cafe\u0301 liegt am Meer.",
         "Cafe\u0301 liegt am"),
        ("Tom & Ann run the mill.", "Tom & Ann run", "Tom &amp; Ann run the mill.",
         "Tom &amp; Ann run"),
        ("Tom &amp; Ann run the mill.", "Tom &amp; Ann run", "Tom & Ann run the mill.",
         "Tom & Ann run"),
        ("The so\u00adft word is here.", "so\u00adft word is", "The soft word is here.", "soft word is"),
        ("It is ½ of a pound here.", "½ of a pound", "It is ½\u00a0of a\npound here.",
         "½\u00a0of a\npound"),
        # a quote that ends within a word, or takes a space along, does so again
        ("The windmill turned around.", "mill turned aro", "The windmill turned around twice.",
         "mill turned aro"),
        ("The mill turned around.", " mill turned ", "So the mill turned around.", " mill turned "),
        ("The old windy mill turned.", "The old windy mill ", "The old windy mill, here, turned.",
         "The old windy mill"),
        ("So the old windy mill turned.", " the old windy mill", "So “the old windy mill turned.",
         "the old windy mill"),
        # … though the word is spelled otherwise now
        ("On the wind\u00admill\u00adside it rains.", "On the wind\u00admill", "On the windmillside it rains.",
         "On the windmill"),
        ("So the windmillside burns.", "side burns.", "So the wind\u00admill\u00adside burns.", "side burns."),
        ("A cafékeeper went away.", "A café", "A cafe\u0301keeper went away.", "A cafe\u0301"),
        ("The &Auml;rztehaus burns.", "haus burns.", "The Ärztehaus burns.", "haus burns."),
        ("The Ärztehaus burns.", "haus burns.", "The &Auml;rztehaus burns.", "haus burns."),
        ("一个 村庄 很 安静", "村庄", "今天 一个 村庄 很 安静", "村庄"),
    ],
)  # fmt: skip
def test_the_same_words_in_another_spelling_are_found(old, quote, new, now) -> None:
    at = old.index(quote)
    note = make_anchor(old, Span(at, at + len(quote)))
    for old_text in (old, None):
        found = resolve(note, new, old_text)
        assert found.status == "ok"
        assert new[slice(*found.span)] == now


@pytest.mark.parametrize(
    "other",
    [
        "In Husum the old mill never sold many heavy sacks of flour in May.",
        "In Emden the old mill sold many heavy sacks of flour in May.",
        "In Husum the old mill sold 20 heavy sacks of flour in May.",
    ],
)
def test_another_name_number_or_negation_is_another_sentence(other) -> None:
    before, after = "The ferry was late and nobody waited.", "Lamps went out at ten that night."
    quote = "In Husum the old mill sold many heavy sacks of flour in May."
    status, span = found_in(f"{before} {quote} {after}", f"{before} {other} {after}", quote)
    assert (status, span) == ("orphan", None)


NEGATIONS = [
    "no",
    "not",
    "never",
    "none",
    "nor",
    "without",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keines",
    "keinem",
    "nicht",
    "nichts",
    "nie",
    "niemals",
    "ohne",
    "ne",
    "pas",
    "jamais",
    "sans",
    "aucun",
    "aucune",
    "nunca",
    "jamás",
    "sin",
    "ningún",
    "ninguna",
    "لا",
    "لم",
    "لن",
    "ليس",
    "غير",
    "לא",
    "אין",
    "不",
    "没",
    "沒",
    "未",
    "無",
    "无",
    "非",
    "否",
]


@pytest.mark.parametrize("word", [*NEGATIONS, "Not"])
def test_a_sentence_that_is_now_denied_is_not_taken(word) -> None:
    before, after = "The ferry was late and nobody waited.", "Lamps went out at ten that night."
    quote = "In Husum the old mill sold many heavy sacks of flour in May."
    other = quote.replace("sold", f"{word} sold")
    assert found_in(f"{before} {quote} {after}", f"{before} {other} {after}", quote)[0] == "orphan"


@pytest.mark.parametrize(
    "unseen",
    "\u00ad\u034f\u061c\u200b\u200c\u200f\u202a\u202e\u2060\u2069\ufe00\ufe0f\ufeff",
    ids=ascii,
)
def test_what_nobody_sees_is_no_other_word(unseen) -> None:
    new = f"The so{unseen}ft words are here."
    status, span = found_in("The soft words are here.", new, "soft words are")
    assert (status, span) == ("ok", Span(4, 19))


def test_what_is_seen_is_another_word_though_its_number_lies_beside_what_is_not() -> None:
    for seen in "\u00ac\u00ae\u034e\u0350\u061b\u061d\u2010\ufdff\ufe10":
        for words in (f"so{seen}ft words", f"soft {seen} words", f"soft words{seen}"):
            assert not is_same_words(words, "soft words"), ascii(words)
    for first, last in ((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x200B, 0x200F),
                        (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)):  # fmt: skip
        for code in range(first, last + 1):
            assert is_same_words(f"so{chr(code)}ft words", "soft words"), hex(code)
            assert is_same_words(f"soft {chr(code)} words", "soft words"), hex(code)


def test_a_sentence_with_another_small_word_is_taken_and_told_as_changed() -> None:
    before, after = "The ferry was late and nobody waited.", "Lamps went out at ten that night."
    quote = "In Husum the old mill sold many heavy sacks of flour in May."
    other = quote.replace("heavy", "large")
    status, span = found_in(f"{before} {quote} {after}", f"{before} {other} {after}", quote)
    assert (status, span) == ("changed", Span(38, 38 + len(other)))


def test_every_small_case_comes_out_as_before() -> None:
    kept = anchor_outcomes.KEPT.read_text("utf-8").splitlines()
    assert len(kept) == anchor_outcomes.CASES + anchor_outcomes.LONG_CASES
    differ = [
        (number, line, now)
        for number, (line, case) in enumerate(zip(kept, anchor_outcomes.cases(), strict=True), 1)
        if (now := anchor_outcomes.line_of(*case)) != line
    ]
    assert differ == []


def test_a_note_that_claims_to_stand_on_its_words_does() -> None:
    def letters(text: str) -> str:
        return "".join(text.split())

    for old, span, new in anchor_outcomes.cases():
        note = make_anchor(old, span)
        for old_text in (old, None):
            found = resolve(note, new, old_text)
            if found.status == "ok":
                assert letters(new[slice(*found.span)]) == letters(note.exact)


def test_words_that_differ_in_spelling_alone_are_the_same_and_others_are_not() -> None:
    assert is_same_words("‚So’ it  is – now…", "'So' it is - now...")
    assert not is_same_words("So it is", "So it was")


def test_every_quote_dash_and_ellipsis_is_the_same_as_the_one_on_a_typewriter() -> None:
    for typed, printed in (('"', "„“”«»‟″"), ("'", "‚‘’‛‹›′`´"), ("-", "–—−‐‑‒―﹘")):
        for sign in printed:
            assert is_same_words(f"So it{sign}s so", f"So it{typed}s so"), ascii(sign)
            assert is_same_words(f"{sign}So it is", f"{typed}So it is"), ascii(sign)
    for typed in ("..", "...", "....."):
        assert is_same_words(f"So{typed} it is", "So… it is")
    assert not is_same_words("So. it is", "So… it is")
    assert is_same_words("So --- it is", "So – it is")


def test_what_stands_very_often_is_not_counted_to_the_end() -> None:
    assert words_of("gate " * 60).find(["gate"]) == list(range(50))
    assert words_of("a gate " * 49).find(["gate"]) == list(range(1, 98, 2))


def test_every_place_of_a_quotation_is_given_whatever_its_quotes_and_line_breaks() -> None:
    text = "He said ‘so it is’ here.\nAnd 'so\nit is' there."
    assert [text[slice(*span)] for span in places_of("'so it is'", text)] == [
        "‘so it is’",
        "'so\nit is'",
    ]
    assert places_of("so it was", text) == places_of("", text) == places_of(" ", text) == []


def test_a_sentence_much_like_it_that_stood_there_before_is_not_taken_for_it() -> None:
    """The mark's own sentence was cut; its neighbour in the same surroundings is another one."""
    before, after = "The ferry was late and nobody waited.", "Lamps went out at ten that night."
    quote = "In Husum the old mill sold many heavy sacks of flour in May."
    old = f"{before} {quote} {after} {before} {quote.replace('heavy', 'large')} {after}"
    new = old[len(f"{before} {quote} {after} ") :]
    note = make_anchor(old, Span(len(before) + 1, len(before) + 1 + len(quote)))
    assert resolve(note, new, old).status == "orphan"
    # Without the old text nobody can know that the other one was there.
    assert resolve(note, new).status == "changed"


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("Anna left Oslo early this morning by the slow ferry alone.",
         "Nobody saw Oslo early this morning by the slow ferry alone."),
        ("Early this morning by the slow ferry somebody left Oslo alone.",
         "Early this morning by the slow ferry somebody left Oslo, they say."),
    ],
)  # fmt: skip
def test_a_word_that_went_elsewhere_with_its_neighbours_is_found_there(sentence, moved) -> None:
    rest = (
        "Bread is sold at noon for two coins. Boats come early and Oslo sleeps on. Lamps go out "
        "at ten, and Oslo is dark. The gate stays shut on Mondays."
    )
    old, new = f"{sentence} {rest}", f"{rest} {moved}"
    at = old.index("Oslo")
    found = resolve(make_anchor(old, Span(at, at + 4)), new, old)
    assert (found.status, found.span.start) == ("ok", new.rindex("Oslo"))


def test_a_row_of_single_digits_that_stands_elsewhere_without_its_neighbours_is_not_sure() -> None:
    rest = "Bread is sold at noon for two coins. Lamps go out at ten. Nobody waited for them."
    old, new = f"{rest} Drawn: 1 2 3 4 5 6", f"So 1 2 3 4 5 6 goes it. {rest} Drawn:"
    at = old.index("1 2")
    found = resolve(make_anchor(old, Span(at, at + 11)), new, old)
    assert (found.status, found.suggestion) == ("orphan", Span(3, 14))


def test_of_very_many_doubles_the_place_decides_and_a_place_before_the_text_is_none() -> None:
    new = "gate " * 60
    note = make_anchor(new, Span(275, 279))
    assert resolve(note, new).span == Span(275, 279)
    before = Anchor("gate", note.prefix, note.suffix, -25, 279)
    assert new[-25:279] == "gate"
    assert resolve(before, new).status == "orphan"


@pytest.mark.parametrize("is_before", [False, True])
def test_of_two_sentences_much_like_it_neither_is_taken(is_before) -> None:
    before, after = "The ferry was late and nobody waited.", "Lamps went out at ten that night."
    quote = "In Husum the old mill sold many heavy sacks of flour in May."
    likely = f"{before} {quote.replace('heavy', 'large')} {after}"
    other = quote.replace("heavy", "large").replace("old", "new")
    new = f"{other} {likely}" if is_before else f"{likely} {other}"
    start = len(before) + 1
    note = make_anchor(f"{before} {quote} {after}", Span(start, start + len(quote)))
    assert resolve(note, likely).status == "changed"
    assert resolve(note, new).status == "orphan"


def test_the_spaces_that_a_quote_begins_with_never_lead_out_of_the_text() -> None:
    old, new = "     ab", " ab"
    for old_text in (old, None):
        found = resolve(make_anchor(old, Span(0, 7)), new, old_text)
        assert (found.span or found.suggestion) == Span(1, 3)


def test_a_mark_on_spaces_alone_finds_no_words_in_another_text() -> None:
    old = "One.   Two."
    for old_text in (old, None):
        found = resolve(make_anchor(old, Span(4, 7)), "One.   Three.", old_text)
        assert found == Resolved("orphan")


@pytest.mark.parametrize(
    ("old", "quote", "new", "status", "now"),
    [
        # four words on, "in" may be any
        ("quietly the yesterday harbourmaster barges in", "harbourmaster barges in",
         "quietly the yesterday harbourmaster barges moon harbourmaster was was in",
         "changed", "harbourmaster barges"),
        # of three words one is far behind, or far before
        ("yesterday of was barges the in", "barges the in",
         "yesterday of was barges the moon the the barges the in", "orphan", "barges the"),
        ("in in yesterday the lighthouse quietly the harbourmaster departed was the barges a departed",
         "departed was the barges",
         "in in yesterday the dog of departed was the yesterday cat was in lighthouse quietly the harbourmaster"
         " yesterday in was in departed quietly departed of barges the barges a departed",
         "orphan", "departed quietly departed of barges the barges"),
    ],
)  # fmt: skip
def test_a_small_word_that_stands_far_off_does_not_stretch_the_passage(
    old, quote, new, status, now
) -> None:
    at = old.index(quote)
    found = resolve(make_anchor(old, Span(at, at + len(quote))), new, old)
    assert found.status == status
    assert new[slice(*(found.span or found.suggestion))] == now


def test_a_word_that_was_changed_is_told_whole() -> None:
    old = "Here stood the grey old windmill for many years."
    new = old.replace("windmill", "windmills")
    at = old.index("stood the grey old windmi")
    found = resolve(make_anchor(old, Span(at, at + 25)), new, old)
    assert (found.status, new[slice(*found.span)]) == ("changed", "stood the grey old windmills")


def test_of_a_word_that_stood_twice_and_stands_once_something_is_left() -> None:
    old, new = words_of("mill mill"), words_of("So mill.")
    passage = passage_of(old, 0, 1, Span(2, 7))
    assert span_of(passage, new, 1, 1) == Span(3, 7)


def test_half_an_ellipsis_or_entity_is_found_whole_and_told_as_changed() -> None:
    for old, quote, new, now in (
        (
            "So it ends now.. and so on.",
            "it ends now.",
            "So it ends now... and so on.",
            "it ends now...",
        ),
        ("So off it went.", "So of", "So o\ufb00 it went.", "So o\ufb00"),
        ("So it ends&amp;on and so on.", "it ends&am", "So it ends&on and so on.", "it ends&"),
    ):
        at = old.index(quote)
        for old_text in (old, None):
            found = resolve(make_anchor(old, Span(at, at + len(quote))), new, old_text)
            assert (found.status, found.changed) == ("changed", True)
            assert new[slice(*found.span)] == now


def test_a_mark_on_what_nobody_sees_finds_no_words_either() -> None:
    for old, span in (("One\u200b two.", Span(3, 4)), ("One \u00ad two.", Span(4, 5))):
        for old_text in (old, None):
            assert resolve(make_anchor(old, span), f"So: {old}", old_text) == Resolved("orphan")


def test_a_text_that_does_not_hold_the_quote_tells_nothing_of_its_place() -> None:
    """Then the quote and its surroundings are looked for, as if there were no old text."""
    new = "Boats come early. Bread is sold at noon."
    note = make_anchor(new, Span(18, 39))
    assert resolve(note, f"Now. {new}", "Another text altogether.").span == Span(23, 44)
