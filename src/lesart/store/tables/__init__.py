"""What the library keeps, one kind of thing a file."""
