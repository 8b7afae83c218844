"""The verdict on two figures: whether they agree, differ for a reason, or cannot both hold."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lesart.analysis.comparing.article import FigureContext, ReadArticle
from lesart.analysis.comparing.concepts import word_set
from lesart.analysis.comparing.scopes import Scope, scope_of
from lesart.analysis.comparing.subjects import match
from lesart.analysis.comparing.times import Stretch
from lesart.text.folding import fold
from lesart.translations import N_, _

Verdict = Literal["agrees", "differs", "contradicts", "similar"]

_GROWING = word_set(
    "dead injured missing evacuated homeless rescued arrested infected vaccinated refugee destroyed damaged "
    "burned covered donation damage waiting sold hostage sent protester"
)
"""What is counted on while it goes on: another day's number is no contradiction."""
_LASTING = frozenset({"length", "width", "height", "depth", "thickness", "weight", "distance"})
"""What stays as it is, whenever it is told."""
_SAME_TIME = 31
"""Days between two reports of something that changes slowly."""
_CLOSE = 1.1
"""Times that one number is the other where both may still mean the same one."""
_SAME_STORY = 120
"""Days after which another number is hardly of the same event."""
_SAME_STATE = 400
"""Days after which nobody compares two counts of things and people; rates, prices, populations they do."""
_MOST_APART = 12
"""Times that one number is the other; beyond that they are hardly of the same thing."""


class Comparison(NamedTuple):
    """How two figures stand to each other, and why."""

    verdict: Verdict
    why: str
    strength: float
    """How sure it is that they are of the same thing, 0-1."""


def compared(
    one: FigureContext, article: ReadArticle, other: FigureContext, other_article: ReadArticle
) -> Comparison | None:
    """The verdict, or None where the pair is not worth showing."""
    if one.amount.dimension != other.amount.dimension:
        return None
    same_language = article.language == other_article.language
    subject, told = match(one.subject, other.subject, same_language=same_language)
    if subject == "other" or not _are_of_a_kind(one, other):
        return None
    scope, where = scope_of(one, article, other, other_article)
    is_same_number = _is_telling(one, other)
    if scope == "other":
        return None
    agree = one.amount.agrees_with(other.amount)
    if agree:
        return _agreeing(one, other, subject, scope, where, told, is_same_number)
    return _apart(one, other, subject, scope, where, told)


def _is_telling(one: FigureContext, other: FigureContext) -> bool:
    """The same number, and one that hardly stands in two reports by chance."""
    return one.amount.is_same_number(other.amount) and one.amount.is_distinctive


def _are_of_a_kind(one: FigureContext, other: FigureContext) -> bool:
    """A change is no level, an hour's sum no day's."""
    if (one.part == "delta") != (other.part == "delta"):
        return False
    if one.per != other.per and one.per and other.per:
        return False
    if one.part == "delta" and (a := _base(one)) and (b := _base(other)) and a != b:
        return False
    return one.is_among == other.is_among or one.amount.is_same_number(other.amount)


_BASES = (
    ("month", re.compile(r"vormonat|month|mois|mes\b")),
    ("quarter", re.compile(r"vorquartal|quarter|trimestre")),
    ("week", re.compile(r"vorwoche|week|semaine|semana")),
    ("year", re.compile(r"vorjahr|jahr|year|\ban\b|annee|\bano\b|\d{4}")),
)


def _base(one: FigureContext) -> str:
    """What a change is told against: the month before is not the year before."""
    against = fold(one.figure.against)
    return next((name for name, words in _BASES if words.search(against)), "")


# ------------------------------------------------------------------ values that agree


def _agreeing(
    one: FigureContext, other: FigureContext, subject: str, scope: Scope, where: str, told: str,
    is_telling: bool,
) -> Comparison | None:  # fmt: skip
    if _direction(one) * _direction(other) < 0 and one.part == "delta":
        if subject == "same" and scope == "same" and _time(one, other)[0] == "same":
            return Comparison("contradicts", _("one says it rose, the other that it fell"), 0.9)
        return None
    time, when = _time(one, other)
    if one.per != other.per and not is_telling:
        return None
    if time == "other" and _is_periodic(one, other):
        if subject == "same" and scope in ("same", "unknown"):
            return Comparison(
                "differs",
                _("about the same number, at another time: {when}").format(when=when),
                0.7,
            )
        return None
    if subject == "part" and not is_telling:
        return None
    is_sure = subject == "same" and (
        scope == "same" or (scope == "unsure" and one.amount.ratio_to(other.amount) < _CLOSE)
    )
    if is_sure or (is_telling and scope in ("same", "unsure", "unknown", "narrower")):
        return Comparison("agrees", _agreement(one, other), 1.0 if is_sure else 0.8)
    if subject == "same" and scope == "narrower" and _is_near(one, other):
        return Comparison("agrees", _agreement(one, other), 0.6)
    if subject == "same" and scope == "narrower":
        return Comparison(
            "similar",
            _("about the same number; the place may differ: {where}").format(where=where),
            0.4,
        )
    if subject == "unsure" and scope == "same" and _is_near(one, other):
        return Comparison("agrees", _agreement(one, other), 0.6)
    if subject == "same" and scope == "unknown":
        return Comparison("similar", _("about the same number; it is open whose it is"), 0.4)
    return None


