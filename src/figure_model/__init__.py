"""Teaches the network that says what a figure measures; nobody needs it to run the program."""
