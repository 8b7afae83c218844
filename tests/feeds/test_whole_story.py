"""No word of a story is lost for the name of what it stands in, nor for being short or first."""

from __future__ import annotations

import pytest

from lesart.feeds.pages.fulltext import extract

URL = "https://daily.example.org/2024/ferry.html"
TITLE = "The ferry runs again"


def sentence(number: int) -> str:
    return (
        f"On day {number} the ferry carried some two hundred people and nine carts over the river, "
        f"and the ferryman wrote all of them into his book, as he has done for {number + 20} years."
    )


STORY = [sentence(number) for number in range(1, 7)]
FRAME = (
    '<div class="top"><a href="/">Home</a> <a href="/w">World</a></div>{}'
    '<div class="bottom"><p><a href="/imprint">Imprint</a></p></div>'
)


def told(parts: list[str]) -> str:
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def page(body: str, title: str = TITLE) -> str:
    head = f'<!DOCTYPE html><html lang="en"><head><title>{title}</title></head>'
    return f"{head}<body>{FRAME.format(body)}</body></html>"


def text_of(body: str, url: str = URL) -> str:
    return extract(page(body).encode(), url).text


def within(extra: str) -> str:
    """The text of a story with `extra` amid its paragraphs."""
    parts = [*STORY[:3], extra, *STORY[3:]]
    return text_of(f"<main><article><h1>{TITLE}</h1>{told(parts)}</article></main>")


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    "tag", ["span", "a", "strong", "mark", "em", "b", "i", "abbr", "small", "u"]
)
@pytest.mark.parametrize(
    "name", ["font-extrabold", "ad", "topic-link", "caption", "credit", "tag", "widget", "print",
             "comment", "promo", "share-quote", "sidebar", "header", "footer", "menu-ref", "toc"],
)  # fmt: skip
def test_no_word_of_a_sentence_is_dropped_for_its_name(tag: str, name: str) -> None:
    text = within(
        f'<p>The rope was <{tag} class="{name}">forty fathoms</{tag}> long that year.</p>'
    )
    assert "The rope was forty fathoms long that year." in text


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ('<h2 class="section-header">What it costs</h2>', "What it costs"),
        ('<h3 id="comments-on-price">Dear or cheap</h3>', "Dear or cheap"),
        ('<ul><li class="tag">One oar</li><li class="tag">Two ropes</li></ul>', "One oar\nTwo ropes"),
        ('<blockquote class="tweet"><p>We sail at six.</p></blockquote>', "We sail at six."),
        ('<pre><code><i class="hljs-comment"># row</i>\nrow()</code></pre>', "# row\nrow()"),
        ('<p>Use <code><span class="comment">// x</span></code> here.</p>', "Use // x here."),
        ("<table><tr><td class=\"menu\">Oars</td><td class='ad'>2</td></tr><tr><td>Ropes</td><td>9"
         "</td></tr></table>", "Oars | 2\nRopes | 9"),
        ('<p class="topic-intro">The second part tells of the winter, when the river froze over and '
         "nobody crossed it for nine weeks but on foot.</p>", "The second part tells of the winter"),
        ('<p>It smelled of <button class="gloss">bilge</button> all day.</p>', "of bilge all day"),
        ("<details><summary>Who paid?</summary><p>The county did.</p></details>", "The county did."),
    ],
)  # fmt: skip
def test_nothing_of_the_story_is_dropped_for_its_name(extra: str, words: str) -> None:
    assert words in within(extra)


def test_a_name_still_drops_what_is_beside_the_story() -> None:
    text = within(
        '<div class="newsletter"><p>Every morning we write to you about the river, for nothing.</p></div>'
        '<p class="caption">The ferry in May. Photo: Office</p>'
        '<div class="related"><a href="/x">The bridge that never was</a></div>'
        '<p>Open the map<span class="sr-only"> (opens in a new window)</span> to see.</p>'
    )
    for stranger in ("Every morning", "in May", "never was", "new window"):
        assert stranger not in text
    assert "Open the map to see." in text


# ------------------------------------------------------------------ beginnings


LEAD = "The ferry is back, and the town can cross the river again. What that means for the market."


@pytest.mark.parametrize(
    "head",
    [
        '<div class="teaser"><p>{}</p></div>',
        '<div class="article-meta"><p>{}</p></div>',
        '<p class="promo-text"><strong>{}</strong></p>',
        '<div class="standfirst">{}</div>',
        '<h2 class="subtitle">{}</h2>',
        '<div class="vorspann"><div><span>{}</span></div></div>',
        '<p class="chapo">{}</p><figure><img src="a.jpg"><figcaption>Photo: A</figcaption></figure>',
    ],
)
@pytest.mark.parametrize("is_boxed", [False, True])
def test_the_lead_belongs_to_the_story(head: str, is_boxed: bool) -> None:
    lead = head.format(LEAD)
    body = f"<div class='body'><div>{told(STORY)}</div></div>" if is_boxed else told(STORY)
    text = text_of(
        f"<main><article><h1>{TITLE}</h1><div class='head'>{lead}</div>{body}</article></main>"
    )
    assert text.startswith(LEAD)


