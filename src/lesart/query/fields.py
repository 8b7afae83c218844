"""What stands behind a field of a query ("figure>5000", "last:7d"): one small method a kind of field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

from lesart.model.figure import FigureRole
from lesart.query.amounts import UNITS, amount
from lesart.query.tree import (
    FLAGS,
    POSSESSIONS,
    SORTS,
    Amount,
    Has,
    Is,
    Label,
    Labelled,
    Names,
    Node,
    Published,
    Revised,
    Sort,
    TextField,
    Words,
)
from lesart.text.unpointed import WORD
from lesart.translations import _

ROLES: tuple[FigureRole, ...] = tuple(role for role in get_args(FigureRole) if role)
"""What `role:` knows."""
_WITH_SIGNS = re.compile(r"\w[+#]|\w&\w|(?<!\S)\.\w", re.UNICODE)
"""Signs that belong to a name; the index of words knows letters and digits alone."""
_COMPARED = ("figure", "number")
"""Fields behind which < and > may stand."""


class Fields:
    """Reads what stands behind fields; each method gives a condition, or tells of a mistake and gives None."""

    def __init__(
        self, today: date, colours: Mapping[str, str], tell: Callable[[str, int], None]
    ) -> None:
        self._today = today
        self._colours = {meaning.casefold(): colour for colour, meaning in colours.items()}
        self._tell = tell
        self.sort: Sort = "new"

    def read(self, name: str, op: str, value: str, start: int) -> Node | None:
        """The condition of a field that `is_field` knows; `start` is where it begins."""
        return FIELDS[name](self, op, value, start)

    def _text(self, field: TextField, value: str) -> Node | None:
        node = words(value)
        return replace(node, field=field) if node else None

    def _is(self, _op: str, value: str, start: int) -> Node | None:
        for flag in FLAGS:
            if flag == value.casefold():
                return Is(flag)
        self._tell(
            _("is:{value} is not known; there are {listed}.").format(
                value=value, listed=_listed(FLAGS, "is:")
            ),
            start,
        )
        return None

    def _has(self, _op: str, value: str, start: int) -> Node | None:
        for thing in POSSESSIONS:
            if thing == value.casefold().removesuffix("s"):
                return Has(thing)
        self._tell(
            _("has:{value} is not known; there are {listed}.").format(
                value=value, listed=_listed(POSSESSIONS, "has:")
            ),
            start,
        )
        return None

    def _sort(self, _op: str, value: str, start: int) -> None:
        for sort in SORTS:
            if sort == value.casefold():
                self.sort = sort
                return
        self._tell(
            _("sort:{value} is not known; there are {listed}.").format(
                value=value, listed=_listed(SORTS, "sort:")
            ),
            start,
        )

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
            self._tell(
                _("last:{value} is not a time; write last:7d, last:2w, last:3m or last:1y.").format(
                    value=value
                ),
                start,
            )
            return None
        days = int(found[1]) * {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}[found[2]]
        first = self._today - timedelta(days=min(days, self._today.toordinal() - 1))
        return Published(_seconds(first), None)

    def _days(self, value: str, start: int, *, also: str = "") -> tuple[date, date] | None:
        """First day of what is named, and the first day after it; a mistake tells what is `also` known."""
        words = {"today": 0, "heute": 0, "yesterday": 1, "gestern": 1}
        if value.casefold() in words:
            day = self._today - timedelta(days=words[value.casefold()])
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
        known = f"{also}, 2026-11-01" if also else "2026-11-01"
        self._tell(
            _("“{value}” is not a date; write {known}, 2026-11, 2026, today or yesterday.").format(
                value=value, known=known
            ),
            start,
        )
        return None

    def _figure(self, op: str, value: str, start: int) -> Node | None:
        if op == ":" and value.casefold() == "changed":
            return Has("changed-figure")
        if op == ":" and (found := re.match(r"(>=|<=|>|<)(.+)", value)):  # "figure:>5000"
            op, value = found[1], found[2]
        low_text, dots, high_text = value.partition("..")
        high, high_unit = amount(high_text)
        low, low_unit = amount(low_text)
        is_given = low is not None or (dots and not low_text)
        if not is_given or (dots and high_text and high is None) or (dots and op != ":"):
            self._tell(
                _(
                    "“{value}” is not a number; write figure>1000, figure:1..5% or figure>1m€."
                ).format(value=value),
                start,
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

    def _changed(self, _op: str, value: str, start: int) -> Node | None:
        """What was changed of an article, or when it was."""
        word = value.casefold()
        if word in ("figure", "figures"):
            return Has("changed-figure")
        if word == "text":
            return Is("changed")
        if re.fullmatch(r"\d{1,3}[dwmy]", word):
            since = self._last("", word, start)
            return Revised(since.start, None) if isinstance(since, Published) else None
        days = self._days(value, start, also=_("changed:figure, changed:text, changed:7d"))
        return Revised(_seconds(days[0]), _seconds(days[1])) if days else None

    def _role(self, _op: str, value: str, start: int) -> Node | None:
        for role in ROLES:
            if role == value.casefold():
                return Labelled("role", role)
        self._tell(
            _("role:{value} is not known; there are {listed}.").format(
                value=value, listed=_listed(ROLES, "role:")
            ),
            start,
        )
        return None

    def _said(self, label: Label, value: str, start: int) -> Node | None:
        """A name or a noun, of which letters or digits have to be there."""
        if WORD.search(value):
            return Labelled(label, value)
        self._tell(_("“{value}” holds no word to look for.").format(value=value), start)
        return None

    def _story(self, _op: str, value: str, start: int) -> Node | None:
        """The story of an article, by that article's number."""
        if value.isascii() and value.isdecimal() and len(value) < 19:
            return Labelled("story", value)
        self._tell(
            _("story:{value} is no article's number; I on an article shows its story.").format(
                value=value
            ),
            start,
        )
        return None

    def _unit(self, _op: str, value: str, _start: int) -> Node:
        return Labelled("unit", UNITS.get(value.casefold(), value))

    def _colour(self, _op: str, value: str, _start: int) -> Node:
        return Labelled("colour", self._colours.get(value.casefold(), value.casefold()))

    def _entity(self, _op: str, value: str, _start: int) -> Node:
        return Names(value)


