"""Commands typed by name: found, completed, remembered; a mistake is answered by a sentence."""

from __future__ import annotations

import os
import stat

import pytest
from textual import events

from lesart.store import Store
from lesart.tui.background.command_history import MOST, add_to_history, history_file, read_history
from lesart.tui.background.path_words import paths_like
from lesart.tui.command_words import understood
from lesart.tui.commands import COMMANDS
from tests.tui.conftest import screen_text, until
from tests.tui.test_key_sequences import begin

SPELT = {
    " ": "space",
    ":": "colon",
    "/": "slash",
    ".": "full_stop",
    "_": "underscore",
    "-": "minus",
}

SPELT_BACK = {name: sign for sign, name in SPELT.items()}


async def type_line(pilot, app, line, *, then=("enter",)):
    """`:` and a line, as a person types it."""
    await pilot.press("colon")
    await until(pilot, lambda: bool(app.screen.query("#command")))
    await pilot.press(*(SPELT.get(letter, letter) for letter in line), *then)


def typed_in(app) -> str:
    return app.screen.query_one("#command").value


# ------------------------------------------------------------------ what a line says


@pytest.mark.parametrize(
    ("line", "id", "argument"),
    [
        ("q", "quit", ""),
        (":quit!", "quit", ""),
        ("next-unread", "next_unread", ""),
        ("tag  rates  ecb ", "tag", "rates  ecb"),
        ("color red", "colour", "red"),
        ("exp md notes", "export", "md notes"),
        ("/bank is:unread", "search_all", "bank is:unread"),
    ],
)
def test_a_line_names_a_command_and_what_is_said_to_it(line, id, argument):
    said = understood(line, COMMANDS)
    assert (said.command.id, said.argument) == (id, argument)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("hilight", "did you mean :highlight?"),
        ("subscriptions", "There is no command “subscriptions”"),
        ("ref", "may be refresh_feed, refresh_all"),
        ("star twice", ":star takes nothing behind it"),
        ("!rm -rf", "No shell is run"),
        ("w", "stored at once"),
        ("%%", "is no command"),
    ],
)
def test_a_line_that_says_nothing_is_answered_by_a_sentence(line, says):
    assert says in understood(line, COMMANDS)


def test_every_command_is_understood_by_its_name():
    assert [c.id for c in COMMANDS if understood(c.id, COMMANDS).command is not c] == []


# ------------------------------------------------------------------ on the screen


async def test_commands_are_done_by_name_with_what_belongs_to_them(make_app, library, tmp_path):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await type_line(pilot, app, "3")
        await until(pilot, lambda: app.main.listing.rows.cursor_index == 2)
        await type_line(pilot, app, "tag fest berlin")
        await until(pilot, lambda: set(_tags(library, 3)) == {"fest", "berlin"})
        await type_line(pilot, app, "set theme light")
        await until(pilot, lambda: app.theme == "lesart-light")
        await type_line(pilot, app, "search truppen")
        await until(pilot, lambda: len(app.main.listing.rows) == 1)
        await type_line(pilot, app, "open")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("V")
        await type_line(pilot, app, "colour red")
        await until(pilot, lambda: _colours(library) == ["red"])
        await type_line(pilot, app, f"export md {tmp_path}/out")
        await until(pilot, lambda: any((tmp_path / "out").glob("*.md")), 60)
        await type_line(pilot, app, "q")
        await until(pilot, lambda: app.is_leaving)


async def test_what_cannot_be_done_here_or_at_all_is_told(make_app):
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await begin(pilot, app)
        for line, says in (
            ("figures", ":figures works in READ, FACTS; this is LIST."),
            ("nonsense", "There is no command “nonsense”"),
            ("set theme puce", "There is no theme “puce”"),
            ("set wings on", "“wings” cannot be set here"),
            ("view nowhere", "No view is called just “nowhere”"),
            ("open ftp//x", "Only http and https"),
            ("colour puce", "There is no colour “puce”"),
            ("macro r", "There is no macro r"),
            ("open_with mpv", "No program “mpv” is named"),
        ):
            await type_line(pilot, app, line)
            await until(pilot, lambda says=says: says in screen_text(app))


