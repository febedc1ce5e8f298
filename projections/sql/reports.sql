-- name: journal_position
SELECT coalesce(max(position), 0) FROM projection_checkpoints WHERE name = 'journal';

-- name: head
SELECT coalesce(max(notification_id), 0) FROM stored_events;

-- name: recorded_at
SELECT recorded_at FROM stored_events WHERE notification_id = %(position)s;

-- name: signed
-- The smallest signed tree that holds the whole report, of the newest origin.
SELECT origin.origin, signed.tree_size, signed.root
FROM audit_origins AS origin
JOIN audit_checkpoints AS signed USING (number)
WHERE signed.tree_size >= %(position)s
    AND number = (SELECT max(number) FROM audit_origins)
ORDER BY signed.tree_size LIMIT 1;

-- name: totals
-- Everything up to a position: whole days from the daily sums, the day it lies in by entries.
SELECT fact, unit, debit, credit, lot_kind, cause, sum(amount)::bigint, sum(events)::bigint
FROM (
    SELECT fact, unit, debit, credit, lot_kind, cause, amount, events
    FROM journal_days WHERE day < %(day)s
    UNION ALL
    SELECT fact, unit, debit, credit, lot_kind, cause, sum(amount),
        count(*) FILTER (WHERE line = 1)
    FROM journal_entries WHERE position > %(after)s AND position <= %(position)s
    GROUP BY fact, unit, debit, credit, lot_kind, cause
) AS part
GROUP BY fact, unit, debit, credit, lot_kind, cause;

-- name: days
SELECT day, fact, unit, debit, credit, lot_kind, sum(amount)::bigint
FROM journal_days WHERE day < %(until)s
GROUP BY day, fact, unit, debit, credit, lot_kind
ORDER BY day, fact, unit, debit, credit, lot_kind;

-- name: usage_by_model
SELECT model_id, kind, currency, sum(generations)::bigint, sum(credits_paid)::bigint,
    sum(credits_free)::bigint, sum(engine_ms)::bigint, sum(revenue_minor)::bigint
FROM usage_days WHERE day >= %(start)s AND day < %(until)s
GROUP BY model_id, kind, currency ORDER BY model_id, kind, currency LIMIT %(limit)s;

-- name: usage_by_day
SELECT day::text, model_id, currency, sum(generations)::bigint, sum(credits_paid)::bigint,
    sum(credits_free)::bigint, sum(engine_ms)::bigint, sum(revenue_minor)::bigint
FROM usage_days WHERE day >= %(start)s AND day < %(until)s
GROUP BY day, model_id, currency ORDER BY day, model_id, currency LIMIT %(limit)s;

-- name: usage_by_customer
SELECT account_id::text, currency, sum(generations)::bigint, sum(credits_paid)::bigint,
    sum(credits_free)::bigint, sum(engine_ms)::bigint, sum(revenue_minor)::bigint
FROM usage_days WHERE day >= %(start)s AND day < %(until)s
GROUP BY account_id, currency
ORDER BY sum(credits_paid + credits_free) DESC, account_id, currency LIMIT %(limit)s;

-- name: payments
WITH payment AS (
    SELECT *, provider || '/' || reference AS known_as FROM journal_payments
    WHERE received_position <= %(closing)s
), lot AS (
    SELECT *, coalesce(nullif(split_part(payment_reference, '/', 1), ''), 'none') AS provider,
        row_number() OVER (PARTITION BY payment_reference ORDER BY granted_position) AS copy
    FROM journal_lots WHERE kind = 'paid' AND granted_position <= %(closing)s
), line AS (
    SELECT provider, currency AS unit, 'received' AS line, price_minor AS amount
    FROM payment WHERE received_position > %(opening)s
    UNION ALL
    SELECT provider, currency, 'granted', price_minor
    FROM lot WHERE granted_position > %(opening)s
    UNION ALL
    -- What went back before its payment was told of is in the period in which both are known.
    SELECT provider, currency, 'charged_back', price_minor - coalesce(repaid_minor, 0) FROM payment
    WHERE greatest(charged_back_position, received_position) > %(opening)s
        AND charged_back_position <= %(closing)s
    UNION ALL
    SELECT provider, currency, 'repaid', repaid_minor FROM payment
    WHERE repaid_position > %(opening)s AND repaid_position <= %(closing)s
    UNION ALL
    SELECT provider, currency, 'missing', price_minor FROM payment
    WHERE NOT EXISTS (SELECT FROM lot WHERE lot.payment_reference = payment.known_as)
        AND coalesce(charged_back_position > %(closing)s, true)
        AND coalesce(repaid_position > %(closing)s, true)
    UNION ALL
    SELECT provider, currency, 'double', price_minor
    FROM lot WHERE payment_reference IS NOT NULL AND copy > 1
    UNION ALL
    SELECT provider, currency, 'without_payment', price_minor FROM lot
    WHERE NOT EXISTS (SELECT FROM payment WHERE lot.payment_reference = payment.known_as)
)
SELECT provider, unit, line, count(*), coalesce(sum(amount), 0)::bigint
FROM line GROUP BY provider, unit, line
ORDER BY provider, unit, array_position(ARRAY['received', 'granted', 'charged_back', 'repaid',
    'missing', 'double', 'without_payment'], line);

-- name: payment_exceptions
WITH payment AS (
    SELECT *, provider || '/' || reference AS known_as FROM journal_payments
    WHERE received_position <= %(closing)s
), lot AS (
    SELECT *, row_number() OVER (PARTITION BY payment_reference ORDER BY granted_position) AS copy
    FROM journal_lots WHERE kind = 'paid' AND granted_position <= %(closing)s
), line AS (
    SELECT 'missing' AS line, known_as AS reference, account_id, currency AS unit,
        price_minor AS amount, received_position AS position
    FROM payment
    WHERE NOT EXISTS (SELECT FROM lot WHERE lot.payment_reference = payment.known_as)
        AND coalesce(charged_back_position > %(closing)s, true)
        AND coalesce(repaid_position > %(closing)s, true)
    UNION ALL
    SELECT 'double', payment_reference, account_id, currency, price_minor, granted_position
    FROM lot WHERE payment_reference IS NOT NULL AND copy > 1
    UNION ALL
    SELECT 'without_payment', payment_reference, account_id, currency, price_minor,
        granted_position
    FROM lot
    WHERE NOT EXISTS (SELECT FROM payment WHERE lot.payment_reference = payment.known_as)
)
SELECT line, coalesce(reference, ''), coalesce(account_id::text, ''), unit, amount, position
FROM line ORDER BY line, position, reference LIMIT %(limit)s;
