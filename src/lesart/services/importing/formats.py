"""Read what article files say about themselves: a date line, front matter, a first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from lesart.locales.read_dates import read_date
from lesart.model.moment import Moment
from lesart.text.clean import clean_line

Format = Literal["seed", "markdown", "html", "text"]

TITLE_LENGTH = 90
"""How long a title made of a first sentence may be."""

_SUFFIXES: dict[str, Format] = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_SEED_HEADER = re.compile(
    r"\s*date[ \t]+(\d{4}-\d{2}(?:-\d{2})?)(?:[ \t]*\n|[ \t]+|\Z)"
    # A text may well begin "date 1848 as the year"; with the format's own indent it does not.
    r"|[ \t]+date[ \t]+(\d{4})(?:[ \t]*\n|[ \t]+|\Z)"
)
_FENCE = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML_FENCE = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'“”’»)\]]*(?=\s|$)")
_NO_END = re.compile(
    r"(?:^|[\s(\"„“«])(?:\w|\d+|[A-Z]\.[A-Z]|[a-z]\.[a-z]|Dr|Prof|Mr|Mrs|Ms|St|Jr|Sr|Gen|Col|Lt|Sen|Rep|Gov|No"
    r"|vs|ca|bzw|usw|evtl|inkl|Nr|Mio|Mrd|Abs|Art|Hl|geb|gest|Sra?|Mme|Jan|Feb|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says about its text, and the text."""

    text: str
    title: str = ""
    published: Moment | None = None
    author: str = ""
    language: str = ""
    link: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()


def format_of(suffix: str, text: str) -> Format:
    """Which format a file is in, by its name's ending and, first of all, by what is in it."""
    head = text[:4096]
    if _HTML.match(head):
        return "html"
    named = _SUFFIXES.get(suffix.lower())
    if named != "html" and _SEED_HEADER.match(head):
        return "seed"
    if named:
        return named
    if _FENCE.match(text) and front_matter(text)[0]:
        return "markdown"
    return "text"


def read_seed(text: str) -> Said:
    """A text behind ` date YYYY-MM `; without that header, or with an impossible date, a text."""
    header = _SEED_HEADER.match(text)
    if header and (published := read_date(header[1] or header[2])):
        return Said(text[header.end() :].strip(), published=published)
    return Said(text)


# ------------------------------------------------------------------ Markdown's front matter


def read_markdown(text: str) -> Said:
    """Markdown's front matter (YAML's plain lines, or TOML); `text` is the body behind it."""
    values, body = front_matter(text)

    def first(*names: str) -> str:
        return next((values[name][0] for name in names if values.get(name)), "")

    language = first("lang", "language", "sprache").strip().lower()[:2]
    source = first("source", "publisher", "site")
    link = first("link", "url", "canonical", "source_url")
    if source.startswith(("http://", "https://")):  # what clippers call the page they took it from
        source, link = "", link or source
    return Said(
        text=body,
        title=clean_line(first("title", "headline", "titel")),
        published=read_date(first("date", "published", "datum", "created"), language),
        author=clean_line(
            ", ".join(map(_unlinked, values.get("author") or values.get("authors") or ()))
        ),
        language=language,
        link=link,
        source=clean_line(source, 200),
        tags=tuple(
            clean_line(tag.lstrip("#"), 100)
            for name in ("tags", "keywords", "categories")
            for tag in values.get(name, ())
            if clean_line(tag.lstrip("#"))
        ),
    )


def _unlinked(name: str) -> str:
    """A name without the brackets that notebooks link by: `[[Ann Lee|Ann]]`."""
    match = re.fullmatch(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]", name.strip())
    return match[1] if match else name


def front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """The values before a Markdown text, and the text. A list is itself, all else a list of one.

    Only what front matter is written with in practice is read of YAML: a value behind a key,
    quotes, lists in brackets or on lines of their own. What is more is passed over.
    """
    if toml := _TOML_FENCE.match(text):
        return _toml(toml[1]), text[toml.end() :]
    fenced = _FENCE.match(text)
    values = dict(_yaml(fenced[1])) if fenced else {}
    # A text may begin with a rule; then there is no key in what follows.
    return (values, text[fenced.end() :]) if fenced and values else ({}, text)