async def test_tab_completes_names_and_what_belongs_to_them_and_esc_leaves(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await type_line(pilot, app, "the", then=())
        await until(pilot, lambda: "Switch between the dark" in screen_text(app))
        await pilot.press("tab")
        assert typed_in(app) == "theme "
        await pilot.press(*"lesart", "tab")
        assert typed_in(app) == "theme lesart-"
        await pilot.press("tab")
        assert typed_in(app) == "theme lesart-colourblind-dark"
        await pilot.press("tab")
        assert typed_in(app) == "theme lesart-colourblind-light"
        await pilot.press("shift+tab", "enter")
        await until(pilot, lambda: "The theme is lesart-colourblind-dark" in screen_text(app))
        await type_line(pilot, app, "subscr", then=())  # another program's word for it
        await until(pilot, lambda: "Add a feed address" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.main.mode == "LIST")


async def test_up_finds_former_lines_also_of_another_day_and_nobody_else_reads_them(
    make_app, library
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        await type_line(pilot, app, "set cursor off")
        await type_line(pilot, app, "tag one")
        await until(pilot, lambda: "Tagged: #one." in screen_text(app))
    path = history_file(library)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    again = make_app()
    async with again.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: again.main.has_deferred_panes)
        await type_line(pilot, again, "", then=("up",))
        assert typed_in(again) == "tag one"
        await pilot.press("up")
        assert typed_in(again) == "set cursor off"
        await pilot.press("down", "down")
        assert typed_in(again) == ""
        await pilot.press("s", "up")
        assert typed_in(again) == "set cursor off"  # of those that begin so


def test_the_history_is_bounded_has_each_line_once_and_no_password(tmp_path):
    path = tmp_path / "history"
    path.write_text("".join(f"tag t{n}\n" for n in range(MOST + 20)))
    add_to_history(path, "tag t30")
    add_to_history(path, "open https://me:secret@example.org/x")
    lines = read_history(path)
    assert len(lines) == MOST
    assert lines[-2:] == ["tag t30", "open https://example.org/x"]
    assert lines.count("tag t30") == 1
    assert [name.name for name in tmp_path.iterdir()] == ["history"]


def test_a_history_that_is_no_file_of_ours_is_none(tmp_path):
    (tmp_path / "real").write_text("tag x\n")
    (tmp_path / "history").symlink_to(tmp_path / "real")
    assert read_history(tmp_path / "history") == []
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x1b[2J tag\n")
    assert all("\x1b" not in line for line in read_history(tmp_path / "bytes"))


def test_paths_are_completed_as_they_were_begun(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "note.md").touch()
    (tmp_path / ".hidden").touch()
    assert paths_like(f"{tmp_path}/no") == [f"{tmp_path}/note.md", f"{tmp_path}/notes/"]
    assert paths_like(f"{tmp_path}/.h") == [f"{tmp_path}/.hidden"]
    assert paths_like(f"{tmp_path}/nowhere/x") == []


# ------------------------------------------------------------------ macros


async def test_a_macro_does_its_commands_one_after_another(make_app, library):
    app = make_app(macros={"r": ("star", "tag later", "set_mark Z"), "x": ("nonsense", "star")})
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "j", "Q", "r")
        await until(pilot, lambda: _tags(library, 2) == ("later",))
        await until(pilot, lambda: "Place mark Z" in screen_text(app))
        with Store.open(library) as store:
            assert store.articles.headlines([2])[0].is_starred
        await pilot.press("Q", "x")  # what is not understood ends it
        await until(pilot, lambda: "There is no command “nonsense”" in screen_text(app))
        with Store.open(library) as store:
            assert store.articles.headlines([2])[0].is_starred


def _tags(library, article_id):
    with Store.open(library) as store:
        return store.articles.tags(article_id)


def _colours(library):
    with Store.open(library) as store:
        return [note.colour for note in store.annotations.of(1)]


async def test_what_is_typed_at_once_behind_the_colon_is_in_the_line_in_its_order(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app)
        for key in ("colon", *"set", "space", *"theme", "space", *"lesart-li", "tab", "enter"):
            key = SPELT.get(key, key)
            letter = SPELT_BACK.get(key, key if len(key) == 1 else None)
            app.post_message(events.Key(key, letter))  # nobody waits in between
        await until(pilot, lambda: app.theme == "lesart-light")
        assert app.main.listing.rows.cursor_index == 0


# ------------------------------------------------------------------ paths


async def test_paths_are_completed_where_one_is_asked_for(make_app, tmp_path):
    (tmp_path / "my notes").mkdir()
    (tmp_path / "my notes" / "feeds.opml").touch()
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "plus")
        await until(pilot, lambda: "Add a feed, or import" in screen_text(app))
        answer = app.screen.query_one("#answer")
        answer.value = f"{tmp_path}/my"
        await pilot.press("tab")
        assert answer.value == f"{tmp_path}/my notes/"
        await pilot.press("tab")
        assert answer.value == f"{tmp_path}/my notes/feeds.opml"
        await pilot.press("escape", "E")
        await until(pilot, lambda: "Take notes out" in screen_text(app))
        to = app.screen.query_one("#field-to")
        to.focus()
        to.value = f"{tmp_path}/m"
        await pilot.press("tab")
        assert to.value == f"{tmp_path}/my notes/"


async def test_a_file_dropped_on_the_window_is_offered(make_app, tmp_path):
    path = tmp_path / "my feeds.opml"
    path.touch()
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await begin(pilot, app)
        app.post_message(events.Paste("no path at all"))
        await pilot.pause()
        assert not app.screen.is_modal
        written = (
            f"'{path}'",
            str(path).replace(" ", "\\ "),
            f"file://{str(path).replace(' ', '%20')}\n",
        )
        for text in (*written, "https://example.org/feed.xml"):
            app.post_message(events.Paste(text))
            await until(pilot, lambda: app.screen.is_modal and bool(app.screen.query("#answer")))
            wanted = text if text.startswith("https") else str(path)
            await until(
                pilot, lambda wanted=wanted: app.screen.query_one("#answer").value == wanted
            )
            await pilot.press("escape")
            await until(pilot, lambda: not app.screen.is_modal)
