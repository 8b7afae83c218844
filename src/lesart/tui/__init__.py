"""The screen: how people meet the program in a terminal."""
