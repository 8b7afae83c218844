"""Bring in files, folders and the samples, by a child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.model.errors import LesartError
from lesart.services.links import SCHEME, followed
from lesart.translations import _
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.import_tally import ImportTally
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.tour import TourController
from lesart.tui.controllers.views import ALL

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context


class ImportJobs(Controller):
    """What a person names on the command line or after `+`."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        children: Children,
        analysis: AnalysisJobs,
        tour: TourController,
    ) -> None:
        super().__init__(context)
        self._listing, self._children, self._analysis = listing, children, analysis
        self._tour = tour

    def begin(self) -> None:
        """After the first frame: what the person came for, then the work that can wait."""
        if len(self.app.paths) == 1 and self.app.paths[0].startswith(SCHEME):
            self._follow(self.app.paths[0])
        elif self.app.paths:
            self.import_paths(self.app.paths)
        elif self.app.wants_samples:
            self._children.run(self._store_samples())
        else:
            self._analysis.want()
            self._begin_tour()

    def _begin_tour(self) -> None:
        """Where it is wanted; or by itself, with the samples."""
        if self.app.wants_tour:
            self._tour.do_tour()
        elif self.app.wants_samples:
            self._tour.begin_once()

    def _follow(self, link: str) -> None:
        """Open the article, figure or note that a link back means."""
        try:
            place = followed(self.store, link)
        except LesartError as error:
            self._listing.start()
            self.tell(str(error))
        else:
            self._listing.show(ALL, place.article_id)
            self.context.open_article(place.article_id, at=place.span)
        self._analysis.want()

    def import_paths(self, paths: list[str], *, folder: str = "", then_open: bool = True) -> None:
        """Import files and folders; open the first when it is there, unless many came of one path."""
        self._children.run(self._import(paths, folder, then_open))

    async def _import(self, paths: list[str], folder: str, then_open: bool) -> None:
        tally, problem = await self.brought_in(paths, folder)
        self.tell(problem or tally.words())
        if not then_open or tally.first is None:
            self._listing.again()
        elif tally.count <= len(paths):
            self._listing.show(ALL, tally.first)
            self.context.open_article(tally.first)
        else:  # a folder, an archive, a book: which of them to read is for the reader to say
            self._listing.show(ALL, tally.last)
        self._analysis.want()

    async def brought_in(self, paths: list[str], folder: str = "") -> tuple[ImportTally, str]:
        """Import them; gives what came, and a sentence where the import itself has ended early."""
        extra = ["--folder", folder] if folder else []
        run = self._children.begun_again(_("The import"), "import", "--json", *extra, "--", *paths)
        tally = ImportTally()
        async for record in run.outcomes():
            tally.take(record)
            self._children.report(_("importing {new}").format(new=numeral(tally.new)))
        self._children.report("")
        words = self._children.last_words(run, paths[0] if len(paths) == 1 else "")
        ended_early = run.child.was_ended or run.child.status not in (0, 1)
        return tally, (words or _("The import ended early.")) if ended_early else ""

    async def _store_samples(self) -> None:
        """First start: put the sample articles into the folder "Samples"."""
        child = self._children.child("samples", "--json")
        await self._children.answer(child, _("storing the sample articles"))
        self._listing.start()
        if child.status == 0:
            self.tell(_("Sample articles: D removes them, + adds a feed or your own files."))
            self._begin_tour()
        elif words := child.last_words(_("Storing the samples")):
            self.tell(words)
        self._analysis.want()
