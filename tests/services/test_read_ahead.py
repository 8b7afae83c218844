"""Many files are read by processes of their own; what comes in is the same as without them."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lesart.feeds.pages import site_rules
from lesart.services.importing import read_ahead_child
from lesart.services.importing.import_files import Wishes, import_found
from lesart.services.importing.read_ahead import MANY, ReadAhead
from lesart.services.outcomes import Failed, Imported, Outcome
from lesart.store import Store
from lesart.text.prepared import prepared
from lesart.translations import use
from tests.services.built_files import docx, epub, mail, paragraphs, saved_page, xhtml, zipped

NOW = 1_795_000_000
LONG = "The harbour was measured again, and it is deeper than anybody had written down. "

RULED = f"""<!DOCTYPE html><!-- saved from url=(0027)https://ruled.example/ferry -->
<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{f"<p>{LONG * 3}</p>" * 6}
<div class="quiz"><p>Guess how deep it is, and {LONG}</p></div></article></body></html>"""


def texts(folder: Path, count: int, words: int = 12) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Harbour {number}\n\n{LONG * words}{number}.\n")
    return folder


def all_kinds(folder: Path) -> Path:
    """A folder of everything that comes in, and of what does not."""
    texts(folder, MANY + 10)
    one = mail("Words of the letter, which are not many.", identity="<7@a.example>")
    for name, data in {
        "005a.md": b"---\ntitle: Own\ntags: [sea]\n---\n\n# Own\n\nIt was **deep**, and it was cold.\n",
        "010a.html": RULED.encode(), "010aa.html": saved_page().encode(),
        "010b.eml": one,
        "010c.docx": docx("<w:p><w:r><w:t>Words of a document.</w:t></w:r></w:p>"),
        "010d.epub": epub({"a.xhtml": xhtml(paragraphs(2)), "b.xhtml": xhtml(paragraphs(3))}, {"a.xhtml": "One"}),
        "015a.zip": zipped({"in it.txt": "Words from within.", "and.txt": "More from within."}),
        "015b.mbox": b"From a@b.example Mon Jan  5 10:00:00 2026\n" + one + b"\n",
        "015c.csv": b"title,url,text\nOf a table,https://t.example/1,Words of a table.\n",
        "020a.txt": b"", "020b.txt": b"\0\1\2" * 100, "020c.png": b"\x89PNG\r\n\x1a\n....",
        "020d.txt": b'{"type": "unknown to us"}', "020f.txt": b'{"type": "lesart", "vers',
        "020e.eml": b"not a letter, but text in a file of that name",
        "025a.txt": "Straße über Brücke: Größe, schön.".encode("cp1252"),
        "025b.txt": b"Sternhafenwasser. " + LONG.encode() * 60_000,
        "030a.txt": (folder / "001.txt").read_bytes(),
    }.items():  # fmt: skip
        (folder / name).write_bytes(data)
    (folder / "deeper").mkdir()
    (folder / "deeper" / os.fsdecode(b"no text \xff.txt")).write_text("Words under an odd name.")
    (folder / "035a.txt").symlink_to(folder / "deeper")
    (folder / "035b.txt").symlink_to(folder.parent)
    (folder / "035c.txt").symlink_to(folder / "nowhere")
    (folder / "040a.txt").symlink_to(folder / "002.txt")
    return folder


def said(outcome: Outcome) -> tuple[object, ...]:
    if isinstance(outcome, Failed):
        return Failed, outcome.name, str(outcome.error)
    return type(outcome), outcome.name, getattr(outcome, "article_id", 0)


def brought_in(
    folder: Path, library: Path, processes: int
) -> tuple[list[tuple[object, ...]], list]:
    with Store.open(library) as store, ReadAhead([folder], processes) as files:
        assert len(files.readers) == (processes > 1)
        stream = import_found(files, store, now=NOW, stdin=None, wishes=Wishes())
        outcomes = [said(outcome) for outcome in stream]
        articles = [
            store.articles.get(row[0])
            for row in store.connection.execute("SELECT id FROM article ORDER BY id")
        ]
        assert store.connection.execute("SELECT count(*) FROM unlisted").fetchone() == (0,)
        rows = store.connection.execute("SELECT words FROM vocabulary")
        listed = {word for row in rows for word in row[0].split("\n")}
        assert listed == {row[0] for row in store.connection.execute("SELECT term FROM body_words")}
    assert {"within", "table", "sternhafenwasser"} <= listed  # ~letters finds them
    return outcomes, articles


def test_what_comes_in_is_the_same_in_the_same_order_whoever_reads(tmp_path: Path) -> None:
    use("de")  # the sentences, too
    rules = tmp_path / "sites.toml"
    rules.write_text('["ruled.example"]\ndrop = [".quiz"]\n')
    site_rules.follow(rules)
    folder = all_kinds(tmp_path / "files")
    try:
        alone = brought_in(folder, tmp_path / "alone.sqlite", 1)
        helped = brought_in(folder, tmp_path / "helped.sqlite", 3)
    finally:
        site_rules.follow(None)
    assert helped[0] == alone[0]
    assert helped[1] == alone[1]
    kinds = [kind for kind, *_rest in helped[0]]
    assert kinds.count(Imported) > MANY
    assert kinds.count(Failed) >= 6
    assert not any("Guess how deep" in article.text for article in helped[1])
    assert any("die Datei ist leer" in str(words) for _kind, _name, words in helped[0])


def test_readers_work_out_what_storing_asks_for(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("one", "two")]
    for file in files:
        file.write_text(f"{file.stem} says\n\nOslo counts 700 boats. {file.stem}")
    answers, _stretches = read_ahead_child._answer([(str(file), file.name) for file in files])
    drafts = [found.draft for [found] in answers]
    assert [draft.prepared for draft in drafts] == [prepared(d.title, d.text) for d in drafts]
    assert None not in [draft.prepared for draft in drafts]


def test_a_few_files_start_no_process(tmp_path: Path) -> None:
    with ReadAhead([texts(tmp_path / "few", MANY - 1)], 2) as files:
        assert not files.readers
        assert all(read is None for _found, read in files)


def test_one_processor_starts_no_process(tmp_path: Path) -> None:
    with ReadAhead([texts(tmp_path / "many", MANY + 1)], 1) as files:
        assert not files.readers
        assert len(list(files)) == MANY + 1


def test_nothing_is_lost_when_whoever_reads_is_ended_again_and_again(
    tmp_path: Path, store: Store
) -> None:
    folder = texts(tmp_path / "files", 200)
    ended = []
    with ReadAhead([folder], 2) as files:
        outcomes = []
        for outcome in import_found(files, store, now=NOW, stdin=None, wishes=Wishes()):
            outcomes.append(outcome)
            child = files.readers[0].process.child
            if child is not None and child.pid not in ended:
                child.kill()
                ended.append(child.pid)
    assert ended
    assert [outcome.name for outcome in outcomes] == [f"{folder}/{n:03}.txt" for n in range(200)]
    assert all(isinstance(outcome, Imported) for outcome in outcomes)
    assert store.articles.count() == 200


def test_a_file_that_changes_meanwhile_comes_in_as_it_is_read_and_is_known_again(
    tmp_path: Path, store: Store
) -> None:
    folder = texts(tmp_path / "files", MANY + 20)
    last = folder / f"{MANY + 19:03}.txt"
    with ReadAhead([folder], 2) as files:
        for _outcome in import_found(files, store, now=NOW, stdin=None, wishes=Wishes()):
            last.write_text("Harbour, told anew\n\nOther words stand here by now.\n")
    with ReadAhead([folder], 2) as files:
        again = list(import_found(files, store, now=NOW, stdin=None, wishes=Wishes()))
    texts_now = [
        store.articles.text(row) for (row,) in store.connection.execute("SELECT id FROM article")
    ]
    assert sum("Other words stand here" in (text or "") for text in texts_now) == 1
    assert len(again) == MANY + 20
    assert not any(isinstance(outcome, Failed) for outcome in again)


# ------------------------------------------------------------------ real processes


def running(library: Path, folder: Path) -> subprocess.Popen[str]:
    config = library.with_name("config.toml")
    config.write_text('entities = "rules"\n')
    return subprocess.Popen(
        [sys.executable, "-m", "lesart", "--db", str(library), "import", "--json", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,  # as a terminal does: Ctrl+C is heard by all of them
        env={**os.environ, "LESART_CONFIG": str(config)},
    )  # fmt: skip


def children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for file in found for child in file.read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists(),
    reason="who is whose child is not told here",
)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_an_import_that_is_ended_in_the_middle_keeps_what_it_told_and_leaves_no_process(
    number: signal.Signals, tmp_path: Path
) -> None:
    folder = texts(tmp_path / "files", 3000, words=60)
    library = tmp_path / "library.sqlite"
    with running(library, folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        told = [json.loads(process.stdout.readline()) for _number in range(20)]
        readers = children_of(process.pid)
        if number is signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        rest, words = process.communicate(timeout=60)
    assert readers
    deadline = time.monotonic() + 60
    while any(map(is_alive, readers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, readers))
    whole = [line for line in rest.splitlines() if line.endswith("}")]
    told += [json.loads(line) for line in whole]
    assert len(told) < 3000
    if number is signal.SIGINT:
        assert process.returncode == 130
        assert "what was done so far is stored" in words
        assert "Traceback" not in words
    with Store.open(library) as store:
        assert {one["id"] for one in told} <= {
            row[0] for row in store.connection.execute("SELECT id FROM article")
        }
        assert all(store.articles.text(one["id"]) for one in told)
    with sqlite3.connect(library) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
