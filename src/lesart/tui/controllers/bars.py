"""The lines at the top and bottom: where one is, what runs, what was told."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext
from lesart.tui.commands import key_names
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.views import UNREAD
from lesart.tui.rendering.cells import painted
from lesart.tui.widgets.bars import Bar, Hints

if TYPE_CHECKING:
    from lesart.tui.controllers.children import Children
    from lesart.tui.controllers.context import Context
    from lesart.tui.controllers.feed_jobs import FeedJobController
    from lesart.tui.controllers.reading import ReadingController
    from lesart.tui.controllers.sources import SourcesController

_KEPT = 50
"""So many messages can be read again."""


class BarController(Controller):
    """Paints the bars from what the other controllers know; those come after the first frame."""

    reading: ReadingController | None = None
    children: Children | None = None
    feed_jobs: FeedJobController | None = None
    sources: SourcesController | None = None

    def __init__(
        self, context: Context, listing: ListController, top: Bar, status: Bar, hints: Hints
    ) -> None:
        super().__init__(context)
        self._listing = listing
        self._top, self._status, self._hints = top, status, hints
        self._told: deque[str] = deque(maxlen=_KEPT)
        key = next((key_names(c.keys) for c in self.app.commands if c.id == "messages"), "")
        status.more = f" {key}"

    def handlers(self) -> Handlers:
        return {"messages": self.do_messages}

    def paint(self, *, is_writing: bool) -> None:
        """Bring all three up to date; `is_writing`: keys go into a note."""
        listing = self._listing
        left = Content.assemble(
            ("lesart ", "bold $text-primary"), " ",
            (_("read-only") + "  " if self.store.is_read_only else "", "bold $text-warning"),
            (painted(listing.view.shown_name), "bold"),
            f" {self._count()}",
        )  # fmt: skip
        right = [self._arrived()] if listing.arrived else []
        if self.children is not None and self.children.progress:
            right.append(self.children.progress)
        if self.feed_jobs is not None and self.feed_jobs.failed:
            right.append(f"⚠ {self.feed_jobs.failed}")
        if self.app.problems:
            right.append(_("⚠ settings"))
        self._top.put(left, "  ".join(right))
        name = "NOTE" if is_writing else self.context.mode
        self._status.put(
            left=Content.assemble((f" {_(name)} ", "bold reverse"), " ", " · ".join(self._place()))
        )
        mode, reading = self.context.mode, self.reading
        is_moving = mode == "SELECT" and reading is not None and reading.reader.moved is not None
        is_finding = reading is not None and reading.find_line.has_focus
        self._hints.show_mode(
            mode, is_writing=is_writing, is_moving_ends=is_moving, is_finding=is_finding
        )

    def offer(self, offers: Sequence[str], taken: int | None) -> None:
        """Show in the place of the keys how a query may go on."""
        self._hints.offer(offers, taken)

    def tell(self, words: str) -> None:
        """Show a sentence in the status line."""
        if words:
            self._told.append(words)
        self._status.put(right=words)

    def do_messages(self) -> None:
        """All that was told lately, in full."""
        from lesart.tui.screens.dialogs import Notice

        words = "\n\n".join(dict.fromkeys(reversed([*self.app.problems, *self._told])))
        self.app.push_screen(
            Notice(_("Messages, the latest first"), words or _("Nothing was said yet."))
        )

    def _arrived(self) -> str:
        """How many are new, and the key that shows them where it does so."""
        arrived = self._listing.arrived
        if self.context.mode in ("LIST", "SOURCES"):
            says = self.keyed(_("{arrived} new · . shows them"), "arrived")
            return says.format(arrived=arrived)
        return ngettext("{count} new", "{count} new", arrived).format(count=numeral(arrived))

    def _count(self) -> str:
        """How many articles the view has, and of how many nobody has read."""
        listing, unread = self._listing, self._listing.unread
        total = numeral(listing.article_count) if listing.is_whole else "…"
        if unread is None:
            return total
        return (
            numeral(unread)
            if listing.view == UNREAD
            else _("{total} · {unread} unread").format(total=total, unread=numeral(unread))
        )

    def _place(self) -> list[str]:
        """Where one is, part by part."""
        mode, listing, reading = self.context.mode, self._listing, self.reading
        parts: list[str] = []
        if reading is not None and reading.find_line.has_focus:
            return [reading.reader.place_among_marks]
        if mode == "SOURCES" and self.sources is not None:
            return [self.sources.pane.place]
        if mode in ("LIST", "SEARCH") and len(listing.rows):
            total = numeral(len(listing.rows)) if listing.is_whole else "…"
            parts.append(f"{numeral(listing.rows.cursor_index + 1)}/{total}")
        if reading is not None and mode == "SELECT" and (span := reading.reader.selection):
            parts += [_("moving ends")] if reading.reader.moved is not None else []
            parts.append(
                ngettext("{count} character", "{count} characters", span.end - span.start).format(
                    count=numeral(span.end - span.start)
                )
            )
        if reading is not None and mode in ("READ", "FACTS"):
            parts.append(f"{reading.reader.progress} %")
            parts.append(reading.reader.place_among_marks)
        return [*parts, *listing.problems()[:1]]
