"""Which machines an address may lead us to: the public web, and private ones the reader typed."""

from __future__ import annotations

import ipaddress
from typing import Literal

from lesart.translations import _

Reach = Literal["public", "private", "loopback", "never"]
IP = ipaddress.IPv4Address | ipaddress.IPv6Address

# What clouds answer secrets on, beyond the link-local 169.254.169.254.
_METADATA = {ipaddress.ip_address("fd00:ec2::254"), ipaddress.ip_address("100.100.100.200")}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def reach_of(address: str) -> Reach:
    """Where an IP address lies. Link-local, multicast and unspecified ones are out of the question."""
    try:
        ip = _embedded(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return "never"
    if ip.is_loopback:
        return "loopback"
    if ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip in _METADATA:
        return "never"
    if ip.is_global:
        return "public"
    # "Reserved" comes last: Python counts fc00::/7 and 10/8 as private, not as reserved.
    return "never" if ip.is_reserved and not ip.is_private else "private"


def is_ip(host: str) -> bool:
    """Whether a host is written as an IP address."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def is_local_name(host: str) -> bool:
    """Whether a host's name alone tells that it is this machine or one beside it."""
    return "." not in host or host.endswith((".localhost", ".local", ".internal", ".lan"))


def _embedded(ip: IP) -> IP:
    """The IPv4 address inside an IPv6 one that only wraps it."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    inside = ip.ipv4_mapped or ip.sixtofour
    if inside is None and ip in _NAT64:
        inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return inside or ip


def why_not(
    reaches: set[Reach], *, is_typed: bool, typed_reach: Reach | None, is_same_host: bool
) -> str:
    """Why these addresses may not be visited; empty where they may.

    `is_typed`: the reader named this host (an address found in a page was not). `typed_reach` is
    where the host lay that was named, for a redirect away from it; None for the first visit.
    """
    if not reaches:
        return _("its host has no address")
    if "never" in reaches:
        return _("its host lies where no feed may be read from (a link-local or reserved address)")
    if reaches == {"public"}:
        return ""
    if typed_reach is None:
        return "" if is_typed else _("a public page may not lead to a private address")
    if is_typed and (is_same_host or (typed_reach == "loopback" and reaches == {"loopback"})):
        return ""
    return _("a redirect may not lead to a private address")
