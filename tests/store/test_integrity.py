"""What a careful reader entrusts to one file survives: backups, broken files, full repairs."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3

import pytest

from lesart.anchor import make_anchor
from lesart.model.errors import LibraryError
from lesart.model.text import Span
from lesart.services.save_article import keep
from lesart.store import Store
from lesart.store.file.checkpoint import LARGEST_LOG, has_wal_reset_fix, log_size
from lesart.store.file.integrity import check, repair
from lesart.store.file.locks import LibraryReplaced
from lesart.store.file.restoring import restore
from tests.conftest import NOW, a_draft


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        for number in range(60):
            store.articles.add(a_draft(f"Words of article {number}. " * 40), now=NOW)
        store.annotations.add(7, None, now=NOW, note="mine", tags=["kept"])
    return path


def bad(path):
    return {finding.what for finding in check(path) if not finding.is_well}


def test_a_sound_library_has_nothing_to_complain_of(path):
    assert bad(path) == set()


def test_a_backup_made_while_it_is_in_use_is_whole(path, tmp_path):
    with Store.open(path) as store, Store.open(path) as other, other.transaction():
        other.articles.add(a_draft("Being written."), now=NOW)
        store.back_up(tmp_path / "copy.sqlite")
    with Store.open(tmp_path / "copy.sqlite") as copy:
        assert copy.articles.count() == 60
        assert copy.annotations.count() == 1
    assert bad(tmp_path / "copy.sqlite") == set()


def test_restoring_keeps_the_former_library_beside_it(path, tmp_path):
    with Store.open(path) as store:
        store.back_up(tmp_path / "copy.sqlite")
        store.articles.delete([1, 2, 3])
    kept = restore(path, tmp_path / "copy.sqlite")
    with Store.open(path) as store:
        assert store.articles.count() == 60
    assert kept is not None
    with Store.open(kept) as former:
        assert former.articles.count() == 57


@pytest.fixture
def of_old_pages(path, tmp_path):
    """The library as it was made before its pages grew to 8 KB."""
    old = tmp_path / "old.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as copy:
        copy.execute("PRAGMA journal_mode = delete")
        copy.execute("PRAGMA page_size = 4096")
        copy.execute("VACUUM INTO ?", [str(old)])
    old.chmod(0o600)
    return old


def page_size(path):
    with contextlib.closing(sqlite3.connect(path)) as file:
        return file.execute("PRAGMA page_size").fetchone()[0]


def test_a_library_keeps_the_pages_that_it_was_made_with(path, of_old_pages):
    for library, size in ((path, 8192), (of_old_pages, 4096)):
        with Store.open(library) as store:
            store.articles.add(a_draft("One more. " * 2000), now=NOW)
            assert store.articles.count() == 61
            assert store.articles.text(61) == "One more. " * 2000
        assert page_size(library) == size
        assert bad(library) == set()


@pytest.mark.parametrize("is_older", [True, False])
def test_a_backup_with_pages_of_another_size_is_restored(path, of_old_pages, is_older):
    library, backup = (path, of_old_pages) if is_older else (of_old_pages, path)
    with Store.open(library) as store:
        store.articles.delete([1, 2, 3])
    kept = restore(library, backup)
    assert kept is not None
    for file, count in ((library, 60), (kept, 57)):
        with Store.open(file) as store:
            assert store.articles.count() == count
            assert store.annotations.of(7)[0].note == "mine"
        assert bad(file) == set()


def test_a_library_that_has_lost_its_header_is_saved_whatever_the_size_of_its_pages(
    path, of_old_pages
):
    for library in (path, of_old_pages):
        data = bytearray(library.read_bytes())
        data[:100] = b"\xff" * 100
        library.write_bytes(data)
        list(repair(library))
        with Store.open(library) as store:
            assert store.articles.count() == 60
            assert store.annotations.of(7)[0].note == "mine"


@pytest.mark.parametrize("content", [b"", b"nonsense" * 1000])
def test_a_backup_that_is_none_is_refused_and_nothing_changes(path, tmp_path, content):
    (tmp_path / "copy.sqlite").write_bytes(content)
    with pytest.raises(LibraryError, match=r"copy\.sqlite"):
        restore(path, tmp_path / "copy.sqlite")
    with Store.open(path) as store:
        assert store.articles.count() == 60


def test_a_library_that_cannot_be_read_is_replaced_by_its_backup(path, tmp_path):
    with Store.open(path) as store:
        store.back_up(tmp_path / "copy.sqlite")
    path.write_bytes(b"gone" * 500)
    restore(path, tmp_path / "copy.sqlite")
    with Store.open(path) as store:
        assert store.articles.count() == 60


def test_an_index_that_lost_its_texts_is_made_anew(path):
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO body_fts(body_fts) VALUES ('delete-all')")
    connection.execute("UPDATE article SET note_count = 9 WHERE id = 3")
    connection.commit()
    connection.close()
    assert bad(path) == {"body_fts", "note counts"}
    list(repair(path))
    assert bad(path) == set()
    assert list(path.parent.glob("library.backup-*.sqlite"))


def test_a_file_with_broken_pages_gives_back_what_can_still_be_read(path):
    with Store.open(path) as store:
        store.connection.execute("PRAGMA wal_checkpoint(truncate)")
        root = store.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'body_fts_data'"
        ).fetchone()[0]
        size = store.connection.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)
    assert bad(path)
    said = list(repair(path))
    assert bad(path) == set(), said
    with Store.open(path) as store:
        assert store.articles.count() == 60
        assert [n.annotation.note for n in store.annotations.all()] == ["mine"]
    assert list(path.parent.glob("library.broken-*.sqlite"))


def test_a_foreign_database_is_never_mended(tmp_path):
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        list(repair(path))
    assert path.read_bytes() == before


# ------------------------------------------------------------------ notes and their words


@pytest.fixture
def noted(path):
    """A library with a note and a verdict on words of article 3."""
    from lesart.model.verdict import Verdict

    with Store.open(path) as store:
        text = store.articles.text(3)
        assert text is not None
        span = Span(text.index("article 2"), text.index("article 2") + 9)
        store.annotations.add(3, make_anchor(text, span), now=NOW, note="on these")
        store.verdicts.put(
            Verdict(3, "figure", make_anchor(text, span), "rejected", {}, span), now=NOW
        )
    return path


def set_by_hand(path, sql):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


WRONG = [
    "UPDATE annotation SET now_start = 2, now_end = 11 WHERE note = 'on these'",
    "UPDATE annotation SET now_start = NULL, now_end = NULL WHERE note = 'on these'",
    "UPDATE annotation SET now_start = 9000, now_end = 9009 WHERE note = 'on these'",
    "UPDATE annotation SET now_start = 10, now_end = 10 WHERE note = 'on these'",
    "UPDATE annotation SET now_start = 2, now_end = 11, is_deleted = 1 WHERE note = 'on these'",
    "UPDATE verdict SET now_start = 2, now_end = 11",
]


@pytest.mark.parametrize("sql", WRONG)
def test_doctor_says_which_note_stands_on_other_words_and_repair_puts_it_back(noted, sql):
    set_by_hand(noted, sql)
    set_by_hand(
        noted,
        "UPDATE article SET note_count = (SELECT count(*) FROM annotation n"
        " WHERE n.article_id = article.id AND n.is_deleted = 0)",
    )
    [finding] = [one for one in check(noted) if not one.is_well]
    assert finding.what == "words of notes"
    assert "on article 3: “article 2” stands at" in finding.says
    said = list(repair(noted))
    assert any("other words: 1 on their own words again" in words for words in said)
    assert bad(noted) == set()
    with Store.open(noted) as store:
        text = store.articles.text(3) or ""
        notes = store.annotations.of(3, deleted_too=True)
        spans = [one.span for one in (*notes, *store.verdicts.of(3)) if one.anchor]
    assert [text[slice(*span)] for span in spans if span] == ["article 2", "article 2"]


def test_a_misplaced_note_whose_words_are_gone_becomes_an_orphan_with_all_it_says(noted):
    set_by_hand(noted, "UPDATE annotation SET exact = 'never written' WHERE note = 'on these'")
    assert bad(noted) == {"words of notes", "note_fts"} or bad(noted) == {"words of notes"}
    list(repair(noted))
    assert bad(noted) == set()
    with Store.open(noted) as store:
        [orphan] = store.annotations.orphans()
    assert orphan.annotation.note == "on these"
    assert orphan.annotation.span is None


def test_a_note_carried_over_other_spaces_and_quotes_is_no_mistake(path):
    with Store.open(path) as store:
        old = 'He said that it was "quite enough" for everybody in the room. And left.'
        added = store.articles.add(a_draft(old, guid="g"), now=NOW)
        span = Span(old.index("it was"), old.index(" And"))
        store.annotations.add(added.id, make_anchor(old, span), now=NOW)
        new = old.replace('"quite enough"', "“quite  enough”").replace("for ", "for\n")
        keep(store, a_draft(new, guid="g"), now=NOW)
        [note] = store.annotations.of(added.id)
        assert (note.status, note.revision) == ("ok", 1)
    assert bad(path) == set()


# ------------------------------------------------------------------ one at a time


def test_a_library_that_somebody_has_open_is_not_replaced(path, tmp_path):
    with Store.open(path) as store:
        store.back_up(tmp_path / "copy.sqlite")
        before = path.stat().st_mtime_ns
        with pytest.raises(LibraryError, match=r"Another Lesart has .* open"):
            restore(path, tmp_path / "copy.sqlite")
        assert path.stat().st_mtime_ns == before
        assert not list(tmp_path.glob("*.before-restore-*"))
    restore(path, tmp_path / "copy.sqlite")


def test_a_library_that_is_read_by_somebody_is_not_replaced_either(path, tmp_path):
    with Store.open(path) as store:
        store.back_up(tmp_path / "copy.sqlite")
    with Store.open(path, is_read_only=True), pytest.raises(LibraryError, match="open"):
        restore(path, tmp_path / "copy.sqlite")


def test_a_broken_file_is_not_moved_away_under_somebody_who_has_it_open(path):
    with Store.open(path) as store:
        store.fold()
        data = bytearray(path.read_bytes())
        data[8192 : 8192 * 3] = b"\xff" * 16384
        path.write_bytes(data)
        with pytest.raises(LibraryError, match="open"):
            list(repair(path))
    assert path.read_bytes() == bytes(data)


@pytest.mark.parametrize(
    ("version", "is_fixed"),
    [
        ((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 0), True),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 44, 6), True), ((3, 45, 9), False),
    ],
)  # fmt: skip
def test_versions_of_sqlite_with_the_fix_are_known(version, is_fixed):
    assert has_wal_reset_fix(version) == is_fixed


# ------------------------------------------------------------------ the log


@pytest.mark.parametrize("is_read_only", [False, True])
def test_no_connection_folds_the_log_behind_our_back(path, is_read_only):
    with Store.open(path, is_read_only=is_read_only) as store:
        assert store.connection.execute("PRAGMA wal_autocheckpoint").fetchone() == (0,)


def test_a_long_log_is_folded_by_who_writes_it(path):
    with Store.open(path) as store, Store.open(path) as other:
        longest = 0
        for number in range(40):
            store.articles.add(a_draft(f"{number} " + str(list(range(60_000)))), now=NOW)
            longest = max(longest, log_size(path))
        assert longest < 3 * LARGEST_LOG
        assert other.articles.count() == 100


def test_who_reads_in_the_log_is_not_waited_for_and_loses_nothing(path):
    with Store.open(path) as store, Store.open(path, is_read_only=True) as reader:
        store.articles.add(a_draft("One more."), now=NOW)
        reader.connection.execute("BEGIN")
        assert reader.articles.count() == 61
        store.articles.add(a_draft("And one."), now=NOW)
        assert store.fold() is False
        assert reader.articles.count() == 61
        reader.connection.execute("COMMIT")
        assert store.fold() is True
        assert reader.articles.count() == 62
        assert log_size(path) == 0


def test_one_who_was_killed_at_folding_has_not_replaced_the_library(path):
    with Store.open(path) as store, Store.open(path) as other:
        store.articles.add(a_draft("One more."), now=NOW)
        assert other.connection._lock.take()
        other.connection._lock.will_change()
        set_by_hand(path, "PRAGMA wal_checkpoint(truncate)")
        other.connection._lock.let_go()
        assert not store.is_replaced()
        store.articles.add(a_draft("And one."), now=NOW)


def test_what_was_copied_over_an_open_library_is_never_mixed_with_it(path, tmp_path):
    """The log of the former library lies beside the new file: it is moved away, not believed."""
    with Store.open(tmp_path / "new.sqlite") as other:
        for number in range(5):
            other.articles.add(a_draft(f"Of the other library, {number}. " * 50), now=NOW)
    with Store.open(path) as store:
        store.articles.add(a_draft("Only in the log. " * 500), now=NOW)
        assert log_size(path) > 0
        shutil.copyfile(tmp_path / "new.sqlite", path)
        with pytest.raises(LibraryReplaced, match="not stored"):
            store.articles.add(a_draft("Lost?"), now=NOW)
        assert store.is_replaced()
    with Store.open(path) as again:
        assert again.articles.count() == 5
    assert bad(path) == set()
    assert list(path.parent.glob("library.sqlite.stale-log-*"))


def test_without_the_lock_sqlite_folds_for_itself(path):
    lock = path.with_name("library.sqlite.lock")
    lock.unlink()
    lock.mkdir()  # nobody can open it
    with Store.open(path) as store:
        assert store.connection.execute("PRAGMA wal_autocheckpoint").fetchone() == (1000,)
        store.articles.add(a_draft("One more."), now=NOW)
        assert not store.fold()
        assert not store.is_replaced()
    with Store.open(path) as store:
        assert store.articles.count() == 61


def test_a_library_replaced_by_hand_between_two_sessions_is_simply_opened(path, tmp_path):
    with Store.open(tmp_path / "new.sqlite") as other:
        other.articles.add(a_draft("Of another library."), now=NOW)
    shutil.copyfile(tmp_path / "new.sqlite", path)
    with Store.open(path) as store:
        assert store.articles.count() == 1
        store.articles.add(a_draft("And one more."), now=NOW)
    assert bad(path) == set()


def test_a_log_left_by_a_kill_is_kept_when_the_folder_was_copied(path, tmp_path):
    """Another place, other inodes: the log is this library's own all the same."""
    with Store.open(path) as store:
        store.articles.add(a_draft("Only in the log."), now=NOW)
        (tmp_path / "moved").mkdir()
        for file in path.parent.glob("library.sqlite*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, tmp_path / "moved" / file.name)
    assert log_size(tmp_path / "moved" / "library.sqlite") > 0
    with Store.open(tmp_path / "moved" / "library.sqlite") as moved:
        assert moved.articles.count() == 61


def test_doctor_tells_of_quotations_with_blank_ends_and_repair_cleans_them(path):
    """As they were stored once; a reader has seen them clean ever since."""
    text = "Words of article 2. "
    with Store.open(path) as store:
        for at, uid in enumerate(("kept", "gone", "sound")):
            anchor = make_anchor(text * 40, Span(20 * at + 20, 20 * at + 39))
            store.annotations.add(3, anchor, now=NOW, note="mine", uid=uid, tags=["t"])
        store.annotations.delete(store.annotations.by_uid("gone").id)
        before = {uid: store.annotations.stored(uid) for uid in ("kept", "gone", "sound")}
        with store.transaction():
            store.connection.execute(
                "UPDATE annotation SET exact = ' ' || exact || ' ', \"start\" = \"start\" - 1,"
                ' "end" = "end" + 1, now_start = now_start - 1, now_end = now_end + 1'
                " WHERE uid <> 'sound' AND exact IS NOT NULL"
            )
    says = {finding.what: finding.says for finding in check(path)}
    assert says["quotations"].startswith("2 are kept with blank ends")
    assert "2 quotations are kept without their blank ends now." in list(repair(path))
    with Store.open(path) as store:
        after = {uid: store.annotations.stored(uid) for uid in before}
        assert [note.anchor.exact for note, _ in after.values()] == ["Words of article 2."] * 3
        assert [note.span for note, _ in after.values()] == [
            note.span for note, _ in before.values()
        ]
        assert [(n.note, n.tags, n.changed, gone) for n, gone in after.values()] == [
            (n.note, n.tags, n.changed, gone) for n, gone in before.values()
        ]
    says = {finding.what: finding.says for finding in check(path)}
    assert says["quotations"] == "as they are shown"
    assert bad(path) == set()


def test_a_backup_tells_how_far_it_is(tmp_path, store):
    """A library of gigabytes takes a minute; whoever waits for it sees that it goes on."""
    for number in range(40):
        store.settings.set(str(number), "x" * 500_000)
    shares: list[float] = []
    store.back_up(tmp_path / "copy.sqlite", shares.append)
    assert len(shares) > 1
    assert shares == sorted(shares)
    assert (0 < shares[0] < 1, shares[-1]) == (True, 1.0)
