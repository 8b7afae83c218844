"""`lesart pipe extract`: the article of a page, as one JSON object for another."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from lesart.model.errors import LesartError


def pipe_extract(line: dict[str, Any]) -> dict[str, Any]:
    """`{"id","url","html_b64"}` -> `{"id","title","text","date","author","lang","error"}`.

    What the page does not tell is null; "date" is the day as the page itself writes it.
    """
    from lesart.feeds.pages.fulltext import extract
    from lesart.locales.read_dates import iso

    answer: dict[str, Any] = dict.fromkeys(("title", "text", "date", "author", "lang", "error"))
    answer["id"] = line.get("id")
    encoded = line.get("html_b64")
    if not isinstance(encoded, str):
        return answer | {"error": '"html_b64" is missing.'}
    try:
        html = base64.b64decode(encoded)
    except (binascii.Error, ValueError):
        return answer | {"error": '"html_b64" is not base64.'}
    url = line.get("url")
    try:
        page = extract(html, url if isinstance(url, str) else "", _charset(line))
    except LesartError as error:
        return answer | {"error": str(error)}
    return answer | {
        "title": page.title or None,
        "text": page.text,
        "date": page.day or iso(page.date),
        "author": page.author or None,
        "lang": page.language or None,
        # Half an article is still an answer; then "state" says what is missing.
        "error": None if page.text else page.state or "there is no text on the page.",
        **({"state": page.state} if page.text and page.state else {}),
    }


def _charset(line: dict[str, Any]) -> str | None:
    """The charset that the server named, where the caller passes the answer's headers on."""
    headers = line.get("headers")
    if not isinstance(headers, dict):
        return None
    for name, value in headers.items():
        if str(name).lower() == "content-type" and "charset=" in str(value).lower():
            return str(value).lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
    return None
