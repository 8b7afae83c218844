"""Write down which part of a page was kept or dropped, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

_LONGEST = 80


class Step(NamedTuple):
    """One decision about one part of a page."""

    is_kept: bool
    what: str
    """The element as a style sheet would name it: div#side.box."""
    why: str
    words: str
    """How it begins."""


@dataclass
class Trace:
    """The decisions in the order in which they fell."""

    steps: list[Step] = field(default_factory=list)
    chosen_by: str = ""
    """Which way of finding the story was taken."""
    is_wanted: bool = True
    """Whether anybody will read the steps; to put them down is work."""

    def drop(self, element: Any, why: str) -> None:
        self._add(False, element, why)

    def keep(self, element: Any, why: str) -> None:
        self._add(True, element, why)

    def _add(self, is_kept: bool, element: Any, why: str) -> None:
        if not self.is_wanted:
            return
        words = " ".join(str(element.text_content()).split())
        if words:
            self.steps.append(Step(is_kept, shown(element), why, words[:_LONGEST]))


def shown(element: Any) -> str:
    """An element as a person would name it in a style sheet: div#side.box."""
    name = str(element.tag)
    if identifier := (element.get("id") or "").split():
        name += f"#{identifier[0]}"
    name += "".join(f".{one}" for one in (element.get("class") or "").split()[:3])
    return name[:_LONGEST]
