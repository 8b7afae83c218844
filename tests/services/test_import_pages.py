"""Saved pages in whatever they were saved in, archives of files, and what is refused."""

from __future__ import annotations

import gzip
import io
import plistlib
import quopri
import tarfile
import zipfile
from datetime import date

import pytest

from lesart.model.errors import ImportFailed
from lesart.query import parse_query
from lesart.services.importing.file_reader import read_file
from lesart.services.importing.import_files import Wishes, import_paths
from lesart.services.importing.registry import FORMATS
from lesart.services.outcomes import AlreadyThere, Failed, Imported, Revised
from tests.services.built_files import STORY, docx, epub, mail, saved_page, warc, xhtml, zipped

NOW = 1_795_000_000
LINK = "https://news.example.org/2024/ferry"


def imported(store, *paths, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def mhtml(page, *, saved_by="From: <Saved by Blink>\n", link=LINK):
    body = quopri.encodestring(page.encode()).decode()
    return (
        f"{saved_by}Snapshot-Content-Location: {link}\nSubject: =?utf-8?Q?Ferry?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\n\n'
        "----B\nContent-Type: text/css\nContent-Location: cid:css\n\np{}\n"
        f"----B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: {link}\n\n"
        f"{body}\n----B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n----B--\n"
    ).encode()


def webarchive(page, kind=plistlib.FMT_BINARY, **more):
    main = {"WebResourceData": page.encode(), "WebResourceURL": LINK, "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8", **more}  # fmt: skip
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=kind)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (mhtml(saved_page()), "a.mhtml"),
        (mhtml(saved_page()), "a.txt"),
        (webarchive(saved_page()), "a.webarchive"),
        (webarchive(saved_page(), plistlib.FMT_XML), "a"),
        (warc([(LINK, "text/html; charset=utf-8", saved_page().encode())]), "a.warc"),
        (warc([(LINK, "text/html", saved_page().encode())], is_packed=True), "a.warc.gz"),
        (saved_page(before=f"<!-- saved from url=(0031){LINK} -->").encode(), "a.html"),
        (
            saved_page(
                before=f"<!--\n Page saved with SingleFile \n url: {LINK} \n saved date: Mon -->"
            ).encode(),
            "a.htm",
        ),
        (saved_page(head=f'<meta name="savepage-url" content="{LINK}">').encode(), "a.html"),
        (
            saved_page(
                before="<!-- Mirrored from news.example.org/2024/ferry by HTTrack Website Copier/3.x -->"
            ).encode(),
            "a",
        ),
        (
            gzip.compress(saved_page(before=f"<!-- saved from url=(0031){LINK} -->").encode()),
            "a.html.gz",
        ),
    ],
)
def test_a_saved_page_gives_its_article_and_its_address(data, name):
    draft = read_file(data, name)
    assert draft.title == "Ferry stops for the winter"
    assert draft.text.startswith(STORY)
    assert draft.link.replace("http:", "https:") == LINK
    assert draft.source == "news.example.org"


def test_the_pages_own_address_counts_on_its_own_site_only():
    saved = f"<!-- saved from url=(0031){LINK}?utm_source=x -->"
    own = saved_page(head=f'<link rel="canonical" href="{LINK}">', before=saved)
    assert read_file(own.encode(), "a.html").link == LINK
    foreign = saved_page(
        head='<link rel="canonical" href="https://other.example.com/x">', before=saved
    )
    assert read_file(foreign.encode(), "a.html").link == f"{LINK}?utm_source=x"
    local = saved_page(before="<!-- saved from url=(0020)file:///etc/passwd -->")
    assert read_file(local.encode(), "a.html").link == ""


def test_pictures_put_into_a_page_are_not_kept_with_it():
    page = saved_page(
        head=f'<style>b{{background:url("data:image/png;base64,{"A" * 500_000}")}}</style>'
    )
    draft = read_file(page.encode(), "a.html")
    assert len(draft.raw_html) < 5000
    assert draft.text.startswith(STORY)


