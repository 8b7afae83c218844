"""Text and styles into terminal cells."""
