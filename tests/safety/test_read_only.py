"""A library that may only be read opens for reading, as an ordinary user; root is made one here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.file.checkpoint import log_size
from tests.conftest import NOW, a_draft
from tests.safety.terminal import Program

NOBODY = 65534
_AS_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs",
    # The tests' own program may lie where only root looks; that a user may look is all it is given.
    "--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search",
    "--bounding-set=-all,+dac_read_search",
)  # fmt: skip


def as_ordinary_user(*command: str) -> list[str]:
    """The command as one who may read what is there and write only what is his."""
    if os.geteuid() != 0:
        return list(command)
    if shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and there is no setpriv to become somebody else")
    return [*_AS_NOBODY, *command]


def lesart(library: Path, *arguments: object) -> tuple[int, str, str]:
    command = as_ordinary_user(sys.executable, "-m", "lesart", "--db", str(library))
    ended = subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=120,
        env=_environment(library), stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return ended.returncode, ended.stdout, ended.stderr


def _environment(library: Path) -> dict[str, str]:
    home = library.parents[1] / "home"
    return {
        **os.environ, "HOME": str(home), "LESART_CONFIG": str(home / "none.toml"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip


def fill(path: Path) -> None:
    with Store.open(path) as store:
        for number in range(5):
            text = f"Words of article {number} about the harbour."
            store.articles.add(a_draft(text, title=f"Title {number}"), now=NOW)
        text = store.articles.text(1) or ""
        at = text.index("harbour")
        store.annotations.add(1, make_anchor(text, Span(at, at + 7)), now=NOW, note="mine")


def leave_log(path: Path) -> None:
    """As one leaves it who is killed: what was written last stands in the log alone."""
    script = (
        "import os, sys; from lesart.store import Store; from lesart.model.article import Draft\n"
        "store = Store.open(sys.argv[1]); store.articles.add(Draft('Last', 'Only in the log.'), now=1)\n"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert log_size(path) > 0


STATES = ["folded", "log", "log without index", "empty log"]


@pytest.fixture(params=STATES)
def library(tmp_path: Path, request: pytest.FixtureRequest):
    """A file that may be read and a folder that may be looked at, nothing more."""
    path = tmp_path / "shared" / "library.sqlite"
    fill(path)
    if "log" in request.param and request.param != "empty log":
        leave_log(path)
    if request.param == "log without index":
        path.with_name("library.sqlite-shm").unlink()
    if request.param == "empty log":
        path.with_name("library.sqlite-wal").touch()
    yield from _made_read_only(path)


@pytest.fixture
def folded(tmp_path: Path):
    path = tmp_path / "shared" / "library.sqlite"
    fill(path)
    yield from _made_read_only(path)


def _made_read_only(path: Path):
    home = path.parents[1] / "home"
    home.mkdir()
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
    for file in path.parent.iterdir():
        file.chmod(0o444)
    path.parent.chmod(0o555)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    yield path
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    path.parent.chmod(0o755)


def test_it_can_be_listed_shown_searched_and_exported(library):
    count = 6 if log_size(library) else 5
    assert lesart(library, "list", "--count") == (0, f"{count}\n", "")
    status, out, said = lesart(library, "list")
    assert (status, said) == (0, "")
    assert "Title 4" in out
    assert ("Last" in out) == (count == 6)
    status, out, said = lesart(library, "show", 1)
    assert (status, said) == (0, "")
    assert "about the harbour" in out
    assert "mine" in out
    status, out, said = lesart(library, "search", "harbour")
    assert (status, said) == (0, "")
    assert "Title 2" in out
    status, out, said = lesart(library, "annotations")
    assert (status, "mine" in out, said) == (0, True, "")
    status, out, said = lesart(library, "export", "--format", "jsonl")
    assert status == 0, said
    assert out.count('"type": "article"') + out.count('"type":"article"') >= 1
    assert "mine" in out
    assert lesart(library, "feeds")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("annotate", 1, "--note", "x"), ("remove", 2), ("import", "a.txt"),
        ("feeds", "rename", "1", "x"), ("samples",),
    ],
    ids=lambda words: str(words[0]),
)  # fmt: skip
def test_what_would_write_says_that_it_is_read_only(folded, words, tmp_path):
    (tmp_path / "home" / "a.txt").write_text("Some words.")
    full = [tmp_path / "home" / word if word == "a.txt" else word for word in words]
    status, _, said = lesart(folded, *full)
    assert status != 0
    assert "Traceback" not in said
    if words[0] != "feeds":
        assert status == 3
        assert said.count("\n") == 1
        assert "read-only" in said


def test_a_copy_of_it_can_be_made_and_doctor_looks_at_it(folded, tmp_path):
    copy = tmp_path / "home" / "copy.sqlite"
    status, _, said = lesart(folded, "backup", copy)
    assert status == 0, said
    with Store.open(copy) as store:
        assert store.articles.count() == 5
    status, out, said = lesart(folded, "doctor")
    assert "BAD  integrity" not in out
    assert "words of notes where they say" in " ".join(out.split())
    assert "Traceback" not in said


TOLD = "This library is read-only: you may"
"""The beginning; `ctrl+g` shows the rest where the line is short."""


def test_the_screen_opens_it_reads_and_says_that_nothing_is_stored(folded):
    command = as_ordinary_user(sys.executable, "-m", "lesart", "--db", str(folded))
    with Program(command, rows=30, columns=200, **_environment(folded)) as reader:
        reader.wait_for("This library is read-only")
        reader.wait_for("lesart  read-only")
        reader.press("\r")
        reader.wait_for("READ")
        for keys in ("s", "C", "t"):
            reader.press(keys)
            if keys == "t":
                reader.wait_for("Tags of this article")
                reader.press("\x1b")
            else:
                reader.wait_for(TOLD)
        reader.press("V1")
        reader.wait_for(TOLD)
        reader.press("\x11")
        assert reader.end(30) == 0


def test_what_is_read_while_another_writes_is_what_is_stored_then(tmp_path):
    """The owner goes on; one who may only read sees it, the log included."""
    path = tmp_path / "shared" / "library.sqlite"
    fill(path)
    (tmp_path / "home").mkdir()
    with Store.open(path) as store:
        store.articles.add(a_draft("One more.", title="Fresh"), now=NOW)
        for file in path.parent.iterdir():
            file.chmod(0o644)
        path.parent.chmod(0o755)
        assert lesart(path, "list", "--count")[1] == "6\n"
        store.articles.add(a_draft("And one.", title="Fresher"), now=NOW)
        assert lesart(path, "list", "--count")[1] == "7\n"
    assert lesart(path, "list", "--count")[1] == "7\n"


def test_a_library_that_another_program_closes_at_that_moment_is_not_taken_for_read_only(
    tmp_path, monkeypatch
):
    """Who closes last takes the log's index away: between two questions it was there and is not."""
    library = tmp_path / "library.sqlite"
    other = Store.open(library)
    index, may = tmp_path / "library.sqlite-shm", os.access
    assert index.exists()

    def closed_meanwhile(path, mode, **more):
        if Path(path) == index:
            other.close()
        return may(path, mode, **more)

    monkeypatch.setattr(os, "access", closed_meanwhile)
    with Store.open(library) as store:
        assert not store.is_read_only
        store.articles.add(a_draft("Words about the harbour.", title="Harbour"), now=NOW)
