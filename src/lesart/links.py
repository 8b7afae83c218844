"""Know one address under its many spellings."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = ("utm_", "mtm_", "pk_", "at_", "ns_")
_TRACKING_NAMES = {
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref_src",
    "ref", "wt_mc", "xtor", "smid", "sr_share", "yclid", "_ga", "source", "partner", "feature",
}  # fmt: skip


def canonical_link(link: str) -> str:
    """`link` without what only tracks its reader; empty for anything but http(s).

    Used to recognise one story in two feeds, never to fetch.
    """
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
        if name.lower() not in _TRACKING_NAMES and not name.lower().startswith(_TRACKING)
    ]
    return urlunsplit(("https", host, path, urlencode(kept), ""))
