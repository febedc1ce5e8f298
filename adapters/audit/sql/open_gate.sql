UPDATE ledger_forks SET closed_at = now() WHERE closed_at IS NULL
