-- Snapshots: folds of accounts, whose streams grow without bound, so that a cold load need not replay them. A cache and nothing
-- else: any row may be deleted at any time and no answer changes. `fold` names the code that folded;
-- other code ignores the row and writes its own.

CREATE TABLE snapshots (
    stream_id uuid PRIMARY KEY,
    version   bigint NOT NULL CHECK (version > 0),
    position  bigint NOT NULL CHECK (position > 0),
    fold      text NOT NULL,
    state     bytea NOT NULL,
    times     bytea NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE ON snapshots TO xavira_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON snapshots TO xavira_work;
