"""The names that programs give to what a reading list knows, in tables and in JSON: one row a field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from lesart.services.importing.listed import Highlight, Listed, moment_of
from lesart.text.clean import clean_line

Field = Literal[
    "title", "link", "text", "excerpt", "author", "source", "published", "saved", "tags", "folder",
    "status", "archived", "starred", "note", "highlight", "colour", "language",
]  # fmt: skip

NAMES: dict[Field, tuple[str, ...]] = {
    # The first name that a record has counts.
    "title": ("title", "headline", "document title", "book title", "page title", "resolved title", "given title",
              "name", "titel", "überschrift", "titre", "título", "titulo", "titolo"),
    "link": ("source url", "resolved url", "given url", "original url", "article url", "canonical url", "url",
             "link", "web url", "page url", "canonical", "alternate", "href", "uri", "permalink", "address",
             "adresse", "lien", "enlace", "bookmark url"),
    "text": ("text", "full text", "fulltext", "content", "content html", "html content", "content text", "body",
             "article text", "article body", "maintext", "html", "inhalt", "volltext", "artikeltext", "texte",
             "contenu", "contenido", "texto", "testo"),
    "excerpt": ("excerpt", "description", "summary", "selection", "abstract", "snippet", "teaser", "lead",
                "zusammenfassung", "beschreibung", "résumé", "resumen"),
    "author": ("author", "authors", "book author", "creator", "byline", "published by", "autor", "auteur", "autore"),
    "source": ("site name", "site", "publisher", "publication", "source", "feed title", "origin", "domain name",
               "domain", "newspaper", "quelle", "zeitung", "medium", "outlet"),
    "published": ("published at", "published date", "publication date", "published", "date published",
                  "pubdate", "publish date", "date", "datum", "erschienen", "fecha", "data"),
    "saved": ("time added", "saved at", "saved date", "saved", "date added", "added at", "added", "created at",
              "creation date", "date saved", "timestamp", "created", "created time", "highlighted at"),
    "tags": ("tags", "labels", "document tags", "label", "tag", "keywords", "categories", "schlagwörter",
             "étiquettes", "etiquetas", "book tags"),
    "folder": ("folder", "collection", "list", "ordner", "dossier", "carpeta"),
    "status": ("status", "state", "location"),
    "archived": ("is archived", "archived", "is read", "read"),
    "starred": ("is starred", "starred", "favorite", "favourite", "favorited", "is marked", "is favorite"),
    "note": ("note", "notes", "comment", "comments", "my note", "annotation", "notiz", "kommentar"),
    "highlight": ("highlight", "quote", "highlight text", "quotation", "markierung", "zitat"),
    "colour": ("color", "colour", "highlight color", "farbe"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
}  # fmt: skip
_KNOWN = {name: given for given, names in NAMES.items() for name in names}
_ARCHIVED = {
    "archive",
    "archived",
    "read",
    "1",
    "true",
    "yes",
    "gelesen",
    "finished",
    "succeeded_archived",
}
_STARRED = {"starred", "favorites", "favorite", "liked", "1", "true", "yes"}
_PLAIN_FOLDERS = {
    "unread",
    "archive",
    "starred",
    "later",
    "new",
    "shortlist",
    "feed",
    "unsorted",
    "",
}


def plain(name: object) -> str:
    """A field's name as it is compared: `is_starred`, `IsStarred` and `Is starred` are one."""
    words = re.sub(r"(?<=[a-zäöüß])(?=[A-Z])", " ", str(name))
    return " ".join(re.sub(r"[_\W]+", " ", words).casefold().split())


def field_of(name: object) -> Field | None:
    return _KNOWN.get(plain(name))


