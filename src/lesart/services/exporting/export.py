"""Export what was asked for in one of the formats: to a file, a folder or a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lesart.query import Query
from lesart.services.exporting.selection import Annotated, annotated
from lesart.store import Store
from lesart.translations import N_

Made = Callable[[Store, Iterable[Annotated]], Iterator[str]]
"""The file of a format, piece by piece, out of annotated articles."""


class Format(NamedTuple):
    """One way to take things out; a format is this row, its module and its sample in the tests."""

    says: str
    """Half a sentence for help and screen."""
    suffix: str = ""
    """The ending of its one file; empty: it fills a folder."""
    made: Made | None = None
    """None where articles are taken and not annotations, or where a folder is filled."""
    is_text: bool = True
    """Whether it can be read as text, and so go to standard output."""


def _org(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.org import pieces

    return pieces(chosen)


def _w3c(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.w3c import pieces

    return pieces(store, chosen)


def _hypothesis(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.hypothesis import pieces

    return pieces(chosen)


def _readwise(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.csv_table import readwise_pieces

    return readwise_pieces(chosen)


def _anki(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.anki import pieces

    return pieces(chosen)


def _csl(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.csl import pieces

    return pieces(chosen)


def _bibtex(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.bibtex import pieces

    return pieces(chosen)


def _footnotes(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.footnotes import pieces

    return pieces(store, chosen)


def _csv(store: Store, chosen: Iterable[Annotated]) -> Iterator[str]:
    from lesart.services.exporting.csv_table import csv_pieces

    return csv_pieces(chosen)


FORMATS: dict[str, Format] = {
    "markdown": Format(N_("one file an article in a folder; what you write around our part stays")),
    "org": Format(N_("org-mode, one file"), ".org", _org),
    "w3c": Format(N_("W3C Web Annotations (JSON-LD); comes back by `lesart import`"), ".jsonld", _w3c),
    "hypothesis": Format(N_("JSON as the Hypothesis API has it"), ".json", _hypothesis),
    "readwise": Format(N_("CSV for Readwise's import"), ".csv", _readwise),
    "anki": Format(N_("text for Anki's import; imported again it updates the cards it made"), ".txt", _anki),
    "csl": Format(N_("CSL-JSON of the annotated articles, for Zotero"), ".json", _csl),
    "bibtex": Format(N_("BibTeX of the annotated articles, for LaTeX, JabRef and Zotero"), ".bib", _bibtex),
    "footnotes": Format(N_("Markdown footnotes with source, revision, hash and a link back"), ".md", _footnotes),
    "csv": Format(N_("one row an annotation"), ".csv", _csv),
    "sqlite": Format(N_("everything plain in an SQLite file, for sqlite-utils, Datasette, R"), ".sqlite", is_text=False),
    "jsonl": Format(N_("JSON Lines of everything, articles too; comes back by `lesart import`"), ".jsonl"),
}  # fmt: skip


def pieces(
    store: Store, format_: str, query: Query, *, is_whole: bool, article_id: int | None = None
) -> Iterator[str]:
    """The file of a format, piece by piece, so that no library is too large for it.

    `jsonl` takes the articles that answer `query` (all of the library where `is_whole`), the others
    the annotations that do, with their articles. With `article_id` only that article is meant.
    """
    if format_ == "jsonl":
        from lesart.services.exporting.jsonl import lines

        ids = sorted(store.search.ids(query)) if article_id is None else [article_id]
        return (f"{line}\n" for line in lines(store, ids, is_whole=is_whole))
    row = FORMATS.get(format_)
    if row is None or row.made is None:
        raise ValueError(f"no format of one file is called {format_}")
    return row.made(store, annotated(store, query, article_id))
