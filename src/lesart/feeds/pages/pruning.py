"""Take from a page what is not its article, and measure where the prose stands.

Three tools: `prune` drops what names itself as navigation, consent, sharing and the like before
anything is looked for; `cover` finds the deepest element that still holds nearly all of the prose;
`drop_boilerplate` clears short lines ("Read also: …") out of what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from lesart.feeds.pages.between_lines import asks, is_a_pointer, is_about_reading, names_nothing
from lesart.feeds.pages.headline import folded
from lesart.feeds.pages.hidden import is_for_voices, is_hidden
from lesart.feeds.pages.inline import is_in_sentence
from lesart.feeds.pages.site_rules import HOLDS, KEEP
from lesart.feeds.pages.tracing import Trace
from lesart.translations import N_

_JUNK = re.compile(
    r"""(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|newsletter|subscribe|subscription|paywall|sign-?up
    |share|sharing|social|sharedaddy|addthis|related|recommend(?:ed|ations?)?|outbrain|taboola
    |read-?more|more-?(?:from|stories|posts|news)|most-?(?:read|popular)|popular|trending
    |also-?like|comments?|disqus|respond|breadcrumbs?|pagination|pager|advert(?:isement)?
    |ads?|sponsor(?:ed)?|banner|popup|modal|overlay|toolbar|skip-?link|author-?(?:bio|box|info|card)
    |about-?(?:the-?)?author|byline|dateline|posted-?on
    |(?:entry|post)-?footer|tag-?list|caption|credits?|copyright
    |feedback|donate|sidebar|anzeige|werbung|verwandt|mehr-?zum-?thema|teilen|kommentare?
    |autor(?:en)?(?:box|info)|lesetipps?|empfehlungen|merkliste|bildunterschrift
    |jp-relatedposts|yarpp|wp-caption-text|mw-editsection|toc|table-of-contents)(?:$|[\s_-])""",
    re.I | re.X,
)
_SOFT_JUNK = re.compile(
    r"""(?:^|[\s_-])(?:teaser|promo|(?:post|entry|article)-?meta|meta-?data|tags?|topics?|print|rating
    |widget)(?:$|[\s_-])""",
    re.I | re.X,
)
"""Names of what is beside the story as a rule, but heads many a story with its first paragraph."""
_NOTES = re.compile(
    r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|bibliography|references|fussnoten|anmerkungen)"
    r"(?:$|[\s_-])",
    re.I,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NEVER_TEXT = (
    "script", "style", "noscript", "template", "nav", "button", "form", "select", "input",
    "textarea", "iframe", "svg", "object", "embed", "audio", "video", "canvas", "dialog",
)  # fmt: skip
FRAMES = frozenset(("html", "body", "head", "article", "main"))
_SIDES = frozenset(("footer", "aside", "figcaption"))
_BARE_SIDES = _SIDES | {"figure"}
_SIDE_ROLES = frozenset(
    (
        "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search",
    )
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SENTENCES = _HEADINGS | {"p", "pre", "code", "dt", "figcaption", "summary"}
"""Within these no element is dropped for its name: it would take words out of a sentence."""
_CELLS = frozenset(("li", "td", "th", "dd", "blockquote"))
"""As these are, unless they hold blocks: then they lay out a page."""
_PROSE = frozenset(("p", "pre", "blockquote", "li", "td", "dd"))
_HOLDERS = frozenset(("p", "ul", "ol", "table", "div", "pre", "blockquote"))
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "ol", "p", "pre", "section", "table",
        "tbody", "td", "tr", "ul",
    )
)  # fmt: skip

_LINE = 140
_BEFORE = 5
_SHORT_LINES = ("p", "div", "li")
_LONGEST_CAPTION = 300
_MOST_KEPT = 20
"""After so many sidebars that turned out to be the story, a page's names are not believed."""


def text_length(element: Any) -> int:
    """How many characters a reader sees in it."""
    return int(_measure()(element))


