INSERT INTO ledger_forks (message)
SELECT %(message)s WHERE NOT EXISTS (SELECT FROM ledger_forks WHERE closed_at IS NULL)
