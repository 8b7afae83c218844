"""What the screen and its threads say to each other: jobs, and what became of them.

Parsing, fetching and analysing never happen in this process, not even in a thread: they would hold
the interpreter while a key waits. A child process does them; it is our own command line, so there
is one code path.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lesart.model.errors import LesartError
from lesart.store import Store

Job = Callable[[Store], Any]
Done = Callable[[Any], None]
Failed = Callable[[LesartError], None]
Call = Callable[[Callable[[], None]], None]
"""Runs a function on the screen's own thread; raises RuntimeError when there is no screen any more."""


class LetGo:
    """In the queue: the library was replaced, so close what was opened of the former one."""


def unforeseen_error(error: BaseException, path: Path, what: str) -> LesartError:
    from lesart.services.bug_reports import unforeseen  # needed by bugs only

    return unforeseen(error, path, what)
