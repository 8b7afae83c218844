"""`entities merge`, `split` and `by-hand`: what the reader says of names, kept for ever."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from lesart.cli.context import Context
from lesart.model.errors import UsageError
from lesart.services.asking.entity_choices import merge, split
from lesart.services.asking.finding_entities import called
from lesart.store.tables.same_entities import Naming
from lesart.text.folding import fold
from lesart.translations import _

ACTIONS = ("merge", "split", "by-hand")


def do_by_hand(names: Sequence[str], options: argparse.Namespace, context: Context) -> int:
    """Do what the first word says with the names behind it."""
    action, *others = names
    kind = options.type or ""
    if action == "by-hand":
        if others:
            raise UsageError(_("`lesart entities by-hand` takes no names: it lists all."))
        return _list(options, context)
    if action == "merge":
        if len(others) < 2:
            raise UsageError(_("Name two or more: lesart entities merge 'Name' 'Other name'"))
        keys = [_name(context, name, kind).entity.key for name in others]
        for key in keys[1:]:
            merge(context.store, keys[0], key, now=context.now())
        known = context.store.same_entities.known_of(keys[0])
        all_names = context.store.same_entities.names(known) if known else []
        context.tell(
            _("One entity now: {names}.").format(names=", ".join(n.entity.name for n in all_names))
        )
        return 0
    if not others:
        raise UsageError(_("Name what is to stand for itself: lesart entities split 'Name'"))
    found = [_name(context, name, kind) for name in others]
    split(context.store, [name.entity.key for name in found], now=context.now())
    context.tell(
        _("An entity of its own now: {names}.").format(
            names=", ".join(n.entity.name for n in found)
        )
    )
    return 0


def _name(context: Context, name: str, kind: str) -> Naming:
    """The name as the library has it; raises UsageError where there is none or where it is two."""
    entities = context.store.same_entities
    found = called(context.store, name, kind)
    if not found:
        raise UsageError(
            _(
                "No article names “{name}”; `lesart entities --named PART` looks for parts of names."
            ).format(name=name)
        )
    exact = [
        naming
        for known in found
        for naming in entities.names(known)
        if fold(naming.entity.name) == fold(name) and (not kind or naming.entity.kind == kind)
    ]
    if len({naming.entity.kind for naming in exact}) > 1:
        kinds = ", ".join(sorted({naming.entity.kind for naming in exact}))
        raise UsageError(
            _("“{name}” is several ({kinds}); --type chooses one.").format(name=name, kinds=kinds)
        )
    return exact[0] if exact else entities.names(found[0])[0]


def _list(options: argparse.Namespace, context: Context) -> int:
    choices = context.store.entity_choices.all()
    for choice in choices:
        if options.json:
            from lesart.services.exporting.records import choice_record

            context.say_json(choice_record(choice))
        else:
            sign = "=" if choice.is_same else "≠"
            context.say(f"{choice.one.name} {sign} {choice.other.name}")
    if not choices:
        context.tell(_("Nothing was merged or split by hand yet."))
    return 0
