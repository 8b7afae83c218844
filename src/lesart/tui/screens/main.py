"""The main screen: its panes, its modes, and the one place where keys become commands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical

from lesart.translations import _
from lesart.tui.commands import BY_ID, bindings, key_names
from lesart.tui.controllers.bars import BarController
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.pane_widths import KEY, widths_from
from lesart.tui.key_sequences import sequences, singles
from lesart.tui.screens.pane_news import PaneNews
from lesart.tui.widgets.article_list import ArticleList
from lesart.tui.widgets.bars import Bar, Hints
from lesart.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from lesart.tui.commands import Command
    from lesart.tui.controllers.annotating import AnnotatingController
    from lesart.tui.controllers.controller import Handlers
    from lesart.tui.controllers.reading import ReadingController
    from lesart.tui.widgets.reader import Reader

_HELD_SECONDS = 0.15
_LATER = Path(__file__).parents[1] / "later.tcss"


class Main(PaneNews):
    """List, reader, facts. What happens in them is the controllers' business; here it is passed on."""

    BINDINGS = bindings()  # type: ignore[assignment]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide"), (180, "-very-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "#list"

    _moved_at = 0.0

    def compose(self) -> ComposeResult:
        program = self.program
        rows = ArticleList(
            formats=program.formats, glyphs=program.glyphs, now=program.now, id="list"
        )
        top, status, hints = (
            Bar(id="top"),
            Bar(id="status"),
            Hints(program.commands, program.keys, id="hints"),
        )
        self._preview_pane = Preview(program.formats)
        self.listing = ListController(self, rows)
        self.bars = BarController(self, self.listing, top, status, hints)
        yield top
        with Horizontal(id="panes"):
            with Vertical(id="list-pane") as list_pane:
                # Before the first frame, else the list would move after it.
                wide = widths_from(program.store.settings.get(KEY)).get("list")
                if wide is not None and self.has_list_beside:
                    list_pane.styles.width = wide
                yield rows
                yield self._preview_pane
            yield Vertical(id="read-pane")
        yield status
        yield hints

    def on_mount(self) -> None:
        self.program.use_keys(self, self.listing.rows)
        self.listing.start()
        self.call_after_refresh(self.mount_deferred_panes)

    def mount_deferred_panes(self) -> None:
        """Put in what the first frame does not need: it is the list that a person waits for."""
        if self.has_deferred_panes:
            return
        self.program.stylesheet.read(_LATER)
        from lesart.tui.background.garbage import Pauses
        from lesart.tui.controllers.prefix_keys import Hands
        from lesart.tui.controllers.shown_article import ReadingPanes
        from lesart.tui.controllers.wiring import Widgets, open_controllers
        from lesart.tui.widgets.facts_panel import FactsPanel
        from lesart.tui.widgets.line import Line
        from lesart.tui.widgets.note_editor import NoteEditor
        from lesart.tui.widgets.query_line import QueryLine
        from lesart.tui.widgets.reader import Reader
        from lesart.tui.widgets.source_list import SourceList
        from lesart.tui.widgets.which_key import WhichKey

        program = self.program
        looks: dict[str, Any] = {"formats": program.formats, "glyphs": program.glyphs}
        query = QueryLine(
            _("search all articles"), "query",
            lambda: self.the.searching.finish(), lambda step: self.the.searching.completing.take(step),
        )  # fmt: skip
        find = Line(_("find in this article"), "find", lambda: self.the.reading.finish_find())
        panel = FactsPanel(meanings=program.config.colours, id="facts", **looks)
        reader, editor = Reader(id="reader", **looks), NoteEditor()
        sources = SourceList(id="sources", glyphs=program.glyphs)
        box, tour = WhichKey(), Container(id="tour")
        widgets = Widgets(
            self,
            query,
            sources,
            self._preview_pane,
            ReadingPanes(reader, panel, find),
            editor,
            box,
            tour,
        )
        hands = Hands(self.do, self._move, self._motions, self._pane)
        self.the = open_controllers(self, self.listing, self.bars, widgets, hands)
        self.has_deferred_panes = True
        self.query_one("#list-pane").mount(query, before=0)
        self.query_one("#panes").mount(sources, before=0)
        self.query_one("#panes").mount(panel)
        self.query_one("#read-pane").mount(reader, find, editor)
        self.mount(box)
        self.mount(tour, before="#status")
        program.use_keys(reader, panel, sources)
        self._begin()
        program.pauses = Pauses(program)

    def _begin(self) -> None:
        """After the first frame: the whole list, then the work that can wait."""
        program, the = self.program, self.the
        self.listing.begin()
        the.panes.apply_widths()
        the.sources.paint()
        if program.problems:
            others = len(program.problems) - 1
            more = _("  ({others} more: ? tells)").format(others=others) if others else ""
            self.tell(f"{program.problems[0]}{more}")
        the.imports.begin()
        the.feed_jobs.begin()
        the.reading.begin()
        the.library_watch.begin()
        if program.config.cursor == "on":
            program.settings_changed()
        if program.notice:
            self.tell(program.notice)

    # ------------------------------------------------------------------ modes and commands

    @property
    def reading(self) -> ReadingController:
        return self.the.reading

    @property
    def annotating(self) -> AnnotatingController:
        return self.the.annotating

    @property
    def handlers(self) -> Handlers:
        return self.the.handlers

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "do":
            return True
        command = BY_ID.get(str(parameters[0]))
        return command is not None and self.mode in command.modes

    def action_do(self, name: str) -> None:
        """Do a command of the registry, by its key."""
        self.do(self._by_key(name))

    def _by_key(self, name: str) -> str:
        """What a key does now: while a search is lit some go on from match to match."""
        if self.has_deferred_panes and self.mode in ("READ", "FACTS"):
            from lesart.tui.presets import WHILE_LIT

            lit = WHILE_LIT.get(self.program.config.preset, {})
            if name in lit and self.the.reading.is_search_lit:
                return lit[name]
        return name

    def take_key(self, event: events.Key) -> bool:
        """Whether a key belongs to a sequence of keys that is typed; else it means what it means alone."""
        if self.app.screen is not self or self.focused is None:
            return False
        if self.focused.id in ("query", "find") and event.key in self._ways_back():
            self.key_escape()  # no letter: it leaves a line that is typed into, too
            return True
        if not self.has_deferred_panes:
            here = [c for c in self.program.commands if "LIST" in c.modes]
            if event.key not in {way[0] for c in here for way in sequences(c.keys)}:
                return False
            self.mount_deferred_panes()
        if self.mode == "READ" and self.the.reading.reader.mode == "HINT":
            return False
        return self.the.prefix_keys.take(event)

    def _ways_back(self) -> list[str]:
        """The keys of one's own for `back` that type nothing: ctrl+g, f7."""
        own = singles(self.program.keys.get("back", ""))
        return [key for key in own if "+" in key or (key[0] == "f" and key[1:].isdigit())]

    def do(self, name: str, argument: str = "") -> None:
        self.mount_deferred_panes()
        if (
            name in ("back", "leave_selection", "leave_sources")
            and self.program.last_key == "escape"
        ):
            if self.the.tour.is_on:
                self.the.tour.leave()
                return
        if name != "remove_samples":
            self.tell("")
        if not self.the.library_watch.holds() and name != "quit":
            self.attempt(self.the.library_watch.look)
        else:
            self.attempt(
                partial(self.the.argument_handlers[name], argument)
                if argument
                else self.the.handlers[name]
            )
        self.the.tour.did(name)
        self.paint_bars()

    # ------------------------------------------------------------------ motions of the pane with the keys

    def _motions(self) -> list[Command]:
        """With the keys that they have now."""
        from lesart.tui.keymap import motions_of

        return motions_of(self.focused, self.program.keys) if self.focused is not None else []

    def _move(self, name: str) -> None:
        """Do a motion by its name."""
        pane = self.focused
        for binding in getattr(pane, "BINDINGS", ()):
            if pane is not None and isinstance(binding, Binding) and binding.id == name:
                self.call_next(pane.run_action, binding.action)

    def _pane(self) -> ArticleList | Reader | None:
        """The pane with the keys, where a motion in it can be taken back."""
        pane, reader = self.focused, self.the.reading.reader
        return pane if isinstance(pane, ArticleList) else reader if pane is reader else None

    # ------------------------------------------------------------------ the list

    @on(ArticleList.Highlighted)
    def _list_moved(self, event: ArticleList.Highlighted) -> None:
        self.paint_bars()
        article_id = event.article_id
        # The preview waits until no next key is to be expected: held down they come thirty times a
        # second, letters of a search about eight times.
        is_held = monotonic() - self._moved_at < _HELD_SECONDS
        pause = 0.3 if self.mode == "SEARCH" else 0.12 if is_held else 0.05
        self._moved_at = monotonic()
        self.debounce("preview", pause, lambda: self._preview(article_id))

    def _preview(self, article_id: int | None) -> None:
        self.mount_deferred_panes()
        if self.the.library_watch.holds():
            self.the.panes.preview(article_id)

    @on(ArticleList.Opened)
    def _list_opened(self, event: ArticleList.Opened) -> None:
        self.mount_deferred_panes()
        self.tell("")
        if self.the.library_watch.holds():
            self.attempt(lambda: self.the.reading.open(event.article_id))

    def on_key(self, event: events.Key) -> None:
        """A key of the article, pressed in the list, says where it works."""
        if self.mode != "LIST":
            return
        meant = [c for c in self.program.commands if event.key in singles(c.keys)]
        if meant and all("LIST" not in c.modes and "READ" in c.modes for c in meant):
            key = key_names(event.key)
            self.tell(
                _("{key} ({label}) works in an article; ⏎ opens this one.").format(
                    key=key, label=meant[0].label
                )
            )
