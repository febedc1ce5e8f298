"""Who may ask, and how often: keys, holders signed in, limits a minute, open work."""
