"""Rules: a query and what is done with each article that answers it; every doing can be undone.

A rule acts on an article once, when it first answers; on stored articles only when it is told to. What the
reader has marked or starred is never hidden by a rule.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from lesart.model.errors import UsageError
from lesart.query import Query
from lesart.services.asking.seen import Parse, Seen
from lesart.store import Store
from lesart.translations import _

Action = Literal["read", "star", "hide", "tag", "run"]
ACTIONS: tuple[Action, ...] = ("read", "star", "hide", "tag", "run")
_RULES, _DONE = "rules", "rules:done"
_NUMBERED = re.compile(r"\bstory:\d", re.IGNORECASE)
_MOST_DONE = 100
"""So many doings can be undone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done with articles that answer a query."""

    name: str
    query: str
    action: Action
    tag: str = ""
    """The tag that `tag` puts on."""
    command: tuple[str, ...] = ()
    """What `run` starts, without a shell: one call an article, which comes as JSON on standard input."""
    until: int | None = None
    """UTC seconds from which the rule rests; None: it never does."""
    is_on: bool = True
    """False: it rests until the reader wakes it."""
    is_standing: bool = False
    """It acts on whatever answers, however long that has been stored: what is old becomes so by itself."""

    def rests(self, now: int) -> bool:
        return not self.is_on or (self.until is not None and now >= self.until)


@dataclass(frozen=True, slots=True)
class Doing:
    """What a rule has done to which articles: those that it really changed."""

    rule: str
    action: Action
    tag: str
    ids: tuple[int, ...]
    at: int


# ------------------------------------------------------------------ the rules


def rules_of(store: Store) -> list[Rule]:
    """Every rule, in the order in which they were made."""
    return [rule for record in _listed(store, _RULES) if (rule := rule_of(record)) is not None]


def rule_of(record: Any) -> Rule | None:
    """A rule out of its JSON; None where it is none."""
    match record:
        case {"name": str(name), "query": str(query), "action": str(action)} if action in ACTIONS:
            command = record.get("command") or ()
            until = record.get("until")
            return Rule(
                name,
                query,
                next(known for known in ACTIONS if known == action),
                str(record.get("tag") or ""),
                tuple(str(word) for word in command) if isinstance(command, (list, tuple)) else (),
                until if isinstance(until, int) else None,
                record.get("is_on") is not False,
                record.get("is_standing") is True,
            )
    return None


def rule_named(store: Store, name: str) -> Rule:
    """Raises UsageError where there is none."""
    for rule in rules_of(store):
        if rule.name == name:
            return rule
    raise UsageError(_("There is no rule “{name}”; `lesart rules` lists them.").format(name=name))


def save_rule(store: Store, rule: Rule, *, now: int, parse: Parse) -> int:
    """Keep the rule under its name; it acts from now on. Gives how many stored articles answer it."""
    known = next((other for other in rules_of(store) if other.name == rule.name), None)
    change_rule(store, known, rule, now=now, parse=parse)
    return len(answering(store, rule, parse))


def change_rule(
    store: Store, was: Rule | None, rule: Rule | None, *, now: int, parse: Parse
) -> None:
    """Put `rule` in the place of the one that was; None for either: it is new, or it goes.

    What a rule has done stays done. Raises UsageError where another rule has the name.
    """
    with store.transaction():
        rules = rules_of(store)
        names = [other.name for other in rules]
        at = names.index(was.name) if was is not None and was.name in names else len(rules)
        if rule is not None and rule.name in (*names[:at], *names[at + 1 :]):
            raise UsageError(_("Another rule is called “{name}” already.").format(name=rule.name))
        rules[at : at + 1] = [rule] if rule is not None else []
        _keep_rules(store, rules)
        if was is not None and (rule is None or rule.name != was.name):
            store.settings.forget(_seen_key(was))
        if rule is not None and not rule.is_standing:
            _seen(store, rule, now, parse).begin()


def remove_rule(store: Store, name: str) -> None:
    """What it has done stays done."""
    rule = rule_named(store, name)
    change_rule(store, rule, None, now=0, parse=lambda _: Query())


def is_of_one_library(rule: Rule) -> bool:
    """Whether its query names an article by its number, which means another one elsewhere."""
    return bool(_NUMBERED.search(rule.query))


def _keep_rules(store: Store, rules: Iterable[Rule]) -> None:
    store.settings.set(_RULES, json.dumps([asdict(rule) for rule in rules], ensure_ascii=False))


# ------------------------------------------------------------------ what they do


def answering(store: Store, rule: Rule, parse: Parse) -> list[int]:
    """Every stored article that the rule would act on."""
    ids = sorted(store.search.ids(parse(rule.query)))
    return _without_kept(store, ids) if rule.action == "hide" else ids


def new_for(store: Store, rule: Rule, *, now: int, parse: Parse) -> list[int]:
    """Articles that have come to answer since; none where the rule rests."""
    if rule.rests(now):
        return []
    if rule.is_standing:
        brought_back = _seen(store, rule, now, parse).known
        return [one for one in answering(store, rule, parse) if one not in brought_back]
    ids = _seen(store, rule, now, parse).new()
    return _without_kept(store, ids) if rule.action == "hide" else ids


def act(store: Store, rule: Rule, ids: Sequence[int], *, now: int, parse: Parse) -> Doing:
    """Do it to these articles, in one transaction with the note of what undoes it. `run` is the caller's."""
    with store.transaction():
        changed = _acted(store, rule, ids)
        if not rule.is_standing:
            _seen(store, rule, now, parse).add(ids)
        doing = Doing(rule.name, rule.action, rule.tag, tuple(changed), now)
        if changed and rule.action != "run":
            done = [*_listed(store, _DONE), asdict(doing)]
            store.settings.set(_DONE, json.dumps(done[-_MOST_DONE:], ensure_ascii=False))
    return doing


