"""Credits: bought, told entry by entry, added up by use."""
