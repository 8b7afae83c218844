"""Entities and what belongs to them as lines of a list, in as many cells as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.services.asking.entity_page import Companion, EntityPage, EntityRow, SaidOf
from lesart.store.tables.annotations import Noted
from lesart.store.tables.entity_line import EntityLine
from lesart.store.tables.same_entities import Naming
from lesart.text.shorten import shortened
from lesart.translations import N_, _, ngettext, quoted
from lesart.tui.rendering.cells import fitted, width_of
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.rendering.sparkline import sparkline
from lesart.tui.widgets.line_list import BLANK, Line, Part, Parts, heading, remark

KINDS = {
    "": N_("all"),
    "PER": N_("people"),
    "LOC": N_("places"),
    "ORG": N_("organisations"),
    "EVENT": N_("events"),
}
"""What the list can be narrowed to."""
ONE = {"PER": N_("person"), "LOC": N_("place"), "ORG": N_("organisation"), "EVENT": N_("event")}
_SHORT = {"PER": N_("person"), "LOC": N_("place"), "ORG": N_("organis."), "EVENT": N_("event")}
_RELATIONS = {"of": N_("of it"), "says": N_("it says"), "beside": ""}
_WIDE, _WIDEST = 72, 110
_SOME = 12
"""So many figures and companions stand on a page before their `more`."""


class Place(NamedTuple):
    """Words of an article: where a line leads."""

    article_id: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How things are written here."""

    formats: Formats
    glyphs: Glyphs
    now: int


def articles_in_words(count: int) -> str:
    """ "1 article", "12 articles"."""
    return ngettext("{count} article", "{count} articles", count).format(count=numeral(count))


def weeks_in_words(count: int) -> str:
    """ "12 weeks"."""
    return ngettext("{count} week", "{count} weeks", count).format(count=numeral(count))


# ------------------------------------------------------------------ the list of entities


def entity_parts(row: EntityRow, width: int, look: Look) -> Parts:
    """An entity: name, kind, articles, weeks, first and last seen."""
    line = row.line
    first, last = (look.formats.short_day(at, look.now) for at in line.seen)
    columns = [
        Part(f" {numeral(line.articles):>6} ", "figure"),
        Part(f" {sparkline(row.weeks, look.glyphs, 12 if width >= _WIDE else 8)} ", "muted"),
    ]
    if width >= _WIDE:
        kinds = ONE if width >= _WIDEST else _SHORT
        kind = fitted(f" {_(kinds.get(line.kind, line.kind))}", _kind_cells(width))
        columns.insert(0, Part(kind, "muted"))
        columns.append(Part(fitted(first, 13, right=True), "muted"))
    columns.append(Part(fitted(last, 13, right=True) + " ", "muted"))
    others = [name for name in line.spellings if name != line.name]
    also = f"  {' · '.join(others)}" if others else ""
    room = max(8, width - sum(len(part.text) for part in columns) - 1)
    name = fitted(line.name, room).rstrip()
    return [
        Part(f" {name}", "strong"),
        Part(fitted(also, room - width_of(name)), "muted"),
        *columns,
    ]


def _kind_cells(width: int) -> int:
    return 14 if width >= _WIDEST else 10


def entity_columns(width: int) -> Parts:
    """What the columns are called."""
    bars = 12 if width >= _WIDE else 8
    names = [(_("articles"), 8), (weeks_in_words(bars), bars + 2)]
    if width >= _WIDE:
        names = [(" " + _("kind"), _kind_cells(width)), *names, (_("first seen"), 13)]
    names.append((_("last seen"), 13))
    room = width - sum(cells for _name, cells in names) - 1
    rest = [Part(fitted(name, cells, right=not name.startswith(" "))) for name, cells in names]
    return [Part(fitted(" " + _("name"), room)), *rest]


def waiting_parts(width: int) -> Parts:
    """A line whose entity is being looked up."""
    return [Part(fitted(" …", width), "muted")]


# ------------------------------------------------------------------ the page of one


def page_lines(page: EntityPage, look: Look, *, is_all: bool) -> list[Line]:
    """The page, part by part; long parts are cut unless `is_all`."""
    parts = (
        _name_lines(page),
        _company_lines(page, is_all),
        _note_lines(page, look),
        _figure_lines(page, look, is_all),
        _article_lines(page, look),
    )
    lines: list[Line] = []
    for part in parts:
        lines += [BLANK] if lines else []
        lines += part
    return lines


def headline_of(line: EntityLine, look: Look) -> str:
    """What stands above the page."""
    seen, last = (look.formats.short_day(at, look.now) for at in line.seen)
    if line.last != line.first:
        seen = _("{day} to {last}").format(day=seen, last=last)
    kind = _(ONE.get(line.kind, line.kind))
    return f"{line.name} · {kind} · {articles_in_words(line.articles)} · {seen}"


def _name_lines(page: EntityPage) -> Iterator[Line]:
    yield heading(_("Names and spellings"))
    for naming in page.names:
        yield Line(_name_parts(naming, len(page.names)), naming)
    names = {naming.entity.name for naming in page.names}
    others = [f"{name} ×{numeral(count)}" for name, count in page.spellings if name not in names]
    if others:
        yield remark(_("also written {names}").format(names=", ".join(others)))


