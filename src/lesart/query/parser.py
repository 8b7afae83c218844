"""From what was typed to the tree: tokens, brackets, and one small method a kind of field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from lesart.query.amounts import UNITS, amount
from lesart.query.tree import (
    FLAGS,
    POSSESSIONS,
    SORTS,
    All,
    Amount,
    AnyOf,
    Has,
    Is,
    Labelled,
    Names,
    Near,
    Node,
    Not,
    Problem,
    Published,
    Query,
    Sort,
    Substring,
    TextField,
    Words,
)

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>-?\()            |
        (?P<close>\))             |
        (?P<or>OR(?=\s|\(|$))     |
        NEAR(?:/(?P<distance>\d{1,3}))?(?P<near>(?=\s|$)) |
        (?P<neg>-)?
        (?:
            (?P<field>[^\W\d_]+)(?P<op>:|>=|<=|>|<)(?P<value>"[^"]*"?|[^\s()"]*) |
            (?P<phrase>"[^"]*"?)  |
            (?P<tilde>~[^\s()"]+) |
            (?P<word>[^\s()"]+)
        )
    )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f]"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean, whose words grow at their ends. What the index
takes for a word there is a stretch of them."""
MAX_PARTS = 64
"""More conditions than anybody types; a pasted page must not become a thousand joins."""
MAX_DEPTH = 20
_DISTANCE = 10
"""How far words that are to be near each other may be apart, where nobody says."""
_HINTS = {
    "NOT": "NOT is searched as a word; write -word to leave a word out.",
    "AND": "AND is searched as a word; all words must be there anyway.",
    "or": "“or” is searched as a word; write OR where one of several is enough.",
    "|": "“|” means nothing here; write OR where one of several is enough.",
    "||": "“||” means nothing here; write OR where one of several is enough.",
    "&&": "“&&” means nothing here; all words must be there anyway.",
}
"""What other searches have, and how it is said here."""


