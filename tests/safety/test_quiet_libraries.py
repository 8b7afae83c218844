"""The libraries below us report to nobody: no device number, no store of events, no thread that sends."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("onnxruntime")

SOURCE = Path(__file__).parents[2] / "src" / "lesart"
_FIND = """
import os, sys
from lesart.analysis.entities.network import Network
found = Network.load(threads=1).find("Angela Merkel kam nach Berlin.", "de")
print(len(found), os.environ["ORT_DISABLE_TELEMETRY"])
"""


def run_in(home: Path, code: str, **environment: str) -> str:
    """Python in an empty home, without the marks of a build server: there the library is silent anyway."""
    home.mkdir()
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True,
        env={**kept, "HOME": str(home), "TMPDIR": str(home), **environment},
    )  # fmt: skip
    return ran.stdout


@pytest.mark.parametrize("before", ["", "0", "false"])
def test_the_encoder_finds_names_and_leaves_nothing_in_the_home(tmp_path, before):
    environment = {"ORT_DISABLE_TELEMETRY": before} if before else {}
    assert run_in(tmp_path / "home", _FIND, **environment).split() == ["2", "1"]
    assert list((tmp_path / "home").rglob("*")) == []


def test_nobody_loads_these_libraries_but_the_one_that_quiets_them_first():
    speaks = {"onnxruntime", "spacy", "gliner", "huggingface_hub", "transformers"}
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
        if name.partition(".")[0] in speaks
    ]  # fmt: skip
    assert found == []
