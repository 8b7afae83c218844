"""What a text says in numbers and names: pure, text in and values out."""
