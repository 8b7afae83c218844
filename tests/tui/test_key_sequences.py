"""Keys typed one after another: what they lead to, what can follow, and sets of keys to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesart.config import read_config
from lesart.translations import use
from lesart.tui.commands import COMMANDS, key_names
from lesart.tui.key_sequences import SequenceTable
from lesart.tui.keymap import clashes_of, read_keys
from lesart.tui.presets import PRESETS
from tests.tui.conftest import screen_text, until


async def begin(pilot, app, *keys):
    await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 3)
    await pilot.press(*keys)


# ------------------------------------------------------------------ sequences


async def test_g_and_a_letter_lead_to_a_list_and_the_cursor_is_where_it_was_on_the_way_back(
    make_app,
):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "j", "g", "a")
        await until(pilot, lambda: app.main.listing.view.name == "All")
        await pilot.press("less_than_sign")
        await until(pilot, lambda: app.main.listing.view.name == "Unread")
        assert (
            app.main.listing.rows.cursor_index == 1
        )  # g alone went to the first row, and was taken back


async def test_g_alone_goes_to_the_start_at_once_and_any_other_key_means_what_it_means(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "G")
        assert app.main.listing.rows.cursor_index == 2
        await pilot.press("g")
        assert app.main.listing.rows.cursor_index == 0
        await pilot.press("j")
        assert app.main.listing.rows.cursor_index == 1
        await pilot.press("g", "g")
        assert app.main.listing.rows.cursor_index == 0


async def test_a_box_says_what_can_follow_and_goes_when_it_does(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "g")
        await until(pilot, lambda: "Starred" in screen_text(app) and "g …" in screen_text(app))
        await pilot.press("s")
        await until(pilot, lambda: app.main.listing.view.name == "Starred")
        assert "g …" not in screen_text(app)
        await pilot.press("P")
        await until(pilot, lambda: "P …" in screen_text(app))
        await pilot.press("escape")
        assert "P …" not in screen_text(app)
        assert app.main.listing.view.name == "Starred"  # esc left the box and nothing else


async def test_a_slip_after_a_key_that_begins_others_does_nothing(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "g")
        for keys, told in (
            (("z", "d"), "zd leads nowhere."),
            (("z", "s"), "zs"),
            (("g", "p"), "gp"),
        ):
            await pilot.press(*keys)
            await until(pilot, lambda told=told: told in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("g", "D")
        await until(pilot, lambda: "gD leads nowhere." in screen_text(app))
        assert app.store.articles.count() == 3
        assert not [a for a in app.store.articles.headlines([1, 2, 3]) if a.is_starred]


async def test_a_box_comes_also_where_no_pane_has_the_keys_any_more(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "g")
        app.main.set_focus(None)  # as when the program is left, or a pane is taken away
        await until(pilot, lambda: "g …" in screen_text(app))


async def test_no_box_where_the_settings_want_none(make_app):
    app = make_app(key_hints="off")
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "P")
        await pilot.pause(0.7)
        assert "P …" not in screen_text(app)
        await pilot.press("minus")
        await until(pilot, lambda: "P- leads nowhere." in screen_text(app))


async def test_a_key_that_does_something_alone_does_it_when_nothing_or_another_key_follows(
    make_app,
):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "apostrophe")
        await until(pilot, lambda: "Views" in screen_text(app))
        await pilot.press("escape", "apostrophe", "down", "enter")
        await until(pilot, lambda: app.main.listing.view.name == "All")


async def test_keys_of_a_label_are_no_sequence(make_app):
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, app, "enter", "semicolon")
        await until(pilot, lambda: app.main.reading.reader.mode == "HINT")
        await pilot.press("g")
        assert app.main.reading.reader.mode in ("HINT", "READ")
        await pilot.pause(0.7)
        assert "g …" not in screen_text(app)


def test_a_table_knows_what_follows_and_takes_a_letter_where_one_is_taken():
    table = SequenceTable(
        [(("g", "x"), "browser"), (("P", "letter"), "mark"), (("a", "b", "c"), "abc")]
    )
    assert table.begins(("a", "b"))
    assert not table.begins(("g", "x"))
    assert table.at(("P", "ü"), "ü") == ("mark", "ü")
    assert table.at(("P", "full_stop"), ".") is None
    assert table.after(("a",)) == [(("b", "c"), "abc")]


# ------------------------------------------------------------------ presets


@pytest.mark.parametrize("preset", PRESETS)
def test_in_a_preset_no_key_means_two_things_that_it_does_not_mean_in_all(preset):
    assert [told for told in clashes_of(preset) if told not in clashes_of("vim")] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_in_a_preset_every_command_has_a_key_or_a_name_on_the_command_line(preset):
    keys, problems = read_keys({}, preset)
    assert problems == []
    assert [c.id for c in COMMANDS if not keys.get(c.id, c.keys) and not c.says] == []
    assert keys.get("command_line", "colon")


@pytest.mark.parametrize(
    ("written", "preset", "own"),
    [
        ('keys = "emacs"', "emacs", {}),
        ('keys = "newsboat"', "newsboat", {}),
        ('[keys]\npreset = "emacs"\nstar = "f6"', "emacs", {"star": "f6"}),
        ('[keys]\nstar = "f6"', "vim", {"star": "f6"}),
    ],
)
def test_a_preset_is_named_alone_or_with_keys_of_ones_own(written, preset, own, tmp_path):
    config = read_config(written, {}, tmp_path)
    assert (config.preset, dict(config.keys), config.problems) == (preset, own, ())


@pytest.mark.parametrize(
    ("wanted", "preset", "says"),
    [
        ({"star": "N"}, "newsboat", "The key N is taken (read/unread); “star” stays on s."),
        ({"star": "P"}, "vim", "The key P is taken (put a place mark); “star” stays on s."),
        ({"star": "g x"}, "vim", "The key gx is taken (browser); “star” stays on s."),
        ({"star": "ctrl+x ctrl+c"}, "emacs", "is taken (quit)"),
        ({"star": "g letter x"}, "vim", "is no key for “star”"),
        ({"star": "hyper+"}, "vim", "is no key for “star”"),
    ],
)
def test_what_clashes_with_a_preset_or_a_sequence_is_told(wanted, preset, says):
    keys, [problem] = read_keys(wanted, preset)
    assert keys == dict(PRESETS[preset])
    assert says in problem


async def test_newsboats_keys_are_the_programs_footer_and_help(make_app):
    app = make_app(preset="newsboat")
    async with app.run_test(size=(120, 40)) as pilot:
        await begin(pilot, app)
        assert "N read/unread" in screen_text(app)
        await pilot.press("N")
        await until(pilot, lambda: app.main.listing.rows.headline.is_read)
        await pilot.press("l")  # shows what is read, too, as it does there
        await until(pilot, lambda: app.main.listing.view.name == "All")
        assert not app.main.is_reading
        await pilot.press("question_mark")
        await until(pilot, lambda: "Keys · LIST" in screen_text(app))
        assert "Q ctrl+q" in screen_text(app)


async def test_emacs_keys_move_open_and_leave(make_app):
    app = make_app(preset="emacs")
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "n", "ctrl+n")
        assert app.main.listing.rows.cursor_index == 2
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.main.listing.rows.cursor_index == 1)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.is_reading)
        await pilot.press("ctrl+@")
        await until(pilot, lambda: app.main.mode == "SELECT")
        await pilot.press("alt+f", "ctrl+g", "ctrl+g")
        await until(pilot, lambda: not app.main.is_reading)
        await pilot.press("ctrl+x", "ctrl+c")
        await until(pilot, lambda: app.is_leaving)


async def test_a_key_of_ones_own_leaves_the_other_command_of_the_former_key_alone(make_app):
    app = make_app(keys={"changes": "f6"})  # D in an article; in the list D is something else
    async with app.run_test(size=(100, 30)) as pilot:
        await begin(pilot, app, "D")
        await until(pilot, lambda: "sample" in screen_text(app))


def preset_table() -> str:
    """The README's table: what newsboat's and Emacs' keys are where they are not Vim's."""
    keys = {name: read_keys({}, name)[0] for name in ("newsboat", "emacs")}
    lines = ["|---|---|---|---|"]
    for command in COMMANDS:
        if any(command.id in table for table in keys.values()):
            shown = [
                command.keys,
                *(table.get(command.id, command.keys) for table in keys.values()),
            ]
            cells = [in_code(key_names(one)) if one else "" for one in shown]
            lines.append(f"| {command.label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def in_code(keys: str) -> str:
    mark = "``" if "`" in keys else "`"
    return f"{mark}{keys}{mark}".replace("|", "\\|")


def test_the_readme_shows_the_keys_of_each_preset():
    house = Path(__file__).parents[2]
    readmes = {"en": house / "README.md"}
    for path in house.glob("src/lesart/translations/README.*.md"):
        readmes[path.name.split(".")[1]] = path
    for language, path in readmes.items():
        use(language)
        assert preset_table() in path.read_text(encoding="utf-8"), path.name


async def test_sentences_name_the_keys_that_there_are_now(make_app):
    app = make_app(preset="newsboat", keys={"notes": "%", "reader.next_mark": "T"})
    async with app.run_test(size=(120, 30)) as pilot:
        await begin(pilot, app, "enter", "T", "v", "1")
        await until(pilot, lambda: "U takes it back." in screen_text(app))
        await pilot.press("U", "M")
        await until(pilot, lambda: "(%, then T finds the next)" in screen_text(app))
        await pilot.press("d")
        await until(pilot, lambda: "in the list, D deletes articles" in screen_text(app))
