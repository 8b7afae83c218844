"""The page of one entity, as text or as one JSON object."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from lesart.cli.context import Context
from lesart.cli.output import fit, iso
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.model.headline import Headline
from lesart.services.asking.entity_page import EntityPage, NamedIn, SaidOf, entity_page
from lesart.services.links import article_link, figure_link, note_link
from lesart.store.tables.annotations import Noted
from lesart.text.shorten import shortened
from lesart.translations import N_, _, ngettext, quoted

_KINDS = {"PER": N_("person"), "LOC": N_("place"), "ORG": N_("organisation"), "EVENT": N_("event")}
_RELATIONS = {"of": N_("of it"), "says": N_("it says"), "beside": ""}


def print_page(context: Context, found: Sequence[int], options: argparse.Namespace) -> int:
    """The first of the found ones; the others are named."""
    if options.csv:
        raise UsageError(_("A page is text or --json; `lesart entities --named PART --csv` lists."))
    pages = [page for one in found if (page := entity_page(context.store, one, now=context.now()))]
    if not pages:
        raise UsageError(_("No article names it any more."))
    page, others = pages[0], pages[1:]
    formats = Formats(context.config.locale, UTC)
    if options.json:
        context.say_json(_json(page, formats))
    else:
        for line in _text(page, formats, options.limit):
            context.say_as_is(line)
    if others:
        said = ", ".join(
            f"{other.line.name} ({_(_KINDS[other.line.kind])})" for other in others[:5]
        )
        context.tell(_("Also called so: {said}; --type chooses.").format(said=said))
    return 0


def _text(page: EntityPage, formats: Formats, limit: int) -> Iterator[str]:
    line = page.line
    count = ngettext("{count} article", "{count} articles", line.articles).format(
        count=numeral(line.articles)
    )
    yield f"{line.name} · {_(_KINDS.get(line.kind, line.kind))} · {count}"
    yield from ("", _("Names and spellings"))
    for name in page.names:
        yield f"  {fit(name.entity.name, 40)} {numeral(name.articles):>6}  {_(_KINDS[name.entity.kind])}"
    names = {name.entity.name for name in page.names}
    for spelling, articles in page.spellings:
        if spelling not in names:
            yield f"  {fit(spelling, 40)} {numeral(articles):>6}  " + _("as written")
    if page.together:
        yield from ("", _("Together with"))
        for other in page.together:
            yield f"  {fit(other.name, 40)} {numeral(other.articles):>6}  {_(_KINDS[other.kind])}"
    if page.notes:
        yield from ("", _("Your notes"))
        for noted in page.notes:
            note = noted.annotation
            quote = shortened(note.anchor.exact, 80) if note.anchor else _("(the article)")
            yield f"  {quoted(quote)} {shortened(note.note, 80)} – {shortened(noted.article_title, 60)}"
    if page.figures:
        yield from ("", _("Figures with it"))
        for said in page.figures[:limit]:
            value = f"{formats.figure(said.figure)} {formats.subject(said.figure)}".strip()
            yield (
                f"  {said.headline.id:>6} {fit(value, 36)} {fit(_RELATIONS[said.relation] and _(_RELATIONS[said.relation]), 8)}"
                f" {fit(said.sentence, 100)}"
            )
    yield from ("", _("Articles"))
    for named in page.articles[:limit]:
        head = named.headline
        yield (
            f"  {head.id:>6} {fit(formats.day(head.published), 16)} {fit(head.source, 16)}"
            f" {fit(head.title, 90)}"
        )
    if line.articles > limit:
        yield _("  … {count} more (--limit)").format(
            count=numeral(line.articles - min(limit, len(page.articles)))
        )


def _json(page: EntityPage, formats: Formats) -> dict[str, Any]:
    line = page.line
    return {
        "name": line.name,
        "type": line.kind,
        "articles": line.articles,
        "first": iso(line.seen[0]),
        "last": iso(line.seen[1]),
        "names": [
            {"name": n.entity.name, "type": n.entity.kind, "articles": n.articles}
            for n in page.names
        ],
        "spellings": [{"name": name, "articles": count} for name, count in page.spellings],
        "weeks": list(page.weeks),
        "together_with": [
            {"name": o.name, "type": o.kind, "articles": o.articles} for o in page.together
        ],
        "notes": [_note(noted) for noted in page.notes],
        "figures": [_said(said, formats) for said in page.figures],
        "timeline": [_named(named) for named in page.articles],
    }


def _note(noted: Noted) -> dict[str, Any]:
    note = noted.annotation
    return {
        "quote": note.anchor.exact if note.anchor else "",
        "note": note.note,
        "article": note.article_id,
        "title": noted.article_title,
        "link": note_link(note.uid),
    }


def _said(said: SaidOf, formats: Formats) -> dict[str, Any]:
    return {
        "value": formats.figure(said.figure),
        "subject": formats.subject(said.figure),
        "relation": said.relation,
        "sentence": said.sentence,
        **_article(said.headline),
        "link": figure_link(said.headline.id, said.figure.span),
    }


def _named(named: NamedIn) -> dict[str, Any]:
    span = named.span
    return {**_article(named.headline), "at": list(span) if span else None}


def _article(head: Headline) -> dict[str, Any]:
    return {
        "article": head.id,
        "title": head.title,
        "source": head.source,
        "published": iso(head.published) if head.published else None,
        "link": article_link(head.id),
    }
