"""Who Lesart says it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart import __version__
from lesart.config import read_config
from lesart.feeds.http import user_agent as agent


@pytest.fixture(autouse=True)
def nobody():
    yield
    agent.introduce("")


def test_without_an_address_none_is_invented():
    assert agent.user_agent() == f"Lesart/{__version__} (feed reader)"


@pytest.mark.parametrize(
    "contact", ["me@example.org", "https://example.org/~me?x=1", "mailto:a@b.org"]
)
def test_the_readers_address_is_told(contact):
    config = read_config(f'contact = "{contact}"', {}, Path("/home"))
    agent.introduce(config.contact)
    assert agent.user_agent() == f"Lesart/{__version__} (feed reader; +{contact})"


@pytest.mark.parametrize(
    "contact", ["a b", "x\\r\\nCookie: a", "(", "ü@example.org", "a" * 300, "x\\u0000y"]
)
def test_what_could_break_a_header_is_a_sentence_and_not_told(contact):
    config = read_config(f'contact = "{contact}"', {}, Path("/home"))
    assert config.contact == ""
    assert "“contact” must be" in " ".join(config.problems)
