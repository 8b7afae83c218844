"""The main screen: its panes, its modes, and the one place where keys become commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from lesart.model.errors import LesartError
from lesart.tui.commands import BY_ID, Mode, bindings, key_names
from lesart.tui.controllers.listing import ListController, View
from lesart.tui.rendering.cells import painted
from lesart.tui.undo import History
from lesart.tui.widgets.article_list import ArticleList
from lesart.tui.widgets.bars import Bar, Hints
from lesart.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.widgets import Input, OptionList

    from lesart.tui.app import LesartApp
    from lesart.tui.controllers.controller import Controller
    from lesart.tui.widgets.facts_panel import FactsPanel
    from lesart.tui.widgets.note_editor import NoteEditor
    from lesart.tui.widgets.reader import Reader


_MODES: dict[str, Mode] = {
    "query": "SEARCH",
    "find": "SEARCH",
    "editor": "SEARCH",
    "facts": "FACTS",
    "sources": "SOURCES",
}
"""The mode by the widget that has the focus; everywhere else it is LIST."""

_HELD_SECONDS = 0.15
_LATER = Path(__file__).parents[1] / "later.tcss"


class Main(Screen[None]):
    """List, reader, facts. What happens in them is the controllers' business; here it is passed on."""

    BINDINGS = bindings()  # type: ignore[assignment]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide"), (180, "-very-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "#list"

    def __init__(self, size: Size) -> None:
        # Set before the first style is computed: adding them later would style everything twice.
        width = [name for least, name in self.HORIZONTAL_BREAKPOINTS if size.width >= least]
        height = [name for least, name in self.VERTICAL_BREAKPOINTS if size.height >= least]
        super().__init__(classes=f"facts-on sources-auto {width[-1]} {height[-1]}")
        self.history = History()
        self._pauses: dict[str, Timer] = {}
        self.is_reading = False
        self.has_deferred_panes = False
        self._moved_at = 0.0

    @property
    def lesart(self) -> LesartApp:
        return cast("LesartApp", self.app)

    def compose(self) -> ComposeResult:
        app = self.lesart
        yield Bar(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="list-pane"):
                yield ArticleList(formats=app.formats, glyphs=app.glyphs, now=app.now, id="list")
                yield Preview(app.formats)
            yield Vertical(id="read-pane")
        yield Bar(id="status")
        yield Hints(id="hints")

    def mount_deferred_panes(self) -> None:
        """Put in what the first frame does not need: it is the list that a person waits for."""
        if self.has_deferred_panes:
            return
        self.has_deferred_panes = True
        self.lesart.stylesheet.read(_LATER)
        self._open_controllers()
        from textual.widgets import OptionList

        from lesart.tui.background.garbage import Pauses
        from lesart.tui.widgets.facts_panel import FactsPanel
        from lesart.tui.widgets.line import Line
        from lesart.tui.widgets.note_editor import NoteEditor
        from lesart.tui.widgets.reader import Reader

        app, panes = self.lesart, self.query_one("#panes")
        self.query_one("#list-pane").mount(
            Line("search all articles", "query", self.listing.finish_search), before=0
        )
        panes.mount(OptionList(id="sources", markup=False), before=0)
        panes.mount(
            FactsPanel(
                formats=app.formats, glyphs=app.glyphs, meanings=app.config.colours, id="facts"
            )
        )
        self.query_one("#read-pane").mount(
            Reader(formats=app.formats, glyphs=app.glyphs, id="reader"),
            Line("find in this article", "find", self.reading.finish_find),
            NoteEditor(),
        )
        self.listing.begin()
        self.navigation.begin()
        self.library_watch.begin()
        if self.lesart.notice:
            self.tell(self.lesart.notice)
        self.lesart.pauses = Pauses(self.lesart)

    def on_mount(self) -> None:
        self.listing = ListController(self)
        self.listing.start()
        self.call_after_refresh(self.mount_deferred_panes)

    def _open_controllers(self) -> None:
        from lesart.tui.controllers.all_notes import AllNotesController
        from lesart.tui.controllers.annotating import AnnotatingController
        from lesart.tui.controllers.controller import handlers_of
        from lesart.tui.controllers.feed_jobs import FeedJobController
        from lesart.tui.controllers.library_watch import LibraryWatch
        from lesart.tui.controllers.marking import Marking
        from lesart.tui.controllers.navigation import NavigationController
        from lesart.tui.controllers.note_editing import NoteEditing
        from lesart.tui.controllers.reading import ReadingController
        from lesart.tui.controllers.triage import TriageController
        from lesart.tui.controllers.verdicts import VerdictController

        self.reading = ReadingController(self)
        self.annotating = AnnotatingController(self)
        self.marking = Marking(self)
        self.note_editing = NoteEditing(self)
        self.verdicts = VerdictController(self)
        self.feed_jobs = FeedJobController(self)
        self.navigation = NavigationController(self)
        self.triage = TriageController(self)
        self.library_watch = LibraryWatch(self)
        controllers: tuple[Controller, ...] = (
            self.listing, self.reading, self.annotating, self.marking, self.note_editing,
            self.verdicts, self.feed_jobs, self.navigation, self.triage, AllNotesController(self),
        )  # fmt: skip
        self.handlers = handlers_of(controllers, BY_ID)
        """What each command does."""

    # ------------------------------------------------------------------ modes and commands

    @property
    def mode(self) -> Mode:
        """What keys mean now, told by where the focus is."""
        place = self.focused.id if self.focused is not None else None
        if place == "reader":
            return "SELECT" if self.reading.reader.mode == "SELECT" else "READ"
        return _MODES.get(place or "", "LIST")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "do":
            return True
        command = BY_ID.get(str(parameters[0]))
        return command is not None and self.mode in command.modes

    def action_do(self, name: str) -> None:
        """Do a command of the registry."""
        self.do(name)

    def do(self, name: str) -> None:
        self.mount_deferred_panes()
        if name != "remove_samples":
            self.tell("")
        if not self.library_watch.holds() and name != "quit":
            self._try(self.library_watch.look)
        else:
            self._try(self.handlers[name])
        self.paint_bars()

    def _try(self, do: Callable[[], Any]) -> None:
        """Do something; what a person can act on is told, and a bug ends the screen, loudly."""
        try:
            do()
        except LesartError as error:
            self.lesart.tell_error(error)

    def tell(self, words: str) -> None:
        """A sentence for the person in the status line; empty takes the last one away."""
        self.query_one("#status", Bar).put(right=words)

    def copy(self, words: str, what: str) -> None:
        self.lesart.copy_to_clipboard(words)
        self.tell(f"{what} was sent to the terminal's clipboard.")

    def debounce(self, name: str, seconds: float, do: Callable[[], None]) -> None:
        """Do it after a pause; a newer call of the same name replaces the one that waits."""
        self.undebounce(name)
        self._pauses[name] = self.set_timer(seconds, lambda: self._try(do))

    def undebounce(self, name: str) -> None:
        timer = self._pauses.pop(name, None)
        if timer is not None:
            timer.stop()

    # ------------------------------------------------------------------ panes

    @property
    def has_list_beside(self) -> bool:
        """Whether list and reader are on screen together."""
        return self.has_class("-wide") or self.has_class("-very-wide")

    def open_reader(self) -> None:
        self.is_reading = True
        self.add_class("reading")
        self.query_one("#reader").focus()
        self.paint_bars()

    def close_reader(self) -> None:
        """Back to the list, the cursor where it was."""
        self.reading.keep_position()
        self.reading.is_opened = False
        self.is_reading = False
        self.remove_class("reading")
        self.query_one("#list").focus()
        self.paint_bars()

    def visit(self, view: View) -> None:
        """Show another list, and remember this one for `<`."""
        self.navigation.remember()
        self.listing.before_search = None
        self.query_one("#query").remove_class("shown")
        if self.is_reading:
            self.close_reader()
        self.listing.show(view)
        self.query_one("#list").focus()

    def chosen_feed(self) -> int | None:
        """The feed of the source under the cursor, else of the article meant."""
        if self.mode == "SOURCES":
            return self.navigation.feed_under_cursor()
        headline = self.listing.target()
        article = self.listing.store.articles.get(headline.id) if headline else None
        return article.feed_id if article else None

    # ------------------------------------------------------------------ bars

    def paint_bars(self) -> None:
        """Bring the lines at the top and bottom up to date."""
        if not self.is_attached or not hasattr(self, "listing"):
            return
        listing = self.listing
        left = Content.assemble(
            ("lesart ", "bold $text-primary"), " ",
            ("read-only  " if self.lesart.store.is_read_only else "", "bold $text-warning"),
            (painted(listing.view.name), "bold"),
            f" {len(listing.rows):,}" if listing.is_whole else " …",
        )  # fmt: skip
        right = [f"{listing.arrived} new · . shows them"] if listing.arrived else []
        if self.has_deferred_panes and self.feed_jobs.progress:
            right.append(self.feed_jobs.progress)
        if self.has_deferred_panes and self.feed_jobs.failed:
            right.append(f"⚠ {self.feed_jobs.failed}")
        self.query_one("#top", Bar).put(left, "  ".join(right))
        self.query_one("#status", Bar).put(left=self._status())
        is_writing = self.focused is not None and self.focused.id == "editor"
        self.query_one("#hints", Hints).show_mode(self.mode, is_writing=is_writing)

    def _status(self) -> Content:
        mode = self.mode
        name = "NOTE" if self.focused is not None and self.focused.id == "editor" else mode
        parts: list[str] = []
        listing = self.listing
        if mode in ("LIST", "SEARCH", "SOURCES") and len(listing.rows):
            total = f"{len(listing.rows):,}" if listing.is_whole else "…"
            parts.append(f"{listing.rows.cursor_index + 1:,}/{total}")
        if mode == "SELECT" and (span := self.reading.reader.selection):
            parts += ["moving ends"] if self.reading.reader.moved is not None else []
            parts.append(f"{span.end - span.start} characters")
        if mode in ("READ", "FACTS"):
            parts.append(f"{self.reading.reader.progress} %")
            parts.append(self.reading.reader.kind)
        parts += listing.problems()[:1]
        return Content.assemble((f" {name} ", "bold reverse"), " ", " · ".join(parts))

    def paint_sources(self) -> None:
        self.navigation.paint_sources()

    # ------------------------------------------------------------------ what the panes report

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

    def on_resize(self) -> None:
        """The article under the cursor may have to move from beside the list to below it."""
        if self.has_deferred_panes:
            self.debounce("preview", 0.1, lambda: self._preview(self.listing.rows.cursor_id))

    def _preview(self, article_id: int | None) -> None:
        self.mount_deferred_panes()
        if self.library_watch.holds():
            self.navigation.preview(article_id)

    @on(ArticleList.Opened)
    def _list_opened(self, event: ArticleList.Opened) -> None:
        self.mount_deferred_panes()
        self.tell("")
        if self.library_watch.holds():
            self._try(lambda: self.reading.open(event.article_id))

    # The names of these methods say which message they answer; the classes that send them are
    # imported only after the first frame.

    def on_reader_mode_changed(self) -> None:
        self.paint_bars()

    def on_reader_ends_left(self) -> None:
        self.marking.left_ends()

    def on_reader_selection_changed(self) -> None:
        self.paint_bars()

    def on_reader_cursor_moved(self, event: Reader.CursorMoved) -> None:
        self.reading.panel.follow(event.offset, event.view)
        self.paint_bars()

    def on_reader_scrolled(self, event: Reader.Scrolled) -> None:
        self.reading.panel.follow(event.view.start, event.view)
        self.paint_bars()

    def on_reader_end_reached(self, event: Reader.EndReached) -> None:
        if event.direction > 0:
            self.tell("The end; n opens the next unread article.")

    def on_reader_marks_exhausted(self, event: Reader.MarksExhausted) -> None:
        self.tell(f"No more {event.kind} {'below' if event.direction > 0 else 'above'}.")

    def on_reader_link_chosen(self, event: Reader.LinkChosen) -> None:
        if event.how == "copy":
            self.copy(event.url, "The link")
        else:
            self.reading.open_url(event.url)

    def on_facts_panel_highlighted(self, event: FactsPanel.Highlighted) -> None:
        if event.span is not None:
            self.reading.reader.jump_to(event.span)

    def on_facts_panel_chosen(self, event: FactsPanel.Chosen) -> None:
        from lesart.model.annotation import Annotation

        if event.span is not None:
            self.reading.reader.jump_to(event.span)
            self.reading.reader.focus()
        elif isinstance(event.fact, Annotation):
            self.annotating.do_note()

    def on_facts_panel_tab_opened(self, event: FactsPanel.TabOpened) -> None:
        self.reading.reader.kind = event.tab

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "query":
            self.listing.typed(event.value)
        elif event.input.id == "find" and event.input.has_class("shown"):
            self.reading.found(event.value)

    def on_note_editor_typed(self, event: NoteEditor.Typed) -> None:
        self.annotating.keep_draft(event.key, event.text)

    def on_note_editor_left(self, event: NoteEditor.Left) -> None:
        self.annotating.left(event.key, event.text)
        self.paint_bars()

    def on_note_editor_saved(self, event: NoteEditor.Saved) -> None:
        self.annotating.saved(event.key, event.text)
        self.paint_bars()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id == "sources":
            self.navigation.open_source(event.option_index)

    def on_descendant_focus(self) -> None:
        self.paint_bars()

    def on_key(self, event: events.Key) -> None:
        """A key of the article, pressed in the list, says where it works."""
        if self.mode != "LIST":
            return
        meant = [c for c in self.lesart.commands if event.key in c.keys.split(",")]
        if meant and all("LIST" not in c.modes and "READ" in c.modes for c in meant):
            key = key_names(event.key)
            self.tell(f"{key} ({meant[0].label}) works in an article; ⏎ opens this one.")

    def key_escape(self) -> None:
        """Out of a text line, one step back; everywhere else `back` is a command."""
        if self.focused is not None and self.focused.id == "query":
            self.listing.leave_search()
        elif self.focused is not None and self.focused.id == "find":
            self.reading.leave_find()
