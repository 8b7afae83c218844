"""The reader's own keys: what the settings ask for, as far as it can be had."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import Keys

from lesart.translations import _
from lesart.tui.commands import COMMANDS, KEY_SIGNS, NO_KEY, Command, Mode, key_names
from lesart.tui.key_sequences import LETTER, alternatives, clash_of, sequences, singles
from lesart.tui.presets import PRESETS, VIM
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
_MODIFIERS = ("ctrl+", "shift+", "alt+", "super+", "meta+", "hyper+")
_NAMED = {key.value for key in Keys if "+" not in key.value} | {f"f{n}" for n in range(1, 25)}
_SIGNS = {sign: name for name, sign in KEY_SIGNS.items()}


def _motions() -> Iterator[Command]:
    for widget, modes in _MOTIONS:
        for binding in widget.BINDINGS:
            if isinstance(binding, Binding) and binding.id:
                where: tuple[Mode, ...] = ("SELECT",) if is_for_selecting(binding) else modes
                yield Command(binding.id, binding.key, binding.description, "", where)


def motions_of(pane: DOMNode, keys: Mapping[str, str]) -> list[Command]:
    """The motions of one pane, on the keys that they have now."""
    return [
        Command(b.id, keys.get(b.id, b.key), b.description, "")
        for b in getattr(pane, "BINDINGS", ())
        if isinstance(b, Binding) and b.id
    ]


def read_keys(wanted: Mapping[str, str], preset: str = VIM) -> tuple[dict[str, str], list[str]]:
    """Command -> keys as Textual names them, and a sentence for each wish that cannot be had.

    Here are the keys of the preset that are not the registry's, and what the reader wants instead.
    A key may be given as what is on it (`*`) or by its name (`asterisk`, `ctrl+d`), several with
    commas between, a sequence with spaces (`g x`). A command never takes a key that another one has
    in the same place.
    """
    base = PRESETS[preset]
    everything = {
        command.id: replace(command, keys=base.get(command.id, command.keys))
        for command in (*_motions(), *COMMANDS)
    }
    own: dict[str, str] = {}
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
                _("“{text}” is no key for “{id}”; write one as x, *, f6, ctrl+x or g x.").format(
                    text=text, id=id
                )
            )
        else:
            own[id] = names
    while clash := _first_clash(own, everything):
        id, key, other = clash
        now = key_names(everything[id].keys) or f":{id}"
        problems.append(
            _("The key {key_names} is taken ({does}); “{id}” stays on {now}.").format(
                key_names=key_names(key), does=other.label, id=id, now=now
            )
        )
        del own[id]
    return {**base, **own}, problems


def clashes_of(preset: str) -> list[str]:
    """What in a preset leads to two things at once; a test asks that it is nothing."""
    base = PRESETS[preset]
    everything = {
        command.id: replace(command, keys=base.get(command.id, command.keys))
        for command in (*_motions(), *COMMANDS)
    }
    found = []
    for id, command in everything.items():
        if clash := _first_clash({id: command.keys}, everything):
            found.append(f"{id}: {clash[1]} is {clash[2].id}")
    return [*found, *sorted(f"{id} is no command" for id in base.keys() - everything.keys())]


def with_keys(keys: Mapping[str, str]) -> tuple[Command, ...]:
    """All commands, on the keys that they have now: for the footer, the help and the palette."""
    return tuple(replace(command, keys=keys.get(command.id, command.keys)) for command in COMMANDS)


def apply_keys(node: DOMNode, keys: Mapping[str, str]) -> None:
    """Let a screen or widget answer to these keys, and to no former ones of the same commands."""
    known: dict[str, Binding] = {}
    bindings: list[Binding] = []
    for _key, binding in node._bindings:
        if binding.id is not None and binding.id in keys:
            known.setdefault(binding.id, binding)
        else:
            bindings.append(binding)
    for id, binding in known.items():
        for key in singles(keys[id]) or [NO_KEY]:
            bindings.append(binding.with_key(key))
    node._bindings = BindingsMap(bindings)


def _names_of(text: str) -> str:
    """The keys in a setting by Textual's names; nothing where one of them is no key."""
    parts = [","] if text.strip() == "," else text.split(",")
    ways = [[_by_name(key) for key in part.split()] for part in parts]
    if not all(way and all(map(_is_key, way)) for way in ways):
        return ""
    if any(LETTER in way[:-1] or way == [LETTER] for way in ways):
        return ""
    return ",".join(" ".join(way) for way in ways)


def _by_name(key: str) -> str:
    """A key as Textual calls it: `<` is `less_than_sign`, `alt+<` is `alt+less_than_sign`."""
    held, plus, base = key.rpartition("+")
    return _SIGNS.get(key) or f"{held}{plus}{_SIGNS.get(base, base) if held else base}"


def _is_key(name: str) -> bool:
    base = name
    while base.startswith(_MODIFIERS) and len(base) > 1:
        base = base.partition("+")[2]
    if len(base) == 1:
        return base.isalnum() or name == "ctrl+@"
    if base in KEY_SIGNS or base in _NAMED:
        return True
    try:
        unicodedata.lookup(base.replace("_", " "))
    except KeyError:
        return False
    return "_" in base


def _first_clash(
    own: Mapping[str, str], everything: Mapping[str, Command]
) -> tuple[str, str, Command] | None:
    for id, keys in own.items():
        mine = alternatives(keys)
        for other in everything.values():
            if other.id.rpartition(".")[2] == id.rpartition(".")[2]:
                continue  # itself, or the same motion of another pane
            if not set(other.modes) & set(everything[id].modes):
                continue
            theirs = own.get(other.id, other.keys)
            taken = clash_of(mine, alternatives(theirs)) or _begun(mine, theirs, other)
            if taken:
                return id, " ".join(taken), other
    return None


def _begun(mine: list[tuple[str, ...]], theirs: str, other: Command) -> tuple[str, ...] | None:
    """A key wanted alone which another command's sequence begins with, and which is nobody's alone."""
    starts = {way[0] for way in sequences(theirs)} - _BOTH
    return next((way for way in mine if len(way) == 1 and way[0] in starts), None)


_BOTH = frozenset({"g", "z", "apostrophe"})
"""Keys that do something alone and begin sequences, too."""
