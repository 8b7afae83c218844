"""Search while typing, star, mark read, delete: and every bit of it undone."""

from __future__ import annotations

from lesart.store import Store
from tests.tui.conftest import screen_text, until


def status(library, article_id=1):
    with Store.open(library) as store:
        article = store.articles.get(article_id)
        return (article.is_read, article.is_starred) if article else None


async def test_search_finds_while_typing_and_escape_brings_the_list_back(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"strasse")
        await until(
            pilot, lambda: "Straßenfest" in screen_text(app) and "Rates" not in screen_text(app)
        )
        await pilot.press("escape")
        await until(pilot, lambda: "Rates on hold" in screen_text(app))
        assert app.main.mode == "LIST"


async def test_a_match_is_marked_in_the_opened_article(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"kuwait")
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "LIST")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        matches = list(app.main.reading.reader.marked.matches)
        words = [app.main.reading.reader.text[m.span.start : m.span.end] for m in matches]
        assert words == ["Kuwait"]


async def test_a_mistake_in_a_query_is_a_sentence_on_the_screen(make_app):
    app = make_app()
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("slash", *"is:unraed")
        await until(pilot, lambda: "is:unraed is not known" in screen_text(app))


async def test_a_note_is_found_by_its_words(make_app, library):
    with Store.open(library) as store:
        store.annotations.add(2, None, now=1, note="überprüfen")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"ueberpruef")
        await until(pilot, lambda: list(app.main.listing.rows.ids) == [2])


async def test_star_read_and_delete_are_undone_one_after_the_other(make_app, library):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("s")
        await until(pilot, lambda: status(library) == (False, True))
        await pilot.press("m")
        await until(pilot, lambda: status(library) == (True, True))
        await pilot.press("d")
        await until(pilot, lambda: "has a star" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: status(library) is None)
        await pilot.press("u")
        await until(pilot, lambda: status(library) == (True, True))
        await pilot.press("u")
        await until(pilot, lambda: status(library) == (False, True))
        await pilot.press("u")
        await until(pilot, lambda: status(library) == (False, False))


async def test_marking_all_read_is_one_step_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("A")
        await until(pilot, lambda: all(status(library, i) == (True, False) for i in (1, 2, 3)))
        await pilot.press("u")
        await until(pilot, lambda: all(status(library, i) == (False, False) for i in (1, 2, 3)))


async def test_an_empty_view_says_what_to_do(make_app, library):
    with Store.open(library) as store:
        store.articles.set_read([1, 2, 3], True)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "All 3" in screen_text(app))
        await pilot.press("L")
        await until(pilot, lambda: "All read. 3 stored." in screen_text(app))


async def test_back_and_forward_go_through_the_views(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "e", "right_square_bracket", "asterisk")
        await until(pilot, lambda: 'entity:"Barack Obama"' in screen_text(app))
        assert list(app.main.listing.rows.ids) == [1]
        await pilot.press("less_than_sign")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: 'entity:"Barack Obama"' in screen_text(app))


async def test_after_a_search_is_left_the_next_mark_is_a_figure_again(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"kuwait")
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: app.main.reading.reader.kind == "matches")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: len(app.main.listing.rows) == 2)  # one is read
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        assert app.main.reading.reader.kind == "figures"


async def test_a_key_of_the_article_says_so_in_the_list(make_app):
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("equals_sign")
        await until(pilot, lambda: "= (correct) works in an article" in screen_text(app))
        await pilot.press("j")
        await pilot.press("m")
        await until(pilot, lambda: "works in an article" not in screen_text(app))


async def test_a_narrower_terminal_shows_the_preview_below_the_list_at_once(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "Die letzten Truppen" in screen_text(app))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "Die letzten Truppen" in screen_text(app))
