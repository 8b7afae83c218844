"""Hand keys out one at a time: the next goes to what has the focus after the one before did all it does.

Textual sends a key to the widget that has the focus when the key comes in; the key then climbs to the app,
and only there becomes a command. Of keys that come in one burst (pasted, typed ahead, or while the program
was busy) all would go to the list that the first of them leaves. So the next one waits: a follower is sent
the way that the key took, behind it in every queue, and once more behind what the key had sent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
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
    """The keys that wait, and the one that is on its way."""

    def __init__(self, app: App[Any], deliver: Callable[[Typed], Awaitable[None]]) -> None:
        self._app, self._deliver = app, deliver
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        """Of the key that is on its way; a follower of another one is too late."""
        self._is_under_way = False
        self._patience: Timer | None = None

    async def take(self, event: Typed) -> None:
        """Deliver it now, or as soon as those before it are done."""
        self._waiting.append(event)
        if not self._is_under_way:
            await self._next()

    def put_back(self, event: Typed) -> None:
        """Deliver it once more, when what it led to is done."""
        self._waiting.appendleft(event)

    async def _next(self) -> None:
        if self._patience is not None:
            self._patience.stop()
        self._is_under_way = bool(self._waiting)
        if not self._waiting:
            return
        event = self._waiting.popleft()
        self._turn += 1
        turn, screen = self._turn, self._app.screen
        self._patience = self._app.set_timer(_PATIENCE_SECONDS, lambda: self._done(turn))
        way = self._app.focused or screen
        try:
            await self._deliver(event)
        finally:
            self._follow(turn, screen, way, _LAPS)

    def _follow(self, turn: int, screen: MessagePump, node: MessagePump, laps: int) -> None:
        """Take one step up, behind whatever is in this queue; from the top on to what comes next."""
        app = self._app
        parent = node._parent
        if node is not app:
            step = parent if parent is not None else app
            if not node.call_later(self._follow, turn, screen, step, laps):
                app.call_later(
                    self._follow, turn, screen, app, laps
                )  # it is gone, and its key with it
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
        if turn == self._turn and self._is_under_way:
            await self._next()