def test_the_first_row_of_a_grid_belongs_to_the_story() -> None:
    rows = "".join(
        f'<div class="row"><div class="col-{n}">{told(STORY[n : n + 2])}</div></div>'
        for n in (0, 2, 4)
    )
    text = text_of(
        f"<article><header><h1>{TITLE}</h1></header><div class='body'>{rows}</div></article>"
    )
    assert all(part in text for part in STORY)


def test_promotions_before_the_headline_are_not_put_in_front() -> None:
    promos = "".join(
        f'<a href="/e{n}"><div><p>Meet ferrymen number {n} and hear what they have to say. Book now.</p>'
        "</div></a>"
        for n in range(3)
    )
    text = text_of(
        f"<header><div>{promos}</div></header><article><h1>{TITLE}</h1>{told(STORY)}</article>"
    )
    assert text.startswith(STORY[0])


@pytest.mark.parametrize(
    "first",
    ['<p><span class="dropcap">O</span>n the first day it rained hard over all of the valley.</p>',
     '<div class="drop-cap">O</div><p>n the first day it rained hard over all of the valley.</p>'],
)  # fmt: skip
def test_an_initial_stays_with_its_word(first: str) -> None:
    text = text_of(f"<article><h1>{TITLE}</h1>{first}{told(STORY)}</article>")
    assert text.startswith("On the first day it rained")


def test_how_long_it_takes_and_when_it_was_published_are_not_words_of_the_story() -> None:
    text = text_of(
        f"<main><article><h1>{TITLE}</h1><p class='date'>3 May 2024</p><p>5 min read</p>{told(STORY)}"
        "</article></main>"
    )
    assert text == "\n\n".join(STORY)


def test_a_letter_keeps_its_own_date() -> None:
    head = "<p class='date'>3 May 2024</p><p>Wick, 9 May 1840</p>"
    text = text_of(f"<main><article><h1>{TITLE}</h1>{head}{told(STORY)}</article></main>")
    assert text.startswith("Wick, 9 May 1840")


# ------------------------------------------------------------------ short lines


@pytest.mark.parametrize(
    "line",
    ["<p>{}</p>", "<div>{}</div>", "<section>{}</section>", '<div class="t">{}</div>',
     "<div><p>{}</p></div>", "<div><div><span>{}</span></div></div>"],
)  # fmt: skip
@pytest.mark.parametrize("at", [0, 3, 6])
def test_short_lines_stay_among_long_ones(line: str, at: int) -> None:
    short = ["“Well?” she asked.", "“No.”", "He left."]
    lines = [*STORY[:at], *short, *STORY[at:]]
    body = "".join(line.format(words) for words in lines)
    text = text_of(f"<main><article><h1>{TITLE}</h1>{body}</article></main>")
    assert text == "\n\n".join(lines)


def test_bare_words_between_blocks_are_words() -> None:
    body = f"<div>{STORY[0]}<p>{STORY[1]}</p>{STORY[2]} <b>Indeed.</b><p>{STORY[3]}</p>{STORY[4]}</div>"
    text = text_of(f"<main><h1>{TITLE}</h1>{body}</main>")
    assert text == "\n\n".join([*STORY[:2], f"{STORY[2]} Indeed.", *STORY[3:5]])


def test_questions_in_bold_stay_in_an_interview() -> None:
    body = "".join(
        f"<p><b>And then, on day {n}?</b></p><p>{words}</p>" for n, words in enumerate(STORY)
    )
    text = text_of(f"<article><h1>{TITLE}</h1>{body}</article>")
    assert all(f"And then, on day {n}?" in text for n in range(len(STORY)))


# ------------------------------------------------------------------ many parts


@pytest.mark.parametrize(
    "href", ["#p{}", "/2024/ferry.html#p{}", "https://daily.example.org/2024/ferry.html?post={}",
             "https://daily.example.org/live/{}"],
)  # fmt: skip
def test_the_posts_of_a_live_blog_are_the_story(href: str) -> None:
    posts = "".join(
        f'<div class="post" id="p{n}"><h3><a href="{href.format(n)}">At {n} o’clock</a></h3>'
        f"<p>{sentence(n)}</p></div>"
        for n in range(1, 9)
    )
    text = text_of(f"<main><h1>{TITLE}, live</h1>{told(STORY[:2])}{posts}</main>")
    assert all(sentence(n) in text for n in range(1, 9))


@pytest.mark.parametrize("box", ["<div class='item'>{}</div>", "<section>{}</section>", "{}"])
def test_the_ten_best_are_the_story(box: str) -> None:
    items = "".join(
        box.format(
            f'<h3><a href="https://shop.example/{n}">{n}. Ferry</a></h3><p>{sentence(n)}</p>'
        )
        for n in range(1, 11)
    )
    text = text_of(f"<main><article><h1>The ten best</h1>{told(STORY[:1])}{items}</article></main>")
    assert all(sentence(n) in text for n in range(1, 11))
    assert "4. Ferry" in text


