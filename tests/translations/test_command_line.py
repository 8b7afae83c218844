"""The command line speaks German to who reads German: help, argparse's own words and mistakes."""

from __future__ import annotations

import argparse
import ast
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lesart.cli.argparse_words import WORDS, say_in_our_language
from lesart.cli.main import parser_for
from lesart.translations import languages, use
from tests.cli.conftest import Ran, lesart  # noqa: F401  # the fixture's name
from tests.translations.sources import FOLDER, read

SAME = frozenset(
    (
        "lesart://note/UID, lesart://article/N or lesart://figure/N/A-B",
        "for so long only: 12h, 7d, 4w, 2026-12-31",
    )
)
"""Helps that hardly have a word of a language in them."""
FOR_AUTHORS = (
    "not defined", "invalid argument for positionals", "must be optional", "not callable", "cannot merge",
    "must start with", "dest= is required", "conflict", "cannot have multiple", "%(prog)s: error",
    "can't open", 'argument "-" with mode', "invalid option string", "is deprecated", "ambiguous default",
)  # fmt: skip
"""What argparse says to who writes a command line, never to who uses it, and what is done another way here."""


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in dict.fromkeys(action.choices.values()):
                yield from parsers(one)


def helps(language: str) -> dict[tuple[str, str], str]:
    """What the help says of each command and argument."""
    use(language)
    say_in_our_language()
    said: dict[tuple[str, str], str] = {}
    for parser in parsers(parser_for(None)):
        said[parser.prog, ""] = f"{parser.description or ''}"
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                for one in action._choices_actions:
                    said[f"{parser.prog} {one.dest}", "in short"] = one.help or ""
            elif action.help != argparse.SUPPRESS:
                said[parser.prog, action.dest] = action.help or ""
    return said


def test_every_command_and_argument_is_said_in_every_language() -> None:
    english = helps("en")
    silent = [one for one, words in english.items() if not words and one[1]]
    assert silent == []
    for language in set(languages()) - {"en"}:
        theirs = helps(language)
        same = [
            one
            for one, said in english.items()
            if said == theirs[one] and said and said not in SAME
        ]
        assert same == [], language


def test_argparse_says_nothing_in_english_only() -> None:
    """Its sentences change with Python: one that is new has to be added."""
    calls = (n for n in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(n, ast.Call))
    told = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("_", "ngettext")
        and call.args
        and isinstance(call.args[0], ast.Constant)
    }
    known = {*WORDS, "expected %s argument"}
    assert [one for one in told - known if not any(part in one for part in FOR_AUTHORS)] == []


MISTAKES = (
    (("lst",), "ist `lesart list` gemeint?"),
    (("list", "--nope"), "unbekannte Angaben: --nope. Siehe `lesart list --help`."),
    (("list", "--limit", "x"), "--limit: „x“ ist keine ganze Zahl. Siehe `lesart list --help`."),
    (("annotations", "--limit", "-1"), "--limit darf nicht negativ sein."),
    (("figures", "--json", "--csv"), "--csv: nicht zusammen mit --json erlaubt."),
    (("show",), "diese Angaben fehlen: id. Siehe `lesart show --help`."),
    (("opml", "import", "/nowhere"), "/nowhere: Eine solche Datei oder einen solchen Ordner gibt es nicht."),
    (("feeds", "dance"), "ACTION: 'dance' gibt es nicht"),
    (("digest", "--since", "someday"), "„someday“ ist kein Tag;"),
    (("review", "--answer", "good"), "Angeben, welche Notiz: `lesart review ID --answer good`."),
)  # fmt: skip


@pytest.mark.parametrize(("words", "says"), MISTAKES, ids=lambda one: " ".join(one)[:30])
def test_a_mistake_is_told_in_german(
    words: tuple[str, ...],
    says: str,
    lesart: Callable[..., Ran],  # noqa: F811
) -> None:
    ran = lesart(*words, language="de")
    assert says in ran.err
    english = [m.id for m in read(FOLDER / "de.po") if isinstance(m.id, str) and len(m.id) > 20]
    assert [one for one in english if one in ran.err] == []
    assert ran.status != 0


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
