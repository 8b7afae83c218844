"""What may be completed in a query that is being typed, and what takes its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.query.completion import Begun, begun_at, fields_begun, written
from lesart.query.fields import FIELDS


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("", None),
        ("spe", ("", "spe", 0)),
        ("bank -spe", ("", "spe", 6)),
        ("(spe", ("", "spe", 1)),
        ("bank ", None),
        ("of:", ("of", "", 3)),
        ("OF:Sie", ("of", "Sie", 3)),
        ("x -of:Sie", ("of", "Sie", 6)),
        ('of:"Deutsche B', ("of", "Deutsche B", 3)),
        ('of:"Deutsche Bank"', None),
        ('"deutsche', None),
        ("~ban", None),
        ("4500", None),
        ("figure>50", None),
        ("nosuch:x", None),
        ("http://exa", None),
        ("größe tag:grö", ("tag", "grö", 10)),
    ],
)
def test_what_is_begun_is_what_stands_before_the_cursor(text, begun):
    found = begun_at(text, len(text))
    assert (found and (found.field, found.letters, found.span.start)) == begun
    assert found is None or found.span.end == len(text)


def test_nothing_is_completed_in_the_middle_of_a_word():
    assert begun_at("of:Siemens", 5) is None
    assert begun_at("of:Sie figure>5", 6) == Begun("of", "Sie", (3, 6))


def test_every_field_is_offered_by_its_beginning():
    offered = {name for letter in "abcdefghijklmnopqrstuvwxyz" for name in fields_begun(letter)}
    assert {name.removesuffix(":") for name in offered} == set(FIELDS) - {
        "color", "number", "counts", "since", "feed",
    }  # fmt: skip
    assert fields_begun("s")[0] == "subject:"
    assert fields_begun("xyz") == []


@pytest.mark.parametrize(
    ("value", "stands"),
    [("Siemens", "Siemens"), ("Deutsche Bank", '"Deutsche Bank"'), ('the "best"', '"the best"'),
     ("x(y)", '"x(y)"')],
)  # fmt: skip
def test_a_value_is_quoted_where_it_has_to_be(value, stands):
    assert written(value) == stands


@given(st.text(), st.integers(0, 30))
def test_whatever_is_typed_the_place_is_within_it(text, cursor):
    found = begun_at(text, cursor)
    assert found is None or 0 <= found.span.start <= found.span.end <= len(text)