def _name_parts(naming: Naming, of: int) -> Callable[[int], Parts]:
    kind = _(ONE.get(naming.entity.kind, naming.entity.kind))
    says = f"{kind}, {articles_in_words(naming.articles)}"
    return lambda width: [
        Part(f"  {fitted(naming.entity.name, max(10, min(40, width - 34))).rstrip()}", "strong"),
        Part(f"  {says}", "muted"),
    ]


def _company_lines(page: EntityPage, is_all: bool) -> Iterator[Line]:
    yield heading(_("Together with") + _of_read(page))
    shown = page.together if is_all else page.together[:_SOME]
    for companion in shown:
        yield Line(_company_parts(companion), companion)
    if not page.together:
        yield remark(_("No other name stands in these articles."))
    yield from _more(len(page.together) - len(shown))


def _company_parts(companion: Companion) -> Callable[[int], Parts]:
    return lambda width: [
        Part(f"  {numeral(companion.articles):>4}  ", "figure"),
        Part(fitted(companion.name, max(10, width - 24))),
        Part(f" {_(_SHORT.get(companion.kind, companion.kind))}", "muted"),
    ]


def _note_lines(page: EntityPage, look: Look) -> Iterator[Line]:
    yield heading(_("Your notes on it"))
    own, other = page.notes[: page.own_notes], page.notes[page.own_notes :]
    for noted in own:
        yield Line(_note_parts(noted, look), noted)
    if not own:
        yield remark(_("None yet: in an article V marks the sentence, c writes a note on it."))
    if other:
        yield heading(_("Your other notes in these articles"))
        for noted in other:
            yield Line(_note_parts(noted, look), noted)


def _note_parts(noted: Noted, look: Look) -> Callable[[int], Parts]:
    note = noted.annotation
    quote = quoted(shortened(note.anchor.exact, 200)) if note.anchor else _("(the article)")
    words = shortened(note.note, 200)
    return lambda width: [
        Part(f"  {look.glyphs.note} ", "figure"),
        Part(fitted(f"{words}  {quote}" if words else quote, max(10, width * 2 // 3 - 4))),
        Part(fitted(f"  {noted.article_title}", width - max(10, width * 2 // 3 - 4) - 4), "muted"),
    ]


def _figure_lines(page: EntityPage, look: Look, is_all: bool) -> Iterator[Line]:
    yield heading(_("Figures with it") + _of_read(page))
    shown = page.figures if is_all else page.figures[:_SOME]
    for said in shown:
        yield Line(_figure_parts(said, look), said)
    if not page.figures:
        yield remark(_("No sentence that names it has a figure."))
    yield from _more(len(page.figures) - len(shown))


def _figure_parts(said: SaidOf, look: Look) -> Callable[[int], Parts]:
    value, subject = look.formats.figure(said.figure), look.formats.subject(said.figure)
    date = look.formats.short_day(said.headline.published, look.now)

    def parts(width: int) -> Parts:
        taken = [
            Part(fitted(f"  {value}", 16), "figure"),
            Part(fitted(f" {subject}", 26 if width >= 100 else 20)),
            Part(
                fitted(f" {_(_RELATIONS[said.relation]) if _RELATIONS[said.relation] else ''}", 9),
                "good",
            ),
        ]
        end = Part(fitted(date, 13, right=True) + " ", "muted")
        room = width - sum(len(part.text) for part in taken) - len(end.text)
        return [*taken, Part(fitted(f" {said.sentence}", room), "muted"), end]

    return parts


def _article_lines(page: EntityPage, look: Look) -> Iterator[Line]:
    total, shown = page.line.articles, len(page.articles)
    newest = (
        _(" · the newest {shown} of {total}").format(shown=numeral(shown), total=numeral(total))
        if total > shown
        else f" · {numeral(total)}"
    )
    yield heading(_("Articles") + newest)
    months = groupby(page.articles, key=lambda named: _month(named.headline, look))
    for month, some in months:
        members = list(some)
        yield remark(f"{month} · {numeral(len(members))}")
        for named in members:
            place = Place(named.headline.id, named.span)
            yield Line(article_parts(named.headline, look), place)


def article_parts(headline: Headline, look: Look, *, sign: str = "") -> Callable[[int], Parts]:
    """An article as a line: unread or not, day, source, title, how many figures."""

    def parts(width: int) -> Parts:
        unread = " " if headline.is_read else look.glyphs.unread
        figures = f" #{headline.figure_count}" if headline.figure_count else ""
        day = fitted(look.formats.short_day(headline.published, look.now), 13)
        source = fitted(headline.source, 14 if width >= _WIDE else 9)
        room = max(8, width - 5 - len(day) - len(source) - len(figures) - len(sign) - 1)
        return [
            Part(f"  {unread} {day}{source} ", "muted"),
            Part(sign, "alert"),
            Part(fitted(" ".join(headline.title.split()), room), "" if headline.is_read else "strong"),
            Part(figures, "muted"),
        ]  # fmt: skip

    return parts


def _month(headline: Headline, look: Look) -> str:
    if headline.published is None:
        return _("Undated")
    return look.formats.day(Moment(headline.published.seconds, "month"))


def _of_read(page: EntityPage) -> str:
    return (
        ngettext(
            " · in its newest {count} article", " · in its newest {count} articles", page.read
        ).format(count=numeral(page.read))
        if page.line.articles > page.read
        else ""
    )


def _more(count: int) -> Sequence[Line]:
    return (
        [remark(_("{count} more: + shows all").format(count=numeral(count)))] if count > 0 else []
    )
