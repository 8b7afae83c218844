"""A library many times over, with its findings: what a million analysed articles are measured on.

    python -m tests.benchmarks.multiplied 100000.sqlite 1000000.sqlite 10

Each copy is older than the one that is stored after it, as feeds bring them, and has addresses of its own.
Texts, figures and names are the same in all of them: no name becomes rarer or more frequent. The notes
stand in the newest copy.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from lesart.store import Store
from lesart.store.noun_index import list_noun

_STEP = 50_000
"""Articles a transaction."""
_ONCE = ("feed", "unit", "entity", "noun", "vocabulary", "same_entity", "entity_spelling")
_ROWS = {
    # What articles are found by, in the order in which it is kept: put in so, it is only appended.
    "amount": "article_id >> 14, unit_id, number, article_id, noun_id",
    "amount_range": "article_id >> 14, unit_id, high, low, article_id, noun_id",
    "counted": "noun_id, article_id",
    "naming": "entity_id, article_id",
}


def multiply(source: Path, target: Path, many: int) -> None:
    """Write `source` into the new library `target`, so many times."""
    with Store.open(target) as store:
        db = store.connection.raw
        db.execute("PRAGMA cache_size = -2000000")
        db.execute("ATTACH ? AS source", [str(source)])
        _once(store, db, many)
        count, span = db.execute(
            "SELECT max(id), max(published) - min(published) + 60 FROM source.article"
        ).fetchone()
        for copy in range(many):
            _articles(store, db, by=copy * count, older=(many - 1 - copy) * span, count=count)
        _findings(store, db, [copy * count for copy in range(many)])
        changed = {"article_id": f"article_id + {(many - 1) * count}"}
        with store.transaction():
            _copy(db, "annotation", changed)
        db.execute("DETACH source")
    with Store.open(target) as store:
        store.index_maintenance.tend()


def _copy(db: sqlite3.Connection, table: str, changed: dict[str, str], where: str = "") -> None:
    names = [row[1] for row in db.execute(f"PRAGMA source.table_info({table})")]
    values = ", ".join(changed.get(name, name) for name in names)
    db.execute(
        f"INSERT OR IGNORE INTO main.{table} ({', '.join(names)})"
        f" SELECT {values} FROM source.{table} {where}"
    )


def _once(store: Store, db: sqlite3.Connection, many: int) -> None:
    with store.transaction():
        for table in _ONCE:
            _copy(db, table, {"articles": f"articles * {many}"} if table == "same_entity" else {})
        _copy(db, "setting", {}, "WHERE key = 'name_keys'")
        for number, name in db.execute("SELECT id, name FROM source.noun").fetchall():
            list_noun(db.execute, number, name)


def _articles(store: Store, db: sqlite3.Connection, *, by: int, older: int, count: int) -> None:
    own = {
        "id": f"id + {by}", "guid": f"guid || '-{by}'", "link": f"link || '-{by}'",
        "published": f"published - {older}", "arrived": f"arrived - {older}",
        "text_hash": "randomblob(16)", "story": "NULL", "note_count": "0",
    }  # fmt: skip
    for first in range(1, count + 1, _STEP):
        among = f"BETWEEN {first} AND {first + _STEP - 1}"
        with store.transaction():
            _copy(db, "article", own, f"WHERE id {among} ORDER BY id")
            for table in ("packed_body", "analysis"):
                changed = {"article_id": f"article_id + {by}"}
                _copy(db, table, changed, f"WHERE article_id {among} ORDER BY article_id")
            db.execute("DELETE FROM unlisted")  # their words are those of the first ones


def _findings(store: Store, db: sqlite3.Connection, moves: list[int]) -> None:
    for table, order in _ROWS.items():
        moved = order.replace("article_id", "(article_id + moved.value)")
        changed = {"article_id": "article_id + moved.value"}
        changed["shelf"] = "(article_id + moved.value) >> 14"
        with store.transaction():
            _copy(
                db, table, changed,
                f"CROSS JOIN json_each('{moves}') moved ORDER BY {moved}",
            )  # fmt: skip


def main() -> None:
    source, target, many = sys.argv[1:]
    multiply(Path(source), Path(target), int(many))


if __name__ == "__main__":
    main()
