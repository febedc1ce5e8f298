"""API keys: issued, rotated, capped and revoked in the account stream, and the commands of it."""