def _is_near(one: FigureContext, other: FigureContext) -> bool:
    """Close enough to be one number told twice, and something that both speak of."""
    if one.amount.is_same_number(other.amount) and one.amount.dimension not in ("count", "percent"):
        return True
    shared = one.subject.around & other.subject.around
    return (
        bool(shared or one.subject.keys & other.subject.keys)
        and one.amount.ratio_to(other.amount) < _CLOSE
    )


def _agreement(one: FigureContext, other: FigureContext) -> str:
    if one.amount.is_same_number(other.amount):
        return _("the same number")
    a, b = one.figure, other.figure
    if a.qualifier != "exact" or b.qualifier != "exact":
        return _("“{told}” and “{told_2}” can both hold").format(
            told=_told(one), told_2=_told(other)
        )
    if a.unit != b.unit:
        return _("the same amount in another unit")
    return _("the same number, rounded")


def _told(one: FigureContext) -> str:
    signs = {
        "approx": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< ",
        "just_under": _("just under "),
    }  # fmt: skip
    return signs.get(one.figure.qualifier, "") + " ".join(one.figure.surface.split())


# ------------------------------------------------------------------ values that do not


def _apart(
    one: FigureContext, other: FigureContext, subject: str, scope: Scope, where: str, told: str
) -> Comparison | None:
    if subject == "unsure" or scope == "unknown":
        return None
    if one.per != other.per:
        return None
    if subject == "part":
        return None
    if scope == "narrower":
        time, when = _time(one, other)
        if time == "other" and _have_one_mode(one, other) and _is_one_story(one, other):
            return Comparison("differs", _("another time: {when}").format(when=when), 0.5)
        if _is_event(one, other) or not _is_measured(one, other):
            return None
        return Comparison("differs", _("another scope: {where}").format(where=where), 0.5)
    if one.is_daily != other.is_daily and (
        one.is_total or other.is_total or one.amount.ratio_to(other.amount) > 3
    ):
        return Comparison("differs", _("another scope: a day and the whole"), 0.5)
    if not _have_one_mode(one, other):
        if scope == "same" and (one.is_coming or other.is_coming):
            return Comparison("similar", _("one tells of what will be"), 0.4)
        if scope == "same":
            return Comparison("differs", _(_MODES[frozenset((one.mode, other.mode))]), 0.6)
        return None
    time, when = _time(one, other)
    if time == "other":
        if scope != "same" or not _is_one_story(one, other):
            return None
        return Comparison("differs", _("another time: {when}").format(when=when), 0.7)
    if one.part == "from" or other.part == "from":
        return None
    return _disagreeing(one, other, scope, time)


def _is_one_story(one: FigureContext, other: FigureContext) -> bool:
    """Near enough in time to be told of one event, or something that is measured again and again."""
    a, b = one.timing.told or one.timing.published, other.timing.told or other.timing.published
    if a is None or b is None:
        return False
    are_periods = min(a.days, b.days) > 27
    if _is_event(one, other):
        return are_periods or a.gap_to(b) <= _SAME_STORY
    return _is_measured(one, other) or are_periods or a.gap_to(b) <= _SAME_STATE


def _is_measured(one: FigureContext, other: FigureContext) -> bool:
    """Something that has a value at each place and time: a price, a rate, a population."""
    if not one.subject.is_counted or one.amount.dimension == "percent":
        return True
    return bool({"living", "worker", "turnout"} & (one.subject.states | other.subject.states))


def _disagreeing(
    one: FigureContext, other: FigureContext, scope: Scope, time: str
) -> Comparison | None:
    """Same subject, perhaps the same scope and time, and the values are apart."""
    if one.is_guess != other.is_guess and (one.is_counted or other.is_counted):
        return Comparison("differs", _("an estimate and a count"), 0.6)
    if one.amount.ratio_to(other.amount) > _MOST_APART:
        return None
    if scope != "same":
        return None
    if one.amount.may_hold_with(other.amount):
        if one.amount.ratio_to(other.amount) > 3:
            return None
        return Comparison("similar", _("not about the same number, though both may hold"), 0.4)
    if time != "same":
        return Comparison("similar", _("it is open of when they are"), 0.4)
    if not (one.subject.is_state_sure and other.subject.is_state_sure):
        return Comparison("similar", _("it is open whether they count the same"), 0.4)
    if _direction(one) * _direction(other) < 0:
        # A river that rose to one level has fallen to the other since.
        return Comparison("similar", _("one rose to its number, the other fell to its own"), 0.4)
    if _is_nearly_rounded(one, other):
        return Comparison("similar", _("about the same number, and one of them is rounded"), 0.4)
    return Comparison(
        "contradicts",
        _("{told} and {told_2} cannot both hold").format(told=_told(one), told_2=_told(other)),
        0.9,
    )


