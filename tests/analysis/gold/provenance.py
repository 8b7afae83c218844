"""Which rule gave each noun, and how often it was right, over all marked texts.

    python -m tests.analysis.gold.provenance [--language de] [--half closed] [--wrong by_frame/named/behind]

A path is the rule, the frame where the clause decided, and where its noun was looked for. Nothing of this is
in the program: the functions are watched from here.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from lesart.analysis.figures import facts, frames, frames_named, measuring, subjects
from lesart.analysis.figures.find import figures_in
from lesart.model.figure import Figure
from tests.analysis.gold.loading import LANGUAGES
from tests.analysis.gold.measured import CLOSED, PARTS, MeasuredText, beside, is_same, measured

_LOOKED = (
    (subjects, "_of_open_relative"), (subjects, "_beside_participle"), (subjects, "_in_part"),
    (subjects, "_one_unit"), (subjects, "_behind_verb"), (subjects, "antecedent"),
    (subjects, "_in_parts_before"), (subjects, "_in_part_behind"), (frames_named, "taken_over"),
    (frames_named, "_told_change"),
)  # fmt: skip


def paths_of(text: str, language: str) -> list[tuple[Figure, str]]:
    """Each figure with the path that gave its noun; a plain count has its phrase."""
    told: dict[int, str] = {}
    with _watched(told):
        figures = figures_in(text, language)
    return [(one, told.get(one.span.start, "phrase")) for one in figures]


@contextmanager
def _watched(told: dict[int, str]) -> Iterator[None]:
    steps: list[str] = []

    def watch(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            mark = len(steps)
            result = function(*args, **kwargs)
            if result is None:
                del steps[mark:]
            else:
                steps.append(name)
            return result

        return watched

    def rule(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def watched(asked: Any) -> Any:
            steps.clear()
            meaning = function(asked)
            if meaning is not None:
                path = [name.removeprefix("_"), *dict.fromkeys(steps)]
                start = asked.sentence.stream.tokens[asked.one.i].start
                told[start] = "/".join(path)
            return meaning

        return watched

    rules = tuple(rule(one.__name__, one) for one in measuring._RULES)
    inner = tuple(watch(one.__name__, one) for one in frames.FRAMES)
    patches: list[Any] = [
        patch.object(measuring, "_RULES", rules),
        patch.object(frames, "FRAMES", inner),
    ]
    for module, name in _LOOKED:
        patches.append(patch.object(module, name, watch(name, getattr(module, name))))
    patches.append(patch.object(facts, "_write", _writing(told)))
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in reversed(patches):
            one.stop()


def _writing(told: dict[int, str]) -> Callable[..., None]:
    """A noun that was there before the rules is the phrase's, whatever they said."""
    write = facts._write

    def watched(sentence: Any, one: Any, meaning: Any, fact: Any) -> None:
        had = one.noun
        write(sentence, one, meaning, fact)
        if had and one.noun == had:
            told[sentence.stream.tokens[one.i].start] = "phrase"

    return watched


def _rows(
    texts: Sequence[MeasuredText],
) -> Iterator[tuple[str, bool, str]]:
    """Path, whether it was right, and a line that says so; of figures that were given a noun."""
    for text in texts:
        told = paths_of(text.text, text.language)
        by_start = {one.span.start: path for one, path in told}
        for gold in text.figures:
            found = beside(gold, [one for one, _ in told])
            if found is None or not found.noun:
                continue
            is_right = is_same("noun", gold, found.noun)
            around = text.text[max(0, gold.start - 120) : gold.end + 50].replace("\n", " ¶ ")
            line = f"{text.name} {gold.surface!r} {gold.noun or '—'} ≠ {found.noun}\n    … {around}"
            yield by_start[found.span.start], is_right, line


def main() -> None:
    parser = argparse.ArgumentParser(description="Score each rule that gives figures their nouns.")
    parser.add_argument("--half", choices=PARTS, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--wrong", metavar="PATH", help="show the mistakes of this path")
    asked = parser.parse_args()
    if asked.wrong is not None and CLOSED & set(asked.half or PARTS):
        parser.error("nobody looks at the mistakes of texts that are put aside")
    for language in asked.language or LANGUAGES:
        rows = [row for half in asked.half or PARTS for row in _rows(measured(half, language))]
        tallies: dict[str, list[int]] = {}
        for path, is_right, line in rows:
            tally = tallies.setdefault(path, [0, 0])
            tally[0] += 1
            tally[1] += is_right
            if asked.wrong is not None and not is_right and path.startswith(asked.wrong):
                print(f"{path}: {line}")
        print(f"\n{language}: {sum(r for _, r in tallies.values())} of {len(rows)} right")
        for path, (given, right) in sorted(tallies.items(), key=lambda row: row[1][1] - row[1][0]):
            print(f"{given:5} {100 * right / given:4.0f}% {path}")


if __name__ == "__main__":
    main()
