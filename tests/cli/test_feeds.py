"""Feeds from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lesart.model.article import Draft
from lesart.query import parse_query
from lesart.store import Store
from tests.cli.conftest import Lesart
from tests.conftest import NOW
from tests.feeds.site import Item, Site, feed_of, site

__all__ = ["site"]

OPML = (
    b"<opml version='2.0'><body><outline text='News'><outline text='A' "
    b"xmlUrl='https://eve:secret@a.example/feed'/></outline></body></opml>"
)


def test_add_subscribes_and_says_what_came(lesart: Lesart, site: Site) -> None:
    url = site.put("/feed", feed_of(Item("1"), Item("2")))
    ran = lesart("add", url)
    assert (ran.status, ran.out) == (0, "Subscribed to The feed: 2 new.\n")


def test_add_as_json_gives_all_that_is_stored(lesart: Lesart, site: Site) -> None:
    date = "<pubDate>Tue, 17 Nov 2026 10:00:00 +0100</pubDate>"
    url = site.put("/feed", feed_of(Item("1", "One", more=date)))
    first = json.loads(lesart("add", "--json", url).out)
    assert first == {
        "ok": True,
        "error": None,
        "url": url,
        "entries": [
            {
                "id": "1",
                "title": "One",
                "link": "http://x.example/1",
                "published": "2026-11-17T09:00:00Z",
            }
        ],
    }
    site.put("/feed", feed_of(Item("2", "Two")))
    again = json.loads(lesart("add", "--json", url).out)
    assert {entry["id"] for entry in again["entries"]} == {"1", "2"}


def test_add_as_json_tells_the_new_address_of_a_feed_that_moved(lesart: Lesart, site: Site) -> None:
    new = site.put("/new", feed_of(Item("1")))
    old = site.put("/old", "", 301, "Location: /new")
    assert json.loads(lesart("add", "--json", old).out)["url"] == new


def test_add_as_json_fails_with_a_sentence_and_a_status(lesart: Lesart, site: Site) -> None:
    ran = lesart("add", "--json", site.put("/page", "<html>Hi"))
    answer = json.loads(ran.out)
    assert (ran.status, answer["ok"], answer["entries"]) == (1, False, [])
    assert answer["error"].endswith(".")
    assert lesart("add", "--json", "file:///etc/passwd").status == 1


def test_a_page_with_several_feeds_lists_them(lesart: Lesart, site: Site) -> None:
    page = site.put(
        "/",
        "<html><link rel=alternate type=application/rss+xml href=/a title=News>"
        "<link rel=alternate type=application/atom+xml href=/b title=Sport>",
    )
    ran = lesart("add", page)
    assert ran.status == 1
    assert [line.split()[1] for line in ran.lines] == ["News", "Sport"]
    choices = json.loads(lesart("add", "--json", page).out)["choices"]
    assert [choice["title"] for choice in choices] == ["News", "Sport"]


def test_refresh_reports_each_feed_and_fails_if_one_failed(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"), title="Well")))
    lesart("add", site.put("/b", feed_of(Item("1"), title="Ill")))
    site.put("/b", "", 500)
    site.put("/a", feed_of(Item("2"), title="Well"))
    ran = lesart("refresh")
    assert ran.status == 1
    assert ran.out == "2 feeds, 1 new article, 1 failed.\n"
    assert ran.err.startswith("Ill: ")
    records = [json.loads(line) for line in lesart("refresh", "--jsonl").lines]
    assert {r["title"]: r["state"] for r in records} == {"Well": "unchanged", "Ill": "failed"}
    assert [r["done"] for r in records] == [1, 2]
    assert all(r["total"] == 2 for r in records)


def test_refresh_visits_what_is_named_or_due(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"), title="Alpha")))
    lesart("add", site.put("/b", feed_of(Item("1"), title="Beta")))
    asked = len(site.requests)
    assert "Nothing is due" in lesart("refresh", "--due").err
    assert len(site.requests) == asked
    assert lesart("refresh", "alph").out.startswith("1 feed")
    assert lesart("refresh", "1", site.url("/b")).out.startswith("2 feeds")
    assert lesart("refresh", "gamma").status == 2


def test_paused_feeds_are_left_alone_until_resumed(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    lesart("feeds", "pause", "1")
    assert "no feeds to visit" in lesart("refresh").err
    lesart("feeds", "resume", "1")
    assert lesart("refresh").out.startswith("1 feed")


def test_feeds_are_renamed_sorted_and_tagged(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    lesart("feeds", "rename", "1", "My", "name")
    lesart("feeds", "folder", "1", "News//local")
    lesart("feeds", "tag", "1", "x", "#y")
    listed = json.loads(lesart("feeds", "--json").out)
    assert (listed["title"], listed["folder"], listed["tags"]) == (
        "My name", "News/local", ["x", "y"],
    )  # fmt: skip
    lesart("feeds", "rename", "1", "")
    assert json.loads(lesart("feeds", "--json").out)["title"] == "The feed"


def test_removing_a_feed_asks_and_spares_what_is_the_readers(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    assert lesart("feeds", "remove", "1").status == 2
    ran = lesart("feeds", "remove", "1", "--yes")
    assert ran.out == "The feed was removed; 0 articles deleted, 1 kept.\n"


def test_errors_and_health_tell_why_in_a_sentence(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    site.put("/a", "", 503)
    lesart("refresh")
    assert "(503)" in lesart("feeds", "errors").out
    health = lesart("feeds", "--health").out
    for words in ("last success", "(503)", "next visit", "visits"):
        assert words in health
    assert json.loads(lesart("feeds", "--health", "--json").out)["failures"] == 1


def test_opml_comes_in_and_goes_out_without_passwords(lesart: Lesart, tmp_path: Path) -> None:
    source, target = tmp_path / "in.opml", tmp_path / "out.opml"
    source.write_bytes(OPML)
    assert "1 feed added" in lesart("opml", "import", source).err
    assert "1 known already" in lesart("opml", "import", "-", stdin=OPML).err
    ran = lesart("opml", "export", target)
    text = target.read_text()
    assert "password in 1 address was left out" in ran.err
    assert "secret" not in text
    assert '<outline text="News"' in text
    assert "secret" not in lesart("feeds").out + lesart("feeds", "--json").out
    assert lesart("opml", "export").out == text


def test_newsboats_file_comes_in(lesart: Lesart) -> None:
    ran = lesart("opml", "import", "-", stdin=b'https://a.example/ news "~A"\nexec:x\n')
    assert ran.status == 1
    assert "line 2" in ran.err
    assert json.loads(lesart("feeds", "--json").out)["title"] == "A"


def test_newsboats_query_feeds_become_views_and_its_tags_are_asked_for_by_in(
    lesart: Lesart, tmp_path: Path
) -> None:
    urls = (
        b"https://a.example/ news\nhttps://b.example/ sport\n"
        b'"query:News:tags # \\"news\\" and title =~ \\"rate\\""\n"query:Odd:link =~ \\"x\\""\n'
    )
    ran = lesart("opml", "import", "-", stdin=urls)
    assert ran.status == 1
    assert "line 4: this query feed has no view here" in ran.err
    assert "“News” asks for whole words: in:news title:rate" in ran.err
    assert "2 feeds added; 1 view kept: News." in ran.err
    again = lesart("opml", "import", "-", stdin=b'"query:News:unread = \\"yes\\""\n')
    assert "there is a view of this name, which was left as it is" in again.err
    with Store.open(tmp_path / "library.sqlite") as store:
        assert store.settings.saved_queries() == [("News", "in:news title:rate")]
        feed = store.feeds.by_url("https://a.example/")
        other = store.feeds.by_url("https://b.example/")
        for number, one in enumerate((feed, other)):
            store.articles.add(Draft(f"T{number}", "Words.", feed_id=one.id), now=NOW)
        found = store.search.ids(parse_query("in:news", date(2026, 1, 1)))
        assert [store.articles.get(id).title for id in found] == ["T0"]


@pytest.mark.parametrize("words", [["opml", "import", "/nowhere"], ["feeds", "rename", "9", "x"],
                                   ["feeds", "pause"], ["opml", "import", "-"]])  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_line(lesart: Lesart, words: list[str]) -> None:
    ran = lesart(*words, stdin=b"<html>")
    assert ran.status != 0
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_a_muted_feed_brings_articles_that_nobody_has_to_read(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1", "First"), title="Loud")))
    assert "is muted until " in lesart("feeds", "mute", "1", "7d").out
    site.put("/a", feed_of(Item("1", "First"), Item("2", "Second"), title="Loud"))
    lesart("refresh")
    assert "First" in lesart("list", "is:unread").out
    assert "Second" not in lesart("list", "is:unread").out
    assert "Second" in lesart("list").out
    assert "muted" in lesart("feeds").out
    assert "not muted" in lesart("feeds", "mute", "1", "off").out
    site.put("/a", feed_of(Item("3", "Third"), title="Loud"))
    lesart("refresh")
    assert "Third" in lesart("list", "is:unread").out


def test_a_feed_is_visited_as_often_as_the_reader_says(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    assert "every 6h" in lesart("feeds", "every", "1", "6h").out
    assert "Nothing is due" in lesart("refresh", "--due").err
    lesart("refresh")
    health = json.loads(lesart("feeds", "--health", "--json").out)
    gap = [date.fromisoformat(health[name][:10]) for name in ("visited", "next_visit")]
    assert health["every"] == 6 * 3600
    assert (gap[1] - gap[0]).days <= 1
    assert "own rhythm" in lesart("feeds", "every", "1", "auto").out
    assert json.loads(lesart("feeds", "--json").out)["every"] is None


def test_a_feed_that_lives_elsewhere_is_given_its_new_address(lesart: Lesart, site: Site) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    site.put("/a", "", 410)
    lesart("refresh")
    assert "gone" in lesart("feeds").out
    ran = lesart("feeds", "address", "1", site.put("/b", feed_of(Item("2", "Second"))))
    assert (ran.status, "lives at" in ran.out) == (0, True)
    assert lesart("refresh").out == "1 feed, 1 new article.\n"
    lesart("add", site.put("/c", feed_of(Item("3"), title="Third feed")))
    ran = lesart("feeds", "address", "1", site.url("/c"))
    assert ran.status == 2
    assert "Third feed has this address already" in ran.err


def test_folders_are_a_tree_and_are_renamed_with_all_that_is_in_them(
    lesart: Lesart, site: Site, tmp_path: Path
) -> None:
    lesart("add", site.put("/a", feed_of(Item("1", "In paper"), title="Paper")), "--folder", "News")
    lesart(
        "add", site.put("/b", feed_of(Item("2"), Item("3"), title="Town")), "--folder", "News/Local"
    )
    lesart("add", site.put("/c", feed_of(Item("4"), title="Tagged")), "--tag", "sport")
    tree = [line.rstrip() for line in lesart("feeds", "--tree").out.splitlines()]
    assert [" ".join(line.split()) for line in tree] == [
        "3/3 News/", "2/2 Local/", "2/2 Town", "1/1 Paper", "1/1 sport/", "1/1 Tagged",
    ]  # fmt: skip
    assert len(lesart("list", "in:News").lines) == 3
    assert len(lesart("list", "in:News/Local").lines) == 2
    assert len(lesart("list", "in:New").lines) == 0
    assert "2 feeds moved" in lesart("feeds", "rename-folder", "News", "Politics/Home").out
    assert len(lesart("list", "in:Politics").lines) == 3
    assert len(lesart("list", "in:Politics/Home/Local").lines) == 2
    assert lesart("feeds", "rename-folder", "News", "x").status == 2
    lesart("feeds", "rename-folder", "Politics/Home", "")
    folders = [json.loads(line)["folder"] for line in lesart("feeds", "--json").lines]
    assert sorted(folders) == ["", "", "Local"]
    (tmp_path / "old.txt").write_text("Old words about nothing.")
    lesart("import", "--folder", "Papers/Old", tmp_path / "old.txt")
    assert [len(lesart("list", f"in:{name}").lines) for name in ("Papers", "Papers/Old", "Paper")] == [
        1, 1, 0,
    ]  # fmt: skip


def test_one_feed_is_asked_for_by_its_number_whatever_others_are_called(
    lesart: Lesart, site: Site
) -> None:
    lesart("add", site.put("/a", feed_of(Item("1", "In paper"), title="Paper")))
    lesart("add", site.put("/b", feed_of(Item("2", "In sport"), title="Paper Sport")))
    assert len(lesart("list", "from:Paper").lines) == 2
    [line] = lesart("list", "from:#1").lines
    assert "In paper" in line


@pytest.mark.parametrize("words", [
    ["every", "1", "1s"], ["every", "1", "often"], ["every", "1", "99w"], ["mute", "1", "1999-01-01"],
    ["mute", "1", "soon"], ["address", "1", "no address"], ["address", "1", "file:///etc/passwd"],
])  # fmt: skip
def test_a_wish_that_cannot_be_had_changes_nothing_and_says_why(
    lesart: Lesart, site: Site, words: list[str]
) -> None:
    lesart("add", site.put("/a", feed_of(Item("1"))))
    before = lesart("feeds", "--json").out
    ran = lesart("feeds", *words)
    assert ran.status != 0
    assert ran.err.count("\n") == 1
    assert lesart("feeds", "--json").out == before


def test_whatever_a_folder_or_tag_is_called_a_query_can_say_it(
    lesart: Lesart, tmp_path: Path
) -> None:
    listed = (
        "<opml version='2.0'><body><outline text='My &quot;own&quot; A/B'>"
        "<outline text='A' xmlUrl='https://a.example/'/></outline></body></opml>"
    )
    lesart("opml", "import", "-", stdin=listed.encode())
    lesart("opml", "import", "-", stdin=b'https://b.example/ \'a "b" c\' "~B"\n')
    with Store.open(tmp_path / "library.sqlite") as store:
        for number in (1, 2):
            store.articles.add(Draft(f"T{number}", f"Words {number}.", feed_id=number), now=NOW)
        for number, folder in ((1, "My ”own” A∕B"), (2, "a ”b” c")):
            found = store.search.ids(parse_query(f'in:"{folder}"', date(2026, 1, 1)))
            assert [store.articles.get(one).title for one in found] == [f"T{number}"]
