"""Have a text edited by the editor of the reader's own, in this terminal."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from lesart.model.errors import LesartError
from lesart.text.system_words import reason
from lesart.text.urls import runs_a_shell
from lesart.translations import _

_LARGEST = 1_000_000
_USUAL = ("nano", "vi", "vim", "emacs")


def editor_of(environment: Mapping[str, str]) -> list[str]:
    """What $VISUAL or $EDITOR names, else an editor that is there; raises LesartError without one."""
    wanted = environment.get("VISUAL") or environment.get("EDITOR") or ""
    if wanted:
        try:
            argv = shlex.split(wanted)
        except ValueError:
            argv = []
        if not argv or runs_a_shell(wanted, "\0"):
            raise LesartError(_("$EDITOR names no program that could be started without a shell."))
        return argv
    for name in _USUAL:
        if found := shutil.which(name):
            return [found]
    raise LesartError(_("No editor was found; $VISUAL or $EDITOR names one."))


def edited(text: str, argv: list[str], *, has_terminal: bool = True) -> str:
    """What the text is after the editor was left; raises LesartError where that is not known.

    The file is readable by its owner alone, and gone afterwards.
    """
    handle, name = tempfile.mkstemp(prefix="lesart-note-", suffix=".md")
    path = Path(name)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        status = _run([*argv, name], has_terminal)
        if status != 0:
            raise LesartError(
                _("{argv} ended with {status}; the note is as it was.").format(
                    argv=argv[0], status=status
                )
            )
        data = path.read_bytes()
        if len(data) > _LARGEST:
            raise LesartError(
                _("What was written is longer than a million bytes; the note is as it was.")
            )
        return data.decode("utf-8").removesuffix("\n")
    except OSError as error:
        raise LesartError(
            _("{argv}: {value}; the note is as it was.").format(argv=argv[0], value=reason(error))
        ) from error
    except UnicodeDecodeError as error:
        raise LesartError(_("What was written is not UTF-8; the note is as it was.")) from error
    finally:
        path.unlink(missing_ok=True)


def _run(argv: list[str], has_terminal: bool) -> int:
    """Wait for the editor. ctrl+c and ctrl+\\ are meant for it, not for us.

    Without a terminal one that asks for keys is told at once that none will come.
    """
    if not has_terminal:
        nothing = subprocess.DEVNULL
        return subprocess.run(  # noqa: S603  # as below
            argv, check=False, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        ).returncode
    # A handler of our own, and not SIG_IGN: that one would be inherited.
    former = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)
    }
    try:
        return subprocess.run(argv, check=False).returncode  # noqa: S603  # the reader's own editor
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