@cache
def _measure() -> Any:
    from lxml import etree

    return etree.XPath("string-length(normalize-space())")


def link_density(element: Any, length: int | None = None) -> float:
    """Which share of its text is links."""
    length = text_length(element) if length is None else length
    return sum(map(text_length, element.iter("a"))) / length if length else 0.0


def prune(root: Any, trace: Trace) -> None:
    """Drop from the tree what is no article by its element, its role or its name."""
    total = sum(len(p.text_content()) for p in root.iter("p")) or len(root.text_content()) or 1
    for element in list(root.iter(*_NEVER_TEXT)):
        # Some servers wrap the whole page in one form; a glossary's button is a word.
        if element.tag == "form" and len(element.text_content()) > 0.4 * total:
            continue
        if element.tag == "button" and is_in_sentence(element):
            element.tag = "span"
            continue
        if element.get(KEEP) or element.get(HOLDS):
            continue
        trace.drop(element, f"<{element.tag}>")
        drop(element)
    # Each element with whether it stands within a sentence.
    waiting = [(root, False)]
    kept = 0
    while waiting:
        element, is_inside = waiting.pop()
        if element.get(KEEP):
            trace.keep(element, N_("your rule"))
            continue
        is_sentence = is_inside or _is_sentence(element)
        if element.tag not in FRAMES and (element.attrib or element.tag in _BARE_SIDES):
            reason = _why_hidden(element)
            if not reason and not is_inside and kept < _MOST_KEPT:
                reason = _why_beside(element, is_sentence)
                # What holds much of the page's prose is no sidebar, whatever it is called.
                if reason and _holds_paragraphs(element, 0.25 * total):
                    kept += 1
                    reason = ""
            is_headline = element.tag in ("h1", "h2") and text_length(element) > 15
            if reason and not is_headline and not element.get(HOLDS):
                trace.drop(element, reason)
                drop(element)
                continue
        waiting.extend((child, is_sentence) for child in reversed(element))


def _is_sentence(element: Any) -> bool:
    """Whether words stand directly in it, as in a paragraph."""
    tag = element.tag
    if tag in _SENTENCES:
        return True
    if tag not in _CELLS and tag not in ("div", "section", "article", "span", "a"):
        return False
    if next(element.iterchildren(*BLOCKS), None) is not None:
        return False
    if tag in _CELLS:
        return next(element.iterdescendants(*BLOCKS), None) is None
    words = [element.text or "", *(child.tail or "" for child in element)]
    return sum(len(part.strip()) for part in words) > 20


def _why_hidden(element: Any) -> str:
    if is_hidden(element) and not is_notes(element):
        return N_("hidden")
    if is_for_voices(element) and not _holds_paragraphs(element, 100):
        return N_("for screen readers")
    if element.get("aria-hidden") == "true" and element.tag not in ("a", "span", "p"):
        if not _is_story(element):
            return N_("decoration (aria-hidden)")
    return N_("picture") if element.tag == "figure" and _is_picture(element) else ""


def _is_story(element: Any) -> bool:
    """Whether it is prose, and not named as something that pops up."""
    return _holds_paragraphs(element, 80) and not _is_junk(_name(element))


def _why_beside(element: Any, is_sentence: bool) -> str:
    """Why an element is beside the story; empty where it is not known to be."""
    if is_notes(element):
        return ""
    role = element.get("role") or ""
    if element.tag in _SIDES:
        return f"<{element.tag}>"
    if role in _SIDE_ROLES:
        return f"role {role}"
    name = _name(element)
    if len(name) < 2:
        return ""
    tag = element.tag
    if tag in _HEADINGS or (is_sentence and tag in _CELLS) or tag in ("pre", "code", "q", "mark"):
        return ""
    if is_in_sentence(element):
        return ""
    if _is_junk(name):
        is_prose = tag == "p" and text_length(element) > _LONGEST_CAPTION
        return "" if is_prose else N_("its name")
    if _is_softly_junk(name) and not _is_lead(element):
        return N_("its name")
    return ""


