"""What a person sees of many headlines, and how a list of a million behaves."""

from __future__ import annotations

import re
from array import array
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from typing import Any

from textual.pilot import Pilot

from lesart.locales.formats import Formats
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.model.snippet import Snippet
from lesart.model.text import Span
from lesart.tui.rendering.glyphs import ASCII
from lesart.tui.widgets.article_list import ArticleList

from .looking import Showing, cell_of, lines, screen, style_of, widths

NOW = 1_795_000_000  # Wed 18 Nov 2026 11:06 UTC
HOUR = 3600


def a_headline(number: int, **values: Any) -> Headline:
    plain: dict[str, Any] = {
        "title": f"Headline {number}", "source": "Post", "published": Moment(NOW - number * HOUR),
        "arrived": NOW, "is_read": True, "is_starred": False,
        "note_count": 0, "figure_count": 0, "entity_count": 0,
    }  # fmt: skip
    return Headline(id=number, **plain | values)


class Shelf:
    """Headlines by id, and which ids were asked for."""

    def __init__(self, *headlines: Headline) -> None:
        self.headlines = {headline.id: headline for headline in headlines}
        self.asked: list[int] = []

    def load(self, ids: list[int]) -> list[Headline | None]:
        self.asked += ids
        return [self.headlines.get(i) if self.headlines else a_headline(i) for i in ids]


@asynccontextmanager
async def listing(
    shelf: Shelf,
    ids: Any = None,
    size: tuple[int, int] = (80, 12),
    **options: Any,
) -> AsyncIterator[tuple[Pilot[None], ArticleList]]:
    rows = ArticleList(load=shelf.load, formats=Formats("en", UTC), now=lambda: NOW, **options)
    app = Showing(rows)
    async with app.run_test(size=size) as pilot:
        rows.show(array("q", shelf.headlines if ids is None else ids))
        await pilot.pause()
        yield pilot, rows


def opened(pilot: Pilot[None]) -> list[int]:
    assert isinstance(pilot.app, Showing)
    return [n.article_id for n in pilot.app.news if isinstance(n, ArticleList.Opened)]


def highlighted(pilot: Pilot[None]) -> int | None:
    assert isinstance(pilot.app, Showing)
    return pilot.app.last(ArticleList.Highlighted).article_id


# ---------------------------------------------------------------------- looking


async def test_a_row_tells_status_time_source_title_and_what_was_found():
    news = a_headline(
        1, title="Rate stays", source="Island Post", is_read=False, is_starred=True,
        note_count=2, figure_count=12, entity_count=9,
    )  # fmt: skip
    async with listing(Shelf(news)) as (pilot, _):
        row = lines(pilot.app)[0]
        assert row.split() == [
            "▌●★✎",
            "18",
            "Nov",
            "10:06",
            "Island",
            "Po…",
            "Rate",
            "stays",
            "#12",
            "@9",
        ]
        assert style_of(pilot.app, "Rate stays").bold


async def test_a_read_headline_is_neither_bold_nor_dotted():
    async with listing(Shelf(a_headline(1))) as (pilot, _):
        assert not style_of(pilot.app, "Headline").bold
        assert "●" not in screen(pilot.app)


async def test_columns_stay_aligned_whatever_script_a_title_is_in():
    titles = (
        "東京都は新しい計画を発表した" * 6,
        "🚀 up, up " * 20,
        "e\u0301a\u0300" * 60,
        "ab\x1b[2Jcd",
        "",
    )
    shelf = Shelf(*(a_headline(n, title=title, source=title, figure_count=7)
                    for n, title in enumerate(titles)))  # fmt: skip
    for size in ((80, 10), (44, 10), (140, 10), (20, 5)):
        async with listing(shelf, size=size) as (pilot, _):
            assert widths(pilot.app) == {size[0]}
            assert "\x1b" not in screen(pilot.app)
            if size[0] > 72:
                ends = {line.rindex("#7") - len(line) for line in lines(pilot.app)[:5]}
                assert len(ends) == 1


async def test_a_day_is_named_once_and_again_on_the_top_line():
    shelf = Shelf(*(a_headline(n) for n in range(40)))
    async with listing(shelf) as (pilot, _):
        days = [line[5:13].strip() for line in lines(pilot.app)]
        assert days[:2] == ["18 Nov", ""]
        await pilot.press(*["j"] * 13)
        days = [line[5:13].strip() for line in lines(pilot.app)]
        assert days[0] == "18 Nov"
        assert days.count("17 Nov") == 1


async def test_dates_are_never_more_exact_than_known():
    shelf = Shelf(
        a_headline(1, published=Moment(1_527_811_200, "month")),
        a_headline(2, published=Moment(1_527_811_200, "day")),
        a_headline(3, published=None),
        a_headline(4, published=Moment(1_527_811_200, "year")),
    )
    for width, tall, unknown in ((80, 1, "–"), (44, 2, "undated")):
        async with listing(shelf, size=(width, 9)) as (pilot, _):
            found = lines(pilot.app)
            rows = ["\n".join(found[tall * at : tall * (at + 1)]) for at in range(4)]
            assert "Jun 2018" in rows[0]
            assert "1 Jun" not in rows[0]
            assert unknown in rows[2]
            assert re.search(r"[ ·] 2018\b", rows[3])
            assert "Jan" not in rows[3]
            assert "00:00" not in screen(pilot.app)


