"""What a language brings along to tell names with numbers, counted nouns, changes and speakers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class NounTables:
    """The words around a figure that make it a name, count it, change it or tell it."""

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
    people_of_age: frozenset[str] = frozenset()
    """People that are told by their age behind "over" or "under" ("people over 65")."""
    age_parts: frozenset[str] = frozenset()
    """Parts of a decade of life ("Mitte 50")."""
    of_age: frozenset[str] = frozenset()
    """People whose age follows behind "of" ("ein Mann von 72")."""
    age_endings: tuple[str, ...] = ()
    """How a word or unit ends that is somebody's age ("jährige", "year-old")."""
    age_behind: frozenset[tuple[str, ...]] = frozenset()
    """What makes an age of the length of time before it ("alt", "de edad")."""
    ageless: frozenset[str] = frozenset()
    ageless_endings: tuple[str, ...] = ()
    """Nouns whose years behind "of" or in an adjective are no age of theirs ("Haft", "contrat")."""
    hour_joints: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    """Words behind which "1 h 20" is a length of time ("dure", "en")."""
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
    verbs: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    """Plurals that do not look like one ("people")."""
    never_noun: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()

    place_adjectives: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    """What time is spent on or lost by ("Haft")."""
    of_money: tuple[str, ...] = ()
    """Endings of what sums of money are ("Umsatz", "Jahresgewinn")."""
    sums: frozenset[str] = frozenset()
    """Nouns whose amount is always money, behind "of" ("3 millions d'arriérés")."""
    of_many: tuple[str, ...] = ()
    """Endings of what is counted in millions that are no money ("Zahl", "Einwohner")."""
    deeds_of_many: frozenset[str] = frozenset()
    """Verbs whose millions are people or things ("schauten", "verkauft")."""
    number_of: frozenset[str] = frozenset()
    number_of_joins: frozenset[str] = frozenset()
    ballots: frozenset[str] = frozenset()
    """What is counted in a vote ("voix", "votes")."""
    voted_against: frozenset[str] = frozenset()
    """Words beside the votes of the other side ("contre", "dagegen")."""
    more_before: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    """What became of people ("Tote", "injured"): no other count takes it over."""
    including: frozenset[str] = frozenset()
    """Before a part that is told in passing ("darunter", "including")."""
    verbs_behind: frozenset[str] = frozenset()

    # change and attribution
    by_itself: frozenset[str] = frozenset()
    """Words of change with the amount right behind ("up 3 %", "plus")."""
    revises: frozenset[str] = frozenset()
    """Words before an old number and a new one, where "from … to …" is no range ("revu de 12 à 15")."""
    moves: frozenset[str] = frozenset()
    """Words of change whose "from … to …" is no range, where not all of them are such."""
    points: frozenset[str] = frozenset()
    """What percentage points are called for short ("Punkte")."""
    part_of: frozenset[tuple[str, ...]] = frozenset()
    """Between a part and its whole, both numbers ("vier der sieben Waggons")."""
    than_more: frozenset[str] = frozenset()
    than_more_phrases: frozenset[tuple[str, str]] = frozenset()
    """Two words behind points that are told against others ("por encima")."""
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
    tells_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Verbs that say a number together with the word before it ("sprach von", "put the toll at")."""
    has_said: frozenset[str] = frozenset()
    """Auxiliaries before a participle of saying ("a indiqué")."""
    finite_endings: tuple[str, ...] = ()
    """Endings of verbs that no noun has: the name of a speaker ends before them."""
    has_bare_plurals: bool = False
    """Many stand without an article ("organisers said")."""
    source_nouns: frozenset[str] = frozenset()
    """What a name is followed by where its data speak ("Census Bureau data")."""
    ends_with_capital: bool = True
    """A speaker's name ends with its last capital word."""
    behind_according: tuple[tuple[str, ...], ...] = ()
