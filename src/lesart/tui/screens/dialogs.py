"""Small questions over the main screen: yes or no, a line of text, one of several."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lesart.translations import N_, _
from lesart.tui.background.path_words import in_common, paths_like
from lesart.tui.rendering.cells import painted, painted_lines
from lesart.tui.screens.dialog import Dialog
from lesart.tui.widgets.line import PathLine, TextLine


class Confirm(Dialog[bool]):
    """A question with yes and no; esc is no."""

    BINDINGS = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n", "answer(False)", "no", show=False),
        Binding("escape,q", "answer(False)", "no", show=False, id="back"),
    ]

    def __init__(self, question: str, yes: str = "", no: str = "") -> None:
        super().__init__()
        self._question, self._yes, self._no = question, yes or _("yes"), no or _("no")

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(Content(painted(self._question)), markup=False)
            yield Static(Content(f"\ny {self._yes}   n {self._no}"), markup=False)

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


class Ask(Dialog[str | None]):
    """A line of text, with suggestions to pick by ↓; None when left by esc."""

    types_text = True
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False, id="back"),
        Binding("down", "suggestions", "suggestions", show=False),
        Binding("tab", "complete", "complete", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        value: str = "",
        suggestions: Sequence[str] = (),
        hint: str = "",
        *,
        is_replaced: bool = False,
        is_path: bool = False,
        is_whole: bool = False,
    ) -> None:
        """With `is_replaced` the value is selected: what is typed takes its place.

        With `is_path` a line that begins like a path is completed as one; with `is_whole` a suggestion
        takes the place of the line, not of its last word.
        """
        super().__init__()
        self._is_path, self._is_whole = is_path, is_whole
        self._is_replaced = is_replaced
        self._title, self._value, self._all, self._hint = title, value, list(suggestions), hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(Content(painted(self._title)), classes="title", markup=False)
            yield TextLine(self._value, id="answer", select_on_focus=self._is_replaced)
            yield OptionList(id="suggestions", markup=False)
            if self._hint:
                yield Static(Content(painted(self._hint)), markup=False)

    def on_mount(self) -> None:
        self._suggest(self._value)
        self.query_one(Input).focus()

    def _suggest(self, typed: str) -> None:
        if self._is_path and typed.startswith(("/", "~", "./", "../")):
            self._offer(paths_like(typed))
            return
        if self._is_whole:
            begun = "" if typed == self._value else typed.casefold()
            self._offer([s for s in self._all if s.casefold().startswith(begun)])
            return
        last = typed.split()[-1].lower() if typed.split() and not typed.endswith(" ") else ""
        self._offer([s for s in self._all if s.lower().startswith(last)])

    def _offer(self, found: Sequence[str]) -> None:
        self._offered = found
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Content(painted(line)) for line in found[:8]])
        options.display = bool(options.option_count)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._suggest(event.value)

    def action_suggestions(self) -> None:
        options = self.query_one(OptionList)
        if options.option_count:
            options.focus()
            options.highlighted = 0

    def action_complete(self) -> None:
        options = self.query_one(OptionList)
        typed = self.query_one(Input).value
        if longer := in_common(typed, self._offered) if self._is_path else "":
            self._put(longer)
        elif options.option_count:
            self._take(self._offered[0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self._offered[event.option_index])

    def _put(self, text: str) -> None:
        field = self.query_one(Input)
        field.value = text
        field.focus()
        field.cursor_position = len(text)

    def _take(self, suggestion: str) -> None:
        field = self.query_one(Input)
        if self._is_whole or (self._is_path and suggestion.startswith(field.value)):
            self._put(suggestion)
            return
        words = field.value.split()
        if words and not field.value.endswith(" "):
            words.pop()
        self._put(" ".join([*words, suggestion]) + " ")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)


class Choose(Dialog[int | None]):
    """One of several lines; None when left by esc."""

    BINDINGS = [
        Binding("escape,q", "leave", "leave", show=False, id="back"),
        Binding("j,ctrl+n", "move(1)", "down", show=False, id="list.down"),
        Binding("k,ctrl+p", "move(-1)", "up", show=False, id="list.up"),
    ]

    def __init__(
        self, title: str, lines: Sequence[str], hint: str = N_("⏎ choose · esc back")
    ) -> None:
        super().__init__()
        self._title, self._lines, self._hint = title, lines, hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="box wide"):
            yield Static(Content(painted(self._title)), classes="title", markup=False)
            yield OptionList(
                *(Option(Content(painted(line)), id=str(i)) for i, line in enumerate(self._lines)),
                markup=False,
            )
            yield Static(Content(painted(self.keyed(_(self._hint)))), markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def action_move(self, step: int) -> None:
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_leave(self) -> None:
        self.dismiss(None)


_NO_HINTS: Mapping[str, str] = {}
FIELDS = (
    N_("notes"), N_("format"), N_("to"), N_("value"), N_("low"), N_("high"), N_("when"), N_("unit"),
    N_("noun"), N_("name"), N_("kind"), N_("qualifier"), N_("query"), N_("action"), N_("tag"),
    N_("command"), N_("until"),
)  # fmt: skip
"""Names of lines in forms."""
_FORM_KEYS = N_("tab next line · ⏎ or ctrl+s save · esc leave")


class Form(Dialog[dict[str, str] | None]):
    """Several named lines; None when left by esc."""

    types_text = True
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False, id="back"),
        Binding("ctrl+s", "save", "save", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Mapping[str, str],
        choices: Mapping[str, Sequence[str]],
        *,
        hints: Mapping[str, str] = _NO_HINTS,
        mistake_in: Callable[[dict[str, str]], str] = lambda answer: "",
        told: str = "",
        paths: Collection[str] = (),
    ) -> None:
        """`mistake_in` gives a sentence about what cannot be saved as it is; empty lets it go.

        `told` is something to know before one begins. Tab completes in the lines of `paths`.
        """
        super().__init__()
        self._title, self._fields, self._choices = title, dict(fields), choices
        self._hints, self._mistake_in, self._told = hints, mistake_in, told
        self._paths = paths

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(Content(painted(self._title)), classes="title", markup=False)
            for name, value in self._fields.items():
                allowed = ", ".join(self._choices.get(name, ())) or self._hints.get(name, "")
                label = f"{_(name)}  ({allowed})" if allowed else _(name)
                yield Static(Content.styled(label, "$text-muted"), markup=False)
                line = PathLine if name in self._paths else TextLine
                yield line(value, id=f"field-{name}", select_on_focus=False)
            if self._told:
                yield Static(Content(painted(self._told)), markup=False)
            yield Static(Content(self.keyed(_(_FORM_KEYS))), id="told", markup=False)

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    def on_input_submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        answer = {
            name: self.query_one(f"#field-{name}", Input).value.strip() for name in self._fields
        }
        if mistake := self._mistake_in(answer):
            self.query_one("#told", Static).update(Content.styled(painted(mistake), "$text-error"))
            return
        self.dismiss(answer)

    def action_leave(self) -> None:
        self.dismiss(None)


class Pager(VerticalScroll):
    """Words that are longer than the window; they move by the keys of every list."""

    BINDINGS = [
        Binding("j,ctrl+n,down", "scroll_down", "down", show=False, id="list.down"),
        Binding("k,ctrl+p,up", "scroll_up", "up", show=False, id="list.up"),
        Binding("space,ctrl+f,pagedown", "page_down", "page down", show=False, id="list.page_down"),
        Binding("b,ctrl+b,pageup", "page_up", "page up", show=False, id="list.page_up"),
        Binding("ctrl+d", "half_page(1)", "half down", show=False, id="list.half_page_down"),
        Binding("ctrl+u", "half_page(-1)", "half up", show=False, id="list.half_page_up"),
        Binding("g,home", "scroll_home", "first", show=False, id="list.first"),
        Binding("G,end", "scroll_end", "last", show=False, id="list.last"),
    ]

    def action_half_page(self, direction: int) -> None:
        self.scroll_relative(y=direction * max(1, self.size.height // 2), animate=False)


_NARROWEST, _WIDEST = 44, 120


class Notice(Dialog[None]):
    """Words to read; any of esc, q, enter closes it, and so does the key that opened it."""

    scrolled = (Pager,)
    BINDINGS = [
        Binding("escape,q", "leave", "close", show=False, id="back"),
        Binding("enter", "leave", "close", show=False),
        Binding("question_mark", "leave", "close", show=False, id="help"),
        Binding("i", "leave", "close", show=False, id="details"),
        Binding("D", "leave", "close", show=False, id="changes"),
    ]

    def __init__(self, title: str, words: str | Content) -> None:
        super().__init__()
        self._title = title
        self._words = Content(painted_lines(words)) if isinstance(words, str) else words

    def compose(self) -> ComposeResult:
        box = Vertical(classes="box")
        # As wide as what it says, a long line wrapped.
        longest = max([cell_len(self._title), *map(cell_len, self._words.plain.splitlines())])
        box.styles.width = max(_NARROWEST, min(_WIDEST, longest + 5))
        with box:
            yield Static(Content(painted(self._title)), classes="title", markup=False)
            with Pager(can_focus=True):
                yield Static(self._words, markup=False)
            yield Static(Content(self.keyed(_("j k space b g G move · esc close"))), markup=False)

    def action_leave(self) -> None:
        self.dismiss(None)