FIELDS: Mapping[str, Callable[[Fields, str, str, int], Node | None]] = {
    "title": lambda p, _o, v, _s: p._text("title", v),
    "author": lambda p, _o, v, _s: p._text("author", v),
    "note": lambda p, _o, v, _s: p._text("note", v),
    "tag": lambda _p, _o, v, _s: Labelled("tag", v.removeprefix("#")),
    "lang": lambda _p, _o, v, _s: Labelled("lang", v.casefold()),
    "in": lambda _p, _o, v, _s: Labelled("in", v),
    "from": lambda _p, _o, v, _s: Labelled("from", v),
    "feed": lambda _p, _o, v, _s: Labelled("from", v),
    "colour": Fields._colour,
    "color": Fields._colour,
    "is": Fields._is,
    "has": Fields._has,
    "sort": Fields._sort,
    "after": Fields._after,
    "since": Fields._after,
    "before": Fields._before,
    "on": Fields._on,
    "last": Fields._last,
    "figure": Fields._figure,
    "number": Fields._figure,
    "unit": Fields._unit,
    "counts": lambda p, _o, v, s: p._said("counts", v, s),
    "subject": lambda p, _o, v, s: p._said("counts", v, s),
    "of": lambda p, _o, v, s: p._said("of", v, s),
    "per": lambda p, _o, v, s: p._said("per", v, s),
    "speaker": lambda p, _o, v, s: p._said("speaker", v, s),
    "role": Fields._role,
    "changed": Fields._changed,
    "entity": Fields._entity,
    "story": Fields._story,
}


def is_field(name: str, op: str) -> bool:
    """Whether there is such a field, and whether it may be compared with < and >."""
    return name in FIELDS and (op == ":" or name in _COMPARED)


def words(text: str) -> Words | None:
    """Words as the index splits them; None where the text holds no letter and no digit."""
    star = text.rstrip('"').endswith("*")
    words = tuple(WORD.findall(text))
    written = text.strip('"*') if _WITH_SIGNS.search(text) else ""
    return Words(words, is_prefix=star, written=written) if words else None


def _listed(names: tuple[str, ...], before: str) -> str:
    return ", ".join(before + name for name in names)


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
