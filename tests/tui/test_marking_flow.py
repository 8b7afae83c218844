"""Marks as stretches of words: what is stored of a selection, moving its ends, two that overlap."""

from __future__ import annotations

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Draft
from lesart.model.text import Span
from lesart.services.note_changes import add_note
from lesart.services.save_article import keep_text
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until
from tests.tui.test_annotating_flow import annotations, open_first


def put(library, words: str, **values):
    with Store.open(library) as store:
        start = IRAQ.index(words)
        span = Span(start, start + len(words))
        return add_note(store, store.articles.get(1), span, now=NOW, **values).note


def quotes(library) -> list[str]:
    found = []
    for note in annotations(library):
        assert IRAQ[slice(*note.span)] == note.anchor.exact
        found.append(note.anchor.exact)
    return found


def look_at(app, words: str) -> None:
    """Put the cursor on words, as a click does."""
    reader = app.main.reading.reader
    reader.jump_to(Span(IRAQ.index(words), IRAQ.index(words) + len(words)))
    reader.current = None


async def in_article(pilot, app, notes: int = 0) -> None:
    await open_first(pilot, app)
    await until(pilot, lambda: len(app.main.reading.annotations) == notes)


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        ("v right_parenthesis 2", "Etwa 4.500 Soldaten kamen ums Leben, wie Barack Obama sagte."),
        ("v right_curly_bracket 2", IRAQ.split(".", 1)[1].split("\n")[0].strip()),
        ("v w enter", "Etwa"),
        ("v right_parenthesis l l t x enter", "Etwa 4.500 Soldaten kamen ums Leben, wie Barack Obama sagte. I"),
    ],
)  # fmt: skip
async def test_what_is_stored_of_a_selection_is_a_quotation(make_app, library, keys, quote):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await in_article(pilot, app)
        look_at(app, "Etwa")
        await pilot.press(*keys.split())
        await until(pilot, lambda: quotes(library) == [quote])


async def test_white_space_alone_is_never_marked_and_that_is_said(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await in_article(pilot, app)
        for key in ("enter", "c", "t", "y", "M", "slash"):
            look_at(app, "\n\nDer")
            await pilot.press("v", key)
            await until(pilot, lambda: "no words in the selection" in screen_text(app))
            assert app.main.mode == "SELECT"
            await pilot.press("escape")
        assert annotations(library) == []


async def test_c_straight_after_a_highlight_is_a_note_on_the_highlight(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app)
        # The figure under the cursor is where the highlight begins.
        await pilot.press("right_square_bracket", "v", "e", "2", "c", *"Hm?", "ctrl+s")
        await until(pilot, lambda: [n.note for n in annotations(library)] == ["Hm?"])
        [note] = annotations(library)
        assert (note.anchor.exact, note.colour) == ("4.500 Soldaten", "green")
        await pilot.press("u", "u")
        await until(pilot, lambda: annotations(library) == [])


async def test_keys_straight_after_a_highlight_are_about_it(make_app, library):
    put(library, "4.500 Soldaten kamen ums Leben", note="Longer, from the same place.")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app, 1)
        await pilot.press("right_square_bracket", "v", "e", "2", "d")
        await until(pilot, lambda: "Annotation deleted" in screen_text(app))
        await until(pilot, lambda: quotes(library) == ["4.500 Soldaten kamen ums Leben"])
        await pilot.press("u", "u", "c")
        # The highlight is gone again: now the note is on the mark that is still there.
        await until(pilot, lambda: "Longer, from the same" in app.main.annotating.editor.text)


async def test_c_on_a_figure_one_jumped_to_inside_a_highlight_is_on_the_figure(make_app, library):
    put(library, "Etwa 4.500 Soldaten kamen")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app, 1)
        await pilot.press("right_square_bracket", "c", *"Sure?", "ctrl+s")
        await until(pilot, lambda: "4.500" in quotes(library))
        await until(pilot, lambda: len(app.main.reading.annotations) == 2)
        await pilot.press("right_square_bracket", "left_square_bracket", "c")
        await until(pilot, lambda: app.main.annotating.editor.text == "Sure?")


async def test_the_same_words_marked_again_stay_one_mark(make_app, library):
    put(library, "4.500", note="Kept.", tags=("a",))
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app, 1)
        await pilot.press("right_square_bracket", "v", "1")
        await until(pilot, lambda: "These words are in yellow already" in screen_text(app))
        await pilot.press("right_square_bracket", "left_square_bracket", "v", "3")
        await until(pilot, lambda: [n.colour for n in annotations(library)] == ["blue"])
        look_at(app, "4.500")
        await pilot.press("v", "e", "c")
        await until(pilot, lambda: app.main.annotating.editor.text == "Kept.")
        await pilot.press("escape")
        assert [(n.note, n.tags) for n in annotations(library)] == [("Kept.", ("a",))]


