"""Lists of articles by name: those that are always there, and those a search makes."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.translations import N_, _


@dataclass(frozen=True, slots=True)
class View:
    """A list of articles: what it answers, and what it is called."""

    query: str = ""
    name: str = "All"

    @property
    def shown_name(self) -> str:
        """In the reader's language, where the name is ours and not a feed's or the reader's own."""
        is_ours = self.name in _OUR_NAMES and self.query[:3] in ("", "is:")
        return _(self.name) if is_ours else self.name


UNREAD = View("is:unread", N_("Unread"))
ALL = View("", N_("All"))
STARRED = View("is:starred", N_("Starred"))
ANNOTATED = View("is:annotated", N_("Annotated"))
NEW = View("is:new", N_("New since last time"))
STANDING = (UNREAD, ALL, STARRED, ANNOTATED, NEW)
"""The views that nobody has to make."""
_OUR_NAMES = frozenset(view.name for view in STANDING)
