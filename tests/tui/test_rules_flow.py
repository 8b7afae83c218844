"""Rules and mutes on the screen: make one, try it, do it, take it back; mute what one is reading."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from lesart.services.asking.rules import Rule, rules_of, save_rule
from lesart.store import Store
from lesart.tui.screens.dialogs import Ask, Choose, Form
from lesart.tui.screens.rules import RulesScreen, TrialScreen
from tests.conftest import NOW
from tests.tui.conftest import screen_text, until

SIZE = (120, 30)


def rules(app) -> list[Rule]:
    with Store.open(app.store.path, is_read_only=True) as store:
        return rules_of(store)


def unread(app) -> set[int]:
    with Store.open(app.store.path, is_read_only=True) as store:
        return {h.id for h in store.articles.headlines([1, 2, 3]) if h and not h.is_read}


async def open_rules(pilot, app) -> None:
    await until(pilot, lambda: len(app.main.listing.rows) == 3)
    await pilot.press("g", "r")
    await until(pilot, lambda: isinstance(app.screen, RulesScreen) and app.screen.rows.lines)


async def fill_in(pilot, app, **words: str) -> None:
    """Into the lines of the form that is open."""
    for name, text in words.items():
        line = app.screen.query_one(f"#field-{name}", Input)
        line.focus()
        await until(pilot, lambda line=line: line.has_focus)
        line.value = text


async def test_a_rule_is_made_tried_applied_taken_back_changed_rested_and_removed(make_app):
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_rules(pilot, app)
        assert "None yet: + makes one" in screen_text(app)
        assert "noted, starred or tagged stays for ever" in screen_text(app)
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(app.screen, Form))
        await fill_in(pilot, app, name="Banks")  # enter right after it: a list is no query
        await pilot.press("enter")
        await until(pilot, lambda: "would act on every article" in screen_text(app))
        await fill_in(pilot, app, query="title:rates", action="reed")
        await pilot.press("enter")
        await until(pilot, lambda: "“reed” is no action" in screen_text(app))
        await fill_in(pilot, app, action="read")
        await pilot.press("enter")
        await until(pilot, lambda: "title:rates" in screen_text(app))
        assert rules(app) == [Rule("Banks", "title:rates", "read")]
        await until(pilot, lambda: isinstance(app.screen.rows.value, tuple))
        # tried out: how many, and which; nothing is done
        await pilot.press("enter")
        await until(pilot, lambda: "Rates on hold" in screen_text(app))
        assert isinstance(app.screen, TrialScreen)
        assert "1 article" in screen_text(app)
        assert unread(app) == {1, 2, 3}
        await pilot.press("a")
        await until(pilot, lambda: unread(app) == {1, 3})
        await until(pilot, lambda: "acted on 1 article" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: unread(app) == {1, 2, 3})
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, RulesScreen))
        # off, changed, gone, back
        await pilot.press("x")
        await until(pilot, lambda: "(off)" in screen_text(app))
        assert not rules(app)[0].is_on
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, Form))
        await fill_in(pilot, app, query="title:hold", until="7d")
        await pilot.press("enter")
        await until(pilot, lambda: "title:hold" in screen_text(app))
        changed = Rule("Banks", "title:hold", "read", until=NOW + 7 * 86_400, is_on=False)
        assert rules(app) == [changed]
        await pilot.press("d")
        await until(pilot, lambda: rules(app) == [])
        await until(pilot, lambda: "None yet: + makes one" in screen_text(app))
        await pilot.press("u")
        await until(pilot, lambda: rules(app) == [changed])
        # how long articles stay
        await pilot.press("R")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert "stays for ever" in screen_text(app)
        app.screen.query_one(Input).value = "30d"
        await pilot.press("enter")
        await until(pilot, lambda: "-last:30d is:read -has:tag" in screen_text(app))
        assert rules(app)[-1].is_standing


@pytest.mark.parametrize(
    ("keys", "choice", "query"),
    [("", "this story", "story:1"), ("", "the source", 'from:"Example"'),
     ("enter", "the words", '"Letzte"')],
)  # fmt: skip
async def test_a_story_a_source_or_a_word_is_muted_from_where_one_reads_and_heard_again(
    make_app, keys, choice, query
):
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        if keys:
            await pilot.press(keys)
            await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("g", "m")
        await until(pilot, lambda: isinstance(app.screen, Choose) and choice in screen_text(app))
        if choice == "the words":
            query = screen_text(app).split("the words “")[1].split("”")[0]
            query = f'"{query}"'
        lines = [str(option.prompt) for option in app.screen.query_one("OptionList").options]
        at = next(n for n, line in enumerate(lines) if choice in line)
        await pilot.press(*["j"] * at, "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert "for how long?" in screen_text(app)
        await pilot.press(*"4w", "enter")
        await until(pilot, lambda: len(rules(app)) == 1)
        [rule] = rules(app)
        assert (rule.query, rule.action, rule.until) == (query, "read", NOW + 28 * 86_400)
        await until(pilot, lambda: "Muted:" in screen_text(app))
        await pilot.press("g", "r")
        await until(pilot, lambda: "until 16 Dec" in screen_text(app))
        await pilot.press("d")
        await until(pilot, lambda: rules(app) == [])


async def test_a_muted_feed_stands_among_the_mutes_with_its_end(make_app, library):
    with Store.open(library) as store:
        store.feeds.add("https://quiet.example/rss")
        feed = store.feeds.by_url("https://quiet.example/rss")
        store.feeds.change(feed.id, own_title="Quiet paper", muted_until=NOW + 86_400)
        save_rule(store, Rule("x", "title:rates", "star"), now=NOW, parse=_query)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await open_rules(pilot, app)
        await until(pilot, lambda: "Quiet paper" in screen_text(app))
        assert "come in as read" in screen_text(app)
        assert "until 19 Nov" in screen_text(app)
        await pilot.press("G")
        await until(pilot, lambda: "d lets it be heard again" in screen_text(app))
        await pilot.press("d")
        await until(pilot, lambda: "Quiet paper is heard again" in screen_text(app))
        await until(pilot, lambda: app.store.feeds.get(feed.id).muted_until is None)


def _query(words: str):
    from datetime import date

    from lesart.query import parse_query

    return parse_query(words, date(2026, 11, 18))
