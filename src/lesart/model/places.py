"""Where the library and the settings lie, as plain strings: nothing is imported to find them."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # `typing` itself takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping


def at_home(name: str) -> str:
    """The path somebody wrote, `~` at its start completed; as it is where nobody has that home."""
    return os.path.expanduser(name)


def library_path(environment: Mapping[str, str], home: str) -> str:
    """Where the library lies unless `--db` says otherwise: LESART_DB, else the data folder."""
    if environment.get("LESART_DB"):
        return at_home(environment["LESART_DB"])
    data = environment.get("XDG_DATA_HOME") or ""
    base = data if data.startswith("/") else os.path.join(home, ".local", "share")
    return os.path.join(base, "lesart", "library.sqlite")


def config_path(environment: Mapping[str, str], home: str) -> str:
    """Where the settings are read from: LESART_CONFIG, else the configuration folder."""
    if environment.get("LESART_CONFIG"):
        return at_home(environment["LESART_CONFIG"])
    folder = environment.get("XDG_CONFIG_HOME") or ""
    base = folder if folder.startswith("/") else os.path.join(home, ".config")
    return os.path.join(base, "lesart", "config.toml")
