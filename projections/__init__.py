"""Read models: events in, rows out. Rows and checkpoint commit together; each can be rebuilt."""
