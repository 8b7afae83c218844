"""No key waits for garbage to be looked for: that happens in the pauses."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from lesart.tui import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


class Ring:
    """Holds itself, so that only a look at everything ends it."""

    def __init__(self) -> None:
        self.itself = self


def many_looks() -> None:
    gc.set_threshold(700, 10, 500)
    for _ in range(6):
        gc.collect(1)


def test_garbage_is_looked_for_once_nobody_types_any_more():
    many_looks()
    assert not garbage.look(0.2)
    assert garbage.look(garbage.PAUSE_SECONDS)
    assert not garbage.look(garbage.PAUSE_SECONDS)  # nothing was made since


async def test_what_the_start_made_is_never_counted_and_the_rest_is(make_app):
    gc.disable()  # as the program starts
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
        assert gc.get_threshold()[2] >= 100
