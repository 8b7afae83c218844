"""Import, read, annotate, search, analyse, export: nobody is asked, and nothing is written elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.feeds.site import Site, site
from tests.safety.guard import listing, seen, set_guard
from tests.safety.terminal import Program

__all__ = ["site"]

PAGE = (
    "<p>The storm left many homes dark, and crews worked through the night to mend the lines.</p>"
)
OURS = {".local", ".local/share", ".local/share/lesart"}
PROBE = "socket.bind ('::1', 0)"
"""htmldate's urllib3 tries at its import whether this machine knows IPv6: it binds, and sends nothing."""
MARKS_OF_A_BUILD_SERVER = ("CI", "GITHUB_ACTIONS", "TF_BUILD")
"""With these the encoder's runtime is silent by itself, and the test would see nothing."""


def a_run(folder: Path, *command: str) -> dict[str, str]:
    """A fresh home and the environment of one run; the real encoder is at work in it."""
    for name in ("home", "temp", "work"):
        (folder / name).mkdir()
    guard = set_guard(folder / "guard")
    return {
        "HOME": str(folder / "home"), "TMPDIR": str(folder / "temp"), "PYTHONDONTWRITEBYTECODE": "1",
        "BROWSER": "true %s", "LESART_DB": "", "LESART_CONFIG": "", "XDG_DATA_HOME": "",
        "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "http_proxy": "", "https_proxy": "",
        "ORT_DISABLE_TELEMETRY": "0", **guard,
    }  # fmt: skip


def run(command: list[str], environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MARKS_OF_A_BUILD_SERVER:
        monkeypatch.delenv(name, raising=False)
    with Program(command, **environment) as program:
        assert program.end(240) == 0, bytes(program.written)[-2000:]


def foreign(paths: set[str], folder: Path) -> list[str]:
    allowed = [
        str(folder / "work"),
        str(folder / "home/.local/share/lesart"),
        "/dev/",
        "/proc/self/",
    ]
    parents = {str(folder / "home" / name) for name in OURS} | {str(folder / "home")}
    return sorted(p for p in paths if p not in parents and not p.startswith(tuple(allowed)))


def left_behind(folder: Path) -> list[str]:
    found = {f"home/{p}" for p in listing(folder / "home") if p not in OURS}
    found |= {f"temp/{p}" for p in listing(folder / "temp")}
    return sorted(p for p in found if not p.startswith("home/.local/share/lesart/library.sqlite"))


def test_only_the_addresses_asked_for_are_spoken_to_and_only_our_folders_written(
    tmp_path, site: Site, monkeypatch
):
    link = site.put("/storm", f"<html><body><article>{PAGE * 8}</article></body></html>")
    feed = site.put(
        "/feed",
        "<rss version='2.0'><channel><title>Daily</title><item><guid>a</guid><title>Storm</title>"
        f"<link>{link}</link><description>A storm. &lt;img src='http://203.0.113.9/x.png'&gt;"
        "</description></item></channel></rss>",
    )
    environment = a_run(tmp_path)
    command = [sys.executable, "-m", "tests.safety.everything", str(tmp_path / "work"), feed]
    run(command, environment, monkeypatch)
    found = seen(tmp_path / "guard")
    host, port = site.server_address[:2]
    wanted = repr((host, port))
    others = [s for s in found.sockets - {PROBE} if not s.startswith(f"socket.connect {wanted}")]
    assert [s for s in others if not s.startswith("socket.getaddrinfo ('127.0.0.1'")] == []
    assert found.sockets
    assert foreign(found.files, tmp_path) == []
    assert left_behind(tmp_path) == []
    assert {Path(p).name for p in found.programs} <= {Path(sys.executable).name, "python", "true"}
    # The pages were asked for, each by a command of its own; nothing else was.
    asked = {head.split(" ")[1] for head in site.requests}
    assert asked == {"/feed", "/storm"}


def can_leave_the_network() -> bool:
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    probe = ["unshare", "-rn", "sh", "-c", "ip link set lo up && test -r /proc/net/snmp"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def counted(text: str) -> dict[str, int]:
    """What the kernel counted of packets and connections that somebody wanted to send or open."""
    found: dict[str, int] = {}
    lines = [line.split() for line in text.splitlines()]
    for names, values in pairwise(lines):
        if len(names) > 2 and names[0] == values[0] and names[1].isalpha() and values[1].isdigit():
            found |= {names[0] + n: int(v) for n, v in zip(names[1:], values[1:], strict=True)}
    found |= {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}
    wanted = ("Ip:OutRequests", "Ip:OutNoRoutes", "Tcp:ActiveOpens", "Udp:OutDatagrams",
              "Ip6OutNoRoutes", "Udp6OutDatagrams")  # fmt: skip
    return {name: found[name] for name in wanted if name in found}


@pytest.mark.slow  # all of it once more, below Python; files and Python's sockets are seen above
@pytest.mark.skipif(not can_leave_the_network(), reason="no network namespace may be made here")
def test_without_a_network_no_library_below_python_tries_to_reach_one(tmp_path, monkeypatch):
    environment = a_run(tmp_path)
    work = f"{sys.executable} -m tests.safety.everything {tmp_path / 'work'}"
    run(["unshare", "-rn", "sh", "-c", f"ip link set lo up && {work}"], environment, monkeypatch)
    numbers = counted((tmp_path / "work" / "counted").read_text())
    assert numbers["Tcp:ActiveOpens"] == 0
    assert set(numbers.values()) == {0}, numbers
    assert seen(tmp_path / "guard").sockets <= {PROBE}
    assert foreign(seen(tmp_path / "guard").files, tmp_path) == []
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(not can_leave_the_network(), reason="no network namespace may be made here")
@pytest.mark.parametrize(
    "speak",
    [
        "s.socket().connect_ex(('203.0.113.9', 443))",
        "s.socket(type=2).sendto(b'x', ('127.0.0.53', 53))",
    ],
)
def test_the_kernels_counters_see_what_is_tried(speak):
    code = (
        f"import socket as s\ntry: {speak}\nexcept OSError: pass\n"
        "print(open('/proc/net/snmp').read() + open('/proc/net/snmp6').read())"
    )
    command = [
        "unshare",
        "-rn",
        "sh",
        "-c",
        'ip link set lo up && exec "$0" -c "$1"',
        sys.executable,
        code,
    ]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert any(counted(ran.stdout).values())


def test_the_guard_sees_files_sockets_and_programs_of_children(tmp_path):
    environment = set_guard(tmp_path / "guard")
    inner = (
        "import os, socket; os.mkdir('made'); open('written', 'w');"
        "socket.socket().connect_ex(('127.0.0.1', 9))"
    )
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=tmp_path, env={**os.environ, **environment}
    )
    found = seen(tmp_path / "guard")
    assert {str(tmp_path / "made"), str(tmp_path / "written")} <= found.files
    assert found.sockets == {"socket.connect ('127.0.0.1', 9)"}
    assert sys.executable in found.programs
