"""Change notes field by field, against what is stored by then: nothing stale goes back unseen.

A change names, for the fields it is about, what its maker saw and what is wanted. In one transaction
it is compared with what is stored. Who made another change meanwhile keeps it: two texts are both kept,
tags are joined, anything else is left as the other one wants it, and the outcome says so. Every outcome
holds the change that takes it back, so undo and redo are changes like any other.

Compared is what the fields say, not when the note was last changed. A time in whole seconds misses what
happens within one, goes back with the clock, and would call a colour given elsewhere a conflict with a
text. A field that was changed and changed back says what its reader saw: to write over it loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from lesart.model.annotation import Anchor, Annotation
from lesart.model.article import Article
from lesart.model.errors import LesartError
from lesart.model.text import Span
from lesart.store import Store
from lesart.store.tables.article_identity import Whereabouts
from lesart.text.quotation import quoted
from lesart.translations import N_, _

BESIDE = N_("Written here while another screen changed the note above:")
"""How a reply begins that holds the second of two texts."""
CHANGED = N_("It was changed on another screen meanwhile, and stays as it is there.")
DELETED = N_("It was deleted on another screen meanwhile.")
MISSING = N_("This note is no longer in the library.")
BOTH = N_("Another screen changed this note meanwhile: both texts are kept, yours as a reply.")
BOTH_BUT_GONE = N_("It was deleted on another screen meanwhile. What you wrote is kept as a reply.")
BACK = N_("It was deleted on another screen meanwhile; with what you wrote it is back.")
GONE = N_("These words are gone from the text by now: kept without a place; M puts it on others.")
REWORDED = N_("These words were changed in the text meanwhile; the mark stands on the new ones.")


class NotStored(LesartError):
    """The article that was seen is not in the library any more."""


class Pin(NamedTuple):
    """The words a note is on, and the number of the text they were taken from."""

    anchor: Anchor | None
    revision: int


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person may change of a note; None: this one is not meant."""

    note: str | None = None
    colour: str | None = None
    tags: tuple[str, ...] | None = None
    pin: Pin | None = None
    is_deleted: bool | None = None
    parent: str | None = None
    """The uid of the note it is a reply to; empty: of none."""


@dataclass(frozen=True, slots=True)
class NoteChange:
    """From what was seen to what is wanted. What is only in `saw` must still be so."""

    uid: str
    saw: Fields
    wanted: Fields
    is_typed: bool = False
    """A person has just written the text: it is never dropped, whatever happened meanwhile."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change."""

    note: Annotation | None = None
    """The note as it is stored now, deleted or not; None: there is none."""
    says: str = ""
    """What the reader has to know; empty: all went as wanted."""
    inverse: tuple[NoteChange, ...] = ()
    """What takes it back; empty: nothing was changed."""


def fields_of(note: Annotation, *, is_deleted: bool = False) -> Fields:
    """All that a person may change, as it is in `note`."""
    return Fields(note.note, note.colour, note.tags, Pin(note.anchor, note.revision), is_deleted)


def edit(seen: Annotation, wanted: Fields) -> NoteChange:
    """Set the wanted fields of a note that was seen."""
    every = fields_of(seen)
    saw = Fields(**{name: getattr(every, name) for name in _named(wanted)})
    return NoteChange(seen.uid, saw, wanted, is_typed=bool(wanted.note))


def removal(seen: Annotation) -> NoteChange:
    """Delete a note, if it is as it was seen."""
    return NoteChange(seen.uid, fields_of(seen), Fields(is_deleted=True))


# ------------------------------------------------------------------ a note that is stored


def apply(store: Store, change: NoteChange, *, now: int) -> Outcome:
    """Make the change on what is stored; raises nothing when others were quicker, but says so."""
    with store.transaction(is_durable=True):
        found = store.annotations.stored(change.uid)
        if found is None:
            return Outcome(says=_(MISSING))
        note, is_deleted = found
        stored = fields_of(note, is_deleted=is_deleted)
        if change.wanted.parent is not None:
            stored = replace(stored, parent=_uid(store, note.parent))
        wanted, saw = change.wanted, change.saw
        if is_deleted and wanted.is_deleted is None:
            if not change.is_typed:
                return Outcome(note, _(DELETED))
            wanted = replace(wanted, is_deleted=False)
        guards = [name for name in _named(saw) if name not in _named(wanted)]
        if any(getattr(stored, name) != getattr(saw, name) for name in guards):
            return Outcome(note, _(DELETED if is_deleted else CHANGED))
        if change.is_typed and _is_conflict("note", stored, change):
            return _beside(store, note, change, now, _(BOTH_BUT_GONE if is_deleted else BOTH))
        return _set(store, note, stored, replace(change, wanted=wanted), now)


