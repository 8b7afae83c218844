"""When a feed is visited again."""

from __future__ import annotations

import pytest

from lesart.feeds import schedule

NOW = 1_795_000_000
HOUR, DAY = 3600, 86400


def every(seconds: int, count: int = 20, since: int = 0) -> list[int]:
    return [NOW - since - n * seconds for n in range(count)]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (every(4 * HOUR), 2 * HOUR),
        (every(60), schedule.SHORTEST),
        (every(30 * DAY), schedule.LONGEST),
        (every(HOUR, since=5 * DAY), 12 * HOUR),
        ([], HOUR),
        ([NOW - 60], HOUR),
        ([NOW + DAY], HOUR),
    ],
)
def test_a_feed_is_visited_by_its_own_rhythm(published: list[int], expected: int) -> None:
    assert schedule.interval(published, now=NOW) == expected


def test_what_the_feed_and_its_server_ask_for_is_honoured_within_reason() -> None:
    busy = every(60)
    assert schedule.interval(busy, now=NOW, wait=2 * HOUR) == 2 * HOUR
    assert schedule.interval(busy, now=NOW, max_age=3 * HOUR) == 3 * HOUR
    assert schedule.interval(busy, now=NOW, wait=10**9) == schedule.LONGEST_ASKED
    assert schedule.interval(every(DAY), now=NOW, wait=60) == 12 * HOUR


def test_failures_double_the_pause_up_to_a_day() -> None:
    pauses = [schedule.backoff(n) for n in range(1, 10)]
    assert pauses[:4] == [1800, 3600, 7200, 14400]
    assert pauses[-1] == DAY
    assert schedule.backoff(1, retry_after=5 * HOUR) == 5 * HOUR
    assert schedule.backoff(10**6) == DAY


def test_jitter_never_brings_us_early() -> None:
    assert schedule.jittered(1000, 0.0) == 1000
    assert schedule.jittered(1000, 1.0) == 1100


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"cache-control": "public, max-age=600"}, 600),
        ({"cache-control": "max-age=600", "age": "100"}, 500),
        ({"cache-control": "no-cache, max-age=600"}, None),
        ({"expires": "Thu, 01 Jan 2026 01:00:00 GMT", "date": "Thu, 01 Jan 2026 00:00:00 GMT"}, 3600),
        ({"expires": "0"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_cache_rules_are_read(headers: dict[str, str], expected: int | None) -> None:
    assert schedule.max_age(headers) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("120", 120), ("Wed, 18 Nov 2026 11:06:41 GMT", 1), ("soon", None), ("", None), ("-5", None)],
)
def test_retry_after_is_a_number_or_a_date(value: str, expected: int | None) -> None:
    assert schedule.retry_after({"retry-after": value}, NOW) == expected


def test_the_readers_own_wish_takes_the_place_of_the_feeds_rhythm_but_not_of_its_servers():
    daily = every(DAY)
    assert schedule.interval(daily, now=NOW, wish=HOUR) == HOUR
    assert schedule.interval(daily, now=NOW, wish=1) == schedule.SHORTEST
    assert schedule.interval(daily, now=NOW, wish=20 * DAY) == 20 * DAY
    assert schedule.interval(daily, now=NOW, wish=HOUR, wait=3 * HOUR) == 3 * HOUR
    assert schedule.interval(daily, now=NOW, wish=HOUR, max_age=2 * HOUR) == 2 * HOUR
