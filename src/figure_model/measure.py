"""What rules alone and rules with the head say of the figures that nobody has learnt from."""

from __future__ import annotations

from collections.abc import Iterable

from figure_model.examples import Example
from tests.analysis.gold.loading import LANGUAGES
from tests.analysis.gold.measured import MEASURES, by_both, by_rules, score


def report(marked: Iterable[Example]) -> None:
    """A row for each language and reader: our own texts held out, then the sets of the gold."""
    held_out = [one for one in marked if one.is_held_out]
    for name, is_own in (("own texts", True), ("gold", False)):
        texts = {one.text.name: one.text for one in held_out if one.is_own == is_own}
        for language in LANGUAGES:
            some = [text for text in texts.values() if text.language == language]
            for reader, read in (("rules", by_rules), ("with head", by_both)):
                tallies = score(some, read).tallies
                cells = " ".join(
                    f"{m} {100 * tallies[m].precision:.1f}/{100 * tallies[m].recall:.1f}/{100 * tallies[m].f1:.1f}"
                    for m in MEASURES[:3]
                )
                print(f"{name} {language} {reader:10} {cells}", flush=True)
