"""Lesart: read the news in the terminal, with its figures and names marked and your notes kept."""

__version__ = "0.1.0"
