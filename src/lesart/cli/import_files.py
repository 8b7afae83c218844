"""`import`: files, folders and standard input into the library."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from lesart.cli.context import Context


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "import",
        help="import files and folders",
        description="Import articles from text, Markdown and HTML files, and from folders of them; "
        "- reads one article from standard input. The same file twice is stored once; an edited one is a revision of its article, and your notes "
        "are carried across. What `lesart export` "
        "wrote as jsonl or w3c comes back with its notes; answers of Hypothesis's API and W3C "
        "annotations of other programs are put on the article with their address.",
    )
    parser.add_argument("path", nargs="+", help="file, folder, or - for standard input")
    parser.add_argument("--folder", metavar="NAME", help="file them under this folder")
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    parser.set_defaults(handler=import_files)
    samples = subparsers.add_parser(
        "samples",
        help="store the sample articles in the folder Samples",
        description="Store the sample articles that come with Lesart in the folder Samples.",
    )
    samples.add_argument("--json", action="store_true", help="one JSON object a file")
    samples.set_defaults(handler=import_samples)


def import_samples(options: argparse.Namespace, context: Context) -> int:
    from lesart.services.samples import SAMPLES, sample_paths

    options.path, options.folder = sample_paths(), SAMPLES
    status = import_files(options, context)
    context.store.settings.set("samples", "stored")
    return status


def import_files(options: argparse.Namespace, context: Context) -> int:
    import lesart.services.importing.import_files as importing
    from lesart.services import outcomes

    new = known = revised = failed = notes = kept = replaced = 0
    show_progress = context.err is sys.stderr and sys.stderr.isatty()
    for outcome in importing.import_paths(
        options.path,
        context.store,
        now=context.now(),
        folder=options.folder or "",
        stdin=context.stdin,
    ):
        match outcome:
            case outcomes.Imported(name, article_id):
                new += 1
                record: dict[str, Any] = {"name": name, "id": article_id, "status": "new"}
            case outcomes.AlreadyThere(name, article_id):
                known += 1
                record = {"name": name, "id": article_id, "status": "known"}
            case outcomes.Revised(name, article_id):
                revised += 1
                record = {"name": name, "id": article_id, "status": "revised"}
            case outcomes.BroughtBack(name, article_id, is_new, some, stayed, older):
                new, known = new + is_new, known + (not is_new)
                notes, kept, replaced = notes + some, kept + stayed, replaced + older
                status = "new" if is_new else "known"
                record = {"name": name, "id": article_id, "status": status, "notes": some}
            case outcomes.Failed(name, error):
                failed += 1
                record = {"name": name, "status": "failed", "error": str(error)}
                if show_progress:
                    context.err.write("\r\x1b[K")
                context.tell(str(error))
        if options.json:
            context.say_json(record)
        if show_progress:
            context.err.write(f"\r{new + known + revised + failed} files … ")
            context.err.flush()
    if show_progress:
        context.err.write("\r\x1b[K")
    changed = f"{revised} with new words, " if revised else ""
    context.tell(f"{new} imported, {changed}{known} already there, {failed} failed.")
    if notes or kept:
        stayed_words = f"; {kept} were changed here later and stay as they are" if kept else ""
        older_words = f", {replaced} of them in the place of an older version" if replaced else ""
        context.tell(f"{notes} notes came in{older_words}{stayed_words}.")
    return 1 if failed else 0
