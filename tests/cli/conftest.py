"""The command line as a script meets it: arguments in, stdout, stderr and a status out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from lesart.cli.context import Context
from lesart.cli.main import COMMANDS, run
from lesart.config import Config
from tests.conftest import NOW


@dataclass
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Lesart = Callable[..., Ran]


@pytest.fixture
def lesart(tmp_path: Path) -> Lesart:
    """Run a command on a library of its own: `lesart("list", "--json")`."""

    def call(*arguments: object, stdin: bytes = b"", language: str = "en") -> Ran:
        words = [str(argument) for argument in arguments]
        out, err = io.StringIO(), io.StringIO()
        config = Config(
            library=tmp_path / "library.sqlite",
            locale="en",
            sites=tmp_path / "sites.toml",
            language=language,
        )
        context = Context(config, out, err, io.BytesIO(stdin), lambda: NOW)
        command = words[0] if words and words[0] in COMMANDS else None
        status = run(words, command, context)
        return Ran(status, out.getvalue(), err.getvalue())

    return call
