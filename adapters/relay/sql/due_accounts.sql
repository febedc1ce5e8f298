SELECT DISTINCT account_id FROM lot_expiries
WHERE expires_at <= %(now)s::timestamptz LIMIT %(limit)s;
