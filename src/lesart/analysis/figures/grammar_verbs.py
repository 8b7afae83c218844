"""What a language's verbs say about figures, as tables: what rises, costs, amounts to, is set aside for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["rise", "fall", ""]


@dataclass(frozen=True, kw_only=True)
class Verbs:
    """Verb forms by what they say of their subject; every word in lower case."""

    moves: Mapping[str, Direction]
    """Forms that say rise or fall by themselves ("stieg", "fell", "augmenté")."""
    own_moves: Mapping[str, Direction] = field(default_factory=dict)
    """Forms that say so only of themselves, behind a reflexive pronoun ("se dejó un 3 %")."""
    reflexives: frozenset[str] = frozenset()
    reflexive_levels: frozenset[str] = frozenset()
    """Forms of change that only say how much something is, behind such a pronoun ("se eleva a")."""
    reaching: frozenset[str] = frozenset()
    """Before an infinitive that says where a change came to ("pour atteindre")."""
    becomes: frozenset[str] = frozenset()
    """Verbs that lead to a new amount whichever way ("pasará a cinco euros")."""
    split_moves: Mapping[tuple[str, str], Direction] = field(default_factory=dict)
    """A form and the particle at the end of its clause ("legte … zu", "gab … nach")."""
    other_particles: frozenset[str] = frozenset()
    """Particles at the end of a clause that make another verb of one of change ("fiel … aus")."""
    levels: frozenset[str] = frozenset()
    """Forms whose subject is as much as they say ("beträgt", "totalled")."""
    holds_at: frozenset[str] = frozenset()
    """Verbs of having that with a preposition say how much their subject is ("held at 4%")."""
    readings: frozenset[str] = frozenset()
    """Those of them whose number is no count of something behind it ("averaged 38,600")."""
    stays: frozenset[str] = frozenset()
    """Forms that with a length of time say how long somebody was there ("blieb")."""
    costs: frozenset[str] = frozenset()
    """Forms whose subject has a price ("kostet")."""
    trades: frozenset[str] = frozenset()
    """Forms that give money for a thing ("zahlt … für", "bought … for")."""
    spends: frozenset[str] = frozenset()
    """Forms whose subject has or moves money that the clause gives no name ("investiert")."""
    outdoes: frozenset[str] = frozenset()
    """Forms of change whose object is only what they are compared with ("beat its benchmark by")."""
    raises: frozenset[str] = frozenset()
    """Forms of change that with money only say that it was brought in ("raised $3m")."""
    yields: frozenset[str] = frozenset()
    """Those of them whose subject is what brings the money in ("la vente rapporte")."""
    allots: frozenset[str] = frozenset()
    """Verbs with whom or what an amount belongs to behind a preposition ("auf X entfallen")."""
    wants: frozenset[str] = frozenset()
    """Verbs whose subject asks for a change that is not its own."""
    adds: frozenset[str] = frozenset()
    """Verbs that put an amount to what stands behind it ("adds $3m to costs")."""
    expects: frozenset[str] = frozenset()
    """Forms that put a second number to what was measured before ("erwartet")."""
    owns: frozenset[str] = frozenset()
    """Forms between an owner and what it has a share of or a figure in ("steigerte", "meldete")."""
    other_verbs: frozenset[str] = frozenset()
    """Verbs that only end a noun phrase."""
    verb_endings: tuple[str, ...] = ()
    """Endings that make a word behind a noun a verb."""
    infinitive_endings: tuple[str, ...] = ()
    """Endings of verb forms that go on with the clause before ("pour s'établir à", "hasta situarse en")."""
    participles: tuple[str, ...] = ("\0",)
    """Endings of participles that open a clause whose subject stands behind ("verbraucht werden …")."""
    change_forms: tuple[str, ...] = ("\0",)
    """Endings of verb forms that, before an amount, tell of a change whatever the verb."""
    agreeing: tuple[str, ...] = ("\0",)
    """Endings of participles that agree with the noun they are said of."""
    compounding: frozenset[str] = frozenset()
    """Prepositions that with a bare noun make one name ("reste à charge", "gaz à effet de serre")."""
    no_compounds: frozenset[str] = frozenset()
    """Words that with such a preposition are adverbs and no names ("à cause", "à chacune")."""
    per_head: frozenset[str] = frozenset()
    """Prepositions that with a bare noun only say of each of whom ("dette par habitant")."""
    states_in: frozenset[str] = frozenset()
    """Before a bare noun that says how something does ("en hausse", "en retrait")."""
    tolls: frozenset[str] = frozenset()
    """More verbs whose bare number is a price where prices are spoken of ("en réclame 40")."""
    share_articles: frozenset[str] = frozenset()
    """Articles that a percentage has where its sign is left out, too ("un 3,9")."""
    partitive: frozenset[str] = frozenset()
    """Pronoun before a verb for a whole told before ("en représente 35 %")."""
    between: frozenset[str] = frozenset()
    """Participles between a noun and its range ("comprise entre 7 et 8 %")."""
    endowed: frozenset[str] = frozenset()
    """Participles of what has money ("dotado con 3 millones")."""
    devotes: frozenset[str] = frozenset()
    """Verbs that give money to what stands behind it ("consacre 3 millions à la recherche")."""
    auxiliaries: frozenset[str] = frozenset()
    infinitive_after: frozenset[str] = frozenset()
    """Words between which and a verb "to" stands ("expects to book charges")."""
    modals: frozenset[str] = frozenset()
    """Those of them that a bare verb follows."""
    passives: frozenset[str] = frozenset()
    """Those of them that say what is done to something."""
