"""`list`, `show` and `search`: what the library holds, for scripts and for plain terminals."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import TYPE_CHECKING, Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.cli.output import (
    analysis_json,
    annotation_json,
    article_json,
    figure_json,
    fit,
    headline_json,
    iso_time,
    mistaken,
    pointed,
    table,
)
from lesart.cli.unseen import tell_of_unseen
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.analysis import Analysis
from lesart.model.errors import UsageError
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.model.snippet import Snippet
from lesart.query import FIGURE_LABELS, Amount, Has, Labelled, Names, Node, Query
from lesart.text.whole_words import words_naming
from lesart.translations import N_, _, quoted

if TYPE_CHECKING:
    from lesart.services.asking.changed_figures import RevisedFigures

QUERY_HELP = N_("""\
A query is made of words (all must be there), "exact phrases", -word to leave out, a OR b,
a NEAR b (close to each other; NEAR/3: at most three words between), and
  title:x author:x note:x tag:x from:feed in:folder lang:de colour:red
  is:unread|read|starred|annotated|new|orphan|reworded|changed   has:note|figure|entity|fulltext|tag
  entity:"Deutsche Bank"   figure>1000   figure:1..5%   figure>1m€   unit:%
  subject:Soldaten   (what a figure measures: inflected, in compounds, in four languages; also counts:)
  of:"Deutsche Bank"   speaker:Merkel   per:Einwohner   (whose it is, who says so, per what)
  role:level|delta|from|to|share|limit|price|rank|age   (what it is to its noun; delta: by how much it changed)
  changed:figure|text   changed:7d   changed:2026-11   (what a correction changed, or when it came)
  after:2026-11-01 before:2026-12 on:today last:7d   ~bank (inside words)   sort:new|old|rank
