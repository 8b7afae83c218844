"""Reading lists and starred articles as JSON: Pocket, wallabag, Omnivore, Readwise, Readeck, FreshRSS, others."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from lesart.services.importing.items import Options, Reading, Source, Trouble
from lesart.services.importing.list_fields import listed_of
from lesart.services.importing.listed import item_of
from lesart.text.encoding import decode
from lesart.translations import _

LARGEST_DOCUMENT = 256 * 1024 * 1024
"""A list that is one object is read at once; a list in brackets, or lines, may be of any length."""
_PIECE = 1 << 20
_LONGEST_RECORD = 32 * 1024 * 1024
_CONTAINERS = (
    "items", "list", "results", "articles", "bookmarks", "links", "entries", "data", "highlights", "documents",
    "reading_list", "records",
)  # fmt: skip
_OURS = re.compile(
    rb'"type"\s*:\s*(?:\[[^][{}]*)?"(?:lesart|AnnotationCollection|AnnotationPage|Annotation)"'
    rb'|"rows"\s*:\s*\['
)


def is_export(head: bytes) -> bool:
    """Whether it is what `lesart export` writes, or annotations: `bring_back` reads those."""
    return bool(_OURS.search(head[:8192]))


def read(source: Source, options: Options) -> Reading:
    """An article a record."""
    program = _program(source.head)
    with source.open() as file:
        records = _records(file, source)
        found = False
        for number, record in enumerate(records, 1):
            place = _("entry {number}").format(number=number)
            if isinstance(record, str):
                if not found:
                    raise source.failed(_("this is JSON, but a damaged one."))
                yield Trouble(place, record, number)
                continue
            if not isinstance(record, Mapping):
                continue
            listed = listed_of(_flat(record), options.columns)
            if not (listed.link or listed.text or listed.highlights):
                if found:
                    yield Trouble(place, _("there is neither text nor an address in it."), number)
                    continue
                raise source.failed(
                    _(
                        "this is JSON that Lesart does not know; it reads its own exports, W3C annotations, "
                        "answers of Hypothesis's API and lists of articles with a title and an address or text."
                    )
                )
            found = True
            yield item_of(listed, place, number, program)
    if not found:
        raise source.failed(_("this is JSON without any articles in it."))


def _program(head: bytes) -> str:
    for sign, name in (
        (b'"hashed_url"', "wallabag"), (b'"domain_name"', "wallabag"), (b'"savedAt"', "Omnivore"),
        (b'"resolved_url"', "Pocket"), (b'"has_article"', "Readeck"), (b'"user_book_id"', "Readwise"),
    ):  # fmt: skip
        if sign in head:
            return name
    return ""


def _flat(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record without the wrapping that some programs put around what it says."""
    flat = dict(record)
    if isinstance(record.get("annotations"), list) and "highlights" not in record:
        flat["highlights"] = record["annotations"]
        del flat["annotations"]
    states = (
        [str(one) for one in record.get("categories", []) if isinstance(one, str)]
        if isinstance(record.get("categories"), list)
        else []
    )
    labels = [one.rpartition("/")[2] for one in states if "/label/" in one]
    if states and any(one.startswith("user/") for one in states):
        flat["categories"] = labels
        flat.setdefault("is_starred", any(one.endswith("/starred") for one in states))
    if not flat.get("content") and isinstance(record.get("summary"), dict):
        flat["content"] = record["summary"]
    return flat


# ------------------------------------------------------------------ records


def _records(file: Any, source: Source) -> Iterator[Any]:
    """The records of a list, one by one; a str says why one cannot be read."""
    if source.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text: TextIO = io.StringIO(decode(source.read()))
    else:
        text = io.TextIOWrapper(file, "utf-8-sig", "replace")
    beginning = text.read(_PIECE)
    stripped = beginning.lstrip()
    if stripped.startswith("["):
        yield from _in_brackets(stripped[1:], text)
        return
    first, _end, rest = stripped.partition("\n")
    if _parsed(first) is not None and rest.lstrip().startswith("{"):
        yield from _lines(beginning, text)
        return
    whole = stripped + text.read(LARGEST_DOCUMENT + 1)
    if len(whole) > LARGEST_DOCUMENT:
        raise source.failed(
            _("the file is too large to be read at once; split it, or save it as CSV.")
        )
    document = _parsed(whole)
    if document is None:
        raise source.failed(_("this is JSON, but a damaged one."))
    yield from _contained(document, 0)


def _contained(document: Any, depth: int) -> Iterator[Any]:
    """The records in an object, however it holds them."""
    if isinstance(document, list):
        yield from document
        return
    if not isinstance(document, Mapping):
        return
    if depth < 4:
        for name in _CONTAINERS:
            inner = document.get(name)
            if name == "highlights" and ("url" in document or "source_url" in document):
                continue
            if isinstance(inner, list) and inner and isinstance(inner[0], Mapping):
                yield from inner
                return
            if isinstance(inner, Mapping) and inner:
                yield from _contained(inner, depth + 1)
                return
        if document and all(isinstance(value, Mapping) for value in document.values()):
            yield from document.values()  # Pocket's API: {"123": {…}, "124": {…}}
            return
    yield document


def _lines(beginning: str, text: TextIO) -> Iterator[Any]:
    *whole, rest = beginning.split("\n")
    yield from (_line(line) for line in whole if line.strip())
    rest += text.readline(_LONGEST_RECORD)
    while rest:
        if rest.strip():
            yield _line(rest)
        rest = text.readline(_LONGEST_RECORD)


def _line(line: str) -> Any:
    record = _parsed(line)
    return _("this line is no JSON.") if record is None else record


def _in_brackets(held: str, text: TextIO) -> Iterator[Any]:
    """The values of a JSON list without reading all of it."""
    decoder = json.JSONDecoder()
    is_over = False
    tried = 0
    while True:
        held = held.lstrip(" \t\r\n,")
        if held.startswith("]"):
            return
        # A record that was not whole is tried again when much more of it is there.
        if held and (is_over or len(held) >= 2 * tried):
            try:
                value, end = decoder.raw_decode(held)
            except (ValueError, RecursionError):
                tried = len(held)
            else:
                tried = 0
                yield value
                held = held[end:]
                continue
        if is_over or len(held) > _LONGEST_RECORD:
            if held.strip():
                yield _("from here on this is no JSON; the rest was not read.")
            return
        more = text.read(_PIECE)
        is_over = not more
        held += more


def _parsed(data: str) -> Any | None:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
