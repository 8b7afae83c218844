"""Notes as one org-mode file: a heading an article, a heading below it for each mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lesart.model.threads import in_threads
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.text.clean import clean_line, clean_text

_TITLE = 70


def pieces(chosen: Iterable[Annotated]) -> Iterator[str]:
    """The file, article by article."""
    yield "#+TITLE: Lesart\n"
    for annotated in chosen:
        yield article(annotated)


def article(annotated: Annotated) -> str:
    """One article with its notes; replies stand one level below what they reply to."""
    about = annotated.article
    lines = [
        f"\n* {_heading(about.title, about.tags)}",
        *_drawer(
            ID=f"lesart-{annotated.key}",
            URL=about.link,
            SOURCE=about.source,
            AUTHOR=about.author,
            PUBLISHED=day(about.published),
        ),
    ]
    for depth, note in in_threads(annotated.notes):
        quote = quote_of(note)
        title = quote or note.note or "Note"
        lines += [
            f"{'*' * (depth + 2)} {_heading(title, note.tags)}",
            *_drawer(
                ID=note.uid,
                LINK=note_link(note.uid),
                COLOUR=note.colour,
                STATUS=note.status,
                CREATED=iso(note.created),
                CHANGED=iso(note.changed),
            ),
        ]
        if quote:
            lines += ["#+begin_quote", _body(quote), "#+end_quote"]
        if note.note:
            lines.append(_body(note.note))
    return "\n".join(lines) + "\n"


def _heading(title: str, tags: tuple[str, ...]) -> str:
    line = clean_line(title)
    line = line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"
    # A title that ends like tags or begins like a keyword or a priority would be taken for one.
    line = re.sub(r"(?<!\S)(:[\w@#%:]+):$", "\\1∶", line)
    line = re.sub(r"^(TODO|DONE|COMMENT|\[#)", "\u00a0\\1", line)
    words = [re.sub(r"[^\w@#%]+", "_", tag) for tag in tags]
    return f"{line} :{':'.join(words)}:" if words else line


def _drawer(**properties: str) -> list[str]:
    lines = [f":{name}: {clean_line(value)}" for name, value in properties.items() if value]
    return [":PROPERTIES:", *lines, ":END:"]


def _body(text: str) -> str:
    """Words as they are; a line that would be a heading, a drawer or a block's end is moved in."""
    return "\n".join(
        f" {',' if line.lstrip().startswith(('#+', '*')) else ''}{line}"
        if re.match(r"\s*(\*+ |#\+|:\w+:\s*$)", line)
        else line
        for line in clean_text(text).split("\n")
    )
