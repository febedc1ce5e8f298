-- name: add_lots
INSERT INTO balance_lots
    (account_id, lot_id, kind, priority, expires_at, granted, remaining, granted_position)
SELECT account_id, lot_id, kind, priority, expires_at, granted, granted, granted_position
FROM unnest(
    %(account_ids)s::uuid[], %(lot_ids)s::uuid[], %(kinds)s::text[], %(priorities)s::integer[],
    %(expiries)s::timestamptz[], %(amounts)s::bigint[], %(positions)s::bigint[]
) AS added (account_id, lot_id, kind, priority, expires_at, granted, granted_position);

-- name: change_lots
UPDATE balance_lots AS lot
SET remaining = lot.remaining + changed.delta,
    revoked = lot.revoked OR changed.revoked,
    expires_at = coalesce(changed.expires_at, lot.expires_at)
FROM unnest(
    %(account_ids)s::uuid[], %(lot_ids)s::uuid[], %(deltas)s::bigint[], %(revoked)s::boolean[],
    %(expiries)s::timestamptz[]
) AS changed (account_id, lot_id, delta, revoked, expires_at)
WHERE lot.account_id = changed.account_id AND lot.lot_id = changed.lot_id;

-- name: open_debits
INSERT INTO open_debits (generation_id, account_id, amount, position)
SELECT * FROM unnest(
    %(generation_ids)s::uuid[], %(account_ids)s::uuid[], %(amounts)s::bigint[],
    %(positions)s::bigint[]
);

-- name: close_debits
DELETE FROM open_debits WHERE generation_id = ANY(%(generation_ids)s::uuid[])
RETURNING generation_id, account_id, amount;

-- name: change_balances
-- The update comes first: an INSERT that conflicts checks the row it proposed, whose amounts
-- are differences here and may well be negative.
WITH changed AS (
    SELECT * FROM unnest(
        %(account_ids)s::uuid[], %(booked)s::bigint[], %(in_flight)s::bigint[],
        %(positions)s::bigint[]
    ) AS given (account_id, booked, in_flight, position)
), known AS (
    UPDATE balances AS balance
    SET booked = balance.booked + changed.booked,
        in_flight = balance.in_flight + changed.in_flight,
        position = changed.position
    FROM changed
    WHERE balance.account_id = changed.account_id
    RETURNING balance.account_id
)
INSERT INTO balances (account_id, booked, in_flight, position)
SELECT account_id, booked, in_flight, position FROM changed
WHERE account_id NOT IN (SELECT account_id FROM known);

-- name: balance
SELECT account_id, booked, in_flight, position FROM balances WHERE account_id = %(account_id)s;

-- name: lots
SELECT lot_id, kind, priority, expires_at, granted, remaining, revoked, granted_position
FROM balance_lots WHERE account_id = %(account_id)s
ORDER BY granted_position LIMIT %(limit)s;

-- name: due_accounts
SELECT account_id, min(expires_at) AS due_at FROM balance_lots
WHERE expires_at <= %(now)s AND remaining > 0
GROUP BY account_id ORDER BY due_at, account_id LIMIT %(limit)s;