async def test_in_a_narrow_list_a_title_has_a_line_and_all_else_the_next():
    long = a_headline(
        1, title="Six days that stopped the canal", source="Island Post and Mail", is_read=False,
        figure_count=22, entity_count=5,
    )  # fmt: skip
    async with listing(Shelf(long, a_headline(2)), size=(44, 9)) as (pilot, rows):
        first, second, third = lines(pilot.app)[:3]
        assert "Six days that stopped the canal" in first
        assert "Island Post" in second
        assert "18 Nov 10:06" in second
        assert "#22 @5" in second
        assert "Headline 2" in third
        assert widths(pilot.app) == {44}
        await pilot.press("j")
        assert rows.cursor_id == 2
        await pilot.click(ArticleList, offset=(8, 1))  # the second line of the first row
        assert rows.cursor_id == 1


async def test_in_a_narrow_list_the_words_around_what_was_found_stand_below_the_title():
    before = "Nobody had thought that it could be closed by one ship that stood across. "
    snippet = Snippet(f"{before}It cost about $9.6 billion a day.", (Span(85, 97),))
    async with listing(Shelf(), ids=range(50), size=(44, 9)) as (pilot, rows):
        asked: list[int] = []

        def ask(ids: list[int]) -> None:
            asked.extend(ids)
            rows.put_hits(ids, {0: snippet})

        rows.row_hits.begin(ask)
        rows.show(array("q", range(50)))
        for _ in range(60):
            await pilot.pause(0.02)
            if "billion" in screen(pilot.app):
                break
        assert "…" in lines(pilot.app)[1]
        assert snippet.text[85:97] in lines(pilot.app)[1]
        assert style_of(pilot.app, snippet.text[85:97]).underline
        assert lines(pilot.app)[1].rstrip(" ▁▂▃▄▅▆▇█").endswith(("…", "day."))
        assert "Post" in lines(pilot.app)[3]  # nothing was found in its text
        assert len(asked) == len(set(asked)) < 10  # only what is in view, once
        assert widths(pilot.app) == {44}
        await pilot.press("G")
        assert rows.cursor_id == 49
        assert "Headline 49" in screen(pilot.app)


async def test_pages_of_a_narrow_list_leave_no_row_out():
    async with listing(Shelf(), ids=range(50), size=(44, 9)) as (pilot, rows):
        seen = set()
        for _ in range(20):
            seen |= set(re.findall(r"Headline \d+", screen(pilot.app)))
            await pilot.press("space")
        assert len(seen) == 50
        assert rows.cursor_id == 49


async def test_what_a_search_found_is_marked_in_titles():
    async with listing(Shelf(a_headline(1, title="Oil and rates slip"))) as (pilot, rows):
        rows.find_hits = lambda title: [Span(8, 13)]
        rows.show(array("q", [1]))
        await pilot.pause()
        assert style_of(pilot.app, "rates").underline
        assert not style_of(pilot.app, "slip").underline


async def test_an_empty_list_says_why():
    async with listing(Shelf(), ids=[]) as (pilot, rows):
        rows.empty_lines = ("All read.", "L shows read ones.")
        rows.show(array("q"))
        await pilot.press("j", "enter", "G", "space", "right_square_bracket")
        assert "All read." in lines(pilot.app)[0]
        assert "L shows read ones." in lines(pilot.app)[1]
        assert highlighted(pilot) is None
        assert opened(pilot) == []


async def test_plain_letters_stand_in_where_signs_are_not_wanted():
    shelf = Shelf(a_headline(1, is_read=False, is_starred=True, note_count=1))
    async with listing(shelf, glyphs=ASCII) as (pilot, _):
        assert lines(pilot.app)[0].startswith(">*!+")


# ----------------------------------------------------------------------- moving


async def test_keys_move_the_cursor_and_tell_which_article_it_is_on():
    async with listing(Shelf(*(a_headline(n) for n in range(100)))) as (pilot, rows):
        await pilot.press("j", "down", "k")
        assert highlighted(pilot) == rows.cursor_id == 1
        await pilot.press("G")
        assert highlighted(pilot) == 99
        assert "Headline 99" in lines(pilot.app)[-1]
        await pilot.press("g", "space")
        assert highlighted(pilot) == 11
        await pilot.press("enter")
        assert opened(pilot) == [11]


async def test_brackets_go_to_the_next_and_the_previous_day():
    async with listing(Shelf(*(a_headline(n) for n in range(100)))) as (pilot, rows):
        await pilot.press("right_square_bracket")
        assert rows.cursor_id == 12  # 23:06 of the day before
        await pilot.press("right_square_bracket")
        assert rows.cursor_id == 36
        await pilot.press("j", "left_square_bracket")
        assert rows.cursor_id == 36
        await pilot.press("left_square_bracket")
        assert rows.cursor_id == 12


