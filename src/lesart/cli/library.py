"""`backup`, `restore` and `doctor`: the library file itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from lesart.cli.context import Context
from lesart.locales.in_sentences import percent
from lesart.model.errors import LibraryError, UsageError
from lesart.store.file.checkpoint import has_wal_reset_fix
from lesart.store.file.opening import sqlite_version
from lesart.text.clean import clean_line
from lesart.translations import _


def register(subparsers: Any) -> None:
    backup = subparsers.add_parser(
        "backup",
        help=_("copy the library to a file, also while it is in use"),
        description=_("Copy the whole library to FILE; it may be in use meanwhile."),
    )
    backup.add_argument("file", help=_("where to; an existing file is never overwritten"))
    backup.set_defaults(handler=back_up)
    restore = subparsers.add_parser(
        "restore",
        help=_("put a backup in the library's place"),
        description=_(
            "Put the backup FILE in the library's place; what stands there is kept beside it."
        ),
    )
    restore.add_argument("file", help=_("a file that `lesart backup` wrote"))
    restore.set_defaults(handler=restore_backup)
    doctor = subparsers.add_parser(
        "doctor",
        help=_("check the library, and repair it"),
        description=_("Check the library: integrity, references, indexes, versions, paths."),
    )
    doctor.add_argument(
        "--repair", action="store_true", help=_("rebuild indexes, save what can be read")
    )
    doctor.set_defaults(handler=check)


def back_up(options: argparse.Namespace, context: Context) -> int:
    target = Path(options.file)
    if target.exists():
        raise UsageError(_("{target} exists already; name another file.").format(target=target))
    is_watched = context.err is sys.stderr and sys.stderr.isatty()

    def told(share: float) -> None:
        if is_watched:
            words = _("{share} copied").format(share=percent(share))
            context.err.write(f"\r\x1b[K{words} … ")
            context.err.flush()

    try:
        context.store.back_up(target, told)
    finally:
        if is_watched:
            context.err.write("\r\x1b[K")
    context.tell(_("The library was copied to {target}.").format(target=target))
    return 0


def restore_backup(options: argparse.Namespace, context: Context) -> int:
    from lesart.store.file.restoring import restore

    kept = restore(context.library, Path(options.file))
    context.tell(_("The library is what {file} holds.").format(file=options.file))
    if kept is not None:
        context.tell(_("The former one was kept as {kept}.").format(kept=kept))
    return 0


def _about_sqlite() -> str:
    if has_wal_reset_fix():
        return _("with the fix for writes lost when its log starts again")
    return _(
        "before 3.51.3, without the fix for writes lost when its log starts again; Lesart folds the "
        "log under a lock of its own, but do not write the library with other programs meanwhile"
    )


def check(options: argparse.Namespace, context: Context) -> int:
    from lesart import __version__
    from lesart.store.file.integrity import check as look
    from lesart.store.file.integrity import repair

    if options.repair:
        for step in repair(context.library):
            context.tell(step)
    context.say(
        _("lesart {version}, SQLite {sqlite_version} ({about_sqlite})").format(
            version=__version__, sqlite_version=sqlite_version(), about_sqlite=_about_sqlite()
        )
    )
    is_broken = False
    for finding in look(context.library):  # each as it is known: a large library takes a while
        sign = _("ok") if finding.is_well else _("BAD")
        context.say_as_is(f"{sign:8} {_(finding.what):20} {clean_line(finding.says)}")
        is_broken |= not finding.is_well
    if is_broken and not options.repair:
        context.tell(_("`lesart doctor --repair` mends this, after a copy."))
    return LibraryError.exit_status if is_broken else 0
