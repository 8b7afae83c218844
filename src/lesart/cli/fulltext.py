"""`fulltext`: fetch the whole text of articles, read kept pages anew, explain how a page is read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.cli.number_arguments import number
from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.text.system_words import reason
from lesart.text.word_diff import Run
from lesart.translations import N_, _, ngettext

DESCRIPTION = N_("""\
Fetch the pages of these articles and keep their text. Where a page holds no more than the feed gave
(paywall, scripts), the summary stays, and a sentence says so.

  --of QUERY  the articles that answer a query and are not whole yet: what came from a reading list, say
              (--of in:Pocket)
  --again     read the kept pages of these articles (of all, without numbers) anew, by today's rules,
              and show what changed; nothing is fetched. With --dry-run nothing is changed either.
  --back      give these articles the text that they had before their page was fetched; a second --back the
              one before that. Notes keep their places; the page can be fetched again
  --explain   take an address or a saved page, and show which parts of it are kept or dropped, and by
              which rule. Nothing is stored.

Pages that are read wrongly can be given rules of their own, in sites.toml beside the settings:

  ["example.org"]              the host and its subdomains; "example.org/blog" only that part
  article = "div.story"        these elements are the story, and nothing else is
  keep = [".lead"]             never dropped, whatever they are called
  drop = [".quiz", "p.teaser"] never part of the story
  title = "h1"  author = ".by"  date = "time"
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "fulltext",
        help=_("fetch the full text of articles from their pages"),
        description=_(DESCRIPTION),
        formatter_class=Layout,
    )
    parser.add_argument("id", type=number, nargs="*", help=_("numbers as `lesart list` gives them"))
    parser.add_argument("--of", metavar="QUERY", help=_("those of a query that are not whole yet"))
    parser.add_argument("--again", action="store_true", help=_("read kept pages anew"))
    parser.add_argument("--dry-run", action="store_true", help=_("with --again: change nothing"))
    parser.add_argument(
        "--back", action="store_true", help=_("bring back the text before the page's")
    )
    parser.add_argument("--explain", metavar="URL|FILE", help=_("show how a page is read"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object an article"))
    parser.set_defaults(handler=run_full_text)


def run_full_text(options: argparse.Namespace, context: Context) -> int:
    if options.explain:
        return explain_page(options, context)
    if options.back and (options.again or options.of or not options.id):
        raise UsageError(_("--back wants numbers of articles, and nothing else."))
    if options.back:
        return bring_back(options, context)
    if options.again:
        return read_again(options, context)
    if options.dry_run:
        raise UsageError(_("--dry-run is for --again."))
    if options.of:
        options.id += _unfinished(options.of, context)
    elif not options.id:
        raise UsageError(
            _("give the numbers of articles, as `lesart list` shows them, or --of QUERY.")
        )
    return fetch_full_text(options, context)


def _unfinished(query: str, context: Context) -> list[int]:
    """The articles of a query of which only a summary or an address is here."""
    from lesart.cli.articles import understood

    found = context.store.search.ids(understood([f"({query}) -has:fulltext"], context))
    if not found:
        context.tell(_("All articles of this query are whole."))
    return list(found)


def fetch_full_text(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.full_text import complete_all

    failed = 0
    for done in complete_all(context.store, options.id, now=context.now()):
        failed += not done.is_done
        if options.json:
            context.say_json(
                {
                    "id": done.article_id,
                    "ok": done.is_done,
                    "changed": done.is_changed,
                    "error": done.says or None,
                }
            )
        elif not done.is_done:
            context.tell(f"{done.article_id}: {done.says}")
    return 1 if failed else 0


def bring_back(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.former_text import orphans_told, turn

    failed = 0
    for article_id in dict.fromkeys(options.id):
        turned = turn(context.store, article_id, is_back=True, now=context.now())
        failed += turned is None
        error = None if turned else _("No fetched page has taken the place of its text.")
        if options.json:
            context.say_json({"id": article_id, "ok": turned is not None, "error": error})
        elif error:
            context.tell(f"{article_id}: {error}")
        elif turned and turned.orphans:
            context.tell(f"{article_id}: {orphans_told(turned.orphans)}")
    return 1 if failed else 0


# ------------------------------------------------------------------ again


def read_again(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.reread_pages import read_again as reread

    ids = options.id or context.store.articles.ids_with_page()
    changed = failed = 0
    for done in reread(context.store, ids, now=context.now(), is_kept=not options.dry_run):
        failed += bool(done.says)
        changed += bool(done.runs)
        if options.json:
            runs = [{"op": run.op, "text": run.text} for run in done.runs if run.op != "same"]
            context.say_json({"id": done.article_id, "changes": runs, "error": done.says or None})
        elif done.says and options.id:
            context.tell(f"{done.article_id}: {done.says}")
        elif done.runs:
            _say_changes(done.article_id, done.runs, context)
    if not options.json:
        says = (
            ngettext(
                "{changed} of {count} article would change; nothing was stored.",
                "{changed} of {count} articles would change; nothing was stored.",
                len(ids),
            )
            if options.dry_run
            else ngettext(
                "{changed} of {count} article changed.",
                "{changed} of {count} articles changed.",
                len(ids),
            )
        )
        context.tell(says.format(changed=numeral(changed), count=numeral(len(ids))))
    return 1 if failed and options.id else 0


def _say_changes(article_id: int, runs: tuple[Run, ...], context: Context) -> None:
    article = context.store.articles.get(article_id)
    context.say(f"{article_id}  {article.title if article else ''}")
    for run in runs:
        words = " ".join(run.text.split())
        if run.op != "same" and words:
            sign = "-" if run.op == "gone" else "+"
            context.say_as_is(f"  {sign} {words if len(words) <= 300 else words[:299] + '…'}")


# ------------------------------------------------------------------ explain


def explain_page(options: argparse.Namespace, context: Context) -> int:
    from lesart.feeds.pages.fulltext import extract
    from lesart.feeds.pages.tracing import Trace

    html, url = _page(options.explain)
    trace = Trace()
    page = extract(html, url, trace=trace)
    if options.json:
        for step in trace.steps:
            context.say_json(
                {"kept": step.is_kept, "what": step.what, "why": step.why, "words": step.words}
            )
        return 0
    facts = (
        (_("Title"), page.title),
        (_("Author"), page.author),
        (_("Date"), page.day),
        (_("Site"), page.site),
    )
    for name, value in facts:
        context.say(f"{name}: {value}" if value else f"{name}: " + _("(none found)"))
    context.say(
        ngettext(
            "Story: {count} character, chosen by {way}",
            "Story: {count} characters, chosen by {way}",
            len(page.text),
        ).format(count=numeral(len(page.text)), way=trace.chosen_by or _("nothing"))
    )
    if page.state:
        context.say(_(page.state))
    context.say()
    for step in trace.steps:
        sign = "+" if step.is_kept else "-"
        context.say_as_is(f"{sign} {step.what:24} {_(step.why):34} {step.words}")
    return 0 if page.text else 1


def _page(place: str) -> tuple[bytes, str]:
    """A page's bytes and its address, of a file or from the web."""
    if place.lower().startswith(("http://", "https://")):
        from lesart.feeds.http.fetch import Request, fetch_one
        from lesart.services.full_text import ACCEPT_PAGE

        fetched = fetch_one(Request(place, accept=ACCEPT_PAGE))
        return fetched.body, fetched.url
    try:
        return Path(place).read_bytes(), ""
    except OSError as error:
        raise UsageError(f"{place}: {reason(error)}.") from error
