"""Quantities that a text mentions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lesart.model.text import Span
from lesart.model.verdict import Ruling

FigureKind = Literal[
    "count", "money", "percent", "duration", "distance", "measure",
    "ratio", "ordinal", "score", "date", "time",
]  # fmt: skip


Qualifier = Literal[
    "exact", "approx", "at_least", "more_than", "at_most", "less_than", "just_under", "range"
]


FigureRole = Literal[
    "", "level", "delta", "from", "to", "share", "limit", "price", "rank", "age"
]  # fmt: skip
"""What a figure is to its noun; empty where the text does not make it sure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity the text mentions: "etwa 4.500 Soldaten" is ≈ 4500 of "Soldaten"."""

    span: Span
    """The number with its unit, currency or percent sign; without qualifier and counted noun."""
    surface: str
    kind: FigureKind
    value: Decimal | None = None
    """The quantity in `unit`; None for ranges, vague quantities ("Hunderte"), dates and times."""
    low: Decimal | None = None
    high: Decimal | None = None
    """Both ends of a range; one of them alone where the text leaves the other open."""
    when: str = ""
    """Dates and times, ISO-like with X for what is not said: `2003-03`, `XXXX-10`, `T12:30`."""
    resolved: str = ""
    """`when` completed from the article's own date, empty where that would be a guess."""
    until: str = ""
    """The other end of a span of days or years, written like `when`: "2023/24" is 2023 until 2024."""
    qualifier: Qualifier = "exact"
    unit: str = ""
    """ISO 4217, `percent`, `percentage_point`, `year`, `kilometre` …; empty for plain counts."""
    noun: str = ""
    """The phrase whose amount, share or change it is, as the text has it: "Umsatz" of "Der Umsatz stieg
    um 5 Prozent", "voters" of "40% of voters", "fine" of "a fine of $3m"; empty where it is not sure."""
    of: str = ""
    """Whose amount it is: "Siemens" of "Siemens steigerte den Umsatz um 5 Prozent"."""
    role: FigureRole = ""
    """`delta` of "stieg um 5 Prozent", `to` of "auf 3 Mrd. Euro", `from` of "from 4%", `share` of "40% of
    voters", `price` of "kostet 49 Euro", `limit` of "capped at 3%", `level` of "beträgt 6 Prozent"."""
    per: str = ""
    """The base of a rate: "share" of "$2.31 a share", "100.000 Einwohner" of "35 pro 100.000 Einwohner"."""
    against: str = ""
    """What a change is told against: "Vormonat" of "gegenüber dem Vormonat", "2020" of "than in 2020"."""
    since: str = ""
    """When a change began: "Januar" of "seit Januar"."""
    pair: str = ""
    """The other end of a movement, as the text has it: of "von 3,4 auf 2,9 Prozent" each has the other."""
    change: str = ""
    """`rise_by`, `rise_to`, `fall_by`, `fall_to`, `from`, `to`; empty where nothing is said to change.
    Multiplying verbs are ratios that rise or fall: "verdoppelt" is 2, `rise_by`."""
    attribution: str = ""
    """Who says so, in the text's words; empty where the sentence does not tell."""
    sentence: Span = Span(0, 0)
    salience: float = 0.0
    """How much of the story it carries, 0-1; the panel sorts by it."""
    verdict: Ruling = ""
    """The reader's word on it; what a person corrected is theirs, not the engine's."""
