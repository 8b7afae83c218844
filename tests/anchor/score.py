"""Score the anchor on cases with known answers: right, missed (an orphan too many), wrong (other words)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable

from lesart.anchor import make_anchor, resolve
from tests.anchor.corpus import Case


def outcome(case: Case, with_old: bool = True) -> str:
    found = resolve(make_anchor(case.old, case.span), case.new, case.old if with_old else None)
    if found.span is None:
        return "right" if case.truth is None or case.kept < 0.6 else "missed"
    if case.truth is None:
        return "wrong"
    both = min(found.span.end, case.truth.end) - max(found.span.start, case.truth.start)
    either = max(found.span.end, case.truth.end) - min(found.span.start, case.truth.start)
    if case.is_same:
        return "right" if found.span == case.truth and not found.changed else "wrong"
    return "right" if both / max(1, either) >= 0.6 else "wrong"


def tally(
    cases: Iterable[Case], with_old: bool = True
) -> tuple[Counter[str], list[tuple[str, Case]], float]:
    """Counts, the cases that went wrong or were missed, and the mean milliseconds."""
    counts: Counter[str] = Counter()
    bad = []
    spent = 0.0
    for case in cases:
        begun = time.perf_counter()
        result = outcome(case, with_old)
        spent += time.perf_counter() - begun
        counts[result] += 1
        if result != "right":
            bad.append((result, case))
    return counts, bad, 1000 * spent / max(1, sum(counts.values()))


if __name__ == "__main__":
    import sys

    from tests.anchor.corpus import cases

    seed, rounds, paragraphs = (int(word) for word in sys.argv[1:4])
    for with_old in (True, False):
        counts, bad, ms = tally(cases(seed, rounds, paragraphs), with_old)
        print("with old text" if with_old else "without it", dict(counts), f"{ms:.1f} ms")
        print("  ", Counter((r, c.edit) for r, c in bad).most_common(40))
