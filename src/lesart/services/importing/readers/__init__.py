"""Readers of files: one format a module, each gives the articles that a file holds."""
