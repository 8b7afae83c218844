"""Write files whole or not at all, and never over what somebody else put there."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lesart.model.errors import LesartError, UsageError
from lesart.text.system_words import reason
from lesart.translations import _


def write_whole(
    path: Path, pieces: Iterable[str], *, may_replace: bool = False, errors: str = "replace"
) -> None:
    """Write the text file in one step: it is there complete, or what was there before still is.

    `errors` is for what is no text, as `open` has it: "surrogateescape" gives bytes back as they were.

    Raises UsageError where the file exists and must not be replaced, LesartError where the disk
    or the folder refuses.
    """
    with (
        whole_file(path, may_replace=may_replace) as part,
        part.open("w", encoding="utf-8", errors=errors, newline="\n") as file,
    ):
        file.writelines(pieces)


@contextlib.contextmanager
def whole_file(path: Path, *, may_replace: bool = False) -> Iterator[Path]:
    """An empty file to be filled, readable by its owner alone; at the end it takes the place of `path`.

    Raises as `write_whole` does.
    """
    try:
        _refuse_strange(path, may_replace)
        handle, name = tempfile.mkstemp(prefix=".lesart-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise failed(path, error) from error
    try:
        try:
            yield Path(name)
            os.fsync(handle)
        finally:
            os.close(handle)
        _put(name, path, may_replace)
    except FileExistsError:
        os.unlink(name)
        raise _taken(path) from None
    except OSError as error:
        os.unlink(name)
        raise failed(path, error) from error
    except BaseException:
        os.unlink(name)
        raise


def _put(name: str, path: Path, may_replace: bool) -> None:
    if may_replace:
        if path.exists():  # who else may read it is its owner's choice
            os.chmod(name, stat.S_IMODE(path.lstat().st_mode))
        os.replace(name, path)
        return
    try:
        os.link(name, path)  # fails where somebody made the file meanwhile
        os.unlink(name)
    except FileExistsError:
        raise
    except OSError:  # sticks and shares know no links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.rename(name, path)


def _refuse_strange(path: Path, may_replace: bool) -> None:
    """A link could lead anywhere; a folder or a device is no file of ours."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise UsageError(_("{path} is no regular file; name another one.").format(path=path))
    if not may_replace:
        raise _taken(path)


def _taken(path: Path) -> UsageError:
    return UsageError(
        _("{path} exists already; name another file, or add --force to replace it.").format(
            path=path
        )
    )


def failed(path: Path, error: OSError) -> LesartError:
    return LesartError(
        _("{path} could not be written: {value}.").format(path=path, value=reason(error))
    )
