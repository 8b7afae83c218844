"""What time a figure is told of: a stretch of days, as far as the text and the article's date tell."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.text.folding import fold

_YEAR_BEFORE = re.compile(
    r"\b(vorjahr\w*|letzte[nsm]? jahr\w*|vergangene[nsm]? jahr\w*|jahr zuvor|last year|year earlier|"
    r"previous year|year ago|l'an dernier|l'annee derniere|annee precedente|un an plus tot|ano pasado|"
    r"ano anterior|un ano antes)\b"
)
_QUARTER = re.compile(r"^(\d{4}|XXXX)-Q([1-4])$")
_QUARTER_WORDS = (
    re.compile(
        r"\b(erste[nsrm]?|first|premier|primer) (quartal\w*|quarter|trimestre)|\bfirst-quarter\b"
    ),
    re.compile(
        r"\b(zweite[nsrm]?|second|deuxieme|segundo) (quartal\w*|quarter|trimestre)|\bsecond-quarter\b"
    ),
    re.compile(
        r"\b(dritte[nsrm]?|third|troisieme|tercer) (quartal\w*|quarter|trimestre)|\bthird-quarter\b"
    ),
    re.compile(
        r"\b(vierte[nsrm]?|fourth|quatrieme|cuarto) (quartal\w*|quarter|trimestre)|\bfourth-quarter\b"
    ),
)
_NOT_THEN = re.compile(
    r"\b(seit|ab|bis|vor|nach|gegenuber|since|until|till|by|before|after|from|than|depuis|jusqu\w*|avant|apres|"
    r"des|desde|hasta|antes|despues|frente|contre|contra)\W+(?:\w+\W+){0,3}$"
)
"""Before a date that is an end or a yardstick, and not when it was so."""
_SINCE = re.compile(r"\b(seit|since|depuis|desde)\s+(?:\w+\s+){0,3}$")


class Stretch(NamedTuple):
    """Days from first to last, both within."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def touches(self, other: Stretch) -> bool:
        return self.first <= other.last and other.first <= self.last

    def gap_to(self, other: Stretch) -> int:
        """Days between the two; none where they touch."""
        if self.touches(other):
            return 0
        return max((other.first - self.last).days, (self.first - other.last).days)

    def told(self) -> str:
        """ "2022", "April 2024" as 2024-04, a day, or both ends."""
        first, last = self.first, self.last
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if first.day == 1 and last == _month_end(first):
            return f"{first:%Y-%m}"
        return f"{first}" if first == last else f"{first} – {last}"


def stretch_of_moment(moment: Moment | None) -> Stretch | None:
    """The days in which an article appeared."""
    if moment is None:
        return None
    try:
        day = datetime.fromtimestamp(moment.seconds, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None
    if moment.precision == "year":
        return Stretch(date(day.year, 1, 1), date(day.year, 12, 31))
    if moment.precision == "month":
        return Stretch(day.replace(day=1), _month_end(day))
    return Stretch(day, day)


def stretch_of_date(figure: Figure, published: Stretch | None) -> Stretch | None:
    """The days that a date in the text names."""
    told = figure.resolved or figure.when
    first = _parsed(told, published)
    if first is None:
        return None
    last = _parsed(figure.until, published) if figure.until else None
    if last is not None and last.last >= first.first:
        return Stretch(first.first, last.last)
    return first


def _parsed(told: str, published: Stretch | None) -> Stretch | None:
    if quarter := _QUARTER.match(told):
        return _quarter(quarter[1], int(quarter[2]), published)
    parts = told.split("T")[0].split("-")
    if not parts[0].isdigit():
        return None
    try:
        year = int(parts[0])
        if len(parts) == 1:
            return Stretch(date(year, 1, 1), date(year, 12, 31))
        month = int(parts[1])
        if len(parts) == 2:
            return Stretch(date(year, month, 1), _month_end(date(year, month, 1)))
        day = date(year, month, int(parts[2]))
    except (ValueError, IndexError):
        return None
    return Stretch(day, day)


def _quarter(year: str, number: int, published: Stretch | None) -> Stretch | None:
    """A quarter without its year is the last one that had begun."""
    if year.isdigit():
        at = int(year)
    elif published is not None:
        at = published.last.year
        if date(at, 3 * number - 2, 1) > published.last:
            at -= 1
    else:
        return None
    last_month = date(at, 3 * number, 1)
    return Stretch(date(at, 3 * number - 2, 1), _month_end(last_month))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


class Timing(NamedTuple):
    """When a figure holds."""

    told: Stretch | None
    """What the sentence says of it."""
    published: Stretch | None
    is_since: bool = False
    """From then on: "since 2003"."""
    clock: int | None = None
    """UTC seconds of the article, where its minute is known."""


def timing_of(
    figure: Figure,
    text: str,
    dates: Sequence[Figure],
    segment: tuple[int, int],
    moment: Moment | None,
) -> Timing:
    """The nearest date of the figure's part of the sentence, else of the sentence."""
    published = stretch_of_moment(moment)
    clock = moment.seconds if moment is not None and moment.precision == "minute" else None
    sentence = figure.sentence
    own = [d for d in dates if sentence.start <= d.span.start < sentence.end]
    own = [d for d in own if d.surface not in (figure.against, figure.since)]
    near = [d for d in own if segment[0] <= d.span.start < segment[1]]
    for one in sorted(near or own, key=lambda d: abs(d.span.start - figure.span.start)):
        if (told := stretch_of_date(one, published)) is not None:
            before = fold(text[max(0, one.span.start - 30) : one.span.start]) + " "
            return Timing(told, published, bool(_SINCE.search(before)), clock)
    told = _by_words(fold(text[segment[0] : segment[1]]), published)
    if told is None:  # "A year ago, …"
        opening = text[sentence.start : sentence.start + 40].partition(",")
        if opening[1] and not any(c.isdigit() for c in opening[0]):
            told = _by_words(fold(opening[0]), published)
    return Timing(told, published, False, clock)


def own_time(
    figure: Figure, text: str, dates: Sequence[Figure], segment: tuple[int, int]
) -> Stretch | None:
    """When it was so, where the figure's part of the sentence names one time alone; None where not sure."""
    near = [d for d in dates if segment[0] <= d.span.start < segment[1]]
    if len(near) != 1:
        return None
    [one] = near
    surface = text[one.span.start : one.span.end]
    before = fold(text[max(segment[0], one.span.start - 30) : one.span.start]) + " "
    if surface in (figure.against, figure.since) or _NOT_THEN.search(before):
        return None
    return stretch_of_date(one, None)


def _by_words(segment: str, published: Stretch | None) -> Stretch | None:
    for number, words in enumerate(_QUARTER_WORDS, 1):
        if words.search(segment):
            return _quarter("", number, published)
    if published is not None and _YEAR_BEFORE.search(segment):
        year = published.last.year - 1
        return Stretch(date(year, 1, 1), date(year, 12, 31))
    return None


def is_ahead(timing: Timing) -> bool:
    """The figure is told of days that lie behind the article's date."""
    if timing.told is None or timing.published is None:
        return False
    return timing.told.last > timing.published.last + timedelta(days=200) or (
        timing.told.first > timing.published.last
    )
