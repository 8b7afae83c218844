"""What a language brings along to be read: number words, units, qualifiers, months, nouns' company.

A language is a folder with tables (`tables.py`, a `TABLES` value of this type) and nothing else; the
finders know no word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from importlib import import_module
from typing import Literal

from lesart.analysis.figures.units import Unit
from lesart.model.figure import Qualifier

_HOT_COMPOUND = re.compile(r"zig|ßig|ssig|hundert|tausend|zehn|ig(?:e[nrsm]?)?$|(?:tel|tels|teln)$")
"""What German words with a number inside have in them."""

PhraseIndex = dict[str, tuple[tuple[str, ...], ...]]

LANGUAGES = ("de", "en", "fr", "es")
FALLBACK = "en"
"""Read with when the language is unknown or has no tables."""


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language; every word in lower case."""

    code: str
    decimal: str
    """The decimal sign; the other of point and comma groups thousands."""

    # number words
    small: Mapping[str, int]
    """Words that add up: 1-99, and what a language has of its own ("doscientos")."""
    hundred: Mapping[str, int]
    """Words that multiply what stands before them within a group."""
    scales: Mapping[str, Decimal]
    short_scales: Mapping[str, Decimal]
    """Abbreviations that count only behind digits ("Mio", "bn")."""
    joiners: frozenset[str]
    """Words that may stand inside a number ("and")."""
    one: frozenset[str]
    """Articles that are the number one too; a figure only in company ("eine Million")."""
    joins_hundreds: bool = False
    """ "and" stands behind hundreds ("two hundred and five"), and a bare one behind tens."""
    counts_by_twenties: bool = False
    """ "soixante-dix", "quatre-vingt"."""
    may_group_by_decimal: bool = False
    """The decimal sign groups thousands in some countries ("12,500" in American Spanish)."""
    groups_by_lakh: bool = False
    """Thousands, then hundreds of thousands: "1,23,456"."""
    articles: frozenset[str] = frozenset()
    """Those of them that are only articles ("a", "an")."""
    has_compounds: bool = False
    """Number words are written together ("zweihundertfünfzig")."""
    half_after: tuple[tuple[str, ...], ...] = ()
    """What adds a half behind a number or scale ("and a half", "et demi", "y medio")."""
    mixed: Mapping[str, Decimal] = field(default_factory=dict)
    """Words for numbers with a half ("anderthalb")."""
    part_after: Mapping[tuple[str, ...], Decimal] = field(default_factory=dict)
    """What adds another part ("and a quarter")."""
    point: frozenset[str] = frozenset()
    """The decimal sign as a word."""
    roundish: frozenset[str] = frozenset()
    """Words of number that are approximate by nature ("centaine")."""
    real_one: frozenset[str] = frozenset()
    """The number one that is no article."""
    bare_scales: bool = False
    """A scale may begin a number ("hundert Menschen", "cent personnes", "mil personas")."""
    bare_scale_words: frozenset[str] = frozenset()
    scale_joins: frozenset[str] = frozenset()
    """What may stand between two scale words."""
    collective: Mapping[str, int] = field(default_factory=dict)
    """Words that count by the dozen ("Dutzend")."""

    # units and company
    units: Mapping[str, Unit] = field(default_factory=dict)
    unit_phrases: Mapping[tuple[str, ...], Unit] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    percent: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    minus: frozenset[str] = frozenset()
    plus: frozenset[str] = frozenset()
    below_zero: frozenset[tuple[str, ...]] = frozenset()
    before: Mapping[tuple[str, ...], Qualifier] = field(default_factory=dict)
    after: Mapping[tuple[str, ...], Qualifier] = field(default_factory=dict)
    plus_sign_means: Qualifier = "at_least"
    """What a plus sign behind a number says ("300+")."""
    implied_units: Mapping[str, str] = field(default_factory=dict)
    """Words before a number that say its unit ("Tempo 180")."""
    differences: frozenset[str] = frozenset()
    """Nouns whose "of one" counts ("a majority of one")."""
    poll_words: frozenset[str] = frozenset()
    """Small words between the names of a list of shares ("die", "the")."""
    multiplied: frozenset[tuple[str, ...]] = frozenset()
    """Before a number that something is multiplied by ("multiplié par 10")."""
    ago: frozenset[str] = frozenset()
    """Behind "a decade": it is a length of time then."""
    races: frozenset[str] = frozenset()
    """Words near a length that is run or swum ("200m")."""
    quarter_lead: frozenset[str] = frozenset()
    """Words before quarters that are lengths of time ("for three quarters")."""
    score_to: frozenset[str] = frozenset()
    """Between the goals of a result, where sport is spoken of ("2 zu 1")."""
    per: frozenset[str] = frozenset()
    """Words before the base of a rate ("pro", "per")."""
    glued_money: Mapping[str, str] = field(default_factory=dict)
    """Letters glued to digits that are hundredths of a currency ("17p", "11c")."""
    hundredths: frozenset[str] = frozenset()
    """Currency words for a hundredth of the whole ("Cent")."""
    length_lead: frozenset[str] = frozenset()
    """Words that make "a week" a length of time ("in a week")."""
    not_exact_small: frozenset[str] = frozenset()
    """Qualifiers that mean something else before a small count ("über zwei Themen")."""
    to: frozenset[str] = frozenset()
    """Joins the ends of a range without an opening word."""
    range_open: Mapping[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    """Opening words of a range and what may join its ends."""
    either: frozenset[str] = frozenset()
    """Joins the last two members of an enumeration."""

    fillers: frozenset[str] = frozenset()
    """Words between a qualifier and its number ("höchstens aber 60")."""
    odd: frozenset[str] = frozenset()
    """Glued to a number that is about right ("40-odd")."""
    against_many: frozenset[str] = frozenset()
    """Qualifiers that mean "against" before a count of few ("gegen 14 Beschuldigte")."""
    among: frozenset[str] = frozenset()
    """Qualifiers that mean "among" before a noun in the dative ("unter 100 Bewerbern")."""
    speaks_about: frozenset[str] = frozenset()
    """Qualifiers that a verb of speaking takes along ("sprach über 20 Opfer")."""
    speaks: frozenset[str] = frozenset()
    runs_over: frozenset[str] = frozenset()
    """Verbs whose distance follows behind "over"."""

    up_to: frozenset[str] = frozenset()
    """The "to" of a range that says "up to" where no range is opened ("bis 110 km/h")."""

    # shares and multiples
    halves: Mapping[str, Decimal] = field(default_factory=dict)
    """Nouns that are a share by themselves ("Hälfte", "half")."""
    denominators: Mapping[str, int] = field(default_factory=dict)
    needs_part: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    """Behind some denominators: "tres cuartas partes"."""
    negations: frozenset[str] = frozenset()
    negative_endings: tuple[str, ...] = ()
    """What makes a negation of the word it is written to ("n't")."""
    takes_negation: frozenset[str] = frozenset()
    """Words that a "not" right before them denies, and nothing behind them ("not only")."""
    during: frozenset[str] = frozenset()
    """Qualifiers that mean "in the course of" before a duration ("over nine years")."""
    not_during: frozenset[str] = frozenset()
    """Words before them that make them qualifiers again ("for over nine years")."""
    each: frozenset[str] = frozenset()
    one_of_is_member: bool = False
    """ "einer von 1.200 Gästen" is one of them, no rate."""
    has_half_article: bool = False
    """ "a half" is a share only with "of"."""
    one_in: tuple[tuple[str, ...], ...] = ()
    multiples: Mapping[tuple[str, ...], Decimal] = field(default_factory=dict)
    times: frozenset[str] = frozenset()
    """What makes the number before it a multiple ("times")."""
    as_much: frozenset[tuple[str, ...]] = frozenset()
    """What must follow a multiple to be one ("as many", "so viele")."""
    half_words: frozenset[str] = frozenset()
    """Half of the unit or scale that follows ("half a million", "eine halbe Stunde")."""
    verbs_of_multiple: Mapping[str, int] = field(default_factory=dict)
    multiple_lead: frozenset[str] = frozenset()
    """Articles that make a multiple stand alone ("más del doble")."""
    fold: tuple[str, ...] = ()
    """Endings that make a multiple of a number ("-fach", "-fold")."""
    vague: Mapping[str, int] = field(default_factory=dict)
    """Vague plurals and their size ("Hunderte": 100)."""
    vague_lead: frozenset[str] = frozenset()
    """Words that belong to a vague quantity before it ("mehrere", "several")."""
    vague_bare: frozenset[str] = frozenset()
    """Number words that are vague behind such a word ("several hundred")."""

    of_vague: frozenset[str] = frozenset()
    not_halves: frozenset[tuple[str, ...]] = frozenset()
    not_before_half: frozenset[str] = frozenset()
    not_after_share: frozenset[str] = frozenset()
    sure_multiples: frozenset[str] = frozenset()
    """Multiples that need no "as many" behind ("doppelt")."""
    noun_in_one_in: bool = False
    """A noun may stand inside: "un Français sur cinq"."""
    sport: frozenset[str] = frozenset()
    odds: frozenset[str] = frozenset()

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
    clock_lead: frozenset[str] = frozenset()
    """Words before a time of day ("um", "at")."""
    past: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    """Words before a date that may lie ahead though nothing else says so ("until", "vor")."""
    is_always: frozenset[str] = frozenset()
    """Verbs right behind a day that make it one of every year ("the 22nd of July is")."""
    era_before: frozenset[str] = frozenset()
    """Letters before a year of our era ("AD 79"), in capitals."""

    # what only looks like a figure
    labels: frozenset[str] = frozenset()
    """Words whose number is a name ("Artikel 5", "Boeing 737")."""
    hard_labels: frozenset[str] = frozenset()
    """Those that name whatever stands behind the number ("Boeing 737 Max", "Artikel 5 GG")."""
    one_counts: bool = False
    """ "one person" counts; in other languages it is an article."""
    out_of: frozenset[str] = frozenset()
    """Opens a whole of which a later figure is a part ("von den 80 Abgeordneten stimmten 41")."""
    counted_as: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    """Preposition before and participle behind a count of the subject ("auf … geschätzt")."""
    one_stop: frozenset[str] = frozenset()
    """Words behind "one" that make it a pronoun."""
    one_stop_before: frozenset[str] = frozenset()
    fixed: frozenset[tuple[str, ...]] = frozenset()
    """Set phrases in which a number word counts nothing."""
    house_number: Literal["behind_compound", "before_name", "before_street", "behind_street"] = (
        "behind_street"
    )
    """Where a house number stands: "Hauptstraße 12", "12 Baker Street", "12, rue …", "calle Mayor 5"."""
    postal_lead: frozenset[str] = frozenset()
    """What stands before a postal code with its place."""
    sum_lead: frozenset[tuple[str, str]] = frozenset()
    """Two words before a sum of what was counted before ("waren es 3.800")."""
    streets: tuple[str, ...] = ()
    """Endings or words after which a number is a house."""
    age_lead: frozenset[tuple[str, ...]] = frozenset()
    """What stands before an age ("aged", "as young as")."""
    between_ages: frozenset[str] = frozenset()
    age_parts: frozenset[str] = frozenset()
    """Parts of a decade of life ("Mitte 50")."""
    of_age: frozenset[str] = frozenset()
    """People whose age follows behind "of" ("ein Mann von 72")."""
    age_endings: tuple[str, ...] = ()
    """How a word or unit ends that is somebody's age ("jährige", "year-old")."""
    age_behind: frozenset[tuple[str, ...]] = frozenset()
    """What makes an age of the length of time before it ("alt", "de edad")."""
    ageless: frozenset[str] = frozenset()
    """Nouns whose years behind "of" or in an adjective are no age of theirs ("Haft", "contrat")."""
    hour_joints: frozenset[str] = frozenset()
    """Between hours and minutes of one length of time ("2 hours and 14 minutes")."""
    weights_too: Mapping[str, str] = field(default_factory=dict)
    """Currency words that weigh something before "of" ("46 pounds of fish")."""
    of_sums: frozenset[str] = frozenset()
    """What money is rather than weight ("pounds of debt")."""
    weighs: frozenset[str] = frozenset()
    """Words before such a weight."""
    unit_adjectives: Mapping[str, str] = field(default_factory=dict)
    """Stems that make an adjective of a number and a unit ("-jährig", "-year-old")."""

    number_nouns: frozenset[str] = frozenset()
    """Genitives of numbers that are nouns behind an article ("der Dreier")."""

    # nouns
    is_noun_capitalised: bool = False
    stop_words: frozenset[str] = frozenset()
    """Words no counted phrase goes through: verbs, prepositions, pronouns, conjunctions."""
    skip: frozenset[str] = frozenset()
    """Words between figure and noun that belong to neither ("weitere", "other")."""
    more: frozenset[str] = frozenset()
    """Words that count the noun of the figure before ("weitere", "others")."""
    determiners: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    of_after_share: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    """Plurals that do not look like one ("people")."""
    never_noun: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    heads_open: frozenset[str] = frozenset()

    place_adjectives: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    """What time is spent on or lost by ("Haft")."""
    of_money: tuple[str, ...] = ()
    """Endings of what sums of money are ("Umsatz", "Jahresgewinn")."""
    number_of: frozenset[str] = frozenset()
    number_of_joins: frozenset[str] = frozenset()
    ballots: frozenset[str] = frozenset()
    """What is counted in a vote ("voix", "votes")."""
    voted_against: frozenset[str] = frozenset()
    """Words beside the votes of the other side ("contre", "dagegen")."""
    more_before: frozenset[str] = frozenset()
    verbs_behind: frozenset[str] = frozenset()

    # change and attribution
    by_itself: frozenset[str] = frozenset()
    """Words of change with the amount right behind ("up 3 %", "plus")."""
    moves: frozenset[str] = frozenset()
    """Words of change whose "from … to …" is no range, where not all of them are such."""
    points: frozenset[str] = frozenset()
    """What percentage points are called for short ("Punkte")."""
    part_of: frozenset[tuple[str, ...]] = frozenset()
    """Between a part and its whole, both numbers ("vier der sieben Waggons")."""
    than_more: frozenset[str] = frozenset()
    anaphors: frozenset[tuple[str, ...]] = frozenset()
    """Behind a figure: counts what the figure before counted ("von ihnen", "of them")."""
    surveys: frozenset[str] = frozenset()
    """Words that take "unter" or "über" along ("Umfrage unter 3.150 Ärzten")."""
    rise: frozenset[str] = frozenset()
    fall: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    onto: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    """Qualifiers that what rises or falls goes past ("fell below 28")."""
    from_: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    according: tuple[tuple[str, ...], ...] = ()
    so_says: frozenset[str] = frozenset()
    """Behind a comma, before the one who says so (", so der Verband")."""
    says_with: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs that say something only together with another word ("gab … bekannt")."""
    has_said: frozenset[str] = frozenset()
    """Auxiliaries before a participle of saying ("a indiqué")."""
    source_nouns: frozenset[str] = frozenset()
    """What a name is followed by where its data speak ("Census Bureau data")."""
    ends_with_capital: bool = True
    """A speaker's name ends with its last capital word."""
    behind_according: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def before_words(self) -> frozenset[str]:
        """Last words of qualifiers that no year follows."""
        return (
            frozenset(
                phrase[-1]
                for phrase, qualifier in self.before.items()
                if qualifier in ("more_than", "less_than", "at_most", "at_least", "just_under")
            )
            - self.not_exact_small
            - {"to", "zu", "."}
        )

    @cached_property
    def according_words(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.according)

    @cached_property
    def behind_according_words(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.behind_according)

    @cached_property
    def number_words(self) -> frozenset[str]:
        return frozenset().union(
            self.small, self.hundred, self.scales, self.one, self.half_words, self.mixed
        )

    @cached_property
    def is_hot(self) -> Callable[[str], bool]:
        """Whether a word may begin a number or a share; remembered, since most words come again."""
        known = self.number_words.union(
            self.collective, self.halves, self.denominators, self.each,
            (phrase[0] for phrase in self.multiples),
        )  # fmt: skip
        folds = self.fold or ("\0",)
        search = _HOT_COMPOUND.search if self.has_compounds else None

        @lru_cache(maxsize=8192)
        def is_hot(word: str) -> bool:
            if word in known or "-" in word or word.endswith(folds):
                return True
            return search is not None and search(word) is not None

        return is_hot

    @cached_property
    def percent_words(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.percent)

    @cached_property
    def before_by_last(self) -> PhraseIndex:
        return index_by(self.before, -1)

    @cached_property
    def after_by_first(self) -> PhraseIndex:
        return index_by(self.after, 0)

    @cached_property
    def units_by_first(self) -> PhraseIndex:
        return index_by(self.unit_phrases, 0)

    @cached_property
    def percent_by_first(self) -> PhraseIndex:
        return index_by(self.percent, 0)

    @cached_property
    def age_lead_by_last(self) -> PhraseIndex:
        return index_by(self.age_lead, -1)

    @cached_property
    def multiplied_by_last(self) -> PhraseIndex:
        return index_by(self.multiplied, -1)

    @cached_property
    def eras_by_first(self) -> PhraseIndex:
        return index_by(self.eras, 0)

    @cached_property
    def fixed_by_first(self) -> PhraseIndex:
        return index_by(self.fixed, 0)

    @cached_property
    def parts_of_day_by_first(self) -> PhraseIndex:
        return index_by(self.parts_of_day, 0)

    @cached_property
    def hour_and_by_first(self) -> PhraseIndex:
        return index_by(self.hour_and, 0)

    @cached_property
    def past_hour_by_first(self) -> PhraseIndex:
        return index_by(self.past_hour, 0)

    @cached_property
    def currencies_by_first(self) -> PhraseIndex:
        return index_by([tuple(name.split()) for name in self.currencies], 0)


def index_by(table: Iterable[tuple[str, ...]], position: int) -> PhraseIndex:
    """Phrases under their first or last word, the longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table:
        index.setdefault(phrase[position], []).append(phrase)
    return {
        word: tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
        for word, found in index.items()
    }


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of a language, of English where there are none."""
    code = language if language in LANGUAGES else FALLBACK
    tables: Lexicon = import_module(f"lesart.analysis.figures.{code}.tables").TABLES
    return tables
