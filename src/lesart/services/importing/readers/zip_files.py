"""An archive of files: each of them is read as if it lay in a folder; nothing is unpacked onto the disk."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import PurePosixPath
from typing import BinaryIO

from lesart.services.importing.archive import Archive, is_zip, shown
from lesart.services.importing.gunzip import Gunzip
from lesart.services.importing.items import (
    DAMAGED,
    DEEPEST,
    LARGEST,
    LARGEST_ARCHIVE,
    Options,
    Reading,
    Source,
    Trouble,
)
from lesart.services.importing.xml_tree import attribute, local, parse_xml
from lesart.text.clean import clean_line
from lesart.translations import _

_PASSED_OVER = {
    ".css", ".js", ".xml", ".rss", ".atom", ".opml", ".rdf", ".map", ".ini", ".ds_store", ".db",
}  # fmt: skip
_MEDIA = {
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".heic",
    ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm", ".mov",
}  # fmt: skip
_PICTURES_OF_PAGES = ("_files", "-Dateien", "_fichiers", "_archivos", "index_files")
_PAGES = (".html", ".htm", ".xhtml")


def recognises(source: Source) -> bool:
    return is_zip(source.head)


def read(source: Source, options: Options) -> Reading:
    """The files of the archive, in the order of their names."""
    if source.depth >= DEEPEST:
        raise source.failed(_("archives are nested too deep here; unpack it first."))
    with Archive(source) as archive:
        names = sorted(archive.members)
        if not names:
            raise source.failed(_("the archive is empty."))
        stems = {name.rpartition(".")[0] for name in names if name.lower().endswith(_PAGES)}
        left_out: Counter[str] = Counter()
        for number, name in enumerate(names, 1):
            path = PurePosixPath(name)
            suffix = path.suffix.lower()
            if _is_beside_the_point(path, stems) or suffix in _PASSED_OVER:
                continue
            if suffix in _MEDIA:
                left_out[suffix] += 1
                continue
            if number <= options.start:
                continue
            if archive.is_locked(name):
                yield Trouble(
                    shown(name), _("it is locked with a password; unpack it first."), number
                )
                continue
            yield _member(archive, name, number)
        if left_out:
            kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(left_out.items()))
            yield Trouble(
                _("the rest"),
                _("pictures, sounds and fonts were left out ({kinds}).").format(kinds=kinds),
                len(names),
            )


def _member(archive: Archive, name: str, number: int) -> Source:
    source = archive.source
    path = PurePosixPath(name)
    inside = (
        clean_line(path.parent.name, 200) if path.parent.name not in ("", ".", "..", "/") else ""
    )
    return Source(
        name=f"{source.name}: {shown(name)}",
        filename=path.name,
        size=archive.size(name),
        open=lambda: _opened(archive, name),
        folder=inside or clean_line(source.stem, 200),
        depth=source.depth + 1,
        inside=name,
        link=_original(archive, path),
        position=number,
    )


def _opened(archive: Archive, name: str) -> BinaryIO:
    """A member; one that is an archive itself is read into memory, since its list stands at its end."""
    file = archive.open(name)
    if archive.members[name].file_size > 4 and PurePosixPath(name).suffix.lower() in (
        ".zip", ".epub", ".docx", ".odt", ".maff", ".htmlz", ".ott", ".docm", ".dotx",
    ):  # fmt: skip
        with file:
            data = file.read(LARGEST_ARCHIVE // 8 + 1)
        if len(data) > LARGEST_ARCHIVE // 8:
            raise archive.source.failed(
                _("{shown} is too large to be read within an archive; unpack it.").format(
                    shown=shown(name)
                )
            )
        return io.BytesIO(data)
    return file


def _is_beside_the_point(path: PurePosixPath, stems: set[str]) -> bool:
    """Whether it is hidden, or one of the files that a browser saves beside a page."""
    parts = [part for part in path.parts if part not in (".", "..", "/")]
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return True
    for number, part in enumerate(parts[:-1]):
        if part.endswith(_PICTURES_OF_PAGES):
            around = "/".join(parts[:number])
            stem = next(part.removesuffix(end) for end in _PICTURES_OF_PAGES if part.endswith(end))
            if (f"{around}/{stem}" if around else stem) in stems or part == "index_files":
                return True
    return False


def _original(archive: Archive, path: PurePosixPath) -> str:
    """Where a page was saved from, as the list beside it says (MAFF)."""
    beside = str(path.parent / "index.rdf")
    if path.suffix.lower() not in _PAGES or path.stem != "index" or beside not in archive.members:
        return ""
    root = parse_xml(archive.read(beside, LARGEST), is_forgiving=True)
    for element in root.iter() if root is not None else ():
        if local(element) == "originalurl":
            return attribute(element, "resource")
    return ""


# ------------------------------------------------------------------ one packed file


def recognises_gzip(source: Source) -> bool:
    return source.head.startswith(b"\x1f\x8b\x08")


def read_gzip(source: Source, options: Options) -> Reading:
    """The file that was packed."""
    if source.depth >= DEEPEST:
        raise source.failed(_("archives are nested too deep here; unpack it first."))
    filename = re.sub(r"\.(?:gz|gzip)$", "", source.filename, flags=re.I)
    filename = re.sub(r"\.tgz$", ".tar", filename, flags=re.I)
    inner = Source(
        name=source.name,
        filename=filename,
        size=0,
        open=lambda: io.BufferedReader(_Unpacked(source)),  # type: ignore[type-var]
        folder=source.folder,
        depth=source.depth + 1,
        inside=source.inside,
        link=source.link,
    )
    try:
        inner.head  # noqa: B018 - a broken one is told before anything is made of it
    except DAMAGED as error:
        raise source.failed(_("the packed file is damaged.")) from error
    yield inner


class _Unpacked(io.RawIOBase):
    """What a gzip file holds, given up when it swells beyond reason."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file = Gunzip(source.open())
        self._given = 0
        self._most = max(64 * 1024 * 1024, source.size * 250)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            data = self._file.read(len(buffer)) or b""
        except DAMAGED as error:
            raise self._source.failed(_("the packed file is damaged.")) from error
        if not data and self._file.is_cut:
            raise self._source.failed(_("the packed file is cut off: its end is missing."))
        self._given += len(data)
        if self._given > self._most:
            raise self._source.failed(
                _("the packed file swells to far more than it is packed in; it was given up.")
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
