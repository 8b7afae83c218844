"""First paint and memory of the reader beside a bare three-pane Textual app, in turn, in one run."""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from tests.benchmarks.terminal import Terminal

HEAD = "| what | Lesart | bare three-pane Textual app | ratio |\n|---|---|---|---|"
BARE = [sys.executable, "-m", "tests.benchmarks.bare"]


def lesart(library: Path) -> list[str]:
    return [sys.executable, "-m", "lesart", "--db", str(library)]


def first_paint(command: list[str]) -> tuple[float, float]:
    """Seconds until the list's first frame is there, and MiB resident then."""
    with Terminal(command) as terminal:
        seconds = terminal.wait_for(b"LIST")
        memory = terminal.memory()
        time.sleep(0.1)
        return seconds, memory


def measure(library: Path, rounds: int = 11) -> str:
    """Lines of a Markdown table: seconds and MiB of both, and the ratios, from pairs run in turn."""
    first_paint(BARE), first_paint(lesart(library))
    pairs = [(first_paint(BARE), first_paint(lesart(library))) for _ in range(rounds)]
    bare = statistics.median(b[0] for b, _ in pairs)
    ours = statistics.median(o[0] for _, o in pairs)
    ratio = statistics.median(o[0] / b[0] for b, o in pairs)
    bare_memory = statistics.median(b[1] for b, _ in pairs)
    our_memory = statistics.median(o[1] for _, o in pairs)
    what = f"{library.stem} articles"
    return (
        f"| first paint, {what} | {ours:.3f} s | {bare:.3f} s | {ratio:.2f} × |\n"
        f"| memory at first paint, {what} | {our_memory:.0f} MiB | {bare_memory:.0f} MiB |"
        f" {our_memory / bare_memory:.2f} × |"
    )


if __name__ == "__main__":
    print(HEAD)
    for name in sys.argv[1:]:
        print(measure(Path(name)))
