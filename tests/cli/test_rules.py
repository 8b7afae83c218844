"""Rules act on each article once, say what they did, and every doing can be taken back."""

from __future__ import annotations

import json
import sys

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.analyse import analyse_now
from lesart.services.save_article import keep
from lesart.store import Store
from tests.conftest import NOW

SPORT = "The league met on Sunday and nothing was decided."


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def add(library):
    def call(title: str, text: str = SPORT) -> int:
        with Store.open(library) as store:
            article_id = keep(store, Draft(title, text, guid=title), now=NOW).id
            analyse_now(store, article_id, names="rules")
        return article_id

    return call


def state(library, article_id):
    with Store.open(library) as store:
        (one,) = store.articles.headlines([article_id])
        if one is None:
            return "gone"
        tags = store.articles.tags(article_id)
        return (one.is_read, one.is_starred, tags)


def listed(lesart) -> list[str]:
    return [json.loads(line)["title"] for line in lesart("list", "--json").lines]


def test_a_rule_leaves_what_is_stored_alone_until_it_is_told_to_act_on_it(lesart, add, library):
    old = add("Old")
    ran = lesart("rules", "add", "sport", "league", "--action", "read")
    assert ran.status == 0
    assert "1 stored article answers it" in ran.err
    lesart("rules", "apply")
    assert state(library, old) == (False, False, ())
    new = add("New")
    lesart("rules", "apply")
    assert (state(library, old)[0], state(library, new)[0]) == (False, True)
    lesart("rules", "apply", "sport")
    assert state(library, old)[0] is True


def test_a_rule_acts_on_an_article_once(lesart, add, library):
    lesart("rules", "add", "sport", "league", "--action", "read")
    new = add("New")
    lesart("rules", "apply")
    with Store.open(library) as store:
        store.articles.set_read([new], False)  # the reader wants to read it after all
    lesart("rules", "apply")
    assert state(library, new)[0] is False


@pytest.mark.parametrize(
    ("action", "after"),
    [
        (["--action", "read"], (True, False, ())),
        (["--action", "star"], (False, True, ())),
        (["--action", "tag", "--tag", "#sport"], (False, False, ("sport",))),
    ],
)
def test_what_a_rule_did_is_undone(lesart, add, library, action, after):
    lesart("rules", "add", "sport", "league", *action)
    new = add("New")
    lesart("rules", "apply")
    assert state(library, new) == after
    assert lesart("rules", "undo").status == 0
    assert state(library, new) == (False, False, ())
    assert "left to undo" in lesart("rules", "undo").err


def test_undo_takes_back_only_what_the_rule_changed(lesart, add, library):
    lesart("rules", "add", "sport", "league", "--action", "read")
    read, unread = add("Read already"), add("Unread")
    with Store.open(library) as store:
        store.articles.set_read([read], True)
    lesart("rules", "apply")
    lesart("rules", "undo")
    assert (state(library, read)[0], state(library, unread)[0]) == (True, False)


def test_what_is_hidden_leaves_the_list_and_comes_back(lesart, add):
    lesart("rules", "add", "mute", "league", "--action", "hide")
    add("Hidden")
    lesart("rules", "apply")
    assert listed(lesart) == []
    lesart("rules", "undo")
    assert listed(lesart) == ["Hidden"]


def test_what_was_hidden_and_brought_back_stays(lesart, add):
    lesart("rules", "add", "mute", "league", "--action", "hide")
    add("First")
    lesart("rules", "apply")
    lesart("rules", "undo")
    add("Second")
    lesart("rules", "apply")
    assert listed(lesart) == ["First"]
    lesart("rules", "undo")
    lesart("rules", "apply")
    assert sorted(listed(lesart)) == ["First", "Second"]


def test_what_a_command_says_does_not_mix_with_the_lines_of_a_refresh(lesart, add, capfd):
    """The screen reads these lines as JSON."""
    talks = "import sys; sys.stdin.read(); print('talk', flush=True)"
    lesart(
        "rules", "add", "desk", "league", "--action", "run", "--run", sys.executable, "-c", talks
    )
    add("New")
    lesart("refresh", "--jsonl")
    out, err = capfd.readouterr()
    assert "talk" not in out
    assert "talk" in err


