"""Answer questions from the library."""
