"""Look after the library file: check it, mend what can be mended, put a backup in its place."""

from __future__ import annotations

import contextlib
import sqlite3
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from lesart.locales.in_sentences import decimal, numeral
from lesart.model.errors import LibraryError
from lesart.store.file.locks import alone, beside
from lesart.store.file.migration_steps import redefine
from lesart.store.file.opening import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    back_up,
    dated_sibling,
    explained,
    foreign_log,
)
from lesart.store.file.placement import (
    clean_quotations,
    described,
    misplaced,
    place_again,
    with_blank_ends,
)
from lesart.store.file.read_only import open_for_reading
from lesart.store.file.refolding import TEXT_INDEXES, index_texts
from lesart.store.file.restoring import aside
from lesart.store.file.salvage import files_of, move, salvage
from lesart.store.search.vocabulary import words_of
from lesart.store.sql_functions import add_views, register, rescued
from lesart.store.store import Store
from lesart.text.prepared import packed
from lesart.translations import N_, _, ngettext

_REBUILT = ("note_fts", "entity_fts")
_INDEXES = ("body_fts", "title_fts", *_REBUILT, "noun_fts")


class Diagnosis(NamedTuple):
    """One thing that was looked at: what, whether it is as it should be, and in words."""

    what: str
    is_well: bool
    says: str


# ------------------------------------------------------------------ checking


def check(path: Path) -> Iterator[Diagnosis]:
    """Look at everything, change nothing. Raises LibraryError only if there is no file at all."""
    if not path.exists():
        raise LibraryError(_("{path}: there is no library here yet.").format(path=path))
    yield Diagnosis(
        N_("file"),
        True,
        _("{path}, {value} MB").format(path=path, value=decimal(path.stat().st_size / 1e6)),
    )
    mode = stat.S_IMODE(path.stat().st_mode)
    yield Diagnosis(N_("access"), not mode & 0o077, _("mode {mode}").format(mode=f"{mode:04o}"))
    if problem := foreign_log(path):
        yield Diagnosis(N_("log"), False, problem)
        return
    try:
        connection = open_for_reading(path, busy_seconds=10)
    except sqlite3.Error as error:
        yield Diagnosis(N_("opening"), False, str(explained(error, path)))
        return
    register(connection)
    try:
        yield from _check_open(connection, path)
    except sqlite3.Error as error:
        yield Diagnosis(N_("reading"), False, str(explained(error, path)))
    finally:
        connection.close()


def _check_open(connection: sqlite3.Connection, path: Path) -> Iterator[Diagnosis]:
    owner = _one(connection, "PRAGMA application_id")
    yield Diagnosis(
        N_("owner"),
        owner == APPLICATION_ID,
        "Lesart" if owner == APPLICATION_ID else _("another program"),
    )
    if owner != APPLICATION_ID:
        return
    version = _one(connection, "PRAGMA user_version")
    yield Diagnosis(
        N_("schema"),
        version == SCHEMA_VERSION,
        _("{version}, this program knows {SCHEMA_VERSION}").format(
            version=version, SCHEMA_VERSION=SCHEMA_VERSION
        ),
    )
    if version != SCHEMA_VERSION:
        return
    add_views(connection)
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    yield Diagnosis(N_("integrity"), problems == ["ok"], "; ".join(problems[:3]))
    yield from _check_references(connection)
    wrong = list(misplaced(connection))
    yield Diagnosis(
        N_("words of notes"), not wrong, described(wrong) if wrong else _("where they say")
    )
    yield _check_quotations(connection)
    yield from _check_indexes(connection)
    yield _check_vocabulary(connection)
    for what, sql, says in _COUNTS:
        count = _one(connection, sql)
        yield Diagnosis(
            what, count == 0, _(says).format(numeral(count)) if count else _("as they should be")
        )
    yield Diagnosis(N_("notes"), True, _notes_counted(connection))
    yield Diagnosis(
        N_("articles"),
        True,
        numeral(_one(connection, "SELECT count(*) FROM article WHERE is_deleted = 0")),
    )


def _check_references(connection: sqlite3.Connection) -> Iterator[Diagnosis]:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    yield Diagnosis(
        N_("references"),
        not dangling,
        ngettext("{count} leads nowhere", "{count} lead nowhere", len(dangling)).format(
            count=numeral(len(dangling))
        )
        if dangling
        else _("all lead somewhere"),
    )
    damaged = _one(connection, "SELECT count(*) FROM packed_body WHERE NOT lesart_is_whole(text)")
    yield Diagnosis(
        N_("words of texts"),
        damaged == 0,
        ngettext("{count} is damaged", "{count} are damaged", damaged).format(
            count=numeral(damaged)
        )
        if damaged
        else _("all can be read"),
    )


