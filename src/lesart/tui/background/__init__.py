"""Work beside the screen."""
