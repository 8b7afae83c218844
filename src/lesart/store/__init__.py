"""The library: everything that was read, found and noted, in one SQLite file."""

from lesart.store.store import Store

__all__ = ["Store"]
