-- What a person or a program was shown at this moment. The replay's tables take any whole number
-- that a forged event may hold.
DROP TABLE IF EXISTS pg_temp.seen_balances, pg_temp.seen_lots, pg_temp.seen_statements,
    pg_temp.seen_journal, pg_temp.seen_days, pg_temp.replayed_lots, pg_temp.replayed_draws,
    pg_temp.replayed_flights;

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
