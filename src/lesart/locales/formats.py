"""Write numbers, quantities and dates the way the person reads them, and never more exactly than known.

A qualifier is part of a figure: "more than 30,000" is `> 30,000` and never `30,000`. Digits are kept
as the text gave them; a scale word stands in only where nothing is rounded away. A date known to the
month is shown as a month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from lesart.locales.words import (
    CURRENCY_SIGNS,
    ENGLISH,
    LOCALES,
    QUALIFIER_SIGNS,
    LocaleWords,
)
from lesart.model.moment import Moment

if TYPE_CHECKING:
    from lesart.model.figure import Figure

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ISO_LIKE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?$")
_CLOCK = re.compile(r"T(?P<hour>\d{2})(?::(?P<minute>\d{2}))?(?::\d{2})?$")
_SCALES = ((12, 3), (9, 2), (6, 1))
"""Powers of ten that have a word, and where in `LocaleWords.scales` it stands."""

_MOST_DECIMALS, _MOST_OF_A_TIME = 8, 2
"""More than these no text says in digits: what it does say is shown, "five years and eight months"."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How one person reads numbers and dates: a language, and a time zone (None: the machine's)."""

    language: str = "en"
    zone: tzinfo | None = None

    @property
    def words(self) -> LocaleWords:
        """The words and signs of the language; English where we do not know it."""
        return LOCALES.get(self.language[:2].lower(), ENGLISH)

    # ------------------------------------------------------------ numbers

    def number(self, value: Decimal | int) -> str:
        """All digits, grouped; no digit is added or dropped: 4500 is "4,500" and 2.0 is "2.0"."""
        return _grouped(Decimal(value), self.words)

    def short_number(self, value: Decimal | int) -> str:
        """`number`, with a scale word where that loses nothing: "1.2 bn", but "1,234,567,890"."""
        value = Decimal(value)
        for power, index in _SCALES:
            word = self.words.scales[index - 1]
            if word and abs(value) >= Decimal(10) ** power:
                scaled = value.scaleb(-power).normalize()
                if -int(scaled.as_tuple().exponent) <= 2:
                    return f"{_grouped(scaled, self.words)} {word}"
        return self.number(value)

    # ------------------------------------------------------------ figures

    def figure(self, figure: Figure) -> str:
        """A figure's qualifier, value and unit: "≈ 350 km", "> 1.5 mn", "3–5 %"."""
        is_moment = figure.kind in ("date", "time")
        bare = self._moment(figure) if is_moment else self._quantity(figure)
        sign = QUALIFIER_SIGNS.get(figure.qualifier, "")
        # The en dash of a range stands between its ends already.
        return f"{sign} {bare}" if sign and figure.qualifier != "range" else bare

    def _moment(self, figure: Figure) -> str:
        """A date or time; a span with both its ends ("2023 – 2024"), what we cannot write as it stands."""
        first = self.when(figure.resolved or figure.when)
        if not figure.until:
            return first or figure.surface
        last = self.when(figure.until)
        return f"{first} – {last}" if first and last else figure.surface

    def _quantity(self, figure: Figure) -> str:
        if figure.kind in ("ratio", "score", "ordinal"):
            # "3 of 26", "2:1" and "third" are not told by a single value.
            return figure.surface
        low, high = figure.low, figure.high
        most = _MOST_OF_A_TIME if figure.kind == "duration" else _MOST_DECIMALS
        if figure.value is not None and int(figure.value.as_tuple().exponent) < -most:
            return figure.surface  # "a third of a mile"
        if figure.value is not None:
            digits = self.short_number(figure.value)
        elif low is not None and high is not None:
            digits = f"{self.short_number(low)}–{self.short_number(high)}"
        elif low is not None:
            digits = f"≥ {self.short_number(low)}"
        elif high is not None:
            digits = f"≤ {self.short_number(high)}"
        else:
            return figure.surface
        return self._with_unit(digits, figure)

    def _with_unit(self, digits: str, figure: Figure) -> str:
        unit = figure.unit
        if not unit:
            # Of "58 pesos" nobody says whose they are.
            return figure.surface if figure.kind == "money" else digits
        if figure.kind == "money":
            sign = CURRENCY_SIGNS.get(unit, unit)
            if self.words.currency_first and len(sign) == 1:
                return sign + digits
            return f"{digits} {sign}"
        name = self.words.units.get(unit)
        if name is None:
            return f"{digits} {unit.replace('_', ' ')}"
        one, many = name
        return f"{digits} {one if figure.value == 1 else many}"

    def revised(self, was: Figure, now: Figure) -> str:
        """What a corrected text says instead: "4.500 → 6.000 · Soldaten"."""
        said = f"{self.figure(was)} → {self.figure(now)}"
        return " · ".join(part for part in (said, self.subject(now) or self.subject(was)) if part)

    def subject(self, figure: Figure) -> str:
        """What a figure measures, of whom and per what: "Umsatz · Siemens", "Gewinn / Aktie"."""
        noun = figure.noun
        if figure.per and figure.per not in noun:
            noun = f"{noun} / {figure.per}".lstrip()
        since = f"({figure.since})" if figure.since and figure.role == "delta" else ""
        return " · ".join(part for part in (noun, figure.of, since) if part)

    def qualifier(self, figure: Figure) -> str:
        """The qualifier in words ("more than"); empty where the text claims the exact value."""
        return self.words.qualifiers.get(figure.qualifier, "")

    def change(self, figure: Figure) -> str:
        """What the text says changed, in words ("fell by"); empty where it says nothing."""
        return self.words.changes.get(figure.change, "")

    # -------------------------------------------------------------- dates

    def when(self, text: str) -> str:
        """An ISO-like date or time with X for what is not said; empty where it is not one."""
        if clock := _CLOCK.match(text):
            return f"{clock['hour']}:{clock['minute'] or '00'}"
        match = _ISO_LIKE.match(text)
        if match is None:
            return ""
        if match["year"].startswith("0"):
            return ""  # "14 n. Chr." says it better than "0014"
        year = match["year"] if match["year"].isdigit() else ""
        month = _within(match["month"], 12)
        day = _within(match["day"], 31)
        if day and not month:
            return ""
        return self._date(year, month, day)

    def _date(self, year: str, month: int, day: int) -> str:
        words = self.words
        name = words.months[month - 1] if month else ""
        if day:
            name = words.day_month.format(day=day, month=name)
        return f"{name} {year}".strip()

    def moment(self, moment: Moment | None) -> str:
        """A point in time in full: "Mon 23 Nov 2026 09:31"; a month is a month; "" for None."""
        if moment is None:
            return ""
        clock = self.clock(moment)
        return f"{self.day(moment)} {clock}" if clock else self.day(moment)

    def day(self, moment: Moment | None) -> str:
        """The day, "Sun 22 Nov 2026", or the month or year if no more is known; "" for None."""
        at = self._local(moment)
        if moment is None or at is None:
            return ""
        words = self.words
        if moment.precision == "year":
            return str(at.year)
        if moment.precision == "month":
            return f"{words.months[at.month - 1]} {at.year}"
        return f"{words.weekdays[at.weekday()]} {self._day_and_month(at)} {at.year}"

    def clock(self, moment: Moment | None) -> str:
        """The time of day; empty where the source does not tell it."""
        at = self._local(moment)
        if moment is None or at is None or moment.precision != "minute":
            return ""
        return f"{at:%H:%M}"

    def short_day(self, moment: Moment | None, now: int) -> str:
        """The day in few cells: "23 Nov", "22 Nov 2017", "Jun 2018"; a dash where none is known."""
        at = self._local(moment)
        if moment is None or at is None:
            return "–"
        if moment.precision == "year":
            return str(at.year)
        if moment.precision == "month":
            return f"{self.words.short_months[at.month - 1]} {at.year}"
        today = self._local(Moment(now))
        is_this_year = today is not None and at.year == today.year
        return self._day_and_month(at) + ("" if is_this_year else f" {at.year}")

    def short_moment(self, moment: Moment | None, now: int) -> str:
        """A date in about eight cells: today the time, this year the day, else month and year."""
        at, today = self._local(moment), self._local(Moment(now))
        if moment is None or at is None or today is None:
            return "–"
        if moment.precision not in ("day", "minute"):
            return self.short_day(moment, now)
        if at.year != today.year:
            return f"{self.words.short_months[at.month - 1]} {at.year}"
        is_today = at.date() == today.date()
        return (self.clock(moment) if is_today else "") or self._day_and_month(at)

    def _day_and_month(self, at: datetime) -> str:
        words = self.words
        return words.day_month.format(day=at.day, month=words.short_months[at.month - 1])

    def _local(self, moment: Moment | None) -> datetime | None:
        """The moment on the reader's calendar; None for none, or for one no calendar holds."""
        if moment is None:
            return None
        # A day, a month or a year was never an instant: it must not slip into its
        # neighbour because the reader lives west of Greenwich.
        zone = self.zone if moment.precision == "minute" else UTC
        return _datetime(moment.seconds, zone)


@lru_cache(maxsize=4096)
def _datetime(seconds: int, zone: tzinfo | None) -> datetime | None:
    try:
        return (_EPOCH + timedelta(seconds=seconds)).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        # A library is an outside file too; an absurd date must not stop the list.
        return None


def _within(digits: str | None, highest: int) -> int:
    value = int(digits) if digits and digits.isdigit() else 0
    return value if value <= highest else 0


def _grouped(value: Decimal, words: LocaleWords) -> str:
    if not value.is_finite():
        return str(value)
    sign, digits, fraction = _digits(value)
    # Years and other four-digit counts read better in one piece in some languages.
    groups: list[str] = []
    while len(digits) > 3 and not (len(digits) == 4 and not groups and words.keeps_four):
        digits, group = digits[:-3], digits[-3:]
        groups.append(group)
    groups.append(digits)
    whole = words.thousands.join(reversed(groups))
    return sign + whole + (words.decimal + fraction if fraction else "")


def _digits(value: Decimal) -> tuple[str, str, str]:
    plain = f"{value:f}" if abs(value.adjusted()) < 60 else f"{value:E}"
    sign = "−" if plain.startswith("-") else ""
    whole, _, fraction = plain.lstrip("-").partition(".")
    return sign, whole, fraction
