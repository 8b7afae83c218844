"""Complete a date that the text leaves open ("July", "Wednesday") from the article's own date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.model.moment import Moment

_NEAR = 60
"""Tokens. A full date so far before another one may be what that one goes on from."""
_CLOSE_DAYS = 31
_HALF_A_YEAR = 6
_MARGIN = timedelta(days=800)


def resolve(stream: TokenStream, found: Sequence[Found], published: Moment | None) -> list[str]:
    """For each figure its date in full; empty where it is no open date or not sure."""
    if published is None or published.precision not in ("day", "minute"):
        return [""] * len(found)
    try:
        today = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=published.seconds)).date()
        _, _ = today - _MARGIN, today + _MARGIN
    except OverflowError:  # a date from outside may lie before the first year or behind the last
        return [""] * len(found)
    told = [figure for figure in found if _is_full(figure)]
    return [_resolved(stream, figure, today, told) for figure in found]


def _is_full(figure: Found) -> bool:
    return figure.kind == "date" and len(figure.when) >= 7 and figure.when[:7].replace(
        "-", "", 1
    ).isdecimal()  # fmt: skip


def _resolved(stream: TokenStream, figure: Found, today: date, told: Sequence[Found]) -> str:
    if figure.kind != "date" or not figure.when.startswith("XXXX") or _returns(stream, figure):
        return ""
    tense = _tense(stream, figure)
    if figure.when.startswith("XXXX-WXX-"):
        when = _weekday(today, int(figure.when[-1]), tense)
    elif figure.when[5:].replace("-", "").isdecimal():
        when = _month(today, figure.when[5:], tense, _is_bound(stream, figure))
    else:
        return ""
    if len(when) == 10 and _day_of(when) is None:  # 29 February of a year that has none
        return ""
    return "" if _is_told_of_elsewhen(figure, when, told) else when


def _returns(stream: TokenStream, figure: Found) -> bool:
    """ "The 22nd of July is his feast", "every May": a day of every year."""
    lexicon = stream.lexicon
    is_of_all = stream.low(figure.tail) in lexicon.is_always and "W" not in figure.when
    return is_of_all or stream.low(figure.lead - 1) in lexicon.each


def _is_bound(stream: TokenStream, figure: Found) -> bool:
    """ "until July", "before July": it may lie ahead whatever the tense."""
    bounds = stream.lexicon.bounds
    return stream.low(figure.lead - 1) in bounds or stream.low(figure.lead - 2) in bounds


def _is_told_of_elsewhen(figure: Found, when: str, told: Sequence[Found]) -> bool:
    """The text is about another time: "On 14 July 2021 it rained, the warning came on 10 July"."""
    before = [other.when for other in told if other.i < figure.i]
    years = {earlier[:4] for earlier in before}
    if len(before) > 1 and len(years) == 1 and when[:4] not in years and "W" not in figure.when:
        return True
    near = [other for other in told if 0 < figure.i - other.i < _NEAR]
    if not near:
        return False
    last = near[-1].when
    here, there = _day_of(when), _day_of(last)
    if "W" in figure.when and here and there:
        return abs((here - there).days) > _CLOSE_DAYS
    return last[:4] != when[:4]


def _day_of(when: str) -> date | None:
    """The day, where it is one of the calendar: a text may well speak of 30 February."""
    try:
        return date.fromisoformat(when)
    except ValueError:
        return None


def _tense(stream: TokenStream, figure: Found) -> str:
    lexicon = stream.lexicon
    before = stream.low(figure.lead - 1)
    if before in lexicon.past:
        return "past"
    window = range(max(0, figure.i - 12), min(len(stream.tokens), figure.j + 12))
    if before in lexicon.future or any(stream.low(at) in lexicon.future for at in window):
        return "future"
    return ""


def _weekday(today: date, number: int, tense: str) -> str:
    back = (today.isoweekday() - number) % 7
    if tense == "future":
        return (today + timedelta(days=(number - today.isoweekday()) % 7 or 7)).isoformat()
    if tense == "past" and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


def _month(today: date, rest: str, tense: str, is_bound: bool) -> str:
    """The nearest such month or day that fits: past unless the sentence looks ahead."""
    this = today.isoformat()[5 : 5 + len(rest)]
    year = today.year
    if tense == "future" and rest < this:
        year += 1
    elif tense != "future" and rest > this:
        if is_bound:
            return ""
        year -= 1
    elif is_bound and tense != "future" and int(this[:2]) - int(rest[:2]) > _HALF_A_YEAR:
        return ""
    return f"{year}-{rest}"
