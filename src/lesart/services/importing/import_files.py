"""Bring files into the library: whatever they hold, one outcome an article, and files of any length."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.services.importing.batch import Batch
from lesart.services.importing.folders import STDIN, FoundFile, belongs_to, source_at
from lesart.services.importing.items import LARGEST, Item, Options, Source, shown_name
from lesart.services.importing.read_ahead import ReadAhead
from lesart.services.outcomes import (
    AlreadyThere,
    BroughtBack,
    Failed,
    Imported,
    Outcome,
    Resumed,
    Revised,
)
from lesart.services.save_file import keep_file, keep_listed
from lesart.store import Store
from lesart.store.tables.articles import Added
from lesart.text.clean import clean_line
from lesart.translations import _

if TYPE_CHECKING:
    from lesart.services.importing.reading import Found

__all__ = ["STDIN", "Wishes", "import_found", "import_paths"]

_STOPPED = "import:"
"""Before the place of a file, in the settings: how far it was read."""
_STEP = 25
"""Articles after which it is noted how far a file is read: so many are looked at twice at most."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants done with what comes in."""

    folder: str = ""
    """Where all of it is filed; empty: by the folder or archive it was found in."""
    is_read: bool | None = None
    """Whether it comes in as read. None: what was named by itself does not, what comes by the folder
    or archive does, or thousands of old articles would hide today's."""
    options: Options = Options()


def import_paths(
    paths: Iterable[str | Path],
    store: Store,
    *,
    now: int,
    folder: str = "",
    stdin: BinaryIO | None = None,
    wishes: Wishes | None = None,
) -> Iterator[Outcome]:
    """Import each file and the files of each folder; yield what became of each article.

    One file that cannot be read stops no other. `-` reads one file from `stdin`.
    """
    with ReadAhead(paths) as files:
        yield from import_found(files, store, now=now, stdin=stdin, wishes=wishes or Wishes(folder))


def import_found(
    files: ReadAhead, store: Store, *, now: int, stdin: BinaryIO | None, wishes: Wishes
) -> Iterator[Outcome]:
    """Import these files, as `import_paths` does."""
    batch = Batch(store)
    stopped = store.settings.named(_STOPPED)
    for found, read in files:
        if isinstance(found, Failed):
            yield from batch.stored()
            yield found
        elif found.path is None:
            intake = _Import(store, found, wishes, now, _Progress(store))
            yield from intake.outcomes(_of_stdin(stdin), batch)
        elif belongs_to(store.path, found.path):
            continue
        elif read is not None and f"{_STOPPED}{found.place}" not in stopped:
            yield from _Import(store, found, wishes, now, _Progress(store)).taken(
                read.found, batch, read.stretches
            )
        else:
            yield from _import_file(store, found, wishes, now, batch, stopped)
    yield from batch.stored()
    store.index_maintenance.tend()


def _import_file(
    store: Store,
    found: FoundFile,
    wishes: Wishes,
    now: int,
    batch: Batch,
    stopped: Mapping[str, str],
) -> Iterator[Outcome]:
    path = found.path
    assert path is not None
    try:
        source, state = source_at(path, found.name)
        if source.begins_as_json:
            from lesart.services.importing.readers.reading_lists import is_export

            if is_export(source.head):
                from lesart.services.importing.restore_export import bring_back

                yield from batch.stored()
                yield from bring_back(path, store, now=now)
                return
    except ImportFailed as error:
        yield from batch.stored()
        yield Failed(found.name, error)
        return
    of_file = f"{state.st_size}:{state.st_mtime_ns}"
    progress = _Progress(store, found.place, of_file, stopped)
    yield from _Import(store, found, wishes, now, progress).outcomes(source, batch)


def _of_stdin(stdin: BinaryIO | None) -> Source:
    data = (stdin or io.BytesIO()).read(LARGEST + 1)
    return Source(_("standard input"), "", len(data), lambda: io.BytesIO(data))


