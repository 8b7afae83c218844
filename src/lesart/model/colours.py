"""The colours a passage can be marked in."""

from __future__ import annotations

COLOURS = ("yellow", "green", "blue", "red", "purple")
"""The five highlight colours, in the order of the keys 1-5."""