async def test_a_click_chooses_and_a_second_one_opens():
    async with listing(Shelf(*(a_headline(n) for n in range(9)))) as (pilot, rows):
        where = cell_of(pilot.app, "Headline 4")
        await pilot.click(offset=where)
        assert rows.cursor_id == 4
        assert opened(pilot) == []
        await pilot.click(offset=where, times=2)
        assert opened(pilot) == [4]


async def test_the_next_unread_is_found_over_many_read_ones():
    shelf = Shelf(*(a_headline(n, is_read=n != 400) for n in range(500)))
    async with listing(shelf) as (pilot, rows):
        assert rows.step_to(lambda row: not row.is_read, 1) == 400
        await pilot.pause()
        assert "Headline 400" in screen(pilot.app)
        assert rows.step_to(lambda row: not row.is_read, 1) is None
        assert rows.cursor_id == 400


# --------------------------------------------------------------------- changing


async def test_marking_as_read_is_seen_at_once():
    async with listing(Shelf(a_headline(1, is_read=False), a_headline(2))) as (pilot, rows):
        rows.put([a_headline(1, is_read=True)])
        await pilot.pause()
        assert "●" not in screen(pilot.app)


async def test_rows_that_changed_elsewhere_are_fetched_again_if_they_were_seen():
    shelf = Shelf(*(a_headline(n) for n in range(1000)))
    async with listing(shelf) as (pilot, rows):
        shelf.headlines[3] = a_headline(3, is_starred=True)
        shelf.asked.clear()
        rows.update_rows([3, 900])
        await pilot.pause()
        assert "★" in lines(pilot.app)[3]
        assert shelf.asked == [3]


async def test_the_cursor_stays_on_its_article_when_others_arrive_above():
    shelf = Shelf(*(a_headline(n) for n in range(100)))
    async with listing(shelf, ids=range(50, 100)) as (pilot, rows):
        await pilot.press("j", "j")
        rows.show(array("q", range(100)), cursor_id=rows.cursor_id)
        await pilot.pause()
        assert rows.cursor_id == 52
        assert "Headline 52" in screen(pilot.app)


async def test_the_cursor_stays_as_near_as_it_can_when_its_article_is_gone():
    async with listing(Shelf(*(a_headline(n) for n in range(10)))) as (pilot, rows):
        await pilot.press("G")
        rows.show(array("q", [1, 2, 3]), cursor_id=9)
        await pilot.pause()
        assert rows.cursor_id == 3
        assert highlighted(pilot) == 3


async def test_an_article_deleted_meanwhile_leaves_an_empty_row_and_no_error():
    shelf = Shelf(a_headline(1), a_headline(3))
    async with listing(shelf, ids=[1, 2, 3]) as (pilot, rows):
        await pilot.press("j")
        assert rows.headline is None
        await pilot.press("j", "right_square_bracket")
        assert rows.cursor_id == 3


async def test_the_cursor_stays_in_view_when_the_window_shrinks():
    async with listing(Shelf(*(a_headline(n) for n in range(100)))) as (pilot, rows):
        await pilot.press(*["j"] * 10)
        await pilot.resize_terminal(44, 5)
        await pilot.pause()
        assert "Headline 10" in screen(pilot.app)
        assert rows.cursor_id == 10


# ------------------------------------------------------------------- a million


async def test_a_million_headlines_load_only_what_is_looked_at():
    shelf = Shelf()
    async with listing(shelf, ids=range(1_000_000), size=(80, 24)) as (pilot, rows):
        await pilot.press("G")
        assert "Headline 999999" in lines(pilot.app)[-1]
        await pilot.press("k", "pageup", "g", "j")
        assert rows.cursor_id == 1
        assert len(shelf.asked) < 1000
        assert rows.move_to(500_000)
        await pilot.pause()
        assert "Headline 500000" in screen(pilot.app)
        assert not rows.move_to(-1)


async def test_pages_not_looked_at_for_long_are_forgotten():
    shelf = Shelf()
    async with listing(shelf, ids=range(100_000)) as (pilot, rows):
        for index in range(0, 100_000, 500):
            rows.row_at(index)
        assert len(rows.pages) <= 64
        shelf.asked.clear()
        assert rows.row_at(0) is not None
        assert shelf.asked
        await pilot.pause()


async def test_of_a_list_whose_rest_comes_only_what_changed_is_loaded_and_painted():
    shelf, behind = Shelf(), dict[int, str]()
    async with listing(shelf, range(1, 301)) as (pilot, rows):
        rows.sign_of = lambda article_id: behind.get(article_id, "")
        rows.forget_painted()
        rows.refresh()
        await pilot.pause()
        shelf.asked.clear()
        behind[3] = "▸9 "  # the first page knew of fewer articles of this story
        rows.show_rest(array("q", range(1, 1001)), cursor_id=1)
        await pilot.pause()
        assert not shelf.asked
        assert "▸9 Headline 3" in screen(pilot.app)
        await pilot.press("G")
        assert "Headline 1000" in screen(pilot.app)
        rows.show_rest(array("q", range(7, 1001)), cursor_id=1000)  # another list after all
        await pilot.press("g", "g")
        assert lines(pilot.app)[0].endswith("Headline 7")
