"""Multiply the hand-written training sentences: templates and name lists into tagged lines."""

from __future__ import annotations

import random
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from lesart.model.errors import LesartError
from name_model.tagged import parse_tagged

GENERATED = Path(__file__).parent / "sentences" / "generated"
LANGUAGES = ("de", "en", "fr", "es")
LIMIT = 1_200
"""Sentences a language; templates repeat themselves, so more of them teach nothing new."""
SEED = 20_24

Lists = Mapping[str, Sequence[str]]

LABEL_OF_SLOT = {
    "per": "PER", "last": "PER", "first": "PER",
    "city": "LOC", "country": "LOC", "place": "LOC",
    "firm": "ORG", "club": "ORG", "party": "ORG", "media": "ORG", "body": "ORG", "bodyf": "ORG",
    "bodyn": "ORG", "school": "ORG",
    "eventm": "EVENT", "eventf": "EVENT", "eventn": "EVENT", "eventp": "EVENT", "cup": "EVENT",
}  # fmt: skip
"""What a slot of a template becomes; the letter after `event` and `body` is a grammatical gender."""

_SLOT = re.compile(r"\{(?P<name>[a-z]+)\}")
_NAME = re.compile(r"(?P<open>\[[A-Z]+ )(?P<name>[^\]]+)")


def surface(slot: str, lists: Lists, chance: random.Random) -> str:
    """A name for the slot; people, clubs and firms are put together from parts."""
    pick = chance.choice
    if slot == "per":
        first = pick(lists["first"])
        middle = f" {pick('ABCDEFGHJKLMNPRSTW')}." if chance.random() < 0.06 else ""
        return f"{first}{middle} {pick(lists['last'])}"
    if slot == "club" and chance.random() < 0.5:
        return pick(lists["club_pattern"]).replace("*", pick(lists["city"]))
    if slot == "firm" and chance.random() < 0.5:
        return pick(lists["firm_pattern"]).replace("*", pick(lists["last"]))
    if slot == "school":
        return pick(lists["school_pattern"]).replace("*", pick(lists["city"]))
    return pick(lists[slot])


def fill(template: str, lists: Lists, chance: random.Random) -> str:
    """The template with a tagged name in each slot."""

    def tagged(match: re.Match[str]) -> str:
        slot = match["name"]
        if slot not in LABEL_OF_SLOT:
            raise LesartError(f"unknown slot {slot} in {template!r}")
        return f"[{LABEL_OF_SLOT[slot]} {surface(slot, lists, chance)}]"

    return _SLOT.sub(tagged, template)


def shouted(line: str) -> str:
    """The line in capitals, as some headlines are; labels are capitals already."""
    return line.upper()


def mumbled(line: str) -> str:
    """The line in small letters, as people type on a telephone."""
    small = _NAME.sub(lambda match: match["open"] + match["name"].lower(), line)
    return re.sub(r"\[[A-Z]+ |[^\[]+", lambda match: _unless_opening(match[0]), small)


def _unless_opening(piece: str) -> str:
    return piece if piece.startswith("[") else piece.lower()


def sentences(templates: Sequence[str], lists: Lists, seed: int) -> list[str]:
    """Different tagged lines, every template equally often; the same seed gives the same lines."""
    chance = random.Random(seed)
    found: dict[str, None] = {}
    for turn in range(LIMIT * 2):
        line = fill(templates[turn % len(templates)], lists, chance)
        style = chance.random()
        if style < 0.04:
            line = shouted(line)
        elif style < 0.07:
            line = mumbled(line)
        parse_tagged(line, where=f"template {turn % len(templates) + 1}")
        found[line] = None
        if len(found) == LIMIT:
            break
    return list(found)


def read_lists(language: str, folder: Path = GENERATED) -> dict[str, list[str]]:
    """The name lists of a language, after those that all languages share."""
    lists = tomllib.loads((folder / "names.toml").read_text("utf-8"))
    merged: dict[str, list[str]] = {key: list(names) for key, names in lists["all"].items()}
    for key, names in lists[language].items():
        merged[key] = merged.get(key, []) + list(names)
    return merged


def main() -> None:
    """Write the generated sentences anew: `python -m name_model.generate`."""
    for number, language in enumerate(LANGUAGES):
        text = (GENERATED / f"{language}.templates").read_text("utf-8")
        templates = [line for line in text.splitlines() if line.strip()]
        lines = sentences(templates, read_lists(language), SEED + number)
        (GENERATED / f"{language}.txt").write_text("\n".join(lines) + "\n", "utf-8")
        sys.stderr.write(f"{language}: {len(lines)} sentences from {len(templates)} templates\n")


if __name__ == "__main__":
    main()
