"""A web server on 127.0.0.1 that misbehaves in every way a feed reader meets.

Each way stands once, with what the reader must make of it: a sentence that fits `says`, or `new`
articles. At the first visit every way serves a good feed with one article, so that the second can
show that nothing stored is lost.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import socket
import socketserver
import struct
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import brotli

OK = "HTTP/1.1 200 OK"
PATIENCE = 30.0
"""How long a dripping or silent way goes on, unless its victim hangs up before."""


class Line:
    """One connection, with what its request said."""

    def __init__(
        self, sock: socket.socket, server: Hostile, way: str, path: str, head: str
    ) -> None:
        self.sock, self.server, self.way, self.path, self.head = sock, server, way, path, head

    def raw(self, data: bytes | str) -> None:
        self.sock.sendall(data.encode("latin-1") if isinstance(data, str) else data)

    def answer(
        self, body: bytes | str = b"", *headers: str, status: str = OK, length: int | None = None
    ) -> None:
        body = body.encode() if isinstance(body, str) else body
        size = len(body) if length is None else length
        lines = [status, *headers, f"Content-Length: {size}", "Connection: close", "", ""]
        self.raw("\r\n".join(lines).encode("latin-1") + body)

    def redirect(self, target: str, status: str = "302 Found") -> None:
        self.answer("", f"Location: {target}", status=f"HTTP/1.1 {status}")

    def drip(self, data: bytes, every: float = 0.1) -> None:
        end = time.monotonic() + PATIENCE
        for byte in data:
            if time.monotonic() > end or self.server.is_closing.is_set():
                return
            self.raw(bytes([byte]))
            time.sleep(every)

    def wait(self) -> None:
        self.server.is_closing.wait(PATIENCE)


@dataclass(frozen=True)
class Way:
    """One misbehaviour and its right end."""

    name: str
    act: Callable[[Line], None]
    says: str = ""
    """A pattern for the sentence that the reader is told; empty where all goes well."""
    new: int = 0
    """How many articles the second visit brings."""


WAYS: dict[str, Way] = {}


def way(says: str = "", new: int = 0) -> Callable[[Callable[[Line], None]], Callable[[Line], None]]:
    def keep(act: Callable[[Line], None]) -> Callable[[Line], None]:
        name = act.__name__.strip("_").replace("_", "-")
        WAYS[name] = Way(name, act, says, new)
        return act

    return keep


def simple(name: str, body: bytes | str, *headers: str, says: str = "", new: int = 0) -> None:
    WAYS[name] = Way(name, lambda line: line.answer(body, *headers), says, new)


def status(code: str, says: str, *headers: str) -> None:
    name = "status-" + code.split()[0]
    WAYS[name] = Way(name, lambda line: line.answer("x", *headers, status=f"HTTP/1.1 {code}"), says)


def a_feed(*titles: str, items: str = "", head: str = "", prolog: str = "") -> str:
    """A small RSS feed; its entries' guids are their titles."""
    entries = "".join(
        f"<item><title>{t}</title><guid isPermaLink='false'>{t}</guid>"
        f"<description>Words about {t}.</description></item>"
        for t in titles
    )
    return (
        f"{prolog}<rss version='2.0'><channel><title>A feed</title>"
        f"<link>http://127.0.0.1/</link>{head}{entries}{items}</channel></rss>"
    )


GOOD = a_feed("fresh one", "fresh two")

# ------------------------------------------------------------------ connections


@way(says="broke the connection off")
def closes_at_once(line: Line) -> None:
    pass


@way(says="broke the connection off")
def resets(line: Line) -> None:
    line.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@way(says="took longer than")
def never_answers(line: Line) -> None:
    line.wait()


@way(says="took longer than")
def drips_its_headers(line: Line) -> None:
    line.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 10_000)


@way(says="took longer than")
def drips_its_body(line: Line) -> None:
    line.raw(f"{OK}\r\nContent-Length: 10000\r\n\r\n")
    line.drip(GOOD.encode() * 10)


@way(says="took longer than")
def stops_in_the_middle(line: Line) -> None:
    line.raw(f"{OK}\r\nContent-Length: {len(GOOD)}\r\n\r\n{GOOD[:50]}")
    line.wait()


