"""What every screen over the main one shares: it is left once, however fast the keys come."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import ModalScreen

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A screen that answers once. A second enter, typed before it was gone, is nobody's answer."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


class Palette(CommandPalette):
    """Textual's palette, left once, and calm about keys that come before its list is laid out."""

    def dismiss(self, result: object = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)  # type: ignore[arg-type]

    def _action_command_list(self, action: str) -> None:
        with contextlib.suppress(LookupError):
            super()._action_command_list(action)


class PaletteLine(NamedTuple):
    """A command as the palette shows and finds it."""

    title: str
    says: str
    other_words: str
    """What people who come from other programs call it."""
    do: Callable[[], None]


def palette_of(lines: Sequence[PaletteLine]) -> Palette:
    """A palette that finds each line by any words of its title, its sentence or other names."""

    class Lines(Provider):
        async def discover(self) -> Hits:
            for line in lines:
                yield DiscoveryHit(line.title, line.do, help=line.says)

        async def search(self, query: str) -> Hits:
            words, matcher = query.casefold().split(), self.matcher(query)
            for line in lines:
                known = f"{line.title} {line.says} {line.other_words}".casefold()
                in_title = matcher.match(line.title)
                if in_title > 0 or all(word in known for word in words):
                    yield Hit(1 + in_title, matcher.highlight(line.title), line.do, help=line.says)

    return Palette([Lines], id="--command-palette")
