"""From the list into an article and back, with its facts beside it."""

from __future__ import annotations

from lesart.store import Store
from tests.tui.conftest import iraq_analysis, screen_text, until


async def test_the_first_screen_lists_the_unread_newest_first(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Straßenfest" in screen_text(app))
        text = screen_text(app)
        assert (
            text.index("Letzte Truppen") < text.index("Rates on hold") < text.index("Straßenfest")
        )
        assert "Unread 3" in text
        assert "LIST" in text


async def test_enter_opens_the_article_with_its_figures_beside_it_and_marks_it_read(
    make_app, library
):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))
        text = screen_text(app)
        assert "Soldaten" in text
        assert "READ" in text
        await pilot.press("q")
        await until(pilot, lambda: "LIST" in screen_text(app))

        def is_read() -> bool:
            with Store.open(library) as store:
                article = store.articles.get(1)
                return article is not None and article.is_read

        await until(pilot, is_read)


async def test_the_next_mark_moves_the_panel_too(make_app):
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))
        await pilot.press("right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: app.main.reading.panel.fact is not None)
        fact = app.main.reading.panel.fact
        assert fact is not None
        assert fact.surface == "157"
        assert app.main.reading.reader.current is not None


async def test_names_have_their_own_tab_and_key(make_app):
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("enter", "e")
        await until(pilot, lambda: "Barack Obama" in screen_text(app).split("▏", 1)[-1])
        await pilot.press("right_square_bracket")
        await pilot.pause()
        span = app.main.reading.reader.current
        assert span is not None
        assert app.main.reading.reader.text[span.start : span.end] == "Barack Obama"


async def test_wide_terminals_show_list_reader_and_facts_together(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))
        text = screen_text(app)
        assert "Rates on hold" in text
        assert "Barack Obama" in text


async def test_the_place_in_an_article_survives_leaving_the_program(make_app, library):
    with Store.open(library) as store:
        from tests.conftest import a_draft

        long = "\n\n".join(f"Paragraph {n} has some words in it." for n in range(200))
        article_id = store.articles.add(a_draft(long, title="Long read"), now=1).id
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        app.main.reading.open(article_id)
        await pilot.pause()
        for _ in range(4):
            await pilot.press("space")
        place = app.main.reading.reader.position
        assert place > 0
        await pilot.press("ctrl+q")
    again = make_app()
    async with again.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: again.main.has_deferred_panes)
        again.main.reading.open(article_id)
        await pilot.pause()
        assert again.main.reading.reader.position == place


async def test_help_names_the_mode_and_its_keys(make_app):
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: "Keys · LIST" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Keys · LIST" not in screen_text(app))


async def test_a_title_that_looks_like_markup_is_shown_as_it_is(make_app, library):
    with Store.open(library) as store:
        from tests.conftest import NOW, a_draft

        store.articles.add(a_draft("Text.", title="[/] [link=https://x]a[[b]"), now=NOW)
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: "[/] [link=https://x]a[[b]" in screen_text(app))
        await pilot.press("N", "escape", "D")
        await pilot.pause()


async def test_a_name_tells_which_other_articles_name_it(make_app, library):
    with Store.open(library) as store:
        store.analyses.put(3, 1, iraq_analysis())
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))
        await pilot.press("e", "right_square_bracket", "right_square_bracket", "i")
        await until(pilot, lambda: "Also named in" in screen_text(app))
        assert "Straßenfest" in screen_text(app)
