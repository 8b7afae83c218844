"""Rules as a person writes them: words of a form or of the command line become a rule, or a sentence why not."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from lesart.locales.lengths import end_of, seconds_of
from lesart.model.errors import UsageError
from lesart.services.asking.rules import ACTIONS, Action, Rule
from lesart.services.asking.seen import Parse
from lesart.text.clean import clean_line
from lesart.translations import _

RETENTION = "retention"
"""The name of the rule that takes old articles out of the lists."""
EVER = "ever"
_LONGEST = 10 * 365 * 86_400


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote for a rule."""

    name: str
    query: str
    action: str
    tag: str = ""
    command: str | Sequence[str] = ""
    until: str = ""
    """`7d`, `2026-12-31`; empty: for ever."""


def rule_from(written: Written, *, now: int, parse: Parse) -> Rule:
    """Raises UsageError with a sentence that says what is missing."""
    name, query = clean_line(written.name, 100).strip(), clean_line(written.query).strip()
    if not name:
        raise UsageError(_("A rule needs a name."))
    parsed = parse(query)
    if mistakes := [problem for problem in parsed.problems if not problem.is_hint]:
        raise UsageError(mistakes[0].message)
    if parsed.is_empty:
        raise UsageError(_("This query asks nothing: the rule would act on every article."))
    action = _action(written.action)
    tag = clean_line(written.tag, 100).strip().lstrip("#").strip()
    command = _command(written.command)
    if (action == "tag") != bool(tag):
        raise UsageError(_("The action tag and a tag belong together."))
    if (action == "run") != bool(command):
        raise UsageError(_("The action run and a command belong together."))
    return Rule(name, query, action, tag, command, end(written.until, now))


def end(words: str, now: int) -> int | None:
    """When it is over; None: never. Raises UsageError for what is no time."""
    if not words.strip():
        return None
    until = end_of(words, now)
    if until is None:
        raise UsageError(
            _("“{words}” is no end; write 12h, 7d or 4w, or a day (2026-12-31).").format(
                words=clean_line(words, 40)
            )
        )
    if until <= now:
        raise UsageError(_("{words} is over already.").format(words=clean_line(words, 40)))
    return until


def retention(words: str) -> Rule | None:
    """Take out of the lists what was read and is older than `90d`; nothing or `ever` keeps all.

    What the reader marked, noted, starred or tagged is kept for ever.
    """
    if words.strip().casefold() in ("", EVER, "off"):
        return None
    seconds = seconds_of(words)
    if seconds is None or not 86_400 <= seconds <= _LONGEST:
        raise UsageError(
            _("“{words}” is no time to keep articles; write 30d, 12w, or ever.").format(
                words=clean_line(words, 40)
            )
        )
    days = seconds // 86_400
    return Rule(RETENTION, f"-last:{days}d is:read -has:tag", "hide", is_standing=True)


def _action(words: str) -> Action:
    for action in ACTIONS:
        if action == words.strip().casefold():
            return action
    raise UsageError(
        _("“{words}” is no action; there are {actions}.").format(
            words=clean_line(words, 40), actions=", ".join(ACTIONS)
        )
    )


def _command(words: str | Sequence[str]) -> tuple[str, ...]:
    if not isinstance(words, str):
        return tuple(words)
    try:
        return tuple(shlex.split(words))
    except ValueError as error:
        raise UsageError(_("The command has a quotation mark without a second one.")) from error
