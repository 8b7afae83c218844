"""Ask across everything read: what is new for a question, who says how many, what belongs together."""
