"""The list, the panels and the start never read more of the library than they show."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lesart.model.analysis import Analysis
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.save_article import keep
from lesart.services.save_file import keep_file
from lesart.store import Store
from lesart.store.search.search import Search
from tests.conftest import NOW, a_draft


@pytest.fixture(scope="module")
def used_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With statistics, as a library in use has them: they are what misleads a planner."""
    folder = tmp_path_factory.mktemp("used")
    with Store.open(folder / "library.sqlite") as store:
        _use(store)
        store.back_up(folder / "copy.sqlite")
    return folder / "copy.sqlite"


@pytest.fixture
def used(used_file: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "library.sqlite"
    shutil.copy(used_file, path)
    with Store.open(path) as store:
        yield store


def _use(store: Store) -> None:
    feed, _ = store.feeds.add("https://example.org/feed")
    for number in range(200):
        store.feeds.add(f"https://example.org/{number}")
    figure = Figure(
        Span(0, 5), "Words", "count", Decimal(5), noun="words", role="level", of="Nobody",
        attribution="Angela Merkel",
    )  # fmt: skip
    for number in range(300):
        feed_id = feed.id if number % 2 else None
        added = store.articles.add(
            a_draft(
                f"Words {number}.", feed_id=feed_id, guid=str(number), folder="Samples",
                published=Moment(NOW - 1000 + number),
            ),
            now=NOW,
        )  # fmt: skip
        store.analyses.put(added.id, 1, Analysis("t/1", "en", (figure,)))
    store.articles.set_read(range(1, 250), True)
    for number in range(1, 60):
        store.annotations.add(number, None, now=NOW, note="mine")
    store.connection.execute("ANALYZE")


def plans(store: Store, do: Callable[[], object]) -> list[str]:
    """The query plan of every statement that `do` runs."""
    statements: list[str] = []
    store.connection.raw.set_trace_callback(statements.append)
    do()
    store.connection.raw.set_trace_callback(None)
    selects = [
        sql
        for sql in statements
        # An index of words reads its settings, a few rows, when a connection first asks it.
        if sql.lstrip().upper().startswith("SELECT") and "_fts_config'" not in sql
    ]
    assert selects, "nothing was asked of the library"
    return [
        "\n".join(row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        for sql in selects
    ]


def is_scan(step: str) -> bool:
    """A walk over a whole table; an index in its order, a virtual table or a list of ids is none."""
    return step.lstrip().startswith("SCAN") and not any(
        words in step
        # `u` are the units of figures, a few dozen in any library; a shelf has 16,384 articles.
        for words in (
            "USING INDEX",
            "USING COVERING INDEX",
            "VIRTUAL TABLE",
            "json_each",
            "SCAN u",
            "SCAN shelf",
            "SCAN (subquery-",
            "CONSTANT ROW",
        )
    )


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("", "article_newest"),
        ("is:unread", "article_unread"),
        ("is:starred", "article_starred"),
        ("is:annotated", "article_noted"),
        ("is:unread lang:en", "article_unread"),
        ("after:2026-01-01", "article_newest"),
    ],
)
def test_the_first_page_comes_from_an_index_in_its_order(used, query, index):
    parsed = parse_query(query, date(2026, 11, 18))
    [plan] = plans(used, lambda: used.search.ids(parsed, limit=300))
    assert f"INDEX {index}" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize(
    "do",
    [
        lambda s: s.articles.headlines([1, 2, 3]),
        lambda s: s.articles.get(1),
        lambda s: s.articles.revisions(1),
        lambda s: s.articles.tags(1),
        lambda s: s.articles.ids_in_folder("Samples"),
        lambda s: s.analyses.get(1),
        lambda s: s.analyses.articles_naming("LOC:KW"),
        lambda s: s.analyses.also_naming("LOC:KW", 1, limit=12),
        lambda s: s.analyses.of_one_subject(1, ["soldier"], s.analyses.get(1).entities, limit=9),
        lambda s: s.annotations.of(1),
        lambda s: s.articles.unread(),
        lambda s: s.feeds.article_ids(1),
        lambda s: s.feeds.rhythm(1),
        lambda s: s.feeds.known_guids(1, ["1", "2"]),
        lambda s: s.search.ids(parse_query("figure>4", date(2026, 1, 1)), limit=10),
        lambda s: s.search.ids(parse_query("words", date(2026, 1, 1)), limit=10),
    ],
)
def test_an_article_and_its_panels_are_looked_up_not_scanned(used, do):
    for plan in plans(used, lambda: do(used)):
        assert not [step for step in plan.splitlines() if is_scan(step)], plan


