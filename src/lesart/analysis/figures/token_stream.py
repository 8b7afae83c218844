"""What all finders share: the tokens of a text with its tables, and a figure while it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lesart.analysis.figures.lexicon import Lexicon, PhraseIndex
from lesart.analysis.figures.tokens import END, Token, without_mark
from lesart.model.figure import FigureKind, Qualifier


@dataclass(slots=True)
class Found:
    """A figure in the making: tokens i to j, and what is known about it so far."""

    i: int
    j: int
    kind: FigureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    when: str = ""
    until: str = ""
    qualifier: Qualifier = "exact"
    unit: str = ""
    lead: int = -1
    """First token of the qualifier before it, where there is one."""
    tail: int = -1
    """First token behind it and behind the qualifier that follows it."""
    has_noun: bool = True
    """Something counted may stand behind it."""
    has_scale: bool = False
    noun: str = ""
    noun_at: int = -1
    is_age: bool = False

    cut: tuple[int, int] = (0, 0)
    """Characters to leave out at the front and at the end of its tokens ("Thursday's")."""

    def __post_init__(self) -> None:
        if self.lead < 0:
            self.lead = self.i
        if self.tail < 0:
            self.tail = self.j


class TokenStream:
    """A text's tokens, the tables to read them by, and which of them are spoken for."""

    def __init__(self, text: str, tokens: list[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon
        self.lows = [token.low for token in tokens]
        self.taken = bytearray(len(tokens))
        is_hot = lexicon.is_hot
        self.hot = bytearray(token.kind == "n" or is_hot(token.low) for token in tokens)
        """Tokens that may begin a number or a share."""

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def low(self, index: int) -> str:
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def touches(self, index: int) -> bool:
        """Token `index` is glued to the one before it."""
        return 0 < index < len(self.tokens) and (
            self.tokens[index - 1].end == self.tokens[index].start
        )

    def gap(self, index: int) -> str:
        """The characters between token `index` and the one before it."""
        if not 0 < index < len(self.tokens):
            return "\n"
        return without_mark(self.text[self.tokens[index - 1].end : self.tokens[index].start])

    def take(self, i: int, j: int) -> None:
        for index in range(max(0, i), min(j, len(self.taken))):
            self.taken[index] = 1

    def is_free(self, i: int, j: int) -> bool:
        return i >= 0 and j <= len(self.tokens) and not any(self.taken[i:j])

    def phrase_at(self, index: int, table: PhraseIndex) -> tuple[str, ...]:
        """The longest phrase of the table that begins at this token; empty for none."""
        for phrase in table.get(self.low(index), ()):
            if len(phrase) == 1 or self._is(index, phrase):
                return phrase
        return ()

    def phrase_before(self, index: int, table: PhraseIndex) -> tuple[str, ...]:
        """The longest phrase of the table that ends right before this token; empty for none."""
        for phrase in table.get(self.low(index - 1), ()):
            if len(phrase) == 1 or self._is(index - len(phrase), phrase):
                return phrase
        return ()

    def is_phrase(self, index: int, options: Iterable[tuple[str, ...]]) -> int:
        """How many tokens the first matching option takes; 0 for none."""
        return next((len(option) for option in options if self._is(index, option)), 0)

    def _is(self, index: int, phrase: tuple[str, ...]) -> bool:
        if index < 0 or index + len(phrase) > len(self.tokens):
            return False
        return tuple(self.lows[index : index + len(phrase)]) == phrase
