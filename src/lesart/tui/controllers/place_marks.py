"""Places under a letter: put one, and come back to it from anywhere, also another day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from lesart.model.annotation import Anchor
from lesart.model.text import Span
from lesart.text.shorten import shortened
from lesart.translations import _
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.navigation import NavigationController, Place
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.views import View

if TYPE_CHECKING:
    from lesart.model.article import Article
    from lesart.store import Store
    from lesart.tui.controllers.context import Context

_SETTING = "place_marks"
_MOST = 500
_LISTS = ""
"""The scope of places in lists, and of those that count everywhere."""


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A place under a letter, as it is kept in the library."""

    letter: str
    scope: str
    """The number of the article in which a small letter counts; empty: in all lists, or everywhere."""
    article_id: int
    """The article, or the row of the list; 0: there was none."""
    title: str
    query: str = ""
    name: str = ""
    """Of a place in a list: which list."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    """Of a place in a text: the words there, as a note keeps them, and where they began."""

    @property
    def is_in_text(self) -> bool:
        return bool(self.exact)


def read_marks(text: str) -> list[PlaceMark]:
    """What is kept, without what is not understood: the library may come from anywhere."""
    try:
        rows = json.loads(text or "[]")
    except ValueError:
        return []
    marks = []
    for row in rows if isinstance(rows, list) else []:
        try:
            mark = PlaceMark(**row)
        except TypeError:
            continue
        words = (mark.letter, mark.scope, mark.title, mark.query, mark.name, mark.exact, mark.prefix, mark.suffix)  # fmt: skip
        if all(isinstance(w, str) for w in words) and isinstance(mark.start, int):
            if isinstance(mark.article_id, int) and len(mark.letter) == 1:
                marks.append(mark)
    return marks[-_MOST:]


class PlaceMarks(Controller):
    """Letters and the places under them."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        navigation: NavigationController,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading, self._navigation = listing, reading, navigation

    def handlers(self) -> Handlers:
        return {"set_mark": self.do_set_mark, "jump_mark": self.do_jump_mark}

    def argument_handlers(self) -> ArgumentHandlers:
        return {"set_mark": self.put, "jump_mark": self.jump}

    def letters(self) -> Sequence[tuple[str, str]]:
        """The letters that lead somewhere from here, and where."""
        return [(mark.letter, _named(mark)) for mark in self._marks() if self._counts(mark)]

    # ------------------------------------------------------------------ putting

    def do_set_mark(self) -> None:
        key = self.key_of("set_mark").removesuffix("…")
        self.tell(
            _("{key} and a letter puts a place mark; :set_mark a does the same.").format(key=key)
        )

    def put(self, letter: str) -> None:
        """Keep this place under a letter, in the stead of what was under it."""
        if not _is_letter(letter):
            self.tell(_("A place mark is under one letter or digit."))
            return
        mark = self._here(letter)

        def keep(store: Store) -> None:
            with store.transaction():
                marks = read_marks(store.settings.get(_SETTING))
                same = (mark.letter, mark.scope)
                rest = [m for m in marks if (m.letter, m.scope) != same]
                rows = [asdict(m) for m in [*rest, mark][-_MOST:]]
                store.settings.set(_SETTING, json.dumps(rows, ensure_ascii=False))

        if not self.may_write():
            return
        self.write(keep, is_by_words=True)
        jump = self.key_of("jump_mark").replace("…", letter)
        self.tell(
            _("Place mark {letter}: {mark}. {jump} comes back here.").format(
                letter=letter, mark=shortened(_named(mark), 50), jump=jump
            )
        )

    def _here(self, letter: str) -> PlaceMark:
        article, reader = self._reading.article, self._reading.reader
        if self.context.is_reading and article is not None:
            scope = str(article.id) if letter.islower() else _LISTS
            at = (
                reader.cursor
                if reader.view.start <= reader.cursor < reader.view.end
                else reader.position
            )
            return _on_words(letter, scope, article, at)
        view, headline = self._listing.view, self._listing.rows.headline
        return PlaceMark(
            letter, _LISTS, headline.id if headline else 0, headline.title if headline else "",
            view.query, view.name,
        )  # fmt: skip

    # ------------------------------------------------------------------ going there

    def do_jump_mark(self) -> None:
        """Choose among all places that can be gone to."""
        from lesart.tui.screens.dialogs import Choose

        marks = [mark for mark in self._marks() if self._counts(mark)]
        if not marks:
            self.do_set_mark()
            return

        def go(index: int | None) -> None:
            if index is not None:
                self._go(marks[index])

        lines = [f"{mark.letter}  {_named(mark)}" for mark in marks]
        self.app.push_screen(Choose(_("Place marks"), lines), go)

    def jump(self, letter: str) -> None:
        """Go to the place under a letter; one of this article comes first."""
        found = [mark for mark in self._marks() if mark.letter == letter and self._counts(mark)]
        found.sort(key=lambda mark: mark.scope == _LISTS)
        if found:
            self._go(found[0])
        else:
            put = self.key_of("set_mark").replace("…", letter)
            self.tell(
                _("There is no place mark {letter} here; {put} puts one.").format(
                    letter=shortened(letter, 20), put=put
                )
            )

    def _go(self, mark: PlaceMark) -> None:
        if not mark.is_in_text:
            self._navigation.jump_to(
                Place(View(mark.query, mark.name), mark.article_id or None, None)
            )
            return
        article = self.store.articles.get(mark.article_id)
        span = _place_in(article, mark) if article is not None else None
        if article is None or span is None:
            self.tell(
                _("The article of this place is gone: {title}.").format(
                    title=shortened(mark.title, 60)
                )
            )
            return
        if self._reading.article_id == article.id and self.context.is_reading:
            self.context.remember()
            self._reading.reader.jump_to(span)
        else:
            self.context.open_article(article.id, at=span)

    def _marks(self) -> list[PlaceMark]:
        return read_marks(self.store.settings.get(_SETTING))

    def _counts(self, mark: PlaceMark) -> bool:
        is_here = self.context.is_reading and mark.scope == str(self._reading.article_id)
        return is_here or mark.scope == _LISTS


