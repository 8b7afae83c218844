"""Text in, plain values out: the key figures and the names of an article."""
