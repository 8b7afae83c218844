"""What a language says about figures in whole clauses: its verbs, prepositions and nouns of change, as tables.

A language's tables stand in its folder (`clauses.py`, a `GRAMMAR` value of this type); the rules that
read them know no word of any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import import_module
from typing import Literal

from lesart.analysis.figures.grammar_verbs import Direction, Verbs
from lesart.analysis.figures.lexicon import PhraseIndex, index_by


@dataclass(frozen=True, kw_only=True)
class Grammar(Verbs):
    """The clause tables of one language; every word in lower case."""

    shape: Literal["capitals", "bare", "determined"]
    """How a noun phrase is told: by capital letters (German), by what it is not (English), by the
    article it begins with (French, Spanish)."""

    # small words
    prepositions: frozenset[str] = frozenset()
    fused: Mapping[str, str] = field(default_factory=dict)
    """Preposition and article in one word ("du": "de")."""
    by: frozenset[str] = frozenset()
    hovers: frozenset[str] = frozenset()
    """Verbs whose subject is about as much as stands behind such a preposition ("pendelt um")."""
    done_to: frozenset[str] = frozenset()
    """Before a share of the subject and what is done to it ("zu 98 Prozent verplant")."""
    onto: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    amount_of: frozenset[tuple[str, ...]] = frozenset()
    """Between a noun and its amount ("in Höhe von", "of")."""
    with_: frozenset[str] = frozenset()
    price_for: frozenset[str] = frozenset()
    """Before what money is given for, and before the money ("für", "for")."""
    among: frozenset[str] = frozenset()
    """Before people of whom another share is told ("bei Frauen waren es 4 Prozent")."""
    out_of: frozenset[str] = frozenset()
    """Before a whole that opens the clause ("Von den Befragten gaben 45 Prozent an")."""
    share_of: frozenset[str] = frozenset()
    """Behind a percentage, before what it is a share of ("der", "of")."""
    kept_in: frozenset[str] = frozenset()
    """Behind money, before what it is given as ("$3m in fines")."""
    puts_in: frozenset[str] = frozenset()
    """Verbs that part money from what it is put in ("invested $3m in robots")."""
    aside_in: frozenset[str] = frozenset()
    """Prepositions of words that may stand between the two amounts of a change."""
    adjuncts: frozenset[str] = frozenset()
    """Prepositions of figures that say where or in how many something is told of ("in 12 countries")."""
    places: frozenset[str] = frozenset()
    """Prepositions between a noun and whose it is or where ("bei", "in", "at")."""
    bare_places: frozenset[str] = frozenset()
    """Those of them that lead to a place where no article follows and nouns have capitals anyway."""
    complements: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Prepositions that belong to some nouns (endings): "Preis für", "tax on"."""
    articles: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    """Articles that no subject has ("dem", "des")."""
    subject_articles: frozenset[str] = frozenset()
    """Articles before a word of time that make it a subject ("the week was shortened"), and no adjunct."""
    possessive: frozenset[str] = frozenset()
    """Relatives that are the owner of the noun behind them ("deren")."""
    own: frozenset[str] = frozenset()
    """Articles that say whose the noun is: the subject's ("its")."""
    accusative: frozenset[str] = frozenset()
    """Articles of objects, which cost nothing themselves ("kostet den Bund")."""
    nominative: frozenset[str] = frozenset()
    """Articles that no genitive or dative has ("die", "das", "ein")."""
    genitive: frozenset[str] = frozenset()
    """Articles between a noun and its owner ("des")."""
    pronouns: frozenset[str] = frozenset()
    """Subjects that only point back ("es", "it")."""
    objects: frozenset[str] = frozenset()
    """Objects that only point back ("lift them to 30 points")."""
    others: frozenset[str] = frozenset()
    """Words for others of a kind, where no noun follows ("those in Africa lost")."""
    there_is: frozenset[str] = frozenset()
    """Verbs beside a pronoun that points at nothing ("es gab")."""
    phrasal: frozenset[str] = frozenset()
    """Verbs that "up" and "off" make other verbs of ("set up two goals")."""
    concedes: frozenset[str] = frozenset()
    """Between an adjective and a pronoun that point back ("small as they are")."""
    asides: frozenset[str] = frozenset()
    """Words that commas part from their own clause ("augmentera, lui, de 2 %", "costs, however, fell")."""
    relatives: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    """Words between a verb or preposition and a figure that change nothing ("nur", "still")."""
    adverb_endings: tuple[str, ...] = ("\0",)
    """Endings of adverbs that stand in no table ("previsiblemente")."""
    adverb_endings_behind_verbs: tuple[str, ...] = ("\0",)
    """Endings that nouns have too: an adverb right behind a verb ("dépassera finalement")."""
    adverb_phrases: frozenset[tuple[str, ...]] = frozenset()
    """Adverbs of several words whose noun is none ("de media", "en cambio")."""
    not_nouns: frozenset[str] = frozenset()
    """Words that neither begin nor go on in a noun phrase, beyond the lexicon's."""
    pre_adjectives: frozenset[str] = frozenset()
    """Adjectives before their noun where most stand behind it ("nueva línea")."""
    post_adjectives: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    """Endings of verb forms that are nouns all the same ("spending")."""

    nouns_too: frozenset[str] = frozenset()
    """Verb forms that are nouns where a phrase may begin or go on ("costs", "rise")."""
    predicates: frozenset[str] = frozenset()
    """Adjectives that end a phrase where no noun follows ("remains high, at")."""
    adjectives_in_ly: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    """Abbreviations whose full stop is part of a name."""
    countries: frozenset[str] = frozenset()
    """Names that stand with an article ("der Schweiz")."""
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    """Articles of one gender only."""
    superlatives: frozenset[str] = frozenset()
    """Between an article and an adjective before its noun ("le plus fort repli")."""
    plural_articles: frozenset[str] = frozenset()
    of_units: frozenset[str] = frozenset()
    """Words behind a unit that belong to it ("mètre cube")."""
    no_base: frozenset[str] = frozenset()
    """What a word of rates leads to without a rate ("par rapport")."""
    ago: frozenset[str] = frozenset()
    """Behind "a year": a time and no rate."""
    no_gifts: frozenset[str] = frozenset()
    """Behind money, what it is not given as ("in cash")."""

    # nouns
    occasions: frozenset[str] = frozenset()
    """Plurals that count how often ("à huit reprises")."""
    change_nouns: Mapping[str, Direction] = field(default_factory=dict)
    """ "Plus", "Rückgang", "drop", "hausse": what changes stands elsewhere."""
    change_in: frozenset[str] = frozenset()
    """Behind a noun of change, before what changes ("in", "bei", "der")."""
    change_endings: Mapping[str, Direction] = field(default_factory=dict)
    """Ends of compounds that are measured and say which way ("Umsatzanstieg")."""
    amount_nouns: frozenset[str] = frozenset()
    """Nouns that only say that there is an amount ("Höhe", "montant")."""
    paces: frozenset[str] = frozenset()
    """Those of them that say how quickly something changes ("rythme")."""
    own_levels: frozenset[str] = frozenset()
    """Those of the nouns that are measured themselves where an article says which ("the industry average")."""
    own_amounts: frozenset[str] = frozenset()
    """Those of the nouns of change that are measured themselves ("Wachstum", "discount")."""
    own_sums: frozenset[str] = frozenset()
    """Those that are measured themselves where they are money ("Verlust", "loss")."""
    times: frozenset[str] = frozenset()
    """Nouns of time that stand without a preposition ("Vorjahr", "week")."""
    time_endings: tuple[str, ...] = ()
    """Ends of compounds that are times ("Schlussquartal", "Jahresfrist")."""
    agents: frozenset[str] = frozenset()
    """Nouns for who has amounts ("company"); in German also the ends of compounds."""
    agent_endings: tuple[str, ...] = ()
    appraises: frozenset[str] = frozenset()
    """Verbs whose subject is worth a sum, somebody or not ("valued at $9 billion")."""
    appraising: frozenset[str] = frozenset()
    """Verbs of who says how much something is, whichever of the two stands first ("beziffern")."""
    no_owners: frozenset[str] = frozenset()
    """Those of the agents that are measured as things are ("film", "Gruppe")."""
    sayers: frozenset[str] = frozenset()
    """Nouns for who only tells numbers ("analysts")."""
    told_too: frozenset[str] = frozenset()
    """Those of them that are amounts where an adjective or complement says of what ("Ergebnis je Aktie")."""
    limits: frozenset[str] = frozenset()
    """Nouns and verbs that make a figure a limit ("Marke", "capped", "topped")."""
    ahead: frozenset[str] = frozenset()
    """Prepositions before the next of a ranking ("vor der AfD mit 22 Prozent")."""
    equals: frozenset[str] = frozenset()
    """Behind a comma, before the same amount told otherwise ("$1.05, or 1.6%")."""
    has_bare_plurals: bool = False
    """A plural may be an object without an article, where nouns are told by articles ("prevé multas")."""
    given_of: frozenset[str] = frozenset()
    """Between money and what it is ("6 milliards d'euros d'économies")."""
    votes: frozenset[str] = frozenset()
    """Verbs whose subject has a share of votes ("won", "erhielt")."""

    too: frozenset[str] = frozenset()
    """Between a measure and such an adjective ("19 Tonnen zu schwer")."""
    dimensions: frozenset[str] = frozenset()
    """Adjectives right behind a measure ("300 metres long")."""

    sizes: frozenset[str] = frozenset()
    """Stems of such adjectives before a noun ("eine 80 Quadratmeter große Wohnung")."""

    mourns: frozenset[str] = frozenset()
    """Verbs of who loses people."""
    lives: tuple[str, ...] = ("\0",)
    """Ends of words for people: who loses them has not become less by a rate ("lost 40 soldiers")."""

    # heads and labels of tables
    head_changes: frozenset[str] = frozenset()
    """Words of a column's head that make its numbers changes ("Veränderung", "vs")."""
    head_ranks: frozenset[str] = frozenset()
    """Heads of columns that only number the rows ("Platz", "Rank")."""
    head_generic: frozenset[str] = frozenset()
    """Heads that say no more than that there is a number ("Wert", "how much")."""
    totals: frozenset[str] = frozenset()
    """Labels of rows that add up the others ("Gesamt")."""

    bounds: frozenset[str] = frozenset()
    """Qualifiers that may stand right behind the noun they bound ("temperatures above 40 degrees")."""

    # comparison
    than: frozenset[str] = frozenset()
    off_marks: frozenset[str] = frozenset()
    """Between a difference and a mean or a mark ("über dem Mittel", "above its quota")."""
    norms: frozenset[str] = frozenset()
    norm_endings: tuple[str, ...] = ("\0",)
    """What was planned, usual or allowed: who differs from it has not changed."""
    earlier: frozenset[str] = frozenset()
    earlier_heads: tuple[str, ...] = ("\0",)
    """Words of an earlier time, that something has changed since."""
    elsewhere: frozenset[str] = frozenset()
    others_too: frozenset[str] = frozenset()
    """Behind "than": other places and people, compared at one time."""
    misses: frozenset[str] = frozenset()
    """Behind what is missing ("£4m short")."""
    margins: frozenset[str] = frozenset()
    """What matches and votes are lost by."""
    contests: frozenset[str] = frozenset()
    loses: frozenset[str] = frozenset()
    gauges: tuple[str, ...] = ()
    """Endings of what falls by a length; everything else falls a way."""
    comes_down: frozenset[str] = frozenset()
    """Forms of "fallen" right before what came down ("fielen 158 Liter Regen")."""
    rebates: frozenset[str] = frozenset()
    no_moves: frozenset[tuple[str, str]] = frozenset()
    """Verb and particle that move nothing ("add up", "boils down")."""
    cuts_off: frozenset[tuple[str, str]] = frozenset()
    """Object and preposition of a "cut" that makes nothing less ("cut power to 90,000 homes")."""
    more: Mapping[str, Direction] = field(default_factory=dict)
    """Comparatives behind a figure ("mehr", "higher")."""
    signs: Mapping[str, Direction] = field(default_factory=dict)
    """Words of direction right before a figure ("plus", "up")."""
    multiples: Mapping[str, Decimal] = field(default_factory=dict)
    """Verbs that multiply, and by how much ("verdoppelt", "halved")."""
    per: frozenset[tuple[str, ...]] = frozenset()
    """Between a figure and the base of its rate ("je", "a", "im")."""
    per_only: Mapping[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    """Those of them that only some words follow ("im": "Monat", "Jahr")."""
    per_many: frozenset[str] = frozenset()
    """Prepositions of rates before a round number only ("4,1 pour 1.000 naissances")."""
    per_words: frozenset[str] = frozenset()
    """Adverbs that are a base by themselves ("jährlich")."""
    against: frozenset[tuple[str, ...]] = frozenset()
    """Before what a change is told against ("gegenüber", "than in")."""
    afterwards: frozenset[str] = frozenset()
    """Prepositions before the same figure of another time ("nach 0,8 Prozent im Mai")."""
    since: frozenset[tuple[str, ...]] = frozenset()

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every form that ends a noun phrase."""
        return frozenset().union(
            self.moves, self.levels, self.costs, self.trades, self.spends, self.expects, self.owns,
            self.other_verbs, self.votes, self.auxiliaries, self.multiples, self.limits,
            (form for form, _ in self.split_moves), self.own_moves, self.becomes, self.reflexive_levels,
        ) - self.agents  # fmt: skip

    @cached_property
    def acting(self) -> frozenset[str]:
        """The verbs that may have an object."""
        return self.verbs - self.auxiliaries

    @cached_property
    def only_verbs(self) -> frozenset[str]:
        """The verb forms that are no nouns of change."""
        return self.verbs - frozenset(self.change_nouns)

    @cached_property
    def openers(self) -> frozenset[str]:
        """Behind these a clause begins."""
        return self.relatives | self.subordinators

    @cached_property
    def states(self) -> frozenset[str]:
        """Verbs that say how much something is, so that nothing before them says it changed."""
        return (self.levels & self.finite) - self.auxiliaries - self.split_forms

    @cached_property
    def holds(self) -> frozenset[str]:
        """Verbs between somebody and what they have, make or change."""
        has = frozenset().union(self.owns, self.spends, self.trades, self.moves, self.votes)
        return has | self.split_forms if self.shape == "capitals" else has

    @cached_property
    def gives(self) -> frozenset[str]:
        """Verbs whose object may be whom it costs or who gets it."""
        return self.costs | self.spends | self.trades

    @cached_property
    def moving(self) -> frozenset[str]:
        """Prepositions between a verb of change and its amount."""
        return self.by | self.onto | self.from_ | self.at

    @cached_property
    def amount_of_words(self) -> frozenset[str]:
        """Single words between a noun and its amount."""
        return frozenset(phrase[0] for phrase in self.amount_of if len(phrase) == 1)

    @cached_property
    def finite(self) -> frozenset[str]:
        """The verbs that make a clause of its own."""
        if not self.infinitive_endings:
            return self.verbs
        return frozenset(verb for verb in self.verbs if not verb.endswith(self.infinitive_endings))

    @cached_property
    def adverbs_by_first(self) -> PhraseIndex:
        return index_by(self.adverb_phrases, 0)

    @cached_property
    def adverbs_by_last(self) -> PhraseIndex:
        return index_by(self.adverb_phrases, -1)

    @cached_property
    def against_by_first(self) -> PhraseIndex:
        return index_by(self.against, 0)

    @cached_property
    def against_by_last(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        lasts = {phrase[-1] for phrase in self.against}
        return {low: tuple(p for p in self.against if p[-1] == low) for low in lasts}

    @cached_property
    def still_holds(self) -> frozenset[str]:
        """Those of `holds` that change nothing ("The council will raise bus fares")."""
        return self.holds - frozenset(self.moves)

    @cached_property
    def since_by_first(self) -> PhraseIndex:
        return index_by(self.since, 0)

    @cached_property
    def particles(self) -> frozenset[str]:
        return frozenset(particle for _, particle in self.split_moves)

    @cached_property
    def split_forms(self) -> frozenset[str]:
        return frozenset(form for form, _ in self.split_moves)


@cache
def grammar(code: str) -> Grammar:
    """The clause tables of a language that has a lexicon."""
    tables: Grammar = import_module(f"lesart.analysis.figures.{code}.clauses").GRAMMAR
    return tables
