"""Addresses as people type them, as feeds write them, and as they may be shown."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit, urlunsplit

from lesart.model.errors import FeedError
from lesart.text.clean import clean_line
from lesart.translations import _

MAX_ADDRESS = 4000

_UNSAFE = re.compile(
    "[\x00-\x20\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def typed(text: str) -> str:
    """The http(s) address someone means by `text`; raises FeedError where it can be none.

    `feed:` is what browsers once used for subscriptions; a bare "example.org/feed" means https,
    and http on this machine or in its own network, where hardly anything has a certificate.
    """
    address = text.strip()
    if address.lower().startswith("feed:"):
        address = address[5:]
        address = address if _SCHEME.match(address) else "http://" + address.lstrip("/")
    scheme = _SCHEME.match(address)
    # "localhost:8080/feed" looks like a scheme and is a host with its port.
    if scheme is None or re.match(r"\d+(/|$|\?)", address[scheme.end() :]):
        bare = address.lstrip("/")
        address = f"{'http' if _is_near(bare) else 'https'}://{bare}"
    if len(address) > MAX_ADDRESS:
        raise FeedError(_told(address)[:60] + "…", _("this address is too long."))
    checked = absolute(address)
    if not checked:
        kind = address.partition(":")[0].lower()
        if kind not in ("http", "https"):
            raise FeedError(
                _told(address),
                _("Lesart reads feeds over http and https, not {kind}:.").format(kind=kind),
            )
        raise FeedError(_told(address), _("this is no address of a feed."))
    parts = urlsplit(checked)
    return urlunsplit(parts._replace(fragment="", path=parts.path or "/"))


def _is_near(bare: str) -> bool:
    """Whether an address without its scheme leads to this machine or a private network, by its number."""
    try:
        host = urlsplit(f"//{bare}").hostname or ""
        return host == "localhost" or ip_address(host).is_private
    except ValueError:
        return False


def absolute(address: str, *bases: str) -> str:
    """`address` from the first of `bases` that is absolute; empty where nothing http(s) comes out."""
    address = address.strip()
    if not address or len(address) > MAX_ADDRESS:
        return ""
    for base in (*bases, ""):
        try:
            is_whole = not base or address.startswith(("http://", "https://"))
            joined = address if is_whole else urljoin(base, address)
            joined = _UNSAFE.sub(lambda match: "%20" if match[0] == " " else "", joined)
            parts = urlsplit(joined)
            if parts.scheme.lower() in ("http", "https") and parts.hostname:
                _ = parts.port
                return joined
        except ValueError:
            continue
    return ""


def shown(address: str) -> str:
    """`address` as it may be logged, shown and exported: without user name and password."""
    try:
        parts = urlsplit(address)
        if "@" not in parts.netloc:
            return address
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return re.sub(r"//[^/@]*@", "//", address)


def _told(address: str) -> str:
    """What somebody typed, as an error may repeat it."""
    return clean_line(shown(address), MAX_ADDRESS)


def host_of(address: str) -> str:
    """The host in lower case; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""
