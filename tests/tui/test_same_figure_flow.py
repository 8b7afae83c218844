"""`i` on a figure: what other articles say of the same thing, driven by keys."""

from __future__ import annotations

from lesart.analysis.engine import analyse
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from tests.conftest import NOW

from .conftest import screen_text, until


def add(library, text: str, title: str) -> None:
    with Store.open(library) as store:
        when = Moment(NOW + 60, "day")
        added = store.articles.add(Draft(title, text, published=when), now=NOW)
        store.analyses.put(added.id, 1, analyse(text, date=when))


async def test_a_contradiction_in_another_article_stands_beside_the_figure(make_app, library):
    add(library, "In Lyon, 19 people died in a fire, the mayor said.", "Fire in Lyon")
    add(library, "Bei dem Brand in Lyon starben 12 Menschen.", "Brand in Lyon")
    add(library, "In Bordeaux, 7 people died in a fire.", "Fire in Bordeaux")
    app = make_app()
    async with app.run_test(size=(110, 40)) as pilot:
        await until(pilot, lambda: "Brand in Lyon" in screen_text(app))
        await pilot.press("slash", *"title:Brand", "enter")
        await until(pilot, lambda: "Fire in Bordeaux" not in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "starben" in screen_text(app))
        await pilot.press("f", "right_square_bracket", "i")
        await until(pilot, lambda: "The same figure in other articles" in screen_text(app))
        shown = screen_text(app)
    assert "contradicts" in shown
    assert "12 and 19 cannot both hold" in shown
    assert "“In Lyon, 19 people died in a fire, the mayor said.”" in shown
    assert "Bordeaux" not in shown.partition("The same figure")[2]
    assert "≠" not in shown