def apply_all(store: Store, changes: tuple[NoteChange, ...], *, now: int) -> Outcome:
    """Several changes as one; what each says is said."""
    with store.transaction(is_durable=True):
        outcomes = [apply(store, change, now=now) for change in changes]
    says = " ".join(dict.fromkeys(one.says for one in outcomes if one.says))
    inverse = tuple(one for outcome in reversed(outcomes) for one in outcome.inverse)
    return Outcome(outcomes[-1].note if outcomes else None, says, inverse)


def _named(fields: Fields) -> list[str]:
    names = ("note", "colour", "tags", "pin", "parent", "is_deleted")
    return [name for name in names if getattr(fields, name) is not None]


def _is_conflict(name: str, stored: Fields, change: NoteChange) -> bool:
    """Somebody else made something else of this field."""
    value = getattr(stored, name)
    return value not in (getattr(change.saw, name), getattr(change.wanted, name))


def _set(store: Store, note: Annotation, stored: Fields, change: NoteChange, now: int) -> Outcome:
    """Set each field that nobody else has changed; leave the others and say so."""
    saw, wanted = change.saw, change.wanted
    new: dict[str, object] = {}
    says = ""
    for name in _named(wanted):
        value = getattr(stored, name)
        if name == "tags":
            value_wanted: object = _joined(stored.tags or (), saw.tags or (), wanted.tags or ())
        elif name != "is_deleted" and _is_conflict(name, stored, change):
            says = _(CHANGED)
            continue
        else:
            value_wanted = getattr(wanted, name)
        if value_wanted != value:
            new[name] = value_wanted
    if not new:
        return Outcome(note, says)
    fields = Fields(**new)  # type: ignore[arg-type]
    says = _write(store, note, fields, now) or says
    if change.wanted.is_deleted is False and change.is_typed:
        says = says or _(BACK)
    found = store.annotations.stored(note.uid)
    assert found is not None
    after = fields_of(found[0], is_deleted=found[1])
    if new.get("parent") is not None:
        after = replace(after, parent=_uid(store, found[0].parent))
    before = Fields(**{name: getattr(stored, name) for name in new})
    # Whoever takes a note away must have seen all of it; else what was set is what must still be so.
    seen = after if before.is_deleted else Fields(**{name: getattr(after, name) for name in new})
    return Outcome(found[0], says, (NoteChange(note.uid, seen, before),))


def _joined(
    stored: tuple[str, ...], saw: tuple[str, ...], wanted: tuple[str, ...]
) -> tuple[str, ...]:
    """What was added and taken away between `saw` and `wanted`, done to what is stored."""
    if stored == saw:
        return wanted
    gone = set(saw) - set(wanted)
    added = [tag for tag in wanted if tag not in saw]
    return tuple(dict.fromkeys((*(tag for tag in stored if tag not in gone), *added)))


def _write(store: Store, note: Annotation, new: Fields, now: int) -> str:
    annotations = store.annotations
    says = ""
    if new.is_deleted is False:
        annotations.restore(note.id)
        # A text that was revised meanwhile may not have taken it along.
        says = place_again(store, note)
    if (new.note, new.colour, new.tags) != (None, None, None):
        annotations.change(note.id, now=now, note=new.note, colour=new.colour, tags=new.tags)
    if new.pin is not None:
        annotations.attach(note.id, new.pin.anchor, revision=new.pin.revision, now=now)
        says = place_again(store, replace(note, anchor=new.pin.anchor, revision=new.pin.revision))
    if new.parent is not None:
        above = annotations.stored(new.parent) if new.parent else None
        annotations.answer(note.id, above[0].id if above else None)
    if new.is_deleted:
        annotations.delete(note.id)
    return says


def _uid(store: Store, annotation_id: int | None) -> str:
    return store.annotations.uid_of(annotation_id) if annotation_id is not None else ""


def _beside(store: Store, note: Annotation, change: NoteChange, now: int, says: str) -> Outcome:
    """Two screens wrote on one note: the second text becomes a reply to the first."""
    tags = [tag for tag in change.wanted.tags or () if tag not in (change.saw.tags or ())]
    reply = store.annotations.add(
        note.article_id, None, now=now, colour=note.colour,
        note=f"{_(BESIDE)}\n\n{change.wanted.note}", tags=tags, parent=note.id,
    )  # fmt: skip
    return Outcome(note, says, (removal(reply),))


