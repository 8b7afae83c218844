"""The README of each language has the same chapters, and in each the same keys, commands, options and code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.translations.sources import FOLDER, SOURCE

ENGLISH = SOURCE.parents[1] / "README.md"
OTHERS = sorted(FOLDER.glob("README.*.md"))
FIELD = re.compile(r"\b([a-z]+)(?=[:>])")
CODE = re.compile(r"``.+?``|`[^`]+`", re.DOTALL)
MEASURED = "README.md#speed"
"""Who leads here leaves the tables of measurements to the English text, where they are kept up to date."""
EXAMPLE = re.compile(r"`:(?:tag|export|add) [^`]+`|`==\w+==`|`wor[dt]\*`")
"""Code with words of a language in it."""


class Chapter(NamedTuple):
    """What of a chapter is the same in every language."""

    level: int
    title: str
    code: set[str]
    """What stands in backquotes."""
    tables: list[list[set[str]]]
    """Of each table, the code of each row."""
    blocks: list[tuple[str, str]]
    """Its fenced blocks: in what they are written, and what they say."""
    pictures: list[str]
    links: list[str]


def chapters(path: Path) -> list[Chapter]:
    """A README, chapter by chapter; a line of code that begins with # is no heading."""
    found: list[Chapter] = []
    parts: list[list[str]] = []
    fence = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fence = "" if fence else line
        elif not fence and (head := re.match(r"(#+) (.+)", line)):
            found.append(Chapter(len(head[1]), head[2], set(), [], [], [], []))
            parts.append([])
            continue
        if found:
            parts[-1].append(line)
    for chapter, lines in zip(found, parts, strict=True):
        text = "\n".join(lines)
        chapter.blocks.extend(re.findall(r"^```(\w*)\n(.*?)^```", text, re.DOTALL | re.MULTILINE))
        prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
        chapter.code.update(" ".join(one.split()) for one in CODE.findall(prose))
        chapter.tables.extend(tables(prose))
        chapter.pictures.extend(re.findall(r"!\[.*?\]\((?:\.\./)*(.+?)\)", prose))
        chapter.links.extend(re.findall(r"\]\((?:\.\./)*([^)]+)\)", prose))
    return found


def tables(text: str) -> list[list[set[str]]]:
    return [
        [set(CODE.findall(row)) for row in table.splitlines()]
        for table in re.findall(r"^\|.*\n\|---.*\n((?:\|.*\n?)+)", text, re.MULTILINE)
    ]


def meant(block: tuple[str, str]) -> object:
    """What a block says, whatever its remarks say of it."""
    kind, text = block
    if kind == "toml":
        return tomllib.loads(text)
    if "NEAR/3" in text:
        return set(FIELD.findall(text))
    return kind, text


each = pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)


@each
def test_a_readme_has_the_same_chapters_in_the_same_order(path: Path) -> None:
    english, other = chapters(ENGLISH), chapters(path)
    assert [one.level for one in other] == [one.level for one in english]
    assert [one.pictures for one in other] == [one.pictures for one in english]
    for ours, theirs in zip(english, other, strict=True):
        if MEASURED in theirs.links:
            continue
        named = f"{ours.title} / {theirs.title}"
        left = {one for one in ours.code ^ theirs.code if not EXAMPLE.fullmatch(one)}
        assert left == set(), named


@each
def test_a_readme_has_the_same_tables_and_code(path: Path) -> None:
    for ours, theirs in zip(chapters(ENGLISH), chapters(path), strict=True):
        named = f"{ours.title} / {theirs.title}"
        assert [meant(one) for one in theirs.blocks] == [meant(one) for one in ours.blocks], named
        if MEASURED in theirs.links:
            continue
        assert len(theirs.tables) == len(ours.tables), named
        for our_table, their_table in zip(ours.tables, theirs.tables, strict=True):
            assert len(our_table) == len(their_table), named
            for our_row, their_row in zip(our_table, their_table, strict=True):
                assert {one for one in our_row ^ their_row if not EXAMPLE.fullmatch(one)} == set()


@each
def test_its_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (path.parent / link).exists(), link


def test_the_english_readme_leads_to_every_other() -> None:
    for path in OTHERS:
        assert f"(src/lesart/translations/{path.name})" in ENGLISH.read_text(encoding="utf-8")
