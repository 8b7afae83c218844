"""Notes as Markdown, one file an article, in a folder that its owner goes on writing in.

Between two comments stands what Lesart wrote, with a checksum. A later export replaces just that,
and only where the checksum still holds; everything around it is the owner's. Where the owner wrote
inside, the file is left alone and the new text goes into a file beside it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template

from lesart.model.annotation import Annotation
from lesart.model.errors import LesartError
from lesart.model.threads import in_threads
from lesart.services.exporting.filenames import distinct, folded, safe_name
from lesart.services.exporting.markdown_text import front_matter, rendered
from lesart.services.exporting.safe_files import failed, write_whole
from lesart.services.exporting.selection import Annotated, day, quote_of
from lesart.translations import _

_BEGIN = re.compile(
    r"^<!-- lesart:begin (?P<key>[0-9a-f]{16}) head=(?P<head>[0-9a-f]{16})"
    r" body=(?P<body>[0-9a-f]{16}) -->(?:\r?\n)",
    re.M,
)
_END = "<!-- lesart:end -->\n"
_END_AS_FOUND = re.compile(r"^<!-- lesart:end -->[ \t]*(?:\r?\n|\Z)", re.M)
"""Editors of other systems write other line ends, and leave the last one out."""
_FRONT = re.compile(r"---\r?\n.*?\n---\r?\n", re.S)
_LARGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one article's file."""

    path: Path
    became: str
    """`new`, `changed`, `same`, or `beside`: its owner wrote inside, so it was put beside."""


def write(
    folder: Path,
    chosen: Iterable[Annotated],
    forms: tuple[Template, Template],
    *,
    is_each: bool = False,
) -> Iterator[Written]:
    """Write each article's file (`is_each`: each mark's, with its replies).

    A file that its owner renamed, or moved into a folder below, is known by what stands in it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        existing = _existing(folder)
        taken = {folded(path.stem) for path in folder.iterdir()}
    except OSError as error:
        raise failed(folder, error) from error
    there = _Folder(existing, taken)
    for annotated in chosen:
        if not is_each:
            yield _write_one(folder, annotated.key, annotated, forms, there)
            continue
        for thread in _threads(annotated):
            first = thread.notes[0]
            yield _write_one(
                folder,
                _sum(f"note {first.uid}"),
                thread,
                forms,
                there,
                quote_of(first) or first.note,
            )


def _threads(annotated: Annotated) -> Iterator[Annotated]:
    """A mark with its replies as if it were all that is on the article."""
    notes: list[Annotation] = []
    for depth, note in in_threads(annotated.notes):
        if not depth and notes:
            yield replace(annotated, notes=tuple(notes))
            notes = []
        notes.append(note)
    if notes:
        yield replace(annotated, notes=tuple(notes))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What is there already."""

    existing: dict[str, Path]
    """The files of earlier exports, by the article they are about."""
    taken: set[str]


def _write_one(
    folder: Path,
    key: str,
    annotated: Annotated,
    forms: tuple[Template, Template],
    there: _Folder,
    named: str = "",
) -> Written:
    head, body = front_matter(annotated), rendered(annotated, forms)
    path = there.existing.get(key)
    if path is None:
        date = day(annotated.article.published)
        name = safe_name(f"{date} {named or annotated.article.title}", key)
        path = folder / f"{distinct(name, there.taken)}.md"
        write_whole(path, [_file(key, _sum(head), head, body)])
        return Written(path, "new")
    old = _read(path)
    begin = _BEGIN.search(old)
    end = _END_AS_FOUND.search(old, begin.end()) if begin else None
    if begin is None or end is None or _sum(old[begin.end() : end.start()]) != begin["body"]:
        beside = _write_one(folder, _beside(key), annotated, forms, there, named)
        return replace(beside, became="beside")
    before, after = old[: begin.start()], old[end.end() :]
    front = _FRONT.match(before)
    old_head = front[0] if front else ""
    before = before[len(old_head) :]
    if _sum(old_head) == begin["head"]:
        text = _file(key, _sum(head), head + before, body, after)
    else:  # its owner edited the front matter: theirs it stays
        text = _file(key, begin["head"], old_head + before, body, after)
    if _lines(text) == _lines(old):
        return Written(path, "same")
    write_whole(path, [text], may_replace=True, errors="surrogateescape")
    return Written(path, "changed")


def _file(key: str, head_sum: str, before: str, body: str, after: str = "") -> str:
    mark = f"<!-- lesart:begin {key} head={head_sum} body={_sum(body)} -->\n"
    return f"{before}{mark}{body}{_END}{after}"


def _beside(key: str) -> str:
    """By what the file beside one that its owner wrote in is known."""
    return _sum(f"beside {key}")


def _existing(folder: Path) -> dict[str, Path]:
    """The files of earlier exports, by the article they are about."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.md"), key=lambda path: (len(path.parts), path)):
        inside = path.relative_to(folder).parts
        if not path.is_file() or any(part[0] == "." for part in inside):
            continue  # `.trash` and the like: what somebody threw away is not written on
        try:
            begin = _BEGIN.search(_read(path))
        except LesartError:
            continue  # nothing that we wrote, or nothing that may be read: it is left alone
        if begin:
            found.setdefault(begin["key"], path)
    return found


def _read(path: Path) -> str:
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            raise LesartError(
                _("{path} is a link or too large; move it away to export here.").format(path=path)
            )
        # Bytes that are no UTF-8 must survive too: the owner's text is written back as it was.
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise failed(path, error) from error


def _lines(text: str) -> list[str]:
    """What a text says, however its lines end."""
    return text.replace("\r\n", "\n").rstrip("\n").split("\n")


def _sum(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
