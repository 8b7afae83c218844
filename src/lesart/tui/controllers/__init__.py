"""What the main screen can do, one subject a file: each has a `do_…` method a command."""
