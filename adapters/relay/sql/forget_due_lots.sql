DELETE FROM lot_expiries
WHERE account_id = ANY(%(account_ids)s::uuid[])
    AND expires_at <= %(now)s::timestamptz;
