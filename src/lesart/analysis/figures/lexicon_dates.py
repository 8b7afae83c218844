"""What a language brings along to read ordinals, dates and times of day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class DateTables:
    """Months, weekdays, clocks and the small words of dates."""

    # ordinals, dates, times
    ordinal_names: frozenset[str] = frozenset()
    """Behind an ordinal: part of a name ("1. FC")."""
    ordinal_lead: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_signs: frozenset[str] = frozenset()
    dot_is_ordinal: bool = False
    months: Mapping[str, int] = field(default_factory=dict)
    doubtful_months: frozenset[str] = frozenset()
    """Months that are ordinary words too ("may", "march")."""
    short_months: frozenset[str] = frozenset()
    """Months cut short: only with a day or a year."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    month_first: bool = False
    is_time_capitalised: bool = False
    """Months and weekdays are written with a capital letter."""
    has_owner: bool = False
    """A word may end in "'s" ("Thursday's storms")."""
    month_tail: frozenset[str] = frozenset()
    """Words behind a month whose name is an ordinary word too ("von August an")."""
    month_articles: frozenset[str] = frozenset()
    """Articles before such a month, where a noun follows ("the May report")."""
    day_articles: frozenset[str] = frozenset()
    """Articles inside a date ("Mittwoch, den 3.", "del 3 al 5 de mayo")."""
    day_lead: frozenset[str] = frozenset()
    """Words before the numbers of a day and a month ("am 12.5.")."""
    to_article: frozenset[str] = frozenset()
    """ "to" and an article in one word ("du 3 au 5", "del 3 al 5")."""
    date_of: frozenset[str] = frozenset()
    """Small words inside a date ("of", "de")."""
    year_lead: frozenset[tuple[str, ...]] = frozenset()
    """Words after which four digits are a year ("seit", "in")."""
    sure_year_lead: frozenset[str] = frozenset()
    """Words after which a year is meant whatever follows."""
    month_lead: frozenset[str] = frozenset()
    """Words before a month whose name is an ordinary word too."""
    roman_lead: frozenset[str] = frozenset()
    h_is_clock: bool = False
    year_not_after: frozenset[str] = frozenset()
    """Words whose four digits are an amount ("Vorjahr: 1420")."""
    nouns_of_year: frozenset[str] = frozenset()
    """Behind a year, nothing that it counts ("from 2019 levels")."""
    year_determiners: frozenset[str] = frozenset()
    """Articles before a year ("the 2019 election")."""
    year_prefixes: frozenset[str] = frozenset()
    """What is hyphenated with a year or decade ("mid-1990s")."""
    than: frozenset[str] = frozenset()
    """Words of comparison that a year may follow ("weniger als 2018")."""
    half_needs_year: bool = False
    """Half of something else is likelier than half a year ("the second half")."""
    quarter_codes: Mapping[str, str] = field(default_factory=dict)
    """Letters that count quarters ("Q") and halves ("H") of a year: "Q3 2024", "T3 2024"."""
    decade_endings: frozenset[str] = frozenset()
    """What is glued to two digits that are a decade ("90er", "90s")."""
    decades_from_ten: bool = False
    plural_endings: tuple[str, ...] = ("s",)
    possessives: frozenset[str] = frozenset()
    """ "his", "her": a decade behind them is an age ("in her 30s")."""
    eras: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """What counts years before (-1) and after (1) the start of our era."""
    part_of_year: frozenset[tuple[str, ...]] = frozenset()
    """Words before a year or month that belong to the date ("Ende", "early")."""
    decades: frozenset[str] = frozenset()
    decade_lead: frozenset[str] = frozenset()
    """Words before the decade ("les années 1990", "los años noventa")."""
    decade_words: Mapping[str, int] = field(default_factory=dict)
    centuries: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    halves_of_year: frozenset[str] = frozenset()
    clock: frozenset[tuple[str, ...]] = frozenset()
    am: frozenset[str] = frozenset()
    pm: frozenset[str] = frozenset()
    parts_of_day: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """Behind an hour: "am", "noon", "pm" or "night" ("in the evening", "nachts")."""
    past_hour: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Minutes added to the hour in words that follows ("half past", "Viertel vor", "halb")."""
    clock_article: frozenset[str] = frozenset()
    """Articles that make a bare number an hour ("las tres y media")."""
    hour_one: frozenset[str] = frozenset()
    """Words for one o'clock that need no article."""
    hour_and: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Minutes added to the hour in words before ("y media")."""
    time_lead: frozenset[str] = frozenset()
    """Prepositions of the time of day alone ("um", "at"): no length of time follows."""
    dotted_lead: frozenset[str] = frozenset()
    """Right before an hour and minutes that a full stop parts, without a word for the clock ("a las 7.05")."""
    clock_lead: frozenset[str] = frozenset()
    """Words before a time of day ("um", "at")."""
    before_this_year: frozenset[str] = frozenset()
    """Nouns of the time that a number in brackets is compared with ("Vorjahr", "Vj")."""
    past: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    """Words before a date that may lie ahead though nothing else says so ("until", "vor")."""
    is_always: frozenset[str] = frozenset()
    """Verbs right behind a day that make it one of every year ("the 22nd of July is")."""
    era_before: frozenset[str] = frozenset()
    """Letters before a year of our era ("AD 79"), in capitals."""
