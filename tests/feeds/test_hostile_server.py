"""Whatever a server does, there is a right result or one clear sentence, in bounded time."""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lesart import __version__
from lesart.feeds.http.fetch import Limits
from lesart.model.article import Article
from lesart.services.refresh import Outcome, refresh
from lesart.store import Store
from tests.feeds.hostile_server import WAYS, Hostile, hostile_server

NOW = 1_795_000_000
LIMITS = Limits(total=8.0, connect=8.0)
ALLOWED_SECONDS = 60
ALLOWED_MEGABYTES = 500


@dataclass
class Visited:
    """What two visits to every way left behind."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    articles: dict[str, list[Article]] = field(default_factory=dict)
    seconds: float = 0.0
    grown: float = 0.0
    """Megabytes of memory beyond what was used before."""
    server: Hostile | None = None


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """All ways at once in one refresh, so that each also proves that it does not touch the others."""
    path: Path = tmp_path_factory.mktemp("hostile") / "library.sqlite"
    with hostile_server() as server, Store.open(path) as store:
        names = {store.feeds.add(server.url(name))[0].id: name for name in WAYS}
        first = list(refresh(store, store.feeds.all(), now=lambda: NOW, limits=LIMITS))
        assert {outcome.state for outcome in first} == {"refreshed"}
        server.is_good = False
        before, began = _megabytes(), time.monotonic()
        result = Visited(server=server)
        for outcome in refresh(store, store.feeds.all(), now=lambda: NOW, limits=LIMITS):
            result.outcomes[names[outcome.feed.id]] = outcome
        result.seconds = time.monotonic() - began
        result.grown = _megabytes() - before
        for feed_id, name in names.items():
            ids = store.feeds.article_ids(feed_id)
            result.articles[name] = [a for i in ids if (a := store.articles.get(i))]
        yield result


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_there_are_at_least_sixty_ways() -> None:
    assert len(WAYS) >= 60


@pytest.mark.parametrize("name", WAYS)
def test_every_way_ends_in_a_right_result_or_one_clear_sentence(
    name: str, visited: Visited
) -> None:
    way, outcome = WAYS[name], visited.outcomes[name]
    if way.says:
        assert outcome.state == "failed"
        assert re.search(way.says, outcome.error), outcome.error
        assert re.fullmatch(r"[^\n\x1b]{10,250}\.", outcome.error), outcome.error
    else:
        assert (outcome.state, outcome.error) == ("refreshed", "")
        assert len(outcome.new) == way.new


@pytest.mark.parametrize("name", WAYS)
def test_nothing_stored_is_lost(name: str, visited: Visited) -> None:
    assert f"kept of {name}" in [article.title for article in visited.articles[name]]


def test_all_of_it_takes_bounded_time_and_memory(visited: Visited) -> None:
    assert visited.seconds < ALLOWED_SECONDS
    assert visited.grown < ALLOWED_MEGABYTES


def titles(visited: Visited, name: str) -> list[str]:
    return [a.title for a in visited.articles[name] if not a.title.startswith("kept of")]


def test_titles_hold_nothing_that_a_terminal_obeys(visited: Visited) -> None:
    for name in ("escape-sequences", "bidi-overrides", "control-characters"):
        [title] = titles(visited, name)
        assert not re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", title)
        assert title.endswith(("end", "c"))


@pytest.mark.parametrize(
    "name",
    [
        "header-lies-about-charset", "declaration-lies-about-charset", "latin-one-undeclared",
        "utf-16", "charset-that-is-none",
    ],
)  # fmt: skip
def test_umlauts_survive_lies_about_the_charset(name: str, visited: Visited) -> None:
    assert titles(visited, name) == ["Grüße aus Köln"]


def test_entities_are_neither_expanded_without_end_nor_read_from_files(visited: Visited) -> None:
    assert "hahaha" not in titles(visited, "billion-laughs")[0]
    assert all("root:" not in a.text + a.title for a in visited.articles["external-entity"])


def test_named_entities_and_bare_ampersands_read_as_meant(visited: Visited) -> None:
    assert titles(visited, "undefined-entities") == ["Café — R&D &unknown; a & b"]


def test_a_very_long_title_is_cut(visited: Visited) -> None:
    assert len(titles(visited, "titles-of-a-megabyte")[0]) <= 1000


def test_dates_that_cannot_be_are_not_believed(visited: Visited) -> None:
    dated = [a for a in visited.articles["dates-of-all-kinds"] if a.published]
    assert dated == []


def test_links_that_do_harm_are_dropped(visited: Visited) -> None:
    assert {a.link for a in visited.articles["links-that-do-harm"]} == {""}


def test_too_many_items_are_said_to_be_too_many(visited: Visited) -> None:
    assert "only the first 5,000" in visited.outcomes["fifty-thousand-items"].note


def test_a_feed_that_moved_for_good_is_stored_there(visited: Visited) -> None:
    assert visited.outcomes["moves-for-good"].feed.url.endswith("/moves-for-good?new")
    assert "moved to" in visited.outcomes["moves-for-good"].note


@pytest.mark.parametrize("name", ["moves-for-good-to-a-page", "moves-for-a-while"])
def test_a_move_is_not_stored_where_no_feed_is_or_it_is_not_for_good(
    name: str, visited: Visited
) -> None:
    assert visited.outcomes[name].feed.url.endswith(f"/{name}")


def test_a_feed_that_is_gone_is_not_asked_again(visited: Visited) -> None:
    feed = visited.outcomes["status-410"].feed
    assert feed.is_gone
    assert [o.state for o in refresh_again(feed)] == ["skipped"]


def refresh_again(feed: object) -> list[Outcome]:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "library.sqlite") as store:
        return list(refresh(store, [feed], now=lambda: NOW + 60))


@pytest.mark.parametrize("name", ["status-429", "status-503"])
def test_a_server_that_asks_for_patience_gets_it(name: str, visited: Visited) -> None:
    feed = visited.outcomes[name].feed
    assert feed.next_visit is not None
    assert feed.next_visit >= NOW + 7200
    assert [o.state for o in refresh_again(feed)] == ["skipped"]


def test_requests_tell_who_asks_and_nothing_more(visited: Visited) -> None:
    assert visited.server is not None
    head = visited.server.heads["gzip"].lower()
    assert f"user-agent: lesart/{__version__} (feed reader)\r\n" in head
    for header in ("cookie:", "referer:", "authorization:", "from:"):
        assert header not in head
