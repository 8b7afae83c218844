"""Bring files into the library: texts, Markdown, saved pages, folders of them, standard input."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import BinaryIO, NamedTuple

from lesart.config import at_home
from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.services.importing.file_reader import LARGEST, TOO_LARGE, is_json, read_file, shown_name
from lesart.services.importing.formats import format_of
from lesart.services.outcomes import AlreadyThere, Failed, Imported, Outcome, Revised
from lesart.services.save_file import keep_file
from lesart.store import Store
from lesart.text.clean import clean_line

STDIN = "-"
_NOT_ARTICLES = {".opml", ".xml", ".rss", ".atom", ".css", ".js", ".json", ".jsonl", ".jsonld"}
"""Passed over in folders: lists of feeds, and what browsers save beside a page."""
EXPORTS = {".jsonl", ".jsonld", ".json"}
"""What `export` writes for another library; in folders it is passed over, since browsers save JSON."""
_TEXTS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
_PICTURES = ("_files", "-Dateien", "_fichiers", "_archivos")
_DEEPEST_FOLDER = 100
_MOST, _LARGEST_BATCH, _LONGEST_WAIT = 50, 1_000_000, 0.2
"""Files, characters and seconds that are waited for before what was read is stored."""
_MOMENT = 0.02
"""Seconds after which a transaction takes no more files; to write their words takes as long again."""


def import_paths(
    paths: Iterable[str | Path],
    store: Store,
    *,
    now: int,
    folder: str = "",
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Import each file and the files of each folder; yield what became of each.

    One file that cannot be read stops no other. `folder` is where all of them are filed; without
    it they go by the name of the folder they were found in. `-` reads one article from `stdin`.
    """
    waiting = _Waiting(store, now)
    for path in paths:
        for found in _found(path):
            if isinstance(found, Failed):
                yield from waiting.stored()
                yield found
                continue
            if found.path and _belongs_to(store.path, found.path):
                continue
            if found.path and _is_export(found.path):
                yield from waiting.stored()
                yield from _brought_back(found.path, found.name, store, now)
                continue
            try:
                draft = _draft_of(found, folder, stdin)
            except ImportFailed as error:
                yield from waiting.stored()
                yield Failed(error.name, error)
                continue
            if waiting.add(found, draft):
                yield from waiting.stored()
    yield from waiting.stored()
    store.index_maintenance.tend()


class _Waiting:
    """Files that were read and wait to be stored: some together cost a third of one after another."""

    def __init__(self, store: Store, now: int) -> None:
        self._store = store
        self._now = now
        self._intake = store.index_maintenance.intake()
        self._read: list[tuple[_Found, Draft]] = []
        self._size = 0
        self._since = 0.0

    def add(self, found: _Found, draft: Draft) -> bool:
        """Take one; whether they should be stored now."""
        if not self._read:
            self._since = monotonic()
        self._read.append((found, draft))
        self._size += len(draft.text)
        is_late = monotonic() - self._since > _LONGEST_WAIT
        return is_late or len(self._read) >= _MOST or self._size > _LARGEST_BATCH

    def stored(self) -> Iterator[Outcome]:
        """Store them, and say so of each once it is; a transaction lasts a moment, as others wait."""
        left, self._read, self._size = self._read, [], 0
        while left:
            done: list[Outcome] = []
            began = monotonic()
            with self._store.articles.together():
                for found, draft in left:
                    added = keep_file(self._store, draft, found.path, now=self._now)
                    kind = (
                        Imported if added.is_new else Revised if added.is_revised else AlreadyThere
                    )
                    done.append(kind(found.name, added.id))
                    if monotonic() - began > _MOMENT:
                        break
            left = left[len(done) :]
            self._intake.has_stored(sum(not isinstance(o, AlreadyThere) for o in done))
            yield from done


def _is_export(path: Path) -> bool:
    """Whether it is JSON: by its name, or, where that tells nothing, by what is in it."""
    suffix = path.suffix.lower()
    if suffix in EXPORTS or suffix in _TEXTS:
        return suffix in EXPORTS
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            if not file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
                return False
            file.seek(0)
            return is_json(file.read(LARGEST).decode("utf-8", "replace"))
    except OSError:
        return False  # whoever reads it next says why


