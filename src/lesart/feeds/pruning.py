"""Take from a page what is not its article, and measure where the prose stands.

Three tools: `prune` drops what names itself as navigation, consent, sharing and the like before
anything is looked for; `cover` finds the deepest element that still holds nearly all of the prose;
`drop_boilerplate` clears short lines ("Read also: …") out of what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lesart.feeds.metadata import folded

_JUNK = re.compile(
    r"""(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|newsletter|subscribe|subscription|paywall|sign-?up
    |share|sharing|social|sharedaddy|addthis|related|recommend(?:ed|ations?)?|outbrain|taboola
    |read-?more|more-?(?:from|stories|posts|news)|most-?(?:read|popular)|popular|trending|teaser
    |also-?like|comments?|disqus|respond|breadcrumbs?|pagination|pager|promo|advert(?:isement)?
    |ads?|sponsor(?:ed)?|banner|popup|modal|overlay|toolbar|skip-?link|author-?(?:bio|box|info|card)
    |about-?(?:the-?)?author|byline|dateline|(?:post|entry|article)-?meta|meta-?data|posted-?on
    |(?:entry|post)-?footer|tags?|tag-?list|topics?|caption|credits?|copyright|print|rating
    |feedback|donate|widget|sidebar|anzeige|werbung|verwandt|mehr-?zum-?thema|teilen|kommentare?
    |autor(?:en)?(?:box|info)|lesetipps?|empfehlungen|merkliste|bildunterschrift|screen-?reader
    |visually-?hidden|sr-?only|assistive|jp-relatedposts|yarpp|wp-caption-text|mw-editsection|toc
    |table-of-contents)(?:$|[\s_-])""",
    re.I | re.X,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NEVER_TEXT = (
    "script", "style", "noscript", "template", "nav", "button", "form", "select", "input",
    "textarea", "iframe", "svg", "object", "embed", "audio", "video", "canvas", "dialog",
)  # fmt: skip
_FRAMES = frozenset(("html", "body", "head", "article", "main"))
_SIDES = frozenset(("footer", "aside", "figcaption"))
_BARE_SIDES = _SIDES | {"figure"}
_SIDE_ROLES = frozenset(
    (
        "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search",
    )
)  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none")
_PROSE = frozenset(("p", "pre", "blockquote", "li", "td", "dd"))
_HOLDERS = frozenset(("p", "ul", "ol", "table", "div", "pre", "blockquote"))
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "ol", "p", "pre", "section", "table",
        "tbody", "td", "tr", "ul",
    )
)  # fmt: skip

_ASKS = re.compile(
    r"(?:(?:read|see|lesen sie|lies|siehe|sehen sie|hören sie)\s+(?:also|more|next|auch|mehr|hierzu)"
    r"|share (?:this|on|via)|follow (?:us|me|@)|sign up|subscribe|newsletter|click here"
    r"|all rights reserved|copyright|©|leave a (?:comment|reply)|continue reading|skip to"
    r"|mehr zum thema|auch interessant|das könnte sie|you (?:may|might) also|filed under"
    r"|\(?(?:photo|image|foto|bild|photographs?|images|photos)\s*(?::|by\b|credit)"
    r"|(?:posted|published) (?:in|by|on)\b|last (?:updated|modified)"
    r"|updated:?\s+(?:on|at|am|um|\d)|reuters/|afp via|ap photo|getty images)",
    re.I,
)
_NAMES_NOTHING = re.compile(
    r"(?:related(?: (?:stories|articles|posts|topics|links?))?|advertisement|anzeige|werbung"
    r"|quelle|source|tags?|topics?|tweet|print|comments?\b.{0,12}|kommentare\b.{0,12}|loading"
    r"|watch|video|recommended|most (?:read|popular))\W*$"
    r"|(?:source|tags?|topics?|watch|video|related|quelle)\s*:"
    r"|(?:more (?:from|on|stories)|jump to)\b.*[^.!?…\"”»]$",
    re.I,
)
_LINE = 140
_LARGEST_CARD = 600
_CARD_DEPTH = 6
_LEAST_STORY = 250
_MOST_KEPT = 20
"""After so many sidebars that turned out to be the story, a page's names are not believed."""


def text_length(element: Any) -> int:
    """How many characters a reader sees in it."""
    return len(" ".join(element.text_content().split()))


def link_density(element: Any, length: int | None = None) -> float:
    """Which share of its text is links."""
    length = text_length(element) if length is None else length
    return sum(map(text_length, element.iter("a"))) / length if length else 0.0


def prune(root: Any) -> None:
    """Drop from the tree what is no article by its element, its role or its name."""
    total = sum(len(p.text_content()) for p in root.iter("p")) or len(root.text_content()) or 1
    for element in list(root.iter(*_NEVER_TEXT)):
        # Some servers wrap the whole page in one form.
        if element.tag == "form" and len(element.text_content()) > 0.4 * total:
            continue
        _drop(element)
    waiting = [root]
    kept = 0
    while waiting:
        element = waiting.pop()
        waiting.extend(reversed(element))
        if element.tag in _FRAMES or not (element.attrib or element.tag in _BARE_SIDES):
            continue
        is_hidden = _is_hidden(element) or (element.tag == "figure" and _is_picture(element))
        if is_hidden or (kept < _MOST_KEPT and _is_beside(element)):
            # What holds much of the page's prose is no sidebar, whatever it is called.
            if not is_hidden and _holds_paragraphs(element, 0.25 * total):
                kept += 1
            elif not (element.tag in ("h1", "h2") and text_length(element) > 15):
                del waiting[len(waiting) - len(element) :]
                _drop(element)


