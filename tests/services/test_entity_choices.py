"""What the reader says of names holds: against the rules, after a new analysis, in another library."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lesart.analysis.names.groups import grouped
from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.asking.entity_choices import change, merge, split
from lesart.services.asking.grouping import group_waiting
from lesart.services.exporting.export import pieces
from lesart.services.importing.restore_export import bring_back
from lesart.store import Store
from tests.conftest import NOW, a_draft

TODAY = date(2026, 11, 23)

NAMES = (("Nouri al-Maliki", "PER"), ("Nuri al-Maliki", "PER"), ("EZB-Rat", "ORG"), ("Rat", "ORG"))
MALIKI, NURI, EZB, RAT = (f"{kind}:{name.casefold()}" for name, kind in NAMES)


def analysed(store: Store, engine: str = "one/1", names=NAMES) -> None:
    """One article a name, analysed by `engine`."""
    for name, kind in names:
        text = f"{name} war da."
        added = store.articles.add(a_draft(text, guid=name), now=NOW)
        entity = Entity(name, kind, (Mention(Span(0, len(name)), name),))
        store.analyses.put(added.id, 1, Analysis(engine, "de", (), (entity,)))
    for _ in group_waiting(store):
        pass


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "library.sqlite") as store:
        analysed(store)
        yield store


def one(store: Store, key: str, other: str) -> bool:
    known = store.same_entities.known_of(key)
    assert known is not None
    return known == store.same_entities.known_of(other)


def test_names_are_brought_together_and_parted_by_hand_and_both_are_taken_back(store):
    assert one(store, MALIKI, NURI)
    merged = merge(store, EZB, RAT, now=NOW)
    assert one(store, EZB, RAT)
    line = store.same_entities.line(merged.known)
    assert line is not None
    assert line.articles == 2
    parted = split(store, [NURI], now=NOW)
    assert not one(store, MALIKI, NURI)
    change(store, parted.inverse)
    assert one(store, MALIKI, NURI)
    change(store, merged.inverse)
    assert not one(store, EZB, RAT)
    assert store.entity_choices.all() == []


def test_what_was_chosen_last_about_two_names_holds(store):
    split(store, [NURI], now=NOW)
    again = merge(store, MALIKI, NURI, now=NOW + 1)
    assert one(store, MALIKI, NURI)
    split(store, [NURI], now=NOW + 2)
    assert not one(store, MALIKI, NURI)
    with pytest.raises(UsageError, match="no other name"):
        split(store, [NURI], now=NOW + 3)
    change(store, again)
    assert one(store, MALIKI, NURI)
    with pytest.raises(UsageError, match="are one already"):
        merge(store, MALIKI, NURI, now=NOW + 4)


def test_what_the_rules_tied_by_the_name_that_was_taken_off_stays_together(store):
    third = (("Nuri Kamil al-Maliki", "PER"),)
    analysed(store, names=third)
    key = "PER:nuri kamil al-maliki"
    if not one(store, key, NURI):
        merge(store, key, NURI, now=NOW)
    split(store, [NURI], now=NOW)
    assert one(store, key, MALIKI)
    assert not one(store, key, NURI)


def test_choices_outlive_new_rules_a_new_analysis_and_another_engine(store):
    merge(store, EZB, RAT, now=NOW)
    split(store, [NURI], now=NOW)
    store.settings.set("name_keys", "of an older program")  # entities are compared anew
    for _ in group_waiting(store):
        pass
    assert one(store, EZB, RAT)
    assert not one(store, MALIKI, NURI)
    for article_id in (1, 2, 3, 4):  # another engine finds other names
        store.analyses.put(article_id, 1, Analysis("two/1", "de"))
    analysed(store, "two/1", (("Rat der EZB", "ORG"), *NAMES))
    assert one(store, EZB, RAT)
    assert not one(store, MALIKI, NURI)


@pytest.mark.parametrize("is_analysed_before", [True, False])
def test_choices_come_along_in_an_export(store, tmp_path, is_analysed_before):
    merge(store, EZB, RAT, now=NOW)
    split(store, [NURI], now=NOW)
    path = tmp_path / "all.jsonl"
    path.write_text("".join(pieces(store, "jsonl", parse_query("", TODAY), is_whole=True)), "utf-8")
    with Store.open(tmp_path / "other.sqlite") as other:
        if is_analysed_before:
            analysed(other)
        list(bring_back(path, other, now=NOW))
        for _ in group_waiting(other):
            pass
        assert other.entity_choices.all() == store.entity_choices.all()
        assert one(other, EZB, RAT)
        assert not one(other, MALIKI, NURI)
        list(bring_back(path, other, now=NOW))
        assert other.entity_choices.all() == store.entity_choices.all()


@pytest.mark.parametrize(
    "line",
    [
        '{"type": "entity_choice"}',
        '{"type": "entity_choice", "names": [["a", "A", "PER"]], "is_same": true, "made": 1}',
        '{"type": "entity_choice", "names": [["a", "A", "CAT"], ["b", "B", "PER"]], "is_same": true, "made": 1}',
        '{"type": "entity_choice", "names": [["a", "A", "PER"], ["a", "A", "PER"]], "is_same": false, "made": 1}',
    ],
)
def test_a_choice_that_is_none_is_told_and_left_out(store, tmp_path, line):
    path = tmp_path / "bad.jsonl"
    path.write_text(f'{{"type": "lesart", "version": 1}}\n{line}\n', "utf-8")
    [failed] = bring_back(path, store, now=NOW)
    assert "cannot be read" in str(failed.error)
    assert store.entity_choices.all() == []


@pytest.mark.parametrize(
    ("keys", "same", "apart", "groups"),
    [
        ({1: "a", 2: "ab", 3: "b"}, [], [], [{1, 2, 3}]),
        ({1: "a", 2: "ab", 3: "b"}, [], [(1, 2)], [{1}, {2, 3}]),
        ({1: "a", 2: "ab", 3: "b"}, [], [(1, 3)], [{1, 2}, {3}]),
        ({1: "a", 2: "a", 3: "a"}, [], [(1, 2), (1, 3)], [{1}, {2, 3}]),
        ({1: "a", 2: "b"}, [(2, 1)], [], [{1, 2}]),
        ({1: "a", 2: "b"}, [(1, 2), (7, 1)], [], [{1, 2}]),
        ({1: "a", 2: "a", 3: "c"}, [(2, 3)], [(1, 3)], [{1}, {2, 3}]),
    ],
)
def test_the_readers_word_goes_before_what_names_share(keys, same, apart, groups):
    found: dict[int, set[int]] = {}
    for name, first in grouped({n: list(k) for n, k in keys.items()}, same, apart).items():
        found.setdefault(first, set()).add(name)
    assert list(found.values()) == groups
