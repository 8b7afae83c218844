"""The themes of our own. Text and every mark keep a contrast of 4.5:1 in each of them.

Two are for eyes that see colours otherwise: their highlights differ in lightness, too, hold no pair of
red and green, and have their number beside them.
"""

from __future__ import annotations

from textual.theme import Theme

from lesart.model.colours import COLOURS

_COLOURBLIND = "lesart-colourblind-"


def _colours(kind: str, *values: str) -> dict[str, str]:
    return {f"{kind}-{colour}": value for colour, value in zip(COLOURS, values, strict=True)}


_NOTES = _colours("note", "#d6a100 30%", "#2fa85a 30%", "#3b82f6 30%", "#e5405e 30%", "#a855f7 30%")
_ON_DARK = _colours("swatch", "#e0b62e", "#5cc98a", "#8ab4ff", "#ff8fa3", "#cfa2ff")
_ON_LIGHT = _colours("swatch", "#6b5000", "#14663a", "#1a4fae", "#a0203a", "#6a2da8")

DARK = Theme(
    name="lesart-dark",
    primary="#7aa2f7",
    secondary="#7dcfff",
    accent="#9ece6a",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d5d9e8",
    background="#14161e",
    surface="#1a1c27",
    panel="#232634",
    dark=True,
    variables={
        "block-cursor-background": "#2f3a5c",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#262b3f",
        "text-muted": "#a1a8c4",
        "text-disabled": "#a1a8c4",
        "border": "#3b4261",
        "footer-key-foreground": "#e0af68",
        **_NOTES,
        **_ON_DARK,
    },
)

LIGHT = Theme(
    name="lesart-light",
    primary="#2a5db0",
    secondary="#006d8f",
    accent="#3d6b1f",
    warning="#8a5200",
    error="#b3243c",
    success="#3d6b1f",
    foreground="#23262f",
    background="#fbfaf7",
    surface="#f3f1ea",
    panel="#e8e5da",
    dark=False,
    variables={
        "block-cursor-background": "#cfdcf5",
        "block-cursor-foreground": "#10131a",
        "block-cursor-blurred-background": "#e4e9f3",
        "text-muted": "#565b69",
        "text-disabled": "#565b69",
        "border": "#c3c0b3",
        "footer-key-foreground": "#8a5200",
        **_NOTES,
        **_ON_LIGHT,
    },
)

COLOURBLIND_DARK = Theme(
    name=f"{_COLOURBLIND}dark",
    primary="#8ab8ff",
    secondary="#7cc4ff",
    accent="#55d6ae",
    warning="#ffb92e",
    error="#ff9a5c",
    success="#6cc5ff",
    foreground="#eceef4",
    background="#12151c",
    surface="#191d26",
    panel="#222733",
    dark=True,
    variables={
        "block-cursor-background": "#2b3a57",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#242b3a",
        "text-muted": "#a9b0c4",
        "text-disabled": "#a9b0c4",
        "border": "#4a5470",
        "footer-key-foreground": "#ffb92e",
        **_colours("note", "#5e5200", "#00493d", "#0f2d70", "#6b1f00", "#6b3d66"),
        **_colours("swatch", "#f0e442", "#3fc9a0", "#8ab8ff", "#ff9a5c", "#e6a8cf"),
    },
)

COLOURBLIND_LIGHT = Theme(
    name=f"{_COLOURBLIND}light",
    primary="#1c4f9c",
    secondary="#005a91",
    accent="#00604d",
    warning="#7a4600",
    error="#a13a00",
    success="#005a91",
    foreground="#1d2027",
    background="#fcfbf8",
    surface="#f4f2ec",
    panel="#e9e6dc",
    dark=False,
    variables={
        "block-cursor-background": "#d2def2",
        "block-cursor-foreground": "#0d1016",
        "block-cursor-blurred-background": "#e6ebf3",
        "text-muted": "#50555f",
        "text-disabled": "#50555f",
        "border": "#aeaba0",
        "footer-key-foreground": "#7a4600",
        **_colours("note", "#ffe98a", "#8fdcc4", "#bcd7ff", "#f7b08c", "#cf9fdb"),
        **_colours("swatch", "#665200", "#006650", "#1c4f9c", "#a13a00", "#7d3a72"),
    },
)

OWN = (DARK, LIGHT, COLOURBLIND_DARK, COLOURBLIND_LIGHT)


def variables_for_any_theme(*, is_dark: bool) -> dict[str, str]:
    """What our styles ask for and a theme that is not ours does not have."""
    return {**_NOTES, **(_ON_DARK if is_dark else _ON_LIGHT)}


def numbers_colours(name: str) -> bool:
    """Whether a theme writes the number of a highlight's colour beside it."""
    return name.startswith(_COLOURBLIND)


def of_other_light(theme: Theme) -> str:
    """The name of our dark theme for a light one, and the other way round."""
    kind = _COLOURBLIND if numbers_colours(theme.name) else "lesart-"
    return f"{kind}{'light' if theme.dark else 'dark'}"
