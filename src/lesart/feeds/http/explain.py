"""Say in one sentence why a visit failed: statuses of servers, failures of connections."""

from __future__ import annotations

from lesart.text.clean import clean_line
from lesart.translations import N_, _

_STATUSES = {
    204: N_("the server sent an empty answer."),
    205: N_("the server sent an empty answer."),
    206: N_("the server sent only a part of it."),
    304: N_("the server says that nothing changed, but there is no copy here yet."),
    400: N_("the server did not understand the request (400)."),
    401: N_("it needs a name and a password: put them into the address (https://name:password@…)."),
    402: N_("it must be paid for (402)."),
    403: N_("the server does not let us in (403)."),
    404: N_("there is nothing at this address (404)."),
    405: N_("the server does not allow reading this address (405)."),
    406: N_("the server has no format that Lesart reads (406)."),
    407: N_("the proxy needs a name and a password (407)."),
    408: N_("the server lost patience (408)."),
    410: N_("it is gone for good (410); Lesart will not ask again."),
    418: N_("the server is a teapot (418)."),
    429: N_("the server asks us to come back later (429: too many visits)."),
    451: N_("it is blocked for legal reasons (451)."),
    500: N_("the server has a fault (500)."),
    502: N_("the server behind it does not answer (502)."),
    503: N_("the server is busy or being worked on (503)."),
    504: N_("the server behind it answers too slowly (504)."),
}


def status_problem(status: int) -> str:
    """Why an answer of this status is none that can be read; empty where it can."""
    if status in (200, 203, 226):
        return ""
    if status in _STATUSES:
        return _(_STATUSES[status])
    if 200 <= status < 300:
        return _("the server sent an answer that is no document ({status}).").format(status=status)
    if 300 <= status < 400:
        return _("the server points elsewhere in a way Lesart does not follow ({status}).").format(
            status=status
        )
    if 400 <= status < 500:
        return _("the server refused ({status}).").format(status=status)
    if 500 <= status < 600:
        return _("the server has a fault ({status}).").format(status=status)
    return _("the server answered with a status that does not exist ({status}).").format(
        status=status
    )


_TLS = (
    ("certificate has expired", N_("its certificate has expired.")),
    ("self-signed", N_("its certificate is not signed by anyone this machine trusts.")),
    ("self signed", N_("its certificate is not signed by anyone this machine trusts.")),
    (
        "unable to get local issuer",
        N_("its certificate is not signed by anyone this machine trusts."),
    ),
    ("hostname mismatch", N_("its certificate belongs to another host.")),
    ("is not valid for", N_("its certificate belongs to another host.")),
    ("ip address mismatch", N_("its certificate belongs to another host.")),
    ("not yet valid", N_("its certificate is not valid yet.")),
    ("revoked", N_("its certificate was revoked.")),
    ("wrong version number", N_("it does not speak TLS there; try http instead of https.")),
    ("record layer failure", N_("it does not speak TLS there; try http instead of https.")),
    ("unsupported protocol", N_("it speaks only versions of TLS that are no longer safe.")),
    ("handshake failure", N_("no safe connection could be agreed on.")),
)
_CONNECTIONS = (
    ("connection refused", N_("nothing answers there (connection refused).")),
    ("all connection attempts failed", N_("nothing answers there (connection refused).")),
    ("no route to host", N_("there is no way to its host.")),
    ("network is unreachable", N_("the network cannot be reached.")),
    ("connection reset", N_("the server broke the connection off.")),
    ("broken pipe", N_("the server broke the connection off.")),
    ("without sending a response", N_("the server broke the connection off before it answered.")),
    ("without sending complete", N_("the connection broke before everything had come.")),
    ("incomplete chunked", N_("the connection broke before everything had come.")),
)


def failure(error: Exception) -> str:
    """One sentence for what went wrong between us and the server."""
    text = _texts(error).lower()
    for mark, sentence in (*_TLS, *_CONNECTIONS):
        if mark in text:
            return _(sentence)
    kind = type(error).__name__
    if "ssl" in text or "tls" in text or "certificate" in text:
        return _("no safe connection could be made to it.")
    if "Timeout" in kind:
        return _("the server did not answer in time.")
    if "Proxy" in kind:
        return _("the proxy did not let us through.")
    if "Protocol" in kind or "Decoding" in kind:
        return _("its answer is not proper HTTP.")
    if "ReadError" in kind or "WriteError" in kind:
        return _("the server broke the connection off.")
    if "Connect" in kind:
        return _("nothing answers there.")
    if "URL" in kind or isinstance(error, ValueError):
        return _("this is no address of a page or feed.")
    return clean_line(_("the visit failed ({kind}).").format(kind=kind), 200)


def _texts(error: BaseException | None) -> str:
    """The messages of an error and of those behind it, where the telling one often is."""
    found: list[str] = []
    while error is not None and len(found) < 8:
        found.append(str(error))
        error = error.__cause__ or error.__context__
    return " ".join(found)
