"""A search means the same wherever it is asked, lights what it found, and is left by esc."""

from __future__ import annotations

import pytest
from textual import events

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.tui.controllers.searching import DEBOUNCE_SECONDS
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until


@pytest.fixture
def banks(library):
    """Three more articles, in which words begin alike; the last has one of them twice."""
    with Store.open(library) as store:
        for number, text in enumerate(
            ("The bank waits for spring.", "A banker spoke.", "Inflation fell. Inflation rose.")
        ):
            store.articles.add(
                Draft(text, f"{text} More of it.", published=Moment(NOW - number)), now=NOW
            )
    return library


async def begin(pilot, app, *keys: str) -> None:
    await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)
    await pilot.press(*keys)


def ids(app) -> list[int]:
    return sorted(app.main.listing.rows.ids)


async def test_words_go_on_while_they_are_typed_and_are_whole_when_they_are_asked(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash", *"bank")
        await until(pilot, lambda: ids(app) == [2, 4, 5])  # "banker" may still be meant
        await pilot.press("enter")
        await until(pilot, lambda: ids(app) == [2, 4])
        await pilot.press("asterisk", "less_than_sign")  # wherever one comes from
        await pilot.press("R")
        app.main.listing.again()
        await until(pilot, lambda: ids(app) == [2, 4])


async def test_the_beginning_of_a_word_that_nothing_has_whole_says_that_it_is_one(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash", *"inflat")
        await until(pilot, lambda: ids(app) == [6])
        await pilot.press("enter")
        await until(pilot, lambda: app.main.listing.view.query == "inflat*" and ids(app) == [6])
        assert "inflat*" in screen_text(app)
        with Store.open(banks) as store:
            found = store.search.ids(app.main.listing.parsed("inflat*"))
        assert list(found) == [6]  # as everywhere else


async def test_back_at_a_search_its_line_is_there_and_esc_leaves_it(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash", *"bank", "enter")
        await until(pilot, lambda: ids(app) == [2, 4])
        await pilot.press("apostrophe", "down", "enter")  # another view: all articles
        await until(pilot, lambda: app.main.listing.view.name == "All")
        assert not app.main.query_one("#query").display
        await pilot.press("less_than_sign")
        await until(pilot, lambda: ids(app) == [2, 4])
        line = app.main.query_one("#query")
        assert line.display
        assert line.value == "bank"
        await pilot.press("escape")
        await until(pilot, lambda: app.main.listing.view.name == "Unread" and len(ids(app)) == 6)
        assert not line.display


async def test_a_search_opened_into_the_article_that_is_shown_already_lights_its_words(
    make_app, banks
):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app, "J")
        await pilot.press("enter")  # the article is open before anybody searches
        await until(pilot, lambda: app.main.mode == "READ")
        while app.main.reading.article_id != 6:
            await pilot.press("J")
            await pilot.pause()
        await pilot.press("escape", "slash", *"inflation")
        await until(pilot, lambda: ids(app) == [6])
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await until(pilot, lambda: "2 matches" in screen_text(app))
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "match 1 of 2" in screen_text(app))
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: "match 2 of 2" in screen_text(app))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "match 1 of 2" in screen_text(app))


async def test_find_in_an_article_says_which_match_one_is_at(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        while app.main.listing.rows.cursor_id != 6:
            await pilot.press("j")
            await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("slash", *"inflation")
        await until(pilot, lambda: "match 1 of 2" in screen_text(app))
        await pilot.press("enter", "right_square_bracket")
        await until(pilot, lambda: "match 2 of 2" in screen_text(app))


async def test_watch_words_are_lit_but_not_counted_as_matches(make_app, banks):
    with Store.open(banks) as store:
        store.settings.watch("more", now=NOW)
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app, "slash", *"spring", "enter")
        await until(pilot, lambda: ids(app) == [4])
        await pilot.press("enter")
        await until(pilot, lambda: "1 match" in screen_text(app))
        assert "2 matches" not in screen_text(app)


async def test_nothing_found_leaves_no_article_that_could_be_taken_for_the_answer(make_app, banks):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await begin(pilot, app)
        await until(pilot, lambda: "More of it." in screen_text(app))
        await pilot.press("slash", *"zzzzz")
        await until(pilot, lambda: "Nothing answers" in screen_text(app))
        await until(pilot, lambda: "More of it." not in screen_text(app))
        assert "#Figures 0" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: "More of it." in screen_text(app))


async def test_a_search_is_kept_while_it_is_typed(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash", *"bank", "ctrl+s")
        await until(pilot, lambda: "Name for this view" in screen_text(app))
        await pilot.press(*"Banks", "enter")
        await until(pilot, lambda: "Kept as “Banks”" in screen_text(app))
        with Store.open(banks) as store:
            assert store.settings.saved_queries() == [("Banks", "bank")]


async def test_all_pasted_lines_are_searched_for(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash")
        app.post_message(events.Paste("bank\n  waits\r\n\nspring\n"))
        await until(pilot, lambda: app.main.query_one("#query").value == "bank waits spring")
        await until(pilot, lambda: ids(app) == [4])
        await pilot.press("ctrl+a", "ctrl+k")
        app.post_message(events.Paste('"two  spaces"'))
        await until(pilot, lambda: app.main.query_one("#query").value == '"two  spaces"')


async def test_lines_pasted_into_a_question_are_one_line(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "W")
        await until(pilot, lambda: "Watch-words" in screen_text(app))
        app.post_message(events.Paste("bank,\nspring"))
        await until(pilot, lambda: "bank, spring" in screen_text(app))


def at_once(app, *keys: str) -> None:
    """Type faster than the screen answers."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize(
    ("word", "found", "asked"), [("bank", [2, 4], "bank"), ("inflat", [6], "inflat*")]
)
async def test_enter_typed_at_once_behind_the_word_ends_it(make_app, banks, word, found, asked):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash")
        await until(pilot, lambda: app.main.query_one("#query").has_focus)
        at_once(app, *word, "enter")
        await until(pilot, lambda: ids(app) == found and app.main.listing.view.query == asked)
        await pilot.pause(2 * DEBOUNCE_SECONDS)  # a letter that comes late is no new search
        assert (ids(app), app.main.listing.view.query) == (found, asked)
        await pilot.press("slash", *word)  # what is typed again is searched for again
        await until(pilot, lambda: app.main.listing.view.query == word)
        await until(pilot, lambda: ids(app) == ([2, 4, 5] if word == "bank" else found))


async def test_a_search_that_is_looked_up_anew_before_its_answer_came_goes_on_all_the_same(
    make_app, banks
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "slash", *"inflat")
        await until(pilot, lambda: ids(app) == [6])
        app.main.the.searching.finish()
        app.main.listing.again()  # as when another program wrote at this very moment
        await until(pilot, lambda: app.main.listing.view.query == "inflat*" and ids(app) == [6])


async def test_a_search_on_the_command_line_takes_its_words_whole(make_app, banks):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        app.main.do("search_all", "bank")
        await until(pilot, lambda: ids(app) == [2, 4])
        await pilot.pause(2 * DEBOUNCE_SECONDS)
        assert ids(app) == [2, 4]
