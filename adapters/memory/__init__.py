"""In-memory twins of the ports, for tests and for trying the rules without a server."""
