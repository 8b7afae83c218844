"""`import`: files, folders, mailboxes, archives and standard input into the library."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.locales.in_sentences import numeral, percent
from lesart.model.errors import UsageError
from lesart.translations import N_, _, ngettext

if TYPE_CHECKING:
    from lesart.services.importing.import_files import Wishes
    from lesart.services.importing.read_ahead import ReadAhead
    from lesart.services.outcomes import Outcome


DESCRIPTION = N_("""\
Import what files hold; - reads one from standard input. What a file is, its content says first, then its name.
""")
EPILOG = N_("""\
  articles      text, Markdown, saved web pages (HTML, MHTML, .webarchive, SingleFile, .maff), PDF,
                Word (.docx), OpenDocument (.odt), EPUB (a chapter an article)
  mails         .eml, .emlx and mailboxes (mbox) of any length: newsletters by their HTML part
  collections   folders, zip archives, .gz, WARC
  to be read    lists of Pocket, Instapaper, Readwise, Omnivore, wallabag, Readeck and others (CSV, JSON,
                HTML), bookmarks of browsers, .url and .webloc: what has no words yet is fetched by X
  notes         Kindle's My Clippings.txt, highlights in those lists, W3C annotations, Hypothesis
  ours          what `lesart export` wrote as jsonl or w3c comes back with its notes

What is not read is refused by its name, in one line, and the rest goes on. The same file twice is stored
once; an edited one is a revision of its article, and your notes are carried across. A long file whose
import was stopped goes on where it was.

What you name comes in as unread. What comes by the folder or archive comes in as read, so that old
articles do not hide today's; --unread changes that, but for what the list itself calls read. What tells no
date stands below everything dated.

