SELECT message FROM ledger_forks WHERE closed_at IS NULL ORDER BY fork_id LIMIT 1
