"""A watched query says what is new for it: once in words, and by a number beside it until one has looked."""

from __future__ import annotations

import pytest

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.services.analyse import analyse_now
from lesart.services.asking.watching import watched_queries
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

QUERY = "counts:Soldaten figure>5000"


def bring(library, number: int, soldiers: str) -> None:
    with Store.open(library) as store:
        text = f"{soldiers} Soldaten kamen an. Der Minister sagte am Montag nichts dazu."
        draft = Draft(f"Hamra {number}", text, guid=f"{number}", published=Moment(NOW + number))
        analyse_now(store, store.articles.add(draft, now=NOW).id)


@pytest.fixture
def watching(library):
    """One watched query, which an article answers already."""
    bring(library, 1, "7.000")
    with Store.open(library) as store:
        store.settings.watch(QUERY, now=NOW)
    return library


def beside(app) -> str:
    """What stands in the sources beside the watched query."""
    return next((line for line in sources(app) if "◆" in line), "").partition("5000")[2].strip()


def sources(app) -> list[str]:
    return [f"{row.name} {row.number}" for row in app.main.the.sources.pane.rows]


async def begun(pilot, app, library) -> None:
    def is_kept() -> bool:
        with Store.open(library) as store:
            return bool(store.settings.get(f"looked-at:{QUERY}"))

    await until(pilot, is_kept)
    await until(pilot, lambda: any("◆" in line for line in sources(app)))


async def to_watched(pilot, app) -> None:
    pane, lit = app.main.the.sources.pane, app.main.the.sources.under_cursor
    await until(pilot, lambda: app.main.focused is not None)
    pane.focus()
    await until(pilot, lambda: app.main.mode == "SOURCES" and lit() is not None)
    while "◆" not in lit().view.name:
        await pilot.press("j")
        await pilot.pause()


async def test_new_matches_are_counted_beside_the_query_told_once_and_gone_when_one_looked(
    make_app, watching
):
    app = make_app()
    async with app.run_test(size=(180, 40)) as pilot:
        await begun(pilot, app, watching)
        assert beside(app) == ""
        assert "new article" not in screen_text(app)
        bring(watching, 2, "6.000")
        bring(watching, 3, "4.000")
        await until(pilot, lambda: f"1 new article for “{QUERY}”" in screen_text(app))
        await until(pilot, lambda: beside(app) == "1")
        bring(watching, 4, "9.000")
        await until(pilot, lambda: beside(app) == "2")
        assert "2 new articles" not in screen_text(app)

    app = make_app()
    async with app.run_test(size=(180, 40)) as pilot:
        await until(pilot, lambda: beside(app) == "2")
        assert "new article" not in screen_text(app)
        await to_watched(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await until(pilot, lambda: beside(app) == "")
        await until(pilot, lambda: screen_text(app).count("◆") >= 3)
        bring(watching, 5, "8.000")
        await until(pilot, lambda: beside(app) == "1")


async def test_d_ends_the_watching_and_u_takes_it_back(make_app, watching):
    def watched() -> list[str]:
        with Store.open(watching) as store:
            return [words for words, _ in watched_queries(store, app.main.listing.parsed)]

    app = make_app()
    async with app.run_test(size=(180, 40)) as pilot:
        await begun(pilot, app, watching)
        await to_watched(pilot, app)
        await pilot.press("d")
        await until(pilot, lambda: watched() == [])
        await until(pilot, lambda: not any("◆" in line for line in sources(app)))
        await pilot.press("u")
        await until(pilot, lambda: watched() == [QUERY])
        await until(pilot, lambda: any("◆" in line for line in sources(app)))