def listed_of(record: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> Listed:
    """What a record of a list says, by its names or by those that the person gave."""
    values: dict[Field, Any] = {}
    plain_names = {plain(name): value for name, value in record.items()}
    for given, names in NAMES.items():
        if columns and given in columns:
            values[given] = record.get(columns[given])
            continue
        for name in names:
            if plain_names.get(name) not in (None, "", [], {}):
                values[given] = plain_names[name]
                break
    highlights = list(_highlights(record))
    quote = _text(values.get("highlight"))
    note = _text(values.get("note"))
    made = moment_of(_text(values.get("saved")))
    if quote:
        colour = _text(values.get("colour"))
        # In a table of highlights the tags are those of the highlight.
        tags = tuple(_names(plain_names.get("tags"))) if "book title" in plain_names else ()
        highlights.append(Highlight(quote, note, made, tags, colour))
        note = ""
    return Listed(
        link=_link(values.get("link")),
        title=_text(values.get("title")),
        text=_text(values.get("text")),
        excerpt=_text(values.get("excerpt")),
        author=", ".join(_names(values.get("author"), is_split=False)),
        source=_text(values.get("source")),
        language=_text(values.get("language")),
        published=moment_of(_scalar(values.get("published"))),
        saved=moment_of(_scalar(values.get("saved"))),
        tags=_all_tags(plain_names, values, is_quoted=bool(quote)),
        is_read=_is_archived(values),
        is_starred=_is(values.get("starred"), _STARRED)
        or plain(values.get("folder", "")) == "starred",
        note=note,
        highlights=highlights,
    )


def _all_tags(names: Mapping[str, Any], values: Mapping[Field, Any], is_quoted: bool) -> list[str]:
    if is_quoted and "book title" in names:
        return _names(names.get("document tags"))
    tags = _names(values.get("tags"))
    folder = _text(values.get("folder")).strip()
    if folder.casefold() not in _PLAIN_FOLDERS:
        tags.append(folder)
    return [tag for tag in tags if not tag.startswith("user/-/")]


def _is_archived(values: Mapping[Field, Any]) -> bool:
    return (
        _is(values.get("archived"), _ARCHIVED)
        or plain(values.get("status", "")) in _ARCHIVED - {"1"}
        or plain(values.get("folder", "")) == "archive"
    )


def _is(value: Any, names: Iterable[str]) -> bool:
    return value is True or str(value).strip().casefold() in names


# ------------------------------------------------------------------ values of many shapes


def _scalar(value: Any) -> Any:
    return value if isinstance(value, str | int | float) else None


def _text(value: Any) -> str:
    """The words of a value: a string, a number, `{"content": …}`, `[{"name": …}]`."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        for name in ("content", "value", "text", "title", "name", "html"):
            if isinstance(value.get(name), str):
                return str(value[name])
    if isinstance(value, list) and value:
        return _text(value[0]) if isinstance(value[0], str | dict) else ""
    return ""


def _link(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("href") or value.get("url")
    return value.strip() if isinstance(value, str) else ""


def _names(value: Any, *, is_split: bool = True) -> list[str]:
    """A list of names, however it is written: JSON, `a|b`, `a, b`, `{"a": …}`, `[{"name": "a"}]`."""
    if isinstance(value, dict):
        inner = [
            one.get("name") or one.get("tag") or key if isinstance(one, dict) else key
            for key, one in value.items()
        ]
        return [str(one) for one in inner[:200]]
    if isinstance(value, list):
        found = []
        for one in value[:200]:
            one = (
                one.get("name") or one.get("label") or one.get("tag")
                if isinstance(one, dict)
                else one
            )
            if isinstance(one, str | int):
                found.append(str(one))
        return found
    if not isinstance(value, str) or not value.strip():
        return []
    if value.lstrip().startswith("["):
        try:
            read = json.loads(value)
        except (ValueError, RecursionError):
            read = None
        if isinstance(read, list):
            return _names(read)
    if not is_split:
        return [value.strip()]
    parts = value.split("|") if "|" in value else re.split(r"[,;]", value)
    return [part.strip() for part in parts if part.strip()][:200]


def _highlights(record: Mapping[str, Any]) -> Iterable[Highlight]:
    """The passages that were marked in an article, as the programs nest them."""
    for name in ("highlights", "annotations"):
        value = record.get(name)
        if isinstance(value, str) and value.lstrip().startswith("["):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                value = None
        for one in value[:20_000] if isinstance(value, list) else []:
            if isinstance(one, str):
                yield Highlight(one)
            elif isinstance(one, dict):
                yield _highlight(one)


def _highlight(one: Mapping[str, Any]) -> Highlight:
    note = _text(one.get("note")) or _text(one.get("annotation")) or _text(one.get("comment"))
    quote = _text(one.get("quote"))
    if quote:  # wallabag calls the note "text", others the passage
        note = note or _text(one.get("text"))
    else:
        quote = _text(one.get("text")) or _text(one.get("highlight")) or _text(one.get("content"))
    made = next(
        (
            one[n]
            for n in ("highlighted_at", "created_at", "createdAt", "created", "updated_at")
            if one.get(n)
        ),
        None,
    )
    return Highlight(
        quote, note, moment_of(_scalar(made)), tuple(_names(one.get("tags") or one.get("labels"))),
        _text(one.get("color") or one.get("colour")), clean_line(str(one.get("id") or ""), 200),
    )  # fmt: skip
