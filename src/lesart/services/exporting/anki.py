"""Annotations as notes for Anki's text import: tab separated, known again by their uid.

Its header lines say all that the import dialog would ask for. A file that is imported again brings the
notes up to date, since the first column is their GUID. Two fields: what is asked, and what the reader
wrote with where it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.services.exporting.selection import Annotated, day, quote_of
from lesart.services.links import note_link
from lesart.text.clean import clean_line, clean_text

_HEAD = (
    "#separator:tab", "#html:true", "#notetype:Basic", "#deck:Lesart",
    "#columns:guid\tFront\tBack\ttags", "#guid column:1", "#tags column:4",
)  # fmt: skip
_AROUND = 300
"""Characters of the paragraph shown on either side of the marked words."""
_NOT_IN_TAGS = re.compile(r"[\s\"]+")


def pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """The header lines, then one line an annotation; one whose words and note are both empty is left out."""
    yield "".join(f"{line}\n" for line in _HEAD)
    for annotated in chosen:
        for note in annotated.notes:
            if quote_of(note) or note.note.strip():
                yield "\t".join(_columns(annotated.article, note)) + "\n"


def _columns(article: Article, note: Annotation) -> tuple[str, ...]:
    back = [_html(note.note)] if note.note.strip() else []
    back.append(_place(article, note))
    tags = " ".join(
        _NOT_IN_TAGS.sub("_", clean_line(tag, 100).replace("/", "::")) for tag in note.tags
    )
    return _guid(note.uid), _front(article, note), "<br><br>".join(back), tags


def _guid(uid: str) -> str:
    """The note's own name, which another program may have given: no quotation, and no comment."""
    guid = clean_line(uid, 200).replace('"', "'")
    return f"lesart:{guid}" if guid.startswith("#") else guid


def _front(article: Article, note: Annotation) -> str:
    """The marked words within their paragraph; of a note on an article its title."""
    quote = quote_of(note)
    if not quote:
        return _html(article.title or article.link)
    if note.span is None:
        return f"<b>{_html(quote)}</b>"
    start, end = note.span
    text = article.text
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _AROUND)
    before = ("…" if first and text[first - 1] != "\n" else "") + text[first:start]
    after = text[end:last] + ("…" if last < len(text) and text[last] != "\n" else "")
    return f"{_html(before)}<b>{_html(text[start:end])}</b>{_html(after)}"


def _place(article: Article, note: Annotation) -> str:
    said = " · ".join(
        filter(None, (article.title, article.source, day(article.published), f"r{note.revision}"))
    )
    if article.link.startswith(("http://", "https://")):
        said_so = f'<a href="{_html(article.link)}">{_html(said)}</a>'
    else:
        said_so = _html(said)
    return f'{said_so}<br><a href="{_html(note_link(note.uid))}">Lesart</a>'


def _html(text: str) -> str:
    """Outside words on one line: no tag, no tab, no line end is left in them."""
    lines = html.escape(clean_text(text).replace("\t", " ")).split("\n")
    return "<br>".join(lines)