def test_a_letter_of_links_is_the_story() -> None:
    items = "".join(
        f'<div class="link"><h4><a href="https://o{n}.example/">News {n}</a></h4><p>{sentence(n)}</p></div>'
        for n in range(1, 6)
    )
    text = text_of(f"<article><h1>{TITLE}</h1>{told(STORY[:2])}{items}</article>")
    assert all(sentence(n) in text for n in range(1, 6))
    assert "News 3" in text


def test_the_notes_belong_to_the_story() -> None:
    for notes in (
        '<aside class="footnotes"><p>1. The ferryman’s book, page nine.</p></aside>',
        '<div class="footnotes" role="doc-endnotes"><ol><li>The ferryman’s book, page nine.</li></ol></div>',
        '<section class="footnotes"><ol><li>The ferryman’s book, page nine.</li></ol></section>',
    ):
        text = text_of(f"<article><h1>{TITLE}</h1>{told(STORY)}{notes}</article>")
        assert text.endswith("1. The ferryman’s book, page nine.")


# ------------------------------------------------------------------ read also


@pytest.mark.parametrize(
    "line",
    ["Read also: {}", "READ MORE: {}", "More: {}", "[Read: {}]", "See also: {}", "Lesen Sie auch: {}",
     "Mehr dazu: {}", "Mehr zum Thema: {}", "Lesen Sie hier mehr: {}", "➤ {}", "Auch interessant: {}",
     "À lire aussi : {}", "Lire aussi : {}", "À lire : {}", "Lea también: {}", "Leer también: {}",
     "Te puede interesar: {}", "Lee también: {}", "Leggi anche: {}", "Per approfondire: {}",
     "<strong>Read also:</strong> {}", "» {}", "Zum Weiterlesen: {}"],
)  # fmt: skip
def test_a_line_that_leads_to_another_story_goes(line: str) -> None:
    link = '<a href="/other">The bridge that never was</a>'
    assert "never was" not in within(f"<p>{line.format(link)}</p>")


@pytest.mark.parametrize(
    "line",
    ["Read aloud, the <a href='/b'>book</a> takes nine hours.",
     "More than <a href='/b'>two hundred boats</a> lay there.",
     "See how <a href='/b'>the river</a> rose, he said.",
     "Mehr als <a href='/b'>zweihundert Boote</a> lagen dort.",
     "Background noise <a href='/b'>was measured at night</a> by the county."],
)  # fmt: skip
def test_a_sentence_that_only_begins_like_one_stays(line: str) -> None:
    words = line.split("<")[0]
    assert words in within(f"<p>{line}</p>")


# ------------------------------------------------------------------ hidden


@pytest.mark.parametrize(
    "hide",
    ['style="display:none"', 'style="visibility: hidden"', "hidden", 'style="opacity:0"',
     'aria-hidden="true"', 'hidden="until-found"'],
)  # fmt: skip
def test_a_story_hidden_until_scripts_run_is_read(hide: str) -> None:
    body = (
        f'<div id="app" {hide}><article><h1>{TITLE}</h1>{told(STORY)}</article></div>'
        '<div role="dialog" class="consent"><p>We use cookies and tools like them to count who reads '
        "us, and to show advertising that fits you better than other advertising would.</p></div>"
    )
    text = text_of(body)
    assert text == "\n\n".join(STORY)


def test_the_half_behind_read_more_is_read() -> None:
    text = text_of(
        f'<article><h1>{TITLE}</h1>{told(STORY[:1])}<div class="rest" style="display:none">'
        f"{told(STORY[1:])}</div><button>Read more</button></article>"
    )
    assert text == "\n\n".join(STORY)


def test_hiding_is_believed_where_the_story_stays_visible() -> None:
    text = within(
        '<div style="display:none"><p>This paragraph is hidden from everybody, for whatever reason the '
        "authors of the page may have had when they wrote it and hid it.</p></div>"
        '<p>The <span class="tip">sheer<span role="tooltip" hidden>The curve of a deck.</span></span> '
        "was steep.</p>"
    )
    assert "hidden from everybody" not in text
    assert "The sheer was steep." in text


def test_what_holds_a_thousand_cards_is_not_measured_a_thousand_times(monkeypatch) -> None:
    from lesart.feeds.pages import teasers

    measured: list[int] = []
    real = teasers.text_length

    def counting(element) -> int:
        length = real(element)
        measured.append(length)
        return length

    monkeypatch.setattr(teasers, "text_length", counting)

    def cost(count: int) -> int:
        cards = "".join(
            f'<div class="card"><h3><a href="/{n}">Another story, number {n}</a></h3><p>Its teaser.</p></div>'
            for n in range(count)
        )
        story = (
            "<p>The ferry has stopped for the winter, and nobody knows when it will sail.</p>" * 6
        )
        measured.clear()
        page = extract(
            f"<html><body><article>{story}</article><section>{cards}</section>", "https://x.org/a"
        )
        assert "teaser" not in page.text
        return sum(measured)

    assert cost(800) < 3 * cost(400)
