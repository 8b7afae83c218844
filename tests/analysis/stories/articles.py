"""Read the labelled articles; make the copies that the files describe."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

HALVES = ("dev", "heldout")
SETS = (*HALVES, "later")


class Labelled(NamedTuple):
    """One article and what it belongs to."""

    id: str
    neighbourhood: str
    story: str
    day: int
    language: str
    title: str
    text: str
    copy_of: str


def articles(half: str) -> list[Labelled]:
    """All articles of one half, in the order of the file."""
    whole = Path(__file__).with_name(f"articles-{half}.txt").read_text("utf-8")
    found: dict[str, Labelled] = {}
    for block in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        place, day, language, title = (part.strip() for part in head.split("|"))
        name, _, original = place.partition(" copy ")
        neighbourhood, story, _ = name.split("/")
        copied = f"{neighbourhood}/{story}/{original}" if original else ""
        text = changed(found[copied].text, body) if copied else body.strip()
        days = date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal()
        found[name] = Labelled(
            name, neighbourhood, f"{neighbourhood}/{story}", days, language, title, text, copied
        )
    return list(found.values())


def changed(text: str, steps: str) -> str:
    """A copy: sentences cut or left out, words put in front or behind, others exchanged."""
    sentences = re.split(r"(?<=[.!?“»]) (?=[A-ZÄÖÜÉ„«])", text)
    before = after = ""
    swaps = []
    for step in steps.strip().splitlines():
        verb, _, rest = step.partition(" ")
        if verb == "cut" and int(rest):
            sentences = sentences[: -int(rest)]
        elif verb == "drop":
            del sentences[int(rest) - 1]
        elif verb == "before":
            before = f"{rest} " if rest else ""
        elif verb == "after":
            after = f"\n{rest}"
        elif verb == "sub":
            swaps.append(rest.split(" -> "))
    text = " ".join(sentences)
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return before + text + after
