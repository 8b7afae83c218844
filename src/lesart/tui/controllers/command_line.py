"""Commands by their names: typed after `:`, or kept in the settings under a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.model.colours import COLOURS
from lesart.translations import _, ngettext
from lesart.tui.command_words import Said, named, names_for, understood
from lesart.tui.commands import Command, key_names
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.settings_now import SettingsNow
from lesart.tui.controllers.views import STANDING

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.command_line import Completion

Letters = Mapping[str, Callable[[], Sequence[tuple[str, str]]]]
_MOST_STEPS = 50


class CommandLineController(Controller):
    """Understands a line and has it done."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        settings: SettingsNow,
        letters: Letters,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading = listing, reading
        self._settings, self._letters = settings, letters
        self._history: list[str] | None = None
        self._is_in_macro = False

    def handlers(self) -> Handlers:
        return {"command_line": self.do_command_line, "macro": self.do_macro}

    def argument_handlers(self) -> ArgumentHandlers:
        return {"macro": self.play}

    # ------------------------------------------------------------------ the line

    def do_command_line(self, value: str = "") -> None:
        from lesart.tui.background.command_history import history_file, read_history
        from lesart.tui.screens.command_line import CommandLine

        path = history_file(self.app.config.library)
        if self._history is None:
            self._history = read_history(path)
        line = CommandLine(self.completions, self._history, value)
        self.app.push_screen(line, self._typed)

    def _typed(self, line: str | None) -> None:
        if line is None or not line.strip():
            return
        from lesart.tui.background.command_history import MOST, add_to_history, history_file

        line = line.strip()
        self._history = [*(old for old in self._history or [] if old != line), line][-MOST:]
        add_to_history(history_file(self.app.config.library), line)
        self.say(line)

    def say(self, line: str) -> bool:
        """Do what a line says; False where it was not understood, which is told."""
        said = understood(line, self.app.commands)
        if isinstance(said, str):
            self.tell(said)
            return False
        if said.row is not None:
            self._go_to_row(said.row)
        elif said.command is not None:
            return self._do(said, said.command)
        return True

    def _do(self, said: Said, command: Command) -> bool:
        mode = self.context.mode
        if mode not in command.modes and not (said.argument and mode != "SEARCH"):
            places = ", ".join(command.modes)
            self.tell(
                _(":{id} works in {places}; this is {mode}.").format(
                    id=command.id, places=places, mode=mode
                )
            )
            return False
        self.context.do(command.id, said.argument)
        return True

    def _go_to_row(self, row: int) -> None:
        if self.context.mode in ("READ", "SELECT", "FACTS"):
            self._reading.reader.go_to_line(row)
        else:
            self._listing.rows.go_to_row(row)

    # ------------------------------------------------------------------ completing

    def completions(self, line: str) -> Sequence[Completion]:
        """The lines that this one may become, and what each would do."""
        name, space, rest = line.partition(" ")
        if not space:
            found = names_for(name, self.app.commands)
            return [
                (f"{id} " if self._takes(id) else id, self._about(id, says)) for id, says in found
            ]
        command = named(name, self.app.commands)
        if isinstance(command, str) or not command.takes:
            return []
        words = rest.split(" ")
        before, begun = words[:-1], words[-1]
        head = " ".join([name, *before])
        return [
            (f"{head} {word}", says)
            for word, says in self._words(command.id, [w for w in before if w], begun)
            if word.casefold().startswith(begun.casefold())
        ]

    def _takes(self, id: str) -> bool:
        return any(c.takes for c in self.app.commands if c.id == id)

    def _about(self, id: str, says: str) -> str:
        command = next(c for c in self.app.commands if c.id == id)
        keys = key_names(command.keys)
        return "  ".join(filter(None, (command.takes, f"({keys})" if keys else "", says)))

    def _words(self, id: str, before: Sequence[str], begun: str) -> Sequence[tuple[str, str]]:
        """What can be said to a command, as far as that is known."""
        app = self.app
        if id in self._letters:
            return self._letters[id]()
        match id:
            case "tag":
                return [
                    (
                        tag,
                        ngettext("{count} note", "{count} notes", count).format(
                            count=numeral(count)
                        ),
                    )
                    for tag, count in self.store.annotations.tags()
                ]
            case "colour":
                return [(colour, app.config.colours.get(colour, "")) for colour in COLOURS]
            case "export" if not before:
                from lesart.services.exporting.export import FORMATS

                return [(name, _(format_.says)) for name, format_ in FORMATS.items()]
            case "export" | "add":
                from lesart.tui.background.path_words import paths_like

                return [(path, "") for path in paths_like(begun)]
            case "saved_queries":
                saved = self.store.settings.saved_queries()
                return [*((v.shown_name, v.query) for v in STANDING), *saved]
            case "theme":
                return [(name, "") for name in sorted(app.available_themes)]
            case "help":
                return [(c.id, c.says) for c in app.commands]
            case "set":
                return self._settings.words(before)
            case "open_with":
                return [(name, " ".join(argv)) for name, argv in app.config.open_with.items()]
            case "pipe_to":
                return [(name, " ".join(argv)) for name, argv in app.config.pipe_to.items()]
        return ()

    # ------------------------------------------------------------------ macros

    def macro_letters(self) -> Sequence[tuple[str, str]]:
        """The letters that have a macro, and what it does."""
        return [(letter, " · ".join(steps)) for letter, steps in self.app.config.macros.items()]

    def do_macro(self) -> None:
        from lesart.tui.screens.dialogs import Choose

        rows = self.macro_letters()
        if not rows:
            self.tell(
                _("There are no macros; `macros` in the settings puts commands under a letter.")
            )
            return

        def play(index: int | None) -> None:
            if index is not None:
                self.play(rows[index][0])

        self.app.push_screen(Choose(_("Macros"), [f"{key}  {says}" for key, says in rows]), play)

    def play(self, letter: str) -> None:
        """Do the commands under a letter, one after another; the first that cannot be done ends it."""
        steps = self.app.config.macros.get(letter, ())
        if not steps:
            there = ", ".join(self.app.config.macros) or "none"
            self.tell(
                _("There is no macro {letter}; there are: {there}.").format(
                    letter=letter[:20], there=there
                )
            )
        elif self._is_in_macro:
            self.tell(_("A macro begins no other macro."))
        else:
            self._go_on(list(steps[:_MOST_STEPS]))

    def _go_on(self, steps: list[str]) -> None:
        """One step, and the next when what it changed is there."""
        if not steps:
            return
        self._is_in_macro = True
        try:
            if not self.say(steps[0]):
                return
        finally:
            self._is_in_macro = False
        self.app.call_later(self._go_on, steps[1:])
