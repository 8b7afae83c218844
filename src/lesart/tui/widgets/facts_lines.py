"""What the facts panel says, as lines: figures with what they count, entities by kind, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.entity import Entity, EntityKind
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.model.threads import Thread, threads
from lesart.model.verdict import Ruling
from lesart.text.whole_words import words_naming
from lesart.translations import N_, _, quoted
from lesart.tui.rendering.cells import width_of
from lesart.tui.rendering.glyphs import Glyphs
from lesart.tui.rendering.layout import wrapped
from lesart.tui.rendering.word_joints import column_lines, longest_word

Fact = Figure | Entity | Annotation
Tab = Literal["figures", "entities", "annotations"]
Order = Literal["key", "salience", "position"]
ORDERS: tuple[Order, ...] = ("key", "salience", "position")
"""Key figures first, all by weight, all by place in the text."""

_BY_YOU: dict[Ruling, str] = {
    "confirmed": N_("confirmed by you"),
    "corrected": N_("corrected by you"),
    "rejected": N_("rejected by you"),
}
_KIND_NAMES: dict[EntityKind, str] = {
    "PER": N_("People"),
    "ORG": N_("Organisations"),
    "LOC": N_("Places"),
    "EVENT": N_("Events"),
}
ROLES = {
    "level": N_("a level"), "delta": N_("a change"), "from": N_("where it came from"), "to": N_("where it came to"),
    "share": N_("a share of it"), "limit": N_("a limit"), "price": N_("a price"), "rank": N_("a rank"), "age": N_("an age"),
}  # fmt: skip
"""What a figure says of its subject, in words."""
_LONGEST_DETAIL = 12
WIDEST_VALUE = 14
"""Cells of the column of values."""
_LEAST_ROOM = 8
"""Cells beside a value below which its subject stands under it."""
BELOW = 1
"""Cells by which a subject is moved in that has a word too long for its column."""
_KEY_FIGURES = 5
_DEEPEST = 4
"""Replies to replies are moved in no further than this."""


class FactLine(NamedTuple):
    """One line of the panel; lines without a fact are headings and details."""

    look: Literal["fact", "more", "below", "heading", "detail", "warning"]
    """"more" goes on with the fact above it, in its column; "below" with all of the panel's width."""
    left: str
    right: str = ""
    fact: Fact | None = None
    spans: tuple[Span, ...] = ()
    """Where in the text the fact stands."""
    colour: str = ""


class Facts(NamedTuple):
    """What one article's panel is made from."""

    text: str = ""
    analysis: Analysis | None = None
    annotations: Sequence[Annotation] = ()
    meanings: Mapping[str, str] = {}
    """What the reader calls the colours."""

    def count(self, tab: Tab) -> int:
        """How many facts a tab has."""
        if tab == "annotations":
            return len(self.annotations)
        if self.analysis is None:
            return 0
        return len(self.analysis.figures if tab == "figures" else self.analysis.entities)


def fact_lines(
    facts: Facts, tab: Tab, order: Order, formats: Formats, glyphs: Glyphs, width: int
) -> Iterator[FactLine]:
    """The lines of a tab; what is said in sentences is wrapped to `width`."""
    if tab == "annotations":
        yield from _annotation_lines(facts, glyphs)
        return
    if facts.analysis is None:
        yield FactLine("warning", _("Not analysed yet."))
        return
    if tab == "figures":
        yield from _figure_lines(facts.analysis.figures, order, formats, glyphs, width)
    else:
        yield from _entity_lines(facts.analysis.entities, order, glyphs, width)
        yield from _lines_in_passing(facts.analysis, facts.text)
    note = _one_line(facts.analysis.note)
    for start, end in wrapped(note, 0, len(note), width, width) if note else ():
        yield FactLine("warning", note[start:end].rstrip())


def _verdict(fact: Figure | Entity, glyphs: Glyphs) -> str:
    """The sign of what the reader decided about a fact."""
    signs = {"confirmed": f" {glyphs.confirmed}", "corrected": f" {glyphs.corrected}"}
    return signs.get(fact.verdict, "")


def _figure_lines(
    figures: Sequence[Figure], order: Order, formats: Formats, glyphs: Glyphs, width: int
) -> Iterator[FactLine]:
    """The key figures, the other ones, and the dates as a line of time."""
    if not figures:
        yield FactLine("detail", _("No figures found."))
    values = {f.span: _value(f, formats, glyphs) for f in figures}
    column = column_of(values[f.span] for f in figures if formats.subject(f))
    room = max(6, width - column - 1)
    for heading, part in _figure_groups(figures, order):
        if heading:
            yield FactLine("heading", heading)
        for figure in part:
            value = values[figure.span]
            # A value that stands out of its column leaves its subject the rest of the line.
            first = room - max(0, width_of(value) - column)
            rooms = _Rooms(first, room, max(room, width - BELOW))
            yield from _figure_line(figure, value, formats.subject(figure), rooms)


