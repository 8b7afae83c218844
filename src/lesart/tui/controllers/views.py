"""Lists of articles by name: those that are always there, and those a search makes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A list of articles: what it answers, and what it is called."""

    query: str = ""
    name: str = "All"


UNREAD = View("is:unread", "Unread")
ALL = View("", "All")
STARRED = View("is:starred", "Starred")
ANNOTATED = View("is:annotated", "Annotated")
NEW = View("is:new", "New since last time")
STANDING = (UNREAD, ALL, STARRED, ANNOTATED, NEW)
"""The views that nobody has to make."""
