"""A corrected text that gives another number says so: in `show`, in `D`'s section, in queries."""

from __future__ import annotations

import json
from datetime import date

import pytest

from lesart.anchor import make_anchor
from lesart.locales.formats import Formats
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.query import parse_query
from lesart.services.analyse import analysis_of
from lesart.services.asking.changed_figures import revised_figures
from lesart.services.save_article import keep
from lesart.store import Store
from tests.conftest import NOW, a_draft

OLD = "In Mali stehen 4.500 Soldaten. Ein Satz ohne Zahl."
NEW = "In Mali stehen 6.000 Soldaten. Ein Satz ohne Zahl."


def put(store: Store, text: str, *, guid: str, now: int = NOW) -> int:
    added = store.articles.add(
        a_draft(text, title="Mali", guid=guid, language="de", published=None), now=now
    )
    analysis_of(store, added.id)
    return added.id


def found(store: Store, query: str) -> list[int]:
    return sorted(store.search.ids(parse_query(query, date(2026, 1, 1))))


@pytest.fixture
def revised(store: Store) -> Store:
    """1 with another number, 2 with other words only, 3 as it was."""
    put(store, OLD, guid="a")
    put(store, OLD.replace("Mali", "Niger"), guid="b")
    put(store, OLD.replace("Mali", "Tschad"), guid="c")
    put(store, NEW, guid="a", now=NOW + 60)
    put(store, OLD.replace("Mali", "Niger") + " Und noch einer.", guid="b", now=NOW + 60)
    return store


def test_a_revision_says_which_figure_it_changed_and_when(revised):
    article = revised.articles.get(1)
    [one] = revised_figures(article, revised.articles.revisions(1))
    assert (one.number, one.replaced) == (2, NOW + 60)
    [change] = one.changes
    assert Formats("de").revised(change.was, change.now) == "4.500 → 6.000 · Soldaten"
    assert revised_figures(revised.articles.get(2), revised.articles.revisions(2)) == []
    assert revised_figures(revised.articles.get(3), []) == []


def test_articles_are_found_by_changed_words_and_by_changed_figures(revised):
    assert found(revised, "is:changed") == [1, 2]
    assert found(revised, "figure:changed") == [1]
    assert found(revised, "-figure:changed") == [2, 3]


def test_a_change_is_remembered_when_the_text_is_corrected_again(revised):
    put(revised, NEW + " Nachtrag.", guid="a", now=NOW + 120)
    assert found(revised, "figure:changed") == [1]


def test_what_is_indexed_again_is_found_as_before(revised):
    assert revised.analyses.index_again() == []
    assert found(revised, "figure:changed") == [1]


def test_an_analysis_that_is_made_again_leaves_one_mark(revised):
    revised.analyses.want_again(1)
    analysis_of(revised, 1)
    assert found(revised, "figure:changed") == [1]
    assert json.dumps(found(revised, "figure:changed counts:Soldaten")) == "[1]"


def test_what_corrections_changed_is_kept_with_the_findings_the_latest_first(revised):
    put(revised, NEW.replace("6.000", "etwa 7.000"), guid="a", now=NOW + 120)
    kept = revised.analyses.get(1).revised
    said = [(one.revision, one.replaced, Formats("de").revised(one.was, one.now)) for one in kept]
    assert said == [
        (3, NOW + 120, "6.000 → ≈ 7.000 · Soldaten"),
        (2, NOW + 60, "4.500 → 6.000 · Soldaten"),
    ]
    text = revised.articles.text(1)
    assert text[slice(*kept[0].now.span)] == kept[0].now.surface
    assert revised.analyses.get(2).revised == ()
    assert revised.analyses.with_changed_figures([3, 2, 1]) == [1]


def test_a_verdict_on_a_figure_is_no_correction_of_the_text(revised):
    before = revised.analyses.get(1)
    text = revised.articles.text(1)
    figure = before.figures[0]
    revised.verdicts.put(
        Verdict(1, "figure", make_anchor(text, figure.span), "corrected", {"value": "9"}, figure.span),
        now=NOW,
    )  # fmt: skip
    revised.analyses.put(1, 2, before)
    after = revised.analyses.get(1)
    assert str(after.figures[0].value) == "9"
    assert after.revised == before.revised


def test_notes_whose_passage_a_correction_touched_are_found_by_a_word(store):
    first = keep(store, a_draft(OLD, title="Mali", guid="a", published=None), now=NOW).id
    for words in ("4.500 Soldaten", "Ein Satz"):
        span = Span(OLD.index(words), OLD.index(words) + len(words))
        store.annotations.add(first, make_anchor(OLD, span), now=NOW, note=f"on {words}")
    other = keep(store, a_draft(OLD, title="Other", guid="b", published=None), now=NOW).id
    store.annotations.add(other, make_anchor(OLD, Span(3, 7)), now=NOW)
    keep(store, a_draft(NEW, title="Mali", guid="a", published=None), now=NOW + 60)
    query = parse_query("is:reworded", date(2026, 1, 1))
    assert [n.annotation.note for n in store.search.annotations(query)] == ["on 4.500 Soldaten"]
    assert found(store, "is:reworded") == [first]
    assert found(store, "-is:reworded") == [other]
