"""Steps are taken back from the last, done again, and gone when something new is done."""

from __future__ import annotations

from lesart.tui.undo import MOST, History
from tests.tui.conftest import screen_text, until


def test_steps_go_back_and_forth_in_their_order():
    history, log = History(), []
    for name in "ab":
        history.did(name, lambda n=name: log.append(f"-{n}"), lambda n=name: log.append(f"+{n}"))
    assert [history.undo(), history.undo(), history.undo()] == ["b", "a", None]
    assert [history.redo(), history.redo(), history.redo()] == ["a", "b", None]
    assert log == ["-b", "-a", "+a", "+b"]


def test_what_was_undone_cannot_be_done_again_after_a_new_step():
    history = History()
    history.did("old", lambda: None, lambda: None)
    history.undo()
    history.did("new", lambda: None, lambda: None)
    assert history.redo() is None
    assert [history.undo(), history.undo()] == ["new", None]


def test_a_step_that_came_to_nothing_is_not_there():
    history = History()
    history.did("one", lambda: None, lambda: None)
    two = history.did("two", lambda: None, lambda: None)
    history.forget(two)
    assert [history.undo(), history.undo()] == ["one", None]
    history.forget(two)
    undone = history.did("three", lambda: None, lambda: None)
    history.undo()
    history.forget(undone)
    assert history.redo() is None


def test_a_step_whose_undoing_failed_can_be_undone_once_more():
    history, log = History(), []
    step = history.did("one", lambda: log.append("-"), lambda: log.append("+"))
    history.undo()
    history.turn_back(step)
    assert history.redo() is None
    assert history.undo() == "one"
    history.redo()
    history.turn_back(step)
    assert (history.redo(), log) == ("one", ["-", "-", "+", "+"])


def test_only_so_many_are_remembered():
    history = History()
    for number in range(MOST + 5):
        history.did(str(number), lambda: None, lambda: None)
    undone = [history.undo() for _ in range(MOST + 5)]
    assert undone[:MOST][-1] == "5"
    assert undone[MOST:] == [None] * 5


def test_nothing_of_a_former_library_is_undone_or_done_again():
    history = History()
    for name in ("one", "two"):
        history.did(name, lambda: None, lambda: None)
    history.undo()
    history.clear()
    assert (history.undo(), history.redo()) == (None, None)


async def test_undo_says_how_it_is_now(make_app):
    """Never only what was done: "Undone: Starred." could mean either."""
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 3)
        for key, told, undone in (
            ("s", "Starred.", "It has no star again."),
            ("m", "Marked read.", "Unread again."),
            ("A", "marked read; u takes it back.", "What was unread is unread again."),
            ("d", "Deleted. u takes it back.", "What was deleted is back."),
        ):
            await pilot.press(key)
            await until(pilot, lambda told=told: told in screen_text(app))
            await pilot.press("u")
            await until(pilot, lambda undone=undone: f"Undone: {undone}" in screen_text(app))
