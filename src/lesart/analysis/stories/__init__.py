"""Which articles are one story: agency copies, follow-ups, and the same event in other languages."""

from __future__ import annotations

from lesart.analysis.stories.features import day_of
from lesart.analysis.stories.grouping import (
    STORIES,
    Fingerprint,
    Placement,
    StoryIndex,
    fingerprint,
)

__all__ = ["STORIES", "Fingerprint", "Placement", "StoryIndex", "day_of", "fingerprint"]
