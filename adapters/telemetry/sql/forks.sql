SELECT count(*) FROM ledger_forks WHERE closed_at IS NULL;
