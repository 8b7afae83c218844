"""Hand an article or a note to programs of the reader's own: a browser, a filter, an editor."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.errors import LesartError
from lesart.text.shorten import shortened
from lesart.translations import _
from lesart.tui.controllers.annotating import AnnotatingController
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.marking import Marking
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.tui.background.programs import Ran
    from lesart.tui.controllers.context import Context


class ProgramsController(Controller):
    """What the settings name under `open_with` and `pipe_to`, and $EDITOR."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        marking: Marking,
        annotating: AnnotatingController,
        children: Children,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading, self._marking = listing, reading, marking
        self._annotating, self._children = annotating, children

    def handlers(self) -> Handlers:
        return {
            "open_with": self.do_open_with,
            "pipe_to": self.do_pipe_to,
            "edit_note": self.do_edit_note,
        }

    def argument_handlers(self) -> ArgumentHandlers:
        return {"open_with": self.open_with, "pipe_to": self.pipe_to}

    # ------------------------------------------------------------------ choosing

    def do_open_with(self) -> None:
        self._choose(_("Open with"), "open_with", self.app.config.open_with, self.open_with)

    def do_pipe_to(self) -> None:
        self._choose(_("Pipe to"), "pipe_to", self.app.config.pipe_to, self.pipe_to)

    def _choose(
        self,
        title: str,
        setting: str,
        programs: Mapping[str, tuple[str, ...]],
        use: Callable[[str], None],
    ) -> None:
        """Of one program there is nothing to choose."""
        names = list(programs)
        if not names:
            self.tell(
                _(
                    "Your settings name no program yet: `{setting}`, as lesart config --init shows."
                ).format(setting=setting)
            )
            return
        if len(names) == 1:
            use(names[0])
            return
        from lesart.tui.screens.dialogs import Choose

        def chosen(index: int | None) -> None:
            if index is not None:
                use(names[index])

        lines = [f"{name:16} {shlex.join(programs[name])}" for name in names]
        self.app.push_screen(Choose(title, lines), chosen)

    def _program(self, name: str, programs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        argv = programs.get(name, ())
        if not argv:
            self.tell(
                _("No program “{name}” is named; there are: {programs}.").format(
                    name=shortened(name, 30), programs=", ".join(programs) or _("none")
                )
            )
        return argv

    # ------------------------------------------------------------------ addresses

    def open_with(self, name: str) -> None:
        """Start the program with the article's address, and go on reading."""
        from lesart.text.urls import browser_target

        argv = self._program(name, self.app.config.open_with)
        headline = self._listing.target()
        if not argv:
            return
        target = browser_target(headline.link) if headline is not None and headline.link else None
        if target is None:
            self.tell(_("This article has no http or https address of a real host."))
            return
        self.tell(f"{name}: {target.host}.")
        self._children.run(self._open_with(name, argv, target.url))

    def choose_to_open(self, given: Callable[[], str]) -> None:
        """Start a program of `open_with` with an address that was looked at, or a file of our own."""

        def use(name: str) -> None:
            argv = self._program(name, self.app.config.open_with)
            if argv:
                self.start(name, argv, given())

        self._choose(_("Open with"), "open_with", self.app.config.open_with, use)

    def start(self, name: str, argv: tuple[str, ...], given: str) -> None:
        self._children.run(self._open_with(name, argv, given))

    async def _open_with(self, name: str, argv: tuple[str, ...], url: str) -> None:
        from lesart.tui.background.programs import start_beside, with_url

        status = await start_beside(with_url(argv, url))
        if status:
            self.tell(_("{name} ended with {status}.").format(name=name, status=status))

    # ------------------------------------------------------------------ pipes

    def pipe_to(self, name: str) -> None:
        """Give the program the note under the cursor, else the article, and show what it answers."""
        argv = self._program(name, self.app.config.pipe_to)
        if not argv:
            return
        note = self._marking.note_here() if self.context.is_reading else None
        headline = self._listing.target()
        article = self.store.articles.get(headline.id) if headline is not None else None
        if article is None:
            self.tell(_("There is no article here."))
            return
        self._children.run(self._pipe(name, argv, self._given(name, article, note)))

    def _given(self, name: str, article: Article, note: Annotation | None) -> str:
        from lesart.services import handing_over

        if name.lower().endswith("json"):
            if note is not None:
                return handing_over.note_as_json(note, article)
            notes = self.store.annotations.of(article.id)
            return handing_over.article_as_json(article, notes)
        if note is not None:
            return handing_over.note_as_text(note, article)
        return handing_over.article_as_text(article)

    async def _pipe(self, name: str, argv: tuple[str, ...], given: str) -> None:
        from lesart.tui.background.programs import run_beside

        self._children.report(f"| {name}")
        try:
            ran = await run_beside(argv, given.encode("utf-8", "replace"))
        finally:
            self._children.report("")
        self._show(name, ran)

    def _show(self, name: str, ran: Ran) -> None:
        from lesart.text.clean import clean_text
        from lesart.tui.screens.dialogs import Notice

        words = clean_text(ran.output).strip()
        how = (
            _("{name} ended with {status}.").format(name=name, status=ran.status)
            if ran.status
            else _("{name} is done; it wrote nothing.").format(name=name)
        )
        if ran.was_stopped:
            how = (
                _("{name} wrote too much and was ended.").format(name=name)
                if ran.is_cut
                else _("{name} took too long and was ended.").format(name=name)
            )
        if words:
            more = f"\n\n{how}" if ran.status or ran.was_stopped else ""
            self.app.push_screen(Notice(f"| {name}", words + more))
        else:
            self.tell(how)

    # ------------------------------------------------------------------ the editor

    def do_edit_note(self) -> None:
        """Write the note in $EDITOR. What was begun stays a draft until it is saved."""
        from lesart.tui.background.editor import edited, editor_of

        box = self._annotating.editor
        if not box.is_open:
            if self.context.mode == "SEARCH":
                return
            begin = (
                self._annotating.do_note
                if self.context.is_reading
                else self._annotating.do_article_note
            )
            begin()
            if not box.is_open:
                return
        self._annotating.keep_open_draft()
        before = box.text
        try:
            argv = editor_of(os.environ)
            with self.app.given_terminal() as has_terminal:
                text = edited(before, argv, has_terminal=has_terminal)
        except LesartError as error:
            self.tell(_("{error} It is still open here.").format(error=error))
            return
        if text == before:
            self.tell(_("Nothing was changed in the editor."))
            return
        from lesart.text.clean import clean_text

        box.load_text(clean_text(text))
        box.action_save()
