"""A watched query tells each article once, when it first answers, and to whoever was asked to take it."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest

from lesart.anchor import make_anchor
from lesart.cli.context import Context
from lesart.cli.main import run
from lesart.config import Config
from lesart.model.article import Draft
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.analyse import analyse_now
from lesart.services.asking.watching import announce, look_at, unseen
from lesart.services.save_article import keep
from lesart.store import Store
from tests.conftest import NOW

TAKER = "import sys, json; json.load(sys.stdin); open(sys.argv[1], 'a').write('x'); sys.exit(int(sys.argv[2]))"


@pytest.fixture
def add(tmp_path):
    def call(title: str, text: str, *, guid: str = "", now: int = NOW) -> int:
        with Store.open(tmp_path / "library.sqlite") as store:
            article_id = keep(store, Draft(title, text, guid=guid or title), now=now).id
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


SLOW_TAKER = """
import json, os, sys, time
title = json.load(sys.stdin)["article"]["title"]
with open(sys.argv[1], "a") as file:
    file.write(title + "\\n")
if title == sys.argv[2]:
    open(sys.argv[3], "w").close()
    time.sleep(60)
"""


def by_another_process(library, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "lesart", "--db", str(library), "watch", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def until_there(path) -> None:
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.02)
    raise AssertionError(f"{path} never came")


def test_of_a_run_that_is_killed_nothing_is_lost_and_only_what_was_in_hand_comes_twice(
    lesart, add, tmp_path
):
    lesart("watch", "--add", "boats")
    titles = [f"Boats {number}" for number in range(5)]
    for title in titles:
        add(title, f"{title} came.", now=max(NOW, int(time.time())))  # news for either clock
    taken, is_there = tmp_path / "taken", tmp_path / "is there"
    taker = ["--run", sys.executable, "-c", SLOW_TAKER, str(taken)]
    running = by_another_process(tmp_path / "library.sqlite", *taker, titles[2], str(is_there))
    until_there(is_there)
    # Meanwhile somebody else tells nothing of it, and says why.
    other = lesart("watch", *taker, "", "")
    assert (other.status, "Another `lesart watch`" in other.err) == (0, True)
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    assert taken.read_text().splitlines() == titles[:3]
    assert lesart("watch", *taker, "", "").status == 0
    assert taken.read_text().splitlines() == [*titles[:3], *titles[2:]]
    assert told(lesart("watch")) == []


def test_a_command_that_fails_for_one_article_keeps_no_other_from_being_told(lesart, add, tmp_path):
    lesart("watch", "--add", "boats")
    for number in range(3):
        add(f"Boats {number}", f"Boats {number} came.")
    refusing = (
        "import sys, json; title = json.load(sys.stdin)['article']['title'];"
        "open(sys.argv[1], 'a').write(title + '\\n'); sys.exit(title == 'Boats 1')"
    )
    taken = tmp_path / "taken"
    first = lesart("watch", "--run", sys.executable, "-c", refusing, str(taken))
    assert (first.status, "“Boats 1” will be told again" in first.err) == (1, True)
    assert taken.read_text().splitlines() == ["Boats 0", "Boats 1", "Boats 2"]
    assert told(lesart("watch")) == ["Boats 1"]
    assert told(lesart("watch")) == []


def test_what_the_screen_has_told_the_command_tells_too(lesart, add, tmp_path):
    """Each has its own memory: a script that is woken by news does not miss what somebody saw."""

    def parse(words):
        return parse_query(words, date(2026, 1, 1))

    lesart("watch", "--add", "storm")
    with Store.open(tmp_path / "library.sqlite") as store:
        announce(store, unseen(store, now=NOW, parse=parse), now=NOW, parse=parse)
        late = add("Late", "A storm again.")
        [one] = unseen(store, now=NOW, parse=parse)
        assert (one.untold, one.articles) == ((late,), (late,))
        announce(store, [one], now=NOW, parse=parse)
        [one] = unseen(store, now=NOW, parse=parse)
        assert (one.untold, one.articles) == ((), (late,))
        look_at(store, "storm", now=NOW, parse=parse)
        [one] = unseen(store, now=NOW, parse=parse)
        assert (one.untold, one.articles) == ((), ())
    assert told(lesart("watch")) == ["Late"]
