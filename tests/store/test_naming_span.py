"""What is said of an entity that very many articles name is what a look at each of them would say."""

from __future__ import annotations

import pytest

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.asking.grouping import group_some_entities
from lesart.store import Store
from lesart.store.tables import naming_span
from tests.conftest import NOW, a_draft


def _add(store: Store, number: int, name: str, published: int | None) -> int:
    moment = None if published is None else Moment(published)
    draft = a_draft(
        f"{name} in text {number}.", guid=str(number), published=moment, is_recent=False
    )
    added = store.articles.add(draft, now=NOW)
    mention = Mention(Span(0, len(name)), name)
    entity = Entity(name, "PER", (mention,), f"PER:{name.casefold()}")
    store.analyses.put(added.id, 1, Analysis("t/1", "en", (), (entity,)))
    return added.id


@pytest.mark.parametrize(
    ("many", "walk"),
    [(5_000, 2_000), (1, 1), (1, 3), (1, 11)],
    ids=["looked up", "met at once or not", "a short walk", "to the end"],
)
def test_an_entity_has_as_many_articles_and_the_same_ends_however_it_is_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch, many: int, walk: int
) -> None:
    monkeypatch.setattr(naming_span, "_MANY", many)
    monkeypatch.setattr(naming_span, "_WALK", walk)
    named = [_add(store, n, "Ada Lovelace", NOW - 1000 + n) for n in range(6)]
    undated = _add(store, 6, "Ada Lovelace", None)
    # Others stand at both ends of the list, so that a short walk meets nobody.
    for number, published in enumerate((NOW - 9000, NOW - 8000, NOW + 10, NOW + 20), 7):
        _add(store, number, "Charles Babbage", published)
    store.articles.delete([named[0], named[5], named[2]])
    while group_some_entities(store):
        pass
    lines = {line.name: line for line in store.same_entities.lines()}
    ada, charles = lines["Ada Lovelace"], lines["Charles Babbage"]
    assert (ada.articles, ada.first, ada.last) == (4, NOW - 999, NOW - 996)
    assert (charles.articles, charles.first, charles.last) == (4, NOW - 9000, NOW + 20)
    store.articles.delete([undated, *named])
    assert [line.name for line in store.same_entities.lines()] == ["Charles Babbage"]
