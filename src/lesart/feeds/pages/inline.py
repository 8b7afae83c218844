"""What stands in a sentence instead of, before and after an element that is more than its words.

A note's mark is kept apart from the figure before it, a formula is written on one line and once,
a smiley is its letter, a quotation has its marks.
"""

from __future__ import annotations

import re
from typing import Any

from lesart.feeds.pages.formulas import formula
from lesart.feeds.pages.raised_letters import note_mark, shifted

_NOTE_NAME = re.compile(
    r"(?:^|[\s_:-])(?:fn|fnref|footnote|foot-note|noteref|note-?ref|cite[_-]?ref|reference|sdfootnoteanc|ftn)"
    r"(?:$|[\s_:\d-])|footnote",
    re.I,
)
_NOTE_TARGET = re.compile(r"#.*(?:fn|note|cite|ref|bib|ftn|endnote|^#\d+$)|^#[\w:.-]{1,12}$", re.I)
_NOTE_WORDS = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶]{1,3})\s*[\])]?", re.I)
_SIDENOTE = re.compile(r"(?:^|[\s_-])(?:side-?note|margin-?note)(?:$|[\s_-])", re.I)
_NUMBERS_OF_LINES = re.compile(
    r"(?:^|[\s_-])(?:linenos?|linenumbers?|line-?numbers?|linenodiv|gutter|hljs-ln-n(?:umbers)?"
    r"|rouge-gutter|blob-num|ln-num|code-?gutter|line-?no)(?:$|[\s_-])",
    re.I,
)
_EDIT = re.compile(r"(?:^|\s)mw-editsection(?:$|\s)")
_ANCHOR_SIGNS = frozenset(("¶", "#", "§", "🔗", "⚓", "⚓︎", "∞"))
_SMILEY = re.compile(r"emoji|smiley|emoticon", re.I)
_PICTOGRAPH = re.compile(
    "[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f\u200d✅❌]+"
)
_NO_WORDS = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif)$|^(?:image|img|photo|picture|logo|icon|bild|foto|spacer)\W*\d*$|^\W*$",
    re.I,
)
_QUOTE_MARKS = {
    "de": ("„", "“", "‚", "‘"), "fr": ("« ", " »", "“", "”"), "it": ("«", "»", "“", "”"),
    "es": ("«", "»", "“", "”"), "pl": ("„", "”", "«", "»"), "ru": ("«", "»", "„", "“"),
    "cs": ("„", "“", "‚", "‘"), "uk": ("«", "»", "„", "“"), "da": ("»", "«", "›", "‹"),
    "fi": ("”", "”", "’", "’"), "sv": ("”", "”", "’", "’"), "ja": ("「", "」", "『", "』"),
}  # fmt: skip


class Quotes:
    """The quotation marks of a page's language, the inner ones within a quotation."""

    def __init__(self, root: Any) -> None:
        language = next((e.get("lang") for e in (root, *root.iterancestors()) if e.get("lang")), "")
        self.marks = _QUOTE_MARKS.get(language[:2].lower(), ("“", "”", "‘", "’"))
        self.depth = 0

    def opening(self) -> str:
        self.depth += 1
        return self.marks[0 if self.depth % 2 else 2]

    def closing(self) -> str:
        mark = self.marks[1 if self.depth % 2 else 3]
        self.depth = max(0, self.depth - 1)
        return mark


def instead(element: Any, so_far: str, is_code: bool) -> str | None:
    """The words that stand for the whole element; None where it is walked through."""
    tag = element.tag
    if tag == "img":
        return _picture(element)
    if tag == "math":
        return formula(element)
    if tag == "a":
        return _note_link(element, so_far)
    if tag in ("sup", "sub"):
        return _note_or_fraction(element, so_far)
    if tag in ("span", "td", "pre", "div", "a", "code") and element.attrib:
        name = element.get("class") or ""
        if not name:
            return None
        if name.startswith("katex-html") or name in ("MathJax_Preview", "MJX_Assistive_MathML"):
            return "" if _has_formula_beside(element) else None
        if _NUMBERS_OF_LINES.search(name[:500]) and _is_counting(element):
            return ""
        if tag == "span" and _EDIT.search(name[:500]):
            return ""
        if tag == "span" and so_far[-1:].isalnum() and _NOTE_NAME.search(name[:500]):
            words = str(element.text_content()).strip()
            return note_mark(words) if _NOTE_WORDS.fullmatch(words) else None
    if tag == "button" and is_in_sentence(element):
        return " ".join(str(element.text_content()).split())
    return None


