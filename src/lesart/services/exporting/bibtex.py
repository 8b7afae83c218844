"""Articles as BibTeX entries in UTF-8, as biber, BibTeX 0.99 with utf8 styles, JabRef and Zotero read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lesart.model.threads import in_threads
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.text.clean import clean_text

_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    # Braces group in BibTeX and must come in pairs, in a comment too: an escaped one still counts.
    "{": r"\textbraceleft ", "}": r"\textbraceright ",
}  # fmt: skip
_ESCAPED = re.compile("|".join(map(re.escape, _SPECIAL)))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that every style of BibTeX knows; they stand without braces."""


def pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """One entry an article, with an empty line between two."""
    for number, annotated in enumerate(chosen):
        yield ("\n" if number else "") + entry(annotated)


def entry(annotated: Annotated) -> str:
    """`@online`, or `@article` where the source is known; notes go into `annote`, in the order of the text."""
    article = annotated.article
    said = day(article.published)
    fields = [
        ("title", f"{{{escaped(article.title)}}}"),  # a second pair keeps the capitals as they are
        ("author", f"{{{escaped(article.author)}}}" if article.author else ""),
        ("journal", escaped(article.source)),
        ("year", said[:4]),
        ("date", said),
        ("url", article.link.translate({123: "%7B", 125: "%7D", 92: "%5C"})),
        ("urldate", iso(article.arrived)[:10]),
        ("language", article.language),
        ("keywords", escaped(", ".join(article.tags))),
        ("annote", escaped("; ".join(_lines(annotated)))),
    ]
    written = [f"  {name} = {{{value}}}" for name, value in fields if value]
    if len(said) >= 7:
        at = 1 + next(i for i, line in enumerate(written) if line.startswith("  year"))
        written.insert(at, f"  month = {_MONTHS[int(said[5:7]) - 1]}")
    kind = "article" if article.source else "online"
    return f"@{kind}{{lesart-{annotated.key},\n" + ",\n".join(written) + "\n}\n"


def escaped(words: str) -> str:
    """On one line, with every sign that TeX would obey written as a sign."""
    return _ESCAPED.sub(lambda found: _SPECIAL[found[0]], " ".join(clean_text(words).split()))


def _lines(annotated: Annotated) -> Iterator[str]:
    for depth, note in in_threads(annotated.notes):
        quote = quote_of(note)
        parts = (f"“{quote}”" if quote and not depth else "", note.note)
        said = " – ".join(part for part in parts if part)
        yield f"{said} {note_link(note.uid)}" if said else note_link(note.uid)
