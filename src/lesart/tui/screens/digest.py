"""What came in since a day: stories with their figures, corrections, the reader's own entities; all of it leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.query import All, Published, Query
from lesart.services.asking.contradictions import Contradiction, Side
from lesart.services.asking.digest import (
    Correction,
    Digest,
    DigestStory,
    Told,
    digest,
    rest_in_words,
)
from lesart.store import Store
from lesart.translations import N_, _, ngettext, quoted
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.screens.entity_lines import Look, Place, article_parts, articles_in_words
from lesart.tui.screens.figure_lines import value_of
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts, heading, remark

_DAY = 86_400
_STEPS = (1, 2, 3, 7, 14, 30, 90)
"""Days that one may look back."""
_MOST = 30


@dataclass
class DigestPlace:
    """How the digest was left."""

    days: int = 1
    cursor: int = 0


class DigestScreen(AskingScreen):
    """Headings and lines; a line opens its article at its figure."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "days(1)", "more days", show=False),
        Binding("minus", "days(-1)", "fewer days", show=False),
    ]
    says_keys = N_("⏎ open it there · + more days · - fewer days · esc back · ? keys")

    def __init__(
        self,
        look_up: LookUp,
        hands: Hands,
        look: Look,
        place: DigestPlace,
        go: Callable[[Place], None],
    ) -> None:
        super().__init__(look_up, hands)
        self._look, self._place, self._go = look, place, go

    def fill(self) -> None:
        begin = self._look.now - self._place.days * _DAY
        query = Query(All((Published(begin, None),)))

        def read(store: Store) -> Digest:
            return digest(store, list(store.search.ids(query)), begin, most=_MOST)

        self._paint_title("")
        if not self.rows.lines:
            self.rows.show([BLANK, remark(_("Looking …"))])
        self.ask(read, self._found)

    def _found(self, found: Digest) -> None:
        self._paint_title(articles_in_words(found.articles))
        lines = list(digest_lines(found, self._look))
        rest = [remark(words) for words in rest_in_words(found)]
        if lines or rest:
            lines += [BLANK, *rest] if rest else []
        else:
            lines = [
                BLANK,
                remark(_("No article is of these days, and nothing was corrected.")),
                remark(
                    self.with_keys(
                        _("+ looks further back; R in the list reloads the feeds."), "refresh_all"
                    )
                ),
            ]
        self.rows.show(lines, self._place.cursor)

    def _paint_title(self, found: str) -> None:
        days = self._place.days
        since = ngettext("the last day", "the last {count} days", days).format(count=numeral(days))
        self.say(
            Content.assemble(
                (_("Digest") + ": ", "bold $text-primary"), (painted(since), "bold"),
                (painted(f"  {found}"), "$text-muted"),
            )
        )  # fmt: skip

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        if self.rows.cursor >= 0:
            self._place.cursor = self.rows.cursor
        value = event.value
        words = (
            f"{quoted(value.side.sentence)}  ≠ {value.why}" if isinstance(value, Disputed) else ""
        )
        self.describe(event, words)

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        if isinstance(event.value, Place):
            self._go(event.value)
        elif isinstance(event.value, Disputed):
            side = event.value.side
            self._go(Place(side.article.id, side.figure.span))

    def action_days(self, step: int) -> None:
        at = _STEPS.index(self._place.days) + step
        if 0 <= at < len(_STEPS):
            self._place.days, self._place.cursor = _STEPS[at], 0
            self.fill()


def digest_lines(found: Digest, look: Look) -> Iterator[Line]:
    """The digest part by part; a part with nothing in it is left out."""
    parts = (
        (_("Stories"), [line for story in found.stories for line in _story(story, look)]),
        (
            _("Sources contradict each other"),
            [line for one in found.contradictions for line in _contradiction(one, look)],
        ),
        (
            _("Single articles with figures"),
            [line for one in found.single for line in _story(one, look)],
        ),
        (_("Corrected"), [line for one in found.corrections for line in _correction(one, look)]),
        (
            _("From your notes and watched queries"),
            [remark(f"{one.name} · {articles_in_words(one.articles)}") for one in found.entities],
        ),
    )
    is_first = True
    for name, lines in parts:
        if lines:
            if not is_first:
                yield BLANK
            is_first = False
            yield heading(name)
            yield from lines


def _story(story: DigestStory, look: Look) -> Iterator[Line]:
    first = story.articles[0].headline if story.articles else None
    if first is None:
        return
    if story.line.articles == 1:
        yield Line(article_parts(first, look), Place(first.id))
    else:
        says = f"{' '.join(story.line.title.split())}"
        told = f" · {articles_in_words(story.line.articles)} · {', '.join(story.line.sources)}"
        yield Line(
            lambda width: [
                Part(f"  {fitted(says, max(10, width * 2 // 3)).rstrip()}", "strong"),
                Part(told, "muted"),
            ],
            Place(first.id),
        )
    for figure in story.figures:
        yield Line(_told_parts(figure, look), Place(figure.article.id, figure.figure.span))


def _told_parts(told: Told, look: Look) -> Callable[[int], Parts]:
    def parts(width: int) -> Parts:
        value = fitted(f"      {value_of(told.figure, look)}", 26 if width >= 76 else 21)
        end = fitted(
            f" {told.figure.attribution or told.article.source}", 26 if width >= 76 else 14
        )
        room = max(0, width - len(value) - len(end))
        subject = look.formats.subject(told.figure) or "–"
        return [Part(value, "figure"), Part(fitted(f" {subject}", room)), Part(end, "muted")]

    return parts


class Disputed(NamedTuple):
    """A side of a contradiction, and why both cannot hold."""

    side: Side
    why: str


def _contradiction(found: Contradiction, look: Look) -> Iterator[Line]:
    for sign, side in ((" ", found.one), ("≠", found.other)):
        yield Line(_side_parts(sign, side, look), Disputed(side, found.why))


def _side_parts(sign: str, side: Side, look: Look) -> Callable[[int], Parts]:
    def parts(width: int) -> Parts:
        value = fitted(f"  {value_of(side.figure, look)}", 20 if width >= 76 else 15)
        end = fitted(f" {side.article.source}", 20 if width >= 76 else 12)
        room = max(0, width - 4 - len(value) - len(end))
        return [
            Part(f"  {sign} ", "alert"), Part(value, "figure"),
            Part(fitted(f" {quoted(side.sentence)}", room)), Part(end, "muted"),
        ]  # fmt: skip

    return parts


def _correction(correction: Correction, look: Look) -> Iterator[Line]:
    article = correction.article
    title = " ".join(article.title.split())
    yield Line(lambda width: [Part(fitted(f"  {title}", width), "strong")], Place(article.id))
    for change in correction.figures:
        words = look.formats.revised(change.was, change.now)
        yield Line(_changed_parts(words), Place(article.id, change.now.span))


def _changed_parts(words: str) -> Callable[[int], Parts]:
    return lambda width: [Part(fitted(f"      {words}", width), "figure")]
