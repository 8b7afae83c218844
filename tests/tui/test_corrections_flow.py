"""Corrected articles and the reader's verdicts: what changed, what is theirs, what comes back."""

from __future__ import annotations

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.analyse import analyse_now
from lesart.services.save_article import keep
from lesart.store import Store
from lesart.tui.widgets.reader_layers import LAYER_BITS
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, screen_text, until

FIRST = "The council met.\n\nSome 4,500 homes lost power on Monday, the mayor said."
SECOND = "The council met.\n\nSome 4,700 homes lost power on Monday, the mayor said."


def draft(text: str, feed_id: int) -> Draft:
    return Draft("Storm", text, feed_id=feed_id, guid="g", published=Moment(NOW + 60))


def corrected(library) -> int:
    """An article whose text was corrected after a note was put on its second paragraph."""
    from lesart.anchor import make_anchor
    from lesart.model.text import Span

    with Store.open(library) as store:
        feed, _ = store.feeds.add("https://example.org/feed", title="Reuters")
        article_id = keep(store, draft(FIRST, feed.id), now=NOW).id
        at = FIRST.index("on Monday")
        store.annotations.add(
            article_id, make_anchor(FIRST, Span(at, at + 9)), now=NOW, note="check"
        )
        keep(store, draft(SECOND, feed.id), now=NOW + 30)
    return article_id


async def test_the_words_that_changed_are_one_key_away(make_app, library):
    article_id = corrected(library)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        app.main.reading.open(article_id)
        await pilot.pause()
        await pilot.press("D")
        await until(pilot, lambda: "Text 1 → 2" in screen_text(app))
        assert "still there" in screen_text(app)
        assert "≈ 4,500 → ≈ 4,700 · homes" in screen_text(app), "the figure first, then the words"


async def test_a_note_stays_on_its_words_in_the_corrected_text(library):
    article_id = corrected(library)
    with Store.open(library) as store:
        [note] = store.annotations.of(article_id)
        assert SECOND[note.span.start : note.span.end] == "on Monday"
        assert note.status == "ok"


async def test_a_lost_note_is_put_back_on_other_words_by_hand(make_app, library):
    article_id = corrected(library)
    with Store.open(library) as store:
        feed = store.feeds.by_url("https://example.org/feed")
        keep(store, draft("Nothing of it is left here but this.", feed.id), now=NOW + 90)
        [note] = store.annotations.of(article_id)
        assert (note.status, note.span) == ("orphan", None)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes)
        app.main.reading.open(article_id)
        await pilot.pause()
        await pilot.press("v", "w", "M")
        await until(pilot, lambda: "Which note belongs here?" in screen_text(app))
        await pilot.press("enter")

        def attached() -> bool:
            with Store.open(library) as store:
                [note] = store.annotations.of(article_id)
                return note.status == "ok"

        await until(pilot, attached)


async def test_a_figure_is_rejected_and_brought_back(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))
        await pilot.press("right_square_bracket", "minus")
        await until(pilot, lambda: "≈ 4,500" not in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: "≈ 4,500" in screen_text(app))


async def test_after_a_rejected_figure_the_next_one_is_under_the_cursor(make_app, library):
    text = "Es kamen 11 Hunde, 12 Katzen, 13 Pferde und 14 Esel."
    with Store.open(library) as store:
        new = Draft("Tiere", text, language="de", published=Moment(NOW + 60))
        added = store.articles.add(new, now=NOW).id
        analyse_now(store, added)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        figure = lambda: app.main.reading.fact()  # noqa: E731
        await pilot.press("right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: figure() is not None and figure().surface == "12")
        await pilot.press("minus")
        await until(pilot, lambda: figure() is not None and figure().surface == "13")
        await pilot.press("minus")
        await until(pilot, lambda: figure() is not None and figure().surface == "14")
        with Store.open(library) as store:
            assert [f.surface for f in store.analyses.get(added).figures] == ["11", "14"]


async def correct_the_first_figure(pilot, app) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: "≈ 4,500" in screen_text(app))
    await pilot.press("right_square_bracket", "equals_sign")
    await until(pilot, lambda: "Correct" in screen_text(app))


async def test_a_correction_is_shown_and_found(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await correct_the_first_figure(pilot, app)
        from textual.widgets import Input

        app.screen.query_one("#field-value", Input).value = "4711"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "≈ 4,711" in screen_text(app))
        with Store.open(library) as store:
            assert list(store.search.ids(app.main.listing.parsed("figure:4711"))) == [1]


async def test_a_correction_that_is_no_number_is_told_and_not_lost(make_app, library):
    from textual.widgets import Input

    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await correct_the_first_figure(pilot, app)
        assert "the lower end of a range" in screen_text(app)
        app.screen.query_one("#field-value", Input).value = "4.500,0"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "“4.500,0” is no number" in screen_text(app))
        app.screen.query_one("#field-value", Input).value = "4600"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "≈ 4,600" in screen_text(app))


async def test_watch_words_are_lit_in_every_article(make_app, library):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("W", *"kuwait", "enter")
        kuwait = IRAQ.index("Kuwait")
        marked = lambda: app.main.reading.reader.marked  # noqa: E731
        await until(pilot, lambda: marked().lit == (Span(kuwait, kuwait + 6),))
        assert list(marked().layers.runs(kuwait, kuwait + 6)) == [
            (kuwait, kuwait + 6, LAYER_BITS["match"])
        ]
        assert not len(marked().matches)  # lit, but nobody asked to go through them
        assert app.main.reading.reader.kind == "figures"


async def test_articles_that_hold_a_watch_word_have_a_badge_in_the_list(make_app, library):
    def badges(app) -> list[str]:
        return [line[1:40] for line in screen_text(app).splitlines() if "◆" in line]

    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("W", *"kuwait", "enter")
        await until(pilot, lambda: len(badges(app)) == 1)
        assert "Letzte" in badges(app)[0]
        # A query is watched, too.
        await pilot.press("W", "ctrl+u", *"author:nobody", "enter")
        await until(pilot, lambda: badges(app) == [])
        await pilot.press("W", "ctrl+u", *"bank", "enter")
        await until(pilot, lambda: ["Rates" in badge for badge in badges(app)] == [True])
        await pilot.press("ctrl+q")
    again = make_app()
    async with again.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: ["Rates" in badge for badge in badges(again)] == [True])
        await pilot.press("W", "ctrl+u", "enter")
        await until(pilot, lambda: badges(again) == [])