def place_again(store: Store, note: Annotation) -> str:
    """Find the note's words in the present text, from the text they were taken from.

    Gives a sentence where they are no longer what they were.
    """
    from lesart import anchor

    text = store.articles.text(note.article_id)
    if note.anchor is None or text is None:
        return ""
    made_on = store.identity.text_of(note.article_id, note.revision)
    found = anchor.resolve(note.anchor, text, made_on)
    store.annotations.place(note.id, found.span, found.status, found.suggestion)
    return {"ok": "", "changed": _(REWORDED), "orphan": _(GONE)}[found.status]


# ------------------------------------------------------------------ words that were selected


def add_note(
    store: Store,
    seen: Article,
    span: Span | None,
    *,
    now: int,
    colour: str = "yellow",
    note: str = "",
    tags: tuple[str, ...] = (),
    answers: Annotation | None = None,
    uid: str = "",
) -> Outcome:
    """Put a new note on words of the article that was `seen`; on the whole of it without a span.

    Raises NotStored where there is no such article any more.
    """
    with store.transaction(is_durable=True):
        there = _there(store, seen)
        pin = _pin(there, seen, span) if span else Pin(None, there.revision)
        parent, says = None, ""
        if answers is not None:
            found = store.annotations.stored(answers.uid)
            parent = found[0].id if found else None
            if found is None:
                says = _(MISSING) + " " + _("The reply stands on the article.")
            elif found[1]:
                says = _("The note it answers was deleted on another screen; the reply is kept.")
        if there.is_deleted:
            says = _("This article was deleted on another screen; what you wrote is kept with it.")
        added = store.annotations.add(
            there.article_id, pin.anchor, now=now, colour=colour, note=note, tags=tags,
            parent=parent, revision=pin.revision, uid=uid,
        )  # fmt: skip
        says = place_again(store, added) or says
        stored = store.annotations.get(added.id)
        assert stored is not None
    return Outcome(stored, says, (removal(stored),))


def move_note(
    store: Store,
    note: Annotation,
    seen: Article,
    span: Span,
    *,
    now: int,
    colour: str | None = None,
) -> Outcome:
    """Put a note on other words of the article that was `seen`: an orphan, or its ends drawn anew."""
    with store.transaction(is_durable=True):
        there = _there(store, seen)
        if there.article_id != note.article_id:
            return Outcome(note, _(MISSING))
        return apply(store, edit(note, Fields(colour=colour, pin=_pin(there, seen, span))), now=now)


def _there(store: Store, seen: Article) -> Whereabouts:
    there = store.identity.whereabouts(seen)
    if there is None:
        raise NotStored(
            _("“{title}” is no longer in the library, or with other words.").format(
                title=seen.title
            )
        )
    return there


def _pin(there: Whereabouts, seen: Article, span: Span) -> Pin:
    """The selected words as a pin that this library can follow."""
    from lesart.anchor import make_anchor, resolve

    anchor = make_anchor(seen.text, quoted(seen.text, span))
    if there.seen_as is not None:
        return Pin(anchor, there.seen_as)
    # The text they were taken from is not here (an older copy was put back): on ours, if it has them.
    found = resolve(anchor, there.text, seen.text)
    if found.status == "ok" and found.span is not None:
        anchor = make_anchor(there.text, found.span)
    return Pin(anchor, there.revision)


def keep_position(store: Store, seen: Article, position: int) -> None:
    """Remember where in the article that was `seen` its reader left off; in another text it is nowhere."""
    with store.transaction():
        there = store.identity.whereabouts(seen)
        if there is not None and there.text == seen.text:
            store.articles.set_position(there.article_id, position)


# ------------------------------------------------------------------ what an article is tagged with


class Tagged(NamedTuple):
    """What was really added and taken away: what others had done already is theirs."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def tag_article(
    store: Store, article_id: int, *, add: tuple[str, ...], take: tuple[str, ...]
) -> Tagged:
    """Add and take away tags of an article; all its other tags stay."""
    with store.transaction(is_durable=True):
        stored = store.articles.tags(article_id)
        known = {tag.casefold() for tag in stored}
        done = Tagged(
            tuple(tag for tag in add if tag.casefold() not in known),
            tuple(tag for tag in take if tag in stored),
        )
        kept = (tag for tag in stored if tag not in done.gone)
        store.articles.set_tags(article_id, (*kept, *done.added))
    return done
