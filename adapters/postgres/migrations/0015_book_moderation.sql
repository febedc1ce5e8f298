-- Refusals of the gates beyond those that an hour of the moderation stream takes one by one.
-- Ground: cannot be derived, and only kept until `work` has told the hour in one event. No text,
-- and no end user: a keyed hash that means nothing once the account's key is gone; empty: nobody.

CREATE TABLE moderation_overflow (
    account_id uuid        NOT NULL,
    hour       timestamptz NOT NULL,
    category   text        NOT NULL,
    end_user   bytea       NOT NULL,
    blocks     bigint      NOT NULL CHECK (blocks > 0),
    PRIMARY KEY (account_id, hour, category, end_user)
);

CREATE INDEX moderation_overflow_by_hour ON moderation_overflow (hour);

GRANT SELECT, INSERT, UPDATE ON moderation_overflow TO xavira_api;
GRANT SELECT, DELETE ON moderation_overflow TO xavira_work;

-- An auditor need not tell one end user from another either.
CREATE OR REPLACE VIEW audited_events AS
SELECT notification_id AS position, originator_id AS stream_id, originator_version AS version,
    topic, recorded_at,
    convert_from(state, 'UTF8')::jsonb
        - ARRAY['sealed', 'fingerprint', 'reason', 'end_user', 'counts'] AS facts,
    sha256(state) AS state_sha256
FROM stored_events;
