"""What the sentence says about a figure: who says so."""

from __future__ import annotations
