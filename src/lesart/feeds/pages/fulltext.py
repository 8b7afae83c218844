"""Find the article in a web page: readability's choice, checked against where the prose stands.

One tree is parsed. What names itself as beside the point is pruned, then two proposals are made:
readability's, and the deepest element that covers nearly all prose. The first is taken unless it
cut the article short. Structured data that carries the article decides between them, and stands in
where both failed. Pages that are too large or too deep for readability get by without it.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from lesart.feeds.pages.gathering import gathered, kept_in, numbered, prepare
from lesart.feeds.pages.hidden import reveal
from lesart.feeds.pages.html_tree import parse_html
from lesart.feeds.pages.metadata import PageMetadata, page_metadata
from lesart.feeds.pages.plaintext import plain_text
from lesart.feeds.pages.pruning import (
    cover,
    drop_boilerplate,
    drop_title,
    link_density,
    prose,
    prune,
    prune_lightly,
    text_length,
)
from lesart.feeds.pages.readability import readable
from lesart.feeds.pages.site_rules import (
    SiteRules,
    first_date,
    first_words,
    mark_kept,
    rules_for,
    selected,
)
from lesart.feeds.pages.teasers import drop_teasers
from lesart.feeds.pages.tracing import Trace
from lesart.model.moment import Moment
from lesart.model.text import Block
from lesart.text.clean import clean_line, clean_text
from lesart.translations import N_, _

_MOST_ELEMENTS = 20_000
_DEEPEST = 200
_BEYOND_REASON = (150_000, 500)
"""Elements and depth of pages that are only turned into text: they were made to hurt."""
_SHORT = 600
_TEASER = 1500

_PLAIN = frozenset(
    (
        "html", "head", "title", "meta", "link", "style", "body", "article", "main", "section",
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
        "pre", "code", "table", "thead", "tbody", "tr", "td", "th", "caption", "hr", "br", "img",
        "a", "b", "i", "em", "strong", "u", "q", "cite", "mark", "sup", "sub", "small", "time",
    )
)  # fmt: skip

PAYWALL = N_("Full text not found (paywall): the page shows only the beginning.")
CONSENT = N_("Full text not found: the page wants consent to cookies first.")
SCRIPTS = N_("Full text not found: the page builds its text with scripts; open it in the browser.")
EMPTY = N_("Full text not found: there is no article on the page.")

_CONSENT_WORDS = re.compile(
    r"cookies?|consent|datenschutz|einwillig|zustimm|tracking|privacy|partners?\b|vendors", re.I
)
_PAYWALL_WORDS = re.compile(
    r"subscribers? only|already a (?:subscriber|member)|to continue reading"
    r"|jetzt abonnieren|nur für abonnent|weiterlesen mit|mit einem abo|artikel ist kostenpflichtig"
    r"|réservé aux abonnés|exclusivo para suscriptores",
    re.I,
)
_SCRIPT_WORDS = re.compile(
    r"(?:enable|requires?|aktivieren|activ\w+)\W+(?:\w+\W+){0,3}javascript", re.I
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds for a reader."""

    title: str = ""
    text: str = ""
    blocks: tuple[Block, ...] = ()
    date: Moment | None = None
    day: str = ""
    """The date as the page writes it, in its own time zone: `2018-06-03`; empty if unknown."""
    author: str = ""
    language: str = ""
    link: str = ""
    """The address the page gives itself; empty where it gives none."""
    site: str = ""
    state: str = ""
    """A sentence where the article is not all there (paywall, scripts, consent); else empty."""


def extract(
    html: bytes | str, url: str, http_charset: str | None = None, trace: Trace | None = None
) -> Page:
    """The article of the page `html`, fetched from `url` (which may be empty: a saved file).

    `trace` takes down what was kept and dropped.
    """
    root = parse_html(html, http_charset)
    if root is None:
        return Page(state=EMPTY)
    trace = trace or Trace(is_wanted=False)
    metadata = page_metadata(root, url)
    address = url or metadata.link
    rules = rules_for(address)
    metadata = _ruled_facts(root, metadata, rules)
    words_of_page = root.text_content()
    text, blocks = _written(_story(root, metadata, rules, address, trace), metadata, address, trace)
    return Page(
        title=metadata.title,
        text=text,
        blocks=blocks,
        date=metadata.date,
        day=metadata.day,
        author=metadata.author,
        language=metadata.language,
        link=metadata.link,
        site=metadata.site,
        state=_state(text, metadata, words_of_page),
    )