Conditions on figures that stand side by side are of one figure: subject:Soldaten figure>5000 role:delta.
Brackets part them: (subject:Soldaten) (figure>5000) are two figures of an article.
""")


def register(subparsers: Any) -> None:
    listing = subparsers.add_parser(
        "list",
        help=_("list articles, newest first"),
        description=_("List the articles of the library, newest first."),
        epilog=_(QUERY_HELP),
        formatter_class=Layout,
    )
    listing.add_argument("query", nargs="*", help=_("only articles that answer this query"))
    listing.add_argument("--count", action="store_true", help=_("print only how many there are"))
    _page_options(listing)
    listing.set_defaults(handler=list_articles)

    search = subparsers.add_parser(
        "search",
        help=_("find articles by words, names, numbers, notes"),
        description=_(
            "Search titles, texts and your notes; print each hit with the words around it."
        ),
        epilog=_(QUERY_HELP),
        formatter_class=Layout,
    )
    search.add_argument("query", nargs="+", help=_("what to look for"))
    _page_options(search)
    search.set_defaults(handler=search_articles)

    show = subparsers.add_parser(
        "show",
        help=_("print one article with its figures, names and notes"),
        description=_("Print one article with its key figures, names and your notes."),
    )
    show.add_argument("id", type=number, help=_("the article's number, as `lesart list` gives it"))
    show.add_argument("--json", action="store_true", help=_("everything as one JSON object"))
    show.add_argument("--text", action="store_true", help=_("only the text"))
    show.set_defaults(handler=show_article)


def _page_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=number, metavar="N", help=_("at most N articles"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))


def understood(words: list[str], context: Context) -> Query:
    """The query of a command line. Unlike on the screen, a mistake in it stops the command."""
    text = " ".join(words)
    query = context.parsed(text)
    mistakes = [problem for problem in query.problems if not problem.is_hint]
    if mistakes:
        raise mistaken(query)
    for problem in query.problems:
        context.tell(problem.message)
    for line in pointed(query):
        context.tell_as_is(line)
    return query


def list_articles(options: argparse.Namespace, context: Context) -> int:
    query = understood(options.query, context)
    _tell_what_is_not_analysed(query, context)
    if options.count:
        store = context.store
        context.say(str(store.articles.count() if query.is_empty else store.search.count(query)))
        return 0
    headlines = _found(query, options.limit, context)
    _print(headlines, {}, options.json, context)
    return 0


def search_articles(options: argparse.Namespace, context: Context) -> int:
    query = understood(options.query, context)
    _tell_what_is_not_analysed(query, context)
    headlines = _found(query, options.limit, context)
    snippets = context.store.search.snippets(query, [h.id for h in headlines])
    _print(headlines, snippets, options.json, context)
    if not headlines:
        context.tell(_("Nothing found."))
    return 0


def _tell_what_is_not_analysed(query: Query, context: Context) -> None:
    """Figures and names are found only where somebody has looked for them."""
    if any(_needs_analysis(leaf) for leaf in query.everything()):
        tell_of_unseen(context)


def _needs_analysis(leaf: Node) -> bool:
    match leaf:
        case Amount() | Names() | Has("figure" | "entity" | "changed-figure"):
            return True
        case Labelled(label):
            return label in FIGURE_LABELS
    return False


def _found(query: Query, limit: int | None, context: Context) -> list[Headline]:
    if limit is not None and limit < 0:
        raise UsageError(_("--limit must not be negative."))
    ids = list(context.store.search.ids(query, limit=limit))
    return [headline for headline in context.store.articles.headlines(ids) if headline]


def _print(
    headlines: list[Headline], snippets: dict[int, Snippet], as_json: bool, context: Context
) -> None:
    formats = Formats(context.config.locale, UTC)
    for headline in headlines:
        snippet = snippets.get(headline.id)
        if as_json:
            value = headline_json(headline)
            if snippet:
                value["snippet"] = snippet.text
            context.say_json(value)
            continue
        flags = ("●" if not headline.is_read else " ") + ("★" if headline.is_starred else " ")
        flags += "✎" if headline.note_count else " "
        date = formats.moment(headline.published)
        context.say_as_is(
            f"{headline.id:>6} {flags} {fit(date, 20)} {fit(headline.source, 12)} {fit(headline.title, 200)}"
        )
        if snippet:
            context.say_as_is(" " * 11 + fit(snippet.text, 200))


def show_article(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.analyse import analysis_of
    from lesart.services.asking.changed_figures import revised_figures

    article = context.store.articles.get(options.id)
    if article is None:
        raise UsageError(
            _("There is no article {id}; `lesart list` gives their numbers.").format(id=options.id)
        )
    if options.text:
        context.say_text(article.text)
        return 0
    analysis = analysis_of(context.store, article.id, names=context.config.entities)
    notes = context.store.annotations.of(article.id)
    revised = revised_figures(article, context.store.articles.revisions(article.id))
    if options.json:
        value = article_json(article)
        value["analysis"] = analysis_json(analysis) if analysis else None
        value["revised_figures"] = [_revised_json(one) for one in revised]
        value["annotations"] = [annotation_json(note) for note in notes]
        context.say_json(value)
        return 0
    formats = Formats(context.config.locale, UTC)
    context.say(article.title)
    byline = [article.source, article.author, formats.moment(article.published), article.language]
    context.say(" · ".join(part for part in byline if part))
    if article.link:
        context.say(article.link)
    if article.text_state:
        context.say(_(article.text_state))
        if not article.is_full_text and article.link:
            context.tell(_("`lesart fulltext {id}` fetches its page.").format(id=article.id))
    for one in revised:
        when = formats.moment(Moment(one.replaced))
        for change in one.changes:
            context.say(
                _("Changed {when}: {revised}").format(
                    when=when, revised=formats.revised(change.was, change.now)
                )
            )
    context.say()
    context.say_text(article.text)
    if analysis:
        print_analysis(analysis, article.text, formats, context)
    if notes:
        context.say()
        context.say(_("Notes"))
        for note in notes:
            quote = quoted(note.anchor.exact) if note.anchor else _("(the article)")
            lost = _(" [its words are gone]") if note.status == "orphan" else ""
            context.say_as_is(
                f"  {note.id:>4} {note.colour:7} {fit(quote, 60)} {fit(note.note, 120)}{lost}"
            )
    return 0


def _revised_json(one: RevisedFigures) -> dict[str, Any]:
    return {
        "revision": one.number,
        "replaced": iso_time(one.replaced),
        "changes": [
            {"was": figure_json(change.was), "now": figure_json(change.now)}
            for change in one.changes
        ],
    }


def print_analysis(analysis: Analysis, text: str, formats: Formats, context: Context) -> None:
    """Figures and entities of a text for people, one a line."""
    if analysis.figures:
        context.say()
        context.say(_("Figures"))
        rows = [
            [
                formats.figure(f),
                formats.subject(f),
                formats.change(f),
                f.surface,
                f.kind,
                f.attribution,
            ]
            for f in analysis.figures
        ]
        for line in table(rows, right=(0,)):
            context.say_as_is("  " + line)
    if analysis.entities:
        context.say()
        context.say(_("Entities"))
        rows = [[e.kind, e.name, f"×{numeral(len(e.mentions))}"] for e in analysis.entities]
        for line in table(rows):
            context.say_as_is("  " + line)
    known = {entity.key for entity in analysis.entities}
    halves = [entity for entity in analysis.in_passing if entity.key not in known]
    if halves:
        context.say()
        context.say(_("Named in passing"))
        for line in table([[e.kind, e.name, ", ".join(words_naming(e, text))] for e in halves]):
            context.say_as_is("  " + line)
    if analysis.note:
        context.tell(analysis.note)
