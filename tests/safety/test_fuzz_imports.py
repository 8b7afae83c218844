"""Files of every format with bytes changed, cut and put in: an article, or a sentence; never a bug.

`LESART_FUZZ` says how many of each are tried, as in `test_fuzz`.
"""

from __future__ import annotations

import gzip
import io
import json
import plistlib
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesart.model.errors import ImportFailed
from lesart.services.importing.items import Item, Options, Source, Trouble, shown_name
from lesart.services.importing.reading import read_source
from lesart.services.importing.registry import FORMATS, format_of
from tests.safety.hostile import HOSTILE
from tests.safety.test_fuzz import ANY, are_spans, is_clean, often
from tests.services.built_files import (
    STORY,
    docx,
    epub,
    lines,
    mail,
    odt,
    paragraphs,
    pdf,
    saved_page,
    warc,
    xhtml,
    zipped,
)

PARTS = (
    f'--b\nContent-Type: text/html\n\n<p>{STORY}</p>\n--b\nContent-Type: application/pdf; name="a.pdf"\n'
    "Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nJVBERi0=\n--b--\n"
)
LETTER = mail(PARTS, kind='multipart/mixed; boundary="b"', subject="=?utf-8?q?F=C3=A4hre?=")
CLIPPINGS = (
    "The Bay (Ada)\n- Your Highlight on page 12 | Location 170-171 | Added on Sunday, 5 May 2019 10:11:12\n\nWords.\n==========\n"
    * 3
)
RECORDS = [{"url": "https://x.org/1", "title": "T", "tags": ["a"], "annotations": [{"quote": "q", "text": "t"}],
            "content": "<p>Words</p>", "created_at": "2024-01-01", "is_archived": 1}] * 3  # fmt: skip
WHOLE: dict[str, bytes] = {
    "a.eml": LETTER,
    "a.mbox": b"".join(b"From a@b Tue Mar  3 10:00:00 2020\n" + LETTER + b"\n" for _ in range(3)),
    "a.mhtml": mail(PARTS, kind='multipart/related; type="text/html"; boundary="b"', more="Snapshot-Content-Location: https://x.org\n"),
    "a.webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": saved_page().encode(), "WebResourceURL": "https://x.org/"}}, fmt=plistlib.FMT_BINARY),
    "b.webarchive": plistlib.dumps({"WebMainResource": {"WebResourceData": saved_page().encode(), "WebResourceURL": "https://x.org/"}}),
    "a.warc": warc([(f"https://x.org/{n}", "text/html", saved_page().encode()) for n in range(3)]),
    "a.warc.gz": warc([(f"https://x.org/{n}", "text/html", saved_page().encode()) for n in range(3)], is_packed=True),
    "a.epub": epub({"a.xhtml": xhtml(f"<h1>One</h1>{paragraphs(3)}")}, {"a.xhtml": "One"}),
    "a.docx": docx(f"<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>"),
    "a.odt": odt(f"<text:p>{STORY}</text:p>"),
    "a.zip": zipped({"a.txt": STORY, "b.html": saved_page(), "c.eml": LETTER}),
    "a.csv": b"title,url,tags,time_added\nFerry,https://x.org/1,a|b,1700000000\n\"A, b\",https://x.org/2,,\n" * 3,
    "a.json": json.dumps(RECORDS).encode(),
    "a.jsonl": "\n".join(map(json.dumps, RECORDS)).encode(),
    "a.html": b'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><H3>F</H3><DL><p><DT><A HREF="https://x.org/" ADD_DATE="1700000000" TAGS="a">T</A><DD>d</DL></DL>',
    "a.txt": CLIPPINGS.encode(),
    "a.md": f"---\ntitle: T\n---\n# H\n\n{STORY}[^1]\n\n[^1]: N\n".encode(),
    "a.txt.gz": gzip.compress(STORY.encode()),
    "omnivore.zip": zipped({"metadata_0_to_1.json": json.dumps([{"slug": "x", "title": "T", "url": "https://x.org/1"}]), "content/x.html": f"<p>{STORY}</p>", "highlights/x.md": "> q\n\nn\n"}),
    "a.url": b"[InternetShortcut]\nURL=https://x.org/\n",
}  # fmt: skip
PIECES = [words.encode("utf-8", "surrogatepass")[:300] for words in HOSTILE] + [
    b"\0", b"\xff\xfe", b"\r\n", b"--b", b"From ", b"<", b">", b'"', b"{", b"]", b"PK\x03\x04", b"Content-Type: ",
    b"9999999999999999999", b"-1", b"\xe2\x80\xae", b"=?utf-8?b?", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"==========\n",
]  # fmt: skip


