"""Bring files, exports and other programs' notes into the library."""
