"""Mail to the holders of accounts: what is sent, by whom, and what is still waiting."""
