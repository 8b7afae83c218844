"""From a key to the end of its frame, in the real program in a pseudo terminal: list, reader, search."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lesart.query import parse_query
from lesart.store import Store
from tests.benchmarks.report import Row, middle, spread, times
from tests.benchmarks.start import lesart
from tests.benchmarks.terminal import ALL_HITS, Frame, Terminal, painted, percentile

UP, DOWN, PAGE_DOWN, ENTER, ESCAPE = b"\x1b[A", b"\x1b[B", b"\x1b[6~", b"\r", b"\x1b"
KEYS = 100
SLOW_KEYS = 40
"""As many pages as the yardstick's list has: at its end a key paints nothing."""


def yardstick(kind: str, amount: int) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.textual_widgets", kind, str(amount)]


def opened(library: Path, **size: int) -> Terminal:
    """The program on a library, everything in its place and quiet."""
    terminal = Terminal(lesart(library), **size)
    terminal.wait_for(b"LIST")
    terminal.settle(0.8)
    return terminal


def _row(what: str, ours: Sequence[Frame], other: Sequence[Frame], beside: str, goal: str) -> Row:
    late, others_late = (percentile([frame.ms for frame in frames], 95) for frames in (ours, other))
    return Row(what, spread(ours), f"{beside} {spread(other)}", times(late, others_late), goal)


# ------------------------------------------------------------------ the list


def list_keys(library: Path, articles: int, rows: int = 2_000) -> list[Row]:
    """↓ and PgDn in the list of everything, beside Textual's OptionList with far fewer rows."""
    with Terminal(yardstick("list", rows)) as other:
        other.wait_for(b"Headline number 0", 120)
        other.settle(0.5)
        slow_down, slow_page = (other.presses([key] * SLOW_KEYS) for key in (DOWN, PAGE_DOWN))
        slow_held = other.holds([UP] * KEYS)
        slow_memory = other.memory()
    with Terminal(lesart(library)) as terminal:
        terminal.wait_for(b"LIST")
        terminal.press(DOWN)
        usable = terminal.age
        terminal.settle(0.8)
        whole = terminal.until(f"{articles:,}".encode(), b"L")
        terminal.settle(0.5)
        down, page = (terminal.presses([key] * KEYS) for key in (DOWN, PAGE_DOWN))
        held = terminal.holds([DOWN] * KEYS)
        terminal.settle(0.3)
        held_page = terminal.holds([PAGE_DOWN] * KEYS)
        memory = terminal.memory()
    beside = f"OptionList of {rows:,}"
    size = f"{articles:,} articles"
    return [
        Row(f"first key answered, {size}", f"{usable:.2f} s", goal="≤ 1.5 s"),
        Row(f"all of them listed after `L`, {size}", f"{whole / 1000:.2f} s", goal="≤ 1.5 s"),
        _row(f"↓ held down, 30 a second, {size}, p50 / p95", held, slow_held, beside,
             "p95 ≤ 35 ms"),
        Row(f"PgDn held down, {size}, p50 / p95", spread(held_page), goal="p95 ≤ 35 ms"),
        _row(f"↓, {size}, p50 / p95", down, slow_down, beside, "p95 ≤ 35 ms"),
        _row(f"PgDn, {size}, p50 / p95", page, slow_page, beside, "p95 ≤ 35 ms"),
        Row(f"memory, {size} listed", f"{memory:.0f} MiB", f"{beside} {slow_memory:.0f} MiB",
            times(memory, slow_memory), "≤ 80 MiB"),
    ]  # fmt: skip


def list_changes(library: Path, articles: int, rounds: int = 7) -> list[Row]:
    """Another filter, feed or order: until the first page of it is painted."""
    taken: dict[str, list[float]] = {"filter": [], "feed": [], "order": []}
    with opened(library) as terminal:
        for _ in range(rounds):
            taken["filter"].append(terminal.until(b"All", b"L"))
            terminal.settle(0.4, 2)
            taken["filter"].append(terminal.until(b"Unread", b"L"))
            terminal.settle(0.4, 2)
        for number in range(rounds):
            taken["feed"].append(_typed(terminal, f'from:"Paper {number + 20}"'))
            taken["order"].append(_typed(terminal, "sort:old"))
    size = f"{articles:,} articles"
    return [
        Row(f"another {what}: first page, {size}, p50 / p95", middle(ms), goal="p95 ≤ 100 ms")
        for what, ms in taken.items()
    ]


