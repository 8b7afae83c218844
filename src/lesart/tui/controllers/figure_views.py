"""Figures across articles: those of the list as rows, and one of them beside what others say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesart.model.figure import Figure
from lesart.translations import _
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.model.text import Span
    from lesart.services.asking.figures_view import FigureRow
    from lesart.services.asking.same_figure import Elsewhere
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.elsewhere import Here
    from lesart.tui.screens.entity_lines import Look
    from lesart.tui.screens.figures import FiguresPlace


class FigureController(AskingController):
    """Opens the screens of figures, and finds back to them from an article."""

    def __init__(
        self, context: Context, listing: ListController, reading: ReadingController
    ) -> None:
        super().__init__(context)
        self._listing, self._reading = listing, reading
        self._place: FiguresPlace | None = None
        """The view that is open, if one is."""
        self._here: Here | None = None
        """The figure that is compared over it, or over the text."""

    def handlers(self) -> Handlers:
        return {"figure_view": self.do_figure_view, "same_figure": self.do_same_figure}

    # ------------------------------------------------------------------ the figures of a list

    def do_figure_view(self) -> None:
        """Of the subject under the cursor in a text, else of the list's articles."""
        from lesart.tui.screens.figures import FiguresPlace

        is_reading = self.context.mode in ("READ", "FACTS")
        fact = self._reading.fact() if is_reading else None
        if isinstance(fact, Figure) and fact.noun:
            subject = fact.noun.replace('"', " ")
            text = name = f'subject:"{subject}"'
        else:
            text, name = self._listing.view.query, self._listing.view.shown_name
        self._show_figures(FiguresPlace(self._listing.parsed(text), name))

    def _show_figures(self, place: FiguresPlace) -> None:
        from lesart.tui.screens.figures import FiguresScreen

        self._place = place
        screen = FiguresScreen(
            self.app.searcher.look,
            self,
            self._look(),
            place,
            go=self._go_to_row,
            compare=self._compare,
        )
        self.app.push_screen(screen, self._figures_left)

    def _figures_left(self, _: None) -> None:
        self._place = None

    def _look(self) -> Look:
        from lesart.tui.screens.entity_lines import Look

        return Look(self.app.formats, self.app.glyphs, self.app.now())

    # ------------------------------------------------------------------ the same figure elsewhere

    def do_same_figure(self) -> None:
        """What other articles say of the figure under the cursor."""
        from lesart.tui.screens.elsewhere import Here

        fact, article = self._reading.fact(), self._reading.article
        if not isinstance(fact, Figure) or article is None:
            self.tell(_("There is no figure under the cursor: ] goes to the next one."))
            return
        if fact.kind in ("date", "time"):
            self.tell(_("Dates are not compared with other articles; amounts are."))
            return
        sentence = " ".join(article.text[fact.sentence.start : fact.sentence.end].split())
        self._show_elsewhere(Here(article.id, article.title, fact, sentence))

    def _compare(self, row: FigureRow) -> None:
        from lesart.tui.screens.elsewhere import Here

        self._show_elsewhere(Here(row.article.id, row.article.title, row.figure, row.sentence))

    def _show_elsewhere(self, here: Here) -> None:
        from lesart.tui.screens.elsewhere import ElsewhereScreen

        self._here = here
        screen = ElsewhereScreen(
            self.app.searcher.look, self, self._look(), here, self._go_to_other
        )
        self.app.push_screen(screen, self._elsewhere_left)

    def _elsewhere_left(self, _: None) -> None:
        self._here = None

    # ------------------------------------------------------------------ to an article and back

    def _go_to_row(self, row: FigureRow) -> None:
        self._go(row.article.id, row.figure.span)

    def _go_to_other(self, other: Elsewhere) -> None:
        self._go(other.article_id, other.figure.span)

    def _go(self, article_id: int, span: Span) -> None:
        """Open the article at the figure; the way back leads to the same line."""
        place = replace(self._place) if self._place is not None else None
        here = self._here
        self._place = self._here = None
        self.close_screens()

        def reopen() -> None:
            if place is not None:
                self._show_figures(place)
            if here is not None:
                self._show_elsewhere(here)

        self.context.open_from(article_id, at=span, reopen=reopen)
