"""Place marks, jumps back and forth, the last marking once more, and n N while a search is lit."""

from __future__ import annotations

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until
from tests.tui.test_command_line import type_line
from tests.tui.test_key_sequences import begin

LONG = "\n\n".join(f"Absatz {n} nennt die Bank und sonst nichts von Belang." for n in range(80))


def add_long(library):
    with Store.open(library) as store:
        store.articles.add(Draft("Long one", LONG, published=Moment(NOW + 60)), now=NOW)


async def begin_long(pilot, app, *keys):
    await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 4)
    await pilot.press(*keys)


def notes(library):
    with Store.open(library) as store:
        return [
            (note.colour, IRAQ[note.span.start : note.span.end], note.tags)
            for note in store.annotations.of(1)
        ]


# ------------------------------------------------------------------ place marks


async def test_a_small_letter_is_of_the_article_and_a_capital_is_found_from_everywhere(
    make_app, library
):
    add_long(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin_long(pilot, app, "enter")
        reader = app.main.reading.reader
        await until(pilot, lambda: reader.max_scroll_y > 50)
        await pilot.press("ctrl+d", "ctrl+d", "P", "a", "ctrl+d", "P", "B")
        place, capital = reader.position, None
        await until(pilot, lambda: "Place mark B" in screen_text(app))
        capital = reader.position
        await pilot.press("g", "apostrophe", "a")
        await until(pilot, lambda: 0 < reader.cursor < capital)
        await pilot.press("escape", "j")
        await pilot.press("apostrophe", "a")
        await until(pilot, lambda: "There is no place mark a here" in screen_text(app))
        await pilot.press("apostrophe", "B")
        await until(pilot, lambda: app.main.is_reading and reader.cursor == place)


async def test_place_marks_are_kept_until_another_day_and_found_by_their_words(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "enter", "right_square_bracket", "P", "Q")
        await until(pilot, lambda: "Place mark Q: 4.500" in screen_text(app))
    with Store.open(library) as store:
        old = store.articles.get(1)
        new = Draft(
            old.title, f"Ein neuer Anfang. {old.text}", source="Example", published=old.published
        )
        store.articles.revise(1, new, now=NOW)
    again = make_app()
    async with again.run_test(size=(100, 30)) as pilot:
        await until(
            pilot, lambda: again.main.has_deferred_panes and len(again.main.listing.rows) == 2
        )
        await pilot.press("j", "apostrophe", "Q")
        await until(pilot, lambda: again.main.is_reading)
        reader = again.main.reading.reader
        await until(pilot, lambda: reader.text[reader.cursor :].startswith("4.500"))


async def test_a_place_in_a_list_leads_back_to_its_row(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "g", "a")
        await until(pilot, lambda: app.main.listing.view.name == "All")
        await pilot.press("G", "P", "x", "g", "u")
        await until(pilot, lambda: app.main.listing.view.name == "Unread")
        await pilot.press("apostrophe")
        await until(pilot, lambda: "Views" in screen_text(app))  # slowly, it is the list of views
        await pilot.press("escape", "grave_accent")
        await until(
            pilot, lambda: "All · Straßenfest" in screen_text(app)
        )  # the box names the places
        await pilot.press("x")
        await until(pilot, lambda: app.main.listing.view.name == "All")
        await until(pilot, lambda: app.main.listing.rows.cursor_index == 2)


async def test_place_marks_of_a_library_from_anywhere_do_no_harm(make_app, library):
    with Store.open(library) as store:
        store.settings.set("place_marks", '[1, {"letter": "a"}, {"letter": 5, "scope": []}, null]')
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "apostrophe", "a")
        await until(pilot, lambda: "There is no place mark a here" in screen_text(app))


# ------------------------------------------------------------------ jumps


async def test_jumps_go_back_through_texts_articles_and_lists_also_after_closing_an_article(
    make_app, library
):
    add_long(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin_long(pilot, app, "enter")
        reader = app.main.reading.reader
        await until(pilot, lambda: reader.max_scroll_y > 50)
        await pilot.press("ctrl+d")
        read = reader.position
        assert read > 0
        await pilot.press("G", "q", "G", "enter")  # the end; the list, its last row, that article
        await until(pilot, lambda: app.main.is_reading and app.main.reading.article_id == 3)
        await pilot.press("less_than_sign")
        await until(pilot, lambda: not app.main.is_reading)
        assert app.main.listing.rows.cursor_index == 3
        await pilot.press("ctrl+o")  # where G in the list began
        assert app.main.listing.rows.cursor_index == 0
        await pilot.press("ctrl+o")  # where G in the text began
        await until(pilot, lambda: app.main.is_reading and reader.position == read)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: not app.main.is_reading)
        await pilot.press("ctrl+i", "ctrl+i")
        await until(pilot, lambda: app.main.is_reading and app.main.reading.article_id == 3)


