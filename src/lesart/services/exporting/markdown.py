"""Notes as Markdown, one file an article, in a folder that its owner goes on writing in.

Between two comments stands what Lesart wrote, with a checksum. A later export replaces just that,
and only where the checksum still holds; everything around it is the owner's. Where the owner wrote
inside, the file is left alone and the new text goes into a file beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template

from lesart.model.annotation import Annotation
from lesart.model.errors import LesartError, UsageError
from lesart.model.threads import in_threads
from lesart.services.exporting.filenames import distinct, folded, safe_name
from lesart.services.exporting.safe_files import failed, write_whole
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.text.clean import clean_text

BETWEEN = "---8<--- note"
"""In a template, the line after which the form of one note stands."""
TEMPLATE = f"""\
# $title

$source · $published · $link

$notes
{BETWEEN}
$quote

$note

$labels ^$block
"""
PLACEHOLDERS = {
    "article": (
        "title", "source", "author", "published", "link", "language", "tags", "key", "text", "notes",
    ),
    "note": ("quote", "note", "labels", "colour", "tags", "status", "created", "changed", "block"),
}  # fmt: skip
_BEGIN = re.compile(
    r"^<!-- lesart:begin (?P<key>[0-9a-f]{16}) head=(?P<head>[0-9a-f]{16})"
    r" body=(?P<body>[0-9a-f]{16}) -->(?:\r?\n)",
    re.M,
)
_END = "<!-- lesart:end -->\n"
_END_AS_FOUND = re.compile(r"^<!-- lesart:end -->[ \t]*(?:\r?\n|\Z)", re.M)
"""Editors of other systems write other line ends, and leave the last one out."""
_FRONT = re.compile(r"---\r?\n.*?\n---\r?\n", re.S)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!https?://)")
"""Where HTML begins; what stands in angles in a note may come from another program."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|$~^]|^(?:[#+=>-]|\d+[.)](?=\s|$))", re.M)
_LARGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one article's file."""

    path: Path
    became: str
    """`new`, `changed`, `same`, or `beside`: its owner wrote inside, so it was put beside."""


def template_of(path: Path | None) -> tuple[Template, Template]:
    """The forms of a file and of one note in it; raises UsageError where they cannot be used."""
    try:
        text = path.read_text("utf-8") if path else TEMPLATE
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the template could not be read: {error}.") from error
    whole, _, one = text.partition(f"{BETWEEN}\n")
    if not one:
        one = TEMPLATE.partition(f"{BETWEEN}\n")[2]
    forms = Template(whole), Template(one)
    for form, known in zip(forms, PLACEHOLDERS.values(), strict=True):
        if not form.is_valid():
            raise UsageError(f"{path}: the template has a lone $; write $$ for a dollar sign.")
        unknown = [name for name in form.get_identifiers() if name not in known]
        if unknown:
            raise UsageError(
                f"{path}: the template has ${unknown[0]}, which means nothing here; known are "
                + ", ".join(f"${name}" for name in known)
                + "."
            )
    return forms


def write(
    folder: Path, chosen: Iterable[Annotated], forms: tuple[Template, Template]
) -> Iterator[Written]:
    """Write each article's file; one that its owner renamed is known by what stands in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        existing = _existing(folder)
        taken = {folded(path.stem) for path in folder.iterdir()}
    except OSError as error:
        raise failed(folder, error) from error
    for annotated in chosen:
        yield _write_one(folder, annotated.key, annotated, forms, _Folder(existing, taken))


@dataclass(frozen=True, slots=True)
class _Folder:
    """What is there already."""

    existing: dict[str, Path]
    """The files of earlier exports, by the article they are about."""
    taken: set[str]


def _write_one(
    folder: Path, key: str, annotated: Annotated, forms: tuple[Template, Template], there: _Folder
) -> Written:
    head, body = front_matter(annotated), rendered(annotated, forms)
    path = there.existing.get(key)
    if path is None:
        date = day(annotated.article.published)
        name = safe_name(f"{date} {annotated.article.title}", annotated.key)
        path = folder / f"{distinct(name, there.taken)}.md"
        write_whole(path, [_file(key, _sum(head), head, body)])
        return Written(path, "new")
    old = _read(path)
    begin = _BEGIN.search(old)
    end = _END_AS_FOUND.search(old, begin.end()) if begin else None
    if begin is None or end is None or _sum(old[begin.end() : end.start()]) != begin["body"]:
        return replace(_write_one(folder, _beside(key), annotated, forms, there), became="beside")
    before, after = old[: begin.start()], old[end.end() :]
    front = _FRONT.match(before)
    old_head = front[0] if front else ""
    before = before[len(old_head) :]
    if _sum(old_head) == begin["head"]:
        text = _file(key, _sum(head), head + before, body, after)
    else:  # its owner edited the front matter: theirs it stays
        text = _file(key, begin["head"], old_head + before, body, after)
    if text == old or _lines(text) == _lines(old):
        return Written(path, "same")
    write_whole(path, [text], may_replace=True)
    return Written(path, "changed")


def _file(key: str, head_sum: str, before: str, body: str, after: str = "") -> str:
    mark = f"<!-- lesart:begin {key} head={head_sum} body={_sum(body)} -->\n"
    return f"{before}{mark}{body}{_END}{after}"


def _beside(key: str) -> str:
    """By what the file beside one that its owner wrote in is known."""
    return _sum(f"beside {key}")


def _existing(folder: Path) -> dict[str, Path]:
    """The files of earlier exports, by the article they are about."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")):
        if path.is_symlink() or not path.is_file():
            continue
        try:
            begin = _BEGIN.search(_read(path))
        except LesartError:
            continue  # nothing that we wrote, or nothing that may be read: it is left alone
        if begin:
            found.setdefault(begin["key"], path)
    return found


