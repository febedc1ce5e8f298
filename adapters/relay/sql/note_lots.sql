INSERT INTO lot_expiries (account_id, lot_id, expires_at)
SELECT * FROM unnest(%(account_ids)s::uuid[], %(lot_ids)s::uuid[], %(expiries)s::timestamptz[])
ON CONFLICT (account_id, lot_id) DO UPDATE SET expires_at = excluded.expires_at;
