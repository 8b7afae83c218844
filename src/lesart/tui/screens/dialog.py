"""What every screen over the main one shares: it is left once, however fast the keys come."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.events import Event, Mount
from textual.screen import ModalScreen
from textual.widget import Widget

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A screen that answers once. A second enter, typed before it was gone, is nobody's answer."""

    scrolled: ClassVar[tuple[type[Widget], ...]] = ()
    """What is in it that moves by keys of the registry."""
    types_text: ClassVar[bool] = False
    """Letters are typed here, so no command can have them."""

    async def on_event(self, event: Event) -> None:
        """Who leaves or quits while a dialog opens closes it before anything stands in it: then what would be
        set up is not there."""
        is_gone = not self.children or self not in self.app.screen_stack
        if isinstance(event, Mount) and is_gone:
            return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Give dialog and what it scrolls the keys of the preset and the reader's own."""
        if not self._own_keys:
            return
        from lesart.tui.dialog_keys import give, with_own_keys

        for kind, rows in with_own_keys(
            type(self), self.scrolled, self._own_keys, types_text=self.types_text
        ):
            for node in [self] if kind is type(self) else self.query(kind):
                give(node, rows)

    @property
    def _own_keys(self) -> Mapping[str, str]:
        keys: Mapping[str, str] = getattr(self.app, "keys", {})
        return keys

    def with_keys(self, sentence: str, *commands: str) -> str:
        """A sentence that names keys of these commands or motions, with those that there are now."""
        if not self._own_keys:
            return sentence
        from lesart.tui.dialog_keys import in_sentence
        from lesart.tui.widgets.bars import FIRST_KEYS

        return in_sentence(sentence, commands, self._own_keys, FIRST_KEYS)

    def keyed(self, line: str) -> str:
        """A line of keys, with those that there are now."""
        if not self._own_keys:
            return line
        from lesart.tui.dialog_keys import keyed, signs_now, with_own_keys

        rows = with_own_keys(type(self), self.scrolled, self._own_keys, types_text=self.types_text)
        return keyed(line, signs_now(row for _kind, some in rows for row in some))

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


class Palette(CommandPalette):
    """Textual's palette, left once, and calm about keys that come before its list is laid out."""

    BINDINGS = [
        Binding("ctrl+n", "cursor_down", "down", show=False),
        Binding("ctrl+p", "command_list('cursor_up')", "up", show=False),
        Binding("ctrl+g", "dismiss", "leave", show=False),
    ]

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

    from lesart.translations import _

    return Palette([Lines], placeholder=_("words of a command"), id="--command-palette")