def test_what_the_reader_marked_or_starred_is_never_hidden(lesart, add, library):
    lesart("rules", "add", "mute", "league", "--action", "hide")
    marked, starred, plain = add("Marked"), add("Starred"), add("Plain")
    with Store.open(library) as store:
        store.annotations.add(marked, make_anchor(SPORT, Span(4, 10)), now=NOW)
        store.articles.set_starred([starred], True)
    lesart("rules", "apply")
    lesart("rules", "apply", "mute")
    assert [state(library, one) == "gone" for one in (marked, starred, plain)] == [False] * 3
    assert sorted(listed(lesart)) == ["Marked", "Starred"]


def test_a_dry_run_says_what_would_happen_and_does_nothing(lesart, add, library):
    article = add("Old")
    lesart("rules", "add", "sport", "league", "--action", "star")
    ran = lesart("rules", "apply", "sport", "--dry-run")
    assert ran.lines == [f"{article}  Old"]
    assert "1 article, nothing was done" in ran.err
    assert state(library, article) == (False, False, ())


def test_a_rule_for_a_while_rests_afterwards(lesart, add, library, monkeypatch):
    lesart("rules", "add", "mute", "league", "--action", "read", "--for", "7d")
    with Store.open(library) as store:
        kept = json.loads(store.settings.get("rules"))
        assert kept[0]["until"] == NOW + 7 * 86_400
        kept[0]["until"] = NOW
        store.settings.set("rules", json.dumps(kept))
    new = add("New")
    lesart("rules", "apply")
    assert state(library, new)[0] is False
    assert "(rests)" in lesart("rules").out


def test_a_command_gets_each_new_article_and_one_that_fails_gets_it_again(lesart, add, tmp_path):
    marks = tmp_path / "marks"
    script = (
        "import sys, json, os; title = json.load(sys.stdin)['article']['title'];"
        "open(sys.argv[1], 'a').write(title); sys.exit(os.path.getsize(sys.argv[1]) < 6)"
    )
    lesart(
        "rules",
        "add",
        "desk",
        "league",
        "--action",
        "run",
        "--run",
        sys.executable,
        "-c",
        script,
        marks,
    )
    add("New")
    assert lesart("rules", "apply").status == 1
    assert lesart("rules", "apply").status == 0
    assert lesart("rules", "apply").status == 0
    assert marks.read_text() == "NewNew"


