"""What the program does where several rooms must work together."""
