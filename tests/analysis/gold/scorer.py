"""Score the figure finder against the annotated texts: precision, recall, F1 a language and kind.

    python -m tests.analysis.gold.scorer [--half dev] [--form articles] [--language de] [--mistakes 20]

A found figure stands beside the gold figure it overlaps most. Columns: the value (and kind) is right
and the spans overlap; also the span is exact; value, qualifier and unit are right; the counted noun is
word for word the same; its head noun is the same.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from tests.analysis.gold.loading import HALVES, LANGUAGES, GoldFigure, GoldText, gold

FORMS = ("sentences", "articles", "wire")
MEASURES = ("value", "span", "qualified", "noun", "head")
_TOLERANCE = Decimal("0.0006")
_OF = re.compile(r"\s(?:of|de|des|du|del|de la|d'|der|dem|den|aus|from|from the|in)\b|\s(?=d['’])")


@dataclass
class Tally:
    """How many are right, of how many found and how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.there
        return 2 * self.right / both if both else 1.0


@dataclass
class Score:
    """A tally for each measure, and what went wrong."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {m: Tally() for m in MEASURES})
    mistakes: list[str] = field(default_factory=list)

    def f1(self, measure: str) -> float:
        return self.tallies[measure].f1


def score(texts: Iterable[GoldText], *, kind: str | None = None, with_dates: bool = True) -> Score:
    """Run the finder over the texts; `kind` looks at one kind only (as told by gold or finder)."""

    def matters(of: str) -> bool:
        return of == kind if kind else with_dates or of not in ("date", "time")

    result = Score()
    for text in texts:
        found = find_figures(text.text, text.language, title=text.title)
        for theirs, ours in aligned(text.figures, found):
            theirs = theirs if theirs and matters(theirs.kind) else None
            ours = ours if ours and matters(ours.kind) else None
            if theirs or ours:
                _count(result, text, theirs, ours)
    return result


def aligned(
    theirs: Iterable[GoldFigure], ours: Iterable[Figure]
) -> list[tuple[GoldFigure | None, Figure | None]]:
    """Gold and found figures side by side, the largest overlaps first; the rest stand alone."""
    left, right = list(theirs), list(ours)
    overlaps = sorted(
        (
            (min(g.end, f.span.end) - max(g.start, f.span.start), i, j)
            for i, g in enumerate(left)
            for j, f in enumerate(right)
            if min(g.end, f.span.end) > max(g.start, f.span.start)
        ),
        key=lambda hit: (-hit[0], hit[1], hit[2]),
    )
    partner: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs: list[tuple[GoldFigure | None, Figure | None]] = [
        (g, right[partner[i]] if i in partner else None) for i, g in enumerate(left)
    ]
    taken = set(partner.values())
    return pairs + [(None, f) for j, f in enumerate(right) if j not in taken]


def _count(result: Score, text: GoldText, theirs: GoldFigure | None, ours: Figure | None) -> None:
    right = _verdicts(theirs, ours)
    is_marked = bool(theirs and (theirs.kind == "count" or theirs.noun))
    for measure, tally in result.tallies.items():
        is_noun = measure in ("noun", "head")
        if is_noun and theirs and not is_marked:
            continue  # these texts mark what is counted; what else is measured, `measured` judges
        tally.there += bool(theirs and (theirs.noun if is_noun else True))
        tally.found += bool(ours and (ours.noun if is_noun else True))
        tally.right += right[measure]
    noun_differs = bool(
        is_marked and theirs and ours and _folded(theirs.noun) != _folded(ours.noun)
    )
    if not right["qualified"] or noun_differs:
        what = "noun " if right["qualified"] else "VALUE" if not right["value"] else "QUAL "
        result.mistakes.append(
            f"{what} {text.name}\n    gold  {_told(theirs)}\n    found {_told(ours)}\n"
            f"    … {_around(text.text, theirs, ours)}"
        )


def _verdicts(theirs: GoldFigure | None, ours: Figure | None) -> dict[str, bool]:
    if theirs is None or ours is None:
        return dict.fromkeys(MEASURES, False)
    value = theirs.kind == ours.kind and _same_value(theirs, ours)
    is_named = bool(theirs.noun)
    return {
        "value": value,
        "span": value and (theirs.start, theirs.end) == ours.span,
        "qualified": value and theirs.qualifier == ours.qualifier and theirs.unit == ours.unit,
        "noun": is_named and _folded(theirs.noun) == _folded(ours.noun),
        "head": is_named and _head(theirs) == _head(ours),
    }


def _same_value(theirs: GoldFigure, ours: Figure) -> bool:
    if theirs.when:
        return theirs.when == (ours.when or ours.surface)
    return (
        _near(theirs.value, ours.value)
        and (theirs.value is not None or _near(theirs.low, ours.low))
        and (theirs.value is not None or _near(theirs.high, ours.high))
    )


def _near(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _TOLERANCE if abs(a) < 10 else a == b


def _folded(noun: str) -> str:
    return " ".join(noun.casefold().split())


def _head(figure: GoldFigure | Figure) -> str:
    """The word that is counted, by position: the first noun in French and Spanish, the last before
    an attribute in German and English. Only for the relaxed column."""
    noun = _OF.split(figure.noun, maxsplit=1)[0].split()
    capitals = [word for word in noun if word[:1].isupper()]
    return _folded((capitals or noun or [""])[-1])


def _told(figure: GoldFigure | Figure | None) -> str:
    if figure is None:
        return "—"
    amount = figure.when or (
        f"{figure.low}..{figure.high}" if figure.low is not None else figure.value
    )
    said = f"{figure.surface!r} {figure.kind} {amount} {figure.unit} {figure.qualifier}"
    return f"{said} [{figure.noun}]"


def _around(text: str, theirs: GoldFigure | None, ours: Figure | None) -> str:
    start = theirs.start if theirs else ours.span.start if ours else 0
    return " ".join(text[max(0, start - 60) : start + 80].split())


def table(texts: dict[str, list[GoldText]]) -> str:
    """The F1 of each language, and precision, recall and F1 of each kind in it."""
    lines = [
        f"{'':16}{'figures':>8} " + "".join(f"{m:>22}" for m in MEASURES) + f"{'no dates':>10}",
        f"{'':25}" + "           P   R  F1  " * len(MEASURES) + "  qualified",
    ]
    for language, some in texts.items():
        bare = score(some, with_dates=False).f1("qualified")
        lines.append(_row(language, score(some)) + f"{100 * bare:10.1f}")
        kinds = Counter(figure.kind for text in some for figure in text.figures)
        lines += [_row(f"  {kind}", score(some, kind=kind)) for kind, _ in kinds.most_common()]
    return "\n".join(lines)


def _row(name: str, result: Score) -> str:
    cells = "".join(
        f"{100 * t.precision:11.0f}{100 * t.recall:4.0f}{100 * t.f1:6.1f} "
        for t in result.tallies.values()
    )
    return f"{name:16}{result.tallies['value'].there:8} {cells}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the figure finder on annotated texts.")
    parser.add_argument("--half", choices=HALVES, action="append")
    parser.add_argument("--form", choices=FORMS, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--mistakes", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    halves = asked.half or (["dev"] if asked.mistakes else HALVES)
    if asked.mistakes and "heldout" in halves:
        parser.error("nobody looks at the mistakes of the held-out half")
    for half in halves:
        _report(asked, half)


def _report(asked: argparse.Namespace, half: str) -> None:
    for form in asked.form or FORMS:
        texts = {
            language: some
            for language in asked.language or LANGUAGES
            if (some := list(gold(form, half, language)))
        }
        if not texts:
            continue
        size = sum(len(text.text) for some in texts.values() for text in some)
        for language in texts:
            find_figures("4", language)  # tables are read once, before the clock runs
        start = time.perf_counter()
        for some in texts.values():
            for text in some:
                find_figures(text.text, text.language)
        pace = size / (time.perf_counter() - start)
        print(f"\n{form}, {half}: {size} characters, {pace:,.0f} a second\n{table(texts)}")
        for language, some in texts.items():
            for mistake in score(some).mistakes[: asked.mistakes]:
                print(f"{language} {mistake}")


if __name__ == "__main__":
    main()
