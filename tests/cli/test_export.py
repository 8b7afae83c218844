"""`lesart export` from a shell: to a stream, a file or a folder, and a sentence where it cannot."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Lesart


@pytest.fixture
def noted(lesart: Lesart, tmp_path) -> Lesart:
    (tmp_path / "one.txt").write_text("Oslo zählt 700.000 Einwohner.\n", "utf-8")
    assert lesart("import", tmp_path / "one.txt").status == 0
    assert lesart("annotate", 1, "--quote", "700.000", "--note", "Stand?", "--tag", "x").status == 0
    return lesart


def test_a_format_of_one_file_goes_to_standard_output(noted):
    ran = noted("export", "--format", "csv")
    assert ran.status == 0
    assert ran.lines[0].startswith("uid,article,")
    assert "Stand?" in ran.lines[1]


def test_everything_goes_out_and_comes_in_again_with_its_notes(noted, tmp_path):
    out = tmp_path / "all.jsonl"
    assert noted("export", "-f", "jsonl", "--to", out).status == 0
    other = tmp_path / "other.sqlite"
    first = noted("export", "-f", "jsonl").out
    assert first == out.read_text("utf-8")
    ran = noted("remove", 1)
    ran = noted("import", out, "--json")
    assert ran.status == 0
    assert json.loads(ran.out)["status"] == "known"
    assert noted("annotations", "--json").lines
    assert not other.exists()


def test_markdown_wants_a_folder(noted, tmp_path):
    assert noted("export").status == 2
    assert "--to FOLDER" in noted("export").err
    ran = noted("export", "--to", tmp_path / "notes")
    assert ran.err.startswith("1 new, 0 changed")
    assert "Stand?" in next((tmp_path / "notes").glob("*.md")).read_text("utf-8")
    assert noted("export", "--to", tmp_path / "one.txt").status == 2


def test_an_existing_file_is_not_overwritten(noted, tmp_path):
    ran = noted("export", "-f", "csl", "--to", tmp_path / "one.txt")
    assert ran.status == 2
    assert "--force" in ran.err
    assert "Oslo" in (tmp_path / "one.txt").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told(noted, tmp_path):
    ran = noted("export", "-f", "org", "--to", tmp_path / "no" / "such" / "x.org")
    assert ran.status == 1
    assert "could not be written" in ran.err


def test_a_format_that_does_not_exist_is_told_with_those_that_do(noted):
    ran = noted("export", "--format", "pdf")
    assert ran.status == 2
    assert "markdown" in ran.err


def test_help_names_formats_and_placeholders(noted, capsys):
    with pytest.raises(SystemExit):
        noted("export", "--help")
    said = capsys.readouterr().out
    assert "w3c" in said
    assert "$quote" in said
    assert "---8<--- note" in said
