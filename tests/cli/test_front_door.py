"""The program as it is started: a real process, its streams and its status."""

from __future__ import annotations

import os
import subprocess
import sys


def start(*arguments, tmp_path, **options):
    environment = {
        **os.environ,
        "LESART_DB": str(tmp_path / "library.sqlite"),
        "HOME": str(tmp_path),
    }
    return subprocess.run(
        [sys.executable, "-m", "lesart", *map(str, arguments)],
        capture_output=True, text=True, timeout=60, env=environment, stdin=subprocess.DEVNULL, **options,
    )  # fmt: skip


def test_without_a_terminal_it_says_so_and_names_what_works(tmp_path):
    ran = start(tmp_path=tmp_path)
    assert ran.returncode == 2
    assert "needs a terminal" in ran.stderr
    assert "list" in ran.stderr


def test_version_and_list_never_import_the_screen(tmp_path):
    start("list", tmp_path=tmp_path)  # making a library is allowed to be slower, once
    for arguments in (["--version"], ["list", "--count"]):
        code = (
            "import sys; from lesart.__main__ import main; status = main(sys.argv[1:]);"
            "heavy = [m for m in ('textual', 'rich', 'feedparser', 'httpx2', 'readability',"
            " 'onnxruntime', 'numpy', 'lxml') if m in sys.modules];"
            "print('HEAVY', heavy, file=sys.stderr); sys.exit(status)"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60,
            env={**os.environ, "LESART_DB": str(tmp_path / "library.sqlite")},
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        assert "HEAVY []" in ran.stderr


def test_help_lists_every_command_and_the_exit_statuses(tmp_path):
    ran = start("--help", tmp_path=tmp_path)
    assert ran.returncode == 0
    for command in ("list", "show", "search", "import", "annotations", "remove", "feeds", "pipe"):
        assert command in ran.stdout
    assert "exit status" in ran.stdout


def test_a_library_that_cannot_be_used_is_one_sentence_and_status_3(tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"not a database " * 100)
    ran = start("list", tmp_path=tmp_path)
    assert ran.returncode == 3
    assert len(ran.stderr.strip().splitlines()) == 1
    assert "library.sqlite" in ran.stderr


def test_a_closed_pipe_is_no_error(tmp_path):
    ran = subprocess.run(
        f"{sys.executable} -m lesart --help | head -1", shell=True, capture_output=True, text=True,
        timeout=60, env={**os.environ, "LESART_DB": str(tmp_path / "library.sqlite")},
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