def _ruled_facts(root: Any, metadata: PageMetadata, rules: SiteRules) -> PageMetadata:
    """The facts, where the reader's rules name better places for them."""
    title = first_words(root, rules.title) or metadata.title
    author = first_words(root, rules.author) or metadata.author
    if not rules.date or (written := first_date(root, rules.date, metadata.language)) is None:
        return replace(metadata, title=clean_line(title, 500), author=clean_line(author, 200))
    return replace(
        metadata,
        title=clean_line(title, 500),
        author=clean_line(author, 200),
        date=written.moment,
        day=written.day,
    )


def _story(
    root: Any, metadata: PageMetadata, rules: SiteRules, url: str, trace: Trace
) -> Any | None:
    """The element that holds the article, by the reader's rules or else by our own."""
    for selector in rules.drop:
        for element in selected(root, selector):
            if element.getparent() is not None:
                trace.drop(element, _("your rule: drop {selector}").format(selector=selector))
                element.drop_tree()
    mark_kept(root, rules)
    if found := selected(root, rules.article):
        trace.chosen_by = _("your rule: article {article}").format(article=rules.article)
        story = root.makeelement("div")
        for element in found:
            if not any(around in found for around in element.iterancestors()):
                trace.keep(element, trace.chosen_by)
                story.append(copy.deepcopy(element))
        return story
    return _article(root, metadata, url, trace)


def _written(
    element: Any | None, metadata: PageMetadata, url: str, trace: Trace
) -> tuple[str, tuple[Block, ...]]:
    """The element's text without boilerplate; the structured data's where that has far more."""
    text = ""
    blocks: tuple[Block, ...] = ()
    if element is not None:
        is_ruled = trace.chosen_by.startswith(_("your rule"))
        if is_ruled or (element.getparent() is None and element.tag == "html"):
            drop_title(element, metadata.title)
        else:
            drop_boilerplate(element, metadata.title, metadata.day, trace)
        text, blocks = plain_text(element, url)
        if is_ruled and text:
            return text, blocks
    if len(metadata.body) <= 250 and text:
        return text, blocks
    told, told_blocks = _body(metadata, url)
    if len(text) < 0.5 * len(told) or likeness(text, told) < 0.15:
        trace.chosen_by = _("the page's structured data")
        return told, told_blocks
    return text, blocks


def _body(metadata: PageMetadata, url: str) -> tuple[str, tuple[Block, ...]]:
    if "<" in metadata.body and ">" in metadata.body:
        return plain_text(metadata.body, url)
    return clean_text(metadata.body).strip(), ()


# ------------------------------------------------------------------ the article's element


def _article(root: Any, metadata: PageMetadata, url: str, trace: Trace) -> Any | None:
    """The element that holds the article; None where no element does. Changes `root`."""
    is_bearable = _is_within(root, _MOST_ELEMENTS, _DEEPEST)
    if _is_bare(root) or not (is_bearable or _is_within(root, *_BEYOND_REASON)):
        trace.chosen_by = _("the whole page")
        return root
    reveal(root)
    prepare(root)
    drop_teasers(root, url, trace)
    pruned = copy.deepcopy(root)
    prune(pruned, trace)
    leaves = numbered(pruned)
    first = readable(pruned) if is_bearable else None
    proposals = [first]
    if is_bearable and (first is None or text_length(first) < _SHORT):
        proposals.append(readable(root))
    proposals = [element for element in proposals if element is not None and text_length(element)]
    covering, amount = _covering(root, pruned)
    if covering is not None:
        trace.chosen_by = _("where nearly all prose stands")
        if not proposals:
            return _whole(covering, leaves, metadata, trace)
        if len(metadata.body) > 400:
            return max(
                [*proposals, covering], key=lambda e: likeness(e.text_content(), metadata.body)
            )
        if _was_cut_short(proposals[0], covering, amount):
            return _whole(covering, leaves, metadata, trace)
        proposals.append(covering)
    if not proposals:
        trace.chosen_by = _("all words of the page")
        return _mere_text(pruned)
    found = _longest_if_first_is_tiny(proposals)
    if found is not covering:
        trace.chosen_by = "readability"
    return _whole(found, leaves, metadata, trace)


