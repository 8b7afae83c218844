"""Time to ask across all articles: figures, the same figure, entities, stories, corrections, watched queries.

    python -m tests.benchmarks.asking library.sqlite

Each is asked as its screen or command asks it, on a library whose articles are analysed and grouped. Beside
it stands the plainest SQL that gives about the same, on the same file and in the same run. Time is the
processor's, so that other work on the machine counts little.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from lesart.query import parse_query
from lesart.services.asking.completing import offers
from lesart.services.asking.figures_view import figure_rows
from lesart.services.asking.grouping import group_waiting
from lesart.services.asking.same_figure import same_figure_elsewhere
from lesart.services.asking.seen import Seen
from lesart.services.asking.stories import articles_of
from lesart.store import Store
from tests.benchmarks.library import NOW
from tests.benchmarks.report import Row, table, times
from tests.benchmarks.terminal import percentile

TODAY = date(2026, 11, 18)
PAGE = 50
"""Rows of a screen."""
GOAL = "p95 ≤ 200 ms"
_FIGURES = (
    "", "counts:Soldaten", "figure>5000", "figure>80000", "counts:Soldaten figure>5000", "role:delta",
    "role:delta counts:Menschen figure>1000", "unit:% role:delta", "speaker:Merkel",
    "of:Siemens role:delta", "per:Einwohner figure>100", "entity:Merkel", "sort:old counts:ships",
    "is:unread figure:100..200", "-role:delta counts:votes", "unit:EUR figure>50000",
)  # fmt: skip
_TYPED = (
    "s", "of:", "of:s", "of:me", "speaker:", "speaker:o", "subject:", "subject:s", "subject:so",
    "entity:", "entity:m", "entity:be", "tag:", "from:", "from:pap", "in:", "unit:", "per:e",
)  # fmt: skip


def group(path: Path) -> None:
    """Give every article its story and bring entities together, as the background does."""
    with Store.open(path) as store:
        for _ in group_waiting(store):
            pass


def measure(path: Path) -> list[Row]:
    """One row a question, p50 / p95 in milliseconds of processor."""
    with Store.open(path, is_read_only=True) as store:
        return [_row(*kind) for kind in kinds(store)]


Kind = tuple[str, Sequence[Callable[[], object]], Sequence[Callable[[], object]], str]


def kinds(store: Store) -> Iterator[Kind]:
    db = store.connection
    yield ("figures of a query, first page", [lambda q=q: _figures(store, q) for q in _FIGURES],
           [lambda: _plain(db, _PLAIN_FIGURES)] * 5, GOAL)  # fmt: skip
    ids = [row[0] for row in db.execute("SELECT id FROM article ORDER BY id LIMIT 20 OFFSET 5000")]
    yield ("the same figure elsewhere", [lambda i=i: _same(store, i) for i in ids],
           [lambda i=i: _plain(db, _PLAIN_SAME, i) for i in ids], GOAL)  # fmt: skip
    kinds = ("", "PER", "LOC", "ORG")
    yield ("entities, most named first",
           [lambda k=k: store.same_entities.lines(kind=k, limit=PAGE) for k in kinds * 3],
           [lambda: _plain(db, _PLAIN_ENTITIES)] * 5, GOAL)  # fmt: skip
    known = store.same_entities.most_named(limit=40)
    yield ("one entity: numbers, weeks, with whom, articles",
           [lambda k=k: _entity(store, k) for k in known],
           [lambda k=k: _plain(db, _PLAIN_ENTITY, k) for k in known], GOAL)  # fmt: skip
    stories = [line.story for line in store.stories.lines(least=1, limit=40)]
    yield ("stories, newest first", [lambda: list(store.stories.lines(limit=PAGE))] * 8,
           [lambda: _plain(db, _PLAIN_STORIES)] * 5, GOAL)  # fmt: skip
    yield ("one story with its figures", [lambda s=s: articles_of(store, s) for s in stories],
           [lambda s=s: _plain(db, _PLAIN_STORY, s) for s in stories], GOAL)  # fmt: skip
    changed = ("changed:figure", "changed:text", "changed:7d", "changed:2026-11")
    yield ("what was corrected", [lambda q=q: _ids(store, q) for q in changed * 3],
           [lambda: _plain(db, "SELECT id FROM article WHERE revised > 0")] * 5, GOAL)  # fmt: skip
    yield ("a watched query, whether anything is new", [lambda q=q: _watch(store, q) for q in _FIGURES[1:]],
           [lambda: _plain(db, _PLAIN_FIGURES)] * 5, GOAL)  # fmt: skip
    yield ("completing what is typed", [lambda t=t: offers(store, t, len(t)) for t in _TYPED * 2],
           [lambda: _plain(db, "SELECT name FROM noun WHERE name LIKE 's%'")] * 5, "≤ 50 ms")  # fmt: skip


_PLAIN_FIGURES = (
    "SELECT m.article_id, m.number FROM amount m JOIN unit u ON u.id = m.unit_id WHERE m.number > 5000"
    " AND u.name = '' ORDER BY m.article_id DESC LIMIT 50"
)
_PLAIN_SAME = (
    "SELECT o.article_id, count(*) FROM counted c JOIN counted o ON o.noun_id = c.noun_id"
    " WHERE c.article_id = ? GROUP BY 1 ORDER BY 2 DESC LIMIT 30"
)
_PLAIN_ENTITIES = (
    "SELECT e.name, count(*) FROM naming n JOIN entity e ON e.id = n.entity_id GROUP BY e.id"
    " ORDER BY 2 DESC LIMIT 50"
)
_PLAIN_ENTITY = (
    "SELECT count(*), min(a.published), max(a.published) FROM naming n JOIN article a"
    " ON a.id = n.article_id WHERE n.entity_id = ?"
)
_PLAIN_STORIES = (
    "SELECT story, count(*) FROM story_member GROUP BY story HAVING count(*) > 1 ORDER BY story DESC"
    " LIMIT 50"
)
_PLAIN_STORY = (
    "SELECT a.title, n.found FROM story_member m JOIN article a ON a.id = m.article_id"
    " JOIN analysis n ON n.article_id = a.id WHERE m.story = ?"
)


def _figures(store: Store, text: str) -> object:
    return list(islice(figure_rows(store, parse_query(text, TODAY)), PAGE))


def _ids(store: Store, text: str) -> object:
    return store.search.ids(parse_query(text, TODAY))


def _same(store: Store, article_id: int) -> object:
    article, analysis = store.articles.get(article_id), store.analyses.get(article_id)
    figures = [f for f in analysis.figures if f.noun][:1] if analysis else []
    return [same_figure_elsewhere(store, article, f, limit=20) for f in figures if article]


def _entity(store: Store, known: int) -> object:
    return (
        store.same_entities.line(known), store.same_entities.together_with(known),
        store.same_entities.weeks([known], end=NOW, count=26), store.same_entities.article_ids(known),
    )  # fmt: skip


def _watch(store: Store, text: str) -> object:
    seen = Seen(store, "benchmark", parse_query(text, TODAY), NOW + 60)
    return seen.answering()


def _row(
    name: str,
    ours: Sequence[Callable[[], object]],
    plain: Sequence[Callable[[], object]],
    goal: str,
) -> Row:
    plain[0]()
    took, yardstick = [_ms(one) for one in ours], [_ms(one) for one in plain]
    ratio = times(percentile(took, 95), percentile(yardstick, 95))
    return Row(name, _middle(took), f"plain SQL {_middle(yardstick)}", ratio, goal)


def _plain(db: sqlite3.Connection, sql: str, *values: object) -> int:
    return sum(1 for _ in db.execute(sql, values))


def _ms(do: Callable[[], object]) -> float:
    begin = time.process_time()
    do()
    return (time.process_time() - begin) * 1000


def _middle(found: Sequence[float]) -> str:
    return f"{percentile(found, 50):.0f} / {percentile(found, 95):.0f} ms"


if __name__ == "__main__":
    print(table(measure(Path(sys.argv[1]))))
