"""Make one article's draft of the bytes of one file, whatever format it is in."""

from __future__ import annotations

import io
from pathlib import Path

from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.services.importing.folders import check_readable, opened
from lesart.services.importing.items import LARGEST, Item, Options, Source, shown_name
from lesart.services.importing.reading import read_source
from lesart.translations import _

__all__ = ["LARGEST", "read_file", "read_path", "shown_name"]


def read_file(data: bytes, name: str) -> Draft:
    """The first article that the bytes of a file called `name` hold; raises ImportFailed.

    The text is cleaned once, here; nothing that is stored is taken from the file's name but the
    hint its ending gives.
    """
    path = Path(name)
    return _first(Source(shown_name(name), path.name, len(data), lambda: io.BytesIO(data)))


def read_path(path: Path) -> Draft:
    """The first article in one file; raises ImportFailed."""
    name = shown_name(path)
    size = check_readable(path, name).st_size
    return _first(Source(name, path.name, size, lambda: opened(path, name)))


def _first(source: Source) -> Draft:
    for found in read_source(source, Options()):
        if isinstance(found, Item):
            return found.draft
        if isinstance(found, ImportFailed):
            raise found
        raise source.failed(found.reason)
    raise source.failed(_("there is no article in it."))
