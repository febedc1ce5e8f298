-- What watches the books: the results of the continuous self-check, and the views of an auditor.

-- Ground: one row for each look at all accounts. Newest rows are kept, older ones tidied away.
CREATE TABLE selfcheck_results (
    result_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    checked_at timestamptz NOT NULL DEFAULT now(),
    position   bigint NOT NULL CHECK (position >= 0),
    accounts   bigint NOT NULL CHECK (accounts >= 0),
    seconds    double precision NOT NULL,
    findings   jsonb NOT NULL
);

-- The self-check's own books between two runs of `work`; made again from the log when lost.
CREATE TABLE selfcheck_books (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    version   integer NOT NULL,
    position  bigint NOT NULL,
    body      bytea NOT NULL,
    saved_at  timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT ON selfcheck_results TO xavira_api;
GRANT SELECT, INSERT, DELETE ON selfcheck_results TO xavira_work;
GRANT SELECT, INSERT, UPDATE ON selfcheck_books TO xavira_work;

-- The log as an auditor sees it: every fact in the order of its recording, without what was sealed
-- or what could tell one request from another. `state_sha256` ties a row to the exported bytes.
CREATE VIEW audited_events AS
SELECT notification_id AS position, originator_id AS stream_id, originator_version AS version,
    topic, recorded_at,
    convert_from(state, 'UTF8')::jsonb - ARRAY['sealed', 'fingerprint', 'reason'] AS facts,
    sha256(state) AS state_sha256
FROM stored_events;

-- What was promised about the log, under which names and keys, and where it was broken off.
CREATE VIEW audited_checkpoints AS
SELECT number, tree_size, root, note, signed_at FROM audit_checkpoints;

CREATE VIEW audited_origins AS SELECT number, origin, reason, started_at FROM audit_origins;

CREATE VIEW audited_keys AS SELECT line, number, listed_at FROM audit_keys;

CREATE VIEW audited_forks AS SELECT fork_id, found_at, message, closed_at FROM ledger_forks;

CREATE VIEW audited_selfchecks AS
SELECT checked_at, position, accounts, seconds, findings FROM selfcheck_results;

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO xavira_auditor', current_schema());
END $$;

GRANT SELECT ON audited_events, audited_checkpoints, audited_origins, audited_keys, audited_forks,
    audited_selfchecks TO xavira_auditor;

-- Projections that hold amounts and ids only are read as they are: a rebuild replaces the table and
-- hands its privileges on, but could not replace one that a view stands on.
GRANT SELECT ON balances, balance_lots, open_debits, statement_entries, journal_entries,
    journal_lots, journal_open, journal_payments, journal_days, usage_days TO xavira_auditor;
GRANT SELECT (name, position, state, error_position, updated_at) ON projection_checkpoints
    TO xavira_auditor;
