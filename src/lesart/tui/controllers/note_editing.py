"""Change notes that are there: their colour, tags, words; and what an article is tagged with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.text import Span
from lesart.translations import N_, _
from lesart.tui.controllers.controller import ArgumentHandlers, Handlers
from lesart.tui.controllers.last_action import LastColour, LastTags
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.marking import Marking
from lesart.tui.controllers.note_steps import NoteSteps
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.triage import TriageController

if TYPE_CHECKING:
    from lesart.store import Store
    from lesart.tui.controllers.context import Context


class NoteEditing(NoteSteps):
    """Colours, tags, deleting, and putting a note on other words."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        marking: Marking,
        triage: TriageController,
    ) -> None:
        super().__init__(context, reading)
        self._listing, self._marking, self._triage = listing, marking, triage

    def handlers(self) -> Handlers:
        return {
            "tag": self.do_tag,
            "recolour": self.do_recolour,
            "delete": self.do_delete,
            "changes": self.do_changes,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"tag": self.tag_with}

    # ------------------------------------------------------------------ tags

    def do_tag(self) -> None:
        if self.context.mode == "SELECT":
            self._tag_selection()
            return
        note = self._marking.note_here() if self.context.is_reading else None
        if note is not None:
            self._ask_about(note)
        elif (headline := self._listing.target()) is not None:
            old = self.store.articles.tags(headline.id)
            self._ask(_("Tags of this article"), old, partial(self._tag_article, headline.id, old))

    def tag_with(self, answer: str) -> None:
        """Add tags, as they are written in the line for tags."""
        if tags := _tags_of(answer):
            self.add_tags(tags)
        else:
            self.tell(_("Name one tag or several, with spaces between."))

    def add_tags(self, tags: tuple[str, ...]) -> None:
        """To the selection, the mark under the cursor, else the article; what is there stays."""
        if self.context.mode == "SELECT":
            if span := self._reading.selected():
                self._marking.mark(span, None, tags)
            return
        note = self._marking.note_here() if self.context.is_reading else None
        if note is not None:
            self._tag_note(note, tuple(dict.fromkeys((*note.tags, *tags))))
        elif (headline := self._listing.target()) is not None:
            old = self.store.articles.tags(headline.id)
            self._tag_article(headline.id, old, tuple(dict.fromkeys((*old, *tags))))
        else:
            self.tell(_("There is no article here to tag."))

    def _tag_selection(self) -> None:
        reading = self._reading
        selection, moved = reading.selected(), reading.reader.moved
        if selection is None or reading.article is None:
            return
        note = self._marking.keep_ends() if moved else reading.note_on(selection)
        if note is None:
            self._ask(
                _("Tags for this passage"), (), partial(self._mark, reading.article, selection)
            )
        else:
            self._ask_about(note)

    def _ask_about(self, note: Annotation) -> None:
        self._ask(_("Tags of this annotation"), note.tags, partial(self._tag_note, note))

    def _ask(
        self, title: str, tags: tuple[str, ...], use: Callable[[tuple[str, ...]], None]
    ) -> None:
        from lesart.tui.screens.dialogs import Ask

        def answered(answer: str | None) -> None:
            if answer is not None:
                use(_tags_of(answer))

        known = [tag for tag, _ in self.store.annotations.tags()]
        self.app.push_screen(Ask(title, _to_go_on(tags), known, _(_TAG_HINT)), answered)

    def _mark(self, article: Article, span: Span, tags: tuple[str, ...]) -> None:
        if tags:
            self._reading.reader.clear_selection()
            self._marking.highlight(article, span, tags, _named(tags))

    def _tag_note(self, seen: Annotation, tags: tuple[str, ...]) -> None:
        if added := tuple(tag for tag in tags if tag not in seen.tags):
            self._marking.last = LastTags(added)
        self.set_fields(seen, _named(tags), tags=tags)

    def _tag_article(self, article_id: int, saw: tuple[str, ...], wanted: tuple[str, ...]) -> None:
        """Add and take away what the reader did; tags of another screen stay."""
        added = tuple(tag for tag in wanted if tag not in saw)
        gone = tuple(tag for tag in saw if tag not in wanted)
        if not added and not gone:
            self.tell(_named(wanted))
            return
        if added:
            self._marking.last = LastTags(added)

        # What the last turn really did: turned round it is what the next one does.
        from lesart.services.note_changes import Tagged, tag_article

        last = [Tagged(gone, added)]

        def turn() -> None:
            def change(store: Store) -> None:
                last[0] = tag_article(store, article_id, add=last[0].gone, take=last[0].added)

            self.write(change, lambda _: self._reading.noted(article_id))

        turn()
        self.history.did(_("The tags are as they were."), turn, turn)
        self.tell(_named(wanted))

    # ------------------------------------------------------------------ colours, deleting

    def do_recolour(self) -> None:
        note = self._marking.note_here()
        if note is None:
            self.tell(
                self.keyed(
                    _("There is no annotation under the cursor (a, then ] finds the next)."),
                    "notes",
                    "reader.next_mark",
                )
            )
            return
        at = COLOURS.index(note.colour) if note.colour in COLOURS else -1
        self._marking.colour = COLOURS[(at + 1) % len(COLOURS)]
        self._marking.last = LastColour(self._marking.colour)
        self.set_fields(note, "", colour=self._marking.colour)

    def do_delete(self) -> None:
        if self.context.mode == "LIST":
            self._triage.delete_article()
            return
        note = self._marking.note_here()
        if note is None:
            self.tell(
                self.keyed(
                    _("There is no annotation under the cursor; in the list, d deletes articles."),
                    "delete",
                )
            )
            return
        from lesart.services.note_changes import removal

        says = self.keyed(_("Annotation deleted; u brings it back."), "undo")
        self.apply_change(removal(note), _("The annotation is back."), says)

    def do_changes(self) -> None:
        self._reading.look_again()
        article = self._reading.article
        revisions = self.store.articles.revisions(article.id) if article else []
        if article is None or not revisions:
            self.tell(_("The words of this article never changed."))
            return
        from lesart.tui.screens.changes import changes_of

        notes = self.store.annotations.of(article.id)
        self.app.push_screen(changes_of(article, revisions, notes, self.app.formats))


_TAG_HINT = N_("words with spaces or commas between them · tab completes · ⏎ saves · esc leaves")


def _named(tags: tuple[str, ...]) -> str:
    return (
        _("Tagged: {names}.").format(names=" ".join(f"#{tag}" for tag in tags))
        if tags
        else _("No tags.")
    )


def _tags_of(answer: str) -> tuple[str, ...]:
    words = answer.replace(",", " ").split()
    return tuple(dict.fromkeys(word.lstrip("#") for word in words if word.lstrip("#")))


def _to_go_on(tags: Iterable[str]) -> str:
    """Tags as they are edited: what is typed next is another one."""
    return "".join(f"{tag} " for tag in tags)
