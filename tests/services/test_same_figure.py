"""What other articles of the library say of one figure, and whether it agrees."""

from __future__ import annotations

import pytest

from lesart.model.moment import Moment
from lesart.services.analyse import analysis_of
from lesart.services.asking.same_figure import same_figure_elsewhere
from lesart.store import Store
from tests.conftest import NOW, a_draft

DAY = 86_400
BEGIN = 1_709_600_000


def add(
    store: Store, text: str, *, language: str, day: int = 0, title: str = "T", guid: str = ""
) -> int:
    published = Moment(BEGIN + day * DAY, "day")
    draft = a_draft(text, title=title, language=language, published=published, guid=guid)
    added = store.articles.add(draft, now=NOW).id
    analysis_of(store, added)
    return added


def elsewhere(store: Store, article_id: int, surface: str) -> list[tuple[int, str, str]]:
    article, analysis = store.articles.get(article_id), store.analyses.get(article_id)
    assert article is not None
    assert analysis is not None
    figure = next(f for f in analysis.figures if f.surface == surface)
    found = same_figure_elsewhere(store, article, figure, limit=12)
    return [(other.article_id, other.figure.surface, other.comparison.verdict) for other in found]


@pytest.fixture
def suez(store: Store) -> int:
    return add(store, "Am Suezkanal warten rund 360 Schiffe auf die Durchfahrt.", language="de")


def test_reports_in_other_languages_are_found_contradictions_first(store, suez):
    same = add(store, "Some 369 ships are waiting at the Suez Canal.", language="en")
    other = add(store, "Au canal de Suez, 120 navires attendent.", language="fr")
    later = add(store, "Still 60 ships are waiting at the Suez Canal.", language="en", day=3)
    assert elsewhere(store, suez, "360") == [
        (other, "120", "contradicts"), (later, "60", "differs"), (same, "369", "agrees"),
    ]  # fmt: skip


def test_soldiers_of_another_war_are_not_shown(store):
    iraq = add(store, "In Iraq, 4,487 American soldiers were killed.", language="en")
    add(store, "In Vietnam, 58,220 American soldiers were killed.", language="en")
    assert elsewhere(store, iraq, "4,487") == []


def test_what_other_articles_say_comes_with_its_sentence_title_and_date(store, suez):
    add(
        store,
        "Hello. Some 369 ships\nare waiting at the Suez Canal. Bye.",
        language="en",
        title="Ships",
    )
    article, analysis = store.articles.get(suez), store.analyses.get(suez)
    [other] = same_figure_elsewhere(store, article, analysis.figures[0], limit=12)
    assert other.sentence == "Some 369 ships are waiting at the Suez Canal."
    assert (other.title, other.published) == ("Ships", Moment(BEGIN, "day"))


def test_a_deleted_article_says_nothing_any_more(store, suez):
    other = add(store, "Some 369 ships are waiting at the Suez Canal.", language="en")
    store.articles.delete([other])
    assert elsewhere(store, suez, "360") == []


def test_a_corrected_text_is_found_by_its_new_words_only(store, suez):
    add(store, "Some 369 ships are waiting at the Suez Canal.", language="en", guid="g")
    assert elsewhere(store, suez, "360") != []
    add(store, "Nobody waits at the Suez Canal any more.", language="en", guid="g")
    assert elsewhere(store, suez, "360") == []
    assert store.analyses.index_again() == []


def test_a_figure_in_an_article_that_names_nobody_has_no_company(store):
    lonely = add(store, "it took 40 minutes and 12 eggs.", language="en")
    add(store, "it took 30 minutes and 12 eggs.", language="en")
    assert elsewhere(store, lonely, "12") == []
