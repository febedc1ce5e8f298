-- Webhooks: where they go, what is to be sent, and what became of every attempt.

-- A reaction: one row for each endpoint that is not deleted, as the log says it is. `position` is that
-- of its creation, `sealed` holds its address, `event_types` is null for all of them, and `secrets`
-- names those in force, newest first, with their ends.
-- `due_at` is when the sender looks at it again, null while nothing waits; `failing_since` is the
-- first failed attempt after the last success.
CREATE TABLE webhook_routes (
    endpoint_id   uuid PRIMARY KEY,
    account_id    uuid NOT NULL,
    position      bigint NOT NULL,
    sealed        bytea NOT NULL,
    event_types   text[],
    secrets       jsonb NOT NULL,
    enabled       boolean NOT NULL DEFAULT true,
    due_at        timestamptz,
    failing_since timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500, fillfactor = 70);

CREATE INDEX webhook_routes_by_account ON webhook_routes (account_id, position);
CREATE INDEX webhook_routes_due ON webhook_routes (due_at) WHERE enabled AND due_at IS NOT NULL;

-- Ground: signing secrets, sealed with the account's data key; without that key they are noise.
CREATE TABLE webhook_secrets (
    secret_id   uuid PRIMARY KEY,
    endpoint_id uuid NOT NULL,
    account_id  uuid NOT NULL,
    sealed      bytea NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX webhook_secrets_by_endpoint ON webhook_secrets (endpoint_id);
CREATE INDEX webhook_secrets_by_account ON webhook_secrets (account_id);

-- A reaction: one row for each message and endpoint. It holds ids and amounts only; whatever a person
-- wrote is read from the log when the body is made. `facts` is JSON, null where the log says it all.
-- `tries` counts the attempts of the present schedule, `attempts` all of them. What happens while an
-- endpoint is disabled is held for a replay.
CREATE TABLE webhook_deliveries (
    delivery_id     uuid PRIMARY KEY,
    number          bigint GENERATED ALWAYS AS IDENTITY,
    message_id      uuid NOT NULL,
    endpoint_id     uuid NOT NULL,
    account_id      uuid NOT NULL,
    type            text NOT NULL,
    subject_id      uuid NOT NULL,
    position        bigint NOT NULL CHECK (position >= 0),
    sequence        bigint NOT NULL,
    facts           bytea,
    occurred_at     timestamptz NOT NULL,
    state           text NOT NULL
                    CHECK (state IN ('waiting', 'sending', 'delivered', 'failed', 'held')),
    tries           integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    attempts        integer NOT NULL DEFAULT 0 CHECK (attempts >= tries),
    next_attempt_at timestamptz,
    lease_until     timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now(),
    finished_at     timestamptz,
    CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL)),
    CHECK ((state = 'sending') = (lease_until IS NOT NULL))
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 500, fillfactor = 70);

CREATE INDEX webhook_deliveries_by_account ON webhook_deliveries (account_id, number);
CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, number);
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (endpoint_id, next_attempt_at)
    WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_sending ON webhook_deliveries (endpoint_id, lease_until)
    WHERE state = 'sending';
CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);

-- Ground: every attempt, written before anybody is dialled, so that a crash leaves a visible
-- 'unknown'. The reply's beginning is sealed: a receiver may echo what it was sent.
CREATE TABLE webhook_attempts (
    delivery_id  uuid NOT NULL,
    number       integer NOT NULL CHECK (number > 0),
    started_at   timestamptz NOT NULL,
    milliseconds integer,
    outcome      text NOT NULL DEFAULT 'unknown',
    status       integer,
    signature    text,
    sealed_reply bytea,
    PRIMARY KEY (delivery_id, number)
);

-- A reaction: what an account was last told about its balance and its caps, so that each is told once.
CREATE TABLE webhook_levels (
    account_id uuid NOT NULL,
    subject    text NOT NULL,
    level      text NOT NULL,
    PRIMARY KEY (account_id, subject)
);

-- There were no endpoints before: nothing older than this is ever sent.
INSERT INTO reaction_checkpoints (name, position)
SELECT 'webhooks', coalesce(max(notification_id), 0) FROM stored_events;

GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_routes, webhook_secrets, webhook_deliveries,
    webhook_attempts, webhook_levels TO xavira_work;
GRANT SELECT ON webhook_routes, webhook_deliveries, webhook_attempts, reaction_checkpoints
    TO xavira_api;
GRANT INSERT ON webhook_secrets, webhook_deliveries TO xavira_api;
GRANT UPDATE (due_at) ON webhook_routes TO xavira_api;
GRANT UPDATE (state, tries, next_attempt_at, lease_until, finished_at) ON webhook_deliveries
    TO xavira_api;
