"""What the panes report, passed on to the controller whose business it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.translations import _
from lesart.tui.screens.screen_context import ScreenContext
from lesart.tui.widgets.mark_names import marks_named

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Input

    from lesart.tui.commands import Mode
    from lesart.tui.widgets.article_list import ArticleList
    from lesart.tui.widgets.facts_panel import FactsPanel
    from lesart.tui.widgets.line_list import LineList
    from lesart.tui.widgets.note_editor import NoteEditor
    from lesart.tui.widgets.reader import Reader
    from lesart.tui.widgets.source_list import SourceList


class PaneNews(ScreenContext):
    """Messages of the panes that are there only after the first frame."""

    # The names of these methods say which message they answer; the classes that send them are
    # imported only after the first frame.

    def on_reader_mode_changed(self) -> None:
        self.paint_bars()

    def on_reader_ends_left(self) -> None:
        self.the.marking.left_ends()

    def on_reader_selection_changed(self) -> None:
        self.paint_bars()

    def on_reader_cursor_moved(self, event: Reader.CursorMoved) -> None:
        if event.is_shown:
            self.the.reading.panel.follow(event.offset, event.view)
        else:
            self.the.reading.panel.follow_window(event.view)
        self.paint_bars()

    def on_reader_scrolled(self, event: Reader.Scrolled) -> None:
        self.the.reading.panel.follow_window(event.view)
        self.paint_bars()

    def on_reader_end_reached(self, event: Reader.EndReached) -> None:
        if event.direction > 0:
            says = _("The end; n opens the next unread article.")
            self.tell(self.the.navigation.keyed(says, "next_unread"))

    def on_reader_jumping(self, event: Reader.Jumping) -> None:
        self.the.navigation.jumped_from(event.position)

    def on_article_list_jumping(self, event: ArticleList.Jumping) -> None:
        if self.has_deferred_panes:
            self.the.navigation.jumped_from_row(event.article_id)

    def on_reader_marks_exhausted(self, event: Reader.MarksExhausted) -> None:
        marks = marks_named(event.kind, 2)
        if event.direction < 0:
            self.tell(_("No more {marks} above.").format(marks=marks))
        elif event.kind == "matches":
            key = self.the.navigation.key_of("next_article")
            says = _("No more {marks} below; {key} opens the next article.")
            self.tell(says.format(marks=marks, key=key))
        else:
            self.tell(_("No more {marks} below.").format(marks=marks))

    def on_reader_link_chosen(self, event: Reader.LinkChosen) -> None:
        if event.how == "copy":
            self.copy(event.url, _("The link"))
        else:
            self.the.reading.open_url(event.url)

    def on_facts_panel_highlighted(self, event: FactsPanel.Highlighted) -> None:
        if event.span is not None:
            self.the.reading.reader.jump_to(event.span)

    def on_facts_panel_chosen(self, event: FactsPanel.Chosen) -> None:
        from lesart.model.annotation import Annotation

        if event.span is not None:
            self.the.reading.reader.jump_to(event.span)
            self.the.reading.reader.focus()
        elif isinstance(event.fact, Annotation):
            self.the.annotating.do_note()

    def on_facts_panel_tab_opened(self, event: FactsPanel.TabOpened) -> None:
        self.the.reading.reader.kind = event.tab

    def on_paste(self, event: events.Paste) -> None:
        """Pasted where nothing is typed: a file dropped on the window, or an address."""
        if self.has_deferred_panes and self.mode in ("LIST", "SOURCES", "READ", "FACTS"):
            self.the.feed_jobs.dropped(event.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "query":
            self.the.searching.typed(event.value)
        elif event.input.id == "find" and event.input.has_class("shown"):
            self.the.reading.found(event.value)

    def on_note_editor_typed(self, event: NoteEditor.Typed) -> None:
        self.the.annotating.typed(event.text)

    def on_note_editor_left(self, event: NoteEditor.Left) -> None:
        self.the.annotating.left(event.text)
        self.paint_bars()

    def on_note_editor_saved(self, event: NoteEditor.Saved) -> None:
        self.the.annotating.saved(event.text)
        self.paint_bars()

    def on_line_list_highlighted(self) -> None:
        self.paint_bars()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        self.the.sources.open(event.value)

    def on_source_list_folded(self, event: SourceList.Folded) -> None:
        self.the.sources.folded(event.folded)

    def on_source_list_left(self) -> None:
        self.the.sources.leave()

    def on_descendant_focus(self) -> None:
        if self.has_deferred_panes:
            self._arrived(self.mode)
        self.paint_bars()

    def _arrived(self, mode: Mode) -> None:
        """The focus went to another pane, whatever took it there: a key, the mouse, a narrower window."""
        if mode == "SOURCES":
            self.the.sources.arrived()
        elif mode in ("READ", "SELECT", "FACTS") and not self.is_reading:
            # An article shown beside the list: who goes there reads it, and gets back by the same keys.
            self.the.panes.enter_article()

    def on_resize(self) -> None:
        """Other panes fit now: the keys go to one that is there, the article to where it shows."""
        if self.has_deferred_panes:
            self.debounce("panes", 0.1, self.the.panes.fitted)

    def key_escape(self) -> None:
        """Out of a text line, one step back; everywhere else `back` is a command."""
        if self.focused is not None and self.focused.id == "query":
            self.the.searching.leave()
        elif self.focused is not None and self.focused.id == "find":
            self.the.reading.leave_find()