def _typed(terminal: Terminal, query: str) -> float:
    """From ⏎ after a query (its last letter follows ⏎'s wait: nothing is searched ahead) to its rows."""
    terminal.send(b"/")
    terminal.settle(0.2)
    # In one piece, so that the pause after typing cannot have searched it before ⏎ comes.
    taken = terminal.until(b"1/", query.encode() + ENTER)
    terminal.settle(0.4, 1.5)
    terminal.send(ESCAPE)
    terminal.settle(0.4, 1.5)
    return taken


# ------------------------------------------------------------------ the reader


def reader_keys(library: Path, words: int, marks: int) -> list[Row]:
    """Scrolling, marks, selecting, opening and resizing, beside Textual's TextArea."""
    with Terminal(yardstick("text", words)) as other:
        other.wait_for(b"word", 120)
        other.settle(0.5)
        slow = other.presses([DOWN] * KEYS)
        slow_resize = [other.resize(*size) for size in _SIZES]
    opening = []
    for _ in range(5):
        with opened(library, rows=24, columns=80) as terminal:
            opening.append(terminal.until(b"READ", ENTER))
    with opened(library) as terminal:
        terminal.press(ENTER)
        terminal.settle(0.5)
        scroll = terminal.presses([b"j"] * KEYS)
        marked = terminal.presses([b"]"] * KEYS)
        terminal.send(b"v")
        terminal.settle(0.2)
        moved = terminal.presses([b"l", b"w", b"j", b"h"] * (KEYS // 4))
        selected = terminal.presses([b"e", DOWN] * (KEYS // 2))
        terminal.send(ESCAPE)
        terminal.settle(0.3)
        resized = [terminal.resize(*size) for size in _SIZES]
    size = f"{words:,} words, {marks:,} marks"
    beside = "TextArea"
    return [
        Row(f"open, {size}, p50 / p95", middle(opening), goal="≤ 150 ms"),
        _row("scroll by a line, p50 / p95", scroll, slow, beside, "p95 ≤ 10 ms"),
        _row("next mark, p50 / p95", marked, slow, beside, "p95 ≤ 12 ms"),
        _row("cursor while selecting, p50 / p95", moved, slow, beside, "p95 ≤ 12 ms"),
        _row("selecting words and lines, p50 / p95", selected, slow, beside, "p95 ≤ 12 ms"),
        Row("resize until all is painted, p50 / p95", middle(resized),
            f"{beside} {middle(slow_resize)}", goal="≤ 250 ms"),
    ]  # fmt: skip


_SIZES = [(40, 100), (30, 150), (24, 80), (50, 190), (40, 140), (20, 60), (40, 140)]


# ------------------------------------------------------------------ search while typing


def _top_title(library: Path, word: str) -> str:
    """How the title of the newest article with this word begins; at least one begun so."""
    with Store.open(library, is_read_only=True) as store:
        ids = [*store.search.ids(parse_query(word, date.today()), limit=1)] or [
            *store.search.ids(parse_query(f"{word}*", date.today()), limit=1)
        ]
        [headline] = store.articles.headlines(ids)
    return " ".join(headline.title.split()[:3])


def search_keys(library: Path, articles: int, words: Sequence[str]) -> list[Row]:
    """Every letter typed at 8 a second: how late its own frame is, and when the results stand."""
    letters, firsts, results = [], [], []
    top = {word: _top_title(library, word) for word in words}
    with opened(library) as terminal:
        for word in words:
            terminal.send(b"/")
            terminal.settle(0.3)
            for letter in word:
                begin = time.perf_counter()
                letters.append(terminal.press(letter.encode()))
                terminal.settle(max(0.0, 0.125 - (time.perf_counter() - begin)), 0.125)
            terminal.settle(0.6)
            terminal.send(ESCAPE)
            terminal.settle(0.5)
            terminal.send(b"/")
            terminal.settle(0.3)
            firsts.append(terminal.until(painted(top[word]), word.encode() + ENTER))
            results.append(firsts[-1] + terminal.further(ALL_HITS))
            terminal.send(ESCAPE)
            terminal.settle(0.5)
    size = f"{articles:,} articles"
    worst = f"{max(letter.ms for letter in letters):.0f} ms"
    return [
        Row(f"a letter typed into search, {size}, p50 / p95", spread(letters), f"latest {worst}",
            goal="none later than 35 ms"),
        Row(f"a word and ⏎ until its first results, {size}, p50 / p95", middle(firsts),
            goal="p95 ≤ 130 ms"),
        Row(f"… until all are listed and counted, {size}, p50 / p95", middle(results),
            goal="p95 ≤ 130 ms"),
    ]  # fmt: skip
