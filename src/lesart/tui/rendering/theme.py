"""One dark and one light theme of our own; body text and every highlight keep a contrast of 4.5:1."""

from __future__ import annotations

from textual.theme import Theme

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
        "text-muted": "#8f96b3",
        "border": "#3b4261",
        "footer-key-foreground": "#e0af68",
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
        "text-muted": "#5d6270",
        "border": "#c3c0b3",
        "footer-key-foreground": "#8a5200",
    },
)
