"""Pages as the web builds them, around articles of our own: what they hold is known exactly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"


class Story:
    """An article to build pages around."""

    def __init__(self, title: str, paragraphs: list[str], language: str) -> None:
        self.title = title
        self.paragraphs = paragraphs
        self.language = language
        self.author = "Mara Lindqvist"
        self.day = "2024-05-21"

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


def stories() -> Iterator[Story]:
    """The plain-text samples, their texts as paragraphs."""
    for name, title, language in (
        ("gotthard.txt", "Siebzehn Jahre für eine halbe Stunde", "de"),
        ("deutschlandticket.txt", "Ein Ticket für alle Busse", "de"),
        ("gravitational-waves.txt", "The sound of two black holes", "en"),
        ("la-palma.txt", "El volcán se apaga", "es"),
    ):
        text = (SEEDS / name).read_text("utf-8").strip()
        words = text.split(" ", 2)[2]
        yield Story(title, words.split("\n\n"), language)


LINKS = "".join(
    f'<li><a href="/s/{n}">Another story of the day, number {n}</a></li>' for n in range(12)
)
NAV = '<nav><ul><li><a href="/w">World</a></li><li><a href="/m">Money</a></li></ul></nav>'
CONSENT = (
    '<div id="cookie-consent"><p>We and our 842 partners store cookies on your device to measure '
    "how our pages are used, and to show advertising that suits you. You can change your choice "
    "at any time in the settings.</p><button>Accept all</button></div>"
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h3>The morning mail</h3><p>Every day at six we send you what '
    "matters, free of charge. Enter your address and we will be in your mailbox tomorrow.</p>"
    '<form><input name="mail"><button>Sign up</button></form></div>'
)
SHARE = (
    '<div class="social-share"><a href="#">Facebook</a> <a href="#">Mail</a> <a href="#">Print</a>'
    "</div>"
)
RELATED = f'<aside class="related-articles"><h3>Related stories</h3><ul>{LINKS}</ul></aside>'
COMMENTS = (
    '<section id="comments"><h3>3 comments</h3><p>I have read this twice and still think that the '
    "figures are too low, but thank you for the effort, it is well written.</p><p>Could you please "
    "name the source of the second table? I could not find it anywhere, not even in the annex.</p>"
    "</section>"
)
FOOTER = "<footer><p>© 2024 The Daily Sample. All rights reserved. Imprint. Privacy.</p></footer>"


def paragraphs(story: Story, tag: str = "p", name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return "".join(f"<{tag}{attribute}>{escape(words)}</{tag}>" for words in story.paragraphs)


def head(story: Story, extra: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)} | The Daily Sample</title>{extra}</head>"
    )


def structured(story: Story, **values: object) -> str:
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.day}T06:30:00+02:00",
        "author": [{"@type": "Person", "name": story.author}],
        **values,
    }
    return f'<script type="application/ld+json">{json.dumps(described)}</script>'


def semantic(story: Story) -> str:
    return (
        head(story, structured(story))
        + f"<body><header>{NAV}</header>{CONSENT}<main><article><h1>{escape(story.title)}</h1>"
        f"{SHARE}{paragraphs(story)}{NEWSLETTER}</article>{RELATED}{COMMENTS}</main>{FOOTER}</body>"
    )


def weblog(story: Story) -> str:
    return (
        head(story, f'<meta property="article:published_time" content="{story.day}T08:00:00Z">')
        + f'<body><div id="page"><div id="masthead"><h2>The Daily Sample</h2>{NAV}</div>'
        f'<div id="content"><h1 class="entry-title">{escape(story.title)}</h1>'
        f'<div class="entry-meta">Posted on {story.day} by <a rel="author" href="/m">{story.author}'
        f'</a></div><div class="entry-content">{paragraphs(story)}<p>Share this:</p>'
        f'<div class="sharedaddy"><ul>{LINKS}</ul></div></div>{COMMENTS}</div>'
        f'<div id="sidebar" class="widget-area"><h3>Recent posts</h3><ul>{LINKS}</ul></div>'
        f"</div>{FOOTER}</body>"
    )


def soup(story: Story) -> str:
    inner = "".join(
        f'<div class="x{n % 3}"><div><div class="t">{escape(words)}</div></div></div>'
        for n, words in enumerate(story.paragraphs)
    )
    return (
        head(
            story,
            f'<meta name="date" content="{story.day}"><meta name="author" content="{story.author}">',
        )
        + f'<body><div class="c1"><div class="c2">{NAV}</div><div class="c3"><h1>{escape(story.title)}'
        f'</h1><div class="c4">{inner}</div></div><div class="c5"><ul>{LINKS}</ul></div></div>{FOOTER}'
    )


def line_breaks(story: Story) -> str:
    inner = "<br><br>".join(map(escape, story.paragraphs))
    return (
        head(story, f'<meta name="dc.date" content="{story.day}">')
        + f'<body><div id="nav">{LINKS}</div><h1>{escape(story.title)}</h1>'
        f'<span class="author">By {story.author}</span><div id="story">{inner}</div>{FOOTER}'
    )


def tables(story: Story) -> str:
    return (
        head(
            story,
            f'<meta name="date" content="{story.day}"><meta name="author" content="{story.author}">',
        )
        + f'<body><table><tr><td width="150">{"<br>".join(["<a href=/x>Menu item</a>"] * 9)}</td>'
        f"<td><font size=5><h1>{escape(story.title)}</h1></font>{paragraphs(story)}</td>"
        f'<td width="200"><a href="/ad">Buy a better printer today</a></td></tr></table>{FOOTER}'
    )


def one_form(story: Story) -> str:
    return (
        head(story, structured(story))
        + f'<body><form method="post" action="page.aspx"><input type="hidden" name="__VIEWSTATE">{NAV}'
        f'<div id="ctl00_Main"><h1>{escape(story.title)}</h1>{paragraphs(story)}</div>{RELATED}'
        f"{FOOTER}</form></body>"
    )


def sections(story: Story) -> str:
    inner = "".join(
        f'<section class="block block--text"><h2>Part {n}</h2><p>{escape(words)}</p></section>'
        f'<section class="block block--ad"><div class="ad-slot">Advertisement</div></section>'
        for n, words in enumerate(story.paragraphs, 1)
    )
    return (
        head(story, structured(story))
        + f"<body>{CONSENT}<div class=app><article><header><h1>{escape(story.title)}</h1></header>"
        f'<div class="body">{inner}</div></article>{RELATED}</div>{FOOTER}</body>'
    )


def split_in_two(story: Story) -> str:
    half = len(story.paragraphs) // 2
    first = Story(story.title, story.paragraphs[:half], story.language)
    second = Story(story.title, story.paragraphs[half:], story.language)
    return (
        head(story, structured(story))
        + f'<body>{NAV}<main><h1>{escape(story.title)}</h1><div class="text-wrapper"><div>'
        f'{paragraphs(first)}</div></div><div class="promo-box">{NEWSLETTER}</div>'
        f'<div class="text-wrapper"><div>{paragraphs(second)}</div></div></main>{RELATED}{FOOTER}'
    )


def scripted(story: Story) -> str:
    return (
        head(story, structured(story, articleBody=story.text))
        + '<body><div id="root"></div><noscript>Please enable JavaScript to read this.</noscript>'
        "<script>render()</script></body>"
    )


def structured_markup(story: Story) -> str:
    return (
        head(story, structured(story, articleBody=paragraphs(story)))
        + f"<body>{NAV}<div id=root><h1>{escape(story.title)}</h1><p>Loading…</p></div>{FOOTER}</body>"
    )


def microdata(story: Story) -> str:
    return (
        head(story)
        + f'<body itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">'
        f'{escape(story.title)}</h1><span itemprop="author" itemscope><span itemprop="name">'
        f'{story.author}</span></span><time itemprop="datePublished" datetime="{story.day}T06:00">'
        f'today</time><div itemprop="articleBody">{paragraphs(story, name="paragraph")}</div>'
        f'<ul class="tag-list"><li><a href="/t">tag</a></li></ul>{RELATED}{COMMENTS}{FOOTER}</body>'
    )


def with_captions(story: Story) -> str:
    picture = (
        '<figure><img src="/a.jpg" alt=""><figcaption>A picture that shows nothing of what the '
        "article is about, but is large. Photo: Agency</figcaption></figure>"
    )
    inner = picture.join(f"<p>{escape(words)}</p>" for words in story.paragraphs)
    return (
        head(story, structured(story))
        + f"<body>{NAV}<article><h1>{escape(story.title)}</h1><p class=byline>By {story.author}</p>"
        f"{inner}<p>Read also: <a href=/x>Something else that happened</a></p></article>{FOOTER}"
    )


LAYOUTS: list[Callable[[Story], str]] = [
    semantic, weblog, soup, line_breaks, tables, one_form, sections, split_in_two, scripted,
    structured_markup, microdata, with_captions,
]  # fmt: skip