class _Import:
    """One file that was named or found, and what it holds."""

    def __init__(
        self, store: Store, found: FoundFile, wishes: Wishes, now: int, progress: _Progress
    ) -> None:
        self.store = store
        self.found = found
        self.wishes = wishes
        self.now = now
        self._progress = progress

    def outcomes(self, source: Source, batch: Batch) -> Iterator[Outcome]:
        """Read the file and store what it holds."""
        from lesart.services.importing.reading import read_source  # where others read, it is theirs

        start = self._progress.start
        if start:
            yield Resumed(self.found.name)
        read = read_source(source, replace(self.wishes.options, start=start))
        yield from self.taken(read, batch)
        if self._progress.is_begun or start:
            yield from batch.stored()
            self._progress.is_over()

    def taken(
        self, read: Iterable[Found], batch: Batch, stretches: bytes = b""
    ) -> Iterator[Outcome]:
        """Store what was read; with what its words are made of, where somebody knows."""
        start = self._progress.start
        for got in read:
            if isinstance(got, Item):
                if not 0 < got.position <= start and batch.add(
                    partial(self._kept, got), got.draft, stretches
                ):
                    yield from batch.stored()
                continue
            yield from batch.stored()
            if isinstance(got, ImportFailed):
                name = got.name if got.name.startswith(self.found.name) else self.found.name
                yield Failed(name, ImportFailed(name, got.reason))
            elif not 0 < got.position <= start:
                name = self._name(got.place)
                yield Failed(name, ImportFailed(name, got.reason))

    def _name(self, place: str) -> str:
        if place.startswith(self.found.name) or not place:
            return place or self.found.name
        return f"{self.found.name}, {place}"

    def _kept(self, item: Item) -> Outcome:
        draft = self._filed(item)
        name = self._name(item.place)
        if draft.is_full_text:
            added = self._keep_whole(item, draft)
        else:
            added = keep_listed(self.store, draft, now=self.now)
        came = self._notes_of(item, added.id) if item.notes else None
        self._progress.note(item.position)
        if came is not None and (any(came) or added.is_new):
            return BroughtBack(name, added.id, added.is_new, *came, share=item.share)
        kind = Imported if added.is_new else Revised if added.is_revised else AlreadyThere
        return kind(name, added.id, item.share)

    def _notes_of(self, item: Item, article_id: int) -> tuple[int, int, int]:
        from lesart.services.importing.note_intake import put_notes  # few files hold notes

        return put_notes(self.store, article_id, item.notes, self.now)

    def _keep_whole(self, item: Item, draft: Draft) -> Added:
        is_all = not item.place and not item.inside
        return keep_file(
            self.store,
            draft,
            self.found.place if item.inside or (is_all and not item.identity) else "",
            now=self.now,
            inside=item.inside,
            identity=item.identity,
            is_fixed=item.is_fixed,
        )

    def _filed(self, item: Item) -> Draft:
        """The draft with its folder and source, and whether it counts as read."""
        path, draft = self.found.path, item.draft
        is_one_of_many = bool(item.place) or self.found.is_in_folder
        around = _folder_name(os.path.dirname(path)) if path else ""
        if item.place and path:
            around = clean_line(_stem(path), 200)
        folder = self.wishes.folder or draft.folder or (around if item.place else self.found.folder)
        is_read = is_one_of_many if self.wishes.is_read is None else self.wishes.is_read
        return replace(
            draft,
            source=draft.source or clean_line(self.wishes.folder, 200) or around,
            folder=clean_line(folder, 200),
            is_read=is_read or draft.is_read,
            is_recent=False,
        )


@lru_cache(maxsize=16)
def _folder_name(folder: str) -> str:
    return clean_line(shown_name(os.path.basename(os.path.abspath(folder))), 200)


def _stem(path: Path) -> str:
    name = os.fsencode(path.name).decode("utf-8", "replace")
    for end in (".gz", ".warc", ".mbox", ".csv", ".json", ".zip", ".epub", ".html"):
        name = name.removesuffix(end)
    return name or path.name


class _Progress:
    """How far a long file was read, kept in the library, so that a stopped import goes on there."""

    def __init__(
        self,
        store: Store,
        place: str = "",
        state: str = "",
        stopped: Mapping[str, str] | None = None,
    ) -> None:
        """`state` tells the file from another one that lies there later; without a place nothing is kept.

        `stopped` has what was noted of files whose import was stopped.
        """
        self._store = store
        self._key, self._state = place and f"{_STOPPED}{place}", state
        self.start = self._noted = self._known((stopped or {}).get(self._key, ""))
        self._steps = 0

    def _known(self, noted: str) -> int:
        try:
            state, position = json.loads(noted or "null")
        except (ValueError, TypeError):
            return 0
        # Another file lies there by now: it is read from its beginning.
        return position if state == self._state and isinstance(position, int) else 0

    def note(self, position: int) -> None:
        """Everything up to here is stored."""
        self._steps += 1
        if not self._key or position <= self._noted or self._steps % _STEP:
            return
        self._store.settings.set(self._key, json.dumps([self._state, position]))
        self._noted = position

    @property
    def is_begun(self) -> bool:
        """Whether anything is noted that has to be forgotten once the file is read."""
        return bool(self._key and self._noted)

    def is_over(self) -> None:
        """The whole file is read."""
        if self._key:
            self._store.settings.forget(self._key)
