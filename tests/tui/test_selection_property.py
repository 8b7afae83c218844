"""Whatever keys select it, a quotation begins and ends with what a reader can see."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.figure import Figure
from lesart.model.text import Block, Span
from lesart.text.quotation import is_blank
from lesart.tui.rendering.cells import graphemes
from lesart.tui.widgets.extending import STEPS

from .test_reader import reading

PIECES = (
    "Words", "a", "One sentence.", "Zwei? ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", "\u3000",
    "2.0 %", "US-Armee", "„Ja“, ", "(so)", "• item\n", "x | y\n", "    code()\n", "東京都は。", "ไทย", "שלום עולם",
    "سلام", "e\u0301", " \u0301", "👩🏽‍🚀", "🇩🇪", "\u00ad", "\u200b", "…", "—",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=30).map("".join)
KEYS = st.sampled_from(
    [
        *((name,) for name in sorted(STEPS)),
        ("left",), ("right",), ("start",), ("end",), ("line", 1), ("line", -1), ("page", 1), ("page", -1),
        ("half_page", 1), ("edge", 1), ("edge", -1), ("swap",), ("grow",), ("mark", 1), ("mark", -1),
        ("count", 3),
    ]
)  # fmt: skip


def press(reader, name: str, step: int = 0) -> None:
    match name:
        case "line":
            reader.action_line(step)
        case "page":
            reader.action_page(step)
        case "half_page":
            reader.action_half_page(step)
        case "edge":
            reader.action_line_edge(step)
        case "swap":
            reader.action_swap_ends()
        case "grow":
            reader.action_grow()
        case "mark":
            reader.action_next_mark(step)
        case "count":
            reader.action_count(step)
        case _:
            reader.action_extend(name)


async def test_no_quotation_begins_or_ends_with_white_space_whatever_keys_select_it():
    async with reading(size=(24, 12)) as (_, reader):

        @settings(max_examples=400, deadline=None, derandomize=True)
        @given(TEXTS, st.lists(KEYS, max_size=12), st.data())
        def check(text: str, keys: list[tuple[str, int]], data: st.DataObject) -> None:
            places = st.integers(0, len(text))
            marks = tuple(
                Figure(Span(*sorted((data.draw(places), data.draw(places)))), "x", "count")
                for _ in range(2)
            )
            blocks = (
                Block("item", Span(0, len(text) // 2)),
                Block("code", Span(len(text) // 2, 0)),
            )
            reader.show(Article(1, "T", text, blocks), Analysis("t", "en", marks), ())
            reader.cursor = data.draw(places)
            reader.action_select()
            for key in keys:
                press(reader, *key)
                span, words = reader.selection, reader.selected_text
                if span is None:
                    assert words == ""
                    continue
                assert 0 <= span.start < span.end <= len(text)
                assert words == text[span.start : span.end]
                assert not is_blank(words[0])
                assert not is_blank(words[-1])
                starts = {grapheme.start for grapheme in graphemes(text)} | {len(text)}
                seen = text[span.end :]
                assert span.end in starts or (seen and is_blank(seen[0]))

        check()
