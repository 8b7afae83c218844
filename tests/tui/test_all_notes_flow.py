"""Notes across articles: replies, colours with names, the list of all notes, and the way out."""

from __future__ import annotations

import re

import pytest

from lesart.anchor import make_anchor
from lesart.model.text import Span
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until


@pytest.fixture
def noted(library):
    """Four notes: two on the Iraq article, one on each other; three tags, two colours."""
    with Store.open(library) as store:
        for at, (article, exact, colour, note, tags) in enumerate(
            [(1, "4.500 Soldaten", "yellow", "who counted?", ("iraq", "numbers")),
             (1, "Niemand jubelte", "green", "colour of the piece", ("iraq",)),
             (2, "bank waits", "yellow", "for what?", ("rates",)),
             (3, "Großen Straße", "green", "", ())]
        ):  # fmt: skip
            text = store.articles.text(article)
            start = text.index(exact)
            span = Span(start, start + len(exact))
            store.annotations.add(
                article, make_anchor(text, span), now=NOW + at, colour=colour, note=note, tags=tags
            )
    return library


def notes(library, article=1):
    with Store.open(library) as store:
        return store.annotations.of(article)


async def open_notes(pilot, app) -> None:
    await pilot.press("N")
    await until(pilot, lambda: "Notes · " in screen_text(app))


async def test_a_note_is_replied_to_and_the_reply_stands_below_it(make_app, noted):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("a", "right_square_bracket", "ampersand")
        await until(pilot, lambda: app.main.annotating.editor.is_open)
        assert "reply to “who counted?”" in screen_text(app)
        await pilot.press(*"the ministry", "ctrl+s")
        await until(pilot, lambda: len(notes(noted)) == 3)
        await until(pilot, lambda: "↳ the ministry" in screen_text(app))
        lines = screen_text(app).splitlines()
        first = next(i for i, line in enumerate(lines) if "who count" in line)
        assert "↳ the ministry" in lines[first + 1]
        await pilot.press("u")
        await until(pilot, lambda: len(notes(noted)) == 2)
        await pilot.press("U")
        await until(pilot, lambda: len(notes(noted)) == 3)
    question, reply = sorted(notes(noted), key=lambda n: n.id)[0], notes(noted)[-1]
    replies = [n for n in notes(noted) if n.parent == question.id]
    assert [n.note for n in replies] == ["the ministry"]
    assert replies[0].anchor is None
    assert reply.article_id == 1


async def test_an_unfinished_reply_is_kept_as_a_draft_of_its_own(make_app, noted):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("a", "right_square_bracket", "ampersand", *"half", "escape")
        await until(pilot, lambda: "& at the same place" in screen_text(app))
        await pilot.press("c")
        await until(pilot, lambda: app.main.annotating.editor.text == "who counted?")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("ampersand")
        await until(pilot, lambda: app.main.annotating.editor.text == "half")


