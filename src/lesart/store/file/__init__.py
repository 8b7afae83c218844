"""The library file itself: its schema, its health, who uses it."""
