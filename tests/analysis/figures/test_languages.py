"""What differs by language is written in its tables, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lesart.analysis import figures

FINDERS = sorted(Path(figures.__file__).parent.glob("*.py"))
_ASKS = re.compile(r"\.code\s*(?:==|!=|in\b|not in\b)|\.language\s*(?:==|!=)")


@pytest.mark.parametrize("path", FINDERS, ids=lambda path: path.name)
def test_a_finder_asks_for_a_property_and_never_for_a_language(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.strip() for line in lines if _ASKS.search(line)] == []
