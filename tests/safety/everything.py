"""`python -m tests.safety.everything FOLDER [FEED]`: all that Lesart is for, by its commands and its screen.

It runs in a terminal, with a fresh home. With a feed's address it subscribes, reloads and fetches a page.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TEXT = (
    "Etwa 4.500 Soldaten kamen ums Leben, wie Barack Obama sagte. In Bagdad blieben 157 Ausbilder."
)


def lesart(*words: object) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "lesart", *map(str, words)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120, check=False,
    )  # fmt: skip
    if ran.returncode:
        raise SystemExit(f"{words}: {ran.returncode} {ran.stderr}")
    return ran.stdout


def by_command(folder: Path, feed: str) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT, "utf-8")
    (folder / "in" / "b.html").write_text(
        f"<html><head><title>B</title><link rel=stylesheet href='http://203.0.113.9/s.css'></head><body>"
        f"<img src='http://203.0.113.9/x.png'><article>{f'<p>{TEXT}</p>' * 6}</article></body></html>",
        "utf-8",
    )
    lesart("samples")
    lesart("import", folder / "in", "--folder", "Mine")
    number = lesart("list", "in:Mine", "Ausbilder", "--json").split('"id": ')[1].split(",")[0]
    lesart("show", number)
    lesart("search", "Kuwait OR Bagdad")
    lesart(
        "annotate", number, "--quote", "157 Ausbilder", "--occurrence", 1, "--note", "from whom?"
    )
    assert "Barack Obama" in lesart("analyse", number, "--json")
    lesart("analyse", "--waiting")
    lesart("annotations")
    lesart("export", "--format", "markdown", "--to", folder / "out" / "notes")
    lesart("export", "--format", "jsonl", "--to", folder / "out" / "all.jsonl")
    lesart("backup", folder / "out" / "copy.sqlite")
    lesart("doctor")
    if feed:
        lesart("add", feed)
        lesart("refresh")
        lesart("feeds", "--health")
        summary = lesart("list", "Storm", "--json").split('"id": ')[1].split(",")[0]
        lesart("fulltext", summary)


def by_keys(library: Path, config: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tests.safety.tour", str(library), str(config)],
        check=True,
        timeout=200,
    )


if __name__ == "__main__":
    here = Path(sys.argv[1])
    (here / "out").mkdir()
    by_command(here, sys.argv[2] if len(sys.argv) > 2 else "")
    home = Path(os.environ["HOME"])
    by_keys(home / ".local/share/lesart/library.sqlite", home / ".config/lesart/config.toml")
    if Path("/proc/net/snmp").exists():
        (here / "counted").write_text(
            Path("/proc/net/snmp").read_text() + Path("/proc/net/snmp6").read_text()
        )
