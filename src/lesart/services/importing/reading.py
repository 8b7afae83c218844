"""Read a file in whatever format, and the files within it: a stream of articles and troubles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lesart.model.errors import ImportFailed
from lesart.services.importing.items import DAMAGED, Item, Options, Source, Trouble
from lesart.services.importing.registry import FileFormat, format_of
from lesart.translations import _

Found = Item | Trouble | ImportFailed


def read_at_once(source: Source) -> list[Found] | None:
    """All of a file that holds one article; None where it may hold many, or is an archive."""
    if source.begins_as_json:
        return None
    try:
        row = format_of(source)
    except (ImportFailed, *DAMAGED):
        row = None  # it is told below
    if row is not None and not row.is_one:
        return None
    return list(read_source(source, Options(), row))


def read_source(source: Source, options: Options, row: FileFormat | None = None) -> Iterator[Found]:
    """Everything in a file; an ImportFailed is the end of the file it names, and no more.

    `row` is its format, where somebody has looked.
    """
    try:
        yield from _read(source, options, row or format_of(source))
    except ImportFailed as error:
        yield error
    except DAMAGED as error:
        failed = source.failed(
            _("the file is damaged or no longer there ({name}).").format(name=type(error).__name__)
        )
        failed.__cause__ = error
        yield failed


def _read(source: Source, options: Options, row: FileFormat) -> Iterator[Found]:
    for found in row.read(source, options):
        if isinstance(found, Source):
            # Stopped in the middle of this one, the next import begins it again.
            before = max(0, found.position - 1)
            for inner in read_source(found, replace(options, start=0)):
                yield _within(inner, found, before)
        elif isinstance(found, Item) and not found.draft.text.strip():
            reason = _("there is no text in it.")
            yield (
                Trouble(found.place, reason, found.position)
                if found.place
                else source.failed(reason)
            )
        else:
            yield found


def _within(found: Found, source: Source, position: int) -> Found:
    """What a file in an archive gave, told with the name of that file."""
    if isinstance(found, Item):
        name = source.name if source.inside else ""
        place = f"{name}, {found.place}" if name and found.place else name or found.place
        inside = f"{source.inside}\n{found.inside}" if source.inside else found.inside
        draft = found.draft
        if source.inside and not draft.folder:
            draft = replace(draft, folder=source.folder, source=draft.source or source.folder)
        return replace(
            found, draft=draft, place=place, inside=inside.strip("\n"), position=position
        )
    if isinstance(found, Trouble):
        place = f"{source.name}, {found.place}" if source.inside else found.place
        return replace(found, place=place, position=position)
    return found
