"""What was measured, as rows of a Markdown table: ours, what stands beside it, and what was aimed at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tests.benchmarks.terminal import Frame, percentile


class Row(NamedTuple):
    """One line of a table."""

    what: str
    ours: str
    yardstick: str = ""
    ratio: str = ""
    goal: str = ""


def table(rows: Iterable[Row]) -> str:
    """Rows as Markdown."""
    head = [
        "| what | Lesart | beside it, in the same run | ratio | goal |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows)])


def spread(taken: Sequence[Frame]) -> str:
    """`p50 / p95`, and p95 of the processor time."""
    by_clock = [frame.ms for frame in taken]
    cpu = percentile([frame.cpu for frame in taken], 95)
    return f"{percentile(by_clock, 50):.1f} / {percentile(by_clock, 95):.1f} ms (CPU {cpu:.1f})"


def middle(milliseconds: Sequence[float]) -> str:
    """`p50 / p95`."""
    return f"{percentile(milliseconds, 50):.0f} / {percentile(milliseconds, 95):.0f} ms"


def times(ours: float, yardstick: float) -> str:
    """How many times as much ours is."""
    return f"{ours / yardstick:.2f} ×" if yardstick else ""
