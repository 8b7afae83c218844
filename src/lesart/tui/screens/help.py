"""All keys of the mode one was in, and what the screen's marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from lesart.translations import N_, _
from lesart.tui.commands import Command, Mode, key_names
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialogs import Notice
from lesart.tui.widgets.article_list import ArticleList
from lesart.tui.widgets.facts_panel import FactsPanel
from lesart.tui.widgets.reader import Reader
from lesart.tui.widgets.reader_keys import is_for_selecting
from lesart.tui.widgets.source_list import SourceList

_WIDEST_KEYS = 26
"""More are not waited for by the lines around them."""
_MARKS = (
    (N_("figure"), "bold $text-warning", N_("a key figure: value, unit, what is counted")),
    (N_("name"), "underline $text-accent", N_("a person, place, organisation or event")),
    (
        N_("passage"),
        "$foreground on $warning-muted",
        N_("your highlight; ┆ at the edge, ✎ with a note"),
    ),
)
_QUERY = N_("""\
words            all of them, in title, text and notes     "exact phrase"    -without
a OR b           a NEAR b   (a NEAR/3 b: at most 3 words between)
title:x  author:x  note:x  tag:x  from:feed  in:folder  lang:de
is:unread read starred annotated new changed         has:note figure entity fulltext
changed:figure text    changed:7d   what a correction changed, or when it came
story:12         all articles of the story that article 12 is of
is:reworded      a corrected text says something else where a note of mine stands
entity:"Name"    figure>1000   figure:1..5%   figure>1m€   unit:%
subject:Umsatz   what a figure measures    of:"Deutsche Bank"  per:Kopf  speaker:Merkel
role:delta level from to share price limit rank age  (delta: by how much it changed)
tab or → takes what the bottom line offers while you type
subject:Soldaten figure>5000 role:delta    side by side: one figure; brackets part them
after:2026-11-01 before:2026-12 on:today last:7d     ~bank  inside words (Zentralbank)""")


def help_for(
    mode: Mode, commands: Sequence[Command], keys: Mapping[str, str], problems: Sequence[str] = ()
) -> Notice:
    """The help screen; the keys of `mode` come first."""
    widgets: dict[str, type[Widget]] = {
        "LIST": ArticleList,
        "READ": Reader,
        "SELECT": Reader,
        "FACTS": FactsPanel,
        "SOURCES": SourceList,
    }
    widget = widgets.get(mode)
    parts: list[Content] = []
    if problems:
        lines = [Content.styled(_("What is wrong in your settings"), "bold $text-warning")]
        lines += [Content(painted(f"  {problem}")) for problem in problems]
        parts.append(Content("\n").join(lines))
    if widget is not None:
        motions = [b for b in widget.BINDINGS if isinstance(b, Binding) and "count" not in b.action]
        both = {False: _("Moving ({mode})").format(mode=_(mode)), True: _("While selecting (v, V)")}
        for is_selecting, title in both.items():
            rows = [
                (key_names(keys.get(b.id or "", b.key)), _(b.description))
                for b in motions
                if is_for_selecting(b) == is_selecting
            ]
            parts += [_section(title, rows)] if rows else []
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        # The list's own table has `open` already.
        if mode in command.modes and command.id != "open":
            groups.setdefault(command.group, []).append((_keys(command), command.says))
    parts += [_section(_(group), rows) for group, rows in groups.items()]
    others = [
        (_keys(c), f"{c.says} ({', '.join(map(_, c.modes))})")
        for c in commands
        if mode not in c.modes
    ]
    marks = [
        Content.assemble(("  " + _(name).ljust(9), style), " ", _(says))
        for name, style, says in _MARKS
    ]
    parts.append(
        Content("\n").join([Content.styled(_("What the marks mean"), "bold $text-primary"), *marks])
    )
    parts.append(
        Content.assemble((_("What a search understands"), "bold $text-primary"), "\n", _(_QUERY))
    )
    if others:
        parts.append(_section(_("Elsewhere"), others))
    return Notice(_("Keys · {mode}").format(mode=_(mode)), Content("\n\n").join(parts))


def _keys(command: Command) -> str:
    """What to press; a command without a key has its name on the command line."""
    return key_names(command.keys) or f":{command.id}"


def _section(title: str, rows: Iterable[tuple[str, str]]) -> Content:
    lines = [Content.styled(title, "bold $text-primary")]
    rows = list(rows)
    width = max(15, *(len(keys) for keys, _says in rows if len(keys) <= _WIDEST_KEYS), 0)
    lines += [
        Content.assemble("  ", (keys.ljust(width), "bold $footer-key-foreground"), " ", says)
        for keys, says in rows
    ]
    return Content("\n").join(lines)
