"""The process that opens one PDF: bytes on standard input, lines with their places on standard output."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
import time
from typing import Any

from lesart.translations import _, use

MEMORY = 1536 * 2**20
MOST_PAGES = 5000
LONGEST = 150
"""Seconds after which no further page is begun."""


def main(language: str) -> None:
    """Read the PDF on standard input; whatever happens, one JSON object is the answer, in this language."""
    use(language)
    _take_little()
    data = sys.stdin.buffer.read()
    answers = sys.stdout
    sys.stdout = sys.stderr  # a stray print must not get into the answer
    logging.disable(logging.CRITICAL)
    try:
        said = read_pdf(data)
    except MemoryError:
        said = {"error": _("this is a PDF that needs too much memory; it was given up.")}
    except RecursionError:
        said = {"error": _("this is a PDF, but nested too deep to be read.")}
    except Exception as error:  # the library has no family of errors, and input is anything
        said = {
            "error": _("this is a PDF, but a damaged one ({name}).").format(
                name=type(error).__name__
            )
        }
    json.dump(said, answers)
    answers.flush()


def read_pdf(data: bytes) -> dict[str, Any]:
    """Lines of each page as [words, x, y, size], and what the file says of itself."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data[max(0, data.find(b"%PDF-")) :]), strict=False)
    if reader.is_encrypted and not _opened(reader):
        return {"error": _("this is a PDF that is locked with a password; save it without one.")}
    pages: list[list[list[Any]]] = []
    pictures: list[int] = []
    broken = 0
    end = time.monotonic() + LONGEST
    for number, page in enumerate(reader.pages, 1):
        if number > MOST_PAGES or time.monotonic() > end:
            break
        try:
            lines = _lines(page)
        except (MemoryError, RecursionError):
            raise
        except Exception:  # one page that cannot be read; the others can
            lines, broken = [], broken + 1
        pages.append(lines)
        if not any(line[0].strip() for line in lines) and _has_picture(page):
            pictures.append(number)
    if broken and broken == len(pages):
        return {"error": _("this is a PDF, but a damaged one: none of its pages can be read.")}
    return {"pages": pages, "pictures": pictures, **_facts(reader)}


def _opened(reader: Any) -> bool:
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher that is not installed is a lock as good as any
        return False


def _lines(page: Any) -> list[list[Any]]:
    """The lines of a page in the order it was written in, each with the place where it begins."""
    lines: list[list[Any]] = []
    held = ""
    place: list[float] | None = None
    longest = 0

    def visit(text: str, cm: Any, tm: Any, font: Any, size: Any) -> None:
        nonlocal held, place, longest
        letters = len((text or "").strip())
        if letters:
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
            height = round(abs(float(size or 0)) * scale, 1)
            if place is None:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                place, longest = [round(x, 1), round(y, 1), height], letters
            elif letters > longest:  # a bullet says nothing about the size of its line
                place[2], longest = height, letters
        *whole, held = (held + (text or "")).split("\n")
        for line in whole:
            _put(lines, line, place)
            place = None if not held.strip() else place

    page.extract_text(visitor_text=visit)
    _put(lines, held, place)
    return lines


def _put(lines: list[list[Any]], line: str, place: list[float] | None) -> None:
    lines.append([line, *(place or [0.0, 0.0, 0.0])])


def _has_picture(page: Any) -> bool:
    with contextlib.suppress(Exception):
        resources: Any = page.get("/Resources") or {}
        objects: Any = resources.get_object().get("/XObject") or {}
        for name in list(objects.get_object())[:100]:
            if objects.get_object()[name].get_object().get("/Subtype") in ("/Image", "/Form"):
                return True
        contents = page.get_contents()
        return contents is not None and b"BI" in contents.get_data()[:100_000]
    return False


def _facts(reader: Any) -> dict[str, str]:
    facts = {"title": "", "author": "", "date": "", "language": ""}
    with contextlib.suppress(Exception):
        told = reader.metadata or {}
        for fact, key in (("title", "/Title"), ("author", "/Author"), ("date", "/CreationDate")):
            value = told.get(key)
            facts[fact] = str(value)[:2000] if value is not None else ""
    with contextlib.suppress(Exception):
        facts["language"] = str(reader.trailer["/Root"].get("/Lang") or "")[:20]
    return facts


def _take_little() -> None:
    """Bounded memory, and no hurry: the screen comes first."""
    import os
    import signal

    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.nice(5)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the parent, which ends us
