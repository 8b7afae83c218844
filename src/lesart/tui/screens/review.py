"""The daily review: one note after another, with its passage and its place, and four keys to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lesart.locales.in_sentences import numeral
from lesart.model.text import Span
from lesart.services.review import GRADES, Card, answered, card_of, intervals, waiting
from lesart.store.tables.reviews import NEVER, Answer, Waiting
from lesart.translations import N_, _, ngettext
from lesart.tui.rendering.cells import painted, painted_lines
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.screens.entity_lines import Look
from lesart.tui.widgets.key_line import KeyLine

_HIDDEN = "▒"
_DAY = 86_400
_MONTH, _YEAR = 30, 365
_LABELS = (N_("again"), N_("hard"), N_("good"), N_("easy"))


@dataclass
class Session:
    """How far one is: kept while one looks into an article and comes back."""

    queue: list[int] | None = None
    """Notes that are still to be asked, the next one first; None: nobody looked yet."""
    given: list[tuple[Card, Answer]] = field(default_factory=list)
    """The last one last."""
    taken_back: dict[str, Answer | None] = field(default_factory=dict)
    """The answer before it, by note: the library may still have to hear of it."""
    is_shown: bool = False
    """What the card asks for can be seen."""
    takes_all: bool = False
    """New ones beyond those of a day, too."""


@dataclass(frozen=True)
class Deeds:
    """What the screen has done for it."""

    put: Callable[[Answer], None]
    take_back: Callable[[Answer], None]
    open: Callable[[Card], None]
    now: Callable[[], int]


class ReviewScreen(AskingScreen):
    """One card at a time."""

    scrolled = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "show", "show", show=False),
        *(Binding(str(grade), f"answer({grade})", name, show=False) for grade, name in enumerate(GRADES, 1)),
        Binding("s", "skip", "skip", show=False),
        Binding("x", "answer(0)", "never again", show=False),
        Binding("enter,o", "open", "open", show=False),
        Binding("plus", "more", "more", show=False),
        Binding("j,down", "scroll(1)", "down", show=False, id="list.down"),
        Binding("k,up", "scroll(-1)", "up", show=False, id="list.up"),
    ]  # fmt: skip
    says_keys = N_(
        "space show · 1 again · 2 hard · 3 good · 4 easy · u undo · s skip · x never again · "
        "⏎ open in the article · esc back · ? keys"
    )

    def __init__(
        self, look_up: LookUp, hands: Hands, look: Look, session: Session, deeds: Deeds
    ) -> None:
        super().__init__(look_up, hands)
        self._look, self._session, self._deeds = look, session, deeds
        self._card: Card | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Static("", id="title", classes="title", markup=False)
            with VerticalScroll(classes="passage", can_focus=True):
                yield Static("", id="passage", markup=False)
            yield Static("", id="below", markup=False)
            yield KeyLine(self.keyed(_(self.says_keys)))

    def take_keys(self) -> None:
        """The passage may be longer than the screen."""
        self.query_one(VerticalScroll).focus()

    # ------------------------------------------------------------------ what is asked

    def fill(self) -> None:
        """Look up what is due, or go on where one was."""
        if self._session.queue is not None:
            self._next()
            return
        now, takes_all = self._deeds.now(), self._session.takes_all
        self.ask(lambda store: waiting(store, now, is_any=takes_all), self._found)

    def _found(self, found: Waiting) -> None:
        self._session.queue = [*found.due, *found.new]
        self._next()

    def _next(self) -> None:
        """Ask the first of those that are left."""
        self._card = None
        if not self._session.queue:
            self._show_end()
            return
        first = self._session.queue[0]
        self.ask(lambda store: card_of(store, first), self._arrived)

    def _arrived(self, card: Card | None) -> None:
        if card is None:  # deleted meanwhile
            assert self._session.queue
            del self._session.queue[0]
            self._next()
            return
        if card.note.uid in self._session.taken_back:
            card = replace(card, last=self._session.taken_back[card.note.uid])
        self._card = card
        if not card.note.note and card.figure is None:
            self._session.is_shown = True  # nothing is hidden
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self._paint()

    def _show_end(self) -> None:
        self.say(Content.styled(_("Daily review"), "bold $text-primary"))
        count = len(self._session.given)
        done = ngettext("{count} answered.", "{count} answered.", count).format(
            count=numeral(count)
        )
        lines = [_("Nothing is left for today.") + (f" {done}" if count else "")]
        if not count:
            lines.append(
                _(
                    "Every highlight and note of yours is asked some day; a figure is, once it is "
                    "highlighted or has a note."
                )
            )
        if not self._session.takes_all:
            lines.append(_("+ asks those that were to come on other days, too."))
        self.query_one("#passage", Static).update(Content(painted_lines("\n\n".join(lines))))
        self.say_below("")

    # ------------------------------------------------------------------ painting

    def _paint(self) -> None:
        card, session = self._card, self._session
        assert card is not None
        left = len(session.queue or ())
        of_all = _("{left} left · {done} answered").format(
            left=numeral(left), done=numeral(len(session.given))
        )
        self.say(
            Content.assemble(
                (_("Daily review") + " ", "bold $text-primary"), (painted(f"  {of_all}"), "$text-muted")
            )
        )  # fmt: skip
        self.query_one("#passage", Static).update(Content.assemble(*self._parts(card)))
        times = intervals(card.last, self._deeds.now())
        answers = " · ".join(
            f"{grade} {_(label)} {interval_in_words(seconds)}"
            for grade, (label, seconds) in enumerate(zip(_LABELS, times, strict=True), 1)
        )
        self.say_below(
            answers if session.is_shown else _("space shows the answer") + f" · {answers}"
        )

    def _parts(self, card: Card) -> Iterator[tuple[str, str]]:
        article, note, is_shown = card.article, card.note, self._session.is_shown
        yield painted(" ".join(article.title.split())), "bold"
        where = [article.source, self._look.formats.day(article.published)]
        where.append(_("revision {number}").format(number=note.revision))
        if article.revision != note.revision:
            where.append(_("now {number}").format(number=article.revision))
        if note.status != "ok":
            where.append(_("its words are gone") if note.status == "orphan" else _("its words were changed"))  # fmt: skip
        yield "\n" + painted(" · ".join(filter(None, where))), "$text-muted"
        yield "\n\n", ""
        yield from _passage(card, hides=card.figure is not None and not is_shown)
        if card.figure is not None:
            measured = self._look.formats.subject(card.figure) or _("this figure")
            value = (
                self._look.formats.figure(card.figure) if is_shown else _("how many, or how much?")
            )
            yield f"\n\n{painted(measured)}: ", "$text-muted"
            yield painted(value), "bold $text-warning"
        if note.note:
            shown = painted_lines(note.note) if is_shown else _("(your note is hidden)")
            yield "\n\n✎ " + shown, "" if is_shown else "$text-muted"
        if note.tags:
            yield "\n\n" + painted(" ".join(f"#{tag}" for tag in note.tags)), "$text-muted"

    # ------------------------------------------------------------------ keys

    def action_show(self) -> None:
        if self._card is not None and not self._session.is_shown:
            self._session.is_shown = True
            self._paint()

    def action_answer(self, grade: int) -> None:
        card, queue = self._card, self._session.queue
        if card is None or not queue:
            return
        answer = answered(card.note.uid, card.last, grade, self._deeds.now())
        self._deeds.put(answer)
        self._session.given.append((card, answer))
        self._session.taken_back.pop(card.note.uid, None)
        del queue[0]
        self._session.is_shown = False
        self._next()
        if grade == NEVER:
            self.tell(self.with_keys(_("It is not asked again; u takes that back."), "undo"))

    def action_skip(self) -> None:
        """Not now: it comes last."""
        queue = self._session.queue
        if self._card is not None and queue:
            queue.append(queue.pop(0))
            self._session.is_shown = False
            self._next()

    def action_undo(self) -> None:
        if not self._session.given or self._session.queue is None:
            self.tell(_("Nothing to undo."))
            return
        card, answer = self._session.given.pop()
        self._deeds.take_back(answer)
        self._session.taken_back[card.note.uid] = card.last
        self._session.queue.insert(0, card.note.id)
        self._session.is_shown = False
        self._next()

    def action_redo(self) -> None:
        self.tell(_("Nothing to do again."))

    def action_more(self) -> None:
        if not self._session.queue and not self._session.takes_all:
            self._session.takes_all, self._session.queue = True, None
            self.fill()

    def action_open(self) -> None:
        if self._card is not None:
            self._deeds.open(self._card)

    def action_scroll(self, step: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)


def _passage(card: Card, *, hides: bool) -> Iterator[tuple[str, str]]:
    """The words around, and the marked ones among them; those of a figure may be hidden."""
    lit = card.lit or Span(0, 0)
    before, words, after = card.passage[: lit.start], card.passage[lit.start : lit.end], card.passage[lit.end :]  # fmt: skip
    if not card.passage:
        yield _("(a note on the whole article)"), "$text-muted"
        return
    yield painted_lines(before), ""
    yield (_HIDDEN * 5 if hides else painted_lines(words)), "$foreground on $warning-muted"
    yield painted_lines(after), ""


def interval_in_words(seconds: int) -> str:
    """How long until it is asked again, in few cells."""
    days = max(1, round(seconds / _DAY))
    if days < 2 * _MONTH:
        return _("{count} d").format(count=numeral(days))
    if days < _YEAR:
        months = round(days / _MONTH)
        return ngettext("{count} month", "{count} months", months).format(count=numeral(months))
    return _("{count} y").format(count=numeral(round(days / _YEAR)))
