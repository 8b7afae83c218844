"""Files that a program of the reader's is given to show: in a folder of our own, for this session only."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folders: list[Path] = []


def put(content: bytes, name: str) -> str:
    """Where it lies, readable by its owner alone; it goes when the program is left."""
    if not _folders:
        _folders.append(Path(tempfile.mkdtemp(prefix="lesart-")))  # 0700
        atexit.register(_clean_up)
    number, path = 1, _folders[0] / name
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            break
        except FileExistsError:
            number += 1
            path = _folders[0] / f"{number}-{name}"
    with open(handle, "wb") as file:
        file.write(content)
    return str(path)


def opener(platform: str) -> tuple[str, ...]:
    """The program by which a system shows a file with what it is for."""
    return ("open",) if platform == "darwin" else ("xdg-open",)


def _clean_up() -> None:
    for folder in _folders:
        shutil.rmtree(folder, ignore_errors=True)
