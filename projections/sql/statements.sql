-- name: last_balances
SELECT wanted.account_id, last.balance
FROM unnest(%(account_ids)s::uuid[]) AS wanted (account_id)
CROSS JOIN LATERAL (
    SELECT balance FROM statement_entries AS entry
    WHERE entry.account_id = wanted.account_id
    ORDER BY entry.position DESC LIMIT 1
) AS last;

-- name: add_entries
COPY statement_entries
    (account_id, position, kind, amount, balance, generation_id, detail, recorded_at)
FROM STDIN;

-- name: list_oldest_first
SELECT account_id, position, kind, amount, balance, generation_id, detail, recorded_at
FROM statement_entries
WHERE account_id = %(account_id)s AND position > %(cursor)s AND position > %(floor)s
    AND position <= %(as_of)s
ORDER BY position LIMIT %(limit)s;

-- name: list_newest_first
SELECT account_id, position, kind, amount, balance, generation_id, detail, recorded_at
FROM statement_entries
WHERE account_id = %(account_id)s AND position < %(cursor)s AND position > %(floor)s
    AND position <= %(as_of)s
ORDER BY position DESC LIMIT %(limit)s;

-- name: position_until
-- The recorded time never decreases in the log, so halving its positions finds the place. Always: no
-- entry behind `high` is by the time, and `low` is 0 or an entry that is.
WITH RECURSIVE halved (low, high) AS (
    SELECT 0::bigint, coalesce(max(position), 0) FROM statement_entries
    WHERE account_id = %(account_id)s
    UNION ALL
    SELECT CASE WHEN entry.by_then THEN entry.position ELSE low END,
        CASE WHEN entry.by_then THEN high ELSE middle - 1 END
    FROM halved
    CROSS JOIN LATERAL (SELECT low + (high - low + 1) / 2 AS middle) AS half
    LEFT JOIN LATERAL (
        SELECT position, recorded_at < %(time)s::timestamptz
            OR (%(included)s::boolean AND recorded_at = %(time)s::timestamptz) AS by_then
        FROM statement_entries
        WHERE account_id = %(account_id)s AND position >= middle AND position <= high
        ORDER BY position LIMIT 1
    ) AS entry ON true
    WHERE low < high
)
SELECT low AS position FROM halved WHERE low = high;
