-- name: lots
SELECT account_id, lot_id, granted, price_minor, used, in_flight, expired, revoked
FROM journal_lots;

-- name: sums
-- Losses are left out: they say what a chargeback cost beyond what was still in the lot.
SELECT account_id, lot_id, unit = 'credits' AS in_credits,
    coalesce(sum(amount) FILTER (WHERE fact IN ('sold', 'granted')), 0)::bigint AS booked,
    coalesce(sum(CASE WHEN credit IN ('customer_credits', 'customer_credits_promo') THEN amount
        WHEN debit IN ('customer_credits', 'customer_credits_promo') THEN -amount END), 0)::bigint
        AS remaining,
    coalesce(sum(CASE WHEN credit = 'in_flight' THEN amount
        WHEN debit = 'in_flight' THEN -amount END), 0)::bigint AS in_flight,
    coalesce(sum(amount) FILTER (WHERE credit = 'revenue'), 0)::bigint AS used,
    coalesce(sum(amount) FILTER (WHERE credit = 'breakage'), 0)::bigint AS expired,
    coalesce(sum(amount) FILTER (WHERE fact IN ('revoked', 'repaid')), 0)::bigint AS revoked
FROM journal_entries
WHERE lot_id IS NOT NULL AND fact <> 'lost'
GROUP BY account_id, lot_id, unit = 'credits';

-- name: days_differing
WITH summed AS (
    SELECT (recorded_at AT TIME ZONE 'UTC')::date AS day, fact, unit, debit, credit, lot_kind,
        cause, sum(amount) AS amount, count(*) AS entries, count(*) FILTER (WHERE line = 1) AS events
    FROM journal_entries
    GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT count(*) FROM (
    (TABLE summed EXCEPT TABLE journal_days) UNION ALL (TABLE journal_days EXCEPT TABLE summed)
) AS differing;