def before(element: Any, quotes: Quotes) -> str:
    """What is written where the element begins."""
    if element.tag == "q":
        return quotes.opening()
    if element.tag == "rt" and element.getparent() is not None:
        return "" if element.getparent().find("rp") is not None else "（"
    return " [" if _is_sidenote(element) else ""


def after(element: Any, quotes: Quotes) -> str:
    """What is written where it ends."""
    if element.tag == "q":
        return quotes.closing()
    if element.tag == "rt" and element.getparent() is not None:
        return "" if element.getparent().find("rp") is not None else "）"
    return "] " if _is_sidenote(element) else ""


def is_in_sentence(element: Any) -> bool:
    """Whether words stand before and behind it, in the same paragraph."""
    parent = element.getparent()
    if parent is None or not (element.tail or "").strip():
        return False
    previous = element.getprevious()
    words = parent.text if previous is None else previous.tail
    return bool((words or "").strip()) and len(element.text_content()) < 200


def _is_sidenote(element: Any) -> bool:
    if element.tag not in ("span", "small") or not element.attrib:
        return False
    name = element.get("class") or ""
    return bool(name and _SIDENOTE.search(name[:500]) and element.text_content().strip())


# ------------------------------------------------------------------ notes, fractions


def _note_link(link: Any, so_far: str) -> str | None:
    """A note's mark for a link that is one; nothing for the sign that only links a heading."""
    words = str(link.text_content()).strip()
    if len(words) > 8:
        return None
    if words in _ANCHOR_SIGNS and link.xpath(
        "boolean(ancestor::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6])"
    ):
        return ""
    if words in ("↩", "↩︎", "↑", "↵", "^") and (link.get("href") or "").startswith("#"):
        return ""
    if not _NOTE_WORDS.fullmatch(words) or not so_far.strip():
        return None
    name = f"{link.get('class') or ''} {link.get('id') or ''} {link.get('role') or ''} {link.get('rel') or ''}"
    is_note = bool(_NOTE_NAME.search(name)) or "noteref" in name
    is_raised = next(link.iter("sup"), None) is not None
    href = link.get("href") or ""
    fragment = href[href.find("#") :] if "#" in href else ""
    is_glued = so_far[-1:].isalnum() or so_far[-1:] in ".,;:!?”“\"'»)%"
    if is_note or (fragment and (is_raised or (is_glued and _NOTE_TARGET.search(fragment)))):
        return note_mark(words)
    return None


def _note_or_fraction(element: Any, so_far: str) -> str | None:
    words = str(element.text_content()).strip()
    if element.tag == "sup":
        if words.isdecimal() and _is_fraction(element):
            return f" {words}" if so_far[-1:].isdigit() else words
        link = next(element.iter("a"), None)
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _NOTE_WORDS.fullmatch(words) and (link is not None or _NOTE_NAME.search(name)):
            return note_mark(words) if so_far.strip() else shifted(words, is_up=True)
    elif words.isdecimal():
        previous = element.getprevious()
        if previous is not None and previous.tag == "sup" and _is_fraction(previous):
            return words
    return None


def _is_fraction(upper: Any) -> bool:
    """Whether a raised number, a stroke and a lowered number stand in a row."""
    following = upper.getnext()
    return (
        (upper.tail or "").strip() in ("/", "⁄", "∕")
        and following is not None
        and following.tag in ("sub", "small")
        and following.text_content().strip().isdecimal()
    )


# ------------------------------------------------------------------ pictures, formulas, code


def _picture(image: Any) -> str:
    """The words of a picture that stands for words; nothing for the others."""
    alt = " ".join((image.get("alt") or "").split())
    if not alt or len(alt) > 200:
        return ""
    name = f"{image.get('class') or ''} {image.get('src') or ''}"[:500]
    if _PICTOGRAPH.fullmatch(alt) or (_SMILEY.search(name) and len(alt) <= 20):
        return alt
    if "math" in name or "latex" in name.lower() or "tex" in (image.get("class") or ""):
        return "" if _has_formula_beside(image) else f" {alt} "
    if _NO_WORDS.search(alt):
        return ""
    parent = image.getparent()
    is_all = (
        parent is not None
        and parent.tag in ("td", "th", "li", "dd")
        and not parent.text_content().strip()
        and len(parent) == 1
    )
    return alt if is_all or (is_in_sentence(image) and len(alt) <= 60) else ""


def _has_formula_beside(element: Any) -> bool:
    around = element.getparent()
    return around is not None and next(around.iter("math"), None) is not None


def _is_counting(element: Any) -> bool:
    """Whether its words are nothing but numbers in a row: 1 2 3."""
    words = element.text_content().split()
    return all(word.rstrip(".:|").isdecimal() for word in words)
