"""All marks and notes, across articles: filter, look, jump to the passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Annotation
from lesart.model.colours import COLOURS
from lesart.query import Query
from lesart.store import Store
from lesart.store.tables.annotations import Noted
from lesart.text.shorten import shortened
from lesart.translations import N_, _
from lesart.tui.rendering.cells import painted
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.rendering.theme import numbers_colours
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.line import TextLine

MOST = 2000
"""More would only be scrolled past: the filter is the way through so many."""
_NO_TAG = N_("no tag")
_NO_NOTES = N_(
    "None yet. In an article V marks the sentence, ⏎ highlights it, c writes a note on it."
)
_NAMED = ("reader.select_sentence", "note")
_NO_ANSWER = N_("No mark or note answers this.")
_REWORDED = "is:reworded"


class Parse(Protocol):
    def __call__(self, text: str, *, is_typing: bool = False) -> Query: ...


@dataclass
class Place:
    """How the screen was left, so that the next look goes on there."""

    filter: str = ""
    order: int = 0
    uid: str = ""
    """The note under the cursor."""
    group: str = ""
    """Below which heading it was."""


class _Order(NamedTuple):
    name: str
    key: Callable[[Noted], object]
    groups: Callable[[Noted], Sequence[str]] = lambda noted: ("",)
    """The headings that a note stands under."""


class AnnotationsScreen(Dialog[Annotation | None]):
    """A filter line over the list of annotations; enter goes to the passage."""

    BINDINGS = [
        Binding("escape,q", "leave", "back", show=False, id="back"),
        Binding("slash", "filter", "filter", show=False, id="search"),
        Binding("j", "move(1)", "down", show=False, id="list.down"),
        Binding("k", "move(-1)", "up", show=False, id="list.up"),
        Binding("g", "edge(-1)", "first", show=False, id="list.first"),
        Binding("G", "edge(1)", "last", show=False, id="list.last"),
        Binding("S", "sort", "sort", show=False, id="sort_facts"),
        Binding("E", "export", "export", show=False, id="export"),
        Binding("D", "reworded", "changed text", show=False, id="changes"),
    ]

    def __init__(
        self,
        store: Store,
        parse: Parse,
        *,
        place: Place,
        meanings: Mapping[str, str],
        glyphs: Glyphs,
        export: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._store, self._parse, self._place = store, parse, place
        self._meanings, self._glyphs, self._export = meanings, glyphs, export
        self._shown: list[tuple[str, Noted | None]] = []
        """Each line's heading and note; the headings themselves have none."""
        self._orders = (
            _Order(N_("newest first"), lambda n: (-n.annotation.changed, -n.annotation.id)),
            _Order(
                N_("by article"),
                self._place_of,
                lambda n: (n.article_title,),
            ),
            _Order(
                N_("by colour"),
                lambda n: (n.annotation.colour, -n.annotation.changed),
                lambda n: (self._colour(n.annotation),),
            ),
            _Order(
                N_("by tag"),
                lambda n: (-n.annotation.changed, -n.annotation.id),
                lambda n: [f"#{tag}" for tag in n.annotation.tags] or [_(_NO_TAG)],
            ),
        )

    def compose(self) -> ComposeResult:
        with Vertical(classes="box wide tall"):
            yield Static("", id="title", classes="title", markup=False)
            yield TextLine(
                self._place.filter,
                placeholder=_("words, tag:x, colour:red, is:reworded …"),
                id="filter",
                select_on_focus=False,
            )
            yield OptionList(id="annotations", markup=False)
            yield Static(
                Content(
                    self.keyed(
                        _("⏎ go there · / filter · S sort · D text changed · E export · esc back")
                    )
                ),
                markup=False,
            )

    def on_mount(self) -> None:
        self._fill(self._place.filter)
        self.query_one(OptionList).focus()

    # ------------------------------------------------------------------ the lines

    def _fill(self, text: str) -> None:
        self._place.filter = text
        query = self._parse(text, is_typing=True)
        order = self._orders[self._place.order % len(self._orders)]
        every = self._store.search.annotations(query)
        found = sorted(every, key=order.key)[:MOST]  # type: ignore[arg-type]
        self._shown = list(_grouped(found, order))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(self._line(noted), id=str(at))
            if noted
            else Option(
                Content.styled(painted(shortened(heading, 200)), "bold $text-primary"),
                disabled=True,
            )
            for at, (heading, noted) in enumerate(self._shown)
        )
        if not self._shown:
            says = _(_NO_ANSWER) if text.strip() else self.with_keys(_(_NO_NOTES), *_NAMED)
            if text.strip() == _REWORDED:
                says = _("No corrected text has touched a mark or note of yours.")
            options.add_option(Option(Content.styled(says, "$text-muted"), disabled=True))
        options.highlighted = self._line_left()
        problems = " ".join(problem.message for problem in query.problems)
        first = _("the first {count}, ").format(count=numeral(MOST)) if len(every) > MOST else ""
        title = _("Notes · {count} · {first}{name}").format(
            count=numeral(len(every)), first=first, name=_(order.name)
        )
        self.query_one("#title", Static).update(Content(f"{title}  {problems}"))

    def _line_left(self) -> int | None:
        """Where the cursor was when the screen was left, or the first note."""
        notes = [(at, group) for at, (group, noted) in enumerate(self._shown) if noted]
        same = [at for at, _group in notes if self._note(at).uid == self._place.uid]
        under = [at for at in same if self._shown[at][0] == self._place.group]
        return next(iter([*under, *same, *(at for at, _group in notes)]), None)

    def _note(self, at: int) -> Annotation:
        noted = self._shown[at][1]
        assert noted is not None
        return noted.annotation

    def _place_of(self, noted: Noted) -> object:
        note = noted.annotation
        root = self._store.annotations.root(note)
        return noted.article_title, note.article_id, root.span or (-1, 0), root.id, note.id

    def _colour(self, note: Annotation) -> str:
        meaning = self._meanings.get(note.colour, "")
        return f"{_(note.colour)} ({meaning})" if meaning else _(note.colour)

    def _words_now(self, note: Annotation) -> str:
        """What a corrected text says in the place of the passage; empty where it says the same."""
        if note.status != "changed" or note.span is None:
            return ""
        text = self._store.articles.text(note.article_id) or ""
        return text[note.span.start : note.span.end]

    def _line(self, noted: Noted) -> Content:
        note = noted.annotation
        quote, indent = note.anchor.exact if note.anchor else _("(the article)"), ""
        if note.parent is not None and (answered := self._store.annotations.get(note.parent)):
            words = answered.note or (answered.anchor.exact if answered.anchor else "")
            quote, indent = f"{self._glyphs.reply} {shortened(words, 80)}", "  "
        parts: list[Content | str | tuple[str, str]] = [
            indent,
            (
                self._glyphs.swatch_of(note.colour, is_numbered=numbers_colours(self.app.theme)),
                f"$swatch-{note.colour}" if note.colour in COLOURS else "$text-muted",
            ),
            painted(shortened(quote, 200)),
        ]
        if note.status == "orphan":
            parts.append((_(" [its words are gone]"), "bold $text-error"))
        elif now := self._words_now(note):
            parts += [" → ", (painted(shortened(now, 200)), "bold $text-warning")]
        if first := shortened(note.note, 300):
            parts += [f"\n{indent}  {self._glyphs.note} ", (painted(first), "bold")]
        labels = [self._meanings.get(note.colour, ""), *(f"#{tag}" for tag in note.tags)]
        end = (
            f"{shortened(noted.article_title, 80)}  {' '.join(label for label in labels if label)}"
        )
        parts += [f"\n{indent}  ", (painted(end), "$text-muted")]
        return Content.assemble(*parts)

    # ------------------------------------------------------------------ keys

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._shown) and self._shown[event.option_index][1]:
            self._place.uid = self._note(event.option_index).uid
            self._place.group = self._shown[event.option_index][0]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        # The list may have changed under the key.
        if event.option_index < len(self._shown) and self._shown[event.option_index][1]:
            self.dismiss(self._note(event.option_index))

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_edge(self, side: int) -> None:
        options = self.query_one(OptionList)
        if side > 0:
            options.action_last()
        else:
            options.action_first()

    def action_filter(self) -> None:
        self.query_one(Input).focus()

    def action_sort(self) -> None:
        self._place.order = (self._place.order + 1) % len(self._orders)
        self._fill(self.query_one(Input).value)

    def action_reworded(self) -> None:
        """Only those whose text was changed by a correction; again: all."""
        line = self.query_one(Input)
        words = line.value.split()
        is_on = _REWORDED in words
        line.value = " ".join(
            [w for w in words if w != _REWORDED] if is_on else [*words, _REWORDED]
        )

    def action_export(self) -> None:
        self.dismiss(None)
        self._export(self._place.filter)

    def action_leave(self) -> None:
        if self.query_one(Input).has_focus:
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)


def _grouped(found: Sequence[Noted], order: _Order) -> Iterator[tuple[str, Noted | None]]:
    """The notes below their headings, in the order in which the headings first come.

    Tags come by the alphabet, those without any last.
    """
    groups: dict[str, list[Noted]] = {}
    for noted in found:
        for group in order.groups(noted):
            groups.setdefault(group, []).append(noted)
    names = (
        sorted(groups, key=lambda name: (name == _(_NO_TAG), name))
        if order.name == "by tag"
        else groups
    )
    for name in names:
        if name:
            yield f"{name} · {numeral(len(groups[name]))}", None
        for noted in groups[name]:
            yield name, noted
