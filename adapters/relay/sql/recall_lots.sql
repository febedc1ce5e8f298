-- What the projection has not followed yet may be booked already: a second look books nothing.
INSERT INTO lot_expiries (account_id, lot_id, expires_at)
SELECT account_id, lot_id, expires_at FROM balance_lots AS lot
WHERE expires_at <= now() - %(overdue)s::interval AND remaining > 0
    AND NOT EXISTS (
        SELECT FROM lot_expiries AS due
        WHERE due.account_id = lot.account_id AND due.lot_id = lot.lot_id
    )
ORDER BY expires_at LIMIT %(limit)s
ON CONFLICT DO NOTHING;
