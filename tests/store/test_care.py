"""What a careful reader entrusts to one file survives: backups, broken files, full repairs."""

from __future__ import annotations

import sqlite3

import pytest

from lesart.errors import LibraryError
from lesart.store import Store
from lesart.store.care import check, repair, restore
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
