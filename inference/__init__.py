"""GPU work: takes requests, gives files. Knows no web and no ledger."""
