"""What the main screen can do, one subject a file: each says which commands it answers."""
