-- What customers sort their generations by, and what was used of each kind. Labels are keyed hashes
-- under the account's data key: they mean nothing to anybody else, and to nobody once it is erased.

-- Projection `generations`: which generations have which label; position is that of the claim.
CREATE TABLE generation_labels (
    account_id    uuid   NOT NULL,
    label         bytea  NOT NULL,
    position      bigint NOT NULL,
    generation_id uuid   NOT NULL,
    PRIMARY KEY (account_id, label, position)
);

-- Recorded time never decreases with position, so a range of time is a range of positions.
CREATE INDEX generations_by_time ON generations (account_id, created_at, position);

-- Projection `usage`: what was asked for on a UTC day, by the value of one dimension, and what became
-- of it. `value` is an id, a model, or a label in hexadecimal; `labeled_by` is the first generation
-- of the day with that label, whose sealed text says what it stands for.
CREATE TABLE usage_slices (
    account_id       uuid   NOT NULL,
    dimension        text   NOT NULL
                     CHECK (dimension IN ('key', 'character', 'model', 'end_user', 'tag')),
    day              date   NOT NULL,
    value            text   NOT NULL,
    labeled_by       uuid,
    images           bigint NOT NULL CHECK (images >= 0),
    videos           bigint NOT NULL CHECK (videos >= 0),
    completed        bigint NOT NULL CHECK (completed >= 0),
    refunded         bigint NOT NULL CHECK (refunded >= 0),
    credits_charged  bigint NOT NULL CHECK (credits_charged >= 0),
    credits_refunded bigint NOT NULL CHECK (credits_refunded >= 0),
    PRIMARY KEY (account_id, dimension, day, value)
) WITH (fillfactor = 80);

-- Generations that have not ended: what their ending needs to know.
CREATE TABLE usage_open (
    generation_id uuid    PRIMARY KEY,
    account_id    uuid    NOT NULL,
    day           date    NOT NULL,
    kind          text    NOT NULL,
    price         bigint  NOT NULL,
    key_id        uuid    NOT NULL,
    character_id  uuid    NOT NULL,
    model_id      text    NOT NULL,
    end_user      bytea,
    tags          bytea[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0.05);

GRANT SELECT ON generation_labels, usage_slices, usage_open TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON generation_labels, usage_slices, usage_open TO xavira_work;

-- An auditor need not tell one label from another.
CREATE OR REPLACE VIEW audited_events AS
SELECT notification_id AS position, originator_id AS stream_id, originator_version AS version,
    topic, recorded_at,
    convert_from(state, 'UTF8')::jsonb
        - ARRAY['sealed', 'fingerprint', 'reason', 'end_user', 'tags', 'counts'] AS facts,
    sha256(state) AS state_sha256
FROM stored_events;
