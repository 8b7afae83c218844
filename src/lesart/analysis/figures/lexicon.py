"""What a language brings along to be read: number words, units, qualifiers, months, nouns' company.

A language is a folder with tables (`tables.py`, a `TABLES` value of this type) and nothing else; the
finders know no word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import import_module

from lesart.analysis.figures.lexicon_dates import DateTables
from lesart.analysis.figures.lexicon_nouns import NounTables
from lesart.analysis.figures.lexicon_numbers import NumberTables

_HOT_COMPOUND = re.compile(r"zig|ßig|ssig|hundert|tausend|zehn|ig(?:e[nrsm]?)?$|(?:tel|tels|teln)$")
"""What German words with a number inside have in them."""

PhraseIndex = dict[str, tuple[tuple[str, ...], ...]]

LANGUAGES = ("de", "en", "fr", "es")
FALLBACK = "en"
"""Read with when the language is unknown or has no tables."""


@dataclass(frozen=True, kw_only=True)
class Lexicon(NumberTables, DateTables, NounTables):
    """The tables of one language; every word in lower case."""

    code: str
    decimal: str
    """The decimal sign; the other of point and comma groups thousands."""

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
    def softener_heads(self) -> frozenset[str]:
        """First letters of the softeners, to pass over every other word at once."""
        return frozenset(stem[:4] for stem in self.softeners) | frozenset(
            stem + ending for stem in self.softeners if len(stem) < 4 for ending in "e"
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
        folds = (
            *self.fold,
            *(("mal",) if self.has_compounds else ()),
            *(self.points if self.has_compounds else ()),
        ) or ("\0",)
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
    def instead_by_last(self) -> PhraseIndex:
        return index_by(self.instead, -1)

    @cached_property
    def divided_by_last(self) -> PhraseIndex:
        return index_by(self.divided, -1)

    @cached_property
    def eras_by_first(self) -> PhraseIndex:
        return index_by(self.eras, 0)

    @cached_property
    def fixed_by_first(self) -> PhraseIndex:
        return index_by(self.fixed | FIXED_EVERYWHERE, 0)

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


FIXED_EVERYWHERE = frozenset(
    tuple(name.split()) for name in ("24 / 7", "7 - eleven", "s & p 500", "s&p 500")
)
"""Words with numbers that are names or sayings in every language."""


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
