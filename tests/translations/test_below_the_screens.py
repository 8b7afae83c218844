"""What is found out below the screens is told in the reader's language, by child processes, too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lesart.feeds.formats.parsed import WebPage
from lesart.feeds.parse_worker import ParseWorker
from lesart.model.errors import FeedError, ImportFailed
from lesart.services.importing.file_reader import read_file
from lesart.services.importing.import_files import import_paths
from lesart.services.outcomes import Failed
from lesart.store import Store
from lesart.store.file.integrity import check
from lesart.translations import _, use
from tests.conftest import NOW
from tests.services.built_files import lines, pdf, warc
from tests.services.test_import_documents import FIRST

STATES = {
    "picture.pdf": (pdf([lines(72, 700, FIRST), []]), "Seite 2 von 2 ist nur ein Bild"),
    "pictures.pdf": (pdf([lines(72, 700, FIRST), [], []]), "Die Seiten 2–3 von 3 sind nur Bilder"),
    "list.csv": (
        b"title,url,time_added\nThe ferry stops,https://news.example/ferry,1795000000\n",
        "Nur die Adresse wurde importiert. Als Datum gilt der Tag",
    ),
}  # fmt: skip
BROKEN = {
    "list.csv": (b'title,url\nA,https://a.example/1\nB,"https', "Zeile "),
    "bookmarks.html": (
        b"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='ftp://x'>Here</A></DL>",
        "Lesezeichen 1",
    ),
    "pages.warc": (warc([("https://a.example/", "text/html", b"<html></html>")]), "Seite enthält"),
    "locked.pdf": (b"%PDF-1.4\n% nothing else", "dies ist ein PDF"),
}


@pytest.mark.parametrize("name", STATES)
def test_what_is_odd_about_an_article_is_german(name: str) -> None:
    use("de")
    data, says = STATES[name]
    assert says in read_file(data, name).text_state


@pytest.mark.parametrize("name", BROKEN)
def test_what_of_a_file_cannot_be_read_is_german(name: str, tmp_path: Path, store: Store) -> None:
    use("de")
    data, says = BROKEN[name]
    (tmp_path / name).write_bytes(data)
    found = list(import_paths([tmp_path / name], store, now=NOW))
    told = " ".join(str(one.error) for one in found if isinstance(one, Failed))
    assert says in told, found


def test_a_process_of_its_own_speaks_the_readers_language() -> None:
    use("de")
    with ParseWorker() as worker:
        with pytest.raises(WebPage) as page:
            worker.read(b"<html><body>Words.</body></html>", url="https://a.example/")
        assert page.value.reason == "dies ist eine Webseite, kein Feed."
        with pytest.raises(FeedError) as broken:
            worker.read(b"{}", url="https://a.example/")
        assert "dies ist JSON, aber kein Feed." in broken.value.reason
    with pytest.raises(ImportFailed, match="dies ist ein PDF, aber ein beschädigtes"):
        read_file(b"%PDF-1.4\n" + b"trailer << /Root 9 0 R >>\n" * 3, "x.pdf")


def test_the_doctor_names_what_it_looks_at_in_german(store: Store) -> None:
    use("de")
    named = [_(finding.what) for finding in check(store.path)]
    assert {"Datei", "Zugriff", "Unversehrtheit", "Verweise", "Wortverzeichnis"} <= set(named)
    assert not [one for one in named if re.search(r"words|note counts|reading|quotations", one)]
