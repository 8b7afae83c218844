"""The pictures of an article in words: caption and alternative text; a key shows one outside."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.binding import Binding

from lesart.model.article import Article
from lesart.services.picture_files import ending_of
from lesart.services.pictures import Picture, pictures_of
from lesart.text.urls import short_address
from lesart.translations import N_, _
from lesart.tui.rendering.cells import fitted
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts, remark


class PicturesScreen(AskingScreen):
    """A line a picture; nothing is fetched before one is opened."""

    says_keys = N_("⏎ show it · O open with a program of yours · esc back · ? keys")
    BINDINGS = [Binding("O", "open_with", "open with", show=False)]

    def __init__(
        self,
        look_up: LookUp,
        hands: Hands,
        article: Article,
        show: Callable[[Picture], None],
        show_with: Callable[[Picture], None],
    ) -> None:
        super().__init__(look_up, hands)
        self._article, self._show, self._show_with = article, show, show_with

    def fill(self) -> None:
        article = self._article
        self.say(_("Pictures: {title}").format(title=" ".join(article.title.split())))
        self.ask(lambda store: pictures_of(store, article), self._found)

    def _found(self, found: list[Picture]) -> None:
        lines = [Line(_parts(number, one), one) for number, one in enumerate(found, 1)]
        self.rows.show(
            lines
            or [
                BLANK,
                remark(_("No picture is known of this article.")),
                remark(_("They are read from its page, where that was fetched (X), or its file.")),
            ],
            0,
        )

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        picture = self.rows.value
        if isinstance(picture, Picture):
            said = " · ".join(filter(None, (picture.caption, picture.alt)))
            said = said or _("(nothing is written for it)")
            self.describe(event, f"{said}\n{picture.address or _where(picture)}")

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        if isinstance(event.value, Picture):
            self._if_it_can_be(self._show, event.value)

    def action_open_with(self) -> None:
        picture = self.rows.value
        if isinstance(picture, Picture):
            self._if_it_can_be(self._show_with, picture)

    def _if_it_can_be(self, show: Callable[[Picture], None], picture: Picture) -> None:
        if picture.content or picture.address:
            show(picture)
        else:
            self.tell(_("This picture has no address that could be opened."))


def _where(picture: Picture) -> str:
    if not picture.content:
        return short_address(picture.address)
    return _("within its file ({kind})").format(kind=ending_of(picture.content))


def _parts(number: int, picture: Picture) -> Callable[[int], Parts]:
    def parts(width: int) -> Parts:
        where = fitted(f" {_where(picture)}", width // 3)
        says = picture.alt or picture.caption or _("(nothing is written for it)")
        room = max(0, width - len(f"{number:>4}  ") - width // 3)
        return [Part(f"{number:>4}  ", "muted"), Part(fitted(says, room)), Part(where, "muted")]

    return parts
