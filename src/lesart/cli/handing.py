"""Hand one JSON object to a command of the reader's own: an argument list, never a shell."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import Any

from lesart.cli.context import Context
from lesart.model.errors import UsageError
from lesart.text.json_text import to_json
from lesart.text.system_words import reason
from lesart.translations import _

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
        raise UsageError(
            _("{command} cannot be started: {value}.").format(
                command=command[0], value=reason(error)
            )
        ) from error
    except subprocess.TimeoutExpired:
        context.tell(
            _("{command} took longer than {PATIENCE_SECONDS} seconds and was ended.").format(
                command=command[0], PATIENCE_SECONDS=_PATIENCE_SECONDS
            )
        )
        return False
    if ended.returncode:
        context.tell(
            _("{command} ended with {returncode}: “{about}” will be told again.").format(
                command=command[0], returncode=ended.returncode, about=about
            )
        )
    return ended.returncode == 0
