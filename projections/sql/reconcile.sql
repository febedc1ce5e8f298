-- name: checkpoints
SELECT name, position FROM projection_checkpoints;

-- name: balances
SELECT account_id, booked, in_flight FROM balances;

-- name: lots
SELECT account_id, lot_id, remaining, revoked FROM balance_lots;

-- name: statements
SELECT DISTINCT ON (account_id) account_id, balance FROM statement_entries
ORDER BY account_id, position DESC;

-- name: statement_sums
SELECT account_id, sum(amount)::bigint AS balance FROM statement_entries GROUP BY account_id;
