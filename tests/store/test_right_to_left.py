"""Hebrew and Arabic are found with and without points, in any form of their letters, however short."""

from __future__ import annotations

from datetime import date

import pytest

from lesart.query import parse_query
from lesart.query.matches import matches_in
from lesart.store import Store
from lesart.store.file.integrity import check, repair
from tests.conftest import NOW, a_draft

TODAY = date(2026, 11, 28)
TEXTS = {
    "he": 'ראש הממשלה אמר כי דם נשפך בגשר. צה״ל הגיב, מנכ"ל החברה שתק.',
    "he pointed": "הַגֶּשֶׁר נִפְתַּח בְּשָׁלוֹם, וְהַתּוֹשָׁבִים חָגְגוּ. גַּז טִבְעִי.",
    "ar": "افتتحت المدينة جسرا جديدا على النهر بعد أن توقف نقل الغاز.",
    "ar pointed": "شُكْرًا لِلْمُهَنْدِسِينَ. أعلن محمّد إغلاق المدرسة الكبرى يوم ٢٣ مايو.",
    "ar stretched": "مديـــنة كبيـــرة",
    "ar joined": "ﺳﻼﻡ ﻋﻠﻰ ﺍﻟﻨﻬﺮ",
    "fa": "کتاب‌های تازه در کتابخانهٔ شهر",
    "plain": "Nothing of the kind was opened in the old town.",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("right_to_left") / "library.sqlite"
    with Store.open(path) as store:
        for name, text in TEXTS.items():
            store.articles.add(a_draft(text, title=name), now=NOW)
        store.articles.add(a_draft("Only the title.", title="أَخْبَار العالم"), now=NOW)
        store.annotations.add(8, None, now=NOW, note="בדוק את הַמִּסְמָךְ #later", tags=["بغداد/آثار"])
    return path


@pytest.fixture(scope="module")
def store(path):
    with Store.open(path) as store:
        yield store


def found(store, text, **how):
    ids = store.search.ids(parse_query(text, TODAY, **how))
    return [store.articles.get(one).title for one in ids]


@pytest.mark.parametrize(
    ("typed", "name", "lit"),
    [
        ("דם", "he", ["דם"]),  # two letters are a word
        ("הגשר", "he pointed", ["הַגֶּשֶׁר"]),
        ("הגשר נפתח", "he pointed", ["הַגֶּשֶׁר", "נִפְתַּח"]),
        ('"הגשר נפתח"', "he pointed", ["הַגֶּשֶׁר נִפְתַּח"]),
        ("דָּם", "he", ["דם"]),  # who types points finds what has none
        ("גז", "he pointed", ["גַּז"]),
        ("הממ*", "he", ["הממשלה"]),
        ('צה"ל', "he", ["צה״ל"]),  # shortened, with whatever mark
        ("מנכ״ל", "he", ['מנכ"ל']),
        ("הגשר NEAR/3 בשלום", "he pointed", ["הַגֶּשֶׁר", "בְּשָׁלוֹם"]),
        ("~תושב", "he pointed", ["וְהַתּוֹשָׁבִים"]),
        ("شكرا", "ar pointed", ["شُكْرًا"]),
        ("محمد", "ar pointed", ["محمّد"]),
        ("اعلن", "ar pointed", ["أعلن"]),
        ("أعلن إغلاق", "ar pointed", ["أعلن", "إغلاق"]),
        ("المدرسه الكبري", "ar pointed", ["المدرسة", "الكبرى"]),
        ("23", "ar pointed", ["٢٣"]),
        ("۲۳", "ar pointed", ["٢٣"]),
        ("مدينة", "ar stretched", ["مديـــنة"]),
        ("كـبـيـرة", "ar stretched", ["كبيـــرة"]),
        ("سلام", "ar joined", ["ﺳﻼﻡ"]),
        ("النهر", "ar joined", ["ﺍﻟﻨﻬﺮ"]),
        ("كتاب*", "fa", ["کتاب", "کتابخانهٔ"]),
        ("title:اخبار", "أَخْبَار العالم", []),
    ],
)
def test_it_is_found_and_lit(store, typed, name, lit):
    assert name in found(store, typed)
    assert "plain" not in found(store, typed)
    text = TEXTS.get(name, "")
    spans = matches_in(text, parse_query(typed, TODAY))
    assert [text[span.start : span.end] for span in spans] == lit


@pytest.mark.parametrize(
    ("typed", "names"),
    [("דם", ["he"]), ("اخ", ["أَخْبَار العالم"]), ("הג", []), ("דם ", ["he"])],
)
def test_while_it_is_typed_two_letters_are_a_word_or_begin_a_title(store, typed, names):
    assert found(store, typed, prefix_last=True) == names


def test_what_is_newest_is_found_by_letters_within_its_words(store):
    page = store.search.ids(parse_query("~כוח", TODAY), limit=5)
    assert list(page) == []
    page = store.search.ids(parse_query("~دين", TODAY), limit=5)
    assert {store.articles.get(one).title for one in page} == {"ar", "ar stretched"}


@pytest.mark.parametrize("typed", ["שלום עליכם", "דמ", "شكر", "note:المدينة"])
def test_other_words_are_not_found_for_it(store, typed):
    assert found(store, typed) == []


@pytest.mark.parametrize(("typed", "count"), [("המסמך", 1), ("note:המסמך", 1), ("המסך", 0)])
def test_articles_are_found_by_their_notes(store, typed, count):
    assert found(store, typed) == ["plain"] * count
    shown = store.search.snippets(parse_query(typed, TODAY), [8])
    assert ["הַמִּסְמָךְ"] * count == [one.text[a:b] for one in shown.values() for a, b in one.hits]


@pytest.mark.parametrize(
    ("typed", "count"),
    [("המסמך", 1), ("בדוק NEAR/3 המסמך", 1), ("בדוק NEAR/0 המסמך", 0), ("اثار", 1), ("המסך", 0)],
)
def test_notes_are_found_without_their_points(store, typed, count):
    assert len(list(store.search.annotations(parse_query(typed, TODAY)))) == count


def test_a_text_that_is_changed_or_goes_leaves_nothing_behind(tmp_path):
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        one = store.articles.add(a_draft("הַגֶּשֶׁר נסגר", title="שָׁלוֹם"), now=NOW).id
        store.articles.add(a_draft("شكرًا", title="ar"), now=NOW)
        store.articles.revise(one, a_draft("הכביש נסגר", title="שלום"), now=NOW + 1)
        assert found(store, "הגשר") == []
        assert found(store, "שלום") == ["שלום"]
    assert [d for d in check(path) if not d.is_well] == []
    list(repair(path))
    assert [d for d in check(path) if not d.is_well] == []
    with Store.open(path) as store:
        assert found(store, "שכרא") == []
        assert found(store, "شكرا") == ["ar"]
