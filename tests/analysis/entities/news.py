"""Short news texts of our own with their names: half to mend by (`dev`), half only to measure (`held`).

`closed` texts were marked before any engine read them; their mistakes are read only when the work is done.
`fresh`, `fresh2` and `probe` are short reports marked before the rules of "names 10" read them, whose mistakes led
to those rules in turn.
`press` (German and English) are the articles of that name in `tests/analysis/gold`, marked in the same way later.
`gazette` (German and English) is such a set again, measured by number only: its mistakes are not listed.

A block begins `= half id short=full; …`: which names of the text mean one, or what a name is without its
ending. `python -m tests.analysis.entities.news` prints the scores, `--mistakes HALF` what went wrong.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lesart.analysis.entities import find_entities
from lesart.model.entity import Entity
from name_model.tagged import TaggedSpan, parse_tagged

FOLDER = Path(__file__).parent / "own" / "news"
LANGUAGES = ("de", "en", "fr", "es")
CLOSED = {"gazette"}
"""Texts whose mistakes nobody may look at yet."""


@dataclass(frozen=True)
class NewsText:
    """One text: its names, and the entities that a reader would tell apart."""

    id: str
    half: str
    language: str
    text: str
    spans: frozenset[TaggedSpan]
    entities: frozenset[tuple[str, str]]
    """Kind and the name to show."""


def news_texts() -> Iterator[NewsText]:
    """All texts, language by language."""
    for language in LANGUAGES:
        for path in (
            FOLDER / part / f"{language}.txt"
            for part in ("", "closed", "press", "fresh", "gazette")
        ):
            content = path.read_text("utf-8") if path.exists() else ""
            for block in filter(None, content.strip().split("\n\n")):
                yield _news_text(block, language)


def _news_text(block: str, language: str) -> NewsText:
    head, *lines = block.split("\n")
    _, half, name, *rest = head.split(" ", 3)
    same = dict(pair.strip().split("=") for pair in " ".join(rest).split(";") if pair.strip())
    text = ""
    spans: list[TaggedSpan] = []
    for line in lines:
        plain, found = parse_tagged(line, name)
        spans += [(a + len(text), b + len(text), kind) for a, b, kind in found]
        text += f"{plain}\n"
    written = {(kind, text[a:b]) for a, b, kind in spans}
    shown = {(kind, _full_name(kind, surface, same, written)) for kind, surface in written}
    return NewsText(name, half, language, text, frozenset(spans), frozenset(shown))


def _full_name(kind: str, surface: str, same: dict[str, str], written: set[tuple[str, str]]) -> str:
    """A club's short form is the club, the town of that name keeps its own."""
    full = same.get(surface, surface)
    others = {other for other, name in written if name == full}
    return surface if others and kind not in others else full


def found_in(text: NewsText) -> tuple[Entity, ...]:
    """What the program finds in it."""
    return find_entities(text.text, text.language)[0]


def scores(texts: list[NewsText], found: list[tuple[Entity, ...]]) -> dict[str, tuple[float, ...]]:
    """Precision, recall, F1 of spans with their kinds, and F1 of entities with the names shown."""
    totals: dict[str, Counter[str]] = {}
    for text, entities in zip(texts, found, strict=True):
        mine = {(*m.span, e.kind) for e in entities for m in e.mentions}
        named = {(e.kind, e.name) for e in entities}
        for row in (f"{text.half} {text.language}", text.half, "all"):
            total = totals.setdefault(row, Counter())
            total["hit"] += len(mine & text.spans)
            total["mine"] += len(mine)
            total["gold"] += len(text.spans)
            total["same"] += len(named & text.entities)
            total["both"] += len(named) + len(text.entities)
    return {
        row: tuple(
            round(100 * part, 1)
            for part in (
                t["hit"] / max(1, t["mine"]),
                t["hit"] / t["gold"],
                2 * t["hit"] / (t["mine"] + t["gold"]),
                2 * t["same"] / t["both"],
            )
        )
        for row, t in sorted(totals.items())
    }


def mistakes(text: NewsText, entities: tuple[Entity, ...]) -> Iterator[str]:
    """Wrong and missed names with the words around them, then entities shown otherwise."""
    mine = {(*m.span, e.kind) for e in entities for m in e.mentions}
    for sign, spans in (("+", mine - text.spans), ("-", text.spans - mine)):
        for a, b, kind in sorted(spans):
            around = (
                text.text[max(0, a - 30) : a] + f"[{kind} {text.text[a:b]}]" + text.text[b : b + 20]
            )
            yield f"{text.id} {sign} {around!r}"
    named = {(e.kind, e.name) for e in entities}
    for sign, pairs in (("shown", named - text.entities), ("not shown", text.entities - named)):
        for kind, name in sorted(pairs):
            yield f"{text.id} {sign} {kind} {name}"


def main() -> None:
    """Print the table, and mistakes of one half if asked for."""
    texts = list(news_texts())
    find_entities("Ada flew to Rome.", "en")
    began = time.process_time()
    found = [found_in(text) for text in texts]
    seconds = time.process_time() - began
    print(f"{sum(len(t.text.split()) for t in texts) / seconds:.0f} words a second of processor")
    for row, values in scores(texts, found).items():
        print(f"{row:8} P {values[0]} R {values[1]} F1 {values[2]}  entities F1 {values[3]}")
    half = sys.argv[2] if sys.argv[1:2] == ["--mistakes"] else ""
    if half in CLOSED:
        sys.exit("nobody looks at the mistakes of texts that are put aside")
    for text, entities in zip(texts, found, strict=True):
        if text.half == half:
            print(*mistakes(text, entities), sep="\n")


if __name__ == "__main__":
    main()
