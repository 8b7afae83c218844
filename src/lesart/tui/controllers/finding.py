"""Find words in the article that is shown, and go on from one to the next."""

from __future__ import annotations

from lesart.locales.in_sentences import numeral
from lesart.query.matches import matches_in
from lesart.translations import _, ngettext
from lesart.tui.controllers.shown_article import Shown


class Finding(Shown):
    """The line that searches an article, and the matches that are lit in it."""

    def begin_find(self) -> None:
        """Open the line that searches this article."""
        self.context.remember()
        self.find_line.add_class("shown")
        self.find_line.focus()
        self.found(self.find_line.value)

    def find(self, text: str) -> None:
        """Mark these words in the article, and go to the next of them."""
        self.context.remember()
        self.found(text)

    def found(self, text: str) -> None:
        """Mark what was typed, wherever it stands in the text."""
        if self.article is None:
            return
        query = self._listing.parsed(text, is_typing=True)
        spans = matches_in(self.article.text, query)
        self.reader.set_matches(spans)
        if spans:
            here = self.reader.position
            self.reader.jump_to(next((s for s in spans if s.start >= here), spans[0]))
            self.reader.kind = "matches"
        if text.strip():
            if not spans:
                self.tell(self.keyed(_("Not in this article; \\ searches all."), "search_all"))
                return
            found = ngettext("{count} match", "{count} matches", len(spans)).format(
                count=numeral(len(spans))
            )
            self.tell(_("{found}; ⏎ then ] [ go from one to the next.").format(found=found))

    @property
    def is_search_lit(self) -> bool:
        """Whether the marks one goes through are what a search found."""
        return self.reader.kind == "matches" and len(self.reader.marked.matches) > 0

    def go_to_match(self, step: int) -> None:
        """Go on from match to match."""
        if not len(self.reader.marked.matches):
            self.tell(
                _("No search is lit in this article; {search_key} finds words in it.").format(
                    search_key=self.key_of("search")
                )
            )
            return
        self.reader.kind = "matches"
        self.context.remember()
        self.reader.action_next_mark(step)

    def finish_find(self) -> None:
        self.find_line.remove_class("shown")
        self.reader.focus()

    def leave_find(self) -> None:
        self.find_line.remove_class("shown")
        self.find_line.value = ""
        if self.article is not None:
            self.mark_matches()
        self.reader.focus()
