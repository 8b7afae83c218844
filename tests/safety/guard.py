"""A guard in every Python process of a run: what they open to write, whom they speak to, what they start.

It is put on PYTHONPATH as `sitecustomize`, so that children have it, too. It sees what Python does. What
a library does by itself shows in the listing of the home and, without a network, in the counters of the
network namespace.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LOG = "LESART_TEST_GUARD"

_GUARD = """
import os, sys
out = os.open(os.environ["LESART_TEST_GUARD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
os.set_inheritable(out, False)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
PATHS = {"os.mkdir": 0, "os.rename": 1, "os.remove": 0, "os.symlink": 1, "os.link": 1, "os.truncate": 0,
         "os.rmdir": 0, "os.chmod": 0, "sqlite3.connect": 0, "os.mkfifo": 0}
SPEAKS = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
          "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect"}

def note(kind, what):
    os.write(out, f"{kind}\\t{what}\\n".encode("utf-8", "backslashreplace"))

def whole(path):
    if isinstance(path, int):
        return ""
    path = os.fsdecode(path)
    if path in ("", ":memory:"):  # a database without a file
        return ""
    if path.startswith("file:"):
        path = path[5:].partition("?")[0]
    return os.path.abspath(path)

def look(event, arguments):
    if event == "open":
        path, _, flags = arguments
        if isinstance(flags, int) and flags & WRITES and not isinstance(path, int):
            note("file", whole(path))
    elif event in PATHS:
        note("file", whole(arguments[PATHS[event]]))
    elif event in SPEAKS:
        if event == "socket.getaddrinfo":
            address = arguments[:2]
        elif event in ("socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"):
            address = arguments[:1]
        else:
            address = arguments[1]
        note("socket", f"{event} {address!r}")
    elif event == "subprocess.Popen":
        note("program", os.fsdecode(arguments[0]))
    elif event in ("os.exec", "os.posix_spawn", "os.system"):
        note("program", str(arguments[0]))

sys.addaudithook(look)
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the guard wrote down, each once."""

    files: set[str]
    sockets: set[str]
    programs: set[str]


def set_guard(folder: Path) -> dict[str, str]:
    """Write the guard into `folder`; gives the environment that sets it before every process."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_GUARD)
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(p for p in paths if p), LOG: str(folder / "log")}


def seen(folder: Path) -> Seen:
    found: dict[str, set[str]] = {"file": set(), "socket": set(), "program": set()}
    for line in (folder / "log").read_text("utf-8").splitlines():
        kind, _, what = line.partition("\t")
        if what:
            found[kind].add(what)
    return Seen(found["file"], found["socket"], found["program"])


def listing(folder: Path) -> set[str]:
    """Every file and folder below, by its path from there: native code leaves its traces here, too."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}
