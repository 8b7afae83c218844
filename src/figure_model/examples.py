"""Marked texts as examples: each figure's window, its words' states, and which words are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lesart.analysis.entities.network import Network
from lesart.analysis.figure_head.windows import LONGEST_NOUN, Window, places_of, windows_of
from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from tests.analysis.gold import measured
from tests.analysis.gold.loading import LANGUAGES
from tests.analysis.gold.measured import Measured, MeasuredText

OWN_TEXTS = Path(__file__).with_name("texts")
HELD_OUT_PARTS = ("press", "gazette")
"""Sets of the gold that are no examples: they tell how well the rest was learnt."""
TENTH = 10
"""Every so many articles of our own texts one is held out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A marked figure with what the network sees of it, and the answers that are right."""

    text: MeasuredText
    gold: Measured
    rules: Figure | None
    """What the rules say; None where they have not found the figure."""
    window: Window | None
    states: Any
    """[word, layer, number] in half precision."""
    nouns: list[tuple[int, int]]
    holders: list[tuple[int, int]]
    is_own: bool
    """Marked for training: the rules have not been written after it."""
    is_held_out: bool


def own_texts(folder: Path = OWN_TEXTS) -> Iterator[tuple[MeasuredText, bool]]:
    """The texts beside this file, and whether each is held out."""
    for path in sorted(folder.glob("??-*.txt")):
        for number, line in measured.lines(path):
            text = measured.parsed(line, f"{path.name}:{number}", path.name[:2])
            yield text, (number + sum(map(ord, path.stem))) % TENTH == 0


def gold_texts() -> Iterator[tuple[MeasuredText, bool]]:
    """The texts of the gold, which the rules were written after."""
    for part in measured.PARTS:
        for language in LANGUAGES:
            for text in measured.measured(part, language):
                yield text, part in HELD_OUT_PARTS


def examples() -> Iterator[Example]:
    """Everything that is marked, with the states that the shipped encoder gives."""
    network = Network.load(1)
    for text, is_held_out in own_texts():
        yield from _of_text(network, text, is_own=True, is_held_out=is_held_out)
    for text, is_held_out in gold_texts():
        yield from _of_text(network, text, is_own=False, is_held_out=is_held_out)


def _of_text(
    network: Network, text: MeasuredText, *, is_own: bool, is_held_out: bool
) -> Iterator[Example]:
    figures = find_figures(text.text, text.language)
    chunks = [*network.chunks(text.text, text.language)]
    given = network.states(chunks)
    states = np.concatenate(given).astype(np.float16) if given else np.zeros(0)
    windows = {window.figure: window for window in windows_of(chunks, figures, text.language)}
    for gold in text.figures:
        rules = measured.beside(gold, figures)
        window = windows.get(figures.index(rules)) if rules is not None else None
        around = states[window.first :][: len(window.words)] if window else None
        yield Example(
            text, gold, rules, window, around, _places(window, gold.noun),
            _places(window, gold.of), is_own, is_held_out,
        )  # fmt: skip


def _places(window: Window | None, noun: str) -> list[tuple[int, int]]:
    """Where the words that are right stand in the window; any of those equally right, anywhere."""
    if window is None or not noun:
        return []
    low: Sequence[str] = [word.text.lower() for word in window.words]
    places = {place for said in noun.lstrip("?").split("/") for place in places_of(low, said)}
    return sorted((i, j) for i, j in places if j - i <= LONGEST_NOUN)
