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
from lesart.services.importing.items import Source, shown_name
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
    place: str = ""
    """Where it lies with all links followed, as text; empty for standard input."""


def place_of(path: Path | str) -> str:
    """Where a file lies, links followed; names that are no text are escaped."""
    return _as_text(os.path.realpath(path))


def _as_text(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


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
        yield FoundFile(path, shown_name(path), path.absolute().parent.name, place=place_of(path))


def _in_folder(
    path: Path, folder: str, seen: set[tuple[int, int]], root: str, depth: int = 0
) -> Iterator[FoundFile | Failed]:
    try:
        here = path.stat()
        # A link back to a folder above would lead round for ever.
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        with os.scandir(path) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
        around = os.path.realpath(path)
    except OSError as error:
        yield failed_file(path, reason_of(error))
        return
    endings = {entry.name: os.path.splitext(entry.name) for entry in entries}
    pages = {stem for stem, suffix in endings.values() if format_of(suffix, "") == "html"}
    for entry in entries:
        name = entry.name
        if name.startswith(".") or endings[name][1].lower() in _NOT_ARTICLES:
            continue
        inside = path / name
        is_link = entry.is_symlink()
        if is_link and not _is_within(root, inside):
            # A folder somebody sent must not fetch what its reader never named.
            yield failed_file(inside, _("this is a link out of the folder; name it to import it."))
        elif not _is_folder(entry):
            place = place_of(inside) if is_link else _as_text(os.path.join(around, name))
            yield FoundFile(inside, shown_name(inside), folder, is_in_folder=True, place=place)
        elif depth > _DEEPEST_FOLDER:
            yield failed_file(inside, _("folders are nested too deep here."))
        # A browser saves a page's pictures beside it, in a folder of the page's name.
        elif not any(name.removesuffix(end) in pages for end in _PICTURES if name.endswith(end)):
            yield from _in_folder(inside, folder, seen, root, depth + 1)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link round to itself; opening it tells
        return False


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
        case OSError(strerror=str(said)):
            words = _(said)
            return f"{words[:1].lower()}{words[1:]}."
    return _("this cannot be the name of a file.")


def check_readable(path: Path, name: str) -> os.stat_result:
    """What the system says of the file; raises ImportFailed where it cannot be read.

    Asked before it is opened: a pipe or a device would never end, or answer.
    """
    try:
        state = path.stat()
    except (OSError, ValueError) as error:
        raise ImportFailed(name, reason_of(error)) from error
    if not stat.S_ISREG(state.st_mode):
        raise ImportFailed(name, _("this is no regular file."))
    return state


def source_at(path: Path, name: str) -> tuple[Source, os.stat_result]:
    """A file to be read, and what the system says of it; raises ImportFailed where it cannot be."""
    state = check_readable(path, name)
    filename = os.fsencode(path.name).decode("utf-8", "replace")
    return Source(name, filename, state.st_size, lambda: opened(path, name)), state


def opened(path: Path, name: str) -> BinaryIO:
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise ImportFailed(name, reason_of(error)) from error
