"""The article that is shown, kept in step with what is stored: its words, findings and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.errors import LesartError
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query import Query
from lesart.query.matches import matches_in
from lesart.translations import N_, _
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.controller import Controller
from lesart.tui.controllers.full_text import FullTextController
from lesart.tui.controllers.listing import ListController
from lesart.tui.widgets.facts_panel import FactsPanel
from lesart.tui.widgets.reader import Reader
from lesart.tui.widgets.reader_view import NO_ARTICLE

if TYPE_CHECKING:
    from textual.widgets import Input

    from lesart.tui.controllers.context import Context

NO_WORDS = N_("There are no words in the selection, only white space.")
_LOOK_SECONDS = 0.5


class ReadingPanes(NamedTuple):
    """What an article is shown in."""

    reader: Reader
    panel: FactsPanel
    find_line: Input


class Shown(Controller):
    """What the reader pane and its facts hold, and how they learn what others have written."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        analysis_jobs: AnalysisJobs,
        full_text: FullTextController,
        panes: ReadingPanes,
    ) -> None:
        super().__init__(context)
        self._listing, self._analysis_jobs, self._full_text = listing, analysis_jobs, full_text
        self.reader, self.panel, self.find_line = panes
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self.annotations: list[Annotation] = []
        self.is_opened = False
        """Opened by the person, not only shown beside the list."""
        self.was_closed = False
        """The article that was open is not in the library that was put in the place of its own."""
        self._state: tuple[int, bytes] | None = None
        """Which words of the article are shown."""
        self._findings = ("", "")
        """Which findings in them."""
        self._lit: tuple[int, Query] | None = None
        """Of which article and which search the matches are marked."""
        self._version = -1

    def begin(self) -> None:
        """Look from now on whether others have written."""
        self.app.set_interval(_LOOK_SECONDS, self.watch)

    @property
    def article_id(self) -> int | None:
        return self.article.id if self.article else None

    def clear(self) -> None:
        """Show no article: there is none under the cursor, and the last one would be mistaken for it."""
        if self.article is not None and not self.context.is_reading:
            self.article, self.analysis, self.annotations = None, None, []
            self.reader.show(NO_ARTICLE)
            self.panel.show("", None)

    def fact(self) -> Figure | Entity | Annotation | None:
        """What the panel's cursor or the text's cursor is on."""
        if self.context.mode == "FACTS":
            return self.panel.fact
        figure, entity, annotation = self.reader.marks_here()
        by_kind = {"figures": figure, "entities": entity, "annotations": annotation}
        return by_kind.get(self.reader.kind) or figure or entity or annotation

    def selected(self) -> Span | None:
        """The selected words; where only white space is selected that is told."""
        if self.reader.selection is None and self.reader.mode == "SELECT":
            self.tell(_(NO_WORDS))
        return self.reader.selection

    def note_on(self, span: Span) -> Annotation | None:
        """The mark that is on just these words; None if there is none."""
        same = [note for note in self.annotations if note.span == span]
        return same[-1] if same else None

    # ------------------------------------------------------------------ what is stored by now

    def analysed(self, article_id: int) -> None:
        """New findings are stored; show them if it is the article in view."""
        if article_id != self.article_id or self.article is None:
            return
        self.look_again()  # what was found counts the text that is stored
        self._show_findings(self.article.id)

    def _show_findings(self, article_id: int) -> None:
        self._findings = self.store.identity.findings_of(article_id)
        self.analysis = self.store.analyses.get(article_id)
        self.reader.set_analysis(self.analysis)
        self.panel.set_analysis(self.analysis)

    def noted(self, article_id: int) -> None:
        """The article's annotations changed."""
        if article_id == self.article_id:
            self.look_again()
        self._listing.refresh_rows([article_id])

    def watch(self) -> None:
        """Look again after another screen, a refresh or an import has written."""
        if not self.context.holds():
            return
        try:
            version = self.store.version()
            if version != self._version:
                self._version = version
                self.context.count_anew()
                with self.store.explaining():
                    self.look_again()
                    self._listing.look_again()
        except Exception as error:
            if self.context.outlives(error):
                return
            if not isinstance(error, LesartError):
                raise
            # Nobody pressed a key: one sentence, and the next change is looked at again.
            self.tell(str(error))

    def look_again(self) -> None:
        """Bring what is shown up to date with what is stored: its words, then findings and notes."""
        if self.article is None:
            return
        if self.store.identity.state_of(self.article.id) != self._state:
            self._show_corrected(self.article)
            return
        if self.store.identity.findings_of(self.article.id) != self._findings:
            self._show_findings(self.article.id)
        annotations = self.store.annotations.of(self.article.id)
        if annotations != self.annotations:
            self.annotations = annotations
            self.reader.set_annotations(annotations)
            self.panel.set_annotations(annotations)

    def with_keys_for_the_rest(self, article: Article) -> Article:
        """The article with what is missing of it, and which keys bring it."""
        how = self._full_text.how_to_complete(article)
        return replace(article, text_state=f"{_(article.text_state)} {how}") if how else article

    def _show_corrected(self, old: Article) -> None:
        """The article has other words by now: show them at the place where one reads."""
        from lesart.anchor import carry_offset, make_anchor, resolve

        there = self.store.identity.whereabouts(old)
        if there is None or there.is_deleted:
            self._state = self.store.identity.state_of(old.id)
            if self.context.is_reading:
                self.tell(
                    _("This article is no longer in the library; what you see is the last of it.")
                )
            return
        self._state = self.store.identity.state_of(there.article_id)
        new = self.store.articles.get(there.article_id)
        if new is None:
            return
        self._findings = self.store.identity.findings_of(new.id)
        self.article, self.analysis = new, self.store.analyses.get(new.id)
        self.annotations = self.store.annotations.of(new.id)
        selected = self.reader.selection
        span = None
        if selected is not None:
            span = resolve(make_anchor(old.text, selected), new.text, old.text).span
        self.reader.show_corrected(
            self.with_keys_for_the_rest(new), self.analysis, self.annotations,
            carried=lambda at: carry_offset(at, old.text, new.text), selection=span,
        )  # fmt: skip
        self.mark_matches()
        self.panel.show(new.text, self.analysis, self.annotations)
        if self.analysis is None:
            self._analysis_jobs.want(new.id)
        if new.id == old.id:
            self._listing.refresh_rows([new.id])
        else:  # the library is another one, and so may every number in the list be
            self._listing.again()
        if new.text != old.text:
            lost = (
                _("The selected words are gone.") if selected is not None and span is None else ""
            )
            self.tell(
                (
                    lost
                    + " "
                    + self.keyed(
                        _("This article has other words by now; D shows what changed."), "changes"
                    )
                ).strip()
            )

    def library_was_replaced(self) -> int | None:
        """Go on in the same article, found by its words, or close it; gives its number there."""
        old, self.was_closed = self.article, False
        self._version, self._state = -1, None
        there = self.store.identity.whereabouts(old) if old is not None else None
        if old is None or there is None or there.is_deleted:
            self.article, self.analysis, self.annotations = None, None, []
            if self.context.is_reading:
                self.was_closed = True
                self.context.close_reader()
            return None
        self._show_corrected(old)
        return there.article_id

    # ------------------------------------------------------------------ found words

    def watched(self, text: str) -> list[Span]:
        """Where the watch-words stand in a text."""
        words = self.store.settings.watch_words()
        return [s for word in words for s in matches_in(text, self._listing.parsed(word))]

    def mark_matches(self) -> None:
        """Light what the present search found, and the watch-words.

        Nobody asked to go through these, so `]` and `[` do not stop at them.
        """
        if self.article is None:
            return
        text, self._lit = self.article.text, (self.article.id, self._listing.query)
        self.reader.set_matches(matches_in(text, self._listing.query), self.watched(text))

    def light(self) -> None:
        """Light what the present search found, unless that is lit already."""
        if self.article is not None and self._lit != (self.article.id, self._listing.query):
            self.mark_matches()