def _check_quotations(connection: sqlite3.Connection) -> Diagnosis:
    blank = len(with_blank_ends(connection))
    says = ngettext(
        "{count} is kept with blank ends and shown without; --repair cleans it",
        "{count} are kept with blank ends and shown without; --repair cleans them",
        blank,
    ).format(count=numeral(blank))
    return Diagnosis(N_("quotations"), True, says if blank else _("as they are shown"))


def _notes_counted(connection: sqlite3.Connection) -> str:
    count, orphans = (
        _one(connection, f"SELECT count(*) FROM annotation WHERE {which}")
        for which in ("is_deleted = 0", "status = 'orphan' AND is_deleted = 0")
    )
    return _("{count}, {orphans} whose words are gone").format(
        count=numeral(count), orphans=numeral(orphans)
    )


_COUNTS = (
    (N_("texts"), "SELECT count(*) FROM article a LEFT JOIN body b ON b.article_id = a.id"
     " WHERE b.article_id IS NULL AND a.is_deleted = 0", N_("articles without a text: {}")),
    (N_("note counts"), "SELECT count(*) FROM article a WHERE note_count <> (SELECT count(*) FROM"
     " annotation n WHERE n.article_id = a.id AND n.is_deleted = 0)", N_("articles that count their notes wrong: {}")),
)  # fmt: skip


def _check_indexes(connection: sqlite3.Connection) -> Iterator[Diagnosis]:
    """FTS5 compares an index with its content only through a write: into a copy for the moment."""
    with contextlib.closing(_temporary_copy(connection)) as copy:
        for index in _INDEXES:
            try:
                copy.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.Error as error:
                yield Diagnosis(
                    index, False, _("does not match the texts ({error})").format(error=error)
                )
            else:
                yield Diagnosis(index, True, _("matches the texts"))


def _check_vocabulary(connection: sqlite3.Connection) -> Diagnosis:
    """Whether every word of the index is listed, or its article waits for that."""
    listed: set[str] = set()
    for (words,) in connection.execute("SELECT words FROM vocabulary"):
        listed.update(words.split("\n"))
    missing = [
        word for (word,) in connection.execute("SELECT term FROM body_words") if word not in listed
    ]
    if missing:
        texts = connection.execute(
            "SELECT b.title, b.text FROM unlisted u JOIN body b ON b.article_id = u.article_id"
        )
        waiting = set(chain(*words_of(texts).values()))
        missing = [word for word in missing if word not in waiting]
    says = (
        ngettext("{count} word is not listed", "{count} words are not listed", len(missing)).format(
            count=numeral(len(missing))
        )
        if missing
        else _("every word is listed")
    )
    return Diagnosis(N_("vocabulary"), not missing, says)


def _temporary_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect("", isolation_level=None)  # SQLite's own; gone when it is closed
    register(copy)
    connection.backup(copy, pages=4096)
    # In a library the index of words does not know where its texts are, since they are packed.
    copy.execute(
        "CREATE VIEW body AS SELECT article_id, lesart_indexed(title) AS title,"
        " lesart_indexed(text) AS text FROM packed_body"
    )
    for index in TEXT_INDEXES:
        redefine(copy, index, "content=''", "content='body', content_rowid='article_id'")
    copy.execute("PRAGMA writable_schema = reset")
    return copy


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


# ------------------------------------------------------------------ mending


def repair(path: Path) -> Iterator[str]:
    """Mend what can be mended, after a dated copy; a sentence a step.

    A file that SQLite still reads is mended in place. Of one that it does not, every row that can
    be read goes into a new library, and the broken file is kept beside it.
    """
    if path.exists() and not path.is_file():
        raise LibraryError(_("{path} is no file; nothing of it can be mended.").format(path=path))
    broken = [finding for finding in check(path) if not finding.is_well]
    for finding in broken:
        if finding.what == "log":
            raise LibraryError(finding.says)
        if finding.what in ("owner", "schema"):
            raise LibraryError(
                _("{path} ({what}: {says}) is nothing that this program may mend.").format(
                    path=path, what=_(finding.what), says=finding.says
                )
            )
    if any(finding.what in ("opening", "reading", "integrity") for finding in broken):
        with alone(path, _("put in order by a new one")):
            yield from _salvage(path)
        return
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
        yield _("The file is readable by you alone again.")
    with Store.open(path) as store:
        copy = dated_sibling(path)
        back_up(store.connection.raw, copy)
        yield _("A copy was made: {copy}").format(copy=copy)
        yield from _mend(store)


