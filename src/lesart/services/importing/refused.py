"""What Lesart does not read: known by name and by its first bytes, and refused with a way out."""

from __future__ import annotations

from typing import NamedTuple

from lesart.services.importing.archive import members_of
from lesart.services.importing.items import Source
from lesart.translations import N_, _

_SHEET = N_("save it as CSV or HTML")
_SLIDES = N_("save it as PDF or HTML")
_DOCUMENT = N_("save it as .docx, .odt or HTML")
_PACKED = N_("unpack it first")
_SEEN = N_("let a program for text recognition (OCR) make text of it first")
_HEARD = N_("write down what is said first, or let a program do so")
_BOOK = N_("turn it into EPUB first")


class Refused(NamedTuple):
    """A kind of file that is not read."""

    says: str
    suffixes: tuple[str, ...]
    starts: tuple[tuple[int, bytes], ...]
    """Where its signs stand, and what they are."""
    way_out: str


REFUSED = (
    Refused(N_("a picture"), (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".ico",
            ".psd", ".svg", ".xcf"),
            ((0, b"\x89PNG"), (0, b"GIF8"), (0, b"\xff\xd8\xff"), (0, b"II*\0"), (0, b"MM\0*"), (8, b"WEBP"),
             (4, b"ftypheic"), (4, b"ftypavif"), (4, b"ftypmif1"), (0, b"8BPS"), (0, b"\0\0\1\0")), _SEEN),
    Refused(N_("a sound"), (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".flac", ".wav", ".aac", ".wma", ".aiff"),
            ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"OggS"), (0, b"fLaC"), (8, b"WAVE"), (8, b"AIFF"),
             (4, b"ftypM4A")), _HEARD),
    Refused(N_("a film"), (".mp4", ".mkv", ".avi", ".mov", ".webm", ".wmv", ".mpg", ".mpeg", ".m4v", ".flv"),
            ((4, b"ftyp"), (0, b"\x1aE\xdf\xa3"), (8, b"AVI "), (0, b"FLV\1"), (0, b"\0\0\1\xba")), _HEARD),
    Refused(N_("a spreadsheet"), (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers"), (), _SHEET),
    Refused("slides", (".pptx", ".ppt", ".pps", ".ppsx", ".odp", ".key"), (), _SLIDES),
    Refused(N_("an older or foreign document"), (".doc", ".pages", ".wpd", ".wps", ".sxw", ".hwp", ".abw"), (), _DOCUMENT),
    Refused(N_("a drawing"), (".odg", ".vsd", ".vsdx", ".dwg"), (), N_("save it as PDF")),
    Refused(N_("a document in RTF"), (".rtf",), ((0, b"{\\rtf"),), _DOCUMENT),
    Refused(N_("an Outlook mail or mailbox"), (".msg", ".pst", ".ost", ".oft"), ((0, b"!BDN"),), N_("save it as .eml or mbox")),
    Refused(N_("a document of Microsoft Office in its old form"), (), ((0, b"\xd0\xcf\x11\xe0"),),
            N_("save it in the new form (.docx), a table as CSV, a mail as .eml")),
    Refused(N_("a Kindle book"), (".mobi", ".azw", ".azw3", ".azw4", ".kfx", ".prc"),
            ((60, b"BOOKMOBI"), (60, b"TEXtREAd")), _BOOK),
    Refused(N_("a book"), (".fb2", ".djvu", ".djv", ".chm", ".lit", ".cbz", ".cbr", ".lrf", ".pdb"),
            ((0, b"AT&TFORM"), (0, b"ITSF")), _BOOK),
    Refused("PostScript", (".ps", ".eps", ".ai"), ((0, b"%!PS"), (0, b"\xc5\xd0\xd3\xc6")), N_("turn it into PDF first")),
    Refused(N_("an archive"), (".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst", ".lz4", ".tbz2", ".txz", ".cab"),
            ((257, b"ustar"), (0, b"7z\xbc\xaf"), (0, b"Rar!"), (0, b"BZh"), (0, b"\xfd7zXZ"), (0, b"\x28\xb5\x2f\xfd"),
             (0, b"MSCF")), _PACKED),
    Refused(N_("a database (SQLite)"), (".sqlite", ".sqlite3", ".db3"), ((0, b"SQLite format 3\0"),),
            N_("if it is a library of Lesart's, open it with --db")),
    Refused(N_("a program"), (".exe", ".dll", ".so", ".msi", ".apk", ".jar", ".deb", ".rpm", ".dmg", ".iso", ".class", ".pyc"),
            ((0, b"MZ\x90"), (0, b"\x7fELF"), (0, b"\xca\xfe\xba\xbe"), (0, b"!<arch>")), N_("there is nothing to read in it")),
    Refused(N_("a font"), (".ttf", ".otf", ".woff", ".woff2", ".eot"), ((0, b"wOFF"), (0, b"wOF2"), (0, b"OTTO")),
            N_("there is nothing to read in it")),
    Refused(N_("a property list"), (".plist",), ((0, b"bplist0"),), N_("save what it belongs to as HTML or text")),
)  # fmt: skip

_SIGNS = {
    at: tuple(sign for kind in REFUSED for there, sign in kind.starts if there == at)
    for at in sorted({at for kind in REFUSED for at, _sign in kind.starts})
}
"""All signs by where they stand: nearly every file has none."""
_REFUSED_SUFFIXES = {suffix: kind for kind in reversed(REFUSED) for suffix in kind.suffixes}
_IN_ZIP = (
    # What lies in archives that are documents: the first names decide.
    ("xl/", N_("a spreadsheet (.xlsx)"), _SHEET), ("ppt/", N_("slides (.pptx)"), _SLIDES),
    ("Index/", N_("a document of Apple's"), N_("save it as PDF, .docx or EPUB")),
    ("index.apxl", N_("slides of Apple's"), _SLIDES), ("classes.dex", N_("a program"), N_("there is nothing to read in it")),
    ("META-INF/MANIFEST.MF", N_("a program (.jar)"), N_("there is nothing to read in it")),
    ("visio/", N_("a drawing"), N_("save it as PDF")),
)  # fmt: skip
_OPEN_DOCUMENTS = {
    "spreadsheet": (N_("a spreadsheet (.ods)"), _SHEET), "presentation": (N_("slides (.odp)"), _SLIDES),
    "graphics": (N_("a drawing (.odg)"), N_("save it as PDF")), "formula": (N_("a formula"), N_("save it as PDF")),
    "chart": (N_("a chart"), _SHEET), "database": (N_("a database (.odb)"), _SHEET),
}  # fmt: skip


def refusal(source: Source) -> str:
    """Why a file is not read, and what to do about it; empty where somebody may read it.

    Its bytes are believed before its name.
    """
    head = source.head
    if any(head.startswith(signs, at) for at, signs in _SIGNS.items()):
        kind = next(
            kind for kind in REFUSED if any(head.startswith(sign, at) for at, sign in kind.starts)
        )
        return _sentence(kind, source.suffix if source.suffix in kind.suffixes else "")
    if members_of(source):
        return _of_archive(source)
    named = _REFUSED_SUFFIXES.get(source.suffix)
    if named is not None and not _is_readable(source):
        return _sentence(named, source.suffix)
    return ""


def _sentence(kind: Refused, suffix: str) -> str:
    if suffix:
        return _("Lesart does not read {suffix} files; {way_out}.").format(
            suffix=suffix, way_out=_(kind.way_out)
        )
    return _("this is {says}, which Lesart does not read; {way_out}.").format(
        says=_(kind.says), way_out=_(kind.way_out)
    )


def _of_archive(source: Source) -> str:
    at = source.head[:200].find(b"application/vnd.oasis.opendocument.")
    if at >= 0:
        name = source.head[at + 35 : at + 60].decode("ascii", "ignore")
        for kind, (says, way_out) in _OPEN_DOCUMENTS.items():
            if name.startswith(kind):
                return _("Lesart does not read {says}; {way_out}.").format(
                    says=_(says), way_out=_(way_out)
                )
    if "META-INF/container.xml" in members_of(source):
        return ""
    for start, says, way_out in _IN_ZIP:
        if any(name.startswith(start) for name in members_of(source)):
            return _("Lesart does not read {says}; {way_out}.").format(
                says=_(says), way_out=_(way_out)
            )
    return ""


def _is_readable(source: Source) -> bool:
    """Whether it is text after all: a `.doc` or `.key` may be anything."""
    from lesart.text.encoding import is_binary

    if source.suffix in (".svg", ".fb2", ".ps", ".eps", ".plist"):
        return False
    return bool(source.head) and not is_binary(source.head)
