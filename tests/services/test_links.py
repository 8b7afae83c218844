"""A link back leads to the note, article or figure it was made for, or says why it does not."""

from __future__ import annotations

import pytest

from lesart.anchor import make_anchor
from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.services.links import article_link, figure_link, followed, note_link
from lesart.store import Store
from tests.conftest import NOW, a_draft

TEXT = "Etwa 4.500 Soldaten bleiben bis Mai im Land."


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(a_draft(TEXT), now=NOW)
        yield store


def test_a_note_is_found_by_its_link_with_its_words(store):
    note = store.annotations.add(
        1, make_anchor(TEXT, Span(5, 10)), colour="yellow", note="prüfen", now=NOW, revision=1
    )
    place = followed(store, note_link(note.uid))
    assert (place.article_id, place.span, place.note_id) == (1, Span(5, 10), note.id)


def test_articles_and_figures_are_found_by_their_links(store):
    assert followed(store, article_link(1)).article_id == 1
    assert followed(store, figure_link(1, Span(5, 10))).span == Span(5, 10)
    assert followed(store, figure_link(1, Span(5, 10_000))).span is None


@pytest.mark.parametrize(
    "link",
    [
        "", "https://example.org/", "lesart://", "lesart://note/", "lesart://note/none",
        "lesart://article/99", "lesart://article/x", "lesart://figure/1", "lesart://note/a/b",
        "lesart://article/" + "9" * 40, "lesart://note/%00%ff", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_says_so(store, link):
    with pytest.raises(UsageError, match=r"."):
        followed(store, link)
