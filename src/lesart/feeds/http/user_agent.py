"""How Lesart introduces itself to servers: name, version, and an address where the reader gave one."""

from __future__ import annotations

from lesart import __version__

_contact = ""


def introduce(contact: str) -> None:
    """Tell servers this address of the person behind the visits, from now on (the setting `contact`)."""
    global _contact  # one reader a process, said once where it begins
    _contact = contact


def user_agent() -> str:
    """The User-Agent of every visit. No address is invented where none was given."""
    contact = f"; +{_contact}" if _contact else ""
    return f"Lesart/{__version__} (feed reader{contact})"
