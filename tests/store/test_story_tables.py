"""The library keeps which articles are one story and which names are one entity, and gives them as lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.errors import LibraryError
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.asking.grouping import group_waiting
from lesart.store import Store
from lesart.store.tables import entity_counts
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.same_entities import NamedEntity
from lesart.store.tables.stories import Member, StoryLine
from tests.conftest import NOW, a_draft

RULES = 3


@pytest.fixture
def shelf(store: Store) -> Store:
    """Six articles; 1, 2 and 4 are one story, 3 and 5 another, 6 is alone."""
    for n in range(1, 7):
        published = None if n == 5 else Moment(NOW + 100 - 10 * n)
        store.articles.add(
            a_draft(f"Words {n}.", title=f"T{n}", source="AB"[n % 2], language="de" if n < 4 else "fr",
                    published=published, is_recent=False),
            now=NOW,
        )  # fmt: skip
    for n, story, copy_of in (
        (1, 1, None),
        (2, 1, 1),
        (3, 3, None),
        (4, 1, None),
        (5, 3, None),
        (6, 6, None),
    ):
        store.stories.put(Member(n, story, copy_of), 1, RULES, [n, 7])
    return store


def test_a_story_has_its_articles_in_the_order_of_their_dates(shelf):
    assert [one.article_id for one in shelf.stories.members(1)] == [4, 2, 1]
    assert shelf.stories.members(1)[1] == Member(2, 1, 1)
    assert shelf.stories.member(2) == Member(2, 1, 1)
    assert shelf.stories.member(99) is None
    shelf.articles.delete([2])
    assert [one.article_id for one in shelf.stories.members(1)] == [4, 1]


def test_a_line_tells_how_many_articles_of_whom_from_when_to_when(shelf):
    one = StoryLine(1, 3, 1, ("A", "B"), ("fr", "de"), NOW + 60, NOW + 90, "T4")
    other = StoryLine(3, 2, 0, ("B",), ("fr", "de"), NOW + 70, NOW + 70, "T5")
    assert list(shelf.stories.lines()) == [one, other]
    assert list(shelf.stories.lines(least=3)) == [one]
    assert [line.story for line in shelf.stories.lines(least=1)] == [1, 3, 6]
    assert [line.story for line in shelf.stories.lines(least=1, limit=2)] == [1, 3]
    assert list(shelf.stories.lines(among=[2])) == [one]
    assert list(shelf.stories.lines(among=[5, 1])) == [one, other]
    assert list(shelf.stories.lines(among=[])) == []
    shelf.articles.delete([1, 3])
    [line] = shelf.stories.lines()
    assert (line.articles, line.copies, line.last) == (2, 1, NOW + 80)


def test_a_story_without_sources_or_languages_names_none(store):
    for n in (1, 2):
        store.articles.add(a_draft(f"Words {n}."), now=NOW)
        store.stories.put(Member(n, 1, None), 1, RULES, [])
    [line] = store.stories.lines()
    assert (line.sources, line.languages) == ((), ())


def test_an_article_waits_for_its_story_till_it_has_one_of_its_present_words_and_rules(shelf):
    stories = shelf.stories
    assert (stories.pending(RULES), stories.pending_count(RULES)) == ([], 0)
    assert stories.pending(RULES + 1) == [1, 2, 3, 4, 5, 6]
    assert stories.pending(RULES + 1, beyond=2, limit=3) == [3, 4, 5]
    assert stories.pending_count(RULES + 1) == 6
    shelf.articles.revise(2, a_draft("Other words."), now=NOW + 9)
    shelf.articles.add(a_draft("New."), now=NOW)
    assert (stories.pending(RULES), stories.pending_count(RULES)) == ([2, 7], 2)
    shelf.articles.delete([7])
    assert (stories.pending(RULES), stories.pending_count(RULES)) == ([2], 1)
    for n in range(60):
        shelf.articles.add(a_draft(f"More {n}."), now=NOW)
    assert len(stories.pending(RULES)) == 50


@pytest.mark.parametrize(
    ("precision", "is_told"), [("minute", True), ("day", True), ("month", False), ("year", False)]
)
def test_an_article_is_compared_by_its_words_and_the_day_if_it_tells_one(store, precision, is_told):
    store.articles.add(
        a_draft("W.", title="T", language="de", published=Moment(NOW, precision)), now=NOW
    )
    assert store.stories.words(1) == (1, "T", "W.", "de", NOW if is_told else None)
    store.articles.delete([1])
    assert store.stories.words(1) is store.stories.words(2) is None


@pytest.mark.parametrize("key", [0, 7, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1 << 40 | 5])
def test_articles_are_found_by_their_keys_the_newest_last(store, key):
    for n in range(1, 204):
        store.articles.add(a_draft(f"W {n}."), now=NOW)
        store.stories.put(Member(n, n, None), 1, RULES, [key, 12, key])
    assert store.stories.with_key(key) == list(range(4, 204))
    assert store.stories.with_key(key & 0xFFFFFFFF) == list(range(4, 204))
    assert store.stories.with_key(99) == []
    stored = store.connection.execute("SELECT DISTINCT key FROM story_key WHERE key <> 12")
    assert all(-(1 << 31) <= row[0] < 1 << 31 for row in stored)


def test_an_article_put_anew_has_only_its_new_story_and_keys(shelf):
    shelf.stories.put(Member(6, 3, 3), 2, RULES + 1, [8])
    assert shelf.stories.member(6) == Member(6, 3, 3)
    assert shelf.stories.with_key(8) == [6]
    row = shelf.connection.execute("SELECT revision, rules FROM story_member WHERE article_id = 6")
    assert tuple(row.fetchone()) == (2, RULES + 1)


def test_a_story_whose_first_article_leaves_bears_another_number(shelf):
    shelf.stories.forget(1)
    assert shelf.stories.member(1) is None
    # Nothing says any more what the second one copies.
    assert [*map(shelf.stories.member, (2, 4))] == [Member(2, 2, None), Member(4, 2, None)]
    shelf.stories.forget(1)
    shelf.stories.forget(99)
    assert [*map(shelf.stories.member, (3, 5))] == [Member(3, 3, None), Member(5, 3, None)]


def test_two_stories_become_one(shelf):
    shelf.stories.merge(1, 3)
    assert [one.article_id for one in shelf.stories.members(1)] == [5, 4, 3, 2, 1]
    assert shelf.stories.members(3) == []
    assert shelf.stories.member(6) == Member(6, 6, None)
    with (
        Store.open(shelf.path, is_read_only=True) as reading,
        pytest.raises(LibraryError, match="read-only"),
    ):
        reading.stories.merge(1, 6)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.put(Member(1, 3, None), 2, RULES, [9]),
        lambda s: s.forget(1),
        lambda s: s.merge(1, 3),
    ],
)
def test_a_change_of_stories_that_fails_half_way_changes_nothing(shelf, change):
    connection, before = shelf.connection, seen(shelf)

    class Failing:
        def __init__(self, at: int) -> None:
            self.left = at

        def transaction(self):
            return connection.transaction()

        def _run(self, run, *values):
            self.left -= 1
            return run(*values) if self.left >= 0 else 1 / 0

        def execute(self, *values):
            return self._run(connection.execute, *values)

        def executemany(self, *values):
            return self._run(connection.executemany, *values)

    for at in range(9):
        shelf.stories._db = Failing(at)
        try:
            change(shelf.stories)
        except ZeroDivisionError:
            assert seen(shelf) == before
        else:
            break
    with Store.open(shelf.path) as other:
        assert seen(other) != before


def seen(store: Store) -> list[tuple[object, ...]]:
    sql = "SELECT article_id, story, copy_of, revision FROM story_member ORDER BY 1"
    return [tuple(row) for row in store.connection.execute(sql)]


# ------------------------------------------------------------------ names


@pytest.fixture
def named(store: Store) -> Store:
    """Four articles that name people and places, in several spellings; the fourth has no date."""

    def names(n: int, published: Moment | None, *entities: tuple[str, EntityKind]) -> None:
        store.articles.add(a_draft(f"W {n}.", published=published, is_recent=False), now=NOW)
        found = tuple(
            Entity(name, kind, (Mention(Span(0, 1), "W"),), f"{kind}:{name.casefold()}")
            for name, kind in reversed(entities)  # what comes last is numbered first
        )
        assert store.analyses.put(n, 1, Analysis("t", "de", (), found))

    names(1, Moment(NOW + 5), ("Putin", "PER"), ("Florence", "PER"), ("50%_Bank\\", "ORG"))
    names(2, Moment(NOW + 9), ("Poutine", "PER"), ("Florence", "LOC"))
    names(3, Moment(NOW + 7), ("Poutine", "PER"), ("Putin", "PER"), ("Florence", "LOC"))
    names(4, None, ("Poutine", "PER"), ("50%_Bank\\", "ORG"))
    for entity in store.same_entities.pending():
        key = "putin" if entity.name in ("Putin", "Poutine") else entity.key
        store.same_entities.put(entity.id, [key, f"{entity.key}~", key])
    return store


def the(store: Store, name: str) -> int:
    """The number of the entity that a spelling belongs to."""
    [line] = [one for one in store.same_entities.lines() if name in one.spellings]
    return line.known


def test_an_entity_is_one_line_in_all_its_spellings(named):
    lines = named.same_entities.lines()
    assert lines[0] == EntityLine(
        the(named, "Putin"),
        "Poutine",
        "PER",
        ("Poutine", "Putin"),
        4,
        NOW + 5,
        NOW + 9,
        ("minute", "minute"),
    )
    assert [(line.name, line.kind, line.articles, line.last) for line in lines[1:]] == [
        ("Florence", "LOC", 2, NOW + 9), ("50%_Bank\\", "ORG", 2, NOW + 5), ("Florence", "PER", 1, NOW + 5),
    ]  # fmt: skip
    assert len(named.same_entities.lines(limit=2)) == 2


def test_entities_are_asked_for_by_article_kind_and_a_part_of_any_spelling(named):
    def asked(**values: object) -> list[tuple[str, int]]:
        return [(line.name, line.articles) for line in named.same_entities.lines(**values)]

    assert asked(kind="LOC") == [("Florence", 2)]
    assert asked(named="OUTIN") == [("Poutine", 4)]
    assert asked(named="Flor", kind="PER") == [("Florence", 1)]
    assert asked(named="nobody") == []
    # What a person types is no pattern.
    for typed in ("%_", "0%_b", "k\\"):
        assert asked(named=typed) == [("50%_Bank\\", 2)]
    for typed in ("5%", "_lorence", "%", "\\P"):
        assert asked(named=typed) == ([("50%_Bank\\", 2)] if typed == "%" else []), typed
    assert asked(among=[1]) == [("Poutine", 1), ("Florence", 1), ("50%_Bank\\", 1)]
    assert asked(among=[2, 3], named="florence") == [("Florence", 2)]
    assert asked(among=[]) == []


def test_an_entity_that_only_removed_articles_name_is_not_listed(named):
    named.articles.delete([2, 3])
    assert {(line.name, line.kind): line.articles for line in named.same_entities.lines()} == {
        ("Poutine", "PER"): 2, ("50%_Bank\\", "ORG"): 2, ("Florence", "PER"): 1,
    }  # fmt: skip
    named.articles.delete([1])
    assert [(line.name, line.last) for line in named.same_entities.lines()] == [
        ("Poutine", None), ("50%_Bank\\", None),
    ]  # fmt: skip


def test_an_entity_knows_whom_its_articles_name_too(named):
    together = named.same_entities.together_with
    assert together(1) == [("50%_Bank\\", 2), ("Florence", 2), ("Florence", 1)]
    assert together(1, limit=1) == [("50%_Bank\\", 2)]
    towns = tuple(
        Entity(f"L{n}", "LOC", (Mention(Span(0, 1), "W"),), f"LOC:l{n}") for n in range(10)
    )
    before = named.analyses.get(1)
    assert before is not None
    assert named.analyses.put(
        1, 1, replace(before, engine="u", entities=(*before.entities, *towns))
    )
    for entity in named.same_entities.pending():
        named.same_entities.put(entity.id, [entity.key])
    assert len(together(1)) == 5


def test_new_entities_wait_to_be_compared(named):
    same = named.same_entities
    assert (same.pending(), same.pending_count()) == ([], 0)
    named.articles.add(a_draft("More."), now=NOW)
    more = tuple(
        Entity(n, "LOC", (Mention(Span(0, 1), "M"),), f"LOC:{n}") for n in ("Bonn", "Oslo")
    )
    named.analyses.put(5, 1, Analysis("t", "de", (), more))
    waiting = same.pending()
    assert [(one.name, one.kind, one.key) for one in waiting] == [
        ("Oslo", "LOC", "LOC:Oslo"), ("Bonn", "LOC", "LOC:Bonn"),
    ]  # fmt: skip
    assert isinstance(waiting[0], NamedEntity)
    assert same.pending(1) == waiting[:1]
    assert same.pending_count() == 2
    same.forget_all()
    assert same.pending_count() == 7
    assert same.lines() == []
    assert named.connection.execute("SELECT count(*) FROM entity_spelling").fetchone()[0] == 0


def test_a_spelling_that_two_have_makes_three_one(store):
    """Who comes last may be what brings the two before together."""
    for n, name in enumerate("abcd", 1):
        store.connection.execute(
            "INSERT INTO entity (id, key, name, folded, kind) VALUES (?, ?, ?, ?, 'PER')",
            [n, name, name, name],
        )
    same = store.same_entities
    same.put(1, ["x"])
    same.put(2, ["y"])
    same.put(3, ["z"])
    same.put(4, ["y", "x"])
    known = store.connection.execute("SELECT known FROM same_entity ORDER BY entity_id")
    assert [row[0] for row in known] == [1, 1, 3, 1]


def test_entities_brought_together_are_seen_by_others_at_once_or_not_at_all(named):
    same, connection = named.same_entities, named.connection

    class Failing:
        def transaction(self):
            return connection.transaction()

        def execute(self, sql, *values):
            return (
                1 / 0 if "DELETE FROM entity_spelling" in sql else connection.execute(sql, *values)
            )

        def executemany(self, *values):
            return 1 / 0

    before = same.lines()
    same._db = Failing()
    for change in (same.forget_all, lambda: same.put(1, ["new"])):
        with pytest.raises(ZeroDivisionError):
            change()
    same._db = connection
    assert same.lines() == before
    same.forget_all()
    same.put(1, ["new"])
    with Store.open(named.path) as other:
        assert [line.name for line in other.same_entities.lines()] == ["Putin"]


def test_of_an_entity_no_day_is_said_where_only_a_month_is_known(store):
    for number, (at, precision) in enumerate([(NOW - 40 * 86_400, "month"), (NOW, "day")]):
        draft = a_draft(f"Text {number}", guid=f"{number}", published=Moment(at, precision))
        added = store.articles.add(draft, now=NOW)
        name = Entity("Lorbach", "LOC", (Mention(Span(0, 1), ""),))
        store.analyses.put(added.id, 1, Analysis("t", "de", (), (name,)))
    for _ in group_waiting(store):
        pass
    [line] = store.same_entities.lines()
    assert line.seen == (Moment(NOW - 40 * 86_400, "month"), Moment(NOW, "day"))


@pytest.mark.parametrize("walked", [1, 1000])
def test_an_entity_in_nearly_all_articles_is_counted_as_exactly_as_a_rare_one(
    named, monkeypatch, walked
):
    named.articles.delete([2])  # what is removed counts nowhere
    slow = {line.known: line for line in named.same_entities.lines()}
    monkeypatch.setattr(entity_counts, "FREQUENT", 1)
    monkeypatch.setattr(entity_counts, "_WALKED", walked)
    assert {line.known: line for line in named.same_entities.lines()} == slow
    assert {line.articles for line in slow.values()} > {1, 2}
