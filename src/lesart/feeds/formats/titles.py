"""Plain-text titles out of whatever a feed put there, and stand-ins where it put nothing."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote, urlsplit

from lesart.feeds.pages.raised_letters import shifted
from lesart.text.clean import clean_line

LONGEST = 4000
"""So much of a title is looked at: no title needs it, and some markup takes quadratic time."""
STAND_IN_LENGTH = 80
UNTITLED = "(untitled)"

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)\b[^<>]*>")
_UNSEEN = re.compile(r"<(script|style|template)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr",
    "ul",
}  # fmt: skip
_RAISED = re.compile(r"<(sup|sub)\b[^<>]{0,200}>([^<>]{0,40})</\1\s*>", re.IGNORECASE)
_VOID = {"br", "img", "hr", "wbr", "input"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "script", "small", "span", "strike",
    "strong", "style", "sub", "sup", "time", "tt", "u", "var", "svg", "math", "noscript", "iframe",
    "object", "video", "audio", "label", "button", "form",
}  # fmt: skip
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});")


def plain_title(raw: str, *, is_html: bool | None = None) -> str:
    """One clean line of text.

    `is_html` is what the format says (Atom's `type`); None where it says nothing (RSS), so that
    the text itself must tell: whole pairs of HTML tags and entities are taken as markup, an
    unpaired "<b>" or "a < b" as what they say.
    """
    raw = raw[:LONGEST]
    if is_html is False:
        return clean_line(raw)
    if is_html:
        return clean_line(text_of(raw))
    text = raw
    for _ in range(2):  # twice: some feeds escape their titles once too often
        if not ("<" in text or _ENTITY.search(text)):
            break
        text = html.unescape(_without_pairs(text) if "<" in text else text)
    return clean_line(text)


def text_of(markup: str, limit: int = LONGEST) -> str:
    """The words of a piece of HTML, without layout; for titles and stand-ins, not for articles."""
    markup = _COMMENT.sub(" ", _UNSEEN.sub(" ", markup[:limit]))
    return html.unescape(_TAG.sub(_gap, _RAISED.sub(_raise, markup)))


def stand_in_title(*, content: str, link: str, file: str = "") -> str:
    """What to call an entry without a title: its first words, else the end of its address."""
    words = clean_line(text_of(content[:LONGEST]))
    if words:
        return shorten(words)
    for address in (link, file):
        try:
            path = urlsplit(address).path.rstrip("/")
        except ValueError:
            continue
        name = clean_line(unquote(path.rpartition("/")[2]))
        if name:
            return shorten(name)
    return UNTITLED


def shorten(text: str, length: int = STAND_IN_LENGTH) -> str:
    """`text` cut at a word, with an ellipsis where something was cut."""
    if len(text) <= length:
        return text
    cut = text[:length].rpartition(" ")[0] or text[:length]
    return cut.rstrip(" ,;:–-") + "…"


def _gap(match: re.Match[str]) -> str:
    return " " if match[1].lower() in _BREAKS else ""


def _raise(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 12) : match.start()].rpartition(">")[2]
    inside = html.unescape(match[2])
    return html.escape(shifted(inside, is_up=match[1].lower() == "sup", before=before), quote=False)


def _without_pairs(text: str) -> str:
    """`text` without the HTML tags that come in pairs (or need none)."""
    text = _RAISED.sub(_raise, _COMMENT.sub(" ", _UNSEEN.sub(" ", text)))
    names = [(m[1].lower(), m[0].startswith("</")) for m in _TAG.finditer(text)]
    # An end tag is never meant literally; a start tag without its end often is.
    markup = ({name for name, is_end in names if is_end} & (_INLINE | _BREAKS)) | _VOID

    def drop(match: re.Match[str]) -> str:
        return _gap(match) if match[1].lower() in markup else match[0]

    return _TAG.sub(drop, text)
