"""Score the engine as the program runs it: `python -m name_model.measure --data DIR`."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from lesart.analysis.entities import engine_named
from lesart.analysis.entities.addresses import outside_addresses
from lesart.analysis.entities.merging import entities_from
from name_model import corpora
from name_model.corpora import Sentence
from name_model.scoring import Span, table
from name_model.tagged import parse_tagged_lines


def held_out(data: Path | None, tests: Path | None) -> list[Sentence]:
    """The corpora's held-out parts and the test sentences, which no training has seen."""
    found: list[Sentence] = []
    if data is not None:
        everything = corpora.everything(data, Path(__file__).parent / "sentences")
        found += [sentence for sentence in everything if sentence.is_held_out]
    if tests is not None:
        found += [Sentence("test", s.language, s.text, s.spans, True) for s in corpora.own(tests)]
        found += [article(path) for path in sorted((tests / "articles").glob("*.txt"))]
    return found


def article(path: Path) -> Sentence:
    """A whole tagged article as one text: here names are also told by their other mentions."""
    text = ""
    spans: list[Span] = []
    for line, names in parse_tagged_lines(path.read_text("utf-8"), path.name):
        spans += [(a + len(text), b + len(text), kind) for a, b, kind in names]
        text += f"{line}\n"
    return Sentence("article", path.name[:2], text, tuple(spans), True)


def measured(name: str, sentences: list[Sentence]) -> tuple[list[list[Span]], list[list[Span]]]:
    """What the engine finds by itself, and what stays after names are joined to entities."""
    engine = engine_named(name)
    raw: list[list[Span]] = []
    joined: list[list[Span]] = []
    for sentence in sentences:
        findings = engine.find(sentence.text, sentence.language)
        raw.append([(f.start, f.end, f.kind) for f in findings])
        kept = outside_addresses(sentence.text, findings)
        entities = entities_from(sentence.text, kept, sentence.language)
        joined.append([(*m.span, e.kind) for e in entities for m in e.mentions])
    return raw, joined


def mistakes(sentences: list[Sentence], found: list[list[Span]]) -> Counter[str]:
    """Wrong and missed names with how often, the commonest first."""
    total: Counter[str] = Counter()
    for sentence, spans in zip(sentences, found, strict=True):
        kinds = {"PER", "LOC", "ORG"} | ({"EVENT"} if sentence.has_events else set())
        gold = {s for s in sentence.spans if s[2] in kinds}
        mine = {s for s in spans if s[2] in kinds}
        for a, b, kind in mine - gold:
            total[f"{sentence.source}: {kind} {sentence.text[a:b]!r} is wrong"] += 1
        for a, b, kind in gold - mine:
            total[f"{sentence.source}: {kind} {sentence.text[a:b]!r} is missed"] += 1
    return total


def main() -> None:
    """Print both tables as JSON, the speed, and mistakes if asked for."""
    parser = argparse.ArgumentParser(prog="python -m name_model.measure", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder with the corpora")
    parser.add_argument("--tests", type=Path, help="a folder with tagged test sentences")
    parser.add_argument("--engine", default="builtin")
    parser.add_argument("--mistakes", type=int, default=0)
    options = parser.parse_args()
    sentences = held_out(options.data, options.tests)
    began = time.process_time()
    raw, joined = measured(options.engine, sentences)
    words = sum(len(s.text.split()) for s in sentences)
    print(f"{words / (time.process_time() - began):.0f} words a second of one core, one by one")
    for title, found in (("engine alone", raw), ("as entities", joined)):
        print(title, json.dumps(table(sentences, found), indent=1))
    for line, count in mistakes(sentences, joined).most_common(options.mistakes):
        print(count, line)


if __name__ == "__main__":
    main()
