"""Find the article, its text and what a page says about itself."""
