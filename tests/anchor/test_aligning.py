"""Two texts are compared word by word: what is said to be the same is the same, in order and as long as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import pytest

from lesart.anchor.aligning import Run, across, align, align_from_end

SMALL = [words for length in range(5) for words in product("abc", repeat=length)]


def small_pairs() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Every pair of texts of up to four words out of three, alone and inside longer texts."""
    for old in SMALL:
        for new in SMALL:
            yield old, new
    for old, new in product(SMALL[:22], repeat=2):
        # Words that stand once pin the rest down; the same ends are found first.
        yield ("p", *old, "q", *old, "r"), ("p", *new, "q", *new, "r")
        yield (*"xy", *old, "q", *"abab"), ("z", *new, "q", *"ab")
        yield (*"abca", *old, "k", "l", *old), ("l", *new, "k", *"bca", *new)


def test_runs_are_the_same_words_in_order_and_cannot_be_made_longer() -> None:
    for old, new in small_pairs():
        runs = align(old, new)
        for run in runs:
            assert run.length > 0
            assert run.old + run.length <= len(old)
            assert run.new + run.length <= len(new)
            there = new[run.new : run.new + run.length]
            assert old[run.old : run.old + run.length] == there, (old, new, runs)
        ends = [Run(0, 0, 0), *runs, Run(len(old), len(new), 0)]
        for one, other in pairwise(ends):
            between = old[one.old + one.length : other.old], new[one.new + one.length : other.new]
            assert other.old >= one.old + one.length, (old, new, runs)
            assert other.new >= one.new + one.length, (old, new, runs)
            if all(between):
                assert between[0][0] != between[1][0], (old, new, runs)
                assert between[0][-1] != between[1][-1], (old, new, runs)
                assert not set(between[0]) & set(between[1]), (old, new, runs)


def test_asked_from_the_end_the_answer_is_the_mirror_image() -> None:
    for old, new in product(SMALL[:40], repeat=2):
        turned = [
            (len(old) - r.old - r.length, len(new) - r.new - r.length, r.length)
            for r in reversed(align(old[::-1], new[::-1]))
        ]
        assert align_from_end(old, new) == turned


def test_of_a_doubled_word_the_first_is_ours_and_asked_from_the_end_the_last() -> None:
    old, new = "a x b", "a x x b"
    assert align(old.split(), new.split()) == [Run(0, 0, 2), Run(2, 3, 1)]
    assert align_from_end(old.split(), new.split()) == [Run(0, 0, 1), Run(1, 2, 2)]


def test_the_words_of_a_passage_are_found_across_the_runs_it_lies_in() -> None:
    runs = [Run(0, 2, 2), Run(3, 7, 3), Run(9, 10, 1)]
    everything = {0: 2, 1: 3, 3: 7, 4: 8, 5: 9, 9: 10}
    for first in range(12):
        for last in range(-1, 12):
            asked = {k: v for k, v in everything.items() if first <= k <= last}
            assert across(runs, first, last) == asked
    assert across([], 0, 9) == {}
    assert across([Run(4, 1, 2)], 0, 9) == {4: 1, 5: 2}


def test_a_long_run_that_stands_once_outweighs_common_words_around_it() -> None:
    """Pinned by four words in a row that stand once, wherever single words would match before."""
    old = ["it", "was", "so", "it", "was", "the", "old", "grey", "ferry", "sank", "it", "was", "so"]
    new = ["the", "so", "was", "it", "the", "old", "grey", "ferry", "sank", "so", "it"]
    assert Run(5, 4, 5) in align(old, new)
    moved = ["one", "two", "three", "four", "five", "six"]
    assert align(moved, [*moved[3:], *moved[:3]]) in ([Run(0, 3, 3)], [Run(3, 0, 3)])


def test_of_pins_that_cross_most_stay_in_order() -> None:
    assert align(["a", "z", "b", "c", "d"], ["b", "c", "d", "z", "a"]) == [Run(2, 0, 3)]
    assert align(["z", "a", "b", "y", "c", "d"], ["a", "b", "c", "y", "d", "z"]) == [
        Run(1, 0, 2), Run(4, 2, 1), Run(5, 4, 1),
    ]  # fmt: skip


def test_words_that_all_repeat_in_a_long_passage_are_compared_too() -> None:
    """The usual shortcut of comparing, to pass over frequent words, would find nothing here."""
    names = [f"w{number}" for number in range(60)]
    old = [word for name in names for word in (*[name] * 5, "y")]
    new = [word for name in names for word in (*[name] * 5, "x")]
    assert align(old, new) == [Run(6 * number, 6 * number, 5) for number in range(60)]


@pytest.mark.parametrize(("times", "is_compared"), [(60, True), (150, False)])
def test_a_gap_of_very_many_equal_words_is_left_unmatched(times, is_compared) -> None:
    """What takes minutes to compare is not worth the wait: these words are said to be gone."""
    old = ["x", *["a", "b"] * times, "y", "end"]
    new = ["z", *["b", "a"] * times, "w", "end"]
    runs = align(old, new)
    assert runs[-1] == Run(len(old) - 1, len(new) - 1, 1)
    assert (len(runs) > 1) == is_compared


def test_many_gaps_of_equal_words_are_compared_until_it_is_too_much() -> None:
    """Each gap may be small; together they have a limit as well."""
    old = [word for n in range(60) for word in (f"pin{n}", "x", *["a", "b"] * 60, "y")]
    new = [word for n in range(60) for word in (f"pin{n}", "z", *["b", "a"] * 60, "w")]
    runs = align(old, new)
    size = len(old) // 60
    compared = {run.old // size for run in runs if run.length > 1}
    assert compared == set(range(41))  # 300,000 pairs of 7,200 a gap
    assert sum(run.old % size == 0 for run in runs) == 60


def test_a_text_of_many_thousand_words_is_compared_to_itself_with_a_word_changed() -> None:
    old = [f"w{number % 7919}" for number in range(20_000)]
    for at in (0, 1, 63, 64, 9_999, 19_998, 19_999):
        new = [*old[:at], "new", *old[at + 1 :]]
        runs = [Run(0, 0, at), Run(at + 1, at + 1, len(old) - at - 1)]
        assert align(old, new) == [run for run in runs if run.length]
    assert align(old, old) == [Run(0, 0, len(old))]