class Parser:
    def __init__(
        self, text: str, today: date, prefix_last: bool, colours: Mapping[str, str]
    ) -> None:
        self.text = text
        self.today = today
        self.prefix_last = prefix_last
        self._colours = {meaning.casefold(): colour for colour, meaning in colours.items()}
        self.problems: list[Problem] = []
        self.sort: Sort = "new"
        self.count = 0
        self._distance: int | None = None
        """A NEAR was read, and the word after it was not yet."""

    def query(self) -> Query:
        stack: list[tuple[list[list[Node]], bool]] = [([[]], False)]
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if not found or found.end() == at:
                at += 1
                continue
            start = (
                at + len(self.text[at : found.end()]) - len(self.text[at : found.end()].lstrip())
            )
            at = found.end()
            if found["open"]:
                if len(stack) > MAX_DEPTH:
                    self._problem("Too many brackets inside each other.", start)
                    continue
                stack.append(([[]], found["open"].startswith("-")))
            elif found["close"]:
                if len(stack) == 1:
                    self._problem("A ) has no ( before it.", start)
                    continue
                groups, is_negated = stack.pop()
                part = _join(groups)
                if part is not None:
                    stack[-1][0][-1].append(Not(part) if is_negated else part)
            elif found["or"]:
                if stack[-1][0][-1]:
                    stack[-1][0].append([])
            elif found["near"] is not None:
                self._near(found, stack[-1][0][-1], start)
            else:
                node = self._node(found, start)
                if node is not None:
                    self.count += 1
                    if self.count > MAX_PARTS:
                        self._problem(f"Only the first {MAX_PARTS} conditions are searched.", start)
                        break
                    self._put(Not(node) if found["neg"] else node, stack[-1][0][-1], start)
        is_typing = self.prefix_last  # what is still to come is no mistake then
        if self._distance is not None and not is_typing:
            self._problem("NEAR needs a word behind it.", len(self.text.rstrip()))
        if len(stack) > 1 and not is_typing:
            self._problem("A ( has no ) behind it.", 0)
        if self.text.count('"') % 2 and not is_typing:
            self._problem('A " has no second one behind it.', self.text.rindex('"'))
        while len(stack) > 1:
            groups, is_negated = stack.pop()
            part = _join(groups)
            if part is not None:
                stack[-1][0][-1].append(Not(part) if is_negated else part)
        root = _join(stack[0][0])
        everything = All(()) if root is None else root if isinstance(root, All) else All((root,))
        if self.prefix_last and not self.text[-1:].isspace():
            everything = _open_last(everything, self.text)
        return Query(everything, self.sort, tuple(self.problems), self.text)

    def _near(self, found: re.Match[str], group: list[Node], start: int) -> None:
        if group and _may_be_near(group[-1]):
            self._distance = int(found["distance"] or _DISTANCE)
        else:
            self._problem("NEAR stands between two words: Soldaten NEAR Kabul, or NEAR/5.", start)

    def _put(self, node: Node, group: list[Node], start: int) -> None:
        """Add a condition to its neighbours, or to the word that it is to be near of."""
        distance, self._distance = self._distance, None
        if distance is None:
            group.append(node)
            return
        before = group[-1] if group else None
        if not isinstance(before, (Words, Near)) or not isinstance(node, Words) or node.field:
            self._problem("NEAR stands between two words: Soldaten NEAR Kabul, or NEAR/5.", start)
            group.append(node)
            return
        parts = before.parts if isinstance(before, Near) else (before,)
        if isinstance(before, Near):
            distance = max(distance, before.distance)
        group[-1] = Near((*parts, node), distance)

    def _problem(self, message: str, position: int, *, is_hint: bool = False) -> None:
        self.problems.append(Problem(message, position, is_hint))

    def _node(self, found: re.Match[str], start: int) -> Node | None:
        if found["tilde"]:
            letters = "".join(_WORD.findall(found["tilde"]))
            if len(letters) < 3:
                self._problem("~ needs at least three letters.", start)
                return None
            return Substring(letters)
        if found["field"]:
            return self._field(found, start)
        word = found["word"] or ""
        if word in _HINTS and not (self.prefix_last and found.end() == len(self.text)):
            self._problem(_HINTS[word], start, is_hint=True)
        return _in_any_script(found["phrase"] or word)

    def _field(self, found: re.Match[str], start: int) -> Node | None:
        name, op = found["field"].casefold(), found["op"]
        value = found["value"].strip('"').strip()
        make = _FIELDS.get(name)
        if make is None or (op != ":" and name not in ("figure", "number")):
            if name not in ("http", "https"):
                self._problem(
                    f"“{found['field']}{op}” is no search field; searched as words.",
                    start,
                    is_hint=True,
                )
            return _words(f"{found['field']} {value}")
        if not value:
            if not self.prefix_last:
                self._problem(f"“{found['field']}{op}” needs something behind it.", start)
            return None
        node: Node | None = make(self, op, value, start)
        return node

    # one small method a kind of field; each gives a node, or says a problem and gives None

    def _text(self, field: TextField, value: str) -> Node | None:
        node = _words(value)
        return replace(node, field=field) if node else None

    def _is(self, _op: str, value: str, start: int) -> Node | None:
        for flag in FLAGS:
            if flag == value.casefold():
                return Is(flag)
        self._problem(f"is:{value} is not known; there are {_listed(FLAGS, 'is:')}.", start)
        return None

    def _has(self, _op: str, value: str, start: int) -> Node | None:
        for thing in POSSESSIONS:
            if thing == value.casefold().removesuffix("s"):
                return Has(thing)
        self._problem(f"has:{value} is not known; there are {_listed(POSSESSIONS, 'has:')}.", start)
        return None

    def _sort(self, _op: str, value: str, start: int) -> None:
        for sort in SORTS:
            if sort == value.casefold():
                self.sort = sort
                return
        self._problem(f"sort:{value} is not known; there are {_listed(SORTS, 'sort:')}.", start)

    def _after(self, _op: str, value: str, start: int) -> Node | None:
        days = self._days(value, start)
        return Published(_seconds(days[0]), None) if days else None

    def _before(self, _op: str, value: str, start: int) -> Node | None:
        days = self._days(value, start)
        return Published(None, _seconds(days[0])) if days else None

    def _on(self, _op: str, value: str, start: int) -> Node | None:
        days = self._days(value, start)
        return Published(_seconds(days[0]), _seconds(days[1])) if days else None

    def _last(self, _op: str, value: str, start: int) -> Node | None:
        found = re.fullmatch(r"(\d{1,4})([dwmy]?)", value.casefold())
        if not found:
            self._problem(
                f"last:{value} is not a time; write last:7d, last:2w, last:3m or last:1y.", start
            )
            return None
        days = int(found[1]) * {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}[found[2]]
        first = self.today - timedelta(days=min(days, self.today.toordinal() - 1))
        return Published(_seconds(first), None)

    def _days(self, value: str, start: int) -> tuple[date, date] | None:
        """First day of what is named, and the first day after it."""
        words = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1}
        if value.casefold() in words:
            day = self.today - timedelta(days=words[value.casefold()])
            return day, day + timedelta(days=1)
        found = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", value)
        try:
            if found and found[3]:
                day = date(int(found[1]), int(found[2]), int(found[3]))
                return day, day + timedelta(days=1)
            if found and found[2]:
                year, month = int(found[1]), int(found[2])
                return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
            if found:
                return date(int(found[1]), 1, 1), date(int(found[1]) + 1, 1, 1)
        except (ValueError, OverflowError):
            pass
        self._problem(
            f"“{value}” is not a date; write 2026-11-01, 2026-11, 2026, today or yesterday.", start
        )
        return None

    def _figure(self, op: str, value: str, start: int) -> Node | None:
        if op == ":" and value.casefold() == "changed":
            return Has("changed-figure")
        low_text, dots, high_text = value.partition("..")
        high, high_unit = amount(high_text)
        low, low_unit = amount(low_text)
        is_given = low is not None or (dots and not low_text)
        if not is_given or (dots and high_text and high is None) or (dots and op != ":"):
            self._problem(
                f"“{value}” is not a number; write figure>1000, figure:1..5% or figure>1m€.", start
            )
            return None
        unit = low_unit or high_unit
        if dots:
            return Amount(low, high, unit=unit)
        if op in (">", ">="):
            return Amount(low, None, is_low_open=op == ">", unit=unit)
        if op in ("<", "<="):
            return Amount(None, low, is_high_open=op == "<", unit=unit)
        return Amount(low, low, unit=unit)

    def _unit(self, _op: str, value: str, _start: int) -> Node:
        return Labelled("unit", UNITS.get(value.casefold(), value))

    def _counts(self, _op: str, value: str, _start: int) -> Node:
        return Labelled("counts", value)

    def _colour(self, _op: str, value: str, _start: int) -> Node:
        return Labelled("colour", self._colours.get(value.casefold(), value.casefold()))

    def _entity(self, _op: str, value: str, _start: int) -> Node:
        return Names(value)


