"""A process of our own that answers one job after another, and that can be ended, as no thread can.

Jobs and answers are bytes, each behind its length. The process gives way to whoever asks, does not hear
the terminal's Ctrl+C, and ends when nobody asks any more, however that one ended.
"""

from __future__ import annotations

import contextlib
import gc
import os
import selectors
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from typing import IO

_LENGTH = struct.Struct(">Q")
_PIPE = 2**20
"""Bytes that a pipe should hold, so that a job or an answer goes through in one piece: for each piece
both sides have to be woken, and ours may have to wait for a thread that stores."""


class WorkerProcess:
    """One child; one caller at a time. It starts at the first job and after each kill."""

    def __init__(self, program: Callable[[], str]) -> None:
        """`program` gives the Python that a child runs which is started now; it ends in `serve`."""
        self._program = program
        self.child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Have the child load its libraries while the first job is still on its way."""
        if self.child is None or self.child.poll() is not None:
            self.child = subprocess.Popen(  # noqa: S603 - our own program, in our own Python
                # -P: a file in the working folder must not pass for one of Python's modules.
                [sys.executable, "-P", "-c", self._program()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,
            )
            for pipe in (self.child.stdin, self.child.stdout):
                _widen(pipe)

    def ask(self, job: bytes, seconds: float | None = None) -> memoryview:
        """The answer; raises TimeoutError, or EOFError and OSError where the child is gone."""
        self.start()
        child = self.child
        if child is None or child.stdin is None or child.stdout is None:
            raise EOFError
        end = None if seconds is None else time.monotonic() + seconds
        _write(child.stdin, _LENGTH.pack(len(job)) + job, end)
        return _read(child.stdout, end)

    def end(self) -> None:
        """End the child; from any thread. Whoever asks it something hears EOFError, and cleans up.

        Closing the pipe under that thread's feet would leave it waiting.
        """
        child = self.child
        if child is not None:
            child.kill()

    def kill(self) -> None:
        """End the child, wait until it has, and close what led there."""
        child, self.child = self.child, None
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()
            child.wait()


def _write(pipe: IO[bytes], data: bytes, end: float | None) -> None:
    # Blocking is no danger here: the child reads a whole job before it works on it.
    view = memoryview(data)
    while view:
        if end is not None and time.monotonic() > end:
            raise TimeoutError
        view = view[os.write(pipe.fileno(), view[: 2**20]) :]


def _read(pipe: IO[bytes], end: float | None) -> memoryview:
    """The whole answer; the child writes one for each job, and nothing behind it."""
    pieces = bytearray()
    length = _LENGTH.size
    with selectors.PollSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while len(pieces) < length:
            left = None if end is None else end - time.monotonic()
            if (left is not None and left <= 0) or not selector.select(left):
                raise TimeoutError
            piece = os.read(pipe.fileno(), _PIPE)
            if not piece:
                raise EOFError
            pieces += piece
            if length == _LENGTH.size <= len(pieces):
                length += _LENGTH.unpack_from(pieces)[0]
    return memoryview(pieces)[_LENGTH.size :]


def _widen(pipe: IO[bytes] | None) -> None:
    with contextlib.suppress(ImportError, AttributeError, OSError):  # where the system lets us
        import fcntl

        if pipe is not None:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


# ------------------------------------------------------------------ in the child


def serve(answer: Callable[[bytes], bytes], load: Callable[[], None]) -> None:
    """Answer jobs from standard input until it ends; `load` has the slow imports before the first."""
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not get between the answers
    load()
    # Each job leaves the process as it was, so there is little to look for in between.
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    while len(head := jobs.read(_LENGTH.size)) == _LENGTH.size:
        said = answer(jobs.read(_LENGTH.unpack(head)[0]))
        try:
            answers.write(_LENGTH.pack(len(said)) + said)
            answers.flush()
        except BrokenPipeError:
            return