@way(says="larger than")
def never_ends(line: Line) -> None:
    line.raw(f"{OK}\r\nTransfer-Encoding: chunked\r\n\r\n")
    block = b"10000\r\n" + b"<" * 0x10000 + b"\r\n"
    while not line.server.is_closing.is_set():
        line.raw(block)


@way(says="larger than")
def announces_a_hundred_megabytes(line: Line) -> None:
    line.raw(f"{OK}\r\nContent-Length: 104857600\r\n\r\n")
    line.wait()


@way(says="not proper HTTP")
def headers_without_end(line: Line) -> None:
    line.raw(f"{OK}\r\n")
    with contextlib.suppress(OSError):
        for number in range(100_000):
            line.raw(f"X-{number}: {'a' * 100}\r\n")


@way(says="not proper HTTP")
def one_endless_header(line: Line) -> None:
    with contextlib.suppress(OSError):
        line.raw(f"{OK}\r\nX-Long: {'a' * 1_000_000}\r\n\r\n")


@way(says="before it answered|not proper HTTP")
def speaks_ssh(line: Line) -> None:
    line.raw("SSH-2.0-OpenSSH_9.2\r\n")


@way(says="before it answered|not proper HTTP")
def speaks_http_zero_nine(line: Line) -> None:
    line.raw(GOOD)


@way(says="does not exist|not proper HTTP|refused")
def status_of_its_own(line: Line) -> None:
    line.answer("x", status="HTTP/1.1 999 Whatever")


@way(says="not proper HTTP")
def status_that_is_no_number(line: Line) -> None:
    line.raw("HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n")


@way(new=2)
def no_reason_phrase(line: Line) -> None:
    line.answer(GOOD, status="HTTP/1.1 200")


@way(new=2)
def http_one_zero(line: Line) -> None:
    line.raw(f"HTTP/1.0 200 OK\r\n\r\n{GOOD}")


@way(new=2)
def early_hints_first(line: Line) -> None:
    line.raw("HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n")
    line.answer(GOOD)


@way(says="took longer|not proper HTTP|broke")
def hints_without_end(line: Line) -> None:
    for _ in range(2000):
        if line.server.is_closing.is_set():
            break
        line.raw("HTTP/1.1 103 Early Hints\r\n\r\n")
        time.sleep(0.005)


# ------------------------------------------------------------------ lengths and chunks


@way(says="before everything had come")
def length_too_long_and_cut(line: Line) -> None:
    line.answer(GOOD[:150], length=5000)


@way(new=2)
def length_too_long_but_whole(line: Line) -> None:
    line.answer(GOOD, length=len(GOOD) + 500)


@way(new=1)
def length_too_short(line: Line) -> None:
    line.answer(GOOD, length=GOOD.index("fresh two") - 20)


@way(says="not proper HTTP")
def length_negative(line: Line) -> None:
    line.answer(GOOD, length=-5)


@way(says="not proper HTTP")
def lengths_that_differ(line: Line) -> None:
    line.raw(f"{OK}\r\nContent-Length: 10\r\nContent-Length: 20\r\n\r\n{GOOD}")


@way(says="before everything had come")
def chunks_cut_off(line: Line) -> None:
    line.raw(f"{OK}\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{GOOD[:80]}\r\nfff\r\n{GOOD[80:99]}")


@way(says="not proper HTTP")
def chunk_size_nonsense(line: Line) -> None:
    line.raw(f"{OK}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{GOOD}\r\n0\r\n\r\n")


@way(new=2)
def chunks_and_a_length(line: Line) -> None:
    size = f"{len(GOOD):x}"
    line.raw(
        f"{OK}\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n"
        f"{size}\r\n{GOOD}\r\n0\r\n\r\n"
    )


@way(new=2)
def chunks_of_one_byte(line: Line) -> None:
    line.raw(f"{OK}\r\nTransfer-Encoding: chunked\r\n\r\n")
    line.raw("".join(f"1\r\n{c}\r\n" for c in GOOD) + "0\r\n\r\n")


# ------------------------------------------------------------------ statuses

