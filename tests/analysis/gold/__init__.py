"""Texts with every figure annotated by hand, and how well the finder reads them."""
