"""Every format that is read, one row each: its name, its suffixes, how its content is recognised, its reader.

The rows are asked in their order, so what is surest stands first. A file's bytes are believed before
its name; the name only decides where bytes look the same (a table is text, too).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lesart.services.importing.items import Options, Reading, Source
from lesart.services.importing.readers import (
    bookmarks,
    clippings,
    csv_table,
    docx,
    epub,
    mail,
    mbox,
    odt,
    omnivore,
    pdf,
    reading_lists,
    shortcuts,
    text,
    warc,
    web_archives,
    zip_files,
)
from lesart.services.importing.refused import refusal
from lesart.text.encoding import decode
from lesart.translations import _

Reader = Callable[[Source, Options], Reading]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files."""

    name: str
    says: str
    """What a person calls it."""
    suffixes: tuple[str, ...]
    recognises: Callable[[Source], bool]
    read: Reader
    is_one: bool = False
    """Whether a file is one article, told by its bytes alone."""


def _is_json(source: Source) -> bool:
    head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith((b"{", b"[", b"\xff\xfe", b"\xfe\xff")):
        return False
    return source.suffix in (".json", ".jsonl", ".ndjson", ".jsonld") or (
        head.startswith((b"{", b"[")) and text.is_json(decode(source.read()))
    )


def _is_text(source: Source) -> bool:
    return True


SURE = (
    FileFormat("epub", "EPUB books", (".epub",), epub.recognises, epub.read),
    FileFormat("docx", "Word documents", (".docx", ".docm", ".dotx"), docx.recognises, docx.read, True),
    FileFormat("odt", "OpenDocument texts", (".odt", ".ott"), odt.recognises, odt.read, True),
    FileFormat("omnivore", "Omnivore's archive", (".zip",), omnivore.recognises, omnivore.read),
    FileFormat("warc", "web archives (WARC)", (".warc", ".warc.gz"), warc.recognises, warc.read),
    FileFormat("webarchive", "Safari's web archives", (".webarchive",),
               web_archives.recognises_webarchive, web_archives.read_webarchive, True),
    FileFormat("shortcut", "links to pages", (".url", ".webloc", ".desktop"), shortcuts.recognises, shortcuts.read),
    FileFormat("pdf", "PDFs", (".pdf",), pdf.recognises, pdf.read),
)  # fmt: skip
"""What is known by bytes that nothing else begins with or holds."""
FORMATS = (
    *SURE,
    FileFormat("zip", "archives of files", (".zip", ".maff"), zip_files.recognises, zip_files.read),
    FileFormat("gzip", "packed files", (".gz",), zip_files.recognises_gzip, zip_files.read_gzip),
    FileFormat("json", "reading lists as JSON", (".json", ".jsonl"), _is_json, reading_lists.read),
    FileFormat("bookmarks", "bookmarks of browsers", (".html", ".htm"), bookmarks.recognises, bookmarks.read),
    FileFormat("mbox", "mailboxes", (".mbox", ".mbx"), mbox.recognises, mbox.read),
    FileFormat("mhtml", "web pages as MHTML", (".mht", ".mhtml"),
               web_archives.recognises_mhtml, web_archives.read_mhtml, True),
    FileFormat("mail", "mails", (".eml", ".emlx"), mail.recognises, mail.read, True),
    FileFormat("clippings", "Kindle's clippings", (".txt",), clippings.recognises, clippings.read),
    FileFormat("csv", "tables of articles", csv_table.SUFFIXES, csv_table.recognises, csv_table.read),
    FileFormat("text", "texts, Markdown, web pages", (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"),
               _is_text, text.read, True),
)  # fmt: skip
"""From the surest sign to the least sure. What is refused is asked for behind the sure ones."""


def format_of(source: Source) -> FileFormat:
    """Who reads a file; raises ImportFailed, with a way out, where nobody does."""
    if not source.head:
        raise source.failed(_("the file is empty."))
    for row in SURE:
        if row.recognises(source):
            return row
    if reason := refusal(source):
        raise source.failed(reason)
    return next(row for row in FORMATS if row.recognises(source))
