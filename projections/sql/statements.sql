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

-- name: position_at
SELECT coalesce(max(position), 0) AS position FROM statement_entries
WHERE account_id = %(account_id)s AND recorded_at <= %(time)s;

-- name: position_before
SELECT coalesce(max(position), 0) AS position FROM statement_entries
WHERE account_id = %(account_id)s AND recorded_at < %(time)s;
