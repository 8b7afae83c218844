"""From a web page comes its article, whole and without the rest, and what the page says about it."""

from __future__ import annotations

import base64
import re
import time

import pytest

from lesart.cli.pipe_extract import pipe_extract
from lesart.feeds.pages.fulltext import CONSENT, EMPTY, PAYWALL, SCRIPTS, extract, likeness
from lesart.feeds.pages.headline import without_site
from lesart.model.moment import Moment
from lesart.text.clean import clean_text
from tests.feeds import pages

STORIES = list(pages.stories())
URL = "https://daily.example.org/2024/story"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
@pytest.mark.parametrize("layout", pages.LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_article_is_found_whole_and_alone_in_every_layout(layout, story):
    page = extract(layout(story).encode(), URL)
    assert likeness(re.sub(r"Part \d\n", "", page.text), story.text) > 0.96
    assert page.title == story.title
    assert page.language == story.language
    assert page.day == story.day
    assert page.author in (story.author, "")
    assert page.state == ""


@pytest.mark.parametrize("layout", pages.LAYOUTS, ids=lambda layout: layout.__name__)
def test_nothing_of_the_frame_gets_into_the_text(layout):
    page = extract(layout(STORIES[0]).encode(), URL)
    for stranger in ("cookies", "Another story", "mailbox", "All rights", "figures are too low"):
        assert stranger not in page.text


@pytest.mark.parametrize(
    "layout", [pages.semantic, pages.weblog, pages.soup, pages.microdata], ids=lambda f: f.__name__
)
def test_the_author_is_found_where_the_page_names_one(layout):
    assert extract(layout(STORIES[0]).encode(), URL).author == "Mara Lindqvist"


def test_text_is_clean_and_blocks_lie_on_it():
    story = STORIES[0]
    story_page = pages.sections(story).replace("<h2>Part 2</h2>", "<h2>Part\x1b[31m 2\u202e</h2>")
    page = extract(story_page.encode(), URL)
    assert clean_text(page.text) == page.text
    headings = [page.text[slice(*b.span)] for b in page.blocks if b.kind == "heading"]
    assert headings == [f"Part {n}" for n in range(1, len(story.paragraphs) + 1)]


def test_links_are_completed_from_the_address_or_from_the_pages_own():
    story = STORIES[0]
    linked = pages.semantic(story).replace("<p>", '<p><a href="/more">More</a> ', 1)
    linked = linked.replace("</h1>", '</h1><p>See <a href="../b">b</a> for what was said.</p>')
    page = extract(linked.encode(), URL)
    assert "https://daily.example.org/b" in [block.target for block in page.blocks]
    canonical = linked.replace("<title>", f'<link rel="canonical" href="{URL}"><title>')
    saved = extract(canonical.encode(), "")
    assert saved.link == URL
    assert "https://daily.example.org/b" in [block.target for block in saved.blocks]


def test_a_date_keeps_its_day_and_its_moment():
    page = extract(pages.semantic(STORIES[0]).replace("06:30", "00:30").encode(), URL)
    assert page.day == "2024-05-21"
    assert page.date == Moment(1716244200, "minute")


@pytest.mark.parametrize("date", ["1970-01-01", "not a date", "0000-00-00", "99999-01-01"])
def test_an_absurd_date_is_not_believed(date):
    page = extract(pages.soup(STORIES[0]).replace("2024-05-21", date).encode(), "")
    assert page.date is None


def test_the_words_around_a_short_boilerplate_line_stay():
    story = STORIES[2]
    extra = (
        "<p>More on the subject is said by those who built it.</p><p>Updated figures are due.</p>"
    )
    page = extract(
        pages.semantic(story).replace("<p>By the time", extra + "<p>By the time").encode(), URL
    )
    assert "More on the subject is said by those who built it." in page.text
    assert "Updated figures are due." in page.text


def test_short_lists_and_tables_in_the_middle_of_an_article_stay():
    """Readability takes them for furniture."""
    extra = (
        "<p>The demands were:</p><ul><li>bread</li><li>peace</li></ul>"
        "<table><tr><th>Year</th><th>Dead</th></tr><tr><td>1916</td><td>4</td></tr></table>"
    )
    story = STORIES[2]
    markup = pages.weblog(story).replace("<p>By the time", f"{extra}<p>By the time")
    text = extract(markup.encode(), URL).text
    assert "The demands were:\n\nbread\npeace\n\nYear | Dead\n1916 | 4\n\nBy the time" in text


def test_first_paragraphs_in_a_box_of_their_own_belong_to_the_story():
    story = STORIES[2]
    lead = "Four people were hurt when the scaffolding at the old town hall gave way on Tuesday."
    told = "".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    markup = (
        f"{pages.head(story)}<body><h1>{story.title}</h1><div id='all'><div class='first'><p>{lead}"
        f"</p></div><div class='ads'></div><div class='second'>{told}</div></div></body>"
    )
    assert extract(markup.encode(), URL).text.startswith(lead)


def test_a_page_within_one_form_whose_paragraphs_are_mere_boxes_is_read():
    """Some town halls' servers write so; the navigation beside it is made of items."""
    story = STORIES[2]
    told = "".join(f"<div>{paragraph}</div>" for paragraph in story.paragraphs)
    beside = "".join(
        f"<li>Office number {n} of the town and what it is there for</li>" for n in range(60)
    )
    markup = (
        f"{pages.head(story)}<body><form><div class='box'><ul>{beside}</ul>"
        f"<div class='article-body'>{told}</div></div></form></body>"
    )
    text = extract(markup.encode(), URL).text
    assert all(paragraph in text for paragraph in story.paragraphs)


def test_a_short_article_is_not_mistaken_for_the_teasers_below_it():
    story = STORIES[2]
    short = pages.Story(story.title, story.paragraphs[:1], "en")
    cards = "".join(
        f'<div class="card n{n}"><h3><a href="/t/{n}">Another story, number {n}</a></h3><p>In this '
        "other story we learn that something different happened elsewhere, and why.</p></div>"
        for n in range(30)
    )
    markup = f'{pages.head(short)}<body><div class="story"><h1>{short.title}</h1>'
    markup += f'{pages.paragraphs(short)}</div><div class="grid">{cards}</div></body>'
    assert extract(markup.encode(), URL).text == short.text


def test_a_digest_of_linked_stories_keeps_them():
    items = "".join(
        f'<div class="item"><h3><a href="/t/{n}">Story number {n}</a></h3><p>What happened in the '
        f"case numbered {n}, told in a sentence or two, as a digest of the day does it.</p></div>"
        for n in range(9)
    )
    text = extract(f"<body><h1>The day in brief</h1><div>{items}</div>".encode(), URL).text
    assert "case numbered 0" in text
    assert "case numbered 8" in text


def test_a_page_that_is_nothing_but_an_article_is_kept_whole():
    markup = (
        "<title>Notes</title><h1>Notes</h1><p>One.</p><ul><li>a</li></ul><pre>x\n y</pre>"
        "<table><tr><td>k</td><td>1</td></tr></table><p>See <a href='https://x.example/a'>a</a></p>"
    )
    assert extract(markup.encode(), "").text == "One.\n\na\n\nx\n y\n\nk | 1\n\nSee a"


def test_a_list_of_links_is_no_article():
    markup = "<ul>" + "<li><a href='/x'>Some item of the menu</a></li>" * 200 + "</ul>"
    assert extract(markup.encode(), URL).state == EMPTY


def test_a_teaser_before_a_paywall_is_no_article():
    story = STORIES[0]
    teaser = pages.Story(story.title, story.paragraphs[:1], "de")
    markup = pages.semantic(teaser).replace(
        '"NewsArticle"', '"NewsArticle", "isAccessibleForFree": false'
    )
    page = extract(markup.encode(), URL)
    assert page.state == PAYWALL
    assert page.text


def test_a_page_of_scripts_says_so():
    markup = (
        pages.head(STORIES[0])
        + "<body><div id=app></div><noscript>You need to enable JavaScript to run this app.</noscript></body>"
    )
    page = extract(markup.encode(), URL)
    assert (page.text, page.state) == ("", SCRIPTS)


def test_a_wall_of_consent_says_so():
    wall = (
        "<body><div><h1>Ihre Privatsphäre</h1><p>Wir und unsere Partner speichern Cookies, um "
        "Inhalte zu messen. Mit Ihrer Zustimmung verwenden wir Tracking und Cookies. Ihre "
        "Einwilligung können Sie im Datenschutz widerrufen. Cookies von Partnern brauchen Ihre "
        "Zustimmung, auch Tracking durch vendors.</p></div></body>"
    )
    assert extract(wall.encode(), URL).state == CONSENT


@pytest.mark.parametrize("nothing", [b"", b"   ", b"<html></html>", b"<body></body>", b"\0\0"])
def test_an_empty_page_says_so(nothing):
    page = extract(nothing, URL)
    assert (page.text, page.state) == ("", EMPTY)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "cp1252", "iso-8859-15"])