status("204 No Content", "empty answer")
status("206 Partial Content", "only a part")
status("300 Multiple Choices", "points elsewhere")
status("400 Bad Request", "400")
status("401 Unauthorized", "name and a password", "WWW-Authenticate: Basic realm=x")
status("403 Forbidden", "403")
status("404 Not Found", "404")
status("410 Gone", "gone for good")
status("418 I'm a teapot", "teapot")
status("429 Too Many Requests", "left alone until", "Retry-After: 7200")
status("451 Unavailable For Legal Reasons", "legal")
status("500 Internal Server Error", "500")
status("502 Bad Gateway", "502")
status("503 Service Unavailable", "left alone until", "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT")
status("504 Gateway Timeout", "504")


@way(says="no copy here yet")
def status_304_unasked(line: Line) -> None:
    line.raw("HTTP/1.1 304 Not Modified\r\n\r\n")


@way(says="empty document")
def empty_200(line: Line) -> None:
    line.answer("")


# ------------------------------------------------------------------ redirects


@way(says="in a circle")
def redirects_to_itself(line: Line) -> None:
    line.redirect(line.path, "301 Moved Permanently")


@way(says="in a circle")
def redirects_back_and_forth(line: Line) -> None:
    target = "" if "there" in line.path else "?there"
    line.redirect(f"/{line.way}{target}")


@way(says="too many redirects")
def redirects_without_end(line: Line) -> None:
    number = int(line.path.partition("?")[2] or 0)
    line.redirect(f"/{line.way}?{number + 1}")


@way(says="not to an address")
def redirects_nowhere(line: Line) -> None:
    line.answer("", status="HTTP/1.1 302 Found")


@way(says="file: address")
def redirects_to_a_file(line: Line) -> None:
    line.redirect("file:///etc/passwd")


@way(says="data: address")
def redirects_to_data(line: Line) -> None:
    line.redirect("data:application/rss+xml,<rss/>")


@way(says="not visited|not to an address")
def redirects_to_metadata(line: Line) -> None:
    line.redirect("http://169.254.169.254/latest/meta-data/")


@way(says="not visited")
def redirects_to_wrapped_metadata(line: Line) -> None:
    line.redirect("http://[::ffff:169.254.169.254]/")


@way(says="not visited")
def redirects_into_the_home_network(line: Line) -> None:
    line.redirect("http://192.168.1.1/")


@way(says="not visited|no host")
def redirects_to_a_number(line: Line) -> None:
    line.redirect("http://3232235777/")


@way(says="not to an address")
def redirects_to_nonsense(line: Line) -> None:
    line.redirect("http://[")


@way(new=2)
def redirects_by_a_path(line: Line) -> None:
    line.answer(GOOD) if "then" in line.path else line.redirect("?then")


@way(new=2)
def moves_for_good(line: Line) -> None:
    line.answer(GOOD) if "new" in line.path else line.redirect(
        f"/{line.way}?new", "301 Moved Permanently"
    )


@way(says="web page")
def moves_for_good_to_a_page(line: Line) -> None:
    page = "<html><body>This domain is for sale.</body></html>"
    line.answer(page) if "new" in line.path else line.redirect(
        f"/{line.way}?new", "308 Permanent Redirect"
    )


@way(new=2)
def moves_for_a_while(line: Line) -> None:
    line.answer(GOOD) if "new" in line.path else line.redirect(f"/{line.way}?new", "307 For Now")


@way(new=2)
def wants_its_cookie_back(line: Line) -> None:
    if "next" in line.path:
        line.answer(GOOD if "cookie:" not in line.head.lower() else a_feed("tracked"))
    else:
        line.answer(
            "",
            f"Location: /{line.way}?next",
            "Set-Cookie: id=1; Path=/",
            status="HTTP/1.1 302 Found",
        )


# ------------------------------------------------------------------ compression


@functools.cache
def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    block = b" " * 2**20
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


@functools.cache
def _brotli_bomb(megabytes: int) -> bytes:
    packer = brotli.Compressor(quality=1)
    block = b" " * 2**20
    return b"".join(packer.process(block) for _ in range(megabytes)) + packer.finish()


