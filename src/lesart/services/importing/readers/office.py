"""What text documents of office programs share: a page is built of them, and its words are written down."""

from __future__ import annotations

from typing import Any

from lesart.locales.read_dates import read_date
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Block
from lesart.services.importing.formats import title_from
from lesart.services.importing.xml_tree import local, words
from lesart.text.clean import clean_line, without_controls

Page = tuple[str, tuple[Block, ...]]


class PageBuilder:
    """Builds the tree of a web page, which is then written down as every page is."""

    def __init__(self) -> None:
        from lxml import html

        self._make = html.Element
        self.body = self._make("body")
        self.lists: list[Any] = []
        self.notes: list[Any] = []

    def element(self, tag: str, into: Any | None = None, **attributes: str) -> Any:
        made = self._make(tag, {k: without_controls(v) for k, v in attributes.items()})
        if into is not None:
            into.append(made)
        return made

    def write(self, into: Any, text: str) -> None:
        """Put words at the end of an element."""
        text = without_controls(text)
        last = into[-1] if len(into) else None
        if last is None:
            into.text = (into.text or "") + text
        else:
            last.tail = (last.tail or "") + text

    def item(
        self, level: int, *, is_numbered: bool, style: str = "1", start: int = 1, key: str = ""
    ) -> Any:
        """A list item at a depth (from 0), in the list that is open there or a new one."""
        while len(self.lists) > level + 1:
            self.lists.pop()
        kind = f"{'ol' if is_numbered else 'ul'} {key}"
        if len(self.lists) == level + 1 and self.lists[-1].get("data-kind") != kind:
            self.lists.pop()
        while len(self.lists) < level + 1:
            around = self.lists[-1] if self.lists else None
            into = self.body if around is None else (around[-1] if len(around) else around)
            tag = "ol" if is_numbered and len(self.lists) == level else "ul"
            made = self.element(tag, into)
            made.set("data-kind", kind)
            if tag == "ol":
                made.set("type", style)
                made.set("start", str(start))
            self.lists.append(made)
        return self.element("li", self.lists[-1])

    def end_lists(self) -> None:
        self.lists.clear()

    def note_mark(self, into: Any, number: str) -> None:
        link = self.element("a", self.element("sup", into), href="#fn")
        link.text = number

    def page(self) -> Page:
        from lesart.feeds.pages.plaintext import plain_text

        self.end_lists()
        for note in self.notes:
            self.body.append(note)
        return plain_text(self.body)


def office_draft(page: Page, facts: dict[str, str], name: str) -> Draft:
    """The article of a document. `facts`: title, author, date, language as its file says."""
    text, blocks = page
    title = facts.get("title", "")
    first = blocks[0] if blocks else None
    if first and first.kind == "heading" and first.span.start == 0:
        heading = clean_line(text[: first.span.end], 300)
        if not title or title.casefold() == heading.casefold() or first.level == 1:
            title = heading
            rest = text[first.span.end :].lstrip("\n")
            gone = len(text) - len(rest)
            if rest:
                text = rest
                blocks = tuple(
                    b._replace(
                        span=b.span._replace(start=b.span.start - gone, end=b.span.end - gone)
                    )
                    for b in blocks
                    if b.span.start >= gone
                )
    return Draft(
        title=clean_line(title, 500) or title_from(text) or clean_line(name, 300),
        text=text,
        blocks=blocks,
        author=facts.get("author", ""),
        language=facts.get("language", "")[:2].lower(),
        published=_day(facts.get("date", "")),
    )


def _day(raw: str) -> Moment | None:
    """The day alone: a clock without a zone is of nowhere."""
    return read_date(raw[:10]) if raw else None


def facts_of(root: Any | None, names: dict[str, str]) -> dict[str, str]:
    """Facts from the elements of these names, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        fact = names.get(local(element))
        if fact and (said := clean_line(words(element), 500)):
            found.setdefault(fact, said)
    return found