def test_umlauts_survive_the_charset(charset):
    markup = pages.semantic(STORIES[0]).replace('charset="utf-8"', f'charset="{charset}"')
    page = extract(markup.encode(charset), URL)
    assert "längste Eisenbahntunnel" in page.text


@pytest.mark.parametrize(
    ("full", "site", "title"),
    [
        ("A bridge opens | The Daily Sample", "", "A bridge opens"),
        ("The Daily Sample - A bridge opens at last", "The Daily Sample", "A bridge opens at last"),
        ("A bridge – and a river - The Daily Sample", "The Daily Sample", "A bridge – and a river"),
        ("Well-known words", "", "Well-known words"),
        ("A | B", "", "A | B"),
    ],
)
def test_the_sites_name_is_no_part_of_the_title(full, site, title):
    assert without_site(full, site) == title


WORDS = "Some words that make a sentence, and then some more of them. "


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 2000 + f"<p>{WORDS * 20}</p>",
        "<div class=share>" * 1900 + f"<p>{WORDS * 3}</p>" * 9000,
        "<blockquote>" * 1500 + f"<p>{WORDS}</p>" * 40000,
        f"<p>{WORDS}</p>" * 60000,
        f"<p {' '.join(f'a{n}=1' for n in range(50000))}>{WORDS * 9}",
        "<script type='application/ld+json'>" + "[" * 100000 + f"</script><p>{WORDS * 9}",
        f"{WORDS}<br>" * 60000,
        "<title>" + "a - " * 200000 + f"</title><p>{WORDS * 9}",
        "<article>" + f"<ul><li>{WORDS}</li></ul>" * 6000,
    ],
    ids=lambda markup: re.sub(r"\W+", " ", markup[:24]),
)
def test_hostile_pages_end_soon_and_keep_their_words(hostile):
    began = time.process_time()
    assert "Some words" in extract(hostile.encode(), URL).text
    assert time.process_time() - began < 20