def test_refreshing_and_analysing_let_rules_act(lesart, add, library):
    lesart("rules", "add", "big", "figure>5000", "--action", "star")
    article = add(
        "Numbers", "They counted 7,000 boats and 9,000 sails in the long harbour on that day."
    )
    lesart("refresh")
    assert state(library, article)[1] is True
    lesart("rules", "undo")
    with Store.open(library) as store:
        other = keep(
            store, Draft("More", "They saw 8,000 boats in the harbour.", guid="m"), now=NOW
        ).id
    lesart("analyse", "--waiting")
    assert state(library, other)[1] is True


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "x", "", "--action", "read"], "every article"),
        (["add", "x", "is:nonsense", "--action", "read"], "is not known"),
        (["add", " ", "league", "--action", "read"], "needs a name"),
        (["add", "x", "league", "--action", "tag"], "belong together"),
        (["add", "x", "league", "--action", "run"], "belong together"),
        (["add", "x", "league", "--action", "read", "--for", "soon"], "12h, 7d or 4w"),
        (["apply", "nosuch"], "no rule"),
        (["remove", "nosuch"], "no rule"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_a_sentence(lesart, arguments, says):
    ran = lesart("rules", *arguments)
    assert (ran.status, says in ran.err) == (2, True)


def test_rules_go_along_into_an_empty_library_but_none_that_starts_a_command(
    lesart, add, tmp_path, library
):
    lesart("rules", "add", "sport", "league", "--action", "tag", "--tag", "sport")
    lesart("rules", "add", "desk", "league", "--action", "run", "--run", "true")
    add("Mine")
    lesart("export", "--format", "jsonl", "--to", tmp_path / "all.jsonl")
    with Store.open(library) as store:
        kept = json.loads(store.settings.get("rules"))
    library.unlink()
    ran = lesart("import", tmp_path / "all.jsonl")
    assert "starts a command" in ran.out + ran.err
    with Store.open(library) as store:
        assert json.loads(store.settings.get("rules")) == kept[:1]


def test_a_file_from_anywhere_brings_no_rule_that_acts_on_what_is_here(
    lesart, add, tmp_path, library
):
    rule = {"type": "rule", "name": "x\u001b[2J", "query": "league", "action": "hide"}
    lines = [{"type": "lesart", "version": 1}, rule]
    (tmp_path / "other.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    add("Mine")
    ran = lesart("import", tmp_path / "other.jsonl")
    assert "would act on your articles" in ran.out + ran.err
    assert "\x1b" not in ran.out + ran.err
    add("Next")
    lesart("rules", "apply")
    assert sorted(listed(lesart)) == ["Mine", "Next"]


def test_a_rule_is_forgotten_and_what_it_did_stays(lesart, add, library):
    lesart("rules", "add", "sport", "league", "--action", "read")
    first = add("First")
    lesart("rules", "apply")
    lesart("rules", "remove", "sport")
    second = add("Second")
    lesart("rules", "apply")
    assert (state(library, first)[0], state(library, second)[0]) == (True, False)


def test_what_was_read_leaves_the_lists_after_a_time_and_what_is_the_readers_own_stays(
    lesart, library
):
    now, day = NOW, 86_400
    with Store.open(library) as store:
        for title, days in (("Old", 200), ("Old, tagged", 200), ("Old, starred", 200),
                            ("Old, noted", 200), ("Old, unread", 200), ("New", 3)):  # fmt: skip
            draft = Draft(title, SPORT, guid=title, published=Moment(now - days * day))
            one = keep(store, draft, now=now - days * day).id
            store.articles.set_read([one], title != "Old, unread")
            if "tagged" in title:
                store.articles.set_tags(one, ["mine"])
            if "starred" in title:
                store.articles.set_starred([one], True)
            if "noted" in title:
                store.annotations.add(one, make_anchor(SPORT, Span(4, 10)), now=now)
    assert lesart("rules", "keep", "soon").status == 2
    told = lesart("rules", "keep", "30d")
    assert "1 of them at the next refresh" in told.err
    assert len(listed(lesart)) == 6
    lesart("rules", "apply")
    assert "Old" not in listed(lesart)
    assert len(listed(lesart)) == 5
    lesart("rules", "undo")
    lesart("rules", "apply")
    assert "Old" in listed(lesart)  # brought back, it stays
    lesart("rules", "keep", "ever")
    assert "no rules yet" in lesart("rules").err


def test_a_rule_that_rests_does_nothing_until_it_is_woken(lesart, add, library):
    lesart("rules", "add", "sport", "league", "--action", "read")
    lesart("rules", "off", "sport")
    one = add("New")
    lesart("rules", "apply")
    assert state(library, one)[0] is False
    assert "(off)" in lesart("rules").out
    lesart("rules", "on", "sport")
    lesart("rules", "apply")
    assert state(library, one)[0] is False  # it came while the rule rested
    other = add("Newer")
    lesart("rules", "apply")
    assert state(library, other)[0] is True


def test_a_story_is_asked_for_by_one_of_its_articles(lesart, add, library):
    text = "Der Damm bei Talheim brach am Montag, 40 Häuser wurden überflutet, sagte Feuerwehrchefin Anna Lohr."
    first, copy, other = (
        add("Damm bricht", text),
        add("Damm bei Talheim bricht", text),
        add("Other"),
    )
    with Store.open(library) as store:
        from lesart.services.asking.grouping import group_waiting

        for _ in group_waiting(store):
            pass
    found = [json.loads(line)["id"] for line in lesart("list", f"story:{copy}", "--json").lines]
    assert sorted(found) == [first, copy]
    assert [
        json.loads(line)["id"] for line in lesart("list", f"story:{other}", "--json").lines
    ] == [other]
    assert "no article's number" in lesart("list", "story:x").err
