"""The one-line bars: where one is, what the mode is, which keys help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content
from textual.widgets import Static

from lesart.translations import N_, _
from lesart.tui.commands import Command, Mode, key_names
from lesart.tui.key_sequences import singles
from lesart.tui.rendering.cells import painted


class Bar(Static):
    """A line with a left and a right part; both are plain text, never markup."""

    def __init__(self, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._left = Content("")
        self._right = Content("")

    keeps_right = False
    """It is the left part that is cut where there is no room for both."""
    more = ""
    """What stands behind a message that is cut: the key to read it all."""

    def put(self, left: str | Content | None = None, right: str | Content | None = None) -> None:
        """Show other words; None leaves that side as it is."""
        before = self._left, self._right
        if left is not None:
            self._left = Content(painted(left)) if isinstance(left, str) else left
        if right is not None:
            self._right = Content(painted(right)) if isinstance(right, str) else right
        if (self._left, self._right) != before:
            self.refresh()  # one line stays one line: nothing else moves

    def render(self) -> Content:
        """The line as the width allows it, which the first frame is the first to know."""
        width = self.content_region.width
        # Where one is stays, whatever is said; what is cut of a message can be read elsewhere.
        kept = self._right.cell_length if self.keeps_right else 0
        left = self._left.truncate(max(0, width - kept - 1), ellipsis=True)
        room = max(0, width - left.cell_length - 1)
        right = self._right
        if right.cell_length > room:
            more = Content.styled(self.more, "bold") if room > 3 * len(self.more) else Content("")
            right = right.truncate(room - more.cell_length, ellipsis=True) + more
        left = left.truncate(max(0, width - right.cell_length - 1), pad=True)
        return Content.assemble(left, " ", right)


class Hints(Bar):
    """The keys that matter most in the mode one is in, as they are bound now."""

    keeps_right = True

    def __init__(self, commands: Sequence[Command], keys: Mapping[str, str], id: str) -> None:
        """`keys` are the reader's own, by command or motion."""
        super().__init__(id)
        self._commands, self._keys = commands, keys
        self._parts: list[Content] = []
        self._offered: list[Content] = []

    def offer(self, offers: Sequence[str], taken: int | None) -> None:
        """Show how a query may go on instead of the keys; none brings these back."""
        styles = ["reverse" if at == taken else "" for at in range(len(offers))]
        shown = [Content.styled(painted(o), s) for o, s in zip(offers, styles, strict=True)]
        self._offered = [_key("tab", ""), *shown] if shown else []
        self.show_mode("SEARCH")

    def show_mode(
        self,
        mode: Mode,
        *,
        is_writing: bool = False,
        is_moving_ends: bool = False,
        is_finding: bool = False,
    ) -> None:
        """Show the keys of `mode`; the key of the help stands at the right and is never cut off."""
        help_key = next(
            (key_names(c.keys.split(",")[0]) for c in self._commands if c.id == "help"), ""
        )
        labels = _MOVING_ENDS if is_moving_ends else {}
        rows: Sequence[tuple[str, str]] = _WRITING if is_writing else _FINDING
        if not is_writing and not is_finding:
            rows = list(footer(mode, self._commands, self._keys, labels))
        parts = [_key(_(keys), _(label)) for keys, label in rows if keys != help_key]
        has_help = any(keys == help_key for keys, _label in rows)
        if mode == "SEARCH" and self._offered and not is_finding:
            parts = self._offered
        self._parts = parts
        self.put(Content("  ").join(parts), _key(help_key, _("help")) if has_help else "")

    def render(self) -> Content:
        """As many keys as there is room for; one that would be cut is left to the help."""
        room = self.content_region.width - self._right.cell_length - 1
        fits, taken = 0, 0
        for part in self._parts:
            taken += part.cell_length + 2
            fits += taken - 2 <= room
        self._left = Content("  ").join(self._parts[:fits])
        return super().render()


def _key(keys: str, label: str) -> Content:
    return Content.assemble((keys, "bold $footer-key-foreground"), " ", label)


_WRITING = [
    ("ctrl+s", N_("save")),
    ("esc", N_("close, keeps a draft")),
    (N_("#word"), N_("is a tag")),
]