def spoilt(data: bytes, seed: int) -> bytes:
    """The file with a few things changed, the same for the same seed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                changed[at:at] = chance.choice(PIECES)
            case 2:
                del changed[at : at + chance.randrange(1, 200)]
            case 3:
                changed[at:at] = changed[at : at + chance.randrange(1, 300)]
            case 4:
                other = chance.randrange(len(changed) + 1)
                changed[at : at + 20], changed[other : other + 20] = (
                    changed[other : other + 20],
                    changed[at : at + 20],
                )
            case 5:
                del changed[at if chance.random() < 0.2 else len(changed) :]
    return bytes(changed)


def is_answered(data: bytes, name: str) -> None:
    """Everything that a file gives is clean, or a sentence."""
    source = Source(shown_name(name), name, len(data), lambda: io.BytesIO(data))
    for count, found in enumerate(read_source(source, Options())):
        assert count < 10_000
        if isinstance(found, Item):
            draft = found.draft
            assert draft.text.strip()
            is_clean(
                draft.title,
                draft.text,
                draft.author,
                draft.source,
                draft.language,
                draft.link,
                draft.text_state,
                found.place,
                *draft.tags,
            )
            are_spans(draft.text, draft.blocks)
            for note in found.notes:
                is_clean(note.exact, note.note, note.uid)
        elif isinstance(found, Trouble):
            is_clean(found.place, found.reason)
        else:
            assert isinstance(found, ImportFailed)
            is_clean(str(found))


def test_every_format_has_a_whole_file_here():
    named = set()
    for name, data in {**WHOLE, "a.pdf": pdf([lines(72, 700, [STORY])])}.items():
        named.add(format_of(Source(name, name, len(data), lambda data=data: io.BytesIO(data))).name)
    assert named == {row.name for row in FORMATS}


@pytest.mark.parametrize("name", WHOLE)
@often
@given(seed=st.integers(0, 2**32))
def test_a_spoilt_file_is_articles_or_sentences(name, seed):
    is_answered(spoilt(WHOLE[name], seed), name)


INSIDE: dict[str, Callable[[str], bytes]] = {
    "a.docx": lambda inner: docx(f"<w:p><w:r><w:t>{STORY}</w:t></w:r>{inner}</w:p>"),
    "a.odt": lambda inner: odt(f"<text:p>{STORY}{inner}</text:p>"),
    "a.epub": lambda inner: epub({"a.xhtml": xhtml(f"<p>{STORY}</p>{inner}")}, {"a.xhtml": inner}, title=inner),
    "a.eml": lambda inner: mail(f"<p>{STORY}</p>{inner}", kind="text/html"),
}  # fmt: skip
MARKS = st.lists(
    st.sampled_from(
        ["<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", '<w:numPr><w:numId w:val="9"/></w:numPr>', "<w:t>x</w:t>", "<w:br/>",
         '<w:footnoteReference w:id="7"/>', "<text:list>", "</text:list>", '<text:s text:c="99999999"/>', "<text:note/>",
         "<table:table-row/>", "<p>", "</p>", "<table>", "<tr><td>", "</table>", "<aside epub:type='footnote'>", "</aside>",
         "<sup>", "</sup>", "&amp;", "&x;", "<a href='javascript:x'>", "</a>", "<math>", "1987", "<ol start='-9'><li>", "<!--"]
    )
    | ANY,
    max_size=12,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("name", INSIDE)
@often
@given(inner=MARKS)
def test_odd_markup_in_a_whole_file_is_an_article_or_a_sentence(name, inner):
    inner = inner.encode("utf-8", "ignore").decode()
    is_answered(INSIDE[name](inner), name)


def test_spoilt_pdfs_are_articles_or_sentences():
    whole = pdf([lines(72, 700, [STORY, "More words of it."]), []], {"Title": "Ferry"})
    for seed in range(6):
        is_answered(spoilt(whole, seed), "a.pdf")
