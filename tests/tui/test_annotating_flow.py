"""Mark a passage by keys alone, write on it, take it back, find it again."""

from __future__ import annotations

from lesart.store import Store
from tests.tui.conftest import IRAQ, screen_text, until


def annotations(library):
    with Store.open(library) as store:
        return store.annotations.of(1)


async def open_first(pilot, app) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: app.main.mode == "READ")


async def test_a_sentence_is_highlighted_with_two_keys_and_found_the_next_day(make_app, library):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V", "3")
        await until(pilot, lambda: len(annotations(library)) == 1)
        await pilot.press("ctrl+q")
    [mark] = annotations(library)
    assert mark.colour == "blue"
    assert mark.anchor.exact.startswith("Etwa 4.500 Soldaten")
    assert IRAQ[mark.span.start : mark.span.end] == mark.anchor.exact
    assert mark.anchor.prefix == IRAQ[max(0, mark.span.start - 32) : mark.span.start]
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("N")
        await until(pilot, lambda: "Etwa 4.500 Soldaten" in screen_text(again))


async def test_a_note_with_tags_is_written_undone_and_done_again(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V", "c")
        await until(pilot, lambda: app.main.annotating.editor.is_open)
        await pilot.press(*"compare #iraq", "ctrl+s")
        await until(pilot, lambda: len(annotations(library)) == 1)
        [note] = annotations(library)
        assert (note.note, note.tags) == ("compare #iraq", ("iraq",))
        await until(pilot, lambda: app.main.mode == "READ" and bool(app.main.reading.annotations))
        await pilot.press("u")
        await until(pilot, lambda: annotations(library) == [])
        await pilot.press("U")
        await until(pilot, lambda: len(annotations(library)) == 1)


async def test_an_unfinished_note_is_kept_as_a_draft(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("C", *"half a", "escape")
        await until(pilot, lambda: app.main.mode == "READ")
        assert annotations(library) == []
        await pilot.press("C")
        await until(pilot, lambda: app.main.annotating.editor.text == "half a")


async def test_a_click_on_the_program_dying_keeps_the_draft(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("C", *"half a")

        def draft() -> str:
            with Store.open(library) as store:
                return "".join(text for _, text in store.settings.drafts("new:1:article"))

        await until(pilot, lambda: draft() == "half a")


async def test_an_annotation_is_deleted_and_brought_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "V", "1")
        await until(pilot, lambda: len(app.main.reading.annotations) == 1)
        await pilot.press("a", "g", "right_square_bracket", "d")
        await until(pilot, lambda: annotations(library) == [])
        await pilot.press("u")
        await until(pilot, lambda: len(annotations(library)) == 1)


async def test_a_note_sits_on_the_figure_under_the_cursor(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("right_square_bracket", "c", *"sure?", "ctrl+s")
        await until(pilot, lambda: len(annotations(library)) == 1)
        [note] = annotations(library)
        assert (note.anchor.exact, note.note) == ("4.500", "sure?")


async def test_escape_never_quits_and_leaves_the_selection_first(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await open_first(pilot, app)
        await pilot.press("v", "w")
        await until(pilot, lambda: app.main.mode == "SELECT")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.is_running


async def test_a_second_tag_joins_the_first_and_commas_part_them(make_app, library):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:

        def tags() -> list[str]:
            with Store.open(library) as store:
                return sorted(store.articles.tags(1))

        await open_first(pilot, app)
        await pilot.press("t", *"iraq", "enter")
        await until(pilot, lambda: tags() == ["iraq"])
        await pilot.press("t", *"war, 2011", "enter")
        await until(pilot, lambda: tags() == ["2011", "iraq", "war"])
