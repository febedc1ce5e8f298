SELECT DISTINCT account_id FROM lot_expiries
WHERE expires_at < now() - %(margin)s::interval LIMIT %(limit)s;
