"""The parts a screen is made of; each shows what it is given and says what the person did."""
