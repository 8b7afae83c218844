"""How much of the story a figure carries: by its place, the title, what it is and how big."""

from __future__ import annotations

import re

from lesart.analysis.figures.token_stream import Found

_WEIGHT = {
    "count": 1.0, "money": 1.0, "percent": 0.9, "ratio": 0.8, "measure": 0.7, "distance": 0.6,
    "duration": 0.6, "score": 0.6, "date": 0.3, "ordinal": 0.2, "time": 0.2,
}  # fmt: skip
_AGE = 0.2
"""How old somebody is tells who it is, hardly ever what happened."""


def title_words(title: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"\w+", title.lower()) if len(word) > 3 or word.isdecimal()
    )


def salience_of(
    figure: Found, start: int, length: int, in_title: frozenset[str], surface: str
) -> float:
    """0 to 1; the parts are weighed so that place and kind decide before size."""
    place = 1 - start / max(1, length)
    words = set(re.findall(r"\w+", f"{surface} {figure.noun}".lower()))
    overlap = 1.0 if words & in_title else 0.0
    amount = figure.value if figure.value is not None else figure.high
    size = min(1.0, max(0.0, len(str(int(abs(amount)))) / 10)) if amount is not None else 0.2
    weight = _AGE if figure.is_age else _WEIGHT[figure.kind]
    noun = 1.0 if figure.noun else 0.0
    total = weight * (0.35 + 0.25 * place + 0.15 * overlap + 0.15 * size + 0.1 * noun)
    return round(min(1.0, total), 3)
