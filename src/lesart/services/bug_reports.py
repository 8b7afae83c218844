"""What is told and kept when something happened that nobody foresaw: a sentence, and a report of the places.

Values of variables are left out on purpose: among them are articles, notes and passwords.
"""

from __future__ import annotations

import contextlib
import os
import time
import traceback
from pathlib import Path

from lesart.model.errors import LesartError
from lesart.store.file.opening import explanation
from lesart.text.clean import clean_line, clean_text
from lesart.text.system_words import reason
from lesart.text.urls import without_secrets
from lesart.translations import _

SUFFIX = ".bugs.txt"
"""Reports lie beside the library under its name and this, readable by their owner alone."""
_LONGEST = 20_000
_MOST_KEPT = 200_000


class Bug(LesartError):
    """Something nobody foresaw; the sentence says what did not work and where the report lies."""

    exit_status = 4


def unforeseen(error: BaseException, library: Path, what: str) -> LesartError:
    """Turn any error into one fit to show: `what` did not work. A report is kept of what is a bug."""
    if isinstance(error, LesartError):
        return error
    known = explanation(error, library)
    if known is not None:
        return known
    if isinstance(error, OSError) and error.strerror:
        return LesartError(f"{what}: {reason(error)}.")
    return Bug(f"{what}: {keep_report(places_of(error), library, type(error).__name__)}")


def places_of(error: BaseException) -> str:
    """Where an error happened, with its own words."""
    return "".join(traceback.format_exception(error, limit=-30))[-_LONGEST:]


def keep_report(places: str, library: Path, name: str) -> str:
    """Add a report to the file beside the library; gives the sentence that says where it lies."""
    path = library.with_name(library.name + SUFFIX)
    when = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
    words = without_secrets(clean_text(places[-_LONGEST:]))
    sentence = _("a bug in Lesart ({name})").format(name=clean_line(name, 60))
    try:
        _add(path, f"{when}\n{words.rstrip()}\n\n")
    except OSError:
        return _("{sentence}; no report could be written beside the library.").format(
            sentence=sentence
        )
    return _("{sentence}; its report lies in {path}.").format(sentence=sentence, path=path)


def _add(path: Path, words: str) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    with contextlib.suppress(FileNotFoundError):
        if path.lstat().st_size > _MOST_KEPT:
            flags |= os.O_TRUNC  # a bug that comes again and again must not fill the disk
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as out:
        out.write(words)


def last_words(error: BaseException, library: Path) -> str:
    """For stderr after a bug has ended the screen: the places, then a sentence."""
    places = places_of(error)
    kept = keep_report(places, library, type(error).__name__)
    return without_secrets(
        clean_text(
            _(
                "{places}\nlesart: a bug ended the screen ({name}). What was stored is stored, and a "
                "note that was being written is kept as a draft. {upper}{kept}"
            ).format(
                places=places, name=type(error).__name__, upper=kept[:1].upper(), kept=kept[1:]
            )
        )
    )
