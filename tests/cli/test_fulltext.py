"""A page that is read wrongly can be explained, given rules, and read again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lesart.feeds.pages.site_rules import BadRules, read_rules
from tests.cli.conftest import Lesart
from tests.feeds.test_whole_story import STORY, TITLE, told

QUIZ = "How many oars has a ferry of this kind, and which of them is the longest? Write to us."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page with a quiz amid its story, and its lead where no general rule looks."""
    path = tmp_path / "page.html"
    path.write_text(
        f'<html lang="en"><head><title>{TITLE}</title>'
        '<link rel="canonical" href="https://www.river.example.org/ferry/1"></head><body>'
        '<div class="share"><p class="lead">In short, the ferry is back.</p></div>'
        f"<article><h1>{TITLE}</h1>{told(STORY[:3])}<div class='quiz'><p>{QUIZ}</p></div>"
        f"{told(STORY[3:])}</article><i class='day' datetime='2024-05-03'>today</i>"
        "<b class='who'>Mara Lind</b></body></html>"
    )
    return path


def test_what_was_kept_and_dropped_is_shown_with_the_rule(lesart: Lesart, page: Path) -> None:
    ran = lesart("fulltext", "--explain", page)
    assert ran.status == 0
    assert any(line.startswith("- div.share") and "its name" in line for line in ran.lines)
    assert any(line.startswith("+ p") and "On day 4" in line for line in ran.lines)
    assert "Author: (none found)" in ran.lines
    steps = [json.loads(line) for line in lesart("fulltext", "--explain", page, "--json").lines]
    assert {
        "kept": False,
        "what": "div.share",
        "why": "its name",
        "words": "In short, the ferry is back.",
    } in steps


def test_rules_of_a_site_are_followed(lesart: Lesart, page: Path, tmp_path: Path) -> None:
    (tmp_path / "sites.toml").write_text(
        '["river.example.org"]\ndrop = ["div.quiz"]\nkeep = ["p.lead"]\nauthor = ".who"\ndate = ".day"\n'
    )
    lesart("import", page)
    shown = lesart("show", "1").out
    assert QUIZ not in shown
    assert "In short, the ferry is back." in shown
    assert "Mara Lind" in shown
    explained = lesart("fulltext", "--explain", page)
    assert any("your rule: drop div.quiz" in line for line in explained.lines)
    assert "Date: 2024-05-03" in explained.lines


def test_a_rule_can_name_the_story_itself(lesart: Lesart, page: Path, tmp_path: Path) -> None:
    (tmp_path / "sites.toml").write_text('["example.org/ferry"]\narticle = ".lead, .quiz"\n')
    lesart("import", page)
    text = lesart("show", "1").out
    assert "In short, the ferry is back." in text
    assert QUIZ in text
    assert STORY[0] not in text


def test_kept_pages_are_read_again_and_what_changed_is_shown(
    lesart: Lesart, page: Path, tmp_path: Path
) -> None:
    lesart("import", page)
    assert QUIZ in lesart("show", "1").out
    assert lesart("fulltext", "--again").err == "0 of 1 article changed.\n"
    (tmp_path / "sites.toml").write_text('["river.example.org"]\ndrop = [".quiz"]\n')
    dry = lesart("fulltext", "--again", "--dry-run")
    assert f"  - {QUIZ}" in dry.lines
    assert QUIZ in lesart("show", "1").out
    ran = lesart("fulltext", "--again")
    assert ran.err == "1 of 1 article changed.\n"
    assert f"  - {QUIZ}" in ran.lines
    assert QUIZ not in lesart("show", "1").out
    assert lesart("fulltext", "--again").err == "0 of 1 article changed.\n"


def test_reading_again_loses_no_text_and_no_note(
    lesart: Lesart, page: Path, tmp_path: Path
) -> None:
    lesart("import", page)
    assert lesart("annotate", "1", "--quote", "On day 4 the ferry", "--note", "check").status == 0
    before = lesart("show", "1").out
    (tmp_path / "sites.toml").write_text(
        '["river.example.org"]\narticle = ".nothing-is-called-so"\n'
    )
    assert lesart("fulltext", "--again").err == "0 of 1 article changed.\n"
    (tmp_path / "sites.toml").write_text('["river.example.org"]\ndrop = ["body > *"]\n')
    ran = lesart("fulltext", "--again", "1")
    assert ran.status == 1
    assert "gives no text now" in ran.err
    assert lesart("show", "1").out == before
    (tmp_path / "sites.toml").write_text('["river.example.org"]\ndrop = [".quiz"]\n')
    lesart("fulltext", "--again", "1")
    [note] = [json.loads(line) for line in lesart("annotations", "--json").lines]
    assert "On day 4 the ferry" in json.dumps(note)


def test_an_article_without_a_page_says_so(lesart: Lesart, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Only words.")
    lesart("import", tmp_path / "a.txt")
    assert "Its page was not kept" in lesart("fulltext", "--again", "1").err
    assert "There is no article 9." in lesart("fulltext", "--again", "9").err
    assert lesart("fulltext").status == 2
    assert lesart("fulltext", "--explain", tmp_path / "none.html").status == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('["a.example"]\ndrop = ["div["]', "“div[” (drop of a.example) is no CSS selector"),
        ('["a.example"]\nhide = ["div"]', "“hide” of a.example is no rule; there are"),
        ('drop = ["div"]', "“drop” must be a table of rules"),
        ('["a.example"]\ntitle = 3', "“title” of a.example must be a CSS selector in quotes"),
        ("[[[", "it is not valid TOML"),
    ],
)
def test_a_wrong_rule_is_told_with_its_place(text: str, says: str) -> None:
    with pytest.raises(BadRules, match=re.escape(says)):
        list(read_rules(text))


def test_a_wrong_file_of_rules_stops_the_command_with_a_sentence(
    lesart: Lesart, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "sites.toml").write_text('["river.example.org"]\nhide = ["div"]\n')
    ran = lesart("fulltext", "--explain", page)
    assert ran.status == 2
    assert "sites.toml: “hide” of river.example.org is no rule" in ran.err


def test_what_of_a_query_is_not_whole_is_fetched(lesart: Lesart, tmp_path: Path) -> None:
    # Addresses of this machine are refused to lists, so that nothing is fetched here.
    (tmp_path / "list.csv").write_text(
        "url,title,tags,text\nhttp://127.0.0.1/1,One,sea,\nhttp://127.0.0.1/2,Two,hill,\n"
        "http://127.0.0.1/3,Three,sea,All its words.\n"
    )
    assert lesart("import", tmp_path / "list.csv").status == 0
    ran = lesart("fulltext", "--of", "tag:sea", "--json")
    [record] = [json.loads(line) for line in ran.lines]
    assert (record["id"], record["ok"], ran.status) == (1, False, 1)
    assert lesart("fulltext", "--of", "tag:none").status == 0


def test_going_back_says_where_there_is_nothing_to_go_back_to(lesart: Lesart, page: Path) -> None:
    lesart("import", page)
    ran = lesart("fulltext", "--back", "1")
    assert (ran.status, ran.err) == (1, "1: No fetched page has taken the place of its text.\n")
    ran = lesart("fulltext", "--back")
    assert (ran.status, "wants numbers" in ran.err) == (2, True)
