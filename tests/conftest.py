"""What tests share: a real library in a temporary folder, and articles to put into it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.translations import use
from tests.new_libraries import copied_from

for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"
"""Tests read English, whatever the person who runs them reads."""

if "LESART_FUZZ" not in os.environ:
    settings.register_profile("repeatable", derandomize=True)
    settings.load_profile("repeatable")
    # What one run tries the next one tries: a test that fails fails again. `LESART_FUZZ=400` tries others.

NOW = 1_795_000_000
"""The tests' present: 18 November 2026."""

# A shell starts its background jobs deaf to Ctrl-C, and their children inherit that: `pytest &` would
# test commands that cannot hear what the tests send them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A test that asks for another language asks for itself alone."""
    yield
    use("en")


@pytest.fixture(scope="session", autouse=True)
def new_libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        copied_from(tmp_path_factory.mktemp("first") / "library.sqlite", patch)
        yield


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.sqlite") as opened:
        yield opened


def a_draft(text: str = "Some words.", **values: Any) -> Draft:
    """A draft worth storing, with what a test cares about set and the rest plausible."""
    values.setdefault("title", text[:40])
    values.setdefault("published", Moment(NOW - 3600))
    return Draft(text=text, **values)
