"""Which proxy the environment names for an address."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit


def proxies_of(environment: Mapping[str, str]) -> dict[str, str]:
    """`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`; lower case wins, as everywhere."""
    found = {}
    for kind in ("http", "https", "all", "no"):
        name = f"{kind}_proxy"
        # HTTP_PROXY in capitals can be set by a web client of a CGI script; it counts nowhere.
        value = environment.get(name) or (
            "" if kind == "http" else environment.get(name.upper(), "")
        )
        if value:
            is_bare = kind != "no" and "://" not in value
            found[kind] = f"http://{value}" if is_bare else value
    return found


def proxy_for(proxies: Mapping[str, str], url: str) -> str:
    """The proxy to visit `url` through; empty where it is to be visited directly."""
    parts = urlsplit(url)
    proxy = proxies.get(parts.scheme) or proxies.get("all", "")
    if not proxy:
        return ""
    host = (parts.hostname or "").lower()
    for name in proxies.get("no", "").lower().split(","):
        name = name.strip().lstrip("*").lstrip(".")
        if name and (host == name or host.endswith(f".{name}")):
            return ""
    return "" if "*" in proxies.get("no", "").split(",") else proxy
