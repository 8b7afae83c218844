"""Change notes that are there: their colour, tags, words; and what an article is tagged with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.text import Span
from lesart.tui.controllers.note_steps import NoteRoom

if TYPE_CHECKING:
    from lesart.services.note_changes import NoteChange, Outcome
    from lesart.store import Store


class NoteEditing(NoteRoom):
    """Colours, tags, deleting, and putting a note on other words."""

    def _change(self, change: NoteChange, undone: str, says: str) -> None:
        now = self.app.now()

        def put(store: Store) -> Outcome:
            from lesart.services.note_changes import apply

            return apply(store, change, now=now)

        self.change_notes(put, undone, says)

    def _set(self, seen: Annotation, says: str, **values: object) -> None:
        from lesart.services.note_changes import Fields, edit

        wanted = Fields(**values)  # type: ignore[arg-type]
        self._change(edit(seen, wanted), "The note is as it was.", says)

    # ------------------------------------------------------------------ tags

    def do_tag(self) -> None:
        reading, headline = self.main.reading, self.main.listing.target()
        selection, note = None, None
        if self.main.mode == "SELECT":
            selection, moved = self.main.marking.words(), reading.reader.moved
            if selection is None:
                return
            note = self.main.marking.keep_ends() if moved else reading.note_on(selection)
        elif self.main.is_reading:
            note = reading.note_here()
        if note is None and selection is not None and reading.article is not None:
            self._ask("Tags for this passage", (), partial(self._mark, reading.article, selection))
        elif note is not None:
            self._ask("Tags of this annotation", note.tags, partial(self._tag_note, note))
        elif headline is not None:
            old = self.store.articles.tags(headline.id)
            self._ask("Tags of this article", old, partial(self._tag_article, headline.id, old))

    def _ask(
        self, title: str, tags: tuple[str, ...], use: Callable[[tuple[str, ...]], None]
    ) -> None:
        from lesart.tui.screens.dialogs import Ask

        def answered(answer: str | None) -> None:
            if answer is not None:
                use(_tags_of(answer))

        known = [tag for tag, _ in self.store.annotations.tags()]
        self.app.push_screen(Ask(title, _to_go_on(tags), known, _TAG_HINT), answered)

    def _mark(self, article: Article, span: Span, tags: tuple[str, ...]) -> None:
        if tags:
            self.main.reading.reader.clear_selection()
            self.main.marking.highlight(article, span, tags, _named(tags))

    def _tag_note(self, seen: Annotation, tags: tuple[str, ...]) -> None:
        self._set(seen, _named(tags), tags=tags)

    def _tag_article(self, article_id: int, saw: tuple[str, ...], wanted: tuple[str, ...]) -> None:
        """Add and take away what the reader did; tags of another screen stay."""
        added = tuple(tag for tag in wanted if tag not in saw)
        gone = tuple(tag for tag in saw if tag not in wanted)

        # What the last turn really did: turned round it is what the next one does.
        from lesart.services.note_changes import Tagged, tag_article

        last = [Tagged(gone, added)]

        def turn() -> None:
            def change(store: Store) -> None:
                last[0] = tag_article(store, article_id, add=last[0].gone, take=last[0].added)

            self.write(change, lambda _: self.main.reading.noted(article_id))

        turn()
        self.history.did("The tags are as they were.", turn, turn)
        self.tell(_named(wanted))

    # ------------------------------------------------------------------ colours, deleting

    def do_recolour(self) -> None:
        note = self.main.reading.note_here()
        if note is None:
            self.tell("There is no annotation under the cursor (a, then ] finds the next).")
            return
        at = COLOURS.index(note.colour) if note.colour in COLOURS else -1
        self.main.annotating.colour = COLOURS[(at + 1) % len(COLOURS)]
        self.recolour(note, self.main.annotating.colour, "")

    def recolour(self, seen: Annotation, colour: str, says: str) -> None:
        self._set(seen, says, colour=colour)

    def do_delete(self) -> None:
        if self.main.mode in ("LIST", "SOURCES"):
            self.main.triage.delete_article()
            return
        note = self.main.reading.note_here()
        if note is None:
            self.tell("There is no annotation under the cursor; in the list, d deletes articles.")
            return
        from lesart.services.note_changes import removal

        says = "Annotation deleted; u brings it back."
        self._change(removal(note), "The annotation is back.", says)

    def do_changes(self) -> None:
        self.main.reading.look_again()
        article = self.main.reading.article
        revisions = self.store.articles.revisions(article.id) if article else []
        if article is None or not revisions:
            self.tell("The words of this article never changed.")
            return
        from lesart.tui.screens.changes import changes_of

        notes = self.store.annotations.of(article.id)
        self.app.push_screen(changes_of(article, revisions, notes, self.app.formats))


_TAG_HINT = "words with spaces or commas between them · tab completes · ⏎ saves · esc leaves"


def _named(tags: tuple[str, ...]) -> str:
    return f"Tagged: {' '.join(f'#{tag}' for tag in tags)}." if tags else "No tags."


def _tags_of(answer: str) -> tuple[str, ...]:
    words = answer.replace(",", " ").split()
    return tuple(dict.fromkeys(word.lstrip("#") for word in words if word.lstrip("#")))


def _to_go_on(tags: Iterable[str]) -> str:
    """Tags as they are edited: what is typed next is another one."""
    return "".join(f"{tag} " for tag in tags)
