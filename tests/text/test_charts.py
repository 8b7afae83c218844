"""Numbers over time as characters: what stands higher was more, what stands further right was later."""

from __future__ import annotations

from lesart.text.charts import SIGNS, Point, chart, is_logarithmic, sparkline

DAY = 86_400.0


def drawn(points, width=40, height=9, **values):
    lines = chart(
        points, width, height, number=lambda v: f"{v:g}", day=lambda at: f"d{at / DAY:g}", **values
    )
    return ["".join(run.text for run in line) for line in lines]


def place(lines, sign):
    """Row and column of the first such sign."""
    return next((row, line.index(sign)) for row, line in enumerate(lines) if sign in line)


def test_what_is_more_stands_higher_and_what_is_later_further_right():
    lines = drawn([Point(0, 10, 10, 0), Point(5 * DAY, 30, 30, 1), Point(10 * DAY, 20, 20, 2)])
    (low, first), (high, middle), (between, last) = (place(lines, sign) for sign in SIGNS[:3])
    assert high < between < low
    assert first < middle < last
    assert all(len(line) == 40 for line in lines)
    assert lines[0].lstrip().startswith("30 ┤")
    assert lines[-3].lstrip().startswith("10 ┤")
    assert lines[-1].split() == ["d0", "d5", "d10"]


def test_small_values_are_still_seen_beside_ones_a_thousand_times_as_large():
    points = [Point(0, 3, 3, 0), Point(DAY, 60, 60, 1), Point(2 * DAY, 9000, 9000, 2)]
    assert is_logarithmic(points)
    lines = drawn(points, height=11)
    rows = [place(lines, sign)[0] for sign in SIGNS[:3]]
    assert rows[0] > rows[1] > rows[2]
    assert not is_logarithmic([Point(0, 0, 0), Point(1, 9000, 9000)])


def test_signs_that_meet_say_so_and_the_one_that_is_meant_is_never_hidden():
    both = [Point(0, 5, 5, 0), Point(0, 5, 5, 1), Point(DAY, 9, 9, 0)]
    assert any("+" in line for line in drawn(both))
    meant = [both[0]._replace(is_lit=True), *both[1:]]
    lines = chart(meant, 40, 9, number=str, day=str)
    assert [run.text for line in lines for run in line if run.is_lit] == [SIGNS[0]]


def test_a_range_is_as_long_as_it_is_wide():
    lines = drawn([Point(0, 10, 30, 0), Point(DAY, 20, 20, 1)])
    assert sum("│" in line[4:] for line in lines) >= 2
    assert "●" in "".join(lines)


def test_there_are_more_sources_than_signs():
    points = [Point(n * DAY, n, n, n) for n in range(12)]
    text = "".join(drawn(points, width=60, height=20))
    assert text.count(SIGNS[-1]) == 12 - len(SIGNS) + 1


def test_whatever_is_drawn_fits_or_nothing_is_drawn():
    odd = [[Point(0, 0, 0)], [Point(0, -5, -5), Point(DAY, 5, 5)], [Point(0, 1e15, 1e15), Point(0, 2e-9, 2e-9)],
           [Point(DAY * n, n % 3, n % 3) for n in range(300)]]  # fmt: skip
    for points in odd:
        for width, height in ((16, 4), (40, 5), (120, 30)):
            lines = drawn(points, width, height)
            assert len(lines) == height
            assert {len(line) for line in lines} == {width}
    assert drawn(odd[0], 10, 9) == []
    assert drawn(odd[0], 40, 3) == []
    assert drawn([]) == []


def test_a_sparkline_rises_with_the_values_and_leaves_gaps_where_nobody_said_anything():
    assert sparkline([(0, 1), (9, 8)], 10) == "▁        █"
    assert sparkline([(0, 1), (1, 2), (2, 3)], 3) == "▁▅█"
    assert sparkline([(0, 3), (1, 3)], 2) == "▅▅"
    assert sparkline([(0, 3), (0, 5)], 8) == ""
    assert sparkline([], 8) == ""
    assert sparkline([(0, 1), (1, 9)], 2, is_ascii=True).isascii()