async def test_the_ends_of_a_mark_move_and_all_else_stays(make_app, library):
    old = put(library, "4.500 Soldaten", note="Whose?", tags=("a",), colour="red")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app, 1)
        look_at(app, "Soldaten")
        await pilot.press("M")
        await until(pilot, lambda: "moving ends" in screen_text(app))
        await pilot.press("w", "o", "b", "enter")
        await until(pilot, lambda: quotes(library) == ["Etwa 4.500 Soldaten kamen"])
        [new] = annotations(library)
        for name in ("id", "uid", "note", "tags", "colour", "created", "status"):
            assert getattr(new, name) == getattr(old, name)
        assert new.anchor == make_anchor(IRAQ, new.span)
        await until(pilot, lambda: app.main.reading.annotations == [new])
        await pilot.press("u")
        await until(pilot, lambda: quotes(library) == ["4.500 Soldaten"])
        await pilot.press("U")
        await until(pilot, lambda: quotes(library) == ["Etwa 4.500 Soldaten kamen"])


async def test_moving_ends_is_left_without_a_change_and_kept_by_a_colour(make_app, library):
    put(library, "4.500 Soldaten")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await in_article(pilot, app, 1)
        look_at(app, "Soldaten")
        await pilot.press("M", "w", "escape")
        await until(pilot, lambda: "The mark is as it was" in screen_text(app))
        assert quotes(library) == ["4.500 Soldaten"]
        await pilot.press("v", "w", "escape")  # a selection of its own again
        look_at(app, "Soldaten")
        await pilot.press("M", "w", "3")
        await until(pilot, lambda: quotes(library) == ["4.500 Soldaten kamen"])
        assert [n.colour for n in annotations(library)] == ["blue"]
        await until(pilot, lambda: app.main.reading.annotations[0].colour == "blue")
        look_at(app, "Soldaten")
        await pilot.press("M", "w", "c", *"ums?", "ctrl+s")
        await until(pilot, lambda: [n.note for n in annotations(library)] == ["ums?"])
        assert quotes(library) == ["4.500 Soldaten kamen ums"]


async def test_where_there_are_no_ends_to_move_that_is_said(make_app, library):
    put(library, "Niemand jubelte", note="Gone.")
    with Store.open(library) as store:
        old = store.articles.get(1)
        text = IRAQ.replace("Niemand jubelte.", "")
        keep_text(store, 1, Draft(old.title, text, source=old.source), now=NOW)
    app = make_app()
    async with app.run_test(size=(160, 30)) as pilot:
        await in_article(pilot, app, 1)
        await pilot.press("M")
        await until(pilot, lambda: "There is no mark under the cursor" in screen_text(app))
        await pilot.press("a", "tab")
        await until(pilot, lambda: app.main.mode == "FACTS")
        await pilot.press("j", "M")
        await until(pilot, lambda: "Its words are gone from the text" in screen_text(app))


async def test_marks_that_overlap_are_told_and_merged_by_one_key(make_app, library):
    put(library, "4.500 Soldaten kamen", note="First.", tags=("a",))
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await in_article(pilot, app, 1)
        look_at(app, "kamen")
        await pilot.press("v", "3", "w", "2")
        await until(pilot, lambda: "It overlaps another mark: B merges them." in screen_text(app))
        await until(pilot, lambda: len(app.main.reading.annotations) == 2)
        await pilot.press("B")
        await until(pilot, lambda: quotes(library) == ["4.500 Soldaten kamen ums Leben"])
        [one] = annotations(library)
        assert (one.note, one.tags, one.colour) == ("First.", ("a",), "green")
        await pilot.press("u")
        await until(pilot, lambda: len(annotations(library)) == 2)
        assert quotes(library) == ["4.500 Soldaten kamen", "kamen ums Leben"]
        await until(pilot, lambda: len(app.main.reading.annotations) == 2)
        look_at(app, "Niemand")
        await pilot.press("B")
        await until(pilot, lambda: "There is no mark under the cursor" in screen_text(app))


async def test_an_unsaved_note_is_not_lost_by_merging(make_app, library):
    put(library, "4.500 Soldaten kamen")
    put(library, "kamen ums Leben")
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await in_article(pilot, app, 2)
        look_at(app, "ums")
        await pilot.press("c", *"half", "escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await until(pilot, lambda: _has_draft(library))
        await pilot.press("B")
        await until(pilot, lambda: "begun and not saved" in screen_text(app))
        assert len(annotations(library)) == 2


def _has_draft(library) -> bool:
    with Store.open(library) as store:
        return bool(store.settings.drafts("note:"))


async def test_the_keys_below_say_what_they_do_while_ends_are_moved(make_app, library):
    put(library, "4.500 Soldaten", note="mine")
    app = make_app()
    async with app.run_test(size=(140, 30)) as pilot:
        await in_article(pilot, app, notes=1)
        look_at(app, "4.500")
        await pilot.press("v")
        await until(pilot, lambda: "⏎ highlight" in screen_text(app))
        await pilot.press("escape", "M")
        await until(pilot, lambda: "⏎ keep" in screen_text(app))
        assert "highlight" not in screen_text(app).splitlines()[-1]
        assert "esc as it was" in screen_text(app)
        await pilot.press("escape", "v")
        await until(pilot, lambda: "⏎ highlight" in screen_text(app))
