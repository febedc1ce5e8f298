DELETE FROM lot_expiries e
USING unnest(%(account_ids)s::uuid[], %(lot_ids)s::uuid[]) AS gone (account_id, lot_id)
WHERE e.account_id = gone.account_id AND e.lot_id = gone.lot_id;
