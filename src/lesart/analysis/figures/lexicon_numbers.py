"""What a language brings along to read amounts: number words, units, qualifiers, shares and multiples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lesart.analysis.figures.units import Unit
from lesart.model.figure import Qualifier


@dataclass(frozen=True, kw_only=True)
class NumberTables:
    """Number words, units and what stands around an amount."""

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
    multiplying_stems: tuple[str, ...] = ()
    dividing_stems: tuple[str, ...] = ()
    """Verbs whose object may stand before "par deux"."""
    instead: frozenset[tuple[str, ...]] = frozenset()
    """Before what something is no more, or should be ("statt", "au lieu de")."""
    compared_with: frozenset[tuple[str, ...]] = frozenset()
    """All that parts two numbers of one unit, of which one leaves it out ("2,68 nach 2,71 Prozent")."""
    pointing: frozenset[tuple[str, str]] = frozenset()
    """Two words that say the same thing's number again ("waren es", "it was")."""
    gap_prepositions: frozenset[str] = frozenset()
    """Before a number whose verb and unit were said before ("thefts by 9")."""
    softeners: Mapping[str, Qualifier] = field(default_factory=dict)
    """Stems between an article and what it counts one of ("ein gutes Drittel", "a good hour")."""
    tenths_of_points: frozenset[str] = frozenset()
    """Tenths that are told of percentages alone ("subió tres décimas")."""
    divided: frozenset[tuple[str, ...]] = frozenset()
    """Before a number that something is divided by ("divisé par deux" is a half)."""
    ago: frozenset[str] = frozenset()
    """Behind "a decade": it is a length of time then."""
    races: frozenset[str] = frozenset()
    """Words near a length that is run or swum ("200m")."""
    length_behind: frozenset[str] = frozenset()
    """Behind "200m" these make the letter metres: "tall", "deep", "away", "sprint"."""
    length_before: frozenset[str] = frozenset()
    """So do these a little before, joined by "of", or behind: "depth", "altitude"."""
    places_off: frozenset[str] = frozenset()
    """And these behind ("from", "below"), where before the number something stands …"""
    standing: frozenset[str] = frozenset()
    """… or is found, lies, dies: "found 200m from the road"."""
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

    adds_up: frozenset[str] = frozenset()
    """Verbs that take the "up" of "up to" along ("adds up to $65m")."""
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
