-- name: checkpoints
-- One that stopped says so by itself, and its rows are behind.
SELECT name, position FROM projection_checkpoints
WHERE name IN ('balances', 'statements', 'journal') AND state = 'running';

-- name: balances
SELECT account_id, booked, in_flight FROM balances
WHERE account_id BETWEEN %(first)s AND %(last)s;

-- name: lots
SELECT account_id, lot_id, remaining FROM balance_lots
WHERE account_id BETWEEN %(first)s AND %(last)s AND remaining > 0;

-- name: statements
-- Each entry's balance must be the sum of all amounts up to it.
SELECT account_id, sum(amount)::bigint, count(*) FILTER (WHERE balance <> running)
FROM (
    SELECT account_id, amount, balance,
        sum(amount) OVER (PARTITION BY account_id ORDER BY position) AS running
    FROM statement_entries WHERE account_id BETWEEN %(first)s AND %(last)s
) AS entry
GROUP BY account_id;

-- name: journal
SELECT account_id, lot_id, granted, in_flight, used, expired, revoked FROM journal_lots
WHERE account_id BETWEEN %(first)s AND %(last)s AND used + expired + revoked < granted;

-- name: keys_of_erased
SELECT account_id FROM data_keys
WHERE account_id IN (SELECT account_id FROM erasures WHERE finished_at IS NOT NULL);

-- name: unfinished_erasures
SELECT account_id FROM erasures
WHERE finished_at IS NULL AND asked_at < now() - %(age)s::interval;

-- name: load
-- Books that are ahead of the log were kept of another one.
SELECT body FROM selfcheck_books
WHERE version = %(version)s
    AND position <= (SELECT coalesce(max(notification_id), 0) FROM stored_events);

-- name: save
INSERT INTO selfcheck_books (singleton, version, position, body)
VALUES (true, %(version)s, %(position)s, %(body)s)
ON CONFLICT (singleton) DO UPDATE
SET version = excluded.version, position = excluded.position, body = excluded.body,
    saved_at = now();

-- name: record
INSERT INTO selfcheck_results (position, accounts, seconds, findings)
VALUES (%(position)s, %(accounts)s, %(seconds)s, %(findings)s::text::jsonb);

-- name: tidy
DELETE FROM selfcheck_results
WHERE result_id <= (SELECT max(result_id) FROM selfcheck_results) - %(kept)s;

-- name: newest
SELECT checked_at, position, accounts, seconds, findings FROM selfcheck_results
ORDER BY result_id DESC LIMIT %(limit)s;
