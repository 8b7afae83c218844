"""Turn a page's bytes into a tree that can be walked, however badly the page is written."""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import Any

from lesart.text.clean import without_controls
from lesart.text.encoding import decode

_LARGEST = 32 * 1024 * 1024
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}>")
_WRAPPERS = re.compile(
    r"</?(?:div|span|font|center|section|b|i|u|em|strong|small|big|blockquote|ul|ol|dl|dd|li"
    r"|table|tbody|tr|td|article|main|a|form|fieldset)\b[^>]{0,2000}>",
    re.I,
)
# libxml2 compares each attribute with all before it.
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,10}));?")
_BLOATED_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})(?=[\s/])[^<>]{20000,}>")


_kept = threading.local()
"""A parser a thread: to make one takes half as long as to read the words of a short article."""


def page_text(data: bytes, http_charset: str | None = None) -> str:
    """The markup that `data` spells. Valid UTF-8 is believed before what page or server claims."""
    if b"\x1b" not in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\0" not in data:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    return decode(data, f"text/html; charset={http_charset}" if http_charset else "")


def parse_html(markup: str | bytes, http_charset: str | None = None) -> Any | None:
    """The root element of the page or fragment; None where there is nothing in it.

    Comments and processing instructions are left out. Nothing is ever fetched.
    """
    text = page_text(markup, http_charset) if isinstance(markup, bytes) else markup
    text = text[:_LARGEST]
    if "<?xml" in text:
        text = _XML_DECLARATION.sub("", text, count=1)
    text = without_controls(text)
    text = _BLOATED_TAG.sub(r"<\1>", text)
    text = _REFERENCE.sub(_if_a_character, text)
    root, is_whole = _parsed(text)
    if is_whole:
        return root
    # libxml2 drops the rest of a page that nests 2,048 deep. Nobody does that on purpose: keep
    # the words, forget the wrappers.
    return _parsed(_WRAPPERS.sub(" ", text))[0]


def _if_a_character(reference: re.Match[str]) -> str:
    """The reference as it stands; nothing where it names a control or no character at all.

    `&#27;` would come to stand in the tree, where lxml refuses it later and a terminal obeys it.
    """
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_control = code < 32 and code not in (9, 10, 13)
    is_none = 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or code > 0x10FFFF
    return "" if is_control or code == 127 or is_none else reference[0]


def html_parser() -> Any:
    """The thread's parser of pages; comments and processing instructions are left out."""
    try:
        return _kept.parser
    except AttributeError:
        import lxml.html

        parser = lxml.html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
        )
        parser.set_element_class_lookup(_one_class())
        _kept.parser = parser
        return parser


@cache
def _one_class() -> Any:
    """Every element is an HtmlElement, forms too. lxml's own table asks Python for each element that is
    looked at, again and again, which is an eighth of what a page takes."""
    import lxml.etree
    import lxml.html

    return lxml.etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)


def _parsed(text: str) -> tuple[Any | None, bool]:
    import lxml.etree
    import lxml.html

    parser = html_parser()
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (lxml.etree.ParserError, ValueError, AssertionError):
        return None, True
    return root, not any("depth" in entry.message for entry in parser.error_log)
