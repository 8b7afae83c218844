"""Kindle's `My Clippings.txt`: one article a book, its highlights as marked passages, its notes on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lesart.locales.read_dates import read_date
from lesart.model.moment import Moment
from lesart.services.importing.items import Options, Reading, Source, Trouble
from lesart.services.importing.listed import Highlight, Listed, item_of
from lesart.text.clean import clean_line, clean_text
from lesart.text.encoding import decode
from lesart.translations import _

Kind = Literal["highlight", "note", "bookmark"]

_LARGEST = 64 * 1024 * 1024
_LINE = 6
"""So many equals signs at least end an entry."""
_END = re.compile(rf"^={{{_LINE},}}[ \t]*$", re.M)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    # What the Kindle calls them in the languages it speaks.
    ("bookmark", re.compile(r"bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|ブックマーク|书签|закладк", re.I)),
    ("note", re.compile(r"\bnote\b|\bnotiz|\bnota\b|notitie|メモ|笔记|筆記|заметк", re.I)),
    ("highlight", re.compile(
        r"highlight|markierung|surlign|subrayado|resaltado|evidenziazione|destaque|markering|ハイライト|标注|標註|выдел|clip",
        re.I,
    )),
)  # fmt: skip
_ABOUT = re.compile(r"^-\s+\S.*(?:\||\d)")
_PLACE = re.compile(
    r"(?:location|loc\.|position|emplacement|posición|posizione|posição|locatie|位置\s*No\.?|位置|месте|позици\w*)\D{0,12}(\d+)(?:\s*[-–]\s*(\d+))?",
    re.I,
)
_PAGE = re.compile(
    r"(?:page|seite|página|pagina|p\.|ページ|页|頁|стр\w*)\D{0,6}(\d+)(?:\s*[-–]\s*(\d+))?|第\s*(\d+)\s*[页頁]|(\d+)\s*ページ",
    re.I,
)
_TITLE = re.compile(r"^(.*?)\s*[(（]([^()（）]*(?:\([^()]*\)[^()]*)*)[)）]\s*$")


@dataclass(slots=True)
class _Clipping:
    book: str
    kind: Kind
    start: int
    end: int
    words: str
    made: Moment | None
    place: str


@dataclass(slots=True)
class _Book:
    title: str
    author: str
    clippings: list[_Clipping] = field(default_factory=list)


def recognises(source: Source) -> bool:
    """Whether it is entries of a title, a line about the place, words, and a line of equals signs."""
    head = source.head[:16384]
    # Every imported file comes through here; in wide charsets there is a zero between two signs.
    if b"=" * _LINE not in head and b"=\0" not in head:
        return False
    text = clean_text(decode(head))
    entry = _END.split(text, maxsplit=1)[0] if _END.search(text) else ""
    lines = [line for line in entry.splitlines() if line.strip()]
    return len(lines) > 1 and bool(_ABOUT.match(lines[1].strip())) and _kind(lines[1]) is not None


def read(source: Source, options: Options) -> Reading:
    """One article a book."""
    books: dict[str, _Book] = {}
    for number, entry in enumerate(_entries(source), 1):
        if isinstance(entry, str):
            yield Trouble(_("clipping {number}").format(number=number), entry, 0)
            continue
        book = books.setdefault(entry.book, _Book(*_title_of(entry.book)))
        book.clippings.append(entry)
    found = [book for book in books.values() if any(c.kind != "bookmark" for c in book.clippings)]
    if not found:
        raise source.failed(_("there are no highlights and notes in it, only bookmarks."))
    for number, book in enumerate(found, 1):
        yield item_of(_listed(book), clean_line(book.title, 200), number, "Kindle")


def _entries(source: Source) -> Iterator[_Clipping | str]:
    text = clean_text(decode(source.read(_LARGEST)))
    for entry in _END.split(text):
        lines = entry.strip("\n").split("\n")
        while lines and not lines[0].strip():
            lines.pop(0)
        if not lines:
            continue
        if len(lines) < 2 or (kind := _kind(lines[1])) is None:
            yield _("this is neither a highlight nor a note nor a bookmark.")
            continue
        about = lines[1]
        start, end = _span(about)
        yield _Clipping(
            lines[0].strip(),
            kind,
            start,
            end,
            "\n".join(lines[2:]).strip(),
            _made(about),
            _told(about),
        )


def _kind(about: str) -> Kind | None:
    before = about.split("|")[0]
    for part in (before, about):
        for kind, pattern in _KINDS:
            if pattern.search(part):
                return kind
    return None


def _span(about: str) -> tuple[int, int]:
    """Where it stands in the book: locations, else pages; zero where it does not say."""
    match = _PLACE.search(about)
    if match is None:
        match = _PAGE.search(about)
    if match is None:
        return 0, 0
    numbers = [int(group[:9]) for group in match.groups() if group]
    start = numbers[0]
    end = numbers[1] if len(numbers) > 1 else start
    if end < start:  # "1234-38"
        end = (
            int(str(start)[: -len(str(end))] + str(end))
            if len(str(end)) < len(str(start))
            else start
        )
    return start, max(start, end)


def _told(about: str) -> str:
    return clean_line(about.lstrip("- ").rpartition("|")[0], 200)


def _made(about: str) -> Moment | None:
    """The day, which stands last; the clock is that of the device, of no zone."""
    last = about.rpartition("|")[2]
    found = read_date(re.sub(r"\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?", "", last, flags=re.I))
    return found if found and found.precision in ("day", "minute") else None


def _title_of(line: str) -> tuple[str, str]:
    """Title and author of "Title (Author)"; a surname before a comma goes behind the first name."""
    match = _TITLE.match(line)
    if match is None:
        return clean_line(line, 500), ""
    names = [name.strip() for name in match[2].split(";") if name.strip()]
    turned = [
        " ".join(reversed([p.strip() for p in name.split(",", 1)])) if "," in name else name
        for name in names
    ]
    return clean_line(match[1] or line, 500), clean_line(", ".join(turned), 300)


def _listed(book: _Book) -> Listed:
    highlights = [c for c in book.clippings if c.kind == "highlight" and c.words]
    highlights = _without_older(highlights)
    notes = [c for c in book.clippings if c.kind == "note" and c.words]
    told: dict[int, list[str]] = {}
    alone = []
    for note in notes:
        on = next(
            (i for i, h in enumerate(highlights) if h.start <= note.start <= h.end and note.start),
            None,
        )
        if on is None:
            alone.append(note)
        elif note.words not in told.get(on, []):
            told.setdefault(on, []).append(note.words)
    marked = [
        (c.start, Highlight(c.words, "\n\n".join(told.get(i, [])), c.made, place=c.place))
        for i, c in enumerate(highlights)
    ]
    marked.sort(key=lambda one: one[0])
    made = [c.made for c in book.clippings if c.made]
    loose = "\n\n".join(
        dict.fromkeys(f"{n.place}: {n.words}" if n.place else n.words for n in alone)
    )
    return Listed(
        title=book.title,
        author=book.author,
        source=book.author,
        saved=max(made, key=lambda moment: moment.seconds) if made else None,
        excerpt="" if marked else loose,
        note=loose if marked else "",
        highlights=[highlight for _, highlight in marked],
    )


def _without_older(highlights: list[_Clipping]) -> list[_Clipping]:
    """Without what was marked again longer or shorter: the device writes every attempt down."""
    kept: list[_Clipping] = []
    for clipping in highlights:
        again = [
            i
            for i, other in enumerate(kept)
            if other.start <= clipping.end
            and clipping.start <= other.end
            and (other.words in clipping.words or clipping.words in other.words)
        ]
        for index in reversed(again):
            del kept[index]
        kept.append(clipping)
    return kept
