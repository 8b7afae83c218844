"""A page becomes plain text, and its headings, quotes, lists and links stay findable in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.feeds.pages.plaintext import absolute_link, plain_text
from lesart.model.text import Span
from lesart.text.clean import clean_text


def marked(html, kind, base=""):
    """The surfaces of all blocks of one kind, each with its level or target."""
    text, blocks = plain_text(html, base)
    return [
        (text[slice(*block.span)], block.target or block.level)
        for block in blocks
        if block.kind == kind
    ]


def test_paragraphs_are_parted_by_a_blank_line_and_white_space_is_folded():
    text, blocks = plain_text("<p>One\n  two</p><div>Three <b></b> four</div>five")
    assert text == "One two\n\nThree four\n\nfive"
    assert blocks == ()


def test_a_br_ends_a_line_and_two_end_a_paragraph():
    assert plain_text("<p>a<br>b<br><br>c<br></p>")[0] == "a\nb\n\nc"


def test_headings_keep_their_level():
    assert marked("<h1>Top</h1><p>x</p><h3>Sub <i>title</i></h3>", "heading") == [
        ("Top", 1),
        ("Sub title", 3),
    ]


def test_a_quotation_spans_its_paragraphs():
    html = "<p>a</p><blockquote><p>one</p><p>two</p></blockquote><p>b</p>"
    assert marked(html, "quote") == [("one\n\ntwo", 0)]


def test_list_items_stand_on_lines_of_their_own_and_know_their_depth():
    html = "<p>a</p><ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul><p>b</p>"
    text, _ = plain_text(html)
    assert text == "a\n\none\ntwo\n1. deep\n\nb"
    assert marked(html, "item") == [("one", 1), ("two\n1. deep", 1), ("1. deep", 2)]


def test_a_table_of_facts_keeps_rows_and_cells():
    html = "<table><tr><th>Year</th><th>Dead</th></tr><tr><td>2007</td><td>904</td></tr></table>"
    assert marked(html, "table") == [("Year | Dead\n2007 | 904", 0)]


def test_a_table_that_only_lays_out_the_page_is_none():
    html = "<table><tr><td><p>Menu</p></td><td><p>The story.</p></td></tr></table>"
    assert plain_text(html) == ("Menu\n\nThe story.", ())


def test_code_keeps_its_line_ends_and_its_indent():
    assert marked("<pre>\ndef f():\n\treturn 1\n</pre>", "code") == [("def f():\n    return 1", 0)]


def test_links_are_absolute_and_only_those_that_may_be_opened():
    html = (
        '<p>See <a href="/b?x=1#y">that </a>, <a href="mailto:a@b.example">mail</a>,'
        '<a href="javascript:alert(1)">no</a> <a href="file:///etc/passwd">no</a> '
        '<a href="#top">no</a> <a href="http://[bad">no</a></p>'
    )
    assert marked(html, "link", "https://example.org/a/") == [
        ("that", "https://example.org/b?x=1#y"),
        ("mail", "mailto:a@b.example"),
    ]


def test_the_pages_own_base_is_honoured():
    html = '<head><base href="https://cdn.example/x/"></head><p><a href="y">z</a></p>'
    assert marked(html, "link", "https://example.org/") == [("z", "https://cdn.example/x/y")]


def test_a_link_around_several_paragraphs_is_kept_in_each():
    html = '<a href="https://a.example/"><h2>Head</h2><p>Body</p></a>'
    assert [words for words, _ in marked(html, "link")] == ["Head", "Body"]


def test_emphasis_is_kept_without_the_space_at_its_edges():
    assert marked("<p>so <em> very </em>good</p>", "emphasis") == [("very", 0)]


def test_raised_digits_do_not_become_another_number():
    assert plain_text("<p>10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub></p>")[0] == "10⁶ m² CO₂"
    assert plain_text("<p>the 3<sup>rd</sup> of May</p>")[0] == "the 3rd of May"


def test_scripts_forms_and_hidden_parts_are_not_text():
    html = (
        "<head><title>t</title></head><script>x</script><style>y</style><noscript>n</noscript>"
        "<p hidden>h</p><p style='display: none'>d</p><button>b</button><p>seen</p> tail"
    )
    assert plain_text(html)[0] == "seen\n\ntail"


def test_old_windows_codes_are_read_as_browsers_read_them():
    assert plain_text("<p>&#147;so&#148; &#150; 5 &#128;</p>")[0] == "“so” – 5 €"


def test_no_terminal_sequence_comes_through_and_spans_still_fit():
    html = "<p>a\x1b[31m\u202e b <b>c\u200bd</b>\u00ad e <a href='https://x.example'>f</a></p>"
    text, _ = plain_text(html)
    assert text == "a b cd e f"
    assert marked(html, "emphasis") == [("cd", 0)]
    assert [words for words, _ in marked(html, "link")] == ["f"]


def test_an_accent_in_an_element_of_its_own_moves_no_span():
    text, blocks = plain_text("<p>e<b>\u0301x</b> y</p><p><b>bold</b></p>")
    assert text == "éx y\n\nbold"
    assert [text[slice(*block.span)] for block in blocks] == ["bold"]


@pytest.mark.parametrize("nothing", ["", "   ", "<p> &nbsp; </p>", b"", "<!-- x -->", "<?xml ?>"])
def test_a_page_of_nothing_is_no_text(nothing):
    assert plain_text(nothing) == ("", ())


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<p>Grüße</p>".encode(), "iso-8859-1"),
        ("<p>Grüße</p>".encode("cp1252"), None),
        ('<meta charset="iso-8859-2"><p>Grüße</p>'.encode("iso-8859-2"), None),
        ("\ufeff<p>Grüße</p>".encode("utf-16"), None),
        ("\ufeff<p>Grüße</p>".encode(), None),
    ],
)
def test_umlauts_survive_whatever_the_page_is_written_in(data, charset):
    from lesart.feeds.pages.html_tree import parse_html

    assert plain_text(parse_html(data, charset))[0] == "Grüße"


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 500_000 + "<p>words</p>",
        "<p>words" + "<b>" * 5_000 + "x" + "</b>" * 5_000 + " more</p><p>end</p>",
        "<blockquote>" * 1_500 + "<p>words</p>" * 20_000,
        '<p>words<a href="https://x.example">y</a>' * 60_000,
        "<p>words " + "&nbsp;" * 800_000,
        "<p>words</p>" + "<table><tr><td>x" * 100_000,
        "<ul><li>words" * 100_000,
        "<p>words" + "<br>" * 1_000_000,
        "<p>words " + "e\u0301\u0323\u200b" * 700_000,
        "<p>words" + "<" * 5_000_000,
        '<p a="' + "x" * 5_000_000 + '">words',
    ],
    ids=lambda markup: markup[:14],
)
def test_five_hostile_megabytes_end_soon_and_keep_their_words(hostile):
    began = time.process_time()
    text, blocks = plain_text(hostile)
    assert "words" in text
    assert time.process_time() - began < 20
    assert all(0 <= start < end <= len(text) for _, (start, end), *_ in blocks)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<b>", "</b>", "<a href='https://x.example/'>", "</a>", "<ul>", "<li>",
            "</ul>", "<table>", "<tr>", "<td>", "</table>", "<br>", "<pre>", "</pre>", "<h2>",
            "</h2>", "<blockquote>", "</blockquote>", "word", "\u0301", "é", "👩", "\u200d",
            "\ufe0f", "\x1b[1m", "\u202e", "\xad", "<sup>2</sup>", "&nbsp;", "&#150;", "&#x9b;",
            "\u2028", "ᄀ", "ᅡ",
        ]
    )
    | st.just(" ")
    | st.text(max_size=3),
    max_size=40,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(MARKUP)
def test_whatever_the_markup_text_is_clean_and_every_span_lies_in_it(markup):
    text, blocks = plain_text(markup)
    assert clean_text(text) == text
    assert text == text.strip("\n")
    for block in blocks:
        surface = text[slice(*block.span)]
        assert surface.strip()
        assert isinstance(block.span, Span)
        if block.kind in ("link", "emphasis"):
            assert surface == surface.strip()


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("  https://a.example/x y ", "https://a.example/x%20y"),
        ("HTTPS://A.example/", "https://A.example/"),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//b.example/x", "https://b.example/x"),
        ("http:", ""),
        ("https://a.example/\x1b[31mred", "https://a.example/red"),
    ],
)
def test_only_addresses_that_may_be_opened_are_links(href, link):
    assert absolute_link(href, "https://base.example/") == link


def test_a_page_is_read_alike_whatever_was_read_before_it():
    """A thread has one parser for all of them."""
    deep = "<div>" * 3000 + "<p>Deep <b>words</b>.</p>" + "</div>" * 3000
    broken = "<p>A &#27; <table><b>B</p></i><td"
    plain = "<h1>A</h1><p>B <a href='/c'>c</a></p>"
    first = [plain_text(page, "http://x.example/") for page in (plain, deep, broken)]
    again = [plain_text(page, "http://x.example/") for page in (deep, broken, plain)]
    assert again == [*first[1:], first[0]]
    assert first[1][0].startswith("Deep words")
