"""First paint and memory of the reader beside a bare three-pane Textual app, in turn, in one run.

`first frame` is what stands in the terminal first, from the second start on: the kept screen. `live app` is
the start without one, or with one that is not true any more.
"""

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


def first_paint(command: list[str]) -> tuple[float, float, float]:
    """Seconds and processor seconds until the list's first frame is there, and MiB resident then."""
    with Terminal(command) as terminal:
        seconds = terminal.wait_for(b"LIST")
        spent, memory = terminal.cpu() / 1000, terminal.memory()
        time.sleep(0.1)
        return seconds, spent, memory


def leave_once(library: Path) -> None:
    """Start the program and quit it as a person would: then its first frame is kept."""
    with Terminal(lesart(library)) as terminal:
        terminal.wait_for(b"LIST")
        terminal.settle()
        terminal.send(b"q")
        while terminal._read(1) is not None:
            pass


def without_kept(library: Path) -> tuple[float, float, float]:
    library.with_name(f"{library.name}.screen").unlink(missing_ok=True)
    return first_paint(lesart(library))


def measure(library: Path, rounds: int = 11) -> str:
    """Lines of a Markdown table: seconds and MiB of both, and the ratios, from pairs run in turn."""
    first_paint(BARE), without_kept(library)
    leave_once(library)
    kept = [first_paint(lesart(library)) for _ in range(rounds)]
    pairs = [(first_paint(BARE), without_kept(library)) for _ in range(rounds)]
    bare, ours = (
        [statistics.median(pair[i][j] for pair in pairs) for j in range(3)] for i in range(2)
    )
    ratio, spent = (statistics.median(o[j] / b[j] for b, o in pairs) for j in range(2))
    seconds, own = (statistics.median(k[i] for k in kept) for i in range(2))
    what = f"{library.stem} articles"
    return (
        f"| first frame, {what} | {seconds:.3f} s | {bare[0]:.3f} s | {seconds / bare[0]:.2f} × |\n"
        f"| its processor time | {own:.3f} s | {bare[1]:.3f} s | {own / bare[1]:.2f} × |\n"
        f"| live app, {what} | {ours[0]:.3f} s | {bare[0]:.3f} s | {ratio:.2f} × |\n"
        f"| its processor time | {ours[1]:.3f} s | {bare[1]:.3f} s | {spent:.2f} × |\n"
        f"| memory at first paint, {what} | {ours[2]:.0f} MiB | {bare[2]:.0f} MiB |"
        f" {ours[2] / bare[2]:.2f} × |"
    )


if __name__ == "__main__":
    print(HEAD)
    for name in sys.argv[1:]:
        print(measure(Path(name)))
