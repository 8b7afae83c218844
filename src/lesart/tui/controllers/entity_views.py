"""People, places, organisations and events across all articles: their list, and a page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.model.entity import Entity
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.views import View

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.entities import ListPlace
    from lesart.tui.screens.entity_lines import Look, Place
    from lesart.tui.screens.entity_page import PagePlace

_DEEPEST = 20
"""So many pages are remembered on the way from one to the next."""


class EntityController(Controller):
    """Opens the screens of entities, and finds back to them from an article."""

    def __init__(self, context: Context, reading: ReadingController) -> None:
        super().__init__(context)
        self._reading = reading
        self._list: ListPlace | None = None
        self._pages: list[PagePlace] = []
        """The pages that are open, one over the other."""
        self._has_list = False
        """The list is open below them."""

    def handlers(self) -> Handlers:
        return {"entity_view": self.do_entity_view}

    def do_entity_view(self) -> None:
        """The page of the name under the cursor, else the list."""
        fact = self._reading.fact() if self.context.mode in ("READ", "FACTS") else None
        self._pages, self._has_list = [], False
        if not isinstance(fact, Entity):
            self._open_list()
            return
        known = self.store.same_entities.known_of(fact.key)
        if known is None:
            self.tell(f"“{fact.name}” is not compared with the other names yet; it is in a moment.")
        else:
            self._open_page(known)

    # ------------------------------------------------------------------ screens

    def _look(self) -> Look:
        from lesart.tui.screens.entity_lines import Look

        return Look(self.app.formats, self.app.glyphs, self.app.now())

    def _open_list(self) -> None:
        from lesart.tui.screens.entities import EntitiesScreen, ListPlace

        self._list = self._list or ListPlace()
        self._has_list = True
        screen = EntitiesScreen(self.app.searcher.look, self._look(), self._list, self._open_page)
        self.app.push_screen(screen, self._list_left)

    def _list_left(self, _: None) -> None:
        self._has_list = False

    def _open_page(self, known: int) -> None:
        from lesart.tui.screens.entity_page import PagePlace

        if len(self._pages) < _DEEPEST:
            self._pages.append(PagePlace(known))
            self._show_page(self._pages[-1])

    def _show_page(self, place: PagePlace) -> None:
        from lesart.tui.screens.entity_page import EntityPageScreen

        screen = EntityPageScreen(
            self.app.searcher.look, self._look(), place,
            open_page=self._open_page, go=self._go, search=self._search,
        )  # fmt: skip
        self.app.push_screen(screen, self._page_left)

    def _page_left(self, _: None) -> None:
        if self._pages:
            self._pages.pop()

    # ------------------------------------------------------------------ to an article and back

    def _go(self, place: Place) -> None:
        """Open the article at these words; the way back leads to the same line."""
        pages, has_list = list(self._pages), self._has_list
        self._close()

        def reopen() -> None:
            self._pages, self._has_list = [], False
            if has_list:
                self._open_list()
            for page in pages:
                self._pages.append(page)
                self._show_page(page)

        self.context.open_from(place.article_id, at=place.span, reopen=reopen)

    def _search(self, name: str) -> None:
        self._close()
        query = f'entity:"{name}"'
        self.context.visit(View(query, query))

    def _close(self) -> None:
        """Leave all screens of entities at once."""
        self._pages, self._has_list = [], False
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()
