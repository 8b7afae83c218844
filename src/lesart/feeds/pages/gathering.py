"""Make the whole story of the part of it that was found.

Readability chooses well where a story is, and loses short lines, lists and first rows in it. So its
choice is taken for a range of the page's lines: what stands between the first and the last line
that it kept belongs to the story as long as it is words rather than links; so do the lead between
the headline and the first line, and the notes behind the last.
"""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import Any

from lesart.feeds.pages.between_lines import asks, names_nothing
from lesart.feeds.pages.headline import folded
from lesart.feeds.pages.pruning import BLOCKS, is_in_link, is_notes, link_density, text_length
from lesart.feeds.pages.site_rules import KEEP
from lesart.feeds.pages.tracing import Trace
from lesart.translations import N_

NUMBER = "data-lesart-number"
_INLINE = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "ruby", "math",
    )
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAD = 40
_INITIAL = re.compile(r"drop-?cap|initial|first-?letter", re.I)
_BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|text|foto|photo)\b.{0,60}$|\d{1,2}[./:]\d{2}|\b(?:19|20)\d\d\b.{0,24}$",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]」』]*$")


def prepare(root: Any) -> None:
    """Make paragraphs of bare words between blocks, and put initials back into their words."""
    for element in _mixed()(root):
        _wrap_bare_words(element)
    for element in root.xpath("//div[@class] | //p[@class]"):
        if _INITIAL.search(element.get("class")):
            _join_initial(element)


@cache
def _mixed() -> Any:
    """Finds the boxes in which bare words stand beside blocks."""
    from lxml import etree

    whole = ("p", "pre", "ul", "ol", "dl", "table", "tbody", "tr")
    boxes = " or ".join(f"self::{tag}" for tag in (*BLOCKS, "main", "body") if tag not in whole)
    blocks = " or ".join(f"self::{tag}" for tag in BLOCKS)
    return etree.XPath(f"//*[{boxes}][text()[normalize-space()]][*[{blocks}]]")


def _wrap_bare_words(block: Any) -> None:
    children = list(block)
    if (block.text or "").strip():
        first = block.makeelement("p")
        first.text, block.text = block.text, None
        block.insert(0, first)
        _take_inline(first, children)
    for child in children:
        if (
            child.getparent() is block
            and (child.tail or "").strip()
            and (child.tag not in _INLINE or child.tag == "br")
        ):
            paragraph = block.makeelement("p")
            paragraph.text, child.tail = child.tail, None
            child.addnext(paragraph)
            _take_inline(paragraph, children)


def _take_inline(paragraph: Any, children: list[Any]) -> None:
    """Move the inline elements that follow into a new paragraph."""
    following = paragraph.getnext()
    while following is not None and following in children and following.tag in _INLINE:
        if next(following.iterdescendants(*BLOCKS), None) is not None:
            return
        paragraph.append(following)  # its tail comes along
        following = paragraph.getnext()


def _join_initial(element: Any) -> None:
    letter = element.text_content().strip()
    following = element.getnext()
    if not (
        0 < len(letter) <= 2
        and following is not None
        and following.tag == "p"
        and not (element.tail or "").strip()
    ):
        return
    following.text = letter + (following.text or "").lstrip()
    element.drop_tree()


def nameless(root: Any) -> None:
    """Take the names from what readability must not judge by them: sentences and what holds them."""
    for element in root.iter():
        if not element.attrib or not isinstance(element.tag, str):
            continue
        if element.tag in ("html", "body", "main", "article"):
            continue
        is_box = element.tag in ("div", "section", "aside", "header", "footer", "ul", "ol", "table")
        if not is_box or _holds_a_sentence(element):
            for name in ("class", "id"):
                element.attrib.pop(name, None)


def _holds_a_sentence(box: Any) -> bool:
    for paragraph in box.iterchildren("p"):
        if text_length(paragraph) > 60 and link_density(paragraph) < 0.3:
            return True
    return False


def numbered(root: Any) -> list[Any]:
    """The innermost blocks that hold words, in order, each with its number as an attribute."""
    leaves: list[Any] = []
    for element in root.iter(*BLOCKS):
        if next(element.iterdescendants(*BLOCKS), None) is None and element.text_content().strip():
            element.set(NUMBER, str(len(leaves)))
            leaves.append(element)
    return leaves


def kept_in(found: Any) -> set[int]:
    """The numbers of the blocks that are in `found`."""
    return {int(e.get(NUMBER)) for e in found.iter() if (e.get(NUMBER) or "").isdecimal()}


def gathered(leaves: list[Any], kept: set[int], title: str, trace: Trace) -> Any | None:
    """The story around the blocks that were kept, as a new element; None where nothing was."""
    if not kept:
        return None
    first, last = min(kept), max(kept)
    around = _common(leaves[first], leaves[last])
    chosen = set(kept)
    over = {above for number in kept for above in leaves[number].iterancestors()}
    boxes: dict[Any, bool] = {}
    for number in range(first + 1, last):
        if number not in kept and _belongs(leaves[number], over, boxes):
            chosen.add(number)
    chosen |= _headings(leaves, chosen, first, last)
    chosen |= _lead(leaves, first, around, title, kept)
    chosen |= _end(leaves, last, kept)
    chosen |= {number for number, leaf in enumerate(leaves) if _is_ruled(leaf)}
    for number, leaf in enumerate(leaves):
        if number in chosen:
            trace.keep(leaf, N_("story") if number in kept else N_("belongs to the story"))
        else:
            trace.drop(leaf, N_("outside of the story"))
    return _taken(leaves, chosen)