FIRST_KEYS = {
    "list.down": "j", "list.up": "k", "sources.down": "j", "sources.up": "k", "sources.open": "enter",
    "sources.fold": "h", "sources.unfold": "l",
    "facts.down": "j", "facts.up": "k", "facts.choose": "enter", "facts.details": "i",
    "reader.line_down": "j", "reader.line_up": "k", "reader.next_mark": "right_square_bracket",
    "reader.previous_mark": "left_square_bracket", "reader.select": "v",
    "reader.hint_sentences": "semicolon", "reader.left": "h", "reader.right": "l",
    "reader.next_word": "w", "reader.word_end": "e", "reader.previous_word": "b",
    "reader.previous_sentence": "left_parenthesis", "reader.next_sentence": "right_parenthesis",
    "reader.select_sentence": "V", "reader.swap_ends": "o",
}  # fmt: skip
"""The motions that the footer names, with their first key: the panes they belong to come later."""

_MOVING_ENDS = {"highlight": N_("keep"), "leave_selection": N_("as it was")}
"""What these commands do while a mark's ends are being moved."""

_FIRST: dict[Mode, tuple[tuple[tuple[str, ...], str, str], ...]] = {
    "LIST": ((("list.down", "list.up"), "/", N_("move")),),
    "READ": (
        (("reader.line_down", "reader.line_up"), "/", N_("scroll")),
        (("reader.next_mark", "reader.previous_mark"), "/", N_("next mark")),
        (("reader.select",), "", N_("select")),
        (("reader.hint_sentences",), "", N_("jump")),
    ),
    "SELECT": (
        (
            (
                "reader.left", "reader.line_down", "reader.line_up", "reader.right",
                "reader.next_word", "reader.word_end", "reader.previous_word",
                "reader.previous_sentence", "reader.next_sentence",
            ),
            " ",
            N_("extend"),
        ),
        (("reader.select_sentence",), "", N_("sentence")),
        (("reader.swap_ends",), "", N_("other end")),
        (("colour_1", "colour_5"), "-", N_("colour")),
    ),
    "FACTS": (
        (("facts.down", "facts.up"), "/", N_("move")),
        (("facts.choose",), "", N_("go there")),
        (("search_mark",), "", N_("search it")),
        (("facts.details",), "", N_("details")),
        (("back",), "", N_("back")),
    ),
    "SOURCES": (
        (("sources.down", "sources.up"), "/", N_("move")),
        (("sources.open",), "", N_("open")),
        (("sources.fold", "sources.unfold"), "/", N_("fold")),
        (("add",), "", N_("add")),
    ),
}  # fmt: skip
"""Keys that go together, what stands between them, and what they do."""
NO_LABELS: Mapping[str, str] = {}
_TYPING = (
    ("⏎", N_("to the results")),
    ("esc", N_("back to the list")),
    ("ctrl+s", N_("keep as a view")),
)
_FINDING = (("⏎", N_("to the match")), ("esc", N_("back to the article")))


def footer(
    mode: Mode,
    commands: Sequence[Command],
    own_keys: Mapping[str, str],
    labels: Mapping[str, str] = NO_LABELS,
) -> Iterable[tuple[str, str]]:
    """Key and label (in English still): first the motions of the mode, then its commands, by `labels` where one is there."""
    known = FIRST_KEYS | {command.id: command.keys for command in commands} | dict(own_keys)
    if mode == "SEARCH":
        save = next(iter(singles(known["save_query"])), "")
        for keys, label in _TYPING:
            yield (key_names(save) if keys == "ctrl+s" else keys), label
        return
    for ids, between, label in _FIRST.get(mode, ()):
        yield between.join(key_names(_first_key(id, known[id])) for id in ids), label
    for command in commands:
        if mode in command.in_footer:
            yield (
                key_names(command.keys.split(",")[0]),
                labels.get(command.id, command.marked_label),
            )


def _first_key(id: str, keys: str) -> str:
    """The key to name; of those that go back esc, which does nothing else anywhere."""
    names = keys.split(",")
    return "escape" if id == "back" and "escape" in names else names[0]
