-- Read models: every row here is derived from stored_events alone and may be rebuilt at any time.
-- The checks are not the rules, they are a second pair of eyes: a fold that breaks one stops loudly.

CREATE TABLE projection_checkpoints (
    name text PRIMARY KEY,
    position bigint NOT NULL DEFAULT 0 CHECK (position >= 0),
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped')),
    error text,
    error_position bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'stopped') = (error IS NOT NULL))
);

-- balances: credits as booked, and those of debits that have not ended yet.
CREATE TABLE balances (
    account_id uuid PRIMARY KEY,
    booked bigint NOT NULL CHECK (booked >= 0),
    in_flight bigint NOT NULL CHECK (in_flight >= 0),
    position bigint NOT NULL
);

CREATE TABLE balance_lots (
    account_id uuid NOT NULL,
    lot_id uuid NOT NULL,
    kind text NOT NULL,
    priority integer NOT NULL,
    expires_at timestamptz,
    granted bigint NOT NULL CHECK (granted > 0),
    remaining bigint NOT NULL CHECK (remaining >= 0 AND remaining <= granted),
    revoked boolean NOT NULL DEFAULT false,
    granted_position bigint NOT NULL,
    PRIMARY KEY (account_id, lot_id)
);

-- The sweeper asks which lots are due; almost no lot ever is.
CREATE INDEX balance_lots_due ON balance_lots (expires_at)
    WHERE expires_at IS NOT NULL AND remaining > 0;

CREATE TABLE open_debits (
    generation_id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    position bigint NOT NULL
);

-- statements: every entry of every account in order, with the balance after it.
CREATE TABLE statement_entries (
    account_id uuid NOT NULL,
    position bigint NOT NULL,
    kind text NOT NULL CHECK (kind IN ('granted', 'debited', 'refunded', 'expired', 'revoked')),
    amount bigint NOT NULL,
    balance bigint NOT NULL CHECK (balance >= 0),
    generation_id uuid,
    detail jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, position)
);

-- generations: position is that of the claim, changed_position that of the newest event.
CREATE TABLE generations (
    generation_id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    position bigint NOT NULL,
    changed_position bigint NOT NULL,
    livemode boolean NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    character_id uuid NOT NULL,
    model_id text NOT NULL,
    source_generation_id uuid,
    seed bigint NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    format text NOT NULL,
    seconds integer,
    price bigint NOT NULL,
    refunded bigint NOT NULL DEFAULT 0,
    key_id uuid NOT NULL,
    sealed bytea NOT NULL,
    enhancement_version text NOT NULL,
    policy_version text NOT NULL,
    deadline_at timestamptz NOT NULL,
    attempt integer,
    reason text,
    category text,
    output_key text,
    poster_key text,
    media_type text,
    identity_score double precision,
    engine_seconds double precision,
    output_deleted boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz
);

CREATE INDEX generations_by_account ON generations (account_id, position);
CREATE INDEX generations_by_character ON generations (character_id, position);

CREATE TABLE characters (
    character_id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    position bigint NOT NULL,
    changed_position bigint NOT NULL,
    livemode boolean NOT NULL,
    model_id text NOT NULL,
    traits jsonb NOT NULL,
    conditioned boolean NOT NULL,
    sealed bytea NOT NULL,
    status text NOT NULL,
    archived boolean NOT NULL DEFAULT false,
    identity_key text,
    created_at timestamptz NOT NULL
);

CREATE INDEX characters_by_account ON characters (account_id, position);

GRANT SELECT ON projection_checkpoints, balances, balance_lots, open_debits, statement_entries,
    generations, characters TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON projection_checkpoints, balances, balance_lots,
    open_debits, statement_entries, generations, characters TO xavira_work;
