"""The opened article: text, marks, place, links, and what the panel beside it shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.translations import N_, _, ngettext
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.controller import ArgumentHandlers, Handlers
from lesart.tui.controllers.finding import Finding
from lesart.tui.controllers.full_text import FullTextController
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.shown_article import ReadingPanes
from lesart.tui.controllers.triage import TriageController
from lesart.tui.controllers.views import View
from lesart.tui.widgets.facts_lines import Tab

if TYPE_CHECKING:
    from lesart.services.drafts import NoteDraft
    from lesart.store import Store
    from lesart.text.urls import Target
    from lesart.tui.controllers.context import Context


class ReadingController(Finding):
    """The reader pane and its facts."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        triage: TriageController,
        analysis_jobs: AnalysisJobs,
        full_text: FullTextController,
        panes: ReadingPanes,
    ) -> None:
        super().__init__(context, listing, analysis_jobs, full_text, panes)
        self._triage = triage

    def handlers(self) -> Handlers:
        return {
            "open": self.do_open,
            "watch": self.do_watch,
            "next_article": partial(self._step, 1),
            "previous_article": partial(self._step, -1),
            "next_unread": partial(self._unread, 1),
            "previous_unread": partial(self._unread, -1),
            "figures": partial(self._kind, "figures", N_("Figures")),
            "entities": partial(self._kind, "entities", N_("Names")),
            "notes": partial(self._kind, "annotations", N_("Notes")),
            "next_mark": partial(self.reader.action_next_mark, 1),
            "previous_mark": partial(self.reader.action_next_mark, -1),
            "next_match": partial(self.go_to_match, 1),
            "previous_match": partial(self.go_to_match, -1),
            "sort_facts": self.panel.action_order,
            "details": self.do_details,
            "search_mark": self.do_search_mark,
            "copy_facts": self.do_copy_facts,
            "open_link": partial(self._label_links, "open"),
            "copy_link": partial(self._label_links, "copy"),
            "browser": self.do_browser,
            "copy": self.do_copy,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"open": self.open_address}

    # ------------------------------------------------------------------ opening

    def show(self, article_id: int, *, at: Span | None = None) -> bool:
        """Show an article with its marks; False if it is gone."""
        self.keep_position()
        # Asked first: what is stored between the two questions shows at the next look.
        state, findings = (
            self.store.identity.state_of(article_id),
            self.store.identity.findings_of(article_id),
        )
        article = self.store.articles.get(article_id)
        if article is None:
            return False
        self.article, self._state, self._findings = article, state, findings
        self.analysis = self.store.analyses.get(article_id)
        self.annotations = self.store.annotations.of(article_id)
        shown = self.with_keys_for_the_rest(article)
        self.reader.show(shown, self.analysis, self.annotations, position=article.position)
        self.mark_matches()
        self.panel.show(article.text, self.analysis, self.annotations)
        if self.analysis is None or self._analysis_jobs.is_stale(self.analysis):
            self._analysis_jobs.want(article_id)
        if at is not None:
            self.reader.jump_to(at)
        return True

    def do_open(self) -> None:
        """Open the article under the cursor."""
        article_id = self._listing.rows.cursor_id
        if article_id is None:
            self.tell(_("There is no article here to read."))
        else:
            self.open(article_id)

    def open(self, article_id: int, *, at: Span | None = None) -> None:
        """Open for reading: focus the text, mark the article read."""
        is_other = self.article_id != article_id or at is not None
        if is_other or not self.context.is_reading:
            self.context.remember()
        if is_other and not self.show(article_id, at=at):
            self.tell(_("This article is gone."))
            return
        self.light()
        self.is_opened = True
        self.context.open_reader()
        self._listing.rows.move_to(article_id)
        self._triage.set_read([article_id], True, says="")
        if self.article and self.article.text_state:
            self._full_text.want(self.article)
        self._tell_of_lost_draft()

    def open_address(self, address: str) -> None:
        """The article that has this address, or that a link back means; else the page, in the browser."""
        from lesart.services.links import SCHEME, followed

        if address.startswith(SCHEME):
            place = followed(self.store, address)
            self.context.open_article(place.article_id, at=place.span)
            return
        if "://" not in address and "." in address.split("/")[0]:
            address = f"https://{address}"
        known = self.store.bundles.by_link(address)
        if known is not None:
            self.context.open_article(known)
        else:
            self.open_url(address)

    def _tell_of_lost_draft(self) -> None:
        """A note was begun here on words that are not there any more: say where it is."""
        draft = draft_for(self.store, self.article, None) if self.article else None
        if draft is not None and draft.span is not None:
            self.tell(
                self.keyed(
                    _("A note begun on words that have changed since waits: C opens it."),
                    "article_note",
                )
            )

    def do_watch(self) -> None:
        """Edit the list of words that are lit in every article."""
        from lesart.tui.screens.dialogs import Ask

        old = self.store.settings.watch_words()

        def keep(answer: str | None) -> None:
            if answer is None:
                return
            new = [word.strip() for word in answer.split(",") if word.strip()]
            now = self.app.now()

            def put(store: Store) -> None:
                from lesart.services.asking.watching import stop_watching

                with store.transaction():
                    for word in old:
                        if word in new:
                            store.settings.unwatch(word)  # comes again below, in its new place
                        else:
                            stop_watching(store, word)
                    for word in new:
                        store.settings.watch(word, now=now)

            def done(_answer: object) -> None:
                if self.article is not None:
                    self.mark_matches()
                self._listing.watch(new)
                self.context.paint_sources()
                self.tell(
                    ngettext(
                        "{count} watch-word, lit in every article and marked in the list.",
                        "{count} watch-words, lit in every article and marked in the list.",
                        len(new),
                    ).format(count=numeral(len(new)))
                )

            self.write(put, done, is_by_words=True)

        hint = _("words, “phrases”, ~parts, with commas between them · ⏎ saves · esc leaves")
        self.app.push_screen(Ask(_("Watch-words"), ", ".join(old), (), hint), keep)

    def keep_position(self) -> None:
        """Remember how far the person has read in what is open now."""
        if self.article is None or not self.is_opened:
            return
        article, position = self.article, self.reader.position

        def put(store: Store) -> None:
            from lesart.services.note_changes import keep_position

            keep_position(store, article, position)

        self.write(put, is_by_words=True, is_silent=True)

    def _step(self, step: int) -> None:
        found = self._listing.rows.step_to(lambda headline: True, step)
        if found is None:
            self.tell(_("No more articles in this list."))
        else:
            self.open(found)

    def _unread(self, step: int) -> None:
        listing = self._listing
        here = self.article_id
        found = listing.rows.step_to(lambda h: not h.is_read and h.id != here, step)
        if found is None:
            self.tell(_("No more unread articles in this direction."))
        elif self.context.is_reading:
            self.open(found)

    # ------------------------------------------------------------------ marks

    def _kind(self, kind: Tab, says: str) -> None:
        self.reader.kind = kind
        self.panel.tab = kind
        self.tell(_("{says}: ] next, [ previous.").format(says=_(says)))

    def do_details(self) -> None:
        fact = self.fact()
        if fact is None or self.article is None:
            self.tell(_("Put the cursor on a figure or a name first (] jumps to the next)."))
            return
        from lesart.tui.screens.details import details_of

        self.app.push_screen(details_of(self.store, self.article, fact, self.app.formats))

    def do_search_mark(self) -> None:
        fact = self.fact()
        match fact:
            case Figure():
                text = f"{fact.noun or fact.surface}"
                query = f'"{text}"' if " " in text else text
            case Entity():
                query = f'entity:"{fact.name}"'
            case Annotation(anchor=anchor) if anchor:
                query = f'"{anchor.exact[:80]}"'
            case _:
                query = self._word()
        if query:
            self.context.visit(View(query, query))

    def words_meant(self) -> str:
        """Of the selection, the name or the note under the cursor, else the word there; "" in a list."""
        if self.context.mode not in ("READ", "FACTS", "SELECT"):
            return ""
        match self.fact():
            case Entity(name=name):
                return name
            case Figure(noun=noun) if noun:
                return noun
        return self._word()

    def _word(self) -> str:
        if self.article is None:
            return ""
        from lesart.tui.widgets.motions import word_at

        span = word_at(self.article.text, self.reader.cursor)
        return self.article.text[span.start : span.end].strip()

    def do_copy_facts(self) -> None:
        if self.analysis is None or self.article is None:
            self.tell(_("Nothing was found in this article yet."))
            return
        from lesart.tui.screens.details import facts_as
        from lesart.tui.screens.dialogs import Choose

        analysis, article = self.analysis, self.article

        def copy(index: int | None) -> None:
            if index is not None:
                shape = ("text", "csv", "json")[index]
                self.context.copy(
                    facts_as(shape, article, analysis, self.app.formats), _("Figures")
                )

        self.app.push_screen(
            Choose(_("Copy figures and names as"), [_("text"), "CSV", "JSON"]), copy
        )

    # ------------------------------------------------------------------ links

    def _label_links(self, how: Literal["open", "copy"]) -> None:
        self.reader.action_hint_links(how)
        if self.reader.mode != "HINT":
            self.tell(_("There is no link in view."))

    def do_browser(self) -> None:
        headline = self._listing.target()
        if headline is None or not headline.link:
            self.tell(_("This article has no address of its own."))
            return
        self.open_url(headline.link)

    def open_url(self, url: str) -> None:
        """Show an address in the browser: http(s) only, as one argument, the real host told."""
        from lesart.text.urls import browser_target

        target = browser_target(url)
        if target is None:
            self.tell(_("Only http and https addresses of a real host are opened."))
        elif target.warning:
            from lesart.tui.screens.dialogs import Confirm

            question = _("This address leads to {host}. {warning} Open it?").format(
                host=target.host, warning=target.warning
            )
            self.app.push_screen(
                Confirm(question, _("open"), _("leave it")),
                lambda yes: self._to_browser(target) if yes else None,
            )
        else:
            self._to_browser(target)

    def _to_browser(self, target: Target) -> None:
        self.tell(_("Opening {host} in the browser.").format(host=target.host))
        self.app.open_url(target.url)

    def do_copy(self) -> None:
        if self.context.mode == "SELECT":
            if self.selected() is not None:
                self.context.copy(self.reader.selected_text, _("The selection"))
                self.reader.clear_selection()
            return
        if self.context.mode in ("READ", "FACTS"):
            fact = self.fact()
            if isinstance(fact, Figure):
                self.context.copy(fact.surface, _("The figure"))
                return
            if isinstance(fact, Entity):
                self.context.copy(fact.name, _("The name"))
                return
            if isinstance(fact, Annotation) and fact.anchor:
                self.context.copy(fact.anchor.exact, _("The passage"))
                return
        headline = self._listing.target()
        if headline and headline.link:
            self.context.copy(headline.link, _("The link"))
        elif headline:
            self.context.copy(headline.title, _("The title"))


def draft_for(store: Store, article: Article, span: Span | None) -> NoteDraft | None:
    """The draft on these words; for the whole article also one whose own words are gone."""
    from lesart.services import drafts

    if span is not None:
        return drafts.draft_on(store, article, span)
    found = drafts.drafts_on(store, article)
    whole = [one for one in found if one.span is None]
    return next(iter([*whole, *(one for one in found if one.now is None)]), None)