def _zstd(data: bytes) -> bytes:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return bytes(zstd.compress(data))


simple("gzip", gzip.compress(GOOD.encode()), "Content-Encoding: gzip", new=2)
simple("x-gzip", gzip.compress(GOOD.encode()), "Content-Encoding: x-gzip", new=2)
simple("deflate", zlib.compress(GOOD.encode()), "Content-Encoding: deflate", new=2)
simple("raw-deflate", zlib.compress(GOOD.encode())[2:-4], "Content-Encoding: deflate", new=2)
simple("brotli", brotli.compress(GOOD.encode()), "Content-Encoding: br", new=2)
simple("zstd", _zstd(GOOD.encode()), "Content-Encoding: zstd", new=2)
simple(
    "gzip-twice",
    gzip.compress(gzip.compress(GOOD.encode())),
    "Content-Encoding: gzip, gzip",
    new=2,
)
simple("gzip-undeclared", gzip.compress(GOOD.encode()), new=2)
simple("gzip-announced-only", GOOD, "Content-Encoding: gzip", new=2)
simple("gzip-broken", b"\x1f\x8b\x08\0" + b"junk" * 50, "Content-Encoding: gzip", says="broken")
simple(
    "compressed-ten-times",
    gzip.compress(b"x"),
    "Content-Encoding: " + ", ".join(["gzip"] * 10),
    says="10 times over",
)
simple("compressed-unheard-of", b"\x01\x02\x03", "Content-Encoding: snappy", says="does not know")


@way(says="larger than")
def gzip_bomb(line: Line) -> None:
    line.answer(_bomb(64), "Content-Encoding: gzip")


@way(says="larger than")
def gzip_bomb_in_gzip(line: Line) -> None:
    line.answer(gzip.compress(_bomb(64)), "Content-Encoding: gzip, gzip")


@way(says="larger than")
def brotli_bomb(line: Line) -> None:
    line.answer(_brotli_bomb(64), "Content-Encoding: br")


@way(says="larger than")
def zstd_bomb(line: Line) -> None:
    line.answer(_zstd(b" " * 64 * 2**20), "Content-Encoding: zstd")


# ------------------------------------------------------------------ what is no feed

simple("a-web-page", "<!doctype html><title>Hi</title><p>Words.</p>", says="web page")
simple("a-picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\xff" * 200, says="no feed")
simple("a-path", "/etc/passwd", says="no feed")
simple("an-address", "http://127.0.0.1:1/feed", says="no feed")
simple("json-list", "[1, 2, 3]", says="no feed")
simple("json-broken", '{"version": "https://jsonfeed.org/version/1.1", "items": [', says="JSON")
simple("json-bottomless", "[" * 200_000, says="JSON|no feed")
simple("a-site-map", "<urlset><url><loc>http://x/</loc></url></urlset>", says="site map")
simple("a-list-of-feeds", "<opml version='2.0'><body/></opml>", says="opml import")
simple("xml-in-pieces", "<rss><channel><item><ti", says="broken|no feed")
simple("only-white-space", " \n\t " * 1000, says="empty document")
simple("null-bytes", b"\0" * 5000, says="empty document|no feed")

# ------------------------------------------------------------------ feeds that hurt

LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
simple("billion-laughs", a_feed("&a9; laughs", prolog=LAUGHS), new=1)
simple(
    "external-entity",
    a_feed(
        "&secret; leaks",
        prolog='<?xml version="1.0"?><!DOCTYPE r [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
    ),
    new=1,
)
simple("fifty-thousand-attributes",
       "<rss><channel><item " + " ".join(f"a{n}='1'" for n in range(50_000)) + "/></channel></rss>",
       says="attributes")  # fmt: skip
simple("long-author", a_feed("long", items=f"<item><title>b</title><author>{'a' * 32_768}</author>"
       "</item>"), new=2)  # fmt: skip
