"""Measure how many small faults in a module its tests notice.

    python -m tests.mutation clean.py anchor          # a sample of each, in src/lesart
    python -m tests.mutation anchor --all
    python -m tests.mutation --list                   # the modules that tests are named for

One fault at a time is put into a copy of the project, and the tests of that module run on it in a
process of their own. What survives is told with its line: it wants a test, or, where it changes
nothing, a line in `equivalent.txt` that says why.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutation.mutators import Mutant, mutants
from tests.mutation.targets import TESTS, named_for
from tests.mutation.workshop import ROOT, Workshop, a_workshop

PACKAGE = ROOT / "src" / "lesart"
EXCUSES = Path(__file__).with_name("equivalent.txt")


@dataclass
class Score:
    """What became of the faults in one module."""

    module: str
    tried: int = 0
    caught: int = 0
    equivalent: int = 0
    alive: list[Mutant] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the faults that change something, how many were caught."""
        return self.caught / max(1, self.tried - self.equivalent)

    def __str__(self) -> str:
        return (
            f"{self.module:40} {self.tried:5} tried {self.caught:5} caught"
            f" {self.equivalent:4} equivalent {len(self.alive):4} alive {self.share:7.1%}"
        )


def main(words: Sequence[str]) -> int:
    """Measure the modules named; 1 where a fault survived."""
    asked = _arguments(words)
    if asked.list:
        print("\n".join(TESTS))
        return 0
    modules = list(_modules(asked.module))
    excused = _excuses()
    scores = []
    with a_workshop() as workshop:
        for module in modules:
            score = _measure(workshop, module, asked, excused)
            print(score, flush=True)
            scores.append(score)
    print("\n" + "\n".join(map(str, scores)))
    return int(any(score.alive for score in scores))


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.mutation",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("module", nargs="*", help="a file or folder in src/lesart")
    parser.add_argument("--all", action="store_true", help="every fault, not a sample")
    parser.add_argument("--sample", type=int, default=60, help="faults a module (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (1)")
    parser.add_argument("--minutes", type=float, default=600, help="a module, at most")
    parser.add_argument("--lines", default="", metavar="A-B", help="only faults in these lines")
    parser.add_argument("--tests", nargs="+", help="these tests instead of those named for it")
    parser.add_argument(
        "--loud", action="store_true", help="tell of each fault which test caught it"
    )
    parser.add_argument("--list", action="store_true", help="the modules that tests are named for")
    return parser.parse_args(words)


def _modules(named: Iterable[str]) -> Iterable[str]:
    for name in named:
        path = PACKAGE / name
        if not path.exists():
            raise SystemExit(f"{name}: there is no such module in src/lesart.")
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            yield file.relative_to(PACKAGE).as_posix()


def _excuses() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in EXCUSES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            module, fault, _why = line.split(" | ")
            found.setdefault(module, set()).add(fault)
    return found


def _measure(
    workshop: Workshop, module: str, asked: argparse.Namespace, excused: dict[str, set[str]]
) -> Score:
    source = workshop.source_of(module)
    tests = asked.tests or named_for(module, ROOT)
    score = Score(module)
    chosen = _chosen(list(mutants(source)), asked)
    if not chosen:
        return score
    workshop.put(module, source)
    workshop.run(tests, 600)  # once to compile everything, so that the next one's time is true
    healthy = workshop.run(tests, 600)
    if healthy.is_caught:
        raise SystemExit(f"{module}: {healthy.by} fails already without a fault.")
    until = time.monotonic() + 60 * asked.minutes
    for mutant in chosen:
        if time.monotonic() > until:
            print(f"  {module}: out of time after {score.tried} of {len(chosen)}")
            break
        score.tried += 1
        if mutant.name in excused.get(module, ()):
            score.equivalent += 1
            continue
        workshop.put(module, mutant.source)
        ran = workshop.run(tests, 5 + 3 * healthy.seconds)
        if ran.is_caught:
            score.caught += 1
        else:
            score.alive.append(mutant)
        if asked.loud or not ran.is_caught:
            print(f"  {ran.by or 'ALIVE'} | {module}:{mutant.line} | {mutant.name}", flush=True)
    workshop.put(module, source)
    return score


def _chosen(found: list[Mutant], asked: argparse.Namespace) -> list[Mutant]:
    if asked.lines:
        first, _, last = asked.lines.partition("-")
        found = [one for one in found if int(first) <= one.line <= int(last or first)]
    if asked.all or len(found) <= asked.sample:
        return found
    picked = set(random.Random(asked.seed).sample(range(len(found)), asked.sample))
    return [one for number, one in enumerate(found) if number in picked]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
