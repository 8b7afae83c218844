"""Say in one sentence why a visit failed: statuses of servers, failures of connections."""

from __future__ import annotations

from lesart.text.clean import clean_line

_STATUSES = {
    204: "the server sent an empty answer.",
    205: "the server sent an empty answer.",
    206: "the server sent only a part of it.",
    304: "the server says that nothing changed, but there is no copy here yet.",
    400: "the server did not understand the request (400).",
    401: "it needs a name and a password: put them into the address (https://name:password@…).",
    402: "it must be paid for (402).",
    403: "the server does not let us in (403).",
    404: "there is nothing at this address (404).",
    405: "the server does not allow reading this address (405).",
    406: "the server has no format that Lesart reads (406).",
    407: "the proxy needs a name and a password (407).",
    408: "the server lost patience (408).",
    410: "it is gone for good (410); Lesart will not ask again.",
    418: "the server is a teapot (418).",
    429: "the server asks us to come back later (429: too many visits).",
    451: "it is blocked for legal reasons (451).",
    500: "the server has a fault (500).",
    502: "the server behind it does not answer (502).",
    503: "the server is busy or being worked on (503).",
    504: "the server behind it answers too slowly (504).",
}


def status_problem(status: int) -> str:
    """Why an answer of this status is none that can be read; empty where it can."""
    if status in (200, 203, 226):
        return ""
    if status in _STATUSES:
        return _STATUSES[status]
    if 200 <= status < 300:
        return f"the server sent an answer that is no document ({status})."
    if 300 <= status < 400:
        return f"the server points elsewhere in a way Lesart does not follow ({status})."
    if 400 <= status < 500:
        return f"the server refused ({status})."
    if 500 <= status < 600:
        return f"the server has a fault ({status})."
    return f"the server answered with a status that does not exist ({status})."


_TLS = (
    ("certificate has expired", "its certificate has expired."),
    ("self-signed", "its certificate is not signed by anyone this machine trusts."),
    ("self signed", "its certificate is not signed by anyone this machine trusts."),
    ("unable to get local issuer", "its certificate is not signed by anyone this machine trusts."),
    ("hostname mismatch", "its certificate belongs to another host."),
    ("is not valid for", "its certificate belongs to another host."),
    ("ip address mismatch", "its certificate belongs to another host."),
    ("not yet valid", "its certificate is not valid yet."),
    ("revoked", "its certificate was revoked."),
    ("wrong version number", "it does not speak TLS there; try http instead of https."),
    ("record layer failure", "it does not speak TLS there; try http instead of https."),
    ("unsupported protocol", "it speaks only versions of TLS that are no longer safe."),
    ("handshake failure", "no safe connection could be agreed on."),
)
_CONNECTIONS = (
    ("connection refused", "nothing answers there (connection refused)."),
    ("all connection attempts failed", "nothing answers there (connection refused)."),
    ("no route to host", "there is no way to its host."),
    ("network is unreachable", "the network cannot be reached."),
    ("connection reset", "the server broke the connection off."),
    ("broken pipe", "the server broke the connection off."),
    ("without sending a response", "the server broke the connection off before it answered."),
    ("without sending complete", "the connection broke before everything had come."),
    ("incomplete chunked", "the connection broke before everything had come."),
)


def failure(error: Exception) -> str:
    """One sentence for what went wrong between us and the server."""
    text = _texts(error).lower()
    for mark, sentence in (*_TLS, *_CONNECTIONS):
        if mark in text:
            return sentence
    kind = type(error).__name__
    if "ssl" in text or "tls" in text or "certificate" in text:
        return "no safe connection could be made to it."
    if "Timeout" in kind:
        return "the server did not answer in time."
    if "Proxy" in kind:
        return "the proxy did not let us through."
    if "Protocol" in kind or "Decoding" in kind:
        return "its answer is not proper HTTP."
    if "ReadError" in kind or "WriteError" in kind:
        return "the server broke the connection off."
    if "Connect" in kind:
        return "nothing answers there."
    if "URL" in kind or isinstance(error, ValueError):
        return "this is no address of a page or feed."
    return clean_line(f"the visit failed ({kind}).", 200)


def _texts(error: BaseException | None) -> str:
    """The messages of an error and of those behind it, where the telling one often is."""
    found: list[str] = []
    while error is not None and len(found) < 8:
        found.append(str(error))
        error = error.__cause__ or error.__context__
    return " ".join(found)
