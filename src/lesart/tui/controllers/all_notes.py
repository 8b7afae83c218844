"""All notes across articles: look through them and come back, take them out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lesart.config import at_home
from lesart.model.annotation import Annotation
from lesart.translations import N_, _
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.annotations import Place

_HERE = N_("this article")
_FOLDER = "~/lesart-notes"
_SHORT = {"md": "markdown", "bib": "bibtex", "json": "jsonl"}


class Export(NamedTuple):
    """Notes to be taken out, as the command line is told."""

    path: Path
    arguments: tuple[str, ...]
    replaces: bool
    """There is a file of this name, which the person has to give up first."""


class AllNotesController(Controller):
    """What a person wrote, wherever it stands."""

    def __init__(self, context: Context, listing: ListController, children: Children) -> None:
        super().__init__(context)
        self._listing, self._children = listing, children
        self._place: Place | None = None
        self._exported: dict[str, str] = {}
        """What was asked for last time."""

    def handlers(self) -> Handlers:
        return {"annotations": self.do_annotations, "export": self.do_export}

    def argument_handlers(self) -> ArgumentHandlers:
        return {"export": self.export_to}

    def export_to(self, said: str) -> None:
        """`FORMAT PATH`: the notes of the article that is read, else all; without PATH it is asked."""
        from lesart.services.exporting.export import FORMATS

        name, _, path = said.partition(" ")
        begun = [known for known in FORMATS if known.startswith(name.lower())]
        format_ = _SHORT.get(name.lower(), begun[0] if len(begun) == 1 else name.lower())
        notes = _HERE if self.context.is_reading else ""
        if format_ in FORMATS and not path.strip():
            self._exported = {**self._exported, "format": format_}
            self._ask(notes)
        else:
            self._asked({"notes": notes, "format": format_, "to": path.strip().strip("\"'")})

    def do_annotations(self) -> None:
        from lesart.tui.screens.annotations import AnnotationsScreen, Place

        self._place = self._place or Place()

        def go(chosen: Annotation | None) -> None:
            if chosen is None:
                return
            # The list is as old as the screen: where the note stands by now is asked again.
            note = self.store.annotations.by_uid(chosen.uid)
            if note is None:
                self.tell(_("This note was deleted on another screen meanwhile."))
                return
            self.context.open_article(note.article_id, at=self.store.annotations.root(note).span)

        self.app.push_screen(
            AnnotationsScreen(
                self.store,
                self._listing.parsed,
                place=self._place,
                meanings=self.app.config.colours,
                glyphs=self.app.glyphs,
                export=self._ask,
            ),
            go,
        )

    # ------------------------------------------------------------------ exporting

    def do_export(self) -> None:
        self._ask(_(_HERE) if self.context.is_reading else self._exported.get("notes", ""))

    def _ask(self, notes: str) -> None:
        from lesart.services.exporting.export import FORMATS
        from lesart.tui.screens.dialogs import Form

        fields = {
            "notes": notes,
            "format": self._exported.get("format", "markdown"),
            "to": self._exported.get("to", _FOLDER),
        }
        choices = {
            "notes": (_("a query; nothing for all"), _(_HERE)),
            "format": tuple(FORMATS),
            "to": (_("the file, for Markdown the folder"),),
        }
        form = Form(_("Take notes out"), fields, choices, paths=("to",))
        self.app.push_screen(form, self._asked)

    def _asked(self, answer: dict[str, str] | None) -> None:
        from lesart.tui.screens.dialogs import Confirm

        if answer is None:
            return
        self._exported = answer
        article = self.context.shown_article if self.context.is_reading else None
        wanted = export_of(answer, article.id if article else None)
        if isinstance(wanted, str):
            self.tell(wanted)
            return

        def write(yes: bool | None) -> None:
            if yes:
                self._children.run(self._export(wanted))

        if wanted.replaces:
            self.app.push_screen(
                Confirm(_("{path} is there already. Replace it?").format(path=wanted.path)), write
            )
        else:
            write(True)

    async def _export(self, wanted: Export) -> None:
        self.tell(_("Writing …"))
        child = self._children.child(*wanted.arguments)
        await self._children.answer(child)
        words = child.last_words(_("The export")) or _("The export ended early.")
        if child.was_killed:
            words = _("{words} {key} begins it again.").format(
                words=words, key=self.key_of("export")
            )
        self.tell(words)


def export_of(answer: Mapping[str, str], article_id: int | None) -> Export | str:
    """What is to be written where; a sentence where the answer does not say it.

    `article_id` is the article that is open.
    """
    from lesart.services.exporting.export import FORMATS

    format_, to = answer["format"].lower(), answer["to"]
    notes = ("--", answer["notes"]) if answer["notes"] else ()
    if answer["notes"] == _(_HERE):
        if article_id is None:
            return _("No article is open: name the notes by a query, or leave the line empty.")
        notes = ("--article", str(article_id))
    if format_ not in FORMATS:
        return _("There is no format “{format}”. There are {names}.").format(
            format=format_, names=", ".join(FORMATS)
        )
    if not to:
        return _("Say where the notes go: a file, or a folder for Markdown.")
    path = at_home(to)
    if not path.is_absolute():
        path = at_home("~") / path
    is_folder = format_ == "markdown"
    if not is_folder and not path.suffix:
        path = path.with_name(path.name + FORMATS[format_].suffix)
    replaces = not is_folder and path.exists()
    force = ("--force",) if replaces else ()
    arguments = ("export", "--format", format_, "--to", str(path), *force, *notes)
    return Export(path, arguments, replaces)
