"""One address under its many spellings is one; two pages are never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lesart.text.urls import _canonical_by_parts, canonical_link

PAGE = "https://example.org/bericht"


@pytest.mark.parametrize(
    "link",
    [
        "http://www.example.org/bericht/",
        "https://example.org/bericht?utm_source=rss&utm_medium=feed",
        "https://example.org/bericht?ref=twitter",
        "https://example.org/bericht?source=rss-news",
        "https://example.org/bericht?feature=youtu.be",
        "https://example.org/bericht?ref=news.example.com",
        "https://example.org/bericht?partner=",
        "https://example.org/bericht?fbclid=IwAR0",
    ],
)
def test_where_a_reader_came_from_makes_no_other_page(link):
    assert canonical_link(link) == canonical_link(PAGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("?ref=4711", "?ref=4712"),
        ("?source=minutes-2024-11", "?source=minutes-2024-12"),
        ("?feature=rail-07", "?feature=rail-08"),
        ("?source=A/79/52", "?source=A/79/53"),
        ("?partner=17", ""),
        ("?id=1&ref=rss", "?id=2&ref=rss"),
    ],
)
def test_a_parameter_that_names_the_page_tells_two_pages_apart(one, other):
    assert canonical_link(PAGE + one) != canonical_link(PAGE + other)


def test_a_long_value_is_read_in_no_time():
    assert canonical_link(f"{PAGE}?ref={'a-' * 50_000}") != ""


_SIGNS = "aZ09-._~:/?#[]@!$&'()*+,;=% \t\nä\u2009\u202e"
_BEGINNINGS = ("https://", "http://", "HTTP://", "https:/", "", "http://www.", "https://www.www.")


@given(st.sampled_from(_BEGINNINGS), st.text(_SIGNS, max_size=12), st.text(_SIGNS, max_size=20))
@example("https://", "www.", "")
@example("https://www.", "", "/")
@example("http://", "a.example:80", "/x//")
@example("https://", "a.example", "/x\n")
def test_a_plain_link_is_known_as_if_it_had_been_taken_apart(beginning, host, path):
    link = f"{beginning}{host}{path}"
    assert canonical_link(link) == _canonical_by_parts(link)


@given(st.from_regex(r"https?://(www\.)?[a-z0-9.-]{1,12}(/[!-~]{0,20})?", fullmatch=True))
def test_so_is_one_that_looks_like_most(link):
    assert canonical_link(link) == _canonical_by_parts(link)
