"""What an engine found comes back from the library as it went in, and is found by what it measures."""

from __future__ import annotations

import json
import random
from datetime import date
from decimal import Decimal

import pytest

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.store.tables.analysis_codec import from_json, to_json
from tests.conftest import NOW, a_draft

TEXT = "Der Umsatz im Inland stieg seit Mai von 4 auf 5 Euro je Aktie."


def a_figure(words: str, **values: object) -> Figure:
    start = TEXT.index(words)
    return Figure(Span(start, start + len(words)), words, "money", unit="EUR", **values)  # type: ignore[arg-type]


FIGURES = (
    a_figure("4", value=Decimal(4), noun="Umsatz im Inland", role="from", change="from", pair="5 Euro"),
    a_figure("5 Euro", value=Decimal(5), noun="Umsatz im Inland", of="Nordwerk", role="to", per="Aktie",
             against="Vorjahr", since="Mai", pair="4", change="rise_to"),
)  # fmt: skip


def test_all_that_is_said_of_a_figure_comes_back() -> None:
    figures, _ = from_json(to_json(Analysis("t", "de", FIGURES)), TEXT)
    assert figures == FIGURES


def test_what_an_older_engine_stored_is_read_without_what_it_did_not_say() -> None:
    [row, *_], _ = json.loads(to_json(Analysis("t", "de", FIGURES[1:])))
    older = json.dumps([[row[:15]], []])
    [figure], _ = from_json(older, TEXT)
    assert (figure.noun, figure.change, figure.role, figure.of) == (
        "Umsatz im Inland", "rise_to", "", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("counts:umsatz", True),
        ('counts:"Umsatz im Inland"', True),
        ("counts:Inland", False),
        ("counts:Umsätze", True),
        ("counts:Umsatzsteuer", False),
    ],
)
def test_an_article_is_found_by_what_its_figures_measure(store, asked: str, is_found: bool) -> None:
    store.articles.add(a_draft(TEXT, title="Zahlen", language="de"), now=NOW)
    store.analyses.put(1, 1, Analysis("t", "de", FIGURES))
    found = list(store.search.ids(parse_query(asked, date(2026, 11, 18))))
    assert found == ([1] if is_found else [])


def test_an_article_is_found_by_whom_only_a_compound_of_it_names(store) -> None:
    text = "Der US-Präsident schwieg."
    half = Entity("US", "LOC", (Mention(Span(4, 6), "US"),), "LOC:US")
    analysis = Analysis("t", "de", in_passing=(half,))
    store.articles.add(a_draft(text, title="Stille", language="de"), now=NOW)
    store.analyses.put(1, 1, analysis)
    asked = parse_query("entity:LOC:US", date(2026, 11, 18))
    assert list(store.search.ids(asked)) == [1]
    assert store.analyses.get(1) == analysis
    store.analyses.index_again()
    assert list(store.search.ids(asked)) == [1]
    store.analyses.put(1, 1, Analysis("t", "de"))
    assert list(store.search.ids(asked)) == []


# ------------------------------------------------------------------ which articles


def a_place(name: str, start: int = 0) -> Entity:
    return Entity(name, "LOC", (Mention(Span(start, start + len(name)), name),), f"LOC:{name}")


def a_text(store, text: str, *, day: int = 0, places: tuple[str, ...] = (), noun: str = "") -> int:
    """An article with a figure of `noun` that names the places."""
    draft = a_draft(text, title=text, published=Moment(NOW + 86_400 * day))
    article_id = store.articles.add(draft, now=NOW).id
    figures = (Figure(Span(0, 1), "7", "count", Decimal(7), noun=noun),) if noun else ()
    analysis = Analysis("t", "en", figures, tuple(map(a_place, places)), note="By rules.")
    assert store.analyses.put(article_id, 1, analysis)
    return article_id


def test_findings_are_kept_for_the_very_text_they_are_of(store) -> None:
    feed, _ = store.feeds.add("https://example.org/feed")
    store.articles.add(a_draft("One.", feed_id=feed.id, guid="g"), now=NOW)
    store.articles.add(a_draft("Two.", feed_id=feed.id, guid="g"), now=NOW)
    assert store.analyses.get(1) is None
    assert not store.analyses.put(1, 1, Analysis("t", "en"))
    assert not store.analyses.put(99, 1, Analysis("t", "en"))
    assert store.analyses.put(1, 2, Analysis("t", "en", note="By rules."))
    assert store.analyses.get(1) == Analysis("t", "en", note="By rules.")
    store.articles.add(a_draft("Three.", feed_id=feed.id, guid="g"), now=NOW)
    assert store.analyses.get(1) is None
    assert list(store.analyses.figures_of([1])) == []


def test_the_list_counts_what_was_found_and_knows_the_language(store) -> None:
    store.articles.add(a_draft(TEXT, language="fr"), now=NOW)
    entities = (a_place("Umsatz", 4), a_place("Inland", 14), a_place("Mai", 31))
    store.analyses.put(1, 1, Analysis("t", "de", FIGURES, entities))
    [line] = store.articles.headlines([1])
    assert (line.figure_count, line.entity_count, line.language) == (2, 3, "de")
    store.analyses.put(1, 1, Analysis("t", ""))
    [line] = store.articles.headlines([1])
    assert (line.figure_count, line.entity_count, line.language) == (0, 0, "de")


