"""All notes across articles: look through them and come back, take them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.config import at_home
from lesart.model.annotation import Annotation
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.tui.screens.annotations import Place
    from lesart.tui.screens.main import Main

_HERE = "this article"
_FOLDER = "~/lesart-notes"


class AllNotesController(Controller):
    """What a person wrote, wherever it stands."""

    def __init__(self, main: Main) -> None:
        super().__init__(main)
        self._place: Place | None = None
        self._exported: dict[str, str] = {}
        """What was asked for last time."""

    def do_annotations(self) -> None:
        from lesart.tui.screens.annotations import AnnotationsScreen, Place

        self._place = self._place or Place()

        def go(chosen: Annotation | None) -> None:
            if chosen is None:
                return
            # The list is as old as the screen: where the note stands by now is asked again.
            note = self.store.annotations.by_uid(chosen.uid)
            if note is None:
                self.tell("This note was deleted on another screen meanwhile.")
                return
            self.main.reading.open(note.article_id, at=self.store.annotations.root(note).span)

        self.app.push_screen(
            AnnotationsScreen(
                self.store,
                self.main.listing.parsed,
                place=self._place,
                meanings=self.app.config.colours,
                glyphs=self.app.glyphs,
                export=self._ask,
            ),
            go,
        )

    # ------------------------------------------------------------------ exporting

    def do_export(self) -> None:
        self._ask(_HERE if self.main.is_reading else self._exported.get("notes", ""))

    def _ask(self, notes: str) -> None:
        from lesart.services.exporting.export import FORMATS
        from lesart.tui.screens.dialogs import Form

        fields = {
            "notes": notes,
            "format": self._exported.get("format", "markdown"),
            "to": self._exported.get("to", _FOLDER),
        }
        choices = {
            "notes": ("a query; nothing for all", _HERE),
            "format": tuple(FORMATS),
            "to": ("the file, for Markdown the folder",),
        }
        self.app.push_screen(Form("Take notes out", fields, choices), self._asked)

    def _asked(self, answer: dict[str, str] | None) -> None:
        from lesart.services.exporting.export import FORMATS
        from lesart.tui.screens.dialogs import Confirm

        if answer is None:
            return
        self._exported = answer
        format_, to = answer["format"].lower(), answer["to"]
        article = self.main.reading.article if self.main.is_reading else None
        what = ["--", answer["notes"]] if answer["notes"] else []
        if answer["notes"] == _HERE:
            if article is None:
                self.tell("No article is open: name the notes by a query, or leave the line empty.")
                return
            what = ["--article", str(article.id)]
        if format_ not in FORMATS:
            self.tell(f"There is no format “{format_}”. There are {', '.join(FORMATS)}.")
            return
        if not to:
            self.tell("Say where the notes go: a file, or a folder for Markdown.")
            return
        path = at_home(to)
        if not path.is_absolute():
            path = at_home("~") / path
        if format_ != "markdown" and not path.suffix:
            path = path.with_name(path.name + FORMATS[format_].suffix)
        arguments = ["export", "--format", format_, "--to", str(path)]
        if format_ == "markdown" or not path.exists():
            self.main.feed_jobs.run(self._export([*arguments, *what]))
            return

        def replace(yes: bool | None) -> None:
            if yes:
                self.main.feed_jobs.run(self._export([*arguments, "--force", *what]))

        self.app.push_screen(Confirm(f"{path} is there already. Replace it?"), replace)

    async def _export(self, arguments: list[str]) -> None:
        self.tell("Writing …")
        child = await self.main.feed_jobs.ended(arguments)
        self.tell(child.last_words("The export") or "The export ended early.")
