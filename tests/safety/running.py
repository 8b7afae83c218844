"""The command line as a process of its own: bytes in, bytes out, an exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_lesart(
    *arguments: object, folder: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `lesart` in `folder`, which is its home as well."""
    settings = {"HOME": str(folder), "LESART_CONFIG": str(folder / "config.toml"), **environment}
    return subprocess.run(
        [sys.executable, "-m", "lesart", *(os.fsencode(str(word)) for word in arguments)],
        input=stdin, capture_output=True, cwd=folder, timeout=120, check=False,
        env={**os.environ, **settings},
    )  # fmt: skip
