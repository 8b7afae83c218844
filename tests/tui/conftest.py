"""The real app over a real library, driven by keys; what a person would see, as text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import monotonic

import pytest
from textual.pilot import Pilot

from lesart.config import Config
from lesart.model.analysis import Analysis
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.store import Store
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.tui.settling import wait_by_settling

wait_by_settling()

IRAQ = (
    "Die letzten Truppen sind abgezogen. Etwa 4.500 Soldaten kamen ums Leben, wie Barack Obama "
    "sagte. In Bagdad blieben 157 Ausbilder.\n\nDer Konvoi fuhr nach Kuwait. Niemand jubelte."
)


def mark(text: str, surface: str) -> Span:
    start = text.index(surface)
    return Span(start, start + len(surface))


def iraq_analysis() -> Analysis:
    return Analysis(
        "test/1",
        "de",
        (
            Figure(mark(IRAQ, "4.500"), "4.500", "count", Decimal(4500), qualifier="approx",
                   noun="Soldaten", sentence=Span(36, 97), salience=0.9),
            Figure(mark(IRAQ, "157"), "157", "count", Decimal(157), noun="Ausbilder"),
        ),
        (
            Entity("Barack Obama", "PER", (Mention(mark(IRAQ, "Barack Obama"), "Barack Obama"),)),
            Entity("Bagdad", "LOC", (Mention(mark(IRAQ, "Bagdad"), "Bagdad"),), "LOC:Bagdad"),
        ),
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Three articles, the newest about Iraq and analysed."""
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        texts = [("Letzte Truppen verlassen Irak", IRAQ), ("Rates on hold", "The bank waits."),
                 ("Straßenfest", "Ein Fest in der Großen Straße.")]  # fmt: skip
        for number, (title, text) in enumerate(texts):
            added = store.articles.add(
                Draft(title, text, source="Example", published=Moment(NOW - 3600 * number)), now=NOW
            )
            if number == 0:
                store.analyses.put(added.id, 1, iraq_analysis())
            else:
                store.analyses.put(added.id, 1, Analysis("test/1", "en"))
    return path


@pytest.fixture
def make_app(library: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., LesartApp]:
    """An app over `library`. No child process is started: tests that need one say so."""
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)

    def make(**values: object) -> LesartApp:
        config = Config(library=library, locale="en", **values)  # type: ignore[arg-type]
        return LesartApp(config, now=lambda: float(NOW))

    return make


def screen_text(app: LesartApp) -> str:
    """Every line of the terminal as a person sees it."""
    compositor = app.screen._compositor
    width, height = app.size
    lines = compositor.render_strips()
    return "\n".join(strip.text[:width] for strip in lines[:height])


async def until(pilot: Pilot[int], holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for what a person would wait for; fail with the screen if it never comes."""
    end = monotonic() + seconds
    while True:
        await pilot.pause()
        if holds():
            return
        if monotonic() > end:
            raise AssertionError(screen_text(pilot.app))  # type: ignore[arg-type]
        await asyncio.sleep(0.01)
