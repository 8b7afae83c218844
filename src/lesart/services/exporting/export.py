"""Export what was asked for in one of the formats: to a file, a folder or a stream."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.query import Query
from lesart.services.exporting.selection import annotated
from lesart.store import Store

FORMATS = {
    "markdown": "one file an article in a folder; what you write around our part stays",
    "org": "org-mode, one file",
    "w3c": "W3C Web Annotations (JSON-LD); comes back by `lesart import`",
    "hypothesis": "JSON as the Hypothesis API has it",
    "readwise": "CSV for Readwise's import",
    "csl": "CSL-JSON of the annotated articles, for Zotero",
    "csv": "one row an annotation",
    "jsonl": "JSON Lines of everything, articles too; comes back by `lesart import`",
}
SUFFIXES = {
    "org": ".org", "w3c": ".jsonld", "hypothesis": ".json", "readwise": ".csv", "csl": ".json",
    "csv": ".csv", "jsonl": ".jsonl",
}  # fmt: skip
"""The ending of each format that is one file."""


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
    chosen = annotated(store, query, article_id)
    match format_:
        case "org":
            from lesart.services.exporting.org import pieces as made

            return made(chosen)
        case "w3c":
            from lesart.services.exporting.w3c import pieces as of_w3c

            return of_w3c(store, chosen)
        case "hypothesis":
            from lesart.services.exporting.hypothesis import pieces as of_hypothesis

            return of_hypothesis(chosen)
        case "csl":
            from lesart.services.exporting.csl import pieces as of_csl

            return of_csl(chosen)
        case "csv":
            from lesart.services.exporting.csv_table import csv_pieces

            return csv_pieces(chosen)
        case "readwise":
            from lesart.services.exporting.csv_table import readwise_pieces

            return readwise_pieces(chosen)
    raise ValueError(f"no format of one file is called {format_}")
