"""The few signs the screen paints, and their ASCII twins for terminals without them."""

from __future__ import annotations

from typing import NamedTuple

from lesart.model.colours import COLOURS


class Glyphs(NamedTuple):
    """One cell each; `bars` are several, from the lowest to the highest."""

    unread: str = "●"
    star: str = "★"
    note: str = "✎"
    gutter: str = "┆"
    bar: str = "▌"
    quote: str = "▎"
    bullet: str = "•"
    swatch: str = "■"
    arrow: str = "▸"
    rule: str = "─"
    confirmed: str = "✓"
    corrected: str = "†"
    watched: str = "◆"
    reply: str = "↳"
    rise: str = "↑"
    fall: str = "↓"
    rise_to: str = "↗"
    fall_to: str = "↘"
    bars: str = "▁▂▃▄▅▆▇█"
    changed: str = "Δ"
    opened: str = "▾"
    warning: str = "⚠"
    paused: str = "‖"
    muted: str = "○"

    def swatch_of(self, colour: str, *, is_numbered: bool) -> str:
        """Two cells that stand for a highlight colour, in that colour; its number tells it without."""
        number = COLOURS.index(colour) + 1 if is_numbered and colour in COLOURS else " "
        return f"{self.swatch}{number}"


UNICODE = Glyphs()
ASCII = Glyphs(
    "*", "!", "+", ":", ">", "|", "-", "#", ">", "-", "=", "^", "~", "`", "+", "-", "/", "\\",
    ".:-=+*#", "%", "v",
    "!", "=", "o",
)  # fmt: skip
