-- name: lots
SELECT lot.account_id, lot.lot_id, kind, granted, price_minor, currency, payment_reference,
    granted_position, used, in_flight, expired, revoked, repaid_minor
FROM unnest(%(account_ids)b::uuid[], %(lot_ids)b::uuid[]) AS wanted (account_id, lot_id)
JOIN journal_lots AS lot ON lot.account_id = wanted.account_id AND lot.lot_id = wanted.lot_id;

-- name: claims
SELECT generation_id, account_id, model_id, kind, draws FROM journal_open
WHERE generation_id = ANY(%(generation_ids)b::uuid[]);

-- name: payments
SELECT * FROM journal_payments WHERE payment_id = ANY(%(payment_ids)b::uuid[]);

-- name: add_entries
-- In the order in which the columns of an event, of a sort of entries and of a lot lie together.
COPY journal_entries (position, recorded_at, generation_id, fact, unit, debit, credit, lot_kind,
    cause, account_id, lot_id, line, amount) FROM STDIN (FORMAT binary);

-- name: add_lots
COPY journal_lots (account_id, lot_id, kind, granted, price_minor, currency, payment_reference,
    granted_position, used, in_flight, expired, revoked, repaid_minor) FROM STDIN;

-- name: change_lots
UPDATE journal_lots AS lot
SET used = changed.used, in_flight = changed.in_flight, expired = changed.expired,
    revoked = changed.revoked, repaid_minor = changed.repaid_minor
FROM unnest(%(account_id)s::uuid[], %(lot_id)s::uuid[], %(used)s::bigint[],
    %(in_flight)s::bigint[], %(expired)s::bigint[], %(revoked)s::bigint[],
    %(repaid_minor)s::bigint[])
    AS changed (account_id, lot_id, used, in_flight, expired, revoked, repaid_minor)
WHERE lot.account_id = changed.account_id AND lot.lot_id = changed.lot_id;

-- name: open_claims
COPY journal_open (generation_id, account_id, model_id, kind, draws) FROM STDIN;

-- name: close_claims
DELETE FROM journal_open WHERE generation_id = ANY(%(generation_ids)s::uuid[]);

-- name: put_payment
INSERT INTO journal_payments VALUES (%(payment_id)s, %(provider)s, %(reference)s, %(account_id)s,
    %(price_minor)s, %(currency)s, %(credits)s, %(received_position)s, %(unmatched_position)s,
    %(matched_position)s, %(charged_back_position)s, %(repaid_position)s, %(repaid_minor)s)
ON CONFLICT (payment_id) DO UPDATE SET account_id = excluded.account_id,
    price_minor = excluded.price_minor, currency = excluded.currency, credits = excluded.credits,
    received_position = excluded.received_position,
    unmatched_position = excluded.unmatched_position,
    matched_position = excluded.matched_position,
    charged_back_position = excluded.charged_back_position,
    repaid_position = excluded.repaid_position, repaid_minor = excluded.repaid_minor;

-- name: add_days
INSERT INTO journal_days AS known
    (day, fact, unit, debit, credit, lot_kind, cause, amount, entries, events)
SELECT * FROM unnest(%(days)b::date[], %(facts)b::text[], %(units)b::text[], %(debits)b::text[],
    %(credits)b::text[], %(lot_kinds)b::text[], %(causes)b::text[], %(amounts)b::bigint[],
    %(entries)b::bigint[], %(events)b::bigint[])
ON CONFLICT (day, fact, unit, debit, credit, lot_kind, cause) DO UPDATE
SET amount = known.amount + excluded.amount, entries = known.entries + excluded.entries,
    events = known.events + excluded.events;

-- name: new_usage
COPY usage_days (day, account_id, model_id, kind, currency, generations, credits_paid, credits_free,
    revenue_minor, engine_ms) FROM STDIN (FORMAT binary);

-- name: add_usage
INSERT INTO usage_days AS known (day, account_id, model_id, kind, currency, generations,
    credits_paid, credits_free, revenue_minor, engine_ms)
SELECT * FROM unnest(%(days)s::date[], %(account_ids)s::uuid[], %(model_ids)s::text[],
    %(kinds)s::text[], %(currencies)s::text[], %(generations)s::bigint[],
    %(credits_paid)s::bigint[], %(credits_free)s::bigint[], %(revenue_minor)s::bigint[],
    %(engine_ms)s::bigint[])
ON CONFLICT (day, account_id, model_id, kind, currency) DO UPDATE
SET generations = known.generations + excluded.generations,
    credits_paid = known.credits_paid + excluded.credits_paid,
    credits_free = known.credits_free + excluded.credits_free,
    revenue_minor = known.revenue_minor + excluded.revenue_minor,
    engine_ms = known.engine_ms + excluded.engine_ms;
