"""Get around: back and forth, panes, sources, help, leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.content import Content

from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.listing import ALL, NEW, STARRED, UNREAD, View
from lesart.tui.rendering.cells import painted
from lesart.tui.widgets.preview import Preview

if TYPE_CHECKING:
    from textual.widgets import OptionList

    from lesart.tui.screens.main import Main

MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was: which list, on which article, reading it or not."""

    view: View
    cursor_id: int | None
    reading_id: int | None


class NavigationController(Controller):
    """Everything that moves the person, not the articles."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._sources: list[View] = []
        self._feed_ids: list[int | None] = []

    def begin(self) -> None:
        """After the first frame: what the person came for, then the work that can wait."""
        app = self.app
        self.paint_sources()
        if app.problems:
            others = len(app.problems) - 1
            more = f"  ({others} more: ? tells)" if others else ""
            self.tell(f"{app.problems[0]}{more}")
        if app.paths:
            self.main.feed_jobs.import_paths(app.paths)
        elif app.wants_samples:
            self.main.feed_jobs.store_samples()
        else:
            self.main.feed_jobs.want_analysis()

    # ------------------------------------------------------------------ back and forth

    def here(self) -> Place:
        listing, reading = self.main.listing, self.main.reading
        reading_id = reading.article_id if self.main.is_reading else None
        return Place(listing.view, listing.rows.cursor_id, reading_id)

    def remember(self) -> None:
        """Put where we are on the way back."""
        self._back.append(self.here())
        del self._back[:-MOST_PLACES]
        self._forward.clear()

    def forget(self) -> None:
        """The ways back and forth name articles by number: of another library they lead nowhere."""
        self._back.clear()
        self._forward.clear()

    def do_older(self) -> None:
        if not self._back:
            self.tell("Nothing before this.")
            return
        self._forward.append(self.here())
        self._go(self._back.pop())

    def do_newer(self) -> None:
        if not self._forward:
            self.tell("Nothing after this.")
            return
        self._back.append(self.here())
        self._go(self._forward.pop())

    def _go(self, place: Place) -> None:
        if self.main.is_reading:
            self.main.close_reader()
        self.main.listing.show(place.view, place.cursor_id)
        if place.reading_id is not None:
            self.main.reading.open(place.reading_id)

    def do_back(self) -> None:
        main = self.main
        if main.mode == "FACTS":
            main.reading.reader.focus()
        elif main.is_reading:
            main.close_reader()
        elif main.mode == "SOURCES":
            main.listing.rows.focus()
        elif not main.listing.leave_search():
            if self._back:
                self.do_older()
            elif main.app.focused is main.listing.rows and self._is_quit_key():
                self.do_quit()

    def _is_quit_key(self) -> bool:
        """Only `q` quits from the list; esc, h and ← never leave the program."""
        return self.app.last_key == "q"

    def do_quit(self) -> None:
        self.main.reading.keep_position()
        self.main.listing.seen()
        self.app.keep_draft()
        self.app.exit()

    def do_suspend(self) -> None:
        """Give the terminal back to the shell until `fg`."""
        self.app.action_suspend_process()

    def do_leave_selection(self) -> None:
        reader = self.main.reading.reader
        if reader.moved is not None:
            self.main.marking.left_ends()
        reader.clear_selection()

    # ------------------------------------------------------------------ panes

    def do_next_pane(self) -> None:
        self._focus(1)

    def do_previous_pane(self) -> None:
        self._focus(-1)

    def _focus(self, step: int) -> None:
        main = self.main
        panes = [main.query_one(f"#{name}") for name in ("sources", "list", "reader", "facts")]
        seen = [p for p in panes if p.region.width and p.region.height and p.is_on_screen]
        if not seen:
            return
        at = seen.index(main.focused) if main.focused in seen else 0
        pane = seen[(at + step) % len(seen)]
        if pane.id in ("reader", "facts") and not main.is_reading and main.reading.article_id:
            main.reading.open(main.reading.article_id)
        if pane.id == "list" and main.is_reading:
            main.reading.keep_position()
        pane.focus()

    def do_sources(self) -> None:
        main = self.main
        pane = main.query_one("#sources")
        if pane.display and pane.region.width:
            main.remove_class("sources-on", "sources-auto")
            main.listing.rows.focus()
        else:
            main.add_class("sources-on", "sources-auto")
            self.paint_sources()
            pane.focus()

    def do_facts(self) -> None:
        self.main.toggle_class("facts-on")

    def do_preview(self) -> None:
        self.main.toggle_class("preview-off")
        self.main.call_after_refresh(lambda: self.preview(self.main.listing.rows.cursor_id))

    def do_theme(self) -> None:
        app = self.app
        app.theme = "lesart-light" if app.current_theme.dark else "lesart-dark"

    def do_help(self) -> None:
        from lesart.tui.screens.help import help_for

        app = self.app
        self.app.push_screen(help_for(self.main.mode, app.commands, app.keys, app.problems))

    def do_palette(self) -> None:
        self.app.action_command_palette()

    def do_search(self) -> None:
        main = self.main
        if main.mode == "SELECT":
            words = main.reading.reader.selected_text
            if main.marking.words() is None:
                return
            main.reading.reader.clear_selection()
            main.visit(View(f'"{words[:100]}"', f"“{words[:30]}”"))
        elif main.mode in ("READ", "FACTS"):
            main.reading.begin_find()
        else:
            main.listing.begin_search("")

    # ------------------------------------------------------------------ preview

    def preview(self, article_id: int | None) -> None:
        """Show the article under the cursor: beside the list, or in a few lines below it."""
        main = self.main
        if article_id is None or article_id != main.listing.rows.cursor_id:
            main.query_one(Preview).show(None)
            return
        if main.is_reading:
            return
        if main.has_list_beside:
            if main.reading.article_id != article_id:
                main.reading.show(article_id)
            return
        pane = main.query_one(Preview)
        if pane.display:
            snippet = self.store.search.snippets(main.listing.query, [article_id]).get(article_id)
            pane.show(
                main.listing.rows.headline,
                self.store.articles.text(article_id) or "",
                self.store.analyses.get(article_id),
                snippet,
            )

    # ------------------------------------------------------------------ sources

    @property
    def sources(self) -> OptionList:
        return cast("OptionList", self.main.query_one("#sources"))

    def paint_sources(self) -> None:
        """Views, folders and feeds with their unread counts."""
        from textual.widgets.option_list import Option

        pane = self.sources
        if not pane.display:
            return
        rows: list[tuple[View, str, int | None]] = [
            (view, "", None)
            for view in (UNREAD, ALL, STARRED, View("is:annotated", "Annotated"), NEW)
        ]
        for name, query in self.store.settings.saved_queries():
            rows.append((View(query, name), "", None))
        for name, _, unread in self.store.articles.folders():
            rows.append((View(f'in:"{name}"', name), str(unread or ""), None))
        for count in self.store.feeds.counts():
            feed = count.feed
            view = View(f'from:"{feed.title}"', feed.title)
            rows.append((view, ("⚠ " if feed.error else "") + str(count.unread or ""), feed.id))
        self._sources = [view for view, _, _ in rows]
        self._feed_ids = [feed_id for _, _, feed_id in rows]
        highlighted = pane.highlighted
        pane.clear_options()
        pane.add_options(
            [
                Option(Content.assemble(painted(view.name), " ", (number, "$text-muted")))
                for view, number, _ in rows
            ]
        )
        if highlighted is not None and highlighted < len(rows):
            pane.highlighted = highlighted

    def open_source(self, index: int) -> None:
        if index < len(self._sources):
            self.main.visit(self._sources[index])

    def feed_under_cursor(self) -> int | None:
        index = self.sources.highlighted
        return self._feed_ids[index] if index is not None and index < len(self._feed_ids) else None
