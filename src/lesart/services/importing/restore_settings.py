"""Bring back what an export tells of the library itself: its feeds and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

from lesart.model.entity import EntityKind
from lesart.query import parse_query
from lesart.services.asking.entity_choices import put_choices
from lesart.services.asking.rules import rule_of, rules_of, save_rule
from lesart.services.exporting.records import Record
from lesart.services.importing.records import BadRecord
from lesart.store import Store
from lesart.store.tables.entity_choices import ChosenName, choice
from lesart.text.clean import clean_line
from lesart.translations import _


def put_feed(record: Record, url: str, store: Store, now: int) -> None:
    url = clean_line(url, 4000)
    if not url.startswith(("http://", "https://")):
        raise BadRecord(_("a feed's address must begin with http:// or https://."))
    feed, is_new = store.feeds.add(url, title=_line(record, "title"), now=now)
    if is_new:
        tags = record.get("tags")
        store.feeds.change(
            feed.id,
            own_title=_line(record, "own_title"),
            site=_line(record, "site"),
            folder=_line(record, "folder"),
            tags=[clean_line(str(tag), 100) for tag in tags] if isinstance(tags, list) else [],
            is_paused=record.get("is_paused") is True,
            wants_full_text=record.get("wants_full_text") is True,
            every=_seconds(record, "every"),
            muted_until=_seconds(record, "muted_until"),
        )


def _seconds(record: Record, name: str) -> int | None:
    """Of a span or a moment that SQLite can hold; None where there is none."""
    value = record.get(name)
    return value if type(value) is int and 0 < value < 2**40 else None


def put_rule(record: Record, store: Store, now: int) -> None:
    """A rule comes into an empty library only: a file from anywhere must not act on what is here."""
    rule = rule_of(record)
    if rule is None:
        raise BadRecord(_("this rule cannot be read."))
    rule = replace(
        rule,
        name=clean_line(rule.name),
        query=clean_line(rule.query),
        tag=clean_line(rule.tag, 100),
    )
    if rule in rules_of(store):
        return
    if rule.action == "run" or store.articles.count():
        why = _("starts a command") if rule.action == "run" else _("would act on your articles")
        raise BadRecord(
            _("the rule “{name}” {why} and was not taken in; `lesart rules add` makes it.").format(
                name=rule.name, why=why
            )
        )
    today = datetime.fromtimestamp(now, UTC).date()
    save_rule(store, rule, now=now, parse=lambda words: parse_query(words, today))


def put_choice(record: Record, store: Store, now: int) -> None:
    """Which names are one entity, and which are not, as the reader said elsewhere."""
    match record:
        case {
            "names": [[str(), str(), str()] as one, [str(), str(), str()] as other],
            "is_same": bool(is_same),
            "made": int(made),
        }:
            names = [
                ChosenName(clean_line(key, 300), clean_line(name, 300), kind)
                for key, name, kind in (one, other)
            ]
        case _:
            raise BadRecord(_("this choice about two names cannot be read."))
    right = all(name.key and name.name and name.kind in get_args(EntityKind) for name in names)
    if not right or names[0].key == names[1].key:
        raise BadRecord(_("this choice about two names cannot be read."))
    put_choices(store, [choice(*names, is_same=is_same, made=min(made, now))])


def _line(record: Mapping[str, Any], name: str, limit: int = 1000) -> str:
    value = record.get(name)
    return clean_line(value, limit) if isinstance(value, str) else ""
