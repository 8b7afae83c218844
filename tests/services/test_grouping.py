"""A library knows which of its articles are one story and which of its entities are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart.model.analysis import Analysis
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.asking import grouping
from lesart.services.asking.grouping import group_waiting
from lesart.services.asking.stories import articles_of
from lesart.services.save_article import keep_text
from lesart.store import Store
from tests.analysis.stories.articles import articles
from tests.conftest import NOW, a_draft

TEXT = (
    "In der Altstadt von Lorbach ist am Montag ein Fachwerkhaus abgebrannt. Nach Angaben der "
    "Feuerwehr wurden 14 Bewohner in Sicherheit gebracht. Der Schaden beträgt 620.000 Euro. "
    "Bürgermeisterin Wiebke Harms dankte den 85 Helfern. Die Ursache war ein Kabelbrand."
)
OTHER = (
    "Der Handballverein Sollstedt hat am Sonntag gegen Rautal mit 31:28 gewonnen. Beste Werferin war "
    "Nele Brandes mit neun Toren. Vor 1.420 Zuschauern führte Rautal zur Pause mit 15:13."
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "library.sqlite") as store:
        yield store


def add(store: Store, text: str, guid: str, day: int = 0, **values: object) -> int:
    draft = a_draft(text, guid=guid, published=Moment(NOW + day * 86_400), language="de", **values)
    added = store.articles.add(draft, now=NOW)
    return added.id


def group(store: Store) -> None:
    for _ in group_waiting(store):
        pass


def story_of(store: Store, article_id: int) -> int | None:
    member = store.stories.member(article_id)
    return member.story if member else None


def test_however_many_articles_are_grouped_only_some_are_held_in_memory(store, monkeypatch):
    monkeypatch.setattr(grouping, "_REMEMBERED", 5)
    held = []

    class Watched(grouping._LibraryShelf):
        def put(self, *given):
            story = super().put(*given)
            held.append(len(self._prints))
            return story

    monkeypatch.setattr(grouping, "_LibraryShelf", Watched)
    texts = (TEXT, OTHER)
    numbers = [add(store, f"{texts[n % 2]} Ausgabe {n}.", f"g{n}") for n in range(30)]
    group(store)
    assert len(held) == 30
    assert max(held) <= 5
    assert len({story_of(store, number) for number in numbers}) == 2


def test_a_copy_that_comes_later_joins_the_story_and_says_what_it_copies(store):
    first, other = add(store, TEXT, "a"), add(store, OTHER, "b")
    group(store)
    copy = add(store, f"Lorbach (dpx) – {TEXT} Mehr dazu lesen Sie morgen.", "c", day=1)
    group(store)
    assert story_of(store, copy) == story_of(store, first) != story_of(store, other)
    member = store.stories.member(copy)
    assert member is not None
    assert member.copy_of == first
    assert [a.headline.id for a in articles_of(store, first)] == [first, copy]


def test_an_article_whose_text_was_exchanged_leaves_its_story(store):
    first, copy = add(store, TEXT, "a"), add(store, f"(dpx) {TEXT}", "b")
    group(store)
    keep_text(store, first, a_draft(OTHER, guid="a", language="de"), now=NOW + 60)
    group(store)
    assert story_of(store, first) != story_of(store, copy)
    member = store.stories.member(copy)
    assert member is not None
    assert member.copy_of is None


def test_grouping_can_stop_and_goes_on_where_it_was(store):
    ids = [add(store, f"{OTHER} {n}. Spieltag der Liga {n * 37}.", str(n)) for n in range(120)]
    waiting = group_waiting(store)
    assert next(waiting) == 70
    waiting.close()
    assert story_of(store, ids[0]) is not None
    assert story_of(store, ids[-1]) is None
    group(store)
    assert all(story_of(store, article_id) is not None for article_id in ids)


def test_a_removed_article_is_in_no_story(store):
    first, copy = add(store, TEXT, "a"), add(store, f"(dpx) {TEXT}", "b")
    group(store)
    store.articles.delete([first])
    assert [a.headline.id for a in articles_of(store, story_of(store, copy) or 0)] == [copy]
    assert list(store.stories.lines()) == []


def test_a_library_finds_the_same_stories_as_the_filter(store):
    labelled = articles("heldout")
    ids = {}
    for article in labelled:
        draft = Draft(
            text=article.text, title=article.title, guid=article.id, language=article.language,
            published=Moment(article.day * 86_400, "day"),
        )  # fmt: skip
        ids[article.id] = store.articles.add(draft, now=NOW).id
    group(store)
    right = joined = same = 0
    for at, one in enumerate(labelled):
        for other in labelled[at + 1 :]:
            is_joined = story_of(store, ids[one.id]) == story_of(store, ids[other.id])
            same += one.story == other.story
            joined += is_joined
            right += is_joined and one.story == other.story
    assert right / joined >= 0.95
    assert right / same >= 0.85


def names(store: Store, article_id: int, *entities: tuple[str, str]) -> None:
    found = tuple(
        Entity(name, kind, (Mention(Span(0, 3), "abc"),), f"{kind}:{name.casefold()}")  # type: ignore[arg-type]
        for name, kind in entities
    )
    assert store.analyses.put(article_id, 1, Analysis("test", "de", (), found))


def test_spellings_of_one_person_are_one_entity_and_a_town_of_that_name_is_not(store):
    first, second = add(store, TEXT, "a"), add(store, OTHER, "b", day=3)
    names(store, first, ("Wladimir Putin", "PER"), ("Florence", "PER"))
    names(store, second, ("Vladimir Poutine", "PER"), ("Florence", "LOC"))
    group(store)
    lines = {(line.name, line.kind): line for line in store.same_entities.lines()}
    putin = lines[("Wladimir Putin", "PER")]
    assert putin.articles == 2
    assert set(putin.spellings) == {"Wladimir Putin", "Vladimir Poutine"}
    assert (putin.first, putin.last) == (NOW, NOW + 3 * 86_400)
    assert lines[("Florence", "PER")].articles == 1
    assert len(store.same_entities.lines(named="poutine")) == 1
    assert ("Florence", 1) in store.same_entities.together_with(putin.known)