async def test_two_quotes_change_places_with_where_the_last_jump_began(make_app, library):
    add_long(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin_long(pilot, app, "enter")
        reader = app.main.reading.reader
        await until(pilot, lambda: reader.max_scroll_y > 50)
        await pilot.press("G")
        end = reader.position
        await until(pilot, lambda: app.main.the.navigation.here().position == end)
        await pilot.press("apostrophe", "apostrophe")
        await until(pilot, lambda: reader.position == 0)
        await pilot.press("apostrophe", "apostrophe")
        await until(pilot, lambda: reader.position == end)


async def test_q_at_a_list_leads_to_the_list_before_and_not_through_every_jump(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "g", "a")
        await until(pilot, lambda: app.main.listing.view.name == "All")
        await pilot.press("G", "enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("q", "q")
        await until(pilot, lambda: app.main.listing.view.name == "Unread")
        await pilot.press("q")
        await until(pilot, lambda: app.is_leaving)


# ------------------------------------------------------------------ a search that is lit


async def test_n_and_N_go_on_while_a_search_is_lit_and_say_which_match(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "enter", "slash", *"ba", "enter")
        await until(pilot, lambda: "match 1 of" in screen_text(app))
        first = app.main.reading.reader.cursor
        await pilot.press("n")
        await until(pilot, lambda: "match 2 of" in screen_text(app))
        await pilot.press("n", "n")
        await until(pilot, lambda: "No more matches below; J opens the next" in screen_text(app))
        await pilot.press("N")
        await until(pilot, lambda: "match 1 of" in screen_text(app))
        assert app.main.reading.reader.cursor == first
        await pilot.press("f", "n")  # figures now: n is the next unread article again
        await until(pilot, lambda: app.main.reading.article_id == 2)


# ------------------------------------------------------------------ once more


async def test_the_last_highlight_is_done_again_on_as_much_or_on_the_selection(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "enter", "full_stop")
        await until(pilot, lambda: "Nothing was highlighted" in screen_text(app))
        await pilot.press("right_square_bracket", "v", "w", "2")  # 4.500 and the word behind it
        await until(pilot, lambda: len(notes(library)) == 1)
        await pilot.press("right_square_bracket", "full_stop")
        await until(pilot, lambda: len(notes(library)) == 2)
        assert notes(library) == [("green", "4.500 Soldaten", ()), ("green", "157 Ausbilder", ())]
        await pilot.press("u", "u")
        await until(pilot, lambda: not notes(library))
        await pilot.press("left_square_bracket", "V", "3")
        await until(pilot, lambda: len(notes(library)) == 1)
        await pilot.press(
            "right_square_bracket", "right_square_bracket", "full_stop"
        )  # a whole sentence then, and now
        await until(pilot, lambda: len(notes(library)) == 2)
        assert notes(library)[0][1].startswith("Etwa 4.500")
        assert notes(library)[1] == ("blue", "In Bagdad blieben 157 Ausbilder.", ())


async def test_the_last_tags_and_colour_are_given_again(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await type_line(pilot, app, "tag zahl")
        await until(pilot, lambda: "Tagged: #zahl." in screen_text(app))
        await pilot.press("j", "g", "full_stop")
        await until(pilot, lambda: _article_tags(library, 2) == ("zahl",))
        await pilot.press("k", "enter", "right_square_bracket", "v", "1", "full_stop")
        await until(pilot, lambda: len(notes(library)) == 1)
        await type_line(pilot, app, "colour blue")
        await until(pilot, lambda: notes(library)[0][0] == "blue")
        await pilot.press("right_square_bracket", "v", "1")
        await until(pilot, lambda: len(notes(library)) == 2)
        await type_line(pilot, app, "colour purple")
        await pilot.press("left_square_bracket", "full_stop")
        await until(
            pilot, lambda: [colour for colour, _, _ in notes(library)] == ["purple", "purple"]
        )


def _article_tags(library, article_id):
    with Store.open(library) as store:
        return store.articles.tags(article_id)