def test_a_saved_page_that_was_bookmarked_takes_the_place_of_its_address(store, tmp_path):
    (tmp_path / "list.csv").write_text(f"url,title,tags\n{LINK},Ferry,sea\n")
    (tmp_path / "a.mhtml").write_bytes(mhtml(saved_page()))
    [listed] = imported(store, tmp_path / "list.csv")
    [saved] = imported(store, tmp_path / "a.mhtml")
    assert saved == Revised(str(tmp_path / "a.mhtml"), listed.article_id)
    article = store.articles.get(listed.article_id)
    assert article.is_full_text
    assert (article.text_state, article.tags) == ("", ("sea",))
    assert [type(o) for o in imported(store, tmp_path / "list.csv")] == [AlreadyThere]
    assert store.articles.get(listed.article_id).text.startswith(STORY)


def test_an_archive_of_a_crawl_gives_each_page_and_no_pictures(store, tmp_path):
    data = warc(
        [(f"{LINK}/{n}", "text/html", saved_page(f"Page {n}").encode()) for n in range(3)]
        + [
            (f"{LINK}/x.png", "image/png", b"\x89PNG"),
            (f"{LINK}/empty", "text/html", b"<html></html>"),
        ],
        is_packed=True,
    )
    (tmp_path / "crawl.warc.gz").write_bytes(data)
    *pages, rest = imported(store, tmp_path / "crawl.warc.gz")
    assert [store.articles.get(o.article_id).link for o in pages] == [
        f"{LINK}/{n}" for n in range(3)
    ]
    assert "1 page holds no text" in str(rest.error)
    for length in (len(data) // 2, len(data) // 3, len(data) - 9):
        (tmp_path / "cut.warc.gz").write_bytes(data[:length])
        *before, cut = imported(store, tmp_path / "cut.warc.gz")
        assert "cut off" in str(cut.error)
        assert len(before) == min(3, 5 * length // len(data))


# ------------------------------------------------------------------ archives


def test_files_in_an_archive_are_read_as_if_in_a_folder(store, tmp_path):
    inner = zipped({"deep.txt": "Deep words."})
    data = zipped(
        {
            "notes/a.txt": "First words.",
            "notes/b.md": "# Second\n\nWords.",
            "page.html": saved_page(),
            "page_files/ad.html": "<p>Buy.</p>",
            "page_files/x.png": b"\x89PNG",
            "photo.png": b"\x89PNG\r\n",
            "inner.zip": inner,
            "letter.eml": mail("A letter."),
            "book.epub": epub({"a.xhtml": xhtml("<p>Book words.</p>")}, {}),
            "paper.docx": docx("<w:p><w:r><w:t>Paper words.</w:t></w:r></w:p>"),
            "__MACOSX/._a.txt": "x",
            "x.xlsx": zipped({"xl/workbook.xml": "<x/>"}),
        }
    )
    (tmp_path / "all.zip").write_bytes(data)
    outcomes = imported(store, tmp_path / "all.zip")
    texts = {store.articles.get(o.article_id).text for o in outcomes if isinstance(o, Imported)}
    assert {
        "First words.",
        "Words.",
        "Deep words.",
        "A letter.",
        "Book words.",
        "Paper words.",
    } < texts
    assert len(texts) == 7
    failures = [str(o.error) for o in outcomes if isinstance(o, Failed)]
    assert len(failures) == 2
    assert any(
        "all.zip: x.xlsx: Lesart does not read a spreadsheet (.xlsx); save it as CSV or HTML." in f
        for f in failures
    )
    assert any("left out (1 .png)" in f for f in failures)
    first = store.articles.get(
        outcomes[[o.name.endswith("a.txt") for o in outcomes].index(True)].article_id
    )
    assert (first.folder, first.source, first.is_read) == ("notes", "notes", True)
    assert all(isinstance(o, AlreadyThere | Failed) for o in imported(store, tmp_path / "all.zip"))


def test_an_edited_file_in_an_archive_is_a_revision(store, tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped({"a.txt": "The ferry has stopped for the winter.", "b.txt": "Other words."})
    )
    imported(store, path)
    path.write_bytes(
        zipped({"a.txt": "The ferry has stopped for the whole winter.", "b.txt": "Other words."})
    )
    assert [type(o) for o in imported(store, path)] == [Revised, AlreadyThere]


def test_names_that_climb_out_of_an_archive_lead_nowhere(store, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(
        zipped(
            {
                "../../evil.txt": "Climbing words.",
                "/etc/evil.txt": "Rooted words.",
                "a\x1b[31m\n.txt": "Red.",
            }
        )
    )
    outcomes = imported(store, tmp_path / "in" / "a.zip")
    assert [type(o) for o in outcomes] == [Imported] * 3
    assert not list(tmp_path.glob("**/evil.txt"))
    for outcome in outcomes:
        assert "\x1b" not in outcome.name
        assert "\n" not in outcome.name


def test_a_bomb_is_given_up_and_what_lies_beside_it_is_read(store, tmp_path):
    data = zipped({"a.txt": "Words.", "bomb.txt": b"A" * 30_000_000, "c.txt": "More words."})
    assert len(data) < 100_000
    (tmp_path / "a.zip").write_bytes(data)
    outcomes = imported(store, tmp_path / "a.zip")
    assert [type(o) for o in outcomes] == [Imported, Failed, Imported]
    assert "swells" in str(outcomes[1].error)


def test_a_packed_bomb_is_given_up(store, tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"A" * 200_000_000))
    [outcome] = imported(store, tmp_path / "a.txt.gz")
    assert isinstance(outcome, Failed)


def test_archives_within_archives_end(store, tmp_path):
    data = zipped({"a.txt": "Deep."})
    for _ in range(8):
        data = zipped({"next.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    [outcome] = imported(store, tmp_path / "a.zip")
    assert "nested too deep" in str(outcome.error)


def test_locked_and_damaged_archives_are_sentences(store, tmp_path):
    data = bytearray(zipped({"a.txt": STORY * 50}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        assert archive.namelist() == ["a.txt"]
    locked = bytes(data).replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    (tmp_path / "locked.zip").write_bytes(locked)
    data[60] ^= 0xFF
    (tmp_path / "broken.zip").write_bytes(bytes(data))
    (tmp_path / "cut.zip").write_bytes(bytes(data[:50]))
    (tmp_path / "cut.gz").write_bytes(gzip.compress(bytes(range(32, 127)) * 999)[:-20])
    for name, says in (
        ("locked.zip", "password"),
        ("broken.zip", "damaged"),
        ("cut.zip", "damaged"),
        ("cut.gz", "cut off"),
    ):
        [outcome] = imported(store, tmp_path / name)
        assert says in str(outcome.error), name
    assert store.articles.count() == 0


# ------------------------------------------------------------------ refused


def old_tar():
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", zipped({"xl/workbook.xml": "<x/>"}), "save it as CSV or HTML"),
        ("a.docx", zipped({"xl/workbook.xml": "<x/>"}), "a spreadsheet"),
        ("a.pptx", zipped({"ppt/slides.xml": "<x/>"}), "slides"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Microsoft Office in its old form"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".docx"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"x" * 99, "Lesart does not read .jpg files"),
        ("notes.md", b"ID3\x04" + b"\0" * 99, "a sound"),
        ("film.html", b"\0\0\0\x20ftypisom" + b"\0" * 99, "a film"),
        ("a.txt", b"SQLite format 3\0" + b"\0" * 99, "--db"),
        ("a.mobi", b"\0" * 60 + b"BOOKMOBI" + b"\0" * 99, "EPUB"),
        ("a.tar", old_tar(), "unpack it first"),
        ("a.txt", b"7z\xbc\xaf\x27\x1c" + b"\0" * 99, "unpack it first"),
        ("a.rtf", b"{\\rtf1 words}", "does not read .rtf files; save it as .docx"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", ".svg"),
        ("a.xml", b"<?xml version='1.0'?><TEI xmlns='x'><p>Words</p></TEI>", "<TEI>"),
        ("a.txt", b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "calendar"),
        (
            "a.txt",
            b"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w1234\n" * 30,
            "encoded data",
        ),
        ("a", bytes(range(256)) * 9, "binary"),
        (
            "a.plist",
            plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY),
            "does not read .plist files",
        ),
    ],
)
def test_what_is_not_read_is_refused_by_its_name_with_a_way_out(store, tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    [outcome] = imported(store, tmp_path / name)
    assert isinstance(outcome, Failed)
    assert says in str(outcome.error)
    assert store.articles.count() == 0


def test_every_format_has_a_row_that_says_what_it_is():
    assert len({row.name for row in FORMATS}) == len(FORMATS)
    for row in FORMATS:
        assert row.says
        assert all(suffix.startswith(".") for suffix in row.suffixes)


def test_a_damaged_web_archive_is_a_sentence():
    for data in (
        b"bplist00" + b"\xff" * 50,
        webarchive("", WebResourceMIMEType="image/png"),
        webarchive(saved_page())[:-40],
    ):
        with pytest.raises(ImportFailed, match="web archive"):
            read_file(data, "a.webarchive")
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><plist><dict><key>WebMainResource</key><string>&a;</string></dict></plist>'
    with pytest.raises(ImportFailed, match="web archive"):
        read_file(bomb, "a.webarchive")


# ------------------------------------------------------------------ the list


def test_what_tells_no_date_stands_below_everything_dated(store, tmp_path):
    from tests.conftest import a_draft

    old = store.articles.add(a_draft("Old news.", published=None), now=NOW - 86400 * 999).id
    (tmp_path / "a.txt").write_text("Words without a date.")
    (tmp_path / "b.txt").write_text(" date 1848 Very old words.")
    undated, dated = imported(store, tmp_path / "a.txt", tmp_path / "b.txt")
    assert list(store.articles.newest(9)) == [old, dated.article_id, undated.article_id]
    assert store.articles.get(undated.article_id).published is None

    def found(query):
        return set(store.search.ids(parse_query(query, date(2026, 11, 18))))

    assert undated.article_id not in found("before:2030")
    assert dated.article_id in found("before:1900")


def test_a_folder_comes_in_as_read_and_a_file_that_was_named_as_unread(store, tmp_path):
    (tmp_path / "many").mkdir()
    for n in range(3):
        (tmp_path / "many" / f"{n}.txt").write_text(f"Old words {n}.")
    (tmp_path / "one.txt").write_text("New words.")
    folder = imported(store, tmp_path / "many")
    [one] = imported(store, tmp_path / "one.txt")
    assert list(store.articles.newest(9, unread_only=True)) == [one.article_id]
    (tmp_path / "many" / "4.txt").write_text("Wanted words.")
    again = imported(store, tmp_path / "many", wishes=Wishes(is_read=False))
    assert isinstance(again[-1], Imported)
    assert len(store.articles.newest(9, unread_only=True)) == 2
    assert len(folder) == 3


def test_what_tells_no_date_breaks_no_list_of_stories_and_names(tmp_path):
    from tests.safety.running import run_lesart

    library = tmp_path / "library.sqlite"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{STORY} Angela Merkel said so in Berlin. File {name}.")

    def lesart(*words):
        return run_lesart("--db", library, *words, folder=tmp_path)

    assert lesart("import", tmp_path / "a.txt", tmp_path / "b.txt").returncode == 0
    assert lesart("analyse", "--waiting").returncode == 0
    for words in (
        ("stories", "--least", "1"),
        ("stories", "--least", "1", "--json"),
        ("entities",),
        ("entities", "--json"),
    ):
        ran = lesart(*words)
        assert ran.returncode == 0, ran.stderr
        assert "bug in Lesart" not in str(ran.stderr)
