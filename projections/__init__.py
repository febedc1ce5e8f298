"""Read models: events in, rows out. Rows and checkpoint commit together; any of them can be rebuilt."""
