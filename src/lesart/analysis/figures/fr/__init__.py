"""Reading figures: the tables of one language."""