def _mend(store: Store) -> Iterator[str]:
    connection = store.connection.raw
    damaged = _rescue_texts(store)
    if damaged:
        yield ngettext(
            "{count} text was damaged; what could be read of it is kept.",
            "{count} texts were damaged; what could be read of them is kept.",
            damaged,
        ).format(count=numeral(damaged))
    with store.transaction():
        for index in _REBUILT:
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        index_texts(connection)
        connection.execute(
            "UPDATE article SET note_count = (SELECT count(*) FROM annotation n"
            " WHERE n.article_id = article.id AND n.is_deleted = 0)"
        )
        lost_texts = _stand_in_for_texts(connection)
    if lost_texts:
        yield ngettext(
            "{count} article has lost its text; title, link and notes are kept.",
            "{count} articles have lost their text; titles, links and notes are kept.",
            lost_texts,
        ).format(count=numeral(lost_texts))
    found_again, gone = place_again(store)
    if found_again or gone:
        yield (
            _(
                "Notes and verdicts that stood on other words: {found_again} on their own words again, "
                "{gone} kept without a place, since their words are gone."
            ).format(found_again=numeral(found_again), gone=numeral(gone))
        )
    if cleaned := clean_quotations(store):
        yield ngettext(
            "{count} quotation is kept without its blank ends now.",
            "{count} quotations are kept without their blank ends now.",
            cleaned,
        ).format(count=numeral(cleaned))
    store.vocabulary.make_anew()
    lost = store.analyses.index_again()
    with store.transaction():
        connection.execute("REINDEX")
    yield _("The search indexes were made anew and the counts were set right.")
    if lost:
        yield ngettext(
            "What was found in {count} article was damaged; it is found again as you read.",
            "What was found in {count} articles was damaged; it is found again as you read.",
            len(lost),
        ).format(count=numeral(len(lost)))


def _stand_in_for_texts(connection: sqlite3.Connection) -> int:
    """Give articles without a text an empty one, so that they and their notes can be seen."""
    lost = "(SELECT id FROM article WHERE is_deleted = 0 AND id NOT IN (SELECT article_id FROM packed_body))"
    connection.execute(
        "UPDATE annotation SET status = 'orphan', now_start = NULL, now_end = NULL"
        f" WHERE now_start IS NOT NULL AND article_id IN {lost}"
    )
    connection.execute(
        "UPDATE article SET text_state = 'The text of this article was lost on the disk.',"
        f" position = 0 WHERE text_state = '' AND id IN {lost}"
    )
    cursor = connection.execute(
        "INSERT INTO packed_body (article_id, title, text, blocks, enclosures)"
        f" SELECT id, title, '', '[]', '[]' FROM article WHERE id IN {lost}"
    )
    return cursor.rowcount


def _rescue_texts(store: Store) -> int:
    """Replace texts that cannot be unpacked by what can be read of them; gives how many."""
    connection = store.connection.raw
    damaged = connection.execute(
        "SELECT article_id, text FROM packed_body WHERE NOT lesart_is_whole(text)"
    ).fetchall()
    if not damaged:
        return 0
    with store.transaction(), _without_triggers(connection):
        for article_id, stored in damaged:
            kept = rescued(stored)
            connection.execute(
                "UPDATE packed_body SET text = ?, blocks = '[]' WHERE article_id = ?",
                [packed(kept), article_id],
            )
            connection.execute(
                "UPDATE article SET engine = '', position = 0, text_state = ? WHERE id = ?",
                [N_("A part of this text was damaged on the disk."), article_id],
            )
    return len(damaged)


@contextlib.contextmanager
def _without_triggers(connection: sqlite3.Connection) -> Iterator[None]:
    """Change texts without the indexes, which could not forget what nobody can read any more.

    They have to be made anew right after. Only within a transaction: it brings the triggers back
    where something fails.
    """
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'packed_body'"
    ).fetchall()
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in triggers:
        connection.execute(sql)


def _salvage(path: Path) -> Iterator[str]:
    kept = aside(path, "broken")
    fresh = path.with_name(path.name + ".salvaging")
    companions = [beside(fresh, ending) for ending in (".lock", ".queue.lock", ".open")]
    for leftover in files_of(fresh):
        leftover.unlink(missing_ok=True)
    try:
        yield from salvage(path, fresh)
        with Store.open(fresh) as target:
            yield from _mend(target)
    except BaseException:
        for leftover in (*files_of(fresh), *companions):
            leftover.unlink(missing_ok=True)
        raise
    move(path, kept)
    move(fresh, path)
    for leftover in companions:
        leftover.unlink(missing_ok=True)
    yield _(
        "The broken file was kept as {kept}; figures and names are found again as you read."
    ).format(kept=kept)
