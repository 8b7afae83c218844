"""Strings only: what is safe, what is the same, what changed."""
