"""Ask readability for the article, and put back what it threw out of its middle and beginning.

Readability takes short lists and small tables for furniture. Where one stood between two siblings
that were kept, and is words rather than links, it is part of the story: a list of demands, a table
of results. So the lists are numbered before, and missed after. And where a page sets its first
paragraphs apart in a box of their own, the story is read from its first paragraph all the same.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Iterator
from typing import Any, NamedTuple

from lesart.feeds.pruning import link_density, text_length

_NUMBER = "data-lesart-number"
_LOSABLE = ("ul", "ol", "dl", "table", "blockquote", "pre")
_LONGEST = 6000
_SENTENCE = 60
"""Characters of a paragraph that is worth missing."""
_NEXT = 12
"""How many siblings further on the story must have been kept."""


class _Losable(NamedTuple):
    element: Any
    number: str
    before: str
    """The number of the sibling it follows."""
    after: tuple[str, ...]
    ends_in_colon: bool


def readable(root: Any) -> Any | None:
    """What readability takes for the article; None where it finds nothing or fails.

    `root` gets numbers on some of its elements and is otherwise left as it is.
    """
    import lxml.html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    losable = list(_numbered(root))
    try:
        markup = Document(root).summary(html_partial=True)
        if not markup:
            return None
        found = lxml.html.fragment_fromstring(markup, create_parent="div")
    except Exception:  # its failures are of many kinds, and the page may still be covered
        return None
    _put_back(found, losable)
    return found


def _numbered(root: Any) -> Iterator[_Losable]:
    """The lists and tables that may be lost, with the numbers of their neighbours."""
    for at, element in enumerate(root.iter(*_LOSABLE)):
        length = text_length(element)
        if not 0 < length <= _LONGEST or link_density(element, length) >= 0.3:
            continue
        before = element.getprevious()
        if before is None or not text_length(before):
            continue
        following = [after for after, _ in zip(element.itersiblings(), range(_NEXT), strict=False)]
        yield _Losable(
            element,
            _number(element, f"{at}"),
            _number(before, f"{at}b"),
            tuple(_number(after, f"{at}a{n}") for n, after in enumerate(following)),
            before.text_content().rstrip().endswith(":"),
        )


def _number(element: Any, number: str) -> str:
    """The element's number; `number` where it has none yet."""
    if not element.get(_NUMBER):
        element.set(_NUMBER, number)
    return str(element.get(_NUMBER))


def _put_back(found: Any, losable: list[_Losable]) -> None:
    kept = {element.get(_NUMBER): element for element in found.iter() if element.get(_NUMBER)}
    for lost in losable:
        before = kept.get(lost.before)
        if lost.number in kept or before is None or (before.tail or "").strip():
            continue
        if lost.ends_in_colon or any(number in kept for number in lost.after):
            again = copy.deepcopy(lost.element)
            again.tail = None
            before.addnext(again)
            kept[lost.number] = again


def put_back_beginning(found: Any, covering: Any) -> None:
    """Put before `found` the paragraphs that come before its first one in `covering`.

    `covering` is an element that holds the story and perhaps more; where it does not have the first
    paragraph of `found`, or what comes before is as long as the story itself, nothing is done.
    """
    paragraphs = [p for p in found.iter("p") if text_length(p) >= _SENTENCE]
    if not paragraphs:
        return
    kept = {_words(p) for p in paragraphs}
    lost = []
    for paragraph in covering.iter("p"):
        if _words(paragraph) == _words(paragraphs[0]):
            break
        if _words(paragraph) not in kept and _is_prose(paragraph):
            lost.append(paragraph)
    else:
        return
    if sum(map(text_length, lost)) > sum(map(text_length, paragraphs)):
        return
    for at, paragraph in enumerate(lost):
        again = copy.deepcopy(paragraph)
        again.tail = None
        found.insert(at, again)


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _is_prose(paragraph: Any) -> bool:
    words = _words(paragraph)
    return (
        len(words) >= _SENTENCE
        and words.rstrip("\"'”’»“)")[-1:] in tuple(".!?…:")
        and link_density(paragraph, len(words)) < 0.3
    )
