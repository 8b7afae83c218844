"""People, places, organisations and events across all articles: their list, and a page for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lesart.model.entity import Entity
from lesart.store.file.read_only import SAYS as READ_ONLY
from lesart.translations import _
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.views import View

if TYPE_CHECKING:
    from lesart.services.asking.entity_choices import Chosen
    from lesart.store import Store
    from lesart.store.tables.same_entities import Naming
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.entities import ListPlace
    from lesart.tui.screens.entity_lines import Look, Place
    from lesart.tui.screens.entity_page import PagePlace

_DEEPEST = 20
"""So many pages are remembered on the way from one to the next."""


class EntityController(AskingController):
    """Opens the screens of entities, and finds back to them from an article."""

    def __init__(self, context: Context, reading: ReadingController) -> None:
        super().__init__(context)
        self._reading = reading
        self._list: ListPlace | None = None
        self._pages: list[PagePlace] = []
        """The pages that are open, one over the other."""
        self._has_list = False
        """The list is open below them."""
        self._bound: tuple[str, str] | None = None
        """Key and name of the first of two that are to be one."""

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
            self.tell(
                _("“{name}” is not compared with the other names yet; it is in a moment.").format(
                    name=fact.name
                )
            )
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
        screen = EntitiesScreen(
            self.app.searcher.look, self, self._look(), self._list, self._open_page
        )
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
            self.app.searcher.look, self, self._look(), place,
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
        self._pages, self._has_list = [], False
        self.close_screens()

    # ------------------------------------------------------------------ by hand

    def bind(self, known: int) -> None:
        """The first of two that are one, or the second: then they are."""
        if self.store.is_read_only:
            self.say(_(READ_ONLY))
            return
        names = self.store.same_entities.names(known)
        if not names:
            return
        entity = names[0].entity
        if self._bound is None or self._bound[0] == entity.key:
            self._bound = (entity.key, entity.name)
            says = _("“{name}”: now B on the one that it is, too; esc forgets it.")
            self.say(says.format(name=entity.name))
            return
        key, name = self._bound
        self._bound = None
        now = self.app.now()

        def first(store: Store) -> Chosen:
            from lesart.services.asking.entity_choices import merge

            return merge(store, key, entity.key, now=now)

        self._choose(first, _("“{one}” and “{other}” are one").format(one=name, other=entity.name))

    def unbind(self) -> bool:
        was, self._bound = self._bound, None
        if was is not None:
            self.say("")
        return was is not None

    def split(self, naming: Naming) -> None:
        """This name is another entity than those it is with."""
        if self.store.is_read_only:
            self.say(_(READ_ONLY))
            return
        key, now = naming.entity.key, self.app.now()

        def first(store: Store) -> Chosen:
            from lesart.services.asking.entity_choices import split

            return split(store, [key], now=now)

        self._choose(first, _("“{name}” stands for itself").format(name=naming.entity.name))

    def _choose(self, first: Callable[[Store], Chosen], says: str) -> None:
        """Have a choice kept, as a step that undo takes back."""
        last: list[Chosen] = []

        def turn() -> None:
            is_first = not last

            def put(store: Store) -> Chosen:
                from lesart.services.asking.entity_choices import change

                last[:] = [change(store, last[0].inverse) if last else first(store)]
                return last[0]

            def done(chosen: Chosen) -> None:
                if self._list is not None and chosen.known:
                    self._list.known = chosen.known
                self.refill()
                if is_first:
                    self.say(
                        self.keyed(_("{says} now; u takes it back."), "undo").format(says=says)
                    )

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)

            self.write(put, done, lost, is_by_words=True)

        step = self.history.did(_("The names are as they were."), turn, turn)
        turn()
