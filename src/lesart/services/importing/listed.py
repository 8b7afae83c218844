"""An entry of a reading list as an article: whole, where the list has its words, else to be fetched.

What is to be fetched holds what the list knows (excerpt, highlights, address), and says so. The day
it was saved stands for its date until its page tells its own.
"""

from __future__ import annotations

import html
import re
import uuid
from dataclasses import dataclass, field

from lesart.locales.read_dates import is_believable, read_date
from lesart.model.article import Draft
from lesart.model.colours import COLOURS
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.services.importing.foreign import MOST_NOTE, Foreign
from lesart.services.importing.formats import title_from
from lesart.services.importing.items import Item, Trouble
from lesart.text.clean import clean_line, clean_text
from lesart.text.urls import short_address
from lesart.translations import _

_NAMESPACE = uuid.UUID("5e2f1c1e-6f0b-5f7d-9a6e-0d6b6c1e7a44")
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|blockquote|article|section|table|img|a)\b[^>]*>", re.I
)
_MOST_HIGHLIGHTS = 20_000


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage that somebody marked in another program."""

    quote: str
    note: str = ""
    made: Moment | None = None
    tags: tuple[str, ...] = ()
    colour: str = ""
    name: str = ""
    """What the other program knows it by; empty where it gives no such thing."""
    place: str = ""


@dataclass(slots=True)
class Listed:
    """What a list knows of one article."""

    link: str = ""
    title: str = ""
    text: str = ""
    """The article's own words or markup, where the list carries them."""
    excerpt: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    published: Moment | None = None
    saved: Moment | None = None
    tags: list[str] = field(default_factory=list)
    is_read: bool = False
    is_starred: bool = False
    note: str = ""
    highlights: list[Highlight] = field(default_factory=list)


def moment_of(raw: object) -> Moment | None:
    """A date as lists write it: ISO, seconds or milliseconds since 1970, words."""
    if isinstance(raw, bool) or raw is None:
        return None
    if isinstance(raw, float):
        raw = int(raw) if abs(raw) < 1e15 else 0
    found = read_date(str(raw).strip()) if str(raw).strip() else None
    return found if found and is_believable(found, None) else None


def item_of(listed: Listed, place: str, position: int, program: str = "") -> Item | Trouble:
    """The article of an entry, with its highlights as notes; a Trouble where there is nothing in it."""
    from lesart.feeds.pages.plaintext import absolute_link

    link = absolute_link(listed.link)
    link = link if link.startswith(("http://", "https://")) else ""
    if listed.link and not link and not (listed.text or listed.highlights):
        return Trouble(
            place,
            _("“{link}” is no address of a page.").format(link=clean_line(listed.link, 100)),
            position,
        )
    text, blocks = _words(listed.text, link)
    is_whole = bool(text)
    if not is_whole:
        text, blocks = _stub(listed, link)
    if not text.strip():
        return Trouble(place, _("there is neither text nor an address in it."), position)
    title = clean_line(html.unescape(listed.title), 500)
    day = listed.published or listed.saved
    draft = Draft(
        title=title or (short_address(link) if link and not is_whole else title_from(text)),
        text=text,
        blocks=blocks,
        source=clean_line(listed.source, 200) or clean_line(_host(link), 200),
        author=clean_line(listed.author, 500),
        link=link,
        language=clean_line(listed.language, 20)[:2].lower(),
        published=day,
        tags=_tags(listed.tags),
        is_read=listed.is_read,
        is_starred=listed.is_starred,
        is_full_text=is_whole or not link,
        text_state=_state(listed, link, is_whole, program),
    )
    notes = tuple(_notes(listed, link or title, link))
    # A book's highlights grow, whatever file they come in; all else is known by address or words.
    identity = "" if link or is_whole else f"highlights:{title}\n{draft.author}"
    return Item(draft, place, identity=identity, notes=notes, position=position)


def _words(text: str, link: str) -> tuple[str, tuple[Block, ...]]:
    """The article's own words, of markup or plain."""
    if not text.strip():
        return "", ()
    if _MARKUP.search(text[:100_000]):
        from lesart.feeds.pages.plaintext import plain_text

        return plain_text(text, link)
    lines = (line.rstrip() for line in clean_text(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"), ()


def _stub(listed: Listed, link: str) -> tuple[str, tuple[Block, ...]]:
    """What is known of an article whose words are not here."""
    text = _words(listed.excerpt, link)[0]
    blocks: list[Block] = []
    for highlight in listed.highlights[:_MOST_HIGHLIGHTS]:
        quote = _quote(highlight.quote)
        if quote and quote not in text:
            start = len(text) + 2 if text else 0
            text = f"{text}\n\n{quote}" if text else quote
            blocks.append(Block("quote", Span(start, len(text))))
    if link:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{link}" if text else link
        blocks.append(Block("link", Span(start, len(text)), 0, link))
    return text, tuple(blocks)


def _quote(quote: str) -> str:
    return "\n".join(
        " ".join(line.split()) for line in clean_text(quote).split("\n") if line.strip()
    )


def _state(listed: Listed, link: str, is_whole: bool, program: str) -> str:
    day = ""
    if listed.saved and not listed.published:
        day = (
            _("Its date is the day it was saved in {program}.").format(program=program)
            if program
            else _("Its date is the day it was saved.")
        )
    if is_whole:
        return day
    if not link:
        return _("These are the highlights; the text they were taken from was not imported.")
    only = (
        _("Only its highlights and its address came in.")
        if listed.highlights
        else _("Only its address came in.")
    )
    return f"{only} {day}".strip()


def _host(link: str) -> str:
    return short_address(link).partition("/")[0].partition("?")[0]


def _tags(tags: list[str]) -> tuple[str, ...]:
    cleaned = (clean_line(tag.lstrip("#"), 100) for tag in tags[:200])
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


# ------------------------------------------------------------------ notes


def _notes(listed: Listed, about: str, link: str) -> list[Foreign]:
    notes = [
        _note(highlight, f"{about}\n{highlight.name or _quote(highlight.quote)}", link)
        for highlight in listed.highlights[:_MOST_HIGHLIGHTS]
        if _quote(highlight.quote) or highlight.note.strip()
    ]
    if listed.note.strip():
        own = Highlight("", listed.note, listed.saved)
        notes.append(_note(own, f"{about}\nnote", link))
    return notes


def _note(highlight: Highlight, key: str, link: str) -> Foreign:
    made = highlight.made.seconds if highlight.made else 0
    colour = highlight.colour.casefold()
    return Foreign(
        uid=str(uuid.uuid5(_NAMESPACE, key.encode("utf-8", "replace").decode())),
        link=link,
        exact=_quote(highlight.quote)[:MOST_NOTE],
        prefix="",
        suffix="",
        start=0,
        note=clean_text(highlight.note).strip()[:MOST_NOTE],
        tags=_tags(list(highlight.tags)),
        created=made,
        changed=made,
        colour=colour if colour in COLOURS else COLOURS[0],
    )
