"""How fast names are read in articles, beside the network alone on the same sentences; the first one; memory.

    python -m tests.benchmarks.naming

The texts are those that teach the head for figures, by nobody's programs and each once. Speed is told by the
processor's time of one core, the first article and the long text by the clock.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from typing import Any

from tests.benchmarks.report import Row, table, times

_LONG = 1_000_000
"""Characters of the text that is read in one piece."""
_MANY = 300
"""Articles, of all four languages in turn."""


def measure() -> list[Row]:
    """Rows of a fresh process."""
    found = {**_told("--long"), **_told("--many")}
    return [
        Row(f"names in {_MANY} articles of ~{found['length']:.0f} words",
            f"{found['speed']:.0f} words a second of one core",
            f"the network alone {found['network']:.0f}", times(found["speed"], found["network"]),
            "≥ 8,000 a second"),
        Row("a text of 1 MB", f"{found['long']:.1f} s", "", "", "≤ 15 s"),
        Row("the first article of a process, with loading", f"{found['first']:.2f} s", "", "", "≤ 0.5 s"),
        Row("resident with the lists of names, after them · after the long text",
            f"{found['memory']:.0f} · {found['most']:.0f} MiB", "", "", "≤ 140 MiB"),
    ]  # fmt: skip


def _told(child: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.naming", child]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    told: dict[str, float] = json.loads(said.splitlines()[-1])
    return told


def _long() -> dict[str, float]:
    """A first article and a long text, on all cores."""
    from lesart.analysis.entities import find_entities

    began = time.perf_counter()
    find_entities("Ada Lovelace flew from Rome to the Siemens works in Husum.", "en")
    first = time.perf_counter() - began
    long = "\n\n".join(text for text, _ in _texts())[:_LONG]
    began = time.perf_counter()
    find_entities(long, "de")
    seconds = (time.perf_counter() - began) * _LONG / len(long)
    return {"first": first, "long": seconds, "most": _resident()}


def _many() -> dict[str, float]:
    """Many articles on one core."""
    with contextlib.suppress(AttributeError):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from lesart.analysis.entities import find_entities
    from lesart.analysis.entities.engines import engine_named

    find_entities("Ada Lovelace flew from Rome to the Siemens works in Husum.", "en")
    texts = _texts()
    network: Any = engine_named("builtin")
    session = _Timed(network._session)
    network._session = session
    words, seconds = 0, time.process_time()
    for text, language in texts[:_MANY]:
        find_entities(text, language)
        words += len(text.split())
    seconds = time.process_time() - seconds
    return {
        "length": words / _MANY, "speed": words / seconds, "network": words / session.seconds,
        "memory": _resident(),
    }  # fmt: skip


class _Timed:
    """A session of the network that adds up its processor's time."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.seconds = 0.0

    def run(self, *given: Any) -> Any:
        began = time.process_time()
        try:
            return self._session.run(*given)
        finally:
            self.seconds += time.process_time() - began


def _texts() -> list[tuple[str, str]]:
    """Articles with their languages, a language after the other in turn."""
    from figure_model.examples import own_texts

    by_language: dict[str, list[str]] = {}
    for text, _ in own_texts():
        by_language.setdefault(text.language, []).append(text.text)
    longest = max(map(len, by_language.values()))
    return [
        (some[at], language)
        for at in range(longest)
        for language, some in sorted(by_language.items())
        if at < len(some)
    ]


def _resident() -> float:
    """MiB of this process that are in memory now; the most so far where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * 4096 / 2**20
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:] in (["--long"], ["--many"]):
        print(json.dumps(_long() if "--long" in sys.argv else _many()))
    else:
        print(table(measure()))
