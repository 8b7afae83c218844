"""Words are found however they are typed: without spaces between them, without strokes, in full width."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.query import parse_query
from lesart.query.matches import matches_in
from lesart.store import Store
from tests.conftest import NOW, a_draft

TODAY = date(2026, 11, 28)
TEXTS = {
    "ja": "政府は新しい橋を開いた。約三百人が渡った。",
    "zh": "市长说这座桥很安全。",
    "th": "ผู้ว่าราชการเปิดสะพานใหม่",
    "ko": "시장은 다리가 안전하다고 말했다.",
    "pl": "Prezydent Łodzi otworzył most w Wałbrzychu.",
    "no": "Broen i Tromsø og Bodø er åpnet, sa Sørlandet.",
    "is": "Brúin við Þórshöfn var opnuð.",
    "fr": "Le cœur de la ville reste fermé.",
    "wide": "Ｂｒｉｄｇｅ　４２　ｏｐｅｎｅｄ.",
    "joined": "The ﬁnal ﬂoor of the oﬃce opened.",
    "plain": "Nothing of the kind was opened in the old town.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("alphabets") / "library.sqlite") as store:
        for name, text in TEXTS.items():
            store.articles.add(a_draft(text, title=name), now=NOW)
        store.annotations.add(
            11, None, now=NOW, note="橋を見る #later", tags=["cities/Łódź", "later"]
        )
        yield store


def found(store, text):
    return [store.articles.get(one).title for one in store.search.ids(parse_query(text, TODAY))]


@pytest.mark.parametrize(
    ("typed", "name", "lit"),
    [
        ("橋", "ja", ["橋"]),
        ("新しい", "ja", ["新しい"]),
        ("桥 安全", "zh", ["桥", "安全"]),
        ("สะพาน", "th", ["สะพาน"]),
        ("다리", "ko", None),
        ("lodzi", "pl", ["Łodzi"]),
        ("walbrzychu", "pl", ["Wałbrzychu"]),
        ("tromso bodo", "no", ["Tromsø", "Bodø"]),
        ("sorlandet", "no", ["Sørlandet"]),
        ("Thorshofn", "is", ["Þórshöfn"]),
        ("coeur", "fr", ["cœur"]),
        ("bridge 42", "wide", ["Ｂｒｉｄｇｅ", "４２"]),
        ("final floor", "joined", ["ﬁnal", "ﬂoor"]),
        ('"the office"', "joined", ["the oﬃce"]),
    ],
)
def test_it_is_found_and_lit(store, typed, name, lit):
    assert name in found(store, typed)
    assert "plain" not in found(store, typed)
    spans = matches_in(TEXTS[name], parse_query(typed, TODAY))
    if lit is not None:
        assert [TEXTS[name][span.start : span.end] for span in spans] == lit
    else:
        assert spans  # a word that went on is lit as it stands


def test_what_was_typed_with_its_strokes_is_found_without_them(store):
    store.articles.add(a_draft("They flew to Lodz and Tromso.", title="typed plainly"), now=NOW)
    assert "typed plainly" in found(store, "Łódź")
    assert "typed plainly" in found(store, "Tromsø")


def test_letters_within_a_word_are_found_in_cyrillic_with_their_signs(store):
    store.articles.add(a_draft("Мост снова открыт, сказал районный глава.", title="ru"), now=NOW)
    assert found(store, "~район") == ["ru"]


def test_other_words_are_not_found_for_it(store):
    assert found(store, "tramso") == []
    assert found(store, "車") == []


def test_notes_are_searched_by_their_letters_too(store):
    notes = list(store.search.annotations(parse_query("橋", TODAY)))
    assert [noted.annotation.note for noted in notes] == ["橋を見る #later"]
    assert list(store.search.annotations(parse_query("車", TODAY))) == []


@pytest.mark.parametrize(
    ("typed", "count"),
    [("tag:cities/*", 1), ("tag:cit*", 1), ("tag:cities", 0), ("tag:towns/*", 0)],
)
def test_tags_are_found_by_what_they_begin_with(store, typed, count):
    assert len(found(store, typed)) == count
    assert len(list(store.search.annotations(parse_query(typed, TODAY)))) == count


SIGNS = {
    "C++": "He writes C++ at night.",
    "C#": "They moved to C# last year.",
    "C": "Vitamin C is good; plan C failed.",
    "AT&T": "On Monday AT&T sold its tower.",
    "at t": "She arrived at T plus four.",
    ".NET": "It runs on .NET now.",
    "net": "A net was cast; see example.net for more.",
}


@pytest.mark.parametrize(
    ("typed", "first", "lit", "after"),
    [
        ("C++", "C++", "C++", {"C#", "C"}),
        ("c++", "C++", "C++", {"C#", "C"}),
        ("C#", "C#", "C#", {"C++", "C"}),
        ("AT&T", "AT&T", "AT&T", {"at t"}),
        ("at&t sold", "AT&T", "AT&T", set()),
        (".net", ".NET", ".NET", {"net"}),
    ],
)
def test_a_name_with_signs_comes_first_where_it_stands_so(tmp_path, typed, first, lit, after):
    with Store.open(tmp_path / "library.sqlite") as store:
        for at, (name, text) in enumerate(SIGNS.items()):  # the plain ones are the newer ones
            store.articles.add(a_draft(text, title=f"about {name}"), now=NOW + at)
        whole = [name.removeprefix("about ") for name in found(store, typed)]
        page = store.search.ids(parse_query(typed, TODAY), limit=1)
        assert whole[0] == first
        assert set(whole[1:]) == after
        assert [store.articles.get(one).title for one in page] == [f"about {first}"]
    spans = matches_in(SIGNS[first], parse_query(typed, TODAY))
    assert lit in [SIGNS[first][span.start : span.end] for span in spans]
