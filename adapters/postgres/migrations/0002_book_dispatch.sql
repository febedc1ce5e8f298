-- Dispatch: the queue in front of the command bus, and what must be remembered about it.

-- How far each reaction has followed the log. Reactions only go forward; they are never rebuilt.
CREATE TABLE reaction_checkpoints (
    name     text PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0)
);

-- A reaction: one row for every piece of open work, removed by its terminal event.
-- `character_id` names the identity that a generation should wait for a while.
-- `stream_sequence` is where the newest attempt lies in JetStream, unknown until it is acknowledged.
-- `silences` counts the attempts of which nothing was ever heard again.
CREATE TABLE dispatch_queue (
    work_id         uuid PRIMARY KEY,
    account_id      uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('image', 'video', 'identity')),
    pool            text NOT NULL,
    position        bigint NOT NULL,
    character_id    uuid,
    state           text NOT NULL DEFAULT 'queued'
                    CHECK (state IN ('queued', 'released', 'started')),
    attempt         integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    token           text,
    silences        integer NOT NULL DEFAULT 0,
    stream_sequence bigint,
    enqueued_at     timestamptz NOT NULL DEFAULT now(),
    not_before      timestamptz NOT NULL DEFAULT now(),
    deadline_at     timestamptz,
    released_at     timestamptz,
    started_at      timestamptz,
    seen_at         timestamptz,
    CHECK ((state = 'queued') = (attempt = 0)),
    CHECK ((state = 'queued') = (token IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500, fillfactor = 70);

CREATE INDEX dispatch_queue_waiting ON dispatch_queue (pool, account_id, position)
    WHERE state = 'queued';
CREATE INDEX dispatch_queue_in_flight ON dispatch_queue (pool) WHERE state <> 'queued';
CREATE INDEX dispatch_queue_deadline ON dispatch_queue (deadline_at) WHERE state <> 'started';

-- Ground: which attempts were ever released, and the token that a result must know.
CREATE TABLE attempts (
    work_id     uuid NOT NULL,
    attempt     integer NOT NULL CHECK (attempt > 0),
    token       text NOT NULL,
    released_at timestamptz NOT NULL,
    PRIMARY KEY (work_id, attempt)
);

CREATE INDEX attempts_by_age ON attempts (released_at);

-- A reaction: when which lot is due to be booked as expired.
CREATE TABLE lot_expiries (
    account_id uuid NOT NULL,
    lot_id     uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, lot_id)
);

CREATE INDEX lot_expiries_due ON lot_expiries (expires_at);

-- A reaction: the share of each account that has another one than 1.
CREATE TABLE account_weights (
    account_id uuid PRIMARY KEY,
    weight     integer NOT NULL CHECK (weight > 0)
);

-- Fair queueing: the virtual time of each pool, and when each account is next in turn.
-- `slots` is what the live consumers announced last, for estimates only.
CREATE TABLE dispatch_pools (
    pool         text PRIMARY KEY,
    virtual_time double precision NOT NULL DEFAULT 0,
    slots        integer NOT NULL DEFAULT 0
);

CREATE TABLE dispatch_turns (
    pool       text NOT NULL,
    account_id uuid NOT NULL,
    turn       double precision NOT NULL,
    PRIMARY KEY (pool, account_id)
);

-- When a dispatcher last led: time without one does not count against a deadline.
CREATE TABLE dispatcher_beats (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    beat_at   timestamptz NOT NULL
);

-- Which JetStream streams were last seen: another identity or an older end means lost commands.
CREATE TABLE bus_streams (
    name          text PRIMARY KEY,
    created       text NOT NULL,
    last_sequence bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON reaction_checkpoints, dispatch_queue, attempts,
    lot_expiries, account_weights, dispatch_pools, dispatch_turns, dispatcher_beats, bus_streams
    TO xavira_work;
GRANT SELECT ON dispatch_queue, dispatch_pools, dispatch_turns, account_weights TO xavira_api;
