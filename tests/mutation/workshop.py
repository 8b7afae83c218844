"""A copy of the project to break things in, and a fresh process for every fault."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_COPIED = ("src", "tests", "seeds", "pyproject.toml", "README.md", "CHANGELOG.md")
_HEAVY = ("pytest", "hypothesis", "pytest_asyncio", "lxml.html", "sqlite_utils", "numpy",
          "babel.numbers", "feedparser", "httpx2", "nh3", "readability")  # fmt: skip
"""What most tests import anyway: read once, and every process begins with it."""
_MEMORY = 8 << 30


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the tests ended."""

    is_caught: bool
    seconds: float
    """Of the processor, not of the clock: the machine may be busy with other things."""
    by: str = ""
    """The test that failed, or what else ended the run."""


class Workshop:
    """A copy of the tree in a temporary folder; what is outside is never written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(
                    source,
                    folder / name,
                    ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
                )
            elif source.exists():
                shutil.copy(source, folder / name)
        (folder / "home").mkdir()
        for name in _HEAVY:
            with contextlib.suppress(ImportError):
                __import__(name)

    def source_of(self, module: str) -> str:
        """The module as it was when the copy was made."""
        return (self.folder / "src" / "lesart" / module).read_text("utf-8")

    def put(self, module: str, source: str) -> None:
        """Give the copy's module these lines, and forget how it was compiled."""
        path = self.folder / "src" / "lesart" / module
        path.write_text(source, "utf-8")
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
            compiled.unlink()

    def run(self, tests: Sequence[str], limit: float) -> Ran:
        """Run the tests until one fails; more than `limit` seconds of the processor are a failure.

        So are twenty times as many of the clock: a fault may make a test wait for ever.
        """
        said = self.folder / "failed"
        said.unlink(missing_ok=True)
        until = time.monotonic() + 20 * limit
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            self._test(tests, said, limit)
        try:
            status, seconds = _wait(child, until)
        except BaseException:
            _end(child)
            raise
        if status is None or status == -signal.SIGXCPU:
            _end(child)
            return Ran(True, limit, "time")
        if status == 0:
            return Ran(False, seconds)
        by = said.read_text("utf-8") if said.exists() else f"exit status {status}"
        return Ran(True, seconds, by)

    def _test(self, tests: Sequence[str], said: Path, limit: float) -> None:
        """In the child: never returns."""
        status = 70
        try:
            os.setsid()
            os.chdir(self.folder)
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 5))
            quiet = os.open(self.folder / "output", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            nothing = os.open(os.devnull, os.O_RDONLY)
            for handle, standard in ((nothing, 0), (quiet, 1), (quiet, 2)):
                os.dup2(handle, standard)
            os.environ["HOME"] = str(self.folder / "home")
            # Programs that the tests start must be broken in the same way.
            os.environ["PYTHONPATH"] = str(self.folder / "src")
            sys.path[:] = [
                str(self.folder / "src"), str(self.folder),
                *(p for p in sys.path if not Path(p or ".").resolve().is_relative_to(ROOT)
                  or "site-packages" in p),
            ]  # fmt: skip
            for name in [name for name in sys.modules if name.split(".")[0] in ("lesart", "tests")]:
                del sys.modules[name]
            status = _pytest(self.folder, tests, said)
        finally:
            os._exit(status)


def _pytest(folder: Path, tests: Sequence[str], said: Path) -> int:
    import pytest

    class First:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                said.write_text(report.nodeid, "utf-8")

    options = ["-x", "-q", "--ff", "--tb=short", "--hypothesis-seed=1", "-m", "slow or not slow",
               f"--rootdir={folder}", f"--basetemp={folder / 'temporary'}"]  # fmt: skip
    return int(pytest.main([*options, "-n0", *tests], plugins=[First()]))


def _wait(child: int, until: float) -> tuple[int | None, float]:
    """How it ended, and the seconds of the processor that it took."""
    while time.monotonic() < until:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
        time.sleep(0.02)
    return None, 0.0


def _end(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


@contextlib.contextmanager
def a_workshop() -> Iterator[Workshop]:
    """A copy that is taken away again, also where somebody ends the measuring."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with tempfile.TemporaryDirectory(prefix="lesart-mutation-") as folder:
            yield Workshop(Path(folder))
    finally:
        signal.signal(signal.SIGTERM, before)
