"""How scripts and plain terminals meet the program: one function a command."""
