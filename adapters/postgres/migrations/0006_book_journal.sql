-- The books as a projection: entries of two legs, what they add up to by day, and what is needed to
-- go on writing them. System accounts are names in these rows, never streams.

-- A row debits `amount` of `unit` to one account and credits it to another. Units are credits, the
-- currencies in minor units, and engine_ms; each balances by itself.
CREATE TABLE journal_entries (
    position      bigint NOT NULL,
    line          smallint NOT NULL,
    recorded_at   timestamptz NOT NULL,
    fact          text NOT NULL,
    unit          text NOT NULL,
    debit         text NOT NULL,
    credit        text NOT NULL,
    amount        bigint NOT NULL CHECK (amount > 0),
    lot_kind      text NOT NULL,
    cause         text NOT NULL,
    account_id    uuid,
    lot_id        uuid,
    generation_id uuid,
    PRIMARY KEY (position, line),
    CHECK (debit <> credit)
);

-- Where the credits of every lot are; what is left over of `granted` remains.
CREATE TABLE journal_lots (
    account_id        uuid NOT NULL,
    lot_id            uuid NOT NULL,
    kind              text NOT NULL,
    granted           bigint NOT NULL CHECK (granted > 0),
    price_minor       bigint NOT NULL CHECK (price_minor >= 0),
    currency          text NOT NULL,
    payment_reference text,
    granted_position  bigint NOT NULL,
    used              bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
    in_flight         bigint NOT NULL DEFAULT 0 CHECK (in_flight >= 0),
    expired           bigint NOT NULL DEFAULT 0 CHECK (expired >= 0),
    revoked           bigint NOT NULL DEFAULT 0 CHECK (revoked >= 0),
    PRIMARY KEY (account_id, lot_id),
    CHECK (used + in_flight + expired + revoked <= granted)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX journal_lots_payment ON journal_lots (payment_reference)
    WHERE payment_reference IS NOT NULL;

-- Claims that have not ended: what a completion needs to know of them.
CREATE TABLE journal_open (
    generation_id uuid PRIMARY KEY,
    account_id    uuid NOT NULL,
    model_id      text NOT NULL,
    kind          text NOT NULL,
    draws         jsonb NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.05);

-- Payments by the position at which each thing happened to them.
CREATE TABLE journal_payments (
    payment_id            uuid PRIMARY KEY,
    provider              text NOT NULL,
    reference             text NOT NULL,
    account_id            uuid,
    price_minor           bigint,
    currency              text,
    credits               bigint,
    received_position     bigint,
    unmatched_position    bigint,
    matched_position      bigint,
    charged_back_position bigint,
    repaid_position       bigint,
    repaid_minor          bigint
);

CREATE INDEX journal_payments_received ON journal_payments (received_position);

-- What the entries of a UTC day add up to. `events` counts an event once, at its first entry.
CREATE TABLE journal_days (
    day      date NOT NULL,
    fact     text NOT NULL,
    unit     text NOT NULL,
    debit    text NOT NULL,
    credit   text NOT NULL,
    lot_kind text NOT NULL,
    cause    text NOT NULL,
    amount   numeric NOT NULL,
    entries  bigint NOT NULL,
    events   bigint NOT NULL,
    PRIMARY KEY (day, fact, unit, debit, credit, lot_kind, cause)
) WITH (fillfactor = 70);

-- What was completed on a UTC day, by customer and model; revenue is in minor units of `currency`,
-- which is empty where nothing was paid for.
CREATE TABLE usage_days (
    day           date NOT NULL,
    account_id    uuid NOT NULL,
    model_id      text NOT NULL,
    kind          text NOT NULL,
    currency      text NOT NULL,
    generations   bigint NOT NULL,
    credits_paid  bigint NOT NULL,
    credits_free  bigint NOT NULL,
    revenue_minor bigint NOT NULL,
    engine_ms     bigint NOT NULL,
    PRIMARY KEY (day, account_id, model_id, kind, currency)
) WITH (fillfactor = 80);

GRANT SELECT ON journal_entries, journal_lots, journal_open, journal_payments, journal_days,
    usage_days TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON journal_entries, journal_lots, journal_open,
    journal_payments, journal_days, usage_days TO xavira_work;
