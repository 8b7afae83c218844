"""Know one address under its many spellings, where it really leads, and what of it is secret."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lesart.translations import _

SHARED_LINK = "shared:"
"""How the guid begins that we give to an entry whose own guid or link stands at several stories."""

_TRACKING = ("utm_", "mtm_", "pk_", "at_", "ns_")
_TRACKING_NAMES = {
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref_src",
    "wt_mc", "xtor", "smid", "sr_share", "yclid", "_ga",
}  # fmt: skip
_MAYBE_TRACKING = {"ref", "source", "partner", "feature", "from", "src", "via"}
"""They tell one page from another as often as they say where its reader came from …"""
_WAYS = re.compile(
    r"(?:rss|feed|atom|twitter|x|t\.co|facebook|fb|instagram|linkedin|whatsapp|telegram|threads|mastodon"
    r"|bluesky|reddit|hn|hackernews|google|googlenews|news|newsletter|mail|email|e-mail|sms|push|app|ios"
    r"|android|amp|share|shared|sharing|social|socialmedia|copy|link|web|www|site|home|homepage|start"
    r"|startseite|frontpage|front|index|top|nav|menu|sidebar|footer|header|teaser|related|recommended"
    r"|search|direct|internal|external|mobile|desktop|youtu\.be|youtube|flipboard|pocket|apple|msn|yahoo)"
    r"(?:[-_. ][a-z]{1,12}){0,6}"
    r"|(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}"
)
"""… which these values do: a way, or the host that it came from."""


_PLAIN = re.compile(r"https?://([a-z0-9.-]+)(/[!\"$->@-~]*)?")
"""Most links: nothing in them has to be taken apart."""


def canonical_link(link: str) -> str:
    """`link` without what only tracks its reader; empty for anything but http(s).

    Used to recognise one story in two feeds, never to fetch.
    """
    if (plain := _PLAIN.fullmatch(link)) and (host := plain[1].removeprefix("www.")):
        return f"https://{host}{(plain[2] or '').rstrip('/') or '/'}"
    return _canonical_by_parts(link)


def _canonical_by_parts(link: str) -> str:
    try:
        parts = urlsplit(link.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    path = parts.path.rstrip("/") or "/"
    if not parts.query:
        return f"https://{host}{path}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _only_tracks(name.lower(), value.lower())
    ]
    return urlunsplit(("https", host, path, urlencode(kept), ""))


def _only_tracks(name: str, value: str) -> bool:
    """Whether a parameter says nothing about which page is meant."""
    if name in _MAYBE_TRACKING:
        return not value or _WAYS.fullmatch(value) is not None
    return name in _TRACKING_NAMES or name.startswith(_TRACKING)


def short_address(link: str) -> str:
    """`link` as a title, where nothing better is known: host and path."""
    _, _, rest = link.partition("://")
    return without_secrets(f"://{rest or link}")[3:].removeprefix("www.").rstrip("/")


# ------------------------------------------------------------------ to the browser


class Target(NamedTuple):
    """An address that may be handed to a browser."""

    url: str
    """ASCII only, one word, without user name and password."""
    host: str
    """Where it leads, as the network spells it: `xn--…` for letters beyond ASCII."""
    warning: str = ""
    """Why a person should look twice; empty where the address is what it seems."""


# What no address needs as it is, and what a program behind $BROWSER might take for more than an
# address: quotation marks, brackets, dollars. Servers read the encoded form as the same.
_ENCODED = re.compile("[^A-Za-z0-9._~:/?#@!&*+,;=%\\[\\]-]")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9.])?|[0-9a-f:.]+")


def browser_target(link: str) -> Target | None:
    """`link` as a browser may be given it; None unless it is plain http(s) with a real host.

    What is opened is put together from the parts that were looked at, so that no browser can read
    another host out of it than the one that is told.
    """
    link = link.strip()
    if "\\" in link or any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in link):
        return None  # browsers and parsers disagree about these: someone hopes for that
    try:
        parts = urlsplit(link)
        port = f":{parts.port}" if parts.port is not None else ""
        host = _ascii_host(parts.hostname or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    warning = ""
    if "@" in parts.netloc:
        warning = _("What stands before its @ is no part of where it leads.")
    elif "xn--" in host:
        warning = _("Its name has letters that may look like others.")
    place = f"[{host}]" if ":" in host else host
    rest = [_encoded(part) for part in (parts.path, parts.query, parts.fragment)]
    return Target(urlunsplit((parts.scheme, place + port, *rest)), host, warning)


def _ascii_host(host: str) -> str:
    """The host as it is looked up; raises ValueError where it can be none."""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    host = host.lower()
    return host if len(host) < 254 and _HOST.fullmatch(host) else ""


def _encoded(part: str) -> str:
    part = _ENCODED.sub(lambda found: _percent(found[0]), part)
    return _STRAY_PERCENT.sub("%25", part)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


_SHELLS = {"sh", "bash", "dash", "zsh", "ksh", "fish", "csh", "tcsh", "cmd", "powershell", "pwsh"}


def runs_a_shell(browser: str, separator: str = ":") -> bool:
    """Whether the value of $BROWSER would put an address into a shell's command line."""
    import shlex

    for choice in browser.split(separator):
        try:
            words = shlex.split(choice)
        except ValueError:
            return True
        names = {PurePath(word).name.lower().removesuffix(".exe") for word in words}
        if names & _SHELLS and any(word.lower() in ("-c", "/c", "-command") for word in words):
            return True
    return False


# ------------------------------------------------------------------ secrets

_CREDENTIALS = re.compile(r"(?<=://)[^/\s?#]*@")


def without_secrets(text: str) -> str:
    """A message as it may be shown and logged: addresses in it lose user names and passwords."""
    return _CREDENTIALS.sub("", text) if "@" in text else text
