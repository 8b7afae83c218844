"""Hand one JSON object to a command of the reader's own: an argument list, never a shell."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import Any

from lesart.cli.context import Context
from lesart.model.errors import UsageError
from lesart.text.json_text import to_json

_PATIENCE_SECONDS = 600
_STDERR = 2
"""Where the command's own words go: our standard output is JSON lines that somebody reads."""


def handed_over(
    command: Sequence[str], record: dict[str, Any], about: str, context: Context
) -> bool:
    """Whether the command took it; where not, a sentence was told. Raises UsageError where it cannot start."""
    try:
        ended = subprocess.run(  # noqa: S603  # the reader's own command, started without a shell
            list(command),
            input=to_json(record).encode() + b"\n",
            stdout=_STDERR,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except OSError as error:
        raise UsageError(f"{command[0]} cannot be started: {error.strerror or error}.") from error
    except subprocess.TimeoutExpired:
        context.tell(f"{command[0]} took longer than {_PATIENCE_SECONDS} seconds and was ended.")
        return False
    if ended.returncode:
        context.tell(f"{command[0]} ended with {ended.returncode}: “{about}” will be told again.")
    return ended.returncode == 0
