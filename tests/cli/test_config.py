"""Settings are shown and begun; shells and man are told what there is."""

from __future__ import annotations

import io
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from lesart.__main__ import load_config
from lesart.cli.context import Context
from lesart.cli.main import COMMANDS, run
from lesart.config import SETTINGS, new_config, read_config
from tests.cli.conftest import Ran
from tests.conftest import NOW


def at(home: Path, *words: str) -> Ran:
    """A command as it runs with the settings of this home."""
    environment = {"LESART_CONFIG": str(home / "config.toml"), "LESART_DB": str(home / "l.sqlite")}
    out, err = io.StringIO(), io.StringIO()
    config = load_config(environment, home)
    context = Context(config, out, err, io.BytesIO(), lambda: NOW, environment)
    return Ran(run(list(words), words[0], context), out.getvalue(), err.getvalue())


def test_a_new_config_file_explains_every_setting_and_changes_nothing(tmp_path):
    ran = at(tmp_path, "config", "--init")
    assert ran.status == 0
    written = (tmp_path / "config.toml").read_text("utf-8")
    assert tomllib.loads(written) == {}
    assert read_config(written, {}, tmp_path) == read_config("", {}, tmp_path)
    for setting in SETTINGS:
        assert f"# {setting.example}\n" in written


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_line_of_it_can_be_used_as_it_stands(setting, tmp_path):
    used = new_config().replace(f"# {setting.example}", setting.example)
    config = read_config(used, {"LANG": "en_GB.UTF-8"}, tmp_path)
    assert config.problems == ()
    assert setting.name in tomllib.loads(used)


def test_a_config_file_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "config.toml").write_text('locale = "fr"\n')
    ran = at(tmp_path, "config", "--init")
    assert ran.status == 2
    assert "left as it is" in ran.err
    assert (tmp_path / "config.toml").read_text() == 'locale = "fr"\n'


def test_the_settings_in_force_are_shown_as_a_config_file_would_have_them(tmp_path):
    (tmp_path / "config.toml").write_text('locale = "fr"\nglyphs = "ascii"\n[keys]\nstar = "f6"\n')
    ran = at(tmp_path, "config")
    assert ran.status == 0
    shown = tomllib.loads(ran.out)
    assert shown["locale"] == "fr"
    assert shown["glyphs"] == "ascii"
    assert shown["keys"] == {"star": "f6"}
    assert shown["library"] == str(tmp_path / "l.sqlite")


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        ('locale = "de"\n\nglyfs = "ascii"\n', 3, "did you mean “glyphs”?"),
        ('# glyphs\nglyphs = "runes"\n', 2, "unicode and ascii"),
        ('entities = "magic"\n', 1, "builtin, rules, spacy:NAME and gliner:FOLDER"),
        ('[colours]\nyellow = "claim"\npink = "doubt"\n', 3, "no colour of highlights"),
        ('\n[keys]\nstar = 6\n', 3, "must be text in quotes"),
        ('keys = "f6"\n', 1, "must be a table"),
        ("theme = 3\n", 1, "must be text in quotes"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told_with_its_line_and_what_may_stand_there(written, line, says):
    (problem,) = read_config(written, {}, Path("/nowhere")).problems
    assert f"line {line}:" in problem
    assert says in problem


def test_config_ends_with_status_1_where_something_is_not_understood(tmp_path):
    (tmp_path / "config.toml").write_text('entities = "magic"\n')
    assert at(tmp_path, "config").status == 1


def test_the_tour_needs_a_terminal(tmp_path):
    ran = at(tmp_path, "tour")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "needs a terminal" in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_every_command_and_the_formats_of_exports(shell, tmp_path):
    script = at(tmp_path, "completions", shell).out
    assert all(command in script for command in COMMANDS)
    assert "bibtex" in script


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here to ask")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["lesart", "exp"], "export"),
        (["lesart", "export", "--format", "bi"], "bibtex"),
        (["lesart", "export", "--for"], "--format --force"),
        (["lesart", "import", "a fi"], "a file.txt"),
        (["lesart", "opml", "import", "a fi"], "a file.txt"),
        (["lesart", "--db", "a fi"], "a file.txt"),
    ],
)
def test_bash_completes_what_is_typed(typed, offered, tmp_path):
    (tmp_path / "a file.txt").touch()
    script = tmp_path / "completions"
    script.write_text(at(tmp_path, "completions", "bash").out)
    words = " ".join(f"'{word}'" for word in typed)
    asked = (
        f"cd {tmp_path}; source {script}; COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; COMPREPLY=();"
        f" _shtab_lesart lesart '{typed[-1]}' '{typed[-2]}'; echo ${{COMPREPLY[*]}}"
    )
    ran = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, timeout=30)
    assert ran.stdout.strip() == offered, ran.stderr


def test_the_manual_names_every_command_and_no_line_of_it_is_taken_for_a_request(tmp_path):
    page = at(tmp_path, "man").out
    for command in COMMANDS:
        assert f'.SS "lesart {command}"' in page
    requests = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".br", ".B", ".I", "."}
    assert "130  stopped by ctrl+c" in page.replace("\\-", "-")


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff here to set the page")
def test_the_page_is_set_without_a_request_or_sign_that_is_not_known(tmp_path):
    page = tmp_path / "lesart.1"
    page.write_text(at(tmp_path, "man").out, "utf-8")
    command = ["groff", "-k", "-man", "-Tutf8", "-ww", str(page)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert "completions" in ran.stdout
    assert [
        line for line in ran.stderr.splitlines() if "line" not in line.rpartition("warning")[2]
    ] == []
