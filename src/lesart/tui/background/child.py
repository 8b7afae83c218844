"""A run of our own command line beside the screen: it parses, fetches and analyses."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from lesart.model.errors import LesartError
from lesart.text.system_words import reason
from lesart.translations import _

_ITS_OWN_ENDS = (0, 1, 2, 3, 4, 130)
"""The exit statuses that the README gives; with any other a program has not ended itself."""
_PATIENCE = 10
"""How much it gives way to the screen (nice), and what it starts with it."""
_OURS = "lesart: "
_BUGS = ("Traceback (most recent call last)", "Fatal Python error")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return _("signal {number}").format(number=number)


class Child:
    """A run of our own command line that answers in JSON lines."""

    def __init__(self, library: Path, arguments: list[str], first_line: str = "") -> None:
        self._first_line = first_line
        """What it is told at once; unlike its arguments, no other user of the machine sees it."""
        self._library = library
        self._command = [sys.executable, "-m", "lesart", "--db", str(library), *arguments]
        self._process: asyncio.subprocess.Process | None = None
        self.messages: list[str] = []
        """What it said on stderr, the last lines."""
        self.status: int | None = None
        self._is_told = False
        """To end."""

    async def lines(self) -> AsyncIterator[dict[str, Any]]:
        """Start it and give each line of its output; ends when it does, `status` is set then."""
        import json

        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                limit=1 << 24,
                start_new_session=True,  # ctrl+c in the terminal is for the screen alone
            )
        except OSError as error:  # no more processes, no more memory
            raise LesartError(
                _("No helper could be started: {strerror}.").format(strerror=reason(error))
            ) from error
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, AttributeError):
            # The keys come first: with all cores busy its work waits, and the screen does not.
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _PATIENCE)
        if self._first_line:
            self.say(self._first_line)
        errors = asyncio.create_task(self._read_errors())
        try:
            async for line in self._process.stdout:
                with contextlib.suppress(ValueError):
                    record = json.loads(line)
                    if isinstance(record, dict):
                        yield record
            self.status = await self._process.wait()
            await errors
        finally:
            errors.cancel()
            self.stop()

    async def _read_errors(self) -> None:
        assert self._process is not None
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self.messages.append(line.decode("utf-8", "replace").strip())
            del self.messages[:-60]

    @property
    def pid(self) -> int | None:
        """Its number; None before it was started."""
        return self._process.pid if self._process else None

    @property
    def was_ended(self) -> bool:
        """Whether something other than itself and this screen has ended it: a signal, or a bug."""
        if self.status is None or self._is_told:
            return False
        is_bug = any(line.startswith(_BUGS) for line in self.messages)
        return self.status not in _ITS_OWN_ENDS or (self.status != 0 and is_bug)

    @property
    def was_killed(self) -> bool:
        """Whether a signal has ended it that was not this screen's."""
        return self.was_ended and self.status is not None and self.status < 0

    def last_words(self, what: str) -> str:
        """What a person is told about how it ended; empty if there is nothing to say.

        Only its own sentences are shown. What the interpreter or a library wrote goes into a report.
        """
        if self.was_killed:
            return _("{what} was ended from outside ({signal_name}).").format(
                what=what, signal_name=_signal_name(-(self.status or 0))
            )
        if self.was_ended:
            from lesart.services.bug_reports import keep_report

            words = "\n".join(self.messages) or _("It said nothing.")
            return _("{what} ended early: {keep_report}").format(
                what=what, keep_report=keep_report(words, self._library, f"status {self.status}")
            )
        return self.messages[-1].removeprefix(_OURS) if self.messages else ""

    def say(self, line: str) -> None:
        """Give it a line on its standard input; nothing happens if it has ended."""
        process = self._process
        if process and process.stdin and process.returncode is None:
            with contextlib.suppress(ConnectionError, RuntimeError):
                process.stdin.write(line.encode() + b"\n")

    def stop(self) -> None:
        """End it if it runs; whatever it had stored stays stored."""
        process = self._process
        if process and process.returncode is None:
            self._is_told = True
            with contextlib.suppress(ProcessLookupError):
                process.terminate()

    async def end(self) -> None:
        """Stop it and see it gone; one that does not listen is killed after a moment."""
        self.stop()
        process = self._process
        if process is None:
            return
        try:
            await asyncio.wait_for(process.wait(), 2)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.stdin is not None:
            process.stdin.close()
