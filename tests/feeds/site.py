"""A web site whose pages a test writes, on 127.0.0.1; and feeds to put on it."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest


@dataclass
class Page:
    """What stands at an address."""

    body: str = ""
    status: int = 200
    headers: tuple[str, ...] = ()


class Site(socketserver.ThreadingTCPServer):
    """A web site whose pages a test writes; it honours validators as good servers do."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 300

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Page] = {}
        self.requests: list[str] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def put(self, path: str, body: str = "", status: int = 200, *headers: str) -> str:
        self.pages[path] = Page(body, status, headers)
        return self.url(path)


class _Handler(socketserver.StreamRequestHandler):
    server: Site

    def handle(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b"\r\n", b""):
            lines.append(line.decode("latin-1"))
        if not lines:
            return
        head = "".join(lines)
        path = head.split(" ")[1]
        self.server.requests.append(head)
        page = self.server.pages.get(path, Page("gone", 404))
        etags = [h.partition(": ")[2] for h in page.headers if h.startswith("ETag")]
        status, body = page.status, page.body.encode()
        if etags and f"If-None-Match: {etags[0]}" in head:
            status, body = 304, b""
        more = "".join(f"{header}\r\n" for header in page.headers)
        self.wfile.write(
            f"HTTP/1.1 {status} X\r\n{more}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            .encode() + body
        )  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Item:
    guid: str
    title: str = "A title"
    text: str = "Some words."
    more: str = ""


def feed_of(*items: Item, title: str = "The feed", head: str = "") -> str:
    listed = "".join(
        f"<item><guid isPermaLink='false'>{i.guid}</guid><title>{i.title}</title>"
        f"<link>http://x.example/{i.guid}</link><description>{i.text}</description>{i.more}</item>"
        for i in items
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{head}{listed}</channel></rss>"
