"""How much of the story a name carries: the title, the beginning, and how often it is named."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

_OPENING = 600
"""The first paragraph, or so many characters where the text has none."""


def weights_of(
    text: str, title: str, named: Sequence[tuple[Sequence[tuple[int, int]], Sequence[str]]]
) -> list[float]:
    """One weight between 0 and 1 for each name's mentions and forms; the greatest is 1."""
    line = text.find("\n", 40)
    opening = min(_OPENING, line if line >= 0 else _OPENING)
    raw = [_raw(len(text), title, opening, spans, forms) for spans, forms in named]
    most = max(raw, default=1.0)
    return [round(value / most, 4) for value in raw]


def _raw(
    length: int,
    title: str,
    opening: int,
    spans: Sequence[tuple[int, int]],
    forms: Sequence[str],
) -> float:
    in_title = any(
        form.lower() in title.lower() and re.search(rf"(?i)\b{re.escape(form)}", title)
        for form in forms
    )
    first = min(start for start, _ in spans)
    early = 1.0 - first / max(1, length)
    return 3.0 * in_title + 1.5 * (first < opening) + 2.0 * math.log2(1 + len(spans)) + 0.5 * early
