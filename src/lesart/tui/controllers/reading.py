"""The opened article: text, marks, place, links, and what the panel beside it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lesart.model.annotation import Annotation
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query.matches import matches_in
from lesart.tui.controllers.shown_article import Shown

if TYPE_CHECKING:
    from textual.widgets import Input

    from lesart.store import Store
    from lesart.text.urls import Target


class ReadingController(Shown):
    """The reader pane and its facts."""

    # ------------------------------------------------------------------ opening

    def show(self, article_id: int, *, at: Span | None = None) -> bool:
        """Show an article with its marks; False if it is gone."""
        self.main.mount_deferred_panes()
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
        if self.analysis is None or self.main.feed_jobs.is_stale(self.analysis):
            self.main.feed_jobs.want_analysis(article_id)
        if at is not None:
            self.reader.jump_to(at)
        return True

    def do_open(self) -> None:
        """Open the article under the cursor."""
        article_id = self.main.listing.rows.cursor_id
        if article_id is None:
            self.tell("There is no article here to read.")
        else:
            self.open(article_id)

    def open(self, article_id: int, *, at: Span | None = None) -> None:
        """Open for reading: focus the text, mark the article read."""
        is_other = self.article_id != article_id or at is not None
        if is_other and not self.show(article_id, at=at):
            self.tell("This article is gone.")
            return
        self.is_opened = True
        self.main.open_reader()
        self.main.listing.rows.move_to(article_id)
        self.main.triage.set_read([article_id], True, says="")
        if self.article and self.article.text_state:
            how = self.main.feed_jobs.how_to_complete(self.article)
            self.tell(how or self.article.text_state)
            self.main.feed_jobs.want_full_text(self.article)
        self.main.annotating.tell_of_lost_draft()

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
                with store.transaction():
                    for word in old:
                        store.settings.unwatch(word)
                    for word in new:
                        store.settings.watch(word, now=now)

            def done(_: object) -> None:
                if self.article is not None:
                    self.mark_matches()
                self.main.listing.watch(new)
                self.tell(f"{len(new)} watch-words, lit in every article and marked in the list.")

            self.write(put, done, is_by_words=True)

        hint = "words, “phrases”, ~parts, with commas between them · ⏎ saves · esc leaves"
        self.app.push_screen(Ask("Watch-words", ", ".join(old), (), hint), keep)

    def keep_position(self) -> None:
        """Remember how far the person has read in what is open now."""
        if self.article is None or not self.is_opened:
            return
        article, position = self.article, self.reader.position

        def put(store: Store) -> None:
            from lesart.services.note_changes import keep_position

            keep_position(store, article, position)

        self.write(put, is_by_words=True, is_silent=True)

    def do_next_article(self) -> None:
        self._step(1)

    def do_previous_article(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        found = self.main.listing.rows.step_to(lambda _: True, step)
        if found is None:
            self.tell("No more articles in this list.")
        else:
            self.open(found)

    def do_next_unread(self) -> None:
        self._unread(1)

    def do_previous_unread(self) -> None:
        self._unread(-1)

    def _unread(self, step: int) -> None:
        listing = self.main.listing
        here = self.article_id
        found = listing.rows.step_to(lambda h: not h.is_read and h.id != here, step)
        if found is None:
            self.tell("No more unread articles in this direction.")
        elif self.main.is_reading:
            self.open(found)

    # ------------------------------------------------------------------ marks

    def do_figures(self) -> None:
        self._kind("figures", "Figures")

    def do_entities(self) -> None:
        self._kind("entities", "Names")

    def do_notes(self) -> None:
        self._kind("annotations", "Notes")

    def _kind(self, kind: str, says: str) -> None:
        self.reader.kind = kind  # type: ignore[assignment]
        self.panel.tab = kind  # type: ignore[assignment]
        self.tell(f"{says}: ] next, [ previous.")

    def do_next_mark(self) -> None:
        self.reader.action_next_mark(1)

    def do_previous_mark(self) -> None:
        self.reader.action_next_mark(-1)

    def do_sort_facts(self) -> None:
        self.panel.action_order()

    def do_details(self) -> None:
        fact = self.fact()
        if fact is None or self.article is None:
            self.tell("Put the cursor on a figure or a name first (] jumps to the next).")
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
            from lesart.tui.controllers.listing import View

            self.main.visit(View(query, query))

    def _word(self) -> str:
        if self.article is None:
            return ""
        from lesart.tui.widgets.motions import word_at

        span = word_at(self.article.text, self.reader.cursor)
        return self.article.text[span.start : span.end].strip()

    def do_copy_facts(self) -> None:
        if self.analysis is None or self.article is None:
            self.tell("Nothing was found in this article yet.")
            return
        from lesart.tui.screens.details import facts_as
        from lesart.tui.screens.dialogs import Choose

        analysis, article = self.analysis, self.article

        def copy(index: int | None) -> None:
            if index is not None:
                shape = ("text", "csv", "json")[index]
                self.main.copy(facts_as(shape, article, analysis, self.app.formats), "Figures")

        self.app.push_screen(Choose("Copy figures and names as", ["text", "CSV", "JSON"]), copy)

    # ------------------------------------------------------------------ find in the article

    @property
    def find_input(self) -> Input:
        return cast("Input", self.main.query_one("#find"))

    def begin_find(self) -> None:
        """Open the line that searches this article."""
        self.find_input.add_class("shown")
        self.find_input.focus()
        self.found(self.find_input.value)

    def found(self, text: str) -> None:
        """Mark what was typed, wherever it stands in the text."""
        if self.article is None:
            return
        query = self.main.listing.parsed(text, is_typing=True)
        spans = matches_in(self.article.text, query)
        self.reader.set_matches(spans)
        if spans:
            here = self.reader.position
            self.reader.jump_to(next((s for s in spans if s.start >= here), spans[0]))
            self.reader.kind = "matches"
        if text.strip():
            self.tell(f"{len(spans)} matches; ⏎ then ] [ go from one to the next.")

    def finish_find(self) -> None:
        self.find_input.remove_class("shown")
        self.reader.focus()

    def leave_find(self) -> None:
        self.find_input.remove_class("shown")
        self.find_input.value = ""
        if self.article is not None:
            self.mark_matches()
        self.reader.focus()

    # ------------------------------------------------------------------ links

    def do_open_link(self) -> None:
        self._label_links("open")

    def do_copy_link(self) -> None:
        self._label_links("copy")

    def _label_links(self, how: str) -> None:
        self.reader.action_hint_links(how)  # type: ignore[arg-type]
        if self.reader.mode != "HINT":
            self.tell("There is no link in view.")

    def do_browser(self) -> None:
        headline = self.main.listing.target()
        if headline is None or not headline.link:
            self.tell("This article has no address of its own.")
            return
        self.open_url(headline.link)

    def open_url(self, url: str) -> None:
        """Show an address in the browser: http(s) only, as one argument, the real host told."""
        from lesart.text.urls import browser_target

        target = browser_target(url)
        if target is None:
            self.tell("Only http and https addresses of a real host are opened.")
        elif target.warning:
            from lesart.tui.screens.dialogs import Confirm

            question = f"This address leads to {target.host}. {target.warning} Open it?"
            self.app.push_screen(
                Confirm(question, "open", "leave it"),
                lambda yes: self._to_browser(target) if yes else None,
            )
        else:
            self._to_browser(target)

    def _to_browser(self, target: Target) -> None:
        self.tell(f"Opening {target.host} in the browser.")
        self.app.open_url(target.url)

    def do_copy(self) -> None:
        if self.main.mode == "SELECT":
            if self.main.marking.words() is not None:
                self.main.copy(self.reader.selected_text, "The selection")
                self.reader.clear_selection()
            return
        if self.main.mode in ("READ", "FACTS"):
            fact = self.fact()
            if isinstance(fact, Figure):
                self.main.copy(fact.surface, "The figure")
                return
            if isinstance(fact, Entity):
                self.main.copy(fact.name, "The name")
                return
            if isinstance(fact, Annotation) and fact.anchor:
                self.main.copy(fact.anchor.exact, "The passage")
                return
        headline = self.main.listing.target()
        if headline and headline.link:
            self.main.copy(headline.link, "The link")
        elif headline:
            self.main.copy(headline.title, "The title")
