"""Hand keys out one at a time: the next goes to what has the focus after the one before did all it does.

Textual sends a key to the widget that has the focus when the key comes in; the key then climbs to the app,
and only there becomes a command. Of keys that come in one burst (pasted, typed ahead, or while the program
was busy) all would go to the list that the first of them leaves. So while anything of a key
is still under way the next one waits: a follower is sent the way that the key took, behind it in every queue,
and once more behind what the key had sent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

Typed = events.Key | events.Paste

_LAPS = 2
"""Up with the key; up with what it made its widget say."""
_PATIENCE_SECONDS = 3.0
"""A screen that is not there by then will not come; keys must not wait for it for ever."""


class KeysInTurn:
    """The keys that wait, and the one that was delivered last."""

    def __init__(self, app: App[Any], deliver: Callable[[Typed], Awaitable[None]]) -> None:
        self._app, self._deliver = app, deliver
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        """Of the key that was delivered last; a follower of another one is too late."""
        self._last: tuple[MessagePump, MessagePump] | None = None
        """The screen that there was before that key, and where it went."""
        self._is_following = False
        self._patience: Timer | None = None

    async def take(self, event: Typed) -> None:
        """Deliver it now, or as soon as those before it are done."""
        self._waiting.append(event)
        if not self._is_following:
            await self._go_on()

    def put_back(self, event: Typed) -> None:
        """Deliver it once more, when what it led to is done."""
        self._waiting.appendleft(event)

    async def _go_on(self) -> None:
        """Deliver what waits, one by one, as long as nothing of the one before is under way."""
        while self._waiting:
            if self._last is not None and not self._is_settled(*self._last):
                self._begin_to_follow(*self._last)
                return
            event = self._waiting.popleft()
            self._turn += 1
            self._last = self._app.screen, self._app.focused or self._app.screen
            await self._deliver(event)

    def _is_settled(self, screen: MessagePump, way: MessagePump) -> bool:
        """Whether nothing waits in any queue that the key came through, and it led to no other screen."""
        app = self._app
        if app.screen is not screen:
            return False
        return all(map(_is_idle, {*_upwards(way), *_upwards(app.focused or screen), app}))

    def _begin_to_follow(self, screen: MessagePump, way: MessagePump) -> None:
        self._is_following = True
        turn = self._turn
        self._patience = self._app.set_timer(_PATIENCE_SECONDS, lambda: self._done(turn))
        self._follow(turn, screen, way, _LAPS)

    def _follow(self, turn: int, screen: MessagePump, node: MessagePump, laps: int) -> None:
        """Take one step up, behind whatever is in this queue; from the top on to what comes next."""
        app = self._app
        parent = node._parent
        if node is not app:
            step = parent if parent is not None else app
            if not node.call_later(self._follow, turn, screen, step, laps):
                # It is gone, and its key with it.
                app.call_later(self._follow, turn, screen, app, laps)
            return
        app.call_later(self._arrived, turn, screen, laps)

    def _arrived(self, turn: int, screen: MessagePump, laps: int) -> None:
        """On top: down again for what the key led to, until nothing more has changed."""
        app = self._app
        if turn != self._turn or not app.screen_stack:
            return
        here = app.screen
        if here is not screen:
            # Another screen: its parts are there, and one of them has the focus, when it was painted.
            here.call_after_refresh(self._follow, turn, here, here, _LAPS)
        elif laps > 1:
            self._follow(turn, screen, app.focused or here, laps - 1)
        else:
            app.call_later(self._done, turn)

    async def _done(self, turn: int) -> None:
        if turn != self._turn or not self._is_following:
            return
        if self._patience is not None:
            self._patience.stop()
        self._is_following, self._last = False, None
        await self._go_on()


def _upwards(node: MessagePump) -> Iterator[MessagePump]:
    """The node and all that it is in."""
    here: MessagePump | None = node
    while here is not None:
        yield here
        here = here._parent


def _is_idle(node: MessagePump) -> bool:
    return node._message_queue.empty() and not node._next_callbacks
