"""A quotation is words: whoever makes the note, it begins and ends with what a reader can see."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.anchor import make_anchor
from lesart.model.annotation import Anchor, Annotation
from lesart.model.text import Span
from lesart.services.importing.foreign_notes import of_annotation, put_on
from lesart.services.note_changes import add_note, move_note
from lesart.text.quotation import is_blank, quoted, quoting
from tests.conftest import NOW, a_draft

TEXT = "Before.\n\n The council met. \u00a0\n\nAfter."
TEXTS = st.text(
    st.one_of(st.sampled_from("ab \n\t\u00a0\u202f\u3000\u00ad\u200b\u0301.é東"), st.characters()),
    max_size=60,
)


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        (" The council ", "The council"),
        ("\n\n\u00a0The\u202f\u3000", "The"),
        ("\u00adThe\u200b", "The"),
        (" \u0301e\u0301", "e\u0301"),  # an accent on a space goes with the space
        ("\u0301e", "\u0301e"),
        (" \n\u00a0", ""),
        ("", ""),
    ],
)
def test_what_is_blank_at_the_ends_is_no_part_of_it(words: str, clean: str):
    assert words[slice(*quoted(words, Span(0, len(words))))] == clean


@settings(max_examples=500, deadline=None, derandomize=True)
@given(TEXTS, st.integers(-5, 70), st.integers(-5, 70))
def test_a_quotation_is_the_same_words_between_the_same_neighbours(text: str, one: int, other: int):
    span = quoted(text, Span(*sorted((one, other))))
    words = text[span.start : span.end]
    assert not words or not (is_blank(words[0]) or is_blank(words[-1]))
    rough = make_anchor(text, Span(*sorted((max(0, one), max(0, other)))))
    clean = quoting(rough)
    if clean is not None and rough.exact:
        assert text[clean.start : clean.end] == clean.exact == words
        assert text.startswith(clean.prefix, clean.start - len(clean.prefix))
        assert text.startswith(clean.suffix, clean.end)


def clean_notes(store) -> list[str]:
    found = []
    for note in store.annotations.of(1):
        assert note.anchor is not None
        assert TEXT[slice(*note.span)] == note.anchor.exact
        assert (note.span.start, note.span.end) == (note.anchor.start, note.anchor.end)
        found.append(note.anchor.exact)
    return found


def test_no_door_of_the_library_lets_a_blank_end_in(store):
    added = store.articles.add(a_draft(TEXT), now=NOW)
    seen = store.articles.get(added.id)
    rough = Span(7, TEXT.index("After"))
    anchor = make_anchor(TEXT, rough)
    note = store.annotations.add(1, anchor, now=NOW)
    store.annotations.put(Annotation(0, "put", 1, anchor, span=rough))
    add_note(store, seen, rough, now=NOW)
    store.annotations.attach(note.id, anchor, revision=1, now=NOW)
    move_note(store, note, seen, rough, now=NOW)
    item = {
        "type": "Annotation", "id": "theirs", "target": {"source": "x", "selector": {
            "type": "TextQuoteSelector", "exact": anchor.exact, "prefix": "Before."}},
    }  # fmt: skip
    store.annotations.put(put_on(1, TEXT, of_annotation(item), NOW))
    assert clean_notes(store) == ["The council met."] * 4


def test_a_blank_end_that_was_stored_before_is_not_shown(store):
    store.articles.add(a_draft(TEXT), now=NOW)
    note = store.annotations.add(1, make_anchor(TEXT, Span(0, 7)), now=NOW)
    with store.transaction():
        store.connection.execute(
            "UPDATE annotation SET exact = ?, now_end = 9, end = 9, suffix = ? WHERE id = ?",
            [TEXT[:9], TEXT[9:41], note.id],
        )
    assert clean_notes(store) == ["Before."]


def test_a_foreign_note_on_white_space_is_one_on_the_whole_article(store):
    store.articles.add(a_draft(TEXT), now=NOW)
    blank = Annotation(0, "x", 1, Anchor(" \n", "", "", 7, 9), note="Hm.", span=Span(7, 9))
    store.annotations.put(blank)
    [note] = store.annotations.of(1)
    assert (note.anchor, note.span, note.note) == (None, None, "Hm.")
