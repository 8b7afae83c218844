"""Offer how a query may go on while it is typed; a key takes an offer, and none is taken by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.services.asking.completing import Offer
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.query_line import QueryLine


class Completing(Controller):
    """What is offered at the cursor of the search line."""

    def __init__(self, context: Context, line: QueryLine) -> None:
        super().__init__(context)
        self._line = line
        self._offers: list[Offer] = []
        self._taken: int | None = None
        """Which of the offers stands in the line."""

    def typed(self, text: str) -> None:
        """Look for offers, unless it is one of them that was put in just now."""
        if self._taken is not None and self._offers[self._taken].text == text:
            return
        self._put([])
        cursor, colours = self._line.cursor_position, self.app.config.colours

        def look(store: Store) -> list[Offer]:
            from lesart.services.asking.completing import offers

            return offers(store, text, cursor, colours)

        def found(offers: list[Offer]) -> None:
            if self._line.has_focus and self._line.value == text:
                self._put(offers)

        if text.strip():
            self.app.searcher.look(look, found)

    def take(self, step: int) -> bool:
        """Put the next offer into the line, or the former one; False where there is none."""
        if not self._offers or not self._line.has_focus:
            return False
        before = self._taken if self._taken is not None else -1 if step > 0 else 0
        self._taken = (before + step) % len(self._offers)
        offer = self._offers[self._taken]
        self._line.value = offer.text
        self._line.cursor_position = offer.cursor
        if offer.shown.endswith(":"):  # what may stand behind it is the next question
            self._taken = None
            self.typed(offer.text)
        else:
            self._show()
        return True

    def forget(self) -> None:
        self._put([])

    def _put(self, offers: list[Offer]) -> None:
        had = bool(self._offers)
        self._offers, self._taken = offers, None
        if offers or had:
            self._show()

    def _show(self) -> None:
        self.context.show_offers([offer.shown for offer in self._offers], self._taken)
