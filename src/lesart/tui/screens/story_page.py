"""The page of one story: who says which number, contradictions first, and its articles by time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.services.asking.stories import StoryArticle
from lesart.services.asking.story_page import Measured, Said, StoryPage, story_page
from lesart.translations import N_, _, ngettext, quoted
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.screens.entity_lines import Look, Place, article_parts
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts, heading, remark

_SOME = 12
"""So many numbers that only one source gives stand on the page before `more`."""


@dataclass
class StoryPlace:
    """A story's page, and how it was left."""

    article_id: int
    """One of its articles: the story's own number changes when an article goes."""
    line: int | None = None
    is_all: bool = False


class StoryPageScreen(AskingScreen):
    """One story."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "all", "all", show=False),
        Binding("M", "read", "all read", show=False, id="read_story"),
    ]
    says_keys = N_("⏎ go there · + all · M all read · u undo · esc back · ? keys")

    def __init__(
        self,
        look_up: LookUp,
        hands: Hands,
        look: Look,
        place: StoryPlace,
        *,
        go: Callable[[Place], None],
        read: Callable[[int], None],
    ) -> None:
        super().__init__(look_up, hands)
        self._look, self._place, self._go, self._read = look, place, go, read
        self.page: StoryPage | None = None

    def fill(self) -> None:
        article_id = self._place.article_id

        def find(store: Any) -> StoryPage | None:
            member = store.stories.member(article_id)
            return story_page(store, member.story) if member else None

        self.say("…")
        self.ask(find, self._found)

    def _found(self, page: StoryPage | None) -> None:
        self.page = page
        if page is None:
            self.say(_("This article is not compared with the others yet."))
            words = _("It is in a moment, when its figures and names were found. esc leads back.")
            self.rows.show([BLANK, remark(words)])
            return
        count = len(page.articles)
        said = ngettext("{count} article", "{count} articles", count).format(count=numeral(count))
        disputed = sum(one.is_disputed for one in page.measured)
        parts: list[Content | str | tuple[str, str]] = [
            (painted(f"{page.title} · {said} · {', '.join(page.sources)}"), "bold $text-primary")
        ]
        if disputed:
            says = ngettext("{count} contradiction", "{count} contradictions", disputed)
            parts.append((f"  ≠ {says.format(count=numeral(disputed))}", "bold $text-error"))
        self.say(Content.assemble(*parts))
        self.rows.show(list(self._lines(page)), self._place.line)

    # ------------------------------------------------------------------ the lines

    def _lines(self, page: StoryPage) -> Iterator[Line]:
        shared = [one for one in page.measured if one.is_disputed or _is_shared(one)]
        alone = [one for one in page.measured if one not in shared]
        yield heading(_("Who says which number"))
        if not page.measured:
            yield remark(_("Its articles give no figures, or nobody looked for them yet."))
        for measured in shared:
            yield from self._measured(measured)
        if alone:
            yield BLANK
            yield heading(_("Only one source says"))
            lines = [(one, said) for one in alone for said in one.said]
            shown = lines if self._place.is_all else lines[:_SOME]
            for measured, said in shown:
                yield Line(self._said_parts(said, measured.subject), said)
            if left := len(lines) - len(shown):
                yield remark(_("{count} more: + shows all").format(count=numeral(left)))
        yield BLANK
        yield heading(_("Articles by time"))
        for article in page.articles:
            sign = f"{self._look.glyphs.reply} " if article.copy_of is not None else ""
            yield Line(article_parts(article.headline, self._look, sign=sign), article)

    def _measured(self, measured: Measured) -> Iterator[Line]:
        yield remark(measured.subject or _("(what it measures is not said)"))
        for said in measured.said:
            yield Line(self._said_parts(said), said)

    def _said_parts(self, said: Said, subject: str = "") -> Callable[[int], Parts]:
        value = self._look.formats.figure(said.figure)
        day = self._look.formats.short_day(said.headline.published, self._look.now)
        heads = (said.headline, *said.others)
        sources = ", ".join(dict.fromkeys(head.source or head.title for head in heads))

        def parts(width: int) -> Parts:
            room = 16 if width < 72 else 22
            first = [Part(fitted(f"    {value}", room), "figure")]
            if subject:
                first.append(Part(fitted(f" {subject}", room)))
            end = [Part(fitted(f" {day}", 13, right=True) + " ", "muted")]
            left = width - sum(len(part.text) for part in [*first, *end])
            if said.against:
                end.insert(0, Part(fitted(f" ≠ {said.against}", left // 2), "alert"))
                left -= left // 2
            return [*first, Part(fitted(f" {sources}", left)), *end]

        return parts

    # ------------------------------------------------------------------ keys

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        if event.value is not None:
            self._place.line = self.rows.cursor
        value = event.value
        words = ""
        if isinstance(value, Said):
            words = quoted(value.sentence) + (f"  ≠ {value.against}" if value.against else "")
        self.describe(event, words)

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        match event.value:
            case Said() as said:
                self._go(Place(said.headline.id, said.figure.span))
            case StoryArticle() as article:
                self._go(Place(article.headline.id))

    def action_all(self) -> None:
        self._place.is_all = not self._place.is_all
        if self.page is not None:
            self._found(self.page)

    def action_read(self) -> None:
        self._read(self._place.article_id)


def _is_shared(measured: Measured) -> bool:
    """Several articles say something of it."""
    heads = {head.id for said in measured.said for head in (said.headline, *said.others)}
    return len(heads) > 1 and bool(measured.subject)
