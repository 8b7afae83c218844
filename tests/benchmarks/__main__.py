"""All measures, each beside a yardstick in the same run, as Markdown tables.

python -m tests.benchmarks [--articles 10000] [--folder FOLDER] [NAME …]

The libraries are made once and kept in the folder. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import (
    asking,
    busy,
    frames,
    grown,
    ingest,
    naming,
    newsboat,
    refreshing,
    searching,
    start,
)
from tests.benchmarks.libraries import copied, library, long_article
from tests.benchmarks.library import Writer
from tests.benchmarks.multiplied import multiply
from tests.benchmarks.report import table


class Bench:
    """What the measures share: where the libraries lie and how large they are."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.folder, self.articles = folder, articles

    @property
    def library(self) -> Path:
        return library(self.folder, self.articles)

    def words(self) -> dict[str, str]:
        """A word that many articles hold and one that few do."""
        writer = Writer(articles=self.articles)
        return {"a frequent word": writer.frequent()[20], "a rare word": writer.rare()[0]}

    def start(self) -> str:
        """First paint and memory, beside a bare Textual app of three panes."""
        return "\n".join(
            [start.HEAD, *map(start.measure, [library(self.folder, 100), self.library])]
        )

    def list_keys(self) -> str:
        """↓, PgDn, other filters, feeds and orders."""
        return table(
            frames.list_keys(self.library, self.articles)
            + frames.list_changes(self.library, self.articles)
        )

    def reader_keys(self) -> str:
        """A text of 20,000 words with 2,000 marks."""
        path = long_article(self.folder, 20_000, 2_000)
        return table(frames.reader_keys(path, 20_000, 2_000))

    def search(self) -> str:
        """What a search takes, by what is typed, once the file was read."""
        return table(searching.measure(self.library))

    def asking(self) -> str:
        """What a question across all articles takes, once they are grouped."""
        asking.group(self.library)
        return table(asking.measure(self.library))

    def typing(self) -> str:
        """Frames while somebody types a search."""
        words = [word[:9] for word in self.words().values()]
        return table(frames.search_keys(self.library, self.articles, [*words, *words]))

    def busy(self) -> str:
        """Frames while an import or a refresh goes on."""
        path = library(self.folder, min(self.articles, 10_000))
        size = min(self.articles, 10_000)
        return table(
            [
                busy.importing(copied(path, "importing"), size, self.folder, 10_000),
                busy.refreshing(copied(path, "refreshing"), size, self.folder),
            ]
        )

    def ingest(self) -> str:
        """Articles stored a second, and how large the file is beside the text in it."""
        return table([*ingest.measure(self.folder / "ingest"), ingest.controller(self.library)])

    def refresh(self) -> str:
        """Two hundred feeds, new and unchanged."""
        return table(refreshing.measure(self.folder / "refresh"))

    def names(self) -> str:
        """Names in articles, beside the network alone."""
        return table(naming.measure())

    def newsboat(self) -> str:
        """newsboat on the same articles."""
        if not newsboat.is_installed():
            return "newsboat is not installed here (`apt-get install newsboat`)."
        return table(newsboat.compare(self.library, self.articles, self.words()))

    def grown(self) -> str:
        """The same questions in a library ten times as large, beside this one; processor time."""
        large = self.folder / f"{10 * self.articles}.multiplied.sqlite"
        if not large.exists():
            draft = large.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            multiply(self.library, draft, 10)
            draft.rename(large)
        return table(grown.measure(self.library, large))


NAMES = (
    "start",
    "list_keys",
    "reader_keys",
    "search",
    "asking",
    "typing",
    "busy",
    "ingest",
    "refresh",
    "names",
    "newsboat",
    "grown",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="where the libraries are made and kept")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in NAMES]:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(NAMES)}")
    folder = options.folder or Path(tempfile.gettempdir()) / f"lesart-benchmarks-{os.getuid()}"
    bench = Bench(folder.absolute(), options.articles)
    print(_machine(), flush=True)
    for name in options.names or NAMES:
        measure: Callable[[], str] = getattr(bench, name)
        print(f"\n### {name}: {measure.__doc__}\n\n{measure()}", flush=True)


def _machine() -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores (load before: {load:.1f}), "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


if __name__ == "__main__":
    main()
