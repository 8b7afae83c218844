"""The reader's own keys: what the settings ask for, as far as it can be had."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from textual.binding import Binding

from lesart.translations import _
from lesart.tui.commands import COMMANDS, KEY_SIGNS, Command, Mode, key_names
from lesart.tui.widgets.article_list import ArticleList
from lesart.tui.widgets.facts_panel import FactsPanel
from lesart.tui.widgets.reader import Reader
from lesart.tui.widgets.reader_keys import is_for_selecting
from lesart.tui.widgets.source_list import SourceList

_MOTIONS: tuple[
    tuple[type[ArticleList] | type[Reader] | type[FactsPanel] | type[SourceList], tuple[Mode, ...]],
    ...,
] = (
    (ArticleList, ("LIST",)),
    (Reader, ("READ", "SELECT")),
    (FactsPanel, ("FACTS",)),
    (SourceList, ("SOURCES",)),
)
_KEY = re.compile(r"(?:(?:ctrl|shift|alt|super|meta|hyper)\+)*\w+")
_SIGNS = {sign: name for name, sign in KEY_SIGNS.items()}


def _motions() -> Iterator[Command]:
    for widget, modes in _MOTIONS:
        for binding in widget.BINDINGS:
            if isinstance(binding, Binding) and binding.id:
                where: tuple[Mode, ...] = ("SELECT",) if is_for_selecting(binding) else modes
                yield Command(binding.id, binding.key, binding.description, "", where)


def read_keys(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Command -> keys as Textual names them, and a sentence for each wish that cannot be had.

    A key may be given as what is on it (`*`) or by its name (`asterisk`, `ctrl+d`), several with
    commas between. A command never takes a key that another one has in the same place.
    """
    everything = {command.id: command for command in (*_motions(), *COMMANDS)}
    keys: dict[str, str] = {}
    problems = []
    for id, text in wanted.items():
        names = _names_of(text)
        if id not in everything:
            near = difflib.get_close_matches(id, everything, 1)
            meant = (
                _("; did you mean “{near}”?").format(near=near[0])
                if near
                else _("; the README names them all.")
            )
            problems.append(
                _("There is no command “{id}” to give a key to{meant}").format(id=id, meant=meant)
            )
        elif not names:
            problems.append(
                _("“{text}” is no key for “{id}”; write one as x, *, f6 or ctrl+x.").format(
                    text=text, id=id
                )
            )
        else:
            keys[id] = ",".join(names)
    while clash := _first_clash(keys, everything):
        id, key, other = clash
        now = key_names(everything[id].keys)
        does = other.label
        problems.append(
            _("The key {key_names} is taken ({does}); “{id}” stays on {now}.").format(
                key_names=key_names(key), does=does, id=id, now=now
            )
        )
        del keys[id]
    return keys, problems


def with_keys(keys: Mapping[str, str]) -> tuple[Command, ...]:
    """All commands, on the keys that they have now: for the footer, the help and the palette."""
    return tuple(replace(command, keys=keys.get(command.id, command.keys)) for command in COMMANDS)


def _names_of(text: str) -> list[str]:
    """Textual's names of the keys in a setting; none where one of them is no key."""
    parts = [","] if text.strip() == "," else [part.strip() for part in text.split(",")]
    names = [_SIGNS.get(part, part) for part in parts]
    return names if all(_KEY.fullmatch(name) for name in names) else []


def _first_clash(
    keys: Mapping[str, str], everything: Mapping[str, Command]
) -> tuple[str, str, Command] | None:
    for id in keys:
        mine = set(keys[id].split(","))
        for other in everything.values():
            if other.id.rpartition(".")[2] == id.rpartition(".")[2]:
                continue  # itself, or the same motion of another pane
            if not set(other.modes) & set(everything[id].modes):
                continue
            taken = mine & set(keys.get(other.id, other.keys).split(","))
            if taken:
                return id, min(taken), other
    return None
