"""The words of a sentence that a noun phrase is made of, and what is known of each phrase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.token_stream import Found, TokenStream

SPACES = {" ", "\u00a0", "\u202f", "\n"}


class Phrase(NamedTuple):
    """A noun phrase: its words without article and owner, and what stands around them."""

    start: int
    end: int
    head: int
    """The token of the noun itself."""
    at: int
    """Where it begins with preposition and article."""
    stop: int
    """Behind everything that belongs to it, its owner too."""
    prep: str
    article: str
    owner: tuple[int, int] | None = None
    """What "of", a genitive or a possessive joins to it."""
    is_joined: bool = False
    """That is part of what it says ("price of oil"), not somebody who has it."""


class Words(NamedTuple):
    """The words of one noun phrase, before it is known what belongs to it."""

    start: int
    end: int
    head: int
    article: str
    owner: tuple[int, int] | None = None


class Scene(NamedTuple):
    """What phrases are cut from: tokens a to b, with the figures in them by token."""

    stream: TokenStream
    grammar: Grammar
    a: int
    b: int
    figures: Mapping[int, Found]
    """Every token of a figure with its qualifiers -> the figure."""
    skipped: frozenset[int]
    """Tokens of rates ("a share"), which are no phrases."""


def is_free_word(scene: Scene, i: int) -> bool:
    """A word that no figure and no rate has taken, in the same line as the one before."""
    if not scene.a <= i < scene.b or i in scene.figures or i in scene.skipped:
        return False
    return scene.stream.tokens[i].kind in "wx"


def is_adverb(stream: TokenStream, grammar: Grammar, at: int) -> bool:
    """A word that says how, by the tables or by its ending."""
    low = stream.low(at)
    if low in grammar.adverbs:
        return True
    if len(low) < 7:
        return False
    if low.endswith(grammar.adverb_endings):
        return low not in grammar.moves
    return low.endswith(grammar.adverb_endings_behind_verbs) and (
        stream.low(at - 1) in grammar.verbs
    )


def is_agent(grammar: Grammar, low: str) -> bool:
    """A word for who has amounts."""
    if low in grammar.agents:
        return True
    if low.endswith("s") and low[:-1] in grammar.agents:
        return True
    if low.endswith("es") and low[:-2] in grammar.agents:
        return True
    if grammar.shape == "capitals" and low.endswith(("e", "n", "en")):
        if low[:-1] in grammar.agents or low.removesuffix("en") in grammar.agents:
            return True  # "Gerichte", "Behörden"
    return bool(grammar.agent_endings) and low.endswith(grammar.agent_endings)


def says_what_changes(grammar: Grammar, head: str) -> bool:
    """ "Umsatzplus", "Preisanstieg": a compound of a noun of change and of what changes."""
    return any(head.endswith(end) and head != end for end in grammar.change_endings)