def column_of(values: Iterable[str]) -> int:
    """How wide the column of values is; the few very long ones stand out of it."""
    return min(WIDEST_VALUE, max(map(width_of, values), default=0))


def _value(figure: Figure, formats: Formats, glyphs: Glyphs) -> str:
    """ "↑ 5 %": which way, how much, and what the reader decided about it."""
    signs = {
        "rise_by": glyphs.rise, "fall_by": glyphs.fall,
        "rise_to": glyphs.rise_to, "fall_to": glyphs.fall_to,
    }  # fmt: skip
    sign = f"{signs[figure.change]} " if figure.change in signs else ""
    return sign + formats.figure(figure) + _verdict(figure, glyphs)


class _Rooms(NamedTuple):
    """Cells for a subject: beside its value, in its column, and below the value."""

    first: int
    column: int
    below: int


def _figure_line(figure: Figure, value: str, subject: str, rooms: _Rooms) -> Iterator[FactLine]:
    """The value and its subject, which goes on below itself and is never cut."""
    subject = _one_line(subject)
    if longest_word(subject) > rooms.column:
        yield FactLine("fact", value, "", figure, (figure.span,))
        for words in column_lines(subject, rooms.below, rooms.below):
            yield FactLine("below", "", words)
        return
    first_word = longest_word(subject.partition(" ")[0])
    if first_word > rooms.first or rooms.first < min(rooms.column, _LEAST_ROOM, width_of(subject)):
        yield FactLine("fact", value, "", figure, (figure.span,))
        parts = column_lines(subject, rooms.column, rooms.column)
    else:
        parts = column_lines(subject, rooms.first, rooms.column)
        yield FactLine("fact", value, next(parts, ""), figure, (figure.span,))
    for words in parts:
        yield FactLine("more", "", words)


def _figure_groups(figures: Sequence[Figure], order: Order) -> Iterator[tuple[str, list[Figure]]]:
    """Headings and figures in the order that the reader asked for."""
    if order != "key":
        yield "", sorted(figures, key=lambda f: _figure_rank(f, order))
        return
    dates = [figure for figure in figures if figure.kind in ("date", "time")]
    amounts = [figure for figure in figures if figure.kind not in ("date", "time")]
    by_weight = sorted(amounts, key=lambda f: _figure_rank(f, "salience"))
    key = by_weight[:_KEY_FIGURES] if len(amounts) > _KEY_FIGURES else []
    if key:
        yield _("Key figures"), key
    chosen = {figure.span for figure in key}
    rest = sorted((f for f in amounts if f.span not in chosen), key=lambda f: f.span)
    if rest:
        yield (_("More figures") if key else ""), rest
    if dates:
        yield _("When"), sorted(dates, key=_moment_rank)


def _moment_rank(figure: Figure) -> tuple[bool, str, Span]:
    """Known days in the order of time; what the text leaves open behind them, as it comes."""
    when = figure.resolved or figure.when
    is_open = not when[:4].isdecimal()
    return is_open, "" if is_open else when, figure.span


def _figure_rank(figure: Figure, order: Order) -> tuple[float, Span]:
    return (-figure.salience if order == "salience" else 0.0, figure.span)


def _entity_lines(
    entities: Sequence[Entity], order: Order, glyphs: Glyphs, width: int
) -> Iterator[FactLine]:
    if not entities:
        yield FactLine("detail", _("No entities found."))
    for kind, name in _KIND_NAMES.items():
        of_kind = [entity for entity in entities if entity.kind == kind and entity.mentions]
        if not of_kind:
            continue
        yield FactLine("heading", _(name), str(len(of_kind)))
        for entity in sorted(of_kind, key=lambda e: _entity_rank(e, order)):
            spans = tuple(mention.span for mention in entity.mentions)
            doubt = "" if entity.is_sure or entity.verdict else " ?"
            shown = entity.name + doubt + _verdict(entity, glyphs)
            count = f"×{numeral(len(spans))}"
            parts = column_lines(shown, max(1, width - len(count) - 1), width - BELOW)
            yield FactLine("fact", next(parts, ""), count, entity, spans)
            yield from (FactLine("below", "", words) for words in parts)


def _lines_in_passing(analysis: Analysis, text: str) -> Iterator[FactLine]:
    """Whom only compounds name, with these: the text's own words for "US" are "US-Präsident"."""
    known = {entity.key for entity in analysis.entities}
    halves = [e for e in analysis.in_passing if e.key not in known and e.mentions]
    if halves:
        yield FactLine("heading", _("Named in passing"), str(len(halves)))
    for entity in halves:
        spans = tuple(mention.span for mention in entity.mentions)
        yield FactLine("fact", entity.name, ", ".join(words_naming(entity, text)), entity, spans)


