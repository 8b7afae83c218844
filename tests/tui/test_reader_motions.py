"""Where the cursor goes: words, sentences, paragraphs and labels in real-looking text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.model.text import Span
from lesart.tui.widgets.hints import Hints, labels
from lesart.tui.widgets.motions import MOTIONS, grown, sentence_at, sentences_in, word_at


def at(text: str, marker: str = "|") -> tuple[str, int]:
    """A text with the place of a marker in it."""
    return text.replace(marker, ""), text.index(marker)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("next_word", "|one two", "one |two"),
        ("next_word", "o|ne, two", "one, |two"),
        ("next_word", "|2.0 % of 1,200", "2.0 % |of 1,200"),
        ("next_word", "|US-Armee heute", "US-Armee |heute"),
        ("next_word", "last wor|d", "last word|"),
        ("previous_word", "one t|wo", "one |two"),
        ("previous_word", "one |two", "|one two"),
        ("word_end", "|one two", "on|e two"),
        ("word_end", "on|e two", "one tw|o"),
        ("next_sentence", "O|ne. Two.", "One. |Two."),
        ("next_sentence", "One|.\n\nTwo.", "One.\n\n|Two."),
        ("previous_sentence", "One. T|wo.", "One. |Two."),
        ("previous_sentence", "One. |Two.", "|One. Two."),
        ("previous_sentence", "One.\n\n|Two.", "|One.\n\nTwo."),
        ("next_paragraph", "O|ne. Two.\n\nThree.", "One. Two.\n\n|Three."),
        ("previous_paragraph", "One. Two.\n\nTh|ree.", "One. Two.\n\n|Three."),
        ("previous_paragraph", "One. Two.\n\n|Three.", "|One. Two.\n\nThree."),
        ("right", "|e\u0301a", "e\u0301|a"),
        ("left", "e\u0301|a", "|e\u0301a"),
    ],
)
def test_a_motion_goes_where_its_name_says(name: str, before: str, after: str):
    text, start = at(before)
    assert MOTIONS[name](text, start) == at(after)[1]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Es waren z. B. am 3. Oktober 2018 rund 40 Leute da.", "Danach nicht."],
        ["Dr. Mira Holt spoke.", "Nobody listened."],
        ["Die U.S. Army kam um 5 p.m. an.", "Sie blieb."],
        ["„Wir gehen!“, rief er.", "Dann ging er."],
        ['He said "no."', "Then he left."],
        ["Sie wohnt in St. Pölten.", "Das ist gut."],
        ["It rose 2.5 % to $1.07.", "Then it fell."],
        ["Warum?", "Darum!", "Also …", "Schluss."],
        ["東京は晴れ。", "大阪は雨！"],
        ["¿Quién lo dijo?", "Él."],
    ],
)
def test_sentences_end_where_they_end_and_not_at_every_full_stop(sentences: list[str]):
    joined = (" " if sentences[0].isascii() or sentences[0][0] not in "東" else "").join(sentences)
    found = [joined[start:end] for start, end in sentences_in(joined, 0, len(joined))]
    assert found == sentences


def test_a_selection_grows_to_its_sentences_then_to_its_paragraphs():
    text = "One two. Three four.\n\nFive."
    span = Span(text.index("two"), text.index("four") + 4)
    span = grown(text, span)
    assert text[span.start : span.end] == "One two. Three four."
    assert grown(text, span) == span
    assert grown(text, Span(0, 3)) == Span(0, 8)


def test_a_word_holds_its_hyphen_and_its_decimals():
    text = "The US-Armee paid 1,200.50 dollars"
    for word in ("US-Armee", "1,200.50"):
        start = text.index(word)
        assert word_at(text, start + 4) == Span(start, start + len(word))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(st.one_of(st.sampled_from("aB. \n1,-é東。!\u0301"), st.characters()), max_size=120),
    st.sampled_from(sorted(MOTIONS)),
    st.data(),
)
def test_no_motion_ever_leaves_the_text_or_stands_on_the_wrong_side(
    text: str, name: str, data: st.DataObject
):
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    place = MOTIONS[name](text, offset)
    assert 0 <= place <= len(text)
    if name.startswith("previous") or name == "left":
        assert place <= offset
    elif name in ("right", "next_word", "next_sentence", "next_paragraph", "end"):
        assert place >= offset
    sentence = sentence_at(text, offset)
    assert 0 <= sentence.start <= sentence.end <= len(text)


def test_one_endless_paragraph_moves_as_fast_as_a_short_one():
    text = "word " * 400_000
    for name in sorted(set(MOTIONS) - {"start", "end"}):
        for offset in (0, 1_000_000, len(text) - 1):
            assert 0 <= MOTIONS[name](text, offset) <= len(text)
    assert sentences_in(text, 1_000_000, 1_001_000) is not None


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 400, 676, 5000])
def test_no_label_begins_another_and_none_is_given_twice(count: int):
    given = labels(count)
    assert len(given) == min(count, 676) or count > 676
    assert len(set(given)) == len(given)
    assert not any(a != b and b.startswith(a) for a in given for b in given)


def test_typing_a_label_leaves_fewer_to_choose_from():
    hints = Hints([(n, f"place {n}") for n in range(40)])
    two = next(label for _, label in hints.shown() if len(label) == 2)
    assert hints.type(two[0])
    assert hints.chosen is None
    assert all(len(label) == 1 for _, label in hints.shown())
    assert not hints.type("1")
    assert hints.type(two[1])
    assert hints.chosen is not None