def _acted(store: Store, rule: Rule, ids: Sequence[int]) -> list[int]:
    """Which of them it changed."""
    match rule.action:
        case "read":
            return store.articles.set_read(ids, True)
        case "star":
            return store.articles.set_starred(ids, True)
        case "hide":
            return store.articles.delete(ids)
        case "tag":
            return [one for one in ids if _tagged(store, one, rule.tag)]
        case "run":
            return list(ids)


def undo_last(store: Store) -> Doing | None:
    """Take back what a rule did last on the articles that it changed; None where nothing is left."""
    with store.transaction():
        done = _listed(store, _DONE)
        if not done:
            return None
        record = done[-1]
        doing = Doing(
            record["rule"], record["action"], record["tag"], tuple(record["ids"]), record["at"]
        )
        take_back(store, doing)
    return doing


def take_back(store: Store, doing: Doing) -> None:
    """Turn round what a rule did to these articles."""
    with store.transaction():
        record = asdict(doing) | {"ids": list(doing.ids)}
        done = [one for one in _listed(store, _DONE) if one != record]
        store.settings.set(_DONE, json.dumps(done, ensure_ascii=False))
        match doing.action:
            case "read":
                store.articles.set_read(doing.ids, False)
            case "star":
                store.articles.set_starred(doing.ids, False)
            case "hide":
                store.articles.restore(doing.ids)
                _leave_alone(store, doing)
            case "tag":
                for one in doing.ids:
                    tags = store.articles.tags(one)
                    store.articles.set_tags(one, [tag for tag in tags if tag != doing.tag])


def _leave_alone(store: Store, doing: Doing) -> None:
    """What a standing rule did and was taken back, it does not do again."""
    rule = next((one for one in rules_of(store) if one.name == doing.rule), None)
    if rule is not None and rule.is_standing:
        Seen(store, _seen_key(rule), Query(), doing.at).add(doing.ids)


def _tagged(store: Store, article_id: int, tag: str) -> bool:
    tags = store.articles.tags(article_id)
    if tag in tags:
        return False
    store.articles.set_tags(article_id, [*tags, tag])
    return True


def _without_kept(store: Store, ids: Sequence[int]) -> list[int]:
    """Without what the reader marked or starred: that is kept for ever."""
    found = store.articles.headlines(ids)
    return [one.id for one in found if one and not one.note_count and not one.is_starred]


def _seen(store: Store, rule: Rule, now: int, parse: Parse) -> Seen:
    return Seen(store, _seen_key(rule), parse(rule.query), now)


def _seen_key(rule: Rule) -> str:
    return f"rules:seen:{rule.name}"


def _listed(store: Store, key: str) -> list[Any]:
    try:
        kept = json.loads(store.settings.get(key) or "[]")
    except ValueError:
        return []
    return kept if isinstance(kept, list) else []
