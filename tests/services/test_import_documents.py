"""Books, documents and PDFs become articles as a reader would expect them."""

from __future__ import annotations

import pytest

from lesart.model.errors import ImportFailed
from lesart.services.importing.file_reader import read_file
from lesart.services.importing.import_files import import_paths
from lesart.services.outcomes import AlreadyThere, Failed, Imported, Revised
from tests.services.built_files import (
    STORY,
    docx,
    epub,
    lines,
    odt,
    paragraphs,
    pdf,
    xhtml,
    zipped,
)

NOW = 1_795_000_000


def imported(store, *paths, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def listed(store):
    """The articles as the list shows them, newest on top."""
    return [store.articles.get(i) for i in store.articles.newest(100)]


# ------------------------------------------------------------------ books

PAGES = {
    "cover.xhtml": xhtml("<img src='c.png' alt=''/>"),
    "one.xhtml": xhtml("<h1>The storm</h1>" + paragraphs(90)),
    "one-b.xhtml": xhtml("<p>It went on all night.</p>"),
    "two.xhtml": xhtml("<h1>2</h1>" + paragraphs(90)),
}
CONTENTS = {"one.xhtml": "The storm", "two.xhtml": "2"}


@pytest.mark.parametrize("is_old", [False, True])
def test_a_book_is_one_article_a_chapter_in_the_order_of_reading(store, tmp_path, is_old):
    (tmp_path / "bay.epub").write_bytes(epub(PAGES, CONTENTS, is_old=is_old))
    outcomes = imported(store, tmp_path / "bay.epub")
    assert [type(o) for o in outcomes] == [Imported, Imported]
    one, two = listed(store)
    assert (one.title, two.title) == ("The storm", "The Bay: 2")
    assert one.text.startswith(STORY)
    assert one.text.endswith("It went on all night.")
    assert {(a.source, a.author, a.language, a.folder) for a in (one, two)} == {
        ("The Bay", "Ada Beispiel", "en", "bay")
    }
    assert one.published.precision == "day"
    assert imported(store, tmp_path / "bay.epub")[0] == AlreadyThere(
        outcomes[0].name, outcomes[0].article_id
    )


def test_a_short_book_is_one_article():
    pages = {
        "a.xhtml": xhtml("<h2>First</h2><p>Words.</p>"),
        "b.xhtml": xhtml("<p>More words.</p>"),
    }
    draft = read_file(epub(pages, {"a.xhtml": "First", "b.xhtml": "Second"}), "x.epub")
    assert draft.title == "The Bay"
    assert draft.text == "First\n\nWords.\n\nSecond\n\nMore words."
    assert [b.kind for b in draft.blocks] == ["heading", "heading"]


def test_a_chapter_corrected_in_a_new_edition_is_a_revision(store, tmp_path):
    path = tmp_path / "bay.epub"
    path.write_bytes(epub(PAGES, CONTENTS))
    imported(store, path)
    path.write_bytes(epub({**PAGES, "two.xhtml": xhtml("<h1>2</h1>" + paragraphs(91))}, CONTENTS))
    assert [type(o) for o in imported(store, path)] == [Revised, AlreadyThere]


def test_footnotes_stand_behind_the_chapter_and_make_no_figures():
    body = (
        '<p>The bay froze in 1987<a epub:type="noteref" href="#n1">1</a> and never since.</p>'
        '<aside epub:type="footnote" id="n1" hidden="hidden"><p>1. Says the harbour book.</p></aside><p>The end.</p>'
    )
    draft = read_file(epub({"a.xhtml": xhtml(body)}, {}), "x.epub")
    assert "1987⁽¹⁾ and never" in draft.text
    assert draft.text.endswith("The end.\n\n1. Says the harbour book.")


def test_an_element_that_closes_at_once_swallows_nothing():
    page = xhtml('<p>Before.</p><a id="x"/><div class="gap"/><p>Behind.</p>', title="T").replace(
        "<title>T</title>", "<title/>"
    )
    assert read_file(epub({"a.xhtml": page}, {}), "x.epub").text == "Before.\n\nBehind."


def test_a_book_locked_by_its_seller_is_told():
    lock = '<encryption xmlns:e="x"><e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'
    data = epub(PAGES, CONTENTS, more={"META-INF/encryption.xml": lock})
    with pytest.raises(ImportFailed, match="locked by its seller"):
        read_file(data, "x.epub")


# ------------------------------------------------------------------ Word


def p(words, style="", more=""):
    styled = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>' if style or more else ""
    return f"<w:p>{styled}<w:r><w:t>{words}</w:t></w:r></w:p>"


STYLES = (
    '<w:styles><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Own"><w:basedOn w:val="berschrift1"/></w:style></w:styles>'
)
NUMBERS = (
    '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def test_a_word_document_keeps_headings_lists_tables_links_and_notes():
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell = "<w:tc>{}</w:tc>".format
    body = (
        p("The state of the bay", "berschrift1")
        + p("It is cold.")
        + p("Ice", "Own")
        + p("thick", more=listed)
        + p("thin", more=listed)
        + '<w:p><w:r><w:t xml:space="preserve">It froze in 1987</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        + '<w:r><w:t xml:space="preserve"> and 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
        + '<w:hyperlink r:id="r1"><w:r><w:t> said so</w:t></w:r></w:hyperlink>'
        + "<w:del><w:r><w:delText>STRUCK</w:delText></w:r></w:del><w:ins><w:r><w:t>, added.</w:t></w:r></w:ins></w:p>"
        + f"<w:tbl><w:tr>{cell(p('Year'))}{cell(p('Days'))}</w:tr><w:tr>{cell(p('1987'))}{cell(p('41'))}</w:tr></w:tbl>"
    )
    data = docx(
        body,
        styles=STYLES,
        numbering=NUMBERS,
        footnotes=f'<w:footnotes><w:footnote w:id="2">{p("Harbour book.")}</w:footnote></w:footnotes>',
        rels='<Relationships><Relationship Id="r1" TargetMode="External" Target="https://example.org/ice"/></Relationships>',
    )
    draft = read_file(data, "bay.docx")
    assert draft.title == "The state of the bay"
    assert draft.text.startswith("It is cold.\n\nIce\n\n3. thick\n4. thin")
    assert "1987⁽¹⁾ and 10⁶ said so, added." in draft.text
    assert "STRUCK" not in draft.text
    assert draft.text.endswith("1. Harbour book.")
    kinds = {b.kind: draft.text[slice(*b.span)] for b in draft.blocks}
    assert kinds["heading"] == "Ice"
    assert "1987" in kinds["table"]
    assert [b.target for b in draft.blocks if b.kind == "link"] == ["https://example.org/ice"]
    assert (draft.author, draft.published.precision) == ("Ada Beispiel", "day")


def test_words_in_boxes_and_content_controls_stand_once():
    box = "<w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing>".format(p("In a box."))
    again = "<w:pict><w:txbxContent>{}</w:txbxContent></w:pict>".format(p("In a box."))
    body = (
        f"<w:sdt><w:sdtContent>{p('Controlled.')}</w:sdtContent></w:sdt>"
        '<w:p><w:r><w:t>Text.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{again}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    text = read_file(docx(body), "x.docx").text
    assert text.count("In a box.") == 1
    assert "Controlled." in text


# ------------------------------------------------------------------ OpenDocument


def test_an_opendocument_text_keeps_its_form():
    body = (
        '<text:h text:outline-level="1">Harbour paper</text:h><text:p>It<text:s text:c="2"/>is '
        '10 m<text:span text:style-name="T1">2</text:span> of ice.<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Says Ada.</text:p></text:note-body></text:note></text:p>"
        '<text:list text:style-name="L1"><text:list-item><text:p>thick</text:p></text:list-item>'
        "<text:list-item><text:p>thin</text:p></text:list-item></text:list>"
        '<text:p>See <text:a xlink:href="https://example.org/ice">there</text:a>.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>1987</text:p></table:table-cell></table:table-row></table:table>"
    )
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    draft = read_file(odt(body, styles), "x.odt")
    assert draft.title == "Harbour paper"
    assert "1. thick\n2. thin" in draft.text
    assert draft.text.endswith("1. Says Ada.")
    assert "It is 10 m² of ice.⁽¹⁾" in draft.text
    assert [b.target for b in draft.blocks if b.kind == "link"] == ["https://example.org/ice"]
    assert draft.published is not None


# ------------------------------------------------------------------ PDF

FIRST = [
    "The ferry has stopped for the winter, and nobody on the island",
    "can say when it will sail again. The harbour office and the govern-",
    "ment say that the CDU-",
    "Politiker of the coast decide in spring.",
]
SECOND = ["A second paragraph begins here, and it is long enough to go on in", "the next line."]


def test_a_pdf_is_read_in_paragraphs_with_its_words_whole():
    page = [(72, 740, 22, "Winter on the bay"), *lines(72, 700, FIRST), *lines(72, 620, SECOND)]
    draft = read_file(
        pdf([page], {"CreationDate": "D:20210503101112+02'00'", "Author": "Ada"}), "x.pdf"
    )
    assert draft.title == "Winter on the bay"
    assert "and the government say that the CDU-Politiker of" in draft.text
    assert "A second paragraph begins here, and it is long enough to go on in the next line." in (
        draft.text.split("\n\n")
    )
    assert (draft.author, draft.published.precision, draft.text_state) == ("Ada", "day", "")


def test_running_heads_and_page_numbers_are_no_part_of_the_text():
    pages = [
        [(72, 800, 9, "The Bay Gazette"), *lines(72, 700, [f"Story {n} of this paper goes on here."]), (290, 30, 9, str(n))]
        for n in range(1, 6)
    ]  # fmt: skip
    text = read_file(pdf(pages), "x.pdf").text
    assert "Gazette" not in text
    assert [n for n in range(1, 6) if f"Story {n} of" in text] == [1, 2, 3, 4, 5]
    assert not any(part.strip().isdigit() for part in text.split("\n\n"))


def test_a_pdf_in_columns_says_so():
    left = lines(60, 700, [f"Left column, line {n} of it, in full" for n in range(12)])
    right = lines(320, 700, [f"Right column, line {n} of it, in full" for n in range(12)])
    draft = read_file(pdf([left + right]), "x.pdf")
    assert draft.text.index("line 11 of it") < draft.text.index("Right column, line 0")
    assert (
        draft.text_state == "Page 1 of 1 is set in columns; the order may differ from the page's."
    )


def test_pages_that_are_pictures_are_named():
    draft = read_file(pdf([lines(72, 700, FIRST), [], []]), "x.pdf")
    assert draft.text_state.startswith("Pages 2–3 of 3 are only pictures (a scan?)")
    with pytest.raises(ImportFailed, match="OCR"):
        read_file(pdf([[]]), "scan.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7 words", b"%PDF-1.4\n" + b"\0" * 500, pdf([[]])[:300]])
def test_a_broken_pdf_is_a_sentence(store, tmp_path, data):
    (tmp_path / "x.pdf").write_bytes(data)
    [outcome] = imported(store, tmp_path / "x.pdf")
    assert isinstance(outcome, Failed)
    assert "a PDF" in str(outcome.error)


# ------------------------------------------------------------------ hostile


def test_entities_are_not_expanded_and_files_not_read(tmp_path):
    (tmp_path / "secret").write_text("hunter2")
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        f'<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    )
    inner = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Words &b; &s; end.</w:t></w:r></w:p></w:body></w:document>'
    data = zipped({"word/document.xml": bomb + inner, "[Content_Types].xml": "<x/>"})
    text = read_file(data, "x.docx").text
    assert "hunter2" not in text
    assert "aaaa" not in text
    assert text.startswith("Words")


def test_a_document_nested_without_end_gives_what_stands_beside():
    body = "<w:tbl><w:tr><w:tc>" * 80 + p("deep") + "</w:tc></w:tr></w:tbl>" * 80 + p("Words.")
    assert "Words." in read_file(docx(body), "x.docx").text
    with pytest.raises(ImportFailed, match="damaged"):
        read_file(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "x.docx")
