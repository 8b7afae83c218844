"""A page's title, author and day are its story's: not its logo's, its photographer's, its update's."""

from __future__ import annotations

import pytest

from lesart.feeds.pages.fulltext import extract
from tests.feeds.test_whole_story import STORY, told

SITE = "The River Post"


def metadata(
    head: str = "", body: str = "", url: str = "", title: str = f"The ferry runs again | {SITE}"
):
    markup = (
        f'<html lang="en"><head><title>{title}</title>{head}</head><body>{body}'
        f"<div>{told(STORY)}</div></body></html>"
    )
    return extract(markup.encode(), url)


OG = '<meta property="og:title" content="The ferry runs again">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (OG, "<h1>Traffic<span>The ferry runs again</span></h1>", "The ferry runs again"),
        (OG, "<h1><span>Traffic</span><b>The ferry runs again</b></h1>", "The ferry runs again"),
        (OG, f"<h1>{SITE}</h1><h1>The ferry runs again</h1>", "The ferry runs again"),
        (OG, f"<h1>{SITE}</h1><h2>The ferry runs again, at last</h2>", "The ferry runs again"),
        (
            "",
            f"<h1>{SITE}</h1><article><h2>The ferry runs again</h2></article>",
            "The ferry runs again",
        ),
        ("", "<h1>The ferry<br>runs again</h1>", "The ferry runs again"),
        ("", "<h1><span>The ferry</span> <span>runs again</span></h1>", "The ferry runs again"),
        ("", f'<h1 class="logo">{SITE}</h1>', "The ferry runs again"),
    ],
)
def test_the_title_is_the_storys(head: str, body: str, title: str) -> None:
    assert metadata(head, body).title == title


def test_a_title_keeps_its_raised_figures() -> None:
    page = metadata(
        body="<h1>Some 10<sup>6</sup> tonnes of CO<sub>2</sub></h1>", title="Some 106 tonnes of CO2"
    )
    assert page.title == "Some 10⁶ tonnes of CO₂"


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Mara Lind</p>',
        '<a class="author" href="/m"><span>By</span><span>Mara Lind</span></a>',
        '<div class="byline">By <a href="/m">Mara Lind</a> <time>May 3, 2024</time></div>',
        '<div class="byline">By <a href="/m">Mara Lind</a><span>@maralind</span></div>',
        '<div class="byline"><div class="author-name">By <a href="/m">Mara Lind</a></div><div>Reporter</div></div>',
        '<div class="photo-author">Photograph by Tom Lens</div><p class="byline">By Mara Lind</p>',
        '<span class="author">Von Mara Lind, Basel, 3. Mai 2024</span>',
        '<span class="author">Par Mara Lind</span>',
        '<p class="byline">By Mara Lind Nov. 29, 2016</p>',
        '<p class="byline">By Mara Lind Published May 3, 2024</p>',
        '<div class="author-meta">Mara Lind | Senior Editor | 3 min</div>',
        '<div class="authorBox"><a href="/bio">See full bio</a></div><p class="byline">by Mara Lind</p>',
        '<aside><p class="author">Zoe Other</p></aside><p class="byline">By Mara Lind</p>',
        '<div class="comments"><b class="comment-author">Ann Troll</b></div><p class="byline">By Mara Lind</p>',
    ],
)
def test_the_author_is_who_wrote_it(byline: str) -> None:
    assert metadata(body=f"<h1>The ferry runs again</h1>{byline}").author == "Mara Lind"


def test_two_authors_are_both_named() -> None:
    byline = '<p class="byline">By <a href="/m">Mara Lind</a> and <a href="/j">Jan van Rooy</a></p>'
    assert metadata(body=byline).author == "Mara Lind, Jan van Rooy"


def test_what_is_no_name_is_no_author() -> None:
    for byline in ("See full bio", "3 May 2024", "Photo: Tom Lens", "https://x.example", "admin"):
        assert metadata(body=f'<p class="byline">{byline}</p>').author == ""
    assert metadata('<meta name="author" content="admin">').author == ""
    structured = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":'
        f'{{"name":"{SITE}"}}}}</script><meta property="og:site_name" content="{SITE}">'
    )
    assert metadata(structured, '<p class="byline">By Mara Lind</p>').author == "Mara Lind"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("", "<h1>The ferry</h1><p>Updated: <time datetime='2024-06-09'>x</time> Published: "
             "<time datetime='2024-05-03'>x</time></p>", "2024-05-03"),
        ("", "<h1>The ferry</h1><p><time datetime='2024-05-03'>x</time> (updated <time class='updated'"
             " datetime='2024-06-09'>x</time>)</p>", "2024-05-03"),
        ("", "<h1>The ferry</h1><span class='date'>May 3, 2024</span><blockquote class='tweet'><time "
             "datetime='2024-04-30'>x</time></blockquote>", "2024-05-03"),
        ("", "<div class='date'>Saturday, 28 November 2026</div><h1>The ferry</h1><p class='posted'>Posted on "
             "3 May 2024</p>", "2024-05-03"),
        ("", "<h1>The ferry</h1><p class='dateline'>Stand: 9. Juni 2024, veröffentlicht am 3. Mai 2024</p>"
             "<time pubdate datetime='2024-05-03'>x</time>", "2024-05-03"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","dateModified":'
         '"2024-06-09","datePublished":"20240503T003000+0900"}</script>', "", "2024-05-03"),
        ('<meta name="publish-date" content="1714698000000">', "", "2024-05-03"),
        ('<meta name="date" content="03.05.2024">', "", "2024-05-03"),
        ("", "<h1>The ferry</h1><p>Updated: <time datetime='2024-06-09'>x</time></p>", ""),
        ('<meta name="last-modified" content="2024-06-09">', "", ""),
        ("", "<aside class='related'><time datetime='2024-04-01'>x</time></aside>", ""),
    ],
)  # fmt: skip
def test_the_day_is_the_day_of_publishing(head: str, body: str, day: str) -> None:
    assert metadata(head, body).day == day


def test_a_day_stands_in_many_an_address() -> None:
    assert metadata(url="https://x.example/2024/05/03/ferry").day == "2024-05-03"
    assert metadata(url="https://x.example/2024/ferry").day == ""
