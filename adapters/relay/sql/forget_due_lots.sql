DELETE FROM lot_expiries
WHERE account_id = %(account_id)s AND expires_at < now() - %(margin)s::interval;
