"""newsboat's filter expressions as queries of ours, where both mean the same.

    unread = "yes" and (tags # "news" or feedtitle =~ "Radio")   →   is:unread (in:news OR from:Radio)

What cannot be said here is refused with the reason, so that no view shows something else than it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lesart.translations import _

_TOKEN = re.compile(
    r"""\s*(?:(?P<bracket>[()])
    |(?P<string>"(?:[^"\\]|\\.)*")
    |(?P<range>\d+:\d+)
    |(?P<operator>==|!=|=~|!~|<=|>=|=|<|>|!\#|\#|\bbetween\b)
    |(?P<word>[\w-]+))""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[\w .,'&/+-]+")
"""What means itself in a regular expression, but for the full stop, which is read as one."""
_MOST_TOKENS = 400
_DEEPEST = 20
_HAS = {"=~", "=", "==", "#"}
_HAS_NOT = {"!~", "!=", "!#"}
_BY_LETTERS = {"title", "author", "content"}
_LABELS = {"title": "title", "author": "author", "feedtitle": "from", "tags": "in", "content": ""}


class NotSaid(Exception):
    """There is no query that means this; the words say why."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A search with the name that its owner gave it."""

    name: str
    query: str
    is_near: bool = False
    """Words are asked for whole here, where newsboat looks for their letters anywhere."""


def named_query(name: str, expression: str) -> NamedQuery:
    """The query that finds what the expression finds; raises NotSaid."""
    reader = _Reader(_tokens(expression))
    query = reader.any_of(0)
    if reader.rest:
        raise NotSaid(_("“{rest}” was not expected").format(rest=reader.rest[0][1]))
    return NamedQuery(name, query, reader.is_near)


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    at = 0
    text = text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or len(tokens) >= _MOST_TOKENS:
            raise NotSaid(_("“{text}” is not understood").format(text=text[at : at + 20]))
        tokens.append((str(found.lastgroup), str(found[str(found.lastgroup)])))
        at = found.end()
    return tokens


class _Reader:
    """What is left to read of an expression."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.rest = tokens
        self.is_near = False

    def any_of(self, depth: int) -> str:
        parts = [self._all_of(depth)]
        while self._takes("or"):
            parts.append(self._all_of(depth))
        return " OR ".join(parts)

    def _all_of(self, depth: int) -> str:
        parts = [self._one(depth)]
        while self._takes("and"):
            parts.append(self._one(depth))
        if len(parts) == 1:
            return parts[0]
        return " ".join(f"({part})" if " OR " in part else part for part in parts)

    def _one(self, depth: int) -> str:
        if depth > _DEEPEST:
            raise NotSaid(_("there are too many brackets inside each other"))
        kind, word = self._next()
        if (kind, word) == ("bracket", "("):
            inside = self.any_of(depth + 1)
            if self._next() != ("bracket", ")"):
                raise NotSaid(_("a bracket is not closed"))
            return inside
        if kind != "word":
            raise NotSaid(_("“{word}” was not expected").format(word=word))
        operator = self._next()[1]
        value = self._next()[1]
        self.is_near = (
            self.is_near
            or word in _BY_LETTERS
            or (word == "feedtitle" and operator in ("=", "==", "!="))
        )
        return _condition(word, operator, re.sub(r"\\(.)", r"\1", value.strip('"')))

    def _takes(self, word: str) -> bool:
        if self.rest[:1] == [("word", word)]:
            del self.rest[0]
            return True
        return False

    def _next(self) -> tuple[str, str]:
        if not self.rest:
            raise NotSaid(_("it ends too early"))
        return self.rest.pop(0)


def _condition(attribute: str, operator: str, value: str) -> str:
    if attribute == "unread" and value in ("yes", "no") and operator in _HAS | _HAS_NOT:
        return "is:unread" if (value == "yes") == (operator in _HAS) else "is:read"
    if attribute == "age":
        return _age(operator, value)
    if attribute in _LABELS and operator in _HAS | _HAS_NOT:
        return _words(_LABELS[attribute], operator, value)
    raise NotSaid(
        _("“{attribute} {operator}” cannot be asked here").format(
            attribute=attribute, operator=operator
        )
    )


def _age(operator: str, value: str) -> str:
    """Days since it was published."""
    if operator == "between" and re.fullmatch(r"0+:\d{1,4}", value):
        return f"last:{int(value.partition(':')[2])}d"
    if not re.fullmatch(r"\d{1,4}", value) or operator not in ("<", "<=", ">", ">="):
        raise NotSaid(
            _("“age {operator} {value}” cannot be asked here").format(
                operator=operator, value=value
            )
        )
    days = f"last:{max(1, int(value))}d"
    return days if operator in ("<", "<=") else f"-{days}"


def _words(label: str, operator: str, value: str) -> str:
    pattern = operator in ("=~", "!~")
    if label == "in" and operator not in ("#", "!#"):
        raise NotSaid(_("“tags {operator}” cannot be asked here").format(operator=operator))
    choices = value.split("|") if pattern else [value]
    if not all(_PLAIN.fullmatch(choice) and choice.strip() for choice in choices):
        raise NotSaid(
            _("“{value}” is a pattern; only words can be asked for here").format(value=value[:40])
        )
    asked = [f"{label}:{_quoted(choice)}" if label else _quoted(choice) for choice in choices]
    query = asked[0] if len(asked) == 1 else " OR ".join(asked)
    if operator in _HAS:
        return query
    return f"-({query})" if len(asked) > 1 else f"-{query}"


def _quoted(words: str) -> str:
    return f'"{words.strip()}"' if re.search(r"\W", words.strip()) else words.strip()
