"""Known places and organisations: any of their names, in any of our languages, to one key."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

FILES = ("places.tsv", "organisations.tsv")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names as they are written, and folded for what is written otherwise."""

    keys: dict[str, str]
    folded: dict[str, str]
    names: dict[str, str]
    """Key to the usual English or only name."""
    longest: dict[str, int]
    """First word of a name to the greatest number of words of a name that begins with it."""

    def key_of(self, name: str, kind: str) -> str:
        """The key of a name if it is of that kind, else an empty string."""
        key = self.keys.get(name) or self.folded.get(fold(name), "")
        return key if key.startswith(kind) else ""


def fold(name: str) -> str:
    """A name without case, accents and the difference between kinds of dashes and spaces."""
    plain = name.casefold().replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").replace("‑", " ").replace(".", " ").split())


@cache
def gazetteer() -> Gazetteer:
    """Read once; about sixty thousand names."""
    keys: dict[str, str] = {}
    folded: dict[str, str] = {}
    names: dict[str, str] = {}
    longest: dict[str, int] = {}
    data = resources.files("lesart.analysis").joinpath("data")
    for file in FILES:
        for line in data.joinpath(file).read_text("utf-8").splitlines():
            key, _, spellings = line.partition("\t")
            for name in spellings.split("|"):
                names.setdefault(key, name)
                keys.setdefault(name, key)
                if not name.isupper():  # "US" folded would be the word "us"
                    folded.setdefault(fold(name), key)
                first, *others = name.replace("-", " ").split()
                longest[first] = max(longest.get(first, 0), 1 + len(others))
    return Gazetteer(keys, folded, names, longest)


@cache
def first_names() -> frozenset[str]:
    """Given names that are common in the press of our four languages."""
    data = resources.files("lesart.analysis").joinpath("data", "first_names.txt")
    return frozenset(data.read_text("utf-8").split())