def _whole(found: Any, leaves: list[Any], metadata: PageMetadata, trace: Trace) -> Any:
    """What was found, with what belongs to it."""
    whole = gathered(leaves, kept_in(found), metadata.title, trace)
    return found if whole is None else whole


def _is_bare(root: Any) -> bool:
    """Whether the page is nothing but an article: written by hand, or by a text program."""
    return (
        all(element.tag in _PLAIN for element in root.iter())
        and not any(row.find(".//p") is not None for row in root.iter("tr"))
        and link_density(root) < 0.5
    )


def _covering(root: Any, pruned: Any) -> tuple[Any | None, int]:
    """The element that covers nearly all prose, and how much that is; None where there is little."""
    element, amount = cover(pruned)
    if amount < 300:
        unpruned, more = cover(root)
        if more > 3 * amount + 300:
            lightly = copy.deepcopy(unpruned)
            prune_lightly(lightly)
            left = prose(lightly)[lightly]
            if left > amount:
                element, amount = lightly, left
    return (element, amount) if amount >= 250 else (None, 0)


def _was_cut_short(first: Any, covering: Any, amount: int) -> bool:
    """Whether readability left out too much of the prose that stands together."""
    # Where paragraphs are mere <div>s, their words have to do.
    have = prose(first)[first] or text_length(first) * (1 - min(1.0, link_density(first)))
    subheads = sum(1 for _ in covering.iter("h2", "h3"))
    # Several articles on a page are a list of stories; many subheads speak for one long story.
    share = 0.35 if _has_stories(covering) else 0.6 if subheads >= 3 else 0.4
    return have < share * amount and link_density(covering) < 0.35


def _has_stories(covering: Any) -> bool:
    """Whether it holds several articles."""
    return sum(1 for inside in covering.iter("article") if text_length(inside) > 150) > 1


def _mere_text(pruned: Any) -> Any | None:
    """The whole page, if it is words rather than links: text without any paragraphs."""
    body = pruned.find("body")
    body = pruned if body is None else body
    return body if text_length(body) >= 250 and link_density(body) < 0.35 else None


def _longest_if_first_is_tiny(proposals: list[Any]) -> Any:
    first = proposals[0]
    length = text_length(first)
    if length < _SHORT and len(proposals) > 1:
        other = max(proposals[1:], key=lambda e: text_length(e) * (1 - min(1.0, link_density(e))))
        if text_length(other) > 2 * length:
            return other
    return first


def _is_within(root: Any, most: int, deepest: int) -> bool:
    """Whether the page has so few elements and is so flat. Readability is worse than linear."""
    # By libxml2: each element that Python walks over is made an object first.
    return _count()(root) <= most and not _nests(deepest)(root)


@cache
def _count() -> Any:
    from lxml import etree

    return etree.XPath("count(descendant-or-self::*)")


@cache
def _nests(deepest: int) -> Any:
    from lxml import etree

    return etree.XPath(f"boolean(descendant-or-self::*[ancestor::*[{deepest + 1}]])")


# ------------------------------------------------------------------ measures


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, 0-1, by the words that stand four in a row."""
    left, right = _shingles(one), _shingles(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _shingles(text: str, size: int = 4) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return {tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1))}


def _state(text: str, metadata: PageMetadata, words_of_page: str) -> str:
    """Why the text is not the article, if it is not; else empty."""
    length = len(text)
    page = words_of_page[:200_000]
    if length < _TEASER and not metadata.is_for_free:
        return PAYWALL
    if length < _TEASER / 2 and _PAYWALL_WORDS.search(page):
        return PAYWALL
    if length < _TEASER and len(_CONSENT_WORDS.findall(text)) > max(3, length / 150):
        return CONSENT
    if length < 250 and _SCRIPT_WORDS.search(page):
        return SCRIPTS
    if not text.strip():
        return CONSENT if len(_CONSENT_WORDS.findall(page)) > 8 else EMPTY
    return ""