@pytest.mark.parametrize(
    "draft",
    [
        a_draft("New words.", feed_id=1, guid="new", link="https://example.org/a"),
        a_draft("New words.", feed_id=1, link="https://example.org/a"),
        a_draft("New words.", feed_id=1),
        a_draft("New words."),
    ],
    ids=["guid", "link", "words", "file"],
)
def test_what_is_stored_is_looked_up_not_looked_for(used, draft):
    """A visit brings fifty: in a million each must cost what it costs in a thousand."""
    for plan in plans(used, lambda: keep(used, draft, now=NOW)):
        assert not [step for step in plan.splitlines() if "SCAN" in step], plan


def test_a_file_is_looked_up_by_its_place_words_and_address(used, tmp_path):
    draft = a_draft("New words.", link="https://example.org/a")
    for plan in plans(used, lambda: keep_file(used, draft, str(tmp_path / "a.txt"), now=NOW)):
        assert not [step for step in plan.splitlines() if "SCAN" in step], plan


def test_the_screen_opens_with_the_end_of_an_index(used):
    for unread_only in (True, False):
        [plan] = plans(used, lambda: used.articles.newest(300, unread_only=unread_only))  # noqa: B023
        assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize(
    "count", [lambda s: s.articles.count(), lambda s: s.feeds.unread()], ids=["all", "unread"]
)
def test_what_is_counted_is_counted_in_an_index(used, count):
    for plan in plans(used, lambda: count(used)):
        steps = [step for step in plan.splitlines() if "article" in step or " a " in step]
        assert steps
        assert all("INDEX article_" in step for step in steps), plan


@pytest.mark.parametrize(
    "query",
    ["figure>4", "~ord has:figure", "-entity:Nobody", "words -12", "-unit:%", "subject:words",
     "role:level", "speaker:Merkel", "of:Nobody", "subject:words figure>4",
     "subject:words figure>4 role:level"],
)  # fmt: skip
def test_the_first_page_of_whatever_is_looked_up_asks_only_about_the_newest(
    used, monkeypatch, query
):
    monkeypatch.setattr("lesart.store.search.plan.WINDOWS", (100, 200))
    parsed = parse_query(query, date(2026, 11, 18))
    asked = plans(used, lambda: used.search.ids(parsed, limit=10))
    assert not [step for step in asked[-1].splitlines() if is_scan(step)], asked[-1]
    assert "article_newest (published>?)" in asked[-1], "all of the library was asked about"
    assert "TEMP B-TREE" not in asked[-1]


