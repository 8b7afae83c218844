"""Find the files that a path means: itself, or all in its folder, and open them without waiting."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lesart.config import at_home
from lesart.model.errors import ImportFailed
from lesart.services.importing.formats import format_of
from lesart.services.importing.items import shown_name
from lesart.services.outcomes import Failed
from lesart.translations import _

STDIN = "-"
_NOT_ARTICLES = {".opml", ".xml", ".rss", ".atom", ".css", ".js", ".json", ".jsonl", ".jsonld"}
"""Passed over in folders: lists of feeds, and what browsers save beside a page."""
_PICTURES = ("_files", "-Dateien", "_fichiers", "_archivos")
_DEEPEST_FOLDER = 100


class FoundFile(NamedTuple):
    path: Path | None
    """None is standard input."""
    name: str
    folder: str
    is_in_folder: bool = False
    """Whether it was found in a folder, and not named by itself."""


def belongs_to(library: Path, path: Path) -> bool:
    """Whether `path` is the library itself, its log or its lock: it may lie among the files."""
    return (
        path.name.startswith(library.name) and path.absolute().parent == library.absolute().parent
    )


def find_files(path: str | Path) -> Iterator[FoundFile | Failed]:
    """The files that `path` means, in the order of their names."""
    if str(path) == STDIN:
        yield FoundFile(None, _("standard input"), "")
        return
    path = at_home(str(path))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield failed_file(path, reason_of(error))
        return
    if is_folder:
        yield from _in_folder(path, path.absolute().name, set(), os.path.realpath(path))
    else:
        yield FoundFile(path, shown_name(path), path.absolute().parent.name)


def _in_folder(
    path: Path, folder: str, seen: set[tuple[int, int]], root: str, depth: int = 0
) -> Iterator[FoundFile | Failed]:
    try:
        here = path.stat()
        # A link back to a folder above would lead round for ever.
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        names = sorted(os.listdir(path))
    except OSError as error:
        yield failed_file(path, reason_of(error))
        return
    pages = {Path(name).stem for name in names if format_of(Path(name).suffix, "") == "html"}
    for name in names:
        inside = path / name
        if name.startswith(".") or inside.suffix.lower() in _NOT_ARTICLES:
            continue
        if inside.is_symlink() and not _is_within(root, inside):
            # A folder somebody sent must not fetch what its reader never named.
            yield failed_file(inside, _("this is a link out of the folder; name it to import it."))
        elif not inside.is_dir():
            yield FoundFile(inside, shown_name(inside), folder, is_in_folder=True)
        elif depth > _DEEPEST_FOLDER:
            yield failed_file(inside, _("folders are nested too deep here."))
        # A browser saves a page's pictures beside it, in a folder of the page's name.
        elif not any(name.removesuffix(end) in pages for end in _PICTURES if name.endswith(end)):
            yield from _in_folder(inside, folder, seen, root, depth + 1)


def _is_within(root: str, path: Path) -> bool:
    there = os.path.realpath(path)
    return there == root or there.startswith(root.rstrip(os.sep) + os.sep)


def failed_file(path: Path, reason: str) -> Failed:
    name = shown_name(path)
    return Failed(name, ImportFailed(name, reason))


def reason_of(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return _("there is no such file.")
        case PermissionError():
            return _("no permission to read it.")
        case OSError(strerror=str(words)):
            return f"{words[:1].lower()}{words[1:]}."
    return _("this cannot be the name of a file.")


def check_readable(path: Path, name: str) -> int:
    """How large the file is; raises ImportFailed where it cannot be read.

    Asked before it is opened: a pipe or a device would never end, or answer.
    """
    try:
        mode = path.stat()
    except (OSError, ValueError) as error:
        raise ImportFailed(name, reason_of(error)) from error
    if not stat.S_ISREG(mode.st_mode):
        raise ImportFailed(name, _("this is no regular file."))
    return mode.st_size


def opened(path: Path, name: str) -> BinaryIO:
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise ImportFailed(name, reason_of(error)) from error