def _name(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:2000].strip()


def is_notes(element: Any) -> bool:
    """Whether these are the story's notes or sources, which belong to it."""
    if element.get("role") in ("doc-endnotes", "doc-footnote", "doc-bibliography"):
        return True
    if element.tag not in ("aside", "section", "div", "ol", "ul", "footer"):
        return False
    return bool(_NOTES.search(_HUMP.sub("-", _name(element)))) and link_density(element) < 0.5


def _is_lead(element: Any) -> bool:
    """Whether a box of prose without a link: a teaser for another story would lead to it."""
    if next(element.iter("a", "button"), None) is not None:
        return False
    words = " ".join(element.text_content().split())
    if next(element.iter("h2", "h3", "h4"), None) is not None:
        return True
    return len(words) >= 40 and words.rstrip("\"'”’»“)")[-1:] in tuple(".!?…")


def _is_picture(figure: Any) -> bool:
    """Whether a figure is a picture with words about it, not a table, a quotation or code."""
    inside = next(figure.iter("table", "pre", "blockquote", "ul", "ol"), None)
    return inside is None and text_length(figure) < 400


def prune_lightly(element: Any) -> None:
    """Drop only what can never be text: for pages of which `prune` left nothing."""
    for inside in list(element.iter(*_NEVER_TEXT, "footer", "aside")):
        if inside is not element:
            drop(inside)


def drop(element: Any) -> None:
    """Take an element out of its tree; its tail stays."""
    if element.getparent() is not None:
        element.drop_tree()


@lru_cache(4096)
def _is_junk(name: str) -> bool:
    return bool(_JUNK.search(_HUMP.sub("-", name)))


@lru_cache(4096)
def _is_softly_junk(name: str) -> bool:
    return bool(_SOFT_JUNK.search(_HUMP.sub("-", name)))


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
    for seen, (element, words) in enumerate(lines(root)):
        if seen > 3:
            return
        if folded_title and element is not root and folded(words) == folded_title:
            drop(element)


def drop_boilerplate(root: Any, title: str, day: str, trace: Trace) -> None:
    """Drop the repeated title, calls to action, and lines that are nothing but links."""
    drop_title(root, title)
    for seen, (element, words) in enumerate(lines(root)):
        if seen < _BEFORE and element.tag in _SHORT_LINES and is_about_reading(words, day):
            if element is not root and not _is_kept(element):
                trace.drop(element, N_("when it was published, how long it is"))
                drop(element)
                continue
        if element is not root and not _is_kept(element) and _is_boilerplate(element, words):
            trace.drop(element, N_("a line that is no part of the text"))
            drop(element)


def _is_kept(element: Any) -> bool:
    """Whether a rule of the reader's keeps it."""
    return bool(element.get(KEEP)) or any(a.get(KEEP) for a in element.iterancestors())


def lines(root: Any) -> Iterator[tuple[Any, str]]:
    """The innermost blocks that hold words."""
    for element in list(root.iter(*BLOCKS)):
        if next(element.iterdescendants(*BLOCKS), None) is None:
            words = " ".join(element.text_content().split())
            if words:
                yield element, words


def _is_boilerplate(element: Any, words: str) -> bool:
    if len(words) >= _LINE or element.tag == "pre":
        return False
    is_linked = link_density(element, len(words)) > 0.3 or is_in_link(element)
    if asks(words) or names_nothing(words) or (is_linked and is_a_pointer(words)):
        return True
    ends_like_a_sentence = words[-1] in '.!?…»”"'
    return (
        not ends_like_a_sentence
        and element.tag in ("li", "p", "div", "td")
        and (link_density(element, len(words)) > 0.8 or is_in_link(element))
    )


def is_in_link(element: Any) -> bool:
    """Whether the whole element is part of a link."""
    return any(around.tag == "a" and around.get("href") for around in element.iterancestors())
