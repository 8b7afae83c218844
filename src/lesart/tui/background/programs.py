"""Programs of the reader's own, run beside the screen: arguments as a list, never a shell."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Sequence
from typing import NamedTuple

from lesart.model.errors import LesartError
from lesart.text.system_words import reason
from lesart.translations import _

PATIENCE = 60.0
MOST_BYTES = 200_000
URL = "{url}"


class Ran(NamedTuple):
    """How a program ended."""

    status: int
    output: str
    """What it wrote to both its outputs, as far as it was kept."""
    is_cut: bool = False
    was_stopped: bool = False
    """It took too long, or wrote without end."""


def with_url(argv: Sequence[str], url: str) -> list[str]:
    """The arguments with an address for `{url}`, else behind them."""
    if any(URL in word for word in argv[1:]):
        return [argv[0], *(word.replace(URL, url) for word in argv[1:])]
    return [*argv, url]


async def run_beside(
    argv: Sequence[str], given: bytes = b"", *, patience: float = PATIENCE, most: int = MOST_BYTES
) -> Ran:
    """Run a program to its end with `given` on its standard input; it never has our terminal."""
    try:
        process = await asyncio.create_subprocess_exec(
            *argv, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise LesartError(
            _("{argv} cannot be started: {value}.").format(argv=argv[0], value=reason(error))
        ) from error
    assert process.stdin is not None
    assert process.stdout is not None
    feeding = asyncio.create_task(_feed(process.stdin, given))
    output, is_cut, was_stopped = b"", False, False
    try:
        async with asyncio.timeout(patience):
            while piece := await process.stdout.read(65536):
                output += piece
                if len(output) > most:
                    output, is_cut, was_stopped = output[:most], True, True
                    break
            else:
                await process.wait()
    except TimeoutError:
        was_stopped = True
    finally:
        feeding.cancel()
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # with what it has begun itself
            await process.wait()
    return Ran(process.returncode or 0, output.decode("utf-8", "replace"), is_cut, was_stopped)


async def _feed(stdin: asyncio.StreamWriter, given: bytes) -> None:
    with contextlib.suppress(ConnectionError, OSError):
        stdin.write(given)
        await stdin.drain()
        stdin.close()


async def start_beside(argv: Sequence[str], *, patience: float = 15.0) -> int:
    """Start a program and let it be; gives its exit status if it ends soon, else 0."""
    try:
        process = await asyncio.create_subprocess_exec(
            *argv, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise LesartError(
            _("{argv} cannot be started: {value}.").format(argv=argv[0], value=reason(error))
        ) from error
    try:
        async with asyncio.timeout(patience):
            return await process.wait()
    except TimeoutError:
        return 0
