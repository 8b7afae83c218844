"""A dialog that is left in the moment in which it opens, or with the whole program, ends nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App

from lesart.tui.screens.command_line import CommandLine
from lesart.tui.screens.dialogs import Ask, Choose, Confirm, Form, Notice

DIALOGS: dict[str, Callable[[], object]] = {
    "line": lambda: CommandLine(lambda *_: [], []),
    "question": lambda: Confirm("Really?"),
    "answer": lambda: Ask("Name?"),
    "choice": lambda: Choose("Which?", ["one", "two"]),
    "form": lambda: Form("Feed", {"title": "Title"}, {}),
    "notice": lambda: Notice("Note", "Words."),
}


@pytest.mark.parametrize("leave", ["quit", "close"])
@pytest.mark.parametrize("kind", DIALOGS)
async def test_a_dialog_that_is_left_while_it_opens_ends_nothing_else(kind, leave):
    app: App[None] = App()
    async with app.run_test() as pilot:
        app.push_screen(DIALOGS[kind]())
        if leave == "quit":
            app.exit()
        else:
            app.pop_screen()
            await pilot.pause()
            assert len(app.screen_stack) == 1
            await app.push_screen(DIALOGS[kind]())  # and the next one stands there as it should
            assert list(app.screen.query("*"))
    assert not app.return_code
