-- A projection, appeals: who asks for a hold to be looked at again, and what came of it. What was
-- written stays sealed in the log.

CREATE TABLE appeals (
    appeal_id   uuid PRIMARY KEY,
    position    bigint NOT NULL,
    account_id  uuid NOT NULL,
    end_user    bytea,
    status      text NOT NULL CHECK (status IN ('open', 'granted', 'denied')),
    actor       text,
    received_at timestamptz NOT NULL,
    decided_at  timestamptz
);

CREATE INDEX appeals_by_position ON appeals (position);

GRANT SELECT ON appeals TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON appeals TO xavira_work;
