"""Make every picture of the README from the sample articles, so that none can show what is not so.

python screenshots/make.py [NAME…]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from lesart.config import Config
from lesart.model.article import Draft
from lesart.services.analyse import analyse_now, analyse_waiting
from lesart.services.importing.import_files import import_paths
from lesart.services.samples import SAMPLES, sample_paths
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.tui.app import LesartApp
from lesart.tui.widgets.line_list import LineList

HERE = Path(__file__).parent
NOW = 1_795_430_000
"""The pictures' present: 23 November 2026."""
ARTICLE = "irak-letzter-konvoi"
Act = Callable[[Pilot[int], LesartApp], Awaitable[None]]


def fill(path: Path) -> int:
    """A library with the samples in it, analysed; gives the article that the pictures open."""
    opened = 0
    with Store.open(path) as store:
        for outcome in import_paths(sample_paths(), store, now=NOW, folder=SAMPLES):
            if ARTICLE in str(outcome.name):
                opened = outcome.article_id  # type: ignore[union-attr]
        for _ in analyse_waiting(store):
            pass
        store.settings.set("samples", "stored")
    return opened


async def wait(pilot: Pilot[int], seconds: float = 0.5) -> None:
    for _ in range(int(seconds / 0.05)):
        await pilot.pause(0.05)


async def open_article(pilot: Pilot[int], app: LesartApp) -> None:
    app.main.mount_deferred_panes()
    app.main.reading.open(app.opened)  # type: ignore[attr-defined]
    await wait(pilot)


async def the_list(pilot: Pilot[int], app: LesartApp) -> None:
    await pilot.press("j", "j")
    await wait(pilot)


async def the_article(pilot: Pilot[int], app: LesartApp) -> None:
    await open_article(pilot, app)
    await pilot.press(*["right_square_bracket"] * 4)
    await wait(pilot)


async def annotating(pilot: Pilot[int], app: LesartApp) -> None:
    await open_article(pilot, app)
    await pilot.press(*["right_square_bracket"] * 3, "V", "2")
    await wait(pilot)
    await pilot.press(*["right_square_bracket"] * 2, "V", "c")
    await wait(pilot)
    await pilot.press(*"Other articles give other numbers. #check")
    await wait(pilot)


async def searching(pilot: Pilot[int], app: LesartApp) -> None:
    await pilot.press("slash", *"soldat")
    await wait(pilot, 1)


async def figures_across(pilot: Pilot[int], app: LesartApp) -> None:
    """By subject, the cursor on soldiers: the subject that most sample articles count."""
    await pilot.press("number_sign")
    await wait(pilot, 1)
    await pilot.press("t")
    await wait(pilot)
    rows = app.screen.query_one(LineList)
    at = next(
        n
        for n, line in enumerate(rows.lines)
        if line.value and "Nearly 4,500" in line.value.sentence
    )
    rows.go_to(at)
    await wait(pilot)


async def figure_elsewhere(pilot: Pilot[int], app: LesartApp) -> None:
    await figures_across(pilot, app)
    await pilot.press("i")
    await wait(pilot, 1)


async def corrected(pilot: Pilot[int], app: LesartApp) -> None:
    """The article, after its paper corrected a number of it."""
    with Store.open(app.store.path) as store:
        before = store.articles.get(app.opened)  # type: ignore[attr-defined]
        assert before is not None
        text = before.text.replace("Etwa 4.500", "Etwa 4.487")
        keep_text(store, before.id, Draft(before.title, text, blocks=before.blocks), now=NOW - 600)
        analyse_now(store, before.id)
    await wait(pilot, 1)
    await open_article(pilot, app)


PICTURES: dict[str, tuple[tuple[int, int], str, Act]] = {
    "list-140x40-dark": ((140, 40), "lesart-dark", the_list),
    "list-80x24-dark": ((80, 24), "lesart-dark", the_list),
    "reader-140x40-dark": ((140, 40), "lesart-dark", the_article),
    "reader-80x24-light": ((80, 24), "lesart-light", the_article),
    "annotate-140x40-light": ((140, 40), "lesart-light", annotating),
    "search-140x40-dark": ((140, 40), "lesart-dark", searching),
    "figures-140x40-dark": ((140, 40), "lesart-dark", figures_across),
    "elsewhere-140x40-dark": ((140, 40), "lesart-dark", figure_elsewhere),
    "corrected-80x24-dark": ((80, 24), "lesart-dark", corrected),
}


async def take(name: str) -> None:
    size, theme, act = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.sqlite"
        opened = fill(library)
        app = LesartApp(Config(library=library, theme=theme, locale="en"), now=lambda: float(NOW))
        app.opened = opened  # type: ignore[attr-defined]
        async with app.run_test(size=size) as pilot:
            await wait(pilot, 1)
            await act(pilot, app)
            (HERE / f"{name}.svg").write_text(app.export_screenshot(title="lesart"), "utf-8")
    print(name)


if __name__ == "__main__":
    for name in sys.argv[1:] or PICTURES:
        asyncio.run(take(name))
