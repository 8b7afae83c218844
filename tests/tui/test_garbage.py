"""No key waits for garbage to be looked for: that happens in the pauses."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import pairwise
from time import monotonic

import pytest

from lesart.tui.background import garbage
from tests.tui.conftest import until


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


def many_looks() -> None:
    gc.set_threshold(700, 10, 500)
    for _ in range(6):
        gc.collect(1)


async def test_garbage_is_looked_for_once_nobody_types_any_more(
    make_app, monkeypatch: pytest.MonkeyPatch
):
    app = make_app()
    happened: list[tuple[str, float]] = []
    monkeypatch.setattr(garbage, "look", lambda: happened.append(("look", monotonic())))
    monkeypatch.setattr(garbage, "PAUSE_SECONDS", 0.2)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.pauses is not None)
        came = app.pauses.key
        monkeypatch.setattr(
            app.pauses, "key", lambda: (happened.append(("key", monotonic())), came())
        )
        for key in "jkjk":
            await pilot.press(key)
        await until(pilot, lambda: happened[-1:] and happened[-1][0] == "look")
    keys = [what for what, _ in happened].count("key")
    pauses = [at - before for (was, before), (what, at) in pairwise(happened) if what == "look"]
    assert keys >= 4
    assert min(pauses) > 0.15


def test_it_is_not_looked_for_where_nothing_was_made():
    many_looks()
    assert garbage.look()
    assert not garbage.look()


async def test_what_the_start_made_is_never_counted_and_the_rest_is(make_app):
    gc.disable()  # as the program starts
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[2] > 10