def _brought_back(path: Path, name: str, store: Store, now: int) -> Iterator[Outcome]:
    from lesart.services.importing.restore_export import bring_back

    try:
        yield from bring_back(path, store, now=now)
    except ImportFailed as error:
        yield Failed(name, error)


def read_path(path: Path) -> Draft:
    """The article in one file; raises ImportFailed."""
    return read_file(_bytes_of(path, shown_name(path)), path.name)


# ------------------------------------------------------------------ files


class _Found(NamedTuple):
    path: Path | None
    """None is standard input."""
    name: str
    folder: str


def _draft_of(found: _Found, folder: str, stdin: BinaryIO | None) -> Draft:
    if found.path is None:
        data = (stdin or io.BytesIO()).read(LARGEST + 1)
        draft = read_file(data, found.name)
    else:
        try:
            draft = read_file(_bytes_of(found.path, found.name), str(found.path))
        except ImportFailed as error:
            raise ImportFailed(found.name, error.reason) from error
    inside = clean_line(found.path.absolute().parent.name, 200) if found.path else ""
    return replace(
        draft,
        source=draft.source or clean_line(folder, 200) or inside,
        folder=clean_line(folder or found.folder, 200),
    )


def _belongs_to(library: Path, path: Path) -> bool:
    """Whether `path` is the library itself, its log or its lock: it may lie among the files."""
    return (
        path.name.startswith(library.name) and path.absolute().parent == library.absolute().parent
    )


def _found(path: str | Path) -> Iterator[_Found | Failed]:
    """The files that `path` means, in the order of their names."""
    if str(path) == STDIN:
        yield _Found(None, "standard input", "")
        return
    path = at_home(str(path))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield _failed(path, _reason(error))
        return
    if is_folder:
        yield from _in_folder(path, path.absolute().name, set(), os.path.realpath(path))
    else:
        yield _Found(path, shown_name(path), path.absolute().parent.name)


def _in_folder(
    path: Path, folder: str, seen: set[tuple[int, int]], root: str, depth: int = 0
) -> Iterator[_Found | Failed]:
    try:
        here = path.stat()
        # A link back to a folder above would lead round for ever.
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        names = sorted(os.listdir(path))
    except OSError as error:
        yield _failed(path, _reason(error))
        return
    pages = {Path(name).stem for name in names if format_of(Path(name).suffix, "") == "html"}
    for name in names:
        inside = path / name
        if name.startswith(".") or inside.suffix.lower() in _NOT_ARTICLES:
            continue
        if inside.is_symlink() and not _is_within(root, inside):
            # A folder somebody sent must not fetch what its reader never named.
            yield _failed(inside, "this is a link out of the folder; name it to import it.")
        elif not inside.is_dir():
            yield _Found(inside, shown_name(inside), folder)
        elif depth > _DEEPEST_FOLDER:
            yield _failed(inside, "folders are nested too deep here.")
        # A browser saves a page's pictures beside it, in a folder of the page's name.
        elif not any(name.removesuffix(end) in pages for end in _PICTURES if name.endswith(end)):
            yield from _in_folder(inside, folder, seen, root, depth + 1)


def _is_within(root: str, path: Path) -> bool:
    there = os.path.realpath(path)
    return there == root or there.startswith(root.rstrip(os.sep) + os.sep)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        # Asked before it is opened: a pipe or a device would never end, or answer.
        mode = path.stat()
        if not stat.S_ISREG(mode.st_mode):
            raise ImportFailed(name, "this is no regular file.")
        if mode.st_size > LARGEST:
            raise ImportFailed(name, TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ImportFailed(name, _reason(error)) from error


def _failed(path: Path, reason: str) -> Failed:
    name = shown_name(path)
    return Failed(name, ImportFailed(name, reason))


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file."
        case PermissionError():
            return "no permission to read it."
        case OSError(strerror=str(words)):
            return f"{words[:1].lower()}{words[1:]}."
    return "this cannot be the name of a file."
