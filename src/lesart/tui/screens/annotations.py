"""All marks and notes, across articles: filter, look, jump to the passage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lesart.model import Annotation
from lesart.query import Query
from lesart.store import Store
from lesart.store.annotations import Noted
from lesart.tui.cells import painted
from lesart.tui.screens.dialog import Dialog

_STYLES = {
    "yellow": "$warning", "green": "$success", "blue": "$primary", "red": "$error",
    "purple": "$secondary",
}  # fmt: skip
MOST = 2000


class Parse(Protocol):
    def __call__(self, text: str, *, is_typing: bool = False) -> Query: ...


class AnnotationsScreen(Dialog[Annotation | None]):
    """A filter line over the list of annotations; enter goes to the passage."""

    BINDINGS = [
        Binding("escape", "leave", "back", show=False),
        Binding("slash", "filter", "filter", show=False),
        Binding("j", "move(1)", "down", show=False),
        Binding("k", "move(-1)", "up", show=False),
        Binding("q", "leave", "back", show=False),
        Binding("S", "sort", "sort", show=False),
    ]

    def __init__(self, store: Store, parse: Parse) -> None:
        super().__init__()
        self._store, self._parse = store, parse
        self._found: list[Noted] = []
        self._sorts: list[tuple[str, Callable[[Noted], object]]] = [
            ("newest", lambda n: (-n.annotation.changed, -n.annotation.id)),
            ("by article", lambda n: (n.article_title, n.annotation.span or (0, 0))),
            ("by colour", lambda n: (n.annotation.colour, -n.annotation.changed)),
            ("by tag", lambda n: (n.annotation.tags[:1] or ("\U0010ffff",), -n.annotation.changed)),
        ]
        self._sort = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="box wide tall"):
            yield Static("", id="title", classes="title", markup=False)
            yield Input(placeholder="words, tag:x, colour:red, is:orphan …", id="filter")
            yield OptionList(id="annotations", markup=False)
            yield Static(Content("⏎ go there · / filter · S sort · esc back"), markup=False)

    def on_mount(self) -> None:
        self._fill("")
        self.query_one(OptionList).focus()

    def _fill(self, text: str) -> None:
        query = self._parse(text, is_typing=True)
        name, key = self._sorts[self._sort]
        found = self._store.search.annotations(query)
        self._found = sorted(found, key=key)[:MOST]  # type: ignore[arg-type]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(noted)) for noted in self._found])
        if self._found:
            options.highlighted = 0
        problems = " ".join(problem.message for problem in query.problems)
        title = f"Notes · {len(found)} · {name}"
        self.query_one("#title", Static).update(Content(f"{title}  {problems}"))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self._found):  # else the list changed under the key
            self.dismiss(self._found[event.option_index].annotation)

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_filter(self) -> None:
        self.query_one(Input).focus()

    def action_sort(self) -> None:
        self._sort = (self._sort + 1) % len(self._sorts)
        self._fill(self.query_one(Input).value)

    def action_leave(self) -> None:
        if self.query_one(Input).has_focus:
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)


def _line(noted: Noted) -> Content:
    note = noted.annotation
    quote = note.anchor.exact if note.anchor else "(the article)"
    parts: list[Content | str | tuple[str, str]] = [
        ("■ ", _STYLES.get(note.colour, "$warning")),
        painted(" ".join(quote.split())[:200]),
    ]
    if note.status == "orphan":
        parts.append((" [its words are gone]", "bold $text-error"))
    first = " ".join(note.note.split())
    if first:
        parts += ["\n  ✎ ", (painted(first[:300]), "bold")]
    tags = " ".join(f"#{tag}" for tag in note.tags)
    parts += ["\n  ", (painted(f"{noted.article_title[:80]}  {tags}"), "$text-muted")]
    return Content.assemble(*parts)
