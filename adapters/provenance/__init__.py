"""What provenance needs from outside: certificates and keys, and a process that reads files."""
