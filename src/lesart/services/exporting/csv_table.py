"""Annotations as tables: CSV for spreadsheets, and the columns that Readwise imports.

A cell that a spreadsheet would take for a formula gets an apostrophe before it: `=`, `+`, `-`, `@`,
also in full width or behind white space of any kind, a tab or a line end at its beginning (OWASP,
CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.text.clean import clean_text

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

CSV_COLUMNS = (
    "uid", "article", "link", "source", "author", "published", "quote", "note", "tags", "colour",
    "status", "reply_to", "created", "changed", "lesart",
)  # fmt: skip
READWISE_COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def csv_pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """One row an annotation."""
    yield row(CSV_COLUMNS)
    for annotated in chosen:
        article = annotated.article
        for note in annotated.notes:
            yield row(
                (
                    note.uid, article.title, article.link, article.source, article.author,
                    day(article.published), quote_of(note), note.note, _tags(note.tags),
                    note.colour, note.status,
                    annotated.uids.get(note.parent, "") if note.parent else "",
                    iso(note.created), iso(note.changed), note_link(note.uid),
                )
            )  # fmt: skip


def _tags(tags: Iterable[str]) -> str:
    """Tags may have spaces in them: a semicolon stands between two, as in Zotero's tables."""
    return "; ".join(tag.replace(";", ",") for tag in tags)


def readwise_pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """One row a highlight. A note without one is put under the article's title; tags as `.tag`."""
    yield row(READWISE_COLUMNS)
    for annotated in chosen:
        article = annotated.article
        for note in annotated.notes:
            tags = " ".join(f".{tag.replace(' ', '_')}" for tag in note.tags)
            yield row(
                (
                    quote_of(note) or article.title, article.title, article.author, article.link,
                    " ".join(part for part in (tags, note.note) if part),
                    str(note.anchor.start) if note.anchor else "",
                    iso(note.created).replace("T", " ").removesuffix("Z"),
                )
            )  # fmt: skip


def row(cells: Sequence[str]) -> str:
    """One line of CSV (RFC 4180, but with LF as in all our files)."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow([defused(cell) for cell in cells])
    return buffer.getvalue()


def defused(cell: str) -> str:
    """The cell as a spreadsheet shows it and never as one that it computes."""
    cell = clean_text(cell)
    begins_so = cell.lstrip().startswith(_FORMULA) or cell.startswith(("\t", "\n"))
    return f"'{cell}" if begins_so else cell
