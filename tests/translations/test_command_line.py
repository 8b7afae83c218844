"""The command line speaks German to who reads German: help, argparse's own words and mistakes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def in_german(*words: str, home: Path) -> str:
    environment = {**os.environ, "LANG": "de_DE.UTF-8", "HOME": str(home), "XDG_DATA_HOME": ""}
    ran = subprocess.run(
        [sys.executable, "-m", "lesart", *words],
        capture_output=True, text=True, timeout=60, env=environment,
    )  # fmt: skip
    return ran.stdout + ran.stderr


def test_help_and_mistakes_are_german(tmp_path: Path) -> None:
    told = in_german("list", "--help", home=tmp_path)
    assert "Die Artikel der Bibliothek auflisten" in told
    assert "Aufruf: lesart list" in told
    assert "show this help" not in told
    told = in_german("annotate", home=tmp_path)
    assert "diese Angaben fehlen: id. Siehe `lesart annotate --help`." in told
    assert "Einen Artikel 7 gibt es nicht" in in_german("show", "7", home=tmp_path)