def _is_picture(figure: Any) -> bool:
    """Whether a figure is a picture with words about it, not a table, a quotation or code."""
    inside = next(figure.iter("table", "pre", "blockquote", "ul", "ol"), None)
    return inside is None and text_length(figure) < 400


def drop_teasers(root: Any) -> None:
    """Drop rows of cards that lead to other stories: three or more alike, each headed by a link.

    On a page with a short article they hold more prose than the article. Where they are nearly all
    there is, the page is a digest, and they stay.
    """
    cards: dict[Any, dict[Any, None]] = {}
    for heading in root.iter("h2", "h3", "h4", "h5"):
        card = _link_around(heading)
        for _ in range(_CARD_DEPTH):
            if card is None or card.tag in _FRAMES or card.getparent() is None:
                break
            if text_length(card) > _LARGEST_CARD:
                break
            alike = (card.getparent(), card.tag, (card.get("class") or "").partition(" ")[0])
            cards.setdefault(alike, {})[card] = None
            card = card.getparent()
    rows = [list(row) for row in cards.values() if len(row) >= 3]
    in_cards = {p: len(p.text_content()) for row in rows for card in row for p in card.iter("p")}
    total = sum(len(p.text_content()) for p in root.iter("p"))
    if rows and total - sum(in_cards.values()) >= _LEAST_STORY:
        for row in rows:
            for card in row:
                _drop(card)


def _link_around(heading: Any) -> Any | None:
    """What a heading that is a link to elsewhere heads; None for other headings."""
    if heading.getparent() is not None and heading.getparent().tag == "a":
        return heading.getparent()
    length = text_length(heading)
    for link in heading.iter("a"):
        href = link.get("href") or "#"
        if not href.startswith("#") and text_length(link) > 0.5 * length:
            return heading.getparent()
    return None


def prune_lightly(element: Any) -> None:
    """Drop only what can never be text: for pages of which `prune` left nothing."""
    for inside in list(element.iter(*_NEVER_TEXT, "footer", "aside")):
        if inside is not element:
            _drop(inside)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: Any) -> bool:
    return bool(
        element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and element.tag not in ("a", "span", "p"))
        or _HIDDEN_STYLE.search(element.get("style") or "")
    )


def _is_beside(element: Any) -> bool:
    if element.tag in _SIDES or (element.get("role") or "") in _SIDE_ROLES:
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(name) > 1 and _is_junk(name[:2000])


@lru_cache(4096)
def _is_junk(name: str) -> bool:
    return bool(_JUNK.search(_HUMP.sub("-", name)))


def _holds_paragraphs(element: Any, length: float) -> bool:
    """Whether it holds paragraphs of more than `length` characters in all."""
    for paragraph in element.iter("p"):
        length -= len(paragraph.text_content())
        if length < 0:
            return True
    return False


# ------------------------------------------------------------------ prose


def prose(root: Any) -> dict[Any, int]:
    """How much sentence-like text stands under each element: in paragraphs and items, not links."""
    under: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        own = 0
        if element.tag in _PROSE and not any(child.tag in _HOLDERS for child in element):
            length = text_length(element)
            if length >= 40 and link_density(element, length) < 0.35:
                own = length
        under[element] = own + sum(under.get(child, 0) for child in element)
    return under


def cover(root: Any, share: float = 0.85) -> tuple[Any | None, int]:
    """The deepest element that still holds `share` of the page's prose, and how much it holds."""
    body = root.find("body")
    element = root if body is None else body
    under = prose(element)
    total = under[element]
    if not total:
        return None, 0
    while True:
        inner = max(element, key=lambda child: under.get(child, 0), default=None)
        if (
            inner is None
            or under.get(inner, 0) < share * total
            or inner.tag in ("p", "li", "td", "pre")
        ):
            return element, under[element]
        element = inner


# ------------------------------------------------------------------ lines


def drop_title(root: Any, title: str) -> None:
    """Drop the title where the text begins with it again."""
    folded_title = folded(title)
    for seen, (element, words) in enumerate(_lines(root)):
        if seen > 3:
            return
        if folded_title and element is not root and folded(words) == folded_title:
            _drop(element)


def drop_boilerplate(root: Any, title: str) -> None:
    """Drop the repeated title, calls to action, and lines that are nothing but links."""
    drop_title(root, title)
    for element, words in _lines(root):
        if element is not root and _is_boilerplate(element, words):
            _drop(element)


def _lines(root: Any) -> Iterator[tuple[Any, str]]:
    """The innermost blocks that hold words."""
    for element in list(root.iter(*_BLOCKS)):
        if next(element.iterdescendants(*_BLOCKS), None) is None:
            words = " ".join(element.text_content().split())
            if words:
                yield element, words


def _is_boilerplate(element: Any, words: str) -> bool:
    if len(words) >= _LINE:
        return False
    if _ASKS.match(words) or _NAMES_NOTHING.match(words):
        return True
    ends_like_a_sentence = words[-1] in '.!?…»”"'
    return (
        not ends_like_a_sentence
        and element.tag in ("li", "p", "div", "td")
        and (link_density(element, len(words)) > 0.8)
    )
