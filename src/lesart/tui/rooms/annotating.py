"""Mark passages and write notes: everything a person puts on a text, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from lesart.glance import shortened
from lesart.model import COLOURS, Annotation, Entity, Figure, Span
from lesart.store import Store
from lesart.tui.rooms.room import Room

if TYPE_CHECKING:
    from lesart.tui.screens.main import Main
    from lesart.tui.widgets.note_editor import NoteEditor


@dataclass(frozen=True, slots=True)
class _About:
    """What the open editor writes on."""

    article_id: int
    changes: Annotation | None = None
    """The note to change; else a new one is written."""
    span: Span | None = None
    answers: Annotation | None = None
    """The note that the new one is a reply to."""


class Annotating(Room):
    """Highlights, notes and tags on the opened article."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self.colour = COLOURS[0]
        self._about: _About | None = None

    @property
    def editor(self) -> NoteEditor:
        return cast("NoteEditor", self.main.query_one("#editor"))

    # ------------------------------------------------------------------ highlights

    def do_colour_1(self) -> None:
        self._highlight(COLOURS[0])

    def do_colour_2(self) -> None:
        self._highlight(COLOURS[1])

    def do_colour_3(self) -> None:
        self._highlight(COLOURS[2])

    def do_colour_4(self) -> None:
        self._highlight(COLOURS[3])

    def do_colour_5(self) -> None:
        self._highlight(COLOURS[4])

    def do_highlight(self) -> None:
        self._highlight(self.colour)

    def _highlight(self, colour: str) -> None:
        reading = self.main.reading
        span = reading.reader.selection
        if span is None or reading.article is None:
            return
        self.colour = colour
        reading.reader.clear_selection()
        meaning = self.app.config.colours.get(colour)
        named = f"{colour} ({meaning})" if meaning else colour
        same = [note for note in reading.annotations if note.span == span]
        if any(note.colour == colour for note in same):
            self.tell(f"These words are in {named} already; a note on them: c, away: d.")
        elif same:
            self._change(same[-1], colour=colour)
            self.tell(f"Now in {named}; u takes it back.")
        else:
            self._add(_About(reading.article.id, span=span), note="", tags=())
            self.tell(f"Highlighted in {named}; u takes it back.")

    def _add(self, about: _About, note: str, tags: tuple[str, ...]) -> None:
        article_id, span = about.article_id, about.span
        parent = about.answers.id if about.answers else None
        article = self.main.reading.article
        if article is None or article.id != article_id:
            article = self.store.articles.get(article_id)
        if article is None:
            self.tell("This article is gone; the note is kept as a draft.")
            return
        from lesart.anchor import make_anchor

        anchor = make_anchor(article.text, span) if span else None
        colour, now, revision = self.colour, self.app.now(), article.revision

        def add(store: Store) -> Annotation:
            return store.annotations.add(
                article_id, anchor, now=now, colour=colour, note=note, tags=tags,
                revision=revision, parent=parent,
            )  # fmt: skip

        def done(added: Annotation) -> None:
            self._refresh(article_id)
            what = "note" if note else "highlight"
            self.history.did(
                f"The {what} is gone.",
                lambda: self._put("delete", added),
                lambda: self._put("restore", added),
            )

        self.write(add, done)

    def _put(self, what: str, annotation: Annotation) -> None:
        self.write(
            lambda store: getattr(store.annotations, what)(annotation.id),
            lambda _: self._refresh(annotation.article_id),
        )

    def _refresh(self, article_id: int) -> None:
        self.main.reading.noted(article_id)

    # ------------------------------------------------------------------ notes

    def do_note(self) -> None:
        """On the selection; else on the annotation or mark at the cursor; else on the article."""
        reading = self.main.reading
        article = reading.article
        if article is None:
            return
        selection = reading.reader.selection
        if selection is not None:
            words = article.text[selection.start : selection.end]
            self._begin(_About(article.id, span=selection), words)
            return
        fact = reading.fact()
        match fact:
            case Annotation():
                words = fact.anchor.exact if fact.anchor else article.title
                self._begin(_About(article.id, changes=fact), words)
            case Figure():
                self._begin(_About(article.id, span=fact.span), fact.surface)
            case Entity():
                here = reading.reader.cursor
                spans = [mention.span for mention in fact.mentions]
                span = next((s for s in spans if s.start <= here < s.end), spans[0])
                self._begin(_About(article.id, span=span), fact.name)
            case _:
                self._begin(_About(article.id), article.title)

    def do_reply(self) -> None:
        """Answer a note of one's own: what came to mind, or to light, later."""
        note = self._note_here()
        if note is None:
            self.tell("There is no note under the cursor to reply to (a, then ] finds the next).")
            return
        words = note.note or (note.anchor.exact if note.anchor else "")
        self._begin(_About(note.article_id, answers=note), words)

    def do_article_note(self) -> None:
        headline = self.main.listing.target()
        if headline is None:
            return
        if self.main.reading.article_id != headline.id or not self.main.is_reading:
            self.main.reading.open(headline.id)
        self._begin(_About(headline.id), headline.title)

    def _begin(self, about: _About, words: str) -> None:
        annotation, span = about.changes, about.span
        where = f"{span.start}-{span.end}" if span else "article"
        key = f"new:{about.article_id}:{where}"
        if annotation:
            key = f"note:{annotation.uid}"
        elif about.answers:
            key = f"reply:{about.answers.uid}"
        draft = self.store.settings.draft(key)
        text = draft or (annotation.note if annotation else "")
        self._about = about
        what = "reply to" if about.answers else "note on"
        title = f"{what} “{shortened(words, 40)}”"
        self.editor.begin(key, text, f"{title} (draft)" if draft else title)
        if span is not None:
            self.main.reading.reader.jump_to(span)
        self.main.paint_bars()

    def keep_draft(self, key: str, text: str) -> None:
        """What stands in the editor survives a crash."""
        now = self.app.now()
        self.write(lambda store: store.settings.save_draft(key, text, now=now))

    def keep_open_draft(self) -> None:
        """What is being written this moment, without waiting for a pause."""
        if self.editor.is_open:
            self.keep_draft(self.editor.key, self.editor.text)

    def left(self, key: str, text: str) -> None:
        """The editor was closed without saving."""
        annotation = self._about.changes if self._about else None
        is_same = annotation is not None and annotation.note == text
        self.keep_draft(key, "" if is_same else text)
        if text.strip() and not is_same:
            opens = "&" if self._about and self._about.answers else "c"
            self.tell(f"Kept as a draft: {opens} at the same place opens it again.")
        self._about = None
        self.main.reading.reader.focus()

    def saved(self, key: str, text: str) -> None:
        """The note is written."""
        if self._about is None:
            return
        about, annotation = self._about, self._about.changes
        self._about = None
        from lesart.tui.widgets.note_editor import tags_in

        if annotation is not None:
            self._change(annotation, note=text, tags=_merged(annotation.tags, tags_in(text)))
        elif text:
            self._add(about, text, tags_in(text))
        now = self.app.now()
        self.write(lambda store: store.settings.save_draft(key, "", now=now))
        reader = self.main.reading.reader
        reader.clear_selection()
        reader.focus()
        self.tell(
            "Note saved; u takes it back." if text or annotation else "An empty note is none."
        )

    def _change(self, old: Annotation, **values: object) -> None:
        now = self.app.now()

        def put(annotation: Annotation) -> None:
            self.write(
                lambda store: store.annotations.put(annotation),
                lambda _: self._refresh(old.article_id),
            )

        new = replace(old, changed=now, **values)  # type: ignore[arg-type]
        put(new)
        self.history.did("The note is as it was.", lambda: put(old), lambda: put(new))

    # ------------------------------------------------------------------ tags, colours, deleting

    def do_tag(self) -> None:
        reading, headline = self.main.reading, self.main.listing.target()
        selection = reading.reader.selection
        note = reading.reader.marks_here()[2] if self.main.is_reading else None
        if self.main.mode == "FACTS" and isinstance(reading.panel.fact, Annotation):
            note = reading.panel.fact
        known = [tag for tag, _ in self.store.annotations.tags()]
        from lesart.tui.screens.dialogs import Ask

        if selection is not None and reading.article is not None:
            about = _About(reading.article.id, span=selection)

            def add(answer: str | None) -> None:
                if answer:
                    self._add(about, "", _tags_of(answer))
                    reading.reader.clear_selection()

            self.app.push_screen(Ask("Tags for this passage", "", known, _TAG_HINT), add)
        elif note is not None:

            def change(answer: str | None) -> None:
                if answer is not None:
                    self._change(note, tags=_tags_of(answer))

            self.app.push_screen(
                Ask("Tags of this annotation", _to_go_on(note.tags), known, _TAG_HINT), change
            )
        elif headline is not None:
            article_id, old = headline.id, self.store.articles.tags(headline.id)

            def put(tags: tuple[str, ...]) -> None:
                self.write(
                    lambda store: store.articles.set_tags(article_id, tags),
                    lambda _: self._refresh(article_id),
                )

            def tag(answer: str | None) -> None:
                if answer is not None:
                    new = _tags_of(answer)
                    put(new)
                    self.history.did(
                        "The tags are as they were.", lambda: put(old), lambda: put(new)
                    )
                    self.tell(
                        "Tagged: " + " ".join(f"#{tag}" for tag in new) if new else "No tags."
                    )

            self.app.push_screen(Ask("Tags of this article", _to_go_on(old), known, _TAG_HINT), tag)

    def do_recolour(self) -> None:
        note = self._note_here()
        if note is None:
            self.tell("There is no annotation under the cursor (a, then ] finds the next).")
            return
        at = COLOURS.index(note.colour) if note.colour in COLOURS else -1
        self.colour = COLOURS[(at + 1) % len(COLOURS)]
        self._change(note, colour=self.colour)

    def _note_here(self) -> Annotation | None:
        fact = self.main.reading.fact()
        if isinstance(fact, Annotation):
            return fact
        return self.main.reading.reader.marks_here()[2]

    def do_delete(self) -> None:
        if self.main.mode in ("LIST", "SOURCES"):
            self.main.triage.delete_article()
            return
        note = self._note_here()
        if note is None:
            self.tell("There is no annotation under the cursor; in the list, d deletes articles.")
            return
        self._put("delete", note)
        self.history.did(
            "The annotation is back.",
            lambda: self._put("restore", note),
            lambda: self._put("delete", note),
        )
        self.tell("Annotation deleted; u brings it back.")

    def do_changes(self) -> None:
        article = self.main.reading.article
        revisions = self.store.articles.revisions(article.id) if article else []
        if article is None or not revisions:
            self.tell("The words of this article never changed.")
            return
        from lesart.tui.screens.changes import changes_of

        notes = self.store.annotations.of(article.id)
        self.app.push_screen(changes_of(article, revisions, notes, self.app.formats))

    def do_reattach(self) -> None:
        """Put an orphan of this article on the words that are selected."""
        reading = self.main.reading
        article, span = reading.article, reading.reader.selection
        orphans = [note for note in reading.annotations if note.status == "orphan" and note.anchor]
        if article is None or span is None or not orphans:
            self.tell("No note of this article has lost its words.")
            return
        from lesart.anchor import make_anchor
        from lesart.tui.screens.dialogs import Choose

        anchor, now, revision = make_anchor(article.text, span), self.app.now(), article.revision

        def attach(index: int | None) -> None:
            if index is None:
                return
            note = orphans[index]
            self.write(
                lambda store: store.annotations.attach(note.id, anchor, revision=revision, now=now),
                lambda _: self._refresh(article.id),
            )
            self.history.did(
                "The note has no words again.",
                lambda: self._restore(note),
                lambda: attach(index),
            )
            reading.reader.clear_selection()
            self.tell("The note stands on these words now; u takes it back.")

        lines = [
            f"{shortened(n.anchor.exact, 60) if n.anchor else ''}  {shortened(n.note, 60)}"
            for n in orphans
        ]
        self.app.push_screen(Choose("Which note belongs here?", lines), attach)

    def _restore(self, note: Annotation) -> None:
        self.write(
            lambda store: store.annotations.put(note), lambda _: self._refresh(note.article_id)
        )

    def do_undo(self) -> None:
        says = self.history.undo()
        self.tell(f"Undone: {says}" if says else "Nothing to undo.")

    def do_redo(self) -> None:
        says = self.history.redo()
        self.tell(f"Done again: {says}" if says else "Nothing to do again.")


_TAG_HINT = "words with spaces or commas between them · tab completes · ⏎ saves · esc leaves"


def _tags_of(answer: str) -> tuple[str, ...]:
    words = answer.replace(",", " ").split()
    return tuple(dict.fromkeys(word.lstrip("#") for word in words if word.lstrip("#")))


def _to_go_on(tags: Iterable[str]) -> str:
    """Tags as they are edited: what is typed next is another one."""
    return "".join(f"{tag} " for tag in tags)


def _merged(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
