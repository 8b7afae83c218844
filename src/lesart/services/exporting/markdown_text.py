"""An article's notes as Markdown text: the form of a file, and outside words that stay just words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template

from lesart.model.annotation import Annotation
from lesart.model.errors import UsageError
from lesart.model.threads import in_threads
from lesart.services.exporting.selection import Annotated, day, iso, quote_of
from lesart.services.links import note_link
from lesart.text.clean import clean_text
from lesart.translations import _

BETWEEN = "---8<--- note"
"""In a template, the line after which the form of one note stands."""
TEMPLATE = f"""\
# $title

$source · $published · $link

$notes
{BETWEEN}
$quote

$quote_block

$note

$labels · $open $note_block
"""
WITH_TEXT = TEMPLATE.replace("$notes\n", "$marked\n\n$notes\n")
"""The form of a file with the whole article in it, its marks where they stand."""
PLACEHOLDERS = {
    "article": (
        "title", "source", "author", "published", "link", "language", "tags", "key", "text", "marked",
        "notes",
    ),
    "note": (
        "quote", "note", "labels", "colour", "tags", "status", "created", "changed", "block",
        "quote_block", "note_block", "open",
    ),
}  # fmt: skip
_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!https?://)")
"""Where HTML begins; what stands in angles in a note may come from another program."""
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|$~^]|(?<==)=|=(?==)|(?<=%)%|%(?=%)|^(?:[#+=>-]|\d+[.)](?=\s|$))", re.M
)
"""What Markdown obeys, with the `==marks==` and `%%comments%%` that note-takers know besides."""
_NAME_ALONE = re.compile(r"\$\{?[a-z_]+\}?")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.M)


def template_of(path: Path | None, *, with_text: bool = False) -> tuple[Template, Template]:
    """The forms of a file and of one note in it; raises UsageError where they cannot be used."""
    own = WITH_TEXT if with_text else TEMPLATE
    try:
        text = path.read_text("utf-8") if path else own
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            _("{path}: the template could not be read: {error}.").format(path=path, error=error)
        ) from error
    whole, _between, one = text.partition(f"{BETWEEN}\n")
    if not one:
        one = TEMPLATE.partition(f"{BETWEEN}\n")[2]
    forms = Template(whole), Template(one)
    for form, known in zip(forms, PLACEHOLDERS.values(), strict=True):
        if not form.is_valid():
            raise UsageError(
                _("{path}: the template has a lone $; write $$ for a dollar sign.").format(
                    path=path
                )
            )
        unknown = [name for name in form.get_identifiers() if name not in known]
        if unknown:
            raise UsageError(
                _(
                    "{path}: the template has ${unknown}, which means nothing here; known are "
                ).format(path=path, unknown=unknown[0])
                + ", ".join(f"${name}" for name in known)
                + "."
            )
    return forms


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
    values = {
        "title": escaped(article.title),
        "source": escaped(article.source),
        "author": escaped(article.author),
        "published": day(article.published),
        "link": address(article.link),
        "language": article.language,
        "tags": " ".join(f"#{_tag(tag)}" for tag in article.tags),
        "key": annotated.key,
        "text": escaped(article.text),
        "marked": marked(article.text, annotated.notes)
        if "marked" in whole.get_identifiers()
        else "",
        "notes": notes,
    }
    text = "\n".join(_line(line, values) for line in whole.template.split("\n"))
    tidy = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.split("\n")))
    # Nobody's words may end our part of the file early.
    return tidy.replace("<!-- lesart:", "<!-\u200b- lesart:").strip("\n") + "\n"


def _line(form: str, values: dict[str, str]) -> str:
    """A line of the form; of one that only names things, those that the article has."""
    parts = form.split(" · ")
    said = [Template(part).substitute(values) for part in parts]
    if all(_NAME_ALONE.fullmatch(part) for part in parts):
        said = [part for part in said if part]
    return " · ".join(said)


def _note_values(note: Annotation) -> dict[str, str]:
    quote = "\n".join(f"> {line}" for line in escaped(quote_of(note)).split("\n"))
    tags = " ".join(f"#{_tag(tag)}" for tag in note.tags)
    status = {"orphan": _("words gone"), "changed": _("words changed")}.get(note.status, "")
    block = f"lesart-{re.sub('[^A-Za-z0-9-]', '-', note.uid)}"
    return {
        "quote": quote if note.anchor else "",
        "note": _closed(_TAG.sub("\\<", clean_text(note.note))),
        "labels": " · ".join(part for part in (note.colour, tags, status) if part),
        "colour": note.colour,
        "tags": tags,
        "status": status or "ok",
        "open": f"[Lesart]({note_link(note.uid)})",
        "created": iso(note.created),
        "changed": iso(note.changed),
        "block": block,
        # A block's name stands below a quotation, and at the end of any other paragraph.
        "quote_block": f"^{block}" if note.anchor else "",
        "note_block": "" if note.anchor else f"^{block}",
    }


def marked(text: str, notes: Iterable[Annotation]) -> str:
    """The article with what was marked in it between `==`, paragraph by paragraph, as note-takers show marks."""
    spans = sorted(
        (note.span.start, note.span.end) for note in notes if note.span and note.status != "orphan"
    )
    parts: list[str] = []
    done = 0
    for start, end in _joined(spans):
        parts.append(escaped(text[done:start]))
        for piece in re.split(r"(\n+)", text[start:end]):
            words = escaped(piece)
            parts.append(f"=={words}==" if piece.strip() else words)
        done = end
    parts.append(escaped(text[done:]))
    return "".join(parts)


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch each other as one."""
    at: tuple[int, int] | None = None
    for start, end in spans:
        if at and start <= at[1]:
            at = (at[0], max(at[1], end))
            continue
        if at:
            yield at
        at = (start, end)
    if at:
        yield at


def _closed(note: str) -> str:
    """The note with an end to the fence or comment that its writer left open: both would swallow what follows."""
    fence = ""
    for found in _FENCE.finditer(note):
        mark, rest = found[1], found[2]
        if not fence:
            fence = mark
        elif mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip():
            fence = ""
    if fence:
        return f"{note}\n{fence}"
    return f"{note} %%" if note.count("%%") % 2 else note


def escaped(text: str) -> str:
    """Words from outside as Markdown that shows just them: no links, no HTML, no headings."""
    return _SPECIAL.sub(lambda found: _escape(found[0]), clean_text(text))


def _escape(found: str) -> str:
    return f"{found[:-1]}\\{found[-1]}" if len(found) > 1 else f"\\{found}"


def address(link: str) -> str:
    """An address to click on; what is none is shown as the words it is."""
    return f"<{link}>" if re.fullmatch(r"https?://[^\s<>]+", link) else escaped(link)


def _tag(tag: str) -> str:
    return re.sub(r"[^\w/-]+", "-", tag).strip("-") or "tag"


def _indented(text: str, depth: int) -> str:
    """A reply stands as a quotation does, deeper by one sign a step."""
    return "\n".join(f"{'> ' * depth}{line}" for line in text.split("\n"))
