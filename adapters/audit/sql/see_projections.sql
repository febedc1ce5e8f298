-- What a person or a program was shown at this moment. The replay's tables take any whole number
-- that a forged event may hold. The replay goes on beside it: one processor is enough.
SET LOCAL max_parallel_workers_per_gather = 0;

CREATE TEMPORARY TABLE seen_balances AS SELECT account_id, booked, in_flight FROM balances;

CREATE TEMPORARY TABLE seen_lots AS
SELECT account_id, lot_id, remaining, revoked FROM balance_lots;

CREATE TEMPORARY TABLE seen_statements AS
SELECT account_id, last.balance, sums.total
FROM (
    SELECT DISTINCT ON (account_id) account_id, balance FROM statement_entries
    ORDER BY account_id, position DESC
) AS last
JOIN (
    SELECT account_id, sum(amount) AS total FROM statement_entries GROUP BY account_id
) AS sums USING (account_id);

CREATE TEMPORARY TABLE replayed_lots (
    mark bigint, account_id uuid, lot_id uuid, granted numeric, remaining numeric, drawn numeric,
    expired numeric, taken numeric, revoked boolean
);
CREATE TEMPORARY TABLE replayed_draws (mark bigint, account_id uuid, lot_id uuid, amount numeric);
CREATE TEMPORARY TABLE replayed_flights (mark bigint, account_id uuid, amount numeric);
