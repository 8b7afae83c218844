"""`digest`: what came in since a day, as Markdown. It only repeats what articles and notes say."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import mistaken
from lesart.cli.stories import bring_up_to_date
from lesart.cli.unseen import tell_of_unseen
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.model.figure import Figure
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.query import Published, Query
from lesart.services.asking.contradictions import Contradiction
from lesart.services.asking.digest import Correction, Digest, DigestStory, digest, rest_in_words
from lesart.services.exporting.markdown_text import escaped
from lesart.services.links import article_link
from lesart.text.clean import clean_line
from lesart.text.urls import without_secrets
from lesart.translations import _, ngettext, quoted


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "digest",
        help=_(
            "articles dated since a day, as Markdown: stories, their figures, what was corrected"
        ),
        description=_(
            "Print as Markdown what the articles dated since a day tell: stories with their key figures and "
            "who gives them, articles corrected since with the numbers that changed, and the names of your notes "
            "and watched queries. It goes by the date of an article, not by the day it came in. Nothing is "
            "generated: every word is an article's or yours."
        ),
    )
    parser.add_argument(
        "query",
        nargs="*",
        help=_("only articles that answer this query, as `lesart list` takes it"),
    )
    parser.add_argument(
        "--since", default="yesterday", metavar="DAY",
        help=_("a day as 2026-11-27, 2026-11, today or yesterday (the default)"),
    )  # fmt: skip
    parser.add_argument(
        "--limit", type=number, default=20, metavar="N", help=_("at most N stories")
    )
    parser.set_defaults(handler=print_digest)


def _articles(count: int) -> str:
    return ngettext("{count} article", "{count} articles", count).format(count=numeral(count))


def print_digest(options: argparse.Namespace, context: Context) -> int:

    if options.limit < 0:
        raise UsageError(_("--limit must not be negative."))
    since = context.parsed(f"after:{options.since}")
    if since.problems or since.is_empty or " " in options.since.strip():
        raise UsageError(
            _(
                "“{since}” is not a day; write 2026-11-27, 2026-11, 2026, today or yesterday."
            ).format(since=options.since)
        )
    words = " ".join([*options.query, f"after:{options.since}"])
    query = context.parsed(words)
    if query.problems:
        raise mistaken(query)
    bring_up_to_date(context)
    tell_of_unseen(context)
    ids = list(context.store.search.ids(query))
    begin = _begin(since, context)
    found = digest(context.store, ids, begin, most=options.limit)
    formats = Formats(context.config.locale, UTC)
    for line in _markdown(found, formats.day(Moment(begin)), formats):
        context.say_as_is(line)
    return 0


def _begin(since: Query, context: Context) -> int:
    """The first second of the day that the query names."""
    for leaf in since.leaves():
        if isinstance(leaf, Published) and leaf.start is not None:
            return leaf.start
    return context.now() - 86_400


def _markdown(found: Digest, since: str, formats: Formats) -> Iterator[str]:
    yield "# " + _("Articles dated since {day}").format(day=escaped(since))
    yield ""
    several = len(found.stories)
    yield ngettext(
        "{articles}, {count} story that several of them tell.",
        "{articles}, {count} stories that several of them tell.",
        several,
    ).format(articles=_articles(found.articles), count=numeral(several))
    if found.stories:
        yield from ("", "## " + _("Stories"))
        for story in found.stories:
            yield from _story(story, formats)
    if found.contradictions:
        yield from ("", "## " + _("Sources contradict each other"), "")
        for one in found.contradictions:
            yield from _contradiction(one, formats)
    if found.single:
        yield from ("", "## " + _("Single articles with figures"))
        for story in found.single:
            yield from _story(story, formats)
    if found.corrections:
        yield from ("", "## " + _("Corrected"), "")
        for correction in found.corrections:
            yield from _correction(correction, formats)
    if found.entities:
        yield from ("", "## " + _("From your notes and watched queries"), "")
        for line in found.entities:
            yield f"- {escaped(line.name)}: {_articles(line.articles)}"
    for words in rest_in_words(found):
        yield from ("", words)


def _contradiction(found: Contradiction, formats: Formats) -> Iterator[str]:
    for sign, side in (("- ", found.one), ("  ≠ ", found.other)):
        sentence = escaped(clean_line(side.sentence))
        yield f"{sign}{_figure(side.figure, formats)} – {_source(side.article)}: {quoted(sentence)}"
    if found.why:
        yield f"  ({escaped(found.why)})"


def _story(story: DigestStory, formats: Formats) -> Iterator[str]:
    line = story.line
    yield from ("", f"### {escaped(clean_line(line.title))}", "")
    copies = (
        ngettext(", {count} of them a copy", ", {count} of them copies", line.copies).format(
            count=numeral(line.copies)
        )
        if line.copies
        else ""
    )
    if line.articles > 1:
        said = escaped(", ".join(clean_line(source) for source in line.sources))
        yield _articles(line.articles) + copies + (f": {said}" if said else "")
        yield ""
    for told in story.figures:
        yield f"- {_figure(told.figure, formats)} – {_source(told.article)}"
    if not story.figures:
        for article in story.articles[:3]:
            yield f"- {_source(article.headline)}"


def _figure(figure: Figure, formats: Formats) -> str:
    said = f"**{escaped(formats.figure(figure))}** {escaped(clean_line(formats.subject(figure)))}"
    who = (
        _(" (says {name})").format(name=escaped(clean_line(figure.attribution)))
        if figure.attribution
        else ""
    )
    return said.strip() + who


def _source(article: Headline) -> str:
    name = escaped(clean_line(without_secrets(article.source) or article.title))
    return f"[{name}]({article_link(article.id)})"


def _correction(correction: Correction, formats: Formats) -> Iterator[str]:
    article = correction.article
    yield f"- [{escaped(clean_line(article.title))}]({article_link(article.id)})"
    for change in correction.figures:
        before, after = formats.figure(change.was), formats.figure(change.now)
        subject = escaped(clean_line(formats.subject(change.now)))
        yield f"  - {escaped(before)} → **{escaped(after)}** {subject}".rstrip()