def test_other_programs_find_the_figures_of_a_unit_without_a_walk_over_all(used):
    used.connection.execute("DELETE FROM sqlite_stat1")
    used.index_maintenance.tend()
    sql = "SELECT article_id, value FROM figures WHERE unit = '%' AND low > 4"
    with Store.open(used.path, is_read_only=True) as other:
        steps = [row[3] for row in other.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert "SEARCH m USING PRIMARY KEY (ANY(shelf) AND unit_id=? AND number>?)" in steps


def test_the_newest_that_name_somebody_are_not_sorted_out_of_all(used):
    [plan] = plans(used, lambda: used.analyses.also_naming("LOC:KW", 1, limit=12))
    assert "TEMP B-TREE" not in plan


def test_unread_counts_of_feeds_come_from_the_unread_index_alone(used):
    [plan] = plans(used, used.feeds.unread)
    assert "article_of_feed_unread" in plan
    assert "TEMP B-TREE" not in plan
    feed_with_articles = 1
    assert used.feeds.unread() == {feed_with_articles: 26}


def test_what_waits_for_analysis_is_found_without_walking_what_is_done(used):
    for plan in plans(used, lambda: used.analyses.pending("t/2")):
        assert "article_engine" in plan


@pytest.mark.parametrize(
    "field", ["from", "tag", "lang", "entity", "subject", "of", "per", "speaker"]
)
@pytest.mark.parametrize("letters", ["", "w"])
def test_what_is_offered_while_one_types_walks_over_no_table_that_grows_with_articles(
    used, field, letters
):
    for plan in plans(used, lambda: used.query_values.of(field, letters)):
        walked = {step.split()[1] for step in plan.splitlines() if is_scan(step)}
        # Of nouns and entities the first are read, and feeds are few; what they are counted by is looked up.
        tables = {name for name in walked if not name.startswith("(subquery")}
        assert tables <= {"noun", "entity", "feed", "f", "k", "folder"}, plan


def test_whether_a_watched_query_has_news_begins_with_what_its_figures_are_found_by(used):
    parsed = parse_query("subject:words figure>4", date(2026, 11, 18))
    for plan in plans(used, lambda: used.search.answering_since(parsed, NOW - 1)):
        assert not [step for step in plan.splitlines() if is_scan(step)], plan
    assert "SEARCH a USING INTEGER PRIMARY KEY" in plan
    first, *_ = plans(used, lambda: used.search.answering_since(parsed, NOW - 1))
    assert "COVERING INDEX article_arrived (arrived>?)" in first


@pytest.mark.parametrize(
    "query", ["changed:figure", "changed:7d", "changed:7d words", "changed:text"]
)
def test_what_was_corrected_is_found_without_a_walk_over_all_articles(used, query):
    parsed = parse_query(query, date(2026, 11, 18))
    for limit in (None, 10):
        *_, plan = plans(used, lambda limit=limit: used.search.ids(parsed, limit=limit))
        assert "SEARCH a USING" in plan
        assert not [step for step in plan.splitlines() if is_scan(step)], plan
    [plan] = plans(used, lambda: used.articles.revised_since(NOW, limit=5))
    assert "INDEX article_revised (revised>?)" in plan
    assert "TEMP B-TREE" not in plan


def test_whether_a_page_is_complete_the_index_of_dates_tells_alone(used):
    parsed = parse_query("words", date(2026, 11, 18))
    *_, plan = plans(used, lambda: used.search.ids(parsed, limit=10))
    assert "INDEX article_newest" in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.parametrize("query", ["figure>4", "unit:%", "subject:words figure>4", "figure:5"])
def test_numbers_are_looked_up_within_their_shelves(used, query):
    parsed = parse_query(query, date(2026, 11, 18))
    *_, plan = plans(used, lambda: used.search.ids(parsed))
    looked_up = [step for step in plan.splitlines() if "SEARCH m USING PRIMARY KEY" in step]
    assert looked_up
    assert all("(shelf=? AND unit_id=?" in step for step in looked_up), plan
    assert "BLOOM FILTER ON m" not in plan, "all numbers are read to be quicker with some"


@pytest.mark.parametrize(
    "query", ["subject:words sort:old", "speaker:merkel", "-figure:7 figure:5"]
)
@pytest.mark.parametrize("ask", [Search.ids, Search.count])
def test_articles_that_are_looked_up_are_sorted_without_their_rows(used, query, ask, monkeypatch):
    """Also where nothing is known of how large the tables are, as in a library just imported."""
    monkeypatch.setattr("lesart.store.search.leading.MOST", 0)
    used.connection.execute("DELETE FROM sqlite_stat1")
    parsed = parse_query(query, date(2026, 11, 18))
    with Store.open(used.path, is_read_only=True) as other:
        *_, plan = plans(other, lambda: ask(other.search, parsed))
    assert "SEARCH a USING COVERING INDEX article_dates (id=?)" in plan, plan


def test_with_whom_somebody_is_named_is_looked_up(used):
    for plan in plans(used, lambda: used.same_entities.together_with(1)):
        assert not [s for s in plan.splitlines() if is_scan(s) and s.split()[1] != "its"], plan


def test_all_articles_are_counted_without_a_look_at_any_of_them(used):
    """Of a whole table SQLite counts the pages of an index; a condition on rows would need the rows."""
    [plan] = plans(used, used.articles.count)
    steps = [step for step in plan.splitlines() if "SCAN article" in step]
    assert len(steps) == 2
    assert "COVERING INDEX" in steps[0]
    assert "INDEX article_deleted" in steps[1]
    assert used.articles.count() == 300
    used.articles.delete([1, 2, 3])
    assert used.articles.count() == 297
    used.articles.restore([2])
    assert used.articles.count() == 298
