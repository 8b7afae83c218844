"""A series of small numbers as a row of bars, one cell each."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.tui.rendering.glyphs import Glyphs


def sparkline(numbers: Sequence[int], glyphs: Glyphs, width: int = 0) -> str:
    """Bars as high as the numbers are against the highest; none for nothing. The last `width` of them."""
    shown = list(numbers[-width:] if width else numbers)
    highest, signs = max(shown, default=0), glyphs.bars
    if not highest:
        return " " * len(shown)
    last = len(signs) - 1
    return "".join(signs[max(0, round(n / highest * last))] if n else " " for n in shown)
