"""One key for one person, place or organisation, however and in whichever language it is spelt."""

from __future__ import annotations

from lesart.analysis.names.index import NameIndex

NAME_KEYS = 1
"""Raised whenever the same name may get another key."""

__all__ = ["NAME_KEYS", "NameIndex"]
