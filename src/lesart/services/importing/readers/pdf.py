"""A PDF as an article. It is read in a process of its own, which is ended when a file keeps it too long."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from lesart.locales.in_sentences import numeral
from lesart.locales.read_dates import is_believable, read_date
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.services.importing.formats import title_from
from lesart.services.importing.items import LARGEST_ARCHIVE, Item, Options, Reading, Source
from lesart.services.importing.readers.pdf_text import Line, paragraphs
from lesart.text.clean import clean_line, clean_text
from lesart.translations import _, current_language, ngettext

DEADLINE = 180
"""Seconds one PDF may take; a thousand pages of a book need about a minute."""
_PROGRAM = "from lesart.services.importing.readers.pdf_child import main; "


def recognises(source: Source) -> bool:
    # Some stand behind a few bytes of a mail program or a browser.
    return b"%PDF-" in source.head[:1024] and not source.head.lstrip().startswith((b"<", b"From "))


def read(source: Source, options: Options) -> Reading:
    """The one article of a PDF, with what of it could not be read."""
    said = _asked(source, source.read(LARGEST_ARCHIVE // 2))
    if error := said.get("error"):
        raise source.failed(str(error))
    pages = [[Line(*line) for line in page] for page in said["pages"]]
    found = paragraphs(pages)
    text = clean_text(found.text).strip()
    if not text:
        if said["pictures"]:
            raise source.failed(
                _(
                    "this is a PDF of pictures (a scan) without text; let a program for text recognition "
                    "(OCR) put the words in first."
                )
            )
        raise source.failed(_("this is a PDF without text."))
    title = _title(said.get("title", ""), source) or found.title
    yield Item(
        Draft(
            title=title or title_from(text),
            text=text,
            author=clean_line(said.get("author", ""), 300),
            language=clean_line(said.get("language", ""), 20)[:2].lower(),
            published=_date(said.get("date", "")),
            text_state=_state(found.columns, said["pictures"], len(pages)),
        )
    )


def _asked(source: Source, data: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, in our own Python
            # -P: a file in the working folder must not pass for one of Python's modules.
            [sys.executable, "-P", "-c", f"{_PROGRAM}main({current_language()!r})"],
            input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=DEADLINE,
            check=False,
        )  # fmt: skip
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise source.failed(
            _("this is a PDF that takes longer than {DEADLINE} s to read; it was given up.").format(
                DEADLINE=DEADLINE
            )
        ) from error
    except (OSError, ValueError) as error:
        raise source.failed(_("this is a PDF, but too large or too damaged to be read.")) from error
    return said if isinstance(said, dict) else {"error": _("this is a PDF, but a damaged one.")}


def _title(title: str, source: Source) -> str:
    """The title that the file gives itself, unless a program put its own name for it there."""
    title = clean_line(title, 500)
    lowered = title.casefold()
    is_name = lowered.endswith(
        (".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".dvi", ".odt", ".pages", ".xlsx")
    )
    if is_name or lowered.startswith(("microsoft word", "untitled", "unbenannt", "powerpoint")):
        return ""
    return (
        title
        if (len(title) > 2 and any(c.isalpha() for c in title) and " " in title) or len(title) > 8
        else ""
    )


def _date(raw: str) -> Moment | None:
    """The day a file was made: the clock of a PDF is anybody's."""
    digits = raw.removeprefix("D:")[:8]
    if len(digits) < 8 or not digits.isdecimal():
        return None
    found = read_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    return found if found and is_believable(found, None) else None


def _state(columns: list[int], pictures: list[int], count: int) -> str:
    """What a reader has to know about the text, in a sentence; empty where nothing."""
    said = []
    if pictures:
        said.append(
            ngettext(
                "Page {pages} of {count} is only a picture (a scan?); its words are missing here.",
                "Pages {pages} of {count} are only pictures (a scan?); their words are missing here.",
                len(pictures),
            ).format(pages=_pages(pictures), count=numeral(count))
        )
    if columns:
        said.append(
            ngettext(
                "Page {pages} of {count} is set in columns; the order may differ from the page's.",
                "Pages {pages} of {count} are set in columns; the order may differ from the pages'.",
                len(columns),
            ).format(pages=_pages(columns), count=numeral(count))
        )
    return " ".join(said)


def _pages(numbers: list[int]) -> str:
    """Their numbers as one says them: 2–4, 7."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number, number])
    shown = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans[:12])
    return f"{shown} …" if len(spans) > 12 else shown