def test_an_ordinary_page_costs_a_few_times_what_readability_alone_does():
    from readability import Document

    page = pages.weblog(STORIES[0])

    def cost(work) -> float:
        work()
        began = time.process_time()
        for _ in range(10):
            work()
        return time.process_time() - began

    ours = cost(lambda: extract(page.encode(), URL))
    assert ours < 6 * cost(lambda: Document(page).summary())


def test_the_filter_answers_in_the_promised_shape():
    html = base64.b64encode(pages.semantic(STORIES[2]).encode()).decode()
    answer = pipe_extract({"id": 7, "url": URL, "html_b64": html})
    assert list(answer) == ["title", "text", "date", "author", "lang", "error", "id"]
    assert (answer["id"], answer["date"], answer["lang"]) == (7, "2024-05-21", "en")
    assert answer["error"] is None
    assert answer["text"].startswith("Space trembles")


@pytest.mark.parametrize(
    "line", [{}, {"html_b64": 3}, {"html_b64": "é"}, {"html_b64": "", "url": 1}]
)
def test_the_filter_answers_what_it_cannot_read_with_an_error(line):
    answer = pipe_extract({"id": "x", **line})
    assert answer["error"]
    assert answer["id"] == "x"


@pytest.mark.parametrize(
    "reference", ["&#27;", "&#x1b;", "&#0;", "&#xFFFF;", "&#xD800", "&#1114112;", "&#127;"]
)
def test_a_reference_to_no_character_is_left_out(reference):
    words = (
        f"{reference}The harbour{reference} was closed on Monday, and nobody knew when it would open again. "
        * 4
    )
    page = extract(
        f"{reference}<article>{reference}<p>{words}</p><script></script>{reference}".encode(),
        "https://example.org/",
    )
    assert page.text.startswith("The harbour was closed on Monday")
    assert "&#" not in page.text


def test_a_reference_to_a_character_is_that_character():
    words = (
        "Caf&#233; &#x2013; na&#xEF;f &#8364;5 &#10; was all that the old sign over the door had said. "
        * 4
    )
    page = extract(f"<article><p>{words}</p></article>".encode(), "https://example.org/")
    assert page.text.startswith("Café – naïf €5 was all")
