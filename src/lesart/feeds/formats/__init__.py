"""Read feeds of every format out of bytes."""
