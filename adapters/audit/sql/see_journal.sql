-- Lots of the journal, and whether their entries, in credits and in money, add up to them. The used
-- share of a price is rounded up, as the journal's postings do. Losses are left out: they say what a
-- chargeback cost beyond what was still in the lot.
CREATE TEMPORARY TABLE seen_journal AS
WITH sums AS (
    SELECT account_id, lot_id, unit = 'credits' AS in_credits,
        coalesce(sum(amount) FILTER (WHERE fact IN ('sold', 'granted')), 0) AS booked,
        coalesce(sum(CASE WHEN credit IN ('customer_credits', 'customer_credits_promo') THEN amount
            WHEN debit IN ('customer_credits', 'customer_credits_promo') THEN -amount END), 0)
            AS remaining,
        coalesce(sum(CASE WHEN credit = 'in_flight' THEN amount
            WHEN debit = 'in_flight' THEN -amount END), 0) AS in_flight,
        coalesce(sum(amount) FILTER (WHERE credit = 'revenue'), 0) AS used,
        coalesce(sum(amount) FILTER (WHERE credit = 'breakage'), 0) AS expired,
        coalesce(sum(amount) FILTER (WHERE fact IN ('revoked', 'repaid')), 0) AS revoked
    FROM journal_entries
    WHERE lot_id IS NOT NULL AND fact <> 'lost'
    GROUP BY account_id, lot_id, unit = 'credits'
), credits AS (SELECT * FROM sums WHERE in_credits), money AS (SELECT * FROM sums WHERE NOT in_credits)
SELECT account_id, lot_id, lot.granted, lot.in_flight, lot.used, lot.expired, lot.revoked,
    coalesce(
        credits.booked = lot.granted AND credits.in_flight = lot.in_flight
        AND credits.used = lot.used AND credits.expired = lot.expired
        AND credits.revoked = lot.revoked AND credits.remaining
            = lot.granted - lot.used - lot.in_flight - lot.expired - lot.revoked,
        false
    ) AS entries_agree,
    CASE WHEN money.booked IS NULL THEN coalesce(lot.price_minor = 0, false)
        ELSE coalesce(
            money.booked = lot.price_minor AND money.remaining + money.in_flight + money.used
                + money.expired + money.revoked = lot.price_minor
            AND money.used = ceil(lot.price_minor::numeric * lot.used / lot.granted)
            AND least(money.remaining, money.in_flight, money.expired, money.revoked) >= 0,
            false
        )
    END AS money_agrees
FROM journal_lots AS lot
FULL JOIN credits USING (account_id, lot_id)
FULL JOIN money USING (account_id, lot_id);

CREATE TEMPORARY TABLE seen_days AS
WITH summed AS (
    SELECT (recorded_at AT TIME ZONE 'UTC')::date AS day, fact, unit, debit, credit, lot_kind,
        cause, sum(amount) AS amount, count(*) AS entries, count(*) FILTER (WHERE line = 1) AS events
    FROM journal_entries
    GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT count(*) AS unequal FROM (
    (TABLE summed EXCEPT TABLE journal_days) UNION ALL (TABLE journal_days EXCEPT TABLE summed)
) AS differing;
