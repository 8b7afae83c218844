"""The head on the encoder of names: how likely each run of words is what a figure measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from lesart.analysis.entities.engine import EngineUnavailable
from lesart.analysis.entities.no_telemetry import session_of
from lesart.analysis.figure_head.windows import LONGEST_NOUN, Window

FILE = "measured-nouns.onnx"
_BATCH_WORDS = 512
_LEAST_LIKELY = 0.001
_MOST_SPANS = 24


class Reading(NamedTuple):
    """What the head thinks of one figure."""

    window: Window
    spans: list[tuple[int, int, float]]
    """Words of the window (first, behind the last) and how likely they are the noun, the likeliest first."""
    none: float
    """How likely the text names nothing."""
    roles: Sequence[float]
    changes: Sequence[float]
    """The likelihood of each role and change."""


class Head:
    """Loaded once in a process."""

    def __init__(self, path: Path, threads: int) -> None:
        self._session = session_of(path, threads)

    @classmethod
    @cache
    def load(cls, threads: int) -> Head:
        """Read the weights beside this package."""
        try:
            return cls(path_of_weights(), threads)
        except Exception as error:  # a missing or broken file: onnxruntime has errors of its own
            raise EngineUnavailable(type(error).__name__) from error

    def readings(self, windows: Sequence[tuple[Window, Any]]) -> Iterator[Reading]:
        """Windows with the states of their words to readings, in no particular order."""
        for group in _groups(sorted(windows, key=lambda one: len(one[0].words))):
            nouns, roles, changes = self._session.run(None, _inputs(group))
            for number, (window, _states) in enumerate(group):
                spans = _spans(nouns[number][:-1], len(window.words))
                none = float(nouns[number][-1])
                yield Reading(window, spans, none, roles[number].tolist(), changes[number].tolist())


def path_of_weights() -> Path:
    """The file beside this package."""
    return Path(str(resources.files("lesart.analysis").joinpath("data", FILE)))


def _groups(windows: Sequence[tuple[Window, Any]]) -> Iterator[Sequence[tuple[Window, Any]]]:
    begin = 0
    for end in range(1, len(windows) + 1):
        longest = len(windows[min(end, len(windows) - 1)][0].words)
        if end == len(windows) or (end + 1 - begin) * longest > _BATCH_WORDS:
            yield windows[begin:end]
            begin = end


def _inputs(group: Sequence[tuple[Window, Any]]) -> dict[str, Any]:
    import numpy as np

    rows, length = len(group), len(group[-1][0].words)
    layers, width = group[0][1].shape[1:]
    marks = len(group[0][0].marks[0])
    given = {
        "states": np.zeros((layers, rows, length, width), np.float32),
        "marks": np.zeros((rows, length, marks), np.int64),
        "facts": np.array([window.facts for window, _states in group], np.int64),
        "mask": np.zeros((rows, length), np.float32),
    }
    for row, (window, states) in enumerate(group):
        n = len(window.words)
        given["states"][:, row, :n] = states.transpose(1, 0, 2)
        given["marks"][row, :n] = window.marks
        given["mask"][row, :n] = 1
    return given


def _spans(likely: Any, words: int) -> list[tuple[int, int, float]]:
    """The likeliest spans; which one comes first among equals is always the same."""
    best = (-likely).argsort(kind="stable")[:_MOST_SPANS]
    found = []
    for place in best.tolist():
        first, more = divmod(place, LONGEST_NOUN)
        if likely[place] >= _LEAST_LIKELY and first + more < words:
            found.append((first, first + more + 1, float(likely[place])))
    return found
