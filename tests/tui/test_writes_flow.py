"""What is written from the screen goes to what is stored by then, not to what the screen remembers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.annotation import Annotation
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, mark, screen_text, until

ABOVE = "Nachtrag der Redaktion: Eine frühere Fassung nannte eine falsche Stadt. "
REVISED = ABOVE + IRAQ
NOBODY = "Niemand jubelte"


def revise(library: Path, text: str = REVISED, article_id: int = 1) -> None:
    """Another process stores a corrected text."""
    with Store.open(library) as store:
        title = store.articles.get(article_id).title
        assert keep_text(store, article_id, Draft(title, text), now=NOW + 60).is_revised


def a_note(library: Path, words: str = NOBODY, **values) -> Annotation:
    with Store.open(library) as store:
        anchor = make_anchor(IRAQ, mark(IRAQ, words))
        return store.annotations.add(1, anchor, now=NOW - 100, **values)


def notes(library: Path) -> list[Annotation]:
    with Store.open(library) as store:
        return store.annotations.of(1)


def stands_on(library: Path, note: Annotation) -> str:
    with Store.open(library) as store:
        return store.articles.text(note.article_id)[slice(*note.span)]


async def open_first(pilot, app) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: app.main.mode == "READ")


async def settled(pilot, app) -> None:
    """What was asked of the writer so far is done, and the screen has heard of it."""
    done: list[bool] = []
    app.writer.write(lambda store: None, lambda _: done.append(True))
    await until(pilot, lambda: bool(done))


@pytest.fixture
def deaf(monkeypatch) -> None:
    """The screen has not noticed yet what others wrote: the moment in which a key is pressed."""
    from lesart.tui.controllers.shown_article import Shown

    monkeypatch.setattr(Shown, "watch", lambda self: None)


# ------------------------------------------------------------------ the text changed meanwhile


async def test_a_highlight_lands_on_its_words_though_the_text_was_revised(make_app, library, deaf):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V")
        selected = app.main.reading.reader.selected_text
        revise(library)
        await pilot.press("1")
        await until(pilot, lambda: len(notes(library)) == 1)
    [note] = notes(library)
    assert (note.status, stands_on(library, note)) == ("ok", selected)


async def test_a_highlight_on_words_that_are_gone_is_an_orphan_and_told(make_app, library, deaf):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V")
        selected = app.main.reading.reader.selected_text
        revise(library, "Ein ganz anderer Text steht nun hier, ohne jede Zahl.")
        await pilot.press("1")
        await until(pilot, lambda: "gone from the text" in screen_text(app))
    [note] = notes(library)
    assert (note.status, note.span, note.anchor.exact) == ("orphan", None, selected)


async def to_the_note(pilot, app) -> None:
    await open_first(pilot, app)
    await until(pilot, lambda: bool(app.main.reading.annotations))
    await pilot.press("a", "g", "right_square_bracket")


async def recolour(pilot, app) -> None:
    await pilot.press("x")


async def write_on(pilot, app) -> None:
    await pilot.press("c")
    await until(pilot, lambda: app.main.annotating.editor.is_open)
    await pilot.press(*"more", "ctrl+s")


async def tag(pilot, app) -> None:
    await pilot.press("t", *"war", "enter")


async def delete_and_undo(pilot, app) -> None:
    await pilot.press("d")
    await settled(pilot, app)
    await pilot.press("u")


@pytest.mark.parametrize("change", [recolour, write_on, tag, delete_and_undo])
@pytest.mark.parametrize("then", ["", "u", "uU"])
async def test_a_changed_note_stays_on_its_words_though_the_text_was_revised(
    make_app, library, deaf, change, then
):
    a_note(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        revise(library)
        await change(pilot, app)
        await settled(pilot, app)
        for key in then:
            await pilot.press(key)
            await settled(pilot, app)
    if change is delete_and_undo and then:
        return
    [note] = notes(library)
    assert (note.status, stands_on(library, note)) == ("ok", NOBODY)


async def test_undo_of_a_change_made_before_the_revision_leaves_the_note_on_its_words(
    make_app, library, deaf
):
    a_note(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await recolour(pilot, app)
        await settled(pilot, app)
        assert notes(library)[0].colour == "green"
        revise(library)
        await pilot.press("u")
        await settled(pilot, app)
    [note] = notes(library)
    assert (note.colour, note.status, stands_on(library, note)) == ("yellow", "ok", NOBODY)


# ------------------------------------------------------------------ two screens, one note


async def write(pilot, app, text: str) -> None:
    await pilot.press("c")
    await until(pilot, lambda: app.main.annotating.editor.is_open)
    await pilot.press(*text)


async def test_two_screens_save_one_note_and_both_texts_are_kept(make_app, library, deaf):
    first = a_note(library, note="seen by both")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " mine")
        with Store.open(library) as store:
            store.annotations.change(first.id, now=NOW, note="theirs", tags=["theirs"])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 2)
        await until(pilot, lambda: "nother screen" in screen_text(app))
        texts = {n.id: n for n in notes(library)}
        reply = texts[max(texts)]
        assert (texts[first.id].note, texts[first.id].tags) == ("theirs", ("theirs",))
        assert "seen by both mine" in reply.note
        assert reply.parent == first.id
        # It is a step like any other: undone, the other screen's words still stand.
        await pilot.press("u")
        await until(pilot, lambda: [n.note for n in notes(library)] == ["theirs"])


async def test_undo_never_takes_back_what_another_screen_wrote(make_app, library, deaf):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " mine")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: notes(library)[0].note == "first mine")
        with Store.open(library) as store:
            store.annotations.change(first.id, now=NOW, note="theirs")
        await pilot.press("u")
        await until(pilot, lambda: "nother screen" in screen_text(app))
    assert [n.note for n in notes(library)] == ["theirs"]


async def test_tags_of_two_screens_are_joined_and_undo_takes_only_its_own(make_app, library, deaf):
    first = a_note(library, tags=["old"])
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        with Store.open(library) as store:
            store.annotations.change(first.id, now=NOW, tags=["old", "theirs"])
        await tag(pilot, app)
        await until(pilot, lambda: set(notes(library)[0].tags) == {"old", "theirs", "war"})
        await pilot.press("u")
        await until(pilot, lambda: set(notes(library)[0].tags) == {"old", "theirs"})
        await pilot.press("U")
        await until(pilot, lambda: set(notes(library)[0].tags) == {"old", "theirs", "war"})


async def test_a_note_that_another_screen_wrote_on_is_not_deleted_unseen(make_app, library, deaf):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        with Store.open(library) as store:
            store.annotations.change(first.id, now=NOW, note="theirs")
        await pilot.press("d")
        await until(pilot, lambda: "nother screen" in screen_text(app))
        assert [n.note for n in notes(library)] == ["theirs"]
        # Now it was seen.
        await until(pilot, lambda: app.main.reading.annotations[0].note == "theirs")
        await pilot.press("d")
        await until(pilot, lambda: notes(library) == [])


async def test_what_is_written_on_a_note_deleted_elsewhere_is_kept(make_app, library, deaf):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " mine")
        with Store.open(library) as store:
            store.annotations.delete(first.id)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "deleted on another screen" in screen_text(app))
        assert [n.note for n in notes(library)] == ["first mine"]
        await pilot.press("u")
        await until(pilot, lambda: notes(library) == [])


async def test_a_reply_to_a_note_deleted_elsewhere_is_kept(make_app, library, deaf):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await pilot.press("ampersand")
        await until(pilot, lambda: app.main.annotating.editor.is_open)
        with Store.open(library) as store:
            store.annotations.delete(first.id)
        await pilot.press(*"answer", "ctrl+s")
        await until(pilot, lambda: "deleted on another screen" in screen_text(app))
    [reply] = notes(library)
    assert (reply.note, reply.parent) == ("answer", first.id)


# ------------------------------------------------------------------ a row number that is another's


async def test_a_mark_never_lands_on_another_article_with_the_same_number(make_app, library, deaf):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V")
        selected = app.main.reading.reader.selected_text
        app.writer.write(_another_under_number_one)
        await settled(pilot, app)
        await pilot.press("1")
        await settled(pilot, app)
        await pilot.pause()
    with Store.open(library) as store:
        [noted] = store.annotations.all()
        assert noted.article_title == "Letzte Truppen verlassen Irak"
        assert noted.annotation.anchor.exact == selected
        assert store.annotations.of(1) == []


def _another_under_number_one(store: Store) -> None:
    """What a restored library may hold: another article under the number of the open one."""
    connection = store.connection
    connection.execute("PRAGMA foreign_keys = off")
    with store.transaction():
        for old, new in ((1, 900), (2, 1), (900, 2)):
            for table, column in (
                ("article", "id"), ("packed_body", "article_id"), ("analysis", "article_id"),
            ):  # fmt: skip
                connection.execute(
                    f"UPDATE {table} SET {column} = ? WHERE {column} = ?", [new, old]
                )
    connection.execute("PRAGMA foreign_keys = on")


async def test_what_was_written_on_an_article_that_is_gone_is_kept_as_a_draft(
    make_app, library, deaf
):
    app = make_app()
    async with app.run_test(size=(160, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("C", *"long thought")
        with Store.open(library) as store, store.transaction():
            for table in ("packed_body", "analysis"):
                store.connection.execute(f"DELETE FROM {table} WHERE article_id = 1")
            store.connection.execute("DELETE FROM article WHERE id = 1")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "kept as a draft" in screen_text(app))
        assert ["is no longer in the library" in n.message for n in app._notifications] == [True]
    with sqlite3.connect(library) as plain:
        texts = [row[0] for row in plain.execute("SELECT text FROM draft")]
    plain.close()
    assert texts == ["long thought"]


# ------------------------------------------------------------------ undo and redo


async def test_undo_right_after_a_highlight_takes_that_highlight_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("s")
        await settled(pilot, app)
        await pilot.press("right_square_bracket", "V")
        app.main.do("colour_1")
        app.main.do("undo")  # before the writer can have answered
        await settled(pilot, app)
        assert notes(library) == []
        with Store.open(library) as store:
            assert store.articles.get(1).is_starred


async def test_redo_is_gone_after_a_new_step(make_app, library):
    a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await recolour(pilot, app)
        await pilot.press("u")
        await settled(pilot, app)
        assert notes(library)[0].colour == "yellow"
        await tag(pilot, app)
        await settled(pilot, app)
        await pilot.press("U")
        await until(pilot, lambda: "Nothing to do again" in screen_text(app))
        assert (notes(library)[0].colour, notes(library)[0].tags) == ("yellow", ("war",))


async def test_a_changed_note_is_undone_to_its_old_words_tags_and_all(make_app, library):
    a_note(library, note="first", tags=["a"])
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " and #b")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: notes(library)[0].note == "first and #b")
        assert notes(library)[0].tags == ("a", "b")
        await pilot.press("u")
        await until(pilot, lambda: notes(library)[0].note == "first")
        assert notes(library)[0].tags == ("a",)
        await pilot.press("U")
        await until(pilot, lambda: notes(library)[0].note == "first and #b")
        assert notes(library)[0].tags == ("a", "b")


async def test_a_note_saved_as_it_was_is_no_step(make_app, library):
    a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await recolour(pilot, app)
        await settled(pilot, app)
        await write(pilot, app, "")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "nothing to take back" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: notes(library)[0].colour == "yellow")


async def test_a_reattached_note_goes_back_to_having_no_words_and_again(make_app, library):
    note = a_note(library, note="kept")
    with Store.open(library) as store:
        store.annotations.place(note.id, None, "orphan")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await until(pilot, lambda: bool(app.main.reading.annotations))
        await pilot.press("right_square_bracket", "V", "M")
        await until(pilot, lambda: "Which note belongs here?" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: notes(library)[0].anchor.exact.startswith("Etwa 4.500"))
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("u")
        await until(pilot, lambda: notes(library)[0].anchor.exact == NOBODY)
        await pilot.press("U")
        await until(pilot, lambda: notes(library)[0].anchor.exact.startswith("Etwa 4.500"))
        assert (notes(library)[0].uid, notes(library)[0].note) == (note.uid, "kept")


async def test_tags_of_an_article_are_undone_beside_another_screens(make_app, library):
    def tags() -> set[str]:
        with Store.open(library) as store:
            return set(store.articles.tags(1))

    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", *"mine", "enter")
        await until(pilot, lambda: tags() == {"mine"})
        with Store.open(library) as store:
            store.articles.set_tags(1, ["mine", "theirs"])
        await pilot.press("u")
        await until(pilot, lambda: tags() == {"theirs"})
        await pilot.press("U")
        await until(pilot, lambda: tags() == {"theirs", "mine"})


# ------------------------------------------------------------------ verdicts


def rulings(library: Path) -> list[tuple[str, str]]:
    with Store.open(library) as store:
        return [(v.anchor.exact, v.ruling) for v in store.verdicts.of(1)]


async def test_undo_of_a_verdict_brings_the_one_before_it_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "plus")
        await until(pilot, lambda: rulings(library) == [("4.500", "confirmed")])
        await settled(pilot, app)
        await pilot.press("minus")
        await until(pilot, lambda: rulings(library) == [("4.500", "rejected")])
        await settled(pilot, app)
        await pilot.press("u")
        await until(pilot, lambda: rulings(library) == [("4.500", "confirmed")])
        await pilot.press("U")
        await until(pilot, lambda: rulings(library) == [("4.500", "rejected")])
        await pilot.press("u", "u")
        await until(pilot, lambda: rulings(library) == [])


async def test_a_verdict_lands_on_its_words_though_the_text_was_revised(make_app, library, deaf):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket")
        revise(library)
        await pilot.press("minus")
        await until(pilot, lambda: rulings(library) == [("4.500", "rejected")])
    with Store.open(library) as store:
        [verdict] = store.verdicts.of(1)
        assert REVISED[slice(*verdict.span)] == "4.500"


# ------------------------------------------------------------------ the screen notices


async def test_a_text_revised_elsewhere_is_shown_where_one_reads(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V")
        selected = app.main.reading.reader.selected_text
        revise(library)
        await until(pilot, lambda: "Nachtrag der Redaktion" in screen_text(app))
        assert "D shows" in screen_text(app)
        assert app.main.reading.reader.selected_text == selected
        assert app.main.mode == "SELECT"


async def test_a_selection_goes_on_from_the_end_it_was_at(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        reader = app.main.reading.reader
        at = IRAQ.index("Soldaten kamen")
        reader.select(Span(at, at + len("Soldaten kamen")))
        await pilot.press("o")
        revise(library)
        await until(pilot, lambda: reader.article.revision == 2)
        assert reader.selected_text == "Soldaten kamen"
        await pilot.press("b")
        assert reader.selected_text.endswith("Soldaten kamen")
        assert len(reader.selected_text) > len("Soldaten kamen")


async def test_a_long_text_revised_elsewhere_stays_at_the_line_one_reads(make_app, library):
    text = "\n\n".join(f"Absatz {number} spricht von Ding {number}." for number in range(200))
    with Store.open(library) as store:
        article = keep(store, Draft("Lang", text, published=Moment(NOW + 60)), now=NOW).id
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_first(pilot, app)
        await pilot.press("space", "space", "space")
        reader = app.main.reading.reader
        top = text[reader.position :].strip().split(".")[0]
        assert top.startswith("Absatz")
        revise(library, "Neu ist dieser Satz.\n\n" * 40 + text, article)
        await until(pilot, lambda: reader.article.revision == 2)
        await pilot.pause()
        assert reader.text[reader.position :].strip().split(".")[0] == top


async def test_notes_of_another_screen_show_by_themselves(make_app, library):
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await open_first(pilot, app)
        a_note(library, note="written elsewhere")
        await until(pilot, lambda: [n.note for n in app.main.reading.annotations] != [])


async def test_a_verdict_of_another_screen_shows_by_itself(make_app, library):
    one, other = make_app(), make_app()
    async with one.run_test(size=(120, 30)) as first, other.run_test(size=(120, 30)) as second:
        for pilot, app in ((first, one), (second, other)):
            await open_first(pilot, app)
        await first.press("right_square_bracket", "minus")
        await until(
            second, lambda: [f.surface for f in other.main.reading.analysis.figures] == ["157"]
        )
        await until(second, lambda: "4,500" not in screen_text(other))
        await first.press("u")
        await until(second, lambda: "≈ 4,500" in screen_text(other))


# ------------------------------------------------------------------ drafts


async def test_a_note_being_written_while_the_text_is_revised_lands_on_its_words(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "c", *"sure?")
        revise(library)
        await until(pilot, lambda: app.main.reading.reader.article.revision == 2)
        assert app.main.annotating.editor.text == "sure?"
        await pilot.press("!", "ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 1)
    [note] = notes(library)
    assert (note.note, note.status, stands_on(library, note)) == ("sure?!", "ok", "4.500")


async def test_a_draft_is_found_at_its_words_after_the_text_was_revised(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "c", *"sure?", "escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await settled(pilot, app)
        revise(library)
        await until(pilot, lambda: app.main.reading.reader.article.revision == 2)
        at = REVISED.index("4.500")
        app.main.reading.reader.select(Span(at, at + 5))
        await pilot.press("c")
        await until(pilot, lambda: app.main.annotating.editor.text == "sure?")


async def test_a_draft_of_a_change_does_not_replace_what_another_screen_wrote(make_app, library):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " mine")
        await pilot.press("escape")
        await settled(pilot, app)
        with Store.open(library) as store:
            store.annotations.change(first.id, now=NOW, note="theirs")
        await until(pilot, lambda: app.main.reading.annotations[0].note == "theirs")
        await pilot.press("c")
        await until(pilot, lambda: app.main.annotating.editor.text == "first mine")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 2)
    assert notes(library)[0].note == "theirs" or notes(library)[1].note == "theirs"


async def test_a_draft_on_words_that_are_gone_is_told_and_becomes_an_orphan(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "c", *"sure?", "escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await settled(pilot, app)
        await pilot.press("escape")
        revise(library, "Ein ganz anderer Text steht nun hier, ohne jede Zahl.")
        await until(pilot, lambda: app.main.reading.article.revision == 2)
        await pilot.press("enter")
        await until(pilot, lambda: "C opens it" in screen_text(app))
        await pilot.press("C")
        await until(pilot, lambda: app.main.annotating.editor.text == "sure?")
        assert "4.500" in screen_text(app)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 1)
    [note] = notes(library)
    assert (note.note, note.status, note.span, note.anchor.exact) == (
        "sure?", "orphan", None, "4.500",
    )  # fmt: skip


async def test_what_is_written_on_a_note_that_is_not_there_any_more_is_a_new_one(
    make_app, library, deaf
):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await write(pilot, app, " mine")
        with Store.open(library) as store, store.transaction():
            store.connection.execute("DELETE FROM annotation WHERE id = ?", [first.id])
        await pilot.press("ctrl+s")
        await until(pilot, lambda: [n.note for n in notes(library)] == ["first mine"])
    [note] = notes(library)
    assert stands_on(library, note) == NOBODY


async def test_from_the_list_of_notes_one_goes_to_where_the_words_are_by_now(make_app, library):
    a_note(library, note="here")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("N")
        await until(pilot, lambda: "Notes · 1" in screen_text(app))
        revise(library)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await until(pilot, lambda: app.main.reading.article.revision == 2)
        reader = app.main.reading.reader
        assert reader.text[reader.cursor :].startswith(NOBODY)


async def test_a_note_deleted_elsewhere_is_not_gone_to(make_app, library):
    note = a_note(library, note="here")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("N")
        await until(pilot, lambda: "Notes · 1" in screen_text(app))
        with Store.open(library) as store:
            store.annotations.delete(note.id)
        await pilot.press("enter")
        await until(pilot, lambda: "deleted on another screen" in screen_text(app))


# ------------------------------------------------------------------ two screens, both by keys


async def test_two_open_screens_save_one_note_and_each_sees_both_texts(make_app, library):
    a_note(library, note="seen by both")
    one, other = make_app(), make_app()
    async with one.run_test(size=(120, 30)) as first, other.run_test(size=(120, 30)) as second:
        for pilot, app in ((first, one), (second, other)):
            await to_the_note(pilot, app)
            await pilot.press("c")
            await until(pilot, lambda app=app: app.main.annotating.editor.is_open)
        await first.press(*" one", "ctrl+s")
        await until(first, lambda: notes(library)[0].note == "seen by both one")
        await second.press(*" other", "ctrl+s")
        await until(second, lambda: len(notes(library)) == 2)
        texts = {note.note.splitlines()[-1] for note in notes(library)}
        assert texts == {"seen by both one", "seen by both other"}
        for pilot, app in ((first, one), (second, other)):
            await until(
                pilot,
                lambda app=app: (
                    {n.note.splitlines()[-1] for n in app.main.reading.annotations} == texts
                ),
            )
        assert "both texts are kept" in screen_text(other)


async def test_two_open_editors_on_the_same_words_keep_a_draft_each(make_app, library):
    def kept() -> set[str]:
        with Store.open(library) as store:
            return {text for _, text in store.settings.drafts("new:")}

    one, other = make_app(), make_app()
    async with one.run_test(size=(120, 30)) as first, other.run_test(size=(120, 30)) as second:
        for pilot, app in ((first, one), (second, other)):
            await open_first(pilot, app)
            await pilot.press("right_square_bracket", "c")
            await until(pilot, lambda app=app: app.main.annotating.editor.is_open)
        await first.press(*"one")
        await until(first, lambda: kept() == {"one"})
        await second.press(*"other")
        await until(second, lambda: kept() == {"one", "other"})
        await first.press(*" more")
        await until(first, lambda: kept() == {"one more", "other"})
        await first.press("ctrl+s")
        await until(first, lambda: len(notes(library)) == 1)
        assert kept() == {"other"}, "what is not saved yet is still a draft"
        await second.press("ctrl+s")
        await until(second, lambda: len(notes(library)) == 2)
        assert kept() == set()
    assert {note.note for note in notes(library)} == {"one more", "other"}


async def test_two_open_screens_undo_each_its_own(make_app, library):
    one, other = make_app(), make_app()
    async with one.run_test(size=(120, 30)) as first, other.run_test(size=(120, 30)) as second:
        for pilot, app in ((first, one), (second, other)):
            await open_first(pilot, app)
        await first.press("right_square_bracket", "V", "1")
        await until(first, lambda: len(notes(library)) == 1)
        await second.press(*["right_square_bracket"] * 2, "V", "2")
        await until(second, lambda: len(notes(library)) == 2)
        await first.press("u")
        await until(first, lambda: [n.colour for n in notes(library)] == ["green"])
        await first.press("U")
        await until(first, lambda: len(notes(library)) == 2)
        await second.press("u")
        await until(second, lambda: [n.colour for n in notes(library)] == ["yellow"])


# ------------------------------------------------------------------ the whole article, and places


async def test_a_note_on_the_article_is_kept_though_its_text_was_revised(make_app, library, deaf):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("C", *"all of it")
        revise(library)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 1)
        [note] = notes(library)
        assert (note.note, note.anchor, note.status, note.revision) == ("all of it", None, "ok", 2)
        await pilot.press("u")
        await until(pilot, lambda: notes(library) == [])


async def test_a_reply_written_while_the_text_is_revised_stays_below_its_note(make_app, library):
    first = a_note(library, note="first")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await to_the_note(pilot, app)
        await pilot.press("ampersand", *"answer")
        revise(library)
        await until(pilot, lambda: app.main.reading.reader.article.revision == 2)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(notes(library)) == 2)
    by_text = {note.note: note for note in notes(library)}
    assert by_text["answer"].parent == first.id
    assert stands_on(library, by_text["first"]) == NOBODY


async def test_where_one_left_off_is_not_taken_for_a_place_in_another_text(make_app, library, deaf):
    text = "\n\n".join(f"Absatz {number} spricht von Ding {number}." for number in range(200))
    with Store.open(library) as store:
        article = keep(store, Draft("Lang", text, published=Moment(NOW + 60)), now=NOW).id
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_first(pilot, app)
        await pilot.press("space", "space", "space")
        assert app.main.reading.reader.position > 100
        revise(library, "Kurz. " * 300, article)
        await pilot.press("escape")
        await settled(pilot, app)
    with Store.open(library) as store:
        assert store.articles.get(article).position == 0


async def test_another_headline_over_the_same_words_is_shown_and_is_no_change_of_them(
    make_app, library
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        with Store.open(library) as store:
            keep_text(store, 1, Draft("Nun andere Überschrift", IRAQ), now=NOW + 60)
        await until(pilot, lambda: "Nun andere Überschrift" in screen_text(app))
        assert "D shows" not in screen_text(app)


async def test_selected_words_that_are_gone_are_no_longer_selected(make_app, library):
    app = make_app()
    async with app.run_test(size=(140, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V")
        revise(library, "Ein ganz anderer Text steht nun hier, ohne jede Zahl.")
        await until(pilot, lambda: "selected words are gone" in screen_text(app))
        assert app.main.mode == "READ"
        assert app.main.reading.reader.selected_text == ""


# ------------------------------------------------------------------ read, starred, deleted


async def test_undo_right_after_a_star_takes_that_star_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        app.main.do("star")
        app.main.do("undo")
        await settled(pilot, app)
        with Store.open(library) as store:
            assert not store.articles.get(1).is_starred
        app.main.do("redo")
        await settled(pilot, app)
        with Store.open(library) as store:
            assert store.articles.get(1).is_starred


async def test_a_star_that_another_screen_gave_is_not_taken_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        with Store.open(library) as store:
            store.articles.set_starred([1], True)
        app.main.do("star")
        await settled(pilot, app)
        app.main.do("undo")
        await settled(pilot, app)
        with Store.open(library) as store:
            assert store.articles.get(1).is_starred


async def test_undo_brings_back_only_what_it_deleted(make_app, library):
    with Store.open(library) as store:
        for text in ("Eins.", "Zwei."):
            store.articles.add(Draft(text, text, folder="Samples"), now=NOW)
        ids = store.articles.ids_in_folder("Samples")
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        samples = app.main.the.triage
        with Store.open(library) as store:
            store.articles.delete(ids[:1])
        samples._delete(ids)
        await settled(pilot, app)
        app.main.do("undo")
        await settled(pilot, app)
        with Store.open(library) as store:
            assert [store.articles.get(i) is not None for i in ids] == [False, True]