def _is_ruled(leaf: Any) -> bool:
    """Whether a rule of the reader's keeps it."""
    return any(e.get(KEEP) for e in (leaf, *leaf.iterancestors()))


def _common(one: Any, other: Any) -> Any:
    """The deepest element that holds both."""
    over = {one, *one.iterancestors()}
    for element in (other, *other.iterancestors()):
        if element in over:
            return element
    return one.getroottree().getroot()


def _belongs(leaf: Any, over: set[Any], boxes: dict[Any, bool]) -> bool:
    """Whether a block amid the story is words of it, and so is the box that was lost with it.

    `over` holds all elements that have a kept block in them.
    """
    if link_density(leaf) >= 0.5 or is_in_link(leaf):
        return False
    box = leaf
    for above in leaf.iterancestors():
        if above in over:
            break
        box = above
    if box not in boxes:
        boxes[box] = link_density(box) < 0.33
    return boxes[box]


def _headings(leaves: list[Any], chosen: set[int], first: int, last: int) -> set[int]:
    """Headings that link somewhere, and head what was chosen."""
    return {
        number
        for number in range(first, last)
        if number not in chosen and leaves[number].tag in _HEADINGS and number + 1 in chosen
    }


def _lead(leaves: list[Any], first: int, around: Any, title: str, kept: set[int]) -> set[int]:
    """What stands between the headline and the first line, and is prose or under a heading."""
    around = next((a for a in leaves[first].iterancestors("article", "main")), around)
    start = _behind_title(leaves, first, title)
    if start is None:
        inside = around
        start = next((n for n in range(first) if inside in leaves[n].iterancestors()), first)
    chosen = set()
    shape = _shape(leaves[first])
    has_begun = False
    for number in range(start, first):
        leaf = leaves[number]
        words = " ".join(leaf.text_content().split())
        if link_density(leaf, len(words)) > 0.3 or is_in_link(leaf) or leaf.tag == "figcaption":
            continue
        if asks(words) or names_nothing(words) or _is_byline(words):
            continue
        is_said = bool(_SENTENCE_END.search(words))
        is_alike = _shape(leaf) == shape and leaf.tag not in _HEADINGS
        if leaf.tag in _HEADINGS:
            has_begun = has_begun or (leaf.tag != "h1" and around in leaf.iterancestors())
        if (is_said and (len(words) >= _LEAD or is_alike)) or has_begun:
            chosen.add(number)
    length = sum(text_length(leaves[number]) for number in chosen)
    story = sum(text_length(leaves[number]) for number in kept)
    return chosen if length <= story else set()


def _behind_title(leaves: list[Any], first: int, title: str) -> int | None:
    """The number behind the headline; None where none is seen before the story."""
    wanted = folded(title)
    for number in range(first - 1, -1, -1):
        leaf = leaves[number]
        words = folded(leaf.text_content()) if leaf.tag in _HEADINGS else ""
        if words and wanted and (words == wanted or (len(wanted) > 8 and wanted in words)):
            return number + 1
    return next((n + 1 for n in range(first - 1, -1, -1) if leaves[n].tag == "h1"), None)


def _shape(leaf: Any) -> tuple[str, ...]:
    above = leaf.getparent()
    return (leaf.tag, "" if above is None else above.tag)


def _is_byline(words: str) -> bool:
    return len(words) < 120 and bool(_BYLINE.match(words))


def _end(leaves: list[Any], last: int, kept: set[int]) -> set[int]:
    """The lines like its own that follow the story without a gap, and its notes."""
    chosen = set()
    parent, shape = leaves[last].getparent(), _shape(leaves[last])
    is_unbroken = True
    notes: dict[Any, bool] = {}
    root = leaves[last].getroottree().getroot()
    scope = next((a for a in leaves[last].iterancestors("article", "main")), root)
    for number in range(last + 1, len(leaves)):
        leaf = leaves[number]
        words = " ".join(leaf.text_content().split())
        is_near = leaf.getparent() is parent or (
            _shape(leaf) == shape and _grandparent(leaf) is _grandparent(leaves[last])
        )
        is_said = bool(_SENTENCE_END.search(words)) and link_density(leaf, len(words)) < 0.1
        is_unbroken = is_unbroken and is_near and is_said
        if is_unbroken or (_is_of_notes(leaf, notes) and scope in leaf.iterancestors()):
            chosen.add(number)
    return chosen


def _grandparent(leaf: Any) -> Any:
    above = leaf.getparent()
    return None if above is None else above.getparent()


def _is_of_notes(leaf: Any, known: dict[Any, bool]) -> bool:
    """Whether it stands among a story's notes or sources; `known` remembers what was looked at."""
    for around in leaf.iterancestors():
        if around not in known:
            known[around] = is_notes(around)
        if known[around]:
            return True
    return False


def _taken(leaves: list[Any], chosen: set[int]) -> Any:
    """A copy of the page around the chosen blocks, without all others."""
    numbers = sorted(chosen)
    around = _common(leaves[numbers[0]], leaves[numbers[-1]])
    if around in (leaves[numbers[0]], leaves[numbers[-1]]) and around.getparent() is not None:
        around = around.getparent()
    whole = copy.deepcopy(around)
    whole.tail = None
    for element in list(whole.iter()):
        number = element.get(NUMBER) if isinstance(element.tag, str) else None
        if number is not None and int(number) not in chosen and element is not whole:
            if element.getparent() is not None:
                element.drop_tree()
    return whole