def _have_one_mode(one: FigureContext, other: FigureContext) -> bool:
    """Both are facts, or plans and forecasts, or answers to a poll."""
    if "asked" in (one.mode, other.mode):
        return one.mode == other.mode
    return (one.mode == "said") == (other.mode == "said") or one.is_open or other.is_open


def _is_nearly_rounded(one: FigureContext, other: FigureContext) -> bool:
    """5,500 and 5,674: somebody rounded with a free hand."""
    is_round = any(a.digits <= 2 and abs(a.value) >= 100 for a in (one.amount, other.amount))
    return is_round and one.amount.ratio_to(other.amount) <= 1.05


_MODES = {
    frozenset(("said", "ahead")): N_("what was expected and what is told as a fact"),
    frozenset(("said", "wanted")): N_("what is planned and what is told as a fact"),
    frozenset(("said", "asked")): N_("a poll and a result"),
    frozenset(("ahead", "asked")): N_("a forecast and a poll"),
    frozenset(("wanted", "asked")): N_("a plan and a poll"),
}


def _direction(one: FigureContext) -> int:
    change = one.figure.change
    return 1 if change.startswith("rise") else -1 if change.startswith("fall") else 0


def _is_event(one: FigureContext, other: FigureContext) -> bool:
    return bool((one.subject.states | other.subject.states | one.subject.heads) & _GROWING)


def _is_periodic(one: FigureContext, other: FigureContext) -> bool:
    """A new value is told for each stretch of time; a toll stays the same toll."""
    both_told = one.timing.told is not None and other.timing.told is not None
    is_lasting = bool(one.subject.dimensions & _LASTING)
    return both_told and _is_measured(one, other) and not _is_event(one, other) and not is_lasting


# ------------------------------------------------------------------ time


def _time(one: FigureContext, other: FigureContext) -> tuple[str, str]:
    """`same`, `other` or `unsure`, and both times in words."""
    if one.subject.dimensions & other.subject.dimensions & _LASTING:
        return "same", ""
    a, b = one.timing, other.timing
    if _is_event(one, other):
        if (answer := _event_time(one, other)) is not None:
            return answer
    elif a.told is not None and b.told is not None:
        return _told_times(a.told, b.told, is_since=a.is_since or b.is_since)
    one_at, other_at = a.told or a.published, b.told or b.published
    if one_at is None or other_at is None:
        return "unsure", ""
    words = f"{one_at.told()} / {other_at.told()}"
    if a.told is None and b.told is None:
        if _is_event(one, other) and one_at.gap_to(other_at) > 0:
            return "other", words
        return ("same", "") if one_at.gap_to(other_at) <= _SAME_TIME else ("other", words)
    gap = one_at.gap_to(other_at)
    if gap > 200:
        return "other", words
    return ("same", "") if gap <= _SAME_TIME else ("unsure", words)


def _event_time(one: FigureContext, other: FigureContext) -> tuple[str, str] | None:
    """Of what is counted while it goes on: closed periods, else the days of the reports."""
    a, b = one.timing, other.timing
    if a.told is not None and b.told is not None and not a.told.touches(b.told):
        return "other", f"{a.told.told()} / {b.told.told()}"
    if a.published is None or b.published is None:
        return "unsure", ""
    if a.told is not None and b.told is not None and a.told.days > 27 and b.told.days > 27:
        is_over = a.told.last < a.published.first and b.told.last < b.published.first
        if is_over and not (a.is_since or b.is_since):
            return _told_times(a.told, b.told, is_since=False)
    if a.published.gap_to(b.published) > 0:
        long_ago = _long_ago(a.told, a.published), _long_ago(b.told, b.published)
        if all(long_ago):
            return "same", long_ago[0]
        if any(long_ago) and (a.told is None or b.told is None):
            return "unsure", ""  # one report tells of long ago, and so may the other
        return "other", f"{a.published.told()} / {b.published.told()}"
    if a.clock is not None and b.clock is not None and abs(a.clock - b.clock) > 3 * 3600:
        return "other", _("some hours lie between the reports")
    return "same", ""


def _long_ago(told: Stretch | None, published: Stretch) -> str:
    """Half a year after an event nobody counts on."""
    return told.told() if told is not None and (published.first - told.last).days > 180 else ""


def _told_times(one: Stretch, other: Stretch, *, is_since: bool) -> tuple[str, str]:
    words = f"{one.told()} / {other.told()}"
    if one == other:
        return "same", ""
    if not one.touches(other):
        return "other", words
    short, long = sorted((one, other), key=lambda stretch: stretch.days)
    if short.days < 3 and long.days < 32:
        return "same", ""
    if short.days * 2 < long.days and not is_since:
        return "other", words
    return "unsure", words
