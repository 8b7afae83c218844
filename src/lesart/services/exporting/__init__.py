"""Everything that leaves the library for other programs: one file a format."""
