"""Notes of other programs: W3C annotations and answers of Hypothesis's API, as values of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from lesart.anchor import make_anchor, resolve
from lesart.model.annotation import Anchor, Annotation
from lesart.model.colours import COLOURS
from lesart.services.exporting.records import Record
from lesart.services.importing.foreign import MOST_NOTE, Foreign
from lesart.text.clean import clean_line, clean_text
from lesart.text.quotation import only_place, quoting

_COLOUR_TAGS = {f"colour:{colour}" for colour in COLOURS}
"""How our own answers in Hypothesis's form tell a colour."""


def of_annotation(item: Record) -> Foreign:
    """A W3C annotation, of whatever program."""
    target = item.get("target")
    target = target[0] if isinstance(target, list) and target else target
    link = target if isinstance(target, str) else _source(target)
    bodies = item.get("body")
    bodies = bodies if isinstance(bodies, list) else [bodies]
    texts = [body for body in bodies if isinstance(body, dict)]
    if isinstance(item.get("bodyValue"), str):  # W3C Web Annotation 3.2.6: words, and nothing else
        texts.append({"value": item["bodyValue"]})
    link = _name(link) if isinstance(link, str) else ""
    is_reply = item.get("motivation") == "replying"
    return _note(
        _name(_line(item, "id", 200)),
        "" if is_reply else link,
        target.get("selector") if isinstance(target, dict) else None,
        "\n\n".join(
            str(body.get("value", "")) for body in texts if body.get("purpose") != "tagging"
        ),
        [str(body.get("value", "")) for body in texts if body.get("purpose") == "tagging"],
        item.get("created"),
        item.get("modified"),
        reply_to=link if is_reply else "",
    )


def of_row(row: Any) -> Foreign:
    """A row of a Hypothesis answer."""
    row = row if isinstance(row, dict) else {}
    targets = row.get("target")
    target = targets[0] if isinstance(targets, list) and targets else {}
    tags, references = row.get("tags"), row.get("references")
    return _note(
        _line(row, "id", 200),
        _line(row, "uri", 4000),
        target.get("selector") if isinstance(target, dict) else None,
        row["text"] if isinstance(row.get("text"), str) else "",
        [str(tag) for tag in tags] if isinstance(tags, list) else [],
        row.get("created"),
        row.get("updated"),
        reply_to=str(references[-1]) if isinstance(references, list) and references else "",
    )


def _name(iri: str) -> str:
    """The uid in a name that we gave; what others named keeps its name."""
    return unquote(iri.removeprefix("urn:uuid:").removeprefix("urn:lesart:note:"))


def _note(
    uid: str,
    link: Any,
    selector: Any,
    note: str,
    tags: list[str],
    created: Any,
    changed: Any,
    reply_to: str,
) -> Foreign:
    selectors = selector if isinstance(selector, list) else [selector]
    quote: Record = {}
    start = 0
    for one in selectors:
        match one:
            case {"type": "TextQuoteSelector", "exact": str()}:
                quote = one
            case {"type": "TextPositionSelector", "start": int(at)} if at >= 0:
                start = at
    return Foreign(
        uid=uid,
        link=clean_line(link, 4000) if isinstance(link, str) else "",
        exact=clean_text(quote.get("exact", ""))[:MOST_NOTE],
        prefix=clean_text(str(quote.get("prefix", "")))[-200:],
        suffix=clean_text(str(quote.get("suffix", "")))[:200],
        start=start,
        note=clean_text(note)[:MOST_NOTE],
        tags=tuple(
            dict.fromkeys(
                tag for tag in (clean_line(tag) for tag in tags) if tag and tag not in _COLOUR_TAGS
            )
        ),
        created=_seconds(created),
        changed=max(_seconds(created), _seconds(changed)),
        colour=next((colour for colour in COLOURS if f"colour:{colour}" in tags), COLOURS[0]),
        reply_to=clean_line(reply_to, 200),
    )


def _source(target: Any) -> str:
    source = target.get("source") if isinstance(target, dict) else None
    source = source.get("id") if isinstance(source, dict) else source
    return source if isinstance(source, str) else ""


def _seconds(moment: Any) -> int:
    try:
        read = datetime.fromisoformat(str(moment))
    except ValueError:
        return 0
    return int((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def put_on(article_id: int, text: str, note: Foreign, now: int) -> Annotation:
    """The note on our text of its page, which is seldom just what the other program saw."""
    made = note.created or now
    annotation = Annotation(
        id=0, uid=note.uid, article_id=article_id, anchor=None, note=note.note, tags=note.tags,
        colour=note.colour, created=made, changed=max(made, note.changed),
    )  # fmt: skip
    end = note.start + len(note.exact)
    anchor = quoting(Anchor(note.exact, note.prefix, note.suffix, note.start, end))
    if anchor is None:
        return annotation
    # Programs that keep highlights seldom keep more than their words.
    if not (note.prefix or note.suffix) and (only := only_place(note.exact, text)) is not None:
        return replace(annotation, anchor=make_anchor(text, only), span=only)
    found = resolve(anchor, text, None)
    if found.span is None:
        return replace(annotation, anchor=anchor, status="orphan", suggestion=found.suggestion)
    return replace(annotation, anchor=make_anchor(text, found.span), span=found.span)


def _line(record: Record, name: str, limit: int) -> str:
    value = record.get(name)
    return clean_line(value, limit) if isinstance(value, str) else ""
