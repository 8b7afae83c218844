"""What fills the terminal: the main screen and the ones that come up over it."""
