"""What the first frame waits for, and what it does not."""

from __future__ import annotations

import subprocess
import sys
import threading

from lesart.config import Config
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.background.searcher import FIRST_PAGE
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until


def test_after_the_first_frame_nothing_heavy_was_imported(tmp_path):
    library = tmp_path / "library.sqlite"
    with Store.open(library):
        pass
    code = f"""
import asyncio, sys
from pathlib import Path
from lesart.config import Config
from lesart.tui.app import LesartApp
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
AnalysisJobs.want = lambda self, article_id=None: None
async def main():
    app = LesartApp(Config(library=Path({str(library)!r})))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    heavy = ["sqlite_utils", "feedparser", "httpx2", "readability", "lxml", "numpy", "babel",
             "onnxruntime", "tokenizers", "nh3", "lesart.analysis"]
    print([name for name in heavy if name in sys.modules])
asyncio.run(main())
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.strip() == "[]", ran.stdout + ran.stderr[-500:]


def test_the_first_frame_waits_only_for_what_it_shows(tmp_path):
    library = tmp_path / "library.sqlite"
    with Store.open(library):
        pass
    code = f"""
import asyncio, sys
from pathlib import Path
import lesart.__main__
from lesart.config import Config
from lesart.tui.app import LesartApp
from lesart.tui.screens.main import Main
late = ["lesart.cli", "lesart.model.article", "lesart.model.annotation", "lesart.model.analysis", "lesart.query", "lesart.query.matches", "lesart.store.search.search", "lesart.text.clean",
        "lesart.store.search.query_sql", "lesart.tui.widgets.reader", "lesart.tui.widgets.facts_panel",
        "lesart.tui.widgets.note_editor", "lesart.tui.controllers.reading", "lesart.tui.controllers.wiring", "lesart.tui.background.child", "lesart.tui.screens.dialogs",
        "lesart.tui.screens.help", "textual.widgets._text_area", "sqlite_utils", "argparse", "tomllib", "hashlib"]
def mount_deferred_panes(main):
    print([name for name in late if name in sys.modules])
    main.app.exit()
Main.mount_deferred_panes = mount_deferred_panes
async def run():
    async with LesartApp(Config(library=Path({str(library)!r}))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
asyncio.run(run())
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines()[:1] == ["[]"], ran.stdout + ran.stderr[-500:]


def filled(path, count):
    with Store.open(path) as store:
        for start in range(0, count, 50):
            drafts = [
                Draft(f"Headline {n}", f"Text number {n}.", published=Moment(NOW - 60 * n))
                for n in range(start, min(start + 50, count))
            ]
            store.articles.add_many(drafts, now=NOW)
    return path


def test_the_first_page_is_the_beginning_of_the_list(tmp_path):
    """It is had from an index without a query, so it could differ."""
    from datetime import date

    from lesart.query import parse_query

    with Store.open(filled(tmp_path / "library.sqlite", 60)) as store:
        store.articles.set_read(range(1, 30), True)
        store.articles.delete([40, 3])
        for text, unread_only in (("", False), ("is:unread", True)):
            whole = store.search.ids(parse_query(text, date(2026, 11, 23)))
            assert store.articles.newest(20, unread_only=unread_only) == whole[:20]


async def test_a_long_list_opens_with_its_first_page_and_then_tells_its_length(
    tmp_path, monkeypatch
):
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)
    path = filled(tmp_path / "library.sqlite", FIRST_PAGE + 50)
    app = LesartApp(Config(library=path, locale="en"), now=lambda: float(NOW))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Headline 0" in screen_text(app))
        await until(pilot, lambda: f"1/{FIRST_PAGE + 50}" in screen_text(app))
        await pilot.press("G")
        await until(pilot, lambda: f"Headline {FIRST_PAGE + 49}" in screen_text(app))


async def test_the_first_hits_are_listed_before_all_are_found_and_the_cursor_stays_where_one_took_it(
    tmp_path, monkeypatch
):
    from lesart.store.search.search import Search
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)
    path = filled(tmp_path / "library.sqlite", FIRST_PAGE + 50)
    app = LesartApp(Config(library=path, locale="en"), now=lambda: float(NOW))
    may_end, ids = threading.Event(), Search.ids

    def slow(self, query, **values):
        assert may_end.wait(60) or not query.root.parts
        return ids(self, query, **values)

    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: f"1/{FIRST_PAGE + 50}" in screen_text(app))
        await until(pilot, lambda: app.main.has_deferred_panes)
        monkeypatch.setattr(Search, "ids", slow)
        await pilot.press("slash", *"text", "enter")
        await until(pilot, lambda: "1/…" in screen_text(app) and "/text" in screen_text(app))
        assert "Headline 5" in screen_text(app)
        await pilot.press("down")
        await until(pilot, lambda: "2/…" in screen_text(app))
        may_end.set()
        await until(pilot, lambda: f"2/{FIRST_PAGE + 50}" in screen_text(app))
        await pilot.press("G")
        await until(pilot, lambda: f"Headline {FIRST_PAGE + 49}" in screen_text(app))


async def test_a_light_theme_is_there_from_the_first_frame(tmp_path):
    path = filled(tmp_path / "library.sqlite", 2)
    app = LesartApp(Config(library=path, theme="lesart-light"), now=lambda: float(NOW))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert not app.current_theme.dark
        assert app.has_class("-light-mode")
        assert not app.has_class("-dark-mode")
        assert app.screen.styles.background.brightness > 0.5
        await pilot.press("f5")
        await until(pilot, lambda: app.screen.styles.background.brightness < 0.5)