Columns of tables are known by their names in several languages. Others are named with --columns, by name
or number: --columns title=Headline,text=3. It knows title, link, text, excerpt, author, source, published,
saved, tags, folder, status, archived, starred, note, highlight, colour, language.
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "import",
        help=_("import files, folders, mailboxes, archives, reading lists"),
        description=_(DESCRIPTION),
        epilog=_(EPILOG),
        formatter_class=Layout,
    )
    parser.add_argument("path", nargs="+", help=_("file, folder, or - for standard input"))
    parser.add_argument("--folder", metavar="NAME", help=_("file them under this folder"))
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--unread", action="store_true", help=_("all of it comes in as unread"))
    state.add_argument("--read", action="store_true", help=_("all of it comes in as read"))
    parser.add_argument(
        "--columns", metavar="NAME=COLUMN,…", help=_("which columns of a table hold what")
    )
    parser.add_argument(
        "--delimiter", metavar="SIGN", help=_("what parts the cells of a table (tab: \\t)")
    )
    parser.add_argument("--quote", metavar="SIGN", help=_("what encloses the cells of a table"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object an article"))
    parser.set_defaults(handler=import_files)
    samples = subparsers.add_parser(
        "samples",
        help=_("store the sample articles in the folder Samples"),
        description=_("Store the sample articles that come with Lesart in the folder Samples."),
    )
    samples.add_argument("--json", action="store_true", help=_("one JSON object a file"))
    samples.set_defaults(handler=import_samples)


def import_samples(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.samples import SAMPLES, sample_paths

    options.path, options.folder = sample_paths(), SAMPLES
    options.unread, options.read = True, False
    options.columns = options.delimiter = options.quote = None
    status = import_files(options, context)
    context.store.settings.set("samples", "stored")
    return status


def import_files(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.importing.read_ahead import ReadAhead

    counts = _Counts()
    progress = _Progress(context)
    with ReadAhead(options.path) as files:  # they are read while the library is still opened
        for outcome in _outcomes(files, options, context):
            record = counts.take(outcome)
            if record["status"] == "failed":
                progress.clear()
                context.tell(record["error"])
            elif record["status"] == "resumed":
                progress.clear()
                context.tell(
                    _("{record}: going on where its import was stopped.").format(
                        record=record["name"]
                    )
                )
            if options.json:
                context.say_json(record)
            progress.show(counts, getattr(outcome, "share", 0.0))
    progress.clear()
    for line in counts.lines():
        context.tell(line)
    return 1 if counts.failed else 0


def _outcomes(files: ReadAhead, options: argparse.Namespace, context: Context) -> Iterator[Outcome]:
    from lesart.services.importing.import_files import import_found

    return import_found(
        files, context.store, now=context.now(), stdin=context.stdin, wishes=_wishes(options)
    )


def _wishes(options: argparse.Namespace) -> Wishes:
    from lesart.services.importing.import_files import Wishes
    from lesart.services.importing.items import Options

    delimiter = (options.delimiter or "").replace("\\t", "\t")
    for name, sign in (("--delimiter", delimiter), ("--quote", options.quote or "")):
        if len(sign) > 1 or sign in ("\n", "\r"):
            raise UsageError(_("{name} takes one sign.").format(name=name))
    return Wishes(
        folder=options.folder or "",
        is_read=False if options.unread else True if options.read else None,
        options=Options(_columns(options.columns or ""), delimiter, options.quote or ""),
    )


def _columns(told: str) -> dict[str, str]:
    columns = {}
    for pair in filter(None, told.split(",")):
        name, sign, column = pair.partition("=")
        if not sign or not column.strip():
            raise UsageError(_("--columns is NAME=COLUMN,…; “{pair}” is not.").format(pair=pair))
        columns[name.strip().lower()] = column.strip()
    return columns


@dataclass
class _Counts:
    """What became of everything so far."""

    new: int = 0
    known: int = 0
    revised: int = 0
    failed: int = 0
    notes: int = 0
    kept: int = 0
    replaced: int = 0

    def take(self, outcome: Outcome) -> dict[str, Any]:
        """Count an outcome, and give it as the record that `--json` prints."""
        from lesart.services import outcomes

        match outcome:
            case outcomes.Imported(name, article_id):
                self.new += 1
                return {"name": name, "id": article_id, "status": "new"}
            case outcomes.AlreadyThere(name, article_id):
                self.known += 1
                return {"name": name, "id": article_id, "status": "known"}
            case outcomes.Revised(name, article_id):
                self.revised += 1
                return {"name": name, "id": article_id, "status": "revised"}
            case outcomes.BroughtBack(name, article_id, is_new, some, stayed, older):
                self.new, self.known = self.new + is_new, self.known + (not is_new)
                self.notes, self.kept = self.notes + some, self.kept + stayed
                self.replaced += older
                status = "new" if is_new else "known"
                return {"name": name, "id": article_id, "status": status, "notes": some}
            case outcomes.Resumed(name):
                return {"name": name, "status": "resumed"}
            case outcomes.Failed(name, error):
                self.failed += 1
                return {"name": name, "status": "failed", "error": str(error)}

    @property
    def seen(self) -> int:
        return self.new + self.known + self.revised + self.failed

    def lines(self) -> Iterator[str]:
        changed = (
            _("{revised} with new words, ").format(revised=numeral(self.revised))
            if self.revised
            else ""
        )
        yield _("{new} imported, {changed}{known} already there, {failed} failed.").format(
            new=numeral(self.new),
            changed=changed,
            known=numeral(self.known),
            failed=numeral(self.failed),
        )
        if self.notes or self.kept:
            stayed = (
                ngettext(
                    "; {count} was changed here later and stays as it is",
                    "; {count} were changed here later and stay as they are",
                    self.kept,
                ).format(count=numeral(self.kept))
                if self.kept
                else ""
            )
            older = (
                _(", {replaced} of them in the place of an older version").format(
                    replaced=numeral(self.replaced)
                )
                if self.replaced
                else ""
            )
            notes = ngettext("{count} note", "{count} notes", self.notes).format(
                count=numeral(self.notes)
            )
            yield _("{notes} came in{older}{stayed}.").format(
                notes=notes, older=older, stayed=stayed
            )


class _Progress:
    """The line that counts while a person waits; nothing where nobody watches."""

    def __init__(self, context: Context) -> None:
        self._err = context.err if context.err is sys.stderr and sys.stderr.isatty() else None
        self._last = 0.0

    def show(self, counts: _Counts, share: float) -> None:
        if self._err is None or time.monotonic() - self._last < 0.1:
            return
        self._last = time.monotonic()
        done = _(", {min} of the file").format(min=percent(min(share, 1))) if share else ""
        seen = ngettext("{count} article", "{count} articles", counts.seen)
        self._err.write(f"\r\x1b[K{seen.format(count=numeral(counts.seen))}{done} … ")
        self._err.flush()

    def clear(self) -> None:
        if self._err is not None:
            self._err.write("\r\x1b[K")
