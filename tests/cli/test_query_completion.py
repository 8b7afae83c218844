"""A shell completes queries: fields and the library's own values, written as the place in the line needs them."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from lesart.model.analysis import Analysis
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.store import Store
from tests.cli.conftest import Lesart
from tests.conftest import NOW


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Store.open(path) as store:
        store.feeds.add("https://a.example/", title="Tages Schau")
        for number, tag in enumerate(
            ("reise", "Neue Heimat", "it's", "$(x)", "Zürich", "Zürcher See")
        ):
            added = store.articles.add(Draft(f"T{number}", f"Text {number}", tags=(tag,)), now=NOW)
            place = Span(0, 1)
            figures = (
                Figure(place, "5", "count", Decimal(5), noun="Soldaten"),
                Figure(place, "5 %", "percent", Decimal(5), unit="percent", noun="Zinsen"),
            )
            name = Entity("Barack Obama", "PER", (Mention(place, "T"),))
            store.analyses.put(added.id, 1, Analysis("t", "de", figures, (name,)))
    return path


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("subj", ["subject:", "subject:soldaten", "subject:zinsen"]),
        ("is", ["is:", "is:unread"]),
        ("is:un", ["is:unread"]),
        ("tag:re", ["tag:reise"]),
        ("tag:ne", ['tag:"Neue Heimat"']),
        ('tag:"ne', ['tag:"Neue Heimat"']),
        ("tag:zü", ['tag:"Zürcher See"', "tag:Zürich"]),
        ("feed:sch", ['feed:"Tages Schau"']),
        ("counts:S", ["counts:soldaten"]),
        ("entity:ob", ['entity:"Barack Obama"']),
        ("figure>", ["figure>100", "figure>1m", "figure>10%"]),
        ("figure>=5", ["figure>=5%"]),
        ("is:unread -tag:re", ["is:unread -tag:reise"]),
        ("(tag:re OR feed:", ['(tag:re OR feed:"Tages Schau"']),
        ("", ["subject:", "tag:", "is:"]),
        ("nothing", []), ("unknown:x", []), ("tag:none", []), ('"tag:', []),
    ],
)  # fmt: skip
def test_a_begun_query_goes_on_by_what_the_library_has(
    library: Path, lesart: Lesart, typed: str, answers: list[str]
) -> None:
    ran = lesart("completions", f"--query={typed}")
    assert (ran.status, ran.err) == (0, "")
    assert bool(ran.lines) == bool(answers)
    assert set(answers) <= set(ran.lines)


def test_without_a_library_or_with_a_broken_one_only_fields_are_known_and_none_is_made(
    tmp_path: Path, lesart: Lesart
) -> None:
    path = tmp_path / "library.sqlite"  # where the command looks for it
    for content in (b"", b"not a library" * 99):
        if content:
            path.write_bytes(content)
        for typed, answers in (("ta", ["tag:"]), ("is:un", ["is:unread"]), ("tag:re", [])):
            ran = lesart("completions", f"--query={typed}")
            assert (ran.status, ran.lines, ran.err) == (0, answers, "")
        assert path.exists() == bool(content)
    assert (lesart("completions").status, lesart("completions").lines) == (2, [])


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here to ask")
def test_bash_gets_words_that_it_can_put_where_they_are_typed(
    library: Path, lesart: Lesart, tmp_path: Path
) -> None:
    """Bash parts words at colons and after an open quotation mark; it puts in what stands behind that."""
    (tmp_path / "a file.txt").touch()
    program = tmp_path / "lesart"
    command = shlex.join([sys.executable, "-m", "lesart", "--db", str(library)])
    program.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
    program.chmod(0o700)
    (tmp_path / "script").write_text(lesart("completions", "bash").out)
    cases = [
        ("lesart search tag:ne", "\\\"Neue\\ Heimat\\\""),
        ("lesart search 'tag:ne", "tag:\"Neue Heimat\""),
        ('lesart search "tag:ne', 'tag:\\"Neue Heimat\\""'),
        ("lesart search 'tag:it", "tag:it'\\''s"),
        ("lesart search tag:it", "it\\'s"),
        ('lesart search "tag:$', 'tag:\\"\\$(x)\\""'),
        ("lesart search is:unread entity:ob", "\\\"Barack\\ Obama\\\""),
        ("lesart export --format csv 'is:unread tag:re", "is:unread tag:reise"),
        ("lesart fulltext --of tag:re", "reise"),
        ("lesart exp", "export"),
        ("lesart import a", "a file.txt"),
    ]  # fmt: skip
    asked = "".join(
        f"COMP_LINE={shlex.quote(line)}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({words});"
        f" COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=(); _lesart lesart;"
        ' printf "%s\\n" "${COMPREPLY[0]-}";'
        for line, _answer in cases
        for words in [" ".join(shlex.quote(word.strip("'")) for word in line.split(" "))]
    )
    ran = subprocess.run(
        ["bash", "-c", f'cd {shlex.quote(str(tmp_path))}; PATH="$PWD:$PATH"; source script; {asked} complete -p lesart'],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    *told, asks = ran.stdout.splitlines()
    assert told == [answer for _line, answer in cases], ran.stderr
    assert "-F _lesart " in asks
