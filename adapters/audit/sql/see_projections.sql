-- What a person or a program was shown at this moment. The replay's tables take any whole number
-- that a forged event may hold. The replay goes on beside it: one processor is enough.
SET LOCAL max_parallel_workers_per_gather = 0;

CREATE TEMPORARY TABLE seen_balances AS
SELECT account_id, booked, in_flight, open.amount AS open
FROM balances
FULL JOIN (SELECT account_id, sum(amount) AS amount FROM open_debits GROUP BY account_id) AS open
    USING (account_id);

CREATE TEMPORARY TABLE seen_lots AS
SELECT account_id, lot_id, granted, remaining, revoked FROM balance_lots;

-- A last balance that is the sum of all entries need not be looked for.
CREATE TEMPORARY TABLE seen_statements AS
SELECT account_id, sum(amount) AS total, count(*) FILTER (WHERE balance <> so_far) AS wrong
FROM (
    SELECT account_id, amount, balance,
        sum(amount) OVER (PARTITION BY account_id ORDER BY position) AS so_far
    FROM statement_entries
) AS entry
GROUP BY account_id;

CREATE TEMPORARY TABLE replayed_lots (
    mark bigint, account_id uuid, lot_id uuid, granted numeric, remaining numeric, drawn numeric,
    expired numeric, taken numeric, revoked boolean
);
CREATE TEMPORARY TABLE replayed_draws (mark bigint, account_id uuid, lot_id uuid, amount numeric);
CREATE TEMPORARY TABLE replayed_flights (mark bigint, account_id uuid, amount numeric);
