"""Mark passages and write notes: everything a person puts on a text, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.store import Store
from lesart.text.shorten import shortened
from lesart.translations import _
from lesart.tui.controllers.controller import Handlers
from lesart.tui.controllers.full_text import FullTextController
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.marking import Marking
from lesart.tui.controllers.note_steps import NoteSteps
from lesart.tui.controllers.reading import ReadingController, draft_for

if TYPE_CHECKING:
    from lesart.services.drafts import OpenDraft
    from lesart.services.note_changes import Outcome
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.note_editor import NoteEditor


@dataclass(slots=True)
class _About:
    """What the open editor writes on."""

    article: Article
    """As the writer sees it: what `span` counts."""
    changes: Annotation | None = None
    """The note to change; else a new one is written."""
    span: Span | None = None
    answers: Annotation | None = None
    """The note that the new one is a reply to."""
    draft: OpenDraft | None = None
    """What is kept of it until it is saved."""
    is_outdated: bool = False
    """The draft is a change of what the note does not say any more."""


class AnnotatingController(NoteSteps):
    """Highlights and notes on the opened article, and taking back what was done."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        marking: Marking,
        full_text: FullTextController,
        editor: NoteEditor,
    ) -> None:
        super().__init__(context, reading)
        self._listing, self._marking, self._full_text = listing, marking, full_text
        self.editor = editor
        self._about: _About | None = None

    def handlers(self) -> Handlers:
        return {
            "note": self.do_note,
            "reply": self.do_reply,
            "article_note": self.do_article_note,
            "undo": self.do_undo,
            "redo": self.do_redo,
        }

    def _add(self, about: _About, note: str, tags: tuple[str, ...], says: str) -> None:
        article, span, answers, draft = about.article, about.span, about.answers, about.draft
        colour, now = self._marking.colour, self.app.now()

        def add(store: Store) -> Outcome:
            from lesart.services.note_changes import add_note

            with store.transaction(is_durable=True):
                if draft is not None:
                    draft.forget(store)
                return add_note(
                    store, article, span, now=now, colour=colour, note=note, tags=tags,
                    answers=answers,
                )  # fmt: skip

        undone = _("The note is gone.") if note else _("The highlight is gone.")
        self.change_notes(add, undone, says, lambda: self._keep(draft, note))

    # ------------------------------------------------------------------ notes

    def do_note(self) -> None:
        """On the selection; else on the annotation or mark at the cursor; else on the article."""
        reading = self._reading
        article = reading.article
        if article is None:
            return
        if self.context.mode == "SELECT":
            if selection := self._reading.selected():
                self._on_words(article, selection)
            return
        fact = self._marking.note_or_fact()
        match fact:
            case Annotation():
                words = fact.anchor.exact if fact.anchor else article.title
                self._begin(_About(article, changes=fact), words)
            case Figure():
                self._on_words(article, fact.span)
            case Entity():
                here = reading.reader.cursor
                spans = [mention.span for mention in fact.mentions]
                span = next((s for s in spans if s.start <= here < s.end), spans[0])
                self._on_words(article, span)
            case _:
                self._begin(_About(article), article.title)

    def _on_words(self, article: Article, span: Span) -> None:
        """On these words: also where they are marked already, that is the mark written on."""
        moved = self._reading.reader.moved
        note = self._marking.keep_ends() if moved else self._reading.note_on(span)
        self._begin(
            _About(article, changes=note, span=None if note else span),
            article.text[span.start : span.end],
        )

    def do_reply(self) -> None:
        """Answer a note of one's own: what came to mind, or to light, later."""
        note, article = self._marking.note_here(), self._reading.article
        if note is None or article is None:
            self.tell(
                self.keyed(
                    _("There is no note under the cursor to reply to (a, then ] finds the next)."),
                    "notes",
                    "reader.next_mark",
                )
            )
            return
        words = note.note or (note.anchor.exact if note.anchor else "")
        self._begin(_About(article, answers=note), words)

    def do_article_note(self) -> None:
        headline = self._listing.target()
        if headline is None:
            return
        if self._reading.article_id != headline.id or not self.context.is_reading:
            self._reading.open(headline.id)
        article = self._reading.article
        if article is not None and article.id == headline.id:
            self._begin(_About(article), headline.title)

    def _begin(self, about: _About, words: str) -> None:
        if not self.may_write():
            return
        from lesart.services import drafts

        note, article, span = about.changes, about.article, about.span
        if note is not None:
            key, draft = drafts.key_of_change(note), drafts.draft_of_change(self.store, note)
        elif (above := about.answers) is not None:
            key, draft = drafts.key_of_reply(above), drafts.draft_of_reply(self.store, above)
        else:
            key, draft = drafts.key_of_new(article, span), draft_for(self.store, article, span)
        about.draft = drafts.OpenDraft(draft.key, draft.text) if draft else drafts.OpenDraft(key)
        what = _("reply to “{words}”") if about.answers else _("note on “{words}”")
        is_draft = ""
        if draft is not None:
            is_draft = _(" (draft)")
            about.is_outdated = draft.is_outdated
            if draft.is_outdated:
                is_draft = _(" (draft; the note has changed since: saved as a reply)")
            if draft.span is not None and draft.now is None and draft.article is not None:
                about.article, about.span = draft.article, draft.span
                words = draft.article.text[draft.span.start : draft.span.end]
                is_draft = _(" (draft; its words have changed)")
        self._about = about
        text = draft.text if draft else note.note if note else ""
        self.editor.begin(text, f"{what.format(words=shortened(words, 40))}{is_draft}")
        if span is not None:
            self._reading.reader.jump_to(span)
        self.context.paint_bars()

    def _keep(self, draft: OpenDraft | None, text: str) -> None:
        """What was written survives a crash."""
        if draft is not None:
            now = self.app.now()
            self.write(
                lambda store: draft.keep(store, text, now=now), is_by_words=True, is_silent=True
            )

    def typed(self, text: str) -> None:
        """Something was written since the last pause."""
        if self._about is not None:
            self._keep(self._about.draft, text)

    def keep_open_draft(self) -> None:
        """What is being written this moment, without waiting for a pause."""
        if self.editor.is_open:
            self.typed(self.editor.text)

    def left(self, text: str) -> None:
        """The editor was closed without saving."""
        annotation = self._about.changes if self._about else None
        is_same = annotation is not None and annotation.note == text
        self.typed("" if is_same else text)
        if text.strip() and not is_same:
            opens = "&" if self._about and self._about.answers else "c"
            self.tell(
                _("Kept as a draft: {opens} at the same place opens it again.").format(opens=opens)
            )
        self._about = None
        self._reading.reader.focus()

    def saved(self, text: str) -> None:
        """The note is written."""
        if self._about is None:
            return
        about, annotation = self._about, self._about.changes
        self._about = None
        from lesart.text.hashtags import tags_in

        says = self.keyed(_("Note saved; u takes it back."), "undo")
        if annotation is not None:
            self._rewrite(about, annotation, text, _merged(annotation.tags, tags_in(text)), says)
        elif text:
            self._add(about, text, tags_in(text), says)
        else:
            self._keep(about.draft, "")
            self.tell(_("An empty note is none."))
        reader = self._reading.reader
        reader.clear_selection()
        reader.focus()

    def _rewrite(
        self, about: _About, seen: Annotation, text: str, tags: tuple[str, ...], says: str
    ) -> None:
        """Store what a note says now. Where there is no such note any more it is a new one."""
        draft, now, article = about.draft, self.app.now(), about.article
        if about.is_outdated:  # the draft was begun on what the note said before
            seen = replace(seen, note="")

        def put(store: Store) -> Outcome:
            from lesart.services.note_changes import Fields, add_note, apply, edit

            with store.transaction(is_durable=True):
                if draft is not None:
                    draft.forget(store)
                outcome = apply(store, edit(seen, Fields(note=text, tags=tags)), now=now)
                if outcome.note is None and text:
                    return add_note(store, article, seen.span, now=now, note=text, tags=tags)
                return outcome

        self.change_notes(put, _("The note is as it was."), says, lambda: self._keep(draft, text))

    def do_undo(self) -> None:
        self._marking.forget_fresh()
        if self.history.is_empty:
            self._full_text.undo_of_other_days()
        says = self.history.undo()
        self.tell(_("Undone: {says}").format(says=says) if says else _("Nothing to undo."))

    def do_redo(self) -> None:
        # What a step says is what its undoing leads to.
        self.tell(_("Done again.") if self.history.redo() else _("Nothing to do again."))


def _merged(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
