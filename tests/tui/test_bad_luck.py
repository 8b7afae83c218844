"""Texts of a size nobody expects, windows of no size, keys faster than frames: nothing breaks or waits."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from textual import events

from lesart.config import Config
from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.article import Draft
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.store import Store
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

SENTENCE = "Der Rat hat am Montag über die Brücke beraten, und 12 Mitglieder stimmten zu. "
PARAGRAPH = SENTENCE * 6 + "\n\n"
LONG_WORD = "Donaudampfschiff" * 125
# Far more than it takes on an idle machine, far less than a layout gone quadratic would take.
BOUND = 6.0


@pytest.fixture
def app_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., LesartApp]:
    """An app over one article of this text, with these figures and so many notes."""
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)

    def make(text: str, figures: tuple[Figure, ...] = (), notes: int = 0) -> LesartApp:
        path = tmp_path / "library.sqlite"
        with Store.open(path) as store:
            draft = Draft("Too much of it", text, source="Example", published=Moment(NOW))
            article_id = store.articles.add(draft, now=NOW).id
            store.analyses.put(article_id, 1, Analysis("test/1", "de", figures))
            with store.transaction():
                for number in range(notes):
                    start = number * 7
                    anchor = Anchor(text[start : start + 5], "", "", start, start + 5)
                    store.annotations.add(article_id, anchor, now=NOW, note=f"note {number}")
        return LesartApp(Config(library=path, locale="en"), now=lambda: float(NOW))

    return make


def numbers_in(text: str, most: int) -> tuple[Figure, ...]:
    found, at = [], text.find("12")
    while at >= 0 and len(found) < most:
        found.append(Figure(Span(at, at + 2), "12", "count", Decimal(12), noun="Mitglieder"))
        at = text.find("12", at + 2)
    return tuple(found)


def spent(since: float) -> float:
    """Processor seconds, so that a busy machine does not count."""
    return time.process_time() - since


async def test_an_article_of_5_MB_opens_scrolls_and_takes_a_new_width(app_with):
    text = PARAGRAPH * (5_000_000 // len(PARAGRAPH))
    app = app_with(text)
    async with app.run_test(size=(100, 30)) as pilot:
        begin = time.process_time()
        await pilot.press("enter")
        await until(pilot, lambda: "Der Rat hat" in screen_text(app) and app.main.mode == "READ")
        await pilot.press("G", "k", "g", "j", "space")
        await pilot.resize_terminal(60, 30)
        await until(pilot, lambda: "Der Rat hat" in screen_text(app))
        assert spent(begin) < BOUND


async def test_ten_thousand_marks_in_one_article_do_not_slow_the_keys(app_with):
    text = PARAGRAPH * 1700
    figures = numbers_in(text, 10_000)
    app = app_with(text, figures, notes=200)
    assert len(figures) == 10_000
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        begin = time.process_time()
        for _ in range(20):
            await pilot.press("right_square_bracket")
        await pilot.press("v", "w", "w", "j", "escape")
        assert spent(begin) < BOUND / 2
        assert app.main.reading.reader.cursor > 0


async def test_a_word_of_2000_letters_is_broken_and_whole(app_with):
    app = app_with(f"Das Wort {LONG_WORD} ist lang.")
    async with app.run_test(size=(60, 80)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "ist lang." in screen_text(app))
        await pilot.press("v", "e", "e", "e")
        assert LONG_WORD in app.main.reading.reader.selected_text


@pytest.mark.parametrize("size", [(20, 5), (5, 3), (1, 1), (300, 3), (2, 80)])
async def test_a_window_of_nearly_no_size_breaks_nothing(app_with, size):
    app = app_with(PARAGRAPH * 3, numbers_in(PARAGRAPH * 3, 9), notes=3)
    async with app.run_test(size=size) as pilot:
        for keys in ("down", "enter", "j", "right_square_bracket", "v", "e", "escape", "f3", "f2",
                     "question_mark", "escape", "q", "slash", "R", "a", "t", "escape"):  # fmt: skip
            await pilot.press(keys)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app._exception is None


async def test_the_window_may_change_while_the_article_loads(app_with):
    app = app_with(PARAGRAPH * 2000, numbers_in(PARAGRAPH * 2000, 2000))
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.query_one("#list").action_open()  # no pause: it has not opened yet
        for width, height in ((30, 10), (180, 50), (79, 19), (120, 40)):
            await pilot.resize_terminal(width, height)
        await until(pilot, lambda: "Der Rat hat" in screen_text(app))
        await until(pilot, lambda: {len(line) for line in screen_text(app).splitlines()} == {120})


async def test_three_hundred_keys_pressed_before_one_is_answered_are_all_answered(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        begin = time.process_time()
        for key in ["j", "j", "k"] * 99 + ["k", "j", "k"]:
            app.post_message(events.Key(key, key))
        app.post_message(events.Key("question_mark", "?"))
        await until(pilot, lambda: app.screen is not app.main, seconds=60)
        await pilot.press("escape")
        # At the end of a list of three, each further step down and up comes back to the second row;
        # the last three go up, down and up.
        assert app.main.listing.rows.cursor_index == 0
        await pilot.press("enter")
        for key in ["j", "right_square_bracket", "k"] * 100:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        app.post_message(events.Key("question_mark", "?"))
        await until(pilot, lambda: app.screen is not app.main, seconds=60)
        assert spent(begin) < BOUND * 2
