"""`rules`: what is done by itself with articles that answer a query."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.cli.output import headline_json
from lesart.locales.in_sentences import moment, numeral
from lesart.model.errors import UsageError
from lesart.services.asking.rules import ACTIONS, Rule
from lesart.translations import N_, _, ngettext

_HELP = N_("""\
A rule acts on each article once, when it first answers: at the end of `lesart refresh`, and when figures and
names were found (`lesart analyse --waiting`); the screen does both. On what is stored already it acts when
you say `rules apply NAME`.

  lesart rules add sport 'from:Tagblatt title:Bundesliga' --action read
  lesart rules add later '-last:90d is:read' --action hide       (what you marked or starred is never hidden)
  lesart rules add quiet 'entity:"Elon Musk"' --action hide --for 7d
  lesart rules add desk 'counts:Soldaten figure>5000' --action run --run notify-desk --urgent
  lesart rules apply later --dry-run
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "rules",
        help=_("what is done by itself with articles that answer a query"),
        description=_(
            "List, make and try rules: a query and what is done with each article that answers it."
        ),
        epilog=_(_HELP),
        formatter_class=Layout,
    )
    actions = parser.add_subparsers(dest="what", metavar="ACTION")
    parser.set_defaults(handler=list_rules)
    add = actions.add_parser("add", help=_("make a rule, or change the one of that name"))
    named = _("the name of the rule")
    add.add_argument("name", help=named)
    add.add_argument("query", help=_("which articles, as `lesart list` takes it"))
    add.add_argument(
        "--action", required=True, choices=ACTIONS,
        help=_("mark them read, star them, take them out of the lists, tag them, run a command"),
    )  # fmt: skip
    add.add_argument("--tag", default="", help=_("which tag --action tag puts on"))
    add.add_argument(
        "--for", dest="until", metavar="TIME", help=_("for so long only: 12h, 7d, 4w, 2026-12-31")
    )
    add.add_argument("--run", nargs=argparse.REMAINDER, default=[], metavar="COMMAND",
                     help=_("what --action run starts, with the article as JSON on its standard input"))  # fmt: skip
    add.set_defaults(handler=add_rule)
    apply = actions.add_parser("apply", help=_("act on what is stored (NAME), or on what is new"))
    apply.add_argument(
        "name", nargs="?", help=_("this rule, on every stored article that answers it")
    )
    apply.add_argument("--dry-run", action="store_true", help=_("only say how many, and which"))
    apply.set_defaults(handler=apply_rules)
    for name, says in (
        ("on", _("let a rule act again, on what comes from now on")),
        ("off", _("let it rest")),
    ):
        switch = actions.add_parser(name, help=says)
        switch.add_argument("name", help=named)
        switch.set_defaults(handler=switch_one, is_on=name == "on")
    keep = actions.add_parser(
        "keep", help=_("how long what was read stays in the lists: 90d, ever")
    )
    keep.add_argument("time", help=_("as 90d or 12w; ever: for ever"))
    keep.set_defaults(handler=keep_for)
    remove = actions.add_parser("remove", help=_("forget a rule; what it did stays"))
    remove.add_argument("name", help=named)
    remove.set_defaults(handler=remove_one)
    undo = actions.add_parser("undo", help=_("take back what a rule did last"))
    undo.set_defaults(handler=undo_one)
    for one in actions._choices_actions:
        actions.choices[one.dest].description = one.help


