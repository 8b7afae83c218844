"""Every word, name, number and note that was stored is found again, however it is spelt."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.store import Store
from tests.conftest import NOW, a_draft

DAY = 86_400


@pytest.fixture
def full(store):
    """Five articles; the numbers in the test names below are their ids."""
    feed, _ = store.feeds.add("https://example.org/feed", title="Reuters", folder="World")
    texts = [
        ("Truppenabzug", "Etwa 4.500 Soldaten kamen ums Leben. Große Straße nach Kuwait.", "de"),
        ("Zinsen", "Die Zentralbank senkt die Zinsen um 0,5 Prozent.", "de"),
        ("Rates", "The bank of England waits for better times.", "en"),
        ("Ärzte", "Die Aerzte fordern mehr Geld, das Maß ist voll.", "de"),
        ("From a feed", "Oil slips as inventories build.", "en"),
    ]
    for number, (title, text, language) in enumerate(texts, 1):
        store.articles.add(
            a_draft(
                text, title=title, language=language, folder="Samples" if number == 1 else "",
                published=Moment(NOW - number * DAY),
                feed_id=feed.id if number == 5 else None, guid="g" if number == 5 else "",
            ),
            now=NOW,
        )  # fmt: skip
    store.analyses.put(1, 1, Analysis("t", "de", (
        Figure(Span(5, 10), "4.500", "count", Decimal(4500), qualifier="approx", noun="Soldaten"),),
        (Entity("Kuwait", "LOC", (Mention(Span(55, 61), "Kuwait"),), "LOC:KW"),)))  # fmt: skip
    store.analyses.put(2, 1, Analysis("t", "de", (
        Figure(Span(36, 47), "0,5 Prozent", "percent", Decimal("0.5"), unit="percent"),)))  # fmt: skip
    store.annotations.add(
        3,
        Anchor("bank", "The ", " of", 4, 8),
        now=NOW,
        note="Quelle prüfen",
        tags=["doubt"],
        colour="red",
    )
    store.articles.set_read([2], True)
    store.articles.set_starred([3], True)
    return store


def found(store, text, *, typing=False):
    return list(store.search.ids(parse_query(text, date(2026, 11, 18), prefix_last=typing)))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("soldaten", [1]),
        ("SOLDATEN", [1]),
        ("strasse", [1]),
        ("straße", [1]),
        ("grosse strasse", [1]),
        ('"große straße"', [1]),
        ('"straße große"', []),
        ("ärzte", [4]),
        ("aerzte", [4]),
        ("arzte", [4]),
        ("mass", [4]),
        ("~bank", [2, 3]),
        ("bank", [3]),
        ("-bank", [1, 2, 4, 5]),
        ("title:rates", [3]),
        ("title:bank", []),
        ("is:unread", [1, 3, 4, 5]),
        ("is:read", [2]),
        ("is:starred", [3]),
        ("is:annotated", [3]),
        ("has:note", [3]),
        ("has:figure", [1, 2]),
        ("tag:doubt", [3]),
        ("colour:red", [3]),
        ("prüfen", [3]),
        ("note:pruefen", [3]),
        ("note:bank", [3]),
        ("bank prüfen", [3]),
        ("bank prüfen is:starred", [3]),
        ("lang:en", [3, 5]),
        ("in:Samples", [1]),
        ("in:World", [5]),
        ("from:reut", [5]),
        ("figure>4000", [1]),
        ("figure:4500", [1]),
        ("figure<1", [2]),
        ("figure:0..1%", [2]),
        ("figure>4000 unit:%", []),
        ("entity:kuwait", [1]),
        ("entity:LOC:KW", [1]),
        ("last:2d", [1, 2]),
        ("soldaten OR bank", [1, 3]),
        ("(soldaten OR bank) lang:en", [3]),
        ("bank -england", []),
        ("sort:old lang:de", [4, 2, 1]),
    ],
)
def test_a_query_finds_just_these_articles(full, query, ids):
    assert found(full, query) == ids
    assert full.search.count(parse_query(query, date(2026, 11, 18))) == len(ids)


def test_while_typing_one_letter_searches_titles_and_three_search_everything(full):
    assert found(full, "z", typing=True) == [2]
    assert found(full, "inv", typing=True) == [5]
    assert found(full, "in", typing=True) == []


@pytest.mark.parametrize("jitter", [0, 5, 40, 10_000])
def test_the_first_page_is_the_top_of_the_whole_list_in_whatever_order_articles_came(
    store, monkeypatch, jitter
):
    monkeypatch.setattr("lesart.store.search.first_page._SOME", 3)
    chance = random.Random(jitter)
    with store.transaction():
        for number in range(600):
            moment = Moment(NOW - DAY + number + chance.randrange(jitter + 1))
            words = "kranich steht" if number % 3 else "kran fällt"
            store.articles.add(a_draft(f"{words} {number}", title="T", published=moment), now=NOW)
    store.annotations.add(7, None, now=NOW, note="kranich im Hafen")
    store.articles.delete(range(500, 520))
    for text in ("kran", "kranich", "kra fäl", '"kran fällt"', "steht 4", "t"):
        query = parse_query(text, date(2026, 11, 18), prefix_last=True)
        whole = store.search.ids(query)
        assert sorted(whole) == sorted(set(whole))
        for limit in (0, 1, 30, 300):
            assert store.search.ids(query, limit=limit) == whole[:limit], (text, limit)
    later = store.articles.add(a_draft("kran", published=Moment(NOW)), now=NOW).id
    query = parse_query("kran", date(2026, 11, 18))
    assert store.search.ids(query, limit=10)[0] == later


def test_old_articles_imported_lately_do_not_lead_the_first_page(store, monkeypatch):
    monkeypatch.setattr("lesart.store.search.first_page._PATIENCE", 20)
    with store.transaction():
        for number in range(200):
            moment = Moment(NOW - number)
            store.articles.add(a_draft(f"kran {number}", published=moment), now=NOW)
    assert found(store, "kran") == list(range(1, 201))
    query = parse_query("kran", date(2026, 11, 18))
    assert list(store.search.ids(query, limit=5)) == [1, 2, 3, 4, 5]


def test_letters_inside_words_are_found_the_moment_an_article_is_stored(full):
    for number in range(100):
        added = full.articles.add(a_draft(f"Der Förderkorb{number}bagger steht."), now=NOW)
        assert added.id in found(full, f"~korb{number}bag")
    assert len(found(full, "~derkorb")) == 100
    assert len(found(full, "~FÖRDERKORB")) == 100
    full.articles.add(a_draft("Seilbahnen statt Kräne.", guid="g", feed_id=1), now=NOW)
    assert found(full, "~eilbahn") == [5]
    with Store.open(full.path, is_read_only=True) as other:
        assert found(other, "~eilbahn") == [5]
        full.articles.add(a_draft("Pistenraupen statt Seilen.", guid="g", feed_id=1), now=NOW)
        assert found(other, "~eilbahn") == []
        assert found(other, "~enraup") == [5]


@pytest.mark.parametrize(
    "text", ["x" * 2000, "語" * 300, "é" * 50, "𝒳" * 40, "한국" * 9, "\u0301" * 9, "ß" * 30]
)
def test_letters_inside_the_strangest_words_are_found(store, text):
    added = store.articles.add(a_draft(f"Before {text} after", title="T"), now=NOW)
    store.vocabulary.take_in()
    inside = text[1:-1] or text
    if any(character.isalnum() for character in inside):
        assert found(store, f"~{inside}") == [added.id]


@pytest.mark.parametrize(
    "typed", ["Strassenausschussmassnahmengroesse", "Straßenausschußmaßnahmengröße"]
)
def test_a_long_compound_is_found_in_the_other_spelling_throughout(store, typed):
    store.articles.add(a_draft("Die Straßenausschußmaßnahmengröße wird berechnet."), now=NOW)
    store.articles.add(a_draft("Die Strassenausschussmassnahmengroesse bleibt geheim."), now=NOW)
    assert sorted(found(store, typed)) == [1, 2]
    assert sorted(found(store, f"~{typed[1:-1]}")) == [1, 2]


def test_tending_puts_the_index_together_once_enough_has_come_and_stops_when_told(full):
    def pieces() -> int:
        sql = "SELECT count(DISTINCT segid) FROM body_fts_idx"
        return full.connection.execute(sql).fetchone()[0]

    for number in range(600):
        full.articles.add(a_draft(f"Baggerkorb {number} steht am Kai."), now=NOW)
    before = pieces()
    full.index_maintenance.tend(is_enough=lambda: True)
    full.index_maintenance.tend()
    assert pieces() == 1 < before
    assert len(found(full, "~gerkorb")) == 600
    assert found(full, '"baggerkorb 77"') == [83]
    full.articles.add(a_draft("Noch einer."), now=NOW)
    full.index_maintenance.tend()
    assert pieces() > 1


def test_a_snippet_shows_the_words_with_what_was_found(full):
    query = parse_query("kuwait", date(2026, 1, 1))
    snippet = full.search.snippets(query, [1])[1]
    [hit] = snippet.hits
    assert snippet.text[hit.start : hit.end] == "Kuwait"


def test_a_snippet_comes_from_the_note_where_only_the_note_has_the_word(full):
    snippet = full.search.snippets(parse_query("prüfen", date(2026, 1, 1)), [3])[3]
    assert "Quelle prüfen" in snippet.text


def test_a_deleted_article_is_not_found(full):
    full.articles.delete([1])
    assert found(full, "soldaten") == []


def test_a_corrected_article_is_found_by_its_new_words_only(full):
    full.articles.add(a_draft("Gas slips.", title="From a feed", feed_id=1, guid="g"), now=NOW)
    assert found(full, "oil") == []
    assert found(full, "gas") == [5]


def test_new_means_arrived_since_last_time(full):
    full.search.new_since = NOW
    assert found(full, "is:new") == []
    full.articles.add(a_draft("Fresh."), now=NOW + 1)
    assert found(full, "is:new") == [6]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "a*b",
        "NEAR(a b)",
        "a AND NOT",
        "col:",
        "'; DROP TABLE body; --",
        "^x",
        "a + b",
        "\x00",
        "%_%",
    ],
)
def test_nothing_typed_reaches_the_database_as_syntax(full, text):
    found(full, text)
    found(full, text, typing=True)
    assert full.articles.count() == 5


def test_notes_are_found_by_the_same_language(full):
    def notes(text):
        return [
            n.annotation.id for n in full.search.annotations(parse_query(text, date(2026, 1, 1)))
        ]

    assert notes("") == [1]
    assert notes("quelle") == [1]
    assert notes("tag:doubt colour:red") == [1]
    assert notes("colour:blue") == []
    assert notes("title:rates") == [1]
    assert notes("england") == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "die OR the",
        "~ank",
        "is:unread",
        "sort:old",
        "die sort:rank",
        "figure>1",
        "nowhere",
        "C++",
    ],
)
def test_what_is_given_ahead_of_a_list_is_its_beginning_and_all_of_it_comes_once(full, query):
    asked = parse_query(query, date(2026, 11, 23))
    whole = list(full.search.ids(asked))
    for size in (1, 2, 50):
        *ahead, last = [list(part) for part in full.search.in_parts(asked, size)]
        assert last == whole
        assert ahead in ([], [whole[:size]])