_FIELDS = {
    "title": lambda p, _o, v, _s: p._text("title", v),
    "author": lambda p, _o, v, _s: p._text("author", v),
    "note": lambda p, _o, v, _s: p._text("note", v),
    "tag": lambda _p, _o, v, _s: Labelled("tag", v.removeprefix("#")),
    "lang": lambda _p, _o, v, _s: Labelled("lang", v.casefold()),
    "in": lambda _p, _o, v, _s: Labelled("in", v),
    "from": lambda _p, _o, v, _s: Labelled("from", v),
    "colour": Parser._colour,
    "color": Parser._colour,
    "is": Parser._is,
    "has": Parser._has,
    "sort": Parser._sort,
    "after": Parser._after,
    "since": Parser._after,
    "before": Parser._before,
    "on": Parser._on,
    "last": Parser._last,
    "figure": Parser._figure,
    "number": Parser._figure,
    "unit": Parser._unit,
    "counts": Parser._counts,
    "subject": Parser._counts,
    "entity": Parser._entity,
}


def _in_any_script(text: str) -> Node | None:
    """Words; where a script does not part them by spaces, their letters inside of what stands there."""
    words = _words(text)
    if words is None or not any(map(_WITHOUT_SPACES.search, words.words)):
        return words
    nodes: list[Node] = [
        Substring(word) if _WITHOUT_SPACES.search(word) else Words((word,)) for word in words.words
    ]
    return _all(nodes)


def _may_be_near(node: Node) -> bool:
    return isinstance(node, Near) or (isinstance(node, Words) and not node.field)


def _words(text: str) -> Words | None:
    """Words as the index splits them; None where the text holds no letter and no digit."""
    star = text.rstrip('"').endswith("*")
    words = tuple(_WORD.findall(text))
    return Words(words, is_prefix=star) if words else None


def _join(groups: list[list[Node]]) -> Node | None:
    """Conditions side by side are all meant; OR between groups means any of them."""
    parts = [_all(group) for group in groups if group]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def _all(group: list[Node]) -> Node:
    return group[0] if len(group) == 1 else All(tuple(group))


def _open_last(root: All, text: str) -> All:
    """Let the last word of an unfinished query go on."""
    if text.rstrip().endswith(('"', ")")) or not root.parts:
        return root
    last = root.parts[-1]
    match last:
        case Words(words) if words and text.casefold().endswith(words[-1].casefold()):
            return All((*root.parts[:-1], replace(last, is_prefix=True)))
        case AnyOf(parts) if isinstance(parts[-1], Words):
            opened = AnyOf((*parts[:-1], replace(parts[-1], is_prefix=True)))
            return All((*root.parts[:-1], opened))
        case _:
            return root


def _listed(names: tuple[str, ...], before: str) -> str:
    return ", ".join(before + name for name in names)


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
