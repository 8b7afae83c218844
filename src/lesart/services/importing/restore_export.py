"""Bring back what `export` wrote: articles with their notes, into an empty library or a full one.

Nothing in the library is lost by it. An article that is here keeps its words; a note that is here
is replaced only by one that was changed later. Notes of other programs (W3C annotations, answers of
Hypothesis's API) are put on the article with their address.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lesart.locales.in_sentences import numeral
from lesart.model.annotation import Annotation
from lesart.model.article import Draft
from lesart.model.errors import ImportFailed
from lesart.services.exporting.jsonl import FORMAT, VERSION
from lesart.services.exporting.records import Record
from lesart.services.exporting.selection import key_of
from lesart.services.importing.foreign import Foreign
from lesart.services.importing.foreign_notes import of_annotation, of_row
from lesart.services.importing.items import shown_name
from lesart.services.importing.note_intake import put_notes, tie_replies
from lesart.services.importing.records import BadRecord, keepsake_of
from lesart.services.importing.restore_settings import put_choice, put_feed, put_rule
from lesart.services.outcomes import BroughtBack, Failed
from lesart.store import Store
from lesart.store.tables.article_bundle import Keepsake
from lesart.text.clean import clean_line
from lesart.translations import _, ngettext

SUFFIXES = (".jsonl", ".jsonld", ".json")
LARGEST_LINE = 64 * 1024 * 1024
LARGEST_DOCUMENT = 512 * 1024 * 1024


def bring_back(path: Path, store: Store, *, now: int) -> Iterator[BroughtBack | Failed]:
    """Everything in an exported file; one outcome an article. Raises ImportFailed for the whole."""
    name = shown_name(path)
    try:
        # Asked before it is opened: a pipe or a device would never end, or answer.
        if not path.is_file():
            raise ImportFailed(name, _("this is no regular file."))
        with path.open("rb") as file:
            first = file.readline(LARGEST_LINE)
            if _is_lines(first):
                yield from _lines(file, name, store, now)
                return
            file.seek(0)
            data = file.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        raise ImportFailed(name, (error.strerror or _("it cannot be read")) + ".") from error
    if len(data) > LARGEST_DOCUMENT:
        raise ImportFailed(name, _("the file is too large to be read at once."))
    document = _parsed(data)
    if document is None and _is_annotation(_parsed(first)):
        yield from _annotation_lines(data, name, store, now)
        return
    match document:
        case {"type": "AnnotationCollection"} | {"type": "AnnotationPage"}:
            yield from _collection(document, name, store, now)
        case dict() if _is_annotation(document):
            yield from _foreign([of_annotation(document)], name, store, now)
        case {"rows": [*rows]}:
            yield from _foreign([of_row(row) for row in rows], name, store, now)
        case [*annotations] if annotations and all(map(_is_annotation, annotations)):
            yield from _foreign([of_annotation(one) for one in annotations], name, store, now)
        case _:
            raise ImportFailed(
                name,
                _(
                    "this is JSON that Lesart does not know; it reads its own exports, W3C annotations "
                    "and answers of Hypothesis's API."
                ),
            )


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


# ------------------------------------------------------------------ JSON Lines of our own


def _is_lines(first: bytes) -> bool:
    head = _parsed(first)
    return isinstance(head, dict) and head.get("type") == FORMAT


def _lines(file: Any, name: str, store: Store, now: int) -> Iterator[BroughtBack | Failed]:
    file.seek(0)
    number = 0
    while line := file.readline(LARGEST_LINE):
        number += 1
        place = f"{name}:{number}"
        if not line.strip():
            continue
        is_cut = len(line) == LARGEST_LINE and not line.endswith(b"\n")
        while line and not line.endswith(b"\n") and is_cut:
            line = file.readline(LARGEST_LINE)
        record = None if is_cut else _parsed(line)
        try:
            if is_cut:
                raise BadRecord(_("this line is too long to be an article."))
            if not isinstance(record, dict):
                raise BadRecord(_("this line is no JSON object."))
            outcome = _take_in(record, place, store, now)
        except BadRecord as error:
            outcome = Failed(place, ImportFailed(place, str(error)))
        if outcome:
            yield outcome


def _take_in(record: Record, place: str, store: Store, now: int) -> BroughtBack | Failed | None:
    match record:
        case {"type": "lesart", "version": int(version)}:
            if version > VERSION:
                raise BadRecord(_("a newer Lesart wrote this; what is not known here is left out."))
        case {"type": "article"}:
            return _article(record, place, store, now)
        case {"type": "feed", "url": str(url)}:
            put_feed(record, url, store, now)
        case {"type": "saved_query", "name": str(name), "query": str(query)}:
            known = dict(store.settings.saved_queries())
            if clean_line(name) and clean_line(name) not in known:
                store.settings.save_query(clean_line(name), clean_line(query), now=now)
        case {"type": "watch_word", "query": str(query)} if clean_line(query):
            store.settings.watch(clean_line(query), now=now)
        case {"type": "rule"}:
            put_rule(record, store, now)
        case {"type": "entity_choice"}:
            put_choice(record, store, now)
        case _:
            raise BadRecord(_("this line says nothing that Lesart knows."))
    return None


# ------------------------------------------------------------------ one article with its notes


def _article(
    record: Record, place: str, store: Store, now: int, *, is_anywhere: bool = False
) -> BroughtBack:
    kept, replies = keepsake_of(record)
    feed = store.feeds.by_url(kept.feed_url) if kept.feed_url else None
    with store.transaction(is_durable=True):
        article_id, is_new = store.bundles.put_back(
            kept, feed_id=feed.id if feed else None, is_anywhere=is_anywhere
        )
        if not is_new:
            _catch_up(store, article_id, kept)
        is_as_it_was = is_new or _has_same_words(store, article_id, kept)
        notes, stayed, replaced = _put_notes(store, article_id, kept, is_as_it_was)
        tie_replies(store, replies)
        _put_answers(store, kept)
        _put_verdicts(store, article_id, kept, is_as_it_was)
        if is_new and kept.analysis:
            store.analyses.put(article_id, kept.article.revision, kept.analysis)
        if not is_new:
            _join_status(store, article_id, kept)
    return BroughtBack(place, article_id, is_new, notes, stayed, replaced)


def _catch_up(store: Store, article_id: int, kept: Keepsake) -> None:
    """Where the file knows what came after the text that is here, that text is a revision now."""
    from lesart.services.save_article import keep_text

    here = store.articles.get(article_id)
    present = kept.article
    old = kept.old_texts
    behind = [i for i, one in enumerate(old) if here and one.text == here.text]
    if here is None or not behind or here.text == present.text:
        return
    later = [(one.title, one.text, one.blocks) for one in old[behind[-1] + 1 :]]
    later.append((present.title, present.text, present.blocks))
    came = [one.replaced for one in old[behind[-1] :]]
    for (title, text, blocks), now in zip(later, came, strict=True):
        draft = Draft(
            title, text, blocks, author=present.author, link=here.link, guid=here.guid,
            text_state=present.text_state, is_full_text=present.is_full_text,
            enclosures=present.enclosures,
        )  # fmt: skip
        keep_text(store, article_id, draft, now=now)


def _has_same_words(store: Store, article_id: int, kept: Keepsake) -> bool:
    here = store.articles.get(article_id)
    return bool(here and here.text == kept.article.text and here.revision == kept.article.revision)


def _put_notes(
    store: Store, article_id: int, kept: Keepsake, is_as_it_was: bool
) -> tuple[int, int, int]:
    taken = stayed = replaced = 0
    for note in kept.annotations:
        here = store.annotations.by_uid(note.uid)
        if here and here.changed >= note.changed:
            stayed += here.changed > note.changed
            continue
        taken += 1
        replaced += here is not None
        if here and here.article_id != article_id:
            # It stands on its other copy here already, and stays there: only what it says is newer.
            store.annotations.put(
                replace(
                    here, note=note.note, tags=note.tags, colour=note.colour, changed=note.changed
                )
            )
            continue
        placed = replace(note, article_id=article_id, parent=here.parent if here else None)
        if not is_as_it_was:
            placed = _placed(store, placed, kept)
        store.annotations.put(placed)
    return taken, stayed, replaced


def _placed(store: Store, note: Annotation, kept: Keepsake) -> Annotation:
    """The note on the words that this library has: found by those it was made on."""
    from lesart.anchor import make_anchor, resolve

    article = store.articles.get(note.article_id)
    if note.anchor is None or article is None:
        return replace(note, revision=article.revision if article else 1)
    made_on = {old.number: old.text for old in kept.old_texts}.get(note.revision)
    if note.revision == kept.article.revision:
        made_on = kept.article.text
    found = resolve(note.anchor, article.text, made_on)
    ours = {old.text: old.number for old in store.articles.revisions(article.id)}
    ours[article.text] = article.revision
    if made_on in ours:  # the text it was made on is here too: its anchor stays as it is
        return replace(
            note, span=found.span, status=found.status, suggestion=found.suggestion,
            revision=ours[made_on],
        )  # fmt: skip
    if found.span is None:
        return replace(
            note, span=None, status="orphan", suggestion=found.suggestion, revision=article.revision
        )
    anchor = make_anchor(article.text, found.span)
    return replace(
        note, anchor=anchor, span=found.span, status="ok", suggestion=None,
        revision=article.revision,
    )  # fmt: skip


def _put_answers(store: Store, kept: Keepsake) -> None:
    """Answers of the review on notes that are here; those given here meanwhile stay."""
    here = {note.uid for note in kept.annotations if store.annotations.by_uid(note.uid)}
    store.reviews.put(answer for answer in kept.answers if answer.uid in here)


def _put_verdicts(store: Store, article_id: int, kept: Keepsake, is_as_it_was: bool) -> None:
    here = {(v.thing, v.anchor.start, v.anchor.end): v for v in store.verdicts.of(article_id)}
    if not is_as_it_was:
        return  # what they judge may stand elsewhere, or not at all
    for verdict in kept.verdicts:
        key = (verdict.thing, verdict.anchor.start, verdict.anchor.end)
        if key in here and here[key].made >= verdict.made:
            continue
        store.verdicts.put(replace(verdict, article_id=article_id), now=verdict.made)
        if verdict.span is None:
            gone = [v for v in store.verdicts.of(article_id) if v.anchor == verdict.anchor]
            for one in gone:
                store.verdicts.place(one.id, None)


def _join_status(store: Store, article_id: int, kept: Keepsake) -> None:
    """What was read or starred in either library is; tags of both are its tags."""
    if kept.article.is_read:
        store.articles.set_read([article_id], True)
    if kept.article.is_starred:
        store.articles.set_starred([article_id], True)
    tags = dict.fromkeys([*store.articles.tags(article_id), *kept.article.tags])
    store.articles.set_tags(article_id, tags)


# ------------------------------------------------------------------ W3C


def _is_annotation(value: Any) -> bool:
    """Whether it is a W3C annotation; its `type` may be one of several (JSON-LD)."""
    kind = value.get("type") if isinstance(value, dict) else None
    return kind == "Annotation" or (isinstance(kind, list) and "Annotation" in kind)


def _annotation_lines(
    data: bytes, name: str, store: Store, now: int
) -> Iterator[BroughtBack | Failed]:
    """W3C annotations, one a line; a line that is none is told and the rest goes on."""
    notes = []
    for number, line in enumerate(data.splitlines(), 1):
        value = _parsed(line) if line.strip() else None
        if isinstance(value, dict) and _is_annotation(value):
            notes.append(of_annotation(value))
        elif line.strip():
            place = f"{name}:{number}"
            yield Failed(place, ImportFailed(place, _("this line is no W3C annotation.")))
    yield from _foreign(notes, name, store, now)


def _collection(
    document: Record, name: str, store: Store, now: int
) -> Iterator[BroughtBack | Failed]:
    page = document.get("first", document)
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise ImportFailed(name, _("the collection holds no list of annotations."))
    ours: dict[str, list[Any]] = {}
    foreign = []
    for item in items:
        note = item.get("lesart:note") if isinstance(item, dict) else None
        if isinstance(note, dict) and isinstance(note.get("article"), str):
            ours.setdefault(note["article"], []).append(note)
        elif _is_annotation(item):
            foreign.append(of_annotation(item))
    articles = document.get("lesart:articles")
    for number, record in enumerate(articles if isinstance(articles, list) else [], 1):
        place = _("{name}, article {number}").format(name=name, number=number)
        try:
            if not isinstance(record, dict):
                raise BadRecord(_("this is no object."))
            key = key_of(keepsake_of({**record, "annotations": []})[0].article)
            record = {**record, "annotations": ours.pop(key, [])}
            yield _article(record, place, store, now, is_anywhere=True)
        except BadRecord as error:
            yield Failed(place, ImportFailed(place, str(error)))
    for key, notes in ours.items():
        reason = ngettext(
            "{count} note is on an article ({key}) that is not in it.",
            "{count} notes are on an article ({key}) that is not in it.",
            len(notes),
        ).format(count=numeral(len(notes)), key=clean_line(key, 40))
        yield Failed(name, ImportFailed(name, reason))
    yield from _foreign(foreign, name, store, now)


# ------------------------------------------------------------------ notes of other programs


def _foreign(
    notes: list[Foreign], name: str, store: Store, now: int
) -> Iterator[BroughtBack | Failed]:
    by_uid = {note.uid: note for note in notes if note.uid}
    by_article: dict[int, list[Foreign]] = {}
    nowhere: Counter[str] = Counter()
    for number, note in enumerate(notes, 1):
        # A reply is about a note, and stands where that one does.
        about = by_uid.get(note.reply_to, note)
        article_id = store.bundles.by_link(note.link) or store.bundles.by_link(about.link)
        if not note.uid:
            place = _("{name}, annotation {number}").format(name=name, number=numeral(number))
            yield Failed(place, ImportFailed(place, _("the annotation has no id.")))
        elif article_id is None:
            nowhere[about.link or note.link] += 1
        else:
            by_article.setdefault(article_id, []).append(note)
    for link, count in nowhere.items():
        reason = ngettext(
            "{count} of its notes is on {value}, which is not here; import or add that article, "
            "then import the notes again.",
            "{count} of its notes are on {value}, which is not here; import or add that article, "
            "then import the notes again.",
            count,
        ).format(count=numeral(count), value=link or _("a page without address"))
        yield Failed(name, ImportFailed(name, reason))
    for article_id, some in by_article.items():
        yield _foreign_on(article_id, some, name, store, now)


def _foreign_on(
    article_id: int, notes: list[Foreign], name: str, store: Store, now: int
) -> BroughtBack:
    with store.transaction(is_durable=True):
        came = put_notes(store, article_id, notes, now)
    return BroughtBack(name, article_id, False, *came)
