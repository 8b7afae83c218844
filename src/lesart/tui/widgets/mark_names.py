"""What marks are called, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.translations import ngettext

if TYPE_CHECKING:
    from lesart.tui.widgets.reader_layers import MarkKind


def marks_named(kind: MarkKind, count: int) -> str:
    """The word for so many marks of a kind: "figure", "figures"."""
    match kind:
        case "figures":
            return ngettext("figure", "figures", count)
        case "entities":
            return ngettext("name", "names", count)
        case "annotations":
            return ngettext("note", "notes", count)
        case "matches":
            return ngettext("match", "matches", count)
        case _:
            return ngettext("mark", "marks", count)
