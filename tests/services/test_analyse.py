"""What waits for analysis gets it, however often the work is broken off, and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

import lesart.analysis.engine as engine
from lesart.model.annotation import Anchor
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.services.analyse import analyse_waiting
from lesart.store import Store
from tests.conftest import NOW, a_draft


@pytest.fixture
def waiting(store: Store) -> Store:
    for number in range(1, 8):
        text = f"Rund {number}.500 Soldaten verließen am Montag die Stadt."
        store.articles.add(a_draft(text, published=Moment(NOW - number)), now=NOW)
    return store


def test_work_that_was_broken_off_goes_on_where_it_stood(waiting):
    first = [done.article_id for done in islice(analyse_waiting(waiting), 3)]
    with Store.open(waiting.path) as later:
        rest = [done.article_id for done in analyse_waiting(later)]
    assert sorted(first + rest) == [1, 2, 3, 4, 5, 6, 7]
    assert list(analyse_waiting(waiting)) == []


def test_it_says_how_many_are_left(waiting):
    assert [done.waiting for done in analyse_waiting(waiting)] == [6, 5, 4, 3, 2, 1, 0]


def test_an_article_that_is_opened_meanwhile_comes_before_all_others(waiting):
    wanted = iter([None, 2])
    done = [each.article_id for each in analyse_waiting(waiting, lambda: next(wanted, None))]
    assert done.index(2) <= 1
    assert sorted(done) == [1, 2, 3, 4, 5, 6, 7]


def test_an_article_that_was_corrected_is_analysed_again_and_no_other(waiting):
    list(analyse_waiting(waiting))
    waiting.articles.revise(3, a_draft("Es waren 9.900 Soldaten."), now=NOW)
    assert waiting.analyses.get(3) is None
    assert [done.article_id for done in analyse_waiting(waiting)] == [3]
    [figure] = waiting.analyses.get(3).figures
    assert figure.surface == "9.900"


def test_a_better_engine_does_all_of_it_again_and_keeps_what_the_reader_said(waiting, monkeypatch):
    list(analyse_waiting(waiting))
    text = waiting.articles.text(1)
    span = Span(text.index("1.500"), text.index("1.500") + 5)
    told = Verdict(1, "figure", Anchor("1.500", "", "", span.start, span.end), "rejected", {}, span)
    waiting.verdicts.put(told, now=NOW)
    better = engine.version("builtin") + "+better"
    analyse = engine.analyse

    def analyse_better(*given, **named):
        return replace(analyse(*given, **named), engine=better)

    monkeypatch.setattr(engine, "version", lambda names: better)
    monkeypatch.setattr(engine, "analyse", analyse_better)
    assert len(list(islice(analyse_waiting(waiting), 4))) == 4
    assert waiting.analyses.pending_count(better) == 3
    assert len(list(analyse_waiting(waiting))) == 3
    assert [f.surface for f in waiting.analyses.get(1).figures] == ["Montag"]
    assert [f.surface for f in waiting.analyses.get(2).figures] == ["2.500", "Montag"]
