"""`export`: notes and articles out to other programs, or to another library."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from lesart.cli.argparse_words import Layout
from lesart.cli.articles import understood
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.config import at_home
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.services.exporting.export import FORMATS
from lesart.translations import N_, _, ngettext

T = TypeVar("T")

_HELP = N_("""\
formats:
{formats}

`jsonl` and `sqlite` take the articles that answer QUERY, the others the annotations that do (all,
without one).
Without --to, a format of one file goes to standard output; an existing file is kept unless --force.

A Markdown template (--template FILE) is text with ${article}
for an article; after a line `{between}` follows the form of one note, with ${note}.
Files are known again by a comment in them: what you write above or below our part stays, and where
you wrote within it, the new text goes into a file beside yours.
""")


def register(subparsers: Any) -> None:
    from lesart.services.exporting.markdown_text import BETWEEN, PLACEHOLDERS

    parser = subparsers.add_parser(
        "export",
        help=_("write notes and articles for other programs"),
        description=_("Write your notes, with the articles they are on, for other programs."),
        epilog=_(_HELP).format(
            formats="\n".join(f"  {name:11} {_(row.says)}" for name, row in FORMATS.items()),
            between=BETWEEN,
            article=" $".join(PLACEHOLDERS["article"]),
            note=" $".join(PLACEHOLDERS["note"]),
        ),
        formatter_class=Layout,
    )
    parser.add_argument("query", nargs="*", help=_("only what answers this query"))
    parser.add_argument(
        "--format",
        "-f",
        choices=tuple(FORMATS),
        default="markdown",
        metavar="FORMAT",
        help=_("one of those below; without it markdown"),
    )
    parser.add_argument("--article", type=number, metavar="ID", help=_("only this article"))
    parser.add_argument(
        "--to", "-o", metavar="PATH", help=_("the file, or the folder for Markdown")
    )
    parser.add_argument("--template", metavar="FILE", help=_("how a Markdown file looks"))
    parser.add_argument(
        "--with-text",
        action="store_true",
        help=_("Markdown: the whole article, its marks in place"),
    )
    parser.add_argument(
        "--each", action="store_true", help=_("Markdown: one file a mark, with its replies")
    )
    parser.add_argument("--force", action="store_true", help=_("replace an existing file"))
    parser.set_defaults(handler=export)


def export(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.exporting.export import pieces
    from lesart.services.exporting.safe_files import write_whole

    query = understood(options.query, context)
    if options.article is not None and context.store.articles.get(options.article) is None:
        raise UsageError(
            _("There is no article {article}; `lesart list` shows the numbers.").format(
                article=options.article
            )
        )
    if options.format == "markdown":
        return _export_markdown(options, context)
    if options.template or options.with_text or options.each:
        raise UsageError(_("--template, --with-text and --each are for --format markdown."))
    if options.format == "sqlite":
        return _export_sqlite(options, context)
    is_whole = not options.query and options.article is None
    made = pieces(
        context.store, options.format, query, is_whole=is_whole, article_id=options.article
    )
    if not options.to or options.to == "-":
        for piece in made:
            context.say_piece(piece)
        return 0
    path = at_home(options.to)
    write_whole(path, _counted(made, context), may_replace=options.force)
    context.tell(_("Written to {path}.").format(path=path))
    return 0


def _export_sqlite(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.exporting.sqlite_file import write

    if not options.to or options.to == "-":
        raise UsageError(_("An SQLite file is no text: add --to FILE."))
    path = at_home(options.to)
    query = understood(options.query, context)
    ids = sorted(context.store.search.ids(query))
    if options.article is not None:
        ids = [options.article]
    count = 0
    for count in write(context.store, path, ids, may_replace=options.force):
        if context.err is sys.stderr and sys.stderr.isatty():
            says = _("{count} of {total} articles … ")
            context.err.write("\r" + says.format(count=numeral(count), total=numeral(len(ids))))
            context.err.flush()
    context.tell(
        ngettext(
            "{count} article was written to {path}.",
            "{count} articles were written to {path}.",
            count,
        ).format(count=numeral(count), path=path)
    )
    return 0


def _counted(pieces: Iterable[T], context: Context) -> Iterator[T]:
    """The pieces, with a count of them on the terminal while they are made."""
    is_shown = context.err is sys.stderr and sys.stderr.isatty()
    for count, piece in enumerate(pieces, 1):
        yield piece
        if is_shown and count % 100 == 0:
            context.err.write(f"\r{numeral(count)} … ")
            context.err.flush()
    if is_shown:
        context.err.write("\r\x1b[K")


def _export_markdown(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.exporting.markdown import write
    from lesart.services.exporting.markdown_text import template_of
    from lesart.services.exporting.selection import annotated

    if not options.to:
        raise UsageError(_("Markdown goes into a folder: add --to FOLDER."))
    folder = at_home(options.to)
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{folder} is no folder; Markdown goes into one.").format(folder=folder))
    if options.template and options.with_text:
        raise UsageError(
            _("A template has $marked in it where the article with its marks is to stand.")
        )
    template = at_home(options.template) if options.template else None
    forms = template_of(template, with_text=options.with_text)
    counts: Counter[str] = Counter()
    chosen = annotated(context.store, understood(options.query, context), options.article)
    for written in _counted(write(folder, chosen, forms, is_each=options.each), context):
        counts[written.became] += 1
        if written.became == "beside":
            context.tell(
                _("You wrote within our part of a file: the new text is in {path}.").format(
                    path=written.path
                )
            )
    context.tell(
        _(
            "{new} new, {changed} changed, {same} as they were, {beside} put beside yours, in "
            "{folder}."
        ).format(
            new=numeral(counts["new"]),
            changed=numeral(counts["changed"]),
            same=numeral(counts["same"]),
            beside=numeral(counts["beside"]),
            folder=folder,
        )
    )
    return 0