simple("deep-nesting", a_feed("deep", items="<x>" * 50_000), new=1)
simple("fifty-thousand-items", a_feed(items="<item><title>t</title></item>" * 50_000), new=1)
simple("titles-of-a-megabyte", a_feed("long " * 50_000), new=1)
simple("escape-sequences", a_feed("\x1b]0;owned\x07 red \x1b[31m &#27;[2J &#x9b;1m end"), new=1)
simple("bidi-overrides", a_feed("start \u202egpj.exe\u202c \u2066x\u2069 end"), new=1)
simple("cut-off-feed", a_feed("whole", items="<item><title>cut")[:-16], new=1)
simple("junk-before", "<br /><b>Warning</b>: include() on line 3\n" + GOOD, new=2)
simple("junk-after", GOOD + "<script>alert(1)</script> bye", new=2)
simple("undefined-entities", a_feed("Caf&eacute; &nbsp;&mdash; R&D &unknown; a & b"), new=1)
simple("undeclared-prefixes", a_feed("x", items="<item><title>y</title><media:content url='a'/>"
       "<foo:bar>z</foo:bar></item>"), new=2)  # fmt: skip
simple("control-characters", a_feed("a\x01\x02\x0b b &#0; &#x1F; &#xFFFF; c"), new=1)
simple("twins", a_feed("same", "same", "same"), new=1)
simple("no-guids-no-links", a_feed(items="<item><title>one</title></item><item><title>two</title>"
       "</item>"), new=2)  # fmt: skip
simple("one-guid-for-all", a_feed(items="".join(
    f"<item><guid isPermaLink='false'>1</guid><title>t{n}</title><link>http://127.0.0.1/{n}</link>"
    "</item>" for n in range(3))), new=3)  # fmt: skip
simple("dates-of-all-kinds", a_feed(items="".join(
    f"<item><title>{date or 'none'}</title><pubDate>{date}</pubDate></item>"
    for date in ("Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "yesterday",
                 "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00 00:00:00", "2026-13-45", ""))),
       new=7)  # fmt: skip
simple("invalid-utf-8", b"<?xml version='1.0' encoding='utf-8'?>" + a_feed("Gr\u00fc\u00dfe").encode()
       .replace(b"Words", b"W\xff\xfeords"), new=1)  # fmt: skip
simple("header-lies-about-charset", a_feed("Grüße aus Köln"),
       "Content-Type: text/xml; charset=iso-8859-1", new=1)  # fmt: skip
simple("declaration-lies-about-charset",
       a_feed("Grüße aus Köln", prolog="<?xml version='1.0' encoding='utf-16'?>"), new=1)  # fmt: skip
simple("latin-one-undeclared", a_feed("Grüße aus Köln").encode("latin-1"), new=1)
simple("utf-16", a_feed("Grüße aus Köln").encode("utf-16"), "Content-Type: text/xml", new=1)
simple(
    "charset-that-is-none", a_feed("Grüße aus Köln"), "Content-Type: text/xml; charset=zip", new=1
)
simple("links-that-do-harm", a_feed(items="<item><title>x</title><link>javascript:alert(1)</link>"
       "</item><item><title>y</title><link>file:///etc/passwd</link></item>"), new=2)  # fmt: skip


# ------------------------------------------------------------------ the server


class Hostile(socketserver.ThreadingTCPServer):
    """Serves every way under its name; `is_good` until told otherwise."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 500

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.is_good = True
        self.is_closing = threading.Event()
        self.hits: Counter[str] = Counter()
        self.heads: dict[str, str] = {}

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{name}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is what we want to see."""


class _Handler(socketserver.BaseRequestHandler):
    server: Hostile

    def handle(self) -> None:
        self.request.settimeout(PATIENCE)
        head = b""
        with contextlib.suppress(OSError):
            while b"\r\n\r\n" not in head:
                piece = self.request.recv(65536)
                if not piece:
                    return
                head += piece
            path = head.split(b" ", 2)[1].decode("latin-1")
            name = path.strip("/").partition("?")[0]
            text = head.decode("latin-1")
            self.server.hits[name] += 1
            self.server.heads[name] = text
            line = Line(self.request, self.server, name, path, text)
            if self.server.is_good or name not in WAYS:
                line.answer(a_feed(f"kept of {name}"))
            else:
                WAYS[name].act(line)


@contextlib.contextmanager
def hostile_server() -> Iterator[Hostile]:
    server = Hostile()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.is_closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
