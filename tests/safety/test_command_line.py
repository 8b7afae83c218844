"""Every command over a hostile library, with hostile words: clean lines, valid JSON, no traceback."""

from __future__ import annotations

import io
import json
import os
import unicodedata
from pathlib import Path

import pytest

from lesart.cli.context import Context
from lesart.cli.main import COMMANDS, run
from lesart.config import Config
from tests.conftest import NOW
from tests.safety.hostile import ACTS, HOSTILE, hostile_folder, library_from_elsewhere
from tests.safety.running import run_lesart

READING = (
    "list", "list --json", "list --count", "search Soldaten", "search Soldaten --json", "annotations",
    "annotations --json", "feeds", "feeds --json", "feeds --health", "feeds --health --json", "feeds errors",
    "feeds errors --json", "opml export", "doctor", "show 1", "show 7 --json", "show 30 --text",
    "analyse 3", "analyse 4 --json", "fulltext 9999", "show 9999", "remove 9999",
)  # fmt: skip
WITH_WORDS = (
    "list {}", "search {}", "show {}", "annotations {}", "import {}", "analyse {}", "add {}", "feeds rename {} {}",
    "feeds remove {}", "feeds {}", "refresh {}", "opml import {}", "pipe {}", "annotate 1 --quote {}", "annotate {}",
    "annotate 1 --note {} --tag {}", "remove --folder {}", "restore {}", "{}", "--{}", "list --limit {}",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "library.sqlite"
    library_from_elsewhere(path)
    return path


def said(library: Path, *words: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """A command in this process: its status, stdout and stderr, both looked at."""
    out, err = io.StringIO(), io.StringIO()
    config = Config(library=library, locale="de", entities="rules")
    context = Context(config, out, err, io.BytesIO(stdin), lambda: NOW)
    command = words[0] if words and words[0] in COMMANDS else None
    status = run(list(words), command, context)
    for text in (out.getvalue(), err.getvalue()):
        for line in text.replace("\t", " ").split("\n"):
            assert not ACTS.search(line), ascii(line)
        assert "Traceback" not in text
    return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("words", READING)
def test_a_hostile_library_is_printed_clean(library, words):
    status, out, _ = said(library, *words.split())
    # Its notes stand on other words than they quote, and `doctor` says so.
    assert status in ((3,) if words == "doctor" else (0, 1, 2))
    assert words != "doctor" or "words of notes" in out
    if "--json" in words:
        for line in out.splitlines():
            assert isinstance(json.loads(line), dict)


def test_every_hostile_article_can_be_shown(library):
    for number in range(1, len(HOSTILE) + 4):
        assert said(library, "show", str(number))[0] == 0
        _, out, _ = said(library, "show", str(number), "--json")
        assert json.loads(out)["id"] == number


def test_columns_stay_aligned_whatever_a_title_holds(library):
    from wcwidth import wcwidth

    from lesart.cli.output import fit

    for words in HOSTILE:
        cut = fit(words, 20)
        if not any(unicodedata.category(c) in ("Mc", "Sk") or c in "\u200d\ufe0f🇩" for c in cut):
            assert sum(max(0, wcwidth(c)) for c in cut) == 20, ascii(cut)


@pytest.mark.parametrize("form", WITH_WORDS)
def test_hostile_words_on_the_command_line_end_in_a_sentence(tmp_path, form):
    for at, words in enumerate(
        (*HOSTILE[:3], *HOSTILE[17:35], *HOSTILE[52:60], "\udcff", "", "-", "--", "9" * 400)
    ):
        if "\0" in words:
            continue  # no system hands such a word over
        if words == "-" and ("import" in form or "opml" in form):
            continue
        call = [part.replace("{}", words) for part in form.split()]
        try:
            status, _, err = said(tmp_path / f"{at % 2}.sqlite", *call)
        except SystemExit as left:  # --help and --version
            status, err = int(left.code or 0), "left"
        assert status in (0, 1, 2, 3), (status, call)
        assert status == 0 or err.strip(), call


def test_a_hostile_folder_is_imported_with_a_clean_line_for_each_failure(tmp_path):
    count = hostile_folder(tmp_path / "in")
    status, out, err = said(tmp_path / "l.sqlite", "import", "--json", str(tmp_path / "in"))
    assert status in (0, 1)
    assert len(out.splitlines()) == count
    assert f"{count}" in err or "imported" in err


def test_names_that_are_no_text_and_broken_pipes_are_no_tracebacks(tmp_path):
    name = os.fsdecode(b"bad-\xff\x1b]0;OWNED\x07\xe2\x80\xae.txt")
    (tmp_path / name).write_text("Words of an article.")
    ran = run_lesart("import", name, "missing-\udcfe\x1b[2J", folder=tmp_path)
    assert ran.returncode == 1
    for stream in (ran.stdout, ran.stderr):
        assert b"Traceback" not in stream
        assert not ACTS.search(stream.decode())
    ran = run_lesart("--db", tmp_path / "\x1b]0;x\x07\u202e", "list", folder=tmp_path)
    assert not ACTS.search(ran.stderr.decode())
    ran = run_lesart("list", folder=tmp_path, LESART_CONFIG="/dev/\x1b[31mnull/x")
    assert not ACTS.search((ran.stderr + ran.stdout).decode())
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "text",
    [
        'library = "\\u0000"',
        "keys = 1",
        "[keys]\nstar = 1",
        '"\\u001b[2J" = 1',
        "= \x1b[2J",
        "\xff",
    ],
)
def test_a_hostile_config_file_is_a_sentence(tmp_path, text):
    (tmp_path / "config.toml").write_bytes(text.encode("latin-1"))
    ran = run_lesart("list", "--count", folder=tmp_path)
    assert ran.returncode in (0, 3)
    assert b"Traceback" not in ran.stderr
    assert not ACTS.search(ran.stderr.decode())
    assert b"config" in ran.stderr or b"lesart:" in ran.stderr
