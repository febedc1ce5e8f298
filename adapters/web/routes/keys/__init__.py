"""API keys of an account, and what they may still do."""
