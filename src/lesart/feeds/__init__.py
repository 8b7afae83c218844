"""The outside world: fetch, parse, discover, full text; nothing here knows the library."""
