"""Wait until the app has done what was asked of it, instead of for a stretch of time.

Textual's own pilot sleeps for two or three spells of 20 ms behind every key, and goes on once the process
takes little time of the processor: which it also does while other programs have the processor.
"""

from __future__ import annotations

import asyncio
import queue
from time import monotonic, process_time
from typing import Any

import textual.app
import textual.pilot
from textual._context import active_app

_MOST_SPENT, _MOST_SECONDS = 2, 20
"""Seconds of the processor, and of the clock, after which a busy app will not settle."""
_SPELL = 0.004
"""Between two looks at a thread that has something to do."""
_IDLE_SPELLS = 20
"""So many in which the process did next to nothing: the thread waits for somebody else."""


async def settled(*_: float) -> None:
    """No message waits, nothing is to be painted, and neither the writer nor the searcher has work."""
    app = active_app.get()
    loop: Any = asyncio.get_running_loop()
    end, most, idle = monotonic() + _MOST_SECONDS, process_time() + _MOST_SPENT, 0
    while monotonic() < end and process_time() < most and idle < _IDLE_SPELLS:
        await asyncio.sleep(0)
        if loop._ready or _paint(app):
            continue
        if _threads_work(app):
            idle = idle + 1 if await _is_idle_spell() else 0
            continue
        await asyncio.sleep(0)  # a thread's answer may have come between the two looks
        if not loop._ready:
            return


async def _is_idle_spell() -> bool:
    """Wait a little; whether nothing was done meanwhile, though the processor was to be had."""
    began, spent = monotonic(), process_time()
    await asyncio.sleep(_SPELL)
    return monotonic() - began < 2 * _SPELL and process_time() - spent < _SPELL / 8


def _paint(app: Any) -> bool:
    """Paint what is to be painted now, rather than at the next beat."""
    screen = app._screen_stack[-1] if app._screen_stack else None
    if screen is None or not screen.is_current or app._batch_count:
        return False
    if not (
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
    ):
        return False
    screen._on_timer_update()
    return True


def _threads_work(app: Any) -> bool:
    """Whether a thread of the app has something in hand, or waiting."""
    jobs = (getattr(getattr(app, "writer", None), "_jobs", None),
            getattr(getattr(app, "searcher", None), "_wanted", None))  # fmt: skip
    return any(not _is_awaited(waiting) for waiting in jobs if waiting is not None)


def _is_awaited(jobs: queue.Queue[Any]) -> bool:
    """Whether it is empty and somebody waits for the next: what was taken from it is done."""
    return jobs.empty() and bool(jobs.not_empty._waiters)  # type: ignore[attr-defined]


def wait_by_settling() -> None:
    """Let every pilot wait like this."""
    for module in textual.app, textual.pilot:
        assert hasattr(module, "wait_for_idle"), "Textual's pilot waits by something else now"
        module.wait_for_idle = settled
