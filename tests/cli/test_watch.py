"""A watched query tells each article once, when it first answers, and to whoever was asked to take it."""

from __future__ import annotations

import io
import json
import sys

import pytest

from lesart.anchor import make_anchor
from lesart.cli.context import Context
from lesart.cli.main import run
from lesart.config import Config
from lesart.model.article import Draft
from lesart.model.text import Span
from lesart.services.analyse import analyse_now
from lesart.services.save_article import keep
from lesart.store import Store
from tests.conftest import NOW

TAKER = "import sys, json; json.load(sys.stdin); open(sys.argv[1], 'a').write('x'); sys.exit(int(sys.argv[2]))"


@pytest.fixture
def add(tmp_path):
    def call(title: str, text: str, *, guid: str = "") -> int:
        with Store.open(tmp_path / "library.sqlite") as store:
            article_id = keep(store, Draft(title, text, guid=guid or title), now=NOW).id
            analyse_now(store, article_id, names="rules")
        return article_id

    return call


def told(ran) -> list[str]:
    return [json.loads(line)["article"]["title"] for line in ran.lines]


def test_what_came_before_is_no_news_and_what_comes_is_told_once(lesart, add):
    add("Old", "6.000 Soldaten zogen ab.")
    assert lesart("watch", "--add", "counts:Soldaten figure>5000").status == 0
    assert told(lesart("watch")) == []
    add("New", "7.000 Soldaten kamen an, und 300 Soldaten gingen. 9.000 Kisten blieben.")
    add("Other", "Nur 40 Soldaten kamen.")
    ran = lesart("watch")
    assert told(ran) == ["New"]
    record = json.loads(ran.lines[0])
    assert record["query"] == "counts:Soldaten figure>5000"
    assert [figure["surface"] for figure in record["figures"]] == ["7.000"]
    assert told(lesart("watch")) == []


def test_an_article_whose_number_is_corrected_is_told_when_it_answers(lesart, add):
    lesart("watch", "--add", "counts:Soldaten figure>5000")
    add("Moves", "Die Armee zieht nun 4.500 Soldaten aus dem Norden ab.", guid="g")
    assert told(lesart("watch")) == []
    add("Moves", "Die Armee zieht nun 6.500 Soldaten aus dem Norden ab.", guid="g")
    assert told(lesart("watch")) == ["Moves"]


def test_peeking_tells_it_again(lesart, add):
    lesart("watch", "--add", "boats")
    add("Boats", "Three boats came.")
    assert told(lesart("watch", "--peek")) == told(lesart("watch")) == ["Boats"]


def test_a_command_takes_each_and_one_that_fails_gets_it_again(lesart, add, tmp_path):
    lesart("watch", "--add", "boats")
    add("Boats", "Three boats came.")
    marks = tmp_path / "marks"
    taker = ["--run", sys.executable, "-c", TAKER, str(marks)]
    failed = lesart("watch", *taker, "3")
    assert (failed.status, "told again" in failed.err) == (1, True)
    assert lesart("watch", *taker, "0").status == 0
    assert lesart("watch", *taker, "0").status == 0
    assert marks.read_text() == "xx"


def test_a_command_that_is_not_there_is_named(lesart, add):
    lesart("watch", "--add", "boats")
    add("Boats", "Three boats came.")
    ran = lesart("watch", "--run", "no-such-command-here")
    assert (ran.status, "no-such-command-here" in ran.err) == (2, True)
    assert told(lesart("watch")) == ["Boats"]


def test_two_queries_tell_the_same_article_each(lesart, add):
    lesart("watch", "--add", "boats")
    lesart("watch", "--add", "three")
    add("Boats", "Three boats came.")
    assert [json.loads(line)["query"] for line in lesart("watch").lines] == ["boats", "three"]


def test_what_is_watched_is_shown_and_can_be_given_up(lesart, add):
    lesart("watch", "--add", "boats")
    assert lesart("watch", "--list").lines == ["boats"]
    assert lesart("watch", "--remove", "boats").status == 0
    add("Boats", "Three boats came.")
    assert lesart("watch").lines == []
    ran = lesart("watch", "--remove", "boats")
    assert (ran.status, "--list" in ran.err) == (2, True)


@pytest.mark.parametrize("query", ["", "  ", "figure>", "nosuch:thing"])
def test_a_query_that_asks_nothing_or_is_not_understood_is_not_watched(lesart, query):
    ran = lesart("watch", "--add", query)
    assert ran.status == 2
    assert lesart("watch", "--list").lines == []


def test_a_word_watched_on_the_screen_is_watched_from_the_first_look(lesart, add, tmp_path):
    add("Boats", "Three boats came.")
    with Store.open(tmp_path / "library.sqlite") as store:
        store.settings.watch("boats", now=NOW)
    assert told(lesart("watch")) == []
    add("More boats", "Four boats came.")
    assert told(lesart("watch")) == ["More boats"]


def test_a_watched_query_may_name_a_colour_as_the_reader_does(tmp_path, add):
    """What `colour:claim` means on the screen and in a search it means here."""
    config = Config(library=tmp_path / "library.sqlite", colours={"yellow": "claim"})
    context = Context(config, io.StringIO(), io.StringIO(), io.BytesIO(), lambda: NOW)
    assert run(["watch", "--add", "colour:claim"], "watch", context) == 0
    article_id = add("Marked", "Three boats came.")
    with Store.open(config.library) as store:
        anchor = make_anchor("Three boats came.", Span(0, 5))
        store.annotations.add(article_id, anchor, now=NOW, colour="yellow")
    assert run(["watch"], "watch", context) == 0
    assert '"Marked"' in context.out.getvalue()
