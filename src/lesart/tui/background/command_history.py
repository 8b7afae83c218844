"""What was typed on the command line, kept beside the library from one start to the next."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from lesart.text.clean import clean_line
from lesart.text.urls import without_secrets

MOST = 500
_LARGEST = 1 << 20
_LONGEST_LINE = 2000


def history_file(library: Path) -> Path:
    """Where the lines of this library are kept."""
    return Path(os.path.realpath(library) + ".commands")


def read_history(path: Path) -> list[str]:
    """The lines, the last typed last; none where the file is not ours or cannot be read."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.getuid():
                return []
            data = file.read(_LARGEST)
    except OSError:
        return []
    lines = (
        clean_line(line, _LONGEST_LINE) for line in data.decode("utf-8", "replace").split("\n")
    )
    return [line for line in lines if line][-MOST:]


def add_to_history(path: Path, line: str) -> None:
    """Put one more line at the end, and only there; passwords in addresses are not kept.

    A full disk or a folder that one may not write costs the line, and nothing else.
    """
    line = clean_line(without_secrets(line), _LONGEST_LINE)
    if not line:
        return
    lines = [*(old for old in read_history(path) if old != line), line][-MOST:]
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        try:
            with open(handle, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            os.replace(new, path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