def _is_letter(letter: str) -> bool:
    return len(letter) == 1 and letter.isalnum()


def _named(mark: PlaceMark) -> str:
    if mark.is_in_text:
        return f"{mark.exact} · {mark.title}" if mark.scope == _LISTS else mark.exact
    return f"{mark.name} · {mark.title}" if mark.title else mark.name


def _on_words(letter: str, scope: str, article: Article, at: int) -> PlaceMark:
    """A place in a text is kept by its words, so that it is found when the text is corrected."""
    from lesart.anchor import make_anchor
    from lesart.tui.widgets.motions import next_word, word_at

    text = article.text
    span = word_at(text, min(at, max(0, len(text) - 1)))
    if not text[span.start : span.end].strip():
        span = word_at(text, min(next_word(text, at), max(0, len(text) - 1)))
    anchor = make_anchor(text, span)
    return PlaceMark(
        letter, scope, article.id, article.title, exact=anchor.exact, prefix=anchor.prefix,
        suffix=anchor.suffix, start=anchor.start,
    )  # fmt: skip


def _place_in(article: Article, mark: PlaceMark) -> Span | None:
    """Where the words of the place are now; None where this is another article."""
    from lesart.anchor import resolve

    end = mark.start + len(mark.exact)
    begin = max(0, mark.start - len(mark.prefix))
    if article.text[begin:end] == mark.prefix + mark.exact:
        return Span(mark.start, end)
    anchor = Anchor(mark.exact, mark.prefix, mark.suffix, mark.start, end)
    span = resolve(anchor, article.text).span
    if span is not None or article.title != mark.title:
        return span
    start = max(0, min(mark.start, len(article.text) - 1))
    return Span(start, start + 1)