async def test_replying_where_there_is_no_note_says_what_to_do(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("ampersand")
        await until(pilot, lambda: "no note under the cursor to reply to" in screen_text(app))


async def test_a_reply_outlives_the_note_that_it_answers(make_app, noted):
    with Store.open(noted) as store:
        question = store.annotations.of(1)[0]
        store.annotations.add(1, None, now=NOW + 9, note="an answer", parent=question.id)
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("a", "g", "right_square_bracket", "d")
        await until(pilot, lambda: question.id not in [n.id for n in notes(noted)])
        await until(pilot, lambda: "who counted?" not in screen_text(app))
        assert "an answer" in screen_text(app)
        assert "↳" not in screen_text(app)
        await pilot.press("u")
        await until(pilot, lambda: "↳ an answer" in screen_text(app))


async def test_the_same_words_are_not_highlighted_twice_but_change_their_colour(make_app, library):
    app = make_app(colours={"green": "source"})
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("V", "1")
        await until(pilot, lambda: len(app.main.reading.annotations) == 1)
        await pilot.press("V", "1")
        await until(pilot, lambda: "in yellow already" in screen_text(app))
        await pilot.press("V", "2")
        await until(pilot, lambda: [n.colour for n in notes(library)] == ["green"])
        await until(pilot, lambda: "Now in green (source)" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: [n.colour for n in notes(library)] == ["yellow"])
        # Other words that overlap them are another highlight.
        await pilot.press("V", "j", "2")
        await until(pilot, lambda: len(notes(library)) == 2)


async def test_colours_have_the_names_that_the_reader_gave_them(make_app, noted):
    app = make_app(colours={"yellow": "claim", "green": "source"})
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("a")
        await until(pilot, lambda: re.search(r"who count.*claim", screen_text(app)) is not None)
        await pilot.press("q", "N", "slash", *"colour:source")
        await until(pilot, lambda: "Notes · 2" in screen_text(app))
        assert "Niemand jubelte" in screen_text(app)
        assert "4.500" not in screen_text(app).split("Notes · 2")[1]


async def test_notes_are_grouped_by_article_colour_and_tag(make_app, noted):
    app = make_app(colours={"yellow": "claim"})
    async with app.run_test(size=(100, 50)) as pilot:
        await open_notes(pilot, app)
        assert "4 · newest first" in screen_text(app)
        await pilot.press("S")
        await until(pilot, lambda: "Letzte Truppen verlassen Irak · 2" in screen_text(app))
        await pilot.press("S")
        await until(pilot, lambda: "yellow (claim) · 2" in screen_text(app))
        assert "green · 2" in screen_text(app)
        await pilot.press("S")
        await until(pilot, lambda: "#iraq · 2" in screen_text(app))
        text = screen_text(app)
        heads = [text.index(h) for h in ("#iraq · 2", "#numbers · 1", "#rates · 1", "no tag · 1")]
        assert heads == sorted(heads)
        assert text.count("who counted?") == 2  # under each of its tags


async def test_one_jumps_to_a_passage_and_comes_back_to_the_same_line(make_app, noted):
    app = make_app()
    async with app.run_test(size=(100, 50)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("slash", *"tag:iraq", "enter", "S", "S", "S")
        await until(pilot, lambda: "#numbers · 1" in screen_text(app))
        await pilot.press("G")  # the note under its second heading
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        assert app.main.reading.reader.cursor == IRAQ.index("4.500 Soldaten")
        await pilot.press("N")
        await until(pilot, lambda: "#numbers · 1" in screen_text(app))
        from textual.widgets import Input, OptionList

        options = app.screen.query_one(OptionList)
        assert app.screen.query_one(Input).value == "tag:iraq"
        assert options.highlighted == options.option_count - 1


async def test_enter_on_a_reply_goes_to_the_words_of_its_thread(make_app, noted):
    with Store.open(noted) as store:
        second = store.annotations.of(1)[1]
        store.annotations.add(1, None, now=NOW + 99, note="late thought", parent=second.id)
    app = make_app()
    async with app.run_test(size=(100, 50)) as pilot:
        await open_notes(pilot, app)
        assert "↳ colour of the piece" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        assert app.main.reading.reader.cursor == IRAQ.index("Niemand jubelte")


async def test_notes_are_taken_out_from_the_screen(make_app, noted, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await open_notes(pilot, app)
        await pilot.press("slash", *"tag:iraq", "enter", "E")
        await until(pilot, lambda: "Take notes out" in screen_text(app))
        await pilot.press("tab", *["backspace"] * 8, *"csv", "tab", "ctrl+u", *"notes", "enter")
        file = tmp_path / "notes.csv"
        await until(pilot, file.exists, 30)
        await until(pilot, lambda: "Written to" in screen_text(app), 30)
        rows = file.read_text("utf-8")
        assert "who counted?" in rows
        assert "for what?" not in rows
        # Once more: it asks before it replaces, and no is no.
        file.write_text("mine")
        await pilot.press("E")
        await until(pilot, lambda: "Take notes out" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Replace it?" in screen_text(app))
        await pilot.press("n")
        await until(pilot, lambda: app.main.is_current)
        assert file.read_text() == "mine"


async def test_an_export_that_cannot_be_says_why(make_app, noted, tmp_path):
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        for keys, says in (
            ((*["backspace"] * 8, *"pdf"), "There is no format “pdf”"),
            ((*["backspace"] * 8, *"csv", "tab", "ctrl+u", *str(tmp_path / "no" / "x")), "could not be"),
            ((*["backspace"] * 8, *"csv", "tab", "ctrl+u"), "Say where the notes go"),
        ):  # fmt: skip
            await pilot.press("E")
            await until(pilot, lambda: "Take notes out" in screen_text(app))
            await pilot.press("tab", *keys, "enter")
            await until(pilot, lambda says=says: says in screen_text(app), 30)