def _read(path: Path) -> str:
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            raise LesartError(f"{path} is a link or too large; move it away to export here.")
        # Bytes that are no UTF-8 must survive too: the owner's text is written back as it was.
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise failed(path, error) from error


def _lines(text: str) -> list[str]:
    """What a text says, however its lines end."""
    return text.replace("\r\n", "\n").rstrip("\n").split("\n")


def _sum(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


# ------------------------------------------------------------------ the text


def front_matter(annotated: Annotated) -> str:
    """YAML that note-takers read; JSON strings are YAML strings, whatever stands in them."""
    article = annotated.article
    values: list[tuple[str, object]] = [
        ("title", article.title),
        ("source", article.source),
        ("author", article.author),
        ("link", article.link),
        ("published", day(article.published)),
        ("language", article.language),
        ("tags", list(article.tags)),
        ("lesart", annotated.key),
    ]
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values if value]
    return clean_text("---\n" + "\n".join(lines) + "\n---\n")


def rendered(annotated: Annotated, forms: tuple[Template, Template]) -> str:
    """What stands between the two comments."""
    article = annotated.article
    whole, one = forms
    notes = "\n\n".join(
        _indented(one.substitute(_note_values(note)).strip("\n"), depth)
        for depth, note in in_threads(annotated.notes)
    )
    text = whole.substitute(
        title=escaped(article.title),
        source=escaped(article.source),
        author=escaped(article.author),
        published=day(article.published),
        link=_link(article.link),
        language=article.language,
        tags=" ".join(f"#{_tag(tag)}" for tag in article.tags),
        key=annotated.key,
        text=escaped(article.text),
        notes=notes,
    )
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.split("\n")))
    # Nobody's words may end our part of the file early.
    return tidy.replace("<!-- lesart:", "<!-\u200b- lesart:").strip("\n") + "\n"


def _note_values(note: Annotation) -> dict[str, str]:
    quote = "\n".join(f"> {line}" for line in escaped(quote_of(note)).split("\n"))
    tags = " ".join(f"#{_tag(tag)}" for tag in note.tags)
    status = {"orphan": "words gone", "changed": "words changed"}.get(note.status, "")
    return {
        "quote": quote if note.anchor else "",
        "note": _TAG.sub("\\<", clean_text(note.note)),
        "labels": " · ".join(part for part in (note.colour, tags, status) if part),
        "colour": note.colour,
        "tags": tags,
        "status": status or "ok",
        "created": iso(note.created),
        "changed": iso(note.changed),
        "block": f"lesart-{re.sub('[^A-Za-z0-9-]', '-', note.uid)}",
    }


def escaped(text: str) -> str:
    """Words from outside as Markdown that shows just them: no links, no HTML, no headings."""
    return _SPECIAL.sub(lambda found: _escape(found[0]), clean_text(text))


def _escape(found: str) -> str:
    return f"{found[:-1]}\\{found[-1]}" if len(found) > 1 else f"\\{found}"


def _link(link: str) -> str:
    """An address to click on; what is none is shown as the words it is."""
    return f"<{link}>" if re.fullmatch(r"https?://[^\s<>]+", link) else escaped(link)


def _tag(tag: str) -> str:
    return re.sub(r"[^\w/-]+", "-", tag).strip("-") or "tag"


def _indented(text: str, depth: int) -> str:
    """A reply stands as a quotation does, deeper by one sign a step."""
    return "\n".join(f"{'> ' * depth}{line}" for line in text.split("\n"))
