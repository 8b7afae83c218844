"""The README of each language has the same keys, commands and formats."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.translations.sources import FOLDER, SOURCE

ENGLISH = (SOURCE.parents[1] / "README.md").read_text(encoding="utf-8")
HEADS = ("| key | in the list | in an article |", "| command | does |", "| format | gives |")
"""The tables that every language has, by their first line."""
FIELD = re.compile(r"\b([a-z]+)(?=[:>])")


def first_cells(text: str, head: str | None, at: int = 0) -> list[str]:
    """What stands in the first column of a table: keys, commands, formats."""
    lines = text.splitlines()
    start = lines.index(head) if head else at
    found = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cell = re.split(r"(?<!\\)\|", line)[1]
        found.append(" ".join(re.findall("``.+?``|`[^`]+`", cell)))
    return found


def tables(text: str) -> list[list[str]]:
    lines = text.splitlines()
    starts = [at for at, line in enumerate(lines[:-1]) if lines[at + 1].startswith("|---")]
    return [first_cells(text, None, at) for at in starts]


def searched(text: str) -> set[str]:
    """The fields that a query can have, as the block about searching names them."""
    block = next(part for part in text.split("```") if "NEAR/3" in part)
    return set(FIELD.findall(block))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("README.*.md")), ids=lambda path: path.name)
def test_a_readme_names_the_same_keys_commands_formats_and_fields(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    there = tables(text)
    for head in HEADS:
        wanted = first_cells(ENGLISH, head)
        assert wanted in there, sorted(set(wanted) - {cell for cells in there for cell in cells})
    assert searched(text) == searched(ENGLISH)
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        assert (path.parent / link).exists(), link


def test_the_english_readme_leads_to_every_other() -> None:
    for path in FOLDER.glob("README.*.md"):
        assert f"(src/lesart/translations/{path.name})" in ENGLISH
