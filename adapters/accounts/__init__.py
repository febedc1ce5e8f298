"""Accounts: opening one, erasing one, and what `work` does for their holders."""