def _entity_rank(entity: Entity, order: Order) -> tuple[float, Span]:
    first = min(mention.span for mention in entity.mentions)
    return (-entity.salience if order == "salience" else 0.0, first)


def _annotation_lines(facts: Facts, glyphs: Glyphs) -> Iterator[FactLine]:
    annotations = facts.annotations
    if not annotations:
        yield FactLine("detail", _("No notes yet."))
    by_age = sorted(annotations, key=lambda note: (note.created, note.id))
    on_article: list[Thread] = []
    placed: list[Thread] = []
    lost: list[Thread] = []
    for thread in threads(by_age):
        head = thread[0][1]
        part = placed if head.span else on_article if head.anchor is None else lost
        part.append(thread)
    placed.sort(key=lambda thread: _place(thread[0][1]))
    for heading, part in (
        (_("On the article"), on_article),
        ("", placed),
        (_("Lost passages"), lost),
    ):
        if part and heading:
            yield FactLine("heading", heading, str(len(part)))
        for thread in part:
            for depth, note in thread:
                yield _annotation_line(note, depth, facts, glyphs)


def _annotation_line(note: Annotation, depth: int, facts: Facts, glyphs: Glyphs) -> FactLine:
    labels = [facts.meanings.get(note.colour, "")] if not depth else []
    labels += [f"#{tag}" for tag in note.tags]
    title = note.note or (note.anchor.exact if note.anchor else "")
    if note.status == "changed":
        title = f"{glyphs.arrow} {title}"
    if depth:
        title = f"{'  ' * (min(depth, _DEEPEST) - 1)}{glyphs.reply} {title}"
    spans = (note.span,) if note.span else ()
    colour = "" if depth else note.colour
    right = " ".join(label for label in labels if label)
    return FactLine("fact", _one_line(title) if not depth else title, right, note, spans, colour)


def _place(annotation: Annotation) -> Span:
    assert annotation.span is not None
    return annotation.span


def details(fact: Fact, text: str, formats: Formats, width: int) -> Iterator[FactLine]:
    """What more there is to say about a fact, wrapped to `width`."""
    parts = {Figure: _figure_details, Entity: _entity_details, Annotation: _annotation_details}
    for part in parts[type(fact)](fact, text, formats):  # type: ignore[operator]
        lines = list(column_lines(part, width, width))
        if len(lines) > _LONGEST_DETAIL:
            lines[_LONGEST_DETAIL - 1 :] = [f"{lines[_LONGEST_DETAIL - 1]} …"]
        yield from (FactLine("detail", line) for line in lines)


def _figure_details(figure: Figure, text: str, formats: Formats) -> Iterator[str]:
    start, end = figure.sentence
    yield _("in the text: “{words}”").format(words=_one_line(figure.surface))
    if words := formats.qualifier(figure):
        yield _("qualifier: {words}").format(words=words)
    for name, said in (
        (_("change"), formats.change(figure)),
        (_("as"), _(ROLES.get(figure.role, figure.role)) if figure.role else ""),
        (_("the other end"), figure.pair),
        (_("of"), figure.of),
        (_("per"), figure.per),
        (_("against"), figure.against),
        (_("since"), figure.since),
    ):
        if said:
            yield f"{name}: {_one_line(said)}"
    if figure.resolved and figure.resolved != figure.when:
        yield _("date: {date}").format(date=formats.when(figure.resolved) or figure.resolved)
    if figure.verdict:
        yield _(_BY_YOU[figure.verdict])
    if figure.attribution:
        yield _("according to {name}").format(name=_one_line(figure.attribution))
    if start < end:
        yield _one_line(text[start:end])


def _entity_details(entity: Entity, text: str, formats: Formats) -> Iterator[str]:
    names = dict.fromkeys(_one_line(mention.surface) for mention in entity.mentions)
    wholes = list(words_naming(entity, text))
    if not set(wholes) & set(names):
        yield _("only in {words}").format(words=", ".join(map(_one_line, wholes)))
    elif list(names) != [entity.name]:
        yield _("named as {names}").format(names=", ".join(names))
    if entity.verdict:
        yield _(_BY_YOU[entity.verdict])
    elif not entity.is_sure:
        yield _("not sure that this is a name of this kind")


def _annotation_details(annotation: Annotation, text: str, formats: Formats) -> Iterator[str]:
    if annotation.anchor is not None:
        yield quoted(_one_line(annotation.anchor.exact))
    if annotation.note:
        yield _one_line(annotation.note)
    if annotation.status == "orphan":
        yield _("The passage is no longer in the text.")
    if annotation.status == "changed":
        yield _("The passage was changed at its source.")


def _one_line(text: str) -> str:
    return " ".join(text.split())
