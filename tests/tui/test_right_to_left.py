"""Hebrew and Arabic on the screen: its words turn, and nothing beside them moves."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from lesart.cli.context import Context
from lesart.config import Config
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.store import Store
from lesart.text.isolates import in_isolates
from lesart.tui.rendering.cells import graphemes, painted, width_of
from lesart.tui.rendering.isolates import as_cell, isolated
from lesart.tui.rendering.needless_ends import Ends
from tests.conftest import NOW
from tests.safety.hostile import is_left_open
from tests.tui.conftest import screen_text, until
from tests.tui.looking import widths

FIRST, RIGHT, END = "\u2068", "\u2067", "\u2069"
TITLE = "הגשר נפתח: 300 איש חצו"
TEXT = (
    "הַגֶּשֶׁר נִפְתַּח בְּשָׁלוֹם (2026), אמר דובר IBM בעיר. שלוש מאות איש חצו אותו ביום הראשון.\n\n"
    "A line of English with شكرا in it.\n\n"
    + "בשורה ארוכה עומדות מילים רבות מאוד זו אחר זו עד סוף המסך ועוד. "
    * 12
)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("09:31  Source  Title  #12", "09:31  Source  Title  #12"),
        ("1  שלום עולם  #12 @3", f"1  {FIRST}שלום עולם{END}  #12 @3"),
        ("│שלום│ 12 │", f"│{FIRST}שלום{END}│ 12 │"),
        ("say “שלום, IBM עולם!” 12", f"say {FIRST}“שלום, IBM עולם!”{END} 12"),
        ("(شكرًا) 5 %", f"({FIRST}شكرًا{END}) 5 %"),
        ("a שלום  b عالم 3", f"a {FIRST}שלום{END}  b {FIRST}عالم{END} 3"),
    ],
)
def test_a_stretch_is_kept_by_itself_where_nobody_says_what_belongs_together(line, shown):
    assert "".join(s.text for s in isolated([Segment(line, Style())])) in (
        shown, shown.replace(f"({FIRST}شكرًا{END})", f"{FIRST}(شكرًا){END}")
    )  # fmt: skip
    assert cell_len(shown) == cell_len(line)


def test_the_parts_of_a_cell_stay_together_and_its_neighbour_apart():
    bold = Style(bold=True)
    segments = [
        Segment("ידיעות ", as_cell(Style(), "ידיעות", "source")),
        Segment("שלום", as_cell(bold, TITLE, "title")),
        Segment(" 300 ", as_cell(Style(), TITLE, "title")),
        Segment("עולם 7  ", as_cell(Style(), TITLE, "title")),
        Segment("#12", Style()),
    ]
    texts = [segment.text for segment in isolated(segments)]
    assert texts == [
        f"{FIRST}ידיעות{END} ", f"{FIRST}שלום", " 300 ", f"עולם 7{END}  ", "#12",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["הַגֶּשֶׁר", "شُكْرًا", "محـمد", "שלום"])
def test_points_take_no_cell_and_stay_with_their_letter(text):
    bare = [c for c in text if not re.match("[\u0591-\u05c7\u064b-\u065f]", c)]
    assert width_of(text) == len(bare) == len(graphemes(text)) == cell_len(painted(text))


async def test_list_and_article_turn_their_words_alone(make_app, library):
    with Store.open(library) as store:
        store.articles.add(
            Draft(TITLE, TEXT, source="ידיעות אחרונות", published=Moment(NOW + 60)), now=NOW
        )
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "הגשר" in screen_text(app))
        [row] = [line for line in screen_text(app).split("\n") if TITLE in line][:1]
        assert f"{FIRST}{TITLE}{END}" in row
        assert row.count(FIRST) == 2  # the source is a stretch of its own
        assert widths(app) == {100}
        assert are_all_needed(as_written(app))
        await pilot.press("enter")
        await until(pilot, lambda: "IBM" in screen_text(app))
        lines = screen_text(app).split("\n")
        [first] = [line for line in lines if "IBM" in line]
        assert first.index(RIGHT) < first.index("הַגֶּשֶׁר") < first.index("IBM") < first.rindex(END)
        [english] = [line for line in lines if "English" in line]
        assert english.index(FIRST) < english.index("A line")
        assert not any(map(is_left_open, lines))
        assert widths(app) == {100}
        await pilot.press("question_mark")
        await until(pilot, lambda: len(app.screen_stack) > 1)
        covered = screen_text(app).split("\n")
        assert any(FIRST in line or RIGHT in line for line in covered)  # what it covers is cut
        assert not any(map(is_left_open, covered))
        assert widths(app) == {100}
        assert any(line.startswith(END) for line in covered)  # as painted, before what needs none
        assert are_all_needed(as_written(app))


def as_written(app) -> list[str]:
    """The rows of a whole repaint as the terminal gets them."""
    strips = app.screen._compositor.render_strips(app.size)
    written = "".join(
        f"\x1b[{row};1H{strip.render(app.console)}" for row, strip in enumerate(strips, 1)
    )
    return re.split(r"\x1b\[\d+;1H", Ends().without_needless(written))[1:]


def are_all_needed(rows: list[str]) -> bool:
    """Whether every isolate that begins ends on its row, and every end ends one."""
    for row in rows:
        depth = 0
        for sign in row:
            depth += {FIRST: 1, RIGHT: 1, END: -1}.get(sign, 0)
            if depth < 0:
                return False
        if depth:
            return False
    return bool(rows)


def test_an_end_reaches_the_terminal_only_where_something_has_begun():
    ends = Ends()

    def at(row: int, column: int, words: str) -> str:
        start = f"\x1b[{row};{column}H"
        return ends.without_needless(start + words).removeprefix(start)

    bold = "\x1b[1m"
    assert at(1, 1, f"{END}plain {bold}words{END}  ") == f"plain {bold}words  "
    assert at(2, 1, f"{END}ab {FIRST}שלום עולם{END} 12") == f"ab {FIRST}שלום עולם{END} 12"
    assert at(2, 9, f"{END}│ box") == f"{END}│ box"  # over the middle of the words that turn
    assert at(2, 9, f"{END}│ box") == "│ box"  # and once more: the cell before has the end by now
    assert at(3, 9, f"{END}│ box") == "│ box"
    assert at(2, 1, f"{END}ab cdefgh") == "ab cdefgh"  # nothing turns here any more
    assert at(2, 9, f"{END}│ box") == "│ box"
    assert at(4, 1, f"{FIRST}שלום{END}\nx{END}") == f"{FIRST}שלום{END}\nx"
    assert at(4, 1, f"{END}abcd") == "abcd"
    assert at(5, 3, f"{RIGHT}של\x1b[2J{END}") == f"{RIGHT}של\x1b[2J"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("שלום עולם", "שלום עולם"),  # nothing beside it could move
        ("  7  2026-11-28  שלום עולם  12", f"  7  2026-11-28  {FIRST}שלום עולם{END}  12"),
        ("a شكرًا b\nשלום", f"a {FIRST}شكرًا{END} b\nשלום"),
    ],
)
def test_a_line_of_the_command_line_keeps_such_words_by_themselves(text, shown):
    assert in_isolates(text) == shown


def test_commands_isolate_for_a_terminal_and_leave_files_plain(tmp_path):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for out, shown in ((Terminal(), f"3  {FIRST}שלום{END}  b"), (io.StringIO(), "3  שלום  b")):
        context = Context(Config(library=tmp_path / "l"), out, out, io.BytesIO(), lambda: NOW)
        context.say("3  שלום  b".replace("  ", " "))
        context.say_as_is("3  שלום  b")
        context.say_text("3  שלום  b")
        assert out.getvalue().split("\n")[1:3] == [shown, shown]
        context.say_json({"a": "שלום b"})
        assert FIRST not in out.getvalue().split("\n")[3]
