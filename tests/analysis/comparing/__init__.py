"""Whether two articles give the same figure: the promises, and pairs to measure them by."""
