"""Visit addresses: the only room that touches the network."""
