"""A line of the command line, understood: which command is named, and what is said to it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lesart.translations import N_, _
from lesart.tui.commands import Command

ALIASES = {
    "q": "quit", "qa": "quit", "wq": "quit", "x": "quit", "exit": "quit", "close": "back",
    "h": "help", "e": "edit_note", "edit": "edit_note", "color": "colour", "hl": "highlight",
    "find": "search_all", "views": "saved_queries", "view": "saved_queries", "marks": "jump_mark",
    "mark": "set_mark", "bookmark": "star", "unread": "go_unread", "reload": "refresh_all",
    "import": "add", "subscribe": "add", "copy_url": "copy",
}  # fmt: skip
"""What people who come from other programs type."""
_KNOWN_ELSEWHERE = {
    "w": N_("There is nothing to write: what you do is stored at once."),
    "write": N_("There is nothing to write: what you do is stored at once."),
    "bd": N_("An article is closed by q, and deleted by :delete."),
}
_NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)(!?)(?:\s+|$)(.*)", re.DOTALL)
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Said:
    """A command and what is said to it; with `row` a row or line is meant, by its number."""

    command: Command | None
    argument: str = ""
    row: int | None = None


def understood(line: str, commands: Sequence[Command]) -> Said | str:
    """What a line says; a sentence where it says nothing that can be done."""
    line = line.strip().lstrip(":").strip()[:LONGEST]
    if not line:
        return Said(None)
    if line.isascii() and line.isdigit():
        return Said(None, row=int(line[:9]))
    if line.startswith(("/", "?")):
        return Said(_by_id(commands)["search_all"], line[1:].strip())
    if line.startswith("!"):
        return _("No shell is run from here; `pipe_to` in the settings names programs that may be.")
    match = _NAME.fullmatch(line)
    if match is None:
        return _("“{line}” is no command; tab shows the names.").format(line=line[:40])
    name, argument = match[1], match[3].strip()
    command = named(name, commands)
    if isinstance(command, str):
        return command
    if argument and not command.takes:
        return _(":{id} takes nothing behind it; you wrote “{argument}”.").format(
            id=command.id, argument=argument[:40]
        )
    return Said(command, argument)


def named(name: str, commands: Sequence[Command]) -> Command | str:
    """The command that a name means: whole, as others call it, or by a beginning that only it has."""
    wanted = name.replace("-", "_").casefold()
    by_id = _by_id(commands)
    if found := by_id.get(wanted) or by_id.get(ALIASES.get(wanted, "")):
        return found
    if wanted in _KNOWN_ELSEWHERE:
        return _(_KNOWN_ELSEWHERE[wanted])
    begun = [id for id in by_id if id.startswith(wanted)]
    if len(begun) == 1:
        return by_id[begun[0]]
    if begun:
        more = " …" if len(begun) > 6 else ""
        return _(":{name} may be {begun}{more}.").format(
            name=name, begun=", ".join(begun[:6]), more=more
        )
    near = difflib.get_close_matches(wanted, [*by_id, *ALIASES], 1)
    about = [c.id for c in found_by_words(name, commands)]
    meant = near or about[:1]
    hint = (
        _("did you mean :{meant}?").format(meant=meant[0]) if meant else _("tab shows the names.")
    )
    return _("There is no command “{name}”; {hint}").format(name=name, hint=hint)


def found_by_words(words: str, commands: Iterable[Command]) -> list[Command]:
    """The commands about which all these words are true."""
    wanted = words.replace("_", " ").replace("-", " ").casefold().split()
    return [
        command
        for command in commands
        if wanted
        and all(
            w in f"{command.label} {command.says} {command.other_words}".casefold() for w in wanted
        )
    ]


def names_for(begun: str, commands: Sequence[Command]) -> list[tuple[str, str]]:
    """Name and sentence of what a begun name may become: by its letters first, then by words."""
    wanted = begun.replace("-", "_").casefold()
    first = [c for c in commands if c.id.startswith(wanted)]
    alias = [
        _by_id(commands)[id] for name, id in ALIASES.items() if wanted and name.startswith(wanted)
    ]
    about = found_by_words(begun, commands) if len(wanted) > 2 else []
    found = {c.id: c for c in (*first, *alias, *about)}
    return [(c.id, c.says) for c in found.values()]


def _by_id(commands: Iterable[Command]) -> dict[str, Command]:
    return {command.id: command for command in commands}
