"""The JSON object of an article back as values, none of them believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar, get_args

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor, AnchorStatus, Annotation
from lesart.model.article import Article
from lesart.model.colours import COLOURS
from lesart.model.enclosure import Enclosure
from lesart.model.entity import Entity, EntityKind, Mention
from lesart.model.figure import Figure, FigureKind, Qualifier
from lesart.model.moment import Moment, Precision
from lesart.model.text import Block, BlockKind, Span
from lesart.model.verdict import Ruling, Verdict
from lesart.services.exporting.records import Record
from lesart.services.importing.foreign import MOST_NOTE
from lesart.store.tables.article_bundle import Keepsake, OldText
from lesart.store.tables.reviews import MOST_GRADE, Answer
from lesart.text.clean import clean_line, clean_text
from lesart.translations import _

T = TypeVar("T")


class BadRecord(ValueError):
    """A record that is not what it should be; the sentence says what is wrong with it."""


def keepsake_of(record: Record) -> tuple[Keepsake, dict[str, str]]:
    """The article of a record, and which note (by uid) replies to which; raises BadRecord.

    Nothing is believed: texts are cleaned, spans are held to the text, unknown words are refused.
    """
    text = _text(record, "text")
    title = clean_line(_text(record, "title"))
    if "text" not in record or not (title or text.strip()):
        raise BadRecord(_("the article has neither title nor text."))
    article = Article(
        id=0,
        title=title,
        text=text,
        blocks=_blocks(record.get("blocks"), text),
        source=_line(record, "source"),
        folder=_line(record, "folder"),
        author=_line(record, "author"),
        link=_line(record, "link", 4000),
        guid=_line(record, "guid", 4000),
        language=_line(record, "language", 20),
        published=_moment(record.get("published")),
        arrived=_integer(record, "arrived"),
        revision=max(1, _integer(record, "revision", 1)),
        revised=None if record.get("revised") is None else _integer(record, "revised"),
        is_read=record.get("is_read") is True,
        is_starred=record.get("is_starred") is True,
        position=min(max(0, _integer(record, "position")), len(text)),
        tags=_tags(record.get("tags")),
        text_state=_line(record, "text_state"),
        is_full_text=record.get("is_full_text") is not False,
        enclosures=tuple(_enclosures(record.get("enclosures"))),
    )
    old_texts = tuple(_old_texts(record.get("old_texts"), article.revision))
    texts = {article.revision: text, **{old.number: old.text for old in old_texts}}
    notes = _list(record.get("annotations"))
    replies = {
        clean_line(str(note["uid"]), 200): clean_line(str(note["reply_to"]), 200)
        for note in notes
        if isinstance(note, dict) and note.get("reply_to")
    }
    kept = Keepsake(
        article=article,
        feed_url=_line(record, "feed", 4000),
        old_texts=old_texts,
        annotations=tuple(_note_of(note, texts, article.revision) for note in notes),
        verdicts=tuple(
            _verdict_of(verdict, texts, text) for verdict in _list(record.get("verdicts"))
        ),
        analysis=_analysis_of(record.get("analysis"), text),
        answers=tuple(_answers_of(record.get("answers"))),
    )
    return kept, replies


def _note_of(record: Any, texts: Mapping[int, str], present: int) -> Annotation:
    """The annotation of a record on one of `texts`; raises BadRecord."""
    text = texts[present]
    if not isinstance(record, dict):
        raise BadRecord(_("an annotation is not an object."))
    uid = clean_line(_text(record, "uid"), 200)
    if not uid:
        raise BadRecord(_("an annotation has no uid."))
    colour = record.get("colour")
    created = _integer(record, "created")
    return Annotation(
        id=0,
        uid=uid,
        article_id=0,
        anchor=_anchor_of(record.get("anchor"), texts.values()),
        colour=colour if colour in COLOURS else COLOURS[0],
        note=clean_text(_text(record, "note"))[:MOST_NOTE],
        tags=_tags(record.get("tags")),
        revision=max(1, _integer(record, "revision", 1)),
        status=_one_of(record.get("status"), get_args(AnchorStatus), "ok"),
        span=_span(record.get("span"), text),
        suggestion=_span(record.get("suggestion"), text),
        created=created,
        changed=_integer(record, "changed", created),
    )


def _anchor_of(value: Any, texts: Iterable[str]) -> Anchor | None:
    """The anchor of `[exact, prefix, suffix, start, end]`; raises BadRecord."""
    if value is None:
        return None
    match value:
        case [str(exact), str(prefix), str(suffix), int(start), int(end)] if (
            0 <= start <= end < 2**53
        ):
            words = prefix + exact + suffix
            # A quote may begin or end within a sign; where it stands in a text of the article it
            # is clean already, and cleaning it by itself would take half of the sign away.
            if any(text.startswith(words, max(0, start - len(prefix))) for text in texts):
                return Anchor(exact, prefix, suffix, start, end)
            return Anchor(clean_text(exact), clean_text(prefix), clean_text(suffix), start, end)
    raise BadRecord(_("an annotation's anchor is not [exact, prefix, suffix, start, end]."))


def _old_texts(value: Any, present: int) -> list[OldText]:
    found = []
    for record in _list(value):
        if not isinstance(record, dict):
            raise BadRecord(_("an older text is not an object."))
        text = _text(record, "text")
        number = _integer(record, "number")
        if 0 < number < present:
            found.append(
                OldText(
                    number,
                    clean_line(_text(record, "title")),
                    text,
                    _blocks(record.get("blocks"), text),
                    _integer(record, "replaced"),
                )
            )
    return found


def _answers_of(value: Any) -> Iterator[Answer]:
    """What was answered in the review; raises BadRecord."""
    for answer in _list(value):
        match answer:
            case [str(uid), int(answered), int(grade), int(due), str(card)] if (
                0 <= grade <= MOST_GRADE and 0 <= answered < 2**53 and 0 <= due < 2**53
            ):
                yield Answer(clean_line(uid, 200), answered, grade, due, clean_line(card, 2000))
            case _:
                raise BadRecord(
                    _("an answer of the review is not [uid, answered, grade, due, card].")
                )


def _verdict_of(record: Any, texts: Mapping[int, str], text: str) -> Verdict:
    if not isinstance(record, dict) or record.get("thing") not in ("figure", "entity"):
        raise BadRecord(_("a verdict is about neither a figure nor a name."))
    anchor = _anchor_of(record.get("anchor"), texts.values())
    correction = record.get("correction")
    if anchor is None or not isinstance(correction, dict):
        raise BadRecord(_("a verdict has no anchor or no correction."))
    return Verdict(
        article_id=0,
        thing=record["thing"],
        anchor=anchor,
        ruling=_one_of(record.get("ruling"), get_args(Ruling), ""),
        correction={clean_line(str(k), 40): clean_line(str(v)) for k, v in correction.items()},
        span=_span(record.get("span"), text),
        made=_integer(record, "made"),
    )


def _analysis_of(record: Any, text: str) -> Analysis | None:
    """The findings; None where anything about them is odd, since an engine can find them again."""
    if not isinstance(record, dict):
        return None
    try:
        return Analysis(
            engine=clean_line(_text(record, "engine"), 100),
            language=clean_line(_text(record, "language"), 20),
            figures=tuple(_figure_of(figure, text) for figure in _list(record.get("figures"))),
            entities=tuple(_entity_of(entity, text) for entity in _list(record.get("entities"))),
            in_passing=tuple(_entity_of(e, text) for e in _list(record.get("in_passing"))),
            note=clean_line(_text(record, "note")),
        )
    except (BadRecord, ValueError, TypeError, KeyError, InvalidOperation):
        return None


def _figure_of(record: Record, text: str) -> Figure:
    values: Record = {}
    for field in fields(Figure):
        value = record[field.name]
        if field.name in ("span", "sentence"):
            values[field.name] = _real_span(value, text)
        elif field.name in ("value", "low", "high"):
            values[field.name] = None if value is None else _decimal(value)
        elif field.name == "salience":
            values[field.name] = _share(value)
        else:
            values[field.name] = clean_line(_string(value))
    span = values["span"]
    _refuse_unless(values["kind"] in get_args(FigureKind))
    _refuse_unless(values["qualifier"] in get_args(Qualifier))
    _refuse_unless(values["verdict"] in get_args(Ruling))
    values["surface"] = text[span.start : span.end]
    return Figure(**values)


def _entity_of(record: Record, text: str) -> Entity:
    mentions = []
    for span, _surface in _list(record["mentions"]):
        place = _real_span(span, text)
        mentions.append(Mention(place, text[place.start : place.end]))
    _refuse_unless(record["kind"] in get_args(EntityKind) and bool(mentions))
    _refuse_unless(record["verdict"] in get_args(Ruling))
    return Entity(
        name=clean_line(_string(record["name"])),
        kind=record["kind"],
        mentions=tuple(mentions),
        key=clean_line(_string(record["key"])),
        salience=_share(record["salience"]),
        is_sure=record["is_sure"] is True,
        verdict=record["verdict"],
    )


# ------------------------------------------------------------------ values from outside


def _refuse_unless(is_right: bool) -> None:
    if not is_right:
        raise BadRecord(_("a finding is not of any known kind."))


def _decimal(value: Any) -> Decimal:
    number = Decimal(_string(value)[:200])
    _refuse_unless(number.is_finite() and abs(number.adjusted()) < 100)
    return number


def _share(value: Any) -> float:
    share = float(value)
    _refuse_unless(0 <= share < 1e6)
    return share


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise BadRecord(_("there is something else where words should be."))
    return value


def _text(record: Record, name: str) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise BadRecord(_("“{name}” is not a text.").format(name=name))
    return clean_text(value)


def _line(record: Record, name: str, limit: int = 1000) -> str:
    return clean_line(_text(record, name), limit)


def _integer(record: Record, name: str, default: int = 0) -> int:
    value = record.get(name, default)
    if type(value) is not int or not -(2**53) < value < 2**53:
        raise BadRecord(_("“{name}” is not a whole number.").format(name=name))
    return value


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadRecord(_("there is something else where a list should be."))
    return value


def _one_of(value: Any, known: tuple[T, ...], default: T) -> T:
    return next((one for one in known if one == value), default)


def _tags(value: Any) -> tuple[str, ...]:
    cleaned = (clean_line(tag) for tag in _list(value) if isinstance(tag, str))
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def _span(value: Any, text: str) -> Span | None:
    try:
        return None if value is None else _real_span(value, text)
    except BadRecord:
        return None


def _real_span(value: Any, text: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end <= len(text):
            return Span(start, end)
    raise BadRecord(_("a place lies outside of the text."))


def _moment(value: Any) -> Moment | None:
    match value:
        case [int(seconds), str(precision)] if precision in get_args(Precision):
            return Moment(int(seconds), precision) if abs(seconds) < 2**40 else None  # type: ignore[arg-type]
    return None


def _blocks(value: Any, text: str) -> tuple[Block, ...]:
    found = []
    for block in _list(value):
        match block:
            case [str(kind), int(start), int(end), int(level), str(target)] if (
                kind in get_args(BlockKind) and abs(level) < 1000 and 0 <= start <= end <= len(text)
            ):
                found.append(Block(kind, Span(start, end), level, clean_line(target, 4000)))  # type: ignore[arg-type]
            case _:
                raise BadRecord(_("a block lies outside of the text or is of no known kind."))
    return tuple(found)


def _enclosures(value: Any) -> list[Enclosure]:
    found = []
    for enclosure in _list(value):
        match enclosure:
            case [str(url), str(kind), int(length)] if abs(length) < 2**53:
                found.append(Enclosure(clean_line(url, 4000), clean_line(kind, 100), length))
    return found
