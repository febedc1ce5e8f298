"""Where an account is told what happens, and the log of what it was told."""
