"""Dialogs answer to the keys of the preset and the reader's own, and their lines of keys name these.

A binding of a dialog whose `id` is a command or motion of the registry has that one's keys; one without an
`id` keeps its key in every preset. No key means two things: what only the dialog has comes first, then its
commands, then the motions of what is scrolled in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from lesart.tui.commands import BY_ID, KEY_SIGNS, key_names
from lesart.tui.key_sequences import alternatives, singles

_ALWAYS = {"back": "escape", "list.open": "enter"}
"""Whatever a reader's keys are, these lead out of a dialog, and into its line."""
_MOVES_THE_CURSOR = frozenset({"left", "right", "up", "down", "home", "end", "backspace", "space"})


def rows_of(kind: type) -> list[Binding]:
    """The bindings that a widget or dialog of ours has, its own first."""
    return [
        row
        for one in kind.__mro__
        if one.__module__.startswith("lesart.")
        for row in one.__dict__.get("BINDINGS", ())
        if isinstance(row, Binding)
    ]


def obeyed(
    rows: Iterable[Binding],
    keys: Mapping[str, str],
    taken: Collection[str] = (),
    *,
    types_text: bool = False,
) -> list[tuple[Binding, list[str]]]:
    """Each binding with the keys that do it now; `taken` are others'.

    Where text is typed (`types_text`) no letter, sign or key of the line's own can be had.
    """
    rows = list(rows)
    used = {*taken, *(key for row in rows if row.id not in keys for key in row.key.split(","))}
    found = []
    for row in rows:
        if row.id is None or row.id not in keys:
            own = [key for key in row.key.split(",") if key not in taken]
        else:
            wanted = [*singles(keys[row.id]), *filter(None, [_ALWAYS.get(row.id)])]
            own = [
                key
                for key in dict.fromkeys(wanted)
                if key not in used and not (types_text and _is_typed(key))
            ]
            own = own or [key for key in row.key.split(",") if key not in taken]
            used.update(own)
        found.append((row, own or row.key.split(",")))
    return found


def _is_typed(key: str) -> bool:
    return len(key) == 1 or key in KEY_SIGNS.keys() - {"escape"} or key in _MOVES_THE_CURSOR


def with_own_keys(
    screen: type, scrolled: Iterable[type], keys: Mapping[str, str], *, types_text: bool = False
) -> Iterator[tuple[type, list[tuple[Binding, list[str]]]]]:
    """The dialog and what is scrolled in it, each with its bindings and their keys."""
    mine = obeyed(rows_of(screen), keys, types_text=types_text)
    yield screen, mine
    taken = {key for _row, own in mine for key in own}
    for kind in scrolled:
        yield kind, obeyed(rows_of(kind), keys, taken)


def give(node: DOMNode, rows: Iterable[tuple[Binding, list[str]]]) -> None:
    """Let a node answer to these keys and to no former ones of the same actions."""
    rows = list(rows)
    ours = {(row.action, row.id) for row, _own in rows}
    bindings = node._bindings.key_to_bindings
    for key in list(bindings):
        left = [one for one in bindings[key] if (one.action, one.id) not in ours]
        if left:
            bindings[key] = left
        else:
            del bindings[key]
    for row, own in rows:
        for key in own:
            bindings[key] = [row.with_key(key), *bindings.get(key, [])]


def signs_now(rows: Iterable[tuple[Binding, list[str]]]) -> dict[str, str]:
    """What is printed on each key that the registry gives, and on the key that does the same now."""
    signs: dict[str, str] = {}
    for row, own in rows:
        for key in row.key.split(","):
            signs.setdefault(key_names(key), key_names(key if key in own else own[0]))
    return signs


def in_sentence(
    sentence: str, commands: Iterable[str], keys: Mapping[str, str], motions: Mapping[str, str]
) -> str:
    """A sentence that names keys as the registry has them, with the keys that there are now.

    `motions` are those of the registry by their names, each with its first key.
    """
    signs: dict[str, str] = {}
    for name in commands:
        known = motions.get(name) or singles(BY_ID[name].keys)[0]
        own = (alternatives(keys.get(name, "")) or [(known,)])[0]
        signs[key_names(known)] = key_names(" ".join(own))
    if all(sign == now for sign, now in signs.items()):
        return sentence
    any_sign = "|".join(map(re.escape, signs))
    return re.sub(rf"(?<!\w)(?:{any_sign})(?!\w)", lambda found: signs[found[0]], sentence)


def keyed(line: str, signs: Mapping[str, str]) -> str:
    """A line of keys, `⏎ open · u undo · esc back`, with the keys that there are now."""
    parts = []
    for part in line.split(" · "):
        words = part.split(" ")
        for at, word in enumerate(words[:-1]):
            if word not in signs:
                break
            words[at] = signs[word]
        parts.append(" ".join(words))
    return " · ".join(parts)