def _yaml(lines: str) -> Iterator[tuple[str, list[str]]]:
    key = ""
    found: list[str] = []
    for line in lines.split("\n"):
        if matched := _KEY.match(line):
            if key:
                yield key, found
            key, found = matched[1].strip().lower(), _values(matched[2] or "", key=matched[1])
        elif key and line.lstrip().startswith("- "):
            found.append(_unquoted(line.lstrip()[2:]))
        elif key and line.startswith((" ", "\t")) and found and line.strip():
            found[-1] = f"{found[-1]} {line.strip()}".lstrip(">| ")
    if key:
        yield key, found


def _values(value: str, key: str) -> list[str]:
    value = value.strip()
    if not value or value in ("~", "null"):
        return []
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",") if part.strip()]
    if key.lower() in ("tags", "keywords", "categories") and "," in value:
        return [_unquoted(part) for part in value.split(",") if part.strip()]
    return [_unquoted(value)]


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inside = value[1:-1]
        return inside.replace('\\"', '"') if value[0] == '"' else inside.replace("''", "'")
    return re.sub(r"\s+#\s.*$", "", value)


def _toml(lines: str) -> dict[str, list[str]]:
    import tomllib

    try:
        read = tomllib.loads(lines)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        name.lower(): [str(part) for part in (value if isinstance(value, list) else [value])]
        for name, value in read.items()
        if isinstance(value, str | int | list | datetime) or hasattr(value, "isoformat")
    }


# ------------------------------------------------------------------ what notebooks add to Markdown

_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
_NOTE_TEXT = re.compile(r"\[\^([^\]\s]{1,60})\]:[ \t]*(.*)")
_LINKED = re.compile(r"!?\[\[(?:[^\]|\n]{0,300}\|)?([^\]|\n]{1,300})\]\]")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,2000}?)(?<=\S)==")
_BOX = re.compile(r"^(\s*>\s*)\[!\w[\w-]{0,30}\][+-]?[ \t]*")


def plain_markdown(text: str) -> str:
    """Markdown with what notebooks add to it written plainly: notes, links by name, marked words.

    A note's mark becomes a raised one, which no figure takes for a digit; the notes come last.
    """
    if not any(sign in text for sign in ("[^", "[[", "==", "[!")):
        return text
    numbers: dict[str, int] = {}
    notes: dict[str, str] = {}
    lines: list[str] = []
    is_code = False
    for line in text.split("\n"):
        if line.lstrip().startswith(("```", "~~~")):
            is_code = not is_code
        elif not is_code and (told := _NOTE_TEXT.match(line)):
            notes.setdefault(told[1], told[2])
            continue
        elif not is_code and "`" not in line:
            if box := _BOX.match(line):  # its title, and its words below
                lines += [f"{box[1]}{line[box.end() :]}", box[1]]
                continue
            line = _MARKED.sub(r"\1", _LINKED.sub(r"\1", line))
            line = _NOTE.sub(lambda note: _raised(note[1], numbers), line)
        lines.append(line)
    behind = [f"{numbers.get(name, name)}\\. {said}" for name, said in notes.items()]
    return "\n\n".join(["\n".join(lines).rstrip("\n"), *behind])


def _raised(name: str, numbers: dict[str, int]) -> str:
    number = numbers.setdefault(name, len(numbers) + 1)
    return f'<sup><a href="#fn{number}">{number}</a></sup>'


# ------------------------------------------------------------------ titles


def title_from(text: str) -> str:
    """The first sentence, or as many of its words as fit a line; empty for an empty text."""
    line = next((clean_line(line, 2000) for line in text[:20_000].split("\n") if line.strip()), "")
    sentence = _first_sentence(line)
    if len(sentence) <= TITLE_LENGTH:
        return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence
    cut = sentence.rfind(" ", 0, TITLE_LENGTH)
    # Chinese and Japanese know no spaces between words.
    words = sentence[: cut if cut > TITLE_LENGTH // 3 else TITLE_LENGTH - 1]
    return words.rstrip(" ,;:–—-(„“\"'«\u200d\u200c") + "…"


def _first_sentence(line: str) -> str:
    if (ideographic := re.search("[。！？]", line[: TITLE_LENGTH + 1])) is not None:
        return line[: ideographic.end()]
    for end in _SENTENCE_END.finditer(line):
        follows = line[end.end() : end.end() + 3].lstrip()
        if end[0].startswith(".") and _NO_END.search(line[max(0, end.start() - 12) : end.start()]):
            continue
        if not follows or not follows[0].islower():
            return line[: end.end()]
    return line
