"""What a begun path may become."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice

_MOST_LOOKED_AT = 2000
_MOST = 50


def paths_like(begun: str) -> list[str]:
    """Files and folders that begin so, as the person writes them (`~` stays); folders end in `/`."""
    if not begun or "\0" in begun:
        return []
    folder, name = os.path.split(begun)
    where = os.path.expanduser(folder) if folder else os.curdir
    try:
        with os.scandir(where) as entries:
            found = [
                (entry.name, _is_folder(entry))
                for entry in islice(entries, _MOST_LOOKED_AT)
                if entry.name.startswith(name) and (name.startswith(".") or entry.name[:1] != ".")
            ]
    except (OSError, ValueError):
        return []
    head = begun[: len(begun) - len(name)]
    shown = [f"{head}{name}{'/' if is_folder else ''}" for name, is_folder in sorted(found)]
    return [path for path in shown if path.isprintable()][:_MOST]


def in_common(begun: str, lines: Sequence[str]) -> str:
    """What all lines begin with, where that is more than what was begun; else nothing."""
    if not lines:
        return ""
    first, *others = lines
    for other in others:
        same = 0
        while same < min(len(first), len(other)) and first[same] == other[same]:
            same += 1
        first = first[:same]
    return first if len(first) > len(begun) and first.startswith(begun) else ""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
