-- Projection, as its table. What part of a lot's price was sent back: a chargeback takes only the rest. Losses
-- that were booked before this count what was repaid; `xavira projections rebuild journal` mends them.
ALTER TABLE journal_lots
    ADD COLUMN repaid_minor bigint NOT NULL DEFAULT 0 CHECK (repaid_minor >= 0);

UPDATE journal_lots AS lot SET repaid_minor = back.minor
FROM (
    SELECT account_id, lot_id, sum(amount)::bigint AS minor FROM journal_entries
    WHERE fact = 'repaid' AND unit <> 'credits' AND lot_id IS NOT NULL
    GROUP BY account_id, lot_id
) AS back
WHERE lot.account_id = back.account_id AND lot.lot_id = back.lot_id;