def test_what_waits_for_an_engine_is_told_newest_first(store) -> None:
    for number in range(5):
        store.articles.add(a_draft(f"Words {number}."), now=NOW)
    store.analyses.put(2, 1, Analysis("b", "en"))
    store.analyses.put(3, 1, Analysis("a", "en"))
    store.articles.delete([4])
    assert store.analyses.pending("b") == [5, 3, 1]
    assert store.analyses.pending("a") == [5, 2, 1]
    assert store.analyses.pending("b", limit=2) == [5, 3]
    assert (store.analyses.pending_count("b"), store.analyses.unseen_count()) == (3, 2)
    store.analyses.want_again(2)
    assert store.analyses.pending("b") == [5, 3, 2, 1]
    assert (store.analyses.pending_count("b"), store.analyses.unseen_count()) == (4, 3)
    assert store.analyses.get(2).engine == "b"


def test_figures_of_many_articles_come_in_the_order_asked_for(store) -> None:
    for text in ("One.", "Two.", "Three."):
        a_text(store, text, noun=text.lower())
    store.articles.add(a_draft("Four."), now=NOW)
    found = list(store.analyses.figures_of([3, 4, 99, 1]))
    assert [(number, language) for number, language, _ in found] == [(3, "en"), (1, "en")]
    assert [figure.noun for _, _, some in found for figure in some] == ["three.", "one."]


def test_other_articles_that_name_somebody_are_told_newest_first(store) -> None:
    for number in range(1, 6):
        a_text(store, f"Words {number}.", places=("Oslo",) if number != 3 else ("Husum",))
    store.articles.delete([2])
    assert store.analyses.also_naming("LOC:Oslo", 1, limit=9) == ["Words 5.", "Words 4."]
    assert store.analyses.also_naming("LOC:Oslo", 5, limit=1) == ["Words 4."]
    assert store.analyses.also_naming("LOC:Nowhere", 1, limit=9) == []
    assert store.analyses.articles_naming("LOC:Husum") == 1
    assert store.analyses.articles_naming("LOC:Oslo") == 4


def test_articles_of_one_subject_that_name_somebody_both_name_come_the_nearest_day_first(store):
    here = a_text(store, "7 soldiers in Oslo.", places=("Oslo",), noun="soldiers")
    far = a_text(store, "7 soldiers, later.", places=("Oslo",), noun="soldiers", day=9)
    near = a_text(store, "7 soldiers, earlier.", places=("Oslofjord",), noun="soldiers", day=-1)
    a_text(store, "7 soldiers elsewhere.", places=("Husum",), noun="soldiers")
    a_text(store, "7 boats in Oslo.", places=("Oslo",), noun="boats")
    gone = a_text(store, "7 soldiers, withdrawn.", places=("Oslo",), noun="soldiers")
    store.articles.delete([gone])

    def asked(limit: int = 9) -> list[int]:
        return store.analyses.of_one_subject(here, ["soldier"], [a_place("Oslo")], limit=limit)

    assert asked() == [near, far]
    assert asked(limit=1) == [near]
    assert store.analyses.of_one_subject(here, ["boat"], [a_place("Husum")], limit=9) == []
    assert store.analyses.of_one_subject(here, [], [a_place("Oslo")], limit=9) == []


def test_articles_of_one_subject_are_the_same_however_many_are_asked_first(store, monkeypatch):
    chance = random.Random(3)
    for number in range(60):
        nouns = chance.sample(["soldiers", "boats"], chance.choice([1, 1, 2]))
        places = tuple(chance.sample(["Oslo", "Husum", "Oslofjord"], chance.choice([0, 1, 2])))
        day = chance.randrange(-20, 20)
        article_id = a_text(store, f"{number} {' '.join(nouns)}.", places=places, day=day)
        figures = [
            Figure(Span(at, at + 1), "7", "count", Decimal(7), noun=noun)
            for at, noun in enumerate(nouns)
        ]
        found = Analysis("t", "en", tuple(figures), tuple(map(a_place, places)))
        store.analyses.put(article_id, 1, found)
    store.articles.delete([5, 6, 7])

    def asked(article: int, limit: int) -> list[int]:
        return store.analyses.of_one_subject(
            article, ["soldier", "boat"][: 1 + article % 2], [a_place("Oslo")], limit=limit
        )

    every = [(article, limit) for article in (1, 9, 30, 60) for limit in (1, 4, 30)]
    right = [asked(*one) for one in every]
    assert max(map(len, right)) > 10
    monkeypatch.setattr("lesart.store.tables.one_subject._FEW", 0)
    monkeypatch.setattr("lesart.store.tables.one_subject._AROUND", ())
    assert [asked(*one) for one in every] == right
    monkeypatch.setattr("lesart.store.tables.one_subject._AROUND", (3, 10))
    assert [asked(*one) for one in every] == right


def test_damaged_findings_are_given_up_and_their_article_waits_again(store) -> None:
    for text in ("One.", "Two."):
        a_text(store, text, places=("Oslo",), noun="boats")
    store.connection.execute("UPDATE analysis SET found = x'00ff' WHERE article_id = 2")
    assert store.analyses.index_again() == [2]
    assert (store.analyses.get(2), store.analyses.pending("t")) == (None, [2])
    assert store.analyses.get(1).note == "By rules."
    assert store.analyses.articles_naming("LOC:Oslo") == 1
    for asked in ("entity:Oslo", "counts:boats"):
        assert list(store.search.ids(parse_query(asked, date(2026, 11, 18)))) == [1]


def test_a_unit_without_a_number_is_no_number(store) -> None:
    """Who asks by SQL is given none for "many euros"."""
    store.articles.add(a_draft(TEXT), now=NOW)
    many = Figure(Span(41, 42), "4", "money", unit="EUR", noun="Umsatz")
    between = Figure(Span(47, 53), "5 Euro", "money", low=Decimal(5), high=Decimal(9), unit="EUR")
    store.analyses.put(1, 1, Analysis("t", "de", (many, between)))
    rows = store.connection.execute("SELECT value, low, high, unit FROM figures").fetchall()
    assert [tuple(row) for row in rows] == [(None, 5, 9, "EUR")]
