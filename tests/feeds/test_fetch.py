"""What goes over the wire, and what never does."""

from __future__ import annotations

import asyncio
import contextlib
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lesart.feeds.http import explain
from lesart.feeds.http import fetch as fetching
from lesart.feeds.http.fetch import Fetched, Fetcher, FetchError, Limits, Request, fetch_one
from lesart.feeds.http.reach import reach_of, why_not

CERTIFICATE = str(Path(__file__).with_name("self_signed.pem"))
"""A key and certificate made for these tests, for feeds.example.org; they protect nothing."""

Answer = Callable[[str, str], tuple[int, list[str], bytes]]


class Server(socketserver.ThreadingTCPServer):
    """A well-behaved server that a function answers for, and that remembers what it was asked."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 300

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.heads: list[str] = []
        self.busy = self.most_busy = 0
        self.lock = threading.Lock()

    @property
    def base(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        while True:
            lines = []
            while (line := self.rfile.readline()) not in (b"\r\n", b"\n", b""):
                lines.append(line.decode("latin-1"))
            if not lines:
                return
            head = "".join(lines)
            with self.server.lock:
                self.server.heads.append(head)
                self.server.busy += 1
                self.server.most_busy = max(self.server.most_busy, self.server.busy)
            status, headers, body = self.server.answer(head.split(" ")[1], head)
            text = "".join(f"{header}\r\n" for header in headers)
            with self.server.lock:
                self.server.busy -= 1
            length = "" if status == 304 else f"Content-Length: {len(body)}\r\n"
            self.wfile.write(f"HTTP/1.1 {status} X\r\n{text}{length}\r\n".encode("latin-1") + body)


@contextlib.contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def header(head: str, name: str) -> str:
    lines = [line for line in head.split("\r\n") if line.lower().startswith(name.lower() + ":")]
    return lines[0].partition(": ")[2] if lines else ""


def test_validators_go_back_byte_for_byte() -> None:
    etag, changed = 'W/"a\xe9-1,2 x"', "sun, 06 nov 94 08:49:37 GMT (odd)"

    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        return 200, [f"ETag: {etag}", f"Last-Modified: {changed}"], b"x"

    with serving(answer) as server:
        first = fetch_one(Request(f"http://{server.base}/"))
        fetch_one(
            Request(f"http://{server.base}/", etag=first.etag, last_modified=first.last_modified)
        )
        assert header(server.heads[0], "If-None-Match") == ""
        assert header(server.heads[1], "If-None-Match") == etag
        assert header(server.heads[1], "If-Modified-Since") == changed


def test_not_modified_is_an_answer_and_not_an_error() -> None:
    with serving(lambda path, head: (304, ['ETag: "other"'], b"")) as server:
        answer = fetch_one(Request(f"http://{server.base}/", etag='"x"'))
    assert answer.is_unchanged
    assert answer.etag == ""  # validators come from a 200 only


def test_a_password_goes_to_its_own_host_only_and_into_no_error() -> None:
    def away(path: str, head: str) -> tuple[int, list[str], bytes]:
        return 301, [f"Location: http://localhost:{other.server_address[1]}/feed"], b""

    with (
        serving(lambda path, head: (404, [], b"")) as other,
        serving(away) as server,
        pytest.raises(FetchError) as caught,
    ):
        fetch_one(Request(f"http://eve:s3cret@{server.base}/"))
    assert header(server.heads[0], "Authorization") == "Basic ZXZlOnMzY3JldA=="
    assert "eve" not in server.heads[0].replace("ZXZl", "")
    assert header(other.heads[0], "Authorization") == ""
    assert "s3cret" not in str(caught.value)
    assert "eve" not in str(caught.value)


def test_a_feed_that_moves_within_its_host_keeps_its_password() -> None:
    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        return (301, ["Location: /new"], b"") if path == "/" else (200, [], b"x")

    with serving(answer) as server:
        got = fetch_one(Request(f"http://eve:pw@{server.base}/"))
        assert got.moved_to == f"http://eve:pw@{server.base}/new"
        assert header(server.heads[1], "Authorization")
        assert got.url == f"http://{server.base}/new"


def test_only_the_permanent_beginning_of_a_chain_is_a_move() -> None:
    steps = {"/": (301, "/b"), "/b": (308, "/c"), "/c": (302, "/d"), "/d": (301, "/e")}

    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        if path in steps:
            return steps[path][0], [f"Location: {steps[path][1]}"], b""
        return 200, [], b"x"

    with serving(answer) as server:
        got = fetch_one(Request(f"http://{server.base}/"))
    assert got.url.endswith("/e")
    assert got.moved_to.endswith("/c")


def test_many_local_feeds_are_visited_at_once() -> None:
    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        time.sleep(0.1)
        return 304, [], b""

    async def all_of_them(base: str) -> list[Fetched]:
        async with Fetcher() as fetcher:
            return await asyncio.gather(
                *(fetcher.fetch(Request(f"http://{base}/{n}", etag='"x"')) for n in range(60))
            )

    with serving(answer) as server:
        answers = asyncio.run(all_of_them(server.base))
    assert all(a.is_unchanged for a in answers)
    assert server.most_busy > 10


def test_a_host_elsewhere_gets_one_visit_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        time.sleep(0.02)
        return 200, [], b"x"

    async def all_of_them(base: str) -> None:
        async with Fetcher() as fetcher:
            await asyncio.gather(*(fetcher.fetch(Request(f"http://{base}/{n}")) for n in range(10)))

    with serving(answer) as server:
        # A host on this machine is exempt, so this one is made to look like one far away.
        monkeypatch.setattr(fetching, "reach_of", lambda address: "public")
        asyncio.run(all_of_them(server.base))
    assert server.most_busy == 1


def test_one_slow_host_does_not_hold_up_the_others() -> None:
    is_answered = threading.Event()
    waited_for_the_other = []

    def answer(path: str, head: str) -> tuple[int, list[str], bytes]:
        if path == "/slow":
            waited_for_the_other.append(is_answered.wait(20))
        return 200, [], b"x"

    async def both(base: str) -> None:
        async def quick() -> None:
            await fetcher.fetch(Request(f"http://{base}/quick"))
            is_answered.set()

        async with Fetcher() as fetcher:
            await asyncio.gather(fetcher.fetch(Request(f"http://{base}/slow")), quick())

    with serving(answer) as server:
        asyncio.run(both(server.base))
    assert waited_for_the_other == [True]


def test_nothing_listens_and_no_such_host_are_told_apart() -> None:
    with pytest.raises(FetchError, match="refused"):
        fetch_one(Request("http://127.0.0.1:1/"))
    with pytest.raises(FetchError, match="no host called"):
        fetch_one(Request("http://does-not-exist.invalid/"), Limits(connect=5))


@pytest.mark.parametrize(
    ("trusted", "words"),
    [("", "anyone this machine trusts"), (CERTIFICATE, "belongs to another host")],
)
def test_a_certificate_that_proves_nothing_is_said_to(
    trusted: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", trusted)
    with serving(lambda path, head: (200, [], b"x")) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        with pytest.raises(FetchError, match=words):
            fetch_one(Request(f"https://{server.base}/"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), "http instead"),
        (ssl.SSLError(1, "certificate verify failed: certificate has expired"), "expired"),
        (ConnectionResetError("Connection reset by peer"), "broke the connection off"),
        (RuntimeError("\x1b[31m secret"), "failed"),
    ],
)
def test_failures_are_told_in_one_sentence(error: Exception, words: str) -> None:
    sentence = explain.failure(error)
    assert words in sentence
    assert sentence.endswith(".")
    assert "secret" not in sentence


def test_a_proxy_from_the_environment_is_used_without_showing_its_password() -> None:
    def proxy(path: str, head: str) -> tuple[int, list[str], bytes]:
        return 200, [], path.encode()

    async def through(environment: dict[str, str]) -> Fetched:
        async with Fetcher(environment=environment) as fetcher:
            return await fetcher.fetch(Request("http://feeds.example.org/a"))

    with serving(proxy) as server:
        environment = {"http_proxy": f"http://user:hidden@{server.base}"}
        got = asyncio.run(through(environment))
        assert got.body == b"http://feeds.example.org/a"
        assert header(server.heads[0], "Proxy-Authorization").startswith("Basic ")
    with pytest.raises(FetchError) as caught:
        asyncio.run(through({"http_proxy": "http://user:hidden@127.0.0.1:1"}))
    assert "hidden" not in str(caught.value)


# ------------------------------------------------------------------ where it may go


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        ("93.184.216.34", "public"), ("2606:2800:220:1::1", "public"),
        ("127.0.0.1", "loopback"), ("::1", "loopback"), ("::ffff:127.0.0.1", "loopback"),
        ("10.1.2.3", "private"), ("192.168.0.9", "private"), ("fd12::1", "private"),
        ("100.64.1.1", "private"), ("::ffff:10.0.0.1", "private"), ("64:ff9b::a00:1", "private"),
        ("169.254.169.254", "never"), ("fe80::1%eth0", "never"), ("0.0.0.0", "never"),
        ("224.0.0.1", "never"), ("fd00:ec2::254", "never"), ("2002:a9fe:a9fe::1", "never"),
        ("not an address", "never"),
    ],
)  # fmt: skip
def test_addresses_are_known_by_where_they_lead(address: str, reach: str) -> None:
    assert reach_of(address) == reach


@pytest.mark.parametrize(
    ("reaches", "is_typed", "typed_reach", "is_same_host", "is_allowed"),
    [
        ({"public"}, True, None, True, True),
        ({"private"}, True, None, True, True),
        ({"private"}, False, None, True, False),
        ({"loopback"}, False, None, True, False),
        ({"never"}, True, None, True, False),
        ({"public", "private"}, False, None, True, False),
        ({"private"}, True, "public", False, False),
        ({"loopback"}, True, "public", False, False),
        ({"loopback"}, True, "loopback", False, True),
        ({"private"}, True, "loopback", False, False),
        ({"private"}, True, "private", True, True),
        ({"public"}, True, "private", False, True),
    ],
)
def test_private_machines_are_visited_only_when_the_reader_named_them(
    reaches: set[str], is_typed: bool, typed_reach: str, is_same_host: bool, is_allowed: bool
) -> None:
    reason = why_not(
        reaches,  # type: ignore[arg-type]
        is_typed=is_typed,
        typed_reach=typed_reach,  # type: ignore[arg-type]
        is_same_host=is_same_host,
    )
    assert (reason == "") is is_allowed