def list_rules(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rules import answering, rules_of

    rules = rules_of(context.store)
    if not rules:
        context.tell(_("There are no rules yet; `lesart rules --help` shows how to make one."))
    for rule in rules:
        count = len(answering(context.store, rule, context.parsed))
        context.say(
            ngettext(
                "{name}: {says} · {query} · {count} answers",
                "{name}: {says} · {query} · {count} answer",
                count,
            ).format(
                name=rule.name, says=_says(rule, context), query=rule.query, count=numeral(count)
            )
        )
    return 0


def _says(rule: Rule, context: Context) -> str:
    what = {
        "tag": _("tag #{tag}").format(tag=rule.tag),
        "run": _("run {names}").format(names=" ".join(rule.command)),
    }.get(rule.action, rule.action)
    if not rule.is_on:
        return _("{what} (off)").format(what=what)
    if rule.until is None:
        return what
    if rule.until <= context.now():
        return _("{what} (rests)").format(what=what)
    return _("{what} until {until}").format(what=what, until=moment(rule.until))


def add_rule(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rule_words import Written, rule_from
    from lesart.services.asking.rules import save_rule

    written = Written(
        options.name, options.query, options.action, options.tag, options.run, options.until or ""
    )
    rule = rule_from(written, now=context.now(), parse=context.parsed)
    count = save_rule(context.store, rule, now=context.now(), parse=context.parsed)
    context.tell(
        ngettext(
            "Acts on what comes from now on. {count} stored article answers it: `lesart rules "
            "apply {name}` acts on it too.",
            "Acts on what comes from now on. {count} stored articles answer it: `lesart rules "
            "apply {name}` acts on them too.",
            count,
        ).format(count=numeral(count), name=options.name)
    )
    return 0


def apply_rules(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rules import answering, rule_named

    if options.name is None:
        return act_on_new(context, is_dry=options.dry_run)
    rule = rule_named(context.store, options.name)
    ids = answering(context.store, rule, context.parsed)
    return _act(rule, ids, context, is_dry=options.dry_run)


def act_on_new(context: Context, *, is_dry: bool = False) -> int:
    """Let every rule act on what has come to answer it; 1 where one of them could not."""
    from lesart.services.asking.rules import new_for, rules_of

    status = 0
    for rule in rules_of(context.store):
        ids = new_for(context.store, rule, now=context.now(), parse=context.parsed)
        if ids:
            try:
                status |= _act(rule, ids, context, is_dry=is_dry)
            except UsageError as error:
                context.tell(_("lesart: rule {name}: {error}").format(name=rule.name, error=error))
                status = 1
    return status


def _act(rule: Rule, ids: list[int], context: Context, *, is_dry: bool) -> int:
    from lesart.services.asking.rules import act

    if is_dry:
        for one in context.store.articles.headlines(ids):
            if one is not None:
                context.say_as_is(f"{one.id}  {one.title}")
        context.tell(
            ngettext(
                "{name}: {count} article, nothing was done.",
                "{name}: {count} articles, nothing was done.",
                len(ids),
            ).format(name=rule.name, count=numeral(len(ids)))
        )
        return 0
    taken = _run(rule, ids, context) if rule.action == "run" else ids
    doing = act(context.store, rule, taken, now=context.now(), parse=context.parsed)
    if doing.ids:
        back = "" if rule.action == "run" else _("; `lesart rules undo` takes it back")
        context.tell(
            ngettext(
                "{name}: {action}, {count} article{back}.",
                "{name}: {action}, {count} articles{back}.",
                len(doing.ids),
            ).format(name=rule.name, action=rule.action, count=numeral(len(doing.ids)), back=back)
        )
    return 1 if len(taken) < len(ids) else 0


def _run(rule: Rule, ids: list[int], context: Context) -> list[int]:
    """Those that the command took; the others are told again."""
    from lesart.cli.handing import handed_over

    taken = []
    for one in context.store.articles.headlines(ids):
        if one is not None:
            record = {"rule": rule.name, "query": rule.query, "article": headline_json(one)}
            if handed_over(rule.command, record, one.title, context):
                taken.append(one.id)
    return taken


def switch_one(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rules import change_rule, rule_named

    rule = rule_named(context.store, options.name)
    changed = replace(rule, is_on=options.is_on)
    change_rule(context.store, rule, changed, now=context.now(), parse=context.parsed)
    return 0


def keep_for(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rule_words import RETENTION, retention
    from lesart.services.asking.rules import remove_rule, rules_of, save_rule

    rule = retention(options.time)
    if rule is None:
        if any(known.name == RETENTION for known in rules_of(context.store)):
            remove_rule(context.store, RETENTION)
        context.tell(_("Everything stays in the lists for ever."))
        return 0
    count = save_rule(context.store, rule, now=context.now(), parse=context.parsed)
    context.tell(
        ngettext(
            "Read articles leave the lists after {time}, {count} of them at the next refresh; what you "
            "marked, noted, starred or tagged stays for ever. `lesart rules apply {name} --dry-run` lists them.",
            "Read articles leave the lists after {time}, {count} of them at the next refresh; what you "
            "marked, noted, starred or tagged stays for ever. `lesart rules apply {name} --dry-run` lists them.",
            count,
        ).format(time=options.time, count=numeral(count), name=RETENTION)
    )
    return 0


def remove_one(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rules import remove_rule

    remove_rule(context.store, options.name)
    return 0


def undo_one(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.asking.rules import undo_last

    doing = undo_last(context.store)
    if doing is None:
        context.tell(_("No rule has done anything that is left to undo."))
        return 0
    context.tell(
        ngettext(
            "Undone: {rule}, {action} on {count} article.",
            "Undone: {rule}, {action} on {count} articles.",
            len(doing.ids),
        ).format(rule=doing.rule, action=doing.action, count=numeral(len(doing.ids)))
    )
    return 0
