SELECT DISTINCT account_id FROM lot_expiries
WHERE expires_at <= least(now(), %(now)s::timestamptz) LIMIT %(limit)s;
